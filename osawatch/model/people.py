"""Who works here, and how the profile is set."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Network = Literal["online", "scheduled", "offline"]


@dataclass(frozen=True, slots=True)
class Person:
    """Who works here; each event carries it."""

    name: str = ""
    post: str = ""


@dataclass(frozen=True, slots=True)
class Holder:
    """Somebody who can have a story in hand."""

    kind: Literal["role", "post", "other"]
    name: str


@dataclass(frozen=True, slots=True)
class Settings:
    """The profile's settings. `countries` are the post's countries of accreditation."""

    name: str = ""
    post: str = ""
    role: str = ""  # the function: "trade desk"
    signs_as: str = "name"  # what stands beside decisions: name, role or post (osawatch/signing.py)
    countries: tuple[str, ...] = ()
    language: str = "en"
    time_zone: str = "UTC"
    network: Network = "online"
    hours: str = ""  # of the network when it is "scheduled": osawatch/policy/hours.py
    hosts: tuple[str, ...] = ()  # that may be asked; none = all
    certificate: str = ""  # a PEM file, shown to `certificate_hosts` alone
    certificate_hosts: tuple[str, ...] = ()
    proxy: str = ""
    contact: str = ""
    theme: str = "system"
    text_percent: int = 100  # what was asked for; it holds from the next start on
    filter_to_post: bool = True
    ready: bool = False
    lock_minutes: int = 10
    highest_marking: str = ""  # briefings above it are not made; "" = no limit
    watchlist_marking: str = ""  # what the watchlist chose is not put together below it; "" = any
    notify_level: str = "info"  # alerts below it interrupt nobody; "off" = none does
    notify_digest: str = "none"  # none = at once, daily, weekly (Mondays)
    digest_at: str = "08:00"
    quiet_from: str = ""  # both times of day, or no quiet hours
    quiet_until: str = ""
    quiet_weekend: bool = False
    remind_dates: bool = True  # dates 30, 7 and 1 days ahead: osawatch/agenda/reminders.py
    keys: tuple[str, ...] = ()  # other keys than the shipped ones: "triage.relevant=K"
    older_days: int = 90  # names new on a list are looked for in items of so many days; 0 = none
    old_news_daily: bool = False  # old news goes by the clock: osawatch/filing/daily.py
    autostart: bool = False  # what was asked for; what the session does stands in its own files
