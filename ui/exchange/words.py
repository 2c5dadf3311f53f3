"""What the exchange page says."""

from __future__ import annotations

from ui.i18n import mark, say

CONTEXT = "exchange"
TEXTS = {
    "title": mark("exchange", "Exchange"),
    "make": mark("exchange", "Make a bundle…"),
    "take": mark("exchange", "Look into a bundle…"),
    "undo": mark("exchange", "Take the newest back"),
    "trust": mark("exchange", "Trust a key…"),
    "distrust": mark("exchange", "Trust it no more"),
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
