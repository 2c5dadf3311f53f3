"""`rules`: check and test files, say why a rule fires or does not, list and switch rules."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

from osawatch.cli import out
from osawatch.cli.args import DONE, USAGE, Handler, Parser, Run, Verbs
from osawatch.cli.packs import add_paths, existing, loaded
from osawatch.cli.rules_findings import add_format, report
from osawatch.cli.rules_tests import add_junit, test
from osawatch.errors import UnknownId

if TYPE_CHECKING:
    from rules.explain import Explanation, Node

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
        told = f"switch rules {'on' if on else 'off'}; a running window sees it at its next start"
        verbs.add(name, told, _switch(on=on)).add_argument("ids", nargs="+", metavar="ID")
    add_format(_on_files(verbs.add("check", "what is wrong with rule files and lists", check)))
    add_junit(_on_files(verbs.add("test", "run the tests that stand in the rules", test)))
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

    return report(run, findings_of(existing(run.args.paths)))


def explain(run: Run) -> int:
    """Condition by condition."""
    from rules.model import Text

    args = run.args
    pack, matcher = loaded(args.rules, args.watchlist)
    if args.id not in {rule.id for rule in pack.rules if rule.enabled}:
        raise UnknownId("rule", args.id)
    found = matcher.explain(args.id, Text(args.text, args.summary, args.language, args.kind))
    if run.form == "table":
        _explained(found)
    else:
        out.one(asdict(found), run.form)
    return DONE


def backtest(_run: Run) -> int:
    """A later version brings it."""
    out.talk("this version does not have 'rules backtest' yet")
    return USAGE


def _on_files(parser: Parser) -> Parser:
    parser.add_argument(
        "paths", nargs="*", metavar="PATH", help="files or folders; the shipped pack without any"
    )
    return parser


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


def _explained(found: Explanation) -> None:
    detail = f": {found.detail}" if found.detail else ""
    said = "fires" if found.fires else f"does not fire: {found.outcome}{detail}"
    out.text(f"{found.rule}: {said}")
    if found.failing:
        out.text(f"first part that is not met: {found.failing}")
    _tree(found.condition, "  ")
    for name, met in found.near:
        out.text(f"  {_mark(met)} near: {name}")


def _tree(node: Node, indent: str) -> None:
    words = ", ".join(f"{one.text} = {one.concept}" for one in node.evidence)
    out.text(f"{indent}{_mark(node.true)} {node.text}{': ' if words else ''}{words}")
    for child in node.children:
        _tree(child, indent + "  ")


def _mark(met: bool) -> str:  # noqa: FBT001 # a word for a truth
    return "yes" if met else "no "
