"""`reports`, `influence`, `licences`: registers of a desk. Files in and out, who was told, undo."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path

from osawatch.cli import codes, out
from osawatch.cli.args import DONE, Handler, Parser, Run, Verbs
from osawatch.cli.tongue import say
from osawatch.core import Core
from osawatch.registers import table, waiting
from osawatch.registers.model import LICENCES, REPORTS, SHAPES, Entry, Shape, waited
from osawatch.reports import Filed
from osawatch.writing import write

NAMES = {"reports": "report", "influence": "influence", "licences": "licence"}
SHORT = 8
HEADS = {"filed": "handed in"}  # another table has this head for what is archived
POINTS = (
    out.column("day"), out.column("open", right=True), out.column("median", right=True),
    out.column("decided", right=True), out.column("took", right=True),
)  # fmt: skip


def add(name: str, parser: Parser) -> None:
    """The verbs of a register."""
    shape = SHAPES[NAMES[name]]
    parser.set_defaults(shape=shape.name)
    verbs = Verbs(parser)
    verbs.add("list", "all that stand, the last changed first", _list).add_argument(
        "--withdrawn", action="store_true", help="the withdrawn ones as well"
    )
    _named(verbs, "show", "an entry with all that belongs to it", _show)
    _fields(verbs.add("add", "a new entry", _add), shape, new=True)
    _fields(_named(verbs, "change", "other values of some fields", _change), shape, new=False)
    _named(verbs, "told", "note who was told", _told).add_argument("who", metavar="WHO")
    _named(verbs, "withdraw", "out of the register; the log keeps it", _withdraw)
    verbs.add("undo", "take back what you did last", _undo)
    taking = verbs.add("import", "the rows of a CSV or XLSX file, all or none", _import)
    taking.add_argument("file", type=Path, metavar="FILE")
    taking.add_argument("--dry-run", action="store_true", help="only say what would change")
    verbs.add("export", "all entries as CSV", _export).add_argument(
        "file", type=Path, metavar="FILE"
    )
    if shape is LICENCES:
        verbs.add("waiting", "the median days of waiting, week by week", _waiting)


def _named(verbs: Verbs, name: str, told: str, handler: Handler) -> Parser:
    parser = verbs.add(name, told, handler)
    parser.add_argument("id", metavar="ID", help="its id, or the beginning of it")
    return parser


def _fields(parser: Parser, shape: Shape, *, new: bool) -> None:
    for one in shape.columns:
        parser.add_argument(
            f"--{one.key}", dest=f"field_{one.key}", required=new and one.needed,
            choices=one.choices or None, metavar=None if one.choices else one.kind.upper(),
        )  # fmt: skip


def _list(run: Run) -> int:
    shape = _shape(run)
    with run.open() as core:
        found = core.registers.every(shape.name, withdrawn=run.args.withdrawn)
        rows = [_row(core, one, run.form) for one in found]
    columns = [out.column("id"), *(out.column(HEADS.get(key, key), key) for key in shape.listed)]
    columns += [out.column("days", right=True)] if shape is LICENCES else []
    out.rows(rows, columns, run.form, none="the register is empty")
    return DONE


def _show(run: Run) -> int:
    with run.open() as core:
        return _shown(run, core, core.registers.one(_shape(run).name, run.args.id))


def _add(run: Run) -> int:
    with run.open() as core:
        if _shape(run) is REPORTS:
            entry = _judged(core.reports.file(_given(run)))
        else:
            entry = core.registers.add(_shape(run).name, _given(run))
        return _shown(run, core, entry)


def _change(run: Run) -> int:
    with run.open() as core:
        if _shape(run) is REPORTS:
            entry = _judged(core.reports.change(run.args.id, _given(run)))
        else:
            entry = core.registers.change(_shape(run).name, run.args.id, _given(run))
        return _shown(run, core, entry)


def _judged(filed: Filed) -> Entry:
    out.talk(say("alerts raised: {0}", filed.alerts))
    if filed.fired and not filed.alerts:
        out.talk(say("a rule fired: it joined an alert that stands, or stands aside"))
    return filed.entry


def _told(run: Run) -> int:
    return _acted(
        run, lambda core: core.registers.told(_shape(run).name, run.args.id, run.args.who)
    )


def _withdraw(run: Run) -> int:
    return _acted(run, lambda core: core.registers.withdraw(_shape(run).name, run.args.id))


def _acted(run: Run, act: Callable[[Core], Entry]) -> int:
    with run.open() as core:
        return _shown(run, core, act(core))


def _undo(run: Run) -> int:
    with run.open() as core:
        touched = core.registers.undo()
    out.talk(say("entries taken back: {0}", touched))
    return DONE


def _import(run: Run) -> int:
    shape = _shape(run)
    with run.open() as core:
        rows = table.rows(run.args.file, shape, core.registers)
        new, changed = (0, 0) if run.args.dry_run else core.registers.take(shape.name, rows)
    told = {"rows": len(rows), "new": new, "changed": changed}
    if run.form == "table":
        out.text(say("{0} rows: {1} new, {2} changed", len(rows), new, changed))
    else:
        out.one(told, run.form)
    return DONE


def _export(run: Run) -> int:
    shape = _shape(run)
    with run.open() as core:
        found = core.registers.every(shape.name)
        core.policies.refuse_media(run.args.file)
        write(run.args.file, table.as_csv(shape, found, core.now().date()))
    out.talk(say("{0} entries written to {1}", len(found), run.args.file))
    return DONE


def _waiting(run: Run) -> int:
    with run.open() as core:
        found = core.registers.every(LICENCES.name)
        points = waiting.series(found, core.now().date())
    lost = waiting.unknown(found)
    out.rows([asdict(one) | {"day": one.day.isoformat()} for one in points], POINTS, run.form)
    if lost:
        out.talk(say("decided on a day that is not known, in no median: {0}", lost))
    return DONE


def _given(run: Run) -> dict[str, str]:
    fields = {one.key: getattr(run.args, f"field_{one.key}") for one in _shape(run).columns}
    return {key: value for key, value in fields.items() if value is not None}


def _shape(run: Run) -> Shape:
    return SHAPES[run.args.shape]


def _row(core: Core, one: Entry, form: out.Form) -> dict[str, object]:
    row: dict[str, object] = {
        "id": one.id, **{key.key: one.text(key.key) for key in SHAPES[one.shape].columns},
        "by": one.by, "opened": out.when(one.opened), "updated": out.when(one.updated),
        "told": [{"who": x.who, "at": out.when(x.at), "by": x.by} for x in one.told],
        "withdrawn": one.withdrawn,
    }  # fmt: skip
    if one.shape == LICENCES.name:
        row["days"] = waited(one, core.now().date())
    if form == "table":
        row["id"] = one.id[: len(one.shape) + 1 + SHORT]
    return row


def _shown(run: Run, core: Core, one: Entry) -> int:
    if run.form != "table":
        out.one(_row(core, one, run.form), run.form)
        return DONE
    out.text(f"{one.id}  {one.title}")
    for column in SHAPES[one.shape].columns:
        if value := one.text(column.key):
            said = codes.shown(column.key, value)
            out.text(f"  {codes.label(codes.ENTRY, column.key, 'entry')}: {said}")
    for told in one.told:
        out.text(say("  told {0}, {1}, by {2}", told.who, out.when(told.at), told.by or "?"))
    if one.withdrawn:
        out.text(say("  withdrawn"))
    return DONE
