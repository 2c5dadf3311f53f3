"""A condition as a part's use: all of these, one of those, none of the others.

    good and (eased or granted) and not recall   ->  good: must, eased, granted: one, recall: never
What is written otherwise stays a text.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from osawatch.ruleform.model import Use

_NAME = r"[A-Za-z_][A-Za-z0-9_]*"
_ONE = re.compile(rf"\(\s*({_NAME}(?:\s+or\s+{_NAME})*)\s*\)", re.I)
_PIECE = re.compile(rf"(?P<never>not\s+)?(?:(?P<name>{_NAME})|(?P<group>{_ONE.pattern}))", re.I)
_WORDS = frozenset(["and", "or", "not", "of", "them", "all", "any"])


def uses(condition: str, names: Sequence[str]) -> dict[str, Use] | None:
    """What a condition asks of each selection; None when it says more than that."""
    found: dict[str, Use] = {}
    groups = 0
    for piece in _pieces(condition):
        met = _PIECE.fullmatch(piece)
        if met is None:
            return None
        inside = re.split(r"\s+or\s+", met[4].strip(), flags=re.I) if met[4] else [met["name"]]
        use: Use = "never" if met["never"] else "one" if met[4] else "must"
        groups += use == "one"
        for name in inside:
            if name not in names or name in found or name.lower() in _WORDS:
                return None
            found[name] = use
    return found if groups < 2 else None


def said(wanted: Mapping[str, Use]) -> str:
    """The condition that asks this."""
    must = [name for name, use in wanted.items() if use == "must"]
    one = [name for name, use in wanted.items() if use == "one"]
    never = [f"not {name}" for name, use in wanted.items() if use == "never"]
    either = [f"({' or '.join(one)})"] if one else []
    return " and ".join([*must, *either, *never])


def _pieces(condition: str) -> list[str]:
    """What stands between the `and`s; an `and` in brackets makes a piece that fits nothing."""
    whole = " ".join(condition.split())
    return re.split(r"\s+and\s+", whole, flags=re.I) if whole else []
