"""Whether a rule fires on a text: condition, near, exceptions; with which groups and evidence."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from functools import cached_property
from itertools import islice, product
from math import prod

from rules.compiled import Ready
from rules.excluding import Exclusion, ended
from rules.model import CountryRole, Evidence, Level, RuleHit, RuleStatus, Text, Tier
from rules.rule import Exemption, Source, When
from rules.sense import Sense
from rules.trial import Found, Trial
from rules.watchlist import Good

MOST_GROUPS = 24  # alerts that one item may ask of one rule
_ROLES: tuple[CountryRole, ...] = ("imposing", "supplier", "affected")
_TESTS: Mapping[str, Callable[[str, str], bool]] = {
    "contains": lambda wanted, value: wanted.casefold() in value.casefold(),
    "startswith": lambda wanted, value: value.casefold().startswith(wanted.casefold()),
    "endswith": lambda wanted, value: value.casefold().endswith(wanted.casefold()),
    "equals": lambda wanted, value: wanted.casefold() == value.casefold(),
    "re": lambda wanted, value: re.search(wanted, value) is not None,
}
_ANYWHERE: frozenset[int] = frozenset()
Group = tuple[tuple[str, str], ...]


def looked_at(source: Source, text: Text, languages: frozenset[str] | None) -> bool:
    """Whether a rule looks at items like this; what an item does not say of itself fits any."""
    if source.kinds and text.kind and text.kind not in source.kinds:
        return False
    if source.feeds and text.source and not _fits(text.source, source.feeds):
        return False
    if _fits(text.source, source.exclude_feeds):
        return False
    if not source.languages:
        return True
    spoken = {text.language} if text.language else languages
    return spoken is None or bool(
        {one[:2] for one in spoken} & {one[:2] for one in source.languages}
    )


def fire(
    ready: Ready,
    trial: Trial,
    goods: Mapping[str, Good],
    *,
    sure: bool = False,
    excluded: Sequence[Exclusion] = (),
) -> RuleHit | str:
    """A hit; or the reason of a silence; or "" when the rule does not apply.

    `sure`: its condition is known to be met. `excluded`: what the text's source is excluded by.
    """
    rule = ready.rule
    for near in rule.near:
        if trial.apart(near, [ready.selections[name][1] for name in near.of]):
            return ""
    if not (sure or ready.test(trial)):
        return ""
    sentences = stand_together(ready, trial) if rule.near else _ANYWHERE
    if sentences is None:
        return ""
    for exemption in rule.exceptions:
        if excused(exemption, trial.sense.scan.page.text):
            return f"{rule.id}: exception {exemption.name}: {exemption.reason}"
    hiding = hidden_by(ready, trial, excluded)
    if hiding is not None:
        return f"{rule.id}: {hiding.told}"
    return RuleHit.of(Details(ready, trial, goods, sentences))


@dataclass
class Details:
    """The fields of a hit, each worked out when it is read for the first time."""

    ready: Ready
    trial: Trial
    known: Mapping[str, Good]
    sentences: frozenset[int]

    @property
    def id(self) -> str:
        """Of the rule."""
        return self.ready.rule.id

    @property
    def title(self) -> str:
        """Of the rule."""
        return self.ready.rule.title

    @property
    def level(self) -> Level:
        """Of the rule."""
        return self.ready.rule.level

    @property
    def status(self) -> RuleStatus:
        """Of the rule."""
        return self.ready.rule.status

    @cached_property
    def found(self) -> Mapping[str, tuple[Found, ...]]:
        """The words of the selections that speak for the rule."""
        return {
            name: _kept(self.ready, name, self.trial, self.sentences) for name in self.ready.shown
        }

    @property
    def tier(self) -> Tier:
        """The best of its goods."""
        return _tier(self.ready, self.found, self.known)

    @property
    def groups(self) -> tuple[Group, ...]:
        """The alerts it asks for."""
        names = sorted(self.ready.rule.alert.group_by)
        pairs = (tuple(zip(names, one, strict=True)) for one in product(*self.values))
        return tuple(islice(pairs, MOST_GROUPS))

    @property
    def beyond(self) -> int:
        """How many more it would ask for."""
        return max(0, prod(map(len, self.values)) - MOST_GROUPS)

    @cached_property
    def values(self) -> list[list[str]]:
        """What each selection of `group_by` stands for here."""
        return _values(self.ready, self.trial, self.found, self.sentences)

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """The words with their places in the original."""
        return _evidence(self.trial.sense, self.found)

    @property
    def because(self) -> str:
        """The selections that are true."""
        return _because(self.found)


def stand_together(ready: Ready, trial: Trial) -> frozenset[int] | None:
    """The sentences of all `near`; empty without `near`, None when one fails."""
    held: frozenset[int] = frozenset()
    for near in ready.rule.near:
        parts = [ready.found(name, trial) for name in near.of]
        sentences = trial.together(near, parts)
        if sentences is None:
            return None
        held |= sentences
    return held


def hidden_by(ready: Ready, trial: Trial, excluded: Sequence[Exclusion]) -> Exclusion | None:
    """The exclusion of its source that hides a text from a rule; from a critical one none does."""
    rule = ready.rule
    mine = [one for one in excluded if rule.level not in one.never and rule.id not in one.spared]
    if not mine:
        return None
    page, about = trial.sense.scan.page, trial.sense.about
    return next((one for one in mine if one.holds(page.text, page.folded, about)), None)


def excused(exemption: Exemption, text: Text) -> bool:
    """Whether an exception holds for a text; after its last day it holds no more.

    A text without a date is of today, as far as anybody knows.
    """
    if exemption.waits or (exemption.until and ended(exemption.until, text)):
        return False
    return all(_said(when, str(getattr(text, when.field, ""))) for when in exemption.when)


def _said(when: When, value: str) -> bool:
    test = _TESTS[when.how]
    return any(test(wanted, value) for wanted in when.values)


def _fits(value: str, patterns: Iterable[str]) -> bool:
    return any(fnmatchcase(value, pattern) for pattern in patterns)


def _kept(ready: Ready, name: str, trial: Trial, sentences: frozenset[int]) -> tuple[Found, ...]:
    """Words of a selection; one that must be near keeps only what is."""
    found = ready.found(name, trial)
    if not sentences or not any(name in near.of for near in ready.rule.near):
        return found
    scan = trial.sense.scan
    return tuple(one for one in found if scan.sentence(one.start) in sentences)


def _values(
    ready: Ready, trial: Trial, found: Mapping[str, tuple[Found, ...]], sentences: frozenset[int]
) -> list[list[str]]:
    values = []
    for name in sorted(ready.rule.alert.group_by):
        selection = ready.selections[name][1].selection
        if selection.kind == "countries" and selection.role is None:
            own = _acting(trial.sense, found[name], sentences)
        elif selection.kind in ("terms", "sanctions"):
            own = []
        else:
            own = list(dict.fromkeys(one.value for one in found[name]))
        values.append(own or [""])
    return values


def _acting(sense: Sense, found: Iterable[Found], sentences: frozenset[int]) -> list[str]:
    """The imposing countries, else the suppliers, else the affected; near ones before others."""
    wanted = {one.value for one in found}
    parts = [part for part in sense.parts if part.country in wanted]
    near = [part for part in parts if sense.scan.sentence(part.hit.start) in sentences]
    for chosen in (near, parts):
        for role in _ROLES:
            countries = list(dict.fromkeys(part.country for part in chosen if part.role == role))
            if countries:
                return countries
    close = [one.value for one in found if sense.scan.sentence(one.start) in sentences]
    return list(
        dict.fromkeys(close or [one.value for one in found if one.start < sense.scan.page.cut])
    )


def _tier(ready: Ready, found: Mapping[str, tuple[Found, ...]], goods: Mapping[str, Good]) -> Tier:
    """The best tier of the goods in the hit; a rule may lift it, never lower it."""
    lifted = ready.rule.alert.tier
    tiers: list[Tier] = [
        goods[one.value].tier
        for part in found.values()
        for one in part
        if one.concept.startswith("good:") and one.value in goods
    ]
    if lifted is not None:
        tiers.append(lifted)
    return min(tiers, default="B")


def _evidence(sense: Sense, found: Mapping[str, tuple[Found, ...]]) -> tuple[Evidence, ...]:
    spots = sorted(
        {(one.start, one.end, one.concept, name) for name, part in found.items() for one in part}
    )
    return tuple(sense.scan.page.evidence(*spot) for spot in spots)


def _because(found: Mapping[str, tuple[Found, ...]]) -> str:
    """The selections that are true and what they stand for."""
    parts = []
    for name, part in found.items():
        values = ",".join(
            dict.fromkeys(one.value for one in part if not one.concept.startswith("term:"))
        )
        if part:
            parts.append(f"{name}={values}" if values else name)
    return " ".join(parts)
