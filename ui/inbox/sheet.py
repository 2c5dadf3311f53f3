"""One story laid out from the top: what happened, why, its score, its items, its history.

Foreign text is drawn as text with its evidence marked; nothing is ever loaded by showing it.
"""

from __future__ import annotations

from collections.abc import Generator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TypeVar

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from osawatch.attached import Attachment
from osawatch.gist import foreign, gist
from osawatch.hits import Told
from osawatch.model import AlertDetail, CardDetail, StoryItem
from ui import listed, words
from ui.inbox import chain, explain, kept, life, parts
from ui.inbox.chain import Context
from ui.inbox.explain import text
from ui.inbox.nearly import NearlyMet
from ui.inbox.score_bar import ScoreBar, explained
from ui.inbox.score_words import text as score_text
from ui.marked import MarkedText
from ui.names import Names
from ui.picked import follow
from ui.strips import pairs, section
from ui.theme import T20, Theme, font
from ui.widgets import Button, ink, label

MOST_ITEMS, MOST_EVENTS, MOST_ALERTS, MOST_SHARES, MOST_NOTES = 12, 12, 4, 5, 6
T = TypeVar("T")


@dataclass(frozen=True)
class Given:
    """A story and all that is told beside it; `whole` names the sections that show all."""

    detail: CardDetail
    context: Context | None
    told: Told
    files: Sequence[Attachment]
    whole: frozenset[str]


class Sheet(QWidget):
    """A column of parts; empty until `filled` has gone through.

    The signals are those of the preview; `all_asked`: a section, and whether by a key.
    """

    open_asked = Signal(QUrl)
    chain_asked = Signal(str)
    decided = Signal(list, str)
    term_asked = Signal(str, str, object)
    wrong_asked = Signal(object, bool)
    files_asked = Signal()
    cite_asked = Signal(object)
    all_asked = Signal(str, bool)

    def __init__(
        self, given: Given, theme: Theme, names: Names, language: str, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._given, self._theme, self._names, self._language = given, theme, names, language
        self._rules = explain.rules(given.detail)
        self.nearly = NearlyMet(theme)
        self.nearly.setParent(self)  # what is told of before it has its place is no window
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(24, 10, 20, 16)
        self._column.setSpacing(0)

    def filled(self, width: int) -> Generator[None, None, None]:
        """Part by part, from the top; `width`: the pixels it will have."""
        detail = self._given.detail
        self._head(detail)
        self._happened(detail)
        yield
        self._why(detail)
        self._add(self.nearly)
        self._listed()
        self._notes(detail)
        yield
        self._life(detail)
        self._score(detail.alerts[0] if detail.alerts else None)
        self._owner(detail)
        yield
        self._chain(self._given.context)
        yield
        self._story(detail)
        yield
        self._add(kept.files(self._given.files, self._theme, self.files_asked.emit), 8)
        self._history(detail)
        self._column.addStretch(1)
        yield
        self._column.heightForWidth(width)  # each part keeps its answer
        yield
        follow(self, lambda said, tongue: self.term_asked.emit(said, tongue, detail.card.goods))

    def _add(self, widget: QWidget, after: int = 0) -> None:
        self._column.addWidget(widget)
        if after:
            self._column.addSpacing(after)

    def _first(self, part: str, found: Sequence[T], most: int) -> Sequence[T]:
        """The first of a section, or all of them where a person asked for all."""
        return found if part in self._given.whole else found[:most]

    def _rest(self, part: str, count: int, most: int) -> None:
        """A button to see all of a section, where it has more than it shows."""
        if part in self._given.whole or count <= most:
            return
        button = Button(text("show_all", count), self._theme, "quiet")
        button.setObjectName(f"all-{part}")
        button.setAccessibleName(text("show_all_of", count, _named(part)))
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keys to the list
        button.clicked.connect(lambda: self.all_asked.emit(part, button.hasFocus()))
        self._column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)

    def _head(self, detail: CardDetail) -> None:
        card, names = detail.card, self._names
        goods = ", ".join(names.of("good", good) for good in card.goods[:3])
        lands = ", ".join(names.of("country", land) for land in card.countries[:3])
        measure = ", ".join(names.of("measure", m) for m in card.measures[:1])
        stage = words.word(words.STAGES, card.measure_status) if card.measure_status else ""
        said = ", ".join(part for part in (measure, stage) if part)
        things = [part for part in (goods, lands, said) if part]
        when = f"{words.ago(card.last_seen, datetime.now(UTC))}, {words.both(card.last_seen)}"
        self._add(parts.head(card.level, things, card.countries[:3], when, self._theme), 4)
        title = MarkedText(
            self._theme, card.title, face=font(T20, 600), leading=26, language=card.language
        )
        self._add(title, 8)
        if foreign(card.language, self._language):
            today = datetime.now().astimezone().date()
            aid = label(gist(card, names.of, self._language, today), wrap=True)
            ink(aid, self._theme.text2)
            self._add(aid, 8)
        if found := kept.tags(detail):
            self._add(kept.chips(found, self._theme), 8)

    def _happened(self, detail: CardDetail) -> None:
        shown = explain.told(detail.story, self._language)
        more = ""
        if shown and shown[0].language not in ("", self._language):
            more = text("original", words.word(words.LANGUAGES, shown[0].language[:2]))
        self._add(section(text("happened"), more, self._theme))
        for item in shown:
            self._marked(item, title=item.title != detail.card.title or bool(item.marks))
        entries = explain.glossary(shown, self._names)
        if entries:
            self._add(parts.glossary(entries, self._theme), 8)

    def _marked(self, item: StoryItem, *, title: bool) -> None:
        fields = (("title", item.title if title else ""), ("summary", item.summary[:4000]))
        for field, said in fields:
            if said:
                spans = explain.spans(item, field, self._names, self._rules)
                spans += listed.spans(self._given.told, item.id, field, said)
                shown = MarkedText(self._theme, said, spans, language=item.language)
                self._add(shown, 4)

    def _why(self, detail: CardDetail) -> None:
        self._add(section(text("why"), "", self._theme))
        for one in self._first("alerts", detail.alerts, MOST_ALERTS):
            sentence = label(explain.why(one, self._names), wrap=True)
            self._add(sentence, 2)
            rows = [(text("rule"), f"{one.alert.rule_title}  ·  {one.alert.rule}")]
            self._add(pairs(rows, self._theme, 40))
            if aside := explain.aside(one):
                note = label(aside, wrap=True)
                ink(note, self._theme.warn)
                self._add(note)
        self._rest("alerts", len(detail.alerts), MOST_ALERTS)
        self._column.addSpacing(8)

    def _listed(self) -> None:
        found = listed.ListedNames(self._given.told, self._theme)
        found.decided.connect(self.decided)
        self._add(found)

    def _notes(self, detail: CardDetail) -> None:
        """Each whole, and none behind twelve later acts, as in the history."""
        found = kept.notes(detail)
        if not found:
            return
        more = kept.text("notes_more", len(found))
        self._add(section(kept.text("notes"), more, self._theme))
        self._add(kept.written(self._first("notes", found, MOST_NOTES), self._theme))
        self._rest("notes", len(found), MOST_NOTES)
        self._column.addSpacing(4)

    def _life(self, detail: CardDetail) -> None:
        found = life.measures(detail)
        if found:
            self._add(section(life.text("title"), life.text("more", len(found)), self._theme))
            shown = self._first("life", found, life.MOST)
            self._add(life.section(shown, self._names, self._theme))
            self._rest("life", len(found), life.MOST)
            self._column.addSpacing(8)

    def _score(self, first: AlertDetail | None) -> None:
        if first is None:
            return
        head = section(text("score"), first.score.vector, self._theme)
        self._add(explained(head, score_text("vector")))
        self._column.addSpacing(4)
        parts = explain.factors(first.score, self._names)
        self.bar = ScoreBar(first.alert, first.score, parts, self._theme)
        self._add(self.bar, 8)

    def _owner(self, detail: CardDetail) -> None:
        theme = self._theme
        if rows := explain.suppliers(detail, self._names):
            self._add(section(text("suppliers"), explain.largest(detail, self._names), theme))
            self._add(parts.shares(self._first("suppliers", rows, MOST_SHARES), theme))
            self._rest("suppliers", len(rows), MOST_SHARES)
            self._column.addSpacing(8)
        guidance = next((one.guidance for one in detail.alerts if one.guidance), "")
        if detail.ministries or guidance:
            self._add(section(text("owner"), "", theme))
        if detail.ministries:
            self._add(pairs([(text("ministry"), ", ".join(detail.ministries))], theme))
        if guidance:
            self._add(label(guidance, wrap=True), 8)

    def _chain(self, found: Context | None) -> None:
        """What is made with the goods, and what a government can do: derived, not reported."""
        if found is None or not found.goods:
            return
        goods = ", ".join(found.names[good] for good in found.goods[:3])
        self._add(section(chain.text("title"), chain.text("more", goods), self._theme))
        if found.reached:
            self._add(chain.downstream(found, self._theme), 2)
        else:
            self._add(label(chain.text("none"), wrap=True))
        rest = len(found.reached) - chain.MOST_NODES
        words_ = f"{chain.text('show')} ({chain.text('rest', rest)})" if rest > 0 else ""
        button = Button(words_ or chain.text("show"), self._theme, "quiet")
        button.setObjectName("chain")
        button.clicked.connect(lambda: self.chain_asked.emit(found.goods[0]))
        self._column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        self._tools(found)

    def _tools(self, found: Context) -> None:
        more = chain.text("tools_more", len(found.tools))
        self._add(section(chain.text("tools"), more, self._theme))
        if found.tools:
            self._add(chain.tools(found, self._theme), 8)
        else:
            self._add(label(chain.text("tools_none"), wrap=True), 8)

    def _story(self, detail: CardDetail) -> None:
        more = explain.story_more(detail)
        self._add(section(text("story"), more, self._theme))
        now, wrong = datetime.now(UTC), explain.called_wrong(detail.history)
        for item in self._first("story", detail.story, MOST_ITEMS):
            who = item.publisher or item.source_title or item.source
            marks = [text("copy")] if item.copy_of else []
            marks += [text("state_media")] if item.state_media else []
            marks += [text("called_wrong")] if item.id in wrong else []
            who = f"{who} ({', '.join(marks)})" if marks else who
            when = words.ago(item.published or item.first_seen, now)
            row = parts.StoryRow(
                self._theme, who, item.language, item.title, when, official=item.official
            )
            row.clicked.connect(lambda url=item.url: self.open_asked.emit(QUrl(url)))
            row.cite_asked.connect(lambda item=item: self.cite_asked.emit(item))
            row.wrong = item.id in wrong
            row.wrong_asked.connect(lambda on, item=item: self.wrong_asked.emit(item, on))
            self._add(row)
        self._rest("story", len(detail.story), MOST_ITEMS)
        self._column.addSpacing(8)

    def _history(self, detail: CardDetail) -> None:
        shown = [entry for entry in detail.history if not entry.data.get("passive")]
        more = text("history_more", len(shown))
        self._add(section(text("history"), more, self._theme))
        latest = self._first("history", shown[::-1], MOST_EVENTS)
        rows = [(words.clock(e.at), *explain.event(e)) for e in latest]
        self._add(parts.history(rows, self._theme))
        self._rest("history", len(shown), MOST_EVENTS)


def _named(part: str) -> str:
    """The heading of a section."""
    if part == "notes":
        return kept.text("notes")
    return life.text("title") if part == "life" else text({"alerts": "why"}.get(part, part))
