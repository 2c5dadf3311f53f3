"""Whether an id that a person typed exists: a slip of the pen must not look like «no news»."""

from __future__ import annotations

from typing import TYPE_CHECKING

from osawatch.errors import BadInput, UnknownId
from osawatch.model import Filter

if TYPE_CHECKING:
    from osawatch.core import Core


def checked(core: Core, axis: str, value: str) -> str:
    """The id of a good, country or measure as the store spells it; `UnknownId` if there is none."""
    if not value:
        return ""
    if axis == "country":
        return _country(value)
    if axis == "good" and core.card_ids(Filter(view="all", goods=(value,))):
        return value  # also one that has left the watchlist since
    if axis == "measure" and core.card_ids(Filter(view="all", measures=(value,))):
        return value
    watchlist = core.rulebook.pack.watchlist  # takes a second to read: asked last
    if value not in (watchlist.goods if axis == "good" else watchlist.measures):
        raise UnknownId(axis, value)
    return value


def _country(value: str) -> str:
    from babel import Locale

    code = value.upper()
    if code not in Locale.parse("en").territories or len(code) != 2 or code == "ZZ":
        raise BadInput(f"{value!r} is not a two-letter country code", field="country")
    return code
