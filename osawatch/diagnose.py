"""What a helper far away needs to know of a desk, without a word of what the desk holds.

It is made of what may go out, not by taking away what may not: numbers, codes of this program,
versions, places in our own code. Messages of the log can quote titles, addresses and paths, so
none goes out: of a line its time, its level and its module stay, of a trace its places and kinds.
"""

from __future__ import annotations

import builtins
import json
import platform
import re
import sqlite3
from collections import Counter
from collections.abc import Iterable, Mapping
from importlib import metadata, util
from pathlib import Path

from osawatch import __version__, errors, sealed
from osawatch.core import Core
from osawatch.model import Settings
from osawatch.store import schema
from osawatch.writing import write

LINES = 2_000
PLAIN = (
    "network", "theme", "text_percent", "language", "filter_to_post", "ready", "lock_minutes",
    "notify_level", "notify_digest", "quiet_weekend", "remind_dates", "autostart",
    "old_news_daily",
)  # fmt: skip
PARTS = (
    "PySide6-Essentials", "numpy", "httpx", "lxml", "feedparser", "sqlite-utils", "sqlcipher3",
    "duckdb", "polars", "APScheduler", "cryptography",
)  # fmt: skip
LINE = re.compile(r"(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ) (DEBUG|INFO|WARNING|ERROR|CRITICAL) (\S+) ")
PLACE = re.compile(
    r'  File "[^"]*?\b((?:osawatch|ui|feeds|rules)(?:[/\\]\w+)+)\.py", line (\d{1,6})'
)
KIND = re.compile(r"([A-Za-z_.]{1,80})(?::|$)")
OURS = re.compile(r"(osawatch|ui|feeds|rules)(\.[a-z_0-9]+)*")
CODE = re.compile(r"[a-z_]{1,24}")


def bundle(core: Core) -> dict[str, object]:
    """All of it, ready for JSON. Reads the whole log and checks the profile: takes seconds."""
    return {
        "osawatch": __version__,
        "schema": schema.STEPS[-1].__name__,
        "system": _system(),
        "packages": {name: _version(name) for name in PARTS},
        "encrypted": core.encrypted,
        "settings": settings(core.settings()),
        "policy": {
            "files": len(core.policies.files),
            "links_closed": bool(core.policies.closed("open_links")),
            "media_closed": bool(core.policies.closed("removable_media")),
        },
        "counts": {
            name: value
            for name, value in core.care.stats().items()
            if isinstance(value, int | float)
        },
        "sources": _health(core),
        "findings_of_doctor": len(core.care.doctor()),
        "log": lines(_log(core.profile.log)),
    }


def written(core: Core, target: Path, window: Mapping[str, object] | None = None) -> int:
    """Write it as JSON, all or nothing; the number of bytes. BadInput where that cannot be.

    `window`: what only a window knows of this machine, in words of this program.
    """
    core.policies.refuse_media(target)
    body = json.dumps(bundle(core) | {"window": dict(window or {})}, indent=1).encode() + b"\n"
    write(target, body)
    return len(body)


def settings(held: Settings) -> dict[str, object]:
    """Choices as they are; of all that a person typed only whether it is there, or how much."""
    told: dict[str, object] = {name: getattr(held, name) for name in PLAIN}
    for name in Settings.__dataclass_fields__:
        value = getattr(held, name)
        if name not in told:
            told[name] = len(value) if isinstance(value, tuple) else bool(value)
    return told


def lines(log: Iterable[str]) -> list[str]:
    """What may go out of each line; a line of which nothing may is counted, not shown."""
    out: list[str] = []
    left = 0
    for line in log:
        if told := _line(line):
            out.append(told)
        elif line.strip():
            left += 1
    return [*out, f"{left} lines left out"] if left else out


def _line(line: str) -> str:
    if found := LINE.match(line):
        return f"{found[1]} {found[2]} {found[3] if _is_ours(found[3]) else '?'}"
    if found := PLACE.match(line):
        module = re.sub(r"[/\\]", ".", found[1])
        return f"  {module}:{found[2]}" if _is_ours(module) else ""
    if found := KIND.match(line):
        name = found[1].rpartition(".")[2]
        kind = getattr(builtins, name, None) or getattr(errors, name, None)
        return f"  {name}" if isinstance(kind, type) and issubclass(kind, BaseException) else ""
    return ""


def _is_ours(name: str) -> bool:
    """Whether this program has such a module: a message may look like one."""
    try:
        return bool(OURS.fullmatch(name)) and util.find_spec(name) is not None
    except (ImportError, ValueError):
        return False


def _log(path: Path) -> list[str]:
    found: list[str] = []
    for one in (path.with_name(f"{path.name}.1"), path):
        if one.exists():
            found += sealed.log_lines(one)
    return found[-LINES:]


def _health(core: Core) -> dict[str, object]:
    rows = core.sources.rows()
    outcomes = Counter(row.outcome or "never" for row in rows if row.enabled)
    return {
        "known": len(rows),
        "enabled": sum(row.enabled for row in rows),
        "outcomes": {name: n for name, n in sorted(outcomes.items()) if CODE.fullmatch(name)},
    }


def _system() -> dict[str, str]:
    return {
        "system": platform.system(),
        "release": platform.release(),
        "machine": platform.machine(),
        "python": platform.python_version(),
        "sqlite": sqlite3.sqlite_version,
    }


def _version(name: str) -> str:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return ""
