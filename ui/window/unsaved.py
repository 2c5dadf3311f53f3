"""What was typed and not saved: kept when the window locks, given back to the same person.

lock -> ui.vault.typed -> a sealed file -> the person is back -> ui.vault.given
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QWidget

from ui.frame.words import text as frame
from ui.inbox.page import InboxPage
from ui.pages import Pages
from ui.places import PLACES
from ui.tasks import Tasks
from ui.theme import Theme
from ui.vault import typed
from ui.vault.given import Given
from ui.vault.typed import Typed
from ui.vault.words import text


@dataclass(frozen=True, slots=True)
class Around:
    """What it needs of the window. `let_go`: whether a person said that pages may lose it."""

    pages: Pages
    inbox: InboxPage
    theme: Callable[[], Theme]
    said: Callable[[str], object]
    let_go: Callable[[], bool]


class Unsaved:
    """Of `who`, the name that opened the profile; "" = whoever has the recovery code."""

    def __init__(
        self, window: QWidget, tasks: Tasks, folder: Path, who: str, around: Around
    ) -> None:
        self._window, self._tasks, self._around = window, tasks, around
        self._folder, self._who = folder, who
        self.dialog: Given | None = None

    def keep(self) -> None:
        """At once, in this thread: the program ends now, and nobody is there to wait."""
        typed.keep(self._folder, self._who, typed.everywhere(self._place))

    def give_back(self) -> None:
        """Shows what was kept, if anything was."""
        read = lambda: typed.kept(self._folder, self._who)  # noqa: E731
        failed = lambda error: self._around.said(text("typed_gone", error))  # noqa: E731
        self._tasks.run(self._window, read, self._show, failed)

    def _show(self, found: list[Typed]) -> None:
        if not found:
            return
        self._window.show()  # it may have been opened into the tray
        self.dialog = Given(found, self._around.theme(), self._window)
        self.dialog.accepted.connect(lambda: typed.remove(self._folder, self._who))
        self.dialog.open()

    def _place(self, part: QWidget) -> str | None:
        """The page it belongs to, and the story that was looked at; None = it was let go."""
        pages, inbox = self._around.pages, self._around.inbox
        page = next((one for one in pages.made() if one.isAncestorOf(part)), None)
        if page is not None and self._around.let_go() and hasattr(page, "may_leave"):
            return None
        key = pages.key(page) if page is not None else pages.current()
        card = inbox.card() if key == "inbox" else None
        words = next((frame(one.words) for one in PLACES if one.key == key), "")
        return f"{words}: {card.title}" if card is not None else words
