"""The sentences of the dialogs of one source: adding it, changing it, its last polls."""

from __future__ import annotations

from ui.i18n import mark, say

CONTEXT = "source"
TEXTS = {
    "add_title": mark("source", "Add a source"),
    "address": mark("source", "Address of the feed, or of a page of its site"),
    "address_hint": mark("source", "https://…"),
    "look": mark("source", "Look"),
    "stop": mark("source", "Stop"),
    "add": mark("source", "Add"),
    "add_unseen": mark("source", "Add unseen"),
    "save": mark("source", "Save"),
    "cancel": mark("source", "Cancel"),
    "close": mark("source", "Close"),
    "first": mark("source", "It is looked at first; nothing is kept before you add it."),
    "bad_address": mark(
        "source", "An address starts with http:// or https:// and has no password."
    ),
    "looking": mark("source", "Looking…"),
    "matching": mark("source", "Matching with the rules of today: {0} of {1}"),
    "stopped": mark("source", "Stopped. Nothing was added."),
    "failed": mark("source", "It could not be looked at: {0}"),
    "unseen": mark(
        "source",
        "It could not be looked at ({0}). It can be added as it stands; the first poll will tell.",
    ),
    "no_feed": mark("source", "A web page that names no feed; there is nothing to add."),
    "several": mark("source", "A web page that names {0} feeds. Which one?"),
    "choose": mark("source", "Choose a feed"),
    "feed": mark("source", "Feed"),
    "holds": mark("source", "{0}: {1} items now."),
    "none_now": mark("source", "{0}: no items now."),
    "raising": mark("source", "By the rules of today {0} of them would raise an alert."),
    "unmatched": mark("source", "How many would raise an alert was not counted."),
    "known": mark("source", "This address is on the list already: {0}. Adding switches it on."),
    "newest": mark("source", "The newest titles"),
    "name": mark("source", "Name"),
    "kind": mark("source", "Kind"),
    "language": mark("source", "Language"),
    "language_hint": mark("source", "code, such as nl"),
    "country": mark("source", "Country"),
    "country_hint": mark("source", "two letters, such as NL"),
    "official": mark("source", "Official source"),
    "tags": mark("source", "Tags"),
    "tags_hint": mark("source", "folders, with commas between"),
    "minutes": mark("source", "Minutes between polls"),
    "edit_title": mark("source", "Change {0}"),
    "floor": mark(
        "source",
        "Its server may ask for longer pauses; they are kept. Kind, language and country hold for"
        " what comes from now on.",
    ),
    "shipped": mark("source", "Shipped: {0}. Yours stands beside it and outlives updates."),
    "one_shipped": mark("source", "{0} {1}"),
    "yes": mark("source", "yes"),
    "no": mark("source", "no"),
    "nothing": mark("source", "none"),
    "again": mark("source", "Shipped values"),
    "changed": mark("source", "Changed: {0}"),
    "log_title": mark("source", "Last polls of {0}"),
    "log_none": mark("source", "No poll is remembered yet."),
    "log_table": mark("source", "Last polls, the newest first"),
    "when": mark("source", "When"),
    "outcome": mark("source", "Outcome"),
    "new": mark("source", "New items"),
    "seconds": mark("source", "Seconds"),
    "next": mark("source", "Next poll"),
    "detail": mark("source", "What was said"),
    "copy": mark("source", "Copy as text"),
    "x_title": mark("source", "No alerts from {0} for …"),
    "x_told": mark(
        "source",
        "What is excluded here is stored all the same: it stands under Suppressed and All items"
        " with its reason, and «Not seen» on the page Rules counts it. An alert of level critical"
        " is never hidden.",
    ),
    "x_told_hub": mark("source", "With a hub, neither is one of level high."),
    "x_told_official": mark(
        "source", "This is an official source: what it says is seldom said elsewhere first."
    ),
    "x_none": mark("source", "Nothing is excluded: all that the rules find is told."),
    "x_list": mark("source", "What is excluded, the first that ends first"),
    "x_said": mark("source", "Excluded"),
    "x_until": mark("source", "Last day"),
    "x_by": mark("source", "By"),
    "x_reason": mark("source", "Reason"),
    "x_over": mark("source", "{0}, over"),
    "x_words": mark("source", "Words"),
    "x_words_hint": mark("source", "whole words, with commas; footb* begins one"),
    "x_sections": mark("source", "Parts of the address"),
    "x_sections_hint": mark("source", "such as sport, in example.org/sport/…"),
    "x_goods": mark("source", "Goods"),
    "x_goods_hint": mark("source", "ids of the watchlist, such as gallium"),
    "x_add": mark("source", "Exclude"),
    "x_remove": mark("source", "Hear it again"),
    "x_added": mark("source", "{0} raises no alerts for {1}, until {2}"),
    "x_removed": mark("source", "{0} is heard again on {1}"),
}


def text(key: str, *values: object) -> str:
    """A sentence of these dialogs, with its values put in."""
    said = say(CONTEXT, TEXTS[key])
    return said.format(*values) if values else said
