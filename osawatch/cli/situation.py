"""`situation`: sources as fast as is polite, a timeline, numbered reports, an end by itself."""

from __future__ import annotations

from dataclasses import asdict

from osawatch.agenda import timeline
from osawatch.cli import codes, out
from osawatch.cli.args import DONE, Parser, Run, Verbs, whole
from osawatch.cli.tongue import say
from osawatch.core import Core
from osawatch.situation.model import CERTAINTIES, HOURS, MOST_HOURS, Situation

COLUMNS = (
    out.column("id"), out.column("runs"), out.column("until"), out.column("sources", right=True),
    out.column("reports", right=True), out.column("title"),
)  # fmt: skip
LINES = (
    out.column("at"), out.column("certainty"), out.column("what"), out.column("who"),
    out.column("text"), out.column("id"),
)  # fmt: skip
SHORT = 18  # "situation:" and eight digits


def add(_name: str, parser: Parser) -> None:
    """The verbs."""
    verbs = Verbs(parser)
    verbs.add("list", "all situations, those that run first", _list)
    opening = verbs.add("open", "ask sources as fast as is polite, for a time", _open)
    opening.add_argument("title", metavar="TITLE")
    opening.add_argument("--source", nargs="+", action="extend", required=True, metavar="ID")
    opening.add_argument("--hours", type=whole(1, MOST_HOURS), default=HOURS, metavar="N")
    opening.add_argument("--good", nargs="+", action="extend", default=[], metavar="G")
    opening.add_argument("--country", nargs="+", action="extend", default=[], metavar="C")
    _named(verbs, "show", "the timeline, newest first", _show)
    line = _named(verbs, "line", "something to the timeline", _line)
    line.add_argument("certainty", choices=CERTAINTIES)
    line.add_argument("text", metavar="TEXT")
    mark = _named(verbs, "mark", "how sure a line or a story is by now", _mark)
    mark.add_argument("of", metavar="ID", help="of a line or an item")
    mark.add_argument("certainty", choices=CERTAINTIES)
    more = _named(verbs, "extend", "so many hours more from now on", _extend)
    more.add_argument("hours", type=whole(1, MOST_HOURS), metavar="HOURS")
    _named(verbs, "end", "end it now", _end)
    _named(verbs, "reports", "the reports that left, with their numbers", _reports)
    verbs.add("undo", "take back what you did last", _undo)


def _named(verbs: Verbs, name: str, told: str, handler: object) -> Parser:
    parser = verbs.add(name, told, handler)  # type: ignore[arg-type]
    parser.add_argument("situation", metavar="SITUATION", help="its id, or the beginning of it")
    return parser


def _list(run: Run) -> int:
    with run.open() as core:
        _settled(core)
        rows = [_row(core, one, run.form) for one in core.situations.every()]
    out.rows(rows, COLUMNS, run.form, none="no situation")
    return DONE


def _open(run: Run) -> int:
    args = run.args
    with run.open() as core:
        one = core.situations.open(
            args.title, args.source, args.hours, goods=args.good, countries=args.country
        )
        return _told(run, core, one)


def _show(run: Run) -> int:
    with run.open() as core:
        _settled(core)
        one = core.situations.one(run.args.situation)
        found = timeline.rows(core, one)
        if run.form == "table":
            _state(core, one)
    rows = [asdict(row) | {"at": out.when(row.at)} for row in found]
    if run.form == "table":
        rows = [row | {"id": str(row["id"])[:8]} for row in rows]
    out.rows(rows, LINES, run.form, none="nothing yet")
    return DONE


def _line(run: Run) -> int:
    args = run.args
    with run.open() as core:
        return _told(run, core, core.situations.line(args.situation, args.text, args.certainty))


def _mark(run: Run) -> int:
    args = run.args
    with run.open() as core:
        return _told(run, core, core.situations.mark(args.situation, args.of, args.certainty))


def _extend(run: Run) -> int:
    with run.open() as core:
        return _told(run, core, core.situations.extend(run.args.situation, run.args.hours))


def _end(run: Run) -> int:
    with run.open() as core:
        return _told(run, core, core.situations.end(run.args.situation))


def _reports(run: Run) -> int:
    with run.open() as core:
        found = core.situations.one(run.args.situation).reports
    rows = [asdict(one) | {"at": out.when(one.at)} for one in found]
    columns = (
        out.column("number", right=True), out.column("at"), out.column("by"), out.column("post"),
        out.column("sha256"),
    )  # fmt: skip
    out.rows(rows, columns, run.form, none="no report yet")
    return DONE


def _undo(run: Run) -> int:
    with run.open() as core:
        touched = core.situations.undo()
    out.talk(say("entries taken back: {0}", touched))
    return DONE


def _settled(core: Core) -> None:
    for one in core.situations.settle():
        out.talk(say("{0} has ended by itself: its time was up", one.title))


def _told(run: Run, core: Core, one: Situation) -> int:
    if run.form == "table":
        _state(core, one)
    else:
        out.one(_row(core, one, run.form), run.form)
    return DONE


def _state(core: Core, one: Situation) -> None:
    out.text(f"{one.id}  {one.title}")
    if one.ended:
        who = one.ended_by or say("by itself")
        out.text(say("  ended {0}, {1}", out.when(one.ended), who))
    else:
        out.text(say("  runs until {0}", out.when(one.until)))
    for row in timeline.silent(core, one):
        out.text(
            say(
                "  does not answer: {0} ({1})",
                row.title,
                codes.shown("outcome", row.outcome) or "-",
            )
        )


def _row(core: Core, one: Situation, form: out.Form) -> dict[str, object]:
    row: dict[str, object] = {
        **asdict(one), "opened": out.when(one.opened), "until": out.when(one.until),
        "ended": out.when(one.ended), "runs": one.runs(core.now()),
        "lines": [asdict(x) | {"at": out.when(x.at)} for x in one.lines],
        "reports": [asdict(x) | {"at": out.when(x.at)} for x in one.reports],
    }  # fmt: skip
    if form == "table":
        row |= {"id": one.id[:SHORT], "sources": len(one.sources), "reports": len(one.reports)}
    return row
