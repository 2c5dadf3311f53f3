"""A look-up in parts: under which heading what stands, and what was looked at where nothing does.

Found -> parts, notes -> the dialog, the clipboard
"""

from __future__ import annotations

from datetime import datetime, timedelta

from osawatch.agenda.dates import Coming
from osawatch.cases.model import Case
from osawatch.lookup import Coverage, Dossier
from osawatch.model import Alert
from ui import words
from ui.lookup.reading import Found, Missed
from ui.lookup.words import by_standing, coverage, kind, on_list, share, text
from ui.morning import words as dates
from ui.names import Names
from ui.sheet import Line, Part, Sheet

MOST_SHARES, MOST_SILENT = 12, 8
DAY, WEEK = timedelta(days=1), timedelta(days=7)


def parts(found: Found, names: Names) -> list[Part]:
    """A dossier under its headings, the same on the screen and on the clipboard."""
    dossier, land = found.dossier, found.dossier.subject.kind == "country"
    told = [
        *_measures(found, names),
        *_on_lists(found),
        Part(text("coming"), tuple(day_line(one, names) for one in found.coming), text("no_dates")),
        Part(text("cases"), tuple(map(_case, found.cases)), text("no_cases")),
        Part(text("supplies" if land else "supplied"), _shares(dossier, names), text("no_shares")),
        Part(
            text("alerts"), tuple(_alert(one, found) for one in found.alerts), _none_raised(found)
        ),
    ]
    if dossier.ministries:
        told.append(Part(text("owner"), (Line(", ".join(dossier.ministries)),)))
    if dossier.codes:
        told.append(Part(text("codes"), (Line(", ".join(dossier.codes)),)))
    return told


def _measures(found: Found, names: Names) -> list[Part]:
    """Those in force always, the others where there are some."""
    by, searched = by_standing(found.dossier.standings, names), found.searched
    none = text("no_measures", searched.measures, searched.dated or text("no_list"))
    return [Part(text(key), lines, none) for key, lines in by.items() if lines or key == "in_force"]


def _on_lists(found: Found) -> list[Part]:
    """A company's; that it stands on none is worth what was looked at."""
    if found.dossier.subject.kind != "company":
        return []
    ages = ", ".join(_aged(key, at, found.dossier.as_of) for key, at in found.lists)
    none = text("not_listed", ages) if ages else text("no_lists")
    lines = tuple(Line(on_list(one)) for one in found.dossier.listings)
    return [Part(text("on_lists"), lines, none)]


def day_line(one: Coming, names: Names) -> Line:
    """A date of a measure, leading to the page of dates."""
    about = one.measure
    goods = ", ".join(names.of("good", good) for good in about.goods[:4])
    who = names.of("country", about.country)
    told = ", ".join(filter(None, (names.of("measure", about.measure), goods, about.act)))
    source = f" [{about.source}]" if about.source else ""
    return Line(f"{dates.day(one.day)}  ·  {dates.text(one.what)}  ·  {who}: {told}{source}",
                place="deadlines")  # fmt: skip


def _case(one: Case) -> Line:
    said = text("case", one.title, one.holder or one.by, f"{one.updated:%Y-%m-%d}")
    return Line(said, place="cases")


def _shares(found: Dossier, names: Names) -> tuple[Line, ...]:
    land = found.subject.kind == "country"
    lines = [Line(share(one, names, land=land)) for one in found.shares[:MOST_SHARES]]
    rest = len(found.shares) - MOST_SHARES
    more = [Line(text("more_shares", rest), place="dependency")] if rest > 0 else []
    return (*lines, *more)


def _alert(one: Alert, found: Found) -> Line:
    """With its first source, which goes along on the clipboard."""
    item = found.items.get(one.id)
    source = ""
    if item is not None:
        publisher = words.foreign(item.publisher or item.source_title)
        source = ", ".join(filter(None, (publisher, item.url)))
    said = f"{one.last_seen:%Y-%m-%d}  ·  {words.foreign(one.title)}"
    return Line(said, card=one.card, source=source)


def _none_raised(found: Found) -> str:
    looked = found.dossier.coverage
    return text("no_alerts", looked.items, looked.on)


def silence(found: Found) -> bool:
    """Whether something important is not known: then each source is named with its age."""
    return not (found.dossier.standings and found.dossier.alerts)


def notes(found: Found) -> list[str]:
    """When it was read and how far the desk has looked: in whole where something is not known."""
    dossier = found.dossier
    looked = dossier.coverage
    said = [text("as_of", words.both(dossier.as_of), coverage(looked))]
    if silence(found):
        return [*said, *ages(looked, dossier.as_of)]
    if looked.silent:
        rest = len(looked.silent) - MOST_SILENT
        more = f", +{rest}" if rest > 0 else ""
        said.append(text("silent", ", ".join(looked.silent[:MOST_SILENT]) + more))
    return said


def missed(found: Missed) -> list[str]:
    """Where a name was looked for that nothing is called by."""
    looked = found.searched
    counted = (looked.goods, looked.countries, looked.companies, looked.items)
    as_of = text("as_of", words.both(found.at), coverage(looked.coverage))
    return [text("checked", *counted), as_of, *ages(looked.coverage, found.at)]


def ages(found: Coverage, now: datetime) -> list[str]:
    """The sources that are on, by how long ago each answered last."""
    by: dict[str, list[str]] = {"in_day": [], "in_week": [], "longer": [], "never_in": []}
    for one in found.checked:
        if one.last is None:
            by["never_in"].append(words.foreign(one.title))
            continue
        old = now - one.last
        key = "in_day" if old <= DAY else "in_week" if old <= WEEK else "longer"
        by[key].append(_aged(words.foreign(one.title), one.last, now))
    said = [text(key, len(named), ", ".join(named)) for key, named in by.items() if named]
    return [*said, *([text("off", found.off)] if found.off else [])]


def _aged(name: str, at: datetime, now: datetime) -> str:
    return text("aged", name, words.ago(at, now))


def sheet(found: Found, names: Names) -> Sheet:
    """A dossier for the clipboard, with its sources and its time."""
    subject = found.dossier.subject
    title = f"{subject.name} ({kind(subject.kind)})"
    return Sheet(title, tuple(parts(found, names)), tuple(notes(found)))


def sheet_missed(found: Missed) -> Sheet:
    """That nothing was found, and where it was looked for."""
    opening = (text("nothing"),)
    return Sheet(text("nothing_head", found.typed), (), tuple(missed(found)), opening)
