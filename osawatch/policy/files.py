"""Reads the policy files of this machine. One that cannot be read lets nothing start.

| place | whose |
|---|---|
| `osawatch/policy.toml` in the system's own folder (/etc/xdg, %PROGRAMDATA%) | an administrator's |
| `/etc/osawatch/policy.toml` | the same, where it is easier found |
| the file that OSAWATCH_POLICY names | a desk's own; it can close, never open |
"""

from __future__ import annotations

import os
import re
import sys
import tomllib
from collections.abc import Callable, Iterable
from dataclasses import fields
from pathlib import Path
from typing import Any

import platformdirs

from osawatch.errors import BadInput, why
from osawatch.policy import checks
from osawatch.policy.model import Policies, Policy

VARIABLE = "OSAWATCH_POLICY"
LARGEST = 1 << 20


def places() -> list[Path]:
    """Where policies are looked for."""
    found = [platformdirs.site_config_path("osawatch", appauthor=False) / "policy.toml"]
    if sys.platform != "win32":
        found.append(Path("/etc/osawatch/policy.toml"))
    if named := os.environ.get(VARIABLE, ""):
        found.append(Path(named))
    return list(dict.fromkeys(found))


def load(found: Iterable[Path] | None = None) -> Policies:
    """All policies of this machine. Raises `BadInput` naming file, line and field."""
    named = os.environ.get(VARIABLE, "")
    policies = []
    for path in places() if found is None else found:
        if path.exists():
            policies.append(read(path))
        elif str(path) == named:
            raise BadInput("is not there: no policy, no start", file=named)
    return Policies(tuple(policies))


def read(path: Path) -> Policy:
    """One file."""
    text = _text_of(path)
    try:
        said = tomllib.loads(text)
    except RecursionError as error:
        raise BadInput("is nested too deeply", file=str(path)) from error
    except tomllib.TOMLDecodeError as error:
        line = re.search(r"line (\d+)", str(error))
        at = int(line[1]) if line else len(text.splitlines())
        raise BadInput(str(error), file=str(path), line=at) from error
    if said.pop("schema", 1) != 1:
        raise BadInput("is of a newer form: update the program", file=str(path), field="schema")
    found: dict[str, Any] = {}
    for name, value in said.items():
        wrong = _fault(name, value)
        if wrong:
            raise BadInput(wrong, file=str(path), line=_line(text, name), field=name)
        found[name] = tuple(value) if isinstance(value, list) else value
    return Policy(file=str(path), **found)


def _text_of(path: Path) -> str:
    try:
        if path.stat().st_size > LARGEST:
            raise BadInput("is too large for a policy", file=str(path))
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise BadInput(f"cannot be read: {why(error)}", file=str(path)) from error


def _fault(name: str, value: object) -> str:
    known = {field.name for field in fields(Policy)} - {"file"}
    if name not in known:
        return f"is none of schema, {', '.join(sorted(known))}"
    return _CHECKS[name](value)


_CHECKS: dict[str, Callable[[object], str]] = {
    "network": checks.network,
    "hours": checks.hours_of,
    "hosts": checks.hosts,
    "proxy": checks.text,
    "certificate": checks.text,
    "certificate_hosts": checks.hosts,
    "lock_minutes": checks.minutes,
    "highest_marking": checks.text,
    "signs_as": checks.signs,
    "open_links": checks.switch,
    "removable_media": checks.switch,
    "encryption": checks.switch,
}


def _line(text: str, name: str) -> int:
    for number, line in enumerate(text.splitlines(), 1):
        if re.match(rf"\s*\"?{re.escape(name)}\"?\s*=", line):
            return number
    return 0
