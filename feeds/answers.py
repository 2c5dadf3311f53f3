"""What an answer that is no document means. Pure."""

from __future__ import annotations

from .blocked import guard
from .model import PollOutcome
from .wire import Headers

# Seen from guards in front of real sources; a challenge is never solved, it is told.
_CHALLENGES = ("x-amzn-waf-action", "cf-mitigated", "x-datadome", "x-datadome-cid")
_CLOSED_DOOR = (401, 403, 451)
WORTH_READING = (202, 405, 429, 500, 503)  # a guard's page may come with these


def meaning(status: int, headers: Headers, page: bytes = b"") -> tuple[PollOutcome, str]:
    """The outcome of an answer other than 200 and 304, and the fact behind it."""
    if challenge := challenged(status, headers, page):
        return "blocked", f"{status}, {challenge}"
    if status in _CLOSED_DOOR:
        return "blocked", str(status)
    if status == 410:
        return "gone", "410"
    if status == 429 or (status == 503 and headers.get("retry-after")):
        wait = headers.get("retry-after")[:40]
        return "rate_limited", f"{status}, Retry-After: {wait}" if wait else str(status)
    return "http_error", str(status)


def challenged(status: int, headers: Headers, page: bytes) -> str:
    """What shows that a guard answered instead of the source, "" when nothing does."""
    for name in _CHALLENGES:
        if value := headers.get(name):
            return f"{name}: {value[:40]}"
    text = page.decode("utf-8", "replace")
    if status in (202, 405) and "captcha" in text.casefold():
        return "captcha"
    return guard(text, "")
