"""Sentences with the goods, measures and countries that must or must not be found in them."""

from __future__ import annotations

from typing import Any

import yaml

from rules.load import load
from rules.matcher import Matcher
from rules.model import Match, Text
from tests.shared import SHARED, needs_shared

GOLDEN = SHARED / "domain" / "golden" / "match_tests.yaml"
STATES = {"extended": "in_force"}  # an extension is a change of a measure in force


def missing(case: dict[str, Any], found: Match) -> list[str]:
    """What a match lacks, or has too much of."""
    wanted = {"good": found.goods, "measure": found.measures, "country": found.countries}
    lacks = [
        f"{kind} {one}"
        for kind, have in wanted.items()
        for one in case.get(kind, [])
        if one not in have
    ]
    unwanted = {
        "absent": (*found.goods, *found.mentions),
        "absent_measure": found.measures,
        "absent_country": found.countries,
    }
    lacks += [
        f"not {one}" for kind, have in unwanted.items() for one in case.get(kind, []) if one in have
    ]
    state = case.get("status")
    if state and STATES.get(state, state) not in found.measure_status.values():
        lacks.append(f"status {state}")
    return lacks


@needs_shared
def test_every_golden_sentence_is_understood() -> None:
    matcher = Matcher(load())
    cases = yaml.load(GOLDEN.read_bytes(), yaml.CSafeLoader)
    wrong = {}
    for case in cases:
        lacks = missing(case, matcher.match(Text(case["text"], language=case["lang"])))
        if lacks:
            wrong[case["text"]] = lacks
    assert len(cases) >= 60
    assert wrong == {}
