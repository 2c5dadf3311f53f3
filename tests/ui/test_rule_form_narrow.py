"""The form of a rule stands in a small window without scrolling sideways, in both languages."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from osawatch.core import Core
from osawatch.ruleform.model import KINDS, Exempt, Form, Part, Read, Sample
from osawatch.ruleform.offers import Offers
from tests.ui.test_rule_form import opened
from tests.ui.test_rule_writing import left
from ui import i18n
from ui.frame import look
from ui.main_window import LEAST, MainWindow
from ui.rules.form.chosen import Chip
from ui.rules.form.page import RuleForm
from ui.theme import LIGHT

SMALL = QSize(1024, 640)  # and a screen of 1536x960 at 150 %: all of it is drawn larger
NARROW, BROAD = 320, 640  # of the form, in pixels


@pytest.fixture(params=["en", "nl"])
def language(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[str]:
    i18n.speak(qapp, request.param)
    look.dress(qapp, LIGHT)
    yield request.param
    i18n.speak(qapp, "en")


@pytest.fixture(scope="module")
def offers(tmp_path_factory: pytest.TempPathFactory) -> Offers:
    with Core(tmp_path_factory.mktemp("profile")) as core:
        return core.workshop.offers("nl")


def full(offers: Offers, type_: str) -> Form:
    """A form with a part of every kind, with the longest name that there is, and every row."""
    longest = {
        kind: max(choices, key=lambda one: len(one.name) + len(one.key), default=None)
        for kind, choices in offers.kinds.items()
    }
    parts = tuple(
        Part(f"{kind}_of_a_part", kind, (one.key,) if (one := longest.get(kind)) else (), "must")
        for kind in KINDS
    )
    return Form(
        id="all", title="All of it", parts=parts, times={"type": type_, "window": "72h"},
        exceptions=(Exempt("one"),), samples=(Sample("a", "A title", "en"),),
    )  # fmt: skip


def shown(qtbot: QtBot, offers: Offers, type_: str, width: int) -> RuleForm:
    form = RuleForm(LIGHT)
    qtbot.addWidget(form)
    form.learn(offers)
    form.resize(width, 500)
    form.show()
    form.show_read(Read(full(offers, type_)), own=True)
    settle()
    return form


def settle() -> None:
    for _ in range(5):
        QApplication.processEvents()


def widest(form: RuleForm) -> list[str]:
    """What needs more room than there is, for whoever reads why this fails."""
    room = form.viewport().width() - 32
    needs = {
        one: max(one.minimumSizeHint().width(), one.minimumWidth())
        for one in form.body.findChildren(QWidget)
        if one.isVisible()
    }
    return [
        f"{type(one).__name__} {one.accessibleName()!r} needs {wide} of {room}"
        for one, wide in needs.items()
        if wide > room
    ]


@pytest.mark.parametrize("type_", ["any", "spike"])
def test_a_form_with_all_it_can_have_never_scrolls_sideways(
    qtbot: QtBot, language: str, offers: Offers, type_: str
) -> None:
    form = shown(qtbot, offers, type_, NARROW)
    assert form.horizontalScrollBar().maximum() == 0, widest(form)
    row = form.samples.cards[0]
    assert row.title.y() > row.language.y()
    assert form.heads.fields["level"].y() < form.heads.fields["owner"].y()


def test_fields_stand_beside_each_other_once_there_is_room(
    qtbot: QtBot, language: str, offers: Offers
) -> None:
    form = shown(qtbot, offers, "any", NARROW)
    form.resize(BROAD, 500)
    settle()
    assert form.heads.fields["level"].y() == form.heads.fields["owner"].y()
    row = form.samples.cards[0]
    assert row.title.x() > row.language.x()
    assert [one.text() for one in form.findChildren(Chip) if one.width() < one.sizeHint().width()
            ] == []  # fmt: skip


def test_the_rules_page_has_no_sideways_bar_in_a_small_window(
    qtbot: QtBot, window: MainWindow, language: str
) -> None:
    page = opened(qtbot, window)
    form = page.writing.form
    for size in (SMALL, LEAST):
        window.resize(size)
        settle()
        assert window.size() == size
        assert form.horizontalScrollBar().maximum() == 0, widest(form)
    left(qtbot, page)
