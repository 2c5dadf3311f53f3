"""Exclusions of one source: what a desk does not want to be alerted to from it, until a day.

    schema: 1                                                        # rules.local.yaml
    excluded:
      - {source: daily, words: [sport, voetbal*], until: 2027-01-31, by: A. Person}

They hold for every rule but those of level critical. Words are met as rules meet them: folded, and
as whole words. Of several kinds (words, sections, goods) each must be met, of one kind any.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from itertools import groupby
from pathlib import Path
from urllib.parse import unquote, urlsplit

from rules.fold import UNSPACED, fold
from rules.model import Text
from rules.reading import Record
from rules.yamlnodes import NOWHERE, Findings, Place, read
from rules.yamlnodes import Mapping as Pairs

KEY = "excluded"
NEVER = "critical"  # the level that no exclusion hides
LEAST_LETTERS = 2
ANY = "*"  # ends the beginning of a word
_UNSPACED = re.compile(f"[{UNSPACED}]")


@dataclass(frozen=True, slots=True)
class Exclusion:
    """`until` is its last day; `by` and `made` say who wanted it, and when.

    It hides nothing of rules of a level in `never`, nor of those in `spared`, by id.
    """

    source: str
    words: tuple[str, ...] = ()
    sections: tuple[str, ...] = ()
    goods: tuple[str, ...] = ()
    until: date = date.min
    by: str = ""
    made: date | None = None
    reason: str = ""
    place: Place = NOWHERE
    never: tuple[str, ...] = (NEVER,)
    spared: frozenset[str] = frozenset()

    @property
    def said(self) -> str:
        """What it excludes, in one line."""
        parts = [", ".join(self.words)]
        parts += [f"section {', '.join(self.sections)}"] if self.sections else []
        parts += [f"goods {', '.join(self.goods)}"] if self.goods else []
        return "; ".join(part for part in parts if part).replace(":", " ")

    @property
    def name(self) -> str:
        """Its name among all exceptions of the desk."""
        return f"{self.source}, {self.said}"

    @property
    def told(self) -> str:
        """What stands where it hid something."""
        return f"exception {self.name}: excluded for this source: {self.said}"

    def holds(self, text: Text, folded: str, goods: Iterable[str]) -> bool:
        """Whether it hides a text, given as it is and folded, that is about some goods."""
        if ended(self.until, text):
            return False
        return (
            (not self.words or any(_said(word, folded) for word in self.words))
            and (not self.sections or not _sections(text.url).isdisjoint(map(fold, self.sections)))
            and (not self.goods or not set(goods).isdisjoint(self.goods))
        )


By = Mapping[str, tuple[Exclusion, ...]]
"""Exclusions by their source."""


def ended(until: date, text: Text) -> bool:
    """Whether a last day was over when a text came out, or when it came here.

    A publisher's date alone would keep it in force for ever over whatever is dated before it. A
    text of neither date is of today.
    """
    days = [day for day in (text.published, text.seen) if day] or [datetime.now(UTC)]
    return any(day.astimezone(UTC).date() > until for day in days)


def by_source(found: Iterable[Exclusion]) -> By:
    """Each source with its own."""
    every = sorted(found, key=lambda one: one.source)
    return {key: tuple(some) for key, some in groupby(every, key=lambda one: one.source)}


def read_file(path: Path, findings: Findings) -> tuple[Exclusion, ...]:
    """Those of a file of local changes. `rules.overrides` tells what is wrong with the rest."""
    nodes = read(path, Findings())
    records = [Record(node, findings) for node in nodes if isinstance(node, Pairs)]
    found = (_exclusion(one) for record in records for one in record.records(KEY))
    return tuple(one for one in found if one is not None)


def useless(word: str) -> bool:
    """Whether a word is too short to exclude by: it would stand in most texts."""
    return sum(map(str.isalnum, fold(word))) < LEAST_LETTERS


def misplaced(word: str) -> bool:
    """Whether a star stands elsewhere than at the end, where it would be met as no sign at all."""
    return ANY in word[:-1]


def _exclusion(record: Record) -> Exclusion | None:
    before, findings = len(record.findings.found), record.findings
    source, until = record.text("source", needed=True), record.day("until")
    words, sections, goods = (record.texts(key) for key in ("words", "sections", "goods"))
    if not (words or sections or goods):
        findings.error(
            record.place, "exception", "needs words, sections or goods: it would hide everything"
        )
    for key, said in (("words", words), ("sections", sections), ("goods", goods)):
        for one in said:
            if useless(one):
                findings.error(record.at(key), "short-term", f"{key}: «{one}» is too short")
    for one in filter(misplaced, words):
        findings.error(record.at("words"), "exception", f"words: «{one}»: * stands only at the end")
    if until is None:
        findings.error(record.place, "missing", "«until» is missing: its last day")
    found = Exclusion(
        source, words, sections, goods, until or date.min, record.text("by"), record.day("made"),
        record.text("reason"), record.place,
    )  # fmt: skip
    record.done()
    return found if len(findings.found) == before else None


def _said(word: str, folded: str) -> bool:
    """Whether a whole word stands in a text; `x*` is the beginning of one."""
    wanted = fold(word)
    if _UNSPACED.search(wanted):
        return wanted.strip() in folded  # no space tells where a word of these scripts ends
    return (wanted.rstrip() if word.endswith("*") else wanted) in folded


def _sections(url: str) -> set[str]:
    """The parts of an address's path, folded."""
    try:
        path = urlsplit(url).path
    except ValueError:  # a bracket that nothing closes
        return set()
    return {fold(part) for part in unquote(path).split("/") if part}
