"""From the hits of items to occurrences a group, and from alerts to those another rule hides."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from rules.counting import Occurrence
from rules.deadlines import ANY, KINDS
from rules.fold import fold
from rules.model import Match, RuleHit, Text
from rules.rule import Rule
from rules.windows import MERGE, Alert

Group = tuple[tuple[str, str], ...]
OFFICIAL = frozenset({"official-gazette", "export-restriction", "sanctions"})


@dataclass(frozen=True, slots=True)
class Moment:
    """An item in time: its name, when it happened, whether that is a date of its own.

    `official`: its source speaks for an authority, whatever its kind.
    """

    item: str
    at: datetime
    dated: bool = True
    official: bool = False


def of(
    rule: Rule, hit: RuleHit, match: Match, text: Text, when: Moment
) -> list[tuple[Group, Occurrence]]:
    """One occurrence for each group that the hit asks for."""
    one = Occurrence(
        when.at, when.item, text.publisher or text.source, text.kind, hit.level,
        _watched(rule, hit, match, text), when.dated,
        speaks_at_once(rule, text.kind, official=when.official),
    )  # fmt: skip
    return [(tuple(sorted(group)), one) for group in hit.groups or ((),)]


def speaks_at_once(rule: Rule, kind: str, *, official: bool) -> bool:
    """Whether an item is a notice that waits for no count of the press.

    A rule that looks at notices alone counts them, as its author wrote.
    """
    kinds = rule.source.kinds
    return (official or kind in OFFICIAL) and not (kinds and OFFICIAL.issuperset(kinds))


def _watched(rule: Rule, hit: RuleHit, match: Match, text: Text) -> tuple[str, ...]:
    if rule.alert.type != "deadline":
        return values(rule.alert.field, hit, match, text)
    wanted = KINDS if rule.alert.field == ANY else (rule.alert.field,)
    return tuple(sorted({one.date.isoformat() for one in match.dates if one.kind in wanted}))


def values(field: str, hit: RuleHit, match: Match, text: Text) -> tuple[str, ...]:
    """What an item has in a rule's `field`: of itself, of its measures, or of a selection."""
    if field in ("publisher", "source", "kind", "language"):
        found = str(getattr(text, field))
        return (found,) if found else ()
    if field == "status":
        return tuple(sorted(set(match.measure_status.values())))
    named = [one for one in hit.evidence if field and one.selection == field]
    return tuple(sorted({_value(one.concept, one.text) for one in named}))


def hidden_by(
    rule: Rule,
    group: Group,
    alert: Alert,
    raised: Mapping[str, Sequence[tuple[Group, Alert]]],
    rules: Mapping[str, Rule],
) -> str:
    """The general rule whose alert stands when this one is raised, or ""."""
    for one in rule.inhibited_by:
        general = rules.get(one.rule)
        if general is None or (_trial(general) and not _trial(rule)):
            continue  # its alerts go to the Trial view: they must hide none of the inbox
        merge = general.alert.merge_window or MERGE
        for other, standing in raised.get(one.rule, ()):
            over = standing.stop + merge
            if alike(group, other, one.equal) and standing.raised <= alert.raised <= over:
                return one.rule
    return ""


def alike(one: Group, other: Group, names: Iterable[str]) -> bool:
    """Whether two groups have the same values under these names."""
    first, second = dict(one), dict(other)
    return all(first.get(name, "") == second.get(name, "") for name in names)


def _trial(rule: Rule) -> bool:
    return rule.status in ("experimental", "test")


def _value(concept: str, text: str) -> str:
    kind, _, value = concept.partition(":")
    return fold(text).strip() if kind == "term" else value
