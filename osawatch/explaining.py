"""Why a draft of a rule speaks of a pasted text, or not: its condition as a tree, with words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from rules.model import Text

if TYPE_CHECKING:
    from rules.explain import Node
    from rules.load import Pack
    from rules.matcher import Matcher
    from rules.rule import Rule


@dataclass(frozen=True, slots=True)
class Line:
    """A part of the decision: how deep it stands, whether it is met, what it says, its words."""

    depth: int
    met: bool
    text: str
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Explained:
    """`failing` is the first part that is not met, `suppressed` what keeps a hit from the inbox."""

    rule: str
    fires: bool
    failing: str
    suppressed: str
    lines: tuple[Line, ...]


class Explainer:
    """One draft with its matcher: made once, asked for many texts."""

    def __init__(self, rule: Rule, pack: Pack) -> None:
        from rules.matcher import Matcher

        on = replace(
            rule, enabled=True, status="test" if rule.status == "deprecated" else rule.status
        )
        general = {one.rule for one in rule.inhibited_by}
        others = tuple(one for one in pack.rules if one.id in general and one.id != rule.id)
        self._rule, self._pack = on.id, replace(pack, rules=(on, *others), findings=())
        self._matcher: Matcher = Matcher(self._pack)

    def explain(self, said: str) -> Explained:
        """The first line is the title, what follows the text below it."""
        from rules.why import why

        title, _, summary = said.strip().partition("\n")
        found = why(self._matcher, self._pack, self._rule, Text(title.strip(), summary.strip()))
        lines = [*_tree(found.condition, 0)]
        lines += [Line(0, met, f"near: {name}") for name, met in found.near]
        lines += [
            Line(0, step.passed, f"{step.name}: {step.detail}")
            for step in found.steps
            if step.name not in ("condition", "near") and (step.detail or not step.passed)
        ]
        return Explained(
            found.rule, found.fires, found.failing or found.detail, found.suppressed, tuple(lines)
        )


def _tree(node: Node, depth: int) -> Iterator[Line]:
    words = tuple(dict.fromkeys(f"{one.text} = {one.concept}" for one in node.evidence))
    yield Line(depth, node.true, node.text, words)
    for child in node.children:
        yield from _tree(child, depth + 1)
