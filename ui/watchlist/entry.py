"""The chosen entry: looked at, changed, checked as one types, tried on stored items, saved.

form.changed -> a pause -> watching.check (task) -> problems at their fields
             -> sound, and a longer pause -> watching.try_out (another process, stoppable)
save -> watching.save (task) -> `done`
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from dataclasses import replace

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from osawatch.core import Core
from osawatch.watching.fields import KEYS
from osawatch.watching.model import Checked, Opened, TryOut
from ui.i18n import wrong
from ui.questions import Questions
from ui.tasks import Tasks
from ui.theme import T11, T16, Theme
from ui.watchlist.form import Form
from ui.watchlist.model import WORD
from ui.watchlist.words import text, tried
from ui.widgets import Button, Ground, column, ink, label

CHECK_MS, TRY_MS = 400, 1500


class EntrySide(QWidget):
    """`done` carries list, id and words once something was changed; `said` words for a toast."""

    done = Signal(str, str, str)
    said = Signal(str)
    left = Signal()  # nothing is being edited any more
    _progressed = Signal(int, int)

    def __init__(self, core: Core, tasks: Tasks, theme: Theme) -> None:
        super().__init__()
        self._core, self._tasks, self._theme = core, tasks, theme
        self.opened: Opened | None = None
        self.checked: Checked | None = None
        self.tried: TryOut | None = None
        self.editing = False
        self._number, self._stop = 0, threading.Event()
        self._running = False
        self._questions = Questions(tasks, self)
        self._questions.failed.connect(lambda words: self.said.emit(text("failed", words)))
        self._build(theme)
        self._checking = self._timer(CHECK_MS, self.check_now)
        self._trying = self._timer(TRY_MS, self.try_now)
        self._progressed.connect(lambda done, all_: self._tell(text("trying", done, all_)))
        self.show_entry(None)

    def ready(self) -> bool:
        """Whether nothing is being checked, tried or saved."""
        waits = self._checking.isActive() or self._trying.isActive()
        return not (self._questions.open or self._running or waits)

    def modified(self) -> bool:
        """Whether something would be lost by leaving."""
        return self.editing and self.form.modified()

    def show_entry(self, opened: Opened | None) -> None:
        """An entry to look at."""
        self._set(opened, editing=False)

    def edit(self, opened: Opened | None = None, texts: Mapping[str, str] | None = None) -> None:
        """The chosen entry, or this one, to change; `texts` are put in as if typed."""
        opened = opened or self.opened
        if opened is None or opened.state == "off":
            return
        self._set(opened, editing=True)
        if texts:
            self.form.put(texts)
        self.check_now()
        known = [key for key in self.form.editors if key != KEYS[opened.kind] or not opened.id]
        self.form.begin(known[0])

    def leave(self) -> None:
        """As it was."""
        opened = self.opened
        self._set(opened if opened and opened.id else None, editing=False)
        self.left.emit()

    def set_theme(self, theme: Theme) -> None:
        """Other colours."""
        self._theme = theme
        for button in self._buttons():
            button.set_theme(theme)
        for part in (self.form, self._head, self._foot):
            part.set_theme(theme)
        ink(self.about, theme.text2)
        self.form.show_problems(self.checked.problems if self.checked else ())

    # -- building

    def _build(self, theme: Theme) -> None:
        self.title, self.about = label("", T16, 600, wrap=True), label("", wrap=True)
        ink(self.about, theme.text2)
        self.change = Button(text("change"), theme)
        self.save = Button(text("save"), theme, "primary", "check")
        self.back = Button(text("leave"), theme)
        self.drop = Button(text("drop"), theme, "quiet")
        self.put_back = Button(text("put_back"), theme)
        self.attempt = Button(text("try"), theme, "", "play")
        self.form = Form(theme)
        self.form.changed.connect(self._on_changed)
        self._head = self._heading(theme)
        self._foot = self._trial(theme)
        column(self, (self._head, 0), (self.form, 1), (self._foot, 0))
        self.setMinimumWidth(380)
        self.change.clicked.connect(lambda: self.edit())
        self.save.clicked.connect(self.save_now)
        self.back.clicked.connect(self.leave)
        self.drop.clicked.connect(self.remove)
        self.put_back.clicked.connect(self.restore)
        self.attempt.clicked.connect(self._on_attempt)

    def _heading(self, theme: Theme) -> Ground:
        head = Ground(theme, "window")
        inner, row = QVBoxLayout(head), QHBoxLayout()
        inner.setContentsMargins(16, 12, 16, 8)
        inner.setSpacing(4)
        inner.addWidget(self.title)
        inner.addWidget(self.about)
        row.setSpacing(8)
        for button in (self.change, self.save, self.back, self.put_back):
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(self.drop)
        inner.addLayout(row)
        return head

    def _trial(self, theme: Theme) -> Ground:
        foot = Ground(theme, "sunken", edge="top")
        inner = QVBoxLayout(foot)
        inner.setContentsMargins(16, 8, 16, 12)
        inner.setSpacing(4)
        head = QHBoxLayout()
        head.addWidget(label(text("try_title"), T11, 600, wrap=True), 1)
        head.addWidget(self.attempt)
        inner.addLayout(head)
        self.result, self.examples = label("", wrap=True), label("", wrap=True)
        inner.addWidget(self.result)
        inner.addWidget(self.examples)
        return foot

    def _buttons(self) -> tuple[Button, ...]:
        return self.change, self.save, self.back, self.drop, self.put_back, self.attempt

    def _timer(self, pause: int, then: Callable[[], object]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(pause)
        timer.timeout.connect(then)
        return timer

    # -- showing

    def _set(self, opened: Opened | None, *, editing: bool) -> None:
        self._halt()
        self.opened, self.editing, self.checked, self.tried = opened, editing, None, None
        self.form.show_entry(opened, editable=editing)
        self._tell(text("try_none"))
        state = opened.state if opened else ""
        if opened is None:
            self.title.setText(text("nothing"))
            self.about.setText("")
        else:
            named = opened.id or text("new")
            self.title.setText(f"{text(WORD[opened.kind])}: {named}")
            kind = state if opened.id else "new"
            self.about.setText(
                text("about_edit" if editing and kind == "shipped" else f"about_{kind}")
            )
        self.change.setVisible(bool(opened) and not editing and state != "off")
        self.put_back.setVisible(state == "off")
        kept = opened is not None and opened.kind == "groups" and state == "shipped"
        there = opened is not None and bool(opened.id) and state != "off"
        self.drop.setVisible(there and not (editing or kept))
        self.drop.set_words(text("take_out" if state == "shipped" else "drop"))
        for widget in (self.save, self.back, self.attempt, self._foot):
            widget.setVisible(editing)
        self.save.setEnabled(False)

    def _on_changed(self) -> None:
        self._halt()
        self.save.setEnabled(False)
        self._checking.start()

    # -- checking

    def check_now(self) -> None:
        """Checks what stands in the form."""
        self._checking.stop()
        if not self.editing or self.opened is None:
            return
        self._number += 1
        number, opened, texts = self._number, self.opened, self.form.texts()
        self._questions.ask(
            lambda: self._core.watching.check(opened, texts),
            lambda found: self._on_checked(number, found),
        )

    def _on_checked(self, number: int, found: Checked) -> None:
        if number != self._number or not self.editing:
            return  # overtaken by what was typed since
        self.checked = found
        self.form.show_problems(found.problems)
        changed = self.form.modified() or not (self.opened and self.opened.id)
        self.save.setEnabled(found.sound and changed)
        self.attempt.setEnabled(found.sound)
        if found.sound and changed:
            self._trying.start()

    # -- trying

    def try_now(self) -> None:
        """Tries the form on the items of the last 30 days."""
        self._trying.stop()
        opened = self.opened
        if not self.editing or opened is None or self._running:
            return
        self._running, self._stop = True, threading.Event()
        stop, texts, tell = self._stop, self.form.texts(), self._progressed.emit
        self.attempt.set_words(text("stop"))
        self._tell(text("try_begun"))
        self._tasks.run(
            self,
            lambda: self._core.watching.try_out(opened, texts, tell, stop),
            lambda found: self._on_tried(stop, found),
            lambda error: self._on_tried(stop, wrong(error)),
        )

    def _on_tried(self, stop: threading.Event, found: TryOut | str) -> None:
        self._running = False
        self.attempt.set_words(text("try"))
        if isinstance(found, str):
            self._tell(found)
        elif stop is self._stop and self.editing:
            said, examples = tried(found)
            self.tried = found
            self._tell("\n".join(said), "\n".join(examples))

    def _on_attempt(self) -> None:
        if self._running:
            self._stop.set()
        else:
            self.try_now()

    def _halt(self) -> None:
        """What was being checked or tried is of no use any more."""
        self._number += 1
        self._stop.set()
        for timer in (self._checking, self._trying) if hasattr(self, "_trying") else ():
            timer.stop()

    def _tell(self, words: str, examples: str = "") -> None:
        self.result.setText(words)
        self.examples.setText(examples)
        self.examples.setVisible(bool(examples))

    # -- doing

    def save_now(self) -> None:
        """Keeps what stands in the form, if it is sound."""
        opened, texts = self.opened, self.form.texts()
        if self.editing and opened is not None and self.save.isEnabled():
            self._halt()
            self.save.setEnabled(False)
            self._questions.ask(
                lambda: self._core.watching.save(opened, texts),
                lambda key: self._on_done(opened.kind, key, text("saved", key)),
            )

    def remove(self) -> None:
        """Drops an own entry, or takes a shipped one out."""
        opened = self.opened
        if opened is None or not opened.id or not self.drop.isVisibleTo(self):
            return
        said = text("taken_out" if opened.state == "shipped" else "dropped", opened.id)
        self._questions.ask(
            lambda: self._core.watching.remove(opened.kind, opened.id),
            lambda _: self._on_done(opened.kind, opened.id, said),
        )

    def restore(self) -> None:
        """A shipped entry that was taken out is watched again."""
        opened = self.opened
        if opened is not None and opened.state == "off":
            self._questions.ask(
                lambda: self._core.watching.put_back(opened.kind, opened.id),
                lambda _: self._on_done(opened.kind, opened.id, text("back_again", opened.id)),
            )

    def _on_done(self, kind: str, key: str, words: str) -> None:
        if self.opened is not None:
            self._set(replace(self.opened, id=key), editing=False)
        self.done.emit(kind, key, words)
