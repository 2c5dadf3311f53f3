"""The filter bar of the inbox: what to show, as you type and as you choose."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy

from osawatch.model import Facet, Facets, Filter
from osawatch.searches import SavedSearch
from ui import words
from ui.filters import MenuFilter
from ui.i18n import mark, say
from ui.inbox.completing import Completing
from ui.inbox.saved import SavedButton
from ui.names import Names
from ui.theme import Theme
from ui.widgets import Button, Search, Segments, TopBar

SINCE = (("7", 7), ("28", 28), ("90", 90))
TEXTS = {
    "search": mark("inbox", "Search titles and text"),
    "good": mark("inbox", "Good"),
    "country": mark("inbox", "Country"),
    "measure": mark("inbox", "Measure"),
    "level": mark("inbox", "Level"),
    "status": mark("inbox", "Status"),
    "kind": mark("inbox", "Source kind"),
    "source": mark("inbox", "Source"),
    "tag": mark("inbox", "Tag"),
    "offer": mark("inbox", "{0}: {1}"),
    "since": mark("inbox", "Since"),
    "days": mark("inbox", "{0} days"),
    "up": mark("inbox", "{0} and up"),
    "order": mark("inbox", "Order"),
    "newest": mark("inbox", "Newest"),
    "score": mark("inbox", "Worst"),
    "clear": mark("inbox", "Clear"),
    "count": mark("inbox", "{0}  ({1})"),
}
LEVELS = ("low", "medium", "high", "critical")
STATUSES = ("new", "seen", "in_hand")
FACETS = ("good", "country", "measure", "level", "status", "kind", "source", "tag", "since")
OFFERED = ("good", "country", "source", "tag")
ORDERS = ("newest", "score")
RARE = ("source", "tag")  # chosen by typing; their buttons stand there once they are


def text(key: str, *values: object) -> str:
    """A sentence of the bar."""
    said = say("inbox", TEXTS[key])
    return said.format(*values) if values else said


class FilterBar(TopBar):
    """Search and one button a facet. `changed` when the filter is another one."""

    changed = Signal()

    def __init__(self, theme: Theme, names: Names) -> None:
        super().__init__(theme, "")
        self._names = names
        self.search = Search(text("search"), theme, 216)
        fixed = QSizePolicy.Policy.Fixed  # else it takes the room of a line that it does not fill
        self.search.setSizePolicy(fixed, fixed)
        self._menus = {
            key: MenuFilter(text(key), theme)
            for key in (
                "good",
                "country",
                "measure",
                "level",
                "status",
                "kind",
                "source",
                "tag",
                "since",
            )
        }
        self.saved = SavedButton(theme)
        self.completing = Completing(self.search)
        self.completing.picked.connect(self._on_offer)
        self.clear_all = Button(text("clear"), theme, "quiet", "close")
        self.order = self._orders(theme)
        self.add(self.search, *self._menus.values()).stretch()
        self.add(self.clear_all, self.order, self.saved)
        self._fixed()
        self.search.textChanged.connect(lambda _: self._on_picked())
        for menu in self._menus.values():
            menu.picked.connect(lambda _: self._on_picked())
        self.clear_all.clicked.connect(self.clear)
        self._show_clear()

    def turn_order(self) -> None:
        """Worst first where it was newest first, and the other way round."""
        self.order.pick(ORDERS[1 - ORDERS.index(self.order.on)])

    def _orders(self, theme: Theme) -> Segments:
        made = Segments([(key, text(key)) for key in ORDERS], ORDERS[0], theme, text("order"))
        for button in made.findChildren(Button):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keys to the list
        made.picked.connect(lambda _: self.changed.emit())
        return made

    def _fixed(self) -> None:
        menus = self._menus
        menus["level"].set_choices(
            [(key, text("up", words.word(words.LEVELS, key))) for key in LEVELS]
        )
        menus["status"].set_choices([(key, words.word(words.STATUSES, key)) for key in STATUSES])
        menus["since"].set_choices([(key, text("days", days)) for key, days in SINCE])

    def learn(self, facets: Facets) -> None:
        """The goods, countries, measures and kinds there are."""
        for key, found in (
            ("good", facets.goods),
            ("country", facets.countries),
            ("measure", facets.measures),
        ):
            self._menus[key].set_choices([(one.id, self._counted(one)) for one in found])
        self._menus["kind"].set_choices([(f.id, self._names.kind(f.id)) for f in facets.kinds])
        self._menus["source"].set_choices([(one.id, one.name) for one in facets.sources])
        self._menus["tag"].set_choices([(one.id, one.name) for one in facets.tags])
        offered = (facets.goods, facets.countries, facets.sources, facets.tags)
        self.completing.learn(
            [
                (key, one.id, text("offer", text(key), one.name or one.id))
                for key, each in zip(OFFERED, offered, strict=True)
                for one in each
            ]
        )

    def _counted(self, facet: Facet) -> str:
        return text("count", facet.name or facet.id, facet.count)

    def start(self, wanted: Filter) -> None:
        """Begin with what the post wants to see."""
        self._menus["country"].choose(wanted.countries)
        self._show_clear()

    def filter(self, view: Filter) -> Filter:
        """The view with all that is chosen here."""
        chosen = {key: menu.chosen() for key, menu in self._menus.items()}
        levels = [level for level in LEVELS if level in chosen["level"]]
        since = [days for key, days in SINCE if key in chosen["since"]]
        return replace(
            view,
            text=self.search.text().strip(),
            goods=tuple(sorted(chosen["good"])),
            countries=tuple(sorted(chosen["country"])),
            measures=tuple(sorted(chosen["measure"])),
            kinds=tuple(sorted(chosen["kind"])),
            sources=tuple(sorted(chosen["source"])),
            tags=tuple(sorted(chosen["tag"])),
            statuses=tuple(sorted(chosen["status"])),
            level=levels[0] if levels else "",
            order="score" if self.order.on == "score" else "newest",
            since=datetime.now(UTC) - timedelta(days=max(since)) if since else None,
        )

    def active(self) -> bool:
        """Whether anything is filtered out."""
        return bool(self.search.text().strip()) or any(m.chosen() for m in self._menus.values())

    def clear(self) -> None:
        """Show all again."""
        self.search.clear()
        for menu in self._menus.values():
            menu.choose(())
        self._on_picked()

    def show_filter(self, wanted: Filter) -> None:
        """Take over a filter that another page asked for."""
        self.search.setText(wanted.text)
        for key, values in (
            ("good", wanted.goods),
            ("country", wanted.countries),
            ("measure", wanted.measures),
            ("kind", wanted.kinds),
            ("source", wanted.sources),
            ("tag", wanted.tags),
        ):
            self._menus[key].choose(values)
        self._on_picked()

    def show_search(self, search: SavedSearch) -> None:
        """Take over a saved search, with its level, status and days."""
        self._menus["level"].choose([search.level] if search.level else ())
        self._menus["status"].choose(search.statuses)
        self._menus["since"].choose([key for key, days in SINCE if days == search.days])
        self.show_filter(search.wanted(datetime.now(UTC)))

    def days(self) -> int:
        """How far back the list goes, 0 = all."""
        return max((days for key, days in SINCE if key in self._menus["since"].chosen()), default=0)

    def _on_offer(self, facet: str, key: str) -> None:
        self._menus[facet].choose({*self._menus[facet].chosen(), key})
        self._on_picked()

    def _on_picked(self) -> None:
        self._show_clear()
        self.changed.emit()

    def _show_clear(self) -> None:
        self.clear_all.setVisible(self.active())
        self.saved.allow(active=self.active())
        for key in RARE:
            self._menus[key].setVisible(bool(self._menus[key].chosen()))
