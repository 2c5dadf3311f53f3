"""`rules test`: the tests that stand in rules, what they leave out, and a report for JUnit."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import asdict
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree import ElementTree

from osawatch.cli import out
from osawatch.cli.args import DONE, FAULT, Parser, Run
from osawatch.cli.packs import loaded
from osawatch.cli.tongue import say
from osawatch.errors import BadInput

if TYPE_CHECKING:
    from rules.testing import Coverage, TestResult

COLUMNS = (
    out.Column("", lambda row: _outcome(row)),
    out.column("rule"),
    out.column("test", "name"),
    out.column("where"),
    out.column("message"),
)
MOST_NAMED = 10
# what XML 1.0 cannot hold, not even as a reference
_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def add_junit(parser: Parser) -> None:
    """`--junit FILE`."""
    parser.add_argument(
        "--junit", type=Path, default=None, metavar="FILE", help="write the results for JUnit too"
    )


def test(run: Run) -> int:
    """Exit code 1 if a test fails, or if a rule cannot be read."""
    from rules.testing import coverage, in_use
    from rules.testing import run as results_of

    pack, matcher = loaded(run.args.paths, [])
    results = results_of(pack, matcher)
    if run.args.junit is not None:
        _write(run.args.junit, results)
    rows = (asdict(one) | {"where": f"{one.file}:{one.line}"} for one in results)
    out.rows(rows, COLUMNS, run.form, none="no tests")
    failed = sum(not one.passed for one in results)
    out.talk(say("{0} tests, {1} failed", len(results), failed))
    _uncovered(coverage(in_use(pack.rules)))
    return FAULT if failed or pack.failed else DONE


def junit(results: Sequence[TestResult]) -> ElementTree.Element:
    """A suite a rule, a case a test; a failure holds the message and the place."""
    root = ElementTree.Element("testsuites", _counts(results) | {"name": "osawatch rules"})
    for rule, cases in groupby(results, key=lambda one: one.rule):
        told = list(cases)
        suite = ElementTree.SubElement(root, "testsuite", _counts(told) | {"name": rule})
        for one in told:
            case = ElementTree.SubElement(
                suite, "testcase",
                {"classname": rule, "name": _clean(one.name), "file": _clean(one.file),
                 "line": str(one.line), "time": f"{one.seconds:.6f}"},
            )  # fmt: skip
            if not one.passed:
                message = _clean(one.message)
                failure = ElementTree.SubElement(case, "failure", {"message": message})
                failure.text = f"{_clean(one.file)}:{one.line}: {message}"
    return root


def _counts(results: Sequence[TestResult]) -> dict[str, str]:
    return {
        "tests": str(len(results)),
        "failures": str(sum(not one.passed for one in results)),
        "errors": "0",
        "time": f"{sum(one.seconds for one in results):.6f}",
    }


def _write(file: Path, results: Sequence[TestResult]) -> None:
    tree = ElementTree.ElementTree(junit(results))
    ElementTree.indent(tree)
    try:
        tree.write(file, encoding="utf-8", xml_declaration=True)
    except OSError as error:
        raise BadInput(f"cannot be written: {error.strerror}", file=str(file)) from error


def _uncovered(found: Coverage) -> None:
    """Whose breaking nobody would notice."""
    for what, names in (
        (say("fires"), found.without_positive),
        (say("stays silent"), found.without_negative),
    ):
        if names:
            more = say(" and {0} more", len(names) - MOST_NAMED) if len(names) > MOST_NAMED else ""
            out.talk(say("no test {0} for {1}{2}", what, ", ".join(names[:MOST_NAMED]), more))


def _outcome(row: dict[str, object]) -> str:
    return "ok" if row["passed"] else say("FAILED")


def _clean(words: str) -> str:
    return _NO_XML.sub(" ", words)
