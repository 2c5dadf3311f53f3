"""A dialog is never larger than its screen, and its buttons are always in sight.

shown -> no larger than the screen; what needs more scrolls above the last row, that of the buttons
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize
from PySide6.QtWidgets import QDialog, QFrame, QScrollArea, QVBoxLayout, QWidget

NO_END, DONE = 16_777_215, "scrolls"
BAR = 10  # of the style sheet
FRAME = QSize(8, 40)  # what a window manager puts around a dialog


def fit(dialog: QDialog) -> None:
    """Holds a dialog of parts in a column to its screen, from now on."""
    dialog.installEventFilter(_Fitting(dialog))


class _Fitting(QObject):
    """Looks when its dialog is shown, and when its parts need more room than they did."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Never takes an event."""
        kind = event.type()
        if isinstance(watched, QDialog) and (
            kind == QEvent.Type.Show or (kind == QEvent.Type.LayoutRequest and watched.isVisible())
        ):
            _hold(watched)
        return False


def _hold(dialog: QDialog) -> None:
    most = dialog.screen().availableSize() - FRAME
    if dialog.maximumWidth() < NO_END or dialog.maximumHeight() < NO_END:
        dialog.setMaximumSize(dialog.maximumSize().boundedTo(most))
    needs = _needs(dialog, most)
    dialog.setMinimumSize(dialog.minimumSize().boundedTo(most))
    column = dialog.layout()
    if isinstance(column, QVBoxLayout) and needs.boundedTo(most) != needs:
        _scroll(dialog, column)
    if dialog.size().boundedTo(most) != dialog.size():
        dialog.resize(dialog.size().boundedTo(most))


def _needs(dialog: QDialog, most: QSize) -> QSize:
    """The least room; of words that wrap as much as they take at the width they get."""
    needs, column = dialog.minimumSizeHint().expandedTo(dialog.minimumSize()), dialog.layout()
    if column is not None and column.hasHeightForWidth():
        wide = min(max(needs.width(), dialog.width()), most.width())
        needs.setHeight(max(needs.height(), column.minimumHeightForWidth(wide)))
    return needs


def _scroll(dialog: QDialog, column: QVBoxLayout) -> None:
    """All but the last row goes into an area that scrolls."""
    last = None if dialog.property(DONE) else column.takeAt(column.count() - 1)
    foot = last.layout() if last else None
    if foot is None:
        return
    dialog.setProperty(DONE, True)
    edges, inner, area = column.contentsMargins(), QWidget(), QScrollArea()
    inner.setLayout(column)
    column.setContentsMargins(0, 0, BAR, 0)  # the bar lies over nothing
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidget(inner)
    outer = QVBoxLayout(dialog)
    outer.setContentsMargins(edges)
    outer.setSpacing(column.spacing())
    outer.addWidget(area, 1)
    outer.addLayout(foot)
    dialog.resize(dialog.width() + 2 * BAR, dialog.height())
