"""`measures`: what states do, and what people know of it: quotas, exemptions, routes, reactions."""

from __future__ import annotations

from collections.abc import Mapping

from osawatch.acts import DETAILS, Detail, NewDetail
from osawatch.cli import codes, out
from osawatch.cli.args import DONE, Parser, Run, Verbs
from osawatch.cli.known import checked
from osawatch.cli.shapes import measure as as_measure
from osawatch.cli.tongue import say
from osawatch.errors import BadInput
from osawatch.records import AMOUNTS, Record

COLUMNS = tuple(
    out.Column(key, lambda row: codes.word(codes.STANDING, str(row["status"])))
    if key == "status"
    else out.column(key)
    for key in ("id", "country", "measure", "goods", "status", "act", "details", "used")
)
SHOWN = (
    "id", "country", "measure", "goods", "act", "status", "effective", "suspended_until",
    "expiry", "deadline", "zone", "used", "text", "source",
)  # fmt: skip
DETAIL = tuple(
    map(out.column, ("id", "kind", "amount", "unit", "value", "day", "source", "by", "note"))
)


def add(_name: str, parser: Parser) -> None:
    """The verbs."""
    verbs = Verbs(parser)
    one = verbs.add("list", "measures this desk knows of", listed)
    one.add_argument("--country", default="", metavar="C")
    one.add_argument("--good", default="", metavar="G")
    one.add_argument("--added", action="store_true", help="only those to which something was added")
    one = verbs.add("show", "a measure with all that was added to it", show)
    one.add_argument("measure", metavar="MEASURE", help="its id, the beginning of it, or its act")
    one = verbs.add("add", "add what is known of a measure, with its source", adding)
    one.add_argument("measure", metavar="MEASURE")
    one.add_argument("kind", choices=DETAILS)
    one.add_argument("value", nargs="?", default="", metavar="VALUE",
                     help="words, a country, an amount, or the measure that answers")  # fmt: skip
    one.add_argument("--source", required=True, metavar="T", help="an address, an act, a person")
    one.add_argument("--unit", default="", metavar="U", help="of an amount: t, pieces, t a year")
    one.add_argument("--day", default="", metavar="YYYY-MM-DD", help="by when it was so")
    one.add_argument("--note", default="", metavar="T")
    one = verbs.add("withdraw", "take back what was added", withdraw)
    one.add_argument("details", nargs="+", metavar="DETAIL")
    verbs.add("lost", "what was added to measures that are not known any more", lost)


def listed(run: Run) -> int:
    """By country and day."""
    args = run.args
    with run.open() as core:
        country = checked(core, "country", args.country) if args.country else ""
        good = checked(core, "good", args.good) if args.good else ""
        found = [
            one
            for one in core.records.every()
            if country in ("", one.measure.country)
            and (not good or good in one.measure.goods)
            and (one.details or not args.added)
        ]
        lost_ones = len(core.records.lost())
    out.rows([_row(one) for one in found], COLUMNS, run.form, none="no measures")
    if lost_ones:
        out.talk(
            say("{0} details hang on measures that are not known now: measures lost", lost_ones)
        )
    return DONE


def show(run: Run) -> int:
    """All of one."""
    with run.open() as core:
        found = core.records.show(run.args.measure)
    told = _row(found) | as_measure(found.measure)
    told["details"] = [detail(one) for one in found.details]
    told["reactions"] = [
        {"relation": relation, "id": other.id, "country": other.country, "act": other.act,
         "measure": other.measure, "goods": list(other.goods)}
        for relation, other in found.reactions
    ]  # fmt: skip
    if run.form != "table":
        out.one(told, run.form)
        return DONE
    for key in SHOWN:
        value = told[key]
        if value:
            said = ", ".join(value) if isinstance(value, list) else str(value)
            if key in ("goods", "measure", "status"):
                told_of = codes.shown(key, value)
                said = ", ".join(told_of) if isinstance(told_of, list) else str(told_of)
            out.text(f"{codes.word(codes.MEASURE, key)}: {said}")
    for relation, other in found.reactions:
        what, other_one = codes.named("measure", other.measure), other.act or other.id
        out.text(f"{codes.word(codes.RELATIONS, relation)}: {other.country} {what} {other_one}")
    out.rows([detail(one) for one in found.details], DETAIL, "table", none="nothing was added")
    return DONE


def adding(run: Run) -> int:
    """Exit code 2 when something is wrong with it."""
    args = run.args
    amount, value = None, args.value
    if args.kind in AMOUNTS:
        amount, value = _amount(args.value), ""
    new = NewDetail(args.kind, args.source, value, amount, args.unit, args.day, args.note)
    with run.open() as core:
        key = core.records.add(args.measure, new)
    if run.form == "table":
        out.text(key)
    else:
        out.one({"id": key}, run.form)
    return DONE


def withdraw(run: Run) -> int:
    """What was taken back stays on record."""
    with run.open() as core:
        core.records.withdraw(run.args.details)
    if run.form == "table":
        out.text(say("{0} withdrawn", len(run.args.details)))
    else:
        out.one({"withdrawn": run.args.details}, run.form)
    return DONE


def lost(run: Run) -> int:
    """Nothing is thrown away."""
    with run.open() as core:
        found = core.records.lost()
    rows = [detail(one) | {"measure": one.measure, "act": one.act} for one in found]
    columns = (*DETAIL, out.column("measure"), out.column("act"))
    out.rows(rows, columns, run.form, none="nothing is lost")
    return DONE


def detail(one: Detail) -> dict[str, object]:
    """A detail as a program reads it."""
    return {
        "id": one.id, "kind": one.kind, "value": one.value, "amount": one.amount,
        "unit": one.unit, "day": one.day, "source": one.source, "note": one.note, "by": one.by,
        "post": one.post, "at": out.when(one.at),
    }  # fmt: skip


def _row(one: Record) -> dict[str, object]:
    said: Mapping[str, object] = as_measure(one.measure)
    kept = ("id", "country", "measure", "goods", "status", "act")
    return {
        **{key: said[key] for key in kept},
        "details": len(one.details),
        "used": f"{100 * one.use.share:.0f} %" if one.use else "",
    }


def _amount(words: str) -> float:
    try:
        return float(words.replace("\u00a0", "").replace(" ", ""))
    except ValueError as error:
        raise BadInput(f"{words!r} is not a number like 1200 or 12.5", field="VALUE") from error
