"""The sentences of the frame."""

from __future__ import annotations

from datetime import datetime, tzinfo
from typing import TYPE_CHECKING

from osawatch.model import PollReport
from ui.i18n import figure, mark, say

if TYPE_CHECKING:
    from osawatch.filing.model import Swept

CONTEXT = "frame"
SILENT = frozenset({"ok", "not_modified", "empty", "stale", "moved", "offline"})
TEXTS = {
    "sections": mark("frame", "Sections"),
    "inbox": mark("frame", "Inbox"),
    "new": mark("frame", "New"),
    "mine": mark("frame", "Mine"),
    "snoozed": mark("frame", "Snoozed"),
    "trial": mark("frame", "Trial"),
    "suppressed": mark("frame", "Suppressed"),
    "closed": mark("frame", "Closed"),
    "items": mark("frame", "All items"),
    "trends": mark("frame", "Trends"),
    "sources": mark("frame", "Sources"),
    "rules": mark("frame", "Rules"),
    "morning": mark("frame", "Morning"),
    "notices": mark("frame", "Notices"),
    "cases": mark("frame", "Cases"),
    "registers": mark("frame", "Registers"),
    "records": mark("frame", "Records"),
    "situation": mark("frame", "Situation"),
    "country": mark("frame", "A country"),
    "taken": mark("frame", "Pages to copy and print"),
    "deadlines": mark("frame", "Deadlines"),
    "watchlist": mark("frame", "Watchlist"),
    "dependency": mark("frame", "Dependency"),
    "chains": mark("frame", "Chains"),
    "briefing": mark("frame", "Briefing"),
    "exchange": mark("frame", "Exchange"),
    "row": mark("frame", "{0}, {1}"),
    "row_new": mark("frame", "{0}, {1}, of which {2} unread"),
    "row_needs": mark("frame", "{0}, {1} need you"),
    "menu": mark("frame", "Menu"),
    "poll_now": mark("frame", "Poll now"),
    "import": mark("frame", "Read files…"),
    "copy_page": mark("frame", "Copy this page as text"),
    "print_page": mark("frame", "Save this page to print…"),
    "settings": mark("frame", "Settings…"),
    "keys": mark("frame", "Keys"),
    "about": mark("frame", "About OSAwatch"),
    "quit": mark("frame", "Quit"),
    "lock": mark("frame", "Lock, or let a colleague in (an encrypted profile)"),
    "switch_user": mark("frame", "Switch user (an encrypted profile)"),
    "back_up": mark("frame", "Back up the profile"),
    "back_up_short": mark("frame", "Back up…"),
    "check": mark("frame", "Check the profile, and rebuild what is derived"),
    "check_short": mark("frame", "Check the profile…"),
    "users": mark("frame", "Users and passphrase (an encrypted profile)"),
    "undo": mark("frame", "Undo"),
    "cancel": mark("frame", "Cancel"),
    "polling": mark("frame", "Polling"),
    "polling_of": mark("frame", "Polling {0} of {1}"),
    "reading_of": mark("frame", "Reading {0} of {1}"),
    "older_of": mark("frame", "New names of list {2} in older items: {0} of {1}"),
    "sweeping": mark("frame", "Removing old news, as the schedule says"),
    "swept": mark("frame", "{0} items older than {1} days were removed by the schedule"),
    "clock_doubted": mark(
        "frame", "Old news stays: this clock says {0}, but news came in on {1}. Is the clock right?"
    ),
    "stopping": mark("frame", "Stopping"),
    "never": mark("frame", "No source polled yet"),
    "polled": mark("frame", "Polled at {0}: {1} new, {2} alerts"),
    "polled_failed": mark("frame", "Polled at {0}: {1} new, {2} alerts, {3} did not answer"),
    "no_line": mark("frame", "No network at {0} ({1}): nobody was asked, all sources stay due"),
    "stopped": mark("frame", "Stopped at {0}: {1} of the sources were asked"),
    "online": mark("frame", "Online"),
    "offline": mark("frame", "Offline: nothing is fetched"),
    "opens": mark("frame", "Offline until {0}"),
    "hours": mark("frame", "Outside the hours of the network ({0}): no source was asked"),
    "zone": mark("frame", "Clocks in {0}, days in UTC"),
    "busy": mark("frame", "A poll is under way already"),
    "held": mark("frame", "Another program polls this profile: {0}"),
    "no_network_by": mark("frame", "Offline: no source was asked. {0} says so."),
    "no_network": mark("frame", "Offline: no source was asked. Settings has the switch."),
    "failed": mark("frame", "That did not work: {0}"),
    "fault": mark("frame", "A fault of the program: it is in the log, and nothing is lost"),
    "undone": mark("frame", "Taken back"),
    "nothing": mark("frame", "There is nothing to take back"),
    "read": mark("frame", "Read {0} files: {1} new items, {2} alerts"),
    "read_refused": mark("frame", "Read {0} files: {1} new items, {2} alerts; {3} refused"),
    "saved": mark("frame", "Settings saved"),
    "language_later": mark("frame", "Settings saved; the language changes at the next start"),
    "hidden": mark("frame", "Still watching. Quit from this icon's menu."),
    "about_title": mark("frame", "OSAwatch {0}"),
    "about_more": mark("frame", "Early warning from public notices and news, on this machine."),
    "about_licence": mark("frame", "Licence: EUPL-1.2. It stands on Qt (LGPL-3.0) and others."),
    "about_profile": mark("frame", "Profile: {0}"),
    "close": mark("frame", "Close"),
    "show_log": mark("frame", "Log…"),
    "log": mark("frame", "Log of this profile"),
    "log_search": mark("frame", "Search the log"),
    "log_grave": mark("frame", "Warnings and worse"),
    "log_told": mark("frame", "Times in UTC. It holds no text of items; look before it goes out."),
    "log_none": mark("frame", "No line fits."),
    "log_copy": mark("frame", "Copy what is shown"),
    "crash": mark("frame", "A fault of the program"),
    "crash_at": mark("frame", "It happened in {0}."),
    "crash_somewhere": mark("frame", "It happened outside our own code."),
    "crash_more": mark(
        "frame",
        "What was decided is kept. You can go on; when something looks wrong, quit and start anew."
        " The report names versions and places in the code, no title, text or name.",
    ),
    "crash_report": mark("frame", "Report of the fault"),
    "crash_copy": mark("frame", "Copy the report"),
    "crash_go_on": mark("frame", "Go on"),
    "licences": mark("frame", "What it stands on"),
    "licence_name": mark("frame", "Package"),
    "licence_version": mark("frame", "Version"),
    "licence": mark("frame", "Licence"),
    "licence_unsaid": mark("frame", "not stated by its package"),
    "licences_none": mark("frame", "This build holds no package data; its list is sbom.cdx.json."),
    "palette": mark("frame", "Commands"),
    "palette_hint": mark("frame", "What do you want to do?"),
    "look_up": mark("frame", "Look up a good, code, country or company"),
    "show_palette": mark("frame", "Find a command"),
    "go_to": mark("frame", "Go to {0}"),
    "page_does": mark("frame", "{0}: {1}"),
    "keys_title": mark("frame", "Keys"),
    "everywhere": mark("frame", "Everywhere"),
    "change_keys": mark("frame", "Change keys…"),
    "show_keys": mark("frame", "Show all keys"),
    "files": mark("frame", "Files to read"),
    "unsample": mark("frame", "Remove the sample desk…"),
    "unsample_goes": mark(
        "frame",
        "The sample desk goes: {0} items, {1} alerts and {2} entries of the log, with what you"
        " decided, noted, filed and added as a source while it was there.",
    ),
    "unsample_stays": mark(
        "frame",
        "Settings, your own rules and your watchlist stay. The program closes and opens anew with"
        " an empty desk; the sample's database is put aside in the folder of the profile.",
    ),
    "unsample_do": mark("frame", "Remove it"),
    "diagnose": mark("frame", "File for a helper…"),
    "diagnosing": mark("frame", "The profile is being checked"),
    "diagnosed": mark("frame", "{0} holds no titles, names, addresses or paths; look first"),
    "manual": mark("frame", "Manual"),
    "manual_closed": mark("frame", "Links are not opened: the policy {0} says so"),
}


def text(key: str, *values: object) -> str:
    """A sentence of the frame, with its values put in."""
    sentence = say(CONTEXT, TEXTS[key])
    return sentence.format(*values) if values else sentence


def swept(found: Swept) -> str:
    """What the schedule let go, or why nothing went; "" when there is nothing to say."""
    said = [text("swept", figure(found.items), found.days)] if found.items else []
    if found.clock is not None and found.doubted is not None:
        said += [text("clock_doubted", f"{found.clock:%Y-%m-%d}", f"{found.doubted:%Y-%m-%d}")]
    return " · ".join(said)


def polled(report: PollReport, at: datetime, zone: tzinfo | None) -> str:
    """What a poll brought, in one line."""
    clock = at.astimezone(zone).strftime("%H:%M")
    rows = report.sources
    new, alerts = sum(row.new for row in rows), sum(row.alerts for row in rows)
    failed = sum(row.outcome not in SILENT for row in rows)
    if report.offline:
        return text("no_line", clock, report.offline)
    if report.cancelled:
        return text("stopped", clock, len(rows))
    if failed:
        return text("polled_failed", clock, new, alerts, failed)
    return text("polled", clock, new, alerts)
