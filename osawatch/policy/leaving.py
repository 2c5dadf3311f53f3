"""What leaves this machine when a source is asked. Pure.

The address, how the program names itself, the days asked for, a key, a client certificate; and
words of the watchlist, where the question itself names them: those tell what a post looks for.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import unquote_plus, urlsplit

from feeds import asking
from feeds.allowed import allows, refused
from feeds.model import SourceSpec
from osawatch.model import Settings

SHORTEST = 4  # letters of a word that counts
LONGEST = 6  # words of a name


@dataclass(frozen=True, slots=True)
class Leaving:
    """`what`: address, agent, contact, days, key, certificate. `words` of the watchlist."""

    host: str
    what: tuple[str, ...]
    words: tuple[str, ...]
    allowed: bool = True
    encrypted: bool = True


def leaving(
    spec: SourceSpec,
    settings: Settings,
    lists: Iterable[tuple[str, ...]],
    words: Iterable[str],
) -> Leaving:
    """What goes to a source."""
    parts = urlsplit(spec.url)
    host = (parts.hostname or "").lower()
    ask = asking.shape(spec)
    certain = bool(settings.certificate) and allows(host, settings.certificate_hosts)
    there = {
        "address": bool(host),
        "agent": bool(host),
        "contact": bool(settings.contact) and not spec.user_agent,
        "days": asking.templated(f"{spec.url} {ask}"),
        "key": "{key}" in f"{spec.url} {ask}",
        "certificate": certain,
    }
    return Leaving(
        host,
        tuple(name for name, yes in there.items() if yes),
        named(f"{parts.path} {parts.query} {ask}", words),
        allowed=spec.local or not refused(host, lists),
        encrypted=parts.scheme == "https" or spec.local,
    )


def named(question: str, words: Iterable[str]) -> tuple[str, ...]:
    """The words of the watchlist that stand in a question, as whole words."""
    known, said = _by_plain(tuple(words)), _plain(unquote_plus(question)).split()
    found: dict[str, str] = {}
    for start in range(len(said)):
        for end in range(start + 1, min(start + LONGEST, len(said)) + 1):
            plain = " ".join(said[start:end])
            if plain in known:
                found.setdefault(plain, known[plain])
    return tuple(found.values())


@lru_cache(maxsize=2)
def _by_plain(words: tuple[str, ...]) -> dict[str, str]:
    found: dict[str, str] = {}
    for word in words:
        if len(plain := _plain(word)) >= SHORTEST:
            found.setdefault(plain, word)
    return found


def _plain(text: str) -> str:
    return " ".join(re.findall(r"[^\W_]+", text.casefold()))
