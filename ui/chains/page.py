"""The page of chains: typed words -> the likely node and way -> drawn, and as a table beside it.

search, a click, Enter -> Question -> read (task) -> Answer -> canvas, table, detail
The search line is where one begins; the best meaning is drawn while one types.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu, QSplitter, QStackedLayout, QWidget

from osawatch.chain.model import Asked, Toolbox
from osawatch.core import Core
from osawatch.model import Card, Changes
from ui import saving
from ui.bridge import Bridge
from ui.chains import matrix, parts
from ui.chains.beside import Beside
from ui.chains.cutting import Cutting
from ui.chains.drawing import Drawing
from ui.chains.offered import MOST, Offered, Proposal, about, proposals
from ui.chains.own import opened
from ui.chains.printing import KINDS, printed, suggested
from ui.chains.reading import Answer, Question, read, toolbox
from ui.chains.texts import text
from ui.chains.words import head, meanings
from ui.questions import Questions
from ui.tasks import Tasks
from ui.theme import Theme
from ui.widgets import Button, Empty, Search, Segments, TopBar, column, split

PAUSE_MS = 120  # between the last letter and the question
NARROW = 92  # the search line in a small window
WAYS = ("down", "up", "tools")
Told = tuple[Answer | Asked | None, Toolbox]


class ChainsPage(QWidget):
    """`said` carries words for a toast."""

    loaded = Signal()
    said = Signal(str)

    def __init__(self, core: Core, tasks: Tasks, bridge: Bridge, theme: Theme) -> None:
        super().__init__()
        self._core, self._tasks, self._theme = core, tasks, theme
        self._question, self._before = Question(), list[Question]()
        self._card: Card | None = None
        self.answer: Answer | None = None
        self._box = Toolbox()
        self._fresh, self._tools = False, False
        self._questions = Questions(tasks, self)
        self._questions.failed.connect(lambda words: self.said.emit(text("failed", words)))
        self._questions.answered.connect(self._on_answered)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._on_typed)
        self._build(theme)
        bridge.changed.connect(self._on_changed)

    # -- what the window asks

    def refresh(self) -> None:
        """The search line is ready to be typed in; what was drawn is read again."""
        self._fresh = True
        self.search.setFocus()
        self.search.selectAll()
        self._read()
        self._questions.ask(partial(proposals, self._core, self._card), self.offered.show_all)

    def ready(self) -> bool:
        """Whether what was asked for is shown."""
        return self._fresh and not self._questions.open and not self._pause.isActive()

    def set_theme(self, theme: Theme) -> None:
        """Other colours."""
        self._theme = theme
        parts = (self.bar, self.offered, self.search, self.ways, self.strip, self.drawing)
        for part in (*parts, self._empty):
            part.set_theme(theme)
        self._show_tools()

    def ask(self, typed: str) -> None:
        """What these words mean, at once."""
        self.search.setText(typed)
        self._pause.stop()
        self._on_typed()

    def offer(self, card: Card | None) -> None:
        """The story that is chosen in the inbox: its question is the first that is offered."""
        self._card = card

    def ask_about(self, card: Card) -> None:
        """What is hit when the country of a story stops its goods, filled in."""
        self._questions.ask(partial(about, self._core, card), self._on_about)

    def ask_from(self, node: str) -> None:
        """The chain from a node."""
        self._ask(Question(self._question.typed, node))

    # -- building

    def _build(self, theme: Theme) -> None:
        self.search = Search(text("search"), theme, 240)
        self.ways = Segments([(key, text(key)) for key in WAYS], "down", theme, text("which"))
        self.search.setMinimumWidth(NARROW)  # and no wider than it was made
        self.deeper, self.more = Button("", theme), Button(text("more"), theme)
        menu = QMenu(self)
        self.page = menu.addAction(text("page"), self._ask_page)
        self.own = menu.addAction(text("own_button"), self._ask_own)
        self.more.setMenu(menu)
        self.cutting = Cutting()
        self.bar = TopBar(theme, text("title"))
        self.bar.add(self.search, self.ways).stretch()
        self.bar.add(self.deeper, self.more)
        self.strip = parts.Strip(theme, self.cutting)
        self.head = self.strip.line
        middle = QWidget()
        self._stack = QStackedLayout(middle)
        self._empty = Empty(theme, "chain", text("none"), text("none_more"))
        self.tools = parts.toolbox()
        self._split = self._parts(theme)
        for part in (self._empty, self._split, self.tools):
            self._stack.addWidget(part)
        self.offered = Offered(theme)
        column(self, (self.bar, 0), (self.offered, 0), (self.strip, 0), (middle, 1))
        self._connect()

    def _parts(self, theme: Theme) -> QSplitter:
        self.drawing = Drawing(theme)
        self.canvas = self.drawing.canvas
        self.beside = Beside()
        return split(Qt.Orientation.Horizontal, self.drawing, self.beside, [800, 432])

    def _connect(self) -> None:
        self.search.textEdited.connect(lambda _: self._pause.start())
        self.search.returnPressed.connect(self._on_entered)
        self.ways.picked.connect(self._on_way)
        self.deeper.clicked.connect(lambda: self._again(whole=True))
        self.cutting.changed.connect(lambda land, share: self._again(country=land, share=share))
        self.canvas.chosen.connect(self.beside.choose)
        self.beside.chosen.connect(self.canvas.choose)
        for part in (self.canvas, self.beside):
            part.asked.connect(self.ask_from)
        self.strip.picked.connect(self._on_meant)
        self.offered.picked.connect(self._ask)
        inside = Qt.ShortcutContext.WidgetWithChildrenShortcut
        bound: list[tuple[str, QWidget, Callable[[], object]]] = [
            ("Backspace", self.canvas, self.back),
            ("Alt+Down", self, partial(self._on_meaning, 1)),
            ("Ctrl+P", self, self._ask_page),
            *((f"Alt+{n + 1}", self, partial(self.offered.pick, n)) for n in range(MOST)),
        ]
        for keys, widget, do in bound:
            shortcut = QShortcut(QKeySequence(keys), widget, do)
            shortcut.setContext(inside)

    # -- asking

    def _on_typed(self) -> None:
        typed = self.search.text().strip()
        self._question, self._tools = Question(typed), False
        self._before.clear()
        self._read()

    def _on_entered(self) -> None:
        """Enter ends the typing: what is drawn can be walked over."""
        if self._pause.isActive():
            self._pause.stop()
            self._on_typed()
        self.canvas.setFocus()

    def _on_about(self, found: Proposal | None) -> None:
        if found:
            self._ask(found.question)
            self.canvas.setFocus()
        else:
            self.said.emit(text("no_pair"))

    def _ask(self, question: Question) -> None:
        if question.node and question.node != self._question.node:
            self._before.append(self._question)
        self._question, self._tools = question, False
        self._read()

    def _again(self, **changed: object) -> None:
        """The same node otherwise: another way, country, share or depth."""
        if self.answer:
            held = {"node": self.answer.node, "way": self.answer.way, **changed}
            self._question = replace(self._question, **held)  # type: ignore[arg-type]
            self._read()

    def _on_way(self, way: str) -> None:
        self._tools = way == "tools"
        if self._tools or self.answer is None:
            self._show_which()
        else:
            self._again(way=way, country="", whole=False)

    def back(self) -> None:
        """The chain that was drawn before this one."""
        if self._before:
            self._question = self._before.pop()
            self._read()

    def _on_meant(self, node: str) -> None:
        self._tools = False
        self._question = replace(self._question, node=node, way="")
        self._read()

    def _on_meaning(self, step: int) -> None:
        found = meanings(self.answer)
        if len(found) > 1:
            nodes = [one.node for one in found]
            at = nodes.index(self.answer.node) if self.answer and self.answer.node in nodes else 0
            self._on_meant(nodes[(at + step) % len(nodes)])

    def _read(self) -> None:
        question = self._question
        self._questions.ask(partial(self._told, question), partial(self._show, question))

    def _told(self, question: Question) -> Told:
        return (read(self._core, question) if question.typed or question.node else None,
                toolbox(self._core))  # fmt: skip

    # -- showing

    def _show(self, question: Question, told: Told) -> None:
        if question != self._question:
            return  # somebody typed on
        found, self._box = told
        self.answer = found if isinstance(found, Answer) else None
        if self.answer:
            self._draw(self.answer)
        else:
            asked = found if isinstance(found, Asked) else None
            self.head.setText(text("unused", ", ".join(asked.unused)) if asked else "")
            self._empty.say(text("nothing" if asked else "none"), text("none_more"))
            self.strip.show_meanings((), "")
        self._show_which()

    def _draw(self, answer: Answer) -> None:
        self.ways.pick(answer.way, tell=False)
        self.head.setText(head(answer))
        self.beside.show_answer(answer)
        self.drawing.show_answer(answer)
        self.cutting.show_answer(answer)
        self.deeper.set_words(text("deeper", answer.walk.deeper))
        self.strip.show_meanings(meanings(self.answer), answer.node)

    def _show_which(self) -> None:
        """The drawing, the toolbox, or what to do first."""
        answer = self.answer
        self.ways.pick("tools" if self._tools else answer.way if answer else "down", tell=False)
        self.cutting.setVisible(
            bool(answer and answer.way == "up" and self.cutting.some() and not self._tools)
        )
        self.deeper.setVisible(bool(answer and answer.walk.deeper and not self._tools))
        self.page.setEnabled(answer is not None)
        if self._tools:
            self._show_tools()
            self._stack.setCurrentWidget(self.tools)
        else:
            self._stack.setCurrentWidget(self._split if answer else self._empty)

    def _show_tools(self) -> None:
        fit, name = (self.answer.fit, self.answer.name) if self.answer else (frozenset(), "")
        language = self._core.settings().language
        self.tools.setHtml(matrix.page(self._box, fit, name, language, self._theme))

    def _on_changed(self, changes: Changes) -> None:
        if changes.settings and self._fresh:  # links or goods of the post's own
            self._read()

    def _on_answered(self) -> None:
        if self.ready():
            self.loaded.emit()

    # -- a page to print

    def save(self, target: Path) -> None:
        """Writes the scan or the what-if that is shown, by the ending of the name."""
        if self.answer:
            self._questions.ask(
                partial(printed, self._core, self.answer, target),
                lambda _: self.said.emit(text("saved", target.name)),
            )

    def _ask_own(self) -> None:
        self.own_dialog = opened(self._core, self._tasks, self._theme, self, self.canvas.node)
        self.own_dialog.changed.connect(self._read)

    def _ask_page(self) -> None:
        if self.answer:
            name = suggested(self.answer)
            target = saving.ask(
                self, self._core.policies, self._questions.failed.emit, text("page"), name, KINDS
            )
            if target:
                self.save(target)
