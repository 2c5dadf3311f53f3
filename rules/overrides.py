"""Local overrides of shipped rules: switch off, another level, exceptions and tests of one's own.

    schema: 1
    export-ban: {level: critical}
    price-spike: {enabled: false}
    export-licensing:
      exceptions: [{name: our-firm, when: {title|contains: Example}, reason: known here}]
      tests: [{name: ours, item: {title: Example stops exports}, expect: no-match}]

`excluded:` holds exclusions of single sources (`rules.excluding`).

Exceptions and tests are added to those of the rule; the shipped file stays as it is.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from difflib import get_close_matches
from pathlib import Path

from rules import testschema
from rules.entries import supported
from rules.excluding import KEY
from rules.model import LEVELS
from rules.reading import Record
from rules.rule import Rule
from rules.schema import exemption
from rules.yamlnodes import Findings, Mapping, read


def apply(path: Path, rules: Sequence[Rule], findings: Findings) -> list[Rule]:
    """The rules as this desk wants them."""
    by_id = {rule.id: rule for rule in rules}
    for node in read(path, findings):
        if not isinstance(node, Mapping):
            findings.error(node.place, "type", "expected rule ids with what changes")
            continue
        record = Record(node, findings)
        if not supported(record):
            continue
        for key in node.entries:
            if key not in ("schema", KEY):
                _one(record, key, by_id)
    return list(by_id.values())


def _one(record: Record, key: str, by_id: dict[str, Rule]) -> None:
    change = record.record(key)
    if change is None:
        return
    if key not in by_id:
        close = get_close_matches(key, by_id, 1)
        hint = f": did you mean «{close[0]}»?" if close else ""
        record.findings.warn(record.where(key), "unknown-rule", f"there is no rule «{key}»{hint}")
        return
    rule = by_id[key]
    by_id[key] = replace(
        rule,
        enabled=change.truth("enabled", default=rule.enabled),
        level=change.choice("level", LEVELS, rule.level),  # type: ignore[arg-type]
        exceptions=(*rule.exceptions, *(exemption(one) for one in change.records("exceptions"))),
        tests=(*rule.tests, *testschema.tests(change, rule.selections)),
    )
    change.done()
