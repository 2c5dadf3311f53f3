"""Why a rule fires on a text or not: step by step, with true and false, words and places.

source -> condition -> near -> exceptions -> alert (status, tier, type); `why` adds inhibition.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from rules import firing
from rules.compiled import Ready
from rules.conditions import Both, Named, Not, Of, Tree
from rules.excluding import Exclusion
from rules.model import Evidence, RuleHit, Text
from rules.rule import Rule, Source
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
class Step:
    """One of the decisions over a text: whether it lets the rule speak, and why."""

    name: str
    passed: bool
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Explanation:
    """`outcome`: fires, condition, source, near, exception. `missing`: the parts that are false.

    `suppressed` says what keeps a match from being an alert of the inbox: an exception, a general
    rule that inhibits it, a trial, a tier that is kept for trends; "" if nothing does.
    """

    rule: str
    title: str
    fires: bool
    outcome: str
    condition: Node
    near: tuple[tuple[str, bool], ...] = ()
    missing: tuple[str, ...] = ()
    detail: str = ""
    hit: RuleHit | None = None
    steps: tuple[Step, ...] = ()
    suppressed: str = ""

    @property
    def failing(self) -> str:
        """The first part that keeps the rule from firing."""
        if self.outcome == "source":
            return next((f"source: {one.detail}" for one in self.steps if not one.passed), "source")
        return self.missing[0] if self.missing else ""


def explain(
    ready: Ready, trial: Trial, goods: Mapping[str, Good], excluded: Sequence[Exclusion] = ()
) -> Explanation:
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
        result = firing.fire(ready, trial, goods, excluded=excluded)
        hit = result if isinstance(result, RuleHit) else None
        detail = result if isinstance(result, str) else ""
        outcome = "fires" if hit else "exception" if detail else "near"
    missing = [] if hit else [*_failing(tree), *(text for text, met in near if not met)]
    steps = _steps(ready, trial, tree, near, excluded)
    held = [one for one in steps[-2:] if not one.passed and (hit or outcome == "exception")]
    return Explanation(
        rule.id, rule.title, hit is not None, outcome, tree, near, tuple(missing), detail, hit,
        steps, "; ".join(f"{one.name}: {one.detail}" for one in held),
    )  # fmt: skip


def _steps(
    ready: Ready,
    trial: Trial,
    tree: Node,
    near: Sequence[tuple[str, bool]],
    excluded: Sequence[Exclusion],
) -> tuple[Step, ...]:
    """All decisions in their order, also those after the first that fails."""
    rule = ready.rule
    text, languages = trial.sense.scan.page.text, trial.sense.scan.languages
    foreign = source_of(rule.source, text, languages)
    apart = [told for told, met in near if not met]
    failing = _failing(tree)
    hiding, excused = _exceptions(rule, text)
    if not excused and (found := firing.hidden_by(ready, trial, excluded)):
        hiding, excused = f"excluded for this source: {found.said}", True
    return (
        Step("source", not foreign, foreign),
        Step("condition", tree.true, failing[0] if failing else ""),
        Step("near", not apart, apart[0] if apart else ""),
        Step("exceptions", not excused, hiding),
        _alert_step(rule),
    )


def source_of(source: Source, text: Text, languages: frozenset[str] | None) -> str:
    """Which part of `source` keeps a rule from looking at an item, or ""."""
    parts = (
        ("kinds", replace(Source(), kinds=source.kinds), text.kind),
        ("feeds", replace(Source(), feeds=source.feeds), text.source),
        ("exclude_feeds", replace(Source(), exclude_feeds=source.exclude_feeds), text.source),
        ("languages", replace(Source(), languages=source.languages),
         text.language or ", ".join(sorted(languages or ()))),
    )  # fmt: skip
    for name, alone, value in parts:
        if not firing.looked_at(alone, text, languages):
            wanted = ", ".join(getattr(source, name))
            if name == "exclude_feeds":
                return f"«{value}» is one of {name}: {wanted}"
            return f"«{value}» is none of {name}: {wanted}"
    return ""


def _exceptions(rule: Rule, text: Text) -> tuple[str, bool]:
    """Which exception hides a text; else which ones there are."""
    for one in rule.exceptions:
        if firing.excused(one, text):
            return f"{one.name}: {one.reason}", True
    told = (
        f"{one.name} waits for a second person" if one.waits else f"{one.name} does not fit"
        for one in rule.exceptions
    )  # fmt: skip
    return ", ".join(told), False


def _alert_step(rule: Rule) -> Step:
    if rule.status in ("experimental", "test"):
        return Step("alert", passed=False, detail=f"status {rule.status}: Trial view only")
    if rule.alert.type != "any":
        return Step("alert", passed=True, detail=f"{rule.alert.type}: counted over time")
    return Step("alert", passed=True)


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
