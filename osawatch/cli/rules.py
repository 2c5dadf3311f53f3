"""`rules`: check and test files, say why a rule fires or does not, list and switch rules."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from osawatch.cli import out
from osawatch.cli.args import DONE, FAULT, USAGE, Handler, Parser, Run, Verbs
from osawatch.cli.packs import add_paths, existing, loaded
from osawatch.errors import UnknownId

LISTED = (
    out.column("id"),
    out.column("on", "enabled"),
    out.column("level"),
    out.column("status"),
    out.column("alerts 30 d", "alerts", right=True),
    out.column("owner"),
    out.column("title"),
)
TESTS = (
    out.Column("", lambda row: "ok" if row["passed"] else "FAILED"),
    out.column("rule"),
    out.column("test", "name"),
    out.column("where"),
    out.column("message"),
)


def add(_name: str, parser: Parser) -> None:
    """The verbs."""
    verbs = Verbs(parser)
    verbs.add("list", "all rules with what they raised in 30 days", listed)
    for name, on in (("enable", True), ("disable", False)):
        told = f"switch rules {'on' if on else 'off'}; a running window sees it at its next start"
        verbs.add(name, told, _switch(on=on)).add_argument("ids", nargs="+", metavar="ID")
    for name, told, handler in (
        ("check", "what is wrong with rule files and watchlists", check),
        ("test", "run the tests that stand in the rules", test),
    ):
        verbs.add(name, told, handler).add_argument(
            "paths",
            nargs="*",
            metavar="PATH",
            help="files or folders; the shipped pack without any",
        )
    _explaining(verbs.add("explain", "why a rule fires on a text or does not", explain))
    verbs.add("backtest", "not in this version", backtest).add_argument("rest", nargs="*")


def listed(run: Run) -> int:
    """All rules."""
    with run.open() as core:
        rows = core.rules()
    out.rows((asdict(row) for row in rows), LISTED, run.form)
    return DONE


def check(run: Run) -> int:
    """Exit code 1 if there is an error; warnings are no fault."""
    from rules.check import check as findings_of

    found = findings_of(existing(run.args.paths))
    if run.form == "table":
        for one in found:
            out.text(str(one))
        out.talk(f"{sum(one.level == 'error' for one in found)} errors in {len(found)} findings")
    else:
        out.rows((asdict(one) for one in found), (), run.form)
    return FAULT if any(one.level == "error" for one in found) else DONE


def test(run: Run) -> int:
    """Exit code 1 if a test fails, or if a rule cannot be read."""
    from rules.testing import run as results_of

    pack = loaded(run.args.paths, [])
    results = results_of(pack)
    rows = (asdict(one) | {"where": f"{one.file}:{one.line}"} for one in results)
    out.rows(rows, TESTS, run.form, none="no tests")
    failed = sum(not one.passed for one in results)
    broken = any(one.level == "error" for one in pack.findings)
    out.talk(f"{len(results)} tests, {failed} failed")
    return FAULT if failed or broken else DONE


def explain(run: Run) -> int:
    """Condition by condition."""
    from rules.matcher import Matcher
    from rules.model import Text

    args = run.args
    pack = loaded(args.rules, args.watchlist)
    if args.id not in {rule.id for rule in pack.rules}:
        raise UnknownId("rule", args.id)
    text = Text(args.text, args.summary, args.language, args.kind)
    found = Matcher(pack).explain(args.id, text)
    if run.form == "table":
        _explained(found)
    else:
        out.one(asdict(found), run.form)
    return DONE


def backtest(_run: Run) -> int:
    """A later version brings it."""
    out.talk("this version does not have 'rules backtest' yet")
    return USAGE


def _explaining(parser: Parser) -> None:
    parser.add_argument("id", metavar="RULE-ID")
    parser.add_argument("--text", required=True, metavar="T", help="the title")
    parser.add_argument("--summary", default="", metavar="T")
    parser.add_argument("--language", default="", metavar="L")
    parser.add_argument("--kind", default="", metavar="K", help="the kind of its source")
    add_paths(parser)


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


def _explained(found: Any) -> None:  # rules' Explanation
    out.text(str(found))
