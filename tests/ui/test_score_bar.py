"""The score in the preview: each part explains itself, and a person's score says whose it is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, QTranslator
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from osawatch.core import Core
from osawatch.model import Action, CardDetail, Filter
from ui import i18n
from ui.inbox import explain, score_words
from ui.inbox.rating import RatingDialog
from ui.inbox.score_bar import ScoreBar, notes
from ui.theme import LIGHT


@pytest.fixture(scope="module")
def core(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Core]:
    with Core(tmp_path_factory.mktemp("score") / "p") as made:
        made.init_profile(sample=True)
        made.save_settings(replace(made.settings(), name="Ann", post="The Hague"))
        yield made


def official(core: Core) -> CardDetail:
    details = (core.card(card) for card in core.card_ids(Filter()))
    return next(one for one in details if one and one.card.official and one.card.score > 30)


def bar(detail: CardDetail, qtbot: QtBot) -> ScoreBar:
    first = detail.alerts[0]
    made = ScoreBar(first.alert, first.score, explain.factors(first.score), LIGHT)
    qtbot.addWidget(made)
    made.resize(600, 300)
    made.grab()
    return made


@pytest.mark.parametrize("language", ["en", "nl"])
def test_each_part_of_the_score_explains_itself(
    core: Core, qtbot: QtBot, qapp: QCoreApplication, language: str
) -> None:
    before = QLocale()
    i18n.speak(qapp, language)
    made = bar(official(core), qtbot)

    told = [part.whatsThis() for part in made.parts]
    listed = [
        label.text()
        for label in made.findChildren(QLabel)
        if score_words.text("age") in label.text()
    ]

    assert len(set(told)) == len(made.parts) == 5
    assert all(
        part.toolTip() == part.whatsThis() == part.accessibleDescription() for part in made.parts
    )
    assert len(listed) == 1
    assert all(score_words.text(part) in listed[0] for part in score_words.PARTS)
    if language == "nl":
        assert all(score_words.text(key) != words for key, words in score_words.TEXTS.items())
    for translator in qapp.findChildren(QTranslator):
        qapp.removeTranslator(translator)
        translator.deleteLater()
    QLocale.setDefault(before)


def test_the_explanations_are_one_press_away_for_those_without_a_pointer(
    core: Core, qtbot: QtBot
) -> None:
    made = bar(official(core), qtbot)

    made.button.click()
    shown = [one for one in made.findChildren(QLabel) if score_words.text("age") in one.text()]
    assert not shown[0].isHidden()
    made.button.click()
    assert shown[0].isHidden()


def test_a_score_by_hand_says_who_when_and_why_and_what_was_computed(core: Core) -> None:
    detail = official(core)
    core.triage(Action("rate", detail.card.alerts, {"score": 7, "why": "a small firm"}))
    try:
        found = core.card(detail.card.id)
        assert found is not None
        said = "\n".join(note.words for note in notes(found.alerts[0].alert, found.alerts[0].score))

        assert "Ann, The Hague set 7 by hand" in said
        assert "a small firm" in said
        assert "Computed score now" in said
        assert score_words.text("kept") in said
    finally:
        core.undo()


def test_an_unknown_share_is_a_range_and_no_guess(core: Core) -> None:
    details = [core.card(card) for card in core.card_ids(Filter(view="all"))]
    open_ = next(
        one for card in details if card for one in card.alerts if one.score.low is not None
    )

    said = [note.words for note in notes(open_.alert, open_.score)]

    low, high = int(open_.score.low or 0), int(open_.score.high or 0)
    assert low < high
    assert score_words.text("band_of", low, high) in said


def test_the_dialog_gives_a_score_only_with_a_reason_and_warns_of_a_lower_one(
    core: Core, qtbot: QtBot
) -> None:
    detail = official(core)
    dialog = RatingDialog(detail.card, detail, 1, LIGHT, None)
    qtbot.addWidget(dialog)

    dialog.level.pick("info")
    assert (dialog.score.value(), dialog.give.isEnabled()) == (10, False)
    assert not dialog.warning.isHidden()
    dialog.why.setText("a small firm")
    dialog.score.setValue(100)
    assert (dialog.level.on, dialog.warning.isHidden()) == ("critical", True)
    dialog.give.click()

    assert dialog.answer == (100.0, "a small firm")


def test_the_key_gives_the_chosen_story_a_score_and_undo_takes_it_back(
    qtbot: QtBot, tmp_path: Path
) -> None:
    from ui.bridge import Bridge
    from ui.inbox.page import InboxPage
    from ui.tasks import Tasks

    with Core(tmp_path / "p") as core:
        core.init_profile(sample=True)
        tasks = Tasks(QCoreApplication.instance())
        page = InboxPage(core, tasks, Bridge(core, QCoreApplication.instance()), LIGHT)
        qtbot.addWidget(page)
        with qtbot.waitSignal(page.loaded, timeout=20_000):
            page.show()
        qtbot.waitUntil(lambda: page.detail() is not None, timeout=20_000)
        card = page.card()
        assert card is not None

        page.doing.do("rate")
        page.asking.rating.why.setText("as the post says")
        page.asking.rating.score.setValue(97)
        with qtbot.waitSignal(page.doing.said, timeout=20_000):
            page.asking.rating.give.click()

        def given() -> float:
            [found] = core.cards([card.id])
            return found.score

        assert given() == 97
        with qtbot.waitSignal(page.doing.said, timeout=20_000):
            page.doing.do("undo")
        assert given() == card.score
        tasks.close()
