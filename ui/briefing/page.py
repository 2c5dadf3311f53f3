"""The briefing page: what it is about -> written in a task -> read and changed -> a file."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QMenu, QPlainTextEdit, QVBoxLayout, QWidget

from osawatch.briefing.make import as_file, raised, written
from osawatch.briefing.model import FORMATS, Asked, Document
from osawatch.core import Core
from osawatch.writing import write
from ui import saving
from ui.bridge import Bridge
from ui.briefing.choices import SpanBox, Wanted, asked, box, day_of, markings
from ui.briefing.typed import laid
from ui.briefing.words import text
from ui.pdf import pdf
from ui.questions import Questions
from ui.tasks import Tasks
from ui.theme import Theme
from ui.vault import leaving
from ui.widgets import Button, TopBar, column, ink, label


class BriefingPage(QWidget):
    """Chooses, shows and exports. `said` carries words for a toast."""

    loaded = Signal()
    said = Signal(str)
    paper_asked = Signal(str, str, str, object)  # "briefing", "", its name, what was asked

    def __init__(self, core: Core, tasks: Tasks, bridge: Bridge, theme: Theme) -> None:
        super().__init__()
        self._core, self._tasks = core, tasks
        self._document: Document | None = None
        self._dropped = ""
        self.ask_leave: Callable[[], bool] = partial(leaving.agreed, self)
        self._questions = Questions(tasks, self)
        self._questions.failed.connect(self._on_failed)
        self._questions.answered.connect(self._on_answered)
        self._build(theme)

    def refresh(self) -> None:
        """Writes it anew, unless a person has changed it."""
        if not self.preview.document().isModified():
            self.write_anew()

    def ready(self) -> bool:
        """Whether a briefing is shown."""
        waits = self._questions.open or self.span.pending()
        return self._document is not None and not waits

    def may_leave(self) -> bool:
        """Whether nothing was changed by hand, or the person lets it go."""
        return not self.preview.document().isModified() or self.ask_leave()

    def set_theme(self, theme: Theme) -> None:
        """Other colours."""
        self.bar.set_theme(theme)
        self.back.set_theme(theme)
        ink(self.note, theme.text2)

    def write_anew(self) -> None:
        """Writes over what was changed by hand, and keeps that for who wants it back."""
        if self.preview.document().isModified():
            self._dropped = self.preview.toPlainText()
        self._document = None  # nothing goes out that was not asked for
        wanted = self.wanted()
        self._questions.ask(partial(self._drafted, wanted), partial(self._on_draft, wanted))

    def take_back(self) -> None:
        """The text as a person had changed it, under the marking that is chosen now."""
        if self._dropped:
            self.preview.setPlainText(self._dropped)
            self.preview.document().setModified(True)
            self._dropped = ""
        self.back.hide()

    def wanted(self) -> Wanted:
        """What the boxes say."""
        return Wanted(
            self.span.key(), day_of(self.span.first), day_of(self.span.last),
            self.ministry.currentData() or "", self.language.currentData(),
            self.marking.currentData() or "",
        )  # fmt: skip

    def save(self, form: str, target: Path) -> None:
        """Writes the file in a task: the text as it was changed, or the document as it was made."""
        changed = self.preview.document().isModified()
        told, document = self.preview.toPlainText(), self._document
        if document is None:
            return
        make = partial(_changed, told, document) if changed else partial(_made, document)
        self._questions.ask(lambda: write(target, make(form)), lambda _: self._on_saved(target))

    # -- building

    def _build(self, theme: Theme) -> None:
        self._choices()
        self.again = Button(text("again"), theme, "quiet", "refresh")
        self.again.clicked.connect(self.write_anew)
        self.export = Button(text("export"), theme, "primary")
        menu = QMenu(self)
        self.forms = {
            form: menu.addAction(text(form), partial(self._ask, form)) for form in FORMATS
        }
        self.export.setMenu(menu)
        self.bar = TopBar(theme, text("title"))
        self.bar.add(self.span, self.ministry, self.language, self.marking)
        self.list = Button(text("paper"), theme)
        self.list.clicked.connect(self._write_paper)
        self.bar.stretch().add(self.again, self.list, self.export)
        self.note = label(text("note"), wrap=True)
        ink(self.note, theme.text2)
        self.back = Button(text("back"), theme, "quiet", "undo")
        self.back.clicked.connect(self.take_back)
        self.back.hide()
        self.preview = QPlainTextEdit()
        self.preview.setAccessibleName(text("preview"))
        self.preview.setTabChangesFocus(True)
        middle = QWidget()
        inner = QVBoxLayout(middle)
        inner.setContentsMargins(16, 12, 16, 16)
        inner.setSpacing(8)
        inner.addWidget(self.note)
        inner.addWidget(self.back)
        inner.addWidget(self.preview, 1)
        column(self, (self.bar, 0), (middle, 1))

    def _choices(self) -> None:
        self.span = SpanBox(self._core.now().astimezone(UTC).date())
        owners: list[tuple[str, object]] = [(text("all"), "")]
        owners += [(name, name) for name in self._ministries()]
        self.ministry = box("ministry", owners)
        self.language = box("language", [("English", "en"), ("Nederlands", "nl")])
        self.marking = markings()
        self.language.setCurrentIndex(int(self._core.settings().language == "nl"))
        self.span.changed.connect(self.write_anew)
        for one in (self.ministry, self.language, self.marking):
            one.currentIndexChanged.connect(lambda _: self.write_anew())

    def _ministries(self) -> list[str]:
        goods = self._core.rulebook.pack.watchlist.goods
        return sorted({one for key in goods for one in self._core.rulebook.ministries((key,))})

    # -- what happens

    def _drafted(self, wanted: Wanted) -> tuple[Document, str]:
        document = raised(self._core, asked(self._core, wanted))
        return document, written(document, "md").decode()

    def _on_draft(self, wanted: Wanted, told: tuple[Document, str]) -> None:
        if wanted != self.wanted():
            return  # a box was changed meanwhile: that answer is under way
        self._document, words = told
        self._tell_marking(self._document)
        self.back.setVisible(bool(self._dropped))
        with QSignalBlocker(self.preview):
            self.preview.setPlainText(words)
        self.preview.document().setModified(False)

    def _tell_marking(self, made: Document) -> None:
        """The box shows what the document carries; beside it, whose marking that is."""
        lines = [text("note")]
        if made.marking != (self.marking.currentData() or ""):
            lines.append(text("raised", made.marking, made.floor.part))
            with QSignalBlocker(self.marking):
                self.marking.setCurrentIndex(self.marking.findData(made.marking))
        self.note.setText(" ".join(reversed(lines)))

    def _on_answered(self) -> None:
        if self.ready():
            self.loaded.emit()

    def _on_failed(self, words: str) -> None:
        """What is shown is not what was asked for: nothing of it can be exported."""
        if self._document is None:
            self.note.setText(text("failed", words))
        self.said.emit(text("failed", words))

    def _on_saved(self, target: Path) -> None:
        self.said.emit(text("saved", target.name))

    def _write_paper(self) -> None:
        wanted = self.wanted()
        self._questions.ask(lambda: asked(self._core, wanted), self._on_asked)

    def _on_asked(self, found: Asked) -> None:
        name = text("span", f"{found.since:%Y-%m-%d}", f"{found.until:%Y-%m-%d}")
        self.paper_asked.emit("briefing", "", name, found)

    def _ask(self, form: str) -> None:
        name = f"briefing-{self._core.now():%Y-%m-%d}.{form}"
        target = saving.ask(
            self,
            self._core.policies,
            self._questions.failed.emit,
            text("export"),
            name,
            f"*.{form}",
        )
        if target:
            self.save(form, target)


def _made(document: Document, form: str) -> bytes:
    return written(document, form, pdf)


def _changed(words: str, document: Document, form: str) -> bytes:
    """What a person wrote, read as Markdown; only marks of ours are marks in it."""
    return words.encode() if form == "md" else as_file(laid(words, document), form, pdf)
