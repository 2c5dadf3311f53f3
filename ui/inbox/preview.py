"""The preview of a story: a sheet that is drawn out of sight and scrolled through.

given -> a sheet filled a few parts a turn -> in the place of the one that stood there
"""

from __future__ import annotations

from collections.abc import Generator, Sequence

import shiboken6
from PySide6.QtCore import Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from osawatch.attached import Attachment
from osawatch.hits import Told
from osawatch.model import CardDetail
from osawatch.seen import Nearly
from ui.inbox import explain
from ui.inbox.chain import Context
from ui.inbox.explain import text
from ui.inbox.sheet import Given, Sheet
from ui.names import Names
from ui.theme import Theme
from ui.turns import InTurns


class Preview(QScrollArea):
    """Shows one CardDetail with the listed names of its items.

    `open_asked` carries the address of an item, `chain_asked` a good, `decided` hits and what a
    person said of them, `term_asked` words to watch, their language, and the goods of the story.
    """

    open_asked = Signal(QUrl)
    chain_asked = Signal(str)
    decided = Signal(list, str)
    term_asked = Signal(str, str, object)
    wrong_asked = Signal(object, bool)  # a StoryItem, and whether it was wrong
    files_asked = Signal()
    drawn = Signal()  # all parts of the story are on the screen
    cite_asked = Signal(object)  # a StoryItem

    def __init__(self, theme: Theme, names: Names, language: str) -> None:
        super().__init__()
        self._theme, self._names, self._language = theme, names, language
        self._given: Given | None = None
        self._near: tuple[str, Sequence[Nearly]] | None = None
        self._whole: set[str] = set()  # sections of this story that show all they have
        self.stands = ""  # the story whose parts are on the screen
        self._sheet: Sheet | None = None  # the one shown, or the one that is being drawn
        self._turns = InTurns(self)
        self._turns.done.connect(self.drawn)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(text("happened"))
        self.clear()

    @property
    def detail(self) -> CardDetail | None:
        """The story that was given, drawn or not."""
        return self._given.detail if self._given else None

    def clear(self) -> None:
        """Nothing chosen."""
        self._given, self._sheet, self.stands = None, None, ""
        self._turns.drop()
        self.setWidget(self._ground(QWidget()))

    def show_detail(
        self,
        detail: CardDetail,
        context: Context | None = None,
        told: Told | None = None,
        files: Sequence[Attachment] = (),
    ) -> None:
        """Another story, or the same one anew: the place is kept then, and what shows all."""
        self.show_in_turns(detail, context, told, files)
        self._turns.finish()

    def show_in_turns(
        self,
        detail: CardDetail,
        context: Context | None = None,
        told: Told | None = None,
        files: Sequence[Attachment] = (),
    ) -> None:
        """The same, a few parts in each turn of the event loop: a key is heard between them."""
        if self.detail is None or self.detail.card.id != detail.card.id:
            self._whole.clear()
        self._given = Given(detail, context, told or Told(), files, frozenset(self._whole))
        self._sheet = None  # that of a story that is dropped while it is drawn goes with it
        self._turns.begin(self._drawn(self._given))

    def drawing(self) -> bool:
        """Whether what was given is not all shown yet."""
        return self._turns.busy()

    def _drawn(self, given: Given) -> Generator[None, None, None]:
        """Draws a sheet out of sight, then puts it in the place of the one that stands there."""
        sheet = self._laid(given)
        try:
            yield from sheet.filled(self.viewport().width())
        except BaseException:  # dropped for another story, or the window is gone
            if shiboken6.isValid(sheet):
                sheet.deleteLater()
            raise
        card = given.detail.card.id
        at = self.verticalScrollBar().value() if self.stands == card else 0
        self.stands = card
        self.setWidget(sheet)
        self.verticalScrollBar().setValue(at)

    def _laid(self, given: Given) -> Sheet:
        """An empty sheet that is heard; fonts and colours come to it once, from where it is."""
        sheet = Sheet(given, self._theme, self._names, self._language, self.viewport())
        self._ground(sheet)
        for told, on in (
            (sheet.open_asked, self.open_asked),
            (sheet.chain_asked, self.chain_asked),
            (sheet.decided, self.decided),
            (sheet.term_asked, self.term_asked),
            (sheet.wrong_asked, self.wrong_asked),
            (sheet.files_asked, self.files_asked),
            (sheet.cite_asked, self.cite_asked),
        ):
            told.connect(on)
        sheet.all_asked.connect(lambda part, keys: self._ask_all(part, keys=keys))
        if self._near and self._near[0] == explain.first(given.detail):
            sheet.nearly.tell(self._near[1])
        self._sheet = sheet
        return sheet

    def set_theme(self, theme: Theme) -> None:
        """Other colours."""
        self._theme = theme
        if self.detail:
            self._again()
        else:
            self.clear()

    def show_nearly(self, item: str, found: Sequence[Nearly]) -> None:
        """The rules that lacked one thing, if the story of that first item is still shown.

        What is read below them stays where it is.
        """
        if self.detail is None or explain.first(self.detail) != item:
            return
        self._near = (item, found)
        if self._sheet is None:
            return  # told when it is drawn
        nearly = self._sheet.nearly
        nearly.tell(found)
        bar, more = self.verticalScrollBar(), nearly.sizeHint().height()
        if found and self.widget() is self._sheet and bar.value() > nearly.y():
            QTimer.singleShot(0, self, lambda: bar.setValue(bar.value() + more))

    def page_down(self) -> bool:
        """One page further; False at the end."""
        bar = self.verticalScrollBar()
        if bar.value() >= bar.maximum():
            return False
        bar.setValue(bar.value() + bar.pageStep() - 40)
        return True

    def _again(self) -> None:
        """The same story, drawn anew."""
        if given := self._given:
            self.show_detail(given.detail, given.context, given.told, given.files)

    def _ground(self, body: QWidget) -> QWidget:
        body.setAutoFillBackground(True)
        colours = body.palette()
        colours.setColor(QPalette.ColorRole.Window, self._theme.c("surface"))
        body.setPalette(colours)
        return body

    def _ask_all(self, part: str, *, keys: bool) -> None:
        """Later: a button that is deleted by its own click is not there to end it."""

        def show() -> None:
            self._whole.add(part)
            self._again()
            if keys:
                self.setFocus()  # the button that had them is gone

        QTimer.singleShot(0, self, show)
