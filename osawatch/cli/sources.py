"""`sources`: what is asked for news, and how it fares."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import asdict, replace
from pathlib import Path
from typing import TYPE_CHECKING, cast

from osawatch import watchfile
from osawatch.cli import codes, grades, out, pick, source_edits, source_exclusions
from osawatch.cli.args import DONE, Handler, Parser, Run, Verbs, whole
from osawatch.cli.files import body_of
from osawatch.cli.tongue import say, translated
from osawatch.errors import BadInput, UnknownId
from osawatch.model import SourceRow

if TYPE_CHECKING:
    from feeds.model import SourceSpec
    from osawatch.core import Core

ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")

KINDS = (
    "news",
    "official-gazette",
    "export-restriction",
    "sanctions-news",
    "trade-data",
    "post-report",
)
FORMATS = ("rss", "atom", "json-api", "html", "csv", "xml", "auto")
WELL = frozenset({"ok", "not_modified", "moved", ""})
LEAVING = (
    out.column("id"),
    out.column("host"),
    out.Column("goes there", lambda row: [codes.word(codes.LEAVING, one) for one in _what(row)]),
    out.column("words of the watchlist", "words"),
    out.column("allowed"),
    out.column("encrypted"),
)
LISTED = (
    out.column("id"),
    out.column("on", "enabled"),
    out.column("kind"),
    out.column("country"),
    out.column("language"),
    out.column("grade"),
    out.column("outcome"),
    out.column("items", right=True),
    out.column("title"),
)
HEALTH = (
    out.column("id"),
    out.column("outcome"),
    out.column("last success", "last_success"),
    out.column("newest item", "newest_item"),
    out.column("usual gap h", "rhythm_hours", right=True),
    out.column("next poll", "next_poll"),
    out.column("detail", "outcome_detail"),
)


def add(_name: str, parser: Parser) -> None:
    """The verbs."""
    verbs = Verbs(parser)
    all_ = verbs.add("list", "all sources", listed)
    all_.add_argument("--enabled", action="store_true")
    all_.add_argument("--tag", default="", metavar="T", help="only those with this tag")
    health_ = verbs.add("health", "how the sources that are on fare, the worst first", health)
    health_.add_argument("--all", action="store_true", help="also those that are off")
    leave = verbs.add("leaving", "what leaves this machine when a source is asked", leaving)
    leave.add_argument("ids", nargs="*", metavar="ID")
    for name, told, handler in (
        ("enable", "switch on", _switch(on=True)),
        ("disable", "switch off", _switch(on=False)),
        ("remove", "take off the list; items stay", remove),
    ):
        verbs.add(name, told, handler).add_argument("ids", nargs="+", metavar="ID")
    verbs.add("import-opml", "take in a list; new ones stay off", import_opml).add_argument(
        "file", type=Path, metavar="FILE"
    )
    verbs.add("export-opml", "write all into a list", export_opml).add_argument(
        "file", type=Path, metavar="FILE"
    )
    grades.add(verbs)
    source_edits.add(verbs, KINDS)
    source_exclusions.add(verbs)
    _adding(verbs.add("add", "add a source, switched on", add_source))


def listed(run: Run) -> int:
    """All sources."""
    with run.open() as core:
        rows = [row for row in core.sources.rows() if row.enabled or not run.args.enabled]
    if run.args.tag:
        rows = [row for row in rows if run.args.tag.casefold() in map(str.casefold, row.tags)]
    out.rows((_shape(row) for row in rows), LISTED, run.form, none="no sources (see: init)")
    return DONE


def health(run: Run) -> int:
    """The state of the last poll of each, with what is usual for it."""
    with run.open() as core:
        rows = [row for row in core.sources.rows() if row.enabled or run.args.all]
    rows.sort(key=lambda row: (row.outcome in WELL, row.outcome, row.id))
    out.rows((_shape(row) for row in rows), HEALTH, run.form, none="no source is switched on")
    return DONE


def add_source(run: Run) -> int:
    """A source of the person's own; an address that is known already is switched on."""
    spec = _spec(run, run.args.url)
    with run.open() as core:
        rows = core.sources.rows()
        if not any(row.url == spec.url for row in rows):
            spec = _found(run, core, spec)
        known = [row.id for row in rows if row.url == spec.url]
        if not known and any(row.id == spec.id for row in rows):
            raise BadInput(f"{spec.id!r} is the id of another source", field="--id")
        if known:
            core.sources.enable(known[0], True)  # noqa: FBT003 # reads as a switch
        else:
            core.sources.add(spec, run.args.tag or ())
    return _said(run, "added", known or [spec.id])


def remove(run: Run) -> int:
    """Off the list; what it published stays."""
    with run.open() as core:
        for name in _known(core, run.args.ids):
            core.sources.remove(name)
    return _said(run, "removed", run.args.ids)


def import_opml(run: Run) -> int:
    """New sources stay off until a person has looked at them."""
    from osawatch import exchange

    with run.open() as core:
        taken = exchange.take_opml(core, run.args.file)
    for problem in taken.problems:
        out.talk(translated(problem))
    if run.form == "table":
        out.text(say("{0} read, {1} new", taken.read, len(taken.new)))
        return DONE
    told = {"read": taken.read, "new": list(taken.new), "problems": list(taken.problems)}
    out.one(told, run.form)
    return DONE


def export_opml(run: Run) -> int:
    """A list that every feed reader understands."""
    from osawatch import exchange

    with run.open() as core:
        written = exchange.give_opml(core, run.args.file)
    if run.form == "table":
        out.text(say("{0} sources written to {1}", written, run.args.file))
    else:
        out.line({"file": str(run.args.file), "sources": written})
    return DONE


def _adding(parser: Parser) -> None:
    parser.add_argument("url", metavar="URL")
    for field in ("id", "title", "publisher", "country", "language"):
        parser.add_argument(f"--{field}", default="")
    parser.add_argument("--kind", choices=KINDS, default="news")
    parser.add_argument("--format", choices=FORMATS, default="auto")
    parser.add_argument("--grade", choices=list("ABCDEF"), default="F", help="Admiralty letter")
    parser.add_argument(
        "--licence", choices=("open",), default="", help="its text may be passed on"
    )
    parser.add_argument("--poll-minutes", type=whole(5, 100_000), default=60, metavar="N")
    parser.add_argument("--tag", action="append", metavar="T", help="all its tags, one each")
    parser.add_argument("--official", action="store_true")
    parser.add_argument("--state-media", action="store_true")
    parser.add_argument("--local", action="store_true", help="may stand on this machine")
    parser.add_argument(
        "--recipe", type=Path, metavar="FILE", help="YAML that says how it is asked and read"
    )


def _found(run: Run, core: Core, spec: SourceSpec) -> SourceSpec:
    """The feed that is meant: the address itself, or what the page that stands there names."""
    from feeds.discover import says_feed

    if run.args.format != "auto" or says_feed(spec.url):
        return spec  # the first poll will tell
    seen = core.news.look(spec.url, local=spec.local)
    if seen.kind == "unseen":
        out.talk(
            say("{0} could not be looked at ({1}); it is added as it stands", spec.url, seen.detail)
        )
    if seen.kind != "page":
        return replace(spec, title=run.args.title or seen.title or spec.title)
    chosen = pick.feed(spec.url, seen.feeds)
    out.talk(say("{0} is a web page; its feed is {1}", spec.url, chosen.url))
    title = run.args.title or chosen.title or spec.title
    return replace(_spec(run, chosen.url), title=title)


def _spec(run: Run, address: str) -> SourceSpec:
    from feeds import links, opml
    from feeds.model import SourceSpec

    args = run.args
    url = links.absolute(address)
    if not url:
        raise BadInput(f"{address!r} is no web address", field="URL")
    host = links.host(url)
    name = args.id or opml.identifier(url)
    if not ID.fullmatch(name):
        raise BadInput(f"{name!r} is no id: small letters, digits, hyphens", field="--id")
    recipe = recipe_in(args.recipe) if args.recipe else ""
    return SourceSpec(
        name, args.title or host, url, args.publisher or host, args.country.upper(),
        args.language, args.kind, args.format, poll_minutes=args.poll_minutes, grade=args.grade,
        official=args.official, state_media=args.state_media, local=args.local,
        licence=args.licence,
        auth="api-key" if "{key}" in url + recipe else "none", recipe=recipe,
    )  # fmt: skip


def recipe_in(path: Path) -> str:
    """How a page or a table is read: `html:` or `columns:` with fields, as in the catalogue."""
    from feeds import recipe

    try:
        return recipe.of(watchfile.texts(body_of(path).decode("utf-8-sig"), str(path)))
    except UnicodeDecodeError as error:
        raise BadInput("is not UTF-8", file=str(path), field="--recipe") from error
    except recipe.RecipeError as error:
        raise BadInput(str(error), file=str(path), field="--recipe") from error


def _switch(*, on: bool) -> Handler:
    def handler(run: Run) -> int:
        with run.open() as core:
            for name in _known(core, run.args.ids):
                core.sources.enable(name, on)
        return _said(run, "enabled" if on else "disabled", run.args.ids)

    return handler


def _known(core: Core, names: Sequence[str]) -> Sequence[str]:
    """All of them, or nothing is done."""
    known = {row.id for row in core.sources.rows()}
    for name in names:
        if name not in known:
            raise UnknownId("source", name)
    return names


def _said(run: Run, what: str, names: Sequence[str]) -> int:
    if run.form == "table":
        out.text(f"{codes.word(codes.DID, what)}: {', '.join(names)}")
    else:
        out.one({what: list(names)}, run.form)
    return DONE


def _shape(row: SourceRow) -> dict[str, object]:
    shape = asdict(row)
    shape["shipped"] = dict(row.shipped)
    shape["days"] = [
        {"date": day.isoformat(), "outcome": outcome, "items": items}
        for day, outcome, items in row.days
    ]
    for field in ("last_polled", "last_success", "next_poll", "newest_item"):
        shape[field] = out.when(getattr(row, field)) or None
    return shape


def _what(row: dict[str, object]) -> tuple[str, ...]:
    return cast("tuple[str, ...]", row["what"])


def leaving(run: Run) -> int:
    """Address, agent, contact, days, key, certificate; and words that tell what a post seeks."""
    with run.open() as core:
        found = core.outbound.all(run.args.ids)
    lines = ({"id": name} | asdict(one) for name, one in found)
    out.rows(lines, LEAVING, run.form, none="no sources")
    return DONE
