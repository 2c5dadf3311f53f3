"""Where a rule is written: its text, what is wrong with it, how its tests end, and saving it.

    rule id -> its document -> a draft in the profile -> findings, tests -> <profile>/rules/ID.yml

A shipped file is never touched: what is saved is a rule of the post's own, which stands in the
shipped one's place, or a local change of it (`localrules`). Nothing with errors or failing tests is
saved; what runs goes on.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import yaml

from osawatch import localrules, sealed, seconding, watchfile
from osawatch.errors import BadInput, UnknownId
from osawatch.explaining import Explained, Explainer
from osawatch.narrowing import Item, proposal, put_in

if TYPE_CHECKING:
    from osawatch.rulebook import Rulebook
    from osawatch.ruleform.offers import Offers
    from rules.complete import Offer
    from rules.load import Pack
    from rules.model import Finding
    from rules.rule import Rule
    from rules.testing import TestResult

NEW = """schema: 1
id: {id}
title: ""
description: ""
status: experimental
level: medium
owner: ""
guidance: ""

match:
  good: {{watchlist: goods}}
  act: {{watchlist: measures, items: [export-ban, export-licensing]}}
near: {{of: [good, act], within: sentence}}
condition: good and act

alert:
  type: any
  group_by: [good]
  merge_window: 72h

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
    """A rule as it is written. `own`: a rule of the post, else a shipped one.

    `change`: not the rule itself, but what the post changes in a shipped one.
    """

    id: str
    text: str
    file: str
    own: bool
    change: bool = False


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
    """A test of the rule; `message` says what went otherwise than expected.

    `line` is 0 when the test stands elsewhere than in the text.
    """

    name: str
    passed: bool
    message: str
    line: int
    seconds: float


@dataclass(frozen=True, slots=True)
class Tried:
    """What is known of a draft. `id` is "" when it cannot be read.

    `change`: it changes a shipped rule, and is none itself.
    """

    id: str
    problems: tuple[Problem, ...]
    tests: tuple[TestRun, ...]
    change: bool = False

    @property
    def sound(self) -> bool:
        """Whether it may be saved: no error, and no test that fails."""
        errors = any(one.level == "error" for one in self.problems)
        return bool(self.id) and not errors and all(one.passed for one in self.tests)


def _now() -> datetime:
    return datetime.now(UTC)


class Workshop:
    """The rules of one profile, as they are written."""

    def __init__(
        self, rulebook: Rulebook, who: Callable[[], str] = str, clock: Callable[[], datetime] = _now
    ) -> None:
        self._rulebook, self._who, self._clock = rulebook, who, clock
        self._folder = rulebook.own.folder
        self._explainer: tuple[str, Explainer] | None = None

    @property
    def draft(self) -> Path:
        """Where the text stands that is being tried: inside the profile, like all that is ours."""
        return self._folder / "drafts" / "rule.yml"

    @property
    def change(self) -> Path:
        """Where a change of a shipped rule stands that is being tried; `draft` holds the rule."""
        return self.draft.with_name("change.yml")

    def drafts(self, *, change: bool) -> tuple[Path, Path | None]:
        """What a backtest of the text that was tried last takes: a rule, and its change."""
        return self.draft, self.change if change else None

    def change_text(self, rule_id: str) -> RuleText:
        """What the post changes in a rule, to write on."""
        found = self.text(rule_id)
        text = localrules.text_of(rule_id, self._rulebook.own.local)
        return RuleText(rule_id, text, str(self._rulebook.own.local), found.own, change=True)

    def narrowed(self, rule_id: str, item: Item, today: date) -> RuleText:
        """A rule that is too wide, with a dated exception and a test of this item put in.

        A rule of the post's own is changed itself, of a shipped one what the post changes in it.
        """
        found, wanted = self.text(rule_id), proposal(item, today)
        if found.own:
            text = put_in(found.text, "exceptions", wanted.exception, before="tests")
            return replace(found, text=put_in(text, "tests", wanted.test))
        stored = watchfile.read(self._rulebook.own.local).get(rule_id)
        body = dict(stored) if isinstance(stored, dict) else {}
        for key, one in (("exceptions", wanted.exception), ("tests", wanted.test)):
            body[key] = [*(body.get(key) or []), dict(one)]
        said = yaml.safe_dump({rule_id: body}, allow_unicode=True, sort_keys=False, width=100)
        return replace(self.change_text(rule_id), text=localrules.FIRST.format(rule_id) + said)

    def text(self, rule_id: str) -> RuleText:
        """The text of a rule in use."""
        path, line = self._place(rule_id)
        written = sealed.read_text(path)
        mine = self._folder in path.parents
        return RuleText(rule_id, document(written, line), str(path), mine)

    def _place(self, rule_id: str) -> tuple[Path, int]:
        rule = self._rule(rule_id)
        return Path(rule.file), rule.line

    def try_out(self, text: str) -> Tried:
        """Check and test a text against the watchlist in use: a rule, or a change of one."""
        changed = localrules.rule_of(text, {one.id for one in self._rulebook.pack.rules})
        return self._try_change(changed, text) if changed else self._try_rule(text)

    def _try_change(self, rule_id: str, text: str) -> Tried:
        from rules import testing
        from rules.check import lint

        write(self.draft, self.text(rule_id).text)
        write(self.change, text)
        pack = self._rulebook.pack
        read = localrules.read(self.draft, self.change, pack.watchlist)
        if read.rule is None:
            return Tried(rule_id, tuple(map(_problem, read.findings)), (), change=True)
        here = str(self.change)
        beside = localrules.alone(read.rule, pack)
        said = [*read.findings, *(one for one in lint(beside) if one.file == here)]
        broken = any(one.level == "error" for one in read.findings)
        ran = [] if broken else testing.run(replace(beside, rules=(read.rule,)))
        return Tried(
            rule_id, tuple(dict.fromkeys(map(_problem, said))),
            tuple(_run_of(one, here) for one in ran), change=True,
        )  # fmt: skip

    def _try_rule(self, text: str) -> Tried:
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
            tuple(_run_of(one, str(self.draft)) for one in ran),
        )

    def explain(self, text: str, said: str) -> Explained:
        """Why the rule as written speaks of a pasted text, or not; `BadInput` if it is none."""
        if self._explainer is None or self._explainer[0] != text:
            self._explainer = (text, Explainer(self._whole(text), self._rulebook.pack))
        return self._explainer[1].explain(said)

    def complete(self, text: str, line: int, column: int) -> Offer:
        """What fits at a cursor of a text, both from 1."""
        from rules.complete import complete

        pack = self._rulebook.pack
        return complete(text, line, column, pack.watchlist, pack.rules)

    def offers(self, language: str) -> Offers:
        """What the fields of a rule's form can be chosen from."""
        from osawatch.ruleform.offers import offers

        return offers(self._rulebook, language)

    def _whole(self, text: str) -> Rule:
        """The rule that a text is, or that it changes."""
        from rules.load import rules_of

        pack, folder = self._rulebook.pack, self.draft.parent
        document, change = folder / "explain.yml", folder / "explain-change.yml"
        changed = localrules.rule_of(text, {one.id for one in pack.rules})
        write(document, self.text(changed).text if changed else text)
        if changed:
            write(change, text)
            rule = localrules.read(document, change, pack.watchlist).rule
        else:
            (rule, *_) = (*rules_of([document], pack.watchlist).rules, None)
        if rule is None:
            raise BadInput("the rule has errors", field="rule")
        return rule

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
        before, new = self._behind(tried.id)
        if tried.change:
            localrules.keep(tried.id, self.change, self._rulebook.own.local)
            seconding.sign_local(self._rulebook.own, tried.id, before, new)
        else:
            signed = seconding.signed(text, before, new)
            write(self._folder / "rules" / f"{tried.id}.yml", signed)
        self._rulebook.refresh()
        return tried.id

    def confirm(self, rule_id: str, name: str) -> bool:
        """A person's word for an exception that waits; whether it is in force by that.

        Of one without an author this person becomes it. The author alone is `BadInput`.
        """
        rule = self._rule(rule_id)
        one = next((one for one in rule.exceptions if one.name == name and one.waits), None)
        if one is None:
            raise UnknownId("waiting exception", name)
        said = seconding.confirming(one, self._who(), self._today())
        seconding.put(self._rulebook.own, rule, one, said)
        self._rulebook.refresh()
        return "seal" in said and bool(said["seal"])

    def _behind(self, rule_id: str) -> tuple[Mapping[str, seconding.Said], seconding.Said]:
        """Who stood behind each exception of a rule before it is saved, and behind a new one.

        Never what the text says: else who writes it could be a second person under a typed name.
        """
        own = self._rulebook.own
        rules = (one for one in self._rulebook.pack.rules if one.id == rule_id)
        new = seconding.first(own, self._who(), self._today())
        return seconding.stood(rules, own.ours), new

    def _rule(self, rule_id: str) -> Rule:
        rule = next((one for one in self._rulebook.pack.rules if one.id == rule_id), None)
        if rule is None:
            raise UnknownId("rule", rule_id)
        found: Rule = rule
        return found

    def _today(self) -> date:
        return self._clock().astimezone(UTC).date()

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


def _run_of(one: TestResult, file: str) -> TestRun:
    line = one.line if one.file == file else 0
    return TestRun(one.name, one.passed, one.message, line, one.seconds)


def _problem(found: Finding) -> Problem:
    return Problem(found.line, found.column, found.level, found.code, found.message)


def write(path: Path, text: str) -> None:
    """Replace a file in one step: a crash leaves the old or the new one."""
    sealed.write_text(path, text if text.endswith("\n") else text + "\n")
