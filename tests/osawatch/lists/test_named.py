"""Items are compared with the kept lists as they come in; natural persons stay where they are."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from osawatch.briefing.make import draft, written
from osawatch.briefing.model import Asked
from osawatch.bundle import minisign
from osawatch.core import Core
from osawatch.errors import UnknownId
from osawatch.hits import Finding, Told
from osawatch.model import Filter
from osawatch.seen import SeenFilter
from tests.fakes import Clock, Network, Pack, source
from tests.osawatch.lists.test_keeping import entity, person, un

ALL = SeenFilter()
PERSON = "Anatoly Fiktsionov"
LIST = un(entity(1, "Invented Metals LLC"), entity(2, "Hamarat"), person(9, PERSON, "QDi.999"))


@pytest.fixture
def desk(tmp_path: Path, clock: Clock, network: Network) -> Iterator[Core]:
    with Core(tmp_path / "profile", clock=clock, fetch=network, pack=Pack()) as core:
        core.save_settings(replace(core.settings(), name="Ann", post="The Hague"))
        core.sources.add(source("wire"))
        yield core


def publish(desk: Core, network: Network, title: str, **more: str) -> str:
    """Poll an item; the result is its id."""
    network.publish("https://wire.example/feed", title, **more)
    desk.poll(["wire"])
    return desk.archive.page(desk.archive.ids(ALL)[:1])[0].id


def told(desk: Core, item: str) -> Told:
    return desk.listed.of([item])


def one(desk: Core, item: str) -> Finding:
    found = told(desk, item).findings
    assert len(found) == 1
    return found[0]


def test_an_item_that_names_a_listed_company_says_so_and_why(desk: Core, network: Network) -> None:
    desk.lists.take("un-sc", LIST, "list.xml")

    item = publish(desk, network, "China plans a ban of gallium", summary="INVENTED METALS LLC hit")

    found = one(desk, item)
    assert (found.list, found.entity, found.name) == ("un-sc", "1", "Invented Metals LLC")
    assert (found.field, found.start, found.end, found.text) == (
        "summary", 0, 19, "INVENTED METALS LLC",
    )  # fmt: skip
    assert (found.relation, found.need, found.sure) == ("exact", "", True)
    check = told(desk, item).checks[0]
    assert [(a.list, a.records, a.fault) for a in check.lists] == [("un-sc", 3, "")]


def test_a_name_that_is_not_told_leaves_its_reason(desk: Core, network: Network) -> None:
    desk.lists.take("un-sc", LIST, "list.xml")

    item = publish(desk, network, "Hamarat was seen")

    assert told(desk, item).findings == ()
    assert told(desk, item).checks[0].silent == (("one-word", "Hamarat"),)


def test_an_item_that_met_no_list_has_no_check(desk: Core, network: Network) -> None:
    item = publish(desk, network, "Invented Metals LLC was named")

    assert told(desk, item) == Told()


def test_a_list_whose_file_is_damaged_is_said_to_be_left_out(
    desk: Core, network: Network, tmp_path: Path
) -> None:
    desk.lists.take("un-sc", LIST, "list.xml")
    for file in (tmp_path / "profile/lists/un-sc").iterdir():
        file.write_bytes(b"not packed")

    item = publish(desk, network, "Invented Metals LLC was named")

    assert "cannot be read" in told(desk, item).checks[0].lists[0].fault


def test_a_changed_list_is_in_use_with_the_next_item(desk: Core, network: Network) -> None:
    desk.lists.take("un-sc", LIST, "list.xml")
    publish(desk, network, "Fictional Ships Group was named")
    desk.lists.take("un-sc", un(entity(3, "Fictional Ships Group"), *[entity(4, "A B")]), "l.xml")

    item = publish(desk, network, "Again Fictional Ships Group was named")

    assert one(desk, item).entity == "3"


def test_names_are_kept_between_programs_and_made_again_when_they_are_gone(
    desk: Core, network: Network, tmp_path: Path, clock: Clock
) -> None:
    desk.lists.take("un-sc", LIST, "list.xml")
    publish(desk, network, "Invented Metals LLC was named")
    kept = list((tmp_path / "profile/names").iterdir())
    assert len(kept) == 1
    kept[0].write_bytes(b"damaged")

    with Core(tmp_path / "profile", clock=clock, fetch=network, pack=Pack()) as other:
        item = publish(other, network, "Invented Metals LLC was named again")

        assert one(other, item).entity == "1"


def test_a_changed_text_is_compared_again(desk: Core, network: Network) -> None:
    desk.lists.take("un-sc", LIST, "list.xml")
    publish(desk, network, "Invented Metals LLC was named", id="one", url="https://w.example/a/1")
    network.feeds["https://wire.example/feed"].clear()

    item = publish(
        desk, network, "Invented Metals Ltd was named", id="one", url="https://w.example/a/1"
    )

    assert told(desk, item).findings == ()


def test_a_natural_person_is_open_until_a_person_confirms_and_goes_after_thirty_days(
    desk: Core, network: Network, clock: Clock
) -> None:
    desk.lists.take("un-sc", LIST, "list.xml")
    item = publish(desk, network, f"{PERSON} and gallium: a ban")
    assert (one(desk, item).person, one(desk, item).sure) == (True, False)

    clock.forward(days=31)
    desk.poll(["wire"])

    assert told(desk, item).findings == ()


def test_a_confirmed_person_stays_and_a_rejected_one_is_shown_no_more(
    desk: Core, network: Network, clock: Clock
) -> None:
    desk.lists.take("un-sc", LIST, "list.xml")
    first = publish(desk, network, f"{PERSON} was seen")
    second = publish(desk, network, f"A namesake: {PERSON}")

    desk.listed.decide([one(desk, first).id], "confirmed")
    desk.listed.decide([one(desk, second).id], "rejected")
    clock.forward(days=31)
    desk.poll(["wire"])

    assert (one(desk, first).sure, one(desk, first).decider) == (True, "Ann")
    assert told(desk, second).findings == ()


def test_a_word_on_an_unknown_hit_changes_nothing(desk: Core, network: Network) -> None:
    desk.lists.take("un-sc", LIST, "list.xml")
    item = publish(desk, network, f"{PERSON} was seen")

    with pytest.raises(UnknownId):
        desk.listed.decide([one(desk, item).id, "nobody"], "confirmed")

    assert one(desk, item).state == "open"


def test_a_hit_on_a_person_stands_in_no_alert_export_or_briefing(
    desk: Core, network: Network, tmp_path: Path
) -> None:
    """The words of the press stay as they came; that they are a listed person's is told nowhere."""
    desk.lists.take("un-sc", LIST, "list.xml")
    publish(desk, network, "China plans a ban of gallium", summary=f"{PERSON} said so")
    key = one(desk, desk.archive.page(desk.archive.ids(ALL))[0].id).id

    alerts = [desk.alert(alert.id) for alert in desk.alerts(Filter(view="all"))]
    cards = [desk.card(card) for card in desk.card_ids(Filter(view="all"))]
    asked = Asked(since=datetime(2026, 1, 1, tzinfo=UTC), until=desk.now() + timedelta(days=1))
    made = written(draft(desk, asked), "md").decode()

    secret, target = minisign.new(), tmp_path / "out.osw"
    desk.bundles.trust(secret.public, "us")
    desk.bundles.make(secret, target, parts=("items", "events"))
    opened = desk.bundles.open(target.read_bytes())
    packed = b"".join(opened.content.values()).decode()
    desk.backtests.export(tmp_path / "archive")
    columns = b"".join(one.read_bytes() for one in (tmp_path / "archive").rglob("*.parquet"))
    assert b"QDi.999" not in columns

    everything = f"{alerts}{cards}{made}{packed}{desk.history(alerts[0].alert.id)}"  # type: ignore[union-attr]
    assert "gallium" in everything
    assert "QDi.999" not in everything
    assert "un-sc" not in everything
    assert key not in everything
