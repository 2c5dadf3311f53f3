"""Tab goes as one reads, also where rows come and go: by the order of layouts, not of making."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QWidget


def as_read(root: QWidget) -> None:
    """Put all that Tab comes to below this widget in the order of its layouts."""
    for one, other in pairwise(list(_below(root))):
        QWidget.setTabOrder(one, other)


def _below(widget: QWidget) -> Iterator[QWidget]:
    if widget.focusPolicy().value & Qt.FocusPolicy.TabFocus.value:
        yield widget
    layout = widget.layout()
    if layout is not None:
        yield from _within(layout)


def _within(layout: QLayout) -> Iterator[QWidget]:
    for place in range(layout.count()):
        item = layout.itemAt(place)
        if item is None:
            continue
        inner, widget = item.layout(), item.widget()
        if widget is not None:
            yield from _below(widget)
        elif inner is not None:
            yield from _within(inner)
