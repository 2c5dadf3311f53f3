"""The reason of a hit in words, for the command line and for files that people read."""

from __future__ import annotations

from osawatch.screening.model import Fact, Hit
from osawatch.screening.score import Likeness

_RELATIONS = {
    "exact": "the same name",
    "native": "the same name in its own script",
    "legal": "the same name but for legal form or articles",
    "order": "the same words in another order",
    "spacing": "the same letters, spaced otherwise",
    "sound": "the same sound in another spelling",
    "part": "the same words, one name has more of them",
    "close": "a close spelling",
}
_TYPES = {"alias": "alias", "former": "former name", "original": "name in its own script"}


def why(hit: Hit) -> str:
    """One line: which name or number, how alike, and what else speaks for or against it."""
    if hit.ground == "identifier":
        return f"the number {_number(hit.number)} is on the list"
    parts = [_name(hit)]
    if hit.likeness is not None:
        parts.append(_likeness(hit.likeness))
    parts += [_fact(fact) for fact in hit.facts]
    return "; ".join(parts)


def _number(key: str) -> str:
    kind, _, value = key.partition(" ")
    return value if kind == "no" else f"{kind.upper()} {value}"


def _name(hit: Hit) -> str:
    if hit.name is None:
        return "name"
    kind = _TYPES.get(hit.name.type, "name")
    weak = "weak " if hit.name.quality == "weak" else ""
    return f"{weak}{kind} «{hit.name.text}»"


def _likeness(alike: Likeness) -> str:
    said = _RELATIONS[alike.relation]
    differing = [f"{one}/{other}" for one, other in alike.pairs if one != other]
    if alike.relation in ("sound", "part", "close") and alike.pairs:
        same = [one for one, other in alike.pairs if one == other]
        said += f" ({', '.join((*same, *differing))})"
    return f"{said}, one word only" if alike.one_word else said


def _fact(fact: Fact) -> str:
    if fact.about == "kind":
        return f"but the list has it as {fact.value}"
    name = "born" if fact.about == "birth" else "country"
    return f"{name} {fact.value} on both sides" if fact.agrees else f"but {name} {fact.value} there"
