"""Erasure reaches registers, situations and own reports, and says who else has the name."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from osawatch.bundle import minisign
from osawatch.core import Core
from osawatch.filing.redact import Redaction
from osawatch.model import Filter
from osawatch.store import abroad, events, hub
from osawatch.store.ownwords import _moved
from tests.fakes import Network

NAME = "Jan Jansen"
KEY = minisign.new()
REPORT = {
    "title": "Jan Jansen: China sets a licence duty for gallium exports",
    "day": "2026-03-01",
    "summary": "China will ban exports of gallium, Jan Jansen of an invented works said.",
    "comment": "Jan Jansen is well informed",
}


def erase(core: Core) -> None:
    core.filing.privacy.erase(NAME, "asked for it")


def test_registers_lose_the_name_and_stand_as_they_did(core: Core) -> None:
    licence = core.registers.add(
        "licence", {"firm": NAME, "good": "gallium", "filed": "2026-02-20", "status": "filed"}
    )
    core.registers.told("licence", licence.id, "Jan Jansen, by telephone")

    erase(core)

    [entry] = core.registers.every("licence")
    assert (entry.id, entry.text("firm"), entry.text("good")) == (licence.id, "[erased]", "gallium")
    assert NAME not in str(core.registers.log("licence", licence.id))
    [gone] = core.filing.log()
    assert gone.left["ids"] == 1
    assert core.care.doctor() == []


def test_situations_lose_the_name_from_lines_titles_and_reports(core: Core) -> None:
    found = core.situations.open("Strait closed, says Jan Jansen", ["wire"], 4)
    core.situations.line(found.id, "Jan Jansen: two ships turned", "rumour")
    core.situations.report(found.id, "As of now, JAN JANSEN says two ships turned.", "0" * 64)

    erase(core)

    [shown] = core.situations.every()
    assert shown.title == "Strait closed, says [erased]"
    assert shown.lines[0].text == "[erased]: two ships turned"
    assert shown.reports[0].text == "As of now, [erased] says two ships turned."
    assert core.care.doctor() == []


def test_an_own_report_loses_the_name_as_an_item_too(core: Core) -> None:
    filed = core.reports.file(REPORT)
    core.reports.change(filed.entry.id, {"facts": "Jan Jansen counted forty crates"})
    before = core.filing.privacy.standing(NAME)
    assert (before.reports, before.items) == (1, 0)

    erase(core)

    after = core.filing.privacy.standing(NAME)
    assert (after.events, after.reports, after.items, dict(after.rows)) == (0, 0, 0, {})
    assert dict(after.held) == {}
    [alert] = core.alerts(Filter(goods=("gallium",)))
    assert alert.title == "[erased]: China sets a licence duty for gallium exports"
    assert core.alerts(Filter(text="jansen")) == []
    assert len(core.alerts(Filter(text="licence duty"))) == 1
    assert core.care.doctor() == []


def test_what_a_rule_met_in_a_report_still_stands_at_its_place(core: Core) -> None:
    core.reports.file(REPORT)
    erase(core)
    [alert] = core.alerts(Filter(goods=("gallium",)))
    detail = core.alert(alert.id)
    assert detail is not None
    [item] = detail.story
    spoken = {"title": item.title, "summary": item.summary}
    assert item.marks
    assert all(spoken[one.field][one.start : one.end] == one.text for one in item.marks)


def test_a_report_that_comes_again_as_it_was_brings_the_name_not_back(core: Core) -> None:
    filed = core.reports.file(REPORT)
    erase(core)

    core.reports._into_news(filed.entry)  # as another desk that has it passes it on

    assert core.filing.privacy.standing(NAME).reports == 0
    assert core.registers.one("report", filed.entry.id).text("comment").startswith("[erased]")


def test_press_and_lists_are_left_and_counted(core: Core, network: Network) -> None:
    network.publish("https://wire.example/feed", "Jan Jansen speaks of gallium: export ban, China")
    core.poll()
    core.reports.file(REPORT)

    erase(core)

    assert core.filing.privacy.standing(NAME).items == 1


def test_the_log_line_says_which_bundles_and_hubs_have_it(core: Core, tmp_path: Path) -> None:
    core.reports.file(REPORT)
    core.bundles.make(KEY, tmp_path / "one.osw", channel="post/Astana")
    with core._store.writing() as connection:
        connection.execute("INSERT INTO hubs(identity, sent_event) VALUES('hub-1', 1000000)")
        hub.note_contact(connection, "hub-1", core.now())

    erase(core)

    [gone] = core.filing.log()
    assert gone.left["hubs"] == [["hub-1", 1]]
    assert gone.left["bundles"] == [["post/Astana", 1, f"{core.now():%Y-%m-%d}"]]
    assert gone.left["posts"] == []
    assert NAME not in str(gone)


def test_a_bundle_of_before_the_line_was_written_does_not_have_it(
    core: Core, tmp_path: Path
) -> None:
    core.bundles.make(KEY, tmp_path / "one.osw", channel="post/Astana")
    core.reports.file(REPORT)
    with core._store.reading() as connection:
        said = [one.id for one in events.everything(connection) if NAME in str(one.data)]
        assert abroad.of(connection, said) == abroad.Abroad()


def test_files_of_the_profile_that_hold_the_name_are_named(core: Core) -> None:
    own = core.profile.folder / "watchlist"
    own.mkdir(exist_ok=True)
    (own / "own.yaml").write_text("companies:\n  - {id: jj, name: Jan Jansen}\n")
    assert "watchlist/own.yaml" in core.filing.privacy.standing(NAME).elsewhere


@given(st.text(alphabet="abJan sen.", max_size=40), st.integers(0, 39), st.integers(1, 8))
def test_a_word_that_stays_is_found_where_it_moved_to(text: str, start: int, size: int) -> None:
    redaction = Redaction({"Jan": "erased"})
    end = min(len(text), start + size)
    if start >= end:
        return
    moved = _moved(start, end, redaction.places(text))
    if moved is not None:
        assert redaction.text(text)[slice(*moved)] == text[start:end]
