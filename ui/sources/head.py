"""The bar of the Sources page: which sources are shown, and what can be done with all of them."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QMenu

from osawatch.model import SourceRow
from ui.filters import MenuFilter
from ui.sources.health import Wanted
from ui.sources.words import kind_word, text
from ui.theme import Theme
from ui.widgets import Button, Search, TopBar

SEARCH, SHORT = 240, 120  # the search line, and where the bar has no room
ROOMY = 1100  # a bar as wide as this has room for all of it


class Head(TopBar):
    """`filtered` when other sources are wanted: `wanted(states)` says which."""

    filtered = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, text("title"))
        self.search = Search(text("search"), theme, SEARCH)
        self.attention = Button(text("attention"), theme, "filter")
        self.attention.setCheckable(True)
        self.kinds = MenuFilter(text("kind"), theme)
        self.languages = MenuFilter(text("language"), theme)
        self.tags = MenuFilter(text("tag"), theme)
        self.tags.hide()
        self.opml_in = Button(text("opml_in"), theme, "quiet")
        self.opml_out = Button(text("opml_out"), theme, "quiet")
        self.files = Button(text("add_file"), theme, "quiet")
        self.poll_all = Button(text("poll_all"), theme, "", "refresh")
        self.new = Button(text("add"), theme, "primary", "plus")
        self._rare = (self.opml_in, self.opml_out, self.files, self.poll_all)
        self.more = self._more(theme)
        self.add(self.search, self.attention, self.kinds, self.languages, self.tags).stretch()
        self.add(*self._rare, self.more)
        self.add(self.new)
        self.search.textChanged.connect(lambda _: self.filtered.emit())
        self.attention.toggled.connect(self._on_attention)
        self.kinds.picked.connect(lambda _: self.filtered.emit())
        self.languages.picked.connect(lambda _: self.filtered.emit())
        self.tags.picked.connect(lambda _: self.filtered.emit())

    def wanted(self, states: frozenset[str]) -> Wanted:
        """Which sources are wanted, of those in these states."""
        return Wanted(
            self.search.text(),
            self.kinds.chosen(),
            self.languages.chosen(),
            states,
            attention=self.attention.isChecked(),
            tags=self.tags.chosen(),
        )

    def offer(self, rows: list[SourceRow]) -> None:
        """The kinds, languages and tags there are; without a tag there is nothing to choose."""
        kinds, languages = ({r.kind for r in rows}, {r.language for r in rows if r.language})
        self.kinds.set_choices(sorted(((k, kind_word(k)) for k in kinds), key=lambda c: c[1]))
        self.languages.set_choices([(code, code) for code in sorted(languages)])
        tags = {tag for row in rows for tag in row.tags} | self.tags.chosen()
        self.tags.set_choices([(tag, tag.replace("&", "&&")) for tag in sorted(tags)])
        self.tags.setVisible(bool(tags))

    def set_theme(self, theme: Theme) -> None:
        """Other colours."""
        super().set_theme(theme)
        self.search.set_theme(theme)

    def _more(self, theme: Theme) -> Button:
        """What has no room in a narrow bar, in a menu."""
        menu = QMenu(self)
        for button in self._rare:
            menu.addAction(button.accessibleName(), button.click)
        more = Button(text("more"), theme)
        more.setMenu(menu)
        more.hide()
        return more

    def _on_attention(self, on: bool) -> None:  # noqa: FBT001 # as the signal says it
        self.attention.set_kind("filter-on" if on else "filter")
        self.filtered.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrow page: a shorter bar."""
        super().resizeEvent(event)
        roomy = self.width() >= ROOMY
        for button in self._rare:
            button.setVisible(roomy)
        self.more.setVisible(not roomy)
        self.search.setFixedWidth(SEARCH if roomy else SHORT)
