"""What a post changes in a shipped rule, as a text: written, checked, tested and kept.

    RULE-ID: {level: …, exceptions: […], tests: […]}     one rule a text
      -> the rule's own document + this -> findings at their lines, all tests -> rules.local.yaml
An exception of a post must end: without `until` it is an error here.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import yaml

from osawatch import watchfile

if TYPE_CHECKING:
    from rules.load import Pack
    from rules.model import Finding
    from rules.rule import Rule
    from rules.watchlist import Watchlist

FIRST = "# This post's changes of the shipped rule {0}: what stands here is added to it.\n"


@dataclass(frozen=True, slots=True)
class Read:
    """The rule as changed, with what is wrong in the text of the change."""

    rule: Rule | None
    findings: tuple[Finding, ...]


def rule_of(text: str, known: set[str]) -> str:
    """The rule that a text changes, "" when the text is a rule itself, or none."""
    from rules.load import is_rule
    from rules.yamlnodes import Findings, Mapping, parse

    nodes = parse(text, "", Findings())
    if len(nodes) != 1 or not isinstance(nodes[0], Mapping) or is_rule(nodes[0]):
        return ""
    keys = [key for key in nodes[0].entries if key != "schema"]
    return keys[0] if len(keys) == 1 and keys[0] in known else ""


def text_of(rule_id: str, local: Path) -> str:
    """What is changed in a rule by now, as a text to write on."""
    stored = watchfile.read(local).get(rule_id)
    body = {rule_id: stored} if isinstance(stored, dict) and stored else {}
    said = yaml.safe_dump(body, allow_unicode=True, sort_keys=False, width=100) if body else ""
    return FIRST.format(rule_id) + said


def read(document: Path, change: Path, watchlist: Watchlist) -> Read:
    """A rule's document with a change of it, both in files; findings are those of the change."""
    from rules import overrides
    from rules.load import rules_of
    from rules.yamlnodes import Findings

    findings = Findings()
    (rule,) = rules_of([document], watchlist).rules or (None,)
    if rule is None:
        return Read(None, ())
    (changed,) = overrides.apply(change, [rule], findings)
    for one in changed.exceptions:
        if one.until is None and one.place.file == str(change):
            findings.error(
                one.place, "no-end", f"exception «{one.name}» needs «until»: its last day"
            )
    return Read(changed, tuple(findings.found))


def alone(rule: Rule, pack: Pack) -> Pack:
    """This rule among the others of a pack, in the place of the one of its id."""
    others = tuple(one for one in pack.rules if one.id != rule.id)
    return replace(pack, rules=(rule, *others), findings=())


def keep(rule_id: str, change: Path, local: Path) -> None:
    """Put a sound change among those of the other rules."""
    mine = watchfile.read(change).get(rule_id) or {}
    stored = {key: one for key, one in watchfile.read(local).items() if key != rule_id}
    watchfile.write(local, {**stored, rule_id: mine} if mine else stored)
