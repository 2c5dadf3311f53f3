"""The general alert hides the detailed one: `inhibited_by` of rule files, over what stands."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from osawatch.stages import Timed, Wish
from osawatch.store import reach
from osawatch.store.database import Connection
from rules import occurrences
from rules.rule import Inhibition
from rules.windows import MERGE


def in_order(wishes: list[Wish], timed: Timed) -> list[Wish]:
    """Wishes that may be hidden come last: the general one may be of the same item."""
    return sorted(wishes, key=lambda wish: wish.rule in timed.inhibited)


def hide(connection: Connection, timed: Timed, wish: Wish, when: datetime) -> Wish:
    """The wish, put aside if an open alert of a more general rule says the same."""
    rule = timed.inhibited.get(wish.rule)
    if rule is None or wish.suppressed:
        return wish
    for one in rule.inhibited_by:
        if _stands(connection, timed, one, wish, when):
            told = "; ".join(filter(None, (f"inhibited by {one.rule}", wish.because)))
            return replace(wish, suppressed="inhibited", because=told)
    return wish


def _stands(
    connection: Connection, timed: Timed, one: Inhibition, wish: Wish, when: datetime
) -> bool:
    """What a person closed hides nothing: the detail may be what was missing."""
    general = timed.general.get(one.rule)
    if general is None or (not wish.trial and general.status in ("experimental", "test")):
        return False
    merge = general.alert.merge_window or MERGE
    return any(
        occurrences.alike(wish.group, group, one.equal)
        for group in reach.open_groups(connection, one.rule, when, merge)
    )
