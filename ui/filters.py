"""A filter button with a menu of choices, several at once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from ui.theme import Theme
from ui.widgets import Button


class MenuFilter(Button):
    """«Kind», or «Kind: News» once chosen. `picked` carries the chosen keys."""

    picked = Signal(object)

    def __init__(self, words: str, theme: Theme) -> None:
        super().__init__(words, theme, "filter")
        self._words = words
        self._menu = QMenu(self)
        self._names: dict[str, str] = {}
        self._actions: dict[str, QAction] = {}
        self._built = False
        self._menu.aboutToShow.connect(self._build)
        self._on: frozenset[str] = frozenset()
        self.setMenu(self._menu)

    def set_choices(self, choices: Sequence[tuple[str, str]]) -> None:
        """Other choices, as key and name; what was chosen stays while it exists."""
        if dict(choices) == self._names:
            return
        self._names = dict(choices)
        self._built = False
        self._say()

    def _build(self) -> None:
        """Makes the menu when it is wanted: forty actions take longer than a frame."""
        if self._built:
            return
        self._built = True
        self._menu.clear()
        self._actions.clear()
        for key, name in self._names.items():
            action = QAction(name, self._menu)
            action.setCheckable(True)
            action.setChecked(key in self._on)
            action.toggled.connect(lambda on, key=key: self._toggle(key, on=on))
            self._menu.addAction(action)
            self._actions[key] = action

    def choose(self, keys: Iterable[str]) -> None:
        """Other keys are on; unknown ones wait until the choices name them."""
        self._on = frozenset(keys)
        for key, action in self._actions.items():
            action.blockSignals(True)  # one change, told once by who asked for it
            action.setChecked(key in self._on)
            action.blockSignals(False)
        self._say()

    def chosen(self) -> frozenset[str]:
        """The keys that are on."""
        return self._on

    def _toggle(self, key: str, *, on: bool) -> None:
        self._on = self._on | {key} if on else self._on - {key}
        self._say()
        self.picked.emit(self._on)

    def _say(self) -> None:
        names = ", ".join(self._names.get(key, key) for key in sorted(self._on))
        short = names if len(names) <= 24 else names[:23] + "…"
        self.set_kind("filter-on" if self._on else "filter")
        self.set_words(f"{self._words}: {short}" if names else self._words)
