"""`rules`: check and test files, say why a rule fires or does not, list and switch rules."""

from __future__ import annotations

import json
from dataclasses import asdict

from osawatch.cli import codes, out
from osawatch.cli.args import DONE, Handler, Parser, Run, Verbs
from osawatch.cli.packs import existing
from osawatch.cli.rules_backtest import add_backtesting, backtest
from osawatch.cli.rules_explain import add_explaining, explain
from osawatch.cli.rules_findings import add_format, report
from osawatch.cli.rules_tests import add_junit, test
from osawatch.cli.tongue import say
from osawatch.errors import BadInput

LISTED = (
    out.column("id"),
    out.column("on", "enabled"),
    out.column("level"),
    out.column("status"),
    out.column("alerts 30 d", "alerts", right=True),
    out.column("owner"),
    out.column("title"),
)

SILENCES = (
    out.column("rule"),
    out.column("exception"),
    out.column("origin"),
    out.column("until"),
    out.column("over"),
    out.column("waits"),
    out.column("items", right=True),
    out.column("reason"),
)


def add(_name: str, parser: Parser) -> None:
    """The verbs."""
    verbs = Verbs(parser)
    verbs.add("list", "all rules with what they raised in 30 days", listed)
    for name, on in (("enable", True), ("disable", False)):
        told = f"switch rules {'on' if on else 'off'}; a running window takes it within seconds"
        verbs.add(name, told, _switch(on=on)).add_argument("ids", nargs="+", metavar="ID")
    add_format(_on_files(verbs.add("check", "what is wrong with rule files and lists", check)))
    add_junit(_on_files(verbs.add("test", "run the tests that stand in the rules", test)))
    add_explaining(verbs.add("explain", "why a rule fires on a text or does not", explain))
    verbs.add("schema", "the JSON Schema by which editors complete and check rules", schema)
    unseen_ = verbs.add("unseen", "what exceptions of rules hid in a month, and how much", unseen)
    unseen_.add_argument("--month", default="", metavar="YYYY-MM", help="this month without it")
    confirm_ = verbs.add(
        "confirm", "be the second person that an exception waits for, where there is a hub", confirm
    )
    confirm_.add_argument("rule", metavar="RULE")
    confirm_.add_argument("exception", metavar="NAME")
    told = "what rules would have raised over the stored items"
    add_backtesting(verbs.add("backtest", told, backtest))


def listed(run: Run) -> int:
    """All rules."""
    with run.open() as core:
        rows = core.rules()
    out.rows((asdict(row) for row in rows), LISTED, run.form)
    return DONE


def unseen(run: Run) -> int:
    """Those that hid most first; those that hid nothing stand there too."""
    year, dash, month = run.args.month.partition("-")
    if run.args.month and not (dash and year.isdecimal() and month.isdecimal()):
        raise BadInput(f"{run.args.month!r} is not of the form YYYY-MM", field="--month")
    with run.open() as core:
        found = core.unseen.month(int(year or 0), int(month or 0))
    out.rows((asdict(line) for line in found.lines), SILENCES, run.form)
    return DONE


def confirm(run: Run) -> int:
    """Of an exception without an author the first one becomes it, and it waits on."""
    rule, name = run.args.rule, run.args.exception
    with run.open() as core:
        done = core.workshop.confirm(rule, name)
    if run.form != "table":
        out.one({"rule": rule, "exception": name, "in_force": done}, run.form)
    elif done:
        out.text(say("in force: {0}: {1}", rule, name))
    else:
        out.text(say("{0}: {1} has an author now, and waits for another person", rule, name))
    return DONE


def check(run: Run) -> int:
    """Exit code 1 if there is an error; warnings are no fault."""
    from rules.check import check as findings_of

    return report(run, findings_of(existing(run.args.paths)))


def schema(_run: Run) -> int:
    """As a JSON document, whatever form is asked for."""
    from rules.load import EDITORS

    out.document(json.loads(EDITORS.read_text(encoding="utf-8")))
    return DONE


def _on_files(parser: Parser) -> Parser:
    parser.add_argument(
        "paths", nargs="*", metavar="PATH", help="files or folders; the shipped pack without any"
    )
    return parser


def _switch(*, on: bool) -> Handler:
    def handler(run: Run) -> int:
        with run.open() as core:
            core.rulebook.switch(run.args.ids, on=on)
        word = "enabled" if on else "disabled"
        if run.form == "table":
            out.text(f"{codes.word(codes.DID, word)}: {', '.join(run.args.ids)}")
        else:
            out.one({word: run.args.ids}, run.form)
        return DONE

    return handler
