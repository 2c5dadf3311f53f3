"""What a notice of a date says, inside the window only."""

from __future__ import annotations

from osawatch.core import Core
from osawatch.interruption import Notice
from ui.morning.words import day
from ui.morning.words import text as said
from ui.notices.words import text


def title(core: Core, notice: Notice) -> str:
    """The day, what happens then, and to which measure or case. Reads names: call it in a task."""
    one = notice.reminder
    if one is None:
        return notice.title
    of = one.title
    if one.measure is not None:
        names = [core.names("country", one.measure.country)]
        names += [core.names("measure", one.measure.measure)]
        goods = ", ".join(core.names("good", good) for good in one.measure.goods)
        of = " · ".join(part for part in (": ".join(names), goods) if part)
    return text("date", day(one.day), said(one.what), of or text("date_gone"))
