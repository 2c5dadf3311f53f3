"""How a source is, and when to ask it again. Pure.

    judge      what came, and what is known of the source -> an outcome and the fact behind it
    rhythm     times of items -> the longest pause that is usual for the source
    pace       its set pace and its rhythm -> the usual wait
    next_poll  pace, outcome, hints of the server, failures in a row -> a time

A source that answers 200 may still be dead: what counts is the age of its newest item against its
own rhythm.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise
from typing import cast, get_args

from .model import Document, Item, PollOutcome

SOUND: tuple[PollOutcome, ...] = ("ok", "not_modified")
DAY = timedelta(days=1)
LEAST_SILENCE = timedelta(days=5)  # a long week-end and a day
MOST_SILENCE = timedelta(days=365)
UNKNOWN_SILENCE = timedelta(days=90)  # of a source whose rhythm is not known yet
TIMES_RHYTHM = 3
USUAL = 0.95  # so many of the pauses between two items are usual ones
LONGEST_HINT = DAY  # of ttl and max-age: a cache set to a year must not silence a source
LONGEST_REST = timedelta(days=3)  # a week-end and the night after it
LONGEST_WAIT = timedelta(days=7)  # of Retry-After
JITTER = 0.1
FASTEST = 5  # minutes: no source is asked more often, whatever happens
PARTS_OF_RHYTHM = 8  # a source that speaks every 16 hours is asked every two
SLOWER = 4  # times its pace at most ...
SLOWEST = timedelta(
    hours=6
)  # ... and so much: the rare word of a quiet source is the one we wait for


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a source before this poll.

    `brought`: when it last gave something that it had not given before.
    """

    had_items: bool = False
    newest: datetime | None = None
    rhythm_hours: float | None = None
    brought: datetime | None = None


@dataclass(frozen=True, slots=True)
class Verdict:
    """An outcome and the fact behind it, "" when the word says it all."""

    outcome: PollOutcome
    detail: str = ""
    newest: datetime | None = None


def judge(
    fetched: PollOutcome,
    documents: Sequence[Document],
    known: Known,
    now: datetime,
    *,
    detail: str = "",
    moved_to: str = "",
) -> Verdict:
    """How a source is after a poll: the worst that was seen counts."""
    for document in documents:
        if document.outcome != "parsed":
            return _unread(document, known)
    if fetched not in SOUND:
        return Verdict(fetched, detail, known.newest)
    read_on = bool(documents) and bool(documents[-1].resume)  # nothing new is what it then says
    if documents and not read_on and not any(document.items for document in documents):
        return Verdict("empty", _emptied(known), known.newest)
    newest = _newest(documents, known, now)
    if stale(newest, known.rhythm_hours, now):
        return Verdict("stale", f"newest item {newest:%Y-%m-%d}", newest)
    if moved_to:
        return Verdict("moved", moved_to, newest)
    return Verdict(fetched, detail, newest)


def stale(newest: datetime | None, rhythm_hours: float | None, now: datetime) -> bool:
    """Whether a source is silent for longer than it ever is. Without dates nobody can tell."""
    return newest is not None and now - newest > silence(rhythm_hours)


def idle(known: Known, now: datetime) -> str:
    """The fact behind a source that says the same for longer than it ever is silent, else "".

    Dates do not tell it: there may be none, or today's on an item of last year.
    """
    if known.brought is None or now - known.brought <= silence(known.rhythm_hours):
        return ""
    return f"nothing new since {known.brought:%Y-%m-%d}"


def repeated(documents: Sequence[Document]) -> bool:
    """Whether the last page says nothing but what pages before it said: paging goes in a ring."""
    if len(documents) < 2 or not documents[-1].items:
        return False
    before = {_who(item) for document in documents[:-1] for item in document.items}
    return all(_who(item) in before for item in documents[-1].items)


def silence(rhythm_hours: float | None) -> timedelta:
    """The longest silence that says nothing yet."""
    if rhythm_hours is None:
        return UNKNOWN_SILENCE
    usual = timedelta(hours=min(rhythm_hours, 9_000.0))
    return min(max(LEAST_SILENCE, usual * TIMES_RHYTHM), MOST_SILENCE)


def rhythm(times: Iterable[datetime]) -> float | None:
    """The hours of the longest pause that is still usual; None with fewer than four times."""
    ordered = sorted(set(times))
    if len(ordered) < 4:
        return None
    pauses = sorted(b - a for a, b in pairwise(ordered))
    return pauses[int((len(pauses) - 1) * USUAL)] / timedelta(hours=1)


def next_poll(
    now: datetime,
    *,
    outcome: PollOutcome,
    poll_minutes: int,
    failures: int = 0,
    ttl_minutes: int = 0,
    max_age: float | None = None,
    retry_after: float | None = None,
    rhythm_hours: float | None = None,
    rest: frozenset[int] = frozenset(),
    jitter: float = 0.0,
) -> datetime:
    """When to ask again: never sooner than the source, its server and our own pace allow.

    `failures` in a row, this one included; `rhythm_hours` None = its set pace is kept; `rest` are
    hours of the week in which the source is left alone, if there are others; `jitter` is a random
    number from 0 to 1.
    """
    wait = max(
        pace(poll_minutes, rhythm_hours),
        _hint(timedelta(minutes=min(ttl_minutes, 100_000))),
        _hint(timedelta(seconds=min(max_age or 0.0, 1e7))),
    )
    if outcome == "gone":
        wait = max(wait, DAY)
    elif retry_after is not None:
        wait = max(wait, min(timedelta(seconds=min(retry_after, 1e7)), LONGEST_WAIT))
    elif failures:
        wait = _backed_off(wait, failures if outcome == "rate_limited" else failures - 1)
    return _rested(now + wait * (1 + JITTER * min(max(jitter, 0.0), 1.0)), rest)


def pace(poll_minutes: int, rhythm_hours: float | None) -> timedelta:
    """How long to wait when all is well: a source that speaks seldom is asked less often."""
    own = timedelta(minutes=max(poll_minutes, 1))
    fitting = timedelta(hours=min(rhythm_hours or 0.0, 9_000.0)) / PARTS_OF_RHYTHM
    return max(own, min(fitting, own * SLOWER, SLOWEST))


def _rested(at: datetime, rest: frozenset[int]) -> datetime:
    hours = range(LONGEST_REST // timedelta(hours=1))
    free = (at + timedelta(hours=later) for later in hours)
    return next((one for one in free if one.weekday() * 24 + one.hour not in rest), at + DAY)


def _hint(asked: timedelta) -> timedelta:
    return min(max(asked, timedelta(0)), LONGEST_HINT)


def _backed_off(wait: timedelta, doublings: int) -> timedelta:
    """Twice as long each time, up to a day; a slower source keeps its own pace."""
    return max(wait, min(wait * (1 << min(max(doublings, 0), 20)), DAY))


def _emptied(known: Known) -> str:
    return (
        f"no items; the newest it gave is of {known.newest:%Y-%m-%d}"
        if known.newest
        else "no items"
    )


def _who(item: Item) -> tuple[str, str, str]:
    return item.guid, item.url, item.title


def _unread(document: Document, known: Known) -> Verdict:
    said = document.problems[0].message if document.problems else ""
    reason = document.reason
    if document.outcome == "partial":
        return Verdict(_word(reason, "damaged"), said, known.newest)
    if reason == "not_a_feed" and known.had_items:
        return Verdict("format_changed", said, known.newest)
    return Verdict(_word(reason, "not_a_feed"), said, known.newest)


def _word(reason: str, otherwise: PollOutcome) -> PollOutcome:
    return cast("PollOutcome", reason) if reason in get_args(PollOutcome) else otherwise


def _newest(documents: Sequence[Document], known: Known, now: datetime) -> datetime | None:
    """The newest date seen so far. One in the future says nothing: a fossil may carry it."""
    dates = [
        date
        for document in documents
        for item in document.items
        for date in (item.published, item.updated)
        if date is not None and date <= now + DAY
    ]
    return max([*dates, *([known.newest] if known.newest else [])], default=None)
