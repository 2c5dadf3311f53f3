"""What the page on the screen can do: its buttons, and what their menus hold.

page -> buttons that can be pressed now -> words of each -> what it does
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget
from shiboken6 import isValid

from ui.frame.words import text
from ui.widgets import Button

Deed = tuple[str, Callable[[], object]]
CHOOSES = ("filter", "seg")  # kinds of buttons that choose what is shown, and do nothing


def deeds(page: QWidget) -> list[Deed]:
    """Words and deed of each; words that several buttons have are left out: they name none."""
    found = [one for button in page.findChildren(Button) for one in _of(button, page)]
    times = Counter(words for words, _do in found)
    return [one for one in found if one[0] and times[one[0]] == 1]


def _of(button: Button, page: QWidget) -> Iterator[Deed]:
    chooses = str(button.property("kind")).startswith(CHOOSES)
    if chooses or not button.isEnabled() or not button.isVisibleTo(page):
        return
    if (menu := _menu(button)) is not None:
        menu.aboutToShow.emit()  # some are filled when they open
        yield from _leaves(menu)
    else:
        yield button.accessibleName(), _pressed(button, button.click)


def _menu(button: Button) -> QMenu | None:
    return button.menu()  # Qt's stub knows no button without one


def _leaves(menu: QMenu) -> Iterator[Deed]:
    for action in menu.actions():
        inner = action.menu()
        if not action.isEnabled() or not action.isVisible() or action.isSeparator():
            continue
        if isinstance(inner, QMenu):
            yield from ((text("page_does", _plain(action), one), do) for one, do in _leaves(inner))
        else:
            yield _plain(action), _pressed(action, action.trigger)


def _plain(action: QAction) -> str:
    """Without the sign for the underlined letter."""
    return action.text().replace("&&", "\0").replace("&", "").replace("\0", "&")


def _pressed(what: Button | QAction, do: Callable[[], object]) -> Callable[[], object]:
    """Pressed, if it is still there: a page may be drawn anew while one types."""
    return lambda: do() if isValid(what) else None
