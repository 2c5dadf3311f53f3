"""The sentences of the first page."""

from __future__ import annotations

from ui.i18n import mark, say

CONTEXT = "start"
TEXTS = {
    "title": mark("start", "Start watching"),
    "lead": mark(
        "start",
        "OSAwatch reads public notices and news, and tells you early "
        "when a good you depend on is at risk.",
    ),
    "who": mark("start", "Who is watching"),
    "who_more": mark("start", "All of it can be left as it is and changed later."),
    "guard": mark("start", "Who can read it"),
    "guard_more": mark(
        "start",
        "Not encrypted, whoever has this laptop or its disk can read your notes and decisions."
        " Encrypted, a passphrase opens it.",
    ),
    "seal": mark("start", "Encrypt this profile (advised)…"),
    "plain": mark("start", "Leave it plain"),
    "stays": mark("start", "It stays plain, as the title bar says. The menu can encrypt it later."),
    "first": mark("start", "Where to begin"),
    "keys": mark(
        "start",
        "Press 1, 2 or 3. The menu polls and reads files later too;"
        " the sample desk is offered here only.",
    ),
    "poll": mark("start", "Poll the shipped sources"),
    "poll_more": mark(
        "start", "{0} public feeds in {1} languages: trade ministries, gazettes, news."
    ),
    "poll_new": mark("start", "Public feeds of trade ministries, gazettes and news."),
    "poll_cost": mark("start", "About {0} min. Uses the network."),
    "poll_offline": mark("start", "Needs the network; you chose offline."),
    "import": mark("start", "Import a file or folder"),
    "import_more": mark(
        "start", "Saved on another machine: feeds, letters, PDF, Word, tables, zip."
    ),
    "import_cost": mark("start", "Seconds. Nothing is fetched."),
    "sample": mark("start", "Look at the sample desk"),
    "sample_more": mark(
        "start", "An invented month in seven languages, written for this program, with its alerts."
    ),
    "sample_cost": mark("start", "Seconds. Nothing is fetched."),
    "kept": mark("start", "Kept on this machine"),
    "kept_more": mark("start", "No account and no telemetry; only the sources are asked."),
    "undo": mark("start", "Everything can be undone"),
    "undo_more": mark("start", "No question is asked where Z will do."),
    "why": mark("start", "No black box"),
    "why_more": mark("start", "Each alert names its rule, words and score."),
    "working_poll": mark("start", "Polling {0} of {1}"),
    "working_import": mark("start", "Reading {0} of {1}"),
    "working_sample": mark("start", "Filling the sample desk"),
    "working": mark("start", "One moment"),
    "cancel": mark("start", "Cancel"),
    "meanwhile": mark("start", "Open the inbox meanwhile"),
    "inbox": mark("start", "Open the inbox"),
    "cancelled": mark("start", "Stopped. What was read is kept."),
    "polled": mark(
        "start", "{0} sources asked, {1} new items, {2} alerts; {3} did not answer well."
    ),
    "imported": mark("start", "{0} files read, {1} refused; {2} new items, {3} alerts."),
    "refused": mark("start", "{0}: {1}"),
    "sampled": mark("start", "The sample desk is ready."),
    "failed": mark("start", "Not done: {0}"),
    "choose_files": mark("start", "Choose files, or cancel to choose a folder"),
    "choose_folder": mark("start", "Choose a folder"),
    "files": mark("start", "Files…"),
    "folder": mark("start", "Folder…"),
}


def text(key: str, *values: object) -> str:
    """A sentence of this page, with its values put in."""
    sentence = say(CONTEXT, TEXTS[key])
    return sentence.format(*values) if values else sentence
