"""The second fact beside a name: birth, country and kind raise or lower a score."""

from __future__ import annotations

from feeds.lists.model import Birth, ListEntry
from osawatch.screening.model import Fact, Subject

# What agreement adds and contradiction takes away.
WEIGHTS = {"birth": (0.06, -0.15), "country": (0.03, -0.04), "kind": (0.0, -0.12)}
CIRCA = 2  # years


def facts_of(subject: Subject, entry: ListEntry) -> tuple[Fact, ...]:
    """What the two sides know of the same thing; what one of them leaves out is no fact."""
    found = []
    if subject.births and entry.births:
        same = next((b for b in subject.births for e in entry.births if _born(b, e)), "")
        found.append(Fact("birth", bool(same), same or entry.births[0].value))
    if subject.countries and entry.countries:
        shared = [land for land in subject.countries if land in entry.countries]
        found.append(Fact("country", bool(shared), ", ".join(shared or entry.countries)))
    if subject.kind and entry.kind and subject.kind != entry.kind:
        found.append(Fact("kind", agrees=False, value=entry.kind))
    return tuple(found)


def weighed(score: float, facts: tuple[Fact, ...]) -> float:
    """The score after these facts, from 0 to 1."""
    for fact in facts:
        raised, lowered = WEIGHTS[fact.about]
        score += raised if fact.agrees else lowered
    return max(0.0, min(1.0, score))


def _born(asked: str, listed: Birth) -> bool:
    """Whether two dates can be one, as precise as both are."""
    if listed.circa or "/" in listed.value:
        first, last = _years(listed.value)
        spread = CIRCA if listed.circa else 0
        return asked[:4].isdigit() and first - spread <= int(asked[:4]) <= last + spread
    if len(asked) == len(listed.value) == 10:
        return asked == listed.value or _swapped(asked, listed.value)
    size = 7 if min(len(asked), len(listed.value)) >= 7 else 4
    return asked[:size] == listed.value[:size]


def _swapped(one: str, other: str) -> bool:
    """Day and month in the other order."""
    return one[:4] == other[:4] and one[5:7] == other[8:] and one[8:] == other[5:7]


def _years(value: str) -> tuple[int, int]:
    parts = [part[:4] for part in value.split("/")]
    if not all(part.isdigit() for part in parts) or not parts[0]:
        return 0, 0
    return int(parts[0]), int(parts[-1])
