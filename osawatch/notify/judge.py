"""Alert, its rule's manner, settings and clock -> tell now, wait until, or never, and why. Pure.

open in the inbox? -> may its good, level, rule interrupt? -> its story told already?
  -> digest not due? wait -> quiet hours? wait -> tell
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import UTC, datetime, time, timedelta, tzinfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from osawatch.interruption import Manner, Verdict, Why
from osawatch.model import BANDS, Alert, Settings

LOUD_TIERS = frozenset({"A"})
OFF = "off"
MONDAY, SATURDAY = 0, 5
DAYS_AHEAD = 9  # a week and both its edges


def judge(
    alert: Alert,
    manner: Manner,
    settings: Settings,
    since: datetime,
    now: datetime,
    told: Collection[str] = (),
    *,
    here: bool = False,
) -> Verdict:
    """What to do about an alert that is known since then; `told` are cards that were told.

    `here`: the window is looked at, which tells it without a notice.
    """
    if why := barred(alert, manner, settings):
        return Verdict("never", why)
    if alert.card in told:
        return Verdict("never", "story")
    return _timed(manner, settings, since, now, here=here)


def _timed(
    manner: Manner, settings: Settings, since: datetime, now: datetime, *, here: bool
) -> Verdict:
    """When to tell what may be told."""
    if (wait := _digest(manner, settings, since)) and now < wait.until:  # type: ignore[operator]
        return wait
    if manner.quiet_hours == "respect" and (end := quiet_until(settings, now)):
        return Verdict("wait", "quiet", end)
    return Verdict("notify", "here" if here else "now")


def judge_date(
    level: str, settings: Settings, since: datetime, now: datetime, *, here: bool = False
) -> Verdict:
    """What to do about a date that came near then: the same rules, but no rule has a say in it."""
    off = settings.notify_level == OFF
    checks: tuple[tuple[Why, bool], ...] = (
        ("reminders-off", not settings.remind_dates),
        ("off", off),
        ("level", not off and BANDS.index(level) < BANDS.index(settings.notify_level)),
    )
    if why := next((why for why, holds in checks if holds), None):
        return Verdict("never", why)
    return _timed(Manner(), settings, since, now, here=here)


def barred(alert: Alert, manner: Manner, settings: Settings) -> Why | None:
    """Why an alert may not interrupt at all, None = it may."""
    low = BANDS.index(_loud(alert))
    off = settings.notify_level == OFF
    checks: tuple[tuple[Why, bool], ...] = (
        ("trial", alert.trial),
        ("suppressed", bool(alert.suppressed)),
        ("handled", alert.status != "new"),
        ("off", off),
        ("tier", alert.tier not in LOUD_TIERS),
        ("level", not off and low < BANDS.index(settings.notify_level)),
        ("rule", not manner.desktop and manner.digest == "none"),
    )
    return next((why for why, holds in checks if holds), None)


def _loud(alert: Alert) -> str:
    """Its level; an official notice interrupts as its rule says, though a person lowered it."""
    lowered = alert.official and alert.override is not None and alert.override.lowers
    return alert.ruled if lowered and alert.ruled in BANDS else alert.level


def quiet_until(settings: Settings, now: datetime) -> datetime | None:
    """When the quiet time that it is now ends, aware UTC; None = it is not quiet."""
    zone = _zone(settings.time_zone)
    here = now.astimezone(zone)
    if not _quiet(settings, here):
        return None
    turns = {time(0), _clock(settings.quiet_until)}
    ends = (
        datetime.combine(here.date() + timedelta(days=day), turn, zone)
        for day in range(DAYS_AHEAD)
        for turn in sorted(turns)
    )
    free = (end for end in ends if end > here and not _quiet(settings, end))
    return next(free, here + timedelta(days=1)).astimezone(UTC)


def next_digest(rhythm: str, settings: Settings, since: datetime) -> datetime:
    """The first digest after then: every day, or on Mondays, at the hour of the settings."""
    zone = _zone(settings.time_zone)
    start = since.astimezone(zone)
    for day in range(DAYS_AHEAD):
        at = datetime.combine(
            start.date() + timedelta(days=day), _clock(settings.digest_at), zone
        )  # fmt: skip
        if at > start and (rhythm == "daily" or at.weekday() == MONDAY):
            return at.astimezone(UTC)
    raise AssertionError("a week has a Monday")


def _digest(manner: Manner, settings: Settings, since: datetime) -> Verdict | None:
    """A rule's own digest goes first; the desk's holds no rule that breaks quiet hours."""
    if manner.digest != "none":
        return Verdict("wait", "digest-rule", next_digest(manner.digest, settings, since))
    if settings.notify_digest != "none" and manner.quiet_hours == "respect":
        due = next_digest(settings.notify_digest, settings, since)
        return Verdict("wait", "digest-desk", due)
    return None


def _quiet(settings: Settings, here: datetime) -> bool:
    if settings.quiet_weekend and here.weekday() >= SATURDAY:
        return True
    start, end, at = _clock(settings.quiet_from), _clock(settings.quiet_until), here.time()
    if not (settings.quiet_from and settings.quiet_until) or start == end:
        return False
    return start <= at < end if start < end else at >= start or at < end


def _clock(written: str) -> time:
    """A time of day as it is written in the settings; "" = midnight."""
    return time.fromisoformat(written) if written else time(0)


def _zone(name: str) -> tzinfo:
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError):
        return UTC
