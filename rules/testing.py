"""The tests that stand in rule files, run with a fresh matcher and a fake clock.

A test of one item says match or no-match, which words are the evidence and, for a no-match,
which part is false (`because`). A test over time gives items at times, and says how many alerts
they make of how many items; its clock starts at `START` and stops at `until`, or the last item.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from time import perf_counter

from rules.explain import Explanation
from rules.fold import fold
from rules.load import Pack
from rules.matcher import Matcher
from rules.rule import Rule, RuleTest
from rules.timed import Replay


@dataclass(frozen=True, slots=True)
class TestResult:
    """One test; `message` says what went otherwise than expected, `seconds` how long it took."""

    __test__ = False  # it is no test of pytest's

    rule: str
    name: str
    passed: bool
    message: str = ""
    file: str = ""
    line: int = 0
    seconds: float = 0.0


@dataclass(frozen=True, slots=True)
class Coverage:
    """Rules that no test makes fire, and rules that no test keeps silent."""

    without_positive: tuple[str, ...]
    without_negative: tuple[str, ...]


def run(pack: Pack, matcher: Matcher | None = None) -> list[TestResult]:
    """All tests of all rules in use, in the order of the files."""
    engine = matcher or Matcher(replace(pack, excluded=()))  # rules are tested, not a desk
    replay = Replay(engine, pack)
    return [
        _timed(engine, replay, rule, test) for rule in in_use(pack.rules) for test in rule.tests
    ]


def in_use(rules: Iterable[Rule]) -> list[Rule]:
    """Rules that are on and not deprecated."""
    return [rule for rule in rules if rule.enabled and rule.status != "deprecated"]


def coverage(rules: Iterable[Rule]) -> Coverage:
    """What the tests leave out."""
    known = list(rules)
    return Coverage(
        tuple(rule.id for rule in known if not any(positive(test) for test in rule.tests)),
        tuple(rule.id for rule in known if not any(negative(test) for test in rule.tests)),
    )


def positive(test: RuleTest) -> bool:
    """Whether a test expects the rule to speak."""
    return test.expect == "match" or (test.timed and bool(test.alerts or test.item_count))


def negative(test: RuleTest) -> bool:
    """Whether a test expects silence."""
    return test.expect == "no-match" or (test.timed and test.alerts == 0)


def _timed(engine: Matcher, replay: Replay, rule: Rule, test: RuleTest) -> TestResult:
    begun = perf_counter()
    wrong = replay.mistakes(rule, test) if test.timed else _each(engine, rule, test)
    return TestResult(
        rule.id, test.name, not wrong, "; ".join(wrong), test.place.file, test.place.line,
        seconds=round(perf_counter() - begun, 6),
    )  # fmt: skip


def _each(engine: Matcher, rule: Rule, test: RuleTest) -> list[str]:
    return [
        told for item in test.items for told in _mistakes(test, engine.explain(rule.id, item.text))
    ]


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
