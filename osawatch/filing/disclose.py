"""What a desk wrote about a subject, for a request under the law on open government (Woo).

    words, period -> cases and alerts that hold them -> names of people and other words made
    unreadable, each with its ground -> numbered documents, and an inventory that names each ground
The program finds the words it is told and the people this desk knows: a person reads the rest.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from html import escape
from pathlib import Path
from typing import Any

from osawatch.cases.markings import floor, refuse_below, together
from osawatch.cases.model import Case
from osawatch.errors import BadInput
from osawatch.filing.dossier import as_html, as_json, dossier, line, page, table
from osawatch.filing.model import PERSONAL, Disclosed
from osawatch.filing.putting import put
from osawatch.filing.redact import Redaction, texts
from osawatch.filing.words import words as words_of
from osawatch.fold import clock_of
from osawatch.model import Alert, Filter
from osawatch.stages import Event
from osawatch.store import attachments, cases, events, reading
from osawatch.store.database import Connection, Store

_PARTS = re.compile(r"[,;(/]")
UNSAFE = ("=", "+", "-", "@", "\t", "\r")  # what a spreadsheet takes for a formula


@dataclass(frozen=True, slots=True)
class Wanted:
    """A request: words that must all be there (none = any), a period, further words to hide.

    `marking` stands in every document; whoever asks has looked whether the desk may write it.
    """

    words: tuple[str, ...]
    since: datetime
    until: datetime
    language: str
    grounds: Mapping[str, str]
    marking: str = ""


def disclose(store: Store, known: Sequence[Case], wanted: Wanted, folder: Path) -> Disclosed:
    """Write the documents into a new folder."""
    if folder.exists():
        raise BadInput("is there already", file=str(folder))
    with store.reading() as connection:
        cases_found = list(_cases(connection, known, wanted))
        refuse_below(wanted.marking, floor(case for case, _ in cases_found))
        alerts_found = list(_alerts(connection, known, wanted))
        people = _people(connection, known)
    found = [*(one for _, one in cases_found), *alerts_found]
    parts = together(len(alerts_found), len(cases_found), wanted.language)
    redaction = Redaction({**dict.fromkeys(people, PERSONAL), **wanted.grounds})
    said, made, rows = words_of(wanted.language), {}, []
    for number, (kind, title, at, whole) in enumerate(found, 1):
        kept = {"form": whole["form"], "marking": wanted.marking}  # no words of a person
        safe = {**redaction.all(whole), **kept}
        grounds = redaction.grounds(whole)
        name = f"{number:03d}-{kind}"
        made[f"{name}.json"] = as_json(safe)
        made[f"{name}.html"] = _paper(kind, safe, said, wanted.language)
        verdict = said["partly"] if grounds else said["yes"]
        rows.append((number, at, kind, redaction.text(title), verdict, ", ".join(grounds)))
    made["inventory.csv"] = _csv(rows, said, wanted.marking)
    made["inventory.html"] = _inventory(rows, said, wanted, parts)
    put(folder, made)
    return Disclosed(folder, len(rows), sum(bool(row[5]) for row in rows))


def grounds_of(text: str, file: str) -> dict[str, str]:
    """Lines of `words;ground`; `BadInput` names file and line of what is neither."""
    found: dict[str, str] = {}
    for number, one in enumerate(text.splitlines(), 1):
        if not one.strip() or one.startswith("#"):
            continue
        said, separator, ground = one.partition(";")
        if not (separator and said.strip() and ground.strip()):
            raise BadInput("is not of the form WORDS;GROUND", file=file, line=number)
        found[said.strip()] = ground.strip()
    return found


Document = tuple[str, str, str, dict[str, Any]]
"""Kind, title, day, all of it."""


def _cases(
    connection: Connection, known: Sequence[Case], wanted: Wanted
) -> Iterable[tuple[Case, Document]]:
    for case in known:
        if case.opened > wanted.until or case.updated < wanted.since:
            continue
        log = cases.log(connection, case.id)
        alerts = reading.alerts(connection, case.alerts)
        told = [(one, reading.story(connection, one.id, one.rule)) for one in alerts]
        files = [file for one in alerts for file in attachments.of(connection, one.id)]
        whole = dossier(case, log, told, files)
        if _speaks(whole, wanted.words):
            yield case, ("case", case.title, case.opened.date().isoformat(), whole)


def _alerts(connection: Connection, known: Sequence[Case], wanted: Wanted) -> Iterable[Document]:
    """Alerts on which the desk wrote anything, and which stand in no case."""
    inside = {alert for case in known for alert in case.alerts}
    ids = reading.alert_ids(connection, Filter(view="all"))
    for start in range(0, len(ids), 500):
        part = [one for one in ids[start : start + 500] if one not in inside]
        log = events.of_alerts(connection, part)
        for alert in reading.alerts(connection, part):
            lines = [one for one in log[alert.id] if _within(one, wanted)]
            if not lines:
                continue
            story = reading.story(connection, alert.id, alert.rule)
            whole = {
                "form": "osawatch-alert/1", "title": alert.title, "level": alert.level,
                "log": [line(one) for one in lines],
                "items": [
                    {"title": one.title, "publisher": one.publisher, "url": one.url}
                    for one in story
                ],
            }  # fmt: skip
            if _speaks(whole, wanted.words):
                yield "alert", alert.title, _day(alert), whole


def _within(event: Event, wanted: Wanted) -> bool:
    """A line that a person wrote in the period; that somebody looked is not kept as a document."""
    passive = bool(event.data.get("passive"))
    return not passive and wanted.since <= clock_of(event.hlc) <= wanted.until


def _people(connection: Connection, known: Sequence[Case]) -> set[str]:
    """Everybody whose name stands in a field for people."""
    found = set(events.actors(connection))
    for case in known:
        found |= {case.by, case.holder, *(one.who for one in case.told)}
        found |= {one.who for one in case.steps}
        if case.handover:
            found.add(case.handover.to)
    found |= {str(one.data.get("who", "")) for one in events.of_kinds(connection, ("assign",))}
    found |= {_PARTS.split(one)[0].strip() for one in found}  # «Jan Jansen, Acme» is Jan Jansen too
    return {one for one in found if len(one.strip()) > 1 and one != "osawatch"}


def _speaks(whole: Mapping[str, Any], words: Sequence[str]) -> bool:
    text = "\n".join(texts(whole)).casefold()
    return all(word.casefold() in text for word in words)


def _day(alert: Alert) -> str:
    return alert.first_seen.date().isoformat()


def _paper(kind: str, safe: Mapping[str, Any], said: Mapping[str, str], language: str) -> bytes:
    if kind == "case":
        return as_html(safe, said, language)
    items = "".join(
        f"<li>{escape(one['title'])} ({escape(one['publisher'])}) {escape(one['url'])}</li>"
        for one in safe["items"]
    )
    body = (
        f"<h1>{escape(safe['title'])}</h1><p>{said['press']}</p><ul>{items}</ul>"
        f"<h2>{said['log']}</h2>{table(safe['log'], said)}"
    )
    return page(str(safe["title"]), body, language, safe["marking"])


def _head(said: Mapping[str, str]) -> tuple[str, ...]:
    return (said["number"], said["when"], said["what"], said["title"], said["verdict"],
            said["grounds"])  # fmt: skip


def _csv(rows: Sequence[Sequence[object]], said: Mapping[str, str], marking: str) -> bytes:
    """A table has no head and foot for a marking: it stands in a last column, on every row."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow([*_head(said), *([said["marking"]] if marking else [])])
    for row in rows:
        writer.writerow([_safe(str(cell)) for cell in (*row, *([marking] if marking else []))])
    return text.getvalue().encode("utf-8-sig")


def _safe(cell: str) -> str:
    return f"'{cell}" if cell.startswith(UNSAFE) else cell


def _inventory(
    rows: Sequence[Sequence[object]], said: Mapping[str, str], wanted: Wanted, parts: str
) -> bytes:
    head = "".join(f'<th scope="col">{escape(one)}</th>' for one in _head(said))
    lines = "".join(
        f"<tr>{''.join(f'<td>{escape(str(cell))}</td>' for cell in row)}</tr>" for row in rows
    )
    body = (
        f"<h1>{said['inventory']}</h1><p>{said['reader']}</p><p>{parts}</p>"
        f"<table><tr>{head}</tr>{lines}</table>"
    )
    return page(said["inventory"], body, wanted.language, wanted.marking)
