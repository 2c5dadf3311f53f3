"""Screenshots wait for data by events and never for a time."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QPoint, QTimer, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QDialog, QLabel, QStackedWidget
from pytestqt.qtbot import QtBot

from ui.inbox.choices import Choices
from ui.shoot import Drawn, Shoot, Stop, stop
from ui.theme import LIGHT, Theme


class Loader(QObject):
    loaded = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._there = False

    def ready(self) -> bool:
        return self._there

    def load(self) -> None:
        self._there = True
        self.loaded.emit()


def window(qtbot: QtBot) -> QStackedWidget:
    out = QStackedWidget()
    qtbot.addWidget(out)
    for words in ("one", "two"):
        out.addWidget(QLabel(words))
    out.show()
    return out


def test_every_page_is_drawn_in_both_themes(qtbot: QtBot, tmp_path: Path) -> None:
    shown, worn = window(qtbot), []
    loaders = [Loader(), Loader()]
    stops = []
    for i, (name, loader) in enumerate(zip(("inbox", "trends"), loaders, strict=True)):

        def go(i: int = i, loader: Loader = loader) -> QLabel:
            shown.setCurrentIndex(i)
            QTimer.singleShot(0, loader.load)
            return shown.widget(i)

        stops.append(stop(name, loader, go))

    shoot = Shoot(shown, stops, tmp_path / "new", lambda theme: worn.append(theme.name))
    with qtbot.waitSignal(shoot.finished) as told:
        shoot.start()

    drawn: Drawn = told.args[0]
    assert [path.name for path in drawn.files] == [
        "inbox-light.png",
        "inbox-dark.png",
        "trends-light.png",
        "trends-dark.png",
    ]
    assert worn == ["light", "dark", "light", "dark"]
    assert QImage(str(drawn.files[0])).size().width() == 1440
    assert drawn.late == ()


def test_a_page_that_never_loads_is_drawn_and_named(qtbot: QtBot, tmp_path: Path) -> None:
    shown = window(qtbot)

    def wear(_theme: Theme) -> None:
        return None

    stuck = Stop("inbox", lambda: shown, lambda: False)
    shoot = Shoot(shown, [stuck], tmp_path, wear, patience_ms=1)
    with qtbot.waitSignal(shoot.finished) as told:
        shoot.start()

    drawn: Drawn = told.args[0]
    assert drawn.late == ("inbox",)
    assert len(drawn.files) == 2


def test_choices_within_the_window_are_drawn_and_left_also_after_a_dialog(
    qtbot: QtBot, tmp_path: Path
) -> None:
    shown, picked = window(qtbot), list[str]()

    def opens() -> None:
        Choices(picked.append, shown, QPoint(0, 0)).offer([("a", "one", "1")])

    def above(name: str, opened: Callable[[], object]) -> Stop:
        return Stop(name, opened, lambda: True, themes=(LIGHT,), above=True)

    asked = [above("asked", lambda: QDialog(shown).exec()), above("choices", opens)]
    shoot = Shoot(shown, asked, tmp_path, lambda _theme: None, patience_ms=20_000)
    with qtbot.waitSignal(shoot.finished, timeout=30_000) as told:
        shown.activateWindow()
        shoot.start()

    drawn: Drawn = told.args[0]
    assert [path.name for path in drawn.files] == ["asked-light.png", "choices-light.png"]
    assert (drawn.late, picked) == ((), [])
    assert not [one for one in shown.findChildren(Choices) if one.isVisible()]
