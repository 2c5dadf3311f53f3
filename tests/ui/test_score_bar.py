"""The score in the preview: each part explains itself, and a person's score says whose it is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, QRectF, QTranslator
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QLabel, QListView
from pytestqt.qtbot import QtBot

from osawatch.core import Core
from osawatch.model import Action, CardDetail, Filter, Score, band
from osawatch.vector import numbers
from tests.ui.desk_fake import card
from ui import i18n, paint, words
from ui.inbox import explain, score_words
from ui.inbox.delegate import CardDelegate
from ui.inbox.model import CardsModel, spoken
from ui.inbox.rating import RatingDialog
from ui.inbox.score_bar import ScoreBar, notes
from ui.names import Names, needed
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
    made = ScoreBar(first.alert, first.score, explain.factors(first.score, Names()), LIGHT)
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


def test_a_level_that_the_rule_gave_and_the_score_does_not_lie_in_is_accounted_for(
    core: Core,
) -> None:
    alerts = [
        one.alert
        for card in core.card_ids(Filter(view="all"))
        if (detail := core.card(card))
        for one in detail.alerts
    ]
    apart = [one for one in alerts if band(one.score) != one.level]
    assert apart
    assert len(apart) < len(alerts)

    for one in alerts:
        said = [note.words for note in notes(one, Score(0, ""))]
        level, lies = (words.word(words.LEVELS, each) for each in (one.level, band(one.score)))
        assert (score_words.text("ruled", level, lies) in said) == (one in apart)


def test_the_measure_that_weighs_is_named_in_the_words_of_the_desk(core: Core) -> None:
    detail = official(core)
    names = Names()
    names.add(needed(core, detail))

    severity = explain.factors(detail.alerts[0].score, names)[0]
    unknown = explain.factors(replace(detail.alerts[0].score, reasons={}), names)[0]

    measure = core.names("measure", detail.alerts[0].score.reasons["severity"])
    assert severity.reason.startswith(measure[:1].upper() + measure[1:])
    assert unknown.reason.endswith("stage unknown")


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


def test_a_row_says_impact_and_confidence_in_two_words_as_the_preview_has_them(core: Core) -> None:
    found = [one for card in core.card_ids(Filter()) if (one := core.card(card))]

    told = {one.card.id: (one.card.impact, one.card.confidence) for one in found}
    parts = {one.card.id: one.alerts[0].score.parts for one in found}

    assert len({impact for impact, _sure in told.values()}) > 1
    assert told == {
        card: (word("impact", one["impact"]), word("confidence", one["confidence"]))
        for card, one in parts.items()
    }


def word(part: str, value: float) -> str:
    return next(said for said, least in numbers()["words"][part].items() if value >= least)


def test_the_number_of_a_row_is_in_its_tip_alone_and_is_not_read_aloud(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    view, painted = QListView(), list[str]()
    qtbot.addWidget(view)
    row = replace(card("Gallium"), score=61.7, impact="severe", confidence="fair")
    model = CardsModel(Bare(), view)
    model.show([row.id], [row])
    made = CardDelegate(LIGHT, Names(), "en", view)
    view.setModel(model)
    view.setItemDelegate(made)
    drawn = paint.text

    def text(p: QPainter, r: QRectF, said: str, *rest: Any, **more: Any) -> float:
        painted.append(said)
        return drawn(p, r, said, *rest, **more)

    monkeypatch.setattr(paint, "text", text)

    view.grab()

    assert {"Severe", "Fair"} <= set(painted)
    assert not any("61" in said for said in painted)
    assert made._told(row) == "Score 61. Impact: severe, confidence: fair."
    assert spoken(row) == "High, impact: severe, confidence: fair, Gallium, New"


class Bare(Core):
    """A core that is asked nothing."""

    def __init__(self) -> None:
        pass
