"""`hub`: triage shared through a PostgreSQL server."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path

from osawatch.bundle.model import BundleRefused
from osawatch.cli import codes, out
from osawatch.cli.args import DONE, FAULT, Parser, Run, Verbs
from osawatch.cli.tongue import of_error, say, translated
from osawatch.errors import BadInput, OsawatchError, why
from osawatch.hub.model import HubDown, HubRefused, Status, Synced
from osawatch.model import Settings

CONTACTS = (
    out.column("post"), out.column("user"), out.column("at"), out.column("sent", right=True),
    out.column("got", right=True), out.column("behind", right=True),
)  # fmt: skip
ROLES = ("post", "hq", "reader", "worker")


def add(_name: str, parser: Parser) -> None:
    """The verbs."""
    verbs = Verbs(parser)
    one = verbs.add("init", "let this profile use a hub; --server makes one", init)
    one.add_argument("address", help="libpq's: host=... dbname=... user=... sslmode=verify-full")
    one.add_argument("--server", action="store_true", help="make its tables, as their owner")
    one = verbs.add("member", "let an account in, as the owner of the hub", member)
    one.add_argument("address")
    one.add_argument("user")
    one.add_argument("--post", required=True, help="the post's name, as its settings say it")
    one.add_argument("--role", choices=ROLES, default="post")
    one.add_argument("--reads", nargs="+", default=[], metavar="POST", help="more posts; * = all")
    one.add_argument("--password-file", type=Path, metavar="FILE")
    one = verbs.add("sync", "send what is ours, get what others have", sync)
    one.add_argument("--follow", action="store_true", help="go on, whenever somebody adds")
    verbs.add("status", "who stands where, and what waits", status)
    one = verbs.add("publish", "give all members a signed bundle of rules and watchlists", publish)
    one.add_argument("file", type=Path)
    verbs.add("leave", "use no hub any more", leave)


def init(run: Run) -> int:
    """Make the tables, or join."""
    if run.args.server:
        from osawatch.hub import server

        _may_ask(run.args.address)
        done: list[str] = []
        if _asked(lambda: done.extend(server.prepare(run.args.address))) == FAULT:
            return FAULT
        if run.form == "table":
            out.text(say("made: {0}", ", ".join(done)) if done else say("all is there"))
        else:
            out.one({"steps": done}, run.form)
        return DONE
    with run.open() as core:
        return _status(run, core.hub.join(run.args.address))


def member(run: Run) -> int:
    """The owner lets somebody in."""
    from osawatch.hub import server

    args = run.args
    _may_ask(args.address)
    password = _text(args.password_file) if args.password_file else ""
    return _asked(
        lambda: server.admit(args.address, args.user, args.post, args.role, args.reads, password)
    )


def sync(run: Run) -> int:
    """A hub that is down is exit code 1, and nothing is lost."""
    with run.open() as core:
        told = core.hub.sync(lambda what, count: None)
        _told(run, told)
        down = told.down
        while run.args.follow:
            try:
                if down:
                    time.sleep(30)
                elif not core.hub.wait(300):
                    pass
                told = core.hub.sync()
            except OsawatchError as error:
                told = Synced(down=str(error))
            if told.down != down or told.sent or told.got or told.items_got:
                _told(run, told)
            down = told.down
    return FAULT if told.down or told.refused else DONE


def status(run: Run) -> int:
    """How it stands."""
    with run.open() as core:
        return _status(run, core.hub.status())


def publish(run: Run) -> int:
    """Headquarters' rules for everybody; whoever takes them checks the signature."""
    try:
        body = run.args.file.read_bytes()
    except OSError as error:
        raise BadInput(f"cannot be read: {error.strerror}", file=str(run.args.file)) from error
    with run.open() as core:
        return _asked(lambda: core.hub.publish(body), f"{run.args.file}: ")


def leave(run: Run) -> int:
    """Forget the address."""
    with run.open() as core:
        pack = core.rulebook.pack
        freed = sum(one.waits for rule in pack.rules for one in rule.exceptions)
        sources = sum(bool(one.spared) for one in pack.excluded)
        core.hub.leave()
    if run.form == "table" and (freed or sources):
        said = say(
            "begin to hide high alerts: {0} exceptions that waited, {1} exclusions of a source",
            freed, sources,
        )  # fmt: skip
        out.text(said)
    return DONE


def _may_ask(address: str) -> None:
    """The owner of a hub needs no profile; what the policies of the machine close is closed."""
    from osawatch.hub.address import allowed
    from osawatch.policy import files, network

    held, mine = files.load(), Settings()
    if why := network.closed(held.over(mine), datetime.now(UTC)):
        raise HubDown(why)
    allowed(address, held.hosts(mine))


def _asked(act: Callable[[], None], file: str = "") -> int:
    """A server that is down or says no is a fault, not bad usage; so is a bundle that is none."""
    try:
        act()
    except (HubDown, HubRefused) as error:
        out.talk(of_error(error))
        return FAULT
    except BundleRefused as error:
        out.talk(file + of_error(error))
        return FAULT
    return DONE


def _told(run: Run, told: Synced) -> None:
    if run.form != "table":
        out.one(asdict(told), run.form)
        return
    out.text(
        say(
            "sent {0} events and {1} items, got {2} events and {3} items",
            told.sent,
            told.items_sent,
            told.got,
            told.items_got,
        )
    )
    for name in told.packs:
        out.text(say("from headquarters: {0}", name))
    for one in told.refused:
        out.talk(say("left out: {0}", one))
    if told.held:
        out.talk(say("{0} events are not shared (see: hub status)", told.held))
    if told.down:
        out.talk(
            say("{0}; nothing is lost, the rest goes with the next sync", translated(told.down))
        )


def _status(run: Run, found: Status) -> int:
    if run.form != "table":
        out.one(asdict(found), run.form)
        return FAULT if found.down else DONE
    if not found.address:
        out.text(say("this profile has no hub"))
        return DONE
    last = found.last.isoformat(timespec="minutes") if found.last else say("never")
    out.text(say("{0}: {1} events wait here, last sync {2}", found.address, found.waiting, last))
    if found.hello:
        reads = ", ".join(found.hello.reads) or say("no events")
        out.text(
            say(
                "{0}, {1} of {2}; reads {3}",
                found.hello.user,
                codes.word(codes.SEATS, found.hello.role),
                found.hello.post,
                reads,
            )
        )
        out.rows((asdict(one) for one in found.contacts), CONTACTS, run.form, none="nobody yet")
    for one in found.conflicts:
        out.talk(
            say(
                "conflict: {0} counted {1} twice ({2}, {3})",
                one.device,
                one.number,
                one.event,
                one.user,
            )
        )
    for held in found.held:
        out.talk(say("not shared: event {0} ({1})", held.event, translated(held.why)))
    if found.down:
        out.talk(translated(found.down))
    return FAULT if found.down else DONE


def _text(path: Path) -> str:
    try:
        found = path.read_text("utf-8").strip()
    except (OSError, ValueError) as error:
        raise BadInput(f"cannot be read: {why(error)}", file=str(path)) from error
    if not found:  # an account without a password would be made in silence
        raise BadInput("is empty", file=str(path))
    return found
