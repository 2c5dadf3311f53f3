"""A day to come, asked for: until when a story is out of sight."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QDateEdit, QDialog, QHBoxLayout, QVBoxLayout, QWidget

from ui.fitting import fit
from ui.i18n import mark, say
from ui.theme import T13, T16, Theme, font
from ui.widgets import Button, ink, label

TEXTS = {
    "title": mark("day", "Snooze until a day"),
    "told": mark("day", "It comes back at seven in the morning of that day."),
    "day": mark("day", "Day"),
    "do": mark("day", "Snooze"),
    "cancel": mark("day", "Cancel"),
}
FIRST, AHEAD = 1, 3650  # days from today; further than that nobody means it
WEEK = 7
MORNING = time(7)  # when a desk begins


def text(key: str) -> str:
    """A sentence of the dialog."""
    return say("day", TEXTS[key])


class DayDialog(QDialog):
    """From tomorrow on; `day` is what it shows."""

    def __init__(self, today: date, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        fit(self)
        self.setWindowTitle(text("title"))
        self.setMinimumWidth(400)
        self.edit = QDateEdit(_qt(today + timedelta(WEEK)))
        self.edit.setDateRange(_qt(today + timedelta(FIRST)), _qt(today + timedelta(AHEAD)))
        self.edit.setCalendarPopup(True)
        self.edit.setDisplayFormat("yyyy-MM-dd")
        self.edit.setFont(font(T13))
        self.edit.setAccessibleName(text("day"))
        self.snooze = Button(text("do"), theme, "primary", "snooze")
        self.cancel = Button(text("cancel"), theme)
        self.snooze.clicked.connect(self.accept)
        self.cancel.clicked.connect(self.reject)
        self.snooze.setDefault(True)
        self._lay_out(theme)

    def _lay_out(self, theme: Theme) -> None:
        column, foot = QVBoxLayout(self), QHBoxLayout()
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(12)
        told = label(text("told"), wrap=True)
        ink(told, theme.text2)
        for part in (label(text("title"), T16, 600, wrap=True), told, self.edit):
            column.addWidget(part)
        foot.addStretch(1)
        foot.addWidget(self.cancel)
        foot.addWidget(self.snooze)
        column.addLayout(foot)
        self.edit.setFocus()

    def day(self) -> date:
        """The day that is shown."""
        shown = self.edit.date()
        return date(shown.year(), shown.month(), shown.day())


def begins(day: date) -> str:
    """The morning of a day by this machine's clock, as the log has times: in UTC."""
    return datetime.combine(day, MORNING).astimezone().astimezone(UTC).isoformat()


def _qt(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)
