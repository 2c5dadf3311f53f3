"""The words that a person has picked in the texts of a page, and the wish to watch them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from ui.marked import MarkedText

Asked = Callable[[str, str], object]  # words and their language


def follow(texts: QWidget, asked: Asked) -> None:
    """Of all texts within a widget one has picked words at a time; its menu asks to watch them."""
    found = texts.findChildren(MarkedText)

    def alone(one: MarkedText) -> None:
        for other in found:
            if other is not one:
                other.pick(0, 0)

    for one in found:
        one.picking.connect(lambda one=one: alone(one))
        one.term_asked.connect(lambda said, one=one: asked(said, one.language))


def picked(texts: QWidget) -> tuple[str, str]:
    """What is picked and its language, ("", "") when nothing is."""
    found = ((one.picked(), one.language) for one in texts.findChildren(MarkedText))
    return next((told for told in found if told[0]), ("", ""))
