"""Where one goes in the window, and what leads from one page to another.

rail, key, palette -> go -> page      page asks -> show_card, show_filter ... -> another page
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from osawatch.core import Core
from osawatch.model import Card, Filter, StoryItem
from osawatch.searches import SavedSearch
from ui import pages
from ui.frame.rail import Rail
from ui.inbox.page import InboxPage
from ui.pages import START, Pages
from ui.places import VIEWS
from ui.tasks import Tasks

if TYPE_CHECKING:
    from ui.watchlist.page import WatchlistPage
    from ui.watchlist.watch import Watch


class Roads:
    """Knows all pages; no page knows another."""

    def __init__(
        self, core: Core, tasks: Tasks, window: QWidget, made: Pages, inbox: InboxPage, rail: Rail
    ) -> None:
        self._core, self._tasks, self._window = core, tasks, window
        self._pages, self._inbox, self._rail = made, inbox, rail
        self.watch: Watch | None = None

    def go(self, place: str) -> None:
        """A place of the rail."""
        self._rail.show_place(place)
        if place in VIEWS:
            self._pages.setCurrentWidget(self._inbox)
            self._inbox.show_view(place)
        elif place in pages.KEYS:
            self._turn_to(place)

    def start(self) -> None:
        """The first page of a new profile, which stands in no rail."""
        self._rail.show_place("")
        self._turn_to(START)

    def _turn_to(self, place: str) -> None:
        page = self._pages.at(place)
        if place == "chains":
            page.offer(self._inbox.card())
        self._pages.setCurrentWidget(page)
        page.refresh()

    def at_inbox(self) -> bool:
        """Whether the inbox is the page on the screen."""
        return self._pages.currentWidget() is self._inbox

    def here(self) -> tuple[str, QWidget]:
        """The page on the screen: its key, and the widget."""
        return self._pages.current(), self._pages.currentWidget() or self._inbox

    # -- to the inbox

    def show_card(self, card: str) -> None:
        """One story."""
        self._to_inbox().show_card(card)

    def show_filter(self, wanted: Filter) -> None:
        """The stories that pass."""
        self._to_inbox().show_filter(wanted)

    def show_search(self, search: SavedSearch) -> None:
        """A saved search; the inbox says which view it was saved in."""
        self._pages.setCurrentWidget(self._inbox)
        self._inbox.show_search(search)

    def _to_inbox(self) -> InboxPage:
        self._rail.show_place("inbox")
        self._pages.setCurrentWidget(self._inbox)
        return self._inbox

    # -- to the other pages

    def show_country(self, code: str) -> None:
        """The page of a country."""
        self.go("country")
        self._pages.country.show_country(code)

    def show_unseen(self, year: int, month: int) -> None:
        """What exceptions of rules hid in a month."""
        self.go("rules")
        self._pages.rules.show_unseen_in(year, month)

    def search_items(self, typed: str) -> None:
        """All items in whose text these words stand."""
        self.go("items")
        self._pages.items.search_for(typed)

    def show_chain(self, good: str) -> None:
        """The chain of a good."""
        self.go("chains")
        self._pages.chains.ask_from(good)

    def show_cut(self, card: Card) -> None:
        """What is hit if the country of a story stops its goods."""
        self.go("chains")
        self._pages.chains.ask_about(card)

    def narrow(self, rule: str, item: StoryItem) -> None:
        """A rule that is too wide for this item."""
        self.go("rules")
        self._pages.rules.narrow(rule, item)

    def watch_term(self, said: str, language: str, goods: Sequence[str]) -> None:
        """Words to watch: it is asked where they belong."""
        from ui.watchlist.watch import Watch

        if self.watch is None:
            self.watch = Watch(self._core, self._tasks, self._window, self._to_watchlist)
        self.watch.offer(said, language, goods)

    def watch_code(self, hs6: str) -> None:
        """A code of a good, in the form of a new entry."""
        self._to_watchlist().watch_new("goods", {"codes": hs6})

    def _to_watchlist(self) -> WatchlistPage:
        self.go("watchlist")
        return self._pages.watchlist

    def asks(self) -> dict[str, Callable[..., object]]:
        """What a page may ask that leads to another, by the name of its signal."""
        return {
            "card_asked": self.show_card,
            "card_chosen": self.show_card,
            "filter_asked": self.show_filter,
            "stories_asked": self.show_filter,
            "place_asked": self.go,
            "unseen_asked": self.show_unseen,
            "term_asked": self.watch_term,
            "chain_asked": self.show_chain,
            "code_asked": self.watch_code,
        }
