"""`screen`: names against lists, a line each, in the order they were asked.

names | batches | Screener.screen_all -> hits with their score and why
A list that is damaged is screened as far as it can be read, and the exit code says so.
"""

from __future__ import annotations

import argparse
import json
import math
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from osawatch.cli import out
from osawatch.cli.args import DONE, FAULT, USAGE, Parser, Run, prepared
from osawatch.cli.files import STDIN, body_of, lines_of, unpacked
from osawatch.cli.tongue import of_error, say
from osawatch.errors import BadInput
from osawatch.paths import profile_folder

if TYPE_CHECKING:
    from feeds.lists.model import ListEntry
    from osawatch.screening.model import Hit, Subject
    from osawatch.screening.screener import Screener

BATCH = 256
COLUMNS = (
    out.column("query"),
    out.Column("score", lambda row: f"{row['score']:.2f}", right=True),
    out.column("list"),
    out.column("entity_id"),
    out.column("name"),
    out.column("why"),
)


def add(_name: str, parser: Parser) -> None:
    """The arguments."""
    prepared(parser, run)
    parser.add_argument("file", nargs="?", metavar="FILE", help="names; stdin without it")
    parser.add_argument(
        "--list", nargs="+", action="extend", default=[], metavar="FILE", dest="lists"
    )
    parser.add_argument("--threshold", type=share, default=0.85, help="0 to 1, for example 0.85")


def share(words: str) -> float:
    """A number from 0 to 1, for argparse."""
    try:
        value = float(words)
    except ValueError:
        value = math.nan
    if not 0 <= value <= 1:
        raise argparse.ArgumentTypeError(f"{words!r} is not a number between 0 and 1")
    return value


def run(run: Run) -> int:
    """Exit code 2 if a line could not be read, 1 if a list could not; the others are answered."""
    from osawatch.screening.screener import Screener

    worst = [DONE]
    file = _file(run)
    entries = [entry for path in run.args.lists for entry in listed(Path(path), worst)]
    if not run.args.lists:
        entries = _of_profile(run)
    screener = Screener(entries)
    with lines_of(file) as lines:
        found = answers(read(lines, file, worst), screener, run.args.threshold)
        out.rows(found if run.form != "table" else flat(found), COLUMNS, run.form, none="no hits")
    return max(worst)


def listed(path: Path, worst: list[int]) -> tuple[ListEntry, ...]:
    """The entries of a list in any format, or of plain CSV; what is wrong is said."""
    from feeds.jail.apart import read as read_list
    from osawatch.screening.subjects import plain_list

    body = unpacked(body_of(path), path)
    try:
        plain = plain_list(body, path.stem)
    except BadInput as error:
        raise BadInput(error.message, file=str(path), field=error.field) from error
    if plain is not None:
        return plain
    found = read_list(body, path.name)
    if found is None:
        raise BadInput("is no list that this program knows", file=str(path))
    if found.outcome != "parsed":
        told = ": ".join(part for part in (found.reason, found.detail) if part)
        out.talk(say("{0}: {1}; {2} entries of it are screened", path, told, len(found.entries)))
        worst.append(FAULT)
    return found.entries


def _of_profile(run: Run) -> list[ListEntry]:
    """The lists that a profile keeps; one that does not exist yet is not made for this."""
    if not profile_folder(getattr(run.args, "profile", None)).is_dir():
        raise BadInput("give at least one list file", field="--list")
    with run.open() as core:
        entries = [entry for _, found in core.lists.current() for entry in found]
    if not entries:
        raise BadInput("give at least one list file, or update the profile's", field="--list")
    return entries


def read(lines: Iterable[bytes], file: str, worst: list[int]) -> Iterator[Subject]:
    """The lines that can be read; what is wrong with others is said."""
    from osawatch.screening.subjects import subject

    for number, line in enumerate(lines, 1):
        try:
            text = line.decode("utf-8-sig").strip()
            if text.startswith("{"):
                record = json.loads(text)
                yield subject(record, str(record.get("id", number)))
            elif text:
                yield subject({"name": text}, str(number))
        except BadInput as error:
            _bad(BadInput(error.message, file=file, line=number, field=error.field), worst)
        except (UnicodeDecodeError, ValueError, RecursionError) as error:
            told = "is not UTF-8" if isinstance(error, UnicodeDecodeError) else "is not JSON"
            _bad(BadInput(told, file=file, line=number), worst)


def _bad(error: BadInput, worst: list[int]) -> None:
    out.talk(of_error(error))
    worst.append(USAGE)


def answers(
    subjects: Iterator[Subject], screener: Screener, threshold: float
) -> Iterator[dict[str, object]]:
    """A record for each subject, in order."""
    while batch := list(islice(subjects, BATCH)):
        for one, hits in zip(batch, screener.screen_all(batch, threshold), strict=True):
            yield {"id": one.id, "query": one.name, "hits": [as_record(hit) for hit in hits]}


def as_record(hit: Hit) -> dict[str, object]:
    """A hit as a program reads it. `name` is the entry's own, `matched` the one that was met."""
    from osawatch.screening.why import why

    return {
        "list": hit.entry.list,
        "entity_id": hit.entry.id,
        "name": hit.entry.name,
        "score": round(hit.score, 3),
        "why": why(hit),
        "kind": hit.entry.kind,
        "matched": hit.name.text if hit.name else hit.number,
        "quality": hit.name.quality if hit.name else "strong",
        "second": [
            {"about": one.about, "agrees": one.agrees, "value": one.value} for one in hit.facts
        ],
    }


def flat(found: Iterable[dict[str, object]]) -> Iterator[dict[str, object]]:
    """A row a hit, for a table."""
    for one in found:
        hits = one["hits"]
        if isinstance(hits, list):
            for hit in hits:
                yield {"query": one["query"], **hit}


def _file(run: Run) -> str:
    """The FILE, also when `--list` before it has taken it for a list."""
    named: list[str] = [run.args.file] if run.args.file else []
    swallowed = [one for one in run.args.lists if one == STDIN or one.endswith(".jsonl")]
    run.args.lists[:] = [one for one in run.args.lists if one not in swallowed]
    named += swallowed
    if len(named) > 1:
        raise BadInput(f"only one file can be read: {', '.join(named)}", field="FILE")
    return named[0] if named else STDIN
