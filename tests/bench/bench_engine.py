"""What the engine costs beside the bare automaton, what it saves, and what building it disturbs.

    python -m tests.bench.bench_engine [texts]

1, 2  full match against the raw scan of the same folded texts, by number of rules
3     evidence with offsets, an alerted item
4     against the plain evaluator of tests/rules/naive.py, with identical results
5     the pack with 395,000 names, built in a process apart while the parent ticks

Texts are real gazette and press items when the shared samples are there, and made articles.
Times are processor time, each round measures all things in turn, ratios are medians over rounds.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields, replace
from statistics import mean, median

from rules.automaton import Automaton
from rules.compiled import compile_rules
from rules.fold import fold
from rules.lexicon import Lexicon
from rules.load import Pack, load
from rules.matcher import Matcher
from rules.model import Match, RuleHit, Text
from rules.rule import Rule
from tests.bench import apart, made
from tests.bench.bench_match import texts
from tests.rules.naive import Naive, simple

ROUNDS = 7
SIZES = (10, 100, 1_000, 10_000)
ORACLE_SIZES = (10, 100, 1_000)
ORACLE_TEXTS = 2_000
_READ = [one.name for one in fields(Match)]
_HIT = [one.name for one in fields(RuleHit)]


def main() -> None:
    """Print all figures."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 and sys.argv[1].isdecimal() else 2_000
    pack, pool = load(), texts(2 * count)  # the rarer the words of the rules, the better
    pools = {"real": pool[:count], "made": made.articles(pack.watchlist, pool, count // 3)}
    costs(pack, pool, pools)
    evidence(pack, pool)
    against_naive(pool)
    apart.main()


def costs(pack: Pack, pool: Sequence[Text], pools: Mapping[str, Sequence[Text]]) -> None:
    """Goals 1 and 2."""
    for name, items in pools.items():
        length = mean(len(f"{item.title} {item.summary}") for item in items)
        print(f"{name}: {len(items):,} texts of {length:.0f} characters")
    print("us a text and x raw scan: fold | which rules fire | + what a poll reads | + every field")
    smallest: dict[str, float] = {}
    for size in SIZES:
        rules = made.rules(pack.watchlist, pool, size)
        automaton, matcher = _automaton(pack, rules), Matcher(replace(pack, rules=rules))
        each = {name: rounds(_calls(automaton, matcher, items)) for name, items in pools.items()}
        both = zip(*each.values(), strict=True)
        each["both"] = [{key: one[key] + other[key] for key in one} for one, other in both]
        for name, taken in each.items():
            items = pools.get(name) or [item for part in pools.values() for item in part]
            alerts = [len(matcher.match(item).rules) for item in items]
            fire = median(one["fire"] for one in taken)
            smallest.setdefault(name, fire)
            grown = fire / smallest[name]
            print(
                f"{size:>6} rules, {name}: {_cells(taken, len(items))} | "
                f"{grown:.2f} x {SIZES[0]} rules | {mean(alerts):.2f} alerts a text"
            )


def _calls(
    automaton: Automaton, matcher: Matcher, items: Sequence[Text]
) -> dict[str, Callable[[], None]]:
    folded = [f"{fold(item.title)}\n{fold(item.summary)}" for item in items]
    return {
        "scan": spend(automaton.scan, folded),
        "fold": spend(lambda item: (fold(item.title), fold(item.summary)), items),
        "fire": spend(matcher.match, items),
        "poll": spend(lambda item: _polled(matcher.match(item)), items),
        "all": spend(lambda item: _everything(matcher.match(item)), items),
    }


def _cells(taken: Sequence[Mapping[str, float]], count: int) -> str:
    cells = [f"scan {_each(taken, 'scan', count)}"]
    for key in ("fold", "fire", "poll", "all"):
        factor = median(one[key] / one["scan"] for one in taken)
        cells.append(f"{key} {_each(taken, key, count)} = {factor:.2f}x")
    return " | ".join(cells)


def evidence(pack: Pack, pool: Sequence[Text]) -> None:
    """Goal 3: alerted items. The evidence with its offsets, and every field there is."""
    print()
    for name, rules in (
        ("shipped rules", pack.rules),
        ("1,000 rules", made.rules(pack.watchlist, pool, 1_000)),
    ):
        matcher = Matcher(replace(pack, rules=rules))
        items = [item for item in pool if matcher.match(item).rules]
        taken = rounds(
            {
                "fire": spend(matcher.match, items),
                "words": spend(lambda item, m=matcher: _words(m.match(item)), items),
                "all": spend(lambda item, m=matcher: _everything(m.match(item)), items),
            }
        )
        spots = mean(len(matcher.match(item).evidence) for item in items)
        after = median(one["words"] - one["fire"] for one in taken) / len(items) * 1e6
        print(
            f"{name}: {len(items)} alerted items, {spots:.0f} words of evidence each: rules "
            f"{_each(taken, 'fire', len(items))} us, evidence with offsets {after:.0f} us, every "
            f"field of the match {_each(taken, 'all', len(items))} us in all"
        )


def against_naive(pool: Sequence[Text]) -> None:
    """Goal 4: the same rules fire, and how much longer each pattern on each text takes."""
    items = pool[:ORACLE_TEXTS]
    watch = simple(items)
    print()
    for size in ORACLE_SIZES:
        rules = made.rules(watch, items, size, mentions=True)
        matcher, naive = Matcher(Pack(rules, watch)), Naive(rules, watch)
        ours = [tuple(hit.id for hit in matcher.match(item).rules) for item in items]
        start = time.process_time()
        plain = [naive.fired(item) for item in items]
        long = time.process_time() - start
        taken = rounds({"fire": spend(matcher.match, items)})
        factor = long / median(one["fire"] for one in taken)
        same = sum(one == other for one, other in zip(ours, plain, strict=True))
        print(
            f"{size:>6} rules: patterns take {factor:,.0f} x as long, {same:,} of {len(items):,} "
            f"texts have the same result, {sum(map(len, ours)):,} alerts"
        )


def rounds(calls: Mapping[str, Callable[[], object]]) -> list[dict[str, float]]:
    """Processor seconds of each call, one after the other in each round."""
    return [{name: _seconds(call) for name, call in calls.items()} for _ in range(ROUNDS)]


def spend(call: Callable[..., object], items: Sequence[object]) -> Callable[[], None]:
    """Call it on each item and keep nothing: as a poll does, which holds one feed at a time."""

    def spent() -> None:
        for item in items:
            call(item)

    return spent


def _seconds(call: Callable[[], object]) -> float:
    start = time.process_time()
    call()
    return time.process_time() - start


def _each(taken: Sequence[Mapping[str, float]], key: str, count: int) -> str:
    return f"{median(one[key] for one in taken) / count * 1e6:.1f}"


def _automaton(pack: Pack, rules: Sequence[Rule]) -> Automaton:
    lexicon = Lexicon()
    lexicon.watch(pack.watchlist)
    compile_rules(rules, lexicon)
    return Automaton(lexicon.uses)


def _polled(match: Match) -> object:
    """What a poll reads of each item, as osawatch/store/items.py does."""
    if match.goods or match.measures or match.rules or match.silences:
        return _everything(match)
    return None


def _words(match: Match) -> object:
    return match.evidence, [hit.evidence for hit in match.rules]


def _everything(match: Match) -> object:
    return [getattr(match, name) for name in _READ], [
        getattr(hit, name) for hit in match.rules for name in _HIT
    ]


if __name__ == "__main__":
    main()
