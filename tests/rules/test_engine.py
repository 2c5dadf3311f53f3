"""The engine against an evaluator that tries each pattern of each rule on each text."""

from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st

from rules.load import Pack
from rules.matcher import Matcher
from rules.model import Text
from tests.bench import made
from tests.rules.naive import Naive, simple

_LETTERS = "bdfgklmnprstv", "aeiou"


def _word(draw: random.Random) -> str:
    return "".join(draw.choice(_LETTERS[place % 2]) for place in range(draw.randint(4, 7)))


def _texts(count: int) -> list[Text]:
    draw = random.Random(11)
    words = [_word(draw) for _ in range(700)]
    signs = [" "] * 12 + [". ", "\n", ", ", " 中国 ", "; "]

    def some(most: int) -> str:
        return "".join(
            draw.choice(words) + draw.choice(signs) for _ in range(draw.randint(0, most))
        )

    return [Text(some(9).title(), some(60), draw.choice(["", "en", "nl"])) for _ in range(count)]


TEXTS = _texts(400)
WATCH = simple(TEXTS)
RULES = made.rules(WATCH, TEXTS, 300, most=12, mentions=True)
ENGINE, ORACLE = Matcher(Pack(RULES, WATCH)), Naive(RULES, WATCH)


def _fired(text: Text) -> tuple[str, ...]:
    return tuple(hit.id for hit in ENGINE.match(text).rules)


def test_the_engine_fires_the_rules_that_the_plain_evaluator_fires() -> None:
    fired = [_fired(text) for text in TEXTS]
    assert fired == [ORACLE.fired(text) for text in TEXTS]
    kinds = {int(name.removeprefix("made-")) % 10 for names in fired for name in names}
    assert kinds >= {0, 5, 7, 8}  # else some kind of rule was never put to the test


@given(
    st.lists(st.sampled_from(" ".join(text.summary for text in TEXTS[:40]).split()), max_size=40)
)
def test_so_it_does_on_any_mixture_of_their_words(words: list[str]) -> None:
    text = Text(" ".join(words[:8]), " ".join(words[8:]))
    assert _fired(text) == ORACLE.fired(text)
