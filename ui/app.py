"""The composition root of the window. Parts are made here, and given to each other."""

from __future__ import annotations

import argparse
import logging
import os
import sys
import time
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QLocale, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QMessageBox

from osawatch import log as log_file
from osawatch import paths, sealed
from osawatch.aside import Apart
from osawatch.errors import OsawatchError, ProfileError, why
from osawatch.sealed import Locked
from ui import faces, i18n, options, pace, pages, shoot, text_size
from ui.bridge import Bridge
from ui.frame import look
from ui.frame.words import text
from ui.main_window import MainWindow
from ui.single import Single
from ui.tasks import Tasks
from ui.theme import Theme
from ui.window import standing
from ui.window.unsaved import Unsaved

Hook = Callable[[type[BaseException], BaseException, TracebackType | None], None]
LOCKED, AGAIN = 3, 75  # exit codes: the profile stayed locked; start anew, locked
FIRST_ROWS_MS = 3000  # of waiting for them
log = logging.getLogger(__name__)


def run(argv: Sequence[str] | None, started: float) -> int:
    """Open the window; the exit code of the program. `started`: `time.monotonic()` of its start."""
    asked = options.read(argv)
    pace.share()
    text_size.apply(asked.text_size)
    app = QApplication(sys.argv[:1])
    faces.carry()
    folder = paths.profile_folder(asked.profile)
    single = Single(folder, app)
    if not asked.screenshot and not single.first(asked.file):
        return 0  # the window that is open already has come to the front
    single.asked.connect(lambda file: _come_forward(app, asked, file))
    try:
        name = _let_in(app, folder, asked)
        if name is None:
            return LOCKED
        core = Apart(folder, offline=asked.offline or bool(asked.screenshot))
    except OsawatchError as error:
        sys.stderr.write(f"osawatch: {error}\n")
        if not asked.screenshot:
            _refused(app, folder, error, asked)
        single.close()
        return LOCKED if isinstance(error, Locked) else 2
    with core:
        core.act_as(name)
        code = _open(app, core, asked, name, started)
        who = core.settings().name
    if _reformed(app, folder, asked, who):
        code = AGAIN
    single.close()
    if code == AGAIN:  # a new process: nothing of the key is left in the old one
        os.execv(sys.executable, [sys.executable, *_again(sys.orig_argv[1:], asked)])  # noqa: S606 # ourselves
    return code


def _reformed(app: QApplication, folder: Path, asked: argparse.Namespace, who: str) -> bool:
    """What only a profile that nobody has open takes; whether the program shall open it anew."""
    if asked.unsample:
        _put_aside(folder)
        return True
    sealed_now = bool(asked.seal) and _sealed(app, folder, asked, who)
    return sealed_now or (bool(asked.plain) and _plain(app, folder, asked))


def _again(words: Sequence[str], asked: argparse.Namespace) -> list[str]:
    """The same once more; what was locked is opened by a person, not by a keyring or a file.

    Where the first one's passphrase lies is not for the next one to read among the arguments.
    """
    words = [word for word in words if not (asked.given and word == asked.given)]  # has been shown
    if asked.seal or asked.plain or asked.unsample:
        return words
    kept, left = [], iter(words)
    for word in left:
        option, gives, _ = word.partition("=")
        if len(option) < len("--pa") or not "--passphrase-file".startswith(option):
            kept.append(word)
        elif not gives:
            next(left, None)
    return kept if asked.ask else [*kept, "--ask"]


def _refused(
    app: QApplication, folder: Path, error: OsawatchError, asked: argparse.Namespace
) -> None:
    """In a window: whoever started it from a menu sees no terminal."""
    from ui import refusal

    theme = _worn(asked)
    look.dress(app, theme)
    refusal.tell(app, folder, error, asked.lang, theme)


def _come_forward(app: QApplication, asked: argparse.Namespace, file: str) -> None:
    """The window, or the question before it; what is open above it stays above it."""
    asked.file = file or asked.file  # for a window that is not there yet
    for window in app.topLevelWidgets():
        if isinstance(window, MainWindow):
            window.come_back()
            _look_into(window, asked)
    front = app.activeModalWidget()
    if front is not None:
        front.raise_()
        front.activateWindow()


def _look_into(window: MainWindow, asked: argparse.Namespace) -> None:
    """Shows the bundle that a start was given, once."""
    file, asked.file = asked.file, ""
    if file:
        window.look_into(Path(file))


def _let_in(app: QApplication, folder: Path, asked: argparse.Namespace) -> str | None:
    """Who opens the profile, "" = whoever its settings name, None = nobody could."""
    if not sealed.encrypted(folder):
        return ""
    from osawatch.vault import door
    from ui.vault.door import DoorDialog

    spoken = QLocale.system().name()[:2]  # its settings are sealed as well
    i18n.speak(app, asked.lang or (spoken if spoken in ("en", "nl") else "en"))
    theme = _worn(asked)
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


def _sealed(app: QApplication, folder: Path, asked: argparse.Namespace, who: str) -> bool:
    """Encrypts a profile that nobody has open now, and shows its recovery code once."""
    from osawatch.vault import door
    from ui.vault.sealing import CodeDialog
    from ui.vault.shut import Shut
    from ui.vault.words import text as words

    call = partial(door.create, folder, asked.seal, who or "OSAwatch")
    try:
        _slot, code = Shut(words("encrypting"), call, _worn(asked)).result_of(app)
    except (OsawatchError, OSError) as error:
        _not_done(app, folder, error, asked)
        return False
    CodeDialog(code).exec()
    return True


def _plain(app: QApplication, folder: Path, asked: argparse.Namespace) -> bool:
    """Makes a profile plain that nobody has open now; a person has typed a passphrase for it."""
    from osawatch.vault import door
    from ui.vault.shut import Shut
    from ui.vault.words import text as words

    call = partial(door.decrypt, folder, asked.plain)
    try:
        Shut(words("decrypting"), call, _worn(asked)).result_of(app)
    except (OsawatchError, OSError) as error:
        _not_done(app, folder, error, asked)
        return False
    return True


def _worn(asked: argparse.Namespace) -> Theme:
    """The colours where no window says which."""
    return look.chosen(asked.theme or "system", QGuiApplication.styleHints().colorScheme())


def _not_done(
    app: QApplication, folder: Path, error: OsawatchError | OSError, asked: argparse.Namespace
) -> None:
    """The window is closed: what failed is said in one of its own, and the profile is as it was."""
    told = ProfileError(folder, why(error)) if isinstance(error, OSError) else error
    sys.stderr.write(f"osawatch: {told}\n")
    _refused(app, folder, told, asked)


def _put_aside(folder: Path) -> None:
    """The sample desk of a profile that nobody has open now. What keeps it there is told."""
    from osawatch.sample.removing import aside

    try:
        aside(paths.Profile(folder), datetime.now(UTC))
    except (OsawatchError, OSError) as error:
        QMessageBox.warning(None, "OSAwatch", i18n.wrong(error))


def _open(
    app: QApplication, core: Apart, asked: argparse.Namespace, who: str, started: float
) -> int:
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
    window.unsample_asked.connect(lambda: setattr(asked, "unsample", True))
    window.seal_asked.connect(lambda secret: setattr(asked, "seal", secret))
    window.plain_asked.connect(lambda secret: setattr(asked, "plain", secret))
    if core.encrypted and not asked.screenshot:
        _lock_when_left(app, core, window, window.unsaved(who))
    sys.excepthook = _hook(window, quiet=bool(asked.screenshot))
    _begin(window, core.profile.window, asked, started)
    if asked.screenshot:
        _draw(window, core, tasks, asked)
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
    return {row.language for row in core.sources.rows() if row.enabled}


def _tell_of_boxes(window: MainWindow, languages: set[str]) -> None:
    lacks = faces.lacking(languages)
    if lacks:
        log.warning("no font writes %s", ", ".join(one.name for one in lacks))
        window.say(faces.briefly(lacks))


def _begin(window: MainWindow, stood: Path, asked: argparse.Namespace, started: float) -> None:
    if not asked.screenshot:
        standing.restore(window, stood)
        window.closed.connect(lambda: standing.keep(window, stood))
    window.begin()  # before it is shown: a list that has been asked for does not ask again
    if not (asked.hidden and window.tray.icon is not None):
        window.show()
    if asked.trace_startup:
        _trace(window, started)
    if not asked.screenshot:
        _look_into(window, asked)


def _lock_when_left(app: QApplication, core: Apart, window: MainWindow, unsaved: Unsaved) -> None:
    """Locked by key, when nobody touched it for a while, and on waking from a sleep.

    It asks nothing, since nobody may be there: what was typed waits for who typed it.
    """
    from ui.vault.idle import Idle

    def lock() -> None:
        log.info("locked")
        unsaved.keep()
        window.leave(AGAIN)

    Idle(app, core.settings().lock_minutes).left.connect(lock)
    window.lock_asked.connect(lock)
    unsaved.give_back()


def _trace(window: MainWindow, started: float) -> None:
    def tell(what: str) -> None:
        sys.stderr.write(f"{what} {1000 * (time.monotonic() - started):.0f}\n")

    QTimer.singleShot(0, lambda: tell("first-paint"))

    def once() -> None:
        window.inbox.loaded.disconnect(once)
        tell("ready")

    window.inbox.loaded.connect(once)


def _draw(window: MainWindow, core: Apart, tasks: Tasks, asked: argparse.Namespace) -> None:
    from ui import shots, shots_above  # all pages and dialogs: only who draws them reads them

    themes = (look.THEMES[asked.theme],) if asked.theme else shoot.THEMES
    of = shots_above.Set(window, core.profile.folder, lambda: not tasks.pending())
    stops = shots.every(of, themes, asked.only)
    drawing = shoot.Shoot(
        window, stops, asked.screenshot, window.wear, size=asked.size, themes=themes
    )
    drawing.finished.connect(shoot.leave)
    drawing.start()


def _hook(window: MainWindow, *, quiet: bool) -> Hook:
    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        log.critical("a fault", exc_info=(kind, error, trace))
        if quiet:  # nobody is there to press a button
            window.say(text("fault"))
        else:
            window.faults.show(kind, trace)

    return hook
