"""A filter button that opens a list to type in: one good, country or measure, or any."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QEvent,
    QObject,
    QPoint,
    QSortFilterProxyModel,
    QStringListModel,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QListView, QVBoxLayout

from ui.theme import T13, Theme, font
from ui.trends.words import text
from ui.widgets import Button, Line

WIDTH, HEIGHT, CLIP = 280, 340, 24


class Popup(QFrame):
    """The line to type in and the names that fit. Return takes the first, Escape leaves."""

    taken = Signal(int)

    def __init__(self, parent: QObject) -> None:
        super().__init__(None, Qt.WindowType.Popup)
        self.setParent(parent, Qt.WindowType.Popup)  # type: ignore[call-overload]  # a widget
        self.setFixedWidth(WIDTH)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.line, self.list = Line(text("type")), QListView()
        self._names = QStringListModel(self)
        self._fit = QSortFilterProxyModel(self)
        self._fit.setSourceModel(self._names)
        self._fit.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.line.setAccessibleName(text("type"))
        self.list.setAccessibleName(text("type"))
        self.list.setStyleSheet("QListView::item { height: 28px; padding: 0 8px; }")
        self.list.setModel(self._fit)
        self.list.setFont(font(T13))
        self.list.setUniformItemSizes(True)
        self.list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.line.textChanged.connect(self._on_typed)
        self.line.returnPressed.connect(lambda: self._take(self.list.currentIndex().row()))
        self.list.clicked.connect(lambda index: self._take(index.row()))
        self.list.activated.connect(lambda index: self._take(index.row()))
        self.line.installEventFilter(self)
        box = QVBoxLayout(self)
        box.setContentsMargins(8, 8, 8, 8)
        box.addWidget(self.line)
        box.addWidget(self.list)

    def open_at(self, where: QPoint, names: list[str], current: int) -> None:
        """Shows the names, the present one selected."""
        self._names.setStringList(names)
        self.setFixedHeight(min(HEIGHT, 66 + 28 * len(names)))
        self.line.clear()
        self._fit.setFilterFixedString("")
        self.list.setCurrentIndex(self._fit.index(max(0, current), 0))
        self.move(where)
        self.show()
        self.line.setFocus()

    def _on_typed(self, typed: str) -> None:
        self._fit.setFilterFixedString(typed.strip())
        self.list.setCurrentIndex(self._fit.index(0, 0))

    def _take(self, row: int) -> None:
        if row < 0:
            return
        source = self._fit.mapToSource(self._fit.index(row, 0)).row()
        self.hide()
        self.taken.emit(source)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Up and Down in the line walk through the list."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
            row = self.list.currentIndex().row() + step
            if step and 0 <= row < self._fit.rowCount():
                self.list.setCurrentIndex(self._fit.index(row, 0))
            return bool(step)
        return False


class Chooser(Button):
    """«Good», or «Good: Gallium» once chosen. `picked` carries the id, "" = any."""

    picked = Signal(str)

    def __init__(self, words: str, theme: Theme) -> None:
        super().__init__(words, theme, "filter")
        self._words = words
        self._choices: list[tuple[str, str]] = [("", text("any"))]
        self._on = ""
        self.popup = Popup(self)
        self.popup.taken.connect(lambda i: self.choose(self._choices[i][0]))
        self.clicked.connect(self.open)

    def set_choices(self, choices: Sequence[tuple[str, str]]) -> None:
        """Other choices, as id and name."""
        self._choices = [("", text("any")), *choices]
        self._say()

    def chosen(self) -> str:
        """The id that is on, "" = any."""
        return self._on

    def open(self) -> None:
        """Shows the list below the button."""
        keys = [key for key, _ in self._choices]
        current = keys.index(self._on) if self._on in keys else 0
        names = [f"{name}  {key}" if len(key) == 2 else name for key, name in self._choices]
        self.popup.open_at(self.mapToGlobal(QPoint(0, self.height() + 4)), names, current)

    def choose(self, key: str, *, tell: bool = True) -> None:
        """Takes one."""
        self._on = key
        self._say()
        if tell:
            self.picked.emit(key)

    def _say(self) -> None:
        name = dict(self._choices).get(self._on, self._on) if self._on else ""
        name = self._on if len(self._on) == 2 else name
        short = name if len(name) <= CLIP else name[: CLIP - 1] + "…"
        self.set_kind("filter-on" if self._on else "filter")
        self.set_words(f"{self._words}: {short}" if short else self._words)
