"""The sentences of a country's page, the same on the screen, on the clipboard and on paper."""

from __future__ import annotations

from collections.abc import Sequence

from osawatch.agenda.country import Country, Firm, Hit
from osawatch.cases.model import Case
from osawatch.lookup import Standing
from osawatch.model import Card, SourceRow
from ui import words
from ui.i18n import mark, say
from ui.lookup import words as known
from ui.lookup.parts import day_line
from ui.names import Names
from ui.sheet import Line, Part, Sheet
from ui.sources import health
from ui.sources import words as sources

CONTEXT = "country"
TEXTS = {
    "title": mark("country", "Country"),
    "choose": mark("country", "Another country: type, then Return"),
    "unknown": mark("country", "No country is called «{0}»."),
    "failed": mark("country", "Not done: {0}"),
    "none": mark("country", "Which country?"),
    "none_more": mark(
        "country",
        "Type one above. The page opens with the country of the post once Settings name one.",
    ),
    "in_force": mark("country", "In force, imposed by {0}"),
    "suspended": mark("country", "Suspended"),
    "announced": mark("country", "Announced, not in force yet"),
    "over": mark("country", "Over"),
    "hitting": mark("country", "Measures of others that hit {0}"),
    "by_alert": mark("country", "an alert names it as affected"),
    "by_destination": mark("country", "noted as a destination"),
    "supplies": mark("country", "Goods it supplies"),
    "more_shares": mark("country", "{0} smaller shares stand in the watchlist."),
    "alerts": mark("country", "Open alerts"),
    "more_alerts": mark("country", "{0} more stand in the inbox."),
    "cases": mark("country", "Open cases"),
    "coming": mark("country", "Days ahead, within a year"),
    "firms": mark("country", "Companies of the watchlist there"),
    "sources": mark("country", "Sources of this country"),
    "no_measures": mark("country", "None is known. Looked at: {0} measures of this desk."),
    "no_hitting": mark(
        "country",
        "None is known. Looked at: destinations that people noted, and alerts that name it as"
        " affected.",
    ),
    "no_shares": mark("country", "The watchlist names it as a supplier of nothing."),
    "no_alerts": mark("country", "None is open. Looked at: all open alerts of this profile."),
    "no_cases": mark("country", "No open case holds an alert about it."),
    "no_dates": mark(
        "country", "No day is named by a measure above. Looked at: the next 365 days."
    ),
    "no_firms": mark("country", "The watchlist names no company there."),
    "no_sources": mark(
        "country",
        "No source is published there. {0} sources that are on may tell of it all the same.",
    ),
    "case": mark("country", "{0}, held by {1}, last change {2}"),
    "next": mark("country", "next: {0}"),
    "newest": mark("country", "newest item {0} old"),
    "no_item": mark("country", "no item yet"),
    "as_of": mark("country", "As of {0}. {1}"),
    "silent": mark("country", "Never answered: {0}"),
    "listed": mark("country", "on the list {0}"),
    "source_off": mark("country", "off: nothing of it is read"),
    "warning": mark("country", "What this desk knows, not all there is."),
}
MOST_SHARES, MOST_SILENT = 30, 8


def text(key: str, *values: object) -> str:
    """A sentence of the page."""
    said = say(CONTEXT, TEXTS[key])
    return said.format(*values) if values else said


def parts(found: Country, names: Names, every: int) -> list[Part]:
    """All of the page. `every`: how many measures this desk knows of at all."""
    name = names.of("country", found.code)
    return [
        *_measures(found.imposed, name, names, every),
        Part(text("hitting", name), tuple(_hit(one, names) for one in found.hitting),
             text("no_hitting")),
        Part(text("alerts"), _cards(found, names), text("no_alerts")),
        Part(text("cases"), tuple(map(_case, found.cases)), text("no_cases")),
        Part(text("coming"), tuple(day_line(one, names) for one in found.coming), text("no_dates")),
        Part(text("supplies"), _shares(found, names), text("no_shares")),
        Part(text("firms"), tuple(_firm(one, names) for one in found.firms), text("no_firms")),
        Part(text("sources"), tuple(_source(one, found) for one in health.order(found.sources)),
             text("no_sources", found.coverage.on)),
    ]  # fmt: skip


def as_of(found: Country) -> list[str]:
    """When it was read, and how far the desk has looked."""
    said = [text("as_of", words.both(found.as_of), known.coverage(found.coverage))]
    silent = found.coverage.silent
    if silent:
        rest = len(silent) - MOST_SILENT
        more = f", +{rest}" if rest > 0 else ""
        said.append(text("silent", ", ".join(silent[:MOST_SILENT]) + more))
    return said


def sheet(found: Country, names: Names, every: int) -> Sheet:
    """All of it to take along, with sources."""
    name = names.of("country", found.code)
    told = tuple(parts(found, names, every))
    return Sheet(name, told, tuple(as_of(found)), warning=text("warning"))


def _measures(found: Sequence[Standing], name: str, names: Names, every: int) -> list[Part]:
    """By how they stand; what has no day of its own yet is announced."""
    by = known.by_standing(found, names)
    shown = [Part(text("in_force", name), by["in_force"], text("no_measures", every))]
    shown += [Part(text(key), by[key]) for key in ("suspended", "announced", "over") if by[key]]
    return shown


def _hit(one: Hit, names: Names) -> Line:
    why = text("by_destination" if one.why == "destination" else "by_alert")
    return Line(f"{known.measure(one.standing, names)} ({why})")


def _shares(found: Country, names: Names) -> tuple[Line, ...]:
    lines = [Line(known.share(one, names, land=True)) for one in found.shares[:MOST_SHARES]]
    rest = len(found.shares) - MOST_SHARES
    more = [Line(text("more_shares", rest), place="dependency")] if rest > 0 else []
    return (*lines, *more)


def _cards(found: Country, names: Names) -> tuple[Line, ...]:
    lines = [Line(_card(one, names), card=one.id) for one in found.cards]
    more = [Line(text("more_alerts", found.more), place="inbox")] if found.more else []
    return (*lines, *more)


def _card(one: Card, names: Names) -> str:
    goods = ", ".join(names.of("good", good) for good in one.goods[:3])
    level = words.word(words.LEVELS, one.level)
    facts = (f"{one.last_seen:%Y-%m-%d}", level, f"{int(one.score)}", goods)
    return f"{words.foreign(one.title)}  ·  {'  ·  '.join(filter(None, facts))}"


def _case(one: Case) -> Line:
    said = text("case", one.title, one.holder or one.by, f"{one.updated:%Y-%m-%d}")
    more = f"; {text('next', one.next)}" if one.next else ""
    return Line(said + more, place="cases")


def _firm(one: Firm, names: Names) -> Line:
    goods = ", ".join(names.of("good", good) for good in one.goods[:4])
    listed = [text("listed", hit.list) for hit in one.listings if hit.until is None]
    return Line("  ·  ".join(filter(None, (one.name, goods, *listed))), place="watchlist")


def _source(row: SourceRow, found: Country) -> Line:
    if not row.enabled:
        return Line(f"{row.title}  ·  {text('source_off')}", place="sources")
    old = health.age(row, found.as_of)
    age = text("no_item") if old is None else text("newest", sources.long(old))
    state = sources.state_word(health.state(row).name)
    return Line("  ·  ".join((row.title, row.grade, state, age)), place="sources")


def needed(found: Country) -> set[tuple[str, str]]:
    """The names that the page shows, as kind and key."""
    told = [*found.imposed, *(one.standing for one in found.hitting)]
    records = [one.record for one in told if one.record]
    measures = [*(one.measure for one in told), *(one.measure for one in found.coming)]
    measures += [other for record in records for _, other in record.reactions]
    keys = {("country", found.code)} | {("country", one.country) for one in measures}
    keys |= {("measure", one.measure) for one in measures}
    keys |= {("good", good) for one in measures for good in one.goods}
    keys |= {("country", one.value) for record in records for one in record.details
             if one.kind == "destination"}  # fmt: skip
    keys |= {("good", one.good) for one in found.shares}
    keys |= {("good", good) for card in found.cards for good in card.goods}
    keys |= {("good", good) for firm in found.firms for good in firm.goods}
    return keys
