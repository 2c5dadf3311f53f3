"""A text in, a match out: what it is about, and which rules fire on it with which evidence.

Text -> Reader.read -> Sense -> rules of the index -> condition and near -> exceptions -> Match
"""

from __future__ import annotations

from collections.abc import Iterable

from rules import firing
from rules.compiled import Book, compile_rules
from rules.explain import Explanation, explain
from rules.lexicon import Lexicon
from rules.load import Pack
from rules.model import Evidence, Match, RuleHit, Text
from rules.pause import no_collection
from rules.scan import Page, Scan, Scanner
from rules.sense import Reader, Sense
from rules.trial import Trial


class Matcher:
    """Matches texts against a pack. It holds nothing that changes: thread safe."""

    def __init__(self, pack: Pack) -> None:
        with no_collection():
            lexicon = Lexicon()
            lexicon.watch(pack.watchlist)
            self._book: Book = compile_rules(pack.rules, lexicon)
            self._reader = Reader(Scanner(lexicon, self._book.index), pack.watchlist)
        self._goods = pack.watchlist.goods

    def match(self, text: Text) -> Match:
        """All that is known about one text."""
        sense = self._reader.read(text)
        if sense is None:
            if not self._book.always:
                return Match()
            sense = _empty(text)
        trial = Trial(sense)
        hits, silences = self._fired(trial, text)
        return _match(sense, hits, silences)

    def explain(self, rule_id: str, text: Text) -> Explanation:
        """Why a rule fires on a text or not. Raises KeyError for a rule that is not in use."""
        sense = self._reader.read(text) or _empty(text)
        return explain(self._book.rules[rule_id], Trial(sense), self._goods)

    def _fired(self, trial: Trial, text: Text) -> tuple[list[RuleHit], list[str]]:
        hits: list[RuleHit] = []
        silences: list[str] = [
            f"measure {event.measure}: {event.denied}"
            for event in trial.sense.events
            if event.denied
        ]
        candidates = self._book.candidates(concepts(trial.sense))
        for ready in sorted(candidates, key=lambda one: one.rule.id):
            if not firing.looked_at(ready.rule.source, text, trial.sense.scan.languages):
                continue
            outcome = firing.fire(ready, trial, self._goods)
            if isinstance(outcome, RuleHit):
                if not hits or hits[-1].id != outcome.id:
                    hits.append(outcome)
            elif outcome:
                silences.append(outcome)
        return hits, list(dict.fromkeys(silences))


def concepts(sense: Sense) -> frozenset[str]:
    """All that was found, as the keys of the index."""
    found = {f"g:{key}" for key in sense.goods}
    found |= {f"m:{event.measure}" for event in sense.events if not event.denied}
    found |= {f"c:{key}" for key in sense.countries}
    found |= {f"f:{key}" for key in sense.companies}
    found |= {f"{key[0]}:*" for key in found}
    return frozenset(found).union(sense.terms)


def _match(sense: Sense, hits: Iterable[RuleHit], silences: Iterable[str]) -> Match:
    rules = tuple(hits)
    about = set(sense.about)
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
        silences=tuple(silences),
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


def _empty(text: Text) -> Sense:
    return Sense(Scan(Page(text), [], None))
