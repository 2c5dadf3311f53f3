"""A page in sentences, found when somebody asks where a place stands."""

from __future__ import annotations

from bisect import bisect_right

from rules import sentences
from rules.page import Page


class Divided:
    """A page and the numbers of its sentences, those of the title first."""

    __slots__ = ("_bounds", "_known", "page")

    def __init__(self, page: Page) -> None:
        self.page = page
        self._bounds: list[int] = []
        self._known = 0  # the folded place up to which sentences were looked for

    @property
    def bounds(self) -> list[int]:
        """Folded positions at which a sentence begins."""
        self._learn(len(self.page.folded))
        return self._bounds

    def sentence(self, place: int) -> int:
        """The number of the sentence a place stands in."""
        if place >= self._known:
            self._learn(place)
        return bisect_right(self._bounds, place) - 1

    def sentence_span(self, number: int) -> tuple[int, int]:
        """Folded start and end of a sentence."""
        bounds = self.bounds
        end = bounds[number + 1] if number + 1 < len(bounds) else len(self.page.folded)
        return bounds[number], end

    def _learn(self, place: int) -> None:
        """The sentences of the title; those below it when a place there is asked for."""
        text, cut, end = self.page.text, self.page.cut, len(self.page.folded) + 1
        bounds = list(self._bounds)
        if not self._known:
            bounds = sentences.folded(text.title, sentences.starts(text.title, title=True))
        if place >= cut and self._known < end and text.summary:
            places = sentences.folded(text.summary, sentences.starts(text.summary))
            bounds += [cut + one for one in places]
        self._bounds, self._known = bounds, end if place >= cut else cut
