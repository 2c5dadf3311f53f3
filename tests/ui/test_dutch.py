"""The window speaks Dutch: all of it, with the same places for names and numbers."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from lxml import etree
from PySide6.QtCore import QCoreApplication, QLocale, QTranslator
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from osawatch.aside import Died
from osawatch.errors import BadInput
from osawatch.lookup import Share
from osawatch.workshop import Problem
from ui import i18n, window_keys, words
from ui.frame.keys import KeySheet, drawn, named
from ui.lookup import words as lookup
from ui.names import Names
from ui.rules.form.fields import Field
from ui.theme import LIGHT
from ui.trends import words as trends
from ui.watchlist import words as watchlist

TEXTS = i18n.FOLDER / "osawatch_nl.ts"
GLOSSARY = Path(__file__).parents[2] / "docs" / "glossary.md"
# Words of the glossary whose Dutch does not begin in a text as it stands there: its stem.
STEMS = {
    "story": "verha",
    "trial": "proef",
    "triage": "beoorde",
    "poll": "halen|haal",
}
# In these the English word is a key that is typed, or means something else: a level of a burst,
# a verb, a case of influence (which is no dossier), an order of a list, a round without a number.
OTHERWISE = {
    ("alert", "Alert"), ("alert", "dashed: watch at 3, dotted: alert at 5"),
    ("item", "Counted are (items, publishers)"), ("publisher", "Counted are (items, publishers)"),
    ("source", "Friendshoring: source from partners"), ("source", "Nearshoring: source closer by"),
    ("source", "Looked at (a part, publisher, source, kind)"),
    ("publisher", "Looked at (a part, publisher, source, kind)"),
    ("case", "Influence cases"), ("case", "New case of influence…"),
    ("case", "No case of influence yet"), ("case", "Weighed for this case by itself"),
    ("desk", "To which mailbox of a desk or unit? Nothing is sent from here."),
    ("desk", "none; for instance trade desk"), ("poll", "Next poll"),
}  # fmt: skip


def messages(file: Path = TEXTS) -> list[tuple[str, str, str, bool]]:
    """Context, English, Dutch, and whether a translator has finished it."""
    return [
        (
            context.findtext("name", ""),
            one.findtext("source", ""),
            one.findtext("translation", ""),
            one.find("translation").get("type") is None,
        )
        for context in etree.parse(file).getroot().findall("context")
        for one in context.findall("message")
    ]


@pytest.fixture
def dutch(qapp: QCoreApplication) -> Iterator[None]:
    before = QLocale()
    i18n.speak(qapp, "nl")
    yield
    for translator in qapp.findChildren(QTranslator):
        qapp.removeTranslator(translator)
        translator.deleteLater()
    QLocale.setDefault(before)


def test_no_text_of_the_window_is_without_dutch() -> None:
    unfinished = [
        (context, said) for context, said, dutch, done in messages() if not done or not dutch
    ]
    assert unfinished == []


def test_the_translators_have_every_text_that_the_code_marks(tmp_path: Path) -> None:
    """What `./dev translate` would collect today: a text added without it is found here."""
    tool = Path(sys.executable).with_name("pyside6-lupdate")
    if not tool.exists():
        pytest.skip("the tools of PySide6 are not beside this Python")
    copy = tmp_path / "nl.ts"
    shutil.copy(TEXTS, copy)
    files = sorted(str(path) for path in i18n.FOLDER.parent.rglob("*.py"))
    command = [str(tool), "-silent", "-tr-function-alias", "QT_TRANSLATE_NOOP+=mark"]
    more = ["-locations", "none", "-no-obsolete", *files, "-ts", str(copy)]
    subprocess.run([*command, *more, "-target-language", "nl"], check=True)  # noqa: S603 # ours
    assert {row[:2] for row in messages(copy)} == {row[:2] for row in messages()}


def test_dutch_texts_keep_the_places_of_names_and_numbers() -> None:
    place = re.compile(r"\{\w*\}")
    for context, said, told, _done in messages():
        assert sorted(place.findall(said)) == sorted(place.findall(told)), (context, said)


def test_the_window_has_the_dutch_words_of_the_glossary() -> None:
    wrong = [
        (english, said, told)
        for english, dutch in glossary().items()
        for _context, said, told, _done in messages()
        if re.search(rf"\b{plural(english)}\b", said, re.IGNORECASE)
        and (english, said) not in OTHERWISE
        and not re.search(STEMS.get(english, dutch), told, re.IGNORECASE)
    ]
    assert wrong == []


def test_a_supplier_is_a_toeleverancier_and_an_alert_a_waarschuwing() -> None:
    known = glossary()
    assert (known["supplier"], known["alert"]) == ("toeleverancier", "waarschuwing")


def glossary() -> dict[str, str]:
    """The words of the glossary, English and Dutch."""
    rows = [line.strip("|").split("|") for line in GLOSSARY.read_text("utf-8").splitlines()]
    words_of = [[cell.strip() for cell in row[:2]] for row in rows if len(row) > 2]
    return dict(words_of[2:])


def plural(word: str) -> str:
    """A pattern of one or many of a word."""
    return f"{word[:-1]}(y|ies)" if word.endswith("y") else f"{word}s?"


def test_the_file_that_is_read_says_what_the_file_of_the_translators_says(dutch: None) -> None:
    for context, said, told, _done in messages():
        assert i18n.say(context, said) == told, (context, said)


def test_numbers_and_months_are_dutch_in_a_dutch_window(dutch: None) -> None:
    assert i18n.figure(0.71, 2) == "0,71"
    assert "mrt" in i18n.moment(datetime(2026, 3, 5, 12, tzinfo=UTC), "d MMM HH:mm").lower()
    assert words.word(words.LEVELS, "high") == "Hoog"


def test_numbers_are_english_in_an_english_window() -> None:
    QLocale.setDefault(QLocale("en"))
    assert i18n.figure(0.71, 2) == "0.71"


def test_an_error_of_the_core_is_told_in_dutch_in_a_dutch_window(
    dutch: None, qapp: QCoreApplication
) -> None:
    assert "het proces dat bronnen leest" in i18n.wrong(Died(1))
    assert i18n.wrong(BadInput("is needed for pdf", field="-o"), place=False) == "is nodig voor pdf"

    i18n.speak(qapp, "en")
    assert "the process that reads sources ended" in i18n.wrong(Died(1))


def test_a_share_and_a_part_of_a_rule_are_told_in_dutch(dutch: None) -> None:
    names = Names()
    names.add({("country", "CN"): "China"})
    share = Share("gallium", "CN", 0.94, "world-supply", "processing", "2016-2020", "eu-crm")
    said = lookup.share(share, names, land=False)
    assert said == "China: 94 %, wereldaanbod, verwerking, 2016-2020, [eu-crm]"
    assert words.part("measure") == "maatregel"
    assert words.part("not recall") == "niet terugblik"
    assert words.part("Kasumbalesa-2") == "Kasumbalesa-2"


def test_a_key_is_called_as_a_dutch_keyboard_calls_it(dutch: None) -> None:
    assert [named(key) for key in ("Space", "Ctrl+Shift+N", "?")] == [
        "Spatiebalk", "Ctrl+Shift+N", "?",
    ]  # fmt: skip
    assert drawn("Alt+Down") == "Alt+↓"


def test_the_sheet_of_keys_has_room_in_a_narrow_window(dutch: None, qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    sheet = KeySheet(window_keys.sheet(window_keys.rows(())), LIGHT, parent)
    assert sheet.minimumSizeHint().width() <= 1000


def test_what_is_to_be_expected_has_a_dutch_decimal_sign(dutch: None) -> None:
    assert "3,5" in trends.text("mover", 7, i18n.figure(3.5, 1))


def test_why_a_row_of_a_watchlist_is_not_taken_is_dutch(dutch: None) -> None:
    assert watchlist.refusal("is missing") == "ontbreekt"
    assert watchlist.refusal("«plant» is none of good, company") == (
        "«plant» is geen van good, company"
    )


def test_what_is_wrong_in_the_form_of_a_rule_is_dutch(dutch: None, qtbot: QtBot) -> None:
    shown = Field(LIGHT, "Titel", QWidget())
    qtbot.addWidget(shown)
    shown.show_problems([Problem(1, 1, "error", "missing", "«title» is empty")])
    assert "leeg" in shown.wrong.text()
