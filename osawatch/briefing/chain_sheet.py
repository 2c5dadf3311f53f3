"""The page of the raw-materials scanner: a scan -> a document for any writer. Pure.

It is made to fit one sheet of A4: what does not fit is counted, not dropped without a word.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

from osawatch.briefing.chain_words import RISKS, SAID, SCOPES, STAGES, TRUST, word
from osawatch.briefing.model import Document, Section, Table
from osawatch.chain.marks import bottlenecks
from osawatch.chain.model import Advice, Marks, Row, Scan

MOST_ROWS, MOST_TOOLS = 14, 5
ROUNDED = 0.005  # two figures nearer than this are written alike
DOUBTFUL = ("low", "unverified")
Names = Callable[[str, str], str]
"""(kind, key) -> name of a good or country."""


def sheet(found: Scan, names: Names, now: datetime, language: str) -> Document:
    """One page about one product or material."""
    page = _Page(names, language)
    title = page.text("title", found.name)
    subtitle = page.text("subtitle", f"{now.astimezone(UTC):%Y-%m-%d %H:%M}")
    sections = (page.self(found), page.inside(found), page.advice(found), page.tools(found),
                page.sources(found))  # fmt: skip
    return Document(title, subtitle, language, "", page.text("warning"), sections, {}, dense=True)


def ordered(rows: tuple[Row, ...]) -> list[Row]:
    """Bottlenecks first, then what nobody counts, then the rest; an end use is no material."""
    worst = bottlenecks(rows)
    goods = [row for row in rows if row.marks and row not in worst]
    return [*worst, *sorted(goods, key=lambda row: row.marks is not None
                            and row.marks.risk != "unknown")]  # fmt: skip


class _Page:
    """The parts of the page in one language."""

    def __init__(self, names: Names, language: str) -> None:
        self._names, self._language = names, language

    def text(self, key: str, *values: object) -> str:
        return SAID[self._language][key].format(*values)

    def self(self, found: Scan) -> Section:
        parts: tuple[Table, ...] = ()
        if found.marks:
            row = (found.name, *self._figures(found.marks))
            parts = (Table("", self._head("good"), (row,)),)
        return Section(self.text("self"), "", parts, self.text("nothing_self"))

    def inside(self, found: Scan) -> Section:
        rows = ordered(found.inside)
        shown = tuple(
            (
                row.name,
                *self._figures(row.marks),
                f"{self._number(row.reach.weight)}{self._own(row)}",
            )
            for row in rows[:MOST_ROWS]
            if row.marks
        )
        rest, weak = len(rows) - len(shown), found.walk.weaker
        more = self.text("more", rest, weak) if rest or weak else ""
        table = Table("", (*self._head("good"), self.text("path")), shown)
        return Section(
            self.text("inside"), f"{self.text('inside_lead')} {more}".strip() if shown else more,
            (table,) if shown else (), self.text("nothing_inside"),
        )  # fmt: skip

    def advice(self, found: Scan) -> Section:
        said: dict[str, list[str]] = {}
        for one in found.advice:
            said.setdefault(self._names("good", one.good), []).append(self._advice(one))
        rows = tuple((good, " ".join(those)) for good, those in said.items())
        table = Table("", (self.text("good"), self.text("what")), rows)
        return self._section("advice", table)

    def tools(self, found: Scan) -> Section:
        rows = tuple(
            (one.names.get(self._language) or one.names["en"], ", ".join(one.owners),
             self.text(one.kind), one.legal)
            for one in found.instruments[:MOST_TOOLS]
        )  # fmt: skip
        head = tuple(self.text(key) for key in ("instrument", "owner", "kind", "legal"))
        return self._section("tools", Table("", head, rows))

    def sources(self, found: Scan) -> Section:
        shown = [found.marks, *(row.marks for row in ordered(found.inside)[:MOST_ROWS])]
        used = {one.best.source for one in shown if one and one.best}
        said = "; ".join(
            self.text("reliability", ", ".join(x for x in (one.publisher, one.title) if x),
                      self._trust(one.reliability))
            for one in found.sources
            if one.key in used
        )  # fmt: skip
        return Section(self.text("sources"), said, (), "" if said else self.text("nothing_sources"))

    def _section(self, key: str, table: Table) -> Section:
        parts = (table,) if table.rows else ()
        return Section(self.text(key), "", parts, self.text(f"nothing_{key}"))

    def _head(self, first: str) -> tuple[str, ...]:
        return tuple(self.text(key) for key in (first, "first", "share", "hhi", "figures", "mark"))

    def _figures(self, marks: Marks) -> tuple[str, ...]:
        mark = word(RISKS, marks.risk, self._language)
        tags = [self.text(key) for key in ("strategic", "critical") if getattr(marks, key)][:1]
        if marks.best is None:
            told = ", ".join(self._names("country", land) for land in marks.named[:4])
            said = self.text("named", told) if told else self.text("nobody")
            return ("–", "–", "–", said, ", ".join([mark, *tags]))
        land, share = marks.best.first
        low, high = marks.best.hhi, marks.best.hhi_high
        hhi = self._number(low)
        if high - low >= ROUNDED:
            hhi = f"{hhi}–{self._number(high)}"
        return (
            self._names("country", land), f"{100 * share:.0f} %", hhi, self._where(marks),
            ", ".join([mark, *tags]),
        )  # fmt: skip

    def _where(self, marks: Marks) -> str:
        best = marks.best
        if best is None:
            return ""
        doubt = marks.reliability if marks.reliability in DOUBTFUL else ""
        parts = (
            word(SCOPES, best.scope, self._language),
            word(STAGES, best.stage, self._language) if best.stage else "",
            self.text("code", best.code) if best.code else "", best.period,
            self._trust(doubt) if doubt else "",
        )  # fmt: skip
        return ", ".join(part for part in parts if part)

    def _trust(self, reliability: str) -> str:
        return self.text("unread", word(TRUST, reliability, self._language))

    def _number(self, value: float) -> str:
        said = f"{value:.2f}"
        return said.replace(".", ",") if self._language == "nl" else said

    def _own(self, row: Row) -> str:
        return f" ({self.text('own')})" if row.reach.own else ""

    def _advice(self, one: Advice) -> str:
        values = list(one.values)
        if one.code == "diversify":
            values = [self._names("country", values[0]), f"{100 * float(values[1]):.0f}"]
        elif one.code == "recycle":
            values = [f"{100 * float(values[0]):.0f}"]
        elif one.code in ("stocks", "substitute"):
            values = [self._number(float(values[0]))]
        elif one.code in ("partners", "no-figures"):
            lands = ", ".join(self._names("country", land) for land in values[:6])
            values = [lands or self.text("none")]
        return self.text(one.code, *values)
