"""The texts of the page of chains."""

from __future__ import annotations

from ui.i18n import mark, say

CONTEXT = "chains"
TEXTS = {
    "title": mark("chains", "Chains"),
    "search": mark("chains", "Good, code, CAS or country"),
    "which": mark("chains", "Which way"),
    "down": mark("chains", "What is in it"),
    "up": mark("chains", "What it goes into"),
    "tools": mark("chains", "Instruments"),
    "deeper": mark("chains", "Deeper ({0})"),
    "more": mark("chains", "More"),
    "page": mark("chains", "Page to print…"),
    "graph": mark("chains", "The chain, drawn"),
    "table": mark("chains", "The chain, as a table"),
    "detail": mark("chains", "The chosen node"),
    "none": mark("chains", "Ask for a good, a code or a country"),
    "none_more": mark(
        "chains",
        "«Wind turbine» shows what is in it and who supplies it. «China gallium» shows what is hit"
        " when China stops. Any language of the watchlist will do, and HS, CN and CAS numbers.",
    ),
    "nothing": mark("chains", "Nothing here is called that"),
    "stops": mark("chains", "{0} stops {1}?"),
    "no_pair": mark("chains", "This story names no country and good that the chain knows"),
    "offered": mark("chains", "Questions from the inbox"),
    "key_ask": mark("chains", "A question from the inbox, filled in"),
    "unused": mark("chains", "not understood: {0}"),
    "failed": mark("chains", "Not done: {0}"),
    "saved": mark("chains", "Saved as {0}"),
    "estimate": mark("chains", "OWN ESTIMATE"),
    "if": mark("chains", "If"),
    "nobody_stops": mark("chains", "nobody"),
    "withholds": mark("chains", "withholds"),
    "who": mark("chains", "The country that stops"),
    "how_much": mark("chains", "How much of it, in per cent"),
    "name": mark("chains", "Name"),
    "left": mark("chains", "Supply left"),
    "strength": mark("chains", "Strength"),
    "first": mark("chains", "First supplier"),
    "share": mark("chains", "Share"),
    "hhi": mark("chains", "HHI"),
    "figures": mark("chains", "Figures of"),
    "mark": mark("chains", "Mark"),
    "high": mark("chains", "concentrated"),
    "medium": mark("chains", "concentrated, near"),
    "low": mark("chains", "spread"),
    "unknown": mark("chains", "not known"),
    "strength_told": mark(
        "chains",
        "Product of the links on the path: essential {0}, important {1}, minor {2}. A proposal of"
        " the makers, measured by nobody.",
    ),
    "hhi_told": mark(
        "chains",
        "Herfindahl index, 0 to 1. A span where the source lists only some of the suppliers.",
    ),
    "mark_told": mark(
        "chains",
        "Concentrated: the first supplier holds 65 % or more (ceiling of Regulation (EU)"
        " 2024/1252), or HHI above 0.4 (SWD(2021) 352). Near: it is in the EU, the EEA,"
        " Switzerland or the United Kingdom.",
    ),
    "head": mark("chains", "{0}: {1}"),
    "by": mark("chains", "{0} {1} %, {2}"),
    "marked": mark("chains", "{0}; mark: {1}"),
    "no_year": mark("chains", "year not told"),
    "through": mark("chains", "transit"),
    "passing": mark(
        "chains",
        "Transit: {0}. The study's own list of the world's producers ({1}) names none of them, so"
        " goods pass there; their shares do not count in the mark.",
    ),
    "why_uncounted": mark(
        "chains", "Not known: no source counts the suppliers. Read trade figures on its code."
    ),
    "why_partial": mark(
        "chains",
        "Not known: the list leaves {0} % to suppliers that it does not name; one or many.",
    ),
    "why_route": mark("chains", "A route is passed, not supplied: no concentration applies."),
    "why_group": mark("chains", "A name for many goods: look at each of them."),
    "named": mark("chains", "named without a figure: {0}"),
    "use": mark("chains", "an end use"),
    "listed": mark("chains", "the table counts {0} as well, {1} nodes"),
    "reached": mark("chains", "{0} nodes"),
    "weaker": mark("chains", "{0} more behind paths weaker than 0.1"),
    "dead_end_up": mark("chains", "The watchlist knows nothing that is made with it."),
    "dead_end_down": mark("chains", "The watchlist knows nothing that is in it."),
    "path": mark("chains", "Path: {0}"),
    "own": mark("chains", "own link"),
    "own_star": mark("chains", "own link (*)"),
    "essential": mark("chains", "essential"),
    "important": mark("chains", "important"),
    "minor": mark("chains", "minor"),
    "step": mark("chains", "{0} ({1})"),
    "suppliers": mark("chains", "Suppliers, {0}: {1}"),
    "rest": mark("chains", "others, not listed, {0} %"),
    "source": mark("chains", "Source: {0} (reliability: {1})"),
    "governed": mark("chains", "HHI weighted with governance: {0} of 10"),
    "critical": mark("chains", "Critical raw material"),
    "strategic": mark("chains", "Strategic raw material"),
    "supply_risk": mark("chains", "Supply risk of the Commission's study: {0} (critical from 1)"),
    "advice": mark("chains", "What can be done"),
    "diversify": mark("chains", "Find other suppliers: {0} holds {1} %."),
    "partners": mark("chains", "Suppliers near, or with a partnership or agreement: {0}."),
    "stocks": mark("chains", "Hardly replaceable (index {0}): stocks, as a last resort."),
    "substitute": mark("chains", "Can partly be replaced (index {0}; 1 = not at all)."),
    "recycle": mark("chains", "Recycling covers {0} % of the input (2017)."),
    "no-figures": mark("chains", "Read trade figures on it: nobody counts the suppliers."),
    "trust_high": mark("chains", "high"),
    "trust_medium": mark("chains", "medium"),
    "trust_low": mark("chains", "low"),
    "trust_unverified": mark("chains", "not verified"),
    "trust_own": mark("chains", "trade figures of this desk"),
    "trust_": mark("chains", "not known"),
    "left_of": mark("chains", "{0} % left"),
    "left_span": mark("chains", "{0}–{1} % left"),
    "cut_head": mark("chains", "{0} withholds {1} % of {2}"),
    "cut_known": mark("chains", "{0}: {1} holds {2} % ({3})"),
    "cut_unknown": mark("chains", "{0}: no figure for {1}; between {2} % and {3} % would be gone"),
    "owner": mark("chains", "Owner"),
    "owner_told": mark("chains", "The Dutch ministry that owns it, by the pack."),
    "home": mark("chains", "In the Netherlands, {0}: {1} holds {2} % of imports (code {3}, {4})"),
    "home_less": mark(
        "chains",
        "In the Netherlands, {0}: {1} is not among its ten largest suppliers (code {2}, {3})",
    ),
    "home_unknown": mark(
        "chains",
        "In the Netherlands, {0}: not known here; trade figures with the Netherlands as reporter"
        " tell it (page Dependency)",
    ),
    "assumed": mark("chains", "Assumed"),
    "assumed_home": mark(
        "chains",
        "Shares are those of the EU or the world, not of the Netherlands; who owns what is hit is"
        " the Dutch ministry.",
    ),
    "assumed_others": mark(
        "chains", "Other suppliers deliver as before, and nobody makes up for what is missing."
    ),
    "assumed_static": mark(
        "chains", "No stocks, no recycling, no substitution, no price and no time."
    ),
    "assumed_factors": mark(
        "chains", "A loss goes on by {0}, {1} or {2} a link: a proposal, measured by nobody."
    ),
    "assumed_gravest": mark(
        "chains", "Of several inputs and paths the gravest counts; losses are not added up."
    ),
    "assumed_known": mark(
        "chains", "What is not listed may be hit as well: the chain holds what its makers know."
    ),
    "assumed_kept": mark("chains", "An estimate of this desk: it goes into no briefing."),
    "own_button": mark("chains", "Own links…"),
    "own_title": mark("chains", "Links of your own"),
    "own_lead": mark(
        "chains",
        "What this desk knows and the watchlist does not: an input and what it goes into. It is"
        " drawn as your own, stays in this profile, and changes no score.",
    ),
    "own_links": mark("chains", "Links of your own"),
    "input": mark("chains", "Input"),
    "goes_into": mark("chains", "goes into"),
    "output": mark("chains", "Output"),
    "weight": mark("chains", "How much it matters"),
    "note": mark("chains", "Where you know it from"),
    "add": mark("chains", "Add"),
    "drop": mark("chains", "Remove"),
    "link_line": mark("chains", "{0} → {1} ({2})"),
    "key_walk": mark("chains", "Walk over the chain"),
    "key_from": mark("chains", "The chain from here"),
    "key_back": mark("chains", "Back to the chain before"),
    "key_other": mark("chains", "Another meaning of the words"),
}
KEYS = (
    ("Up Down Left Right", "key_walk"),
    ("Enter", "key_from"),
    ("Backspace", "key_back"),
    ("Alt+Down", "key_other"),
    ("Alt+1 Alt+2 Alt+3 Alt+4 Alt+5", "key_ask"),
    ("Ctrl+P", "page"),
)


def text(key: str, *values: object) -> str:
    """A text in the language of the window."""
    said = say(CONTEXT, TEXTS[key])
    return said.format(*values) if values else said
