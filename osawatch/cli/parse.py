"""`parse`: any document a source can serve, as entries.

file -> bytes -> a list of names? | feeds.parse -> entries on stdout, what was wrong on stderr
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from osawatch.cli import codes, out
from osawatch.cli.args import DONE, FAULT, USAGE, Parser, Run, prepared
from osawatch.cli.files import body_of, spread, unpacked
from osawatch.cli.tongue import of_error, say, translated
from osawatch.errors import BadInput, UnknownId

if TYPE_CHECKING:
    from feeds.lists.model import ListEntry
    from feeds.model import SourceSpec

FORMATS = (
    "auto", "rss", "atom", "rdf", "jsonfeed", "federal-register", "list", "html", "csv", "gdelt",
    "gta", "wto-eping", "wto-qr", "cellar", "tk-odata", "tk-syncfeed", "cn-search", "reliefweb",
    "eu-sanctions-map", "sru", "gdelt-bulk", "jsonl", "mail", "msg", "pdf", "docx", "sheet",
)  # fmt: skip
COLUMNS = (
    out.column("published"),
    out.column("language"),
    out.Column("title", lambda row: row.get("title") or row.get("name")),
    out.Column("address or id", lambda row: row.get("url") or row.get("id")),
)


def add(_name: str, parser: Parser) -> None:
    """The arguments."""
    prepared(parser, run)
    parser.add_argument("files", nargs="+", metavar="FILE", help="a document, or a folder of them")
    parser.add_argument("--format", choices=FORMATS, default="auto", help="what it should be")
    parser.add_argument(
        "--source", default="", metavar="ID", help="read it as this source of the catalogue's"
    )


def run(run: Run) -> int:
    """A damaged document gives what can be saved, a line on stderr and exit code 1."""
    worst = [DONE]
    form = run.form
    out.rows(_entries(spread(run.args.files), _asked(run), worst), COLUMNS, form, none="no entries")
    return max(worst)


def _asked(run: Run) -> SourceSpec:
    """What a document should be, and how it is read."""
    from feeds.catalogue import load
    from feeds.model import SourceSpec

    name, promised = run.args.source, run.args.format
    if not name:
        return SourceSpec("", "", "", format=promised)
    found = next((spec for spec in load() if spec.id == name), None)
    if found is None:
        raise UnknownId("source", name)
    wanted = "html" if found.format == "html" else promised
    return replace(found, format=promised if promised != "auto" else wanted)


def _entries(files: list[Path], asked: SourceSpec, worst: list[int]) -> Iterator[dict[str, object]]:
    for file in files:
        try:
            body = body_of(file)
        except BadInput as error:
            out.talk(of_error(error))
            worst.append(USAGE)
            continue
        yield from _of(file, body, asked, worst)


def _of(
    file: Path, body: bytes, asked: SourceSpec, worst: list[int]
) -> Iterator[dict[str, object]]:
    if asked.format in ("auto", "list"):
        found = _listed(file, body, worst)
        if found is not None:
            yield from found
            return
    if asked.format == "list":
        out.talk(say("{0}: is no list that this program knows", file))
        worst.append(FAULT)
        return
    yield from _feed(file, body, asked, worst)


def _feed(
    file: Path, body: bytes, asked: SourceSpec, worst: list[int]
) -> Iterator[dict[str, object]]:
    from feeds.jail.keeper import parse

    document = parse(body, url=asked.url, format=asked.format, recipe=asked.recipe)
    for problem in document.problems:
        place = f"{file}:{problem.line}" if problem.line else str(file)
        parts = (place, problem.field, translated(problem.message))
        out.talk(": ".join(part for part in parts if part))
    if document.outcome != "parsed":
        outcome = codes.shown("outcome", document.outcome)
        reason = codes.shown("outcome", document.reason)
        said = say("{0}: {1}, {2} entries", outcome, reason, len(document.items))
        out.talk(f"{file}: {said}")
        worst.append(FAULT)
    for item in document.items:
        yield {
            "source_format": document.format,
            "id": item.guid or item.url,
            "url": item.url,
            "title": item.title,
            "summary": item.summary,
            "published": out.when(item.published) or None,
            "updated": out.when(item.updated) or None,
            "precision": item.precision,
            "language": item.language or asked.language,
            "publisher": item.publisher,
            "authors": list(item.authors),
            "categories": list(item.categories),
        }


def _listed(file: Path, body: bytes, worst: list[int]) -> Iterator[dict[str, object]] | None:
    """The entries of a sanctions list, None when it is none."""
    from feeds.jail.apart import read

    try:
        found = read(unpacked(body, file), file.name.removesuffix(".gz"))
    except BadInput:  # whoever reads documents says what is wrong with it
        return None
    if found is None:
        return None
    if found.outcome != "parsed":
        said = ": ".join(part for part in (found.reason, found.detail) if part)
        out.talk(say("{0}: {1}: {2}, {3} entries", file, found.outcome, said, len(found.entries)))
        worst.append(FAULT)
    return (designation(entry) for entry in found.entries)


def designation(entry: ListEntry) -> dict[str, object]:
    """A record of a list as the contract has it."""
    return {
        "list": entry.list,
        "id": entry.id,
        "kind": entry.kind,
        "name": entry.name,
        "names": [
            {"name": one.text, "type": one.type, "script": one.script, "quality": one.quality}
            for one in entry.names
        ],
        "programmes": list(entry.programmes),
        "countries": list(entry.countries),
        "identifiers": [
            {"type": one.type, "value": one.value, "country": one.country}
            for one in entry.identifiers
        ],
        "listed": entry.listed or None,
        "remarks": entry.remarks,
    }
