"""`rules`: check and test files, say why a rule fires or does not, list and switch rules."""

from __future__ import annotations

import json
from dataclasses import asdict

from osawatch.cli import out
from osawatch.cli.args import DONE, Handler, Parser, Run, Verbs
from osawatch.cli.packs import existing
from osawatch.cli.rules_backtest import add_backtesting, backtest
from osawatch.cli.rules_explain import add_explaining, explain
from osawatch.cli.rules_findings import add_format, report
from osawatch.cli.rules_tests import add_junit, test

LISTED = (
    out.column("id"),
    out.column("on", "enabled"),
    out.column("level"),
    out.column("status"),
    out.column("alerts 30 d", "alerts", right=True),
    out.column("owner"),
    out.column("title"),
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
    told = "what rules would have raised over the stored items"
    add_backtesting(verbs.add("backtest", told, backtest))


def listed(run: Run) -> int:
    """All rules."""
    with run.open() as core:
        rows = core.rules()
    out.rows((asdict(row) for row in rows), LISTED, run.form)
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
            out.text(f"{word}: {', '.join(run.args.ids)}")
        else:
            out.one({word: run.args.ids}, run.form)
        return DONE

    return handler
