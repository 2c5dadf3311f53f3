"""A text to paste, and why the rule in the editor speaks of it or not."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QPlainTextEdit, QScrollArea, QVBoxLayout, QWidget

from osawatch.explaining import Explained, Line
from ui.rules.words import text
from ui.theme import T11, T13, Theme, font
from ui.widgets import Ground, ink, label

PAUSE_MS, INPUT, HEIGHT, INDENT = 500, 76, 300, 12


class Explainer(Ground):
    """`paused` when somebody has pasted or typed and stopped for a moment."""

    paused = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "window", edge="top")
        self.found: Explained | None = None
        self.input = QPlainTextEdit()
        self.input.setFont(font(T13))
        self.input.setFixedHeight(INPUT)
        self.input.setTabChangesFocus(True)
        self.input.setPlaceholderText(text("explain_hint"))
        self.input.setAccessibleName(text("explain"))
        self.input.document().setDocumentMargin(6)
        self.said = label("", T13, 600, wrap=True)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QScrollArea.Shape.NoFrame)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 16, 8)
        column.setSpacing(4)
        column.addWidget(label(text("explain"), T11, 600))
        column.addWidget(self.input)
        column.addWidget(self.said)
        column.addWidget(self._area, 1)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self.paused)
        self.input.textChanged.connect(self._on_text)
        self.setMaximumHeight(HEIGHT)
        self.set_theme(theme)
        self.show_found(None)

    def text(self) -> str:
        """What was pasted."""
        return self.input.toPlainText().strip()

    def waits(self) -> bool:
        """Whether a question is about to be asked."""
        return self._pause.isActive()

    def show_found(self, found: Explained | None, wrong: str = "") -> None:
        """Why, or nothing yet; `wrong`: why it cannot be said."""
        self.found = found
        self.said.setText(wrong or (_verdict(found) if found else ""))
        self.said.setVisible(bool(self.said.text()))
        self._draw()

    def set_theme(self, theme: Theme) -> None:
        """Other colours."""
        super().set_theme(theme)
        self.input.setStyleSheet(
            f"QPlainTextEdit {{ background: {theme.surface}; border: 1px solid {theme.line2};"
            f" border-radius: 6px; }} QPlainTextEdit:focus {{ border-color: {theme.accent}; }}"
        )
        self._draw()

    def _on_text(self) -> None:
        self.show_found(None)
        self._pause.start()

    def _draw(self) -> None:
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        for line in self.found.lines if self.found else ():
            shown = label(_line(line), T13, wrap=True)
            shown.setIndent(INDENT * line.depth)
            ink(shown, self._theme.text if line.met else self._theme.text2)
            column.addWidget(shown)
        column.addStretch(1)
        self._area.setWidget(body)
        self._area.setVisible(bool(self.found))


def _line(line: Line) -> str:
    words = f": {', '.join(line.words)}" if line.words else ""
    return f"{'✓' if line.met else '✗'} {line.text}{words}"


def _verdict(found: Explained) -> str:
    if found.fires:
        return (
            text("explain_aside", found.suppressed) if found.suppressed else text("explain_fires")
        )
    return text("explain_silent", found.failing)
