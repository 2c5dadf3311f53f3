"""Adding a source by its address: looked at first, then described, then added.

address -> core.news.preview in a task (stoppable) -> several feeds? -> one is chosen, looked at
        -> titles, and how many would raise an alert -> fields -> exchange.add_feed in a task
"""

from __future__ import annotations

import re
import threading
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QListWidget,
    QProgressBar,
    QVBoxLayout,
    QWidget,
)

from osawatch import exchange
from osawatch.core import Core
from osawatch.model import SourceEdit, SourceRow
from ui.fitting import fit
from ui.i18n import wrong
from ui.settings_form import combo
from ui.sources import words
from ui.sources.fields import Fields
from ui.sources.form_words import text
from ui.sources.words import isolate
from ui.tasks import Tasks
from ui.theme import T11, T16, Theme
from ui.widgets import Button, Line, ink, label

if TYPE_CHECKING:
    from osawatch.discovery import Glimpse

LINE, HIGH = 20, 200  # pixels of a title, and of all of them: what needs more scrolls
WIDE = 620


def sound(address: str) -> bool:
    """Whether an address may be asked at all: http or https, a host, no password in it."""
    try:
        parts = urlsplit(address.strip())
        return bool(
            parts.scheme in ("http", "https") and parts.hostname and not parts.username
        ) and not re.search(r"\s", address.strip())
    except ValueError:
        return False


class AddSource(QDialog):
    """Asks for the address, looks, and adds what the person then describes.

    `said` carries what was done. `rows`: the sources there are, so that a known one is told.
    """

    said = Signal(str)
    _told = Signal(int, int)

    def __init__(
        self,
        core: Core,
        tasks: Tasks,
        rows: list[SourceRow],
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        fit(self)
        self._core, self._tasks, self._theme = core, tasks, theme
        self._known = {row.url: row.title for row in rows}
        self._stop: threading.Event | None = None
        self.seen: Glimpse | None = None
        self.setWindowTitle(text("add_title"))
        self.setMinimumWidth(WIDE)
        self._make(theme)
        self._lay_out()
        self._connect()
        self._forget()

    def _make(self, theme: Theme) -> None:
        self.address = Line(text("address_hint"))
        self.address.setAccessibleName(text("address"))
        self.note, self.held = label("", T11, wrap=True), label("", wrap=True)
        ink(self.note, theme.text2)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setFixedHeight(4)
        self.bar.setAccessibleName(text("looking"))
        self.choice = combo(theme)
        self.choice.setAccessibleName(text("feed"))
        self.titles = QListWidget()
        self.titles.setAccessibleName(text("newest"))
        self.titles.setWordWrap(True)
        self.titles.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.fields = Fields(theme)
        self.look = Button(text("look"), theme, "", "search")
        self.add = Button(text("add"), theme, "primary", "plus")
        self.cancel = Button(text("cancel"), theme)
        self.cancel.setAutoDefault(False)

    def _lay_out(self) -> None:
        column, line, foot = QVBoxLayout(self), QHBoxLayout(), QHBoxLayout()
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(8)
        column.addWidget(label(text("add_title"), T16, 600))
        caption = label(text("address"))
        caption.setBuddy(self.address)
        column.addWidget(caption)
        line.addWidget(self.address, 1)
        line.addWidget(self.look)
        column.addLayout(line)
        for part in (self.note, self.bar, self.choice, self.held, self.titles, self.fields):
            column.addWidget(part)
        column.addSpacing(8)
        foot.addStretch(1)
        foot.addWidget(self.cancel)
        foot.addWidget(self.add)
        column.addLayout(foot)

    def _connect(self) -> None:
        self.address.textChanged.connect(lambda _: self._forget())
        self.look.clicked.connect(self._on_look)
        self.add.clicked.connect(self._on_add)
        self.cancel.clicked.connect(self.reject)
        self.choice.activated.connect(self._on_choice)
        self._told.connect(self._on_told)

    def _forget(self) -> None:
        """Another address: what was seen is of the old one."""
        self._end()
        self.seen = None
        typed = self.address.text()
        self.note.setText(text("first" if sound(typed) or not typed.strip() else "bad_address"))
        for part in (self.choice, self.held, self.titles, self.fields):
            part.hide()
        self._follow()

    def _follow(self) -> None:
        looking = self._stop is not None
        kind = self.seen.look.kind if self.seen else ""
        self.look.set_words(text("stop" if looking else "look"))
        self.look.setEnabled(looking or sound(self.address.text()))
        self.add.set_words(text("add_unseen" if kind == "unseen" else "add"))
        self.add.setEnabled(kind in ("feed", "unseen") and not looking)
        self.look.setDefault(not self.add.isEnabled())
        self.add.setDefault(self.add.isEnabled())
        self.bar.setVisible(looking)

    def _on_look(self) -> None:
        if self._stop is not None:
            self._end()
            self.note.setText(text("stopped"))
            self._follow()
        else:
            self.choice.hide()
            self._ask(self.address.text().strip())

    def _on_choice(self, place: int) -> None:
        address = self.choice.itemData(place)
        if address:
            self._ask(str(address))

    def _ask(self, address: str) -> None:
        self._end()
        stop = self._stop = threading.Event()
        self.seen = None
        for part in (self.held, self.titles, self.fields):
            part.hide()
        self.bar.setRange(0, 0)
        self.note.setText(text("looking"))
        self._follow()

        def heard(found: Glimpse | Exception) -> None:
            if stop is self._stop:  # else a person stopped it, or asks for another one
                self._stop = None
                self._show(found)

        self._tasks.run(
            self,
            lambda: self._core.news.preview(address, progress=self._told.emit, cancel=stop),
            heard,
            heard,
        )

    def _end(self) -> None:
        if self._stop is not None:
            self._stop.set()
            self._stop = None

    def _on_told(self, done: int, whole: int) -> None:
        if self._stop is not None:
            self.bar.setRange(0, whole)
            self.bar.setValue(done)
            self.note.setText(text("matching", done, whole))

    def _show(self, found: Glimpse | Exception) -> None:
        if isinstance(found, Exception):
            self.note.setText(text("failed", wrong(found)))
        elif found.look.kind == "page":
            self._show_feeds(found)
        else:
            self.seen = found
            self._show_seen(found)
        self._follow()
        if self.add.isEnabled():
            self.fields.name.setFocus()

    def _show_feeds(self, found: Glimpse) -> None:
        feeds = found.look.feeds
        self.note.setText(text("several", len(feeds)) if feeds else text("no_feed"))
        self.choice.clear()
        self.choice.addItem(text("choose"), "")
        for one in feeds:
            self.choice.addItem(
                f"{isolate(one.title)}  {one.url}" if one.title else one.url, one.url
            )
        self.choice.setVisible(bool(feeds))
        self.choice.setFocus()

    def _show_seen(self, found: Glimpse) -> None:
        host = (urlsplit(found.address).hostname or found.address).removeprefix("www.")
        title = found.look.title or host
        known = self._known.get(found.address)
        other = found.address if found.address != self.address.text().strip() else ""
        self.note.setText(text("known", isolate(known)) if known else other)
        if found.look.kind == "unseen":
            self.note.setText(text("unseen", isolate(found.look.detail)))
        self.held.setText(self._held(found, title))
        self.held.setVisible(found.look.kind == "feed")
        self.titles.clear()
        self.titles.addItems([" ".join(one.split()) for one in found.newest])
        self.titles.setFixedHeight(min(LINE * len(found.newest) + 12, HIGH))
        self.titles.setVisible(bool(found.newest))
        self.fields.show_edit(SourceEdit(title, language=found.language))
        self.fields.setVisible(known is None)
        self.adjustSize()

    def _held(self, found: Glimpse, title: str) -> str:
        if not found.held:
            return text("none_now", isolate(title))
        counted = found.raising is not None
        more = text("raising", found.raising) if counted else text("unmatched")
        return f"{text('holds', isolate(title), found.held)} {more}"

    def _on_add(self) -> None:
        if self.seen is None:
            return
        address, said = self.seen.address, self.fields.edit()
        self.add.setEnabled(False)
        self._tasks.run(
            self,
            lambda: exchange.add_feed(self._core, address, said),
            lambda _: self._on_added(said.title or address),
            self._on_refused,
        )

    def _on_added(self, name: str) -> None:
        self.said.emit(words.text("added", isolate(name)))
        self.accept()

    def _on_refused(self, error: Exception) -> None:
        self.note.setText(words.text("not_done", wrong(error)))
        self._follow()

    def done(self, result: int) -> None:
        """Closed while it looks: nobody waits for it any more."""
        self._end()
        super().done(result)
