"""Indicators of several years as one line a product: the last year, and how it came to it. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from osawatch.dependency.model import OF_YEARS, Basis, Dependency


@dataclass(frozen=True, slots=True)
class Line:
    """A product of a reporter by one basis; `years` from the first to the last that is known."""

    years: tuple[Dependency, ...]

    @property
    def last(self) -> Dependency:
        """The last year."""
        return self.years[-1]

    @property
    def key(self) -> tuple[str, str, Basis]:
        """What tells it from others."""
        return self.last.hs6, self.last.reporter, self.last.basis

    @property
    def recent(self) -> tuple[tuple[int, bool | None], ...]:
        """The last three years, whether each was dependent; None = not in the files."""
        known = {one.year: one.dependent for one in self.years}
        last = self.last.year
        return tuple((year, known.get(year)) for year in range(last - OF_YEARS + 1, last + 1))


def lines(rows: Iterable[Dependency]) -> list[Line]:
    """One a product, reporter and basis, in the order in which each comes first."""
    found: dict[tuple[str, str, Basis], dict[int, Dependency]] = {}
    for one in rows:
        found.setdefault((one.hs6, one.reporter, one.basis), {})[one.year] = one
    return [Line(tuple(years[year] for year in sorted(years))) for years in found.values()]
