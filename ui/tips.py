"""Tool tips as plain text. Qt takes a tip that looks like HTML for HTML, and would fetch for it."""

from __future__ import annotations

import html

from PySide6.QtCore import QEvent, QObject, QPoint
from PySide6.QtGui import QHelpEvent, Qt
from PySide6.QtWidgets import QAbstractItemView, QToolTip, QWidget

MOST = 600  # characters of a tip


def shown(words: str) -> str:
    """Words so that a tip shows them as they are."""
    short = words if len(words) <= MOST else f"{words[: MOST - 1]}…"
    if not Qt.mightBeRichText(short):
        return short
    lines = html.escape(short).replace("\n", "<br>")
    return f"<qt>{lines}</qt>"


def show(where: QPoint, words: str, widget: QWidget) -> None:
    """A tip at a place on the screen; no words hide the one that is there."""
    QToolTip.showText(where, shown(words), widget)


class Tips(QObject):
    """Watches the whole program: a tip that a widget or a row has is shown as plain text.

    Every event of the program passes here: the class of an event is known at once, its type is an
    enum that would be made for each.
    """

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """True where the tip was shown here."""
        if not isinstance(event, QHelpEvent) or event.type() != QEvent.Type.ToolTip:
            return False
        if not isinstance(watched, QWidget):
            return False
        words = watched.toolTip() or _of_row(watched, event.pos())
        if not Qt.mightBeRichText(words):
            return False
        show(event.globalPos(), words, watched)
        return True


def _of_row(viewport: QWidget, at: QPoint) -> str:
    view = viewport.parent()
    if not isinstance(view, QAbstractItemView) or view.viewport() is not viewport:
        return ""
    words = view.indexAt(at).data(Qt.ItemDataRole.ToolTipRole)
    return words if isinstance(words, str) else ""
