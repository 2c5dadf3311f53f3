"""What the page of chains says of a node: words of a box, a line, all that is known."""

from __future__ import annotations

from dataclasses import dataclass

from osawatch.chain.model import FACTORS, Advice, Found, Hit, Marks, Row, Supply
from osawatch.chain.model import Loss as Lost
from ui import scopes
from ui.chains.reading import Answer
from ui.chains.texts import TEXTS, text
from ui.i18n import figure

SHAPES = {"high": "high", "medium": "medium", "low": "low", "unknown": "info"}
ADVISED, MEANINGS = 5, 5


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
        said = f"{land} {percent(share)} %, {marks.best.period or text('no_year')}"
    if row and row.reach.path[-1].own:
        said = " · ".join(part for part in (text("own"), said) if part)
    return Boxed(name, risk, said, hit.left[0] if hit else None)


def meanings(answer: Answer | None) -> tuple[Found, ...]:
    """What the typed words may mean, the best first."""
    return answer.asked.found[:MEANINGS] if answer else ()


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


def only_left(hit: Hit) -> str:
    """«44 %», where a heading says that it is what is left."""
    low, high = percent(hit.left[0]), percent(hit.left[1])
    return f"{low} %" if low == high else f"{low}–{high} %"


def hovered(answer: Answer, node: str) -> str:
    """Name, path and first supplier of a node, in lines."""
    row, marks = row_of(answer, node), marks_of(answer, node)
    lines = [answer.names[node], supplied(marks, answer)]
    if row:
        lines.append(path(answer, row))
    if hit := hit_of(answer, node):
        lines.append(left(hit))
    return "\n".join(lines)


def plain(words: str) -> str:
    """Words for a tool tip, which would take signs for markup."""
    return words.replace("&", "＆").replace("<", "‹")


def supplied(marks: Marks | None, answer: Answer) -> str:
    """Who supplies a good first, of what and of when."""
    if marks is None:
        return text("use")
    if marks.best is None:
        named = ", ".join(answer.lands.get(land, land) for land in marks.named)
        known = text("named", named) if named else text(f"why_{marks.why or 'uncounted'}")
        return text("marked", known, text(marks.risk))
    land, share = marks.best.first
    said = text("by", answer.lands.get(land, land), percent(share), where(marks.best))
    return text("marked", said, text(marks.risk))


def because(marks: Marks) -> str:
    """Why nothing can be said of a good's concentration."""
    if marks.best is None:
        return text(f"why_{marks.why}")
    return text("why_partial", percent(marks.best.rest))


def where(best: Supply) -> str:
    """Of what, at which stage, for which code, of which years."""
    return scopes.where(best.scope, best.stage, best.code, best.period)


def path(answer: Answer, row: Row) -> str:
    """«wind turbines ← permanent magnets (essential) ← neodymium (essential)»."""
    arrow = " → " if answer.way == "up" else " ← "
    first = row.reach.path[0]
    steps = [answer.names[first.input if answer.way == "up" else first.output]]
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
    if not answer.walk.reached:
        said.append(text(f"dead_end_{answer.way}"))
    elif answer.cut and len(answer.goods) > 1:
        others = ", ".join(answer.names[good] for good in answer.goods[1:])
        said.append(text("listed", others, len(answer.rows)))
    else:
        said.append(text("reached", len(answer.walk.reached)))
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
            f"{answer.lands.get(land, land)} {percent(share)} %"
            + (f" ({text('through')})" if land in best.passing else "")
            for land, share in best.shares
        ]
        if best.unnamed > 0.005:  # less is rounding
            shares.append(text("rest", percent(best.unnamed)))
        lines.append(text("suppliers", where(best), ", ".join(shares)))
        lines.append(text("marked", f"HHI {hhi(best)}", text(marks.risk)))
        if best.passing:
            lands = ", ".join(answer.lands.get(land, land) for land in best.passing)
            lines.append(text("passing", lands, best.period))
        if marks.governed is not None:
            lines.append(text("governed", figure(marks.governed, 1)))
        source = answer.sources.get(best.source)
        who = ", ".join(x for x in (source.publisher, source.title) if x) if source else ""
        trust = text(f"trust_{marks.reliability}") if f"trust_{marks.reliability}" in TEXTS else ""
        lines.append(text("source", who or best.source, trust or marks.reliability))
    if marks.why:
        lines.append(because(marks))
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
    lines += [f"  • {said}" for one in cut.losses for said in _home(one.good, land, answer)]
    lines += ["", text("assumed")]
    factors = [figure(FACTORS[key], 1) for key in ("essential", "important", "minor")]
    for key in ("others", "home", "static", "factors", "gravest", "known", "kept"):
        lines.append(f"  • {text(f'assumed_{key}', *(factors if key == 'factors' else ()))}")
    return lines


def _home(good: str, land: str, answer: Answer) -> list[str]:
    """What the Netherlands itself buys of it from this country, a line a customs code."""
    cut = answer.cut
    lists, name = cut.home.get(good, ()) if cut else (), answer.names.get(good, good)
    if cut is None or not lists:
        return [text("home_unknown", name)]
    said = []
    for one in lists:
        share = dict(one.shares).get(cut.country)
        if share is None:
            said.append(text("home_less", name, land, one.code, one.period))
        else:
            said.append(text("home", name, land, percent(share), one.code, one.period))
    return said


def _lost(one: Lost, land: str, answer: Answer) -> str:
    good = answer.names.get(one.good, one.good)
    if one.share is None or one.supply is None:
        return text("cut_unknown", good, land, percent(one.low), percent(one.high))
    return text("cut_known", good, land, percent(one.share), where(one.supply))
