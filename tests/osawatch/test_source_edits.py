"""What the desk says of a source holds; the shipped word stands beside it and comes back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from feeds.model import SourceSpec
from osawatch.core import Core
from osawatch.errors import BadInput, UnknownId
from osawatch.exchange import give_opml, take_opml
from osawatch.model import SourceEdit, SourceRow
from osawatch.store import polled_log, sources
from tests.fakes import Clock, Network, Pack, source

SHIPPED = source("gazette", kind="news", poll_minutes=240)


@pytest.fixture
def core(tmp_path: Path, clock: Clock, network: Network) -> Iterator[Core]:
    with Core(tmp_path / "profile", clock=clock, fetch=network, pack=Pack()) as opened:
        catalogue(opened, SHIPPED)
        opened.sources.add(source("wire"))
        yield opened


def catalogue(core: Core, *specs: SourceSpec) -> None:
    """What a new release ships."""
    with core._store.writing() as connection:
        sources.add(connection, specs, origin="catalogue", on=True)


def row(core: Core, name: str) -> SourceRow:
    return next(one for one in core.sources.rows() if one.id == name)


def test_what_the_desk_says_of_a_shipped_source_survives_a_new_catalogue(core: Core) -> None:
    core.sources.edit("gazette", SourceEdit(title="Our gazette", official=True, minutes=30))

    catalogue(core, replace(SHIPPED, title="Gazette II", country="FR", poll_minutes=120))

    found = row(core, "gazette")
    assert (found.title, found.official, found.poll_minutes) == ("Our gazette", True, 30)
    assert found.country == "FR"
    assert dict(found.shipped) == {
        "title": "Gazette II", "official": "no", "poll_minutes": "120",
    }  # fmt: skip


def test_the_shipped_values_come_back_when_they_are_asked_for(core: Core) -> None:
    core.sources.edit("gazette", SourceEdit(title="Our gazette", kind="trade-data"))

    core.sources.edit("gazette", SourceEdit(shipped=True))

    found = row(core, "gazette")
    assert (found.title, found.kind, found.shipped) == ("Gazette", "news", ())


def test_a_catalogue_that_says_the_same_as_the_desk_leaves_nothing_beside_it(core: Core) -> None:
    core.sources.edit("gazette", SourceEdit(country="BE"))

    catalogue(core, replace(SHIPPED, country="BE"))
    catalogue(core, replace(SHIPPED, country="LU"))

    assert (row(core, "gazette").country, row(core, "gazette").shipped) == ("LU", ())


def test_a_source_of_ones_own_is_changed_and_has_nothing_shipped(core: Core) -> None:
    core.sources.edit("wire", SourceEdit(title=" The  Wire ", country="nl", tags=("Ports",)))

    found = row(core, "wire")
    assert (found.title, found.country, found.tags) == ("The Wire", "NL", ("Ports",))
    assert found.shipped == ()


@pytest.mark.parametrize(
    ("wanted", "field"),
    [
        (SourceEdit(title="  "), "name"),
        (SourceEdit(kind="No Kind"), "kind"),
        (SourceEdit(language="Dutch!"), "language"),
        (SourceEdit(country="Holland"), "country"),
        (SourceEdit(minutes=1), "every"),
    ],
)
def test_what_cannot_be_is_refused_with_its_field(
    core: Core, wanted: SourceEdit, field: str
) -> None:
    with pytest.raises(BadInput) as told:
        core.sources.edit("wire", wanted)

    assert told.value.field == field


def test_a_source_that_is_not_there_is_no_source(core: Core) -> None:
    with pytest.raises(UnknownId):
        core.sources.edit("nobody", SourceEdit(title="x"))
    with pytest.raises(UnknownId):
        core.sources.polls("nobody")


def test_a_shorter_interval_holds_at_once_and_never_before_the_server_allows_it(
    core: Core, network: Network, clock: Clock
) -> None:
    network.publish("https://gazette.example/feed", "Gallium: a licence")
    core.poll(["gazette"])
    before = row(core, "gazette").next_poll
    with core._store.reading() as connection:
        soonest = sources.standing(connection, ["gazette"])[0].soonest
    assert before is not None
    assert soonest is not None

    core.sources.edit("gazette", SourceEdit(minutes=5))
    after = row(core, "gazette").next_poll

    assert after == max(soonest.replace(microsecond=0), clock() + timedelta(minutes=5))
    assert after < before


def test_tags_are_kept_once_whatever_their_case_and_parted_where_lists_part_them(
    core: Core,
) -> None:
    core.sources.edit("wire", SourceEdit(tags=("Ports", "ports", " Asia, East/South ", "")))

    assert row(core, "wire").tags == ("Ports", "Asia", "East", "South")


def test_folders_of_a_list_are_tags_and_go_out_as_folders_again(core: Core, tmp_path: Path) -> None:
    path, out = tmp_path / "in.opml", tmp_path / "out.opml"
    path.write_text(
        '<opml version="2.0"><body><outline text="Asia"><outline text="Ports">'
        '<outline text="One" xmlUrl="https://one.example/rss"/></outline></outline>'
        '<outline text="Metals"><outline text="One" xmlUrl="https://one.example/rss"/></outline>'
        '<outline text="Two" xmlUrl="https://two.example/rss" category="/Metals,/EU/Law"/>'
        "</body></opml>",
        encoding="utf-8",
    )

    found = take_opml(core, path)
    give_opml(core, out)

    tags = {one.title: one.tags for one in core.sources.rows() if one.id in found.new}
    assert tags == {"One": ("Asia", "Ports", "Metals"), "Two": ("Metals", "EU", "Law")}
    assert found.problems == ()
    with Core(tmp_path / "other") as other:
        take_opml(other, out)
        again = {one.title: one.tags for one in other.sources.rows()}
    assert again["One"] == tags["One"]
    assert again["Two"] == tags["Two"]
    assert again["Wire"] == ()


def test_each_poll_is_remembered_and_the_oldest_beyond_fifty_is_forgotten(
    core: Core, network: Network, clock: Clock
) -> None:
    network.publish("https://wire.example/feed", "Gallium: a licence")
    core.poll(["wire"])
    network.faults["https://wire.example/feed"] = "timeout"
    for _ in range(polled_log.MOST):
        clock.forward(hours=1)
        core.poll(["wire"])

    found = core.sources.polls("wire")

    assert len(found) == polled_log.MOST
    assert {one.outcome for one in found} == {"timeout"}
    assert found[0].at == clock()
    assert found[0].next_poll is not None
    assert core.sources.polls("gazette") == []
