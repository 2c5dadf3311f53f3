"""Post reports: kept in a register, and read by the rules like any other news.

report -> register (event) -> an item of the source `post-report` -> intake: rules, alerts, search
Its comment and what it asks for stay in the register: they are the post's view, not a fact. It
needs no network. Another desk gets report and item as it gets events and items of any kind.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time

from feeds.model import Document, Item, SourceSpec
from osawatch import intake
from osawatch.house import House
from osawatch.model import Changes, Person
from osawatch.registers.desk import Registers
from osawatch.registers.model import REPORTS, Entry
from osawatch.store import sources

SOURCE = SourceSpec(
    id="post-report", title="Post reports", url="", publisher="", kind="post-report",
    format="file", grade="B", licence="open",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Filed:
    """A report as it is kept, the alerts that are new by it, and whether a rule fired on it.

    A rule that fired without a new alert: it joined one that stands, or stands aside.
    """

    entry: Entry
    alerts: int
    fired: bool


@dataclass(frozen=True, slots=True)
class Reports:
    """The use cases of one profile."""

    house: House
    registers: Registers
    person: Callable[[], Person]
    clock: Callable[[], datetime]
    announce: Callable[[Changes], Changes]

    def file(self, values: Mapping[str, str]) -> Filed:
        """Keep a report, and let the rules read it."""
        return self._into_news(self.registers.add(REPORTS.name, values))

    def change(self, name: str, values: Mapping[str, str]) -> Filed:
        """Other words; the item of the report has a new version then, the old one is kept."""
        return self._into_news(self.registers.change(REPORTS.name, name, values))

    def _into_news(self, entry: Entry) -> Filed:
        spec, now = SOURCE, self.clock()
        with self.house.store.writing() as connection:
            sources.add(connection, [spec], origin="file", on=False)
        document = Document(spec.format, (_item(entry, self.person()),), language="")
        taken = intake.take_in(self.house.desk(), spec, [document], now)
        intake.index(self.house.store)
        self.announce(taken.changes | Changes(sources=frozenset({spec.id})))
        return Filed(entry, taken.alerts, taken.matched > 0)


def _item(entry: Entry, person: Person) -> Item:
    """Title, summary and facts; the day it tells of, at its noon."""
    day = datetime.combine(date.fromisoformat(entry.text("day")), time(), UTC)
    text = "\n".join(part for part in (entry.text("summary"), entry.text("facts")) if part)
    return Item(
        "file", guid=entry.id, title=entry.text("title"), summary=text, published=day,
        precision="day", publisher=person.post or person.name,
    )  # fmt: skip
