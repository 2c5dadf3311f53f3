"""Near pairs of a measure: two lists of words that stand together in one sentence."""

from __future__ import annotations

from rules.terms import Term, read_term
from rules.watchlist import Pair
from rules.yamlnodes import Findings, Mapping, Node, Sequence


def read(node: Node | None, findings: Findings) -> tuple[Pair, ...]:
    """Pairs per language."""
    if node is None:
        return ()
    if not isinstance(node, Mapping):
        findings.error(node.place, "near", "near: expected pairs of lists per language")
        return ()
    return tuple(
        pair
        for language, rows in node.entries.items()
        for pair in of_language(language, rows, findings)
    )


def of_language(language: str, rows: Node, findings: Findings) -> list[Pair]:
    """The pairs of one language."""
    found = []
    for row in rows.items if isinstance(rows, Sequence) else ():
        sides = row.items if isinstance(row, Sequence) else ()
        if len(sides) != 2 or not all(isinstance(side, Sequence) for side in sides):
            findings.error(row.place, "near", "near: expected two lists of words")
            continue
        first, second = (_side(side, language, findings) for side in sides)
        found.append(Pair({language: first}, {language: second}, language))
    return found


def _side(node: Node, language: str, findings: Findings) -> tuple[Term, ...]:
    items = node.items if isinstance(node, Sequence) else ()
    terms = (read_term(item, language, findings) for item in items)
    return tuple(term for term in terms if term is not None)
