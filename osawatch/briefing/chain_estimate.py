"""A what-if as a page of its own, with all that it assumes; it is no part of any briefing. Pure."""

from __future__ import annotations

from datetime import UTC, datetime

from osawatch.briefing.chain_sheet import Names
from osawatch.briefing.chain_words import SCOPES, STAGES, word
from osawatch.briefing.model import Document, Section, Table
from osawatch.chain.model import FACTORS, Cut, Hit, Loss, Supply

MOST_ROWS = 24
NODE, LAND = "node", "country"  # kinds of names
SAID: dict[str, dict[str, str]] = {
    "en": {
        "title": "What if {0} withholds {1} % of {2}", "marking": "OWN ESTIMATE",
        "subtitle": "Made {0} (UTC) with OSAwatch",
        "warning": "An estimate of this desk from shares and links alone. It was measured by nobody"
        " and goes into no briefing.",
        "losses": "What is withheld", "hits": "What is left", "assumed": "Assumed",
        "good": "Good", "share": "Share of {0}", "lost": "Lost", "figures": "Figures",
        "name": "Dependent", "left": "Supply left", "path": "Path (* by a link of this desk)",
        "unknown": "not known", "owner": "Owner", "home": "Of Dutch imports",
        "nothing": "No dependent product is known: that does not mean that there is none.",
        "more": "{0} more are hit less and not shown.",
        "assumptions": "Other suppliers deliver as before, and nobody makes up for what is missing."
        " Shares are those of the EU or the world, not of the Netherlands."
        " No stocks, no recycling, no substitution, no price, no time. A loss goes on by a factor"
        " a link (essential {0}, important {1}, minor {2}): a proposal of the makers. Of several"
        " inputs and paths the gravest counts; losses are not added up. What is not listed may be"
        " hit as well: the chain holds what its makers know.",
    },
    "nl": {
        "title": "Wat als {0} {1} % van {2} inhoudt", "marking": "EIGEN SCHATTING",
        "subtitle": "Gemaakt {0} (UTC) met OSAwatch",
        "warning": "Een schatting van deze desk, alleen uit aandelen en schakels. Door niemand"
        " gemeten; ze gaat in geen briefing.",
        "losses": "Wat wordt ingehouden", "hits": "Wat overblijft", "assumed": "Aangenomen",
        "good": "Goed", "share": "Aandeel {0}", "lost": "Verloren", "figures": "Cijfers",
        "name": "Afhankelijk", "left": "Aanbod over", "path": "Pad (* door een eigen schakel)",
        "unknown": "niet bekend", "owner": "Eigenaar", "home": "Van invoer Nederland",
        "nothing": "Geen afhankelijk product bekend: dat wil niet zeggen dat er geen is.",
        "more": "Nog {0} worden minder geraakt en staan hier niet.",
        "assumptions": "Andere toeleveranciers leveren als voorheen, niemand vult aan wat"
        " ontbreekt. Aandelen zijn die van de EU of de wereld, niet van Nederland."
        " Geen voorraden, geen recycling, geen vervanging, geen prijs, geen tijd. Een verlies gaat"
        " per schakel door met een factor (wezenlijk {0}, belangrijk {1}, gering {2}): een voorstel"
        " van de makers. Van meerdere grondstoffen en paden telt het zwaarste; verliezen worden"
        " niet opgeteld. Wat niet genoemd is kan ook geraakt worden: de keten bevat wat de makers"
        " weten.",
    },
}  # fmt: skip


def estimate(found: Cut, names: Names, now: datetime, language: str) -> Document:
    """One page; `names` knows goods, countries and nodes of the chain."""
    said = SAID[language]
    goods = ", ".join(names(NODE, one.good) for one in found.losses)
    land = names(LAND, found.country)
    sections = (
        _losses(found, names, language, land),
        _hits(found, names, language),
        Section(said["assumed"], said["assumptions"].format(*_factors(language)), (), ""),
    )
    return Document(
        said["title"].format(land, f"{100 * found.share:.0f}", goods),
        said["subtitle"].format(f"{now.astimezone(UTC):%Y-%m-%d %H:%M}"), language,
        said["marking"], said["warning"], sections, {}, dense=True,
    )  # fmt: skip


def _losses(found: Cut, names: Names, language: str, land: str) -> Section:
    said = SAID[language]
    head = (said["good"], said["share"].format(land), said["lost"], said["figures"], said["home"])
    rows = tuple(
        (*_lost(one, names, language), _home(one, found, language)) for one in found.losses
    )
    return Section(said["losses"], "", (Table("", head, rows),), "")


def _lost(one: Loss, names: Names, language: str) -> tuple[str, ...]:
    share = SAID[language]["unknown"] if one.share is None else f"{100 * one.share:.0f} %"
    where = _where(one.supply, language) if one.supply else "–"
    return names(NODE, one.good), share, _span(one.low, one.high), where


def _home(one: Loss, found: Cut, language: str) -> str:
    """The country's share in what the Netherlands itself buys, by customs code."""
    lists = found.home.get(one.good, ())
    shares = [(x, dict(x.shares).get(found.country)) for x in lists]
    told = [f"{100 * y:.0f} % ({x.code}, {x.period})" for x, y in shares if y is not None]
    return ", ".join(told) or SAID[language]["unknown"]


def _hits(found: Cut, names: Names, language: str) -> Section:
    said = SAID[language]
    rows = tuple(
        (hit.name, _span(*hit.left), hit.ministry, _path(hit, names))
        for hit in found.hits[:MOST_ROWS]
    )
    rest = len(found.hits) - len(rows)
    table = Table("", (said["name"], said["left"], said["owner"], said["path"]), rows)
    lead = said["more"].format(rest) if rest else ""
    return Section(said["hits"], lead, (table,) if rows else (), said["nothing"])


def _path(hit: Hit, names: Names) -> str:
    steps = [names(NODE, hit.good)]
    for node, link in zip(hit.reach.nodes, hit.reach.path, strict=True):
        steps.append(f"{names(NODE, node)}{' *' if link.own else ''}")
    return " → ".join(steps)


def _span(low: float, high: float) -> str:
    one, other = f"{100 * low:.0f}", f"{100 * high:.0f}"
    return f"{one} %" if one == other else f"{one}–{other} %"


def _where(best: Supply, language: str) -> str:
    stage = word(STAGES, best.stage, language) if best.stage else ""
    parts = (word(SCOPES, best.scope, language), stage, best.code, best.period)
    return ", ".join(part for part in parts if part)


def _factors(language: str) -> list[str]:
    said = [f"{FACTORS[key]:g}" for key in ("essential", "important", "minor")]
    return [one.replace(".", ",") for one in said] if language == "nl" else said
