"""People at the real program, one after the other: `python -m tests.ui.sitting OPTIONS`.

OPTIONS are those of the window; `--ask`, which the program gives itself when it starts anew, says
that the second one sits here. They type, press and answer what is asked; files in the folder that
SITTING names hold what they type, and let whoever watches look before they go on. Where it holds
`words`, somebody sits here who has seen pages, has typed these words, and never leaves.
"""

from __future__ import annotations

import os
import sys
import threading
import time
from collections.abc import Callable, Generator
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QWidget

ROOM = Path(os.environ["SITTING"])
BEAT_MS = 50
SEEN = ("morning", "items", "cases", "registers", "records", "watchlist")  # what words stand on
Steps = Generator[None, None, None]
_held: list[QTimer] = []


def first() -> Steps:
    """Opens, writes a rule, means to leave, is asked, saves, leaves."""
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QMessageBox

    yield from _enters("first")
    window = yield from _until(lambda: _shown("MainWindow"))
    window.go("rules")
    page = window.pages.rules
    yield from _until(lambda: page.ready() and page.side._tried is not None)
    page.writing.turn("yaml")
    page.editor.setPlainText((ROOM / "rule.yaml").read_text())
    page.editor.document().setModified(True)
    yield from _until(lambda: page.ready() and page.save.isEnabled())
    yield from _looked_at("open")
    QTimer.singleShot(0, window.switch_user)
    question = yield from _until(lambda: _shown("QMessageBox"))
    question.button(QMessageBox.StandardButton.Cancel).click()
    yield from _until(lambda: not _shown("QMessageBox"))
    assert page.editor.document().isModified()
    (ROOM / "kept").write_text(page.editor.toPlainText())
    page.save.click()
    yield from _until(lambda: page.ready() and not page.editor.document().isModified())
    QTimer.singleShot(0, window.switch_user)


def second() -> Steps:
    """Stands before the door, opens, finds the rule of the first."""
    from osawatch import sealed
    from osawatch.core import Core
    from ui import options

    yield from _until(lambda: _shown("DoorDialog"))
    folder = options.read(sys.argv[1:]).profile
    try:
        Core(folder)
    except sealed.Locked:
        (ROOM / "locked").touch()
    assert not sealed.in_use()
    yield from _looked_at("door")
    yield from _enters("second")
    window = yield from _until(lambda: _shown("MainWindow"))
    (ROOM / "who").write_text(window._core._person().name)
    (ROOM / "rules").write_text(" ".join(one.id for one in window._core.rules()))
    window.leave()


def third() -> Steps:
    """Opens, looks at the pages where words of people stand, types and saves nothing, waits."""
    from PySide6.QtTest import QTest

    from osawatch.model import Action

    searched, drafted, kept = (ROOM / "words").read_text().split()
    yield from _enters("first")
    window = yield from _until(lambda: _shown("MainWindow"))
    for key in SEEN:
        window.go(key)
        yield from _until(lambda: window._tasks.pending() == 0)
        yield from (None for _ in range(5))  # it is painted
    window.go("rules")
    page = window.pages.rules
    page.writing.turn("yaml")
    page.editor.setPlainText(f"# {drafted}")
    page.editor.document().setModified(True)
    window.go("inbox")
    yield from _until(lambda: window.inbox.ready() and window.inbox.card() is not None)
    QTest.keyClicks(window.inbox.bar.search, searched)
    card = window.inbox.card()
    window._core.triage(
        Action("note", tuple(window._core.chosen([card.id]).alerts), {"text": kept})
    )
    yield from _until(lambda: window._tasks.pending() == 0 and window.inbox.ready())
    yield from _looked_at("typed")


def _enters(who: str) -> Steps:
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest

    door = yield from _until(lambda: _shown("DoorDialog"))
    QTest.keyClicks(door.secret, (ROOM / who).read_text())
    QTest.keyClick(door.secret, Qt.Key.Key_Return)


def _looked_at(what: str) -> Steps:
    """Waits until whoever watches has seen enough."""
    (ROOM / what).touch()
    yield from _until((ROOM / f"{what}-seen").exists)


def _until(look: Callable[[], Any]) -> Generator[None, None, Any]:
    while not (found := look()):
        yield
    return found


def _shown(name: str) -> QWidget | None:
    from PySide6.QtWidgets import QApplication

    found = (one for one in QApplication.topLevelWidgets() if type(one).__name__ == name)
    return next((one for one in found if one.isVisible()), None)


def _sit_down() -> None:
    """Once there is an application: a step a beat, in its own thread."""
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication

    while (app := QApplication.instance()) is None:
        time.sleep(0.05)
    stays, asked = (ROOM / "words").exists(), "--ask" in sys.argv
    steps = third() if stays else second() if asked else first()

    def begin() -> None:
        beat = QTimer()
        beat.timeout.connect(lambda: next(steps, None))
        beat.start(BEAT_MS)
        _held.append(beat)

    QTimer.singleShot(0, app, begin)


if __name__ == "__main__":
    from ui.__main__ import main

    threading.Thread(target=_sit_down, daemon=True).start()
    sys.exit(main(sys.argv[1:]))
