"""A set-up file read and checked, and what taking it in would change. Pure but for the checks."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields
from typing import Any, Literal
from urllib.parse import urlsplit

from feeds.model import SourceSpec
from osawatch import settings as settings_file
from osawatch.errors import BadInput
from osawatch.model import Settings
from osawatch.searches import SavedSearch, plain, sound

FORMAT = "osawatch-setup/1"
MOST_BYTES, MOST_SOURCES, LONGEST = 20_000_000, 20_000, 4_000
PERSONAL = frozenset(
    {
        "name",
        "role",
        "ready",
        "autostart",
        "old_news_daily",  # what one desk lets go is no other desk's choice
        "text_percent",
        "proxy",
        "certificate",
        "certificate_key",
        "certificate_hosts",
    }
)
"""Settings of a person or a machine: they never stand in the file."""
PLACE = re.compile(
    r"(rules|watchlist)/[\w][\w.-]*\.ya?ml|rules\.local\.yaml|watchlist\.local\.yaml"
)
PARTS = ("settings", "searches", "rules", "sources", "switches")
Part = Literal["settings", "searches", "rules", "sources", "switches"]
What = Literal["add", "change", "policy", "waits"]


@dataclass(frozen=True, slots=True)
class Setup:
    """All that a file holds. `files` are texts by their place in the profile."""

    settings: Mapping[str, Any] = field(default_factory=dict)
    searches: tuple[SavedSearch, ...] = ()
    files: Mapping[str, str] = field(default_factory=dict)
    sources: tuple[SourceSpec, ...] = ()
    switches: Mapping[str, bool] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that would be another one; `policy`: it would, but a policy decides it.

    `waits`: an exception that hides nothing before a second person here has confirmed it.
    """

    part: Part
    name: str
    what: What
    before: str = ""
    after: str = ""


def written(setup: Setup) -> bytes:
    """The file: JSON, readable and comparable."""
    body = {
        "format": FORMAT,
        "settings": dict(setup.settings),
        "searches": plain(setup.searches),
        "files": dict(setup.files),
        "sources": [_short(spec) for spec in setup.sources],
        "switches": dict(setup.switches),
    }
    return json.dumps(body, ensure_ascii=False, indent=1, sort_keys=True).encode() + b"\n"


def read(body: bytes, file: str) -> Setup:
    """A file's set-up; `BadInput` names the first thing in it that is wrong. Nothing is guessed."""
    if len(body) > MOST_BYTES:
        raise BadInput(f"is larger than {MOST_BYTES // 1_000_000} MB", file=file)
    try:
        raw = json.loads(body.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise BadInput(f"is not JSON: {error}", file=file) from error
    if not isinstance(raw, dict) or raw.get("format") != FORMAT:
        raise BadInput(f"is not a set-up ({FORMAT})", file=file)
    strange = set(raw) - {"format", "settings", "searches", "files", "sources", "switches"}
    if strange:
        raise BadInput("is not known", file=file, field=min(strange))
    return Setup(
        _settings(_mapping(raw, "settings", file), file),
        sound(raw.get("searches", []), file),
        _files(_mapping(raw, "files", file), file),
        tuple(_spec(one, file) for one in _list(raw, "sources", file)),
        _switches(_mapping(raw, "switches", file), file),
    )


def settings_of(settings: Settings) -> dict[str, Any]:
    """What of the settings belongs to the desk."""
    return {name: value for name, value in asdict(settings).items() if name not in PERSONAL}


def _settings(raw: dict[str, Any], file: str) -> dict[str, Any]:
    good: dict[str, Any] = {}
    for name, value in raw.items():
        wrong = settings_file.fault(name, value)
        if wrong or name in PERSONAL:
            told = wrong or "belongs to a person or a machine, not to a set-up"
            raise BadInput(told, file=file, field=f"settings.{name}")
        good[name] = tuple(value) if isinstance(value, list) else value
    return good


def _files(raw: dict[str, Any], file: str) -> dict[str, str]:
    for place, text in raw.items():
        if not PLACE.fullmatch(place):
            raise BadInput(f"{place[:80]!r} is no place of rules or watchlists", file=file)
        if not isinstance(text, str):
            raise BadInput("is not a text", file=file, field=place)
    return raw


def _spec(raw: object, file: str) -> SourceSpec:
    if not isinstance(raw, dict):
        raise BadInput("a source is no mapping", file=file, field="sources")
    known = {one.name: str(one.type) for one in fields(SourceSpec)}
    name = str(raw.get("id", ""))[:80]
    for key, value in raw.items():
        kind = known.get(key)
        if kind is None or type(value).__name__ != kind or len(str(value)) > 10 * LONGEST:
            raise BadInput("is not known or of another kind", file=file, field=f"{name}.{key[:40]}")
    if not all(raw.get(key) for key in ("id", "title", "url")):
        raise BadInput("needs id, title and url", file=file, field=f"sources.{name}")
    if not _address(raw["url"]):
        raise BadInput("is no web address", file=file, field=f"{name}.url")
    return SourceSpec(**raw)


def _address(url: str) -> bool:
    try:
        return urlsplit(url).scheme in ("http", "https")
    except ValueError:  # a bracket that nothing closes
        return False


def _switches(raw: dict[str, Any], file: str) -> dict[str, bool]:
    for name, on in raw.items():
        if not isinstance(on, bool):
            raise BadInput("is not true or false", file=file, field=f"switches.{name[:80]}")
    return raw


def _mapping(raw: dict[str, Any], key: str, file: str) -> dict[str, Any]:
    found = raw.get(key, {})
    if not isinstance(found, dict):
        raise BadInput("is no mapping", file=file, field=key)
    return found


def _list(raw: dict[str, Any], key: str, file: str) -> list[Any]:
    found = raw.get(key, [])
    if not isinstance(found, list) or len(found) > MOST_SOURCES:
        raise BadInput(f"is no list of at most {MOST_SOURCES}", file=file, field=key)
    return found


def _short(spec: SourceSpec) -> dict[str, Any]:
    default = asdict(SourceSpec("", "", ""))
    return {key: value for key, value in asdict(spec).items() if value != default[key]}
