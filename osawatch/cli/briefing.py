"""`briefing`: what changed, what was decided and what comes, as a file."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from osawatch.briefing import spans
from osawatch.briefing.make import draft, written
from osawatch.briefing.model import FORMATS, Asked
from osawatch.cases.markings import MARKINGS
from osawatch.cli import out
from osawatch.cli.args import DONE, Parser, Run, form_of, prepared, time_of
from osawatch.cli.known import ministry
from osawatch.cli.tongue import say, translated
from osawatch.core import Core
from osawatch.errors import BadInput
from osawatch.writing import write

HANDOVER = "handover"


def add(_name: str, parser: Parser) -> None:
    """The arguments."""
    prepared(parser, briefing)
    span = parser.add_mutually_exclusive_group(required=True)
    span.add_argument("--since", metavar="T", help="RFC 3339, a date, 7d / 12h, or «handover»")
    span.add_argument("--month", metavar="YYYY-MM", help="a whole month, UTC; «this» or «last»")
    parser.add_argument("--until", metavar="T", help="now, without it")
    parser.add_argument("--ministry", default="", metavar="M", help="only what it owns")
    parser.add_argument("--format", choices=FORMATS, help="html, or what FILE ends in")
    parser.add_argument("--marking", choices=MARKINGS, default="")
    parser.add_argument("-o", "--output", type=Path, required=True, metavar="FILE")


def briefing(run: Run) -> int:
    """Every statement with its source and when it was first seen."""
    with run.open() as core:
        now = core.now().astimezone(UTC)
        asked = Asked(
            *_span(run, core, now), ministry(core, run.args.ministry),
            run.args.lang or core.settings().language, run.args.marking,
        )  # fmt: skip
        document = draft(core, asked)
    form = form_of(run.args.output, run.args.format, FORMATS, "html")
    body = written(document, form, run.print)
    write(run.args.output, body)
    told = {
        "file": str(run.args.output), "format": form, "bytes": len(body),
        "stories": len(document.sections[0].parts),
    }  # fmt: skip
    if run.form == "table":
        out.text(say("{0}: {1} stories, {2} bytes", told["file"], told["stories"], told["bytes"]))
        out.talk(translated(document.warning))
    else:
        out.one(told, run.form)
    return DONE


def _span(run: Run, core: Core, now: datetime) -> spans.Span:
    """From when to when."""
    if run.args.month:
        return spans.month(run.args.month, now)
    until = time_of(run.args.until, now, field="--until") if run.args.until else now
    if run.args.since != HANDOVER:
        return time_of(run.args.since, now, field="--since"), until
    found = spans.last_handover(core)
    if found is None:
        raise BadInput("no case was handed over yet: give a date", field="--since")
    return found, until
