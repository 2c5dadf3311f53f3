"""Whether an id that a person typed exists: a slip of the pen must not look like «no news»."""

from __future__ import annotations

from typing import TYPE_CHECKING

from osawatch.errors import BadInput, UnknownId

if TYPE_CHECKING:
    from osawatch.core import Core


def checked(core: Core, axis: str, value: str) -> str:
    """The id of a good, country or measure as the store spells it; `UnknownId` if there is none."""
    if not value:
        return ""
    if axis == "country":
        return _country(value)
    facets = core.facets()
    present = facets.goods if axis == "good" else facets.measures
    if value in {facet.id for facet in present}:
        return value  # also one that has left the watchlist since
    watchlist = core.rulebook.pack.watchlist
    if value not in (watchlist.goods if axis == "good" else watchlist.measures):
        raise UnknownId(axis, value)
    return value


def _country(value: str) -> str:
    from babel import Locale

    code = value.upper()
    if code not in Locale.parse("en").territories or len(code) != 2 or code == "ZZ":
        raise BadInput(f"{value!r} is not a two-letter country code", field="country")
    return code
