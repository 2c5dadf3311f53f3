"""Which hosts may be asked at all, when somebody keeps a list. Pure.

A line of the list is a host (`www.example.org`), or `*.example.org`: that domain and all under it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence


def allows(host: str, lines: Iterable[str]) -> bool:
    """Whether a host stands on a list."""
    wanted = _plain(host)
    return any(_fits(wanted, _plain(line)) for line in lines)


def refused(host: str, lists: Iterable[Sequence[str]]) -> bool:
    """Whether one of several lists lacks a host: all of them must have it."""
    return any(not allows(host, lines) for lines in lists)


def _fits(host: str, line: str) -> bool:
    if not line.startswith("*."):
        return host == line
    return host == line[2:] or host.endswith(line[1:])


def _plain(name: str) -> str:
    return name.strip().rstrip(".").lower()
