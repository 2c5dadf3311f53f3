"""The shipped pack on headlines as papers write them, in sixteen languages."""

from __future__ import annotations

from pathlib import Path

import pytest

from rules.load import load
from rules.matcher import Matcher
from rules.model import Text

HEADLINES = Path(__file__).with_name("test_pack_headlines.txt")


def headlines(sign: str) -> list[Text]:
    """The headlines with this sign."""
    rows = HEADLINES.read_text(encoding="utf-8").splitlines()
    parts = [row.split(" | ", 2) for row in rows if not row.startswith("#")]
    return [Text(title, language=language) for language, own, title in parts if own == sign]


@pytest.fixture(scope="module")
def matcher() -> Matcher:
    """The shipped pack, built once."""
    return Matcher(load())


def test_nineteen_of_twenty_headlines_about_a_measure_raise_an_alert(matcher: Matcher) -> None:
    wanted = headlines("+")
    missed = [text.title for text in wanted if not matcher.match(text).rules]
    assert len(wanted) > 150
    assert len(missed) <= len(wanted) * 0.05, missed


def test_no_headline_about_something_else_raises_an_alert(matcher: Matcher) -> None:
    wrong = {
        text.title: [hit.id for hit in matcher.match(text).rules]
        for text in headlines("-")
        if matcher.match(text).rules
    }
    assert wrong == {}
