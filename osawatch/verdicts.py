"""From the answers of a source, and what was new in them, to what is noted of it. Pure.

Outcome, validators and next poll; the hours observed, and whether it said anything new.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from feeds import asking, health
from feeds.messages import Response
from feeds.model import Document, PollOutcome
from osawatch.stages import Entry
from osawatch.store.sources import Polled, Standing

SOON = 15  # minutes
PAGES = 20  # of one source in one poll
GOOD: tuple[PollOutcome, ...] = ("ok", "not_modified", "empty", "stale", "moved")


@dataclass(frozen=True, slots=True)
class Gathered:
    """All that a source answered: one page, or several of a paged interface."""

    responses: tuple[Response, ...]
    documents: tuple[Document, ...]


def judged(
    standing: Standing,
    responses: Sequence[Response],
    documents: Sequence[Document],
    now: datetime,
    jitter: float = 0.0,
) -> Polled:
    """What this poll leaves behind. Validators are kept only if all that came could be read."""
    if not responses:
        return _unread(standing, now)
    first, last = responses[0], responses[-1]
    same = bool(last.body) and not documents
    known = _known(standing)
    verdict = health.judge(
        "not_modified" if same else last.outcome,
        documents,
        known,
        now,
        detail="the same bytes as before" if same else last.detail,
        moved_to=_moved(standing, first),
    )
    if not documents and verdict.outcome == "not_modified":
        verdict = _unchanged(standing, verdict, now)
    good = verdict.outcome in GOOD
    empty = verdict.outcome == "empty"  # read again each time: «not modified» would hide it
    ttl, rest = _hints(standing, documents)
    return Polled(
        verdict.outcome, _where(documents, verdict.detail) or _unasked(documents), last.http, now,
        _next(standing, responses, documents, now, verdict.outcome, jitter), success=good,
        etag="" if empty else first.etag, last_modified="" if empty else first.last_modified,
        body_hash="" if empty else _hash(standing, responses),
        validated_url=first.url, moved_to=_moved(standing, first),
        covered_from=standing.last_success, ttl_minutes=ttl, rest=rest, resume=_resume(documents),
        soonest=_soonest(standing, responses, documents, now, verdict.outcome),
        brought=now if good and _uncounted(standing, now) else None,
        idle=health.idle(known, now) if verdict.outcome in health.SOUND else "",
    )  # fmt: skip


def observed(polled: Polled, found: Sequence[Entry], before: int, new: int) -> Polled:
    """What this poll adds to the record of observed hours.

    A document that still holds an item seen before leaves no gap since the last good poll;
    otherwise nobody saw what came and went before its oldest item.
    """
    stamps = [entry.at for entry in found]
    since = polled.covered_from
    if stamps and not before:
        oldest = max(min(stamps), polled.at - timedelta(days=30))
        oldest = min(oldest, polled.at - timedelta(hours=1))  # to have looked is worth an hour
        since = max(since, oldest) if since else oldest
    published = [entry.published for entry in found if entry.published]
    return replace(polled, covered_from=since, new=new, newest=max(published, default=None))


def heard(polled: Polled, again: int, *, brought: bool, found: int) -> Polled:
    """What it says of the source that nothing, or mostly what it told before, was new."""
    if polled.idle and not brought:
        return replace(polled, outcome="stale", detail=polled.idle)
    if again * 2 > found and not polled.detail:
        polled = replace(polled, detail=f"{again} items came again under other ids")
    return replace(polled, brought=polled.at) if brought else polled


def _known(standing: Standing) -> health.Known:
    return health.Known(
        standing.newest is not None, standing.newest, standing.rhythm_hours, standing.brought
    )


def _uncounted(standing: Standing, now: datetime) -> bool:
    """Whether nobody knows yet when it last brought something, or a wrong clock said so."""
    return standing.brought is None or standing.brought > now


def _unchanged(standing: Standing, verdict: health.Verdict, now: datetime) -> health.Verdict:
    """What did not change is as it was: empty, or silent for too long."""
    if standing.outcome == "empty":
        return replace(verdict, outcome="empty", detail="no items, as before")
    why = health.idle(_known(standing), now)
    return replace(verdict, outcome="stale", detail=why) if why else verdict


def _moved(standing: Standing, first: Response) -> str:
    """The new address that a source proposes: for its own, not for one day's or one page's."""
    return "" if standing.resume or asking.templated(standing.spec.url) else first.moved_to


def _unasked(documents: Sequence[Document]) -> str:
    """That pages were left or went in a ring, so that nobody takes the list for whole."""
    if health.repeated(documents):
        return f"page {len(documents)} repeats those before it: what stands behind was not read"
    last = documents[-1] if documents else None
    if last and last.next_url and not last.resume and (last.unordered or len(documents) >= PAGES):
        return f"only the first {len(documents)} pages were asked"
    return ""


def _resume(documents: Sequence[Document]) -> str:
    """Where a feed is read on: behind the last page that could be read, whatever came then."""
    read = (document.resume for document in reversed(documents) if document.outcome == "parsed")
    return next(read, "")


def _unread(standing: Standing, now: datetime) -> Polled:
    detail = f"format {standing.spec.format!r} cannot be read by this program yet"
    if standing.spec.auth not in ("", "none"):
        name = asking.key_name(standing.spec.id)
        detail = f"needs {standing.spec.auth}: none is in the environment as {name}"
    return Polled("not_a_feed", detail, 0, now, now + timedelta(days=1), success=False)


def _where(documents: Sequence[Document], detail: str) -> str:
    """Which page of several was the bad one."""
    for number, document in enumerate(documents, 1):
        if document.outcome != "parsed" and len(documents) > 1:
            return f"page {number}: {detail}"
    return detail


def _next(
    standing: Standing,
    responses: Sequence[Response],
    documents: Sequence[Document],
    now: datetime,
    outcome: PollOutcome,
    jitter: float,
) -> datetime:
    return _after(standing, responses, documents, now, outcome, jitter, _pace(standing, documents))


def _soonest(
    standing: Standing,
    responses: Sequence[Response],
    documents: Sequence[Document],
    now: datetime,
    outcome: PollOutcome,
) -> datetime:
    """The same at the fastest pace there is: the hints of the server stay the floor."""
    fast = replace(standing, rhythm_hours=None)
    return _after(fast, responses, documents, now, outcome, 0.0, health.FASTEST)


def _after(
    standing: Standing,
    responses: Sequence[Response],
    documents: Sequence[Document],
    now: datetime,
    outcome: PollOutcome,
    jitter: float,
    minutes: int,
) -> datetime:
    ttl, rest = _hints(standing, documents)
    return health.next_poll(
        now,
        outcome=outcome,
        poll_minutes=minutes,
        failures=0 if outcome in GOOD else standing.failures + 1,
        ttl_minutes=ttl,
        max_age=responses[0].max_age,
        retry_after=responses[-1].retry_after,
        rhythm_hours=None if standing.spec.official else standing.rhythm_hours,
        rest=rest,
        jitter=jitter,
    )


def _hints(standing: Standing, documents: Sequence[Document]) -> tuple[int, frozenset[int]]:
    """What the document says of its pace: an unchanged one says the same as before."""
    said = documents[0] if documents else standing
    return said.ttl_minutes, said.rest


def _pace(standing: Standing, documents: Sequence[Document]) -> int:
    """Minutes between polls; a feed that is read on, and is not at its end yet, goes on soon."""
    more = bool(documents) and bool(documents[-1].resume and documents[-1].next_url)
    return min(standing.spec.poll_minutes, SOON) if more else standing.spec.poll_minutes


def _hash(standing: Standing, responses: Sequence[Response]) -> str:
    if len(responses) != 1:
        return ""
    body = responses[0].body
    return hashlib.sha256(body).hexdigest() if body else standing.body_hash
