"""The briefing page: what it is about -> written in a task -> read and changed -> a file."""

from __future__ import annotations

from datetime import UTC, timedelta
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QComboBox, QFileDialog, QMenu, QPlainTextEdit, QVBoxLayout, QWidget

from osawatch.briefing.make import draft, written
from osawatch.briefing.model import FORMATS, MARKINGS, Asked, Document
from osawatch.bundle.exchange import write
from osawatch.core import Core
from ui.bridge import Bridge
from ui.briefing.words import text
from ui.pdf import pdf
from ui.questions import Questions
from ui.tasks import Tasks
from ui.theme import Theme
from ui.widgets import Button, TopBar, column, ink, label

Choices = list[tuple[str, object]]  # words, value
SPANS = (("week", 7), ("month", 30), ("quarter", 90))


class BriefingPage(QWidget):
    """Chooses, shows and exports. `said` carries words for a toast."""

    loaded = Signal()
    said = Signal(str)

    def __init__(self, core: Core, tasks: Tasks, bridge: Bridge, theme: Theme) -> None:
        super().__init__()
        self._core, self._tasks = core, tasks
        self._document: Document | None = None
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
        return self._document is not None and not self._questions.open

    def set_theme(self, theme: Theme) -> None:
        """Other colours."""
        self.bar.set_theme(theme)
        ink(self.note, theme.text2)

    def write_anew(self) -> None:
        """Drops what was changed by hand."""
        asked, self._document = self.asked(), None  # nothing goes out that was not asked for
        self._questions.ask(partial(self._drafted, asked), self._on_draft)

    def asked(self) -> Asked:
        """What the boxes say."""
        now = self._core.now().astimezone(UTC)
        since = now - timedelta(days=self.span.currentData())
        return Asked(
            since, now, self.ministry.currentData() or "", self.language.currentData(),
            self.marking.currentData() or "",
        )  # fmt: skip

    def save(self, form: str, target: Path) -> None:
        """Writes the file in a task: the text as it was changed, or the document as it was made."""
        changed = self.preview.document().isModified()
        told, document = self.preview.toPlainText(), self._document
        if document is None:
            return
        make = partial(_changed, told, form) if changed else partial(_made, document, form)
        self._questions.ask(lambda: write(target, make()), lambda _: self._on_saved(target))

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
        self.bar.stretch().add(self.again, self.export)
        self.note = label(text("note"), wrap=True)
        ink(self.note, theme.text2)
        self.preview = QPlainTextEdit()
        self.preview.setAccessibleName(text("preview"))
        self.preview.setTabChangesFocus(True)
        self.preview.document().modificationChanged.connect(
            lambda changed: self.forms["docx"].setEnabled(not changed)
        )
        middle = QWidget()
        inner = QVBoxLayout(middle)
        inner.setContentsMargins(16, 12, 16, 16)
        inner.setSpacing(8)
        inner.addWidget(self.note)
        inner.addWidget(self.preview, 1)
        column(self, (self.bar, 0), (middle, 1))

    def _choices(self) -> None:
        spans: Choices = [(text(key), days) for key, days in SPANS]
        owners: Choices = [(text("all"), ""), *((name, name) for name in self._ministries())]
        tongues: Choices = [("English", "en"), ("Nederlands", "nl")]
        marks: Choices = [(text("no_marking"), ""), *((one, one) for one in MARKINGS)]
        self.span, self.ministry = self._box("since", spans), self._box("ministry", owners)
        self.language, self.marking = self._box("language", tongues), self._box("marking", marks)
        self.span.setCurrentIndex(1)
        self.language.setCurrentIndex(int(self._core.settings().language == "nl"))
        for box in (self.span, self.ministry, self.language, self.marking):
            box.currentIndexChanged.connect(lambda _: self.write_anew())

    def _box(self, key: str, choices: Choices) -> QComboBox:
        box = QComboBox()
        for words, value in choices:
            box.addItem(words, value)
        box.setAccessibleName(text(key))
        box.setToolTip(text(key))
        return box

    def _ministries(self) -> list[str]:
        goods = self._core.rulebook.pack.watchlist.goods
        return sorted({one for key in goods for one in self._core.rulebook.ministries((key,))})

    # -- what happens

    def _drafted(self, asked: Asked) -> tuple[Document, str]:
        document = draft(self._core, asked)
        return document, written(document, "md").decode()

    def _on_draft(self, told: tuple[Document, str]) -> None:
        self._document, words = told
        with QSignalBlocker(self.preview):
            self.preview.setPlainText(words)
        self.preview.document().setModified(False)

    def _on_answered(self) -> None:
        if self.ready():
            self.loaded.emit()

    def _on_failed(self, words: str) -> None:
        self.said.emit(text("failed", words))

    def _on_saved(self, target: Path) -> None:
        self.said.emit(text("saved", target.name))

    def _ask(self, form: str) -> None:
        name = f"briefing-{self._core.now():%Y-%m-%d}.{form}"
        chosen, _ = QFileDialog.getSaveFileName(self, text("export"), name, f"*.{form}")
        if chosen:
            self.save(form, Path(chosen))


def _made(document: Document, form: str) -> bytes:
    return written(document, form, pdf)


def _changed(words: str, form: str) -> bytes:
    """What a person wrote, read as Markdown; only marks of ours are marks in it."""
    if form == "md":
        return words.encode()
    document = QTextDocument()
    document.setMarkdown(words, QTextDocument.MarkdownFeature.MarkdownNoHTML)
    html = document.toHtml().encode()
    return pdf(html) if form == "pdf" else html
