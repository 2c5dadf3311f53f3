"""Watchlist files of a post as texts, and their entries: read, listed, changed, written.

Groups of countries stand by name in a file; here each has its name as its id, like other entries.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import yaml

from osawatch import sealed
from osawatch.errors import BadInput, why

Entry = dict[str, Any]
KEYS = {"goods": "id", "companies": "id", "measures": "id", "countries": "iso2", "groups": "id"}
_TEXTS = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


def read(path: Path) -> Entry:
    """A file of ours as texts: NO stays NO. `BadInput` says where it is wrong."""
    try:
        text = sealed.read_text(path)
    except FileNotFoundError:
        return {}
    except (OSError, UnicodeDecodeError) as error:
        raise BadInput(f"cannot be read: {why(error)}", file=str(path)) from error
    stored = texts(text, str(path))
    if stored is None or stored == "":
        return {}
    if not isinstance(stored, dict):
        raise BadInput("a mapping is expected", file=str(path))
    return stored


def texts(text: str, file: str) -> Any:
    """What a YAML text holds, all of it as texts; a few lines of aliases would hold billions.

    `BadInput` says where it is wrong.
    """
    try:
        for token in yaml.scan(text, _TEXTS) if "*" in text else ():
            if isinstance(token, yaml.AliasToken):
                line = token.start_mark.line + 1
                raise BadInput("uses an alias (*): repeat what it means", file=file, line=line)
        return yaml.load(text, _TEXTS)  # noqa: S506 # builds texts only
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 0
        raise BadInput(str(error.problem), file=file, line=line) from error
    except (yaml.YAMLError, RecursionError) as error:
        raise BadInput(f"cannot be read: {why(error)}", file=file) from error


def write(path: Path, stored: Entry) -> None:
    """Replace a file in one step: a crash leaves the old or the new one."""
    sealed.write_text(path, _dumped(stored))


def file_of(found: Mapping[str, Sequence[Entry]]) -> str:
    """The text of a watchlist file with these entries by kind."""
    body: Entry = {"schema": "1"}
    for kind, entries in found.items():
        body = stored_as(body, kind, entries) if entries else body
    return _dumped(body)


def _dumped(stored: Entry) -> str:
    return yaml.safe_dump(stored, allow_unicode=True, sort_keys=False, width=100)


def listed(stored: Entry, kind: str) -> list[Entry]:
    """The entries of a kind in a file; groups, which stand by name, get it as their id."""
    found = stored.get(kind) or []
    if isinstance(found, dict):
        found = [{"id": key, **one} for key, one in found.items() if isinstance(one, dict)]
    return [one for one in found if isinstance(one, dict)]


def stored_as(stored: Entry, kind: str, entries: Sequence[Entry]) -> Entry:
    """The file with these entries of a kind."""
    if kind != "groups":
        return {**stored, kind: list(entries)}
    groups = {str(one["id"]): {k: v for k, v in one.items() if k != "id"} for one in entries}
    return {**stored, kind: groups}


def without(stored: Entry, gone: Mapping[str, set[str]]) -> tuple[Entry, int]:
    """The file without these entries, and how many there were; what is no entry stays."""
    count = 0
    for kind, names in gone.items():
        found = stored.get(kind) or []
        if isinstance(found, dict):
            kept: Any = {key: one for key, one in found.items() if key not in names}
        else:
            kept = [one for one in found if _named(one, KEYS[kind]) not in names]
        count += len(found) - len(kept)
        stored = {**stored, kind: kept} if len(kept) < len(found) else stored
    return stored, count


def _named(one: object, key: str) -> str | None:
    return one.get(key) if isinstance(one, dict) else None
