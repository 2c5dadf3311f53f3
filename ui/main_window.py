"""The window: rail, pages, status bar; what pages ask of each other goes through here.

rail -> go -> page
page.said -> toast      page.poll_asked -> polling -> bridge.progress -> status bar
core's Changes -> bridge -> counts -> rail
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime, tzinfo
from functools import partial
from types import TracebackType
from typing import TYPE_CHECKING, cast
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from PySide6.QtCore import QSize, Qt, QTimer, Signal, SignalInstance
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QMenu,
    QVBoxLayout,
    QWidget,
)

from osawatch.core import Core
from osawatch.interruption import Told
from osawatch.model import (
    Card,
    FileResult,
    Filter,
    PollProgress,
    PollReport,
    Settings,
    StoryItem,
)
from osawatch.searches import SavedSearch
from ui import autostart, icons, pages, text_size, window_keys
from ui.bridge import Bridge
from ui.frame import look
from ui.frame.about import About
from ui.frame.counts import Counts
from ui.frame.crash import CrashDialog, report, where
from ui.frame.diagnosing import Diagnosing
from ui.frame.keymap import EVERYWHERE, PLACE, TRIAGE, WINDOW, stored
from ui.frame.keys import CHANGE, KeySheet
from ui.frame.keys_dialog import KeysDialog
from ui.frame.licences import parts
from ui.frame.log_view import LogView
from ui.frame.manual import Helper
from ui.frame.palette import Command, Palette
from ui.frame.polling import Polling
from ui.frame.rail import Rail
from ui.frame.status_bar import StatusBar
from ui.frame.toast import Toast
from ui.frame.words import polled, text
from ui.i18n import moment
from ui.inbox.page import InboxPage
from ui.inbox.saved import text as searches
from ui.notices.watch import Watch as NoticeWatch
from ui.notices.words import bubble
from ui.pages import START, Pages, Parts
from ui.places import PLACES, VIEWS
from ui.settings_dialog import SettingsDialog
from ui.setup.doing import SetupDoing
from ui.setup.words import text as setup
from ui.situation.watch import Watch as SituationWatch
from ui.sources import health
from ui.tasks import Tasks
from ui.theme import Theme
from ui.tray import Tray
from ui.vault.sealing import SealDialog
from ui.vault.words import text as door

if TYPE_CHECKING:
    from osawatch.briefing.model import Asked
    from osawatch.papers.model import Subject
    from ui.watchlist.page import WatchlistPage
    from ui.watchlist.watch import Watch

SIZE, LEAST = QSize(1440, 900), QSize(960, 540)  # LEAST: a full HD screen at 200 %
log = logging.getLogger(__name__)


class MainWindow(QWidget):
    """All pages in one frame. `closed` when the program shall end."""

    closed = Signal()
    lock_asked = Signal()
    seal_asked = Signal(str)

    def __init__(
        self, core: Core, tasks: Tasks, bridge: Bridge, theme: Theme, *, offline: bool = False
    ) -> None:
        super().__init__()
        self._core, self._tasks, self._theme = core, tasks, theme
        self._fixed_theme = False
        self.polling = Polling(core, tasks, bridge, offline=offline)
        self._bridge = bridge
        self.pages = Pages(self._parts, self._joined)
        self.inbox = InboxPage(core, tasks, bridge, theme)
        self.pages.addWidget(self.inbox)
        self.helper = Helper(core, tasks, self, self.say)
        self.setup, self.diagnosing, self.situations = (
            SetupDoing(core, tasks, self), Diagnosing(core, tasks, self),
            SituationWatch(core, tasks, self),
        )  # fmt: skip
        self.rail, self.status = Rail(theme, self._menu()), StatusBar(theme)
        self.toast = Toast(theme, self)
        self.counts = Counts(core, tasks, bridge, lambda row: health.state(row).needs_attention)
        self._quit, self.code = False, 0
        self.watch: Watch | None = None
        self._bound: list[QShortcut] = []
        self._faults: set[str] = set()
        self._crash: CrashDialog | None = None
        self._minute = QTimer(self)
        self._minute.setInterval(60_000)
        self._minute.timeout.connect(self._show_network)
        self._lay_out()
        self._connect(bridge)
        self.tray = Tray(self, icons.icon(icons.APP, "", 64))
        self.notices = NoticeWatch(core, tasks, bridge, self.isActiveWindow, self)
        self.notices.told.connect(self._on_told)
        self.tray.opened.connect(self.come_back)
        self.tray.notices_asked.connect(self._show_notices)
        self.tray.poll_asked.connect(self.polling.now)
        self.tray.quit_asked.connect(lambda: self.leave())

    def _parts(self) -> Parts:
        return self._core, self._tasks, self._bridge, self._theme

    def _asks(self) -> dict[str, Callable[..., object]]:
        """What a page may ask, by the name of its signal."""
        return {
            "said": self.say,
            "card_asked": self._show_card,
            "card_chosen": self._show_card,
            "filter_asked": self._show_filter,
            "stories_asked": self._show_filter,
            "place_asked": self.go,
            "address_asked": self.inbox.doing.open_address,
            "poll_asked": self.polling.now,
            "files_asked": self.polling.read_files,
            "finished": self._on_started,
            "term_asked": self._watch,
            "lookup_asked": self._look_up_name,
            "paper_asked": self._write_paper,
            "chain_asked": self._show_chain,
            "code_asked": self._watch_code,
        }

    def _joined(self, page: QWidget) -> None:
        for name, slot in self._asks().items():
            if isinstance(signal := getattr(page, name, None), SignalInstance):
                signal.connect(slot)

    # -- going

    def begin(self) -> None:
        """The first page of a new profile, else the inbox; then what goes on by itself."""
        self.counts.read()
        self._minute.start()
        self.notices.begin()
        self.situations.begin()
        self._show_settings(self._core.settings())
        if self._core.settings().ready:
            self.go("inbox")
        else:
            self.rail.show_place("")
            self._turn_to(START)
        self.polling.follow_settings()

    def go(self, place: str) -> None:
        """A place of the rail."""
        self.rail.show_place(place)
        if place in VIEWS:
            self.pages.setCurrentWidget(self.inbox)
            self.inbox.show_view(place)
        elif place in pages.KEYS:
            self._turn_to(place)

    def _turn_to(self, place: str) -> None:
        page = self.pages.at(place)
        if place == "chains":
            page.offer(self.inbox.card())
        self.pages.setCurrentWidget(page)
        page.refresh()

    def come_back(self) -> None:
        """From the tray or from another window."""
        self.show()
        self.raise_()
        self.activateWindow()

    def leave(self, code: int = 0) -> None:
        """Ends the program, with this exit code."""
        self._quit, self.code = True, code
        self.close()

    def switch_user(self) -> None:
        """Another user at this desk: locked, once the first one agrees to leave what is not saved.

        The program starts anew at the door, so nothing of the first user's view is left.
        """
        if not self._core.encrypted:
            return
        leaving = (getattr(page, "may_leave", None) for page in self.pages.made())
        if all(agrees() for agrees in leaving if agrees is not None):
            self.lock_asked.emit()

    def _ask_to_seal(self) -> None:
        """Nothing is encrypted while it is in use: the program closes, encrypts, and opens anew."""
        question = SealDialog(self._theme, self)
        if question.exec() and question.secret:
            self.seal_asked.emit(question.secret)
            self.leave()

    # -- look

    def wear(self, theme: Theme) -> None:
        """Other colours, everywhere."""
        self._theme = theme
        app = QApplication.instance()
        if isinstance(app, QApplication):
            look.dress(app, theme)
        for part in (self.rail, self.status, self.toast, self.inbox):
            part.set_theme(theme)
        for page in self.pages.made():
            page.set_theme(theme)

    def keep_theme(self) -> None:
        """The command line chose the theme: the system no longer does."""
        self._fixed_theme = True

    def _follow_theme(self) -> None:
        if not self._fixed_theme:
            scheme = QGuiApplication.styleHints().colorScheme()
            theme = look.chosen(self._core.settings().theme, scheme)
            if theme is not self._theme:
                self.wear(theme)

    # -- building

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        for key, do in (
            ("poll_now", lambda: self.polling.now()),
            ("import", self.read_files),
            ("settings", self.change_settings),
            ("manual", self.show_manual),
            ("keys", self.show_keys),
            ("show_log", self.show_log),
            ("diagnose", self.diagnosing.ask),
            ("about", self.show_about),
            ("quit", lambda: self.leave()),
        ):
            menu.addAction(text(key), do)
        menu.addSeparator()
        menu.addAction(setup("export"), self.setup.ask_export)
        menu.addAction(setup("import"), lambda: self.setup.ask_import(self._theme))
        menu.addSeparator()
        if self._core.encrypted:
            menu.addAction(door("lock"), self.lock_asked.emit)
            menu.addAction(door("switch"), self.switch_user)
        else:
            menu.addAction(door("encrypt"), self._ask_to_seal)
        return menu

    def _lay_out(self) -> None:
        plain = "" if self._core.encrypted else f" ({door('not_encrypted')})"
        self.setWindowTitle(f"OSAwatch{plain}")
        self.setWindowIcon(icons.icon(icons.APP, "", 64))
        self.resize(SIZE)
        self.setMinimumSize(LEAST)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(self.pages, 1)
        column.addWidget(self.status)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addLayout(column, 1)

    def _connect(self, bridge: Bridge) -> None:
        self.rail.went.connect(self.go)
        self.counts.told.connect(self.rail.places.set_counts)
        self.inbox.term_asked.connect(self._watch)
        self.inbox.narrow_asked.connect(self._narrow)
        self.situations.said.connect(self.say)
        self.inbox.paper_asked.connect(self._write_paper)
        self.inbox.said.connect(lambda words, undo: self.say(words, undo=undo))
        self.inbox.preview.chain_asked.connect(self._show_chain)
        self.inbox.doing.cut_asked.connect(self._show_cut)
        self.inbox.went.connect(self.rail.show_place)
        for one in (self.setup, self.diagnosing):
            one.said.connect(self.say)
        self.toast.undo_asked.connect(lambda: self.inbox.doing.do("undo"))
        self.status.cancel_asked.connect(self._on_cancel)
        self.status.keys_asked.connect(self.show_keys)
        bridge.progress.connect(self._on_progress)
        self.polling.began.connect(lambda: self.status.progress(text("polling"), 0, 0))
        self.polling.ended.connect(self._on_polled)
        self.polling.read.connect(self._on_read)
        self.polling.rested.connect(self.status.rest)
        self.polling.refused.connect(self._on_refused)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._follow_theme)
        self._shortcuts()

    def _shortcuts(self) -> None:
        """The keys as the settings have them now, in the place of those before."""
        for shortcut in self._bound:
            shortcut.setEnabled(False)
            shortcut.deleteLater()
        self.keys = window_keys.rows(self._core.settings().keys)
        does = self._does()
        goes: dict[str, Callable[[], object]] = {
            place.key: partial(self.go, place.key) for place in PLACES
        }
        self._bound = [
            QShortcut(
                QKeySequence(row.key), self, (does if row.group == WINDOW else goes)[row.action]
            )
            for row in self.keys
            if row.key and row.group in EVERYWHERE
        ]
        triage = window_keys.of(self.keys, TRIAGE)
        self.inbox.list.set_keys({row.key: row.action for row in triage})

    def _does(self) -> dict[str, Callable[[], object]]:
        return {
            "manual": self.show_manual,
            "poll_now": lambda: self.polling.now(),
            "import": self.read_files,
            "settings": self.change_settings,
            "look_up": self.look_up,
            "show_palette": self.show_palette,
            "show_keys": self.show_keys,
            "change_keys": self.change_keys,
            "show_log": self.show_log,
            "about": self.show_about,
            "quit": lambda: self.leave(),
            "lock": self.lock_asked.emit,
            "switch_user": self.switch_user,
        }

    # -- what happens

    def say(self, words: str, *, undo: bool = False) -> None:
        """A toast over the page."""
        anchor = self.inbox.list if self.pages.currentWidget() is self.inbox else self.pages
        self.toast.tell(words, anchor, undo=undo)

    def read_files(self) -> None:
        """Asks for files and reads them as if they had been fetched."""
        paths = QFileDialog.getOpenFileNames(self, text("files"))[0]
        if paths:
            self.polling.read_files(paths)

    def change_settings(self) -> None:
        """The settings dialog; what it answers is kept in a task."""
        profile = self._core.profile.folder
        kept = replace(
            self._core.settings(), autostart=autostart.is_on(profile), text_percent=text_size.read()
        )
        dialog = SettingsDialog(kept, self._theme, self)
        dialog.form.lock(self._core.policies.locked())
        dialog.form.input("autostart").setEnabled(autostart.served())

        def keep(new: Settings) -> None:
            if new.autostart != kept.autostart:
                autostart.switch(profile, on=new.autostart)
            if new.text_percent != kept.text_percent:
                text_size.write(new.text_percent)
            self._core.save_settings(new)

        if dialog.exec() == QDialog.DialogCode.Accepted and (new := dialog.answer()):
            self._tasks.run(
                self, lambda: keep(new), lambda _: self._on_settings(new), self._on_unsaved
            )

    def _on_unsaved(self, error: Exception) -> None:
        self.say(text("failed", error))

    def show_keys(self) -> None:
        """The key sheet; from there one can go on to other keys."""
        if KeySheet(window_keys.sheet(self.keys), self._theme, self).exec() == CHANGE:
            self.change_keys()

    def change_keys(self) -> None:
        """The dialog of keys; what it answers is kept in a task."""
        self.keys_dialog = KeysDialog(self.keys, self._theme, self)
        if self.keys_dialog.exec() == QDialog.DialogCode.Accepted:
            new = replace(self._core.settings(), keys=stored(self.keys_dialog.rows()))
            self._tasks.run(
                self, lambda: self._core.save_settings(new), lambda _: self._on_settings(new),
                self._on_unsaved,
            )  # fmt: skip

    def show_palette(self) -> None:
        """All that can be done; the keys of the inbox only where they work."""
        keys = {row.name: row.key for row in self.keys}
        commands = [
            Command(text(what), keys.get(f"{WINDOW}.{what}", ""), do)
            for what, do in self._does().items()
        ]
        commands += [
            Command(row.words, row.key, partial(self.go, row.action))
            for row in window_keys.of(self.keys, PLACE)
        ]
        commands += [
            Command(searches("go", one.name), "", partial(self._show_search, one))
            for one, _count in self.inbox.bar.saved.known
        ]
        if self.pages.currentWidget() is self.inbox:
            commands += [
                Command(row.words, row.key, partial(self.inbox.doing.do, row.action))
                for row in window_keys.of(self.keys, TRIAGE)
            ]
        palette = Palette(commands, self._theme, self)
        palette.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        palette.open()
        self.palette_dialog = palette

    def look_up(self) -> None:
        """What the desk knows of a good, a code, a country or a company."""
        from ui.lookup.dialog import LookupDialog

        dialog = LookupDialog(self._core, self._tasks, self._theme, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.filter_asked.connect(self._show_filter)
        dialog.open()
        self.lookup_dialog = dialog

    def _look_up_name(self, name: str) -> None:
        self.look_up()
        self.lookup_dialog.line.setText(name)

    def show_manual(self) -> None:
        """The manual, where it tells of the page on the screen."""
        self.helper.show(self.pages.current())

    def show_log(self) -> None:
        """The log, opened where it is sealed."""
        self.log_dialog = LogView(self._core.profile.log, self._tasks, self._theme, self)
        self.log_dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.log_dialog.open()

    def fault(self, kind: type[BaseException], trace: TracebackType | None) -> None:
        """Shows what failed; the same fault again is only a toast, and one dialog at a time."""
        told = report(kind, trace)
        if told in self._faults or not self.isVisible():
            self.say(text("fault"))
            return
        busy = bool(self._faults) and self._crash is not None and self._crash.isVisible()
        self._faults.add(told)
        if busy:
            self.say(text("fault"))
            return
        self._crash = CrashDialog(told, where(trace), self._theme, self)
        self._crash.quit_asked.connect(self.leave)
        self._crash.open()

    def show_about(self) -> None:
        """Version, licence, where the profile is."""
        about = About(self._core.profile.folder, self._theme, self)
        self._tasks.run(about, parts, about.fill)
        about.exec()

    def _on_settings(self, settings: Settings) -> None:
        self._show_settings(settings)
        self._shortcuts()
        self._follow_theme()
        self.polling.follow_settings()
        self.say(text("saved"))

    def _show_settings(self, settings: Settings) -> None:
        self._show_network()
        self.status.show_zone(settings.time_zone)

    def _show_network(self) -> None:
        """Also once a minute: hours begin and end by themselves."""
        opens = self.polling.opens
        said = moment(opens, "ddd HH:mm") if opens else ""
        self.status.show_network(online=self.polling.online, opens=said)

    def _on_started(self) -> None:
        self._show_settings(self._core.settings())
        self.polling.follow_settings()
        self.go("inbox")

    def _watch(self, said: str, language: str, goods: Sequence[str]) -> None:
        from ui.watchlist.watch import Watch

        if self.watch is None:
            self.watch = Watch(self._core, self._tasks, self, self._to_watchlist)
        self.watch.offer(said, language, goods)

    def _write_paper(self, kind: str, key: str, title: str, asked: Asked | None = None) -> None:
        """A paper about a case, an alert or a span of time."""
        from osawatch.papers.model import About
        from ui.papers.dialog import PaperDialog

        about = About(cast("Subject", kind), key, asked)
        dialog = PaperDialog(self._core, self._tasks, self._theme, about, title, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()
        self.paper_dialog = dialog

    def _watch_code(self, hs6: str) -> None:
        self._to_watchlist().watch_new("goods", {"codes": hs6})

    def _narrow(self, rule: str, item: StoryItem) -> None:
        self.go("rules")
        self.pages.rules.narrow(rule, item)

    def _to_watchlist(self) -> WatchlistPage:
        self.go("watchlist")
        return self.pages.watchlist

    def _show_card(self, card: str) -> None:
        self.rail.show_place("inbox")
        self.pages.setCurrentWidget(self.inbox)
        self.inbox.show_card(card)

    def _show_chain(self, good: str) -> None:
        self.go("chains")
        self.pages.chains.ask_from(good)

    def _show_cut(self, card: Card) -> None:
        self.go("chains")
        self.pages.chains.ask_about(card)

    def _show_search(self, search: SavedSearch) -> None:
        self.pages.setCurrentWidget(self.inbox)
        self.inbox.show_search(search)

    def _show_filter(self, wanted: Filter) -> None:
        self.rail.show_place("inbox")
        self.pages.setCurrentWidget(self.inbox)
        self.inbox.show_filter(wanted)

    def _on_progress(self, progress: PollProgress) -> None:
        key = "reading_of" if self.polling.reading else "polling_of"
        key = "older_of" if progress.older else key
        words = text(key, progress.done, progress.total, progress.source)
        self.status.progress(words, progress.done, progress.total)

    def _on_polled(self, report: PollReport) -> None:
        self.status.rest(polled(report, datetime.now(UTC), self._zone()))

    def _on_read(self, results: list[FileResult]) -> None:
        new, alerts = sum(one.new for one in results), sum(one.alerts for one in results)
        refused = sum(one.outcome == "refused" for one in results)
        key = "read_refused" if refused else "read"
        self.say(text(key, len(results), new, alerts, refused))

    def _on_cancel(self) -> None:
        self.polling.cancel()
        self.status.progress(text("stopping"), 0, 0)

    def _on_refused(self, why: str, more: str) -> None:
        self.status.rest()
        keys = {"busy": "busy", "held": "held", "offline": "no_network", "hours": "hours"}
        self.say(text(keys.get(why, "failed"), more))

    def _on_told(self, told: Told) -> None:
        words = bubble(told.levels, told.new) if told.count else ""
        if not self.tray.hear(told, words) and words:  # never rely on a bubble alone
            QApplication.alert(self)
            self.say(words.partition("\n")[0])

    def _show_notices(self) -> None:
        self.come_back()
        self.go("notices")

    def _zone(self) -> tzinfo:
        try:
            return ZoneInfo(self._core.settings().time_zone)
        except (ZoneInfoNotFoundError, ValueError):
            return UTC

    def closeEvent(self, event: QCloseEvent) -> None:
        """With a tray the program goes on watching; without one it ends."""
        if self.tray.icon is not None and not self._quit:
            event.ignore()
            self.hide()
            return
        event.accept()
        self.closed.emit()
