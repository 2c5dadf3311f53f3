"""Texts without an end, as a stranger may serve them: each is read, and says what its parts say."""

from __future__ import annotations

import pytest

from rules.load import load
from rules.matcher import Matcher
from rules.model import Text


@pytest.fixture(scope="module")
def matcher() -> Matcher:
    return Matcher(load())


@pytest.mark.parametrize(
    ("language", "part", "times"),
    [
        ("zh", "中国无需出口许可镓", 1000),  # every part is an event, and no space ends a word
        ("en", "China no longer requires an export licence for gallium ", 500),
        ("de", "China erteilt keine Ausfuhrlizenzen für Gallium mehr und ", 500),
    ],
)
def test_a_text_without_a_stop_tells_what_one_part_of_it_tells(
    matcher: Matcher, language: str, part: str, times: int
) -> None:
    one, many = (
        matcher.match(Text(part * n, "", language, "news", "s", "Wire", None, "https://w.example"))
        for n in (1, times)
    )

    assert many.goods == one.goods == ("gallium",)
    assert many.countries == one.countries == ("CN",)
    assert set(one.measures) <= set(many.measures)
