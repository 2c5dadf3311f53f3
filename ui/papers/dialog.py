"""A paper: which template -> filled in a task -> changed -> a file, the clipboard, a draft."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSignalBlocker, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QHBoxLayout,
    QMenu,
    QMessageBox,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from osawatch.cases.markings import MARKINGS
from osawatch.core import Core
from osawatch.papers import mail
from osawatch.papers.make import left, raised, written
from osawatch.papers.model import FORMATS, About, Paper, Template
from osawatch.papers.shelf import Shelf
from osawatch.writing import write
from ui import saving
from ui.fitting import fit
from ui.papers.template import TemplateDialog
from ui.papers.words import text
from ui.pdf import pdf
from ui.questions import Questions
from ui.settings_form import combo
from ui.tasks import Tasks
from ui.theme import T11, T16, Theme
from ui.typed import typed
from ui.widgets import Button, ink, label

SIZE = (920, 760)


class PaperDialog(QDialog):
    """Escape closes it; what was changed and not saved is asked about first."""

    loaded = Signal()
    said = Signal(str)

    def __init__(
        self, core: Core, tasks: Tasks, theme: Theme, about: About, name: str, parent: QWidget
    ) -> None:
        super().__init__(parent)
        fit(self)
        self._core, self._theme, self._about = core, theme, about
        self._shelf, self._templates = Shelf(core.profile.folder), list[Template]()
        self.paper: Paper | None = None
        self.ask_text: Callable[[str], str | None] = self._typed
        self.agree: Callable[[str], bool] = self._agreed
        self.open_file: Callable[[Path], object] = lambda path: QDesktopServices.openUrl(
            QUrl.fromLocalFile(str(path))
        )
        self._questions = Questions(tasks, self)
        self._questions.failed.connect(self._on_failed)
        self._questions.answered.connect(self._on_answered)
        self.setWindowTitle(text("title"))
        self.resize(*SIZE)
        self._build(name)
        self._read_templates()

    def ready(self) -> bool:
        """Whether a paper is shown."""
        return self.paper is not None and not self._questions.open

    def fill(self) -> None:
        """Fills the chosen template anew."""
        key = self.template.currentData()
        if key:
            self.paper = None  # nothing goes out that was not asked for
            self._able()
            make = partial(
                raised, self._core, self._about, key, self.language.currentData(),
                self.marking.currentData(),
            )  # fmt: skip
            self._questions.ask(make, self._show)

    def save(self, form: str, target: Path) -> None:
        """Writes the text as it stands into a file, in a task."""
        if (paper := self.current()) is not None:
            self._questions.ask(
                partial(self._written, paper, form, target),
                lambda _: self._on_saved(text("saved", target.name)),
            )

    def mail(self, mailbox: str, target: Path) -> None:
        """Writes a draft and opens it in the mail program."""
        paper = self.current()
        if paper is None:
            return

        def opened(_done: object) -> None:
            self.open_file(target)
            self._on_saved(text("mailed", target.name))

        self._questions.ask(partial(self._mailed, paper, mailbox, target), opened)

    def copy(self) -> None:
        """The bare text onto the clipboard, with the marking."""
        if (paper := self.current()) is not None:
            self._questions.ask(partial(self._bare, paper), self._copied)

    def current(self) -> Paper | None:
        """The paper as a person left it."""
        if self.paper is None:
            return None
        marking = self.marking.currentData()
        return replace(self.paper, text=self.editor.toPlainText(), marking=marking)

    # -- building

    def _build(self, name: str) -> None:
        self.template, self.language = self._box("template"), self._box("language")
        self.marking = self._box("marking")
        for words, value in (("English", "en"), ("Nederlands", "nl")):
            self.language.addItem(words, value)
        self.language.setCurrentIndex(int(self._core.settings().language == "nl"))
        for words, value in ((text("no_marking"), ""), *((one, one) for one in MARKINGS)):
            self.marking.addItem(words, value)
        self.template.activated.connect(lambda _: self._anew())
        self.language.activated.connect(lambda _: self._anew(templates=True))
        self.marking.currentIndexChanged.connect(lambda _: self._raise())
        self.editor = QPlainTextEdit()
        self.editor.setAccessibleName(text("text"))
        self.editor.setTabChangesFocus(True)
        self.editor.document().setDocumentMargin(12)
        self.note, self.problem = label(text("note"), wrap=True), label("", T11, wrap=True)
        ink(self.note, self._theme.text2)
        ink(self.problem, self._theme.bad)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(12)
        column.addWidget(label(text("title"), T16, 600))
        column.addWidget(label(text("about", name), wrap=True))
        column.addLayout(self._boxes())
        column.addWidget(self.note)
        column.addWidget(self.editor, 1)
        column.addWidget(self.problem)
        column.addLayout(self._foot())

    def _boxes(self) -> QHBoxLayout:
        self.edit = Button(text("edit"), self._theme, "quiet")
        self.edit.setAutoDefault(False)
        self.edit.clicked.connect(self._edit_template)
        row = QHBoxLayout()
        for widget in (self.template, self.language, self.marking):
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(self.edit)
        return row

    def _box(self, key: str) -> QComboBox:
        box = combo(self._theme)
        box.setAccessibleName(text(key))
        box.setToolTip(text(key))
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        return box

    def _foot(self) -> QHBoxLayout:
        self.to_clipboard, self.to_mail = (
            Button(text("copy"), self._theme), Button(text("mail"), self._theme)
        )  # fmt: skip
        self.export, close = (
            Button(text("export"), self._theme, "primary"), Button(text("close"), self._theme)
        )  # fmt: skip
        menu = QMenu(self)
        for form in FORMATS:
            menu.addAction(text(form), partial(self._ask_file, form))
        self.export.setMenu(menu)
        self.to_clipboard.clicked.connect(self.copy)
        self.to_mail.clicked.connect(self._ask_mail)
        close.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.addWidget(close)
        foot.addStretch(1)
        for button in (self.to_clipboard, self.to_mail, self.export):
            foot.addWidget(button)
            button.setAutoDefault(False)
        return foot

    # -- what happens

    def _read_templates(self) -> None:
        language = self.language.currentData()
        self._questions.ask(lambda: self._shelf.every(language), self._show_templates)

    def _show_templates(self, found: list[Template]) -> None:
        before = self.template.currentData()
        self._templates = [one for one in found if self._about.kind in one.subjects]
        with QSignalBlocker(self.template):
            self.template.clear()
            for one in self._templates:
                self.template.addItem(text("own", one.name) if one.own else one.name, one.key)
            self.template.setCurrentIndex(max(0, self.template.findData(before)))
        self.fill()

    def _anew(self, *, templates: bool = False) -> None:
        if self.editor.document().isModified() and not self.agree(text("drop")):
            self._boxes_back()
        elif templates:
            self._read_templates()
        else:
            self.fill()

    def _boxes_back(self) -> None:
        if self.paper is not None:
            self.template.setCurrentIndex(self.template.findData(self.paper.template))
            self.language.setCurrentIndex(self.language.findData(self.paper.language))

    def _show(self, paper: Paper) -> None:
        self.paper = paper
        self.editor.setPlainText(paper.text)
        self.editor.document().setModified(False)
        self.problem.setText("")
        self._raise()
        self._able()

    def _raise(self) -> None:
        """No lower marking than the parts carry; the reason stands below the text."""
        chosen = self.marking.currentData()
        if self.paper is not None and (least := self.paper.floor.over(chosen)) != chosen:
            with QSignalBlocker(self.marking):
                self.marking.setCurrentIndex(self.marking.findData(least))
            ink(self.problem, self._theme.text2)
            self.problem.setText(text("raised", least, self.paper.floor.part))

    def _able(self) -> None:
        for button in (self.to_clipboard, self.to_mail, self.export):
            button.setEnabled(self.paper is not None)

    def _bare(self, paper: Paper) -> bytes:
        body = written(self._core, paper, "txt")
        left(self._core, paper, "copy", body)
        return body

    def _written(self, paper: Paper, form: str, target: Path) -> None:
        self._core.policies.refuse_media(target)
        body = written(self._core, paper, form, pdf)
        write(target, body)
        left(self._core, paper, form, body)

    def _mailed(self, paper: Paper, mailbox: str, target: Path) -> None:
        self._core.policies.refuse_media(target)
        written(self._core, paper, "txt")  # refuses what is above the desk's marking
        body = mail.eml(paper, mailbox)
        write(target, body)
        left(self._core, paper, "eml", body)

    def _copied(self, body: bytes) -> None:
        QGuiApplication.clipboard().setText(body.decode())
        self._on_saved(text("copied"))

    def _on_saved(self, words: str) -> None:
        self.editor.document().setModified(False)
        ink(self.problem, self._theme.text2)
        self.problem.setText(words)
        self.said.emit(words)

    def _on_failed(self, words: str) -> None:
        ink(self.problem, self._theme.bad)
        self.problem.setText(text("failed", words))

    def _on_answered(self) -> None:
        if not self._questions.open:
            self.loaded.emit()

    def _ask_file(self, form: str) -> None:
        name = f"{self.template.currentData()}-{self._core.now():%Y-%m-%d}.{form}"
        target = saving.ask(
            self, self._core.policies, self._on_failed, text("export"), name, f"*.{form}"
        )
        if target:
            self.save(form, target)

    def _ask_mail(self) -> None:
        mailbox = self.ask_text(text("mailbox"))
        if not mailbox:
            return
        name = f"{self.template.currentData()}-{self._core.now():%Y-%m-%d}.eml"
        target = saving.ask(self, self._core.policies, self._on_failed, text("mail"), name, "*.eml")
        if target:
            self.mail(mailbox, target)

    def _edit_template(self) -> None:
        key, language = self.template.currentData(), self.language.currentData()
        if not key:
            return
        dialog = TemplateDialog(self._shelf, key, language, self._theme, self)
        dialog.kept.connect(self._read_templates)
        dialog.open()
        self.template_dialog = dialog

    def reject(self) -> None:
        """Closes, unless a person wants to keep what was changed."""
        if not self.editor.document().isModified() or self.agree(text("leave")):
            super().reject()

    def _typed(self, question: str) -> str | None:
        return typed(self, question)

    def _agreed(self, question: str) -> bool:
        yes, no = QMessageBox.StandardButton.Yes, QMessageBox.StandardButton.No
        # Return says no: it loses nothing
        return QMessageBox.question(self, "OSAwatch", question, yes | no, no) == yes
