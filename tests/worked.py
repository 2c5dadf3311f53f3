"""A sample desk that somebody has worked with: `python -m tests.worked PROFILE`.

The shipped sample holds what the world said; what a desk did with it is nobody's to invent in a
log that a newcomer keeps. For `./dev screenshots all`, which draws pages that would be empty, this
invents it: cases, registers, a situation, a record that is due. All names are made up.
"""

from __future__ import annotations

import sys
from datetime import timedelta
from pathlib import Path

from osawatch.core import Core
from osawatch.filing.model import Schedule
from osawatch.model import Action, Filter

FIRST = {
    "title": "Port office asks for end-user papers", "countries": "CN", "goods": "gallium",
    "measure": "export-licensing", "grade": "B",
    "summary": "Two forwarders say that the port asks for papers of the end user since Monday.",
    "facts": "Both were told at the counter; neither has it in writing.",
    "comment": "It fits the notice of the same week.", "action": "Ask the sector who waits.",
    "next": "call the forwarders again",
}  # fmt: skip
LAST = {
    "title": "مكتب الميناء يطلب شهادة المستخدم النهائي",
    "countries": "AE",
    "grade": "C",
    "summary": "يقول وكيل شحن إن مكتب الميناء يطلب شهادة المستخدم النهائي لشحنات الغاليوم.",
}
INFLUENCE = (
    ("Customs hold after a visit", "CN", "Lithuania", 900, "lifted after eleven months"),
    ("Fish imports stopped", "CN", "Japan", 800, "runs"),
    ("Gas meter inspection without end", "RU", "Moldova", 500, ""),
)
LICENCES = (
    ("Firm Amber", "gallium", "CN", 80, "in-review"),
    ("Firm Birch", "germanium", "CN", 41, "filed"),
    ("Firm Cedar", "antimony", "CN", 19, "filed"),
)


def work(core: Core) -> None:
    """All of it, as the pages of the window would write it."""
    _cases(core)
    _registers(core)
    _situation(core)


def _day(core: Core, days: int) -> str:
    return (core.now() + timedelta(days=days)).date().isoformat()


def _cases(core: Core) -> None:
    alerts = [one.id for one in core.alerts(Filter(view="all", goods=("gallium",)))[:3]]
    core.triage(Action("note", tuple(alerts[:1]), {"text": "Two firms in Eindhoven use it."}))
    case = core.cases.open("Gallium and germanium under licence", alerts).id
    core.cases.owner(case, "EZK")
    core.cases.told(case, "Taskforce raw materials")
    core.cases.step(case, "ask Customs for figures", due=_day(core, 4), who="B. Colleague")
    core.cases.step(case, "call the chip makers", due=_day(core, -1), who="A. Officer")
    core.cases.next(case, "draft a line for Thursday")
    core.cases.weigh(case, "proportional", "yes", "A monthly report is no burden.")
    core.cases.open("Talks in Brussels, third round")
    closed = core.cases.open("Potash from Belarus", [])
    core.cases.status(closed.id, "closed", "The ban did not come.")
    core.filing.set_schedule(Schedule(10, "An invented selection list", "An invented ministry"))


def _registers(core: Core) -> None:
    for values in (FIRST, LAST):
        core.reports.file({**values, "day": _day(core, -1)})
    for measure, sender, target, days, outcome in INFLUENCE:
        core.registers.add(
            "influence",
            {"measure": measure, "sender": sender, "target": target, "day": _day(core, -days),
             "outcome": outcome},
        )  # fmt: skip
    for firm, good, country, days, status in LICENCES:
        core.registers.add(
            "licence",
            {"firm": firm, "good": good, "country": country, "filed": _day(core, -days),
             "status": status},
        )  # fmt: skip


def _situation(core: Core) -> None:
    """Of sources of the sample, which nothing can be asked of."""
    names = ["sample-nordwire", "sample-havenpost"]
    one = core.situations.open("Strait closed", names, 48, countries=("IR",)).id
    core.situations.line(one, "The port authority confirms that no ship passes.", "confirmed")
    core.situations.line(one, "A broker speaks of two weeks.", "rumour")


if __name__ == "__main__":
    with Core(Path(sys.argv[1])) as desk:
        work(desk)
