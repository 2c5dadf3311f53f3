"""Names for the codes that rows show, learnt in tasks so that painting never asks the core."""

from __future__ import annotations

from osawatch.core import Core
from osawatch.model import CardDetail, Facets
from ui import words


class Names:
    """Goods, countries and measures by id; an unknown one is its id, made readable."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, str], str] = {}

    def learn(self, facets: Facets) -> None:
        """All that lists can be filtered by."""
        axes = (("good", facets.goods), ("country", facets.countries), ("measure", facets.measures))
        for axis, found in axes:
            self._known |= {(axis, facet.id): facet.name for facet in found}

    def add(self, found: dict[tuple[str, str], str]) -> None:
        """Some more."""
        self._known |= found

    def of(self, axis: str, key: str) -> str:
        """The name, or the id with spaces."""
        name = self._known.get((axis, key)) or key.replace("-", " ")
        return name[:1].upper() + name[1:]

    def kind(self, key: str) -> str:
        """The name of a source kind."""
        return words.word(words.KINDS, key)


def needed(core: Core, detail: CardDetail) -> dict[tuple[str, str], str]:
    """The names that a preview shows. Call it in a task: the first name loads the rules."""
    goods = set(detail.card.goods) | {good for good, _, _ in detail.suppliers}
    lands = {role.country for one in detail.alerts for role in one.alert.roles}
    lands |= set(detail.card.countries) | {land for _, land, _ in detail.suppliers}
    measures = {measure for one in detail.alerts for measure in one.alert.measures}
    measures |= {one.score.reasons.get("severity", "") for one in detail.alerts}
    for item in detail.story:
        for found in item.marks:
            axis, _, key = found.concept.partition(":")
            {"good": goods, "country": lands, "measure": measures}.get(axis, set()).add(key)
    axes = (("good", goods), ("country", lands), ("measure", measures))
    return {(axis, key): core.names(axis, key) for axis, keys in axes for key in keys if key}
