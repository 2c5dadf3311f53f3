"""`sources edit` and `sources polls`: what the desk says of a source, and its last polls."""

from __future__ import annotations

import argparse
from dataclasses import asdict

from osawatch.cli import codes, out
from osawatch.cli.args import DONE, Parser, Run, Verbs, whole
from osawatch.cli.tongue import say, translated
from osawatch.errors import BadInput
from osawatch.model import SourceEdit

POLLS = (
    out.column("at"),
    out.column("outcome"),
    out.column("new", right=True),
    out.column("seconds", right=True),
    out.column("next poll", "next_poll"),
    out.column("detail"),
)
NAMES = {"poll_minutes": "every", "title": "name"}


def add(verbs: Verbs, kinds: tuple[str, ...]) -> None:
    """The verbs."""
    _editing(verbs.add("edit", "say otherwise what a source is, or how often it is asked", edit),
             kinds)  # fmt: skip
    polls = verbs.add("polls", "its last polls, the newest first", listed)
    polls.add_argument("id", metavar="ID")


def _editing(parser: Parser, kinds: tuple[str, ...]) -> None:
    parser.add_argument("id", metavar="ID")
    for field in ("name", "country", "language"):
        parser.add_argument(f"--{field}", metavar="T")
    parser.add_argument("--kind", choices=kinds)
    parser.add_argument("--official", action=argparse.BooleanOptionalAction)
    parser.add_argument(
        "--every", type=whole(5, 100_000), metavar="MINUTES",
        help="between polls; never sooner than its server allows",
    )  # fmt: skip
    parser.add_argument("--tag", action="append", metavar="T", help="all its tags, one each")
    parser.add_argument("--no-tags", action="store_true", help="take all tags away")
    parser.add_argument(
        "--shipped", action="store_true", help="take back what the shipped catalogue says"
    )


def edit(run: Run) -> int:
    """What is not named stays as it is."""
    args = run.args
    tags = () if args.no_tags else None if args.tag is None else tuple(args.tag)
    wanted = SourceEdit(
        args.name, args.kind, args.language, args.country, args.official, args.every, tags,
        args.shipped,
    )  # fmt: skip
    if wanted == SourceEdit():
        raise BadInput("nothing to change was named", field="edit")
    with run.open() as core:
        core.sources.edit(args.id, wanted)
        row = next(row for row in core.sources.rows() if row.id == args.id)
    shape = {
        "id": row.id, "name": row.title, "kind": row.kind, "language": row.language,
        "country": row.country, "official": row.official, "every": row.poll_minutes,
        "tags": list(row.tags),
        "shipped": {NAMES.get(name, name): value for name, value in row.shipped},
    }  # fmt: skip
    if run.form != "table":
        out.one(shape, run.form)
        return DONE
    out.text(say("changed: {0}", row.id))
    for name, value in row.shipped:
        said = codes.shown("kind", value) if name == "kind" else value
        out.text(say("shipped {0}: {1}", translated(NAMES.get(name, name)), said))
    return DONE


def listed(run: Run) -> int:
    """One line a poll."""
    with run.open() as core:
        found = core.sources.polls(run.args.id)
    lines = (
        asdict(one) | {"at": out.when(one.at), "next_poll": out.when(one.next_poll) or None}
        for one in found
    )
    out.rows(lines, POLLS, run.form, none="no poll is remembered")
    return DONE
