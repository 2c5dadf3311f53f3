"""Mutations chosen by the code they reach (atheris, where it is installed: Linux and macOS).

A process a reader: python -m tests.fuzz.guided READER SECONDS COUNT SEED TALLY. libFuzzer ends its
process itself, so the counts are written beside it as it goes.
"""

from __future__ import annotations

import importlib.util
import json
import subprocess
import sys
import tempfile
import time
import warnings
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tests.fuzz.tries import Tally

OURS = ["feeds", "rules", "osawatch", "feedparser"]
LONGEST = 4096


def possible() -> bool:
    """Whether it can be done here."""
    return importlib.util.find_spec("atheris") is not None


def campaign(name: str, seconds: float, count: int, seed: int) -> Tally:
    """One reader, in a process of its own."""
    from tests.fuzz.tries import Tally

    with tempfile.TemporaryDirectory(prefix="osawatch-guided-") as room:
        told = Path(room) / "tally.json"
        command = [sys.executable, "-m", "tests.fuzz.guided", name, str(int(seconds)), str(count),
                   str(seed), str(told)]  # fmt: skip
        done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603
        print(
            "".join(line + "\n" for line in done.stdout.splitlines() if "fuzz-found" in line),
            end="",
        )
        tally = Tally(**json.loads(told.read_text())) if told.exists() else Tally(name)
        if done.returncode or not told.exists():  # it died: worse than a crash that is caught
            tally.crashes += 1
            print(f"  {name}: {done.stderr.strip()[-300:]}", flush=True)
    tally.whole = bool(count) and tally.tried >= count
    return tally


def main() -> None:
    """The process apart: our code is watched, then libFuzzer drives one reader."""
    import atheris

    name, seconds, count, seed, told = sys.argv[1:]
    warnings.simplefilter("ignore")
    with atheris.instrument_imports(include=OURS):
        from tests.fuzz import targets, tries
    one = next(one for one in targets.targets() if one.name == name)
    with tempfile.TemporaryDirectory(prefix="osawatch-seeds-") as room:
        for number, seed_body in enumerate(one.seeds):
            Path(room, str(number)).write_bytes(seed_body[:LONGEST])
        tally, began = tries.Tally(name), time.monotonic()

        def read(body: bytes) -> None:
            tries.tried(one, body, tally)
            tally.seconds = time.monotonic() - began
            if tally.tried < 200 or tally.tried % 200 == 0 or tally.tried == int(count):
                Path(told).write_text(json.dumps(asdict(tally)))

        options: list[Any] = [f"-seed={seed}", f"-max_total_time={max(1, int(seconds))}",
                              f"-max_len={LONGEST}", "-rss_limit_mb=4096"]  # fmt: skip
        atheris.Setup(
            [sys.argv[0], *options, *([f"-runs={count}"] if int(count) else []), room], read
        )
        atheris.Fuzz()


if __name__ == "__main__":
    main()
