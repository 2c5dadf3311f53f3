"""What deeper rooms hand to the command line is Dutch too: heads, codes, reasons, names."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib import import_module

import pytest

from osawatch.cli import codes, registers, tongue
from osawatch.registers.model import SHAPES
from tests.osawatch import cli_texts

MODULES = [
    import_module(f"osawatch.cli.{path.stem}")
    for path in cli_texts.CLI
    if path.parent.name == "cli" and path.stem != "__init__"
]


@pytest.fixture(autouse=True)
def english_again(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(codes, "_called", {})
    yield
    tongue.speak("en")


def test_every_head_of_a_table_has_a_dutch_word() -> None:
    heads = {name: module.__name__ for module in MODULES for name in cli_texts.heads(module)}
    heads |= {
        registers.HEADS.get(key, key): "registers" for one in SHAPES.values() for key in one.listed
    }

    assert len(heads) > 100
    assert {name for name in heads if name not in tongue.catalogue("nl")} <= {"SR", "EI"}


HANDED_UP = (cli_texts.kinds, cli_texts.reasons, cli_texts.screened, cli_texts.problems)


@pytest.mark.parametrize("found", HANDED_UP)
def test_what_deeper_rooms_hand_up_in_words_is_there_in_dutch(
    found: Callable[[], dict[str, str]],
) -> None:
    told = found()

    assert len(told) > 3
    assert {one: at for one, at in told.items() if one not in tongue.catalogue("nl")} == {}


@pytest.mark.parametrize(
    ("english", "dutch"),
    [
        ("A date cannot be read: «x» (3 times)", "Een datum kan niet worden gelezen: «x» (3 keer)"),
        ("Not valid JSON: Extra data", "Geen geldige JSON: er staat nog iets achter"),
        ("cannot be read: Permission denied", "kan niet worden gelezen: geen toegang"),
        ("looks like own table, but the column 'year' is missing",
         "lijkt op een eigen tabel, maar de kolom 'year' ontbreekt"),
    ],
)  # fmt: skip
def test_a_sentence_within_a_sentence_is_dutch_too(english: str, dutch: str) -> None:
    tongue.speak("nl")

    assert tongue.translated(english) == dutch


def test_a_table_calls_goods_and_codes_by_their_names_and_a_program_by_their_ids() -> None:
    codes.call(lambda _kind, key: {"rare-earths": "zeldzame aardmetalen"}.get(key, key))
    tongue.speak("nl")

    assert codes.shown("goods", ["rare-earths", "own"]) == ["zeldzame aardmetalen", "own"]
    assert codes.shown("level", "medium") == "midden"
    assert codes.shown("status", "in_hand") == "in behandeling"
    assert codes.shown("title", "new") == "new"
    assert codes.because("good=rare-earths country=CN") == "goed=zeldzame aardmetalen land=CN"
    tongue.speak("en")
    assert codes.shown("goods", ["rare-earths"]) == ["rare-earths"]
    assert codes.because("good=rare-earths") == "good=rare-earths"
