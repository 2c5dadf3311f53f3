"""One try of a reader on bytes, and what became of all of them."""

from __future__ import annotations

import hashlib
import signal
import traceback
from dataclasses import dataclass
from pathlib import Path
from types import FrameType

from tests.fuzz.targets import Target

HANG_S = 10  # of a processor: a busy machine is no hang
ASLEEP_S = 120  # of waiting for nothing
FOUND = Path("fuzz-found")
HEAD = (f"{'reader':22}{'tried':>11}{'a second':>10}{'used':>10}{'refused':>10}{'crashes':>9}"
        f"{'hangs':>7}  ended by")  # fmt: skip


class Hang(BaseException):
    """A reader took longer than anybody would wait."""


@dataclass
class Tally:
    """What came of one reader's tries. `whole`: it reached the count, else its time was over."""

    name: str
    tried: int = 0
    used: int = 0
    refused: int = 0
    crashes: int = 0
    hangs: int = 0
    seconds: float = 0.0
    whole: bool = False

    @property
    def line(self) -> str:
        """Its row of the table."""
        rate = self.tried / self.seconds if self.seconds else 0.0
        return (
            f"{self.name:22}{self.tried:11,}{rate:10,.0f}{self.used:10,}{self.refused:10,}"
            f"{self.crashes:9}{self.hangs:7}  {'count' if self.whole else 'time'}"
        )


def tried(one: Target, body: bytes, tally: Tally) -> None:
    """Let it read; count what came of it, keep what should not be."""
    if not tally.tried:
        signal.signal(signal.SIGPROF, _hang)
        signal.signal(signal.SIGALRM, _hang)
    tally.tried += 1
    _watch(HANG_S, ASLEEP_S)
    try:
        one.read(body)
        tally.used += 1
    except one.raises:
        tally.refused += 1
    except Hang:
        tally.hangs += 1
        _keep(one, body, f"longer than {HANG_S} s")
    except Exception:  # noqa: BLE001 # what a fuzzer is for
        tally.crashes += 1
        _keep(one, body, traceback.format_exc())
    finally:
        _watch(0, 0)


def _watch(computing: float, asleep: float) -> None:
    signal.setitimer(signal.ITIMER_PROF, computing)
    signal.setitimer(signal.ITIMER_REAL, asleep)


def _keep(one: Target, body: bytes, why: str) -> None:
    FOUND.mkdir(exist_ok=True)
    name = f"{one.name.replace(' ', '-')}-{hashlib.sha256(body).hexdigest()[:12]}"
    (FOUND / name).write_bytes(body)
    (FOUND / f"{name}.txt").write_text(why)
    last = why.strip().splitlines()[-1]
    print(f"  {one.name}: {last[:120]} (fuzz-found/{name})", flush=True)


def _hang(_signal: int, _frame: FrameType | None) -> None:
    raise Hang
