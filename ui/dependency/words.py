"""What the dependency page says."""

from __future__ import annotations

from collections.abc import Sequence

from osawatch.chain.criticality import Criticality
from osawatch.dependency.history import Line
from ui.i18n import figure, mark, say

CONTEXT = "dependency"
TEXTS = {
    "title": mark("dependency", "Dependency"),
    "search": mark("dependency", "Code, good or supplier"),
    "all": mark("dependency", "All kept"),
    "dependent": mark("dependency", "Dependent"),
    "steady": mark("dependency", "2 of 3 years"),
    "which": mark("dependency", "Which products"),
    "whose": mark("dependency", "Whose imports"),
    "EU27_2020": mark("dependency", "EU27"),
    "NL": mark("dependency", "NL"),
    "basis": mark("dependency", "By value or by quantity"),
    "import": mark("dependency", "Read trade files…"),
    "stop": mark("dependency", "Stop"),
    "export": mark("dependency", "Export"),
    "export_told": mark("dependency", "The rows that are shown, all their years, as Excel or CSV"),
    "reading": mark("dependency", "Reading, {0} %"),
    "saved": mark("dependency", "Saved as {0}"),
    "failed": mark("dependency", "Not done: {0}"),
    "stopped": mark("dependency", "Stopped; what was kept before stays"),
    "done": mark("dependency", "{0} products computed, {1} kept"),
    "from": mark("dependency", "From {0}, computed {1}; value and quantity apart"),
    "none": mark("dependency", "No trade figures yet"),
    "none_more": mark(
        "dependency",
        "Read files of Eurostat Comext, UN Comtrade or CEPII BACI, or a table of your own. They"
        " stay where they are; only the result is kept.",
    ),
    "name": mark("dependency", "Good, code and year"),
    "value": mark("dependency", "By value"),
    "quantity": mark("dependency", "By quantity"),
    "cdi1": mark("dependency", "Concentration"),
    "cdi2": mark("dependency", "From outside"),
    "cdi3": mark("dependency", "Against exports"),
    "cdi1_told": mark("dependency", "CDI1, sum of squared shares of suppliers; over 0.4 counts"),
    "cdi2_told": mark("dependency", "CDI2, share of imports from outside the EU; over 0.5 counts"),
    "cdi3_told": mark("dependency", "CDI3, imports from outside by exports; over 1 counts"),
    "recent": mark("dependency", "Dependent, last 3 years"),
    "recent_told": mark(
        "dependency",
        "Dependent: all three tests are met. One in five products changes each year, so the label"
        " is given for 2 of 3 years. A dash: that year is not in the files.",
    ),
    "coverage": mark("dependency", "Seen"),
    "coverage_told": mark(
        "dependency",
        "How much of the imports of its chapter stands under open codes. The rest is hidden in"
        " confidential ones, and may be this product.",
    ),
    "suppliers": mark("dependency", "Shares of suppliers (* EEA, CH, UK)"),
    "near": mark("dependency", "{0} (EEA, CH or UK)"),
    "others": mark("dependency", "all others"),
    "bars": mark("dependency", "Shares of suppliers outside the EU, {0}"),
    "history": mark("dependency", "The three indicators over the years"),
    "facts": mark("dependency", "What is known of this product"),
    "add": mark("dependency", "Add to the watchlist"),
    "chain": mark("dependency", "Its chain"),
    "n_of_years": mark("dependency", "{0} of {1} years"),
    "one_year": mark("dependency", "one year is known: no label"),
    "shares_of": mark("dependency", "Shares and tests are of {0}, from {1} suppliers."),
    "imports": mark(
        "dependency",
        "Imports from outside the EU {0}, from inside {1}, exports {2}, in the unit of the file.",
    ),
    "only_out": mark("dependency", "Against exports out of the EU alone: {0}."),
    "no_exports": mark("dependency", "No exports: the third test counts as met."),
    "hidden": mark(
        "dependency",
        "{0} % of the imports of chapter {1} stand under confidential codes: shares of this"
        " product may be other than shown.",
    ),
    "open": mark("dependency", "No confidential codes in chapter {0}."),
    "near_told": mark(
        "dependency",
        "{0} % comes from the EEA, Switzerland or the United Kingdom: another risk, and often"
        " what was made elsewhere.",
    ),
    "nl": mark("dependency", "Figures of one member count what only passes through its ports."),
    "study": mark(
        "dependency",
        "{0}: supply risk {1}, economic importance {2} (European Commission, {3}); {4}.",
    ),
    "critical": mark("dependency", "critical"),
    "not_critical": mark("dependency", "not critical"),
    "earlier": mark("dependency", "Earlier supply risk: {0}."),
    "own_sr": mark(
        "dependency",
        "Own estimate of supply risk: {0} ({1}; shares of {2}, governance of 2024).",
    ),
    "no_sr": mark("dependency", "Not computed here, for want of: {0}."),
    "ei_uses": mark("dependency", "Economic importance of its uses, before substitution: {0}."),
    "ir": mark("dependency", "import reliance"),
    "eol": mark("dependency", "recycling"),
    "si": mark("dependency", "substitution"),
    "shares": mark("dependency", "a whole list of suppliers"),
    "extraction": mark("dependency", "extraction"),
    "processing": mark("dependency", "processing"),
}
NEAR_TOLD, HIGHEST = 0.1, 99.0


def text(key: str, *values: object) -> str:
    """A text in the language of the window."""
    return say(CONTEXT, TEXTS[key]).format(*values)


def capped(value: float | None) -> str:
    """A figure; a tiny export makes an indicator thousands, which says no more."""
    if value is None:
        return "–"
    return f"> {figure(HIGHEST)}" if value > HIGHEST else figure(value, 2)


def recent(line: Line) -> str:
    """«2 of 3 years», or that one year makes no label."""
    known = [met for _, met in line.recent if met is not None]
    if len(known) < 2:
        return text("one_year")
    return text("n_of_years", sum(known), len(known))


def facts(line: Line, critical: Sequence[tuple[str, Criticality]]) -> list[str]:
    """All that is known of a product, a sentence a line."""
    last, chapter = line.last, line.last.hs6[:2]
    near = sum(one.share for one in last.suppliers if one.near)
    amounts = (last.extra_eu_imports, last.intra_eu_imports, last.exports)
    lines = [
        text("shares_of", last.year, last.supplier_count),
        text("imports", *(figure(one) for one in amounts)),
        text("only_out", capped(last.cdi3_extra_exports_only))
        if last.cdi3_extra_exports_only is not None
        else "",
        text("no_exports") if last.cdi3 is None else "",
        text("open", chapter)
        if last.coverage >= 1
        else text("hidden", figure(100 * (1 - last.coverage), 1), chapter),
        text("near_told", figure(100 * near)) if near >= NEAR_TOLD else "",
        "" if last.reporter.startswith("EU") else text("nl"),
    ]
    return [*(one for one in lines if one), *(x for name, one in critical for x in told(name, one))]


def told(name: str, one: Criticality) -> list[str]:
    """Supply risk and economic importance of a good: as studied, and as computed here."""
    last, lines = one.latest, [""]
    if last is None:
        return []
    judged = text("critical" if one.critical else "not_critical")
    lines.append(text("study", name, figure(last.sr, 1), figure(last.ei, 1), last.year, judged))
    if one.studies[:-1]:
        before = ", ".join(f"{each.year}: {figure(each.sr, 1)}" for each in one.studies[:-1])
        lines.append(text("earlier", before))
    if one.sr is not None:
        stage = one.stages[0]
        side = stage.sourcing or stage.world
        period = side.period if side else ""
        lines.append(text("own_sr", figure(one.sr, 1), text(stage.stage), period))
    else:
        lines.append(text("no_sr", ", ".join(text(key) for key in one.missing)))
    if one.ei_uses is not None:
        lines.append(text("ei_uses", figure(one.ei_uses, 1)))
    return lines
