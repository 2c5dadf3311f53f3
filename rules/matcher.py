"""A text in, a match out: what it is about, and which rules fire on it with which evidence.

Text -> Reader.read -> Sense -> rules of the sieve -> condition and near -> exceptions -> Match

The rules are tried at once; the rest of a match is worked out when somebody reads it.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from rules import dates, firing
from rules.compiled import compile_rules
from rules.dateline import filed
from rules.excluding import by_source
from rules.explain import Explanation, explain
from rules.lexicon import Kind, Lexicon
from rules.load import Pack
from rules.model import Dated, Evidence, Match, MeasureStatus, Role, RuleHit, Text
from rules.pause import no_collection
from rules.scan import GOODS, Scanner
from rules.sense import Reader, Sense
from rules.sieve import Sieve
from rules.trial import Trial


class Matcher:
    """Matches texts against a pack. It holds nothing that changes: thread safe."""

    def __init__(self, pack: Pack) -> None:
        with no_collection():
            lexicon = Lexicon()
            lexicon.watch(pack.watchlist)
            ready = compile_rules(pack.rules, lexicon)
            self._sieve = Sieve(ready, lexicon)
            self._reader = Reader(Scanner(lexicon, self._sieve.meant), pack.watchlist)
        self._rules = {one.rule.id: one for one in ready}
        self._goods = pack.watchlist.goods
        self._excluded = by_source(pack.excluded)

    def match(self, text: Text) -> Match:
        """All that is known about one text."""
        sense = self._reader.read(text)
        hits, excused = self._fired(sense, text)
        return Match.of(Answers(sense, tuple(hits), excused))

    def explain(self, rule_id: str, text: Text) -> Explanation:
        """Why a rule fires on a text or not. Raises KeyError for a rule that is not in use."""
        trial, excluded = Trial(self._reader.read(text)), self._excluded.get(text.source, ())
        return explain(self._rules[rule_id], trial, self._goods, excluded)

    def _fired(self, sense: Sense, text: Text) -> tuple[list[RuleHit], list[str]]:
        """The rules that fire, and why others are silent."""
        hits: list[RuleHit] = []
        silences: list[str] = []
        trial, last = Trial(sense), ""
        coded = [one[0] for one in sense.coded]
        excluded = self._excluded.get(text.source, ())
        for ready, sure in self._sieve.candidates(sense.scan, coded, partial(_filed, sense)):
            if not (
                ready.anywhere or firing.looked_at(ready.rule.source, text, sense.scan.languages)
            ):
                continue
            outcome = firing.fire(ready, trial, self._goods, sure=sure, excluded=excluded)
            if isinstance(outcome, RuleHit):
                if ready.rule.id != last:
                    hits.append(outcome)
                last = ready.rule.id
            elif outcome:
                silences.append(outcome)
        return hits, silences


def _filed(sense: Sense) -> Iterator[str]:
    """Countries that a text may tell by its dateline, though no word of ours names them."""
    scan = sense.scan
    if (scan.kinds & GOODS or sense.coded) and (scan.kinds & Kind.MEASURE or scan.whole):
        for text in (scan.page.text.summary, scan.page.text.title):
            place = filed(text)
            if place is not None:
                yield place[0]


class Answers:
    """The fields of a match, each worked out when it is read for the first time."""

    __slots__ = ("_excused", "_sense", "rules")

    def __init__(self, sense: Sense, rules: tuple[RuleHit, ...], excused: list[str]) -> None:
        self._sense, self.rules, self._excused = sense, rules, excused

    @property
    def goods(self) -> tuple[str, ...]:
        """What the text is about."""
        return self._sense.about

    @property
    def mentions(self) -> tuple[str, ...]:
        """Goods it names besides."""
        about = set(self._sense.about)
        return tuple(good for good in self._sense.goods if good not in about)

    @property
    def countries(self) -> tuple[str, ...]:
        """Countries it names."""
        return tuple(self._sense.countries)

    @property
    def measures(self) -> tuple[str, ...]:
        """Measures it tells of."""
        return self._sense.measures

    @property
    def roles(self) -> tuple[Role, ...]:
        """The parts of the countries."""
        return self._sense.roles()

    @property
    def measure_status(self) -> dict[str, MeasureStatus]:
        """The state of the measures."""
        return self._sense.status()

    @property
    def entities(self) -> tuple[str, ...]:
        """Companies it names."""
        return tuple(self._sense.companies)

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """Every word that was understood, if a rule fires."""
        return evidence(self._sense) if self.rules else ()

    @property
    def dates(self) -> tuple[Dated, ...]:
        """Dates with a meaning, if a rule fires."""
        return dates.found(self._sense.scan.page.text) if self.rules else ()

    @property
    def silences(self) -> tuple[str, ...]:
        """Why nothing was said: denied measures, exceptions of rules, groups above the cap."""
        denied = (
            f"measure {event.measure}: {event.denied}"
            for event in self._sense.events
            if event.denied
        )
        capped = (
            f"{hit.id}: {hit.beyond} more groups than {firing.MOST_GROUPS} raise nothing"
            for hit in self.rules
            if hit.beyond
        )
        return tuple(dict.fromkeys([*denied, *self._excused, *capped]))


def evidence(sense: Sense) -> tuple[Evidence, ...]:
    """Every word that was understood, by place."""
    page = sense.scan.page
    found = {
        (hit.start, hit.end, f"good:{key}") for key, hits in sense.goods.items() for hit in hits
    }
    found |= {
        (part.start, part.end, f"measure:{event.measure}")
        for event in sense.events
        if not event.denied
        for part in event.parts
    }
    for kind, group in (("country", sense.countries), ("company", sense.companies)):
        found |= {
            (hit.start, hit.end, f"{kind}:{key}") for key, hits in group.items() for hit in hits
        }
    return tuple(page.evidence(*one) for one in sorted(found))
