"""What the exchange page says."""

from __future__ import annotations

from ui.i18n import mark, say

CONTEXT = "exchange"
TEXTS = {
    "title": mark("exchange", "Exchange"),
    "make": mark("exchange", "Make a bundle…"),
    "take": mark("exchange", "Look into a bundle…"),
    "undo": mark("exchange", "Take the newest back…"),
    "trust": mark("exchange", "Trust a key…"),
    "distrust": mark("exchange", "Trust it no more"),
    "trust_list": mark("exchange", "A list of signers…"),
    "keys": mark("exchange", "Make keys…"),
    "bundles": mark("exchange", "Bundles"),
    "told": mark(
        "exchange",
        "A bundle is a signed file for a desk without a network: items, sources, decisions, rules,"
        " watchlists and lists that are new since the last one. It is looked into before anything"
        " of it is taken, taken whole or not at all, and can be taken back.",
    ),
    "signers": mark("exchange", "Whose bundles are taken"),
    "nobody": mark("exchange", "Nobody yet. Trust the public key of a desk you know."),
    "key": mark("exchange", "Key"),
    "name": mark("exchange", "Name"),
    "role": mark("exchange", "Role"),
    "root": mark("exchange", "may name others"),
    "member": mark("exchange", "desk"),
    "added": mark("exchange", "Since"),
    "secret": mark("exchange", "The secret key of this desk (osawatch.key)"),
    "public": mark("exchange", "A public key (osawatch.pub)"),
    "identity": mark("exchange", "The bundle is encrypted: your identity (osawatch.identity)"),
    "list": mark("exchange", "A list of signers that headquarters gave out"),
    "signatures": mark("exchange", "Its signatures, of two keys that may name others"),
    "listed": mark("exchange", "From now on bundles of {0} are taken"),
    "trust_told": mark(
        "exchange",
        "Compare the key with its owner by another way than the one it came by. One that may name"
        " others signs lists of signers, and a list is taken when two such keys have signed it.",
    ),
    "trust_it": mark("exchange", "Trust it"),
    "root_told": mark("exchange", "It may name others"),
    "key_folder": mark("exchange", "A folder for the keys of this desk, not on the stick"),
    "keys_made": mark(
        "exchange",
        "Four files are in {0}.\n\nKeep to yourself: {1} signs your bundles, {2} opens those made"
        " for you.\nGive to other desks: {3}, to trust your bundles, and {4}, to encrypt theirs for"
        " you.",
    ),
    "choose": mark("exchange", "Choose…"),
    "whom": mark("exchange", "For whom"),
    "everybody": mark("exchange", "every desk"),
    "first": mark("exchange", "The first one for them: it holds all there is."),
    "since": mark("exchange", "What is new since number {0} for them, of {1}."),
    "all": mark("exchange", "All there is, also what they have."),
    "full": mark("exchange", "All there is, not only what is new"),
    "parts": mark("exchange", "What goes with it"),
    "part_items": mark("exchange", "items and sources"),
    "part_events": mark("exchange", "decisions"),
    "part_rules": mark("exchange", "rules"),
    "part_watchlist": mark("exchange", "watchlists"),
    "part_lists": mark("exchange", "lists"),
    "where": mark("exchange", "Where to…"),
    "no_key": mark("exchange", "The secret key of this desk is needed: “Make keys…” makes one."),
    "no_part": mark("exchange", "Nothing is chosen to go with it."),
    "goes": mark(
        "exchange",
        "Number {0} of {1}, signed by {2}, is taken back.\n\n{3} decisions are undone, {4} rule"
        " files and watchlists go or are as they were before. Items and alerts stay: the world"
        " said them.",
    ),
    "take_back": mark("exchange", "Take it back"),
    "ask_name": mark("exchange", "Whose key is this?"),
    "recipients": mark(
        "exchange", "Encrypt it for (recipients age1…, one a line); empty: readable by all"
    ),
    "made": mark("exchange", "Number {0} of {1} written: {2} items, {3} events"),
    "brings": mark(
        "exchange",
        "Number {0} of {1}, signed by {2}, would bring:\n{3} items, {4} alerts, {5} events,"
        " {6} sources, {7} files, {8} lists.",
    ),
    "warning": mark("exchange", "Take care: it {0}."),
    "left_out": mark("exchange", "Left out: {0}"),
    "take_it": mark("exchange", "Take it"),
    "cancel": mark("exchange", "Cancel"),
    "taken": mark("exchange", "Taken: {0} items, {1} alerts, {2} events"),
    "undone": mark("exchange", "Taken back: number {0} of {1}"),
    "refused": mark("exchange", "Refused: the bundle {0}"),
    "failed": mark("exchange", "Not done: {0}"),
    "trusted": mark("exchange", "From now on bundles of {0} are taken"),
    "busy": mark("exchange", "Working…"),
}


def text(key: str, *values: object) -> str:
    """A text in the language of the window."""
    return say(CONTEXT, TEXTS[key]).format(*values)
