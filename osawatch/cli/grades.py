"""`sources grade|grades|proposals`: how far the desk trusts its sources."""

from __future__ import annotations

from osawatch.cli import out
from osawatch.cli.args import DONE, Run, Verbs
from osawatch.cli.tongue import say
from osawatch.errors import BadInput
from osawatch.graded import GRADES, Given, Proposal

HISTORY = (
    out.column("at"),
    out.column("who", "actor"),
    out.column("post"),
    out.column("source"),
    out.column("grade"),
    out.column("what"),
    out.column("why"),
)
PROPOSED = (
    out.column("source"),
    out.column("grade"),
    out.column("proposed"),
    out.Column("because", lambda row: "; ".join(str(one["title"]) for one in row["wrong"])),  # type: ignore[attr-defined]
)


def add(verbs: Verbs) -> None:
    """The verbs."""
    grade = verbs.add("grade", "the desk's own grade of a source; open alerts are rated anew", give)
    grade.add_argument("id", metavar="ID")
    how = grade.add_mutually_exclusive_group(required=True)
    how.add_argument("--grade", choices=list(GRADES), help="Admiralty letter")
    how.add_argument("--shipped", action="store_true", help="the shipped grade again")
    how.add_argument("--accept", action="store_true", help="the grade that is proposed")
    how.add_argument("--reject", action="store_true", help="leave it as it is")
    grade.add_argument("--reason", default="", metavar="T", help="why")
    past = verbs.add("grades", "grades that are the desk's own, or all decisions on one", listed)
    past.add_argument("id", nargs="?", default="", metavar="ID")
    verbs.add("proposals", "sources that reported what a person called wrong", proposals)


def give(run: Run) -> int:
    """One decision on one source."""
    args = run.args
    if not args.reason.strip():
        raise BadInput("is missing: a grade needs a reason", field="--reason")
    with run.open() as core:
        rated = 0
        if args.reject:
            core.grading.reject(args.id, args.reason)
        elif args.accept:
            rated = core.grading.accept(args.id, args.reason)
        else:
            rated = core.grading.set(args.id, args.grade or "", args.reason)
        grade = next(row.grade for row in core.sources.rows() if row.id == args.id)
    if run.form == "table":
        out.text(say("{0}: grade {1}, alerts rated anew: {2}", args.id, grade, rated))
    else:
        out.one({"source": args.id, "grade": grade, "rated": rated}, run.form)
    return DONE


def listed(run: Run) -> int:
    """What was decided, the newest first."""
    with run.open() as core:
        found = core.grading.of(run.args.id) if run.args.id else core.grading.standing().values()
    rows = [shape(one) for one in sorted(found, key=lambda one: one.at, reverse=True)]
    out.rows(rows, HISTORY, run.form, none="all grades are the shipped ones")
    return DONE


def proposals(run: Run) -> int:
    """Nothing is lowered until a person says so."""
    with run.open() as core:
        found = core.grading.proposals()
    out.rows((proposed(one) for one in found), PROPOSED, run.form, none="nothing is proposed")
    return DONE


def shape(one: Given) -> dict[str, object]:
    """A decision as JSON."""
    return {
        "source": one.source, "grade": one.grade, "actor": one.who, "post": one.post,
        "at": out.when(one.at), "why": one.why, "what": one.what,
    }  # fmt: skip


def proposed(one: Proposal) -> dict[str, object]:
    """A proposal as JSON."""
    wrong = [{"alert": w.alert, "title": w.title, "at": out.when(w.at)} for w in one.wrong]
    return {
        "source": one.source, "title": one.title, "grade": one.grade, "proposed": one.proposed,
        "wrong": wrong,
    }  # fmt: skip
