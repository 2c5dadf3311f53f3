"""The settings as a form that works on a copy.

FIELDS -> one widget each -> value() = a new Settings; the one that came in is never touched
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import cache
from zoneinfo import available_timezones

from PySide6.QtCore import QLocale, Qt, QTimeZone, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QCompleter,
    QGridLayout,
    QLabel,
    QLineEdit,
    QStyle,
    QStyleOptionButton,
    QVBoxLayout,
    QWidget,
)

from osawatch.model import Settings
from osawatch.policy import checks
from ui import icons
from ui.i18n import mark, say
from ui.settings_fields import BY_NAME, CONTEXT, Field, Kind
from ui.settings_fields import FIRST as FIRST
from ui.theme import T11, T13, Theme, font
from ui.widgets import Line, ink, label

CHECKED: dict[str, Callable[[object], str]] = {
    "hours": checks.hours_of,
    "hosts": lambda value: checks.hosts(value) if value else "",
}
UNKNOWN = mark("settings", "Not a country code: {0}. Use two letters, as in KZ.")
WRONG = mark("settings", "{0}: {1}")
LOCKED = mark("settings", "Decided by the policy {0}")
STARTED = mark("settings", "As long as the program runs: it was started with {0}")
NO_CLOCK = mark("settings", "Not a time of day: {0}. Use one as in 07:30.")
NO_ZONE = mark("settings", "Not a time zone: {0}. Use one as in Europe/Amsterdam.")
NO_MINUTES = mark("settings", "Not a number of minutes from 1 to 480: {0}")
FIGURES: dict[Kind, str] = {"clock": NO_CLOCK, "minutes": NO_MINUTES}
MOST_MINUTES = 480
CLOCK = re.compile(r"([01]\d|2[0-3]):[0-5]\d")


@cache
def territories() -> dict[str, str]:
    """Two-letter codes and English names of the countries Qt knows, and EU and XK."""
    found = {"EU": "European Union", "XK": "Kosovo"}
    for territory in QLocale.Country:
        code = QLocale.territoryToCode(territory)
        if re.fullmatch("[A-Z]{2}", code):
            found.setdefault(code, QLocale.territoryToString(territory))
    return found


def read_countries(typed: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Codes, and what was not understood. Names are taken as well as codes."""
    names = {name.casefold(): code for code, name in territories().items()}
    good: list[str] = []
    bad: list[str] = []
    for part in (p.strip() for p in re.split(r"[,;]", typed)):
        if not part:
            continue
        first = part.split()[0].upper()
        code = names.get(part.casefold()) or (first if first in territories() else "")
        (good if code else bad).append(code or part)
    return tuple(dict.fromkeys(good)), tuple(bad)


def sensible(settings: Settings, user: str = "") -> Settings:
    """A first answer to each question, taken from the system where nothing was answered yet."""
    if settings.ready:
        return settings
    dutch = QLocale.system().language() == QLocale.Language.Dutch
    zone = bytes(QTimeZone.systemTimeZoneId().data()).decode()
    return replace(
        settings,
        name=settings.name or user,
        language="nl" if dutch else settings.language,
        time_zone=zone if zone in available_timezones() else settings.time_zone,
    )


@cache
def _zones() -> list[str]:
    """The time zones a person may choose, in their order: some 600 files are looked at for it."""
    return sorted(zone for zone in available_timezones() if "/" in zone or zone == "UTC")


class SettingsForm(QWidget):
    """Some of the fields in columns, in their groups. `changed` when a person has answered one.

    `groups`: headings, each with the names of its fields; "" for no heading.
    """

    changed = Signal()

    def __init__(
        self, groups: Sequence[tuple[str, Sequence[str]]], theme: Theme, columns: int = 3
    ) -> None:
        super().__init__()
        self._settings, self._theme = Settings(), theme
        self._fields: list[Field] = []
        self._inputs: dict[str, QWidget] = {}
        self._captions: list[QLabel] = []
        self.problem = label("", T11)
        self.setStyleSheet(_sheet(theme))  # before there are fields: none is dressed twice
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(6)
        box.addLayout(self._grid(groups, columns))
        box.addWidget(self.problem)
        self._colour(theme)

    def _grid(self, groups: Sequence[tuple[str, Sequence[str]]], columns: int) -> QGridLayout:
        """One grid for all groups, so that what stands below each other is as wide."""
        grid, row = QGridLayout(), 0
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(12)
        for head, names in groups:
            if head:
                named = label(say(CONTEXT, head), T13, 600)
                named.setContentsMargins(0, 8 if row else 0, 0, 0)
                grid.addWidget(named, row, 0, 1, columns)
                row += 1
            for i, name in enumerate(names):
                field = BY_NAME[name]
                self._fields.append(field)
                grid.addLayout(self._cell(field), row + i // columns, i % columns)
            row += -(-len(names) // columns)
        for column in range(columns):
            grid.setColumnStretch(column, 1)
        return grid

    def set_theme(self, theme: Theme) -> None:
        """Other colours."""
        self._colour(theme)
        self.setStyleSheet(_sheet(theme))

    def _colour(self, theme: Theme) -> None:
        for caption in self._captions:
            ink(caption, theme.text2)
        ink(self.problem, theme.bad)
        for widget in self._inputs.values():
            if isinstance(widget, Combo | Check):
                widget.theme = theme

    def show_settings(self, settings: Settings) -> None:
        """Fills the form with a copy."""
        self._settings = settings
        for field in self._fields:
            self._put(field, getattr(settings, field.name))
        self.problem.setText("")

    def value(self) -> Settings:
        """What was answered, over what came in. A wrong answer keeps what was there."""
        answers = {field.name: self._take(field) for field in self._fields}
        return replace(self._settings, **answers)  # type: ignore[arg-type]  # each by its kind

    def problems(self) -> tuple[str, ...]:
        """What was not understood, in words."""
        out = []
        for field in self._fields:
            widget = self._inputs[field.name]
            if field.kind == "countries" and isinstance(widget, QLineEdit):
                out += [say(CONTEXT, UNKNOWN).format(c) for c in read_countries(widget.text())[1]]
            if field.kind in CHECKED and isinstance(widget, QLineEdit):
                wrong = CHECKED[field.kind](self._take(field))
                title = say(CONTEXT, field.title)
                out += [say(CONTEXT, WRONG).format(title, wrong)] if wrong else []
            if field.kind == "zone" and isinstance(widget, QComboBox):
                typed = widget.currentText().strip()
                if typed not in available_timezones():
                    out.append(say(CONTEXT, NO_ZONE).format(typed))
            if field.kind in FIGURES and isinstance(widget, QLineEdit) and self._wrong(field):
                out.append(say(CONTEXT, FIGURES[field.kind]).format(widget.text().strip()))
        return tuple(out)

    def lock(self, names: Mapping[str, str]) -> None:
        """What a policy decides is shown and cannot be changed; `names` holds the policy's file."""
        for name, widget in self._inputs.items():
            if name in names:
                widget.setEnabled(False)
                words = STARTED if names[name].startswith("--") else LOCKED
                widget.setToolTip(say(CONTEXT, words).format(names[name]))
                widget.setAccessibleDescription(widget.toolTip())

    def _wrong(self, field: Field) -> bool:
        widget = self._inputs[field.name]
        typed = widget.text().strip() if isinstance(widget, QLineEdit) else ""
        if field.kind == "minutes":
            return not (typed.isascii() and typed.isdigit() and 1 <= int(typed) <= MOST_MINUTES)
        needed = bool(getattr(Settings(), field.name))
        return not CLOCK.fullmatch(typed) if typed or needed else False

    def input(self, name: str) -> QWidget:
        """The widget that asks for a setting."""
        return self._inputs[name]

    def _cell(self, field: Field) -> QVBoxLayout:
        cell = QVBoxLayout()
        cell.setSpacing(4)
        makers: dict[Kind, Callable[[Field], QWidget]] = {
            "text": self._line,
            "countries": self._line,
            "hours": self._line,
            "hosts": self._line,
            "choice": self._choice,
            "zone": self._zone,
            "switch": self._switch,
            "clock": self._line,
            "minutes": self._line,
        }
        widget = makers[field.kind](field)
        widget.setFont(font(T13))
        widget.setAccessibleName(say(CONTEXT, field.title))
        self._inputs[field.name] = widget
        if field.kind != "switch":
            caption = label(say(CONTEXT, field.title), T11, 500)
            caption.setBuddy(widget)
            self._captions.append(caption)
            cell.addWidget(caption)
        cell.addWidget(widget)
        return cell

    def _line(self, field: Field) -> QWidget:
        line = Line(say(CONTEXT, field.hint) if field.hint else "")
        line.editingFinished.connect(self._on_changed)
        if field.kind == "countries":
            names = [f"{code} {name}" for code, name in sorted(territories().items())]
            completer = LastWord(names, line)
            line.setCompleter(completer)
        return line

    def _choice(self, field: Field) -> QWidget:
        combo = Combo(self._theme)
        for key, words in field.choices:
            combo.addItem(say(CONTEXT, words), key)
        combo.activated.connect(lambda _: self._on_changed())
        return combo

    def _zone(self, _field: Field) -> QWidget:
        combo = Combo(self._theme)
        combo.setEditable(True)
        combo.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        combo.addItems(_zones())
        completer = QCompleter(combo.model(), combo)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        combo.setCompleter(completer)
        combo.activated.connect(lambda _: self._on_changed())
        return combo

    def _switch(self, field: Field) -> QWidget:
        box = Check(say(CONTEXT, field.title), self._theme)
        box.clicked.connect(lambda _: self._on_changed())
        return box

    def _on_changed(self) -> None:
        self.problem.setText(" ".join(self.problems()))
        self.changed.emit()

    def _put(self, field: Field, value: object) -> None:
        widget = self._inputs[field.name]
        if isinstance(widget, QLineEdit):
            widget.setText(", ".join(value) if isinstance(value, tuple) else str(value))
        elif isinstance(widget, QComboBox) and field.kind == "zone":
            widget.setCurrentText(str(value))
        elif isinstance(widget, QComboBox):
            if widget.findData(value) < 0:  # a limit that nobody knows must not become "no limit"
                widget.addItem(str(value), value)
            widget.setCurrentIndex(widget.findData(value))
        elif isinstance(widget, QCheckBox):
            widget.setChecked(bool(value))

    def _take(self, field: Field) -> object:
        widget = self._inputs[field.name]
        if isinstance(widget, QCheckBox):
            return widget.isChecked()
        if isinstance(widget, QComboBox):
            if field.kind != "zone":
                return widget.currentData()
            typed = widget.currentText().strip()
            return typed if typed in available_timezones() else self._settings.time_zone
        return self._typed(field, widget.text().strip()) if isinstance(widget, QLineEdit) else None

    def _typed(self, field: Field, typed: str) -> object:
        if field.kind == "countries":
            return read_countries(typed)[0]
        if field.kind == "hosts":
            return tuple(filter(None, re.split(r"[\s,;]+", typed)))
        if field.kind in FIGURES and self._wrong(field):
            return getattr(self._settings, field.name)
        return int(typed) if field.kind == "minutes" else typed


def _sheet(theme: Theme) -> str:
    return f"""
    QComboBox {{ background: {theme.surface}; color: {theme.text}; padding: 0 4px 0 8px;
        border: 1px solid {theme.line2}; border-radius: 6px; min-height: 30px; }}
    QComboBox:focus {{ border-color: {theme.accent}; }}
    QComboBox:disabled {{ color: {theme.text3}; background: {theme.sunken}; }}
    QComboBox QLineEdit {{ border: 0; padding: 0; min-height: 0; background: transparent; }}
    QComboBox::drop-down {{ border: 0; width: 24px; }}
    QComboBox::down-arrow {{ image: none; border: 0; }}
    """


def combo(theme: Theme) -> Combo:
    """A box outside this form: Fusion's own edge is black on black in the dark themes."""
    made = Combo(theme)
    made.setStyleSheet(_sheet(theme))
    return made


class Combo(QComboBox):
    """A box with our own arrow: a style sheet that draws the frame takes the old one away."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme

    def paintEvent(self, event: QPaintEvent) -> None:
        """The box, then the arrow."""
        super().paintEvent(event)
        colour = self.theme.text2 if self.isEnabled() else self.theme.text3
        icons.draw(QPainter(self), "chevron", self.width() - 24, self.height() / 2 - 8, 16, colour)


class Check(QCheckBox):
    """A box with our own tick, for the same reason."""

    def __init__(self, words: str, theme: Theme) -> None:
        super().__init__(words)
        self.theme = theme

    @property
    def theme(self) -> Theme:
        """The colours; an empty box has an edge that is seen on every ground."""
        return self._theme

    @theme.setter
    def theme(self, theme: Theme) -> None:
        self._theme = theme
        self.setStyleSheet(f"""
        QCheckBox::indicator {{ width: 16px; height: 16px; border-radius: 4px;
            border: 1px solid {theme.text3}; background: {theme.surface}; }}
        QCheckBox::indicator:checked {{ border-color: {theme.fill}; background: {theme.fill}; }}
        QCheckBox::indicator:focus {{ border: 2px solid {theme.accent}; }}
        QCheckBox {{ spacing: 8px; color: {theme.text}; }}
        """)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The box, then the tick."""
        super().paintEvent(event)
        if not self.isChecked():
            return
        option = QStyleOptionButton()
        self.initStyleOption(option)
        element = QStyle.SubElement.SE_CheckBoxIndicator
        box = self.style().subElementRect(element, option, self)
        icons.draw(QPainter(self), "check", box.x() + 2, box.y() + 2, 14, self.theme.on_fill)


class LastWord(QCompleter):
    """Completes the part after the last comma."""

    def __init__(self, words: list[str], parent: QWidget) -> None:
        super().__init__(words, parent)
        self.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setFilterMode(Qt.MatchFlag.MatchContains)

    def splitPath(self, path: str) -> list[str]:
        """What is looked up."""
        return [path.rsplit(",", 1)[-1].strip()]

    def pathFromIndex(self, index: object) -> str:
        """What stands in the line afterwards: the code, behind those that were there."""
        chosen = super().pathFromIndex(index)[:2]  # type: ignore[arg-type]  # a QModelIndex
        widget = self.widget()
        before = widget.text() if isinstance(widget, QLineEdit) else ""
        return ", ".join([*(p.strip() for p in before.split(",")[:-1]), chosen])
