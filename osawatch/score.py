"""The score of an alert, 0-100: a geometric mean of severity, dependency and confidence.

    Facts -> vector (rounded, as text) -> factors -> Score
The vector is the only input of the formula, so a score can always be recomputed and disputed.
All numbers stand in data/score.yaml. Pure.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from osawatch.exposure import Exposure, gravest
from osawatch.model import Confidence, Impact, Score
from osawatch.vector import GRADES, Vector, numbers, read


@dataclass(frozen=True, slots=True)
class Facts:
    """What a score is made of.

    `severities` are the watchlist's, for measures that the table does not know. `share` is the
    supplier's share, None when nobody knows it; then it lies within `bounds`. `others` are the
    shares of the other suppliers, `ir` import reliance, `eol` end-of-life recycling, `si`
    substitution (1 = none), `grades` one Admiralty letter for each independent source.
    """

    measures: tuple[str, ...] = ()
    status: str = ""
    reach: str = "all"
    share: float | None = None
    others: tuple[float, ...] = ()
    ir: float = 1.0
    eol: float = 0.0
    si: float = 1.0
    grades: str = ""
    official: bool = False
    novelty: float = 0.0
    p: float = 1.0
    age_days: float = 0.0
    severities: tuple[tuple[str, float], ...] = ()
    bounds: tuple[float, float] = (0.0, 1.0)
    notes: tuple[tuple[str, str], ...] = ()


def rate(facts: Facts) -> Score:
    """The score of these facts, with its factors and the reasons for each."""
    return _score(_vector(facts), dict(facts.notes))


def told(facts: Facts, value: float) -> tuple[Impact, Confidence]:
    """Impact and confidence in a word each, of a value that these facts were given.

    What novelty and age made of the value is taken back: no share is looked up, so that a list
    needs no watchlist. With an unknown share a value that was held at its most comes out lower.
    """
    vector = _vector(facts)
    impact = value / (_raised(vector) * _decay(vector))
    table = numbers()["words"]
    return _told(table["impact"], impact), _told(table["confidence"], _confidence(vector))


def _told(table: Mapping[Any, float], value: float) -> Any:  # a word of the table
    return next((word for word, least in table.items() if value >= least), "")


def _vector(facts: Facts) -> Vector:
    measure, severity = gravest_measure(facts)
    return Vector(
        measure, _round(severity), _stage(facts),
        _known("reach", facts.reach, "all"), _share(facts),
        _round(facts.ir), _round(facts.eol), _round(facts.si),
        _round(_concentration(facts.others)), _grades(facts.grades), facts.official,
        float(f"{min(1.0, max(0.0, facts.p)):.1e}"), _round(facts.novelty),
        round(max(0.0, facts.age_days), 1),
    )  # fmt: skip


def reach(affected: Iterable[str]) -> str:
    """Whom a measure hits, by the countries it is said to affect; nobody named = everybody."""
    named = set(affected)
    return "all" if not named else "eu" if named & set(numbers()["eu"]) else "group"


def recompute(vector: str) -> Score:
    """The score of a vector string."""
    return _score(read(vector), {})


def gravest_measure(facts: Facts) -> tuple[str, float]:
    """The measure that counts and its severity: the table's, else the watchlist's."""
    table = numbers()["severity"]
    given = dict(facts.severities)
    weighed = [
        (table.get(one, given.get(one, table["none"])), one)
        for one in dict.fromkeys(facts.measures)
    ]
    severity, measure = max(weighed, default=(table["none"], "none"), key=lambda pair: pair[0])
    return measure, severity


def facts_for(
    good: Any,  # rules' Good, several of them, or None
    country: str | Sequence[str],
    *,
    watched: Mapping[str, Any] | None = None,  # rules' Measure by id
    measures: Sequence[str] = (),
    **more: Any,
) -> Facts:
    """Facts with the watchlist's shares; of several goods and countries the gravest pair counts.

    `more` are the other fields of `Facts`: status, reach, grades, official, novelty, p, age_days.
    """
    goods = list(good) if isinstance(good, list | tuple) else [good]
    found = gravest(goods, [country] if isinstance(country, str) else country)
    known = watched or {}
    weights = tuple((one, float(known[one].severity)) for one in measures if one in known)
    return Facts(
        tuple(measures), share=found.share, others=found.others, ir=found.ir, eol=found.eol,
        si=found.si, bounds=found.bounds, severities=weights,
        notes=_notes(found), **more,
    )  # fmt: skip


def _score(vector: Vector, notes: Mapping[str, str]) -> Score:
    low, high = (_value(vector, share) for share in vector.share)
    known = vector.share[0] == vector.share[1]
    dependency = [_dependency(vector, share) for share in vector.share]
    table = numbers()
    stage, reach = table["stage"][vector.stage], table["reach"][vector.reach]
    parts = {
        "severity": vector.severity * stage * reach,
        "measure": vector.severity,
        "stage": stage,
        "reach": reach,
        "dependency": sum(dependency) / 2,
        "share": sum(vector.share) / 2,
        "confidence": _confidence(vector),
        "novelty": vector.novelty,
        "burst": _burst(vector.p),
        "decay": _decay(vector),
        "impact": _impact(vector, vector.share),
    }
    # With an unknown share the middle of the band orders lists; the band itself is the answer.
    return Score(
        (low + high) / 2, str(vector), parts, _reasons(vector, notes),
        None if known else low, None if known else high,
    )  # fmt: skip


def _value(vector: Vector, share: float) -> float:
    return float(min(_cap(vector), _base(vector, share) * _raised(vector)) * _decay(vector))


def _raised(vector: Vector) -> float:
    lift = numbers()["lift"]
    return float(1 + lift["novelty"] * vector.novelty + lift["burst"] * _burst(vector.p))


def _cap(vector: Vector) -> float:
    """A rumour that no official document bears out stays below high, however often it is told."""
    rumour = vector.stage == "rumour" and not vector.official
    return float(numbers()["rumour_cap"]) if rumour else 100.0


def _capped(vector: Vector) -> bool:
    return _base(vector, vector.share[1]) * _raised(vector) > _cap(vector) < 100


def _impact(vector: Vector, shares: tuple[float, float]) -> float:
    """What the measure can do, whether or not it is news: without lift and decay."""
    return sum(min(_cap(vector), _base(vector, share)) for share in shares) / len(shares)


def _base(vector: Vector, share: float) -> float:
    table = numbers()
    weights = table["weights"]
    severity = vector.severity * table["stage"][vector.stage] * table["reach"][vector.reach]
    return float(
        100
        * severity ** weights["severity"]
        * _dependency(vector, share) ** weights["dependency"]
        * _confidence(vector) ** weights["confidence"]
    )


def _dependency(vector: Vector, share: float) -> float:
    spread = numbers()["concentration"]
    others = 1 - spread + spread * vector.concentration
    found = share * vector.ir * (1 - vector.eol) * vector.si * others
    return float(max(numbers()["dependency_floor"], found))


def _confidence(vector: Vector) -> float:
    """That at least one of the independent reports is right."""
    table = numbers()
    if vector.official:
        return float(table["official"])
    if not vector.sources:
        return float(table["no_source"])
    wrong: float = math.prod(1 - table["grade"][letter] for letter in vector.sources)
    return min(float(table["confidence_cap"]), 1 - wrong)


def _burst(p: float) -> float:
    return min(1.0, max(0.0, (-math.log10(max(p, 1e-300)) - 2) / 6))


def _decay(vector: Vector) -> float:
    table = numbers()
    half = float(table["half_life"][vector.stage])
    return 1.0 if not half else max(float(table["decay_floor"]), float(2 ** (-vector.age / half)))


def _reasons(vector: Vector, notes: Mapping[str, str]) -> dict[str, str]:
    """What each factor rests on, in codes: the words are the window's."""
    low, high = vector.share
    return {
        "severity": vector.measure,
        "stage": vector.stage,
        "reach": vector.reach,
        "dependency": "share-known" if low == high else "share-unknown",
        "confidence": "official" if vector.official else vector.sources or "no-source",
        "decay": "none" if not numbers()["half_life"][vector.stage] else f"{vector.age:g}",
        **({"cap": "rumour"} if _capped(vector) else {}),
        **notes,
    }


def _notes(found: Exposure) -> tuple[tuple[str, str], ...]:
    said = {"scope": found.scope, "source": found.source, "unknown": " ".join(found.unknown)}
    return tuple((key, value) for key, value in said.items() if value)


def _share(facts: Facts) -> tuple[float, float]:
    low, high = facts.bounds if facts.share is None else (facts.share, facts.share)
    return _round(min(low, high)), _round(max(low, high))


def _concentration(others: tuple[float, ...]) -> float:
    """Herfindahl index of the other suppliers among themselves; 1 when nobody knows any."""
    whole = sum(others)
    return sum((one / whole) ** 2 for one in others) if whole > 0 else 1.0


def _grades(grades: str) -> str:
    return "".join(sorted(letter if letter in GRADES else "F" for letter in grades))


def _stage(facts: Facts) -> str:
    """An official document that does not say how far a measure is announces it."""
    said = _known("stage", facts.status)
    return "adopted" if said == "unknown" and facts.official else said


def _known(kind: str, word: str, otherwise: str = "unknown") -> str:
    return word if word in numbers()[kind] else otherwise


def _round(value: float) -> float:
    return round(min(1.0, max(0.0, value)), 4)
