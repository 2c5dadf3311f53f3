"""Texts and rules made for the benchmarks, the same in every run."""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from rules import conditions
from rules.model import Text
from rules.rule import Near, Rule, Selection
from rules.terms import Term
from rules.watchlist import Watchlist

SEED = 7
WORD = re.compile(r"[a-z]{5,}")


def articles(watch: Watchlist, pool: Sequence[Text], count: int) -> list[Text]:
    """News of four to twelve sentences of words of real texts; a third of it is about our things.

    There, every third sentence names a country and a good or a measure.
    """
    draw = random.Random(SEED)
    words = [word for text in pool for word in text.summary.split() if text.language == "en"]
    goods = [one for good in watch.goods.values() for one in good.terms.get("en", ())]
    acts = [one for measure in watch.measures.values() for one in measure.terms.get("en", ())]
    lands = ("China", "Chile", "India", "Japan", "Russia", "Peru", "the EU")

    def sentence(often: float) -> str:
        plain = draw.sample(words, draw.randint(8, 22))
        if draw.random() < often:
            plain.insert(2, draw.choice(lands))
            plain.insert(6, draw.choice(draw.choice((goods, acts))).text)
        return " ".join(plain).strip(".,;") + "."

    def article(often: float) -> Text:
        body = " ".join(sentence(often) for _ in range(draw.randint(4, 12)))
        return Text(sentence(often)[:90], body, "en")

    return [article(0.33 if number % 3 == 0 else 0.0) for number in range(count)]


def rules(
    watch: Watchlist,
    pool: Iterable[Text],
    count: int,
    most: int = 3,
    *,
    mentions: bool = False,
    seed: int = SEED,
) -> tuple[Rule, ...]:
    """Half good and country and measure, a fifth near, a tenth title and count, a fifth literals.

    Literals are words that stand in 2 to `most` of the texts: what an author would watch for.
    `mentions`: goods count wherever they are named.
    """
    draw = random.Random(seed)
    seen = Counter(word for text in pool for word in set(WORD.findall(text.summary.lower())))
    words = sorted(word for word, often in seen.items() if 2 <= often <= most)
    return tuple(_rule(number, draw, watch, words, mentions=mentions) for number in range(count))


def _rule(
    number: int, draw: random.Random, watch: Watchlist, words: Sequence[str], *, mentions: bool
) -> Rule:
    good = Selection("good", "goods", ids=_some(draw, watch.goods), mentions=mentions)
    country = Selection("country", "countries", ids=_some(draw, watch.countries))
    measure = Selection("measure", "measures", ids=_some(draw, watch.measures))
    kind = number % 10
    if kind < 5:
        return made(number, "good and country and measure", (good, country, measure))
    if kind < 7:
        literal = terms("literal", draw.sample(words, 1))
        near = Near(("good", "country"), "words", 10)
        return made(number, "good and country and not literal", (good, country, literal), (near,))
    if kind < 8:
        titled = Selection("titled", "measures", ids=measure.ids, fields=frozenset(["title"]))
        often = replace(good, name="often", least=2)
        return made(number, "titled and often", (titled, often))
    return made(number, "literal", (terms("literal", draw.sample(words, draw.randint(2, 5))),))


def _some(draw: random.Random, known: Iterable[str]) -> frozenset[str]:
    return frozenset(draw.sample(sorted(known), draw.randint(1, 3)))


def terms(name: str, words: Iterable[str]) -> Selection:
    """A selection of whole words of any language."""
    return Selection(
        name, "terms", any_terms={"xx": tuple(Term(word, "xx", "word") for word in words)}
    )


def made(
    number: int, condition: str, selections: tuple[Selection, ...], near: tuple[Near, ...] = ()
) -> Rule:
    """A rule with nothing but its condition."""
    tree = conditions.parse(condition, [one.name for one in selections])
    name = f"made-{number:05}"
    return Rule(name, name, "medium", "stable", condition, tree, selections, near)
