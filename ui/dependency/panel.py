"""All that is known of the chosen product: suppliers, years, what was not seen, SR and EI."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from osawatch.chain.criticality import Criticality
from osawatch.dependency.history import Line
from ui.dependency.charts import History, SupplierBars
from ui.dependency.words import facts, text
from ui.theme import T16, Theme
from ui.widgets import Button, label


class Panel(QWidget):
    """`watched` carries a code that is to go on the watchlist, `followed` a good to be shown."""

    watched = Signal(str)
    followed = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._line: Line | None = None
        self._goods: Sequence[str] = ()
        self.title = label("", T16, 600)
        self.add = Button(text("add"), theme, "", "plus")
        self.chain = Button(text("chain"), theme, "quiet", "chain")
        self.bars, self.history = SupplierBars(theme), History(theme)
        self.facts = QPlainTextEdit()
        self.facts.setReadOnly(True)
        self.facts.setFrameShape(QFrame.Shape.NoFrame)
        self.facts.setTabChangesFocus(True)
        self.facts.setAccessibleName(text("facts"))
        self.facts.setMinimumWidth(260)
        head, body, whole = QHBoxLayout(), QHBoxLayout(), QVBoxLayout(self)
        whole.setContentsMargins(16, 12, 16, 12)
        whole.setSpacing(8)
        head.addWidget(self.title)
        head.addStretch(1)
        head.addWidget(self.chain)
        head.addWidget(self.add)
        body.setSpacing(24)
        for part in (self.bars, self.history, self.facts):
            body.addWidget(part, 1)
        whole.addLayout(head)
        whole.addLayout(body, 1)
        self.add.clicked.connect(self._on_add)
        self.chain.clicked.connect(self._on_chain)

    def set_theme(self, theme: Theme) -> None:
        """Other colours."""
        for part in (self.add, self.chain, self.bars, self.history):
            part.set_theme(theme)

    def show_line(
        self,
        line: Line | None,
        name: str,
        goods: Sequence[str],
        lands: Mapping[str, str],
        critical: Sequence[tuple[str, Criticality]],
    ) -> None:
        """Another product; `goods` of the watchlist with this code, `critical` of these by name."""
        self._line, self._goods = line, goods
        code = f"HS {line.last.hs6}" if line else ""
        self.title.setText(", ".join(part for part in (name, code) if part))
        self.add.setVisible(line is not None and not goods)
        self.chain.setVisible(bool(goods))
        self.bars.show_line(line, lands)
        self.history.show_line(line)
        self.facts.setPlainText("\n".join(facts(line, critical)) if line else "")

    def _on_add(self) -> None:
        if self._line:
            self.watched.emit(self._line.last.hs6)

    def _on_chain(self) -> None:
        if self._goods:
            self.followed.emit(self._goods[0])
