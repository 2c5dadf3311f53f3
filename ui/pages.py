"""The pages of the window, each made when it is first wanted: a window opens before that.

A page is a widget with `refresh()` and `set_theme(theme)`. What it asks of the window it says by
signals with the names in `main_window.MainWindow._asks`; who makes a page need not connect them.
A new page: a place in `ui/places.py`, a property here, a stop in `ui/app.py`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cached_property
from importlib import import_module
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtWidgets import QStackedWidget, QWidget

from osawatch.core import Core
from ui.bridge import Bridge
from ui.places import PLACES
from ui.tasks import Tasks
from ui.theme import Theme

if TYPE_CHECKING:
    from ui.briefing.page import BriefingPage
    from ui.cases.page import CasesPage
    from ui.chains.page import ChainsPage
    from ui.country.page import CountryPage
    from ui.deadlines.page import DeadlinesPage
    from ui.dependency.page import DependencyPage
    from ui.exchange.page import ExchangePage
    from ui.items.page import ItemsPage
    from ui.morning.page import MorningPage
    from ui.notices.page import NoticesPage
    from ui.records.page import RecordsPage
    from ui.registers.page import RegistersPage
    from ui.rules.page import RulesPage
    from ui.situation.page import SituationPage
    from ui.sources.page import SourcesPage
    from ui.start.page import StartPage
    from ui.trends.page import TrendsPage
    from ui.watchlist.page import WatchlistPage

START = "start"  # the first page of a new profile stands in no rail
KEYS = (*(place.key for place in PLACES if not place.child and not place.leads), START)
Parts = tuple[Core, Tasks, Bridge, Theme]
P = TypeVar("P", bound=QWidget)


def load() -> None:
    """Reads the code of all pages, in a thread: reading it held a first opening for 50 ms."""
    for key in KEYS:
        import_module(f"ui.{key}.page")


class Pages(QStackedWidget):
    """All pages but the inbox, which is there from the beginning. `parts`: what a page is made of.

    `joined` is called with each page once it is made.
    """

    def __init__(self, parts: Callable[[], Parts], joined: Callable[[QWidget], None]) -> None:
        super().__init__()
        self._parts, self._joined = parts, joined

    def join(self, page: P) -> P:
        """Take a page in."""
        self.addWidget(page)
        self._joined(page)
        return page

    def at(self, key: str) -> Any:
        """The page of a place."""
        return getattr(self, key)

    def current(self) -> str:
        """The key of the page on the screen."""
        shown = self.currentWidget()
        return next((key for key in KEYS if self.__dict__.get(key) is shown), "inbox")

    def key(self, page: QWidget) -> str:
        """The key of a page that is there."""
        return next(key for key in KEYS if self.__dict__.get(key) is page)

    def made(self) -> Iterator[Any]:
        """The pages that are there by now."""
        return (self.at(key) for key in KEYS if key in self.__dict__)

    @cached_property
    def items(self) -> ItemsPage:
        """All items."""
        from ui.items.page import ItemsPage

        return self.join(ItemsPage(*self._parts()))

    @cached_property
    def trends(self) -> TrendsPage:
        """Trends."""
        from ui.trends.page import TrendsPage

        return self.join(TrendsPage(*self._parts()))

    @cached_property
    def sources(self) -> SourcesPage:
        """Sources."""
        from ui.sources.page import SourcesPage

        return self.join(SourcesPage(*self._parts()))

    @cached_property
    def rules(self) -> RulesPage:
        """Rules."""
        from ui.rules.page import RulesPage

        return self.join(RulesPage(*self._parts()))

    @cached_property
    def morning(self) -> MorningPage:
        """The first five minutes."""
        from ui.morning.page import MorningPage

        return self.join(MorningPage(*self._parts()))

    @cached_property
    def notices(self) -> NoticesPage:
        """What interrupted, and what did not."""
        from ui.notices.page import NoticesPage

        return self.join(NoticesPage(*self._parts()))

    @cached_property
    def cases(self) -> CasesPage:
        """Cases."""
        from ui.cases.page import CasesPage

        return self.join(CasesPage(*self._parts()))

    @cached_property
    def situation(self) -> SituationPage:
        """Situations."""
        from ui.situation.page import SituationPage

        return self.join(SituationPage(*self._parts()))

    @cached_property
    def registers(self) -> RegistersPage:
        """Post reports, influence cases, licences."""
        from ui.registers.page import RegistersPage

        return self.join(RegistersPage(*self._parts()))

    @cached_property
    def records(self) -> RecordsPage:
        """Closed cases as records."""
        from ui.records.page import RecordsPage

        return self.join(RecordsPage(*self._parts()))

    @cached_property
    def country(self) -> CountryPage:
        """One country."""
        from ui.country.page import CountryPage

        return self.join(CountryPage(*self._parts()))

    @cached_property
    def watchlist(self) -> WatchlistPage:
        """The watchlist."""
        from ui.watchlist.page import WatchlistPage

        return self.join(WatchlistPage(*self._parts()))

    @cached_property
    def dependency(self) -> DependencyPage:
        """Dependence on single suppliers."""
        from ui.dependency.page import DependencyPage

        return self.join(DependencyPage(*self._parts()))

    @cached_property
    def chains(self) -> ChainsPage:
        """What goes into what."""
        from ui.chains.page import ChainsPage

        return self.join(ChainsPage(*self._parts()))

    @cached_property
    def deadlines(self) -> DeadlinesPage:
        """Dates ahead."""
        from ui.deadlines.page import DeadlinesPage

        return self.join(DeadlinesPage(*self._parts()))

    @cached_property
    def briefing(self) -> BriefingPage:
        """The briefing."""
        from ui.briefing.page import BriefingPage

        return self.join(BriefingPage(*self._parts()))

    @cached_property
    def exchange(self) -> ExchangePage:
        """Bundles for and from other desks."""
        from ui.exchange.page import ExchangePage

        return self.join(ExchangePage(*self._parts()))

    @cached_property
    def start(self) -> StartPage:
        """The first page of a new profile."""
        from ui.start.page import StartPage

        return self.join(StartPage(*self._parts()))
