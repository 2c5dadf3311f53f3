"""`cases`: several alerts to one matter, with owners, steps, who was told and what was weighed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict

from osawatch.cases.desk import Cases
from osawatch.cases.model import ANSWERS, STATUSES, TESTS, Case
from osawatch.cli import cases_life, codes, leadtime, out
from osawatch.cli.args import DONE, Handler, Parser, Run, Verbs
from osawatch.cli.tongue import say

COLUMNS = (
    out.column("id"),
    out.column("status"),
    out.column("holder"),
    out.column("alerts", right=True),
    out.column("owners"),
    out.column("due"),
    out.column("next"),
    out.column("title"),
)
SHORT = 13  # "case:" and eight digits name a case as long as there is only one


def add(_name: str, parser: Parser) -> None:
    """The verbs."""
    verbs = Verbs(parser)
    verbs.add("list", "cases that are not closed", listed).add_argument(
        "--closed", action="store_true", help="the closed ones as well"
    )
    _named(verbs, "show", "a case with all that belongs to it", show)
    leadtime.add(verbs)
    opening = verbs.add("open", "open a case, with alerts or without", _open)
    opening.add_argument("title", metavar="TITLE")
    opening.add_argument("ids", nargs="*", metavar="ALERT")
    cases_life.opening(opening)
    for name, told, on in (("add", "alerts into a case", True), ("drop", "out of it", False)):
        _named(verbs, name, told, _adding(on=on)).add_argument("ids", nargs="+", metavar="ALERT")
    verbs.add("undo", "take back what you did last", _undo)
    cases_life.add(verbs)
    _owning(verbs)
    _steps(verbs)
    _handing(verbs)
    status = _named(verbs, "status", "open, waiting or closed", _acting(_status))
    status.add_argument("status", choices=STATUSES)
    status.add_argument("--outcome", default="", metavar="T", help="how it ended")
    test = _named(verbs, "test", "answer a decision test", _acting(_weigh))
    test.add_argument("test", choices=TESTS)
    test.add_argument("answer", choices=ANSWERS)
    test.add_argument("--note", default="", metavar="T")


def listed(run: Run) -> int:
    """What was touched last is first."""
    with run.open() as core:
        found = core.cases.every(closed=run.args.closed)
    out.rows([_row(one, run.form) for one in found], COLUMNS, run.form, none="no case")
    return DONE


def show(run: Run) -> int:
    """All of a case."""
    with run.open() as core:
        case = core.cases.case(run.args.case)
        lead = core.cases.leads([case])[case.id]
    if run.form == "table":
        _page(case)
        leadtime.lines(lead)
    else:
        out.one({**_row(case, run.form), "lead_time": leadtime.shape(lead)}, run.form)
    return DONE


def _open(run: Run) -> int:
    with run.open() as core:
        return _told(run, cases_life.begun(run, core))


def _undo(run: Run) -> int:
    with run.open() as core:
        touched = core.cases.undo()
    out.talk(say("cases taken back to what they were: {0}", len(touched)))
    return DONE


def _adding(*, on: bool) -> Handler:
    return _acting(lambda cases, run: cases.add(run.args.case, run.args.ids, on=on))


def _owning(verbs: Verbs) -> None:
    owner = _named(verbs, "owner", "a ministry that owns it as well", _acting(_owner))
    owner.add_argument("ministry", metavar="M")
    owner.add_argument("--off", action="store_true", help="take it off")
    told = _named(verbs, "told", "note who was told", _acting(_tell))
    told.add_argument("who", metavar="WHO")


def _steps(verbs: Verbs) -> None:
    following = _named(verbs, "next", "the next step in a line", _acting(_next))
    following.add_argument("text", metavar="TEXT")
    step = _named(verbs, "step", "something to be done", _acting(_step))
    step.add_argument("text", metavar="TEXT")
    step.add_argument("--due", default="", metavar="DAY", help="YYYY-MM-DD")
    step.add_argument("--who", default="", metavar="WHO")
    _named(verbs, "done", "a step was done", _acting(_done)).add_argument("step", metavar="STEP")
    answer = _named(verbs, "answer", "the answer to a step came in", _acting(_answer))
    answer.add_argument("step", metavar="STEP")
    answer.add_argument("text", metavar="TEXT")


def _handing(verbs: Verbs) -> None:
    over = _named(verbs, "handover", "offer it to somebody, who confirms it", _acting(_hand_over))
    over.add_argument("to", metavar="WHO")
    _named(verbs, "confirm", "take over what was offered to you", _acting(_confirm))


def _named(verbs: Verbs, name: str, told: str, handler: Handler) -> Parser:
    parser = verbs.add(name, told, handler)
    parser.add_argument("case", metavar="CASE", help="its id, or the beginning of it")
    return parser


def _acting(act: Callable[[Cases, Run], Case]) -> Handler:
    def handler(run: Run) -> int:
        with run.open() as core:
            return _told(run, act(core.cases, run))

    return handler


def _owner(cases: Cases, run: Run) -> Case:
    return cases.owner(run.args.case, run.args.ministry, on=not run.args.off)


def _tell(cases: Cases, run: Run) -> Case:
    return cases.told(run.args.case, run.args.who)


def _next(cases: Cases, run: Run) -> Case:
    return cases.next(run.args.case, run.args.text)


def _step(cases: Cases, run: Run) -> Case:
    return cases.step(run.args.case, run.args.text, due=run.args.due, who=run.args.who)


def _done(cases: Cases, run: Run) -> Case:
    return cases.done(run.args.case, run.args.step)


def _answer(cases: Cases, run: Run) -> Case:
    return cases.answered(run.args.case, run.args.step, run.args.text)


def _hand_over(cases: Cases, run: Run) -> Case:
    return cases.hand_over(run.args.case, run.args.to)


def _confirm(cases: Cases, run: Run) -> Case:
    return cases.confirm(run.args.case)


def _status(cases: Cases, run: Run) -> Case:
    return cases.status(run.args.case, run.args.status, run.args.outcome)


def _weigh(cases: Cases, run: Run) -> Case:
    return cases.weigh(run.args.case, run.args.test, run.args.answer, run.args.note)


def _row(case: Case, form: out.Form) -> dict[str, object]:
    due = sorted(one.due for one in case.steps if one.due and not one.done)
    row: dict[str, object] = {**asdict(case), "due": due[0] if due else ""}
    if form == "table":
        row |= {"id": case.id[:SHORT], "alerts": len(case.alerts)}
    return row


def _told(run: Run, case: Case) -> int:
    if run.form == "table":
        _page(case)
    else:
        out.one(_row(case, run.form), run.form)
    return DONE


def _page(case: Case) -> None:
    out.text(f"{case.id}  {codes.shown('status', case.status)}  {case.title}")
    out.text(
        say(
            "  holder: {0}; opened {1} by {2}",
            case.holder or "?",
            out.when(case.opened),
            case.by or "?",
        )
    )
    for head, words in (
        ("owners", ", ".join(case.owners)), ("next", case.next), ("outcome", case.outcome),
    ):  # fmt: skip
        if words:
            out.text(f"  {codes.word(codes.ENTRY, head)}: {words}")
    if case.handover:
        out.text(
            say("  offered to {0} by {1}, not confirmed", case.handover.to, case.handover.by or "?")
        )
    for alert in case.alerts:
        out.text(say("  alert {0}", alert))
    for step in case.steps:
        state = (
            say("done {0}", out.when(step.done))
            if step.done
            else say("due {0}", step.due or say("no day"))
        )
        answer = say("; answer: {0}", step.answer) if step.answer else ""
        out.text(
            say("  step {0}  {1}  {2}  {3}{4}", step.id[:8], state, step.who, step.text, answer)
        )
    cases_life.page(case)
    for told in case.told:
        out.text(say("  told {0}, {1}, by {2}", told.who, out.when(told.at), told.by or "?"))
    for test in TESTS:
        weighed = case.tests.get(test)
        answer = codes.word(codes.ANSWERS, weighed.answer) if weighed else say("not weighed")
        words = f"{answer} {weighed.note if weighed else ''}".strip()
        out.text(say("  test {0}: {1}", codes.word(codes.TESTS, test), words))
