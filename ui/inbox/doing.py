"""What a key or a button does to the chosen story.

key -> Action -> core.triage (task) -> cursor on the next story -> `said`, with undo
several chosen: key -> core.chosen (task) -> what would change -> a person agrees -> the same
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

from PySide6.QtCore import QObject, QPoint, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QWidget

from osawatch.cases.model import Case
from osawatch.core import Core
from osawatch.model import Action, Card, CardDetail, Changes, Chosen, Holder, StoryItem
from ui import words
from ui.citing import citation
from ui.i18n import wrong
from ui.inbox import actions, ask, reports
from ui.inbox.actions import Make, text
from ui.inbox.choices import Choice, Choices
from ui.tasks import Tasks

MOVES = {"next": 1, "previous": -1}
PLAIN = {"take": "done_take", "reopen": "done_reopen", "unmerge": "done_unmerge"}
FORWARDS = ("not-ours", "forwarded")
ASKS = {"note": "what", "tag": "which_tag"}


class Stage(Protocol):
    """The page, as seen by what is done on it."""

    def card(self) -> Card | None:
        """The chosen story."""

    def at(self) -> str:
        """The id of the story under the cursor, "" = none."""

    def chosen(self) -> list[str]:
        """The ids of all chosen stories."""

    def choose(self) -> None:
        """The story under the cursor joins the chosen ones, or leaves them."""

    def plan(self, what: str, found: Chosen, then: Callable[[], None]) -> None:
        """Shows what an action would change; `then` when a person says so."""

    def detail(self) -> CardDetail | None:
        """What the preview shows."""

    def picked(self) -> tuple[str, str]:
        """The words that are picked in the preview, and their language."""

    def step(self, by: int) -> None:
        """The cursor up or down."""

    def page_down(self) -> bool:
        """The preview down; False when it is at its end."""

    def step_ahead(self) -> None:
        """The cursor leaves the chosen story."""

    def come_to(self, card: str) -> None:
        """The cursor goes here when the list is read again."""

    def read_preview(self) -> None:
        """Reads the chosen story again."""

    def start_search(self) -> None:
        """The search box has the keys."""

    def turn_order(self) -> None:
        """Worst first where it was newest first, and the other way round."""

    def menu_place(self) -> QPoint:
        """Where choices open, on the screen."""


class Doing(QObject):
    """`said` carries words for a toast and whether undo makes sense."""

    said = Signal(str, bool)
    narrow_asked = Signal(str, object)  # a rule, and the StoryItem it should be silent on
    files_asked = Signal(object)  # a Card
    cut_asked = Signal(object)  # a Card: what if its country stops its goods
    paper_asked = Signal(str, str, str)  # what it is about (alert), its id, its title
    score_asked = Signal(object)  # a Card
    day_asked = Signal()  # until which a story is out of sight
    whole_asked = Signal(object)  # a Card, to be copied as text
    print_asked = Signal(object)  # a Card
    term_asked = Signal(str, str, object)  # words to watch, their language, goods of the story

    def __init__(self, core: Core, tasks: Tasks, stage: Stage, parent: QWidget) -> None:
        super().__init__(parent)
        self._core, self._tasks, self._stage, self._parent = core, tasks, stage, parent
        self.ask_leave: Callable[[QUrl], bool] = lambda url: ask.leave(parent, url)
        self.ask_text: Callable[[str], str] = lambda question: ask.text(parent, question)
        self.choices: Choices | None = None  # those that were shown last

    def do(self, what: str) -> None:
        """One action of the key sheet on the chosen story."""
        if what in MOVES:
            self._stage.step(MOVES[what])
        elif what == "read_on":
            if not self._stage.page_down():
                self._stage.step(1)
        elif what == "search":
            self._stage.start_search()
        elif what == "order":
            self._stage.turn_order()
        elif what == "undo":
            self._tasks.run(self, self._core.undo, self._on_undone, self.failed)
        else:
            self._on_story(what)

    def _on_story(self, what: str) -> None:
        card = self._stage.card()
        more: dict[str, Callable[[Card], None]] = {
            "case": self._into_case, "watch": self._watch, "cite": self.cite,
            "files": self.files_asked.emit, "paper": self._paper, "rate": self.score_asked.emit,
            "whatif": self.cut_asked.emit, "open": self._open_first,
            "whole": self.whole_asked.emit, "print": self.print_asked.emit,
            "merge": self._merge, "assign": self._hand_on, "wrong": self._ask_wrong,
        }  # fmt: skip
        if card and what in more:
            more[what](card)
        elif card:
            self._decide(what)

    def _decide(self, what: str) -> None:
        if what == "relevant":
            self._carry_out(actions.make("close", relevant=True), text("done_relevant"))
        elif what == "not_relevant":
            self._choose(actions.reasons(), self.reject)
        elif what == "outcome":
            self._choose(actions.outcomes(), self.outcome)
        elif what == "snooze":
            self._choose(actions.snoozes(), self.snooze)
        elif what in ASKS:
            self._with_text(what)
        elif what == "choose":
            self._stage.choose()
        else:
            self._carry_out(actions.make(what), text(PLAIN[what]), move=what != "unmerge")

    def reject(self, reason: str) -> None:
        """Not relevant, for a reason; `narrow` leads on to the rule of a single story."""
        if reason == actions.NARROW:
            reason = actions.TOO_WIDE
            if (card := self._stage.card()) and len(self._stage.chosen()) < 2:
                read = lambda: self._core.card(card.id)  # noqa: E731
                self._tasks.run(self, read, self._narrow, self.failed)
        self._close(reason, "done_not", relevant=False)

    def outcome(self, outcome: str) -> None:
        """Relevant, and what came of it."""
        self._close(outcome, "done_outcome", relevant=True)

    def _close(self, why: str, done: str, *, relevant: bool) -> None:
        to = self.ask_text(text("to_whom")).strip() if why in FORWARDS else ""
        more = {"to": to} if to else {}
        said = text(done, words.word(words.REASONS, why).lower())
        self._carry_out(actions.make("close", relevant=relevant, reason=why, **more), said)

    def rate(self, score: float | None, why: str) -> None:
        """A person's score over the computed one; None = the computed one again."""
        done = text("done_unrate") if score is None else text("done_rate", int(score))
        self._carry_out(actions.make("rate", score=score, why=why), done, move=False)

    def wrong(self, item: StoryItem, on: bool) -> None:  # noqa: FBT001  as the signal says it
        """One report was wrong, or was not after all: said once, on the first alert of it."""
        detail = self._stage.detail()
        names = tuple(
            one.alert.id
            for one in (detail.alerts if detail else ())
            if any(other.id == item.id for other in one.story)
        )
        note = self.ask_text(text("why_wrong")).strip() if on else ""
        if names and (note or not on):
            done = text("done_wrong" if on else "done_not_wrong")
            self._act(Action("wrong", names[:1], {"item": item.id, "on": on, "note": note}), done)

    def _ask_wrong(self, card: Card) -> None:
        """Which of several reports; the only one is meant at once."""
        detail = self._shown(card)
        if detail is None:
            return

        def say(item: str) -> None:
            found, on = reports.chosen(detail, item)
            if item == reports.ALL:
                self._choose(reports.choices(detail, whole=True), say)
            elif found:
                self.wrong(found, on)

        rows = reports.choices(detail)
        if len(rows) == 1:
            say(rows[0][2])
        elif rows:
            self._choose(rows, say)

    def cite(self, card: Card) -> None:
        """The first source of the story, as one line on the clipboard."""
        detail = self._shown(card)
        if detail and detail.story:
            self.cite_report(detail.story[0])

    def cite_report(self, item: StoryItem) -> None:
        """This report, as one line on the clipboard."""
        QGuiApplication.clipboard().setText(citation(item))
        self.said.emit(text("done_cite"), False)

    def _shown(self, card: Card) -> CardDetail | None:
        """What the preview shows of a story, None while it still shows the one before."""
        detail = self._stage.detail()
        return detail if detail and detail.card.id == card.id else None

    def _paper(self, card: Card) -> None:
        if card.alerts:
            self.paper_asked.emit("alert", card.alerts[0], card.title)

    def _narrow(self, detail: CardDetail | None) -> None:
        """The item that the first alert of a story was raised on, and its rule."""
        if detail and detail.alerts and detail.story:
            marked = (one for one in detail.story if any(m.field == "title" for m in one.marks))
            self.narrow_asked.emit(detail.alerts[0].alert.rule, next(marked, detail.story[0]))

    def snooze(self, until: str) -> None:
        """Out of sight until a time, an event, or a day that is asked for."""
        if until == actions.A_DAY:
            self.day_asked.emit()
            return
        self._carry_out(actions.make("snooze", until=until), text("done_snooze"))

    def _hand_on(self, _card: Card) -> None:
        """To a function, a post or somebody this desk knows of; or to a name that is typed."""
        choices = self._choices(self.assign)

        def known(found: Sequence[Holder]) -> None:
            choices.offer(actions.holders(found))

        self._tasks.run(self, self._core.hands.known, known, self._without(choices))

    def assign(self, who: str) -> None:
        """In these hands from now on; "" = whoever is named when asked."""
        who = who or self.ask_text(text("who")).strip()
        if who:
            make = actions.make("assign", who=who)
            self._carry_out(make, text("done_assign", who), move=False)

    def _with_text(self, what: str) -> None:
        said = self.ask_text(text(ASKS[what])).strip()
        if not said:
            return
        if what == "note":
            make, done = actions.make("note", text=said), text("done_note")
        else:
            make, done = actions.tag(said)
        self._carry_out(make, done, move=False)

    def _watch(self, card: Card) -> None:
        """The picked words of the preview, or those a person types."""
        said, language = self._stage.picked()
        said = said or self.ask_text(text("which_words")).strip()
        if said:
            self.term_asked.emit(said, language or card.language, card.goods)

    def _into_case(self, card: Card) -> None:
        """The chosen stories into an open case or a new one; both are known before it is asked."""
        chosen, cases = self._stage.chosen() or [card.id], self._core.cases
        names: list[str] = []
        choices = self._choices(lambda case: self._keep_in_case(case, tuple(names)))

        def known(found: tuple[list[Case], Chosen]) -> None:
            names.extend(found[1].alerts)
            rows = [("0", text("new_case"), "")]
            rows += [(str(n), one.title[:60], one.id)
                     for n, one in enumerate(found[0][:9], 1)]  # fmt: skip
            choices.offer(rows)

        def both() -> tuple[list[Case], Chosen]:
            return cases.every(), self._core.chosen(chosen)

        self._tasks.run(self, both, known, self._without(choices))

    def _keep_in_case(self, case: str, names: tuple[str, ...]) -> None:
        title = "" if case else self.ask_text(text("case_title")).strip()
        if not (case or title):
            return
        cases = self._core.cases
        self._tasks.run(
            self,
            lambda: cases.add(case, names) if case else cases.open(title, names),
            lambda kept: self.said.emit(text("done_case", kept.title), False),
            self.failed,
        )

    def _merge(self, card: Card) -> None:
        """All chosen stories under the one where the cursor stands."""
        if len(self._stage.chosen()) < 2:
            self.said.emit(text("several"), False)
            return
        into = card.alerts[0]

        def make(alerts: tuple[str, ...]) -> Action:
            return Action("merge", tuple(one for one in alerts if one != into), {"into": into})

        self._carry_out(make, text("done_merge"), move=False)

    def _carry_out(self, make: Make, done: str, *, move: bool = True) -> None:
        chosen = self._stage.chosen()
        if len(chosen) > 1:
            self._plan(chosen, make, done)
        elif card := self._stage.card():
            if move:
                self._stage.step_ahead()
            self._act(make(card.alerts), done)

    def _plan(self, chosen: list[str], make: Make, done: str) -> None:
        """Several: a person sees what will change before it does."""

        def known(found: Chosen) -> None:
            said = text("done_many", done, found.cards)
            self._stage.plan(done, found, lambda: self._act(make(found.alerts), said))

        self._tasks.run(self, lambda: self._core.chosen(chosen), known, self.failed)

    def _act(self, action: Action, done: str) -> None:
        """Carries it out; the cursor follows what was put together to the card where it is now."""

        def work() -> str:
            self._core.triage(action)
            into = action.data.get("into")
            found = self._core.alert(str(into)) if into else None
            return found.alert.card if found else ""

        def carried_out(card: str) -> None:
            if card:
                self._stage.come_to(card)
            self.said.emit(done, True)
            self._stage.read_preview()

        self._tasks.run(self, work, carried_out, self.failed)

    def _choose(self, rows: Sequence[Choice], then: Callable[[str], None]) -> None:
        self._choices(then).offer(rows)

    def _choices(self, then: Callable[[str], None]) -> Choices:
        """Choices for the story under the cursor, and for no other that has come there since."""
        at = self._stage.at()

        def pick(value: str) -> None:
            if self._stage.at() == at:
                then(value)
            else:
                self.said.emit(text("moved"), False)

        self.choices = Choices(pick, self._parent.window(), self._stage.menu_place())
        return self.choices

    def _without(self, choices: Choices) -> Callable[[Exception], None]:
        """What happens when the rows cannot be read: no choices, and the reason said."""

        def failed(error: Exception) -> None:
            choices.leave()
            self.failed(error)

        return failed

    def _on_undone(self, changes: Changes) -> None:
        cards = sorted(changes.cards)
        if cards:
            self._stage.come_to(cards[0])
        self.said.emit(text("done_undo" if changes.alerts or cards else "nothing"), False)

    def failed(self, error: Exception) -> None:
        """Says what went wrong."""
        self.said.emit(wrong(error), False)

    # -- leaving the program

    def _open_first(self, card: Card) -> None:
        detail = self._shown(card)
        if detail and detail.story:
            self.open_address(QUrl(detail.story[0].url))

    def open_address(self, url: QUrl) -> None:
        """Asks, showing the real host; only web addresses are opened."""
        if url.scheme() not in ("http", "https") or not url.host():
            self.said.emit(text("no_address"), False)
        elif file := self._core.policies.closed("open_links"):
            self.said.emit(text("links_closed", file), False)
        elif self.ask_leave(url):
            QDesktopServices.openUrl(url)
