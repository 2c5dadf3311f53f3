"""The sentences of the Trends page."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import QDate, QLocale

from osawatch.model import Trend
from ui.i18n import figure, mark, say
from ui.trends import series
from ui.trends.bursts import Standing
from ui.trends.series import Names, Split
from ui.words import STAGES, word

CONTEXT = "trends"
TEXTS = {
    "title": mark("trends", "Trends"),
    "good": mark("trends", "Good"),
    "country": mark("trends", "Country"),
    "measure": mark("trends", "Measure"),
    "kind": mark("trends", "Source kind"),
    "any": mark("trends", "Any"),
    "type": mark("trends", "Type to find"),
    "28": mark("trends", "28 d"),
    "90": mark("trends", "90 d"),
    "365": mark("trends", "1 y"),
    "view": mark("trends", "View"),
    "view_days": mark("trends", "Days"),
    "view_map": mark("trends", "Map"),
    "view_pairs": mark("trends", "Pairs"),
    "table": mark("trends", "Table"),
    "chart_button": mark("trends", "Chart"),
    "export": mark("trends", "Export"),
    "export_png": mark("trends", "Picture (PNG)"),
    "export_svg": mark("trends", "Drawing (SVG)"),
    "export_csv": mark("trends", "Table (CSV)"),
    "saved": mark("trends", "Saved as {0}"),
    "not_saved": mark("trends", "Could not save {0}: {1}"),
    "chart": mark("trends", "Stories per day"),
    "axis": mark("trends", "Day (UTC)"),
    "other": mark("trends", "Other"),
    "no_kind": mark("trends", "Unknown"),
    "expected": mark("trends", "Expected"),
    "band": mark("trends", "99 % range"),
    "gap": mark("trends", "Not observed"),
    "watch": mark("trends", "Watch"),
    "alert": mark("trends", "Alert"),
    "surprise": mark("trends", "Surprise, −log10 p"),
    "surprise_more": mark("trends", "dashed: watch at 3, dotted: alert at 5"),
    "coverage": mark("trends", "Coverage"),
    "coverage_more": mark(
        "trends", "observed on {0} of {1} days; days in UTC, hatched = not observed, not zero"
    ),
    "coverage_part": mark("trends", "share of the sources that answered"),
    "day_stories": mark("trends", "{0}: {1} stories"),
    "day_gap": mark("trends", "{0}: not observed"),
    "day_expected": mark("trends", "expected {0}, up to {1}"),
    "chance": mark("trends", "1 in {0}"),
    "chance_least": mark("trends", "< 1 in {0}"),
    "day_part": mark("trends", "{0}: {1}"),
    "described": mark(
        "trends", "{0} stories on {1} of {2} days, {3} to {4} (UTC); {5} unusual days. "
    ),
    "described_keys": mark(
        "trends", "Arrow keys choose a day, Shift widens the choice, Return opens a note."
    ),
    "note_hint": mark("trends", "Click the line: the measure."),
    "noted": mark("trends", "{0}, {1}"),
    "empty": mark("trends", "Nothing was seen yet"),
    "empty_more": mark(
        "trends",
        "Menu, Poll now asks the sources. A day after the first poll there is something to count.",
    ),
    "failed": mark("trends", "The counts could not be read"),
    "year": mark("trends", "Past year"),
    "year_scale": mark("trends", "{0}+ a day"),
    "movers": mark("trends", "Strongest movers"),
    "movers_more": mark("trends", "last 7 days against the 8 weeks before"),
    "movers_none": mark("trends", "No good has moved out of its usual range this week."),
    "bursts": mark("trends", "Bursts and movers"),
    "bursts_more": mark("trends", "bursts of 90 days, then the week's strongest movers"),
    "burst": mark("trends", "{0}, {1}: by chance {2}"),
    "burst_watch": mark("trends", "Watch"),
    "burst_alert": mark("trends", "Alert"),
    "budget": mark(
        "trends",
        "Over all {0} series about {1} false alerts a week are to be expected. "
        "In 90 days told bursts: {2}, called false: {3}.",
    ),
    "mover": mark("trends", "{0} stories, {1} expected"),
    "stories": mark("trends", "stories"),
    "expected_count": mark("trends", "expected"),
    "by_chance": mark("trends", "by chance"),
    "span": mark("trends", "{0} to {1}"),
    "no_stories": mark("trends", "No story of these days is kept."),
    "no_stories_gap": mark("trends", "Nobody was watching on these days. That is not a quiet day."),
    "more_stories": mark("trends", "{0} more in the list"),
    "show_in_list": mark("trends", "Show in All items"),
    "all": mark("trends", "All stories"),
    "print_source": mark("trends", "OSAwatch, drawn {0} UTC"),
    "print_coverage": mark(
        "trends", "Observed on {0} of {1} days. Hatched days were not observed."
    ),
    "day_utc": mark("trends", "Day (UTC)"),
    "upper": mark("trends", "Upper"),
    "p": mark("trends", "p"),
    "publishers_one": mark("trends", "1 publisher"),
    "publishers": mark("trends", "{0} publishers"),
    "official": mark("trends", "official"),
}


def text(key: str, *values: object) -> str:
    """A sentence of this page, with its values put in."""
    sentence = say(CONTEXT, TEXTS[key])
    return sentence.format(*values) if values else sentence


def dated(day: date, form: str) -> str:
    """A day in the language of the window."""
    return QLocale().toString(QDate(day.year, day.month, day.day), form)


def day_month(day: date) -> str:
    """«14 Oct»."""
    return dated(day, "d MMM")


def whole_day(day: date) -> str:
    """«Tue 14 October 2025»."""
    return dated(day, "ddd d MMMM yyyy")


def span(first: date, last: date) -> str:
    """«30 September to 14 October», or the one day."""
    if first == last:
        return whole_day(first)
    return text("span", dated(first, "d MMMM"), dated(last, "d MMMM"))


def stack_name(key: str, split: Split, names: Names) -> str:
    """What a colour of the bars stands for."""
    return text("other") if key == series.OTHER else names(split, key)


def surprise_title() -> tuple[str, str]:
    """Head of the strip of surprise, strong and quiet part."""
    return text("surprise"), text("surprise_more")


def coverage_title(trend: Trend) -> tuple[str, str]:
    """Head of the coverage strip, strong and quiet part."""
    return text("coverage"), text("coverage_more", *series.observed(trend))


def chance_words(p: float) -> str:
    """«1 in 10⁶» for very small chances, «1 in 40» for others."""
    if p <= 0:
        return text("chance_least", "10¹²")
    n = 1 / p
    if n < 10_000:
        return text("chance", f"{n:.0f}")
    power = len(str(int(n))) - 1
    return text("chance", "10" + str(power).translate(str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")))


def burst_name(burst: Standing, names: Mapping[tuple[str, str], str]) -> str:
    """«Gallium, China», or the one that stands out over all of the other."""
    parts = (("good", burst.good), ("country", burst.country))
    return ", ".join(names.get(part, part[1]) for part in parts if part[1])


def burst_words(burst: Standing) -> str:
    """«Alert, 3 Mar to 9 Mar: by chance 1 in 10⁶», short enough for a narrow window."""
    level = text("burst_alert" if burst.level == "alert" else "burst_watch")
    days = text("span", day_month(burst.start), day_month(burst.end))
    return text("burst", level, days, chance_words(burst.p))


def note_words(status: str, measure: str, names: Names) -> str:
    """What became of a measure: «in force: Export licensing»."""
    known = word(STAGES, status)
    return f"{known}: {names('measure', measure)}" if measure else known


def tooltip(trend: Trend, i: int, split: Split, names: Names) -> list[str]:
    """What the pointer learns about a day."""
    day = trend.days[i]
    if day.total is None:
        return [text("day_gap", whole_day(day.day))]
    lines = [text("day_stories", whole_day(day.day), day.total)]
    for stack in series.stacks(trend, split):
        if stack.values[i]:
            name = stack_name(stack.key, split, names)
            lines.append(text("day_part", name, stack.values[i]))
    if day.expected is not None and day.upper is not None:
        lines.append(text("day_expected", figure(day.expected, 1), f"{day.upper:.0f}"))
    noted = [
        note_words(status, measure, names)
        for when, status, measure in trend.notes
        if when == day.day
    ]
    return [*lines, *noted, *([text("note_hint")] if noted else [])]


def describe(trend: Trend) -> str:
    """The chart for someone who cannot see it."""
    if not trend.days:
        return text("empty")
    seen, days = series.observed(trend)
    total = sum(d.total or 0 for d in trend.days)
    first, last = trend.days[0].day, trend.days[-1].day
    unusual = len(series.marks(trend))
    said = text("described", total, seen, days, whole_day(first), whole_day(last), unusual)
    return said + text("described_keys")
