"""From the answers of a source to what is noted of it: outcome, validators, next poll. Pure."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import datetime, timedelta

from feeds.fetch import Response

from feeds.model import Document
from osawatch.store.sources import Polled, Standing

GOOD = ("ok", "not_modified", "empty", "stale", "moved")


def judged(
    standing: Standing, responses: Sequence[Response], documents: Sequence[Document], now: datetime
) -> Polled:
    """What this poll leaves behind. Validators are kept only if all that came could be read."""
    if not responses:
        detail = f"format {standing.spec.format!r} cannot be read by this program yet"
        if standing.spec.auth not in ("", "none"):
            detail = f"needs {standing.spec.auth}, which this program cannot give yet"
        return Polled("not_a_feed", detail, 0, now, now + timedelta(days=1), success=False)
    first, last = responses[0], responses[-1]
    outcome, detail = _outcome(responses, documents)
    good = outcome in GOOD
    return Polled(
        outcome, detail, last.http, now, _next(standing, now, good=good), success=good,
        etag=first.etag, last_modified=first.last_modified,
        body_hash=_hash(standing, responses), moved_to=first.moved_to,
        covered_from=standing.last_success,
    )  # fmt: skip


def _outcome(responses: Sequence[Response], documents: Sequence[Document]) -> tuple[str, str]:
    last = responses[-1]
    for number, document in enumerate(documents, 1):
        where = f"page {number}: " if len(documents) > 1 else ""
        if document.outcome == "refused":
            return document.reason or "not_a_feed", where + _said(document)
        if document.outcome == "partial":
            return document.reason or "damaged", where + _said(document)
    if last.outcome not in GOOD:
        return last.outcome, last.detail
    if not documents:
        return (
            ("not_modified", "the same bytes as before")
            if last.body
            else (last.outcome, last.detail)
        )
    if not any(document.items for document in documents):
        return "empty", ""
    return "ok", ""


def _said(document: Document) -> str:
    return document.problems[0].message if document.problems else ""


def _hash(standing: Standing, responses: Sequence[Response]) -> str:
    if len(responses) != 1:
        return ""
    body = responses[0].body
    return hashlib.sha256(body).hexdigest() if body else standing.body_hash


def _next(standing: Standing, now: datetime, *, good: bool) -> datetime:
    back = 1 if good else 2 ** min(standing.failures, 4)
    return now + timedelta(minutes=standing.spec.poll_minutes * back)
