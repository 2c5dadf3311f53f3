"""How much a good depends on one country, by the shares and indicators of the watchlist. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from osawatch.model import Listed

# Which shares say most about us: what we buy, then what we import, then what the world makes.
_SCOPES = ("eu-sourcing", "eu-imports", "eu27-extra-imports", "eu", "world")


@dataclass(frozen=True, slots=True)
class Exposure:
    """The dependency factors of the score.

    `share` None = not known, then it lies within `bounds`. `scope` says what it is a share of,
    `unknown` names the factors that nobody knows and that are taken from the cautious side.
    """

    share: float | None = None
    bounds: tuple[float, float] = (0.0, 1.0)
    others: tuple[float, ...] = ()
    ir: float = 1.0
    eol: float = 0.0
    si: float = 1.0
    scope: str = ""
    source: str = ""
    unknown: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _List:
    """The suppliers of one source and scope for one link of the chain: a stage or a code."""

    scope: str
    source: str
    link: str
    shares: dict[str, float]
    stage: str = ""
    code: str = ""
    period: str = ""


def listed(good: Any) -> Listed | None:  # rules' Good
    """Of the lists that say most about us the one with the largest supplier; None = no figure."""
    found = _lists(good.suppliers)
    if not found:
        return None
    best = max(_best_of_links(found), key=lambda one: (-rank(one.scope), max(one.shares.values())))
    shares = sorted(best.shares.items(), key=lambda pair: (-pair[1], pair[0]))
    return Listed(
        good.id, best.scope, best.stage, best.code, best.period, best.source, tuple(shares)
    )


def exposure(good: Any, country: str) -> Exposure:  # rules' Good or None
    """What the watchlist knows of this good and this supplier."""
    if good is None:
        return Exposure(unknown=("share", "ir", "eol", "si"))
    lists = _lists(good.suppliers)
    naming = [one for one in lists if country in one.shares]
    if not naming:
        return _unlisted(good, lists)
    # Of each link the list that says most about us; of those the one where this country weighs
    # most: cobalt refined in Finland was dug in the Congo, and one link is enough to break a chain.
    best = max(_best_of_links(naming), key=lambda one: one.shares[country])
    others = tuple(share for code, share in best.shares.items() if code != country)
    return _with_indicators(good, best, best.shares[country], (0.0, 1.0), others)


def dependency(found: Exposure) -> float:
    """A number to order exposures by: the gravest comes first."""
    share = found.bounds[1] if found.share is None else found.share
    return share * found.ir * (1 - found.eol) * found.si


def gravest(goods: Iterable[Any], countries: Sequence[str]) -> Exposure:
    """The worst pair of these goods and countries; a known share goes before an unknown one."""
    pairs = [exposure(good, country) for good in goods for country in countries or ("",)]
    known = [one for one in pairs if one.share is not None]
    return max(known or pairs, key=dependency, default=exposure(None, ""))


def _unlisted(good: Any, lists: Sequence[_List]) -> Exposure:
    """A country on no list can have no more than what the listed ones leave over."""
    if not lists:
        return _with_indicators(good, _List("", "", "", {}), None, (0.0, 1.0), ())
    widest = max(_best_of_links(lists), key=_left)
    return _with_indicators(good, widest, None, (0.0, _left(widest)), tuple(widest.shares.values()))


def _left(one: _List) -> float:
    return round(max(0.0, 1 - sum(one.shares.values())), 4)


def _best_of_links(lists: Sequence[_List]) -> list[_List]:
    """All lists of the highest scope of each link; `lists` stand in order of scope."""
    first: dict[str, _List] = {}
    for one in lists:
        first.setdefault(one.link, one)
    return [one for one in lists if rank(one.scope) == rank(first[one.link].scope)]


def _with_indicators(
    good: Any,
    best: _List,
    share: float | None,
    bounds: tuple[float, float],
    others: tuple[float, ...],
) -> Exposure:
    found = {name: getattr(good.indicators, name, None) for name in ("ir", "eol", "si")}
    if best.scope == "eu-sourcing":
        found["ir"] = 1.0  # such a share is one of all we use, home production included
    unknown = [name for name, value in found.items() if value is None]
    default = {"ir": 1.0, "eol": 0.0, "si": 1.0}
    values = {name: default[name] if value is None else value for name, value in found.items()}
    return Exposure(
        share, bounds, others, values["ir"], values["eol"], values["si"], best.scope, best.source,
        tuple(["share", *unknown] if share is None else unknown),
    )  # fmt: skip


def _lists(suppliers: Iterable[Any]) -> list[_List]:  # rules' Supplier
    """Suppliers by list, in order of scope; a country twice in one list keeps its larger share."""
    found: dict[tuple[str, ...], _List] = {}
    for one in suppliers:
        if one.share is None:
            continue
        link = one.stage or one.code
        key = (one.scope, one.source, link, one.period)
        made = _List(one.scope, one.source, link, {}, one.stage, one.code, one.period)
        shares = found.setdefault(key, made).shares
        shares[one.country] = max(one.share, shares.get(one.country, 0.0))
    return sorted(found.values(), key=lambda one: rank(one.scope))


def rank(scope: str) -> int:
    """How much a scope says about us: 0 most. Unknown scopes come last."""
    return next((n for n, prefix in enumerate(_SCOPES) if scope.startswith(prefix)), len(_SCOPES))
