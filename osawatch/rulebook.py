"""The rules and the watchlist in use, loaded when first needed: a window opens before that."""

from __future__ import annotations

import gc
import logging
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import date, timedelta
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from babel import Locale, UnknownLocaleError

from osawatch import sealed
from osawatch.acts import Fact, Known
from osawatch.errors import UnknownId
from osawatch.exposure import listed
from osawatch.model import Listed, RuleRow
from osawatch.own import Own, Stamp, shipped
from osawatch.scoring import Rater
from osawatch.seen import Nearly
from osawatch.stages import Timed
from rules.model import Match, Text

if TYPE_CHECKING:
    from rules.explain import Node
    from rules.matcher import Matcher

EVERY_S = 2.0  # how soon a saved rule is in use
log = logging.getLogger(__name__)
SCOPES = ("eu-sourcing", "eu-imports", "eu", "world")
SPECIAL = {"EU": {"en": "European Union", "nl": "Europese Unie"}, "XK": {"en": "Kosovo"}}


class Rulebook:
    """Pack, matcher and rater. Thread safe; everything is made on first use.

    `refresh` makes them anew when a file of the post's own has changed, on the caller's thread,
    and exchanges them in one step; whoever reads meanwhile goes on with what was.
    """

    def __init__(self, pack: Any = None, own: Own | None = None) -> None:  # rules.load.Pack
        self.own = own or Own(Path())
        self._given = pack
        self._guard = threading.RLock()
        self._building = threading.Lock()
        self._following: threading.Event | None = None
        self._stamp: Stamp = ()
        self._pack: Any = None
        self._known: Known | None = None
        self._match: Callable[[Text], Match] | None = None
        self._engine: Matcher | None = None

    @property
    def pack(self) -> Any:
        """The loaded pack."""
        with self._guard:
            if self._pack is None:
                self._stamp = self.own.stamp()
                self._pack = self.own.load() if self._given is None else self._given
            return self._pack

    @property
    def rater(self) -> Rater:
        """Scores alerts with the watchlist's shares."""
        return Rater(self.pack)

    def match(self, text: Text) -> Match:
        """All that is known about one text."""
        return (self._match or self._made())(text)

    def warm(self) -> None:
        """Load pack and matcher now, so that the first text need not wait for them."""
        self._made()
        _settled()

    def refresh(self) -> bool:
        """Take what changed in the post's own files; whether anything did.

        A file with an error disables itself alone: its last good version goes on (`faults`).
        """
        with self._building:
            stamp = self.own.stamp()
            if self._given is not None or self._pack is None or stamp == self._stamp:
                return False
            self._stamp = stamp  # whatever comes of it, it is tried once
            pack = self.own.load()
            engine = _engine_of(pack) if self._engine is not None else None
            with self._guard:
                self._pack, self._known, self._engine = pack, None, engine
                self._match = engine.match if engine is not None else None
        if engine is not None:
            _settled()
        log.info("rules and watchlist were loaded again")
        for fault in self.faults():
            log.warning("%s", fault)
        return True

    def faults(self) -> list[str]:
        """What has an error in the files in use, a line each: file, line, column, what is wrong.

        So has a change of the post's own to a rule that no pack has any more: it holds nothing.
        """
        found = getattr(self.pack, "findings", ())
        return [str(one) for one in found if one.level == "error" or one.code == "unknown-rule"]

    def follow(self, told: Callable[[], object], every: float = EVERY_S) -> None:
        """Look every few seconds for changed files, on a thread of its own, until `close`."""
        with self._guard:
            if self._following is not None or self._given is not None:
                return
            self._following = threading.Event()
        args = (self._following, told, every)
        threading.Thread(target=self._look, args=args, name="rules", daemon=True).start()

    def close(self) -> None:
        """Look no more."""
        if self._following is not None:
            self._following.set()

    def _look(self, stop: threading.Event, told: Callable[[], object], every: float) -> None:
        while not stop.wait(every):
            try:
                if self.refresh() and not stop.is_set():
                    told()
            except Exception:
                log.exception("rules and watchlist could not be loaded again")

    def nearly(self, text: Text, most: int = 5) -> list[Nearly]:
        """Rules that did not fire for want of one thing, those with the most that is true first."""
        if hasattr(self._given, "match"):
            return []
        with self._guard:  # of one making
            explain, rules = self._matcher().explain, self.pack.rules
        found = []
        for rule in rules:
            if rule.enabled and rule.status != "deprecated":
                told = explain(rule.id, text)
                has = tuple(dict.fromkeys(node.text for node in _true_leaves(told.condition)))
                if not told.fires and has and len(told.missing) == 1:
                    found.append(Nearly(rule.id, rule.title, rule.level, has, told.failing))
        return sorted(found, key=lambda one: (-len(one.has), one.rule))[:most]

    def windows(self) -> dict[str, timedelta]:
        """The merge window of each rule that names one."""
        found = {}
        for rule in self.pack.rules:
            if rule.alert.merge_window is not None:
                found[rule.id] = rule.alert.merge_window
        return found

    def timed(self) -> Timed:
        """The rules that look further than one item, and those that hide or are hidden."""
        running = {
            rule.id: rule
            for rule in getattr(self.pack, "rules", ())
            if rule.enabled and rule.status != "deprecated"
        }
        inhibited = {key: rule for key, rule in running.items() if rule.inhibited_by}
        named = {one.rule for rule in inhibited.values() for one in rule.inhibited_by}
        return Timed(
            {key: rule for key, rule in running.items() if rule.over_time},
            inhibited,
            {key: running[key] for key in named & running.keys()},
        )

    def known(self) -> Known:
        """The measures of the shipped list, which measures are decided on, the tiers of goods."""
        with self._guard:
            if self._known is None:
                self._known = _known(self.pack)
            return self._known

    def said(self, language: str) -> dict[str, tuple[str, str]]:
        """The title of each rule and what the officer does next, in a language."""
        return {rule.id: rule.in_language(language) for rule in self.pack.rules}

    def switch(self, rules: Sequence[str], *, on: bool) -> None:
        """Switch rules on or off, all or none; what is running takes it within seconds."""
        known = {rule.id for rule in self.pack.rules}
        for rule in rules:
            if rule not in known:
                raise UnknownId("rule", rule)
        for rule in rules:
            self.own.switch_rule(rule, on=on)

    def rows(self, raised: dict[str, int], language: str) -> list[RuleRow]:
        """All rules with what they raised lately."""
        said = self.said(language)
        return [
            RuleRow(
                rule.id, said[rule.id][0], rule.level, rule.status, rule.owner, rule.description,
                said[rule.id][1], str(rule.condition), str(rule.file), rule.line,
                enabled=rule.enabled, alerts=raised.get(rule.id, 0),
            )
            for rule in self.pack.rules
        ]  # fmt: skip

    def name(self, kind: str, key: str, language: str) -> str:
        """The name of a good, country or measure for people; the id itself when it has none."""
        watchlist = self.pack.watchlist
        if kind == "country":
            return country_name(key, language)
        entry = {"good": watchlist.goods, "measure": watchlist.measures}.get(kind, {}).get(key)
        if entry is None:
            return key
        names = getattr(entry, "names", {}) or {}
        found = names.get(language) or names.get("en") or getattr(entry, "title", "") or key
        return str(found if isinstance(found, str) else found[0])

    def secrets(self) -> tuple[str, ...]:
        """The words that tell what a post looks for: its goods and companies, in all languages."""
        listed = self.pack.watchlist
        goods, companies = listed.goods.values(), listed.companies.values()
        found = [name for good in goods for name in good.names.values()]
        terms = [good.terms for good in goods] + [firm.names for firm in companies]
        found += [term.text for one in terms for each in one.values() for term in each]
        return tuple(dict.fromkeys(found))

    def ministries(self, goods: tuple[str, ...]) -> tuple[str, ...]:
        """Who owns these goods."""
        known = self.pack.watchlist.goods
        named = [known[good].ministry for good in goods if good in known]
        return tuple(dict.fromkeys(one for one in named if one))

    def codes(self) -> dict[str, tuple[str, ...]]:
        """The goods of each HS6 code; one code may stand for several."""
        found: dict[str, tuple[str, ...]] = {}
        for key, good in self.pack.watchlist.goods.items():
            for hs6 in dict.fromkeys(code.hs6 for code in good.codes if code.hs6):
                found[hs6] = (*found.get(hs6, ()), key)
        return found

    def suppliers(self, goods: tuple[str, ...]) -> tuple[tuple[str, str, float | None], ...]:
        """(good, country, share) of the suppliers of these goods, the largest first.

        The shares of a good are of one list (`listed`); suppliers without a figure where there is
        no list.
        """
        known = self.pack.watchlist.goods
        lists = {one.good: one for one in self.listed(goods)}
        return tuple(
            (good, country, share)
            for good in goods
            if good in known
            for country, share in (
                lists[good].shares
                if good in lists
                else [(one.country, None) for one in known[good].suppliers]
            )
        )

    def listed(self, goods: tuple[str, ...]) -> tuple[Listed, ...]:
        """The list that the suppliers of each of these goods are told by; none without figures."""
        known = self.pack.watchlist.goods
        found = (listed(known[good]) for good in goods if good in known)
        return tuple(one for one in found if one is not None)

    def _made(self) -> Callable[[Text], Match]:
        with self._guard:
            if self._match is None:
                given = getattr(self._given, "match", None)  # a pack that matches by itself: tests
                self._match = given or self._matcher().match
            return self._match

    def _matcher(self) -> Matcher:
        with self._guard:
            if self._engine is None:
                self._engine = _engine_of(self.pack)
            return self._engine


def _settled() -> None:
    """Tell Python that what is here now stays: it need not look through the automaton for garbage.

    Each such look takes a fifth of a second, and a poll that keeps many texts brings one on.
    """
    gc.unfreeze()  # an automaton that was replaced may go
    gc.collect()
    gc.freeze()


def _engine_of(pack: Any) -> Matcher:
    if pack is shipped():
        return shipped_matcher()
    from rules.matcher import Matcher  # building the automaton takes a moment

    return Matcher(pack)


def _known(pack: Any) -> Known:
    watchlist = pack.watchlist
    decided = (key for key, one in watchlist.measures.items() if getattr(one, "decided", False))
    tiers = {key: one.tier for key, one in watchlist.goods.items()}
    return Known(_facts(getattr(pack, "files", ())), frozenset(decided), tiers)


def _facts(files: Iterable[Path]) -> tuple[Fact, ...]:
    """The `timeline:` of a pack: measures known on its date. What is malformed is left out."""
    found: list[Fact] = []
    dated = ""
    for file in files:
        data = _data(file)
        if file.name == "pack.yaml":
            dated = str(data.get("date", ""))
        lines = data.get("timeline")
        for line in lines if isinstance(lines, list) else []:
            with suppress(KeyError, TypeError, ValueError, AttributeError):
                found.append(_fact(line))
    return tuple(replace(one, known_on=dated) for one in found)


def _data(file: Path) -> dict[str, Any]:
    """A file that may hold a timeline. All values are read as texts, so NO is Norway."""
    import yaml  # not needed to open a window

    with suppress(OSError, UnicodeDecodeError, yaml.YAMLError):
        text = sealed.read_text(file)
        if file.name == "pack.yaml" or "\ntimeline:" in f"\n{text}":
            data = yaml.load(text, yaml.BaseLoader)  # noqa: S506 # makes nothing but texts
            return data if isinstance(data, dict) else {}
    return {}


def _fact(line: dict[str, Any]) -> Fact:
    days = [line["date"], line.get("until", "")]
    for day in days:
        date.fromisoformat(day or "2000-01-01")
    return Fact(
        days[0], tuple(map(str, line["goods"])), tuple(map(str, line["countries"])),
        str(line["measure"]), str(line["status"]), str(line["text"]), str(line.get("source", "")),
        days[1], check=line.get("check") == "true",
    )  # fmt: skip


@lru_cache(maxsize=1)
def shipped_matcher() -> Matcher:
    """The matcher of the shipped pack; it holds nothing that changes."""
    from rules.matcher import Matcher

    return Matcher(shipped())


def _true_leaves(node: Node) -> Iterator[Node]:
    """The parts of a condition that are true by themselves."""
    if not node.children:
        if node.true and not node.text.startswith("not "):
            yield node
        return
    for child in node.children:
        yield from _true_leaves(child)


@lru_cache(maxsize=2000)
def country_name(code: str, language: str) -> str:
    """The name of a country by CLDR."""
    if code in SPECIAL:
        return SPECIAL[code].get(language, SPECIAL[code]["en"])
    try:
        names = Locale.parse(language or "en").territories
    except (UnknownLocaleError, ValueError):
        names = Locale.parse("en").territories
    return str(names.get(code, code))
