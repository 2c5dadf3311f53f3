"""What a text names of the kept lists, before its rules are tried. Pure.

    Names.search -> spots -> the countries of the text, if a spot needs them -> settle -> findings
      -> the text for the rules, with those that are no natural person's: `watchlist: sanctions`

A person's name raises nothing by itself: alerts travel, and nobody has confirmed it yet.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from osawatch.hits import NewCheck, NewFinding
from rules.model import ListedName, Match, Text

if TYPE_CHECKING:
    from osawatch.screening.running import Findings, Named, Names


def compare(names: Names, text: Text, match: Callable[[Text], Match]) -> tuple[NewCheck, Text]:
    """What a text names, and the text as rules see it. `match` tells which countries it names."""
    from osawatch.screening.running import settle, wants_countries

    spots = names.search(text.title, text.summary)
    if not spots:
        return NewCheck(), text
    lands = match(text).countries if wants_countries(spots) else ()
    found = settle(spots, text.title, text.summary, lands)
    listed = tuple(_listed(one) for one in found.told if not one.bearer.person)
    return checked(found), replace(text, listed=listed)


def checked(found: Findings) -> NewCheck:
    """Findings as they are kept. The words of a person who is not told of are not."""
    quiet = [(one.silent, "" if one.bearer.person else one.text) for one in found.silent]
    return NewCheck(tuple(map(_new, found.told)), tuple(dict.fromkeys(quiet)), found.beyond)


def _new(one: Named) -> NewFinding:
    who = one.bearer
    return NewFinding(
        who.list, who.id, who.kind, who.person, one.name, one.type, one.quality, one.field,
        one.start, one.end, one.text, one.relation, one.need, one.fact,
    )  # fmt: skip


def _listed(one: Named) -> ListedName:
    return ListedName(one.field, one.start, one.end, one.bearer.list, one.bearer.id)
