"""What `--screenshot` draws: the pages of the window, then what opens above them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from ui.main_window import MainWindow
from ui.shoot import Stop, stop
from ui.shots_above import Set, dialogs, wanted
from ui.theme import Theme


def every(of: Set, themes: tuple[Theme, ...], only: Sequence[str] | None) -> list[Stop]:
    """All stops whose names begin with one of `only`, None = all.

    A dialog keeps the colours it was opened in, so each theme opens it anew.
    """
    found = [one for one in pages(of.window) if wanted(one.name, only)]
    for theme in themes:
        found += dialogs(of, theme, only)
    return found


def pages(window: MainWindow) -> list[Stop]:
    """The pages."""
    at, go = window.pages, window.go
    return [
        stop("inbox", window.inbox, partial(go, "inbox")),
        stop("items", at.items, partial(go, "items")),
        stop("trends", at.trends, partial(_trends, window, "days")),
        _chosen_days(window),
        stop("trends-map", at.trends, partial(_trends, window, "map")),
        stop("trends-pairs", at.trends, partial(_trends, window, "pairs")),
        stop("sources", at.sources, partial(go, "sources")),
        stop("rules-yaml", at.rules, partial(_rule, window, "yaml")),
        stop("rules", at.rules, partial(_rule, window, "form")),
        stop("morning", at.morning, partial(go, "morning")),
        stop("notices", at.notices, partial(go, "notices")),
        stop("country", at.country, partial(_country, window, "CN")),
        stop("cases", at.cases, partial(go, "cases")),
        stop("situation", at.situation, partial(go, "situation")),
        *(
            stop(f"registers-{one}", at.registers, partial(_register, window, one))
            for one in ("report", "influence", "licence")
        ),
        stop("records", at.records, partial(go, "records")),
        stop("watchlist", at.watchlist, partial(go, "watchlist")),
        stop("dependency", at.dependency, partial(go, "dependency")),
        stop("chains", at.chains, partial(_chain, window, "wind turbine")),
        stop("chains-cut", at.chains, partial(_chain, window, "China gallium")),
        stop("deadlines-month", at.deadlines, partial(_dates, window, "month")),
        stop("deadlines", at.deadlines, partial(_dates, window, "list")),
        stop("briefing", at.briefing, partial(go, "briefing")),
        stop("exchange", at.exchange, partial(go, "exchange")),
        _start(window),
    ]


def _chosen_days(window: MainWindow) -> Stop:
    """The last month of the chart, chosen; the stop before has drawn the chart."""
    trends = window.pages.trends

    def go() -> None:
        if trends.chart:
            trends.chart.choose(60, 89)

    return Stop("trends-chosen", go, trends.listing.ready, (trends.listing.listed,))


def _start(window: MainWindow) -> Stop:
    """As a person sees it first, although whoever draws asks nobody."""
    page = window.pages.start

    def online() -> None:
        page.form.show_settings(replace(page.form.value(), network="online"))
        page.form.input("network").setEnabled(True)
        page.form.changed.emit()

    page.loaded.connect(online)
    return stop("start", page, partial(window.go, "start"))


def _trends(window: MainWindow, view: str) -> None:
    window.go("trends")
    window.pages.trends.show_view(view)


def _register(window: MainWindow, which: str) -> None:
    window.go("registers")
    window.pages.registers.turn_to(which)


def _dates(window: MainWindow, view: str) -> None:
    window.go("deadlines")
    window.pages.deadlines.turn_to(view)


def _country(window: MainWindow, code: str) -> None:
    window.go("country")
    window.pages.country.show_country(code)


def _rule(window: MainWindow, view: str) -> None:
    window.go("rules")
    window.pages.rules.writing.turn(view)


def _chain(window: MainWindow, words: str) -> None:
    window.go("chains")
    window.pages.chains.ask(words)
