"""The sentences of the small charts."""

from __future__ import annotations

from datetime import date, timedelta

from osawatch.pairs import Daily, Ranked, Ranking
from ui.i18n import mark, say
from ui.trends.words import dated

CONTEXT = "pairs"
TEXTS = {
    "pairs": mark("pairs", "Goods and countries side by side"),
    "own": mark("pairs", "Own scale"),
    "one": mark("pairs", "One scale"),
    "scale": mark("pairs", "Scale of the small charts"),
    "said": mark("pairs", "{0} stories, at most {1} in {2}"),
    "day": mark("pairs", "a day"),
    "week": mark("pairs", "a week"),
    "name": mark("pairs", "{0}, {1}"),
    "none": mark("pairs", "No good was named together with a country in these days."),
    "more": mark(
        "pairs", "{0} pairs, most stories first. Return or a click opens the days of one."
    ),
    "foot": mark(
        "pairs",
        "Observed on {0} of {1} days (UTC); hatched was not observed, which is not a zero. "
        "{2} of {3} pairs are shown, over the same days; the figure at the left ends the scale.",
    ),
    "good": mark("pairs", "Good"),
    "country": mark("pairs", "Country"),
    "stories": mark("pairs", "Stories"),
    "waiting": mark("pairs", "Being read"),
}
WEEKLY = 200  # days from which bars are weeks: more cannot be told apart


def text(key: str, *values: object) -> str:
    """A sentence, with its values put in."""
    sentence = say(CONTEXT, TEXTS[key])
    return sentence.format(*values) if values else sentence


def bars(daily: Daily) -> Daily:
    """What is drawn: days, or of a long time whole weeks that end today; a week unseen is a gap."""
    if len(daily) <= WEEKLY:
        return daily
    rest = len(daily) % 7
    weeks = [daily[at : at + 7] for at in range(rest, len(daily), 7)]
    if rest:
        weeks.insert(0, daily[:rest])
    return tuple(
        sum(day or 0 for day in week) if any(day is not None for day in week) else None
        for week in weeks
    )


def told(pair: Ranked, daily: Daily | None) -> str:
    """«12 stories, at most 4 in a week»."""
    if daily is None:
        return text("waiting")
    most = max((bar or 0 for bar in bars(daily)), default=0)
    unit = text("week" if len(daily) > WEEKLY else "day")
    return text("said", pair.stories, most, unit)


def foot(found: Ranking, shown: int) -> str:
    """How much was watched, and how many pairs there are."""
    return text("foot", found.observed, found.days, shown, len(found.pairs))


def ends(found: Ranking) -> tuple[str, str]:
    """The first and the last day, below every chart; of a long time with the year."""
    form = "d MMM yyyy" if found.days > WEEKLY else "d MMM"
    return dated(found.first, form), dated(found.last, form)


def days_of(found: Ranking) -> list[date]:
    """Every day of a ranking."""
    return [found.first + timedelta(n) for n in range(found.days)]
