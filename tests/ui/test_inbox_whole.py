"""A whole story in words, whose each mark is, and until when a snooze lasts."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QMenu, QWidget
from pytestqt.qtbot import QtBot

from osawatch.model import Mark, Score
from osawatch.seen import Nearly
from tests.ui.desk_fake import NOW, alert
from tests.ui.test_preview_kept import entry, item, said, story
from ui.inbox import actions, day, explain, score_bar, whole
from ui.inbox.menu import GROUPS, LEFT_OUT, menu
from ui.inbox.nearly import NearlyMet
from ui.inbox.preview import Preview
from ui.inbox.score_bar import Factors
from ui.names import Names
from ui.theme import LIGHT

MARKED = Mark("title", 0, 6, "Report", "good:gallium", "goods")


def test_a_story_as_text_says_why_its_score_reports_with_links_notes_and_history() -> None:
    parts = {"severity": 0.4, "confidence": 0.6}
    detail = story(entry(0, "note", text="Ask the post"), entry(1, "take"), items=14)
    rated = replace(detail.alerts[0], score=Score(50.0, "OSW:1/x", parts=parts))

    made = whole.as_text(replace(detail, alerts=(rated,)), Names(), NOW)

    for one in ("Gallium", "rule: R", "Severity: 0.40", "OSW:1/x", "Ask the post", "Taken in hand"):
        assert one in made
    assert all(f"https://paper.example/{n}\n" in made for n in range(14))  # none is left out


@pytest.mark.parametrize(
    ("name", "begins"), [("a.pdf", b"%PDF"), ("a.html", b"<!DOC"), ("a", b"%PDF")]
)
def test_a_story_is_printed_in_the_form_of_its_files_name(
    qapp: object, tmp_path: Path, name: str, begins: bytes
) -> None:
    target = tmp_path / name

    whole.printed(whole.laid(story(items=3), Names(), "en", NOW), target)

    assert target.read_bytes().startswith(begins)


def test_the_name_of_the_file_holds_nothing_that_leads_elsewhere() -> None:
    assert whole.file_name("../Gallium: «ban»/2026") == "Gallium-ban-2026.pdf"
    assert whole.file_name("…") == "story.pdf"


def test_the_tip_of_a_mark_names_its_rule_where_it_is_of_one_alone() -> None:
    told = replace(item(0), marks=(MARKED,))
    first = replace(story().alerts[0], story=(told,), alert=alert("a", rule_title="Bans"))
    other = replace(first, alert=alert("b", rule_title="Licences"))
    detail = replace(story(), alerts=(first,), story=(told,))

    alone = explain.spans(told, "title", Names(), explain.rules(detail))
    shared = explain.spans(
        told, "title", Names(), explain.rules(replace(detail, alerts=(first, other)))
    )

    assert alone[0].tip == "Goods › Gallium\nin the rule «Bans»: goods"
    assert shared[0].tip == "Goods › Gallium\nin the rule: goods"


def test_a_day_of_a_snooze_is_told_as_a_day_and_not_as_the_log_writes_it() -> None:
    until = day.begins(date(2026, 12, 24))

    assert datetime.fromisoformat(until).astimezone().hour == 7
    assert datetime.fromisoformat(until).utcoffset() == datetime.now(UTC).utcoffset()
    assert "24 Dec 07:00" in explain.event(entry(0, "snooze", until=until))[1]
    assert explain.event(entry(0, "snooze", until="level"))[1].endswith("until a higher level")


def test_only_a_day_to_come_can_be_chosen(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = day.DayDialog(date(2026, 3, 4), LIGHT, parent)

    assert dialog.day() == date(2026, 3, 11)
    dialog.edit.setDate(dialog.edit.minimumDate().addDays(-5))
    assert dialog.day() == date(2026, 3, 5)


def test_the_menu_of_a_story_has_every_act_of_the_keys_with_its_key(qtbot: QtBot) -> None:
    done: list[str] = []
    parent = QWidget()
    qtbot.addWidget(parent)
    made = menu({what: key for key, what in actions.KEYS}, done.append, parent)

    acts = {one.data(): one for one in made.actions() if not one.isSeparator()}
    assert {*acts, *LEFT_OUT} == {what for _key, what in actions.KEYS}
    assert len(acts) == sum(map(len, GROUPS))
    assert acts["merge"].text() == f"{actions.text('merge')}\tM"
    acts["merge"].trigger()
    assert done == ["merge"]
    assert isinstance(made, QMenu)


def test_rules_that_lacked_one_thing_come_later_and_stay_with_their_story(qtbot: QtBot) -> None:
    preview = Preview(LIGHT, Names(), "en")
    qtbot.addWidget(preview)
    preview.resize(560, 700)
    preview.show()
    near = [Nearly("r", "Any ban", "high", ("gallium", "<b>China</b>"), "one of: ban")]
    preview.show_detail(story())
    section = preview.findChild(NearlyMet)
    assert isinstance(section, NearlyMet)
    assert section.isHidden()

    preview.show_nearly("i7", near)  # of a story that was shown before
    assert section.isHidden()
    preview.show_nearly("i0", near)
    preview.show_detail(story())  # the same one anew

    assert sum("Any ban: has" in one and "lacks one of: ban" in one for one in said(preview)) == 1


def test_a_part_of_the_score_never_lies_over_its_figure(qtbot: QtBot) -> None:
    words = [explain.Factor("Afhankelijkheid", "0,03", 0.1, "", "dependency") for _ in range(5)]
    parts = [QWidget() for _ in words]
    made = Factors(parts, score_bar.long(words[0]))
    qtbot.addWidget(made)

    for wide in (900, 390, 250):
        made.resize(wide, 200)
        made.show()
        qtbot.waitUntil(lambda: parts[0].width() >= score_bar.long(words[0]))
        assert {one.width() >= score_bar.long(words[0]) for one in parts} == {True}
