"""`rules explain`: why a rule speaks of a text, why it does not, and what silences it."""

from __future__ import annotations

import re
from dataclasses import asdict
from typing import TYPE_CHECKING

from osawatch.cli import codes, out
from osawatch.cli.args import DONE, Parser, Run
from osawatch.cli.packs import add_paths, loaded
from osawatch.cli.tongue import of_finding, say, spoken, translated
from osawatch.errors import UnknownId

if TYPE_CHECKING:
    from rules.explain import Explanation, Node, Step
    from rules.model import Evidence

_NEAR = re.compile(r"(.+) within (.+)")
_OF = re.compile(r"(1 of|all of) (.+)")


def add_explaining(parser: Parser) -> None:
    """The text, and what its source says of it."""
    parser.add_argument("id", metavar="RULE-ID")
    parser.add_argument("--text", required=True, metavar="T", help="the title")
    for name, told in (
        ("summary", "the text below the title"),
        ("language", "its language, as en or nl"),
        ("kind", "the kind of its source"),
        ("source", "the id of its source"),
        ("publisher", "who published it"),
        ("url", "its address"),
    ):
        parser.add_argument(f"--{name}", default="", metavar=name[0].upper(), help=told)
    add_paths(parser)


def explain(run: Run) -> int:
    """Step by step; the result is no fault, whatever it is."""
    from rules.model import Text
    from rules.testing import in_use
    from rules.why import why

    args = run.args
    pack, matcher = loaded(args.rules, args.watchlist)
    if args.id not in {rule.id for rule in in_use(pack.rules)}:
        raise UnknownId("rule", args.id)
    text = Text(
        args.text, args.summary, args.language, args.kind, args.source, args.publisher,
        url=args.url,
    )  # fmt: skip
    found = why(matcher, pack, args.id, text)
    if run.form == "table":
        _told(found)
    else:
        out.one(asdict(found) | {"failing": found.failing}, run.form)
    return DONE


def _told(found: Explanation) -> None:
    outcome = codes.word(codes.OUTCOMES, found.outcome)
    detail = f": {of_finding(found.detail)}" if found.detail else ""
    said = say("fires") if found.fires else say("does not fire: {0}{1}", outcome, detail)
    out.text(f"{found.rule}: {said}")
    if found.fires and found.suppressed:
        out.text(say("but it is not in the inbox: {0}", of_finding(found.suppressed)))
    if not found.fires and found.failing:
        out.text(say("first part that is not met: {0}", _condition(found.failing)))
    _tree(found.condition, "  ")
    for name, met in found.near:
        out.text(say("  {0} near: {1}", _mark(met), _condition(name)))
    for step in found.steps:
        _step(step)


def _step(step: Step) -> None:
    if step.name not in ("condition", "near") and (step.detail or not step.passed):
        name = codes.word(codes.OUTCOMES, step.name)
        out.text(f"  {_mark(step.passed)} {name}: {of_finding(step.detail)}")


def _tree(node: Node, indent: str) -> None:
    words = ", ".join(map(_seen, node.evidence))
    out.text(f"{indent}{_mark(node.true)} {_condition(node.text)}{': ' if words else ''}{words}")
    for child in node.children:
        _tree(child, indent + "  ")


def _condition(words: str) -> str:
    """A condition with its and, or, not and within in the language; selections keep their names."""
    if spoken() == "en":
        return words
    if near := _NEAR.fullmatch(words):
        parts = f" {translated('and')} ".join(near[1].split(" and "))
        return say("{0} within {1}", parts, translated(near[2]))
    if any_of := _OF.fullmatch(words):
        return f"{translated(any_of[1])} {any_of[2]}"
    head, space, rest = words.partition(" ")
    if head in ("not", "source:"):
        return f"{translated(head)}{space}{of_finding(rest)}"
    return codes.word(codes.NODES + codes.OUTCOMES, words)


def _seen(one: Evidence) -> str:
    where = f"{codes.word(codes.FIELDS, one.field)} {one.start}-{one.end}"
    return f"{one.text} = {codes.concept(one.concept)} ({where})"


def _mark(met: bool) -> str:  # noqa: FBT001 # a word for a truth
    return f"{out.yes_or_no(met):<3}"
