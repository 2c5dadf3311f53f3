"""Where each list stands, who publishes it, what people call it: addresses.yaml, and one's own."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

import yaml

SHIPPED = Path(__file__).parent / "addresses.yaml"
CHANGEABLE = ("url", "user_agent", "changes")


@dataclass(frozen=True, slots=True)
class Address:
    """A list and its publisher. `country` is who imposes it, "" = none; `url` "" = files only.

    `changes` is where the publisher tells what it changed between two lists, "" = nowhere.
    """

    list: str
    short: tuple[tuple[str, str], ...]
    publisher: str
    country: str
    url: str
    page: str
    user_agent: str = ""
    changes: str = ""

    def called(self, language: str) -> str:
        """What people call it in their language."""
        names = dict(self.short)
        return names.get(language) or names["en"]


@cache
def shipped() -> dict[str, Address]:
    """The addresses that come with the program, by list."""
    found = yaml.safe_load(SHIPPED.read_text(encoding="utf-8"))
    return {
        key: Address(
            key, tuple(one["short"].items()), one["publisher"], one["country"], one["url"],
            one["page"], one.get("user_agent", ""), one.get("changes", ""),
        )
        for key, one in found.items()
    }  # fmt: skip


def known(own: Path | None = None) -> dict[str, Address]:
    """The addresses, with what a file of one's own changes. ValueError says what is wrong in it."""
    found = dict(shipped())
    if own is None or not own.is_file():
        return found
    try:
        changed = yaml.safe_load(own.read_text(encoding="utf-8")) or {}
    except (OSError, ValueError, yaml.YAMLError, RecursionError) as error:
        raise ValueError(f"{own.name}: cannot be read: {error}") from error
    for key, one in _records(changed, own.name):
        if key not in found:
            raise ValueError(f"{own.name}: there is no list {key!r}")
        wrong = [name for name, value in one.items() if not _fits(name, value)]
        if wrong:
            raise ValueError(
                f"{own.name}: {key}: {wrong[0]}: give {' or '.join(CHANGEABLE)} as text"
            )
        found[key] = replace(
            found[key],
            url=one.get("url", found[key].url),
            user_agent=one.get("user_agent", found[key].user_agent),
            changes=one.get("changes", found[key].changes),
        )
    return found


def _records(changed: object, name: str) -> list[tuple[str, dict[str, str]]]:
    if not isinstance(changed, dict) or not all(isinstance(one, dict) for one in changed.values()):
        raise ValueError(f"{name}: is not a mapping of lists")
    return [(str(key), one) for key, one in changed.items()]


def _fits(name: str, value: object) -> bool:
    return name in CHANGEABLE and isinstance(value, str)
