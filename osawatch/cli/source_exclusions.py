"""`sources exclude`: what one source raises no alerts for, until a day."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict

from osawatch.cli import out
from osawatch.cli.args import DONE, Run, Verbs, time_of
from osawatch.cli.tongue import say
from osawatch.errors import BadInput
from osawatch.excluding import LASTS, PARTS
from osawatch.model import Excluded

LISTED = (
    out.column("source"),
    out.column("excludes", "said"),
    out.column("until"),
    out.column("over"),
    out.column("by"),
    out.column("made"),
    out.column("reason"),
)


def add(verbs: Verbs) -> None:
    """The verb."""
    parser = verbs.add(
        "exclude", "raise no alerts for what one source says of this, until a day", exclude
    )
    parser.add_argument("id", nargs="?", default="", metavar="ID")
    parser.add_argument(
        "--words",
        nargs="+",
        metavar="W",
        default=(),
        help="any of these whole words; x* begins one",
    )
    parser.add_argument(
        "--sections", nargs="+", metavar="S", default=(), help="parts of the address, such as sport"
    )
    parser.add_argument("--goods", nargs="+", metavar="G", default=(), help="what it is about")
    parser.add_argument(
        "--until", default=f"{LASTS.days}d", metavar="DAY", help="the last day, or 30d from now"
    )
    parser.add_argument("--reason", default="", metavar="T")
    ways = parser.add_mutually_exclusive_group()
    ways.add_argument("--list", action="store_true", help="what is excluded, of ID or of all")
    ways.add_argument("--remove", metavar="SAID", help="hear again what the list calls so")


def exclude(run: Run) -> int:
    """Listed, taken back or added; nothing critical is ever hidden, with a hub nothing high."""
    args = run.args
    if args.list:
        return _listed(run)
    if not args.id:
        raise BadInput("which source is not said", field="ID")
    if args.remove is not None:
        with run.open() as core:
            core.sources.hear(args.id, f"{args.id}, {args.remove}")
        sentence = say("heard again: {0}: {1}", args.id, args.remove)
        return _told(run, sentence, {"heard": args.id, "said": args.remove})
    words, sections, goods = (tuple(getattr(args, key)) for key in PARTS)
    with run.open() as core:
        until = time_of(args.until, core.now(), field="--until", ahead=True).date()
        kept = core.sources.exclude(
            Excluded(args.id, words, sections, goods, until, reason=args.reason)
        )  # fmt: skip
        shared = core.rulebook.own.shared
    sentence = say("excluded: {0}: {1}, until {2}", kept.source, kept.said, kept.until)
    if shared:
        sentence += f"; {say('with a hub it hides nothing of level high or critical')}"
    return _told(run, sentence, _shape(kept))


def _listed(run: Run) -> int:
    with run.open() as core:
        found = core.sources.excluded(run.args.id)
    out.rows((_shape(one) for one in found), LISTED, run.form, none="nothing is excluded")
    return DONE


def _told(run: Run, sentence: str, shape: Mapping[str, object]) -> int:
    if run.form == "table":
        out.text(sentence)
    else:
        out.one(shape, run.form)
    return DONE


def _shape(one: Excluded) -> dict[str, object]:
    found = asdict(one)
    return found | {"until": f"{one.until}", "made": f"{one.made or ''}" or None}
