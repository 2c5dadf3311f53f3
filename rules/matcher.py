"""A text in, a match out: what it is about, and which rules fire on it with which evidence.

Text -> Reader.read -> Sense -> rules of the sieve -> condition and near -> exceptions -> Match
"""

from __future__ import annotations

from collections.abc import Iterable

from rules import dates, firing
from rules.compiled import compile_rules
from rules.explain import Explanation, explain
from rules.lexicon import Lexicon
from rules.load import Pack
from rules.model import Evidence, Match, RuleHit, Text
from rules.pause import no_collection
from rules.scan import Scanner
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

    def match(self, text: Text) -> Match:
        """All that is known about one text."""
        sense = self._reader.read(text)
        hits, excused = self._fired(sense, text)
        return _match(sense, hits, excused)

    def explain(self, rule_id: str, text: Text) -> Explanation:
        """Why a rule fires on a text or not. Raises KeyError for a rule that is not in use."""
        return explain(self._rules[rule_id], Trial(self._reader.read(text)), self._goods)

    def _fired(self, sense: Sense, text: Text) -> tuple[list[RuleHit], list[str]]:
        """The rules that fire, and why others are silent."""
        hits: list[RuleHit] = []
        silences: list[str] = []
        trial = Trial(sense)
        for ready in self._sieve.candidates(sense.scan, (one[0] for one in sense.coded)):
            if not (
                ready.anywhere or firing.looked_at(ready.rule.source, text, sense.scan.languages)
            ):
                continue
            outcome = firing.fire(ready, trial, self._goods)
            if isinstance(outcome, RuleHit):
                if not hits or hits[-1].id != outcome.id:
                    hits.append(outcome)
            elif outcome:
                silences.append(outcome)
        return hits, silences


def _match(sense: Sense, hits: Iterable[RuleHit], excused: Iterable[str]) -> Match:
    rules = tuple(hits)
    about = set(sense.about)
    denied = (f"measure {one.measure}: {one.denied}" for one in sense.events if one.denied)
    return Match(
        goods=sense.about,
        mentions=tuple(good for good in sense.goods if good not in about),
        countries=tuple(sense.countries),
        measures=sense.measures,
        roles=sense.roles(),
        measure_status=sense.status(),
        entities=tuple(sense.companies),
        rules=rules,
        evidence=evidence(sense) if rules else (),
        silences=tuple(dict.fromkeys([*denied, *excused])),
        dates=dates.found(sense.scan.page.text) if rules else (),
    )


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
