"""Subjects against lists: identifiers first, then names, then what else is known.

subject -> identifiers (decide alone) | candidates of each name -> likeness -> second facts
  -> one hit an entry, the best -> those at the threshold, exact names in any case
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

from feeds.lists.model import ListEntry, Name
from osawatch.screening import identifiers
from osawatch.screening.facts import facts_of, weighed
from osawatch.screening.index import Candidates, NameIndex
from osawatch.screening.model import Fact, Hit, Subject
from osawatch.screening.score import Likeness, likeness
from osawatch.screening.spelling import Spelled, spell

THRESHOLD = 0.85
WEAK_ALONE = 0.5  # a weak alias without a second fact
CLOSEST = 0.99  # what else is known makes no two names the same
MOST_RAISED = 0.1  # by what else is known


Part = Literal["person", "whole", "unknown"]
Bearer = tuple[ListEntry, Name]


class Screener:
    """All names and numbers of the entries given. Building takes 3 s for 100,000 names."""

    def __init__(self, entries: Iterable[ListEntry]) -> None:
        self.entries = tuple(entry for entry in entries if entry.active)
        borne: dict[tuple[Spelled, Part], list[Bearer]] = {}
        for entry in self.entries:
            part = _part(entry)
            for name in dict.fromkeys(entry.names):
                spelled = spell(name.text, person=part == "person")
                if spelled.core:
                    borne.setdefault((spelled, part), []).append((entry, name))
        self.names = tuple(borne)
        self.bearers = tuple(borne.values())
        self.index = NameIndex(
            [spelled for spelled, _ in self.names], [part != "whole" for _, part in self.names]
        )
        self._numbers: dict[str, list[ListEntry]] = {}
        for entry in self.entries:
            for one in entry.identifiers:
                if key := identifiers.key(one):
                    self._numbers.setdefault(key, []).append(entry)

    def screen(self, subject: Subject, threshold: float = THRESHOLD) -> tuple[Hit, ...]:
        """The entries that may be this subject, best first."""
        return self.screen_all([subject], threshold)[0]

    def screen_all(
        self, subjects: Sequence[Subject], threshold: float = THRESHOLD
    ) -> list[tuple[Hit, ...]]:
        """The same for many subjects, faster than one by one."""
        asked = [
            (place, spelled)
            for place, one in enumerate(subjects)
            for name in dict.fromkeys((one.name, *one.aliases))
            if (spelled := spell(name, person=one.kind == "person")).core
        ]
        found: list[dict[tuple[str, str], Hit]] = [
            {hit.key: hit for hit in self._by_number(one)}
            if one.identifiers or identifiers.has_digits(one.name)
            else {}
            for one in subjects
        ]
        more = [bool(subjects[n].births or subjects[n].countries) for n, _ in asked]
        rows = self.index.candidates([spelled for _, spelled in asked], more)
        for (place, spelled), candidates in zip(asked, rows, strict=True):
            self._by_name(subjects[place], spelled, candidates, threshold, found[place])
        return [tuple(hit for _, hit in sorted(best.items(), key=_best_first)) for best in found]

    def _by_number(self, subject: Subject) -> Iterator[Hit]:
        written = identifiers.written_in(subject.name)
        given = [key for one in subject.identifiers if (key := identifiers.key(one))]
        for key in dict.fromkeys((*given, *written)):
            for entry in self._numbers.get(key, ()):
                yield Hit(entry, 1.0, "identifier", subject.name, number=key)

    def _by_name(
        self,
        subject: Subject,
        asked: Spelled,
        found: Candidates,
        threshold: float,
        best: dict[tuple[str, str], Hit],
    ) -> None:
        """The best hit of each entry, put into `best`."""
        more = bool(subject.births or subject.countries)
        least = threshold - MOST_RAISED if more else min(threshold, THRESHOLD)
        names, common, of_person = self.names, self.index.common, subject.kind == "person"
        for row in found.alike | found.within:
            spelled, part = names[row]
            person = part == "person" or (of_person and part == "unknown")
            alike = likeness(asked, spelled, common, person=person)
            if alike.score >= least:
                self._hits(subject, asked, self.bearers[row], alike, threshold, best)

    def _hits(
        self,
        subject: Subject,
        asked: Spelled,
        bearers: list[Bearer],
        alike: Likeness,
        threshold: float,
        best: dict[tuple[str, str], Hit],
    ) -> None:
        """Who bears this name, after what else is known of them."""
        known = subject.births or subject.countries or subject.kind
        for entry, name in bearers:
            if not known and name.quality != "weak":
                facts: tuple[Fact, ...] = ()
                score = alike.score
            else:
                facts = facts_of(subject, entry) if known else ()
                score = _score(alike, name, facts)
            if score >= threshold or (alike.exact and score > WEAK_ALONE):
                key = entry.list, entry.id
                if key not in best or score > best[key].score:
                    best[key] = Hit(entry, score, "name", asked.text, name, alike, facts)


def _best_first(one: tuple[tuple[str, str], Hit]) -> tuple[float, tuple[str, str]]:
    return -one[1].score, one[0]


def _part(entry: ListEntry) -> Part:
    return "person" if entry.kind == "person" else "whole" if entry.kind else "unknown"


def _score(alike: Likeness, name: Name, facts: tuple[Fact, ...]) -> float:
    """The score after birth, country and kind; a weak alias needs one of them."""
    if not facts and name.quality != "weak":
        return alike.score
    score = weighed(alike.score, facts)
    if not alike.exact:
        score = min(score, max(alike.score, CLOSEST))
    if name.quality == "weak" and not any(fact.agrees for fact in facts):
        score = min(score, WEAK_ALONE)
    elif alike.exact:  # a contradiction never hides an exact name
        score = max(score, min(alike.score, THRESHOLD))
    return round(score, 4)
