"""What the page of cases does with a case's life: forms and menus, each an act of the core."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any, Protocol

from PySide6.QtWidgets import QMenu, QWidget

from osawatch.agenda.options import goods_of, serving
from osawatch.cases.model import KINDS, OPTIONS, Case
from osawatch.core import Core
from osawatch.searches import SavedSearch
from ui.cases.forms import Form, NewCase, Serving, WeighCase
from ui.cases.life_words import text
from ui.tasks import Tasks
from ui.theme import Theme

MOST_TOOLS = 4


class Stage(Protocol):
    """The page, as seen from here."""

    ask_text: Callable[[str], str | None]

    def do(self, act: Callable[[], Case]) -> None:
        """Carries out an act in a task and reads again."""

    def done(self, case: Case) -> None:
        """An act was carried out."""

    def fail(self, error: Exception) -> None:
        """Words for a toast."""


class Life:
    """Forms and menus. `form` is the one that was opened last."""

    def __init__(
        self, core: Core, tasks: Tasks, theme: Theme, stage: Stage, parent: QWidget
    ) -> None:
        self._core, self._tasks, self._stage, self._parent = core, tasks, stage, parent
        self.theme = theme
        self.form: Form | None = None

    def new_case(self) -> None:
        """The form of a new case, once the saved searches are known."""
        self._tasks.run(self._parent, self._core.searches.sound, self._open_new, self._stage.fail)

    def weigh(self, case: Case) -> None:
        """The form of tests and options, once it is known which instruments serve them."""
        read = partial(_serving, self._core, case)
        self._tasks.run(self._parent, read, partial(self._open_weigh, case), self._stage.fail)

    def fill(self, menu: QMenu, case: Case, searches: tuple[SavedSearch, ...]) -> None:
        """The menus of kind, days, search and silence."""
        cases, do = self._core.cases, self._stage.do
        menu.addAction(text("weigh"), partial(self.weigh, case))
        kinds = menu.addMenu(text("kind"))
        for kind in KINDS:
            kinds.addAction(text(f"kind_{kind}"), partial(do, partial(cases.kind, case.id, kind)))
        menu.addAction(text("add_date"), partial(self._add_date, case))
        if case.dates:
            drop = menu.addMenu(text("drop_date"))
            for one in case.dates:
                words = f"{one.day} {one.text}"[:60].replace("&", "&&")
                drop.addAction(words, partial(do, partial(cases.no_date, case.id, one.id)))
        found = menu.addMenu(text("search"))
        found.addAction(text("no_search"), partial(do, partial(cases.search, case.id, None)))
        for search in searches:
            words = search.name.replace("&", "&&")
            found.addAction(words, partial(do, partial(cases.search, case.id, search)))
        if case.search:
            menu.addAction(text("silence_menu"), partial(self._set_silence, case))

    def _open_new(self, searches: tuple[SavedSearch, ...]) -> None:
        form = NewCase(searches, self.theme, self._parent)
        form.given.connect(lambda given: self._begin(form, given))
        self._show(form)

    def _begin(self, form: NewCase, given: dict[str, Any]) -> None:
        title = given.pop("title")
        self._keep(form, lambda: self._core.cases.begin(title, **given))

    def _open_weigh(self, case: Case, tools: Serving) -> None:
        form = WeighCase(case, tools, self.theme, self._parent)
        form.given.connect(
            lambda answers, options: self._keep(
                form, lambda: self._core.cases.weigh_all(case.id, answers, options)
            )
        )
        self._show(form)

    def _keep(self, form: Form, act: Callable[[], Case]) -> None:
        def done(case: Case) -> None:
            form.accept()
            self._stage.done(case)

        self._tasks.run(self._parent, act, done, form.refuse)

    def _show(self, form: Form) -> None:
        self.form = form
        form.open()

    def _add_date(self, case: Case) -> None:
        day = self._stage.ask_text(text("date_ask"))
        words = self._stage.ask_text(text("date_what")) if day else None
        if day and words:
            self._stage.do(partial(self._core.cases.date, case.id, day.strip(), words))

    def _set_silence(self, case: Case) -> None:
        typed = self._stage.ask_text(text("silence_ask"))
        if typed is None:
            return
        if not typed.strip().isdecimal():
            self._stage.fail(ValueError(text("no_days", typed)))
            return
        self._stage.do(partial(self._core.cases.silence, case.id, int(typed)))


def _serving(core: Core, case: Case) -> Serving:
    """In a task: names of the instruments for each option, in the language of the settings."""
    goods, language = goods_of(core, case), core.settings().language
    return {
        option: [
            one.names.get(language) or one.id for one in serving(core, goods, option)[:MOST_TOOLS]
        ]
        for option in OPTIONS
    }
