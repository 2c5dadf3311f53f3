"""The composition root of the window. Parts are made here, and given to each other."""

from __future__ import annotations

import argparse
import logging
import os
import sys
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QLocale, QSize, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from osawatch import log as log_file
from osawatch import paths, sealed
from osawatch.aside import Apart
from osawatch.errors import OsawatchError
from osawatch.sealed import Locked
from ui import faces, i18n, pace, pages, shoot, text_size
from ui.bridge import Bridge
from ui.frame import look
from ui.frame.words import text
from ui.main_window import MainWindow
from ui.single import Single
from ui.tasks import Tasks

Hook = Callable[[type[BaseException], BaseException, TracebackType | None], None]
LOCKED, AGAIN = 3, 75  # exit codes: the profile stayed locked; start anew, locked
FIRST_ROWS_MS = 3000  # of waiting for them
log = logging.getLogger(__name__)


def arguments(argv: Sequence[str] | None) -> argparse.Namespace:
    """The options of the window."""
    parser = argparse.ArgumentParser("osawatch", description="The window of OSAwatch.")
    parser.add_argument("--profile", type=Path, help="the data folder")
    parser.add_argument("--lang", choices=("en", "nl"))
    parser.add_argument("--theme", choices=("light", "dark", "contrast"))
    parser.add_argument("--offline", action="store_true", help="fetch nothing, whatever is set")
    parser.add_argument(
        "--passphrase-file", type=Path, metavar="FILE", help="opens an encrypted profile"
    )
    parser.add_argument("--hidden", action="store_true", help="in the tray, where there is one")
    parser.add_argument("--trace-startup", action="store_true")
    parser.add_argument("--screenshot", type=Path, metavar="DIR", help="draw all pages and end")
    parser.add_argument("--ask", action="store_true", help="ask who it is, whatever opens it else")
    parser.add_argument("--size", type=_size, default=shoot.SIZE, metavar="WxH", help="of pictures")
    parser.add_argument("--text-size", type=int, choices=text_size.SIZES, metavar="PERCENT")
    parser.set_defaults(seal="")  # the passphrase that a plain profile shall be encrypted with
    return parser.parse_args(argv)


def _size(said: str) -> QSize:
    width, _, height = said.partition("x")
    return QSize(int(width), int(height))


def run(argv: Sequence[str] | None, started: float) -> int:
    """Open the window; the exit code of the program. `started`: `time.monotonic()` of its start."""
    asked = arguments(argv)
    pace.share()
    text_size.apply(asked.text_size)
    app = QApplication(sys.argv[:1])
    faces.carry()
    folder = paths.profile_folder(asked.profile)
    single = Single(folder, app)
    if not asked.screenshot and not single.first():
        return 0  # the window that is open already has come to the front
    single.asked.connect(lambda: _come_forward(app))
    try:
        name = _let_in(app, folder, asked)
        if name is None:
            return LOCKED
        core = Apart(folder)
    except OsawatchError as error:
        sys.stderr.write(f"osawatch: {error}\n")
        if not asked.screenshot:
            _refused(app, folder, error, asked)
        single.close()
        return LOCKED if isinstance(error, Locked) else 2
    with core:
        core.act_as(name)
        code = _open(app, core, asked, started)
        who = core.settings().name
    if asked.seal and _sealed(folder, asked.seal, who):
        code = AGAIN
    single.close()
    if code == AGAIN:  # a new process: nothing of the key is left in the old one
        os.execv(sys.executable, [sys.executable, *_again(sys.orig_argv[1:], asked)])  # noqa: S606 # ourselves
    return code


def _again(words: Sequence[str], asked: argparse.Namespace) -> list[str]:
    """The same once more; what was locked is opened by a person, not by a keyring or a file."""
    return [*words, *(["--ask"] if not (asked.ask or asked.seal) else [])]


def _refused(
    app: QApplication, folder: Path, error: OsawatchError, asked: argparse.Namespace
) -> None:
    """In a window: whoever started it from a menu sees no terminal."""
    from ui import refusal

    theme = look.chosen(asked.theme or "system", QGuiApplication.styleHints().colorScheme())
    look.dress(app, theme)
    refusal.tell(app, folder, error, asked.lang, theme)


def _come_forward(app: QApplication) -> None:
    """The window, or the question before it; what is open above it stays above it."""
    for window in app.topLevelWidgets():
        if isinstance(window, MainWindow):
            window.come_back()
    front = app.activeModalWidget()
    if front is not None:
        front.raise_()
        front.activateWindow()


def _let_in(app: QApplication, folder: Path, asked: argparse.Namespace) -> str | None:
    """Who opens the profile, "" = whoever its settings name, None = nobody could."""
    if not sealed.encrypted(folder):
        return ""
    from osawatch.vault import door
    from ui.vault.door import DoorDialog

    spoken = QLocale.system().name()[:2]  # its settings are sealed as well
    i18n.speak(app, asked.lang or (spoken if spoken in ("en", "nl") else "en"))
    theme = look.chosen(asked.theme or "system", QGuiApplication.styleHints().colorScheme())
    look.dress(app, theme)
    if asked.passphrase_file and not asked.ask:
        return door.enter(folder, asked.passphrase_file.read_text("utf-8").split("\n")[0]).name
    slot = None if asked.ask else door.enter_by_keyring(folder)
    if slot is None:
        tasks = Tasks(app)
        question = DoorDialog(folder, tasks, theme)
        question.exec()
        tasks.close()
        slot = question.slot
    return None if slot is None else slot.name if slot.kind != "recovery" else ""


def _sealed(folder: Path, secret: str, who: str) -> bool:
    """Encrypts a profile that nobody has open now, and shows its recovery code once."""
    from osawatch.vault import door
    from ui.vault.sealing import CodeDialog

    try:
        _slot, code = door.create(folder, secret, who or "OSAwatch")
    except OsawatchError as error:
        sys.stderr.write(f"osawatch: {error}\n")
        return False
    CodeDialog(code).exec()
    return True


def _open(app: QApplication, core: Apart, asked: argparse.Namespace, started: float) -> int:
    log_file.start(core.profile.log)
    if asked.lang:
        core.speak(asked.lang)
    i18n.speak(app, core.settings().language)
    app.setApplicationName("osawatch")
    app.setDesktopFileName("osawatch")
    app.setQuitOnLastWindowClosed(False)
    scheme = QGuiApplication.styleHints().colorScheme()
    theme = look.chosen(asked.theme or core.settings().theme, scheme)
    look.dress(app, theme)
    tasks = Tasks(app)
    bridge = Bridge(core, app)
    window = MainWindow(core, tasks, bridge, theme, offline=asked.offline or bool(asked.screenshot))
    if asked.theme:
        window.keep_theme()
    window.closed.connect(app.quit)
    window.seal_asked.connect(lambda secret: setattr(asked, "seal", secret))
    if core.encrypted and not asked.screenshot:
        _lock_when_left(app, core, window)
    sys.excepthook = _hook(window, quiet=bool(asked.screenshot))
    _begin(window, asked, started)
    _once_shown(window, lambda: _fill_up(window, core, tasks))
    code = app.exec() or window.code
    window.polling.stop()
    bridge.close()
    tasks.close()
    return code


def _once_shown(window: MainWindow, then: Callable[[], None]) -> None:
    """When the first rows stand there, or soon: no processor is taken from what a person awaits."""
    timer = QTimer(window)
    timer.setSingleShot(True)
    timer.timeout.connect(then)
    timer.start(FIRST_ROWS_MS)

    def shown() -> None:
        window.inbox.loaded.disconnect(shown)
        if timer.isActive():
            timer.start(0)

    window.inbox.loaded.connect(shown)


def _fill_up(window: MainWindow, core: Apart, tasks: Tasks) -> None:
    """What is needed soon: new sources of the catalogue join, pack and automaton are loaded."""

    def read() -> None:
        core.warm()
        pages.load()

    tasks.run(window, core.init_profile, lambda _: None)
    tasks.run(window, read, lambda _: pace.settle())
    tasks.run(window, lambda: _languages(core), lambda found: _tell_of_boxes(window, found))


def _languages(core: Apart) -> set[str]:
    return {row.language for row in core.sources() if row.enabled}


def _tell_of_boxes(window: MainWindow, languages: set[str]) -> None:
    if words := faces.told(faces.lacking(languages)):
        log.warning("no font for a script: %s", words)
        window.say(words)


def _begin(window: MainWindow, asked: argparse.Namespace, started: float) -> None:
    window.begin()  # before it is shown: a list that has been asked for does not ask again
    if not (asked.hidden and window.tray.icon is not None):
        window.show()
    if asked.trace_startup:
        _trace(window, started)
    if asked.screenshot:
        _draw(window, asked)


def _lock_when_left(app: QApplication, core: Apart, window: MainWindow) -> None:
    """Locked by key, when nobody touched it for a while, and on waking from a sleep."""
    from ui.vault.idle import Idle

    def lock() -> None:
        log.info("locked")
        window.leave(AGAIN)

    Idle(app, core.settings().lock_minutes).left.connect(lock)
    window.lock_asked.connect(lock)


def _trace(window: MainWindow, started: float) -> None:
    def tell(what: str) -> None:
        sys.stderr.write(f"{what} {1000 * (time.monotonic() - started):.0f}\n")

    QTimer.singleShot(0, lambda: tell("first-paint"))

    def once() -> None:
        window.inbox.loaded.disconnect(once)
        tell("ready")

    window.inbox.loaded.connect(once)


def _draw(window: MainWindow, asked: argparse.Namespace) -> None:
    drawing = shoot.Shoot(window, _pages(window), asked.screenshot, window.wear, size=asked.size)
    drawing.finished.connect(shoot.leave)
    drawing.start()


def _pages(window: MainWindow) -> list[shoot.Stop]:
    return [
        shoot.stop("inbox", window.inbox, lambda: window.go("inbox")),
        shoot.stop("items", window.pages.items, lambda: window.go("items")),
        shoot.stop("trends", window.pages.trends, lambda: _show_trends(window, "days")),
        _chosen_days(window),
        shoot.stop("trends-map", window.pages.trends, lambda: _show_trends(window, "map")),
        shoot.stop("trends-pairs", window.pages.trends, lambda: _show_trends(window, "pairs")),
        shoot.stop("sources", window.pages.sources, lambda: window.go("sources")),
        shoot.stop("rules-yaml", window.pages.rules, lambda: _show_rule(window, "yaml")),
        shoot.stop("rules", window.pages.rules, lambda: _show_rule(window, "form")),
        shoot.stop("morning", window.pages.morning, lambda: window.go("morning")),
        shoot.stop("notices", window.pages.notices, lambda: window.go("notices")),
        shoot.stop("country", window.pages.country, lambda: _show_country(window, "CN")),
        shoot.stop("cases", window.pages.cases, lambda: window.go("cases")),
        shoot.stop("situation", window.pages.situation, lambda: window.go("situation")),
        *(
            shoot.stop(f"registers-{one}", window.pages.registers, partial(_register, window, one))
            for one in ("report", "influence", "licence")
        ),
        shoot.stop("records", window.pages.records, lambda: window.go("records")),
        shoot.stop("watchlist", window.pages.watchlist, lambda: window.go("watchlist")),
        shoot.stop("dependency", window.pages.dependency, lambda: window.go("dependency")),
        shoot.stop("chains", window.pages.chains, lambda: _ask_chain(window, "wind turbine")),
        shoot.stop("chains-cut", window.pages.chains, lambda: _ask_chain(window, "China gallium")),
        shoot.stop("deadlines", window.pages.deadlines, lambda: window.go("deadlines")),
        shoot.stop("briefing", window.pages.briefing, lambda: window.go("briefing")),
        shoot.stop("exchange", window.pages.exchange, lambda: window.go("exchange")),
        shoot.stop("start", window.pages.start, lambda: window.go("start")),
    ]


def _chosen_days(window: MainWindow) -> shoot.Stop:
    """The last month of the chart, chosen; the stop before has drawn the chart."""
    trends = window.pages.trends

    def go() -> None:
        if trends.chart:
            trends.chart.choose(60, 89)

    return shoot.Stop("trends-chosen", go, trends.listing.ready, (trends.listing.listed,))


def _show_trends(window: MainWindow, view: str) -> None:
    window.go("trends")
    window.pages.trends.show_view(view)


def _register(window: MainWindow, which: str) -> None:
    window.go("registers")
    window.pages.registers.turn_to(which)


def _show_country(window: MainWindow, code: str) -> None:
    window.go("country")
    window.pages.country.show_country(code)


def _show_rule(window: MainWindow, view: str) -> None:
    window.go("rules")
    window.pages.rules.writing.turn(view)


def _ask_chain(window: MainWindow, words: str) -> None:
    window.go("chains")
    window.pages.chains.ask(words)


def _hook(window: MainWindow, *, quiet: bool) -> Hook:
    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        log.critical("a fault", exc_info=(kind, error, trace))
        if quiet:  # nobody is there to press a button
            window.say(text("fault"))
        else:
            window.faults.show(kind, trace)

    return hook
