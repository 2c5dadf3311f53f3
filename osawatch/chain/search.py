"""From typed words to nodes of the chain and a country: «China stops gallium». Pure.

whole phrase as a name, code or CAS number -> else word by word: the longest run of words that is
a name, then the rest -> what named nothing is told
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from osawatch.chain.model import Asked, Found, Use
from rules.fold import fold

MOST = 12
LONGEST = 5  # words of a name
SHORTEST = 3  # letters: two may begin anything
PART = 3  # the rank of a word inside a name

Subjects = Callable[[str], Sequence[tuple[str, str, str, str]]]
"""(kind, key, name, matched word) of what words may mean, the best first."""


def asked(typed: str, subjects: Subjects, uses: Mapping[str, Use], language: str) -> Asked:
    """What the words mean: the nodes that may be meant, the best first, and a country."""
    if land := _land(typed, subjects):
        return Asked((), land)
    whole = _nodes(typed, subjects, uses, language)
    if whole:
        return Asked(tuple(whole[:MOST]))
    land, names, unused = "", list[tuple[Found, ...]](), []
    words, at = typed.split(), 0
    while at < len(words):
        taken, country, found = _at(words[at:], subjects, uses, language)
        land = land or country
        names += [found] if found else []
        unused += [] if taken else [words[at]]
        at += taken or 1
    for word in [] if names else list(unused):  # no whole name: what begins so
        begun = [one for one in _nodes(word, subjects, uses, language) if _begins(word, one)]
        if begun:
            names.append(tuple(begun))
            unused.remove(word)
            break
    first, rest = (names[0], names[1:]) if names else ((), [])
    return Asked(first[:MOST], land, tuple(one[0] for one in rest), tuple(unused))


def _at(
    words: Sequence[str], subjects: Subjects, uses: Mapping[str, Use], language: str
) -> tuple[int, str, tuple[Found, ...]]:
    """How many words are together the whole name of something, and of what: the most first."""
    for count in range(min(LONGEST, len(words)), 0, -1):
        said = " ".join(words[:count])
        if land := _land(said, subjects):
            return count, land, ()
        nodes = _nodes(said, subjects, uses, language)
        if same := [one for one in nodes if _key(one.matched) == _key(said)]:
            return count, "", tuple(same)
    return 0, "", ()


def _land(said: str, subjects: Subjects) -> str:
    """The country that is called exactly so, unless a good is."""
    exact = {kind: key for kind, key, _, word in subjects(said) if _key(word) == _key(said)}
    return "" if "good" in exact else exact.get("country", "")


def _nodes(said: str, subjects: Subjects, uses: Mapping[str, Use], language: str) -> list[Found]:
    """Goods and end uses that are called so, whole names first, then beginnings, then parts."""
    goods = [Found(key, name, word) for kind, key, name, word in subjects(said) if kind == "good"]
    found = [*goods, *_uses(_key(said), uses, language)]
    return sorted(found, key=lambda one: _rank(_key(said), one))


def _uses(key: str, uses: Mapping[str, Use], language: str) -> Iterable[Found]:
    for use in uses.values():
        words = [*use.names.values(), use.id.replace("-", " ")]
        best = min((one for one in words if key and key in _key(one)), key=len, default=None)
        if best is not None:
            yield Found(use.id, use.names.get(language) or use.names.get("en", use.id), best)


def _begins(word: str, one: Found) -> bool:
    return len(_key(word)) >= SHORTEST and _rank(_key(word), one) < PART


def _rank(key: str, one: Found) -> int:
    """A whole name, the beginning of the name that is shown, of another one, a part of one."""
    if _key(one.matched) == key:
        return 0
    if _key(one.name).startswith(key):
        return 1
    return 2 if _key(one.matched).startswith(key) else PART


def _key(words: str) -> str:
    return fold(words).strip()
