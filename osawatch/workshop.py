"""Where a rule is written: its text, what is wrong with it, how its tests end, and saving it.

    rule id -> its document -> a draft in the profile -> findings, tests -> <profile>/rules/ID.yml

A shipped file is never touched: what is saved is a rule of the post's own, which stands in the
shipped one's place. A rule with errors or failing tests is not saved; what runs goes on.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from osawatch import sealed
from osawatch.errors import BadInput, UnknownId

if TYPE_CHECKING:
    from osawatch.rulebook import Rulebook
    from rules.load import Pack
    from rules.model import Finding
    from rules.rule import Rule

NEW = """schema: 1
id: {id}
title: ""
description: ""
status: experimental
level: medium
owner: ""
guidance: ""

match:
  good: {{watchlist: goods, group: all}}
  act: {{watchlist: measures, items: [export-ban, export-licensing]}}
condition: good and act

tests:
  - name: an announcement fires
    item: {{title: "", language: en}}
    expect: match
  - name: other news does not
    item: {{title: "", language: en}}
    expect: no-match
"""


@dataclass(frozen=True, slots=True)
class RuleText:
    """A rule as it is written. `own`: a rule of the post, else a shipped one."""

    id: str
    text: str
    file: str
    own: bool


@dataclass(frozen=True, slots=True)
class Problem:
    """A finding at a place of the text: line and column are counted from 1."""

    line: int
    column: int
    level: str
    code: str
    message: str


@dataclass(frozen=True, slots=True)
class TestRun:
    """A test of the rule; `message` says what went otherwise than expected."""

    name: str
    passed: bool
    message: str
    line: int
    seconds: float


@dataclass(frozen=True, slots=True)
class Tried:
    """What is known of a draft. `id` is "" when it cannot be read."""

    id: str
    problems: tuple[Problem, ...]
    tests: tuple[TestRun, ...]

    @property
    def sound(self) -> bool:
        """Whether it may be saved: no error, and no test that fails."""
        errors = any(one.level == "error" for one in self.problems)
        return bool(self.id) and not errors and all(one.passed for one in self.tests)


class Workshop:
    """The rules of one profile, as they are written."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._rulebook = rulebook
        self._folder = rulebook.own.folder

    @property
    def draft(self) -> Path:
        """Where the text stands that is being tried: inside the profile, like all that is ours."""
        return self._folder / "drafts" / "rule.yml"

    def text(self, rule_id: str) -> RuleText:
        """The text of a rule in use."""
        rule = next((one for one in self._rulebook.pack.rules if one.id == rule_id), None)
        if rule is None:
            raise UnknownId("rule", rule_id)
        path = Path(rule.file)
        written = sealed.read_text(path)
        mine = self._folder in path.parents
        return RuleText(rule_id, document(written, rule.line), str(path), mine)

    def try_out(self, text: str) -> Tried:
        """Check and test a text against the watchlist in use."""
        from rules import testing
        from rules.check import lint
        from rules.load import rules_of

        write(self.draft, text)
        pack = self._rulebook.pack
        read = rules_of([self.draft], pack.watchlist)
        found = (one for one in lint(_alone(read, pack)) if one.file == str(self.draft))
        ran = testing.run(read) if read.rules and not read.failed else []
        return Tried(
            read.rules[0].id if len(read.rules) == 1 else "",
            tuple(dict.fromkeys([*map(_problem, found), *_several(read.rules)])),
            tuple(TestRun(one.name, one.passed, one.message, one.line, one.seconds) for one in ran),
        )

    def save(self, text: str) -> str:
        """Keep a sound text as a rule of the post's own; its id. `BadInput` says what is wrong."""
        tried = self.try_out(text)
        wrong = next((one for one in tried.problems if one.level == "error"), None)
        if wrong:
            raise BadInput(wrong.message, line=wrong.line, field=wrong.code)
        failed = next((one for one in tried.tests if not one.passed), None)
        if failed:
            raise BadInput(failed.message, line=failed.line, field=failed.name)
        if not tried.id:
            raise BadInput("holds no rule", field="id")
        write(self._folder / "rules" / f"{tried.id}.yml", text)
        self._rulebook.refresh()
        return tried.id

    def drop(self, rule_id: str) -> bool:
        """Take a rule of the post's own away; a shipped one of this id is in use again."""
        path = self._folder / "rules" / f"{rule_id}.yml"
        there = path.exists()
        path.unlink(missing_ok=True)
        self._rulebook.refresh()
        return there


def document(text: str, line: int) -> str:
    """The YAML document in which a line stands, without its marker and the blanks around it."""
    lines = text.splitlines()
    starts = [-1, *(n for n, one in enumerate(lines) if one.rstrip() == "---")]
    begin = max(start for start in starts if start < line) + 1
    end = next((start for start in starts if start >= line), len(lines))
    return "\n".join(lines[begin:end]).strip("\n") + "\n"


def _alone(read: Pack, pack: Pack) -> Pack:
    """The draft among the other rules: what it names of them is there."""
    mine = {one.id for one in read.rules}
    others = tuple(one for one in pack.rules if one.id not in mine)
    return replace(read, rules=(*read.rules, *others))


def _several(rules: tuple[Rule, ...]) -> list[Problem]:
    told = "one rule a text: write the others by themselves"
    return [Problem(one.line, 1, "error", "several", told) for one in rules[1:]]


def _problem(found: Finding) -> Problem:
    return Problem(found.line, found.column, found.level, found.code, found.message)


def write(path: Path, text: str) -> None:
    """Replace a file in one step: a crash leaves the old or the new one."""
    sealed.write_text(path, text if text.endswith("\n") else text + "\n")
