"""The settings of a profile: a small JSON file that holds only what differs from the default."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import fields
from pathlib import Path
from zoneinfo import available_timezones

from osawatch import sealed
from osawatch.errors import BadInput
from osawatch.model import BANDS, Settings
from osawatch.policy import checks
from osawatch.policy.checks import SIGNS

TEXT_SIZES = (100, 125, 150, 175, 200)
CHOICES: dict[str, tuple[object, ...]] = {
    "network": ("online", "scheduled", "offline"),
    "theme": ("system", "light", "dark", "contrast"),
    "text_percent": TEXT_SIZES,
    "older_days": (0, 30, 90, 180, 365),
    "language": ("en", "nl"),
    "signs_as": SIGNS,
    "notify_level": (*BANDS, "off"),
    "notify_digest": ("none", "daily", "weekly"),
}
KEY = re.compile(r"[a-z]{1,20}\.[a-z_-]{1,40}=[^\n]{0,40}")
CLOCK = re.compile(r"([01]\d|2[0-3]):[0-5]\d")


def read(path: Path) -> tuple[Settings, tuple[str, ...]]:
    """The settings, and what in the file was wrong; a wrong value keeps its default."""
    try:
        stored = json.loads(sealed.read_text(path))
    except FileNotFoundError:
        return Settings(), ()
    except (OSError, ValueError, RecursionError) as error:
        return Settings(), (f"{path.name}: cannot be read: {error}",)
    if not isinstance(stored, dict):
        return Settings(), (f"{path.name}: is not a mapping of settings",)
    return _sound(stored, path.name)


def write(path: Path, settings: Settings) -> None:
    """Check, then replace the file in one step: a crash leaves the old or the new one."""
    plain = {field.name: getattr(settings, field.name) for field in fields(Settings)}
    _checked, problems = _sound(plain, path.name)
    if problems:
        raise BadInput(problems[0].split(": ", 1)[1], file=path.name)
    default = Settings()
    changed = {name: value for name, value in plain.items() if value != getattr(default, name)}
    sealed.write_text(path, json.dumps(changed, ensure_ascii=False, indent=1))


def _sound(stored: dict[str, object], file: str) -> tuple[Settings, tuple[str, ...]]:
    good: dict[str, object] = {}
    problems = []
    for name, value in stored.items():
        wrong = fault(name, value)
        if wrong:
            problems.append(f"{file}: {name}: {wrong}")
        else:
            good[name] = tuple(value) if isinstance(value, list | tuple) else value
    return Settings(**good), tuple(problems)  # type: ignore[arg-type] # each was checked


def fault(name: str, value: object) -> str:
    """What is wrong with a setting, "" = nothing."""
    kinds: dict[str, Callable[[object], str]] = {"str": _text, "bool": _switch, "int": _minutes}
    known = {field.name: str(field.type) for field in fields(Settings)}
    if name not in known:
        return "is not a setting"
    if name in CHOICES:
        allowed = CHOICES[name]
        return (
            "" if value in allowed else f"is {value!r}, not one of {', '.join(map(str, allowed))}"
        )
    return (OWN.get(name) or kinds[known[name]])(value)


def _hosts(value: object) -> str:
    return "" if value in ([], ()) else checks.hosts(value)


def _text(value: object) -> str:
    return "" if isinstance(value, str) else "is not a text"


def _zone(value: object) -> str:
    good = isinstance(value, str) and value in available_timezones()
    return "" if good else f"{value!r} is not a time zone"


def _clock(value: object) -> str:
    good = isinstance(value, str) and CLOCK.fullmatch(value)
    return "" if good else f"{value!r} is not a time of day as in 07:30"


def _clock_or_none(value: object) -> str:
    return "" if value == "" else _clock(value)


def _keys(value: object) -> str:
    good = isinstance(value, list | tuple) and all(
        isinstance(one, str) and KEY.fullmatch(one) for one in value
    )
    return "" if good else "is not a list of keys as in triage.relevant=K"


def _minutes(value: object) -> str:
    good = isinstance(value, int) and not isinstance(value, bool) and 1 <= value <= 480
    return "" if good else "is not a number of minutes from 1 to 480"


def _switch(value: object) -> str:
    return "" if isinstance(value, bool) else "is not true or false"


def _countries(value: object) -> str:
    if not isinstance(value, list | tuple):
        return "is not a list"
    wrong = [
        code
        for code in value
        if not (isinstance(code, str) and len(code) == 2 and code.isascii() and code.isupper())
    ]
    return f"{wrong[0]!r} is not a two-letter country code" if wrong else ""


OWN: dict[str, Callable[[object], str]] = {
    "countries": _countries,
    "hosts": _hosts,
    "certificate_hosts": _hosts,
    "hours": checks.hours_of,
    "time_zone": _zone,
    "keys": _keys,
    "digest_at": _clock,
    "quiet_from": _clock_or_none,
    "quiet_until": _clock_or_none,
}
