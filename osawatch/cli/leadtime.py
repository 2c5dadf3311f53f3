"""`cases leadtime`: how long before an act, and before its force, the desk had seen it coming."""

from __future__ import annotations

from osawatch.cases.leads import middles
from osawatch.cases.leadtime import Lead, Middle
from osawatch.cases.model import Case
from osawatch.cli import out
from osawatch.cli.args import DONE, Run, Verbs
from osawatch.cli.tongue import say

COLUMNS = (
    out.column("id"),
    out.column("status"),
    out.column("first seen", "first_seen"),
    out.column("official act", "act"),
    out.column("in force", "in_force"),
    out.column("days to act", "days_to_act", right=True),
    out.column("days to force", "days_to_force", right=True),
    out.column("title"),
)
SHORT = 13  # as in the list of cases


def add(verbs: Verbs) -> None:
    """The verb."""
    told = "days from the first sight to the official act and to its force, all cases or one"
    parser = verbs.add("leadtime", told, leadtime)
    parser.add_argument(
        "case", nargs="?", default="", metavar="CASE", help="its id, or a beginning"
    )


def leadtime(run: Run) -> int:
    """Each case, and the median over the closed ones with how many they are."""
    with run.open() as core:
        cases = core.cases
        found = [cases.case(run.args.case)] if run.args.case else cases.every(closed=True)
        leads = cases.leads(found)
    rows = [_row(one, leads[one.id], short=run.form == "table") for one in found]
    to_act, to_force = middles(found, leads)
    if run.form == "json":
        median = {"to_act": _middle(to_act), "to_force": _middle(to_force)}
        out.document({"cases": rows, "median_of_closed": median})
        return DONE
    out.rows(rows, COLUMNS, run.form, none="no case")
    if run.form == "table" and not run.args.case:
        out.text(_said(say("official act"), to_act))
        out.text(_said(say("its force"), to_force))
    return DONE


def lines(lead: Lead) -> None:
    """The lead of one case, for `cases show`."""
    unknown = say("not known")
    out.text(say("  first seen: {0}", lead.first_seen or unknown))
    out.text(say("  official act: {0}", _after(str(lead.act or unknown), lead.to_act)))
    out.text(say("  in force: {0}", _after(str(lead.in_force or unknown), lead.to_force)))


def shape(lead: Lead) -> dict[str, object]:
    """A lead as JSON; what is not known is null."""
    return {
        "first_seen": lead.first_seen and lead.first_seen.isoformat(),
        "act": lead.act and lead.act.isoformat(),
        "in_force": lead.in_force and lead.in_force.isoformat(),
        "days_to_act": lead.to_act,
        "days_to_force": lead.to_force,
    }


def _row(case: Case, lead: Lead, *, short: bool) -> dict[str, object]:
    row: dict[str, object] = {"id": case.id[:SHORT] if short else case.id, "status": case.status}
    row |= {"title": case.title, **shape(lead)}
    if short:  # a person reads that it is not known; a program reads null
        row = {key: say("not known") if value is None else value for key, value in row.items()}
    return row


def _middle(found: Middle) -> dict[str, object]:
    return {"days": found.days, "n": found.n, "of": found.of}


def _after(day: str, days: int | None) -> str:
    return day if days is None else say("{0} ({1:+d} days)", day, days)


def _said(what: str, found: Middle) -> str:
    if found.days is None:
        return say(
            "median to {0}: not known (n = {1} of {2} closed cases)", what, found.n, found.of
        )
    return say(
        "median to {0}: {1:g} days (n = {2} of {3} closed cases)",
        what, found.days, found.n, found.of,
    )  # fmt: skip
