"""`sanctions`: versions of the lists, what changed in them, and who stands on them.

`sanctions diff OLD_FILE NEW_FILE` needs no profile.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from feeds.lists.model import LIST_IDS
from osawatch.cli import out
from osawatch.cli.args import DONE, FAULT, Parser, Run, Verbs
from osawatch.cli.files import body_of
from osawatch.errors import BadInput, UnknownId

if TYPE_CHECKING:
    from feeds.lists.read import ListDocument
    from osawatch.listdiff import ListDiff

CLASSES = ("renamed", "measure_changed", "detail", "free_text")


def add(_name: str, parser: Parser) -> None:
    """The verbs and their arguments."""
    verbs = Verbs(parser)
    one = verbs.add("diff", "what changed between two versions of a list", diff)
    one.add_argument("which", nargs="+", metavar="LIST | OLD_FILE NEW_FILE")
    one.add_argument("--format", default="", metavar="LIST", help=f"one of {', '.join(LIST_IDS)}")


def diff(run: Run) -> int:
    """Two files."""
    which: list[str] = run.args.which
    if len(which) != 2:
        raise BadInput("give the old file and the new file", field="sanctions diff")
    return _files(run, Path(which[0]), Path(which[1]))


def _files(run: Run, old: Path, new: Path) -> int:
    from osawatch import listdiff

    wanted = known_list(run.args.format) if run.args.format else ""
    before, after = (_document(file, wanted) for file in (old, new))
    if before is None or after is None:
        return FAULT
    if before.list != after.list:
        told = f"is {after.list}, but {old} is {before.list}: give two versions of one list"
        raise BadInput(told, file=str(new))
    _say(listdiff.diff(before.entries, after.entries), run)
    return DONE


def known_list(name: str) -> str:
    """The id of a list, `UnknownId` for any other word."""
    if name not in LIST_IDS:
        raise UnknownId("list", name)
    return name


def _document(file: Path, wanted: str) -> ListDocument | None:
    """The list in a file; None after a line on stderr when it must not be compared."""
    from feeds.lists.read import read

    found = read(body_of(file), wanted if wanted.startswith("ofac") else file.name)
    if found is None:
        out.talk(f"{file}: is no list that this program knows")
        return None
    if found.outcome != "parsed":
        told = ": ".join(part for part in (found.reason, found.detail) if part)
        out.talk(f"{file}: refused: {told}; a broken list is compared with nothing")
        return None
    if wanted and found.list != wanted:
        out.talk(f"{file}: is {found.list}, not {wanted}")
        return None
    return found


def _say(found: ListDiff, run: Run) -> None:
    if found.duplicates:
        out.talk(f"{len(found.duplicates)} keys stand twice; the last record of each counts")
    if run.form != "table":
        out.one(as_record(found), run.form)
        return
    if found.format_changed:
        out.text("the publisher changed the format: most records differ in technical fields only")
    out.rows(_lines(found), COLUMNS, "table", none="nothing changed")


COLUMNS = (out.column("change"), out.column("id"), out.column("name"), out.column("fields"))


def as_record(found: ListDiff) -> dict[str, object]:
    """A difference by source key; a record stands in one class, the gravest."""
    return {
        "added": [entry.id for entry in found.added],
        "removed": [entry.id for entry in found.removed],
        **{name: [one.id for one in found.changed if one.kind == name] for name in CLASSES},
        "schema_noise": sum(one.kind == "schema_noise" for one in found.changed),
        "format_changed": found.format_changed,
    }


def _lines(found: ListDiff) -> list[dict[str, object]]:
    rows: list[dict[str, object]] = [
        {"change": change, "id": entry.id, "name": entry.name}
        for change, entries in (("added", found.added), ("removed", found.removed))
        for entry in entries
    ]
    return rows + [
        {"change": one.kind, "id": one.id, "name": one.name, "fields": list(one.paths)}
        for name in CLASSES
        for one in found.changed
        if one.kind == name
    ]
