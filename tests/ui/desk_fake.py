"""A core with a fixed answer to every question, for tests that look at one page alone."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta

from osawatch.bursts import Balance, Burst
from osawatch.graded import Given, Proposal
from osawatch.lands import Land, World
from osawatch.model import (
    Alert,
    Card,
    Changes,
    Facet,
    Facets,
    FileResult,
    Filter,
    PollProgress,
    PollReport,
    PollResult,
    Settings,
    SourceRow,
    Trend,
    TrendDay,
)
from osawatch.noted import Noted
from osawatch.pairs import Ranked, Ranking

NOW = datetime(2026, 3, 4, 12, 0, tzinfo=UTC)
TODAY = NOW.date()


def source(**changed: object) -> SourceRow:
    plain = SourceRow(
        id="gazette",
        title="Invented Gazette",
        publisher="Invented Press",
        country="NL",
        language="nl",
        kind="official-gazette",
        format="rss",
        url="https://gazette.example/rss",
        grade="A",
        official=True,
        state_media=False,
        enabled=True,
        poll_minutes=60,
        outcome="ok",
        outcome_detail="",
        last_polled=NOW,
        last_success=NOW,
        next_poll=NOW + timedelta(minutes=18),
        newest_item=NOW - timedelta(hours=12),
        rhythm_hours=24.0,
        items=10,
    )
    return replace(plain, **changed)  # type: ignore[arg-type]  # names of fields


def card(title: str = "Gallium needs a licence", seen: datetime = NOW) -> Card:
    return Card(
        id=f"card-{title[:8]}",
        title=title,
        language="en",
        level="high",
        score=70.0,
        status="new",
        unread=True,
        goods=("gallium",),
        countries=("CN",),
        measures=("export-ban",),
        measure_status="adopted",
        publishers=2,
        items=2,
        official=True,
        first_seen=seen,
        last_seen=seen,
        assignee="",
        alerts=("alert",),
    )


def alert(name: str, **changed: object) -> Alert:
    plain = Alert(
        id=name,
        card="card",
        title="Secret words of an item",
        level="high",
        score=70.0,
        status="new",
        rule="r",
        rule_title="R",
        tier="A",
        trial=False,
        suppressed="",
        goods=("gallium",),
        countries=("CN",),
        roles=(),
        measures=(),
        measure_status="",
        publishers=1,
        items=1,
        official=False,
        language="en",
        first_seen=NOW,
        last_seen=NOW,
    )
    return replace(plain, **changed)  # type: ignore[arg-type]  # names of fields


def year(good: str = "", days: int = 365) -> Trend:
    """One story a day, a gap of three days, a burst on the last one."""
    out = []
    for i in range(days):
        day, back = TODAY - timedelta(days - 1 - i), days - 1 - i
        if 10 <= back <= 12:
            out.append(TrendDay(day, {}, None, 0.0))
            continue
        count = 9 if back == 0 else 1
        p = 1e-7 if back == 0 else 0.4
        out.append(TrendDay(day, {"export-ban": count}, count, 1.0, 1.2, 4.0, p))
    return Trend(good, "", "", tuple(out), ((TODAY, "<b>notice</b>", ""),))


class FakeGrading:
    """No grade was ever decided."""

    def proposals(self) -> list[Proposal]:
        return []

    def of(self, source: str) -> list[Given]:
        return []


@dataclass
class FakeLands:
    """China imposes, the Netherlands are affected, France was watched and silent."""

    core: FakeCore

    def world(self, *, good: str = "", measure: str = "", days: int = 90) -> World:
        if self.core.broken:
            raise self.core.broken
        self.core.asked.append(("world", good, measure, days))
        found = (
            Land("CN", 87, 7, 1, 95.0, 2), Land("EU", 2, 1, 0, 28.0, 1), Land("FR", sources=1),
            Land("NL", 9, 0, 3, None, 2), Land("SG", 3, 1, 0, 55.0, 1),
        )  # fmt: skip
        codes = {one.code: one for one in found}
        return World(
            TODAY - timedelta(days - 1), TODAY, good, measure, found, days - 3, days, 7, 0, codes
        )


@dataclass
class FakeNotes:
    """The notes that a test puts there."""

    core: FakeCore

    def between(self, good: str, country: str, first: date, last: date) -> tuple[Noted, ...]:
        return tuple(one for one in self.core.notes if first <= one.day <= last)


@dataclass
class FakePairs:
    """Sixty pairs, a story a day each; nobody looked ten days ago."""

    core: FakeCore

    def ranking(self, *, good: str = "", country: str = "", days: int = 90) -> Ranking:
        self.core.asked.append(("ranking", good, country, days))
        some = tuple(Ranked(good or f"good-{n:02}", country or "CN", 90 - n) for n in range(60))
        return Ranking(TODAY - timedelta(days - 1), TODAY, some, days - 1, days)

    def daily(self, wanted: Sequence[tuple[str, str]], days: int = 90) -> dict[object, object]:
        self.core.asked.append(("daily", *wanted))
        counts = tuple(None if days - n == 10 else n % 3 for n in range(days))
        return dict.fromkeys(wanted, counts)


@dataclass
class FakeSources:
    """The rows of the core, and what was asked of them."""

    core: FakeCore

    def rows(self) -> list[SourceRow]:
        if self.core.broken:
            raise self.core.broken
        return self.core.rows

    def enable(self, source: str, on: bool) -> Changes:
        self.core.asked.append(("enable", source, on))
        return Changes()

    def remove(self, source: str) -> Changes:
        self.core.asked.append(("remove", source))
        return Changes()

    def accept_move(self, source: str) -> Changes:
        self.core.asked.append(("accept", source))
        return Changes()


@dataclass
class FakeFigures:
    """The year of the core, and what stands out."""

    core: FakeCore

    def trend(
        self, *, good: str = "", country: str = "", measure: str = "", days: int = 90
    ) -> Trend:
        if self.core.broken:
            raise self.core.broken
        found = self.core.found(good=good, days=days)
        return replace(found, country=country, measure=measure)

    @property
    def noted(self) -> FakeNotes:
        return FakeNotes(self.core)

    @property
    def pairs(self) -> FakePairs:
        return FakePairs(self.core)

    @property
    def lands(self) -> FakeLands:
        return FakeLands(self.core)

    def bursts(self, days: int = 90) -> list[Burst]:
        return self.core.outstanding

    def balance(self) -> Balance:
        told = len(self.core.outstanding)
        return Balance(240, 0.4, told, 0, NOW if told else None)


class FakePolicies:
    """No policy locks anything."""

    def locked(self) -> dict[str, str]:
        return {}


@dataclass
class FakeCore:
    """Answers at once, and keeps what it was asked to do."""

    rows: list[SourceRow] = field(default_factory=lambda: [source()])
    found: Callable[..., Trend] = year
    stories: list[Card] = field(default_factory=lambda: [card()])
    notes: list[Noted] = field(default_factory=list)
    new: list[Alert] = field(default_factory=list)
    outstanding: list[Burst] = field(default_factory=list)
    kept: Settings = field(default_factory=Settings)
    asked: list[tuple[object, ...]] = field(default_factory=list)
    listeners: list[Callable[[Changes], None]] = field(default_factory=list)
    gate: threading.Event | None = None
    encrypted: bool = False
    broken: Exception | None = None

    def watch(self, listener: Callable[[Changes], None]) -> Callable[[], None]:
        self.listeners.append(listener)
        return self.listeners.clear

    def settings(self) -> Settings:
        return self.kept

    def save_settings(self, settings: Settings) -> Changes:
        self.kept = settings
        return Changes(settings=True)

    @property
    def sources(self) -> FakeSources:
        return FakeSources(self)

    @property
    def policies(self) -> FakePolicies:
        return FakePolicies()

    @property
    def figures(self) -> FakeFigures:
        return FakeFigures(self)

    @property
    def grading(self) -> FakeGrading:
        return FakeGrading()

    def facets(self) -> Facets:
        found = [Facet(key, key, 1) for key in ("gallium", "copper", "CN", "export-ban")]
        return Facets(tuple(found[:2]), (found[2],), (found[3],))

    def names(self, kind: str, key: str, language: str) -> str:
        return f"{key} ({kind})"

    def card_ids(self, wanted: Filter) -> list[str]:
        self.asked.append(("ids", wanted.since, wanted.until, wanted.goods))
        return [story.id for story in self.stories]

    def cards(self, ids: Sequence[str]) -> list[Card]:
        return [story for story in self.stories if story.id in ids]

    def alerts(self, wanted: Filter) -> list[Alert]:
        return list(self.new)

    def poll(
        self,
        sources: Sequence[str] = (),
        *,
        progress: Callable[[PollProgress], None] | None = None,
        cancel: threading.Event | None = None,
    ) -> PollReport:
        if progress:
            progress(PollProgress(1, 2, "gazette", "ok"))
        if self.gate:
            self.gate.wait(10)
        one = PollResult("gazette", "ok", 200, 10, 0.1, 3, 2, 1)
        return PollReport((one,), cancelled=bool(cancel and cancel.is_set()))

    def ingest(
        self,
        paths: Sequence[object],
        *,
        progress: Callable[[PollProgress], None] | None = None,
        cancel: threading.Event | None = None,
    ) -> tuple[list[FileResult], Changes]:
        self.asked.append(("ingest", *(str(path) for path in paths)))
        outcomes = ("parsed", "refused")
        results = [
            FileResult(str(path), outcomes[i % 2], "not_a_feed" if i % 2 else "", "rss", 4, 3, 2, 1)
            for i, path in enumerate(paths)
        ]
        return results, Changes()


def days_ago(count: int) -> date:
    return TODAY - timedelta(count)
