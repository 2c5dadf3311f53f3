"""What a person decides about alerts: one action on all that are named, or nothing of it."""

from __future__ import annotations

from datetime import datetime

from osawatch.cli import codes, out
from osawatch.cli.args import DONE, Handler, Run, Verbs, time_of
from osawatch.cli.tongue import say
from osawatch.errors import BadInput
from osawatch.model import OUTCOMES, REASONS, Action, Changes

CONDITIONS = ("publisher", "official", "level")
PLAIN = (
    ("seen", "mark as seen"),
    ("take", "take in hand"),
    ("reopen", "open again"),
    ("unmerge", "take apart what was put under these, by hand or because it tells the same"),
)


def add(verbs: Verbs) -> None:
    """The verbs."""
    for name, told in PLAIN:
        verbs.add(name, told, _plain(name)).add_argument("ids", nargs="+", metavar="ID")
    verbs.add("undo", "take back your last action", undo)
    closing = verbs.add("close", "close with a reason", close)
    closing.add_argument("ids", nargs="+", metavar="ID")
    relevant = closing.add_mutually_exclusive_group(required=True)
    relevant.add_argument("--relevant", action="store_true", dest="relevant")
    relevant.add_argument("--not-relevant", action="store_false", dest="relevant")
    closing.add_argument("--reason", choices=REASONS, default="", help="with --not-relevant")
    closing.add_argument("--outcome", choices=OUTCOMES, default="", help="with --relevant")
    closing.add_argument("--to", default="", metavar="WHO", help="to whom it was forwarded")
    closing.add_argument("--note", default="", metavar="T")
    assigning = verbs.add("assign", "give an alert to somebody", assign)
    assigning.add_argument("id", metavar="ID")
    assigning.add_argument(
        "who", metavar="WHO", help="a function, a post or a person; me = this desk"
    )
    snoozing = verbs.add("snooze", "hide it for a while", snooze)
    snoozing.add_argument("id", metavar="ID")
    told = f"a time, 7d / 12h from now, or {', '.join(CONDITIONS)}: until one more of it comes"
    snoozing.add_argument("until", metavar="UNTIL", help=told)
    merging = verbs.add("merge", "put alerts under the first one", merge)
    merging.add_argument("into", metavar="ID")
    merging.add_argument("ids", nargs="+", metavar="ID")
    noting = verbs.add("note", "write a note", note)
    noting.add_argument("id", metavar="ID")
    noting.add_argument("text", metavar="TEXT")
    tagging = verbs.add("tag", "put a tag on, or take it off", tag)
    tagging.add_argument("id", metavar="ID")
    tagging.add_argument("tag", metavar="TAG")
    tagging.add_argument("--off", action="store_true", help="take it off")


def tag(run: Run) -> int:
    """A word of the desk's own."""
    data = {"tag": run.args.tag, "on": not run.args.off}
    return act(run, Action("tag", (run.args.id,), data))


def close(run: Run) -> int:
    """Relevant or not, and why."""
    args = run.args
    if args.relevant and args.reason:
        raise BadInput("a relevant one has an --outcome", field="--reason")
    if args.outcome and not args.relevant:
        raise BadInput("goes with --relevant", field="--outcome")
    data = {"relevant": args.relevant, "reason": args.reason or args.outcome, "note": args.note}
    data |= {"to": args.to} if args.to else {}
    return act(run, Action("close", tuple(args.ids), data))


def assign(run: Run) -> int:
    """Somebody else's now."""
    with run.open() as core:
        who = core.person().name if run.args.who == "me" else run.args.who
        changes = core.triage(Action("assign", (run.args.id,), {"who": who}))
    return done(run, "assign", changes)


def snooze(run: Run) -> int:
    """Until a time that is still to come, or until something happens."""
    with run.open() as core:
        until = _until(run.args.until, core.now())
        changes = core.triage(Action("snooze", (run.args.id,), {"until": until}))
    return done(run, "snooze", changes)


def merge(run: Run) -> int:
    """The first one stays."""
    with run.open() as core:
        changes = core.merge(run.args.ids, run.args.into)
    return done(run, "merge", changes)


def note(run: Run) -> int:
    """A note for whoever comes next."""
    return act(run, Action("note", (run.args.id,), {"text": run.args.text}))


def undo(run: Run) -> int:
    """This person's last action, with all that it touched."""
    with run.open() as core:
        changes = core.undo()
    if not changes.alerts:
        out.talk(say("nothing to undo"))
    return done(run, "undo", changes)


def _until(words: str, now: datetime) -> str:
    if words in CONDITIONS:
        return words
    moment = time_of(words, now, field="UNTIL", ahead=True)
    if moment <= now:
        raise BadInput(f"{words!r} has passed", field="UNTIL")
    return out.when(moment)


def _plain(kind: str) -> Handler:
    return lambda run: act(run, Action(kind, tuple(run.args.ids)))


def act(run: Run, action: Action) -> int:
    """Carries out one action and says what it touched."""
    with run.open() as core:
        changes = core.triage(action)
    return done(run, action.kind, changes)


def done(run: Run, kind: str, changes: Changes) -> int:
    """Says what an action touched."""
    told = {"action": kind, "alerts": sorted(changes.alerts), "cards": sorted(changes.cards)}
    if run.form == "table":
        if changes.alerts:
            did = codes.word(codes.EVENTS, kind)
            out.text(f"{did}: {', '.join(sorted(changes.alerts))}")
    else:
        out.one(told, run.form)
    return DONE
