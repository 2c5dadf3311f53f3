"""A closed case is written out, kept for its term, then destroyed; the log tells of all of it."""

from __future__ import annotations

import hashlib
import json
from datetime import timedelta
from pathlib import Path

import pytest
from lxml import etree

from osawatch.cases.model import Case
from osawatch.core import Core
from osawatch.errors import BadInput
from osawatch.filing import mdto
from osawatch.filing.model import DESTROYED, Schedule
from osawatch.model import Action, Filter
from osawatch.store import events
from tests.fakes import Clock, Network

FEED = "https://wire.example/feed"
LIST = Schedule(7, "An invented selection list", "An invented ministry")
MDTO = f"{{{mdto.SPACE}}}"
# The order of MDTO-XML 1.0.1: its schema is a sequence.
ORDER = [
    "identificatie", "naam", "aggregatieniveau", "omschrijving", "dekkingInTijd", "waardering",
    "bewaartermijn", "informatiecategorie", "heeftRepresentatie", "archiefvormer",
    "beperkingGebruik",
]  # fmt: skip


@pytest.fixture
def closed(core: Core, network: Network, tmp_path: Path) -> Case:
    """A case about one alert, with a file and words of people in it."""
    network.publish(FEED, "China sets a licence duty for gallium")
    core.poll()
    [alert] = core.alerts(Filter(goods=("gallium",)))
    file = tmp_path / "annex.txt"
    file.write_bytes(b"an invented annex")
    core.attaching.put(alert.id, file)
    core.triage(Action("note", (alert.id,), {"text": "a word on the telephone"}))
    case = core.cases.open("Gallium for the works", [alert.id])
    core.cases.told(case.id, "Jan Jansen")
    return core.cases.status(case.id, "closed", "the licence came")


def filed(core: Core, case: Case, folder: Path) -> Path:
    core.filing.export(case.id, folder, lambda page: b"%PDF " + page[:20], "en")
    return folder


def lines(core: Core) -> list[tuple[str, str, int, str]]:
    with core._store.reading() as connection:
        return [(e.id, e.hlc, e.dev_seq, e.kind) for e in events.everything(connection)]


def test_an_open_case_is_no_record(core: Core, tmp_path: Path) -> None:
    case = core.cases.open("A visit")
    with pytest.raises(BadInput, match="is not closed"):
        core.filing.export(case.id, tmp_path / "out", None, "en")
    assert not (tmp_path / "out").exists()


def test_a_record_holds_the_case_its_log_its_files_and_metadata_of_each(
    core: Core, closed: Case, tmp_path: Path
) -> None:
    core.filing.set_schedule(LIST)
    folder = filed(core, closed, tmp_path / "out")
    said = json.loads((folder / "case.json").read_text("utf-8"))
    assert said["case"]["title"] == "Gallium for the works"
    assert [one["kind"] for one in said["log"]][-1] == "case_status"
    assert said["alerts"][0]["items"][0]["title"] == "China sets a licence duty for gallium"
    assert "summary" not in said["alerts"][0]["items"][0]  # texts of publishers stay here
    [kept] = (folder / "files").glob("*annex.txt")
    assert kept.read_bytes() == b"an invented annex"
    for file in folder.rglob("*"):
        if file.is_file() and not file.name.endswith(".mdto.xml"):
            beside = etree.parse(f"{file}.bestand.mdto.xml").getroot()
            assert (
                beside.findtext(f".//{MDTO}checksumWaarde")
                == hashlib.sha256(file.read_bytes()).hexdigest()
            )
            assert beside.findtext(f".//{MDTO}omvang") == str(file.stat().st_size)


def test_metadata_stand_in_the_order_of_the_schema_with_term_and_creator(
    core: Core, closed: Case, tmp_path: Path
) -> None:
    core.filing.set_schedule(LIST)
    folder = filed(core, closed, tmp_path / "out")
    [about] = etree.parse(str(folder / "case.mdto.xml")).getroot()
    found = list(dict.fromkeys(child.tag.removeprefix(MDTO) for child in about))
    assert found == ORDER
    assert about.findtext(f"{MDTO}bewaartermijn/{MDTO}termijnLooptijd") == "P7Y"
    assert about.findtext(f"{MDTO}waardering/{MDTO}begripCode") == "V"
    assert about.findtext(f"{MDTO}archiefvormer/{MDTO}verwijzingNaam") == LIST.creator


def test_a_place_that_is_taken_is_left_alone(core: Core, closed: Case, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    with pytest.raises(BadInput, match="is there already"):
        filed(core, closed, tmp_path / "out")
    assert list((tmp_path / "out").iterdir()) == []


def test_a_schedule_needs_a_basis_and_its_years_are_sane(core: Core) -> None:
    with pytest.raises(BadInput, match="basis"):
        core.filing.set_schedule(Schedule(7))
    with pytest.raises(BadInput, match="years"):
        core.filing.set_schedule(Schedule(101, "a list"))
    assert core.filing.schedule() == Schedule()


def test_nothing_is_destroyed_before_its_time_or_before_it_was_written_out(
    core: Core, closed: Case, clock: Clock, tmp_path: Path
) -> None:
    with pytest.raises(BadInput, match="no schedule"):
        core.filing.destroy(closed.id, "the term is over")
    core.filing.set_schedule(LIST)
    with pytest.raises(BadInput, match="is kept until"):
        core.filing.destroy(closed.id, "the term is over")
    clock.now += timedelta(days=8 * 366)
    with pytest.raises(BadInput, match="not written out"):
        core.filing.destroy(closed.id, "the term is over")
    filed(core, closed, tmp_path / "out")
    core.cases.told(closed.id, "somebody, late")  # the record no longer holds all of it
    with pytest.raises(BadInput, match="not written out"):
        core.filing.destroy(closed.id, "the term is over")
    assert core.cases.case(closed.id).title == "Gallium for the works"


def test_destruction_takes_words_and_files_and_leaves_every_line_in_its_place(
    core: Core, closed: Case, clock: Clock, tmp_path: Path
) -> None:
    core.filing.set_schedule(LIST)
    clock.now += timedelta(days=8 * 366)
    filed(core, closed, tmp_path / "out")
    before = lines(core)
    gone = core.filing.destroy(closed.id, "the term is over")
    assert lines(core)[:-1] == before
    case = core.cases.case(closed.id)
    assert (case.title, case.outcome, case.told[0].who) == (DESTROYED,) * 3
    assert (case.status, case.alerts) == ("closed", closed.alerts)
    assert core.attaching.of(closed.alerts[0]) == []
    notes = [one.data["text"] for one in core.history(closed.alerts[0]) if one.kind == "note"]
    assert set(notes) == {DESTROYED}
    assert (gone.files, gone.basis, core.filing.log()) == (1, LIST.basis, [gone])
    assert core.filing.due() == []
    assert core.care.doctor() == []
    whole = b"".join(file.read_bytes() for file in core.profile.folder.glob("osawatch.db*"))
    for words in (b"Jan Jansen", b"on the telephone", b"for the works", b"an invented annex"):
        assert words not in whole
    with pytest.raises(BadInput, match="destroyed before"):
        core.filing.destroy(closed.id, "again")


def test_what_stands_in_another_case_is_not_destroyed_with_this_one(
    core: Core, closed: Case, clock: Clock, tmp_path: Path
) -> None:
    core.filing.set_schedule(LIST)
    other = core.cases.open("The same matter, still open", closed.alerts)
    clock.now += timedelta(days=8 * 366)
    filed(core, closed, tmp_path / "out")
    core.filing.destroy(closed.id, "the term is over")
    assert core.cases.case(other.id).alerts == closed.alerts
    assert [one.name for one in core.attaching.of(closed.alerts[0])] == ["annex.txt"]


def test_doctor_tells_of_a_line_that_was_changed_in_another_way(core: Core, closed: Case) -> None:
    core.filing.privacy.erase("Jan Jansen", "asked for it")
    assert core.care.doctor() == []
    with core._store.writing() as connection:
        connection.execute("DROP TRIGGER events_never_change")
        connection.execute("UPDATE events SET data = '{}' WHERE kind = 'case_told'")
    assert any("is not what was left of it" in one for one in core.care.doctor())


def test_doctor_tells_of_a_line_of_this_desk_that_is_missing(core: Core, closed: Case) -> None:
    with core._store.writing() as connection:
        connection.execute("DROP TRIGGER events_never_go")
        connection.execute("DELETE FROM events WHERE kind = 'case_told'")
    assert any("lines and counts to" in one for one in core.care.doctor())
