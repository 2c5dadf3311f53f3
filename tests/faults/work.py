"""One operation on a profile, in a process that may be killed: `python -m tests.faults.work`.

    work OPERATION PROFILE EXTRA [--ahead SECONDS] [--largest BYTES]
It says `start`, then `ack WORD` for each thing that is promised to be kept, then `end`. What it
refuses it tells: `told SENTENCE`. Anything else is a fault of the program.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

from osawatch import sealed
from osawatch.core import Core
from osawatch.errors import BadInput, OsawatchError
from osawatch.model import Action, Filter
from osawatch.safekeeping import backup as copies
from osawatch.vault import door
from tests.fakes import Pack

SECRET = "a passphrase of a test"  # noqa: S105
COPY = "out/copy.zip"
DESK = "desk"  # where a copy is restored to, in the folder that is given
SECOND = (
    b"<CONSOLIDATED_LIST><ENTITIES><ENTITY><DATAID>1</DATAID><FIRST_NAME>Invented Metals"
    b"</FIRST_NAME></ENTITY><ENTITY><DATAID>2</DATAID><FIRST_NAME>Invented Ores</FIRST_NAME>"
    b"</ENTITY></ENTITIES></CONSOLIDATED_LIST>"
)
FINE = ("ok", "not_modified", "stale", "moved")


def main() -> int:
    parser = argparse.ArgumentParser("tests.faults.work")
    parser.add_argument("operation", choices=sorted(OPERATIONS))
    parser.add_argument("profile", type=Path)
    parser.add_argument("extra")
    parser.add_argument("--ahead", type=float, default=0.0)
    parser.add_argument("--largest", type=int, default=0)
    asked = parser.parse_args()
    if asked.largest:
        _limit(asked.largest)
    say("start")
    try:
        OPERATIONS[asked.operation](asked.profile, asked.extra, clock(asked.ahead))
    except OsawatchError as error:
        say(f"told {' '.join(str(error).split())}")
        return 1
    say("end")
    return 0


def say(line: str) -> None:
    print(line, flush=True)


def clock(ahead: float) -> Callable[[], datetime]:
    return lambda: datetime.now(UTC) + timedelta(seconds=ahead)


def opened(profile: Path, now: Callable[[], datetime]) -> Core:
    if sealed.encrypted(profile):
        door.enter(profile, SECRET)
    return Core(profile, pack=Pack(), clock=now)


def poll(profile: Path, _extra: str, now: Callable[[], datetime]) -> None:
    with opened(profile, now) as core:
        report = core.poll(
            progress=lambda step: say(f"ack {step.source}") if step.outcome in FINE else None
        )
        for one in report.sources:
            if one.outcome not in FINE:
                say(f"told {one.id} {one.outcome} {one.detail}")


def ingest(profile: Path, extra: str, now: Callable[[], datetime]) -> None:
    with opened(profile, now) as core:
        core.ingest(
            sorted(Path(extra).iterdir()),
            progress=lambda step: say(f"ack {step.source}") if step.outcome == "parsed" else None,
        )


def triage(profile: Path, extra: str, now: Callable[[], datetime]) -> None:
    """Notes on one alert after another; `extra` makes their texts this run's own."""
    with opened(profile, now) as core:
        names = [one.id for one in core.alerts(Filter(view="all"))]
        for number in range(60):
            text = f"note {extra} {number}"
            core.triage(Action("note", (names[number % len(names)],), {"text": text}))
            say(f"ack {text}")


def bundle(profile: Path, extra: str, now: Callable[[], datetime]) -> None:
    with opened(profile, now) as core:
        told = core.bundles.take(core.bundles.open(Path(extra).read_bytes()))
        say(f"ack {told.seq}")


def migrate(profile: Path, _extra: str, now: Callable[[], datetime]) -> None:
    with opened(profile, now) as core:
        say(f"ack {len(core.alerts(Filter(view='all')))}")


def encrypt(profile: Path, _extra: str, _now: Callable[[], datetime]) -> None:
    door.create(profile, SECRET, "Ann")
    say("ack encrypted")


def decrypt(profile: Path, _extra: str, _now: Callable[[], datetime]) -> None:
    door.decrypt(profile, SECRET)
    say("ack decrypted")


def rekey(profile: Path, _extra: str, _now: Callable[[], datetime]) -> None:
    door.rekey(profile, SECRET)
    say("ack rekeyed")


def a_list(profile: Path, _extra: str, now: Callable[[], datetime]) -> None:
    with opened(profile, now) as core:
        done = core.lists.take("un-sc", SECOND, "list.xml")
        say(f"ack {done.records}" if not done.failed else f"told {done.outcome} {done.detail}")


def backup(profile: Path, _extra: str, now: Callable[[], datetime]) -> None:
    with opened(profile, now) as core:
        try:
            (profile / COPY).parent.mkdir(exist_ok=True)
        except OSError as error:
            raise BadInput(f"cannot be written: {error.strerror}", file=COPY) from error
        say(f"ack {core.care.backup(profile / COPY).files}")


def restore(room: Path, _extra: str, _now: Callable[[], datetime]) -> None:
    def unlock(folder: Path) -> None:
        door.enter(folder, SECRET)

    say(f"ack {copies.restore(room / Path(COPY).name, room / DESK, unlock=unlock).files}")


def hub(profile: Path, _extra: str, now: Callable[[], datetime]) -> None:
    with opened(profile, now) as core:
        done = core.hub.sync()
        say(f"told {done.down}" if done.down else f"ack {done.sent}")


OPERATIONS = {
    "poll": poll, "ingest": ingest, "triage": triage, "bundle": bundle, "migrate": migrate,
    "encrypt": encrypt, "decrypt": decrypt, "rekey": rekey, "poll-sealed": poll,
    "triage-sealed": triage, "list": a_list, "backup": backup, "restore": restore, "hub": hub,
}  # fmt: skip


def _limit(largest: int) -> None:
    """No file may grow beyond this: what stands for a full disk where nothing can be mounted."""
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_FSIZE, (largest, largest))


def notes(core: Core) -> list[str]:
    """All notes that stand in the log."""
    with core._store.reading() as connection:
        found = connection.execute("SELECT data FROM events WHERE kind = 'note'").fetchall()
    return [json.loads(row[0])["text"] for row in found]


if __name__ == "__main__":
    sys.exit(main())
