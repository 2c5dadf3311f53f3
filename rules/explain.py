"""Why a rule fires on a text or not: the condition with true and false, words, first failure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from rules import firing
from rules.compiled import Ready
from rules.conditions import Both, Named, Not, Of, Tree
from rules.model import Evidence, RuleHit
from rules.trial import Trial
from rules.watchlist import Good


@dataclass(frozen=True, slots=True)
class Node:
    """A part of the condition: what it says, whether it is true, its parts, its words."""

    text: str
    true: bool
    children: tuple[Node, ...] = ()
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Explanation:
    """`outcome`: fires, condition, source, near, exception. `missing`: the parts that are false."""

    rule: str
    title: str
    fires: bool
    outcome: str
    condition: Node
    near: tuple[tuple[str, bool], ...] = ()
    missing: tuple[str, ...] = ()
    detail: str = ""
    hit: RuleHit | None = None

    @property
    def failing(self) -> str:
        """The first part that keeps the rule from firing."""
        return self.missing[0] if self.missing else ""


def explain(ready: Ready, trial: Trial, goods: Mapping[str, Good]) -> Explanation:
    """All that decides over a rule and a text."""
    rule, scan = ready.rule, trial.sense.scan
    tree = _node(rule.tree, ready, trial)
    near = tuple(
        (f"{' and '.join(one.of)} within {one.words or ''} {one.within}".replace("  ", " "),
         trial.together(one, [ready.found(name, trial) for name in one.of]) is not None)
        for one in rule.near
    )  # fmt: skip
    hit, outcome, detail = None, "condition", ""
    if not firing.looked_at(rule.source, scan.page.text, scan.languages):
        outcome = "source"
    elif tree.true:
        result = firing.fire(ready, trial, goods)
        hit = result if isinstance(result, RuleHit) else None
        detail = result if isinstance(result, str) else ""
        outcome = "fires" if hit else "exception" if detail else "near"
    missing = [] if hit else [*_failing(tree), *(text for text, met in near if not met)]
    return Explanation(
        rule.id, rule.title, hit is not None, outcome, tree, near, tuple(missing), detail, hit
    )


def _node(tree: Tree, ready: Ready, trial: Trial) -> Node:
    if isinstance(tree, Named):
        return _named(tree.name, ready, trial)
    if isinstance(tree, Not):
        child = _node(tree.child, ready, trial)
        return Node("not", not child.true, (child,))
    if isinstance(tree, Of):
        named = tuple(_named(name, ready, trial) for name in tree.names)
        met = all(one.true for one in named) if tree.every else any(one.true for one in named)
        return Node(tree.said, met, named)
    children = tuple(_node(child, ready, trial) for child in tree.children)
    if isinstance(tree, Both):
        return Node("and", all(child.true for child in children), children)
    return Node("or", any(child.true for child in children), children)


def _named(name: str, ready: Ready, trial: Trial) -> Node:
    found = ready.found(name, trial)
    page = trial.sense.scan.page
    words = tuple(page.evidence(one.start, one.end, one.concept, name) for one in found)
    return Node(name, bool(found), (), words)


def _failing(node: Node) -> list[str]:
    """The parts that keep the whole from being true, in the order of the condition."""
    if node.true:
        return []
    if node.text == "not":
        return [f"not {node.children[0].text}"]
    if node.text == "and":
        return [part for child in node.children for part in _failing(child)]
    return [node.text]
