"""What the page of chains says."""

from __future__ import annotations

from dataclasses import dataclass

from osawatch.chain.model import FACTORS, Advice, Hit, Marks, Row, Supply
from osawatch.chain.model import Loss as Lost
from ui.chains.reading import Answer
from ui.i18n import figure, mark, say

CONTEXT = "chains"
SHAPES = {"high": "high", "medium": "medium", "low": "low", "unknown": "info"}
TEXTS = {
    "title": mark("chains", "Chains"),
    "search": mark("chains", "Good, code, CAS or country"),
    "which": mark("chains", "Which way"),
    "down": mark("chains", "What is in it"),
    "up": mark("chains", "What it goes into"),
    "tools": mark("chains", "Instruments"),
    "deeper": mark("chains", "Deeper ({0})"),
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
    "uncounted": mark("chains", "nobody counts the suppliers"),
    "named": mark("chains", "named without a figure: {0}"),
    "use": mark("chains", "an end use"),
    "reached": mark("chains", "{0} nodes"),
    "weaker": mark("chains", "{0} more behind paths weaker than 0.1"),
    "dead_end_up": mark("chains", "The watchlist knows nothing that is made with it."),
    "dead_end_down": mark("chains", "The watchlist knows nothing that is in it."),
    "path": mark("chains", "Path: {0}"),
    "own": mark("chains", "own link"),
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
    "trust_": mark("chains", "not known"),
    "left_of": mark("chains", "{0} % left"),
    "left_span": mark("chains", "{0}–{1} % left"),
    "cut_head": mark("chains", "{0} withholds {1} % of {2}"),
    "cut_known": mark("chains", "{0}: {1} holds {2} % ({3})"),
    "cut_unknown": mark("chains", "{0}: no figure for {1}; between {2} % and {3} % would be gone"),
    "assumed": mark("chains", "Assumed"),
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
    "key_walk": mark("chains", "Walk over the chain"),
    "key_from": mark("chains", "The chain from here"),
    "key_back": mark("chains", "Back to the chain before"),
    "key_other": mark("chains", "Another meaning of the words"),
}
SCOPES = {
    "eu-sourcing": mark("chains", "EU sourcing"),
    "eu27-extra-imports-value": mark("chains", "EU imports, value"),
    "eu-imports-value": mark("chains", "EU imports, value"),
    "eu-imports-weight": mark("chains", "EU imports, weight"),
    "eu-imports-tonnes": mark("chains", "EU imports, weight"),
    "eu-imports": mark("chains", "EU imports"),
    "eu-supply-tonnes": mark("chains", "EU supply, weight"),
    "world-supply": mark("chains", "world supply"),
    "world-production": mark("chains", "world production"),
    "world-market": mark("chains", "world market"),
    "world-capacity": mark("chains", "world capacity"),
    "extraction": mark("chains", "extraction"),
    "processing": mark("chains", "processing"),
}
KEYS = (
    ("Up Down Left Right", "key_walk"),
    ("Enter", "key_from"),
    ("Backspace", "key_back"),
    ("Alt+Down", "key_other"),
)
ADVISED = 5


def text(key: str, *values: object) -> str:
    """A text in the language of the window."""
    said = say(CONTEXT, TEXTS[key])
    return said.format(*values) if values else said


@dataclass(frozen=True, slots=True)
class Boxed:
    """What stands in a box: name, risk ("" = an end use), figure, supply left 0..1 or None."""

    name: str
    risk: str
    figure: str
    left: float | None = None


def boxed(answer: Answer, node: str) -> Boxed:
    """The words of a node's box."""
    marks, name = marks_of(answer, node), answer.names[node]
    risk, row = marks.risk if marks else "", row_of(answer, node)
    hit, said = hit_of(answer, node), ""
    if hit:
        said = left(hit)
    elif marks and marks.best:
        land, share = marks.best.first
        said = f"{land} {percent(share)} %"
    if row and row.reach.path[-1].own:
        said = " · ".join(part for part in (text("own"), said) if part)
    return Boxed(name, risk, said, hit.left[0] if hit else None)


def marks_of(answer: Answer, node: str) -> Marks | None:
    """The marks of a node that is shown."""
    if node == answer.node:
        return answer.marks
    return next((row.marks for row in answer.rows if row.reach.node == node), None)


def row_of(answer: Answer, node: str) -> Row | None:
    """The row of a node, None for the start."""
    return next((row for row in answer.rows if row.reach.node == node), None)


def hit_of(answer: Answer, node: str) -> Hit | None:
    """What a cut leaves of a node."""
    hits = answer.cut.hits if answer.cut else ()
    return next((hit for hit in hits if hit.reach.node == node), None)


def percent(share: float) -> str:
    """A share as whole per cent."""
    return figure(100 * share)


def left(hit: Hit) -> str:
    """«44 % left», or a span where a share is not known."""
    low, high = percent(hit.left[0]), percent(hit.left[1])
    return text("left_of", low) if low == high else text("left_span", low, high)


def hovered(answer: Answer, node: str) -> str:
    """Name, path and first supplier of a node, in lines."""
    row, marks = row_of(answer, node), marks_of(answer, node)
    lines = [answer.names[node], supplied(marks, answer)]
    if row:
        lines.append(path(answer, row))
    if hit := hit_of(answer, node):
        lines.append(left(hit))
    return "\n".join(lines)


def supplied(marks: Marks | None, answer: Answer) -> str:
    """Who supplies a good first, of what and of when."""
    if marks is None:
        return text("use")
    if marks.best is None:
        named = ", ".join(answer.lands.get(land, land) for land in marks.named)
        return text("named", named) if named else text("uncounted")
    land, share = marks.best.first
    said = text("by", answer.lands.get(land, land), percent(share), where(marks.best))
    return text("marked", said, text(marks.risk))


def where(best: Supply) -> str:
    """Of what, at which stage, for which code, of which years."""
    stage = scope(best.stage) if best.stage else ""
    parts = (scope(best.scope), stage, best.code, best.period)
    return ", ".join(part for part in parts if part)


def scope(code: str) -> str:
    """A scope or a stage in words."""
    return say(CONTEXT, SCOPES[code]) if code in SCOPES else code.replace("-", " ")


def path(answer: Answer, row: Row) -> str:
    """«wind turbines ← permanent magnets (essential) ← neodymium (essential)»."""
    arrow = " → " if answer.way == "up" else " ← "
    steps = [answer.names[answer.node]]
    for node, link in zip(row.reach.nodes, row.reach.path, strict=True):
        how = text(link.weight) + (f", {text('own')}" if link.own else "")
        steps.append(text("step", answer.names.get(node, node), how))
    return text("path", arrow.join(steps))


def hhi(best: Supply) -> str:
    """A figure, or a span where the list is not whole."""
    low, high = figure(best.hhi, 2), figure(best.hhi_high, 2)
    return low if low == high else f"{low}–{high}"


def head(answer: Answer) -> str:
    """One line over the drawing."""
    said = [text("head", answer.name, supplied(answer.marks, answer))]
    if not answer.rows:
        said.append(text(f"dead_end_{answer.way}"))
    else:
        said.append(text("reached", len(answer.rows)))
    if answer.walk.weaker:
        said.append(text("weaker", answer.walk.weaker))
    if answer.asked.unused and not answer.question.node:
        said.append(text("unused", ", ".join(answer.asked.unused)))
    return " · ".join(said)


def detail(answer: Answer, node: str) -> str:
    """All that is known of a node, as plain text."""
    row, marks = row_of(answer, node), marks_of(answer, node)
    lines = [answer.names[node]]
    if row:
        lines += [path(answer, row), *_notes(row)]
    if answer.cut:
        lines += ["", *_cut(answer), ""]
    if marks:
        lines += _marked(answer, marks)
    return "\n".join(lines)


def _notes(row: Row) -> list[str]:
    return [f"  {link.note}" for link in row.reach.path[-1:] if link.note]


def _marked(answer: Answer, marks: Marks) -> list[str]:
    lines = [text(key) for key in ("strategic", "critical") if getattr(marks, key)][:1]
    if marks.best is None:
        lines.append(supplied(marks, answer))
    else:
        best = marks.best
        shares = [
            f"{answer.lands.get(land, land)} {percent(share)} %" for land, share in best.shares
        ]
        if best.rest > 0.005:  # less is rounding
            shares.append(text("rest", percent(best.rest)))
        lines.append(text("suppliers", where(best), ", ".join(shares)))
        lines.append(text("marked", f"HHI {hhi(best)}", text(marks.risk)))
        if marks.governed is not None:
            lines.append(text("governed", figure(marks.governed, 1)))
        source = answer.sources.get(best.source)
        who = ", ".join(x for x in (source.publisher, source.title) if x) if source else ""
        trust = text(f"trust_{marks.reliability}") if f"trust_{marks.reliability}" in TEXTS else ""
        lines.append(text("source", who or best.source, trust or marks.reliability))
    if marks.supply_risk is not None:
        lines.append(text("supply_risk", figure(marks.supply_risk, 1)))
    said = [advised(one, answer) for one in answer.advice.get(marks.good, ())]
    return [*lines, *(["", text("advice"), *(f"  • {one}" for one in said)] if said else [])]


def advised(one: Advice, answer: Answer) -> str:
    """A piece of advice in a sentence."""
    if one.code == "diversify":
        land, share = one.values
        return text("diversify", answer.lands.get(land, land), percent(float(share)))
    if one.code == "partners":
        lands = [answer.lands.get(land, land) for land in one.values[:ADVISED]]
        return text("partners", ", ".join(lands))
    if one.code == "recycle":
        return text("recycle", percent(float(one.values[0])))
    if one.code in ("stocks", "substitute"):
        return text(one.code, figure(float(one.values[0]), 2))
    return text(one.code)


def _cut(answer: Answer) -> list[str]:
    cut = answer.cut
    if cut is None:
        return []
    land = answer.lands.get(cut.country, cut.country)
    goods = ", ".join(answer.names.get(one, one) for one in answer.goods)
    lines = [text("estimate"), text("cut_head", land, percent(cut.share), goods)]
    lines += [f"  • {_lost(one, land, answer)}" for one in cut.losses]
    lines += ["", text("assumed")]
    factors = [figure(FACTORS[key], 1) for key in ("essential", "important", "minor")]
    for key in ("others", "static", "factors", "gravest", "known", "kept"):
        lines.append(f"  • {text(f'assumed_{key}', *(factors if key == 'factors' else ()))}")
    return lines


def _lost(one: Lost, land: str, answer: Answer) -> str:
    good = answer.names.get(one.good, one.good)
    if one.share is None or one.supply is None:
        return text("cut_unknown", good, land, percent(one.low), percent(one.high))
    return text("cut_known", good, land, percent(one.share), where(one.supply))
