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


def ministry(core: Core, value: str) -> str:
    """A ministry that owns a good of the watchlist or a case; `UnknownId` if none does."""
    owners = {one.ministry for one in core.rulebook.pack.watchlist.goods.values()}
    if value and value not in owners:
        owners.update(name for case in core.cases.every(closed=True) for name in case.owners)
        if value not in owners:
            raise UnknownId("ministry", value)
    return value


def _country(value: str) -> str:
    from babel import Locale

    code = value.upper()
    if code not in Locale.parse("en").territories or len(code) != 2 or code == "ZZ":
        raise BadInput(
            f"{value!r} is no country code (two letters of ISO 3166-1, EU or XK)", field="country"
        )
    return code
