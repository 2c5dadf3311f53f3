"""Who may read a document: the markings, and the lowest that the parts of one leave it. Pure.

A compilation carries at least the highest marking of its parts. The parts that are known are the
papers that left of each case that is taken up, and what the desk says of its watchlist.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from osawatch.cases.model import Case
from osawatch.errors import BadInput

TLP = ("TLP:CLEAR", "TLP:GREEN", "TLP:AMBER", "TLP:AMBER+STRICT", "TLP:RED")
DUTCH = ("ONGERUBRICEERD", "INTERN GEBRUIK", "DEPARTEMENTAAL VERTROUWELIJK")
"""What Dutch ministries write on a page. Of the grades of VIRBI 2013 only the lowest is here:
what is graded higher may not be made with this program at all."""
MARKINGS = (*TLP, *DUTCH)
RANKS = {one: rank for rank, one in enumerate(TLP)} | dict(zip(DUTCH, (0, 3, 4), strict=True))
"""How narrow the circle of readers is; between the two scales a reading of the makers."""

SAID = {
    "en": {
        "story": "{0} story", "storys": "{0} stories", "case": "{0} case", "cases": "{0} cases",
        "and": " and ",
        "together": "Put together from {0}: together they may be more sensitive than each alone.",
    },
    "nl": {
        "story": "{0} verhaal", "storys": "{0} verhalen", "case": "{0} dossier",
        "cases": "{0} dossiers", "and": " en ",
        "together": "Samengesteld uit {0}: samen kunnen zij gevoeliger zijn dan elk apart.",
    },
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Floor:
    """The lowest marking that is left to choose, and the part that asks for it; "" = any."""

    marking: str = ""
    part: str = ""

    def over(self, chosen: str) -> str:
        """What is chosen, or the lowest that may be."""
        return chosen if _rank(chosen) >= _rank(self.marking) else self.marking


ANY = Floor()


def floor(cases: Iterable[Case], watchlist: str = "") -> Floor:
    """The highest marking among papers that left these cases, and that of the watchlist."""
    parts = [Floor(watchlist, "the watchlist")]
    parts += [Floor(paper.marking, case.title) for case in cases for paper in case.papers]
    highest = max(parts, key=lambda one: _rank(one.marking))  # of equal ones the first
    return highest if _rank(highest.marking) >= 0 else ANY


def refuse_below(chosen: str, lowest: Floor) -> None:
    """`BadInput` that names the part and its marking."""
    if lowest.over(chosen) == chosen:
        return
    part, marking = lowest.part, lowest.marking
    if not chosen:
        raise BadInput(f"is needed: a part of this, «{part}», is {marking}", field="marking")
    told = f"{chosen} is lower than a part of this: «{part}» is {marking}"
    raise BadInput(told, field="marking")


def together(stories: int, cases: int, language: str) -> str:
    """What a document is put together from, and what that means; "" where it is of one part."""
    if stories + cases < 2:
        return ""
    said = SAID.get(language, SAID["en"])
    counts = [
        said[what if count == 1 else f"{what}s"].format(count)
        for what, count in (("story", stories), ("case", cases))
        if count
    ]
    return said["together"].format(said["and"].join(counts))


def _rank(marking: str) -> int:
    return RANKS.get(marking, -1)
