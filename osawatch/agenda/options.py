"""Which instruments of the pack serve a way to make a dependence smaller, for a case's goods."""

from __future__ import annotations

from collections.abc import Sequence

from osawatch.cases.model import Case
from osawatch.chain.model import Instrument
from osawatch.core import Core


def goods_of(core: Core, case: Case) -> tuple[str, ...]:
    """All goods of its alerts, each once."""
    found = (core.alert(name) for name in case.alerts)
    return tuple(dict.fromkeys(good for one in found if one for good in one.alert.goods))


def serving(core: Core, goods: Sequence[str], option: str) -> tuple[Instrument, ...]:
    """Instruments for these goods' sectors whose strategy, or whose own id, is this option."""
    fit = core.chain.fitting(goods)
    return tuple(one for one in fit if option in one.strategies or one.id == option)
