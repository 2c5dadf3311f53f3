"""`watchlist import | export`: files of watch entries, with a report of what they change."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from osawatch.cli import codes, out
from osawatch.cli.args import DONE, FAULT, Run, Verbs
from osawatch.cli.packs import existing
from osawatch.cli.packs import said as of_one
from osawatch.cli.tongue import say

if TYPE_CHECKING:
    from osawatch.watching.model import Plan
    from rules.model import Finding

COLUMNS = (
    out.column("what"), out.column("list"), out.column("id"), out.column("line", right=True),
    out.column("fields"), out.column("why"),
)  # fmt: skip


def add(verbs: Verbs) -> None:
    """The two verbs."""
    importing = verbs.add(
        "import", "take in a YAML file as it is, or the rows of a CSV or XLSX file", import_file
    )
    importing.add_argument("file", type=Path, metavar="FILE")
    importing.add_argument("--dry-run", action="store_true", help="only say what would change")
    importing.add_argument(
        "--whole", action="store_true", help="the file is the list: drop own entries it lacks"
    )
    exporting = verbs.add(
        "export", "write what the post has added into a .yaml, .csv or .xlsx file", export_file
    )
    exporting.add_argument("file", type=Path, metavar="FILE")
    exporting.add_argument("--all", action="store_true", help="all that is watched")


def import_file(run: Run) -> int:
    """A YAML file with an error is refused whole; of a table the sound rows are taken."""
    file: Path = run.args.file
    plain = file.suffix.lower() in (".yaml", ".yml")
    if plain and not (run.args.dry_run or run.args.whole):
        return _whole_file(run, file)
    with run.open() as core:
        (path,) = existing([str(file)])
        plan = core.watching.plan(path, whole=run.args.whole)
        if not run.args.dry_run:
            core.watching.apply(plan)
    out.rows(list(_lines(plan)), COLUMNS, run.form)
    return FAULT if plan.refused else DONE


def export_file(run: Run) -> int:
    """Own entries of all files as one, or all entries."""
    file: Path = run.args.file
    with run.open() as core:
        if file.suffix.lower() in (".csv", ".xlsx") or run.args.all:
            written = core.watching.give(file, everything=run.args.all)
        else:
            written = core.rulebook.own.give(file)
    if run.form == "table":
        out.text(say("{0} entries written to {1}", written, file))
    else:
        out.one({"file": str(file), "entries": written}, run.form)
    warn(written)
    return DONE


def warn(parts: int) -> None:
    """Says beside a file that holds more parts than one, never in it, what that means."""
    if parts > 1:
        out.talk(say("together they may be more sensitive than each alone"))


def findings(paths: Sequence[Path]) -> list[Finding]:
    """What is wrong with these files, seen beside the shipped ones."""
    from rules.check import check as findings_of
    from rules.load import SHIPPED, yaml_files

    files = {str(file) for path in paths for file in yaml_files(path)}
    return [one for one in findings_of([SHIPPED, *paths]) if one.file in files]


def said(run: Run, what: str, name: str) -> int:
    """What was done with which."""
    if run.form == "table":
        out.text(f"{codes.word(codes.DID, what)}: {name}")
    else:
        out.one({what: name}, run.form)
    return DONE


def _whole_file(run: Run, file: Path) -> int:
    found = [one for one in findings(existing([str(file)])) if one.level == "error"]
    if found:
        for one in found:
            out.talk(of_one(one))
        return FAULT
    with run.open() as core:
        target = core.rulebook.own.take(file)
    return said(run, "imported", str(target))


def _lines(plan: Plan) -> Iterator[dict[str, object]]:
    blank: dict[str, object] = {"list": "", "id": "", "line": "", "fields": "", "why": ""}
    for one in plan.refused:
        told = asdict(one)
        where = {"line": told["line"], "fields": told["field"], "why": told["message"]}
        yield {**blank, "what": "refused", **where}
    for what, changes in (
        ("added", plan.added), ("changed", plan.changed), ("dropped", plan.dropped),
    ):  # fmt: skip
        for change in changes:
            fields = ", ".join(change.fields)
            yield {**blank, "what": what, "list": change.kind, "id": change.id, "fields": fields}
