"""The first page.

answers (each has a default) + one of three cards -> a job in a task -> progress, cancel
    -> what came of it -> finished
"""

from __future__ import annotations

import getpass
import threading
from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QMenu,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from osawatch.core import Core
from osawatch.model import Changes, PollProgress, Settings
from ui.bridge import Bridge
from ui.settings_form import FIRST, SettingsForm, sensible
from ui.start import work
from ui.start.card import WIDTH, Card
from ui.start.guard import Guard
from ui.start.parts import Facts, Head, Progress
from ui.start.words import text
from ui.start.work import Offer, Outcome
from ui.tasks import Tasks
from ui.theme import T11, T16, Theme
from ui.widgets import ink, label

INNER = WIDTH * 3 + 32
CARDS = (("1", "sources", "poll"), ("2", "import", "import"), ("3", "sample", "sample"))


class StartPage(QWidget):
    """Asks who is watching and shows three ways to begin. `finished` when the inbox is wanted."""

    finished = Signal()
    seal_asked = Signal()
    loaded = Signal()

    def __init__(self, core: Core, tasks: Tasks, bridge: Bridge, theme: Theme) -> None:
        super().__init__()
        self._core, self._tasks, self._bridge = core, tasks, bridge
        self._theme = theme
        self._offer = Offer()
        self._cancel = threading.Event()
        self._job = ""
        self._filled = False
        self.ask_paths = self._ask_paths
        self.form = SettingsForm([("", FIRST)], theme)
        self.cards = {job: Card(theme, key, icon, text(job)) for key, icon, job in CARDS}
        self.progress = Progress(theme)
        self._head, self._facts, self.guard = Head(theme), Facts(theme), Guard(theme)
        self.guard.hide()
        self._captions = [label(text("who"), T16, 600), label(text("first"), T16, 600)]
        self._quiet = [label(text("who_more"), T11), label(text("keys"), T11, wrap=True)]
        self._lay_out()
        self._connect()
        self.set_theme(theme)
        self._say_cards()

    def refresh(self) -> None:
        """Reads the settings and what there is to poll, in a task."""
        self._tasks.run(self, self._read, self._on_read, self._on_failed)

    def ready(self) -> bool:
        """Whether the answers and the cards are filled in."""
        return self._filled

    def set_theme(self, theme: Theme) -> None:
        """Other colours."""
        self._theme = theme
        self._head.theme = self._facts.theme = self.progress.theme = theme
        self.form.set_theme(theme)
        self.guard.set_theme(theme)
        for card in self.cards.values():
            card.set_theme(theme)
        for button in (self.progress.cancel, self.progress.go):
            button.set_theme(theme)
        for words in self._quiet:
            ink(words, theme.text3)
        ink(self.progress.words, theme.text2)
        self.update()

    def begin(self, job: str, paths: list[str] | None = None) -> None:
        """Starts a job: poll, import or sample. The answers are kept first."""
        if self.progress.busy():
            return
        settings = replace(self.form.value(), ready=True)
        cancel = self._cancel = threading.Event()
        step = self._bridge.progress.emit
        calls: dict[str, Callable[[], Outcome]] = {
            "poll": lambda: work.poll(self._core, settings, step, cancel),
            "import": lambda: work.read(self._core, settings, paths or [], step, cancel),
            "sample": lambda: work.sample(self._core, settings),
        }
        self._job = job
        self.progress.start(text("working"))
        self._enable(on=False)
        QTimer.singleShot(0, self, lambda: self._scroll.ensureWidgetVisible(self.progress))
        self._tasks.run(self, calls[job], self._on_done, self._on_failed)

    def _read(self) -> tuple[Settings, Offer, bool]:
        settings = sensible(self._core.settings(), getpass.getuser())
        return settings, work.offer(self._core), self._core.encrypted

    def _on_read(self, found: tuple[Settings, Offer, bool]) -> None:
        settings, self._offer, encrypted = found
        self.guard.setVisible(not encrypted)
        self.form.show_settings(settings)
        self.form.lock(self._core.policies.locked())
        self._say_cards()
        if not self._filled:  # a disabled card hands its focus on, which scrolls the title away
            self._scroll.verticalScrollBar().setValue(0)
        self._filled = True
        self.loaded.emit()

    def _on_changed(self, changes: Changes) -> None:
        """The shipped sources of a new profile join while the page is read already."""
        if changes.sources and self._filled and self.isVisible():
            self._tasks.run(self, lambda: work.offer(self._core), self._on_offer, self._on_failed)

    def _on_offer(self, found: Offer) -> None:
        self._offer = found
        if not self.progress.busy():
            self._say_cards()

    def _say_cards(self) -> None:
        many = self._offer
        offline = self.form.value().network == "offline"
        cost = text("poll_offline") if offline else text("poll_cost", many.minutes)
        more = text("poll_more", many.sources, many.languages) if many.sources else text("poll_new")
        self.cards["poll"].say(more, cost)
        self.cards["poll"].setEnabled(not offline and not self.progress.busy())
        self.cards["import"].say(text("import_more"), text("import_cost"))
        self.cards["sample"].say(text("sample_more"), text("sample_cost"))

    def _enable(self, *, on: bool) -> None:
        for card in self.cards.values():
            card.setEnabled(on)
        self.form.setEnabled(on)
        self.guard.setEnabled(on)
        if on:
            self._say_cards()

    def _connect(self) -> None:
        for key, _icon, job in CARDS:
            self.cards[job].clicked.connect(lambda _on, job=job: self._on_card(job))
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda job=job: self._on_card(job))
        self.progress.cancel_asked.connect(lambda: self._cancel.set())
        self.progress.left.connect(self.finished)
        self._bridge.progress.connect(self._on_progress)
        self._bridge.changed.connect(self._on_changed)
        self.form.changed.connect(self._say_cards)
        self.guard.chosen.connect(self._on_guard)

    def _lay_out(self) -> None:
        inner = QWidget()
        inner.setMaximumWidth(INNER)
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 24, 0, 24)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addSpacing(24)
        column.addLayout(self._caption(0))
        column.addSpacing(8)
        column.addWidget(self.form)
        column.addSpacing(16)
        column.addWidget(self.guard)
        column.addWidget(self._captions[1])
        column.addSpacing(10)
        row = QHBoxLayout()
        row.setSpacing(16)
        for card in self.cards.values():
            row.addWidget(card)
        column.addLayout(row)
        column.addSpacing(12)
        column.addWidget(self._quiet[1])
        column.addWidget(self.progress)
        column.addSpacing(16)
        column.addWidget(self._facts)
        self.progress.setVisible(False)
        self._centre(inner)

    def _caption(self, i: int) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self._captions[i])
        row.addWidget(self._quiet[i], 1, Qt.AlignmentFlag.AlignBottom)
        return row

    def _centre(self, inner: QWidget) -> None:
        holder = QWidget()
        outer = QVBoxLayout(holder)
        outer.setContentsMargins(16, 0, 16, 0)
        outer.addStretch(2)
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(inner, 100)  # all it may have, before there is room beside it
        middle.addStretch(1)
        outer.addLayout(middle)
        outer.addStretch(3)
        scroll = self._scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(holder)
        scroll.viewport().setAutoFillBackground(False)
        holder.setAutoFillBackground(False)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scroll)

    def _on_guard(self, seal: bool) -> None:  # noqa: FBT001 # a signal's value
        """The program starts anew to encrypt: what was answered until then is kept first."""
        if seal and not self.progress.busy():
            answers = self.form.value()
            keep = partial(work.save, self._core, answers)
            self._tasks.run(self, keep, lambda _: self.seal_asked.emit(), self._on_failed)

    def _on_card(self, job: str) -> None:
        if self.progress.busy() or not self.cards[job].isEnabled():
            return
        if job != "import":
            self.begin(job)
            return
        paths = self.ask_paths()
        if paths:
            self.begin(job, paths)

    def _on_progress(self, progress: PollProgress) -> None:
        if self.progress.busy():
            words = text(f"working_{self._job}", progress.done, progress.total)
            self.progress.step(words, progress.done / max(1, progress.total))

    def _on_done(self, outcome: Outcome) -> None:
        lines = [text(outcome.key, *outcome.values)]
        lines += [text("refused", name, reason) for name, reason in outcome.refused]
        self.progress.stop(" ".join(lines))
        self._enable(on=True)

    def _on_failed(self, error: Exception) -> None:
        self.progress.setVisible(True)
        self.progress.stop(text("failed", error))
        self._enable(on=True)

    def _ask_paths(self) -> list[str]:
        menu = QMenu(self)
        files, folder = menu.addAction(text("files")), menu.addAction(text("folder"))
        card = self.cards["import"]
        picked = menu.exec(card.mapToGlobal(QPoint(20, card.height() - 16)))
        if picked is files:
            return QFileDialog.getOpenFileNames(self, text("files"))[0]
        if picked is folder:
            found = QFileDialog.getExistingDirectory(self, text("folder"))
            return [found] if found else []
        return []

    def showEvent(self, event: object) -> None:
        """The first card has the focus, so 1, 2 and 3 work at once."""
        super().showEvent(event)  # type: ignore[arg-type]  # a QShowEvent
        self.cards["poll"].setFocus()
        self.refresh()
