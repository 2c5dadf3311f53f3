"""What the fields of a form can be chosen from: the watchlist's entries and groups by name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from osawatch.ruleform.model import TIMES


@dataclass(frozen=True, slots=True)
class Choice:
    """A key and its name for people; `group`: it stands for several."""

    key: str
    name: str
    group: bool = False


@dataclass(frozen=True, slots=True)
class Offers:
    """By kind of part, and by name of a field. `rules` are the ids in use.

    `asked` says which of TIMES an alert type needs, `used` which it can take besides.
    """

    kinds: Mapping[str, tuple[Choice, ...]]
    words: Mapping[str, tuple[str, ...]]
    rules: frozenset[str]
    asked: Mapping[str, tuple[str, ...]]
    used: Mapping[str, tuple[str, ...]]


def offers(rulebook: Any, language: str) -> Offers:
    """All of a rulebook. Loads the pack on first use, so call it in a task."""
    from rules import alertschema, schema, selections
    from rules.model import LEVELS

    watchlist, rules = rulebook.pack.watchlist, rulebook.pack.rules
    names = {"goods": "good", "countries": "country", "measures": "measure"}
    kinds = {
        kind: _sorted(
            Choice(key, rulebook.name(one, key, language)) for key in getattr(watchlist, kind)
        )
        for kind, one in names.items()
    }
    kinds["countries"] += _sorted(Choice(key, key, group=True) for key in watchlist.groups)
    kinds["companies"] = _sorted(
        Choice(key, _first(one.names) or key) for key, one in watchlist.companies.items()
    )
    kinds["sanctions"] = _sorted(Choice(one, one) for one in selections.SANCTIONS)
    kinds["list"] = _sorted(Choice(one, one) for one in watchlist.lists)
    spoken = {code for good in watchlist.goods.values() for code in good.terms}
    words = {
        "level": LEVELS, "rule_status": schema.STATUSES, "role": selections.ROLES,
        "status": selections.STATUSES, "type": alertschema.TYPES,
        "owner": tuple(sorted({one.owner for one in rules if one.owner})),
        "language": tuple(sorted(spoken - {"xx"})), "times": TIMES,
    }  # fmt: skip
    ids = frozenset(one.id for one in rules)
    return Offers(kinds, words, ids, alertschema.NEEDS, alertschema.TAKES)


def _first(names: Mapping[str, Any]) -> str:
    return next((one.text for terms in names.values() for one in terms), "")


def _sorted(choices: Iterable[Choice]) -> tuple[Choice, ...]:
    return tuple(sorted(choices, key=lambda one: one.name.casefold()))
