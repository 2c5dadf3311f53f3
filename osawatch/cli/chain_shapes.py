"""What `chain` prints: rows for people, shapes for programs."""

from __future__ import annotations

from dataclasses import asdict

from osawatch.briefing.chain_words import SCOPES, STAGES, word
from osawatch.chain.model import FACTORS, FLOOR, Cut, Marks, Reach, Row, Scan, Supply
from osawatch.cli import codes, out
from osawatch.cli.tongue import say, spoken

MARKED = (
    out.column("first"), out.column("share", right=True), out.column("hhi", right=True),
    out.column("figures"), out.column("risk"),
)  # fmt: skip
WALKED = (
    out.column("id"), out.column("name"), out.column("strength", right=True), *MARKED,
    out.column("path"),
)  # fmt: skip
HIT = (
    out.column("id"), out.column("name"), out.column("left", right=True), out.column("owner"),
    out.column("from"), out.column("path"),
)  # fmt: skip


def left_out(deeper: int, weaker: int) -> None:
    """Say how much of a walk is not shown, and how to see it."""
    if deeper:
        out.talk(say("{0} more lie deeper (--depth)", deeper))
    if weaker:
        out.talk(
            say("{0} more are reached only by paths weaker than {1:g} (--weak)", weaker, FLOOR)
        )


def estimate(found: Cut) -> None:
    """A what-if for people, with all that it assumes."""
    out.text(say("OWN ESTIMATE from shares and links alone; not measured, not for a briefing"))
    for one in found.losses:
        share = say("share not known") if one.share is None else say("share {0:.2f}", one.share)
        told = f" ({_figures(one.supply)})" if one.supply else ""
        out.text(
            say(
                "{0} withholds {1:.0%} of {2}: {3}{4}",
                found.country,
                found.share,
                one.good,
                share,
                told,
            )
        )
    rows: list[dict[str, object]] = [
        {"id": hit.reach.node, "name": hit.name, "left": _between(*hit.left), "from": hit.good,
         "owner": hit.ministry, "path": _path(hit.reach)}
        for hit in found.hits
    ]  # fmt: skip
    out.rows(rows, HIT, "table", none="no dependent product is known")
    left_out(0, found.weaker)
    for good, lists in found.home.items():
        for line in _home(good, lists, found.country):
            out.text(line)
    factors = ", ".join(f"{key} {factor:g}" for key, factor in FACTORS.items())
    for line in (
        say("assumed: other suppliers deliver as before, and nobody makes up for what is missing"),
        say("assumed: shares are those of the EU or the world, not of the Netherlands"),
        say("assumed: no stocks, no recycling, no substitution, no price, no time"),
        say(
            "assumed: a loss goes on by a factor a link ({0}): a proposal, measured by nobody",
            factors,
        ),
        say("assumed: of several inputs and paths the gravest counts; losses are not added up"),
        say(
            "a product that is not listed may be hit as well: the chain holds what its makers know"
        ),
    ):
        out.text(line)


def _home(good: str, lists: tuple[Supply, ...], country: str) -> list[str]:
    if not lists:
        return [
            say(
                "in the Netherlands, {0}: not known here; read trade figures with the"
                " Netherlands as reporter (dependency compute)",
                good,
            )
        ]
    return [
        say(
            "in the Netherlands, {0}: {1} holds {2} of imports (code {3}, {4})",
            good, country, _held(one, country), one.code, one.period,
        )
        for one in lists
    ]  # fmt: skip


def _held(one: Supply, country: str) -> str:
    share = dict(one.shares).get(country)
    return say("less than its ten largest") if share is None else f"{share:.2f}"


def _between(low: float, high: float) -> str:
    return f"{low:.2f}" if high - low < 0.005 else f"{low:.2f}-{high:.2f}"


def cut(found: Cut) -> dict[str, object]:
    """A what-if for programs."""
    hits = [
        {"id": hit.reach.node, "name": hit.name, "good": hit.good,
         "owner": hit.ministry, "left_low": hit.left[0],
         "left_high": hit.left[1], "strength": hit.reach.weight, "path": _steps(hit.reach)}
        for hit in found.hits
    ]  # fmt: skip
    return {
        "country": found.country, "cut": found.share,
        "losses": [asdict(one) for one in found.losses], "hits": hits, "weaker": found.weaker,
        "home": {good: [asdict(one) for one in lists] for good, lists in found.home.items()},
    }  # fmt: skip


def scanned(found: Scan) -> dict[str, object]:
    """A scan for programs."""
    return {
        "id": found.node, "name": found.name,
        "marks": marks_of(found.marks) if found.marks else None,
        "inside": [row(one) for one in found.inside],
        "deeper": found.walk.deeper, "weaker": found.walk.weaker,
        "advice": [asdict(one) for one in found.advice],
        "instruments": [asdict(one) for one in found.instruments],
        "sources": [asdict(one) for one in found.sources],
    }  # fmt: skip


def row(one: Row) -> dict[str, object]:
    """A node of a walk for programs."""
    return {
        "id": one.reach.node, "name": one.name, "strength": one.reach.weight,
        "depth": one.reach.depth, "own": one.reach.own, "score": one.score,
        "marks": marks_of(one.marks) if one.marks else None, "path": _steps(one.reach),
    }  # fmt: skip


def marks_of(marks: Marks) -> dict[str, object]:
    """Risk marks for programs, with both bounds of the HHI."""
    told = asdict(marks)
    if marks.best:
        told["best"] |= {"hhi": marks.best.hhi, "hhi_high": marks.best.hhi_high}
    return told


def flat(row: Row) -> dict[str, object]:
    """A node of a walk for people."""
    best = row.marks.best if row.marks else None
    return {
        "id": row.reach.node, "name": row.name, "strength": f"{row.reach.weight:.2f}",
        "first": best.first[0] if best else "",
        "share": f"{best.first[1]:.2f}" if best else "",
        "hhi": _between(best.hhi, best.hhi_high) if best else "",
        "figures": _figures(best) if best else "",
        "risk": _risk(row.marks) if row.marks else "", "path": _path(row.reach),
    }  # fmt: skip


def said(marks: Marks) -> str:
    """Risk marks in a line."""
    if marks.best is None:
        named = ", ".join(marks.named)
        return say("no figure; suppliers named: {0}; {1}", named or say("none"), _risk(marks))
    land, share = marks.best.first
    return say("{0} {1:.2f} ({2}), risk {3}", land, share, _figures(marks.best), _risk(marks))


def _risk(marks: Marks) -> str:
    """The mark; of one that is not known, why."""
    risk, why = (codes.word(codes.RISKS, one) for one in (marks.risk, marks.why))
    return f"{risk} ({why})" if why else risk


def _figures(best: Supply) -> str:
    """What a share is a share of, in words; which code, of when, and who says so."""
    scope = word(SCOPES, best.scope, spoken())
    stage = word(STAGES, best.stage, spoken()) if best.stage else ""
    parts = (scope, stage, best.code, best.period, best.source)
    return ", ".join(part for part in parts if part)


def _path(reach: Reach) -> str:
    """The nodes on the way, with a star where the link is the desk's own."""
    return " > ".join(f"{step['to']}{'*' if step['own'] else ''}" for step in _steps(reach))


def _steps(reach: Reach) -> list[dict[str, object]]:
    """The links of a path in the order walked, each with where it leads."""
    return [
        {"to": node, "weight": link.weight, "own": link.own, "source": link.source}
        for node, link in zip(reach.nodes, reach.path, strict=True)
    ]
