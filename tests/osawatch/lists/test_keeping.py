"""The desk's lists: kept, checked, compared, told of. People are screened for a purpose."""

from __future__ import annotations

import stat
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from feeds.jail import apart
from feeds.jail.keeper import Jail, Limits
from feeds.lists.address import known
from feeds.lists.model import LIST_IDS
from osawatch.core import Core
from osawatch.errors import BadInput, StoreError, UnknownId
from osawatch.lists import screened
from osawatch.lists.desk import Lists, Updated
from osawatch.model import Filter
from osawatch.screening.model import Subject
from tests.fakes import Clock, Network

UN = "https://scsanctions.un.org/resources/xml/en/consolidated.xml"
PERSON = "Anatoly Fiktsionov"


def entity(key: int, name: str, more: str = "") -> str:
    return (
        f"<ENTITY><DATAID>{key}</DATAID><FIRST_NAME>{name}</FIRST_NAME>"
        f"<UN_LIST_TYPE>Atlantis</UN_LIST_TYPE><ENTITY_ADDRESS>"
        f"<COUNTRY>Russian Federation</COUNTRY></ENTITY_ADDRESS>{more}</ENTITY>"
    )


def person(key: int, name: str, reference: str) -> str:
    return (
        f"<INDIVIDUAL><DATAID>{key}</DATAID><FIRST_NAME>{name}</FIRST_NAME>"
        f"<REFERENCE_NUMBER>{reference}</REFERENCE_NUMBER></INDIVIDUAL>"
    )


def un(*records: str) -> bytes:
    return f"<CONSOLIDATED_LIST>{''.join(records)}</CONSOLIDATED_LIST>".encode()


METALS, SHIPPING = entity(1, "Invented Metals LLC"), entity(2, "Unreal Ships Co")
FIRST = un(METALS, SHIPPING)


@pytest.fixture(scope="module")
def pack() -> object:
    from rules.load import load

    return load()


@pytest.fixture
def desk(tmp_path: Path, clock: Clock, network: Network, pack: object) -> Iterator[Core]:
    with Core(tmp_path / "profile", clock=clock, fetch=network, pack=pack) as core:
        core.save_settings(replace(core.settings(), name="Ann", post="The Hague"))
        yield core


def take(core: Core, body: bytes, list_id: str = "un-sc") -> Updated:
    return core.lists.take(list_id, body, "list.xml")


def titles(core: Core) -> list[str]:
    cards = core.cards(core.card_ids(Filter(view="all")))
    return sorted(item.title for card in cards for item in (core.card(card.id) or card).story)  # type: ignore[union-attr]


def test_every_list_has_an_address_in_the_shipped_file() -> None:
    assert set(known()) == set(LIST_IDS)
    assert all(one.called("en") and one.called("nl") and one.publisher for one in known().values())


def test_ofac_is_asked_by_a_browser_like_name_of_forty_letters() -> None:
    assert all(len(known()[name].user_agent) >= 40 for name in ("ofac-sdn", "ofac-cons"))


def test_the_first_version_is_a_ground_and_no_news(desk: Core) -> None:
    assert take(desk, FIRST) == Updated("un-sc", "ok", records=2)
    assert titles(desk) == []


def test_what_is_added_and_removed_becomes_alerts_in_the_users_words(desk: Core) -> None:
    take(desk, FIRST)

    told = take(desk, un(METALS, entity(3, "Imaginary Chips Ltd")))

    assert (told.added, told.removed, told.alerts) == (1, 1, 2)
    assert titles(desk) == [
        "UN Security Council list: Imaginary Chips Ltd (organisation, Russia) added to the list",
        "UN Security Council list: Unreal Ships Co (organisation, Russia) removed from the list",
    ]
    assert {one.rule for one in desk.alerts(Filter(view="all"))} == {
        "sanctions-list-change", "sanctions-list-removal",
    }  # fmt: skip


def test_a_dutch_desk_reads_dutch(desk: Core) -> None:
    desk.save_settings(replace(desk.settings(), language="nl"))
    take(desk, FIRST)

    take(desk, un(METALS, SHIPPING, entity(3, "Imaginary Chips Ltd")))

    assert titles(desk) == [
        "VN-sanctielijst: Imaginary Chips Ltd (organisatie, Rusland) toegevoegd aan de lijst"
    ]


def test_a_person_is_told_of_without_a_name(desk: Core) -> None:
    take(desk, FIRST)

    told = take(desk, un(METALS, SHIPPING, person(9, PERSON, "QDi.999")))
    again = take(desk, un(METALS, SHIPPING, person(9, "Boris Fiktsionov", "QDi.999")))

    assert (told.alerts, again.items) == (1, 1)
    everything = str([desk.card(card) for card in desk.card_ids(Filter(view="all"))])
    assert "QDi.999" in everything
    assert "iktsionov" not in everything


def test_a_changed_format_is_told_once_and_hides_nothing(desk: Core) -> None:
    take(desk, FIRST)
    noise = "<HAS_INTERPOL_LINK>NO</HAS_INTERPOL_LINK>"

    told = take(
        desk,
        un(
            entity(1, "Invented Metals LLC", noise),
            entity(2, "Fictional Ships Group", noise),
            entity(3, "Imaginary Chips Ltd", noise),
        ),
    )

    assert told.items == 3
    assert sorted(one.rule for one in desk.alerts(Filter(view="all"))) == [
        "sanctions-list-change", "sanctions-list-format",
    ]  # fmt: skip


def test_who_comes_back_to_a_list_is_told_again(desk: Core, clock: Clock) -> None:
    take(desk, FIRST)
    counts = []
    for body in (un(METALS), FIRST, un(METALS), FIRST):
        clock.forward(days=30)
        counts.append(take(desk, body).items)

    assert counts == [1, 1, 1, 1]


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (un(*(entity(n, f"Name {n}") for n in range(4))), "shrunk: 4 records, 10"),
        (b"<Error><Code>NoSuchKey</Code></Error>", "not_a_list"),
        (b"<html><body>Log in</body></html>", "not_a_list"),
        (un(*(entity(n, f"Name {n}") for n in range(12)))[:-90], "damaged"),
        (b"<CONSOLIDATED_LIST></CONSOLIDATED_LIST>", "empty"),
        (b"version https://git-lfs.github.com/spec/v1\noid sha256:0\n", "not_a_list"),
        (
            b'<export xmlns="http://eu.europa.ec/fpi/fsd/export"><sanctionEntity'
            b' euReferenceNumber="EU.1.1"><nameAlias wholeName="X Y"/></sanctionEntity></export>',
            "another_list: this is eu-fsf",
        ),
    ],
)
def test_what_is_not_the_whole_list_is_refused_and_the_last_good_copy_stays(
    desk: Core, body: bytes, reason: str
) -> None:
    good = un(*(entity(n, f"Invented {n}") for n in range(10)))
    take(desk, good)

    refused = take(desk, body)

    assert (refused.outcome, refused.failed, refused.records) == ("refused", True, 10)
    assert refused.detail.startswith(reason)
    assert titles(desk) == []
    ((version, entries),) = desk.lists.current()
    assert len(entries) == version.records == 10
    assert desk.lists.ages()["un-sc"].outcome == "refused"


def test_versions_are_kept_as_they_came_for_their_owner_alone(desk: Core) -> None:
    take(desk, FIRST)

    files = [path for path in desk.lists.folder.rglob("*") if path.is_file()]

    assert [stat.S_IMODE(path.stat().st_mode) for path in files] == [0o600]
    assert stat.S_IMODE(desk.lists.folder.stat().st_mode) == 0o700


def test_a_version_that_was_tampered_with_is_not_used(desk: Core) -> None:
    take(desk, FIRST)
    file = next(path for path in desk.lists.folder.rglob("*.gz"))
    file.write_bytes(file.read_bytes()[:-9])

    with pytest.raises(StoreError):
        list(desk.lists.current())
    assert take(desk, un(METALS)).detail.startswith("compared with nothing")


def test_a_list_is_fetched_when_it_changed_and_only_then(
    desk: Core, network: Network, clock: Clock
) -> None:
    network.bodies[UN] = FIRST
    first = list(desk.lists.update(["un-sc"]))
    clock.forward(hours=5)
    second = list(desk.lists.update(["un-sc"]))
    clock.forward(hours=5)

    assert [one.outcome for one in first + second] == ["ok", "not_modified"]
    assert network.asked[1].etag
    assert desk.lists.ages()["un-sc"].hours == 5
    assert desk.care.stats()["lists"]["un-sc"]["records"] == 2  # type: ignore[index]


def test_a_list_that_is_down_stops_no_other(desk: Core, network: Network) -> None:
    network.bodies[UN] = FIRST

    found = {one.list: one for one in desk.lists.update(["eu-fsf", "un-sc"])}

    assert (found["eu-fsf"].outcome, found["un-sc"].outcome) == ("dns", "ok")


def test_the_difference_since_a_time_starts_at_the_version_of_then(
    desk: Core, clock: Clock
) -> None:
    for body in (un(METALS), FIRST, un(METALS, SHIPPING, entity(3, "Imaginary Chips Ltd"))):
        take(desk, body)
        clock.forward(days=10)

    since = desk.lists.compare("un-sc", clock() - timedelta(days=15))
    last = desk.lists.compare("un-sc")
    ever = desk.lists.compare("un-sc", clock() - timedelta(days=900))

    added = [[one.id for one in compared.found.added] for compared in (since, last, ever)]
    assert added == [["3"], ["3"], ["2", "3"]]


def test_addresses_can_be_changed_and_a_slip_is_named(desk: Core, network: Network) -> None:
    own = desk.profile.folder / "lists.yaml"
    own.write_text("un-sc: {url: 'https://mirror.example/un.xml'}\n")
    network.bodies["https://mirror.example/un.xml"] = FIRST

    assert [one.outcome for one in desk.lists.update(["un-sc"])] == ["ok"]
    own.write_text("un-scc: {url: x}\n")
    with pytest.raises(BadInput, match="no list 'un-scc'"):
        list(desk.lists.update(["un-sc"]))


def test_a_list_without_an_address_is_read_from_a_file(desk: Core) -> None:
    with pytest.raises(BadInput, match="uk-ofsi"):
        list(desk.lists.update(["uk-ofsi"]))
    with pytest.raises(UnknownId):
        list(desk.lists.update(["atlantis"]))


@pytest.fixture
def lists(desk: Core) -> Lists:
    take(desk, un(METALS, SHIPPING, person(9, PERSON, "QDi.999")))
    return desk.lists


@pytest.mark.parametrize("kind", ["person", ""])
def test_a_person_is_screened_for_a_purpose_only(lists: Lists, kind: str) -> None:
    with pytest.raises(BadInput, match="--purpose"):
        screened.screen(lists, [Subject("", PERSON, kind=kind)], "  ")  # type: ignore[arg-type]
    assert screened.log(lists) == []


def test_who_asked_and_why_is_kept(lists: Lists) -> None:
    (answer,) = screened.screen(lists, [Subject("", PERSON, kind="person")], "visa request 7")

    assert [hit.entry.id for hit in answer.hits] == ["9"]
    (line,) = screened.log(lists)
    assert (line["actor"], line["purpose"], line["query"]) == ("Ann", "visa request 7", PERSON)
    assert screened.confirmed(lists) == []


def test_on_a_shared_laptop_who_unlocked_it_asked_and_confirmed(lists: Lists, desk: Core) -> None:
    desk.act_as("Bo")

    (answer,) = screened.screen(lists, [Subject("", PERSON, kind="person")], "visa request 8")
    screened.decide(lists, answer.ids, "confirmed")

    (line,) = screened.log(lists)
    assert line["actor"] == "Bo"
    with desk._store.reading() as connection:
        found = connection.execute("SELECT decider FROM screening_hits").fetchall()
    assert [one[0] for one in found] == ["Bo"]


def test_what_nobody_confirms_goes_after_thirty_days_with_the_name(
    lists: Lists, clock: Clock
) -> None:
    first, second = screened.screen(
        lists, [Subject("", PERSON), Subject("", "Invented Metals")], "a test"
    )
    screened.decide(lists, second.ids, "confirmed")
    clock.forward(days=29)
    assert [hit.state for hit in screened.hits(lists, "")] == ["confirmed", "open"]

    clock.forward(days=2)

    assert [hit.query for hit in screened.hits(lists, "")] == ["Invented Metals"]
    assert [line["query"] for line in screened.log(lists)] == ["Invented Metals", ""]
    assert [line["purpose"] for line in screened.log(lists)] == ["a test", "a test"]
    with pytest.raises(UnknownId):
        screened.decide(lists, first.ids, "confirmed")


def test_a_record_is_found_by_key_and_by_name(lists: Lists) -> None:
    for words in ("9", "un-sc:9", PERSON.upper()):
        assert [entry.id for _, entry in lists.find(words)] == ["9"]
    assert lists.find("eu-fsf:9") == []


def test_a_list_that_is_kept_is_looked_at_once_a_day_by_the_polls_of_the_clock(
    desk: Core, clock: Clock, network: Network
) -> None:
    take(desk, FIRST)
    network.bodies[UN] = un(METALS, SHIPPING, entity(3, "Imaginary Chips Ltd"))

    desk.poll(due=True)
    assert not network.asked
    clock.forward(hours=25)
    desk.poll()
    assert not network.asked  # a person asked for sources
    desk.poll(due=True)
    desk.poll(due=True)

    assert [one.url for one in network.asked] == [UN]
    assert desk.lists.ages()["un-sc"].records == 3
    assert titles(desk)


def test_a_list_that_could_not_be_had_is_asked_again_an_hour_later(
    desk: Core, clock: Clock, network: Network
) -> None:
    take(desk, FIRST)
    network.faults[UN] = "timeout"
    clock.forward(hours=25)
    desk.poll(due=True)
    clock.forward(minutes=30)
    desk.poll(due=True)
    clock.forward(minutes=31)
    desk.poll(due=True)

    assert len(network.asked) == 2
    assert desk.lists.ages()["un-sc"].records == 2


def test_a_broken_file_of_addresses_stops_no_poll(desk: Core, clock: Clock) -> None:
    take(desk, FIRST)
    (desk.profile.folder / "lists.yaml").write_text("un-sc: [")
    clock.forward(hours=25)

    assert desk.poll(due=True).sources == ()


@pytest.mark.skipif(sys.platform != "linux", reason="the limit on memory is Linux'")
def test_a_list_that_ends_its_reader_is_told_so_and_the_last_good_one_stays(
    desk: Core, monkeypatch: pytest.MonkeyPatch
) -> None:
    take(desk, FIRST)
    jail = Jail(Limits(memory=40))
    monkeypatch.setattr(apart, "LISTS", jail)

    found = take(desk, un(METALS, entity(3, "A" + "&lt;" * 14_000_000)))

    assert (found.outcome, found.records) == ("parser_died", 2)
    assert "more than 40 MB of memory" in found.detail
    assert desk.lists.ages()["un-sc"].outcome == "parser_died"
    [(_, entries)] = desk.lists.current()
    assert [one.name for one in entries] == ["Invented Metals LLC", "Unreal Ships Co"]
    assert take(desk, un(METALS, SHIPPING, entity(4, "Nowhere Mines Ltd"))).added == 1
    jail.close()


def test_names_that_could_not_be_read_are_read_again_later(
    desk: Core, monkeypatch: pytest.MonkeyPatch
) -> None:
    from osawatch.naming import book

    take(desk, FIRST)
    names = book.Namebook(desk.lists.house.profile, desk.lists.house.store)
    with monkeypatch.context() as broken:
        broken.setattr(book, "AGAIN", 0.0)
        broken.setattr("osawatch.naming.kept.entries", _lost)
        lacking = names.current()
    assert lacking
    assert "parser_died" in lacking.lists[0].fault
    whole = names.current()
    assert whole
    assert whole.lists[0].fault == ""


def _lost(*_: object) -> None:
    raise StoreError("parser_died: it was ended by SIGKILL")
