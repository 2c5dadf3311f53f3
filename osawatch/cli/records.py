"""`records`: closed cases into an archive, what goes in time, a person's data, open government."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from datetime import UTC
from pathlib import Path
from typing import Any

from osawatch.cases.markings import MARKINGS
from osawatch.cli import out
from osawatch.cli.args import DONE, Parser, Run, Verbs, time_of
from osawatch.cli.stopping import stoppable
from osawatch.cli.tongue import say
from osawatch.cli.watchlist_files import warn
from osawatch.errors import BadInput, why
from osawatch.filing.disclose import Wanted, grounds_of
from osawatch.filing.model import Gone, Over, Schedule, Standing
from osawatch.papers.make import allowed

DUE = (
    out.column("case"), out.column("closed"), out.column("until"), out.column("filed"),
    out.column("over"), out.column("title"),
)  # fmt: skip
GONE = (
    out.column("at"), out.column("kind"), out.column("by"), out.column("events", right=True),
    out.column("files", right=True), out.column("items", right=True), out.column("basis"),
    out.column("why"), out.column("subject"),
)  # fmt: skip


def add(_name: str, parser: Parser) -> None:
    """The verbs."""
    verbs = Verbs(parser)
    schedule = verbs.add("schedule", "how long cases and news are kept; alone: show", _plan)
    schedule.add_argument("--years", type=int, metavar="N", help="0 = nothing is ever due")
    schedule.add_argument("--basis", metavar="T", help="the selection list that says so")
    schedule.add_argument("--creator", metavar="T", help="the organisation that formed the archive")
    schedule.add_argument(
        "--items", type=int, metavar="DAYS", help="for news nobody decided on; 0 = kept for ever"
    )
    verbs.add("due", "closed cases, and when their term ends", _due)
    filing = verbs.add("export", "a closed case as JSON, PDF/A and MDTO, with its files", _export)
    filing.add_argument("case", metavar="CASE")
    filing.add_argument("--marking", choices=MARKINGS, default="")
    filing.add_argument("-o", "--output", type=Path, required=True, metavar="FOLDER")
    destroying = verbs.add("destroy", "take a case's words away when its term is over", _destroy)
    destroying.add_argument("case", metavar="CASE")
    destroying.add_argument("--why", required=True, metavar="T")
    letting = verbs.add("retention", "news whose days are over; alone: how much it is", _retention)
    letting.add_argument("--why", metavar="T", help="let it go, and say why: it stays in the log")
    _people(verbs)
    verbs.add("log", "what was destroyed and erased, by whom and why", _log)
    opening = verbs.add("disclose", "what this desk wrote, with names made unreadable", _disclose)
    opening.add_argument("words", nargs="*", metavar="WORD", help="that must all be there")
    opening.add_argument("--since", required=True, metavar="T", help="RFC 3339, a date, or 30d")
    opening.add_argument("--until", metavar="T", help="now, without it")
    opening.add_argument("--redact", type=Path, metavar="FILE", help="lines of WORDS;GROUND")
    opening.add_argument("--marking", choices=MARKINGS, default="")
    opening.add_argument("-o", "--output", type=Path, required=True, metavar="FOLDER")


def _people(verbs: Verbs) -> None:
    standing = verbs.add("standing", "where a person's name stands", _standing)
    standing.add_argument("name", metavar="NAME")
    erasing = verbs.add("erase", "take a person's name out of all that this desk wrote", _erase)
    erasing.add_argument("name", metavar="NAME")
    erasing.add_argument("--why", required=True, metavar="T", help="without the name: it stays")
    erasing.add_argument("--authors", action="store_true", help="also as author of lines")


def _plan(run: Run) -> int:
    args = run.args
    with run.open() as core:
        now = core.filing.schedule()
        if any(one is not None for one in (args.years, args.basis, args.creator, args.items)):
            now = core.filing.set_schedule(
                Schedule(
                    now.years if args.years is None else args.years,
                    now.basis if args.basis is None else args.basis,
                    now.creator if args.creator is None else args.creator,
                    now.items if args.items is None else args.items,
                )
            )
    if run.form == "table":
        years = say("{0} years", now.years) if now.years else say("no term is set")
        out.text(say("term: {0}", years))
        out.text(say("selection list: {0}", now.basis or "-"))
        out.text(say("formed by: {0}", now.creator or "-"))
        days = say("{0} days", now.items) if now.items else say("kept for ever")
        out.text(say("news nobody decided on: {0}", days))
    else:
        out.one(asdict(now), run.form)
    return DONE


def _due(run: Run) -> int:
    with run.open() as core:
        found = core.filing.due()
    rows = [
        {**asdict(one), "closed": one.closed.isoformat(),
         "until": one.until.isoformat() if one.until else ""} for one in found
    ]  # fmt: skip
    out.rows(rows, DUE, run.form, none="no closed case")
    return DONE


def _export(run: Run) -> int:
    with run.open() as core:
        allowed(core, run.args.marking)
        language = run.args.lang or core.settings().language
        filed = core.filing.export(
            run.args.case, run.args.output, run.print, language, run.args.marking
        )
    warn(len(filed.files))
    told = {"case": filed.case, "folder": str(filed.folder), "files": dict(filed.files),
            "digest": filed.digest}  # fmt: skip
    if run.form == "table":
        out.text(say("{0}: {1} files, SHA-256 {2}", filed.folder, len(filed.files), filed.digest))
        if run.print is None:
            out.talk(say("no PDF/A: the libraries of the window are not there"))
    else:
        out.one(told, run.form)
    return DONE


def _destroy(run: Run) -> int:
    with run.open() as core:
        return _told(run, core.filing.destroy(run.args.case, run.args.why))


def _retention(run: Run) -> int:
    with run.open() as core, stoppable() as (cancel, line):

        def show(done: int, whole: int) -> None:
            line.show(done, whole, say("items"))

        if run.args.why is None:
            return _over(run, core.filing.thinning.over(show, cancel), stopped=cancel.is_set())
        gone = core.filing.thinning.end(run.args.why, show, cancel)
    if run.form == "table":
        out.text(say("{0} items went; what says that they were here stays", gone.items))
    else:
        out.one(_row(gone), run.form)
    return DONE


def _over(run: Run, found: Over, *, stopped: bool) -> int:
    if run.form != "table":
        out.one({**asdict(found), "since": out.when(found.since), "until": out.when(found.until)},
                run.form)  # fmt: skip
    else:
        out.text(say("{0} items are older than {1} days, and nobody decided on them",
                     found.items, found.days))  # fmt: skip
        if found.since and found.until:
            out.talk(say("first seen from {0} to {1}", f"{found.since:%Y-%m-%d}",
                         f"{found.until:%Y-%m-%d}"))  # fmt: skip
            out.talk(say("nothing went: `records retention --why T` lets them go"))
        if found.by == "hub":
            out.talk(say("{0} more stay until they are sent to the hub", found.held))
        elif found.by:
            out.talk(say("{0} more stay until a bundle of each channel took them", found.held))
    if stopped:
        out.talk(say("stopped: there may be more"))
    return DONE


def _erase(run: Run) -> int:
    with run.open() as core:
        gone = core.filing.privacy.erase(run.args.name, run.args.why, authors=run.args.authors)
        left = core.filing.privacy.standing(run.args.name)
    code = _told(run, gone)
    if left.items or left.elsewhere:
        out.talk(say("it still stands in {0} items and in: {1}", left.items,
                     ", ".join(left.elsewhere) or "-"))  # fmt: skip
    _left(gone, left)
    return code


def _left(gone: Gone, now: Standing) -> None:
    """Who has the lines as they were, as far as this desk knows, and what it cannot know."""
    _gone_on(gone.left)
    if ids := gone.left.get("ids", 0):
        out.talk(say("{0} entries keep an id that was made from the name: who guesses the name"
                     " can check it, nobody can read it", ids))  # fmt: skip
    for table, count in now.held.items():
        out.talk(say("{0} rows of {1} hold it: what publishers, lists and rules say", count, table))
    out.talk(say("backups, exports, briefings and archives made before now hold it as long as they"
                 " are kept: the program does not know where they are"))  # fmt: skip


def _gone_on(left: Mapping[str, Any]) -> None:
    """Hubs, bundles and posts that have lines of this desk."""
    for hub, count in left.get("hubs", ()):
        out.talk(say("hub {0} has {1} of these lines: its administrator erases there", hub, count))
    for channel, count, last in left.get("bundles", ()):
        told = say("{0} bundles of channel {1} took some of them, the last on {2}: whoever read"
                   " them erases for itself", count, channel, last)  # fmt: skip
        out.talk(told)
    for post, count in left.get("posts", ()):
        out.talk(say("the desk of {0} wrote {1} of them and has them itself", post or "?", count))


def _standing(run: Run) -> int:
    with run.open() as core:
        found = core.filing.privacy.standing(run.args.name)
    if run.form != "table":
        out.one(asdict(found), run.form)
        return DONE
    for words in (
        say("lines of the log: {0}", found.events), say("files: {0}", found.files),
        say("items: {0}", found.items), say("reports that left: {0}", found.reports),
        say("elsewhere: {0}", ", ".join(found.elsewhere) or "-"),
    ):  # fmt: skip
        out.text(words)
    for table, count in (*found.rows.items(), *found.held.items()):
        out.text(say("table {0}: {1} rows", table, count))
    _gone_on(asdict(found.abroad))
    return DONE


def _log(run: Run) -> int:
    with run.open() as core:
        found = core.filing.log()
    out.rows([_row(one) for one in found], GONE, run.form, none="nothing was destroyed or erased")
    return DONE


def _disclose(run: Run) -> int:
    args = run.args
    grounds = {}
    if args.redact:
        try:
            text = args.redact.read_text("utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise BadInput(f"cannot be read: {why(error)}", file=str(args.redact)) from error
        grounds = grounds_of(text, str(args.redact))
    with run.open() as core:
        allowed(core, args.marking)
        now = core.now().astimezone(UTC)
        wanted = Wanted(
            tuple(args.words), time_of(args.since, now, field="--since"),
            time_of(args.until, now, field="--until") if args.until else now,
            args.lang or core.settings().language, grounds, args.marking,
        )  # fmt: skip
        made = core.filing.disclose(wanted, args.output)
    if run.form == "table":
        warn(made.documents)
        out.text(say("{0}: {1} documents, {2} of them with words made unreadable",
                     made.folder, made.documents, made.redacted))  # fmt: skip
        out.talk(say("a person must read all of it before it leaves the desk"))
    else:
        out.one({**asdict(made), "folder": str(made.folder)}, run.form)
    return DONE


def _told(run: Run, gone: Gone) -> int:
    if run.form == "table":
        out.text(say("{0} lines of the log lost their words, {1} files went; the log says so: {2}",
                     gone.events, gone.files, gone.digest[:16]))  # fmt: skip
    else:
        out.one(_row(gone), run.form)
    return DONE


def _row(one: Gone) -> dict[str, object]:
    return {**asdict(one), "at": out.when(one.at)}
