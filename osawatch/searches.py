"""Saved searches: what a person looks for again and again, under a name, in the profile.

One small JSON file, sealed where the profile is. Days are kept, not dates: "since" moves on.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass, fields
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, get_args

from osawatch import sealed
from osawatch.errors import BadInput
from osawatch.model import BANDS, Changes, Filter, View

FILE = "searches.json"
MOST, LONGEST = 100, 80
LISTS = ("goods", "countries", "measures", "statuses", "kinds", "sources", "tags")


@dataclass(frozen=True, slots=True)
class SavedSearch:
    """A filter under a name. `days`: how far back, 0 = all."""

    name: str
    view: str = "inbox"
    text: str = ""
    level: str = ""
    days: int = 0
    goods: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    measures: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()

    def wanted(self, now: datetime) -> Filter:
        """The filter as it is today."""
        since = now - timedelta(days=self.days) if self.days else None
        lists = {key: getattr(self, key) for key in LISTS}
        return Filter(self.view, self.text, level=self.level, since=since, **lists)  # type: ignore[arg-type]


def named(name: str, wanted: Filter, days: int = 0) -> SavedSearch:
    """A filter under a name; `BadInput` when the name is none."""
    said = " ".join(name.split())
    if not said or len(said) > LONGEST:
        raise BadInput(f"takes 1 to {LONGEST} characters", field="name")
    lists = {key: getattr(wanted, key) for key in LISTS}
    return SavedSearch(said, wanted.view, wanted.text, wanted.level, days, **lists)


def plain(searches: Iterable[SavedSearch]) -> list[dict[str, Any]]:
    """As they stand in a file: only what is set."""
    default = asdict(SavedSearch(""))
    return [
        {key: value for key, value in asdict(one).items() if value != default[key]}
        for one in searches
    ]


def sound(stored: object, file: str = FILE) -> tuple[SavedSearch, ...]:
    """Searches out of a file's JSON; `BadInput` names the first that is wrong, and its field."""
    if not isinstance(stored, list):
        raise BadInput("is not a list of searches", file=file)
    if len(stored) > MOST:
        raise BadInput(f"holds more than {MOST} searches", file=file)
    found = [_one(raw, f"{file}: search {n}") for n, raw in enumerate(stored, 1)]
    return tuple({one.name: one for one in found}.values())


class Searches:
    """Those of a profile."""

    def __init__(self, folder: Path, announce: Callable[[Changes], Changes]) -> None:
        self._path, self._announce = folder / FILE, announce

    def every(self) -> tuple[SavedSearch, ...]:
        """All, by name. A file that is damaged is `BadInput`: nothing is written over it."""
        try:
            stored = json.loads(sealed.read_text(self._path))
        except FileNotFoundError:
            return ()
        except (ValueError, RecursionError) as error:
            raise BadInput(f"cannot be read: {error}", file=FILE) from error
        return tuple(sorted(sound(stored), key=lambda one: one.name.casefold()))

    def sound(self) -> tuple[SavedSearch, ...]:
        """All, or none when the file is damaged: `fault` says so."""
        return () if self.fault() else self.every()

    def fault(self) -> str:
        """What is wrong with the file, "" = nothing."""
        try:
            self.every()
        except (BadInput, OSError) as error:
            return str(error)
        return ""

    def keep(self, search: SavedSearch) -> Changes:
        """One more, or another one of this name."""
        return self.replace([*(o for o in self.every() if o.name != search.name), search])

    def drop(self, name: str) -> Changes:
        """One less."""
        return self.replace([one for one in self.every() if one.name != name])

    def replace(self, searches: Iterable[SavedSearch]) -> Changes:
        """These in the place of all."""
        checked = sound(json.loads(json.dumps(plain(searches))))
        sealed.write_text(self._path, json.dumps(plain(checked), ensure_ascii=False, indent=1))
        return self._announce(Changes(settings=True))


def _one(raw: object, place: str) -> SavedSearch:
    if not isinstance(raw, dict):
        raise BadInput("is no mapping", file=place)
    known = {field.name for field in fields(SavedSearch)}
    for key, value in raw.items():
        wrong = "is not known" if key not in known else _fault(key, value)
        if wrong:
            raise BadInput(wrong, file=place, field=str(key))
    values = {key: tuple(value) if key in LISTS else value for key, value in raw.items()}
    if not str(values.get("name", "")).strip():
        raise BadInput("is missing", file=place, field="name")
    return SavedSearch(**values)  # type: ignore[arg-type]  # each was checked


def _fault(key: str, value: object) -> str:
    if key in LISTS:
        good = isinstance(value, list) and all(isinstance(one, str) for one in value)
        return "" if good else "is not a list of texts"
    if key == "days":
        good = isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= 36_500
        return "" if good else "is not a number of days"
    if not isinstance(value, str):
        return "is not a text"
    choices: dict[str, tuple[str, ...]] = {"view": get_args(View), "level": ("", *BANDS)}
    if key in choices and value not in choices[key]:
        return f"is {value!r}, not one of {', '.join(filter(None, choices[key]))}"
    return "" if key != "name" or len(value) <= LONGEST else f"is longer than {LONGEST} characters"
