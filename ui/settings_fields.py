"""The settings a person answers, declared once as data."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from osawatch.cases.markings import MARKINGS
from ui.i18n import mark

CONTEXT = "settings"
Kind = Literal[
    "text", "countries", "choice", "zone", "switch", "hours", "hosts", "clock", "minutes"
]


@dataclass(frozen=True, slots=True)
class Field:
    """One setting: its name in Settings, its words, how it is asked."""

    name: str
    kind: Kind
    title: str
    hint: str = ""
    choices: tuple[tuple[str | int, str], ...] = ()


FIELDS: tuple[Field, ...] = (
    Field(
        "name",
        "text",
        mark("settings", "Your name"),
        mark("settings", "stands beside what you decide"),
    ),
    Field(
        "post", "text", mark("settings", "Post or desk"), mark("settings", "for instance Astana")
    ),
    Field(
        "role",
        "text",
        mark("settings", "Function"),
        mark("settings", "none; for instance trade desk"),
    ),
    Field(
        "signs_as",
        "choice",
        mark("settings", "Decisions are signed with"),
        "",
        (
            ("name", mark("settings", "My name")),
            ("role", mark("settings", "My function and post")),
            ("post", mark("settings", "My post alone")),
        ),
    ),
    Field(
        "countries",
        "countries",
        mark("settings", "Countries you follow"),
        mark("settings", "all; or codes: KZ, KG"),
    ),
    Field(
        "language",
        "choice",
        mark("settings", "Language"),
        "",
        (("en", "English"), ("nl", "Nederlands")),
    ),
    Field("time_zone", "zone", mark("settings", "Time zone")),
    Field(
        "network",
        "choice",
        mark("settings", "Network"),
        "",
        (
            ("online", mark("settings", "Online: asks the sources")),
            ("scheduled", mark("settings", "In its hours: else never connects")),
            ("offline", mark("settings", "Offline: never connects")),
        ),
    ),
    Field(
        "hours",
        "hours",
        mark("settings", "Hours of the network"),
        mark("settings", "Mon-Fri 08:00-18:00; Sat 10:00-12:00"),
    ),
    Field(
        "hosts",
        "hosts",
        mark("settings", "Hosts that may be asked"),
        mark("settings", "all; or a list: *.europa.eu, www.wto.org"),
    ),
    Field(
        "theme",
        "choice",
        mark("settings", "Colours"),
        "",
        (
            ("system", mark("settings", "As the system")),
            ("light", mark("settings", "Light")),
            ("dark", mark("settings", "Dark")),
            ("contrast", mark("settings", "High contrast")),
        ),
    ),
    Field(
        "text_percent",
        "choice",
        mark("settings", "Size of all text, from the next start"),
        "",
        ((100, "100 %"), (125, "125 %"), (150, "150 %"), (175, "175 %"), (200, "200 %")),
    ),
    Field(
        "notify_level",
        "choice",
        mark("settings", "Which alerts interrupt"),
        "",
        (
            ("info", mark("settings", "All levels")),
            ("low", mark("settings", "Low and up")),
            ("medium", mark("settings", "Medium and up")),
            ("high", mark("settings", "High and up")),
            ("critical", mark("settings", "Critical only")),
            ("off", mark("settings", "None")),
        ),
    ),
    Field(
        "notify_digest",
        "choice",
        mark("settings", "When they interrupt"),
        "",
        (
            ("none", mark("settings", "At once")),
            ("daily", mark("settings", "In a digest every day")),
            ("weekly", mark("settings", "In a digest on Mondays")),
        ),
    ),
    Field("digest_at", "clock", mark("settings", "Digest at"), "08:00"),
    Field(
        "quiet_from", "clock", mark("settings", "Quiet from"), mark("settings", "none; or 22:00")
    ),
    Field(
        "quiet_until", "clock", mark("settings", "Quiet until"), mark("settings", "none; or 07:00")
    ),
    Field("quiet_weekend", "switch", mark("settings", "Quiet on Saturday and Sunday")),
    Field("remind_dates", "switch", mark("settings", "Remind of dates 30, 7 and 1 days ahead")),
    Field(
        "lock_minutes",
        "minutes",
        mark("settings", "Lock after minutes without a touch"),
        mark("settings", "an encrypted profile; 1 to 480"),
    ),
    Field(
        "highest_marking",
        "choice",
        mark("settings", "Highest marking of a briefing"),
        "",
        (("", mark("settings", "No limit")), *((one, one) for one in MARKINGS)),
    ),
    Field(
        "watchlist_marking",
        "choice",
        mark("settings", "Marking of this watchlist"),
        "",
        (("", mark("settings", "None")), *((one, one) for one in MARKINGS)),
    ),
    Field(
        "filter_to_post",
        "switch",
        mark("settings", "Start the inbox with the countries I follow"),
    ),
    Field(
        "older_days",
        "choice",
        mark("settings", "Look back for names new on a list"),
        "",
        (
            (0, mark("settings", "no days: only in new items")),
            (30, mark("settings", "30 days")),
            (90, mark("settings", "90 days")),
            (180, mark("settings", "180 days")),
            (365, mark("settings", "365 days")),
        ),
    ),
    Field(
        "old_news_daily",
        "switch",
        mark("settings", "Every day, remove news older than the schedule of Records says"),
    ),
    Field("autostart", "switch", mark("settings", "Start with my session, in the tray")),
    Field(
        "proxy",
        "text",
        mark("settings", "Proxy"),
        mark("settings", "none; or http://host:port"),
    ),
    Field(
        "contact",
        "text",
        mark("settings", "Contact told to publishers"),
        mark("settings", "none; an address in the user agent"),
    ),
)
BY_NAME = {field.name: field for field in FIELDS}
FIRST = ("name", "post", "countries", "language", "time_zone", "network")
GROUPS: tuple[tuple[str, tuple[str, ...]], ...] = (  # a heading, and what stands below it
    (
        mark("settings", "You and your desk"),
        ("name", "post", "role", "signs_as", "countries", "filter_to_post"),
    ),
    (
        mark("settings", "Window"),
        ("language", "time_zone", "theme", "text_percent", "autostart"),
    ),
    (mark("settings", "Network"), ("network", "hours", "hosts", "proxy", "contact")),
    (
        mark("settings", "What interrupts"),
        ("notify_level", "notify_digest", "digest_at", "quiet_from", "quiet_until",
         "quiet_weekend", "remind_dates"),
    ),
    (
        mark("settings", "Lock, markings, lists"),
        ("lock_minutes", "highest_marking", "watchlist_marking", "older_days",
         "old_news_daily"),
    ),
)  # fmt: skip
