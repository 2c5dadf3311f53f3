"""The text of a template, to be changed: a fault in it is told with its line, and not kept."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from osawatch.errors import OsawatchError
from osawatch.papers.model import FIELDS
from osawatch.papers.shelf import Shelf
from ui.fitting import fit
from ui.papers.words import text
from ui.theme import T11, T16, Theme
from ui.widgets import Button, ink, label

SIZE = (820, 640)


class TemplateDialog(QDialog):
    """`kept` when this desk's own text has changed. The files are small: no task is needed."""

    kept = Signal()

    def __init__(
        self, shelf: Shelf, key: str, language: str, theme: Theme, parent: QWidget
    ) -> None:
        super().__init__(parent)
        fit(self)
        self._shelf, self._key, self._language = shelf, key, language
        title = text("template_title", key, language)
        self.setWindowTitle(title)
        self.resize(*SIZE)
        more, fields = (
            label(text("template_more"), wrap=True),
            label(text("fields", ", ".join(FIELDS)), T11, wrap=True),
        )
        ink(more, theme.text2)
        ink(fields, theme.text3)
        self.editor = QPlainTextEdit(shelf.text(key, language))
        self.editor.setAccessibleName(text("template_text"))
        self.editor.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.editor.setTabChangesFocus(True)
        self.editor.document().setDocumentMargin(12)
        self.problem = label("", T11, wrap=True)
        ink(self.problem, theme.bad)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(12)
        column.addWidget(label(title, T16, 600))
        for part in (more, fields):
            column.addWidget(part)
        column.addWidget(self.editor, 1)
        column.addWidget(self.problem)
        column.addLayout(self._foot(theme))

    def _foot(self, theme: Theme) -> QHBoxLayout:
        self.keep = Button(text("keep"), theme, "primary")
        self.reset, self.cancel = Button(text("reset"), theme), Button(text("cancel"), theme)
        self.keep.clicked.connect(self._keep)
        self.reset.clicked.connect(self._reset)
        self.cancel.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.addWidget(self.reset)
        foot.addStretch(1)
        foot.addWidget(self.cancel)
        foot.addWidget(self.keep)
        return foot

    def _keep(self) -> None:
        try:
            self._shelf.put(self._key, self._language, self.editor.toPlainText())
        except (OsawatchError, OSError) as error:
            self.problem.setText(text("failed", error))
            return
        self.kept.emit()
        self.accept()

    def _reset(self) -> None:
        self._shelf.reset(self._key, self._language)
        self.kept.emit()
        self.accept()
