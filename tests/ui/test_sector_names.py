"""A sector or group of measures has a name in the window; files and entries keep its code."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from osawatch.cli import codes, tongue
from osawatch.watching.model import Opened, Row
from rules.load import load
from ui import theme
from ui.watchlist.form import Form
from ui.watchlist.model import Entries, words

GALLIUM = Row("goods", "gallium", "gallium", "shipped", more="raw-materials")


def opened(sector: str) -> Opened:
    return Opened("goods", "gallium", "shipped", {}, {"id": "gallium", "sector": sector})


@pytest.mark.parametrize(("language", "name"), [("en", "Raw materials"), ("nl", "Grondstoffen")])
def test_the_table_shows_the_name_and_is_searched_by_name_and_code(
    owner: QObject, language: str, name: str
) -> None:
    tongue.speak(language)
    assert words(GALLIUM)["more"] == name
    table = Entries(theme.LIGHT, owner)
    table.show([GALLIUM])
    for said in (name, "raw-materials"):
        table.choose(said, "all", ours=False)
        assert table.rows == [GALLIUM], said


@pytest.mark.parametrize("language", tongue.LANGUAGES)
def test_every_sector_and_group_of_the_pack_has_a_name_that_leads_back_to_it(
    language: str,
) -> None:
    tongue.speak(language)
    pack = load().watchlist
    used = {one.sector for one in pack.goods.values()}
    used |= {one.group for one in pack.measures.values()}
    assert used - {""} <= set(codes.SECTORS)
    for code in codes.SECTORS:
        assert codes.sector(code) != code
        assert codes.of_sector(codes.sector(code)) == code


@pytest.mark.parametrize("language", tongue.LANGUAGES)
def test_a_form_shows_the_name_and_keeps_the_code(qtbot: QtBot, language: str) -> None:
    tongue.speak(language)
    form = Form(theme.LIGHT)
    qtbot.addWidget(form)
    form.show_entry(opened("raw-materials"), editable=True)
    editor = form.editors["sector"]
    assert editor.text() == codes.sector("raw-materials")  # type: ignore[union-attr]
    assert form.texts()["sector"] == "raw-materials"

    editor.clear()
    qtbot.keyClicks(editor, codes.sector("health").upper())
    assert form.texts()["sector"] == "health"
    form.put({"sector": "steel"})
    assert form.texts()["sector"] == "steel"


@pytest.mark.parametrize("own", ["metals", "our-own-group", "Health", " x "])
def test_a_code_of_the_desks_own_is_shown_and_kept_as_it_is(qtbot: QtBot, own: str) -> None:
    form = Form(theme.LIGHT)
    qtbot.addWidget(form)
    form.show_entry(opened(own), editable=True)
    assert form.editors["sector"].text() == own  # type: ignore[union-attr]
    assert form.texts()["sector"] == own
    assert words(Row("goods", "x", "x", "own", more=own))["more"] == own
