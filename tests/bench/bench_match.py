"""How much the whole matching costs beside the bare automaton, in one run.

    python -m tests.bench.bench_match [texts]

Texts are titles and summaries of real gazette and press items when the shared samples are
there, else sentences of the shipped rules. Ratios are medians of five rounds.
"""

from __future__ import annotations

import random
import resource
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import replace

from rules.automaton import Automaton
from rules.compiled import compile_rules
from rules.fold import fold
from rules.lexicon import Lexicon
from rules.load import Pack, load
from rules.matcher import Matcher
from rules.model import Text
from rules.rule import Rule
from tests.bench import bench_noise
from tests.shared import SHARED

ROUNDS = 5
SEED = 7


def texts(count: int) -> list[Text]:
    """Items of an ordinary week and of the gazette, in a fixed order."""
    if SHARED.exists():
        pool = [*bench_noise.week(), *bench_noise.gazette("noise"), *bench_noise.gazette("trade")]
    else:
        pool = [item.text for rule in load().rules for test in rule.tests for item in test.items]
    random.Random(SEED).shuffle(pool)
    return [pool[place % len(pool)] for place in range(count)]


def rules(pack: Pack, count: int) -> tuple[Rule, ...]:
    """`count` different rules: the shipped ones, each time over other goods and measures."""
    draw = random.Random(SEED)
    goods, measures = list(pack.watchlist.goods), list(pack.watchlist.measures)
    found = []
    for number in range(count):
        rule = pack.rules[number % len(pack.rules)]
        chosen = tuple(
            replace(one, ids=frozenset(draw.sample(goods, 5)))
            if one.kind == "goods"
            else replace(one, ids=frozenset(draw.sample(measures, 3)))
            if one.kind == "measures"
            else one
            for one in rule.selections
        )
        found.append(replace(rule, id=f"{rule.id}-{number}", selections=chosen))
    return tuple(found)


def seconds(call: Callable[[], object]) -> float:
    """Processor time, the median of several rounds: others may be busy on the machine."""
    taken = []
    for _ in range(ROUNDS):
        start = time.process_time()
        call()
        taken.append(time.process_time() - start)
    return statistics.median(taken)


def match_all(matcher: Matcher, items: Sequence[Text]) -> int:
    """Alerts of all items."""
    return sum(len(matcher.match(item).rules) for item in items)


def main() -> None:
    """Print sizes, times and ratios."""
    count = next((int(one) for one in sys.argv[1:] if one.isdecimal()), 10_000)
    items = texts(count)
    start = time.perf_counter()
    pack = load()
    loaded = time.perf_counter()
    Matcher(pack)
    print(f"load {loaded - start:.2f} s, matcher {time.perf_counter() - loaded:.2f} s")
    lexicon = Lexicon()
    lexicon.watch(pack.watchlist)
    compile_rules(pack.rules, lexicon)
    start = time.perf_counter()
    automaton = Automaton(lexicon.uses)
    print(f"automaton of {len(lexicon.uses):,} literals {time.perf_counter() - start:.3f} s")
    folded = [f"{fold(item.title)}\n{fold(item.summary)}" for item in items]
    print(f"{len(items):,} items of {statistics.mean(map(len, folded)):.0f} characters")
    bare = seconds(lambda: [automaton.scan(text) for text in folded])
    folding = seconds(lambda: [(fold(item.title), fold(item.summary)) for item in items])
    print(f"scan {_each(bare, count)}, fold {_each(folding, count)}")
    base = 0.0
    for size in (10, len(pack.rules), 1_000):
        matcher = Matcher(replace(pack, rules=rules(pack, size)))
        taken = seconds(lambda matcher=matcher: match_all(matcher, items))
        base = base or taken
        raised = match_all(matcher, items) / count
        print(
            f"{size:>5} rules: {_each(taken, count)}, {taken / bare:.1f} x scan, "
            f"{taken / base:.2f} x 10 rules, {raised:.2f} alerts an item"
        )
    shipped = Matcher(pack)
    taken = seconds(lambda: match_all(shipped, items))
    print(f"shipped pack: {_each(taken, count)}, {taken / bare:.1f} x scan")
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"peak memory of the whole run {memory:.0f} MB")


def _each(taken: float, count: int) -> str:
    return f"{taken / count * 1e6:.0f} us an item"


if __name__ == "__main__":
    main()
