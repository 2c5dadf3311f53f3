"""The window: rail, pages, status bar; what pages ask of each other goes through here.

rail -> Roads.go -> page              keys, palette -> Commands -> Roads, Dialogs
page.said -> toast                    page.poll_asked -> polling -> Telling -> status bar
core's Changes -> bridge -> counts -> rail
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QSize, Signal, SignalInstance
from PySide6.QtGui import QCloseEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QFileDialog, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from osawatch.agenda.reminders import Reminders
from osawatch.core import Core
from osawatch.interruption import Told
from osawatch.model import Settings
from ui import icons
from ui.bridge import Bridge
from ui.frame import look
from ui.frame.counts import Counts
from ui.frame.diagnosing import Diagnosing
from ui.frame.manual import Helper
from ui.frame.polling import Polling
from ui.frame.rail import Rail
from ui.frame.status_bar import StatusBar
from ui.frame.toast import Toast
from ui.frame.words import text
from ui.inbox.page import InboxPage
from ui.notices.watch import Watch as NoticeWatch
from ui.notices.words import bubble, of_dates
from ui.pages import Pages, Parts
from ui.setup.doing import SetupDoing
from ui.setup.words import text as setup
from ui.situation.watch import Watch as SituationWatch
from ui.sources import health
from ui.tasks import Tasks
from ui.theme import Theme
from ui.tray import Tray
from ui.vault.words import text as door
from ui.window.along import Along
from ui.window.caring import Caring
from ui.window.commands import Commands
from ui.window.dialogs import Dialogs
from ui.window.doors import Doors
from ui.window.faults import Faults
from ui.window.menu import fill
from ui.window.roads import Roads
from ui.window.sample import SampleGoing, among
from ui.window.telling import Telling
from ui.window.unsaved import Around, Unsaved

SIZE, LEAST = QSize(1440, 900), QSize(960, 540)  # LEAST: a full HD screen at 200 %


class MainWindow(QWidget):
    """All pages in one frame. `closed` when the program shall end."""

    closed = Signal()
    lock_asked = Signal()
    seal_asked = Signal(str)
    plain_asked = Signal(str)
    unsample_asked = Signal()

    def __init__(
        self, core: Core, tasks: Tasks, bridge: Bridge, theme: Theme, *, offline: bool = False
    ) -> None:
        super().__init__()
        self._core, self._tasks, self._theme, self._bridge = core, tasks, theme, bridge
        self._fixed_theme = False
        self._quit, self.code = False, 0
        self._let_go = False  # whether a person said that what pages hold unsaved may go
        self.polling = Polling(core, tasks, bridge, offline=offline)
        self.pages = Pages(self._parts, self._joined)
        self.inbox = InboxPage(core, tasks, bridge, theme)
        self.pages.addWidget(self.inbox)
        self.helper = Helper(core, tasks, self, self.say)
        self.setup, self.diagnosing, self.situations = (
            SetupDoing(core, tasks, self), Diagnosing(core, tasks, self),
            SituationWatch(core, tasks, self),
        )  # fmt: skip
        self.sample = SampleGoing(core, tasks, self)
        self._put_together(theme)
        self._lay_out()
        self._connect()
        self._watch_beside(bridge)

    def _put_together(self, theme: Theme) -> None:
        """The parts of `ui.window`, each told of those it needs."""
        core, tasks, worn = self._core, self._tasks, lambda: self._theme
        self.faults = Faults(self, worn, self.say, self.leave)
        self.status = StatusBar(theme)
        menu = QMenu(self)
        self.rail = Rail(theme, menu)
        self.roads = Roads(core, tasks, self, self.pages, self.inbox, self.rail)
        self.dialogs = Dialogs(core, tasks, self, worn, lambda: self.commands.rows, self.roads)
        self.doors = Doors(core, tasks, self, worn, self._agreed)
        self.caring = Caring(core, tasks, self, worn)
        self.along = Along(core, tasks, self, self.pages, self.say)
        self.commands = Commands(core, self, worn, self.inbox, self.roads, self._does())
        self.telling = Telling(core, self._bridge, self.polling, self.status, self.say)
        self.toast = Toast(theme, self)
        self._fill_menu(menu)

    def _watch_beside(self, bridge: Bridge) -> None:
        """Tray and notices: what goes on while nobody looks at the window."""
        self.tray = Tray(self)
        reminders, here = Reminders(self._core), self.isActiveWindow
        self.notices = NoticeWatch(self._core, self._tasks, bridge, reminders, here, self)
        self.notices.told.connect(self._on_told)
        self.counts.told.connect(lambda found: self.tray.show_trouble(found.get("needs", 0)))
        self.telling.network.connect(lambda online: self.tray.show_network(online=online))
        self.tray.opened.connect(self.come_back)
        self.tray.notices_asked.connect(self._show_notices)
        self.tray.poll_asked.connect(self.polling.now)
        self.tray.quit_asked.connect(self.quit)

    def _parts(self) -> Parts:
        return self._core, self._tasks, self._bridge, self._theme

    def _asks(self) -> dict[str, Callable[..., object]]:
        """What a page may ask, by the name of its signal."""
        return {
            **self.roads.asks(),
            "said": self.say,
            "address_asked": self.inbox.doing.open_address,
            "poll_asked": self.polling.now,
            "files_asked": self.polling.read_files,
            "finished": self._on_started,
            "seal_asked": self.ask_to_seal,
            "lookup_asked": self.dialogs.look_up_name,
            "paper_asked": self.dialogs.write_paper,
        }

    def _joined(self, page: QWidget) -> None:
        for name, slot in self._asks().items():
            if isinstance(signal := getattr(page, name, None), SignalInstance):
                signal.connect(slot)

    # -- coming and going

    def begin(self) -> None:
        """The first page of a new profile, else the inbox; then what goes on by itself."""
        self.counts.read()
        self.notices.begin()
        self.situations.begin()
        self.telling.begin()
        if self._core.settings().ready:
            self.go("inbox")
        else:
            self.roads.start()
        self.polling.follow_settings()

    def go(self, place: str) -> None:
        """A place of the rail."""
        self.roads.go(place)

    def come_back(self) -> None:
        """From the tray or from another window."""
        self.show()
        self.raise_()
        self.activateWindow()

    def quit(self) -> None:
        """Ends the program, once the person agrees to leave what is not saved."""
        if self._agreed():
            self.leave()

    def leave(self, code: int = 0) -> None:
        """Ends the program, with this exit code, and asks nobody."""
        self._quit, self.code = True, code
        self.close()

    def switch_user(self) -> None:
        """Another user at this desk: locked, once the first one agrees to leave what is not saved.

        The program starts anew at the door, so nothing of the first user's view is left.
        """
        if self._core.encrypted and self._agreed():
            self._let_go = True
            self.lock_asked.emit()

    def _agreed(self) -> bool:
        """Whether nothing on a page is unsaved, or the person lets it go."""
        leaving = (getattr(page, "may_leave", None) for page in self.pages.made())
        return all(agrees() for agrees in leaving if agrees is not None)

    def unsaved(self, who: str) -> Unsaved:
        """What this person types and does not save, for when the window locks."""
        worn, let_go = lambda: self._theme, lambda: self._let_go
        around = Around(self.pages, self.inbox, worn, self.say, let_go)
        return Unsaved(self, self._tasks, self._core.profile.folder, who, around)

    def ask_to_seal(self) -> None:
        """Nothing is encrypted while it is in use: the program closes, encrypts, and opens anew."""
        self.doors.ask_to_seal()

    def _reform(self, asked: SignalInstance, secret: str) -> None:
        asked.emit(secret)
        self.leave()

    def _unsample(self) -> None:
        """No database is taken from under a window: the program closes, and opens anew."""
        if self._agreed():
            self.unsample_asked.emit()
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

    def _fill_menu(self, menu: QMenu) -> None:
        take = lambda: self.setup.ask_import(self._theme)  # noqa: E731
        shut = (
            (door("lock"), self.lock_asked.emit), (door("switch"), self.switch_user),
            (door("users"), self.doors.show_users),
        )  # fmt: skip
        doors = shut if self._core.encrypted else ((door("encrypt"), self.ask_to_seal),)
        files = ((setup("export"), self.setup.ask_export), (setup("import"), take))
        fill(menu, {**self._does(), "diagnose": self.diagnosing.ask}, (files, doors))
        menu.addSeparator()
        menu.addAction(self.sample.action)
        self.commands.also = lambda: (self.sample.action,)

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

    def _connect(self) -> None:
        core, inbox = self._core, self.inbox
        self.counts = Counts(
            core, self._tasks, self._bridge, lambda row: health.state(row).needs_attention, among
        )
        self.counts.told.connect(lambda found: self.sample.show(there=bool(found.get("sample"))))
        self.sample.agreed.connect(self._unsample)
        self.rail.went.connect(self.go)
        self.counts.told.connect(self.rail.places.set_counts)
        inbox.term_asked.connect(self.roads.watch_term)
        inbox.narrow_asked.connect(self.roads.narrow)
        inbox.paper_asked.connect(self.dialogs.write_paper)
        inbox.said.connect(lambda words, undo: self.say(words, undo=undo))
        inbox.preview.chain_asked.connect(self.roads.show_chain)
        inbox.doing.cut_asked.connect(self.roads.show_cut)
        inbox.went.connect(self.rail.show_place)
        self.closed.connect(self.caring.halt)
        self.doors.seal_asked.connect(lambda secret: self._reform(self.seal_asked, secret))
        self.doors.plain_asked.connect(lambda secret: self._reform(self.plain_asked, secret))
        for one in (
            self.setup,
            self.diagnosing,
            self.situations,
            self.doors,
            self.caring,
            self.sample,
        ):
            one.said.connect(self.say)
        self.toast.undo_asked.connect(lambda: inbox.doing.do("undo"))
        self.status.keys_asked.connect(self.dialogs.show_keys)
        self.dialogs.kept.connect(self._on_settings)
        self.dialogs.failed.connect(lambda error: self.say(text("failed", error)))
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._follow_theme)

    def _does(self) -> dict[str, Callable[[], object]]:
        return {
            "manual": self.show_manual,
            "poll_now": lambda: self.polling.now(),
            "import": self.read_files,
            "copy_page": self.along.copy,
            "print_page": self.along.print,
            "settings": self.dialogs.change_settings,
            "look_up": self.dialogs.look_up,
            "show_palette": lambda: self.commands.show_palette(),
            "show_keys": self.dialogs.show_keys,
            "change_keys": self.dialogs.change_keys,
            "show_log": self.dialogs.show_log,
            "about": self.dialogs.show_about,
            "quit": self.quit,
            "lock": self.lock_asked.emit,
            "switch_user": self.switch_user,
            "users": self.doors.show_users,
            "back_up": self.caring.ask_backup,
            "check": self.caring.check,
        }

    # -- what happens

    def say(self, words: str, *, undo: bool = False) -> None:
        """A toast over the page."""
        anchor = self.inbox.list if self.roads.at_inbox() else self.pages
        self.toast.tell(words, anchor, undo=undo)

    def read_files(self) -> None:
        """Asks for files and reads them as if they had been fetched."""
        paths = QFileDialog.getOpenFileNames(self, text("files"))[0]
        if paths:
            self.polling.read_files(paths)

    def look_into(self, file: Path) -> None:
        """A bundle, on the page where bundles are taken; the person decides there."""
        self.go("exchange")
        self.pages.exchange.open_file(file)

    def show_manual(self) -> None:
        """The manual, where it tells of the page on the screen."""
        self.helper.show(self.pages.current())

    def _on_settings(self, settings: Settings) -> None:
        self.telling.show_settings(settings)
        self.commands.bind()
        self._follow_theme()
        self.polling.follow_settings()
        self.say(text("saved"))

    def _on_started(self) -> None:
        self.telling.show_settings(self._core.settings())
        self.polling.follow_settings()
        self.go("inbox")

    def _on_told(self, told: Told) -> None:
        self.counts.put("deadlines", told.near)
        if self.isActiveWindow() and told.dates:  # what is looked at needs no word of the system
            self.say(of_dates(told.dates))
            told = replace(told, dates={})
        words = bubble(told)
        if not self.tray.hear(told, words) and words:  # never rely on a bubble alone
            QApplication.alert(self)
            self.say(words.partition("\n")[0])

    def _show_notices(self) -> None:
        self.come_back()
        self.go("notices")

    def closeEvent(self, event: QCloseEvent) -> None:
        """With a tray the program goes on watching; without one it ends, if nothing is lost."""
        watches = self.tray.icon is not None
        if not self._quit and (watches or not self._agreed()):
            event.ignore()
            if watches:
                self.hide()
            return
        event.accept()
        self.closed.emit()
