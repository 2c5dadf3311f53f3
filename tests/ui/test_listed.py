"""What the window says of listed names: who, why, on which lists, and what it keeps quiet about."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from osawatch.hits import Check, Compared, Finding, Told
from osawatch.model import HistoryEntry
from tests.ui.desk_fake import NOW
from ui.inbox.explain import event
from ui.listed import ListedNames, grouped, silences, spans, spoken
from ui.theme import LIGHT
from ui.widgets import Button

METALS = Finding(
    "h1", "i1", NOW, "un-sc", "1", "entity", False, "Invented Metals LLC", "alias", "strong",
    "title", 4, 19, "INVENTED METALS", "legal", "common", "country RU", "open", "",
)  # fmt: skip
PERSON = replace(METALS, id="h2", person=True, text="A. Fiktsionov", need="", fact="", start=0)
LIST = Compared("un-sc", NOW, 3)
CHECK = Check("i1", (LIST,), (("one-word", "Hamarat"), ("weak", "")), 2)
TOLD = Told((METALS, replace(METALS, id="h3", list="eu-fsf", entity="9"), PERSON), (CHECK,),
            {"un-sc": "UN list"})  # fmt: skip


def test_a_name_on_several_lists_is_one_line_that_says_why() -> None:
    (company, person) = grouped(TOLD.findings)

    assert [one.id for one in company] == ["h1", "h3"]
    line = spoken(company, TOLD).replace("\u2068", "").replace("\u2069", "")
    assert line == (
        "INVENTED METALS: UN list (1), eu-fsf (9); the same name but for its legal form, an alias,"
        " words that many names have, but the text names its country, RU;"
        " listed as «Invented Metals LLC»"
    )
    assert person == (PERSON,)


def test_a_name_found_in_an_older_item_says_after_which_list() -> None:
    line = spoken([replace(METALS, after=NOW)], TOLD)

    assert f"found in an older item after the list of {NOW:%d} " in line
    after = {"after": {"list": "un-sc", "day": "2026-03-02"}}
    _what, said = event(HistoryEntry("e1", NOW, "", "", "raised", dict(after)))
    assert said == "found in an older item after the list of 2026-03-02 (un-sc)"


def test_what_is_not_told_has_its_reason_and_no_persons_name() -> None:
    said = silences([CHECK]).replace("\u2068", "").replace("\u2069", "")

    assert said.startswith("Not told: «Hamarat» (one word")
    assert "a person's name (a weak alias" in said
    assert said.endswith("and 2 more")


def test_a_person_can_be_confirmed_or_turned_down_and_a_company_turned_down(qtbot: QtBot) -> None:
    section = ListedNames(TOLD, LIGHT)
    qtbot.addWidget(section)
    heard: list[tuple[list[str], str]] = []
    section.decided.connect(lambda ids, state: heard.append((ids, state)))

    for button in section.findChildren(Button):
        button.click()

    assert heard == [(["h1", "h3"], "rejected"), (["h2"], "confirmed"), (["h2"], "rejected")]


def test_an_item_that_met_no_list_says_so(qtbot: QtBot) -> None:
    section = ListedNames(Told(), LIGHT)
    qtbot.addWidget(section)

    assert any("No list was kept" in one.text() for one in section.findChildren(QLabel))


def test_a_list_that_could_not_be_read_is_named(qtbot: QtBot) -> None:
    check = replace(CHECK, lists=(replace(LIST, fault="gone"),), silent=(), beyond=0)
    section = ListedNames(Told((), (check,)), LIGHT)
    qtbot.addWidget(section)

    assert any("un-sc could not be read" in one.text() for one in section.findChildren(QLabel))


def test_the_words_are_marked_where_they_stand_and_nowhere_else() -> None:
    told = Told((METALS,), (CHECK,))

    found = spans(told, "i1", "title", "The INVENTED METALS firm")

    assert [(one.start, one.length, one.kind) for one in found] == [(4, 15, "listed")]
    assert spans(told, "i2", "title", "The INVENTED METALS firm") == ()
    assert spans(told, "i1", "title", "Another text that was mended since") == ()
