"""`poll` and `ingest`: news from the network or from files, into the store, alerts out of it."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from osawatch.cli import codes, out
from osawatch.cli.args import DONE, FAULT, STOPPED, Parser, Run, prepared, whole
from osawatch.cli.files import spread
from osawatch.cli.stopping import stoppable
from osawatch.cli.tongue import say, translated
from osawatch.errors import BadInput
from osawatch.model import FileResult, PollProgress, PollReport, PollResult

if TYPE_CHECKING:
    from osawatch.core import Core

Progress = Callable[[PollProgress], None]
FINE = frozenset({"ok", "not_modified", "empty", "stale", "moved"})
SOURCE_COLUMNS = (
    out.column("source", "id"),
    out.column("outcome"),
    out.column("http", right=True),
    out.column("bytes", right=True),
    out.column("seconds", right=True),
    out.column("new", right=True),
    out.column("matched", right=True),
    out.column("alerts", right=True),
    out.column("detail"),
)
FILE_COLUMNS = (
    out.column("file"),
    out.column("outcome"),
    out.column("reason"),
    out.column("format"),
    out.column("items", right=True),
    out.column("new", right=True),
    out.column("matched", right=True),
    out.column("alerts", right=True),
)


def add(name: str, parser: Parser) -> None:
    """The arguments of one of the two."""
    if name == "poll":
        prepared(parser, poll)
        parser.add_argument("--source", nargs="+", action="extend", default=[], metavar="ID")
        parser.add_argument(
            "--hub", action="store_true", help="as a worker for all posts: those whose turn it is"
        )
        parser.add_argument(
            "--follow", type=whole(1, 86_400), default=0, metavar="SECONDS",
            help="with --hub: round after round with this pause, until stopped",
        )  # fmt: skip
        parser.add_argument("--due", action="store_true", help="only those whose time has come")
        parser.add_argument(
            "--save-raw", type=Path, metavar="DIR",
            help="keep every answer there as it came, with requests.jsonl",
        )  # fmt: skip
        return
    prepared(parser, ingest)
    parser.add_argument("files", nargs="+", metavar="FILE", help="a document, or a folder of them")
    parser.add_argument("--source", default="", metavar="ID", help="the source they came from")


def poll(run: Run) -> int:
    """Ask the sources; exit code 1 if one failed."""
    if run.args.follow and not run.args.hub:
        raise BadInput("goes with --hub", field="--follow")
    with run.open() as core, _watched() as (cancel, progress):
        if not run.args.source and not any(row.enabled for row in core.sources.rows()):
            out.talk(say("no source is switched on (see: osawatch-cli init, sources enable)"))
        if run.args.hub:
            return _for_all(run, core, progress, cancel)
        report = core.poll(
            run.args.source, due=run.args.due, progress=progress, cancel=cancel,
            save_raw=run.args.save_raw,
        )  # fmt: skip
    return _polled(run, report)


def _for_all(run: Run, core: Core, progress: Progress, cancel: threading.Event) -> int:
    """As a worker of the hub; what several workers ask, each source is asked once."""
    from osawatch.hub import polling

    wanted, pause = run.args.source, run.args.follow
    if pause:
        told = partial(_round, run, core)
        polling.follow(core, wanted, pause, told, progress, cancel)
        return DONE
    report, down = polling.poll(core, wanted, progress, cancel)
    if down:
        out.talk(
            say("{0}; what was found is kept here and goes with the next poll", translated(down))
        )
    code = _polled(run, report)
    return code or (FAULT if down else DONE)


def _round(run: Run, core: Core, report: PollReport, down: str) -> None:
    """A line for each round: a log of a worker that nobody watches."""
    at, totals = core.now().isoformat(timespec="seconds"), _totals(report.sources)
    asked, failed = len(report.sources), sum(one.outcome not in FINE for one in report.sources)
    if run.form != "table":
        out.line({"at": at, "asked": asked, "failed": failed, **totals, "down": down})
    else:
        words = say(
            "{0}: {1} sources asked, {2} failed, {3} new items, {4} alerts",
            at, asked, failed, totals["new"], totals["alerts"],
        )  # fmt: skip
        out.text(f"{words}; {translated(down)}" if down else words)
    out.flush()


def _polled(run: Run, report: PollReport) -> int:
    if report.offline:
        out.talk(say("offline: {0}; no source is blamed, all stay due", translated(report.offline)))
    words = [one.outcome for one in report.sources]
    offline = words.count("offline")
    failed = sum(word not in FINE for word in words) - offline
    totals = _totals(report.sources) | {"failed": failed}
    _answer(run, "sources", [asdict(one) for one in report.sources], totals)
    if report.cancelled:
        out.talk(say("stopped; the sources that are missing here were not asked"))
        return STOPPED
    return FAULT if failed or offline else DONE


def ingest(run: Run) -> int:
    """Read files; exit code 1 if one was refused."""
    files = spread(run.args.files)
    with run.open() as core, _watched() as (cancel, progress):
        results, _changes = core.ingest(
            files, source=run.args.source, progress=progress, cancel=cancel
        )
    outcomes = [one.outcome for one in results]
    totals = _totals(results) | {
        "files": len(results),
        "items": sum(one.items for one in results),
        **{word: outcomes.count(word) for word in ("parsed", "partial", "refused")},
    }
    _answer(run, "files", [asdict(one) for one in results], totals)
    if cancel.is_set():
        out.talk(say("stopped; {0} files were not read", len(files) - len(results)))
        return STOPPED
    return FAULT if "refused" in outcomes else DONE


def _answer(run: Run, what: str, found: list[dict[str, object]], totals: dict[str, int]) -> None:
    if run.form == "json":
        out.document({what: found, "totals": totals})
        return
    columns = SOURCE_COLUMNS if what == "sources" else FILE_COLUMNS
    out.rows(found, columns, run.form, none=f"no {what}")
    said = codes.counted(totals)
    if run.form == "table":
        out.text(said)


def _totals(results: Sequence[FileResult | PollResult]) -> dict[str, int]:
    return {
        "new": sum(one.new for one in results),
        "matched": sum(one.matched for one in results),
        "alerts": sum(one.alerts for one in results),
    }


@contextmanager
def _watched() -> Iterator[tuple[threading.Event, Callable[[PollProgress], None]]]:
    """Progress of a poll, source by source."""
    with stoppable() as (cancel, line):
        yield (
            cancel,
            lambda now: line.show(now.done, now.total, f"{now.source} {now.outcome}"),
        )
