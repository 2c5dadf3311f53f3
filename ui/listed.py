"""Names of sanctions lists in items: who may be meant, why, and what nobody was told of and why.

A natural person is told of here and nowhere else, until somebody has confirmed the hit.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from osawatch.hits import Check, Finding, Told
from ui import words
from ui.i18n import mark, moment, say
from ui.marked import Span, span
from ui.strips import section
from ui.theme import Theme
from ui.widgets import Button, ink, label

CONTEXT = "listed"
TEXTS = {
    "title": mark("listed", "Names on sanctions lists"),
    "lists": mark("listed", "lists compared: {0}"),
    "entry": mark("listed", "{0}: {1}"),
    "on": mark("listed", "{0} ({1})"),
    "as": mark("listed", "listed as «{0}»"),
    "after": mark("listed", "found in an older item after the list of {0}"),
    "person": mark("listed", "A natural person, not confirmed: this is shown here only."),
    "confirmed": mark("listed", "confirmed by {0}"),
    "confirm": mark("listed", "It is this person"),
    "reject": mark("listed", "Not this one"),
    "none": mark("listed", "No name of these lists stands in it."),
    "no_list": mark("listed", "No list was kept when this came in, so names were not compared."),
    "quiet": mark("listed", "Not told: {0}"),
    "quiet_one": mark("listed", "«{0}» ({1})"),
    "quiet_person": mark("listed", "a person's name ({0})"),
    "beyond": mark("listed", "and {0} more"),
    "fault": mark("listed", "{0} could not be read: its names are missing here."),
    "mark": mark("listed", "Sanctions lists › {0}"),
}
RELATIONS = {
    "exact": mark("listed", "the same name"),
    "legal": mark("listed", "the same name but for its legal form"),
    "number": mark("listed", "its number"),
}
TYPES = {
    "alias": mark("listed", "an alias"),
    "former": mark("listed", "a former name"),
    "original": mark("listed", "in its own script"),
}
NEEDS = {
    "one-word": mark("listed", "one word only"),
    "weak": mark("listed", "a weak alias"),
    "common": mark("listed", "words that many names have"),
}
LACKS = {
    "one-word": mark("listed", "one word, and nothing beside it that speaks for the listed one"),
    "weak": mark("listed", "a weak alias, and nothing beside it that speaks for the listed one"),
    "common": mark("listed", "words of many names, and nothing beside them"),
}
FACTS = {
    "country": mark("listed", "but the text names its country, {0}"),
    "birth": mark("listed", "but the text names its year of birth, {0}"),
    "number": mark("listed", "but its number {0} stands in the text"),
    "kind": mark("listed", "but «{0}» stands before it"),
}


def text(key: str, *values: object) -> str:
    """A sentence of this section."""
    said = say(CONTEXT, TEXTS[key])
    return said.format(*values) if values else said


def why(one: Finding) -> str:
    """Why a name counts: how alike, which kind of name, what it lacks and what stands instead."""
    said = [say(CONTEXT, RELATIONS.get(one.relation, one.relation))]
    if one.type in TYPES:
        said.append(say(CONTEXT, TYPES[one.type]))
    if one.need:
        said.append(say(CONTEXT, NEEDS.get(one.need, one.need)))
        about, _, value = one.fact.partition(" ")
        if about in FACTS:
            said.append(say(CONTEXT, FACTS[about]).format(words.foreign(value)))
    return ", ".join(said)


def grouped(found: Iterable[Finding]) -> list[tuple[Finding, ...]]:
    """Findings that say the same: one name on several lists, or in several items."""
    groups: dict[tuple[str, bool, str], list[Finding]] = {}
    for one in found:
        groups.setdefault((one.text.casefold(), one.person, one.state), []).append(one)
    return [tuple(group) for group in groups.values()]


def spoken(group: Sequence[Finding], told: Told) -> str:
    """«Invented Metals: UN list (1), the same name, listed as «Invented Metals LLC»»."""
    first = group[0]
    where = dict.fromkeys(
        text("on", told.called.get(one.list, one.list), one.entity) for one in group
    )
    said = [", ".join(where), why(first)]
    if first.name.casefold() != first.text.casefold():
        said.append(text("as", words.foreign(first.name)))
    if later := next((one.after for one in group if one.after), None):
        said.append(text("after", moment(later, "dd MMM yyyy")))
    if first.state == "confirmed":
        said.append(text("confirmed", first.decider))
    return text("entry", words.foreign(first.text), "; ".join(said))


def silences(checks: Iterable[Check]) -> str:
    """What was not told and why, in one line; "" = nothing."""
    found: dict[tuple[str, str], None] = {}
    beyond = 0
    for check in checks:
        found.update(dict.fromkeys(check.silent))
        beyond += check.beyond
    said = []
    for reason, name in found:
        because = say(CONTEXT, LACKS.get(reason, reason))
        key, values = ("quiet_one", (words.foreign(name), because)) if name else (
            "quiet_person", (because,)
        )  # fmt: skip
        said.append(text(key, *values))
    if beyond:
        said.append(text("beyond", beyond))
    return text("quiet", "; ".join(said)) if said else ""


def spans(told: Told, item: str, field: str, said: str) -> tuple[Span, ...]:
    """The listed names in a field of an item, for drawing."""
    found = {
        (one.start, one.end): span(
            said, one.start, one.end, "listed",
            text("mark", told.called.get(one.list, one.list)),
        )
        for one in told.findings
        if one.item == item and one.field == field and said[one.start : one.end] == one.text
    }  # fmt: skip
    return tuple(found.values())


class ListedNames(QWidget):
    """The section. `decided` carries ids of hits and a person's word: confirmed, rejected."""

    decided = Signal(list, str)

    def __init__(self, told: Told, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 8)
        self._column.setSpacing(3)
        lists = {one.list: one for check in told.checks for one in check.lists}
        more = text("lists", len(lists)) if lists else ""
        self._column.addWidget(section(text("title"), more, theme))
        if not told.checks:
            self._quiet(text("no_list"))
        elif not told.findings:
            self._quiet(text("none"))
        for group in grouped(told.findings):
            self._group(group, told)
        if quiet := silences(told.checks):
            self._quiet(quiet)
        for one in lists.values():
            if one.fault:
                self._quiet(text("fault", told.called.get(one.list, one.list)))

    def _group(self, group: Sequence[Finding], told: Told) -> None:
        waits = group[0].person and group[0].state == "open"
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(label(spoken(group, told), wrap=True), 1)
        for key in ("confirm", "reject") if waits else ("reject",):
            row.addWidget(self._button(group, key))
        self._column.addLayout(row)
        if waits:
            note = label(text("person"), wrap=True)
            ink(note, self._theme.warn)
            self._column.addWidget(note)

    def _button(self, group: Sequence[Finding], key: str) -> Button:
        ids, state = [one.id for one in group], f"{key}ed"
        button = Button(text(key), self._theme, "quiet", name=f"{text(key)}: {group[0].text}")
        button.clicked.connect(lambda: self.decided.emit(ids, state))
        return button

    def _quiet(self, said: str) -> None:
        line = label(said, wrap=True)
        ink(line, self._theme.text2)
        self._column.addWidget(line)
