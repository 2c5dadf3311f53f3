"""From a term to the literals of the automaton, boundaries included, by script and language.

| script or language | boundary |
|---|---|
| Han, Kana, Thai, Lao, Khmer, Burmese | none; Katakana must not go on in Katakana |
| Korean | left |
| Arabic | word, behind the article and the small words that are written to it |
| Russian | stem and endings by rule |
| Polish, Ukrainian, Czech | stem and at most three letters; near pairs and states as written |
| Turkish | word and at most four letters, names with their apostrophe |
| German, Dutch, Swedish | a last word of six letters and more may open a compound or take endings |
| English, French, Spanish, Portuguese, Italian | word, with its plural |

What a literal cannot say is a `Check` made on the few hits: endings, capitals, diacritics.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from rules import inflect
from rules.fold import UNSPACED, fold
from rules.terms import Case, Diacritics, How, Term

COMPOUND = 6  # letters from which a Dutch or German word may open a compound
SHORT = 4  # letters up to which a diacritic tells words apart (Öl, Çin)
ACRONYM = 5
STEM = 5  # letters a name keeps at least before endings may follow (Palau is not in paladio)
_OPEN = re.compile(f"[{UNSPACED}]")
_KATAKANA = re.compile(r"[\u30a0-\u30ff ]+")
_HANGUL = re.compile(r"[\uac00-\ud7a3]")
_ARABIC = re.compile(r"[\u0620-\u06ff]")
_ARTICLE = ("", "ال", "و", "وال", "ب", "بال", "ل", "لل", "ف", "فال", "ك", "كال")
_BARE = ("", "و", "ف", "ب", "ك", "وب")
_LETTER = rf"[^\W{UNSPACED}\uac00-\ud7a3]"  # of a word between spaces: LNGも, EU가 end with G, U
_UMLAUT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue"})
_OF = {
    "fr": frozenset(["de", "du", "des", "d", "en", "a", "au"]),
    "es": frozenset(["de", "del"]),
    "pt": frozenset(["de", "do", "da"]),
    "it": frozenset(["di", "del", "della", "dell", "dei", "in", "d"]),
}
_PARTICLES = frozenset(
    ("ab", "an", "auf", "aus", "ein", "frei", "lahm", "vor", "zu", "zuruck", "aan", "af", "dicht")
) | frozenset(
    ("in", "neer", "op", "plat", "stil", "stop", "terug", "uit", "tegen", "vallen", "weg")
)
_STEMMED = frozenset(["pl", "uk", "cs", "sk"])
_CASED = frozenset(["pl", "uk", "cs"])  # nouns in lists of words stand in the nominative
_CAPITAL_NAMES = frozenset(["ru", "uk", "pl", "be", "bg", "sr", "mk", "cs"])


@dataclass(frozen=True, slots=True)
class Check:
    """What must still be true where a literal stands."""

    tail: re.Pattern[str] | None = None
    head: frozenset[str] | None = None
    katakana: bool = False
    capital: bool = False
    exact: str = ""
    word: re.Pattern[str] | None = None
    marks: str = ""

    @property
    def original(self) -> bool:
        """Whether the original text must be looked at."""
        return bool(self.capital or self.exact or self.marks)


@dataclass(frozen=True, slots=True)
class Literal:
    """One pattern of the automaton; leading and closing spaces are word boundaries."""

    text: str
    check: Check | None = None


def literals(term: Term, *, name: bool = False, bare: bool = False) -> tuple[Literal, ...]:
    """The literals of a term. `name`: of a country; `bare`: no endings (everyday words)."""
    return _kept(term.text, term.language, term.match, term.case, term.diacritics, name, bare)


# Twice what the shipped watchlist has. A rule is tried, saved and tested with the words of the
# watchlist, wherever they stand in its files: working them out is most of that time.
@lru_cache(maxsize=1 << 17)
def _kept(
    text: str, language: str, match: How, case: Case, marks: Diacritics, *how: bool
) -> tuple[Literal, ...]:
    name, bare = how
    return tuple(_literals(Term(text, language, match, case, marks), name=name, bare=bare))


def _literals(term: Term, *, name: bool, bare: bool) -> Iterator[Literal]:
    case = _case(term, name=name)
    spellings = [term.text]
    if term.language == "de" and term.text.translate(_UMLAUT) != term.text:
        spellings.append(term.text.translate(_UMLAUT))
    for spelling in spellings:
        folded = fold(spelling.replace("?", "\u0001")).strip()
        wild = _with_holes(spelling) if "?" in spelling else None
        made = wild if wild is not None else _shaped(folded, term, name=name, bare=bare)
        for literal in made:
            check = _checked(literal.check, term, spelling, case)
            yield Literal(literal.text, check)


def _shaped(folded: str, term: Term, *, name: bool, bare: bool) -> Iterator[Literal]:
    """By what the author asked for, else by script, else by language."""
    left = "" if _OPEN.match(folded[:1]) else " "
    right = "" if _OPEN.match(folded[-1:]) else " "
    if term.match != "auto":
        yield _as_asked(folded, term.match, left, right)
    elif _OPEN.search(folded):
        plain = _KATAKANA.fullmatch(folded) is not None
        yield Literal(f"{left}{folded}{right}", Check(katakana=True) if plain else None)
    elif _HANGUL.search(folded):
        yield Literal(f" {folded}")
    elif _ARABIC.search(folded):
        yield from _arabic(folded)
    else:
        yield from _by_language(folded, term.language, name=name, bare=bare)


def _as_asked(folded: str, match: str, left: str, right: str) -> Literal:
    if match == "prefix":
        return Literal(f"{left}{folded}")
    if match == "suffix":
        return Literal(f"{folded}{right}")
    return Literal(folded if match == "infix" else f"{left}{folded}{right}")


def _arabic(folded: str) -> Iterator[Literal]:
    if folded.startswith("ال"):
        bare = folded[2:]
        yield Literal(f"{bare} ", Check(head=frozenset(_ARTICLE) - {"", "و", "ب", "ف", "ك", "ل"}))
    else:
        heads = _ARTICLE if len(folded) > 3 else _BARE
        yield Literal(f"{folded} ", Check(head=frozenset(heads)))


def _by_language(folded: str, language: str, *, name: bool, bare: bool) -> Iterator[Literal]:
    if language == "ru":
        yield from _russian(folded)
    elif name and language in _STEMMED and len(inflect.stem_of_name(folded)) >= STEM:
        yield Literal(f" {inflect.stem_of_name(folded)}", Check(tail=_few(3)))
    elif language == "ko":
        yield Literal(f" {folded}", Check(tail=_particles()))
    elif language in _CASED and not bare and not name:
        yield _inflected(folded)
    elif language == "tr" and not name and len(folded) >= COMPOUND:
        yield Literal(f" {folded}", Check(tail=_few(4)))
    elif language in ("de", "nl", "sv"):
        yield from _germanic(folded, language, name=name, bare=bare)
    else:
        yield Literal(f" {folded} ")
        if not bare and not name:
            yield from (Literal(f" {form} ") for form in _plurals(folded, language))


def _inflected(folded: str) -> Literal:
    """Each longer word without its last vowel and with at most three letters more.

    The literal goes on to the first longer word: « w» alone would stand in every text.
    """
    words = folded.split(" ")
    place = next((at for at, word in enumerate(words) if len(word) >= STEM), len(words) - 1)
    after = "".join(rf" {re.escape(_stem(word))}{_ending(word)}" for word in words[place + 1 :])
    start = " ".join([*words[:place], _stem(words[place])])
    if len(words[place]) < STEM and not after:
        return Literal(f" {folded} ")
    return Literal(f" {start}", Check(tail=_tail(f"{_ending(words[place])}{after}")))


def _stem(word: str) -> str:
    return inflect.stem_of_name(word) if word.isalpha() else word


def _ending(word: str) -> str:
    return r"[^\W\d_]{0,3}" if len(word) >= STEM and word.isalpha() else ""


def _germanic(folded: str, language: str, *, name: bool, bare: bool) -> Iterator[Literal]:
    *before, last = folded.split(" ")
    if len(before) == 1 and last in _PARTICLES:
        yield Literal(f" {before[0]}", Check(tail=_apart(last)))
    if name:
        yield Literal(f" {folded} ")
        yield Literal(f" {folded}s ")
        return
    if bare:
        yield Literal(f" {folded} ")
        return
    close = "" if len(last) >= COMPOUND and last.isalpha() else " "
    yield Literal(f" {folded}{close}")
    if language == "de" and before and len(before[0]) >= 5 and before[0].endswith("e"):
        rest = folded[len(before[0]) :]
        yield from (Literal(f" {before[0]}{ending}{rest}{close}") for ending in "nr")


def _plurals(folded: str, language: str) -> Iterator[str]:
    words = folded.split(" ")
    if len(folded) < SHORT:
        return
    for form in inflect.plural(words[-1], language):
        yield " ".join([*words[:-1], form])
    if len(words) > 2 and words[1] in _OF.get(language, ()):
        for form in inflect.plural(words[0], language):
            yield " ".join([form, *words[1:]])


def _russian(folded: str) -> Iterator[Literal]:
    first, *others = [inflect.russian(word) for word in folded.split(" ")]
    after = "".join(f" {re.escape(stem)}(?:{'|'.join(ends)})" for stem, ends in others)
    stem, ends = first
    if len(stem) < 3:
        for ending in ends:
            yield from _with_tail(f" {stem}{ending}", after)
    else:
        yield from _with_tail(
            f" {stem}", f"(?:{'|'.join(ends)}){after}" if ends != ("",) else after
        )


def _with_tail(literal: str, after: str) -> Iterator[Literal]:
    if after:
        yield Literal(literal, Check(tail=_tail(after)))
    else:
        yield Literal(f"{literal} ")


def _with_holes(spelling: str) -> Iterator[Literal]:
    """`?` is one letter: the literal ends before the first one."""
    first, *others = [
        fold(part)[1:-1] for part in f"{spelling}\u0002".replace("\u0002", "").split("?")
    ]
    after = "".join(rf"\w{re.escape(part)}" for part in others)
    yield Literal(f" {first}", Check(tail=_tail(after)))


@cache
def _tail(after: str) -> re.Pattern[str]:
    return re.compile(f"{after}(?= )")


@cache
def _few(letters: int) -> re.Pattern[str]:
    return re.compile(rf"[^\W\d_]{{0,{letters}}}(?= )")


@cache
def _particles() -> re.Pattern[str]:
    """Korean particles are written to a Latin word as well: LNG도."""
    return re.compile("[\uac00-\ud7a3]{0,4}(?= )")


@cache
def _apart(particle: str) -> re.Pattern[str]:
    """«setzt … aus»: the particle stands at most ten words later; the hit is the verb."""
    return re.compile(f"(?= (?:[^ \n]+ ){{0,10}}{particle} )")


@cache
def _whole(spelling: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!{_LETTER}){re.escape(spelling)}(?:s|es)?(?!{_LETTER})")


def _case(term: Term, *, name: bool) -> str:
    """The case asked for; abbreviations and Slavic names are strict by themselves."""
    if term.case != "auto":
        return term.case
    bare = term.text.replace(".", "")
    alone = bare.isalnum() and len(bare) <= ACRONYM
    if (
        alone
        and term.match in ("auto", "word")
        and not bare[1:].islower()
        and bare[1:] != bare[1:].lower()
    ):
        return "exact"
    if name and term.language in _CAPITAL_NAMES and term.match == "auto":
        return "upper-first"
    return "any"


def _checked(check: Check | None, term: Term, spelling: str, case: str) -> Check | None:
    exact = plain(spelling) if case == "exact" else ""
    marks = plain(spelling).lower() if _marked(term, spelling) else ""
    if not exact and not marks and case != "upper-first":
        return check
    return replace(
        check or Check(),
        capital=case == "upper-first",
        exact=exact,
        word=_whole(spelling) if exact else None,
        marks=marks,
    )


def _marked(term: Term, spelling: str) -> bool:
    """Whether diacritics count: when asked for, and in short words that carry one."""
    if term.diacritics != "auto":
        return term.diacritics == "exact"
    folded = fold(spelling).strip()
    latin = folded.isascii() and len(folded) <= SHORT and not spelling.isascii()
    return latin and plain(spelling).lower() != folded


def plain(text: str) -> str:
    """Letters and digits only, composed: how exact spellings are compared."""
    return "".join(letter for letter in unicodedata.normalize("NFC", text) if letter.isalnum())
