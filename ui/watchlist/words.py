"""The sentences of the page of the watchlist."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ui.i18n import figure, finding, mark, moment, say

if TYPE_CHECKING:
    from osawatch.watching.model import Plan, TryOut

CONTEXT = "watchlist"
TEXTS = {
    "title": mark("watchlist", "Watchlist"),
    "search": mark("watchlist", "Name, id, word or sector"),
    "which": mark("watchlist", "Which list"),
    "all": mark("watchlist", "All"),
    "goods": mark("watchlist", "Goods"),
    "companies": mark("watchlist", "Companies"),
    "countries": mark("watchlist", "Countries"),
    "groups": mark("watchlist", "Groups"),
    "measures": mark("watchlist", "Measures"),
    "good": mark("watchlist", "Good"),
    "company": mark("watchlist", "Company"),
    "country": mark("watchlist", "Country"),
    "group": mark("watchlist", "Group of countries"),
    "measure": mark("watchlist", "Measure"),
    "ours": mark("watchlist", "Own and changed only"),
    "undo": mark("watchlist", "Undo"),
    "import": mark("watchlist", "Import…"),
    "export": mark("watchlist", "Export"),
    "export_own": mark("watchlist", "Own entries…"),
    "export_all": mark("watchlist", "All that is watched…"),
    "new": mark("watchlist", "New entry"),
    "col_name": mark("watchlist", "Name"),
    "col_list": mark("watchlist", "List"),
    "col_state": mark("watchlist", "State"),
    "col_tier": mark("watchlist", "Tier"),
    "col_more": mark("watchlist", "Sector or group"),
    "col_suppliers": mark("watchlist", "Suppliers"),
    "col_words": mark("watchlist", "Words"),
    "shipped": mark("watchlist", "Shipped"),
    "own": mark("watchlist", "Own"),
    "override": mark("watchlist", "Changed here"),
    "off": mark("watchlist", "Taken out"),
    "about_shipped": mark(
        "watchlist",
        "A shipped entry. Change makes an entry of this post that stands in its place.",
    ),
    "about_own": mark("watchlist", "An entry of this post."),
    "about_override": mark(
        "watchlist", "This post's version of a shipped entry. Drop it, and the shipped one holds."
    ),
    "about_off": mark("watchlist", "A shipped entry that this post has taken out."),
    "about_new": mark("watchlist", "A new entry of this post."),
    "about_edit": mark("watchlist", "Saved, it stands in the place of the shipped entry."),
    "nothing": mark("watchlist", "No entry is chosen"),
    "change": mark("watchlist", "Change"),
    "save": mark("watchlist", "Save"),
    "leave": mark("watchlist", "Cancel"),
    "drop": mark("watchlist", "Drop"),
    "take_out": mark("watchlist", "Take out"),
    "put_back": mark("watchlist", "Put back"),
    "try": mark("watchlist", "Try on 30 days"),
    "stop": mark("watchlist", "Stop"),
    "saved": mark("watchlist", "{0} saved: it holds from now on. Ctrl+Z takes it back."),
    "dropped": mark("watchlist", "{0} dropped. Ctrl+Z takes it back."),
    "taken_out": mark("watchlist", "{0} taken out. Ctrl+Z takes it back."),
    "back_again": mark("watchlist", "{0} is watched again."),
    "undone": mark("watchlist", "Taken back"),
    "no_undo": mark("watchlist", "There is nothing to take back"),
    "failed": mark("watchlist", "Not done: {0}"),
    "unsaved": mark("watchlist", "There are changes that are not saved. Leave them?"),
    "faults": mark("watchlist", "{0} mistakes in the files of this post: {1}"),
    "count": mark("watchlist", "{0} of {1} entries"),
    "given": mark(
        "watchlist",
        "{0} entries written to {1}. Together they may be more sensitive than each alone.",
    ),
    "taken": mark("watchlist", "Imported: {0} added, {1} changed, {2} dropped. Ctrl+Z: undo."),
    # the try-out
    "try_title": mark("watchlist", "On the last 30 days"),
    "try_none": mark("watchlist", "What would it raise? It is tried when you stop typing."),
    "trying": mark("watchlist", "Trying… {0} of {1} items"),
    "try_begun": mark("watchlist", "Trying…"),
    "try_stopped": mark("watchlist", "Stopped: nothing is known of this text."),
    "try_same": mark("watchlist", "It would change no alert."),
    "try_adds": mark("watchlist", "It would add {0} alerts a week ({1} in all)."),
    "try_loses": mark("watchlist", "It would take away {0} alerts."),
    "try_seen": mark("watchlist", "{0} items looked at, {1} hold one of its words."),
    "try_empty": mark("watchlist", "No items of the last 30 days are stored: nothing is known."),
    "try_example": mark("watchlist", "+ {0}, {1}: {2}"),
    "try_lost": mark("watchlist", "− {0}, {1}: {2}"),
    # the report of an import
    "report": mark("watchlist", "What {0} would change"),
    "report_sum": mark(
        "watchlist", "{0} added, {1} changed, {2} dropped, {3} as they are, {4} refused"
    ),
    "whole": mark("watchlist", "This file is the whole list: drop own entries that it lacks"),
    "whole_not": mark(
        "watchlist", "Nothing is dropped while parts of the file are not understood."
    ),
    "apply": mark("watchlist", "Apply"),
    "cancel": mark("watchlist", "Cancel"),
    "r_what": mark("watchlist", "What"),
    "r_entry": mark("watchlist", "Entry"),
    "r_more": mark("watchlist", "Fields, or why not"),
    "r_line": mark("watchlist", "Line"),
    "added": mark("watchlist", "Added"),
    "changed": mark("watchlist", "Changed"),
    "gone": mark("watchlist", "Dropped"),
    "refused": mark("watchlist", "Refused"),
    # watching a term
    "watch_good": mark("watchlist", "A new good"),
    "watch_company": mark("watchlist", "A new company"),
    "watch_word": mark("watchlist", "One more word for {0}"),
}
FIELDS = {
    "id": (mark("watchlist", "Id"), mark("watchlist", "small letters, digits and -")),
    "iso2": (mark("watchlist", "Country code"), mark("watchlist", "NL")),
    "title": (mark("watchlist", "Title"), ""),
    "names": (mark("watchlist", "Names"), mark("watchlist", "en: gallium")),
    "terms": (
        mark("watchlist", "Words that name it, by language"),
        mark("watchlist", "en: gallium, gallium metal"),
    ),
    "weak": (
        mark("watchlist", "Words that count only beside others"),
        mark("watchlist", "pl: {text: gal, match: word}"),
    ),
    "masks": (
        mark("watchlist", "Not when it says"),
        mark("watchlist", "en: gallium scan"),
    ),
    "codes": (mark("watchlist", "Customs codes"), mark("watchlist", "81129289")),
    "suppliers": (
        mark("watchlist", "Suppliers"),
        mark("watchlist", "CN; 71 %; eu-sourcing; source; 2016-2020; processing"),
    ),
    "stocks.text": (mark("watchlist", "Stocks"), ""),
    "stocks.source": (mark("watchlist", "Source of the stocks"), ""),
    "ministry.lead": (mark("watchlist", "Ministry"), mark("watchlist", "EZK")),
    "ministry.also": (mark("watchlist", "Other ministries"), mark("watchlist", "DEF, BHO")),
    "tier": (
        mark("watchlist", "Tier"),
        mark("watchlist", "A notifies, B comes to the inbox, C counts for trends"),
    ),
    "sector": (mark("watchlist", "Sector"), ""),
    "kind": (mark("watchlist", "Kind"), mark("watchlist", "material, product, medicine")),
    "stage": (mark("watchlist", "Stage"), ""),
    "country": (mark("watchlist", "Country"), mark("watchlist", "NL")),
    "goods": (mark("watchlist", "Goods it makes"), mark("watchlist", "gallium, germanium")),
    "identifiers": (mark("watchlist", "Identifiers"), mark("watchlist", "lei: 724500…")),
    "source": (mark("watchlist", "Source"), ""),
    "aliases": (mark("watchlist", "Other names"), mark("watchlist", "en: Holland")),
    "demonyms": (mark("watchlist", "Of its people"), mark("watchlist", "en: Dutch")),
    "capitals": (mark("watchlist", "Capital"), mark("watchlist", "en: The Hague")),
    "bodies": (mark("watchlist", "Its authorities"), mark("watchlist", "zh: 商务部")),
    "ambiguous": (
        mark("watchlist", "Its name means other things too"),
        mark("watchlist", "yes or no"),
    ),
    "members": (mark("watchlist", "Members"), mark("watchlist", "NL, BE, LU")),
    "group": (mark("watchlist", "Group"), ""),
    "direction": (mark("watchlist", "Direction"), ""),
    "severity": (mark("watchlist", "Severity"), mark("watchlist", "0 to 1")),
}


KEYS = (("Ctrl+N", "new"), ("Ctrl+S", "save"), ("Ctrl+T", "try"), ("Escape", "leave"))


def text(key: str, *values: object) -> str:
    """A sentence of this page."""
    said = say(CONTEXT, TEXTS[key])
    return said.format(*values) if values else said


def field(key: str) -> str:
    """The name of a field."""
    return say(CONTEXT, FIELDS[key][0])


def hint(key: str) -> str:
    """How a field is written."""
    said = FIELDS[key][1]
    return say(CONTEXT, said) if said else ""


def tried(found: TryOut) -> tuple[list[str], list[str]]:
    """What a try-out says, and its examples."""
    if not found.complete:
        return [text("try_stopped")], []
    if not found.items:
        return [text("try_empty")], []
    said = []
    if found.added:
        said.append(text("try_adds", figure(found.a_week, 1), found.added))
    if found.gone:
        said.append(text("try_loses", found.gone))
    said = said or [text("try_same")]
    said.append(text("try_seen", found.items, found.touched))
    shown = [("try_example", one) for one in found.examples]
    shown += [("try_lost", one) for one in found.lost]
    return said, [text(key, moment(one.raised, "d MMM"), one.rule, one.title) for key, one in shown]


def summed(plan: Plan) -> str:
    """A plan in one line."""
    counts = (len(plan.added), len(plan.changed), len(plan.dropped), plan.same, len(plan.refused))
    return text("report_sum", *counts)


REFUSALS = (
    mark("watchlist", "is no column of a watchlist"),
    mark("watchlist", "is missing"),
    mark("watchlist", "holds what is no entry: that is left out"),
    mark("watchlist", "is no part of a watchlist that is taken in here"),
)
NONE_OF = mark("watchlist", "«{0}» is none of {1}")


def refusal(message: str) -> str:
    """Why a part of a file is not taken in, in the language of the window."""
    if message in REFUSALS:
        return say("watchlist", message)
    if found := re.fullmatch("«(.*)» is none of (.*)", message):
        return say("watchlist", NONE_OF).format(*found.groups())
    return finding(message)
