"""An item and all that explains what became of it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from osawatch.hits import Told
from osawatch.seen import ItemRow, Nearly, Seen
from ui import listed
from ui.flow import Flow
from ui.items.taking import facts, nearly_met, sheet, watched
from ui.items.words import fate, text, told, verdicts
from ui.marked import MarkedText, Span, span
from ui.names import Names
from ui.picked import follow
from ui.sheet import Sheet
from ui.strips import pairs, section
from ui.takeaway import text as taking
from ui.theme import T20, Theme, font
from ui.widgets import Button, ink, label

WIDE = 88


class ItemDetail(QScrollArea):
    """`asked` carries what a button wants: by_hand, show, open, watch, cite or copy.

    `decided` carries hits on listed names and what a person said of them; `term_asked` words to
    watch, their language, and the goods of the item.
    """

    asked = Signal(str)
    decided = Signal(list, str)
    term_asked = Signal(str, str, object)

    def __init__(self, theme: Theme, names: Names) -> None:
        super().__init__()
        self._theme, self._names = theme, names
        self.found: Seen | None = None
        self.told = Told()
        self._nearly: Sequence[Nearly] | None = None
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(text("became"))
        self.show_item(None)

    def show_item(self, found: Seen | None, told: Told | None = None) -> None:
        """Another item, or none; the rules it nearly met are not known yet."""
        self.found, self.told, self._nearly = found, told or Told(), None
        self._draw()

    def show_nearly(self, nearly: Sequence[Nearly]) -> None:
        """The rules it nearly met."""
        self._nearly = nearly
        self._draw()

    def sheet(self) -> Sheet | None:
        """The item and what became of it, to take along; None while none is shown."""
        return sheet(self.found, self._names, self._nearly) if self.found else None

    def set_theme(self, theme: Theme) -> None:
        """Other colours."""
        self._theme = theme
        self._draw()

    def _draw(self) -> None:
        body = QWidget()
        body.setAutoFillBackground(True)
        colours = body.palette()
        colours.setColor(QPalette.ColorRole.Window, self._theme.c("surface"))
        body.setPalette(colours)
        self._column = QVBoxLayout(body)
        self._column.setContentsMargins(24, 14, 20, 16)
        self._column.setSpacing(4)
        if self.found:
            self._text(self.found)
            self._became(self.found)
            self._watchlist(self.found.row)
            self._listed()
        self._column.addStretch(1)
        self.setWidget(body)
        goods = (*self.found.row.goods, *self.found.row.mentions) if self.found else ()
        follow(body, lambda said, tongue: self.term_asked.emit(said, tongue, goods))

    def _add(self, widget: QWidget) -> None:
        self._column.addWidget(widget)

    def _quiet(self, said: str) -> None:
        line = label(said, wrap=True)
        ink(line, self._theme.text2)
        self._add(line)

    def _text(self, found: Seen) -> None:
        row = found.row
        title = self._spans(found, "title", row.title)
        face = font(T20, 600)
        tongue = row.language
        self._add(MarkedText(self._theme, row.title, title, face=face, leading=26, language=tongue))
        if row.summary:
            said = row.summary[:4000]
            spans = self._spans(found, "summary", said)
            self._add(MarkedText(self._theme, said, spans, language=tongue))
        self._add(pairs(facts(row), self._theme, WIDE))

    def _spans(self, found: Seen, field: str, said: str) -> tuple[Span, ...]:
        spans = {}
        for mark in (one for rule in found.rules for one in rule.marks if one.field == field):
            axis, _, key = mark.concept.partition(":")
            tip = self._names.of(axis, key)
            spans[mark.start, mark.end] = span(said, mark.start, mark.end, axis, tip)
        return (*spans.values(), *listed.spans(self.told, found.row.id, field, said))

    def _became(self, found: Seen) -> None:
        row = found.row
        self._add(section(text("became"), fate(row.fate), self._theme))
        self._quiet(told(row.fate))
        lines = verdicts(found)
        for rule, said in lines:
            self._add(label(f"{rule}: {said}", wrap=True))
        self._buttons(row)
        if row.silences:
            self._add(section(text("why"), "", self._theme))
            for said in row.silences:
                self._add(label(said, wrap=True))
        self._nearly_met()

    def _nearly_met(self) -> None:
        self._add(section(text("nearly"), "", self._theme))
        if self._nearly is None:
            self._quiet(text("looking"))
        elif not self._nearly:
            self._quiet(text("no_rule"))
        for said in nearly_met(self._nearly):
            self._add(label(said, wrap=True))

    def _buttons(self, row: ItemRow) -> None:
        buttons = QWidget()
        line = Flow(buttons, 8)  # side by side they made the whole text wider than its pane
        shown = ["show"] if row.fate in ("alert", "aside") else []
        shown += ["by_hand"] if row.fate != "alert" else []
        shown += ["open"] if row.url else []
        shown += ["watch", "cite", "copy"]
        for key in shown:
            said = taking(key) if key == "copy" else text(key)
            button = Button(said, self._theme, "primary" if key == "show" else "")
            button.clicked.connect(lambda _=False, key=key: self.asked.emit(key))
            line.addWidget(button)
        self._column.addSpacing(4)
        self._add(buttons)

    def _listed(self) -> None:
        found = listed.ListedNames(self.told, self._theme)
        found.decided.connect(self.decided)
        self._add(found)

    def _watchlist(self, row: ItemRow) -> None:
        if rows := watched(row, self._names):
            self._add(section(text("found"), "", self._theme))
            self._add(pairs(rows, self._theme, WIDE))
