"""A term as an author writes it: a text, its language, and how strictly it must meet.

export licen?e      ? is one letter
export*             prefix        *erz  suffix        *metal*  infix
{text: Turkey, case: upper-first, match: word, diacritics: exact}
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from rules.yamlnodes import NOWHERE, Findings, Mapping, Node, Place, Scalar, Sequence

How = Literal["auto", "word", "prefix", "suffix", "infix"]
Case = Literal["auto", "any", "upper-first", "exact"]
Diacritics = Literal["auto", "any", "exact"]

ANY = "xx"
LANGUAGE = re.compile(r"[a-z]{2}(-[A-Z][a-z]{3})?")
_CHOICES = {
    "match": ("word", "prefix", "suffix", "infix"),
    "case": ("any", "upper-first", "exact"),
    "diacritics": ("any", "exact"),
}


@dataclass(frozen=True, slots=True)
class Term:
    """One way to write something. `match` auto = as its language wants it."""

    text: str
    language: str = ANY
    match: How = "auto"
    case: Case = "auto"
    diacritics: Diacritics = "auto"
    place: Place = NOWHERE


Terms = dict[str, tuple[Term, ...]]


def read_terms(node: Node, findings: Findings) -> Terms:
    """Terms per language; a bare list holds for any language."""
    if isinstance(node, Sequence):
        return {ANY: _list(node, ANY, findings)}
    if not isinstance(node, Mapping):
        findings.error(
            node.place, "terms", "expected terms per language, like {en: [tin], nl: [tin]}"
        )
        return {}
    found: Terms = {}
    for language, child in node.entries.items():
        if not LANGUAGE.fullmatch(language):
            findings.error(
                node.keys[language],
                "language",
                f"«{language}» is no language code like en or zh-Hant",
            )
            continue
        found[language] = _list(child, language, findings)
    return found


def read_term(node: Node, language: str, findings: Findings) -> Term | None:
    """One term, None when it cannot be read."""
    if isinstance(node, Scalar):
        return _from_text(node, language, findings)
    if isinstance(node, Mapping):
        return _from_mapping(node, language, findings)
    findings.error(node.place, "term", "expected a text or {text: …}")
    return None


def _list(node: Node, language: str, findings: Findings) -> tuple[Term, ...]:
    if not isinstance(node, Sequence):
        findings.error(node.place, "terms", "expected a list of terms in [ ]")
        return ()
    read = (read_term(item, language, findings) for item in node.items)
    return tuple(term for term in read if term is not None)


def _from_text(node: Scalar, language: str, findings: Findings) -> Term | None:
    text = node.text.strip()
    bare = text.strip("*")
    if not any(letter.isalnum() for letter in bare):
        findings.error(node.place, "empty-term", "is empty: a term needs a letter or a digit")
        return None
    match: How = "auto"
    if text.endswith("*"):
        match = "infix" if text.startswith("*") else "prefix"
    elif text.startswith("*"):
        match = "suffix"
    return Term(bare, language, match, place=node.place)


def _from_mapping(node: Mapping, language: str, findings: Findings) -> Term | None:
    text = node.entries.get("text")
    if not isinstance(text, Scalar):
        findings.error(node.place, "term", "has no «text»")
        return None
    term = _from_text(text, language, findings)
    chosen: dict[str, str] = {}
    for key, child in node.entries.items():
        if key == "text":
            continue
        value = child.text if isinstance(child, Scalar) else ""
        if value in _CHOICES.get(key, ()):
            chosen[key] = value
        elif key in _CHOICES:
            wanted = ", ".join(_CHOICES[key])
            findings.error(child.place, "choice", f"{key}: «{value}» is none of {wanted}")
        else:
            findings.error(node.keys[key], "unknown-key", f"a term knows no «{key}»")
    if term is None:
        return None
    match = chosen.get("match", term.match)
    case, marks = chosen.get("case", "auto"), chosen.get("diacritics", "auto")
    return Term(term.text, language, match, case, marks, node.place)  # type: ignore[arg-type]
