"""An edited watch entry over stored items: which alerts it would have added, and taken away.

    pack in use -> Matcher (before)      pack with the draft -> Matcher (after)
    stored items, a page at a time -> those with a word of the entry, old or new: both matchers
                                   -> the others: one of them, since both say the same
      -> occurrences a rule and group, before and after -> backtest.judged -> the difference

Counted is what comes to the inbox: rules on trial and goods of tier C are left out. Nothing is
written but the draft. Where no rule says anything else, the others are not read again.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from osawatch import backtest, sealed
from osawatch.backtest import Seen
from osawatch.store.database import Store
from osawatch.store.replay import Past
from osawatch.watching.checking import written
from osawatch.watching.fields import KEYS
from osawatch.watching.model import Entry, Told, TryOut
from rules.load import Pack
from rules.matcher import Matcher
from rules.model import Match

if TYPE_CHECKING:
    from osawatch.rulebook import Rulebook

BACK = timedelta(days=30)
WEEK = timedelta(days=7)
SHOWN = 8
Progress = Callable[[int, int], None]
_Alert = tuple[object, tuple[str, ...], Told]  # rule and group, its items, what is told


@dataclass(slots=True)
class Side:
    """What one of the two watchlists saw."""

    pack: Pack
    match: Callable[[Any], Match]
    seen: dict[str, Seen] = field(default_factory=dict)

    def begin(self) -> None:
        """Nothing seen yet."""
        rules = [one for one in self.pack.rules if one.enabled and one.status == "stable"]
        self.seen = {rule.id: Seen(rule) for rule in rules}

    def take(self, match: Match, item: Past) -> bool:
        """Note the hits that come to the inbox: tier C is for trends alone."""
        heard = tuple(hit for hit in match.rules if hit.tier != "C" and hit.id in self.seen)
        whole = len(heard) == len(match.rules)
        return backtest.take(self.seen, match if whole else replace(match, rules=heard), item)


def run(
    store: Store,
    rulebook: Rulebook,
    kind: str,
    was: str,
    entry: Entry,
    now: datetime,
    progress: Progress,
    cancel: threading.Event,
) -> TryOut:
    """`was`: the id of the entry before it was edited, "" for a new one."""
    since = now - BACK
    before = Side(rulebook.pack, rulebook.match)
    after = Side(pack := _drafted(rulebook, kind, was, entry), Matcher(pack).match)
    near = _near(kind, {was, str(entry[KEYS[kind]])}, before.pack, pack)
    ways = _Ways(before, after, near)
    done, first, titles, rest = 0, now, {}, []
    for item in backtest.items_of(store, since, now, cancel, _half(progress)):
        done, first = done + 1, min(first, item.at)
        if ways.take(item):
            titles[item.id] = item.text.title
        else:
            rest.append(item.n)
    if ways.differ and rest and not cancel.is_set():
        _others(store, since, now, cancel, progress, ways, titles)
    if cancel.is_set():
        return TryOut(since, now, done, ways.touched, 0, 0, 0.0, (), complete=False)
    added, gone = _compared(store, since, now, ways, titles)
    a_week = round(len(added) / (max(now - max(since, first), WEEK) / WEEK), 1)
    return TryOut(
        since, now, done, ways.touched, len(added), len(gone), a_week,
        tuple(added[:SHOWN]), tuple(gone[:SHOWN]),
    )  # fmt: skip


class _Ways:
    """Both sides, and which items they may see differently."""

    def __init__(self, before: Side, after: Side, near: Callable[[Any], bool]) -> None:
        self.before, self.after, self.near = before, after, near
        self.touched, self.differ = 0, False
        before.begin()
        after.begin()

    def take(self, item: Past) -> bool:
        """An item with a word of the entry; False when it holds none."""
        if not self.near(item.text):
            return False
        self.touched += 1
        old, new = self.before.match(item.text), self.after.match(item.text)
        self.differ |= _asked(old) != _asked(new)
        self.before.take(old, item)
        self.after.take(new, item)
        return True

    def take_other(self, item: Past) -> bool:
        """An item on which both say the same; whether a rule speaks of it."""
        match = self.before.match(item.text)
        self.after.take(match, item)
        return self.before.take(match, item)


def _others(
    store: Store, since: datetime, now: datetime, cancel: threading.Event, progress: Progress,
    ways: _Ways, titles: dict[str, str],
) -> None:  # fmt: skip
    """The items without a word of the entry: their alerts may take in what the draft adds."""
    told = _half(progress, second=True)
    for item in backtest.items_of(store, since, now, cancel, told):
        if item.id not in titles and ways.take_other(item):
            titles.setdefault(item.id, item.text.title)


def _half(progress: Progress, *, second: bool = False) -> Progress:
    """Two passes make the whole."""
    return lambda done, total: progress(done + (total if second else 0), 2 * total)


def _drafted(rulebook: Rulebook, kind: str, was: str, entry: Entry) -> Pack:
    """The pack with the entry as edited in the place of what it was."""
    own, key = rulebook.own, str(entry[KEYS[kind]])
    draft = own.folder / "drafts" / "watch.yaml"
    sealed.write_text(draft, written(kind, entry))
    renamed = {kind: frozenset({was})} if was and was != key else {}
    return own.drafted(draft, renamed)


def _near(kind: str, keys: set[str], *packs: Pack) -> Callable[[Any], bool]:
    """Whether a text holds a word or a code of the entry, before or after: strictness aside.

    More than what can change is let through, never less. A group has no words: all texts pass.
    """
    from rules.watchlist import Watchlist

    if kind == "groups":
        return lambda _text: True
    watched = Watchlist()
    for n, pack in enumerate(packs):
        known = getattr(pack.watchlist, kind)
        for key in keys & known.keys():
            watched.goods[f"watched-{n}-{key}"] = _as_good(f"watched-{n}-{key}", known[key])
    match = Matcher(Pack((), watched)).match
    return lambda text: bool((found := match(text)).mentions or found.goods)


def _as_good(key: str, entry: Any) -> Any:
    """All words of an entry as the terms of a good, those that mask as well."""
    from rules.watchlist import Good

    terms: dict[str, tuple[Any, ...]] = {}
    parts = ("terms", "weak", "masks", "aliases", "demonyms", "capitals", "bodies", "places")
    named = entry.names if _are_terms(entry) else _as_terms(getattr(entry, "names", {}))
    pairs = [side for pair in getattr(entry, "pairs", ()) for side in (pair.first, pair.second)]
    for group in (named, *(getattr(entry, part, {}) for part in parts), *pairs):
        for language, words in group.items():
            terms[language] = (*terms.get(language, ()), *words)
    return Good(key, {}, terms=terms, codes=getattr(entry, "codes", ()))


def _are_terms(entry: Any) -> bool:
    return any(isinstance(value, tuple) for value in getattr(entry, "names", {}).values())


def _as_terms(names: dict[str, str]) -> dict[str, tuple[Any, ...]]:
    from rules.terms import Term

    return {code: (Term(name, code),) for code, name in names.items() if name}


def _asked(match: Match) -> object:
    return [(hit.id, hit.groups, hit.tier) for hit in match.rules], match.silences


def _compared(
    store: Store, since: datetime, now: datetime, ways: _Ways, titles: dict[str, str]
) -> tuple[list[Told], list[Told]]:
    """Alerts that only the one or only the other raises."""
    gaps = backtest.gaps_of(store, since, now)
    old, new = (
        list(_alerts(backtest.judged(side.seen, gaps, now), titles))
        for side in (ways.before, ways.after)
    )
    return _only(new, old), _only(old, new)


def _only(these: list[_Alert], those: list[_Alert]) -> list[Told]:
    """Alerts that share no item with one of the same rule and group on the other side."""
    known = {(group, item) for group, items, _told in those for item in items}
    found = [
        told for group, items, told in these if not any((group, one) in known for one in items)
    ]
    return sorted(found, key=_when, reverse=True)


def _when(told: Told) -> tuple[datetime, str]:
    return told.raised, told.rule


def _alerts(judged: backtest.Judged, titles: dict[str, str]) -> Iterator[_Alert]:
    for rule, shown in judged.shown.items():
        for group, alert in shown:
            title = next((titles[name] for name in alert.items if name in titles), "")
            words = tuple(value for _name, value in group if value)
            told = Told(rule, alert.raised, words, title, alert.because)
            yield (rule, group), tuple(alert.items), told
