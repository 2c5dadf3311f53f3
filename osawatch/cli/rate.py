"""`alerts rate` and `alerts wrong`: a person's word on a score, and on a report."""

from __future__ import annotations

from osawatch import score
from osawatch.cli import codes, out
from osawatch.cli.args import DONE, Run, Verbs
from osawatch.cli.decisions import done
from osawatch.cli.tongue import say
from osawatch.model import BANDS, Action, Alert, band

MIDDLE = {level: 20.0 * at + 10 for at, level in enumerate(BANDS)}


def add(verbs: Verbs) -> None:
    """The verb."""
    parser = verbs.add(
        "rate", "give it a score of your own; the computed one stays beside it", rate
    )
    parser.add_argument("ids", nargs="+", metavar="ID")
    how = parser.add_mutually_exclusive_group(required=True)
    how.add_argument("--score", type=float, metavar="N", help="0 to 100")
    how.add_argument("--level", choices=BANDS, help="the middle of this band")
    how.add_argument("--computed", action="store_true", help="the computed score again")
    parser.add_argument("--reason", default="", metavar="T", help="why; a score needs one")
    told = "the score that a vector gives; no profile is read"
    verbs.add("recompute", told, recompute).add_argument("vector", metavar="VECTOR")
    calling = verbs.add("wrong", "say that an item of it was wrong: see `sources proposals`", wrong)
    calling.add_argument("id", metavar="ID")
    calling.add_argument(
        "item", metavar="ITEM", help="the id of the item, as `alerts show` tells it"
    )
    calling.add_argument("--off", action="store_true", help="it was not wrong after all")
    calling.add_argument("--note", default="", metavar="T")


def recompute(run: Run) -> int:
    """The score that a vector gives: anybody can check it, without a profile."""
    found = score.recompute(run.args.vector)
    if run.form == "table":
        low = "" if found.low is None else f" ({found.low:.1f}-{found.high:.1f})"
        out.text(f"{found.value:.1f}{low} {codes.shown('level', band(found.value))}")
        parts = ((codes.word(codes.FACTORS, name), value) for name, value in found.parts.items())
        out.text("  ".join(f"{name} {value:.2f}" for name, value in parts))
        return DONE
    span = None if found.low is None else [found.low, found.high]
    told = {"score": found.value, "level": band(found.value), "band": span}
    out.one({**told, "score_parts": found.parts, "vector": found.vector}, run.form)
    return DONE


def wrong(run: Run) -> int:
    """One report was wrong, whatever becomes of the alert; its source may get a lower grade."""
    args = run.args
    data = {"item": args.item, "on": not args.off, "note": args.note}
    with run.open() as core:
        changes = core.triage(Action("wrong", (args.id,), data))
    return done(run, "wrong", changes)


def rate(run: Run) -> int:
    """All that are named, or none."""
    args = run.args
    given = MIDDLE[args.level] if args.level else args.score
    action = Action("rate", tuple(args.ids), {"score": given, "why": args.reason})
    with run.open() as core:
        changes = core.triage(action)
        found = [core.alert(name) for name in args.ids]
    for each in found:
        if each is not None:
            _warn(each.alert)
    return done(run, "rate", changes)


def _warn(one: Alert) -> None:
    """A lower word about an official notice hides nothing; it is said what it does."""
    if one.official and one.override is not None and one.override.lowers:
        out.talk(
            say(
                "{0} is an official notice: it keeps its place in the inbox, marked as lowered; "
                "level filters and notifications go on by the rule's level, {1}",
                one.id,
                codes.shown("level", one.ruled),
            )
        )
