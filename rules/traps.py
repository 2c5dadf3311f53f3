"""Words that this program takes as text and other YAML readers turn into something else.

NO is Norway here and false elsewhere; 0712 keeps its zero here and is 458 elsewhere; 22:30 is
1350 elsewhere. A quote makes a file mean the same everywhere. Only places where a text is
expected are looked at: `enabled: no` and `ratio: 1.5` mean what they say.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from rules.yamlnodes import Findings, Mapping, Node, Scalar, Sequence

TYPED = frozenset(
    [
        "schema", "enabled", "mentions", "min", "ratio", "threshold", "min_current",
        "min_baseline", "min_publishers", "times", "alerts", "realerts", "desktop",
        "on_level_increase", "on_new_source_kind", "share", "value", "severity", "ambiguous",
        "critical", "strategic", "context_required", "hhi", "digits",
    ]
)  # fmt: skip
# as YAML 1.1 resolves a plain scalar (yaml.org/type: bool, int, float, null)
_TRAPS = (
    (re.compile(r"y|n|yes|no|on|off|true|false", re.I), "true or false"),
    (re.compile(r"[-+]?0[0-7_]+"), "an octal number"),
    (re.compile(r"[-+]?0[0-9_]+"), "a number without its zero"),
    (re.compile(r"[-+]?[1-9][0-9_]*(:[0-5]?[0-9])+(\.[0-9_]*)?"), "a number to the base of 60"),
    (re.compile(r"[-+]?0[xX][0-9a-fA-F_]+"), "a number"),
    (re.compile(r"[-+]?[0-9]+\.[0-9]*0"), "a number without its last zero"),
    (re.compile(r"[-+]?[0-9][0-9_]*(\.[0-9]*)?[eE][-+]?[0-9]+"), "a number"),
    (re.compile(r"[-+]?\.(inf|nan)", re.I), "a number"),
    (re.compile(r"~|null", re.I), "nothing"),
)


def find(node: Node, findings: Findings) -> None:
    """Note each trap in a document."""
    for scalar in _texts(node):
        became = _became(scalar.text)
        if became:
            findings.note(
                scalar.place, "yaml-trap",
                f"«{scalar.text}» is text here and {became} to other programs: quote it",
            )  # fmt: skip


def _texts(node: Node) -> Iterator[Scalar]:
    if isinstance(node, Mapping):
        for key, child in node.entries.items():
            if not (key in TYPED and isinstance(child, Scalar)):
                yield from _texts(child)
    elif isinstance(node, Sequence):
        for child in node.items:
            yield from _texts(child)
    elif node.plain and len(node.text) < 20:
        yield node


def _became(text: str) -> str:
    return next((told for pattern, told in _TRAPS if pattern.fullmatch(text)), "")
