"""The notes of a chart lead to the measure, and to the story that told of it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from types import SimpleNamespace

import pytest

from osawatch.core import Core
from osawatch.model import Filter
from rules.watchlist import Measure as KnownMeasure
from tests.fakes import NOON, Clock, Network, Pack, source

WIRE = "https://wire.example/feed"
DAY = NOON.date()


@pytest.fixture
def desk(tmp_path: Path, clock: Clock, network: Network) -> Iterator[Core]:
    """A core whose pack knows that bans are decided on, and one that is in force."""
    ban = KnownMeasure("export-ban", {"en": "Export ban"}, "export-restriction")
    watched = SimpleNamespace(goods={}, countries={}, measures={"export-ban": ban}, companies={})
    file = tmp_path / "timeline.yaml"
    file.write_text(
        'timeline:\n- {date: "2026-02-20", goods: [gallium], countries: [CN],'
        ' measure: export-ban, status: in_force, text: "Invented ban", source: list}\n',
        encoding="utf-8",
    )
    pack = Pack(watchlist=watched)
    pack.files = (file,)  # type: ignore[attr-defined]
    with Core(tmp_path / "profile", clock=clock, fetch=network, pack=pack) as core:
        core.sources.add(source("wire"))
        yield core


def test_a_note_of_the_chart_leads_to_the_card_of_its_alert(desk: Core, network: Network) -> None:
    network.publish(WIRE, "Cobalt: Kinshasa orders a ban")
    desk.poll(["wire"])
    chart = desk.figures.trend(good="cobalt", country="CD", days=28)

    found = desk.figures.noted.between("cobalt", "CD", DAY - timedelta(27), DAY)

    assert chart.notes
    assert {(one.day, one.status, one.measure) for one in found} == set(chart.notes)
    assert [one.card for one in found] == desk.card_ids(Filter(view="all"))


def test_a_measure_that_no_alert_told_of_has_no_card(desk: Core, network: Network) -> None:
    network.publish(WIRE, "Football results")
    desk.poll(["wire"])

    found = desk.figures.noted.between("gallium", "CN", DAY - timedelta(27), DAY)

    assert [(one.status, one.measure, one.card) for one in found] == [
        ("in_force", "export-ban", "")
    ]
    assert desk.figures.noted.between("gallium", "CN", DAY, DAY) == ()


def test_without_a_country_there_are_no_notes_as_in_the_chart(desk: Core) -> None:
    assert desk.figures.noted.between("gallium", "", DAY - timedelta(27), DAY) == ()
    assert desk.figures.trend(good="gallium", days=28).notes == ()
