"""The page of records: what is due and why, written out, destroyed, a person erased."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from osawatch.cases.markings import MARKINGS
from osawatch.core import Core
from osawatch.errors import BadInput
from osawatch.filing.model import Due, Gone, Schedule
from tests.fakes import Clock, Network
from tests.ui.stage import PATIENCE_MS, staged
from ui.records.asking import Asking
from ui.records.page import RecordsPage
from ui.records.words import text


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def core(tmp_path: Path, clock: Clock) -> Iterator[Core]:
    with Core(tmp_path / "p", fetch=Network(), clock=clock) as made:
        made.save_settings(replace(made.settings(), name="Ann", post="Astana"))
        case = made.cases.open("Gallium for the works")
        made.cases.told(case.id, "Jan Jansen")
        made.cases.status(case.id, "closed", "the licence came")
        yield made


@pytest.fixture
def page(core: Core, qtbot: QtBot) -> Iterator[RecordsPage]:
    with staged(core, RecordsPage, qtbot) as made:
        yield made


def settled(page: RecordsPage, qtbot: QtBot) -> None:
    qtbot.waitUntil(page.ready, timeout=PATIENCE_MS)


def asked(page: RecordsPage) -> Asking:
    assert page.dialog is not None
    return page.dialog


def answer(page: RecordsPage, qtbot: QtBot, **said: str) -> None:
    dialog = asked(page)
    for key, value in said.items():
        dialog.lines[key].setText(value)
    assert dialog.act.isEnabled()
    dialog.act.click()
    settled(page, qtbot)


def due(page: RecordsPage) -> Due:
    one = page.chosen()
    assert isinstance(one, Due)
    return one


def over(core: Core, clock: Clock) -> None:
    core.filing.set_schedule(Schedule(1, "an invented selection list", "A ministry"))
    clock.now += timedelta(days=900)


def test_without_a_schedule_nothing_is_due_and_the_page_says_so(page: RecordsPage) -> None:
    assert due(page).title == "Gallium for the works"
    assert page.plan.text() == text("no_schedule")
    assert text("s_open") in page.detail.toPlainText()
    assert not page.ending.isEnabled()


def test_a_schedule_is_kept_with_its_ground_and_without_one_it_is_refused(
    page: RecordsPage, qtbot: QtBot, core: Core
) -> None:
    page.ask_schedule()
    with qtbot.waitSignal(page.said, timeout=PATIENCE_MS) as told:
        answer(page, qtbot, f_years="7")
    assert "basis" in told.args[0]
    page.ask_schedule()
    answer(page, qtbot, f_years="7", f_basis="an invented list")
    qtbot.waitUntil(lambda: "7" in page.plan.text(), timeout=PATIENCE_MS)
    assert "an invented list" in page.detail.toPlainText()
    assert core.filing.schedule().years == 7


def test_a_case_is_written_out_then_destroyed_and_the_log_tells_of_it(
    page: RecordsPage, qtbot: QtBot, core: Core, clock: Clock, tmp_path: Path
) -> None:
    over(core, clock)
    page.refresh()
    settled(page, qtbot)
    assert text("s_file") in page.detail.toPlainText()
    assert not page.ending.isEnabled()

    page.export(due(page).case, tmp_path / "record")
    qtbot.waitUntil(page.ending.isEnabled, timeout=PATIENCE_MS)
    assert (tmp_path / "record" / "case.pdf").read_bytes().startswith(b"%PDF")
    assert (tmp_path / "record" / "case.mdto.xml").exists()

    page.ask_destroy()
    assert not asked(page).act.isEnabled(), "a reason comes first"
    answer(page, qtbot, f_why="its term is over")
    qtbot.waitUntil(lambda: page.table.rowCount() == 0, timeout=PATIENCE_MS)
    page.turn_to("log")
    one = page.chosen()
    assert isinstance(one, Gone)
    assert (one.by, one.why) == ("Ann", "its term is over")
    assert one.digest in page.detail.toPlainText()
    page.check_log()
    qtbot.waitUntil(lambda: page.standing.text() == text("sound"), timeout=PATIENCE_MS)


def test_who_may_read_a_record_is_chosen_before_where_it_goes(
    page: RecordsPage, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "record"
    monkeypatch.setattr("ui.saving.ask", lambda *_: target)
    page.ask_export()
    settled(page, qtbot)
    box = asked(page).findChild(QComboBox)
    assert box is not None
    assert box.currentData() == "", "nothing is marked by itself"
    said = [box.itemData(place) for place in range(box.count())]
    assert [one for one in said if one is not None] == ["", *MARKINGS]
    box.setCurrentIndex(box.findData("INTERN GEBRUIK"))
    answer(page, qtbot)
    qtbot.waitUntil(target.exists, timeout=PATIENCE_MS)
    for name in ("case.mdto.xml", "case.html", "case.json"):
        assert "INTERN GEBRUIK" in (target / name).read_text("utf-8"), name


def test_a_record_is_marked_at_least_as_the_papers_that_left_the_case(
    page: RecordsPage, qtbot: QtBot, core: Core
) -> None:
    core.cases.paper(due(page).case, "memo", "txt", "TLP:AMBER", "0" * 64)
    page.ask_export()
    settled(page, qtbot)
    dialog = asked(page)
    box = dialog.findChild(QComboBox)
    assert box is not None
    assert box.currentData() == "TLP:AMBER"
    box.setCurrentIndex(box.findData("TLP:GREEN"))
    assert box.currentData() == "TLP:AMBER"
    assert dialog.problem.text().startswith("At least TLP:AMBER: «")


def test_a_record_above_the_highest_marking_of_the_desk_is_refused(
    page: RecordsPage, qtbot: QtBot, core: Core, tmp_path: Path
) -> None:
    core.save_settings(replace(core.settings(), highest_marking="TLP:GREEN"))
    with qtbot.waitSignals([page.said, page.said], timeout=PATIENCE_MS):
        page.export(due(page).case, tmp_path / "record", "TLP:RED")
    settled(page, qtbot)
    assert not (tmp_path / "record").exists()
    assert core.filing.due()[0].filed is False


def test_return_in_a_line_neither_destroys_nor_throws_away_what_was_typed(
    page: RecordsPage, qtbot: QtBot, core: Core, clock: Clock, tmp_path: Path
) -> None:
    over(core, clock)
    core.filing.export(due(page).case, tmp_path / "record", None, "en")
    page.refresh()
    settled(page, qtbot)
    page.ask_destroy()
    dialog = asked(page)
    dialog.show()
    qtbot.keyClicks(dialog.lines["f_why"], "its term is over")
    qtbot.keyClick(dialog.lines["f_why"], Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert core.filing.log() == []
    dialog.reject()


def test_who_cancels_destroys_nothing(
    page: RecordsPage, qtbot: QtBot, core: Core, clock: Clock, tmp_path: Path
) -> None:
    over(core, clock)
    core.filing.export(due(page).case, tmp_path / "record", None, "en")
    page.refresh()
    settled(page, qtbot)
    page.ask_destroy()
    asked(page).reject()
    assert core.filing.log() == []


def test_a_person_is_erased_only_after_a_preview_of_what_goes_and_what_stays(
    page: RecordsPage, qtbot: QtBot, core: Core
) -> None:
    page.preview("Jan Jansen")
    qtbot.waitUntil(lambda: page.dialog is not None, timeout=PATIENCE_MS)
    assert core.filing.log() == []
    answer(page, qtbot, f_why="asked for it on 2 March")
    qtbot.waitUntil(lambda: len(core.filing.log()) == 1, timeout=PATIENCE_MS)
    assert core.filing.privacy.standing("Jan Jansen").events == 0

    page.dialog = None
    with qtbot.waitSignal(page.said, timeout=PATIENCE_MS) as told:
        page.preview("Jan Jansen")
    assert told.args[0] == text("stands_nowhere")
    assert page.dialog is None


def test_a_closed_medium_is_refused_before_anything_is_written(
    page: RecordsPage, qtbot: QtBot, core: Core, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_policies: object, path: Path) -> None:
        raise BadInput("removable media are closed", file=str(path))

    monkeypatch.setattr(type(core.policies), "refuse_media", refuse)
    with qtbot.waitSignals([page.said, page.said], timeout=PATIENCE_MS):
        page.export(due(page).case, tmp_path / "record")
    assert not (tmp_path / "record").exists()
