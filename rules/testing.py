"""The tests that stand in rule files, run with a fresh matcher.

A test of one item says match or no-match, which words are the evidence and, for a
no-match, which part is false (`because`). Tests over time need the counting of alerts,
which belongs to the core: they are loaded, and reported as not run.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from rules.explain import Explanation
from rules.fold import fold
from rules.load import Pack
from rules.matcher import Matcher
from rules.rule import Rule, RuleTest


@dataclass(frozen=True, slots=True)
class TestResult:
    """One test. `skipped` tests are neither passed nor failed; `message` says why."""

    __test__ = False  # it is no test of pytest's

    rule: str
    name: str
    passed: bool
    message: str = ""
    file: str = ""
    line: int = 0
    skipped: bool = False


@dataclass(frozen=True, slots=True)
class Coverage:
    """Rules that no test makes fire, and rules that no test keeps silent."""

    without_positive: tuple[str, ...]
    without_negative: tuple[str, ...]


def run(pack: Pack, matcher: Matcher | None = None) -> list[TestResult]:
    """All tests of all rules in use, in the order of the files."""
    engine = matcher or Matcher(pack)
    return [
        _run(engine, rule, test)
        for rule in pack.rules
        if rule.enabled and rule.status != "deprecated"
        for test in rule.tests
    ]


def coverage(rules: Iterable[Rule]) -> Coverage:
    """What the tests leave out."""
    known = list(rules)
    return Coverage(
        tuple(rule.id for rule in known if not any(positive(test) for test in rule.tests)),
        tuple(rule.id for rule in known if not any(negative(test) for test in rule.tests)),
    )


def positive(test: RuleTest) -> bool:
    """Whether a test expects the rule to speak."""
    return test.expect == "match" or (test.timed and bool(test.alerts))


def negative(test: RuleTest) -> bool:
    """Whether a test expects silence."""
    return test.expect == "no-match" or (test.timed and test.alerts == 0)


def _run(engine: Matcher, rule: Rule, test: RuleTest) -> TestResult:
    place = test.place
    if test.timed:
        why = "not run yet: counts of alerts over time need the core"
        return TestResult(
            rule.id, test.name, passed=True, message=why, file=place.file, line=place.line,
            skipped=True,
        )  # fmt: skip
    wrong: list[str] = []
    for item in test.items:
        wrong += _mistakes(test, engine.explain(rule.id, item.text))
    message = "; ".join(wrong)
    return TestResult(rule.id, test.name, not wrong, message, test.place.file, test.place.line)


def _mistakes(test: RuleTest, told: Explanation) -> list[str]:
    if test.expect == "match":
        if told.hit is None:
            return [f"expected a match, but {_why(told)}"]
        return _evidence(test, told)
    if told.hit is not None:
        return [f"expected no match, but it fires: {told.hit.because}"]
    reasons = {told.outcome, *(part.removeprefix("not ") for part in told.missing)}
    if test.because and test.because.removeprefix("not ") not in reasons:
        return [f"expected silence because of «{test.because}», but {_why(told)}"]
    return []


def _evidence(test: RuleTest, told: Explanation) -> list[str]:
    assert told.hit is not None  # noqa: S101 - the caller looked
    wrong = []
    for name, words in test.evidence.items():
        found = [fold(one.text) for one in told.hit.evidence if one.selection == name]
        for word in words:
            if not any(fold(word).strip() in one for one in found):
                wrong.append(f"{name}: «{word}» is not among {', '.join(found) or 'nothing'}")
    return wrong


def _why(told: Explanation) -> str:
    reason = (
        f": {told.detail}"
        if told.detail
        else f": «{told.failing}» is false"
        if told.failing
        else ""
    )
    return f"{told.outcome}{reason}"
