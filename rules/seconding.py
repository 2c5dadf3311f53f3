"""Exceptions that need a second person: who wrote one, who confirmed it, and what was confirmed.

    exceptions: [{name: …, when: …, until: …, by: A, made: …, second: B, confirmed: …, seal: …}]

`seal` is the mark of what the second person saw: another test or last day asks for one anew.
"""

from __future__ import annotations

import hashlib
import json
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from rules.excluding import Exclusion
from rules.rule import Exemption, Rule

NEEDED = ("high", "critical")  # levels of rules that one person may not silence
LENGTH = 16


def withheld(
    rules: Sequence[Rule], ours: Callable[[Rule, Exemption], bool], needing: frozenset[str]
) -> tuple[Rule, ...]:
    """The rules, where exceptions of `ours` hide nothing before a second person confirmed them."""
    return tuple(
        replace(rule, exceptions=tuple(_held(rule, one, ours) for one in rule.exceptions))
        if rule.id in needing and rule.exceptions
        else rule
        for rule in rules
    )


def spared(excluded: Iterable[Exclusion], needing: frozenset[str]) -> tuple[Exclusion, ...]:
    """Exclusions of sources that hide nothing of what one person may not silence."""
    return tuple(replace(one, never=NEEDED, spared=needing) for one in excluded)


def needing(rules: Iterable[Rule], shipped: Iterable[Rule]) -> frozenset[str]:
    """The rules, by id, that ask for two persons: high here or as shipped.

    Else one person could lower a rule's level beside what is to hide its alerts.
    """
    return frozenset(one.id for each in (rules, shipped) for one in each if one.level in NEEDED)


def confirmed(one: Exemption) -> bool:
    """Whether another person than its author confirmed it as it stands."""
    return bool(one.by and one.second) and not same(one.by, one.second) and one.seal == mark(one)


def same(one: str, other: str) -> bool:
    """Whether two names are of one person: what looks the same is the same."""
    return _name(one) == _name(other)


def mark(one: Exemption) -> str:
    """What an exception hides and until when, in a few letters."""
    tests = {f"{when.field}|{when.how}": when.values for when in one.when}
    return _mark(one.name, tests, f"{one.until or ''}")


def mark_of(entry: Mapping[str, object]) -> str:
    """The same of an exception as it stands in a file."""
    when = entry.get("when")
    tests = {
        key if "|" in key else f"{key}|equals": tuple(map(str.strip, map(str, _list(said))))
        for key, said in (when.items() if isinstance(when, Mapping) else ())
    }
    return _mark(
        str(entry.get("name", "")).strip(), tests, str(entry.get("until", "")).strip()[:10]
    )


def _held(rule: Rule, one: Exemption, ours: Callable[[Rule, Exemption], bool]) -> Exemption:
    return replace(one, waits=True) if ours(rule, one) and not confirmed(one) else one


def _name(said: str) -> str:
    """A name without what nobody sees: how letters are composed, signs of no width, spaces."""
    shown = "".join(
        sign for sign in unicodedata.normalize("NFKC", said) if unicodedata.category(sign) != "Cf"
    )
    return " ".join(unicodedata.normalize("NFKC", shown.casefold()).split())


def _list(said: object) -> Sequence[object]:
    return said if isinstance(said, list | tuple) else (said,)


def _mark(name: str, tests: Mapping[str, Sequence[str]], until: str) -> str:
    # as a structure: joined by a sign, two tests that differ could read the same
    said = json.dumps([name, [[key, list(values)] for key, values in tests.items()], until])
    return hashlib.sha256(said.encode()).hexdigest()[:LENGTH]
