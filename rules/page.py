"""A text in its folded form: title and summary in one string, and the ways back."""

from __future__ import annotations

from typing import Literal

from rules.fold import Folded, fold, fold_both
from rules.model import Evidence, Text


class Page:
    """What is looked through: `folded`, and `cut`, where the summary begins in it."""

    __slots__ = ("_summary", "_title", "cut", "folded", "text")

    def __init__(self, text: Text) -> None:
        self.text = text
        # the line break between the fields matches nothing
        if text.summary:
            self.folded = fold_both(text.title, text.summary)
            self.cut = self.folded.index("\n") + 1
        else:
            self.folded = fold(text.title)
            self.cut = len(self.folded) + 1
        self._title: Folded | None = None
        self._summary: Folded | None = None

    @property
    def title(self) -> Folded:
        """The title and its way back."""
        if self._title is None:
            self._title = Folded(self.text.title, self.folded[: self.cut - 1])
        return self._title

    @property
    def summary(self) -> Folded:
        """The summary and its way back."""
        if self._summary is None:
            self._summary = Folded(self.text.summary, self.folded[self.cut :] or " ")
        return self._summary

    def original(self, start: int, end: int) -> str:
        """The words of the original at a folded place."""
        if start < self.cut:
            first, last = self.title.span(start, end)
            return self.text.title[first:last]
        first, last = self.summary.span(start - self.cut, end - self.cut)
        return self.text.summary[first:last]

    def evidence(self, start: int, end: int, concept: str, selection: str = "") -> Evidence:
        """A folded place as code points of the field it stands in."""
        name: Literal["title", "summary"] = "title" if start < self.cut else "summary"
        folded, shift = (self.title, 0) if start < self.cut else (self.summary, self.cut)
        first, last = folded.span(start - shift, end - shift)
        return Evidence(name, first, last, folded.original[first:last], concept, selection)
