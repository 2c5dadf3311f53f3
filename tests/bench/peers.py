"""The same polls by other readers, where they can be had: reader (in a throw-away environment) and
newsboat (if this machine has it). Neither is a dependency; what is absent is named and left out.
"""

from __future__ import annotations

import json
import resource
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

READER = ("reader==3.26", "sgmllib3k")  # 3.26 needs sgmllib3k with the feedparser of today
Figures = dict[str, float]  # CPU seconds by poll
_SCRIPT = """
import json, sys, time
from reader import make_reader
urls = json.loads(sys.stdin.readline())
reader = make_reader(sys.argv[1])
for url in urls:
    reader.add_feed(url)
reader.enable_search()
def timed(poll):
    began = time.process_time()
    for _ in reader.update_feeds_iter(workers=8, scheduled=False):
        pass
    if poll != "unchanged":
        reader.update_search()
    print(json.dumps([poll, time.process_time() - began]), flush=True)
for poll in ("first", "unchanged", "a tenth changed"):
    timed(poll)
    sys.stdin.readline()
"""


def reader(folder: Path, urls: Sequence[str], change: Callable[[], None]) -> Figures | str:
    """What reader needs with its search, or why it could not be measured."""
    python = folder / "venv" / ("Scripts" if sys.platform == "win32" else "bin") / "python"
    for command in (
        [sys.executable, "-m", "venv", folder / "venv"],
        [python, "-m", "pip", "install", "--quiet", *READER],
    ):
        done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603
        if done.returncode:
            return f"absent: {(done.stderr.strip().splitlines() or ['?'])[-1][:100]}"
    found: Figures = {}
    with subprocess.Popen(  # noqa: S603
        [python, "-W", "ignore", "-c", _SCRIPT, folder / "reader.db"],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
    ) as child:  # fmt: skip
        assert child.stdin is not None
        assert child.stdout is not None
        child.stdin.write(json.dumps(list(urls)) + "\n")
        child.stdin.flush()
        for line in child.stdout:
            poll, seconds = json.loads(line)
            found[poll] = seconds
            if poll == "unchanged":
                change()
            child.stdin.write("\n")
            child.stdin.flush()
    return found or "absent: it ended without a figure"


def newsboat(folder: Path, urls: Sequence[str], change: Callable[[], None]) -> Figures | str:
    """What newsboat needs; it has no full-text index."""
    if not shutil.which("newsboat"):
        return "absent: not installed"
    (folder / "urls").write_text("\n".join(urls), encoding="utf-8")
    command = ["newsboat", "-u", folder / "urls", "-c", folder / "cache.db", "-x", "reload"]
    found: Figures = {}
    for poll in ("first", "unchanged", "a tenth changed"):
        if poll == "a tenth changed":
            change()
        began = _children()
        subprocess.run(command, capture_output=True, check=True)  # noqa: S603
        found[poll] = _children() - began
    return found


def _children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime
