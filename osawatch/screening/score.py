"""How alike two names are, 0 to 1, and in which way: word by word, best partner first."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Literal, NamedTuple

from rapidfuzz.distance import Indel

from osawatch.screening.spelling import Spelled, skeleton, sound
from osawatch.screening.tables import COMMON

Relation = Literal["exact", "native", "legal", "order", "spacing", "sound", "part", "close"]

SAME_BUT_FORM = 0.98
SWAPPED = 0.97
JOINED = 0.96
SAME_SOUND = 0.95  # Hussein, Husayn
SAME_BONES = 0.9  # Mohammed, Muhamad
WORD_ALIKE = 0.72  # two words less alike than this are two words
BOTH_VAGUE = 0.84  # no word of the two names is the same: below the usual threshold
MISSING = 0.04  # for each word that a person's name has beyond the other
COMMON_PART = 0.8  # what two names share is borne by many
DULL = 0.4  # the weight of a word like «trading»
ONE_WORD = 0.88
LONG_WORD = 0.92  # a lone word of eight letters or more
LONG = 8
ONE_WORD_VAGUE = 0.8
SHORT_NATIVE = 4  # letters

Common = Callable[[str], bool]


class Likeness(NamedTuple):
    """A score with its reason. `pairs` are words of the two names that stand for each other."""

    score: float
    relation: Relation
    pairs: tuple[tuple[str, str], ...] = ()
    one_word: bool = False

    @property
    def exact(self) -> bool:
        """Whether the two are the same name, whatever else differs."""
        return self.relation in ("exact", "native", "legal", "order")


NOTHING = Likeness(0.0, "close")


def likeness(asked: Spelled, listed: Spelled, common: Common, *, person: bool) -> Likeness:
    """How alike a name that was asked for and a listed name are. `person`: the listed one is."""
    if asked.native and asked.native == listed.native:
        telling = len(asked.native) >= SHORT_NATIVE
        return Likeness(1.0 if telling else ONE_WORD, "native", one_word=not telling)
    one_word = len(listed.core) == 1 or len(asked.core) == 1
    same = _same(asked, listed)
    if same is not None:
        score, relation = same
        most = _most(asked.core) if one_word else 1.0
        return Likeness(min(score, most), relation, one_word=one_word)
    pairs = _aligned(asked.core, listed.core)
    if one_word:
        return _lone(asked, listed, pairs)
    if person:
        return _person(asked, listed, pairs, common)
    return _close(asked, listed, pairs)


def _same(asked: Spelled, listed: Spelled) -> tuple[float, Relation] | None:
    if asked.words == listed.words:
        return 1.0, "exact"
    if asked.joined == listed.joined:
        if asked.core == listed.core:
            return SAME_BUT_FORM, "legal"
        if "".join(asked.core) == "".join(listed.core):
            return JOINED, "spacing"
    elif asked.sorted_sound == listed.sorted_sound and sorted(asked.core) == sorted(listed.core):
        return SWAPPED, "order"
    return None


Pair = tuple[float, str, str]


def _aligned(asked: tuple[str, ...], listed: tuple[str, ...]) -> list[Pair]:
    """Equal words first, then each that is left with the best partner that is still free."""
    if asked == listed:
        return [(1.0, word, word) for word in asked]
    found: list[Pair] = []
    free = list(listed)
    left = []
    for word in asked:
        if word in free:
            free.remove(word)
            found.append((1.0, word, word))
        else:
            left.append(word)
    if not (left and free):
        return found
    if len(left) > 1 or len(free) > 1:
        return _partners(found, left, free)
    alike = word_likeness(left[0], free[0])  # most names differ in one word
    return [*found, (alike, left[0], free[0])] if alike >= WORD_ALIKE else found


def _partners(found: list[Pair], left: list[str], free: list[str]) -> list[Pair]:
    """The words that are left, the most alike first."""
    every = []
    for one in left:
        for other in free:
            alike = word_likeness(one, other)
            if alike >= WORD_ALIKE:
                every.append((alike, one, other))
    if len(every) > 1:
        every.sort(reverse=True)
    for pair in every:
        if pair[1] in left and pair[2] in free:
            left.remove(pair[1])
            free.remove(pair[2])
            found.append(pair)
    return found


@lru_cache(maxsize=1 << 16)
def word_likeness(one: str, other: str) -> float:
    """1 for equal words, then by sound, by consonants, by letters. Numbers are equal or not."""
    if one == other:
        return 1.0
    if len(one) == 1 or len(other) == 1:
        return 0.8 if one[0] == other[0] else 0.0  # an initial
    letters: float = Indel.normalized_similarity(one, other)
    if one.isdigit() or other.isdigit() or letters < 0.4:
        return 0.0
    if sound(one) == sound(other):
        return max(SAME_SOUND, letters)
    if skeleton(one) == skeleton(other) and min(len(one), len(other)) > 3:
        return max(SAME_BONES, letters)
    return letters


def _lone(asked: Spelled, listed: Spelled, pairs: list[Pair]) -> Likeness:
    """Names of one word, or one against many: never more than a hint."""
    if len(asked.core) != len(listed.core) or not pairs:
        return Likeness(0.0, "close", one_word=True)
    most = LONG_WORD if _most(asked.core) == LONG_WORD else ONE_WORD_VAGUE
    return Likeness(most * pairs[0][0], "close", _words(pairs), one_word=True)


def _most(core: tuple[str, ...]) -> float:
    """What a name of one word can reach."""
    return LONG_WORD if len("".join(core)) >= LONG else ONE_WORD


def _person(asked: Spelled, listed: Spelled, pairs: list[Pair], common: Common) -> Likeness:
    """The words that both have, weighed by length; a middle name that one lacks costs little."""
    sizes = len(asked.core), len(listed.core)
    fewest, extra = min(sizes), max(sizes) - min(sizes)
    if len(pairs) < max(2, fewest - (fewest > 3)):
        return _close(asked, listed, pairs)
    shared = whole = best = 0.0
    least = 1.0
    for alike, one, other in pairs:
        letters = len(one) + len(other)
        shared += alike * letters
        whole += letters
        best = alike if alike > best else best
        least = alike if alike < least else least
    score = shared / whole - MISSING * extra - 2 * MISSING * (fewest - len(pairs))
    if extra and all(common(other) for _, _, other in pairs):
        score = min(score, COMMON_PART)
    if best < SAME_SOUND and least < SAME_BONES:
        score = min(score, BOTH_VAGUE)
    alike_all = least == 1.0 or _sounds(pairs)
    relation: Relation = "part" if extra else "sound" if alike_all else "close"
    return Likeness(max(0.0, min(1.0, score)), relation, _words(pairs))


def _close(asked: Spelled, listed: Spelled, pairs: list[Pair]) -> Likeness:
    """Shared weight over all weight; words that half the trade uses weigh less."""
    shared = best = 0.0
    least = 1.0 if pairs else 0.0
    telling = len(pairs) > 2  # «General Trading» is no name to go by
    for alike, one, other in pairs:
        shared += alike * (_weight(one) + _weight(other))
        telling = telling or not (one in COMMON or other in COMMON)
        best = alike if alike > best else best
        least = alike if alike < least else least
    if not shared:
        return NOTHING
    whole = sum(map(_weight, asked.core)) + sum(map(_weight, listed.core))
    score = shared / whole
    if not telling or (best < SAME_SOUND and least < SAME_BONES):
        score = min(score, BOTH_VAGUE)
    score = max(0.0, min(1.0, score))
    return Likeness(score, "close", _words(pairs) if score > BOTH_VAGUE else ())


@lru_cache(maxsize=1 << 16)
def _weight(word: str) -> float:
    return (DULL if word in COMMON else 1.0) * min(len(word), 8)


def _sounds(pairs: list[Pair]) -> bool:
    return all(one == other or skeleton(one) == skeleton(other) for _, one, other in pairs)


def _words(pairs: list[Pair]) -> tuple[tuple[str, str], ...]:
    return tuple([(one, other) for _, one, other in pairs])
