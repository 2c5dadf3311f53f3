"""What gives a case a life of its own: its kind, days, search, silence, options; what is due."""

from __future__ import annotations

import argparse
from dataclasses import asdict
from pathlib import Path

from osawatch.agenda import dates, work
from osawatch.cases.model import KINDS, OPTIONS, Case
from osawatch.cli import codes, out
from osawatch.cli.args import DONE, Parser, Run, Verbs, whole
from osawatch.cli.tongue import say
from osawatch.core import Core
from osawatch.errors import UnknownId
from osawatch.searches import SavedSearch
from osawatch.writing import write

DUE = (
    out.column("day"), out.column("what"), out.column("late"), out.column("case"),
    out.column("title"), out.column("who"), out.column("text"),
)  # fmt: skip
CASE = 13  # letters of an id in a table


def add(verbs: Verbs) -> None:
    """The verbs."""
    kind = _named(verbs, "kind", "what it is about", _kind)
    kind.add_argument("kind", choices=KINDS)
    day = _named(verbs, "date", "a day that matters to it", _date)
    day.add_argument("day", metavar="DAY", help="YYYY-MM-DD")
    day.add_argument("text", metavar="TEXT")
    _named(verbs, "no-date", "a day that matters no more", _no_date).add_argument(
        "date", metavar="DATE"
    )
    search = _named(verbs, "search", "watch a saved search for it, or none", _search)
    search.add_argument("name", nargs="?", default="", metavar="NAME")
    silence = _named(verbs, "silence", "say when its search is silent for so long", _silence)
    silence.add_argument("days", type=whole(0, 730), metavar="DAYS", help="0 = never")
    option = _named(verbs, "option", "a way to make the dependence smaller", _option)
    option.add_argument("option", choices=OPTIONS)
    option.add_argument("--note", default="", metavar="T")
    option.add_argument("--off", action="store_true", help="take it off")
    due = verbs.add("due", "steps, days and silence of all open cases", _due)
    due.add_argument("--days", type=whole(1, 3650), default=90, metavar="N")
    due.add_argument("-o", "--output", type=Path, metavar="FILE", help="a calendar file (.ics)")


def opening(parser: argparse.ArgumentParser) -> None:
    """What `open` takes besides."""
    parser.add_argument(
        "--kind", choices=KINDS, default="", help="without it, by what is put into it"
    )
    parser.add_argument("--date", nargs=2, action="append", default=[], metavar=("DAY", "TEXT"))
    parser.add_argument("--search", default="", metavar="NAME", help="a saved search")
    parser.add_argument("--silence", type=whole(0, 730), default=0, metavar="DAYS")


def begun(run: Run, core: Core) -> Case:
    """The new case."""
    args = run.args
    search = _saved(core, args.search) if args.search else None
    return core.cases.begin(
        args.title, args.ids, kind=args.kind or ("alert" if args.ids else "other"),
        days=[(day, text) for day, text in args.date], search=search, silence=args.silence,
    )  # fmt: skip


def page(case: Case) -> None:
    """The lines of `show`."""
    if case.kind != "alert":
        out.text(say("  kind: {0}", codes.word(codes.KINDS, case.kind)))
    for one in case.dates:
        out.text(say("  date {0}  {1}  {2}", one.id[:8], one.day, one.text))
    if case.search:
        name = str(case.search.get("name", ""))
        out.text(say("  search: {0}; silence after {1} days", name, case.silence or "-"))
    for option, told in case.options.items():
        out.text(say("  option {0}: {1}", codes.word(codes.OPTIONS, option), told.note or "-"))
    for paper in case.papers:
        marked = f"{paper.form} {paper.marking}".strip()
        out.text(say("  paper {0}, {1}, {2}", paper.template, marked, out.when(paper.at)))


def _named(verbs: Verbs, name: str, told: str, handler: object) -> Parser:
    parser = verbs.add(name, told, handler)  # type: ignore[arg-type]
    parser.add_argument("case", metavar="CASE", help="its id, or the beginning of it")
    return parser


def _kind(run: Run) -> int:
    with run.open() as core:
        return _shown(core.cases.kind(run.args.case, run.args.kind), run)


def _date(run: Run) -> int:
    with run.open() as core:
        return _shown(core.cases.date(run.args.case, run.args.day, run.args.text), run)


def _no_date(run: Run) -> int:
    with run.open() as core:
        return _shown(core.cases.no_date(run.args.case, run.args.date), run)


def _search(run: Run) -> int:
    with run.open() as core:
        found = _saved(core, run.args.name) if run.args.name else None
        return _shown(core.cases.search(run.args.case, found), run)


def _silence(run: Run) -> int:
    with run.open() as core:
        return _shown(core.cases.silence(run.args.case, run.args.days), run)


def _option(run: Run) -> int:
    with run.open() as core:
        args = run.args
        case = core.cases.option(args.case, args.option, args.note, on=not args.off)
        return _shown(case, run)


def _due(run: Run) -> int:
    with run.open() as core:
        found, now = work.due(core, run.args.days), core.now()
        if run.args.output:
            core.policies.refuse_media(run.args.output)
            days = [
                dates.Event(one.day, f"{one.case} {one.what} {one.text}", one.title, one.text)
                for one in found
            ]
            write(run.args.output, dates.calendar([], core.names, str, now, days))
    rows = [asdict(one) | {"day": one.day.isoformat()} for one in found]
    if run.form == "table":
        rows = [row | {"case": str(row["case"])[:CASE]} for row in rows]
    out.rows(rows, DUE, run.form, none="nothing is due")
    return DONE


def _saved(core: Core, name: str) -> SavedSearch:
    found = next((one for one in core.searches.every() if one.name == name), None)
    if found is None:
        raise UnknownId("saved search", name)
    return found


def _shown(case: Case, run: Run) -> int:
    if run.form != "table":
        out.one(asdict(case), run.form)
        return DONE
    out.text(f"{case.id}  {codes.shown('status', case.status)}  {case.title}")
    page(case)
    return DONE
