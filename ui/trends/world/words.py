"""The sentences of the country map."""

from __future__ import annotations

from collections.abc import Container, Mapping

from osawatch.lands import Land, World
from ui.i18n import mark, say
from ui.trends.world.scale import Scale, What, ranked, shown, value
from ui.words import LEVELS, word

CONTEXT = "world"
DESCRIBED = 8  # countries that are named to someone who cannot see the map
BANDS = ("info", "low", "medium", "high", "critical")
TEXTS = {
    "map": mark("world", "Map of countries"),
    "score": mark("world", "Highest open score"),
    "imposing": mark("world", "Alerts: imposing country"),
    "affected": mark("world", "Alerts: affected country"),
    "stories": mark("world", "Stories"),
    "what": mark("world", "What the colours count"),
    "nothing_score": mark("world", "no open alert"),
    "nothing": mark("world", "0"),
    "not_covered": mark("world", "not covered"),
    "unsettled": mark("world", "border not settled"),
    "up": mark("world", "{0} and more"),
    "of_score": mark("world", "Highest open score: {0} ({1})"),
    "of_no_score": mark("world", "No open alert"),
    "of_imposing": mark("world", "Stories with alerts, as the imposing country: {0}"),
    "of_affected": mark("world", "Stories with alerts, as an affected country: {0}"),
    "of_stories": mark("world", "Stories: {0}"),
    "of_sources": mark("world", "Sources of this country that were asked: {0}"),
    "of_gap": mark(
        "world", "Not covered: no source of this country was asked, and no other told of it."
    ),
    "of_hint": mark("world", "Click: its stories. Double click: its days."),
    "nobodys": mark("world", "Belongs to no country on this map"),
    "elsewhere": mark("world", "Not on the map: {0}."),
    "observed": mark(
        "world",
        "Observed on {0} of {1} days (UTC) by {2} sources of {3} countries. "
        "Hatched: no source of that country was asked and no other told of it; that is not a zero.",
    ),
    "borders": mark(
        "world",
        "Borders as the UN and the EU draw them, without a position on any of them. "
        "Shapes: Natural Earth, through world-atlas. Areas are true.",
    ),
    "described": mark("world", "{0}, {1} to {2} (UTC). {3} countries with figures"),
    "described_keys": mark(
        "world", "Arrow keys walk from country to country, Return chooses, + and - zoom."
    ),
    "head_code": mark("world", "Code"),
    "head_country": mark("world", "Country"),
    "head_score": mark("world", "Highest open score"),
    "head_imposing": mark("world", "Alerts, imposing"),
    "head_affected": mark("world", "Alerts, affected"),
    "head_stories": mark("world", "Stories"),
    "head_sources": mark("world", "Sources asked"),
    "head_covered": mark("world", "Covered"),
    "head_note": mark("world", "Note"),
    "yes": mark("world", "yes"),
    "no": mark("world", "no"),
}
NOTES = {
    "crimea": mark("world", "With Crimea and Sevastopol (UN A/RES/68/262)."),
    "northern-cyprus": mark("world", "The whole island (UN S/RES/541)."),
    "somaliland": mark("world", "With Somaliland."),
    "kosovo": mark(
        "world",
        "Without prejudice to positions on status; in line with UN S/RES/1244 and the opinion of "
        "the ICJ on the declaration of independence.",
    ),
    "western-sahara": mark(
        "world", "Western Sahara is a Non-Self-Governing Territory and is shown apart."
    ),
    "taiwan": mark(
        "world", "Shown apart, as statistics count it; no position on its status is taken."
    ),
    "golan": mark("world", "The Golan is shown with Syria (UN S/RES/497), to about 2 km."),
    "palestine": mark(
        "world", "Lines of 4 June 1967; not a recognition of a State by all Member States."
    ),
    "kashmir": mark(
        "world", "Line of control; the final status of Jammu and Kashmir is not agreed upon."
    ),
    "abyei": mark("world", "The final status of Abyei is not agreed upon."),
}


def text(key: str, *values: object) -> str:
    """A sentence of the map, with its values put in."""
    sentence = say(CONTEXT, TEXTS[key])
    return sentence.format(*values) if values else sentence


def note(key: str) -> str:
    """What is said of a border."""
    return say(CONTEXT, NOTES[key])


def band(score: float) -> str:
    """The word for a score's level."""
    return word(LEVELS, BANDS[min(4, int(score // 20))])


def limits(scale: Scale) -> tuple[str, ...]:
    """What stands beside each step of the legend."""
    out = []
    for n, (low, high) in enumerate(scale.limits()):
        if scale.what == "score":
            out.append(f"{low}–{high} {word(LEVELS, BANDS[n])}")
        elif high is None:
            out.append(text("up", low))
        else:
            out.append(str(low) if low == high else f"{low}–{high}")
    return tuple(out)


def hover(land: Land, name: str, notes: tuple[str, ...]) -> list[str]:
    """What the pointer learns about a country; plain text."""
    if not land.covered:
        figures = [text("of_gap")]
    else:
        score = text("of_no_score")
        if land.score is not None:
            score = text("of_score", int(land.score), band(land.score))
        figures = [
            score,
            text("of_imposing", land.imposing),
            text("of_affected", land.affected),
            text("of_stories", land.stories),
            text("of_sources", land.sources),
        ]
    return [f"{name} ({land.code})", *figures, *(note(key) for key in notes)]


def observed(world: World) -> str:
    """How much was watched: the sentence below the map and in every picture of it."""
    countries = sum(1 for one in world.lands if one.sources)
    return text("observed", world.observed, world.days, world.sources, countries)


def elsewhere(world: World, what: What, names: Mapping[str, str], shapes: Container[str]) -> str:
    """Figures of what has no shape, such as the European Union; "" when there are none."""
    rest = [one for one in ranked(world, what) if one.code not in shapes]
    told = ", ".join(f"{names.get(one.code, one.code)} {shown(one, what)}" for one in rest)
    return text("elsewhere", told) if told else ""


def describe(world: World, what: What, names: Mapping[str, str]) -> str:
    """The map for someone who cannot see it."""
    some = ranked(world, what)
    said = text("described", text(what), world.first, world.last, len(some))
    first = ", ".join(
        f"{names.get(one.code, one.code)} {int(value(one, what) or 0)}" for one in some[:DESCRIBED]
    )
    return f"{said}{f': {first}' if first else ''}. {text('described_keys')}"
