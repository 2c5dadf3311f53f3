"""Draws pages and dialogs of a profile into PNG files and ends.

    a page -> shown -> loaded? (its own signal, no sleep) -> each theme -> drawn -> saved -> next
    what opens above a page -> opened -> there? -> drawn -> saved -> closed -> next
What does not load within its time is drawn as it is, and named in the result.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject, QSize, QTimer, Signal, SignalInstance
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from ui.inbox.choices import Choices
from ui.theme import DARK, LIGHT, Theme

SIZE = QSize(1440, 900)
THEMES = (LIGHT, DARK)
PATIENCE_MS = 60_000
LOOK_MS = 50  # from one look at what opens above the window to the next
SETTLE = 3  # turns of the event loop between a change and its last repaint


@dataclass(frozen=True, slots=True)
class Stop:
    """A page to draw: its name in the file, how to go there, whether it is all there.

    `go` shows the page. `ready` says whether all it asked for has come;
    `told` is the signal after which to look again. `themes`: other ones than all, () = not drawn.
    `above`: what `go` opens above the window is drawn, and closed; `go` may wait until it is.
    """

    name: str
    go: Callable[[], object]
    ready: Callable[[], bool]
    told: tuple[SignalInstance, ...] = ()
    themes: tuple[Theme, ...] | None = None
    above: bool = False


class Loading(Protocol):
    """A page that says when all it asked for has come."""

    loaded: SignalInstance

    def ready(self) -> bool:
        """Whether it is all there."""


def stop(name: str, page: Loading, go: Callable[[], object]) -> Stop:
    """A stop at a page that has `ready` and `loaded`."""
    return Stop(name, go, page.ready, (page.loaded,))


@dataclass(frozen=True, slots=True)
class Drawn:
    """What came of it: the files, and the pages that did not load in time."""

    files: tuple[Path, ...] = ()
    late: tuple[str, ...] = ()


class Shoot(QObject):
    """Walks over the stops. `finished` carries a Drawn."""

    finished = Signal(object)

    def __init__(
        self,
        window: QWidget,
        stops: Sequence[Stop],
        folder: Path,
        wear: Callable[[Theme], None],
        *,
        size: QSize = SIZE,
        themes: tuple[Theme, ...] = THEMES,
        patience_ms: int = PATIENCE_MS,
    ) -> None:
        super().__init__(window)
        self._size, self._themes = size, themes
        self._window, self._folder, self._wear = window, folder, wear
        self._left = list(stops)
        self._files: list[Path] = []
        self._late: list[str] = []
        self._at: Stop | None = None
        self._guard = QTimer(self)
        self._guard.setSingleShot(True)
        self._guard.setInterval(patience_ms)
        self._guard.timeout.connect(self._on_late)

    def start(self) -> None:
        """Begins; the folder is made."""
        self._folder.mkdir(parents=True, exist_ok=True)
        self._window.resize(self._size)
        self._next()

    def _next(self) -> None:
        if not self._left:
            self.finished.emit(Drawn(tuple(self._files), tuple(self._late)))
            return
        self._at = self._left.pop(0)
        for signal in self._at.told:
            signal.connect(self._look)
        self._guard.start()
        if self._at.above:
            QTimer.singleShot(LOOK_MS, self, self._look_above)
        else:
            self._turn(self._look)
        self._at.go()

    def _look(self, *_args: object) -> None:
        if self._at and self._guard.isActive() and self._at.ready():
            self._guard.stop()
            self._turn(self._draw)

    def _look_above(self) -> None:
        """A dialog has no signal for having all; it is there when no task is under way."""
        if self._at is None or not self._guard.isActive():
            return
        if above() is not None and self._at.ready():
            self._guard.stop()
            self._turn(self._draw)
        else:
            QTimer.singleShot(LOOK_MS, self, self._look_above)

    def _on_late(self) -> None:
        if self._at:
            self._late.append(self._at.name)
            self._draw()

    def _draw(self) -> None:
        self._leave_signals()
        one = self._at
        self._paint(list(self._themes if one is None or one.themes is None else one.themes))

    def _leave_signals(self) -> None:
        for signal in self._at.told if self._at else ():
            signal.disconnect(self._look)

    def _paint(self, themes: list[Theme]) -> None:
        if not themes or self._at is None:
            self._leave_above()
            self._turn(self._next)
            return
        theme, name = themes[0], self._at.name
        if not self._at.above:
            self._wear(theme)

        def save() -> None:
            path = self._folder / f"{name}-{theme.name}.png"
            shown = above() if self._at and self._at.above else self._window
            if shown is not None and shown.grab().save(str(path)):
                self._files.append(path)
            else:
                self._late.append(f"{name}-{theme.name}")
            self._paint(themes[1:])

        self._turn(save)

    def _leave_above(self) -> None:
        """Closed as Escape does it: nothing is kept."""
        while self._at and self._at.above and (shown := above()) is not None:
            if isinstance(shown, Choices):
                shown.leave()
            else:
                shown.done(0) if isinstance(shown, QDialog) else shown.close()
            if shown.isVisible():
                break

    def _turn(self, then: Callable[[], None], turns: int = SETTLE) -> None:
        step = then if turns <= 1 else lambda: self._turn(then, turns - 1)
        QTimer.singleShot(0, self, step)


def above() -> QWidget | None:
    """The menu, the dialog or the choices within the window that have the keys now."""
    return QApplication.activePopupWidget() or QApplication.activeModalWidget() or _choices()


def _choices() -> Choices | None:
    """Looked for, and not asked for as what has the keys.

    After a dialog no window of Qt's offscreen platform is active: nothing has the keys there.
    """
    windows = QApplication.topLevelWidgets()
    offered = (one for window in windows for one in window.findChildren(Choices))
    return next((one for one in offered if one.isVisible() and one.count()), None)


def leave(drawn: Drawn) -> None:
    """Says what was written and ends the program: 0, or 1 when a page was late."""
    for path in drawn.files:
        sys.stdout.write(f"{path}\n")
    for name in drawn.late:
        sys.stderr.write(f"osawatch: {name}: did not load in time\n")
    QApplication.exit(1 if drawn.late else 0)
