"""A source is looked at before it is added, can be changed afterwards, and shows its last polls."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot

from osawatch.core import Core
from osawatch.model import Excluded, SourceEdit, SourceRow
from tests.fakes import Clock, Network, Pack, source
from tests.ui.stage import PATIENCE_MS, parts
from ui.sources.add import AddSource
from ui.sources.edit import EditSource
from ui.sources.exclusions import ExcludeDialog
from ui.sources.page import SourcesPage
from ui.sources.polls import PollLog
from ui.tasks import Tasks
from ui.theme import LIGHT

SITE = "https://paper.example"
FEED = f"{SITE}/one"
LINK = '<link rel="alternate" type="application/rss+xml" title="{0}" href="/{0}">'


@pytest.fixture
def network(clock: Clock) -> Network:
    out = Network(clock)
    for title in ("Gallium: a licence", "1 &lt; 2 &amp; &lt;b&gt;", "Sports"):
        out.publish(FEED, title)
    out.publish(f"{SITE}/two", "Nothing of note")
    return out


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def core(tmp_path: Path, network: Network, clock: Clock) -> Iterator[Core]:
    with Core(tmp_path / "profile", clock=clock, fetch=network, pack=Pack()) as opened:
        yield opened


@pytest.fixture
def page(core: Core, qtbot: QtBot, clock: Clock) -> Iterator[SourcesPage]:
    with parts(core) as (_, tasks, bridge):
        out = SourcesPage(core, tasks, bridge, LIGHT, clock=clock)
        qtbot.addWidget(out)
        with qtbot.waitSignal(out.loaded, timeout=PATIENCE_MS):
            out.show()
        yield out


def tasks_of(page: SourcesPage) -> Tasks:
    return page._tasks


def adding(page: SourcesPage, core: Core, qtbot: QtBot) -> AddSource:
    out = AddSource(core, tasks_of(page), core.sources.rows(), LIGHT)
    qtbot.addWidget(out)
    out.show()
    return out


def looked(dialog: AddSource, address: str, qtbot: QtBot) -> None:
    dialog.address.setText(address)
    dialog.look.click()
    qtbot.waitUntil(lambda: dialog._stop is None, timeout=PATIENCE_MS)


def test_nothing_is_added_before_it_was_looked_at(
    page: SourcesPage, core: Core, qtbot: QtBot
) -> None:
    dialog = adding(page, core, qtbot)
    dialog.address.setText("file:///etc/passwd")
    assert not dialog.look.isEnabled()

    dialog.address.setText(f" {FEED} ")

    assert dialog.look.isEnabled()
    assert not dialog.add.isEnabled()
    assert core.sources.rows() == []


def test_a_feed_shows_its_titles_as_plain_text_and_how_many_would_raise_an_alert(
    page: SourcesPage, core: Core, qtbot: QtBot
) -> None:
    dialog = adding(page, core, qtbot)

    looked(dialog, FEED, qtbot)

    titles = {dialog.titles.item(i).text() for i in range(dialog.titles.count())}
    assert titles == {"Gallium: a licence", "1 < 2 & <b>", "Sports"}
    assert "3 items now" in dialog.held.text()
    assert "1 of them would raise an alert" in dialog.held.text()
    assert dialog.fields.name.text() == "A feed"
    assert core.sources.rows() == []


def test_what_the_person_says_of_it_is_added(page: SourcesPage, core: Core, qtbot: QtBot) -> None:
    dialog = adding(page, core, qtbot)
    looked(dialog, FEED, qtbot)
    dialog.fields.name.setText("The Paper")
    dialog.fields.country.setText("nl")
    dialog.fields.tags.setText("Ports, Metals")
    dialog.fields.official.setChecked(True)

    with qtbot.waitSignal(dialog.said, timeout=PATIENCE_MS) as told:
        dialog.add.click()

    (row,) = core.sources.rows()
    assert (row.title, row.url, row.country, row.official) == ("The Paper", FEED, "NL", True)
    assert row.tags == ("Ports", "Metals")
    assert row.enabled
    assert "The Paper" in told.args[0]


def test_what_cannot_be_is_said_and_the_dialog_stays(
    page: SourcesPage, core: Core, qtbot: QtBot
) -> None:
    dialog = adding(page, core, qtbot)
    looked(dialog, FEED, qtbot)
    dialog.fields.country.setText("Holland")

    dialog.add.click()
    qtbot.waitUntil(lambda: "HOLLAND" in dialog.note.text(), timeout=PATIENCE_MS)

    assert dialog.isVisible()
    assert dialog.add.isEnabled()


def test_of_several_feeds_the_person_chooses_one_and_that_one_is_looked_at(
    page: SourcesPage, core: Core, network: Network, qtbot: QtBot
) -> None:
    head = LINK.format("one") + LINK.format("two")
    network.bodies[f"{SITE}/"] = f"<!doctype html><html><head>{head}</head></html>".encode()
    dialog = adding(page, core, qtbot)

    looked(dialog, f"{SITE}/", qtbot)
    assert [dialog.choice.itemData(i) for i in range(3)] == ["", FEED, f"{SITE}/two"]
    assert not dialog.add.isEnabled()

    dialog.choice.activated.emit(2)
    qtbot.waitUntil(lambda: dialog.add.isEnabled(), timeout=PATIENCE_MS)
    assert dialog.titles.item(0).text() == "Nothing of note"


def test_the_one_feed_of_a_page_is_looked_at_by_itself(
    page: SourcesPage, core: Core, network: Network, qtbot: QtBot
) -> None:
    head = LINK.format("one")
    network.bodies[f"{SITE}/"] = f"<!doctype html><html><head>{head}</head></html>".encode()
    dialog = adding(page, core, qtbot)

    looked(dialog, f"{SITE}/", qtbot)

    assert dialog.seen is not None
    assert dialog.seen.address == FEED


def test_what_does_not_answer_can_be_added_unseen(
    page: SourcesPage, core: Core, qtbot: QtBot
) -> None:
    dialog = adding(page, core, qtbot)

    looked(dialog, "https://down.example/feed", qtbot)

    assert "dns" in dialog.note.text()
    assert dialog.add.isEnabled()
    assert dialog.fields.name.text() == "down.example"


def test_a_look_that_is_stopped_shows_nothing_even_when_the_answer_comes(
    page: SourcesPage, core: Core, network: Network, qtbot: QtBot
) -> None:
    dialog = adding(page, core, qtbot)
    gate = threading.Event()

    def wait(_: object) -> None:
        gate.wait(PATIENCE_MS)

    network.before = wait
    dialog.address.setText(FEED)
    dialog.look.click()
    assert dialog.bar.isVisible()

    dialog.look.click()
    gate.set()
    qtbot.waitUntil(lambda: tasks_of(page).pending() == 0, timeout=PATIENCE_MS)

    assert dialog.note.text() == "Stopped. Nothing was added."
    assert not dialog.add.isEnabled()


def opened(page: SourcesPage, kind: type[QDialog], qtbot: QtBot) -> QDialog:
    qtbot.waitUntil(lambda: isinstance(page.doing.dialog, kind), timeout=PATIENCE_MS)
    assert page.doing.dialog is not None
    return page.doing.dialog


def with_source(page: SourcesPage, core: Core, qtbot: QtBot) -> SourceRow:
    core.sources.add(source("wire", url=FEED), ["Ports"])
    core.sources.add(source("other"))
    core.poll(["wire"])
    with qtbot.waitSignal(page.loaded, timeout=PATIENCE_MS):
        page.refresh()
    page.choose("wire")
    return next(row for row in core.sources.rows() if row.id == "wire")


def test_a_source_is_changed_from_the_foot_of_the_page(
    page: SourcesPage, core: Core, qtbot: QtBot
) -> None:
    with_source(page, core, qtbot)
    page.detail.buttons["edit"].click()
    dialog = opened(page, EditSource, qtbot)
    assert isinstance(dialog, EditSource)
    assert dialog.fields.tags.text() == "Ports"

    dialog.fields.minutes.setValue(15)
    dialog.fields.name.setText("The Wire")
    with qtbot.waitSignal(page.said, timeout=PATIENCE_MS):
        dialog.save.click()

    row = next(row for row in core.sources.rows() if row.id == "wire")
    assert (row.title, row.poll_minutes, row.tags) == ("The Wire", 15, ("Ports",))


def test_tags_narrow_the_table_and_are_offered_only_where_there_are_some(
    page: SourcesPage, core: Core, qtbot: QtBot
) -> None:
    assert page.bar.tags.isHidden()
    with_source(page, core, qtbot)

    assert not page.bar.tags.isHidden()
    page.bar.tags.choose({"Ports"})
    page.bar.tags.picked.emit({"Ports"})

    assert [page.model.at(i).id for i in range(page.model.rowCount())] == ["wire"]  # type: ignore[union-attr]
    assert "Ports" in page.detail.more.full


def test_the_last_polls_are_told_line_by_line_and_copied_as_text(
    page: SourcesPage, core: Core, network: Network, clock: Clock, qtbot: QtBot
) -> None:
    with_source(page, core, qtbot)
    network.faults[FEED] = "timeout"
    clock.forward(hours=2)
    core.poll(["wire"])

    page.detail.buttons["log"].click()
    dialog = opened(page, PollLog, qtbot)
    assert isinstance(dialog, PollLog)
    said = [dialog.table.item(i, 1).text() for i in range(dialog.table.rowCount())]
    dialog.copy.click()

    assert said == ["Too slow", "OK"]
    copied = QGuiApplication.clipboard().text().splitlines()
    assert copied[1] == FEED
    assert len(copied) == 5
    assert "timeout happened" in copied[3]


def test_shipped_values_stand_in_the_dialog_and_can_be_taken_back(
    page: SourcesPage, core: Core, qtbot: QtBot
) -> None:
    core.init_profile()
    row = core.sources.rows()[0]
    core.sources.edit(row.id, SourceEdit(title="Ours", official=not row.official))
    mine = next(one for one in core.sources.rows() if one.id == row.id)
    dialog = EditSource(core, tasks_of(page), mine, LIGHT)
    qtbot.addWidget(dialog)
    assert row.title in dialog.shipped.text()

    with qtbot.waitSignal(dialog.said, timeout=PATIENCE_MS):
        dialog.again.click()

    again = next(one for one in core.sources.rows() if one.id == row.id)
    assert (again.title, again.shipped) == (row.title, ())


def excluding(page: SourcesPage, core: Core, qtbot: QtBot) -> ExcludeDialog:
    page.detail.buttons["exclude"].click()
    dialog = opened(page, ExcludeDialog, qtbot)
    assert isinstance(dialog, ExcludeDialog)
    return dialog


def test_words_are_excluded_for_a_source_until_a_day_and_heard_again(
    page: SourcesPage, core: Core, qtbot: QtBot
) -> None:
    with_source(page, core, qtbot)
    dialog = excluding(page, core, qtbot)
    assert not dialog.none.isHidden()
    assert not dialog.remove.isEnabled()
    dialog.words.setText("sport, the cup")
    with qtbot.waitSignal(dialog.said, timeout=PATIENCE_MS) as told:
        dialog.add.click()

    assert "sport, the cup" in told.args[0]
    text = (core.profile.folder / "rules.local.yaml").read_text(encoding="utf-8")
    assert "the cup" in text
    dialog.show_list([replace(dialog.wanted(), source="wire", said="sport, the cup",
                              name="wire, sport, the cup")])  # fmt: skip
    with qtbot.waitSignal(dialog.said, timeout=PATIENCE_MS):
        dialog.remove.click()
    assert "the cup" not in (core.profile.folder / "rules.local.yaml").read_text(encoding="utf-8")


def test_what_cannot_be_excluded_is_said_and_the_form_stays(
    page: SourcesPage, core: Core, qtbot: QtBot
) -> None:
    with_source(page, core, qtbot)
    dialog = excluding(page, core, qtbot)
    dialog.reason.setText("no trade")
    dialog.add.click()
    qtbot.waitUntil(lambda: not dialog.problem.isHidden(), timeout=PATIENCE_MS)

    assert dialog.reason.text() == "no trade"
    assert dialog.add.isEnabled()
    names = (dialog.words, dialog.sections, dialog.goods, dialog.until, dialog.reason, dialog.table)
    assert all(one.accessibleName() for one in names)


def test_the_dialog_says_that_critical_alerts_stay_and_which_exclusion_is_over(
    page: SourcesPage, core: Core, qtbot: QtBot
) -> None:
    row = with_source(page, core, qtbot)
    over = Excluded("wire", ("sport",), until=date(2026, 1, 1), said="sport", over=True)
    dialog = ExcludeDialog(core, tasks_of(page), replace(row, official=True), [over], LIGHT)
    qtbot.addWidget(dialog)

    assert "critical" in dialog.told.text()
    assert "official" in dialog.told.text()
    line = dialog.table.topLevelItem(0)
    assert line
    assert line.text(1) == "2026-01-01, over"


def test_every_field_of_the_dialogs_has_a_name(page: SourcesPage, core: Core, qtbot: QtBot) -> None:
    dialog = adding(page, core, qtbot)
    looked(dialog, FEED, qtbot)
    fields = dialog.fields
    shown: list[QWidget] = [
        fields.name, fields.kind, fields.language, fields.country, fields.tags,
        dialog.address, dialog.titles, dialog.choice,
    ]  # fmt: skip

    assert all(one.accessibleName() for one in shown)
