"""The names of a list as they are looked for in running text, and what each needs beside it. Pure.

    entries -> a bearer each -> its names, also without their legal form -> folded literals

A name tells by itself when it has two words and one of them is rare; that of a ship, and what is
left of a name without its legal form, when all of them are. Otherwise it `needs` a second fact:
"one-word" names, "weak" aliases, and "common" ones. A name in a script without spaces tells when it
has four letters. Names of places are never looked for.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal, NamedTuple

from babel import Locale

from feeds.lists.model import ListEntry, Name
from osawatch.screening import identifiers
from osawatch.screening.people import nameable
from osawatch.screening.spelling import latin, spell, without_legal
from osawatch.screening.tables import COMMON, FILLERS
from rules.fold import fold, has_unspaced

Need = Literal["", "one-word", "weak", "common"]
Relation = Literal["exact", "legal"]
FORM = 1  # of what is kept: another one is made anew
SHORTEST = 3  # letters of a name
NATIVE = 4  # letters of a name in a script without spaces
FEW, RARE = 5, 0.002  # a word of more names, and of a greater share of them, is common
CRAFT = ("vessel", "aircraft")
TONGUES = ("en", "nl", "de", "fr", "es")


class Bearer(NamedTuple):
    """An entry of a list, as far as running text needs it. `numbers` are keys of identifiers."""

    list: str
    id: str
    kind: str
    person: bool
    name: str
    countries: tuple[str, ...]
    births: tuple[str, ...]
    numbers: tuple[str, ...]


class Listed(NamedTuple):
    """A literal of folded text and whose name it is: `bearer` is a place in the table."""

    literal: str
    bearer: int
    text: str
    type: str
    quality: str
    relation: str
    need: str


@dataclass(frozen=True, slots=True)
class Table:
    """All names of one list."""

    bearers: tuple[Bearer, ...]
    names: tuple[Listed, ...]


def table(entries: Iterable[ListEntry]) -> Table:
    """The names of the entries that stand."""
    standing = [entry for entry in entries if entry.active]
    common = _common(standing)
    bearers: list[Bearer] = []
    names: list[Listed] = []
    lands = common | {word for place in places() for word in place.split()}
    for entry in standing:
        person = not nameable(entry)
        dull = lands if person else common  # «Michael Jordan» is no name to go by
        made = {one[:1] + one[4:]: one for one in _names(entry, len(bearers), dull)}
        names += made.values()
        bearers.append(
            Bearer(
                entry.list, entry.id, entry.kind, person, entry.name, entry.countries,
                tuple(one.value for one in entry.births), _numbers(entry),
            )
        )  # fmt: skip
    return Table(tuple(bearers), tuple(names))


def dumped(one: Table) -> bytes:
    """A table as JSON."""
    return json.dumps([FORM, one.bearers, one.names], ensure_ascii=False).encode(
        "utf-8", "surrogatepass"
    )


def loaded(body: bytes) -> Table | None:
    """The table in these bytes, None when they are of another form or damaged."""
    try:
        form, bearers, names = json.loads(body.decode("utf-8", "surrogatepass"))
        if form != FORM:
            return None
        made = tuple(Bearer(*one[:5], *map(tuple, one[5:])) for one in bearers)
        return Table(made, tuple(Listed(*one) for one in names))
    except (ValueError, TypeError, IndexError, RecursionError):
        return None


def _names(entry: ListEntry, bearer: int, common: frozenset[str]) -> Iterator[Listed]:
    person = entry.kind == "person"
    for name in dict.fromkeys(entry.names):
        literal = _literal(name.text)
        if literal and latin(name.text).strip() not in places():
            core = spell(name.text, person=person).core
            need = _need(name, core, common, whole=entry.kind in CRAFT)
            yield Listed(literal, bearer, name.text, name.type, name.quality, "exact", need)
        short = "" if person else _without_form(name.text)
        if short and _literal(short) and latin(short).strip() not in places():
            need = _need(name, spell(short).core, common, whole=True)
            yield Listed(_literal(short), bearer, name.text, name.type, name.quality, "legal", need)


def _literal(name: str) -> str:
    """As it stands in folded text: between spaces, if its script has any; "" = too short."""
    folded = fold(name)
    plain = folded.strip()
    if has_unspaced(folded):
        return plain if len(plain) > 1 else ""
    return folded if len(plain) >= SHORTEST and not plain.isdigit() else ""


def _without_form(name: str) -> str:
    """The name without its legal form, "" when it has none or little would be left."""
    words = tuple(fold(name).split())
    rest, legal = without_legal(words)
    left = " ".join(rest)
    return left if legal and len(left) > SHORTEST else ""


def _need(name: Name, core: tuple[str, ...], common: frozenset[str], *, whole: bool) -> Need:
    words = [word for word in core if len(word) > 1]
    if has_unspaced(name.text):
        single, dull = len("".join(core)) < NATIVE, False
    else:
        single = len(words) < 2
        plain = [one in COMMON or one in common or len(one) < 3 for one in words]
        dull = any(plain) if whole else all(plain)
    if single:
        return "one-word"
    if name.quality == "weak":
        return "weak"
    return "common" if dull else ""


def _common(entries: Iterable[ListEntry]) -> frozenset[str]:
    """Words that so many names of the list have that they do not tell one from another."""
    seen: Counter[str] = Counter()
    count = 0
    for entry in entries:
        count += 1
        seen.update({word for name in entry.names for word in latin(name.text).split()})
    most = max(FEW, RARE * count)
    frequent = {word for word, times in seen.items() if times > most}
    return frozenset(frequent | FILLERS)


def _numbers(entry: ListEntry) -> tuple[str, ...]:
    keys = (identifiers.key(one) for one in entry.identifiers)
    return tuple(dict.fromkeys(filter(None, keys)))


@cache
def places() -> frozenset[str]:
    """Country names as latin() writes them: no list entry is meant by them alone."""
    names: set[str] = set()
    for tongue in TONGUES:
        for name in Locale(tongue).territories.values():
            names |= {latin(name).strip(), latin(name.split(" SAR")[0]).strip()}
    return frozenset(names)
