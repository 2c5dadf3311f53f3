"""All words that the automaton looks for, each with what it stands for."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import IntEnum
from typing import NamedTuple

from rules import cldr
from rules.headings import HINTS
from rules.terms import ANY, Term, Terms
from rules.variants import Check, literals
from rules.watchlist import Country, Good, Measure, Watchlist

# Languages whose country names are compiled beside those the pack writes words in.
NAMES_IN = (
    "en", "nl", "de", "fr", "es", "pt", "ru", "zh", "zh-Hant", "ja", "ko", "ar", "pl", "uk",
    "tr", "id", "cs", "sv", "it",
)  # fmt: skip


_SLAVIC = frozenset(["ru", "uk", "pl", "cs"])


class Kind(IntEnum):
    """What a word stands for; one bit each."""

    GOOD = 1
    WEAK = 2
    MEASURE = 4
    FIRST = 8  # of a near pair
    SECOND = 16
    COUNTRY = 32
    COMPANY = 64
    TERM = 128
    MASK = 256
    STATUS = 512
    DENIAL = 1024
    CONTEXT = 2048
    HINT = 4096  # that codes of goods follow


class Use(NamedTuple):
    """One meaning of a literal. `detail`: what kind of name a country's is."""

    kind: Kind
    key: str
    language: str
    check: Check | None = None
    detail: str = ""
    pair: int = -1


@dataclass(slots=True)
class Lexicon:
    """Literals and their uses. A literal may have many owners."""

    uses: dict[str, list[Use]] = field(default_factory=dict)
    pairs: list[tuple[str, bool]] = field(default_factory=list)

    def add(
        self, kind: Kind, key: str, terms: Iterable[Term], *, detail: str = "", pair: int = -1
    ) -> None:
        """Terms that stand for `key`."""
        name, bare = detail == "name", kind in (Kind.WEAK, Kind.FIRST, Kind.SECOND, Kind.STATUS)
        for term in terms:
            family = term.language[:2]
            for literal in literals(term, name=name, bare=bare or detail == "form"):
                use = Use(kind, key, family, literal.check, detail, pair)
                owners = self.uses.setdefault(literal.text, [])
                if use not in owners:
                    owners.append(use)

    def watch(self, watchlist: Watchlist) -> None:
        """All words of a watchlist."""
        for good in watchlist.goods.values():
            self._good(good)
        for measure in watchlist.measures.values():
            self._measure(measure)
        for country in watchlist.countries.values():
            self._country(country)
        self._country_names(watchlist)
        for company in watchlist.companies.values():
            self.add(Kind.COMPANY, company.id, _all(company.names), detail="form")
        for key, terms in watchlist.lists.items():
            self.add(Kind.TERM, f"list:{key}", _all(terms))
        for state, terms in watchlist.status.items():
            self.add(Kind.STATUS, state, _all(terms))
        self.add(Kind.DENIAL, "", _all(watchlist.negation), detail="form")
        self.add(Kind.CONTEXT, "", _all(watchlist.context))
        self.add(Kind.MASK, "", _all(watchlist.masks), detail="form")
        for hint in HINTS:
            self.uses.setdefault(hint, []).append(Use(Kind.HINT, "", ANY))

    def _good(self, good: Good) -> None:
        self.add(Kind.GOOD, good.id, _all(good.terms))
        self.add(Kind.WEAK, good.id, _all(good.weak))
        self.add(Kind.MASK, good.id, _all(good.masks))

    def _measure(self, measure: Measure) -> None:
        self.add(Kind.MEASURE, measure.id, _all(measure.terms))
        self.add(Kind.MASK, measure.id, _all(measure.masks))
        for pair in measure.pairs:
            number = len(self.pairs)
            self.pairs.append((measure.id, pair.ordered))
            self.add(Kind.FIRST, measure.id, _all(pair.first), pair=number)
            self.add(Kind.SECOND, measure.id, _all(pair.second), pair=number)

    def _country(self, country: Country) -> None:
        code = country.iso2
        for detail in ("demonyms", "capitals", "bodies", "places"):
            self.add(Kind.COUNTRY, code, _all(getattr(country, detail)), detail=detail)
        small = [term for term in _all(country.aliases) if _adjective(term)]
        self.add(Kind.COUNTRY, code, small, detail="demonyms")
        other = [term for term in _all(country.aliases) if not _adjective(term)]
        self.add(Kind.COUNTRY, code, other, detail="name" if country.ambiguous else "aliases")
        self.add(Kind.MASK, code, _all(country.masks), detail="form")

    def _country_names(self, watchlist: Watchlist) -> None:
        own = {
            (term.text, term.language)
            for country in watchlist.countries.values()
            for term in _all(country.aliases)
        }
        for language in NAMES_IN:
            for code, spelled in cldr.names(language).items():
                terms = [Term(text, language) for text in spelled if (text, language) not in own]
                self.add(Kind.COUNTRY, code, terms, detail="name")


def _adjective(term: Term) -> bool:
    """«irański» among the aliases: Slavic names of countries have a capital, adjectives none."""
    return term.language in _SLAVIC and term.text[:1].islower()


def _all(terms: Terms) -> Iterable[Term]:
    return (term for group in terms.values() for term in group)
