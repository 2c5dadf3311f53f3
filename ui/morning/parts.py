"""The morning page in parts: what stands under which heading, and the end, said honestly.

Morning -> parts, end -> the page, the clipboard, a file
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from osawatch.agenda.dates import Coming
from osawatch.agenda.morning import Morning
from osawatch.agenda.work import Due
from osawatch.model import Card
from osawatch.unseen import Month
from ui import words
from ui.morning.words import day, month_year, text
from ui.sheet import Line, Part, Sheet

MOST_SILENT = 12
UNSEEN = "unseen"  # where the line of the month leads
Known = dict[tuple[str, str], str]


def parts(found: Morning, names: Known, hid: Month | None) -> list[Part]:
    """All of the page. `hid`: what exceptions hid last month, where it is the time to say so."""
    work = [Part(text("work"), tuple(map(_due, found.due)))] if found.due else []
    return [
        Part(text("new"), tuple(_news(found, names)), text("none")),
        Part(text("coming"), tuple(_date(one, names) for one in found.coming), text("no_dates")),
        *work,  # nothing is said of cases where none is due: a morning is short
        Part(text("silent"), _silent(found), _all_well(found)),
        *_hidden(hid),
    ]


def end(found: Morning) -> list[str]:
    """Whether that is all, and when sources were asked."""
    since = words.clock(found.since)
    all_of_it = text("end_more", since, found.more) if found.more else text("end", since)
    return [all_of_it, *([text("polled", words.clock(found.polled))] if found.polled else [])]


def sheet(found: Morning, names: Known, hid: Month | None) -> Sheet:
    """The page to take along."""
    since = text("since", words.clock(found.since))
    told = (*parts(found, names, hid), Part(end(found)[0]))
    return Sheet(text("title"), told, tuple(end(found)[1:]), (since,))


def _news(found: Morning, names: Known) -> Iterable[Line]:
    for card in found.cards:
        official = f"{words.text('Official')}: " if card.official else ""
        yield Line(f"{official}{card.title}", card=card.id, source=_facts(card, names))
    if found.more:
        yield Line(text("more", found.more), place="inbox")


def _facts(card: Card, names: Known) -> str:
    told = [words.word(words.LEVELS, card.level)]
    told += [names["good", good] for good in card.goods[:3]]
    told += [names["country", land] for land in card.countries[:2]]
    return "  ·  ".join(told)


def _date(row: Coming, names: Known) -> Line:
    one = row.measure
    goods = ", ".join(names["good", good] for good in one.goods)
    told = f"{names['country', one.country]}: {names['measure', one.measure]}, {goods}"
    return Line(f"{day(row.day)}  ·  {text(row.what)}  ·  {told}", place="deadlines")


def _due(one: Due) -> Line:
    late = one.late and one.what == "step"
    what = text("case_late" if late else f"case_{one.what}")
    told = ", ".join(part for part in (f"{one.title}: {one.text}", one.who) if part)
    return Line(f"{day(one.day)}  ·  {what}  ·  {told}", place="cases")


def _silent(found: Morning) -> tuple[Line, ...]:
    if not found.silent:
        return ()
    named = ", ".join(row.title for row in found.silent[:MOST_SILENT])
    rest = len(found.silent) - MOST_SILENT
    named += f", +{rest}" if rest > 0 else ""
    return (Line(named, place="sources", source=text("silent_told")),)


def _all_well(found: Morning) -> str:
    return text("all_well" if found.polled else "never_polled")  # nobody asked: nobody answered


def _hidden(hid: Month | None) -> list[Part]:
    if hid is None or not hid.hidden:
        return []
    by = sum(1 for one in hid.lines if one.items)
    said = text("hidden", month_year(date(hid.year, hid.month, 1)), hid.hidden, by)
    return [Part(text("chose_not"), (Line(said, place=UNSEEN),))]
