"""The sentences of the Sources page: states, ages, rhythms, next polls, reasons."""

from __future__ import annotations

from datetime import date, datetime, timedelta, tzinfo

from PySide6.QtCore import QDate, QLocale

from osawatch.model import SourceRow
from osawatch.policy.leaving import Leaving
from ui.i18n import mark, say
from ui.sources import health

CONTEXT = "sources"
STATES = {
    "ok": mark("sources", "OK"),
    "empty": mark("sources", "Empty"),
    "stale": mark("sources", "Stale"),
    "blocked": mark("sources", "Blocked"),
    "moved": mark("sources", "Moved"),
    "gone": mark("sources", "Gone"),
    "not_a_feed": mark("sources", "Not a feed"),
    "format_changed": mark("sources", "Format changed"),
    "tls": mark("sources", "Not trusted"),
    "dns": mark("sources", "Not found"),
    "timeout": mark("sources", "Too slow"),
    "too_big": mark("sources", "Too big"),
    "redirect": mark("sources", "Sent elsewhere"),
    "private_address": mark("sources", "Private address"),
    "not_allowed": mark("sources", "Not allowed"),
    "rate_limited": mark("sources", "Slowed down"),
    "unreachable": mark("sources", "No answer"),
    "http_error": mark("sources", "Server error"),
    "damaged": mark("sources", "Damaged"),
    "parser_died": mark("sources", "Not survived"),
    "offline": mark("sources", "Offline"),
    "waiting": mark("sources", "Not polled yet"),
    "off": mark("sources", "Off"),
    "unsupported": mark("sources", "Not readable yet"),
}
REASONS = {
    "empty": mark("sources", "Answers, but holds no items"),
    "stale": mark("sources", "Newest item is {age} old; usually {rhythm}"),
    "idle": mark("sources", "Answers, but says only what it said before; usually {rhythm}"),
    "blocked": mark("sources", "The server or a filter before it refuses us"),
    "moved": mark("sources", "Moved for good to a new address; confirm the new one"),
    "gone": mark("sources", "Removed by its publisher"),
    "not_a_feed": mark("sources", "Returns something else than a feed, often a web page"),
    "format_changed": mark("sources", "The shape of the feed has changed; items may be missing"),
    "tls": mark("sources", "The connection could not be trusted (certificate)"),
    "dns": mark("sources", "The name of the server is not known"),
    "timeout": mark("sources", "Did not answer in time"),
    "too_big": mark("sources", "The answer was too big and was cut off unread"),
    "redirect": mark("sources", "Sent us on too often, or to a place we do not go"),
    "private_address": mark("sources", "Points to a private network; not asked"),
    "not_allowed": mark("sources", "Its host is not on the list of hosts that may be asked"),
    "rate_limited": mark("sources", "Asked us to come back later"),
    "unreachable": mark("sources", "The server could not be reached"),
    "http_error": mark("sources", "The server answered with an error"),
    "damaged": mark("sources", "The document was cut off or broken"),
    "parser_died": mark(
        "sources", "Its document ended the process that reads documents; nothing else was harmed"
    ),
    "offline": mark("sources", "The program is set to offline; nothing was asked"),
    "waiting": mark("sources", "Its turn comes with the next round"),
    "off": mark("sources", "Switched off; its silence means nothing"),
    "unsupported": mark("sources", "Needs a key, or has a form ({format}) that cannot be read yet"),
    "ok": mark("sources", "Answers as it should"),
}
KINDS = {
    "news": mark("sources", "News"),
    "export-restriction": mark("sources", "Trade measures"),
    "official-gazette": mark("sources", "Official gazette"),
    "sanctions-news": mark("sources", "Sanctions news"),
    "trade-data": mark("sources", "Trade data"),
    "post-report": mark("sources", "Reports of posts"),
}
TEXTS = {
    "more": mark("sources", "More"),
    "title": mark("sources", "Sources"),
    "search": mark("sources", "Name, address or language"),
    "attention": mark("sources", "Needs attention"),
    "kind": mark("sources", "Kind"),
    "language": mark("sources", "Language"),
    "any": mark("sources", "Any"),
    "opml_in": mark("sources", "OPML in"),
    "opml_out": mark("sources", "OPML out"),
    "poll_all": mark("sources", "Poll all"),
    "add": mark("sources", "Add by address"),
    "add_file": mark("sources", "Import files"),
    "head_state": mark("sources", "State"),
    "head_source": mark("sources", "Source"),
    "head_kind": mark("sources", "Kind"),
    "head_age": mark("sources", "Newest item, against its rhythm"),
    "head_next": mark("sources", "Next poll"),
    "head_days": mark("sources", "14 days"),
    "table": mark("sources", "Sources, those that need attention first"),
    "tally": mark("sources", "Sources by state; click one to see only those"),
    "is": mark("sources", "{0}: {1}"),
    "try": mark("sources", "Try now"),
    "enable": mark("sources", "Switch on"),
    "disable": mark("sources", "Switch off"),
    "accept": mark("sources", "Accept new address"),
    "remove": mark("sources", "Remove"),
    "copy": mark("sources", "Copy address"),
    "grade": mark("sources", "Grade…"),
    "last_success": mark("sources", "Last good answer {0}."),
    "no_success": mark("sources", "It has not answered well yet."),
    "silence": mark(
        "sources", "While it is silent, no news from it means «cannot tell», not «all quiet»."
    ),
    "counts": mark("sources", "{0} items kept. Grade {1}. {2}"),
    "official": mark("sources", "official"),
    "state_media": mark("sources", "state media"),
    "never": mark("sources", "never"),
    "now": mark("sources", "now"),
    "next_round": mark("sources", "next round"),
    "in": mark("sources", "in {0}"),
    "ago": mark("sources", "{0} ago"),
    "tomorrow": mark("sources", "tomorrow"),
    "min": mark("sources", "{0} min"),
    "h": mark("sources", "{0} h"),
    "d": mark("sources", "{0} d"),
    "days": mark("sources", "{0} days"),
    "hours": mark("sources", "{0} hours"),
    "minutes": mark("sources", "{0} minutes"),
    "every": mark("sources", "every {0}"),
    "hourly": mark("sources", "hourly"),
    "daily": mark("sources", "daily"),
    "weekly": mark("sources", "weekly"),
    "monthly": mark("sources", "monthly"),
    "rhythm_unknown": mark("sources", "rhythm not known yet"),
    "day_items": mark("sources", "{0} days with items, {1} failed, {2} empty of the last 14"),
    "empty": mark("sources", "No sources yet"),
    "empty_more": mark(
        "sources", "Add one by its address, or import an OPML list from another reader."
    ),
    "none": mark("sources", "No source fits these filters"),
    "none_more": mark("sources", "Take a filter away to see more."),
    "failed": mark("sources", "The sources could not be read"),
    "added": mark("sources", "Added {0}"),
    "opml_read": mark("sources", "{0} sources read, {1} new; they start switched off"),
    "opml_problems": mark("sources", "{0} entries could not be read: {1}"),
    "opml_written": mark("sources", "{0} sources written to {1}"),
    "not_done": mark("sources", "Not done: {0}"),
    "busy": mark("sources", "A poll is running already ({0})"),
    "polled": mark("sources", "{0}: {1}, {2} new"),
    "edit": mark("sources", "Edit…"),
    "log": mark("sources", "Log…"),
    "exclude": mark("sources", "Exclude…"),
    "log_copied": mark("sources", "The last polls of {0} are on the clipboard"),
    "tag": mark("sources", "Tag"),
    "tags": mark("sources", "Tags: {0}."),
    "switched_on": mark("sources", "Switched on: {0}"),
    "switched_off": mark("sources", "Switched off: {0}"),
    "accepted": mark("sources", "New address accepted: {0}"),
    "removed": mark("sources", "Removed: {0}; its items stay"),
    "shown": mark("sources", "{0} of {1} shown"),
}


GOES = {
    "address": mark("sources", "the address of this network"),
    "agent": mark("sources", "the program's name"),
    "contact": mark("sources", "your contact"),
    "days": mark("sources", "the days asked for"),
    "key": mark("sources", "your key"),
    "certificate": mark("sources", "your certificate"),
}
LEAVES = mark("sources", "Asking it tells {0}: {1}.")
SEEKS = mark("sources", "The question names what you watch: {0}.")
UNSEALED = mark("sources", "Anyone on the way can read it (http).")


def leaves(found: Leaving) -> str:
    """What leaves this machine when a source is asked."""
    what = ", ".join(say(CONTEXT, GOES[one]) for one in found.what)
    lines = [say(CONTEXT, LEAVES).format(isolate(found.host), what)] if found.what else []
    lines += [say(CONTEXT, SEEKS).format(", ".join(found.words))] if found.words else []
    lines += [] if found.encrypted or not found.what else [say(CONTEXT, UNSEALED)]
    return " ".join(lines)


def text(key: str, *values: object) -> str:
    """A sentence of this page, with its values put in."""
    sentence = say(CONTEXT, TEXTS[key])
    return sentence.format(*values) if values else sentence


def state_word(name: str) -> str:
    """The word beside the shape."""
    return say(CONTEXT, STATES[name])


def outcome_word(outcome: str) -> str:
    """How a poll went, in a word: what did not change is well."""
    known = {"not_modified": "ok", "partial": "damaged"}.get(outcome, outcome)
    return state_word(known) if known in STATES else outcome


def kind_word(kind: str) -> str:
    """«Official gazette»; a kind we have no word for shows its id."""
    return say(CONTEXT, KINDS[kind]) if kind in KINDS else kind.replace("-", " ").capitalize()


def short(span: timedelta) -> str:
    """«38 min», «14 h», «9 d»: rounded down."""
    minutes = int(span.total_seconds() // 60)
    if minutes < 60:
        return text("min", minutes)
    if minutes < 48 * 60:
        return text("h", minutes // 60)
    return text("d", minutes // (24 * 60))


def long(span: timedelta) -> str:
    """«38 minutes», «14 hours», «9 days»."""
    minutes = int(span.total_seconds() // 60)
    if minutes < 60:
        return text("minutes", minutes)
    if minutes < 48 * 60:
        return text("hours", minutes // 60)
    return text("days", minutes // (24 * 60))


def rhythm(hours: float | None) -> str:
    """A source's usual gap between items: «daily», «every 6 h»."""
    if not hours:
        return text("rhythm_unknown")
    named = ((0.75, 1.5, "hourly"), (20, 30, "daily"), (150, 190, "weekly"), (600, 800, "monthly"))
    for low, high, word in named:
        if low <= hours <= high:
            return text(word)
    return text("every", short(timedelta(minutes=round(hours * 60))))


def next_poll(row: SourceRow, now: datetime, zone: tzinfo) -> str:
    """«in 18 min», «16:30», «tomorrow»; a source that is off is never asked."""
    if not row.enabled or not row.supported:
        return text("never")
    if row.next_poll is None:
        return text("never" if row.outcome == "gone" else "next_round")
    wait = row.next_poll - now
    if wait < timedelta(minutes=100):
        return text("in", short(wait)) if wait > timedelta(minutes=1) else text("now")
    return _far(row.next_poll.astimezone(zone), now.astimezone(zone))


def _far(there: datetime, here: datetime) -> str:
    if there.date() == here.date():
        return f"{there:%H:%M}"
    if there.date() == here.date() + timedelta(1):
        return text("tomorrow")
    return QLocale().toString(QDate(there.year, there.month, there.day), "d MMM")


def moment(at: datetime, now: datetime) -> str:
    """«3 hours ago»."""
    return text("ago", long(max(timedelta(0), now - at)))


def reason(row: SourceRow, now: datetime) -> str:
    """Why a source stands as it does, in one sentence; what the server said comes after."""
    found = health.state(row)
    age = health.age(row, now)
    idle = found.name == "stale" and row.outcome_detail.startswith(health.IDLE)
    sentence = say(CONTEXT, REASONS["idle" if idle else found.name]).format(
        age=long(age) if age is not None else "?",
        rhythm=rhythm(row.rhythm_hours),
        format=row.format,
    )
    detail = (row.moved_to if found.name == "moved" else row.outcome_detail).strip()
    told = found.name == "ok" and row.outcome == "ok"  # that pages were left, or told again
    if (found.name in ("ok", "off", "waiting", "unsupported") and not told) or not detail:
        return sentence
    return f"{sentence} ({isolate(detail)})"


def isolate(foreign: str) -> str:
    """Foreign text within our own sentence keeps its own direction."""
    return f"\u2068{foreign}\u2069"


def spoken(row: SourceRow, now: datetime) -> str:
    """A row for someone who cannot see it."""
    return f"{isolate(row.title)}, {state_word(health.state(row).name)}. {reason(row, now)}"


def marks_words(row: SourceRow, today: date) -> str:
    """The strip of 14 days in words."""
    marks = health.day_marks(row, today)
    counts = [marks.count("items"), marks.count("failed"), marks.count("empty")]
    return text("day_items", *counts)
