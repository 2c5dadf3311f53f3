"""The words of one language for all that is watched: goods, measures, countries, states.

A file with `words:` adds a language to entries that stand in other files, so that a language is
one file, whatever order files are read in:

    words:
    - language: cs
      goods: {copper: [měď]}                       # weak: the same, counted in context only
      measures: {export-ban: {terms: [zákaz vývozu], near: [[[zakázal], [vývoz]]]}}
      countries: {CN: {demonyms: [čínsk*]}}        # capitals, aliases, bodies, places
      status: {lifted: [zrušil]}                   # and lists: {recall: [...]}
      negation: [popřel]                           # and context, masks

read -> kept on the watchlist -> settle, once all files are read -> entries with these words
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from rules import pairs
from rules.reading import Record, did_you_mean
from rules.terms import LANGUAGE, Term, Terms, read_term
from rules.watchlist import Watchlist, Words
from rules.yamlnodes import Findings, Mapping, Sequence

_NAMES = ("demonyms", "capitals", "aliases", "bodies", "places")
_PLAIN = ("negation", "context", "masks")
_KEYED = ("status", "lists")


def read(watchlist: Watchlist, record: Record) -> None:
    """Keep the words of a document until all entries are known."""
    for one in record.records("words"):
        language = one.text("language", needed=True)
        if not LANGUAGE.fullmatch(language):
            told = f"«{language}» is no language code like en or zh-Hant"
            one.findings.error(one.at("language"), "language", told)
            continue
        watchlist.words.setdefault(language, []).append(_words(one, language))
        one.done()


def settle(watchlist: Watchlist, findings: Findings) -> None:
    """Add the words that were kept to their entries; an id that is not there is a mistake."""
    for words in (one for kept in watchlist.words.values() for one in kept):
        _settle_entries(watchlist, words, findings)
        for key, terms in words.plain.items():
            _add(getattr(watchlist, key), words.language, terms)
        for key, named in words.keyed.items():
            known = getattr(watchlist, key)
            for name, terms in named.items():
                known[name] = _more(known.get(name, {}), words.language, terms)
    watchlist.words.clear()


def _words(one: Record, language: str) -> Words:
    found = Words(language)
    for key, kept in (("goods", found.goods), ("weak", found.weak)):
        kept.update(_lists(one, key, language, found))
    measures = one.record("measures")
    for name in measures.node.entries if measures else ():
        entry = measures.record(name) if measures else None
        if measures is not None and entry is not None:
            found.places["measures", name] = measures.where(name)
            rows = entry.get("near")
            near = tuple(pairs.of_language(language, rows, one.findings)) if rows else ()
            found.measures[name] = (_terms(entry, "terms", language), near)
            entry.done()
    countries = one.record("countries")
    for name in countries.node.entries if countries else ():
        entry = countries.record(name) if countries else None
        if countries is not None and entry is not None:
            found.places["countries", name] = countries.where(name)
            found.countries[name] = {key: _terms(entry, key, language) for key in _NAMES}
            entry.done()
    found.plain = {key: _terms(one, key, language) for key in _PLAIN}
    found.keyed = {key: _lists(one, key, language, found) for key in _KEYED}
    return found


def _lists(one: Record, key: str, language: str, found: Words) -> dict[str, tuple[Term, ...]]:
    node = one.get(key)
    inner = one.record(key) if node is not None else None
    if inner is None or not isinstance(node, Mapping):
        return {}
    for name in node.entries:
        found.places[key, name] = inner.where(name)
    return {name: _terms(inner, name, language) for name in node.entries}


def _terms(record: Record, key: str, language: str) -> tuple[Term, ...]:
    node = record.get(key)
    if node is not None and not isinstance(node, Sequence):
        record.findings.error(node.place, "terms", f"{key}: expected a list of terms in [ ]")
    items = node.items if isinstance(node, Sequence) else ()
    read = (read_term(item, language, record.findings) for item in items)
    return tuple(term for term in read if term is not None)


def _settle_entries(watchlist: Watchlist, words: Words, findings: Findings) -> None:
    language = words.language
    for part in ("goods", "weak"):
        field_name = "terms" if part == "goods" else "weak"
        for key, terms in getattr(words, part).items():
            good = watchlist.goods.get(key)
            if good is None:
                _unknown(words, part, key, watchlist.goods, findings)
                continue
            more = _more(getattr(good, field_name), language, terms)
            watchlist.goods[key] = replace(good, **{field_name: more})  # type: ignore[arg-type]
    for key, (terms, near) in words.measures.items():
        measure = watchlist.measures.get(key)
        if measure is None:
            _unknown(words, "measures", key, watchlist.measures, findings)
            continue
        more = _more(measure.terms, language, terms)
        watchlist.measures[key] = replace(measure, terms=more, pairs=(*measure.pairs, *near))
    for key, named in words.countries.items():
        country = watchlist.countries.get(key)
        if country is None:
            _unknown(words, "countries", key, watchlist.countries, findings)
            continue
        spelled = {name: _more(getattr(country, name), language, named[name]) for name in _NAMES}
        watchlist.countries[key] = replace(country, **spelled)  # type: ignore[arg-type]


def _unknown(words: Words, part: str, key: str, known: Iterable[str], findings: Findings) -> None:
    hint = did_you_mean(key, known)
    told = f"«{key}» is not on the watchlist{hint}"
    findings.error(words.places[part, key], "unknown-id", told)


def _more(terms: Terms, language: str, more: tuple[Term, ...]) -> Terms:
    return {**terms, language: (*terms.get(language, ()), *more)} if more else terms


def _add(terms: Terms, language: str, more: tuple[Term, ...]) -> None:
    if more:
        terms[language] = (*terms.get(language, ()), *more)
