"""Products as a table that sorts by their figures: the last year of each, and how it came to it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QObject, QSortFilterProxyModel

from osawatch.dependency.history import Line
from osawatch.dependency.model import Supplier
from ui.dependency.words import capped, recent, text
from ui.i18n import figure
from ui.tables import SORT, Index, Rows

COLUMNS = ("name", "cdi1", "cdi2", "cdi3", "suppliers", "recent", "coverage")
FIGURES = ("cdi1", "cdi2", "cdi3")
SHOWN = 4


class Products(Rows[Line]):
    """All products that are kept; `names` of goods by code, `lands` of countries."""

    COLUMNS = COLUMNS

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.names: Mapping[str, str] = {}
        self.lands: Mapping[str, str] = {}

    def show(
        self, rows: Sequence[Line], names: Mapping[str, str], lands: Mapping[str, str]
    ) -> None:
        """Other rows."""
        self.names, self.lands = names, lands
        self.show_rows(rows)

    def head(self, key: str) -> str:
        """The words over a column."""
        return text(key)

    def head_tip(self, key: str) -> str | None:
        """What its figure is."""
        return text(f"{key}_told") if key in (*FIGURES, "recent", "coverage") else None

    def words(self, row: Line, key: str) -> str:
        """What a cell says, whole: it is painted shorter."""
        last = row.last
        if key in FIGURES:
            return capped(getattr(last, key))
        if key == "name":
            return " · ".join(part for part in (self.names.get(last.hs6, ""), last.hs6) if part)
        if key == "recent":
            return recent(row)
        if key == "coverage":
            return f"{figure(100 * last.coverage)} %"
        told = ", ".join(self.supplier(one) for one in last.suppliers[:SHOWN])
        return f"{told} ({last.year})" if told else "–"

    def supplier(self, one: Supplier) -> str:
        """«China 69 %», marked when it is in the EEA, Switzerland or the United Kingdom."""
        name = self.lands.get(one.country, one.country)
        return f"{text('near', name) if one.near else name} {figure(100 * one.share)} %"

    def order(self, row: Line, key: str, place: int) -> Any:
        """By its figure."""
        if key in FIGURES:
            value = getattr(row.last, key)
            return -1.0 if value is None else value
        if key == "suppliers":
            return row.last.suppliers[0].share if row.last.suppliers else 0.0
        if key == "recent":
            return sum(bool(met) for _, met in row.recent)
        return row.last.coverage if key == "coverage" else super().order(row, key, place)


class Chosen(QSortFilterProxyModel):
    """The rows that fit what was typed and picked."""

    def __init__(self, rows: Products) -> None:
        super().__init__(rows)
        self._words: list[str] = []
        self._only, self._reporter, self._basis = "all", "", ""
        self.setSourceModel(rows)
        self.setSortRole(SORT)
        self._products = rows

    def choose(self, words: str, only: str, reporter: str, basis: str) -> None:
        """Other words, or another kind."""
        self._words, self._only = words.casefold().split(), only
        self._reporter, self._basis = reporter, basis
        self.invalidate()

    def shown(self) -> list[Line]:
        """All rows that are shown, in their order."""
        return [self.line(row) for row in range(self.rowCount())]

    def line(self, row: int) -> Line:
        """The line of a shown row."""
        return self._products.rows[self.mapToSource(self.index(row, 0)).row()]

    def filterAcceptsRow(self, row: int, parent: Index) -> bool:
        """The reporter, the basis, the kind, and all words in code, name or suppliers."""
        one = self._products.rows[row]
        if (one.last.reporter, one.last.basis) != (self._reporter, self._basis):
            return False
        if (self._only == "dependent" and not one.last.dependent) or (
            self._only == "steady" and not one.last.steady
        ):
            return False
        told = " ".join(self._products.words(one, key) for key in ("name", "suppliers"))
        return all(word in told.casefold() for word in self._words)
