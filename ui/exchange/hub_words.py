"""What the hub's part of the exchange page says."""

from __future__ import annotations

from ui.i18n import mark, say

CONTEXT = "hub"
TEXTS = {
    "title": mark("hub", "Hub"),
    "sync": mark("hub", "Sync now"),
    "cancel": mark("hub", "Cancel"),
    "set": mark("hub", "Set the hub…"),
    "address": mark(
        "hub",
        "The address of the hub (host=… dbname=… user=… sslmode=verify-full sslrootcert=…);"
        " empty: none",
    ),
    "none": mark(
        "hub",
        "This profile has no hub. With one, desks share decisions and news; without, nothing is"
        " missing here.",
    ),
    "up": mark("hub", "{0} as {1}. Last sync: {2}. Waiting here: {3} events."),
    "down": mark("hub", "{0}: {1}. Work goes on here. Last sync: {2}. Waiting here: {3} events."),
    "never": mark("hub", "never"),
    "post": mark("hub", "Post"),
    "account": mark("hub", "Account"),
    "at": mark("hub", "Last contact (UTC)"),
    "sent": mark("hub", "Sent"),
    "got": mark("hub", "Received"),
    "behind": mark("hub", "Waiting there"),
    "contacts": mark("hub", "Who has come how far"),
    "conflict": mark(
        "hub", "Conflict: device {0} counted number {1} twice. A copied profile needs a new one."
    ),
    "held": mark("hub", "{0} events are not shared ({1})."),
    "why_ahead": mark("hub", "the clock of this machine was more than a day ahead"),
    "why_post": mark("hub", "made under the name of another post"),
    "why_device": mark("hub", "their device belongs to another account"),
    "why_conflict": mark("hub", "their number stands for another event"),
    "items out": mark("hub", "Sending news: {0}"),
    "events out": mark("hub", "Sending decisions: {0}"),
    "items in": mark("hub", "Receiving news: {0}"),
    "events in": mark("hub", "Receiving decisions: {0}"),
    "begun": mark("hub", "Asking the hub…"),
    "done": mark("hub", "Synced: {0} events sent, {1} received, {2} new items"),
    "stopped": mark("hub", "Stopped; the rest goes with the next sync"),
    "failed": mark("hub", "Not synced: {0}. Nothing is lost; the rest goes with the next sync."),
    "not_set": mark("hub", "Not set: {0}. The hub stays as it was."),
    "offline": mark("hub", "the settings say: no network"),
    "offline_by": mark("hub", "no network: {0} says so"),
    "hours": mark("hub", "outside the hours of the network ({0})"),
    "refused": mark("hub", "Left out: {0}"),
}


def text(key: str, *values: object) -> str:
    """A text in the language of the window."""
    return say(CONTEXT, TEXTS[key]).format(*values)
