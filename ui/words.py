"""Sentences for the codes of the core: levels, statuses, kinds, reasons, times, history.

Marked for Qt Linguist where they stand, translated where they show.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from ui.i18n import mark, moment, say, zone

CONTEXT = "words"
FSI, PDI = "\u2068", "\u2069"  # around foreign text inside a sentence of ours

LEVELS = {
    "info": mark("words", "Info"),
    "low": mark("words", "Low"),
    "medium": mark("words", "Medium"),
    "high": mark("words", "High"),
    "critical": mark("words", "Critical"),
}
STATUSES = {
    "new": mark("words", "New"),
    "seen": mark("words", "Seen"),
    "in_hand": mark("words", "In hand"),
    "closed": mark("words", "Closed"),
    "snoozed": mark("words", "Snoozed"),
    "expired": mark("words", "Expired"),
}
STAGES = {
    "rumour": mark("words", "rumour"),
    "considered": mark("words", "considered"),
    "proposed": mark("words", "proposed"),
    "adopted": mark("words", "adopted"),
    "in_force": mark("words", "in force"),
    "suspended": mark("words", "suspended"),
    "lifted": mark("words", "lifted"),
    "expired": mark("words", "expired"),
}
KINDS = {
    "news": mark("words", "News"),
    "official-gazette": mark("words", "Official gazette"),
    "export-restriction": mark("words", "Export restrictions"),
    "sanctions-news": mark("words", "Sanctions news"),
    "trade-data": mark("words", "Trade data"),
    "sanctions": mark("words", "Sanctions lists"),
    "post-report": mark("words", "Reports of posts"),
}
REASONS = {
    "old-news": mark("words", "Old news"),
    "wrong-good": mark("words", "Wrong good"),
    "wrong-country": mark("words", "Wrong country"),
    "duplicate": mark("words", "Duplicate"),
    "rule-too-wide": mark("words", "Rule too wide"),
    "known": mark("words", "Known already"),
    "not-ours": mark("words", "Not our desk"),
    "measure-ended": mark("words", "The measure has ended"),
    "was-wrong": mark("words", "It was wrong"),
    "reported": mark("words", "Reported"),
    "forwarded": mark("words", "Forwarded"),
    "no-action": mark("words", "No action"),
    "": mark("words", "No reason given"),
}
ROLES = {
    "imposing": mark("words", "imposing"),
    "supplier": mark("words", "supplier"),
    "affected": mark("words", "affected"),
    "transit": mark("words", "transit"),
}
VIEWS = {
    "inbox": mark("words", "New"),
    "mine": mark("words", "Mine"),
    "snoozed": mark("words", "Snoozed"),
    "trial": mark("words", "Trial"),
    "suppressed": mark("words", "Suppressed"),
    "closed": mark("words", "Closed"),
}
LANGUAGES = {
    "ar": mark("words", "Arabic"),
    "de": mark("words", "German"),
    "en": mark("words", "English"),
    "es": mark("words", "Spanish"),
    "fr": mark("words", "French"),
    "id": mark("words", "Indonesian"),
    "ja": mark("words", "Japanese"),
    "ko": mark("words", "Korean"),
    "nl": mark("words", "Dutch"),
    "pl": mark("words", "Polish"),
    "pt": mark("words", "Portuguese"),
    "ru": mark("words", "Russian"),
    "tr": mark("words", "Turkish"),
    "uk": mark("words", "Ukrainian"),
    "zh": mark("words", "Chinese"),
}
EVENTS = {
    "raised": mark("words", "Raised"),
    "joined": mark("words", "Another item joined"),
    "seen": mark("words", "Seen"),
    "take": mark("words", "Taken in hand"),
    "assign": mark("words", "Assigned"),
    "close": mark("words", "Closed"),
    "reopen": mark("words", "Reopened"),
    "again": mark("words", "Speaks again"),
    "snooze": mark("words", "Snoozed"),
    "wake": mark("words", "Snooze ended"),
    "note": mark("words", "Note"),
    "tag": mark("words", "Tag"),
    "merge": mark("words", "Merged"),
    "unmerge": mark("words", "Taken apart"),
    "rate": mark("words", "Score set by hand"),
    "wrong": mark("words", "Report called wrong"),
    "reopened": mark("words", "Reopened by news"),
    "undo": mark("words", "Undone"),
    "became": mark("words", "Folded into an older alert"),
    "expire": mark("words", "Expired"),
}
CONDITIONS = {
    "publisher": mark("words", "until a new publisher"),
    "official": mark("words", "until an official source"),
    "level": mark("words", "until a higher level"),
}
PARTS = {  # of a rule's condition, as the shipped rules call them; other names are a person's own
    "good": mark("words", "good"),
    "country": mark("words", "country"),
    "measure": mark("words", "measure"),
    "company": mark("words", "company"),
    "maker": mark("words", "company"),
    "recall": mark("words", "look back"),
    "finance": mark("words", "market talk"),
    "routine": mark("words", "routine news"),
    "granted": mark("words", "a licence granted"),
    "target": mark("words", "who is hit"),
    "effect": mark("words", "effect"),
    "eased": mark("words", "a measure eased"),
}
WITHOUT = mark("words", "not {0}")
SUPPRESSED = {
    "tier-c": mark("words", "Trends only: the good is of tier C"),
    "exception": mark("words", "An exception of the rule"),
    "inhibited": mark("words", "Another rule speaks for it"),
}


def word(table: Mapping[str, str], code: str) -> str:
    """The word for a code; an unknown code stands for itself."""
    marked = table.get(code)
    return say(CONTEXT, marked) if marked is not None else code.replace("-", " ").replace("_", " ")


def part(named: str) -> str:
    """A part of a rule's condition in words; what a person called so, or wrote, stands as it is."""
    if named.startswith("not "):
        return text(WITHOUT, part(named[4:]))
    return text(PARTS[named]) if named in PARTS else named


def text(sentence: str, *values: object) -> str:
    """A marked sentence of this context in the window's language, with its values put in."""
    said = say(CONTEXT, sentence)
    return said.format(*values) if values else said


def foreign(words: str) -> str:
    """Foreign text, kept from turning the sentence around it."""
    return f"{FSI}{words}{PDI}"


MINUTES = mark("words", "{0} min")
HOURS = mark("words", "{0} h")
YESTERDAY = mark("words", "yesterday")
DAYS = mark("words", "{0} d")
NOW = mark("words", "now")


def ago(at: datetime, now: datetime) -> str:
    """How long ago, as short as a list wants it."""
    gone = now - at
    if gone < timedelta(minutes=1):
        return text(NOW)
    if gone < timedelta(hours=1):
        return text(MINUTES, int(gone.total_seconds() // 60))
    if gone < timedelta(hours=24):
        return text(HOURS, int(gone.total_seconds() // 3600))
    days = (now.date() - at.date()).days
    return text(YESTERDAY) if days <= 1 else text(DAYS, days)


THE_HAGUE = mark("words", "{0} ({1} in The Hague)")
MINISTRY = ZoneInfo("Europe/Amsterdam")


def clock(at: datetime) -> str:
    """Day and time in the desk's zone."""
    return moment(at, "dd MMM HH:mm")


def both(at: datetime) -> str:
    """Day and time at the desk, and in The Hague where the clocks differ; its day where it does."""
    here, there = at.astimezone(zone()), at.astimezone(MINISTRY)
    if here.utcoffset() == there.utcoffset():
        return clock(at)
    form = "HH:mm" if here.date() == there.date() else "dd MMM HH:mm"
    return text(THE_HAGUE, clock(at), moment(at, form, MINISTRY))
