"""`papers`: templates of this desk, filled from a case, an alert or a span of time."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC
from pathlib import Path

from osawatch import sealed
from osawatch.briefing.model import Asked
from osawatch.cases.markings import MARKINGS
from osawatch.cli import out
from osawatch.cli.args import DONE, FAULT, Parser, Run, Verbs, form_of, time_of
from osawatch.cli.tongue import of_error, say, translated
from osawatch.core import Core
from osawatch.errors import BadInput, why
from osawatch.papers import mail
from osawatch.papers.make import draft, left, written
from osawatch.papers.model import FIELDS, FORMATS, SUBJECTS, About
from osawatch.papers.shelf import Shelf
from osawatch.papers.template import parse
from osawatch.writing import write

FORMS = (*FORMATS, "eml")
COLUMNS = (out.column("template"), out.column("for"), out.column("own"), out.column("name"))
HOLDS = (out.column("field"), out.column("for"))


def add(_name: str, parser: Parser) -> None:
    """The verbs."""
    verbs = Verbs(parser)
    verbs.add("list", "all templates", _list)
    verbs.add("fields", "what a template can be filled with", _fields)
    show = verbs.add("show", "a template as it stands", _show)
    show.add_argument("template", metavar="TEMPLATE")
    put = verbs.add("put", "a text of this desk's own in its place", _put)
    put.add_argument("template", metavar="TEMPLATE")
    put.add_argument("file", type=Path, metavar="FILE")
    reset = verbs.add("reset", "back to the shipped text", _reset)
    reset.add_argument("template", metavar="TEMPLATE")
    check = verbs.add("check", "files, or this desk's own templates", _check)
    check.add_argument("files", nargs="*", type=Path, metavar="FILE")
    _filling(verbs)


def _filling(verbs: Verbs) -> None:
    fill = verbs.add("fill", "a template with what the desk knows", _fill)
    fill.add_argument("template", metavar="TEMPLATE")
    about = fill.add_mutually_exclusive_group(required=True)
    about.add_argument("--case", metavar="CASE")
    about.add_argument("--alert", metavar="ALERT")
    about.add_argument("--situation", metavar="SITUATION")
    about.add_argument("--since", metavar="T", help="RFC 3339, a date, or 7d / 12h")
    fill.add_argument("--until", metavar="T", help="now, without it")
    fill.add_argument("--ministry", default="", metavar="M")
    fill.add_argument("--marking", choices=MARKINGS, default="")
    fill.add_argument("--text", type=Path, metavar="FILE", help="the text as it was changed")
    fill.add_argument("--format", choices=FORMS, help="txt, or what FILE ends in")
    fill.add_argument("--to", default="", metavar="MAILBOX", help="of a draft for the mail program")
    fill.add_argument("-o", "--output", type=Path, metavar="FILE", help="stdout, without it")


def _list(run: Run) -> int:
    with run.open() as core:
        shelf = Shelf(core.profile.folder)
        found, faults = shelf.every(_language(run, core)), shelf.faults()
    rows: list[dict[str, object]] = [
        {"template": one.key, "for": one.subjects, "own": one.own, "name": one.name}
        for one in found
    ]  # fmt: skip
    out.rows(rows, COLUMNS, run.form)
    for fault in faults:
        out.talk(say("not used: {0}", fault))
    return FAULT if faults else DONE


def _fields(run: Run) -> int:
    rows: list[dict[str, object]] = [
        {"field": name, "for": _subjects(run, has)} for name, has in FIELDS.items()
    ]
    out.rows(rows, HOLDS, run.form)
    return DONE


def _subjects(run: Run, has: Iterable[str]) -> list[str] | str:
    """What a field is known of; programs have it in one word, as ever."""
    found: list[str] = [one for one in SUBJECTS if one in has]
    return found if run.form == "table" else ", ".join(found)


def _show(run: Run) -> int:
    with run.open() as core:
        for line in (
            Shelf(core.profile.folder).text(run.args.template, _language(run, core)).split("\n")
        ):
            out.text(line)
    return DONE


def _put(run: Run) -> int:
    with run.open() as core:
        language, text = _language(run, core), _text(run.args.file)
        parse(text, run.args.template, language, str(run.args.file))
        Shelf(core.profile.folder).put(run.args.template, language, text)
    out.talk(say("{0} ({1}) is this desk's own now", run.args.template, language))
    return DONE


def _reset(run: Run) -> int:
    with run.open() as core:
        known = Shelf(core.profile.folder).reset(run.args.template, _language(run, core))
    if known:
        out.talk(say("the shipped text holds again"))
    else:
        out.talk(say("there was no text of this desk's own"))
    return DONE


def _check(run: Run) -> int:
    faults = []
    for file in run.args.files:
        try:
            parse(_text(file), file.stem, "en", str(file))
        except BadInput as error:
            faults.append(of_error(error))
    if not run.args.files:
        with run.open() as core:
            faults = Shelf(core.profile.folder).faults()
    for fault in faults:
        out.text(translated(fault))
    return FAULT if faults else DONE


def _fill(run: Run) -> int:
    args = run.args
    with run.open() as core:
        paper = draft(core, _about(run, core), args.template, _language(run, core), args.marking)
        if args.text:
            paper = replace(paper, text=_text(args.text))
        form = form_of(args.output, args.format, FORMS, "txt")
        if args.output is None and form not in ("txt", "md", "html"):
            raise BadInput(f"is needed for {form}", field="--output")
        body = mail.eml(paper, args.to) if form == "eml" else written(core, paper, form, run.print)
        if args.output is None:
            for line in body.decode().split("\n"):
                out.text(line)
            return DONE
        core.policies.refuse_media(args.output)
        write(args.output, body)
        left(core, paper, form, body)
    if run.form == "table":
        out.text(say("{0}: {1} bytes", args.output, len(body)))
    else:
        out.one({"file": str(args.output), "bytes": len(body)}, run.form)
    return DONE


def _about(run: Run, core: Core) -> About:
    args = run.args
    if args.situation:
        return About("situation", args.situation)
    if args.case or args.alert:
        return About("case", args.case) if args.case else About("alert", args.alert)
    now = core.now().astimezone(UTC)
    since = time_of(args.since, now, field="--since")
    until = time_of(args.until, now, field="--until") if args.until else now
    asked = Asked(since, until, args.ministry, _language(run, core), args.marking)
    return About("briefing", asked=asked)


def _language(run: Run, core: Core) -> str:
    return run.args.lang or core.settings().language


def _text(path: Path) -> str:
    try:
        return sealed.read_text(path)
    except (OSError, UnicodeDecodeError) as error:
        raise BadInput(f"cannot be read: {why(error)}", file=str(path)) from error
