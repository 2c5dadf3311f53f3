"""The life of a measure in the preview."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from osawatch.acts import Measure, Step
from osawatch.model import AlertDetail, CardDetail, Score
from tests.ui.desk_fake import alert, card
from ui.inbox import life
from ui.inbox.preview import Preview
from ui.names import Names
from ui.theme import LIGHT

ONE = Measure(
    "m1", "CN", "export-ban", ("gallium",), act="CN:2025/57", status="suspended",
    announced="2025-10-09", effective="2025-11-08", suspended_until="2099-11-10",
    zone="Asia/Shanghai",
    steps=(
        Step("2025-10-09", "adopted", "CN:2025/57"), Step("2025-11-07", "suspends", "CN:2025/70"),
    ),
)  # fmt: skip


def test_the_head_says_who_what_and_until_when() -> None:
    assert life.head(ONE, Names()) == (
        "CN, Export ban, Gallium, suspended until 2099-11-10 · 2025/57 · days in Asia/Shanghai"
    )


def test_a_last_day_that_has_passed_is_said_to_have_passed() -> None:
    over = replace(ONE, suspended_until="2020-11-10")

    assert "until 2020-11-10, a day that has passed: no later act was seen" in life.head(
        over, Names()
    )


def test_the_days_stand_from_the_latest_to_the_first() -> None:
    assert life.days(ONE) == [
        ("2099-11-10", "last day of the suspension", ""),
        ("2025-11-08", "takes effect", ""),
        ("2025-11-07", "suspended", "by 2025/70"),
        ("2025-10-09", "adopted", "by 2025/57"),
    ]


def test_a_measure_of_the_shipped_list_asks_to_be_confirmed() -> None:
    listed = replace(ONE, act="", source="list", check=True, zone="UTC", suspended_until="")

    assert life.head(listed, Names()).endswith("suspended · from the shipped list, to be confirmed")


def test_the_preview_shows_each_measure_once(qtbot: QtBot) -> None:
    detail = AlertDetail(alert("one"), Score(50.0, ""), (), (), measures=(ONE,))
    preview = Preview(LIGHT, Names(), "en")
    qtbot.addWidget(preview)

    preview.show_detail(CardDetail(card(), (detail, detail), (), ()))

    heads = [one.text() for one in preview.findChildren(QLabel)]
    assert heads.count(life.head(ONE, Names())) == 1
