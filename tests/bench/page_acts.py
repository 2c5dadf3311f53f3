"""What people do on each page of the window, as acts for `pulse.Pulse`: a name, and a call."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QWidget

from ui.main_window import MainWindow
from ui.pages import KEYS, START
from ui.places import VIEWS
from ui.theme import DARK, LIGHT

Act = tuple[str, Callable[[], object]]
ROWS, RULES, COUNTRIES = 4, 14, ("CN", "US", "RU", "NL")
PASTED = "The ministry of trade announced an export ban on gallium and germanium from 1 May. "
BIG = 1_200  # times: a hundred thousand letters


def acts(window: MainWindow) -> Iterator[Act]:
    """All of them, page by page; each is asked for when those before it are done."""
    yield from _inbox(window)
    pages: dict[str, Callable[[MainWindow], Iterator[Act]]] = {
        "trends": _trends, "country": _country, "registers": _registers, "chains": _chains,
        "watchlist": _watchlist, "rules": _rules, "sources": _sources,
    }  # fmt: skip
    for key in (one for one in KEYS if one != START):
        yield f"{key}: open the first time", partial(window.go, key)
        page = window.pages.at(key)
        yield from _rows(key, page)
        yield from _typed(key, page)
        if key in pages:
            yield from pages[key](window)
        yield f"{key}: leave", partial(window.go, "inbox")
        yield f"{key}: open again", partial(window.go, key)
    yield "start: open", window.roads.start
    yield from _frame(window)


def _inbox(window: MainWindow) -> Iterator[Act]:
    inbox = window.inbox
    for view in VIEWS:
        yield f"{view}: open", partial(window.go, view)
    yield "inbox: open again", partial(window.go, "inbox")
    for number in range(1, ROWS * 2):
        yield f"inbox: choose row {number}", partial(inbox.step, 1)
    for words in ("g", "gal", "gallium", ""):
        yield f"inbox: type {words!r}", partial(inbox.bar.search.setText, words)
    yield "inbox: choose all", inbox.list.selectAll
    yield "inbox: choose one", partial(inbox.step, 1)
    for key in "cz":
        code = getattr(Qt.Key, f"Key_{key.upper()}")
        yield f"inbox: key {key}", lambda code=code: QTest.keyClick(inbox.list, code)
    for what in (
        "snooze",
        "assign",
        "not_relevant",
        "outcome",
        "files",
        "rate",
        "case",
        "paper",
        "whatif",
    ):
        yield f"inbox: {what}", partial(inbox.doing.do, what)


def _rows(key: str, page: QWidget) -> Iterator[Act]:
    """The first rows of the largest list in sight."""
    found = [one for one in page.findChildren(QAbstractItemView) if one.isVisible()]
    if not found:
        return
    view: Any = max(found, key=lambda one: one.width() * one.height())
    for row in range(min(ROWS, view.model().rowCount()), 0, -1):
        index = view.model().index(row - 1, 0)
        yield f"{key}: choose row {row}", partial(view.setCurrentIndex, index)


def _typed(key: str, page: Any) -> Iterator[Act]:
    search = getattr(page, "search", None) or getattr(page, "line", None)
    if search is not None:
        for words in ("c", "chi", ""):
            yield f"{key}: type {words!r}", partial(search.setText, words)


def _trends(window: MainWindow) -> Iterator[Act]:
    page = window.pages.trends
    for view in ("map", "pairs", "days"):
        yield f"trends: {view}", partial(page.show_view, view)
    yield "trends: choose days", lambda: page.chart and page.chart.choose(60, 89)


def _country(window: MainWindow) -> Iterator[Act]:
    for code in COUNTRIES:
        yield f"country: {code}", partial(window.pages.country.show_country, code)


def _registers(window: MainWindow) -> Iterator[Act]:
    for one in ("influence", "licence", "report"):
        yield f"registers: {one}", partial(window.pages.registers.turn_to, one)


def _chains(window: MainWindow) -> Iterator[Act]:
    page = window.pages.chains
    for words in ("wind turbine", "China gallium", "lithium"):
        yield f"chains: {words}", partial(page.ask, words)
    for way in page.ways._buttons:
        yield f"chains: {way}", partial(page.ways.pick, way)


def _watchlist(window: MainWindow) -> Iterator[Act]:
    page = window.pages.watchlist
    side = page.side
    for kind in ("goods", "companies", "groups", "measures", "countries", "goods"):
        yield f"watchlist: list {kind}", partial(page.segments.pick, kind)
        yield f"watchlist: first of {kind}", partial(page.table.selectRow, 1)
        yield f"watchlist: change {kind}", side.edit
        yield f"watchlist: leave {kind}", side.leave
    for turn in (1, 2):
        yield "watchlist: change", side.edit
        yield "watchlist: type", lambda turn=turn: side.form.put({"sector": f"bench {turn}"})
        yield f"watchlist: save {turn}", side.save_now
    yield "watchlist: undo", page.take_back
    yield "watchlist: new entry", partial(page.watch_new, "goods", {"id": "bench-good"})
    yield "watchlist: leave the new one", side.leave


def _rules(window: MainWindow) -> Iterator[Act]:
    page = window.pages.rules
    writing = page.writing
    rows = page.model.rowCount()
    for row in range(0, rows, max(rows // RULES, 1)):
        name = str(page.model.id_at(row))
        index = page.model.index(row)
        yield f"rules: choose {name}", partial(page.list.setCurrentIndex, index)
    for view in ("yaml", "form", "yaml", "form"):
        yield f"rules: {view}", partial(writing.turn, view)
    yield "rules: add a part", partial(writing.form.add_part, "goods")
    yield "rules: paste much to explain", lambda: page.why.input.setPlainText(PASTED * BIG)
    yield "rules: paste little to explain", lambda: page.why.input.setPlainText(PASTED)
    yield "rules: yaml, changed", partial(writing.turn, "yaml")
    yield "rules: paste much as yaml", lambda: page.editor.insertPlainText(f"# {PASTED}\n" * 1000)
    yield "rules: form of much", partial(writing.turn, "form")
    page.ask_leave = lambda: True
    yield "rules: new", page._on_new


def _sources(window: MainWindow) -> Iterator[Act]:
    page = window.pages.sources
    yield "sources: only those that need attention", page.attention.click
    yield "sources: all", page.attention.click


def _frame(window: MainWindow) -> Iterator[Act]:
    window.go("inbox")
    yield "look-up: open", window.dialogs.look_up
    yield "look-up: a good", partial(window.dialogs.look_up_name, "gallium")
    yield "look-up: a country", partial(window.dialogs.look_up_name, "China")
    yield "settings", window.dialogs.change_settings
    yield "keys", window.dialogs.show_keys
    yield "change keys", window.dialogs.change_keys
    yield "palette", window.commands.show_palette
    yield "log", window.dialogs.show_log
    yield "about", window.dialogs.show_about
    yield "help", window.show_manual
    for key in ("inbox", "rules", "watchlist", "trends", "sources"):
        yield f"to {key}", partial(window.go, key)
        yield f"dark on {key}", partial(window.wear, DARK)
        yield f"light on {key}", partial(window.wear, LIGHT)
