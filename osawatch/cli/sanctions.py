"""`sanctions`: versions of the lists, what changed in them, and who stands on them.

`sanctions diff OLD_FILE NEW_FILE` needs no profile.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from feeds.lists.model import LIST_IDS
from osawatch.cli import codes, out, sanctions_hits
from osawatch.cli.args import DONE, FAULT, Parser, Run, Verbs, time_of
from osawatch.cli.files import body_of, unpacked
from osawatch.cli.parse import designation
from osawatch.cli.tongue import say, translated
from osawatch.errors import BadInput, UnknownId

if TYPE_CHECKING:
    from feeds.lists.model import ListEntry
    from feeds.lists.read import ListDocument
    from osawatch.lists.desk import Updated
    from osawatch.lists.diff import ListDiff
    from osawatch.store.lists import Version

KEPT = tuple(map(out.column, (
    "received", "records", "bytes", "packed", "deltas", "kept_for", "origin",
)))  # fmt: skip
ROUNDS = tuple(map(out.column, (
    "round", "list", "after", "state", "names", "since", "looked", "of", "found", "alerts",
)))  # fmt: skip
STANDING = tuple(map(out.column, (
    "company", "list", "entity", "name", "score", "since", "until", "reason", "why",
)))  # fmt: skip
CLASSES = ("renamed", "measure_changed", "detail", "free_text")


def add(_name: str, parser: Parser) -> None:
    """The verbs and their arguments."""
    verbs = Verbs(parser)
    one = verbs.add("update", "fetch lists, or read one from a file", update)
    one.add_argument("which", nargs="*", metavar="LIST", help=f"of {', '.join(LIST_IDS)}")
    one.add_argument("--file", type=Path, default=None, metavar="F", help="the list as a file")
    one = verbs.add("diff", "what changed between two versions of a list", diff)
    one.add_argument("which", nargs="+", metavar="LIST | OLD_FILE NEW_FILE")
    one.add_argument("--format", default="", metavar="LIST", help=f"one of {', '.join(LIST_IDS)}")
    one.add_argument("--since", default="", metavar="T", help="the version in use at that time")
    one = verbs.add("show", "a record of the lists, by key or by exact name", show)
    one.add_argument("entity", metavar="ENTITY", help="a key, LIST:KEY, or a name")
    one = verbs.add("versions", "the versions of a list that are kept, and why each is", versions)
    one.add_argument("which", metavar="LIST", help=f"one of {', '.join(LIST_IDS)}")
    one = verbs.add("companies", "companies of the watchlist that stand on lists", companies)
    one.add_argument("company", nargs="?", default="", metavar="COMPANY", help="only this one")
    one = verbs.add("older", "names new on lists, looked for in items that were here", older)
    one.add_argument("--go", action="store_true", help="do now what waits, else a poll does it")
    one.add_argument("--stop", type=int, default=None, metavar="N", help="end this round for good")
    one.add_argument("--again", type=int, default=None, metavar="N", help="let it go on after all")
    sanctions_hits.add(verbs)


def update(run: Run) -> int:
    """Exit code 1 if a list could not be had; the others are updated."""
    file: Path | None = run.args.file
    wanted = [known_list(name) for name in run.args.which]
    if file is not None and len(wanted) != 1:
        raise BadInput("name the one list that the file is", field="--file")
    with run.open() as core:
        lists = core.lists
        if file is not None:
            found = iter([lists.take(wanted[0], unpacked(body_of(file), file), file.name)])
        else:
            found = lists.update(wanted)
        results = list(_followed(found))
    out.rows([asdict(one) for one in results], UPDATED, run.form, none="no lists")
    return FAULT if any(one.failed for one in results) else DONE


def _followed(found: Iterator[Updated]) -> Iterator[Updated]:
    progress = out.Progress()
    for number, one in enumerate(found, 1):
        progress.show(number, number, one.list)
        if one.failed:
            progress.end()
            kept = (
                say("; the last good copy of {0} records stays", one.records) if one.records else ""
            )
            detail = translated(one.detail)
            out.talk(f"{one.list}: {codes.shown('outcome', one.outcome)}: {detail}{kept}")
        yield one
    progress.end()


UPDATED = (
    out.column("list"),
    out.column("outcome"),
    out.column("records", right=True),
    out.column("added", right=True),
    out.column("removed", right=True),
    out.column("changed", right=True),
    out.column("alerts", right=True),
    out.column("detail"),
)


def diff(run: Run) -> int:
    """Two files, or two versions of a list of the profile."""
    which: list[str] = run.args.which
    if len(which) == 2 and not run.args.since:
        return _files(run, Path(which[0]), Path(which[1]))
    if len(which) != 1:
        raise BadInput("give the old file and the new file, or one list", field="sanctions diff")
    list_id = known_list(which[0])
    with run.open() as core:
        words: str = run.args.since
        since = time_of(words, core.now(), field="--since") if words else None
        compared = core.lists.compare(list_id, since)
    old, new = compared.old, compared.new
    out.talk(f"{list_id}: {out.when(old.received)} -> {out.when(new.received)}")
    _say(compared.found, run)
    return DONE


def show(run: Run) -> int:
    """Exit code 2 if no list has it."""
    with run.open() as core:
        found = core.lists.find(run.args.entity)
    if not found:
        raise UnknownId("record", run.args.entity)
    records = [designation(entry) | _more(entry, version) for version, entry in found]
    if run.form == "json":
        out.document(records)
        return DONE
    for record in records:
        if run.form == "jsonl":
            out.line(record)
        else:
            _told(record)
    return DONE


def _more(entry: ListEntry, version: Version) -> dict[str, object]:
    return {
        "measures": list(entry.measures),
        "births": [one.value for one in entry.births],
        "addresses": list(entry.addresses),
        "amended": entry.amended or None,
        "reference": entry.reference,
        "legal_basis": list(entry.legal_basis),
        "version": out.when(version.received),
    }


def _told(record: dict[str, object]) -> None:
    out.text(f"{record['list']}:{record['id']}  {record['name']}")
    names = record["names"]
    for one in names if isinstance(names, list) else ():
        weak = say(", weak") if one["quality"] == "weak" else ""
        out.text(f"    {one['name']} ({codes.word(codes.RECORD, one['type'])}{weak})")
    for field in ("kind", "programmes", "measures", "countries", "births", "addresses", "listed",
                  "amended", "reference", "legal_basis", "remarks", "version"):  # fmt: skip
        value = record[field]
        if value:
            said = "; ".join(map(str, value)) if isinstance(value, list) else str(value)
            said = codes.word(codes.KINDS, said) if field == "kind" else said
            out.text(f"  {codes.word(codes.RECORD, field)}: {said}")


def older(run: Run) -> int:
    """The rounds, newest last. Ctrl+C stops at a page; the next time goes on from there."""
    progress = out.Progress()
    with run.open() as core:
        rounds = core.lists.older
        if run.args.stop is not None:
            rounds.settle(run.args.stop, "stopped")
        if run.args.again is not None:
            rounds.settle(run.args.again, "waiting")
        if run.args.go:
            rounds.run(progress.show)
            progress.end()
        found: list[dict[str, object]] = [
            {
                "round": one.n, "list": one.list, "after": one.received, "state": one.state,
                "names": len(one.entities), "since": one.since, "looked": one.looked,
                "of": one.total, "found": one.found, "alerts": one.alerts,
            }
            for one in rounds.rounds()
        ]  # fmt: skip
    out.rows(found, ROUNDS, run.form, none="no list brought new names")
    return DONE


def versions(run: Run) -> int:
    """Newest first; what nothing needs goes when the next version comes."""
    with run.open() as core:
        found = core.lists.kept(known_list(run.args.which))
        records: list[dict[str, object]] = [
            {
                "received": one.version.received, "records": one.version.records,
                "bytes": one.version.bytes, "packed": core.lists.packed(one.version),
                "kept_for": one.why or "goes", "deltas": len(one.version.deltas),
                "sha256": one.version.sha256, "origin": one.version.origin,
            }
            for one in found
        ]  # fmt: skip
    out.rows(records, KEPT, run.form, none="no version is kept")
    return DONE


def companies(run: Run) -> int:
    """Who stands, who stood and why no more."""
    with run.open() as core:
        found = core.listed.companies(run.args.company)
    out.rows([asdict(one) for one in found], STANDING, run.form, none="none stands on a list")
    return DONE


def _files(run: Run, old: Path, new: Path) -> int:
    from osawatch.lists.comparing import compared

    wanted = known_list(run.args.format) if run.args.format else ""
    before, after = (_document(file, wanted) for file in (old, new))
    if before is None or after is None:
        return FAULT
    if before.list != after.list:
        told = f"is {after.list}, but {old} is {before.list}: give two versions of one list"
        raise BadInput(told, file=str(new))
    _say(compared(before.entries, after.entries), run)
    return DONE


def known_list(name: str) -> str:
    """The id of a list, `UnknownId` for any other word."""
    if name not in LIST_IDS:
        raise UnknownId("list", name)
    return name


def _document(file: Path, wanted: str) -> ListDocument | None:
    """The list in a file; None after a line on stderr when it must not be compared."""
    from feeds.jail.apart import read

    found = read(body_of(file), wanted if wanted.startswith("ofac") else file.name)
    if found is None:
        out.talk(say("{0}: is no list that this program knows", file))
        return None
    if found.outcome != "parsed":
        told = ": ".join(part for part in (found.reason, found.detail) if part)
        out.talk(say("{0}: refused: {1}; a broken list is compared with nothing", file, told))
        return None
    if wanted and found.list != wanted:
        out.talk(say("{0}: is {1}, not {2}", file, found.list, wanted))
        return None
    return found


def _say(found: ListDiff, run: Run) -> None:
    if found.duplicates:
        out.talk(say("{0} keys stand twice; the last record of each counts", len(found.duplicates)))
    if run.form != "table":
        out.one(differences(found), run.form)
        return
    if found.format_changed:
        out.text(
            say("the publisher changed the format: most records differ in technical fields only")
        )
    out.rows(_lines(found), COLUMNS, "table", none="nothing changed")


COLUMNS = (out.column("change"), out.column("id"), out.column("name"), out.column("fields"))


def differences(found: ListDiff) -> dict[str, object]:
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
