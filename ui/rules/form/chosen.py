"""Several of a list: what is chosen as buttons, and a line to type the next one in.

Return takes the first name that fits; Backspace in an empty line takes the last one out.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from PySide6.QtCore import QEvent, QModelIndex, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCompleter,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QStylePainter,
    QVBoxLayout,
    QWidget,
)

from osawatch.ruleform.offers import Choice
from ui.flow import Flow
from ui.rules.form.words import text
from ui.theme import T11, Theme
from ui.widgets import Button, Line, ink, label

KEY, SHOWN = Qt.ItemDataRole.UserRole, 10
CHIP = 96
RETURN = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


def model_of(choices: Sequence[Choice], owner: QObject) -> QStandardItemModel:
    """Names to complete from; one model serves all fields of a kind."""
    model = QStandardItemModel(owner)
    for one in choices:
        item = QStandardItem(one.name if one.name == one.key else f"{one.name}  ({one.key})")
        item.setData(one.key, KEY)
        item.setEditable(False)
        model.appendRow(item)
    return model


class Chip(Button):
    """What is chosen; where the form is narrower than its name, the name ends in an ellipsis."""

    def _fit(self) -> None:
        self.ensurePolished()  # and no width below which it cannot go

    def minimumSizeHint(self) -> QSize:
        """Never the reason why a form scrolls sideways."""
        hint = super().minimumSizeHint()
        return QSize(min(CHIP, hint.width()), hint.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """The cross stays in sight, for that is what a press does."""
        if self.width() >= self.sizeHint().width():
            super().paintEvent(event)
            return
        option = QStyleOptionButton()
        self.initStyleOption(option)
        name, _, cross = self.text().rpartition("  ")
        beside = self.fontMetrics().horizontalAdvance(f"  {cross}")
        edges = self.sizeHint().width() - self.fontMetrics().horizontalAdvance(self.text())
        fits = self.fontMetrics().elidedText(
            name, Qt.TextElideMode.ElideRight, self.width() - edges - beside
        )
        option.text = f"{fits}  {cross}"
        QStylePainter(self).drawControl(QStyle.ControlElement.CE_PushButton, option)


class Chosen(QWidget):
    """`changed` when a person has taken one in or out."""

    changed = Signal()

    def __init__(
        self, theme: Theme, name: str, model: QStandardItemModel, *, empty: str, most: int = 0
    ) -> None:
        super().__init__()
        self._theme, self._model, self._most = theme, model, most
        self._names = {
            str(model.item(row).data(KEY)): model.item(row).text()
            for row in range(model.rowCount())
        }
        self.keys: list[str] = []
        self._empty = label(empty, T11, wrap=True)
        self.wrong = label("", T11, wrap=True)
        self._row = QWidget()
        self._flow = Flow(self._row)
        self.line = Line(text("choose"))
        self.line.setAccessibleName(name)
        self._completer = QCompleter(model, self)
        self._completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self._completer.setMaxVisibleItems(SHOWN)
        self._completer.setWidget(self.line)
        self._completer.activated[QModelIndex].connect(  # type: ignore[index]
            lambda index: self.take(str(index.data(KEY)))
        )
        self.line.textEdited.connect(self._on_edited)
        self.line.installEventFilter(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for part in (self._row, self._empty, self.line, self.wrong):
            column.addWidget(part)
        self.wrong.hide()
        self.set_theme(theme)

    def show_keys(self, keys: Sequence[str]) -> None:
        """Others, without saying so."""
        if self.keys != list(keys) or not self._flow.count():
            self.keys = list(keys)
            self._draw()

    def take(self, key: str) -> None:
        """Takes one in."""
        self.line.clear()
        self.wrong.hide()
        if key and key not in self.keys:
            self.keys = [*self.keys[: self._most - 1 if self._most else None], key]
            self._draw()
            self.changed.emit()

    def leave(self, key: str) -> None:
        """Takes one out."""
        self.keys = [one for one in self.keys if one != key]
        self._draw()
        self.line.setFocus()
        self.changed.emit()

    def popup(self) -> QAbstractItemView:
        """The list of names that fit."""
        return cast("QAbstractItemView", self._completer.popup())

    def set_theme(self, theme: Theme) -> None:
        """Other colours."""
        self._theme = theme
        ink(self._empty, theme.text2)
        ink(self.wrong, theme.warn)
        for chip in self._row.findChildren(Button):
            chip.set_theme(theme)

    def _draw(self) -> None:
        while (item := self._flow.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for key in self.keys:
            name = self._names.get(key, key)
            chip = Chip(f"{name}  ×", self._theme, "filter", name=text("take_out", name))
            chip.clicked.connect(lambda _=False, key=key: self.leave(key))
            chip.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
            self._flow.addWidget(chip)
            chip.show()
        self._row.setVisible(bool(self.keys))
        self._empty.setVisible(not self.keys and bool(self._empty.text()))
        self._row.updateGeometry()

    def _on_edited(self, typed: str) -> None:
        self.wrong.hide()
        self._completer.setCompletionPrefix(typed.strip())
        if typed.strip() and self._completer.completionCount():
            self._completer.complete()
            self.popup().setCurrentIndex(self._completer.completionModel().index(0, 0))
        else:
            self.popup().hide()

    def _take_typed(self) -> None:
        typed = self.line.text().strip()
        self._completer.setCompletionPrefix(typed)
        found = self._completer.completionModel().index(0, 0)
        if typed and found.isValid():
            self.take(str(found.data(KEY)))
        elif typed:
            self.wrong.setText(text("nothing_fits"))
            self.wrong.show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Return takes, Backspace in an empty line gives back."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in RETURN and not self.popup().isVisible():
                self._take_typed()
                return True
            if event.key() == Qt.Key.Key_Backspace and not self.line.text() and self.keys:
                self.leave(self.keys[-1])
                return True
        return False
