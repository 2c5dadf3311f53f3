"""From words in a text to the watchlist: a new good, a new company, or one more word of a good.

term_asked -> names of the goods (task) -> a menu -> the page of the watchlist -> a form filled in
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QMenu, QWidget

from osawatch.core import Core
from osawatch.watching import forms
from ui.tasks import Tasks
from ui.watchlist.page import WatchlistPage
from ui.watchlist.words import text

MOST = 7  # goods that are offered
ANY = "xx"
LANGUAGE = re.compile(r"[a-z]{2}(-[A-Z][a-z]{3})?")


class Watch(QObject):
    """`turn` goes to the page of the watchlist and gives it."""

    def __init__(
        self, core: Core, tasks: Tasks, window: QWidget, turn: Callable[[], WatchlistPage]
    ) -> None:
        super().__init__(window)
        self._core, self._tasks, self._window, self._turn = core, tasks, window, turn
        self.menu: QMenu | None = None

    def offer(self, said: str, language: str, goods: Sequence[str]) -> None:
        """Asks what these words are."""
        few = tuple(dict.fromkeys(goods))[:MOST]
        names = lambda: [(good, self._core.names("good", good)) for good in few]  # noqa: E731
        self._tasks.run(self, names, lambda found: self._ask(said, language, found))

    def _ask(self, said: str, language: str, goods: list[tuple[str, str]]) -> None:
        menu = QMenu(self._window)
        choices: list[tuple[str, Callable[[], object]]] = [
            (text("watch_good"), partial(self._new, "goods", said, language)),
            (text("watch_company"), partial(self._new, "companies", said, language)),
        ]
        choices += [
            (text("watch_word", name), partial(self._word, good, said, language))
            for good, name in goods
        ]
        for n, (words, do) in enumerate(choices, 1):
            action = menu.addAction(f"&{n}   {words.replace('&', '&&')}")
            action.triggered.connect(lambda _=False, do=do: do())
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self._window.mapToGlobal(QPoint(self._window.width() // 2, 120)))
        self.menu = menu

    def _new(self, kind: str, said: str, language: str) -> None:
        page = self._turn()
        page.watch_new(kind, begun(kind, said, language, self._core.settings().language))

    def _word(self, good: str, said: str, language: str) -> None:
        line = forms.shown("terms", {tongue(language) or ANY: [said]})
        self._turn().watch_word("goods", good, "terms", line)


def begun(kind: str, said: str, language: str, own: str) -> dict[str, str]:
    """The first texts of a new entry for these words; `own`: the language of the window."""
    known = tongue(language)
    words = forms.shown("terms", {known or ANY: [said]})
    if kind == "companies":
        return {"id": slug(said), "names": words}
    return {"id": slug(said), "names": f"{known or own}: {said}", "terms": words}


def slug(said: str) -> str:
    """An id for these words, "" when they have no letter that an id may hold."""
    plain = unicodedata.normalize("NFKD", said).encode("ascii", "ignore").decode().lower()
    found = "-".join(re.findall("[a-z0-9]+", plain))[:64].strip("-")
    return found if len(found) > 1 else ""


def tongue(language: str) -> str:
    """A language as words of the watchlist name it: zh-Hant, en; "" when it is not known."""
    found = LANGUAGE.match(language)
    return found[0] if found else ""
