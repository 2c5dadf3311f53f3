"""Old news from the page of records: told first, let go with a reason, stopped on the way."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from osawatch.core import Core
from osawatch.filing.model import Gone, Schedule
from osawatch.seen import SeenFilter
from osawatch.store import thinning
from osawatch.store.hub import FILE
from tests.fakes import Clock, Network, Pack, source
from tests.ui.stage import PATIENCE_MS, staged
from ui.records.asking import Asking
from ui.records.page import RecordsPage
from ui.records.words import text

FEED = "https://wire.example/feed"


@pytest.fixture
def core(tmp_path: Path) -> Iterator[Core]:
    """Three items of 60 days ago that nobody decided on, one with an alert, one of today."""
    clock = Clock()
    network = Network(clock)
    with Core(tmp_path / "p", fetch=network, clock=clock, pack=Pack()) as made:
        made.save_settings(replace(made.settings(), name="Ann", post="Astana"))
        made.sources.add(source("wire"))
        for title in ("One", "Two", "Three", "China puts a ban on gallium exports"):
            network.publish(FEED, f"{title} of an invented paper")
        made.poll()
        clock.forward(days=60)
        network.publish(FEED, "Of today")
        made.poll()
        yield made


@pytest.fixture
def page(core: Core, qtbot: QtBot) -> Iterator[RecordsPage]:
    with staged(core, RecordsPage, qtbot) as made:
        yield made


def items(core: Core) -> int:
    return len(core.archive.ids(SeenFilter()))


def question(page: RecordsPage, qtbot: QtBot) -> Asking:
    """The question that follows the look."""
    page.ask_news()
    qtbot.waitUntil(lambda: page.news.dialog is not None, timeout=PATIENCE_MS)
    assert page.news.dialog is not None
    return page.news.dialog


def test_without_a_term_the_page_says_that_news_is_kept_for_ever(
    page: RecordsPage, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(page.said, timeout=PATIENCE_MS) as told:
        page.old.click()
    assert told.args == [text("news_kept")]
    assert page.news.going is None


def test_the_term_is_set_with_the_schedule_and_the_page_says_it(
    page: RecordsPage, qtbot: QtBot, core: Core
) -> None:
    for days, said in (("29", "30"), ("many", text("days_wrong")), ("30", text("scheduled"))):
        page.ask_schedule()
        assert page.dialog is not None
        page.dialog.lines["f_items"].setText(days)
        with qtbot.waitSignal(page.said, timeout=PATIENCE_MS) as told:
            page.dialog.act.click()
        assert said in told.args[0]
    qtbot.waitUntil(lambda: text("kept_news", 30) in page.plan.text(), timeout=PATIENCE_MS)
    assert core.filing.schedule() == Schedule(items=30)


def test_old_news_goes_after_a_reason_and_the_log_tells_of_it(
    page: RecordsPage, qtbot: QtBot, core: Core
) -> None:
    core.filing.set_schedule(Schedule(items=30))
    page.refresh()
    qtbot.waitUntil(page.ready, timeout=PATIENCE_MS)
    dialog = question(page, qtbot)
    assert dialog.windowTitle() == text("news_title", "3", 30)
    assert not dialog.act.isEnabled()
    assert items(core) == 5
    dialog.lines["f_why"].setText("the term is over")
    with qtbot.waitSignal(page.said, timeout=PATIENCE_MS) as told:
        dialog.act.click()
    assert told.args == [text("news_gone", "3")]
    assert items(core) == 2
    qtbot.waitUntil(page.ready, timeout=PATIENCE_MS)
    page.turn_to("log")
    line = page.chosen()
    assert isinstance(line, Gone)
    assert (line.items, line.by) == (3, "Ann")
    assert text("k_news") in page.detail.toPlainText()
    assert "the term is over" in page.detail.toPlainText()
    page.ask_news()
    with qtbot.waitSignal(page.said, timeout=PATIENCE_MS) as told:
        pass
    assert told.args == [text("news_none", 30)]


def test_a_question_that_is_left_lets_nothing_go(
    page: RecordsPage, qtbot: QtBot, core: Core
) -> None:
    core.filing.set_schedule(Schedule(items=30))
    page.refresh()
    qtbot.waitUntil(page.ready, timeout=PATIENCE_MS)
    question(page, qtbot).reject()
    assert items(core) == 5
    assert core.filing.log() == []


def test_a_run_can_be_stopped_and_the_page_says_how_far_it_came(
    page: RecordsPage, qtbot: QtBot, core: Core, monkeypatch: pytest.MonkeyPatch
) -> None:
    core.filing.set_schedule(Schedule(items=30))
    page.refresh()
    qtbot.waitUntil(page.ready, timeout=PATIENCE_MS)
    dialog = question(page, qtbot)
    dialog.lines["f_why"].setText("why")
    monkeypatch.setattr(thinning, "PAGE", 1)
    whole = thinning.empty

    def empty(*args: object) -> None:
        whole(*args)  # type: ignore[arg-type]
        assert page.news.going is not None
        page.news.going.cancel.set()  # as «Stop» does

    monkeypatch.setattr(thinning, "empty", empty)
    with qtbot.waitSignal(page.said, timeout=PATIENCE_MS) as told:
        dialog.act.click()
    assert told.args == [text("news_stopped", "1")]
    assert items(core) == 4


def test_what_goes_wrong_is_said_and_leaves_no_window_open(
    page: RecordsPage, qtbot: QtBot, core: Core
) -> None:
    core.filing.set_schedule(Schedule(items=30))
    page.refresh()
    qtbot.waitUntil(page.ready, timeout=PATIENCE_MS)
    dialog = question(page, qtbot)
    dialog.lines["f_why"].setText("why")
    core.filing.set_schedule(Schedule())  # by somebody else, meanwhile
    with qtbot.waitSignal(page.said, timeout=PATIENCE_MS) as told:
        dialog.act.click()
    assert "records schedule --items" in told.args[0]
    qtbot.waitUntil(page.ready, timeout=PATIENCE_MS)
    assert items(core) == 5


def test_what_waits_for_the_hub_is_told_where_nothing_can_go(
    page: RecordsPage, qtbot: QtBot, core: Core
) -> None:
    core.filing.set_schedule(Schedule(items=30))
    with core._store.writing() as connection:
        connection.execute("INSERT INTO hubs(identity) VALUES('a hub')")
    (core.profile.folder / FILE).write_text("{}")
    page.refresh()
    qtbot.waitUntil(page.ready, timeout=PATIENCE_MS)
    with qtbot.waitSignal(page.said, timeout=PATIENCE_MS) as told:
        page.ask_news()
    assert told.args == [f"{text('news_none', 30)} · {text('held_hub', 3)}"]
