"""Which of many names could be the one asked for: keys that survive a typing error, in one table.

Keys of a name, from its rarest words:
    F  two skeletons                  order swapped, middle name dropped, other transliteration
    A  a skeleton, a first letter     a typing error in the other word, behind its first letter
    B  a skeleton, a last consonant   a typing error at the beginning of the other word
    S  a lone skeleton, or its ends   names of one word
and beside them the whole name without spaces, and the whole name in its own script.
F stands apart for names of two words: those are looked for under every pair, as they may be part
of a longer name that is asked for.

    keys | rows under the rarest | signature of letters (64 bits) near enough | ratio of sounds

A table of (key, row), sorted by key: 100,000 names have 1.5 million keys, 24 MB.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import combinations

import numpy as np
import numpy.typing as npt
from rapidfuzz import fuzz, process

from osawatch.screening.spelling import Spelled, skeleton

Ints = npt.NDArray[np.int64]
Bits = npt.NDArray[np.uint64]

WIDE = 6  # words of a name that make F keys
NARROW = 4  # words that make A and B keys
F2, F3, A, B, S = (n << 59 for n in (1, 2, 3, 4, 5))
LONE_ENDS = 1 << 57
BUDGET = 200  # rows under A and B keys, the rarest keys first
CROWD = 4000  # rows under F and S keys
RARE = 0.002  # the share of names up to which a word is rare
FEW = 5
BONES = 5  # so many words share a skeleton
FAR = 8  # bits in which signatures may differ
ALIKE = 84.0  # of the sounds, in percent: what is less alike is not looked at again
HALF = 40.0  # from here on it may be the order of the words that makes the difference
LETTERS, SPACE = 19, 32
NONE = np.empty(0, dtype=np.int64)


@dataclass(slots=True)
class Candidates:
    """Rows to be looked at closely: those that sound alike, and those that hold the other whole."""

    alike: set[int] = field(default_factory=set)
    within: set[int] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class _Keys:
    """The keys of several names and whose they are; `late` ones are tried while few were found."""

    key: list[int] = field(default_factory=list)
    owner: list[int] = field(default_factory=list)
    late: list[bool] = field(default_factory=list)

    def add(self, owner: int, keys: list[int], late: list[int]) -> None:
        self.key.extend(keys + late)
        self.owner.extend([owner] * (len(keys) + len(late)))
        self.late.extend([False] * len(keys) + [True] * len(late))


class NameIndex:
    """An immutable index over names. Rows are their places in the sequence given.

    `persons` says which names may be a part of another, or have a part left out.
    """

    def __init__(self, names: Sequence[Spelled], persons: Sequence[bool]) -> None:
        self._sounds = np.array([name.sorted_sound for name in names], dtype=np.object_)
        self._turned = np.array([_by_ends(name.sorted_sound) for name in names], dtype=np.object_)
        self._whole = _grouped(name.joined for name in names)
        self._native = _grouped(name.native for name in names)
        self._signs = signs([name.sorted_sound for name in names])
        seen = Counter(word for name in names for word in set(name.core))
        bones = [tuple(dict.fromkeys(map(skeleton, name.core))) for name in names]
        counted = Counter(bone for one in bones for bone in one)
        self._number = {bone: n for n, (bone, _) in enumerate(reversed(counted.most_common()))}
        self._held = _masks([[self._number[bone] for bone in one] for one in bones])
        rare = sum(count <= BONES * max(FEW, RARE * len(names)) for count in counted.values())
        self._telling = _masks(
            [[n for bone in one if (n := self._number[bone]) < rare] for one in bones]
        )
        self._persons = np.array(persons, dtype=np.bool_)
        words = _matrix(bones, self._number)
        self._keys, self._starts, self._rows = _table(words, _letters(self._number))
        limit = max(FEW, RARE * len(names))
        frequent = frozenset(word for word, times in seen.items() if times > limit)
        self.common: Callable[[str], bool] = frequent.__contains__
        """Whether so many names hold this word that it does not tell one from another."""

    def candidates(self, names: Sequence[Spelled], more: Sequence[bool] = ()) -> list[Candidates]:
        """For each name the rows that could be it. Many names at once are looked up faster.

        `more`: for which of them a birth or a country is known, so that a part of a name that
        many bear is worth a look.
        """
        found = [
            Candidates({*self._whole.get(one.joined, ()), *self._native.get(one.native, ())})
            for one in names
        ]
        bones = [self._bones(name) for name in names]
        keys = _Keys()
        for owner, one in enumerate(bones):
            _add_keys(keys, owner, one)
        if keys.key and len(self._keys):
            owners, rows, shared = self._under(keys)
            self._add_alike(found, names, owners, rows)
            # all skeletons of one in the other: two of them are the same, or its only one
            owners, rows = owners[shared], rows[shared]
            self._add_within(found, bones, more or [False] * len(names), owners, rows)
        return found

    def _bones(self, name: Spelled) -> list[tuple[int, str]]:
        """The rarest words as (number of their skeleton, skeleton); an unknown one has -1."""
        known = self._number.get
        bones = {skeleton(word) for word in name.core}
        return sorted([(known(bone, -1), bone) for bone in bones])[:WIDE]

    def _under(self, keys: _Keys) -> tuple[Ints, Ints, npt.NDArray[np.bool_]]:
        """Pairs of an owner and a row under one of its keys, and which are not under a late one.

        The late keys come by growing size, as far as the budget goes.
        """
        wanted = np.array(keys.key, dtype=np.int64)
        order = np.argsort(wanted)  # neighbours are looked up one after the other
        wanted = wanted[order]
        at = np.minimum(self._keys.searchsorted(wanted), len(self._keys) - 1)
        there = np.flatnonzero(self._keys[at] == wanted)
        at = at[there]
        owner = np.array(keys.owner, dtype=np.int64)[order[there]]
        late = np.array(keys.late, dtype=np.bool_)[order[there]]
        start = self._starts[at]
        size = np.minimum(self._starts[at + 1] - start, CROWD)
        order = np.lexsort((size, late, owner))
        owner, late, start, size = owner[order], late[order], start[order], size[order]
        kept = ~late | (_before(size * late, owner) < BUDGET)
        owner, start, size, late = owner[kept], start[kept], size[kept], late[kept]
        jump = np.repeat(start - np.cumsum(size) + size, size)
        rows = self._rows[jump + np.arange(len(jump))]
        return np.repeat(owner, size), rows, np.repeat(~late, size)

    def _add_alike(
        self, found: list[Candidates], names: Sequence[Spelled], owners: Ints, rows: Ints
    ) -> None:
        """Those whose sounds are alike."""
        sought = [name.sorted_sound for name in names]
        near = np.bitwise_count(signs(sought)[owners] ^ self._signs[rows]) <= FAR
        mine, theirs = self._distinct(owners[near], rows[near])
        asked = np.array(sought, dtype=np.object_)[mine]
        sounds = self._sounds[theirs]
        alike = process.cpdist(asked, sounds, scorer=fuzz.ratio, score_cutoff=HALF)
        sure = alike >= ALIKE
        # a typing error at the beginning of a word moves it in the sorted sound
        half = np.flatnonzero((alike > 0) & ~sure)
        ends = np.array([_by_ends(one) for one in asked[half]], dtype=np.object_)
        turned = process.cpdist(
            ends, self._turned[theirs[half]], scorer=fuzz.ratio, score_cutoff=ALIKE
        )
        sure[half] = turned > 0
        for owner, row in zip(mine[sure].tolist(), theirs[sure].tolist(), strict=True):
            found[owner].alike.add(row)

    def _add_within(
        self,
        found: list[Candidates],
        bones: Sequence[list[tuple[int, str]]],
        more: Sequence[bool],
        owners: Ints,
        rows: Ints,
    ) -> None:
        """Persons who hold all the skeletons asked for, or whose skeletons are all asked for."""
        persons = self._persons[rows]
        owners, rows = owners[persons], rows[persons]
        asked = _masks([[number for number, _ in one] for one in bones])[owners]
        held = self._held[rows]
        both = asked & held
        inside = (both == held) | (both == asked)
        inside &= ((asked & self._telling[rows]) != 0) | (held == asked) | np.array(more)[owners]
        pairs = self._distinct(owners[inside], rows[inside])
        for owner, row in zip(pairs[0].tolist(), pairs[1].tolist(), strict=True):
            found[owner].within.add(row)

    def _distinct(self, owners: Ints, rows: Ints) -> tuple[Ints, Ints]:
        both = np.unique(owners * len(self._sounds) + rows, sorted=False)
        owner, row = np.divmod(both, len(self._sounds))
        return owner, row


@lru_cache(maxsize=1 << 12)
def _by_ends(sound: str) -> str:
    """The words of a sound sorted by their ends."""
    return " ".join(sorted(sound.split(), key=_backwards))


def _backwards(word: str) -> str:
    return word[::-1]


def _masks(bones: Sequence[Sequence[int]]) -> Bits:
    """For each name 64 bits, two of them for each of its skeletons."""
    return np.array([_mask(one) for one in bones], dtype=np.uint64)


def _mask(numbers: Iterable[int]) -> int:
    made = 0
    for number in numbers:
        made |= 1 << (number & 63) | 1 << (number * 0x9E3779B1 >> 9 & 63)
    return made


def _before(sizes: Ints, owners: Ints) -> Ints:
    """The running total of sizes before each place, for each owner anew; owners are sorted."""
    total = np.cumsum(sizes) - sizes
    first = np.searchsorted(owners, owners)
    return total - total[first]


def signs(sounds: Sequence[str]) -> Bits:
    """A signature of the letters of each sound: which stand in it, which twice, some pairs."""
    if not sounds:
        return np.empty(0, dtype=np.uint64)
    sizes = np.array([len(one) for one in sounds], dtype=np.int64)
    owner = np.repeat(np.arange(len(sounds)), sizes)
    text = "".join(sounds).encode("utf-32-le", "surrogatepass")
    code = np.frombuffer(text, dtype=np.uint32).astype(np.int64)
    words = code != SPACE
    held = np.bincount(
        owner[words] * LETTERS + code[words] % LETTERS, minlength=len(sounds) * LETTERS
    ).reshape(len(sounds), LETTERS)
    made = np.zeros((len(sounds), 64), dtype=np.bool_)
    made[:, :LETTERS] = held > 0
    made[:, LETTERS : 2 * LETTERS] = held > 1
    one, two = code[:-1], code[1:]
    mine = owner[:-1] == owner[1:]
    made[owner[:-1][mine], 2 * LETTERS + (one * 31 + two)[mine] % (64 - 2 * LETTERS)] = True
    return np.packbits(made, axis=1, bitorder="little").view("<u8")[:, 0]


def _add_keys(keys: _Keys, owner: int, bones: list[tuple[int, str]]) -> None:
    known = [number for number, _ in bones if number >= 0]
    if len(bones) == 1:
        first, last = _ends(bones[0][1])
        keys.add(owner, [S | n for n in known], [S | LONE_ENDS | first << 8 | last])
        return
    pairs = [one << 29 | two for one, two in combinations(known, 2)]
    keys.add(owner, [form | pair for pair in pairs for form in (F2, F3)], _near(bones[:NARROW]))


def _near(bones: list[tuple[int, str]]) -> list[int]:
    ends = [_ends(bone) for _, bone in bones]
    keys: list[int] = []
    for place, (number, _) in enumerate(bones):
        if number >= 0:
            first, last = A | number << 8, B | number << 8
            for other, one in enumerate(ends):
                if other != place:
                    keys += (first | one[0], last | one[1])
    return keys


@lru_cache(maxsize=1 << 16)
def _ends(bone: str) -> tuple[int, int]:
    return (ord(bone[0]) & 0xFF, ord(bone[-1]) & 0xFF) if bone else (0, 0)


def _grouped(values: Iterable[str]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for row, value in enumerate(values):
        if value:
            found.setdefault(value, []).append(row)
    return found


def _matrix(bones: Sequence[tuple[str, ...]], number: dict[str, int]) -> Ints:
    """One line a name: the numbers of its rarest skeletons, rarest first, -1 where none is."""
    made = np.full((len(bones), WIDE), -1, dtype=np.int64)
    for row, one in enumerate(bones):
        numbers = sorted(number[bone] for bone in one)[:WIDE]
        made[row, : len(numbers)] = numbers
    return made


def _letters(number: dict[str, int]) -> Ints:
    """For each skeleton the codes of its first and last letter."""
    made = np.zeros((len(number) + 1, 2), dtype=np.int64)
    for bone, place in number.items():
        made[place] = _ends(bone)
    return made


def _table(words: Ints, ends: Ints) -> tuple[Ints, Ints, Ints]:
    """Distinct keys in order, where the rows of each start (and the last stop), all rows."""
    every = np.arange(len(words), dtype=np.int64)
    keys, rows = [NONE], [NONE]

    def add(found: Ints, where: npt.NDArray[np.bool_]) -> None:
        keys.append(found[where])
        rows.append(every[where])

    longer = words[:, 2] >= 0
    add(F2 | words[:, 0] << 29 | words[:, 1], (words[:, 1] >= 0) & ~longer)
    for a, b in combinations(range(WIDE), 2):
        add(F3 | words[:, a] << 29 | words[:, b], (words[:, b] >= 0) & longer)
    for a, b in ((a, b) for a in range(NARROW) for b in range(NARROW) if a != b):
        one, two = words[:, a], words[:, b]
        both = (one >= 0) & (two >= 0)
        add(A | one << 8 | ends[two, 0], both)
        add(B | one << 8 | ends[two, 1], both)
    only = words[:, 0]
    alone = (only >= 0) & (words[:, 1] < 0)
    add(S | LONE_ENDS | ends[only, 0] << 8 | ends[only, 1], alone)
    add(S | only, alone)
    return _sorted(np.concatenate(keys), np.concatenate(rows))


def _sorted(keys: Ints, rows: Ints) -> tuple[Ints, Ints, Ints]:
    order = np.argsort(keys, kind="stable")
    keys, rows = keys[order], rows[order]
    distinct, starts = np.unique(keys, return_index=True)
    return distinct, np.append(starts, len(keys)).astype(np.int64), rows
