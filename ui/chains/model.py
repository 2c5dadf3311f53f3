"""The nodes of a walk as a table that sorts by its figures."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject

from osawatch.chain.model import FACTORS, Row
from ui.chains.reading import Answer
from ui.chains.texts import text
from ui.chains.words import because, hhi, hit_of, only_left, percent, plain, where
from ui.i18n import figure
from ui.tables import Rows

COLUMNS = ("name", "left", "strength", "owner", "first", "share", "hhi", "mark", "figures")
TOLD = ("strength", "owner", "hhi", "mark")
OF_CUT = ("left", "owner")  # columns of a what-if alone
RISKS = ("high", "unknown", "medium", "low")
HAIR = 1e-9


class Nodes(Rows[Row]):
    """All nodes that are shown but the start."""

    COLUMNS = COLUMNS

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.answer: Answer | None = None

    def show_answer(self, answer: Answer) -> None:
        """Other rows."""
        self.answer = answer
        self.show_rows(answer.rows)

    def head(self, key: str) -> str:
        """The words over a column."""
        return text(key)

    def head_tip(self, key: str) -> str | None:
        """What its figure is."""
        factors = FACTORS.values() if key == "strength" else ()
        return text(f"{key}_told", *factors) if key in TOLD else None

    def tip(self, row: Row, key: str) -> str:
        """The words, and whose link it is."""
        said = text("own") if key == "name" and row.reach.own else ""
        if key == "mark" and row.marks and row.marks.why:
            said = because(row.marks)
        return plain(", ".join(part for part in (self.words(row, key), said) if part))

    def words(self, row: Row, key: str) -> str:
        """What a cell says."""
        best = row.marks.best if row.marks else None
        if key == "name":
            return f"{row.name} *" if row.reach.own else row.name
        if key == "strength":
            return figure(row.reach.weight, 2)
        if key in OF_CUT:
            hit = hit_of(self.answer, row.reach.node) if self.answer else None
            return "" if hit is None else hit.ministry if key == "owner" else only_left(hit)
        if key == "mark":
            return text(row.marks.risk) if row.marks else text("use")
        if best is None:
            return "–" if row.marks else ""
        lands = self.answer.lands if self.answer else {}
        return {
            "first": lands.get(best.first[0], best.first[0]),
            "share": f"{percent(best.first[1])} %", "hhi": hhi(best), "figures": where(best),
        }[key]  # fmt: skip

    def order(self, row: Row, key: str, place: int) -> Any:
        """By its figure; of equals the order of the walk."""
        best = row.marks.best if row.marks else None
        if key == "strength":
            return row.reach.weight - place * HAIR
        if key == "left":
            hit = hit_of(self.answer, row.reach.node) if self.answer else None
            return (hit.left[0] if hit else 2.0) + place * HAIR
        if key == "share":
            return best.first[1] if best else -1.0
        if key == "hhi":
            return best.hhi if best else -1.0
        if key == "mark":
            return RISKS.index(row.marks.risk) if row.marks else len(RISKS)
        return super().order(row, key, place)
