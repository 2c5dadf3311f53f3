"""The composition root of the window. Parts are made here, and given to each other."""

from __future__ import annotations

import argparse
import logging
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from osawatch import log as log_file
from osawatch import paths
from osawatch.aside import Apart
from osawatch.errors import OsawatchError
from ui import i18n, pace, shoot
from ui.bridge import Bridge
from ui.frame import look
from ui.frame.words import text
from ui.main_window import MainWindow
from ui.tasks import Tasks

Hook = Callable[[type[BaseException], BaseException, TracebackType | None], None]
log = logging.getLogger(__name__)


def arguments(argv: Sequence[str] | None) -> argparse.Namespace:
    """The options of the window."""
    parser = argparse.ArgumentParser("osawatch", description="The window of OSAwatch.")
    parser.add_argument("--profile", type=Path, help="the data folder")
    parser.add_argument("--lang", choices=("en", "nl"))
    parser.add_argument("--theme", choices=("light", "dark"))
    parser.add_argument("--offline", action="store_true", help="fetch nothing, whatever is set")
    parser.add_argument("--trace-startup", action="store_true")
    parser.add_argument("--screenshot", type=Path, metavar="DIR", help="draw all pages and end")
    return parser.parse_args(argv)


def run(argv: Sequence[str] | None, started: float) -> int:
    """Open the window; the exit code of the program. `started`: `time.monotonic()` of its start."""
    asked = arguments(argv)
    pace.share()
    try:
        core = Apart(paths.profile_folder(asked.profile))
    except OsawatchError as error:
        sys.stderr.write(f"osawatch: {error}\n")
        return 2
    with core:
        return _open(core, asked, started)


def _open(core: Apart, asked: argparse.Namespace, started: float) -> int:
    log_file.start(core.profile.log)
    app = QApplication(sys.argv[:1])
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
    sys.excepthook = _hook(window)
    tasks.run(app, core.init_profile, lambda _: None)  # new sources of the catalogue join
    window.show()
    window.begin()
    if asked.trace_startup:
        _trace(window, started)
    if asked.screenshot:
        _draw(window, asked.screenshot)
    tasks.run(app, core.warm, lambda _: pace.settle())
    code = app.exec()
    window.polling.stop()
    bridge.close()
    tasks.close()
    return code


def _trace(window: MainWindow, started: float) -> None:
    def tell(what: str) -> None:
        sys.stderr.write(f"{what} {1000 * (time.monotonic() - started):.0f}\n")

    QTimer.singleShot(0, lambda: tell("first-paint"))

    def once() -> None:
        window.inbox.loaded.disconnect(once)
        tell("ready")

    window.inbox.loaded.connect(once)


def _draw(window: MainWindow, folder: Path) -> None:
    stops = [
        shoot.stop("inbox", window.inbox, lambda: window.go("inbox")),
        shoot.stop("items", window.pages.items, lambda: window.go("items")),
        shoot.stop("trends", window.pages.trends, lambda: window.go("trends")),
        shoot.stop("sources", window.pages.sources, lambda: window.go("sources")),
        shoot.stop("rules", window.pages.rules, lambda: window.go("rules")),
        shoot.stop("start", window.pages.start, lambda: window.go("start")),
    ]
    drawing = shoot.Shoot(window, stops, folder, window.wear)
    drawing.finished.connect(shoot.leave)
    drawing.start()


def _hook(window: MainWindow) -> Hook:
    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        log.critical("a fault", exc_info=(kind, error, trace))
        window.say(text("fault"))

    return hook
