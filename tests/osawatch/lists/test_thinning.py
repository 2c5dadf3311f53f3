"""Old versions of a list go, and nothing that somebody may still be asked about."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from osawatch.core import Core
from osawatch.lists import screened, thinning
from osawatch.screening.model import Subject
from osawatch.store.lists import Version
from tests.fakes import Clock, Network, Pack, source
from tests.osawatch.lists.test_keeping import entity, un

NOW = datetime(2026, 11, 26, 12, tzinfo=UTC)
METALS = entity(1, "Invented Metals LLC")


def version(hours_ago: float, name: str = "") -> Version:
    when = NOW - timedelta(hours=hours_ago)
    return Version("un-sc", name or f"{hours_ago}", when, "x", 1, 1, "", f"un-sc/{hours_ago}.gz")


def whys(*hours: float, referred: tuple[str, ...] = ()) -> list[str]:
    versions = [version(one) for one in hours]
    return [one.why for one in thinning.judged(versions, referred, NOW)]


def test_the_last_of_each_day_stays_for_a_year_and_of_each_month_after_it() -> None:
    year = 24 * 366
    hours = (1, 2, 25, 26, 27, year + 1, year + 24 * 3, year + 24 * 40, year + 24 * 90)

    assert whys(*hours) == ["newest", "", "day", "", "", "month", "", "month", "first"]


def test_what_is_referred_to_stays_with_the_one_before_it() -> None:
    assert whys(1, 2, 3, 4, 5, referred=("3",)) == ["newest", "", "referred", "before", "first"]


@given(st.lists(st.floats(0, 24 * 1500), min_size=1, max_size=60, unique=True), st.data())
def test_first_newest_and_referred_always_stay(hours: list[float], data: st.DataObject) -> None:
    versions = [version(one) for one in sorted(hours)]
    referred = data.draw(st.sets(st.sampled_from([one.sha256 for one in versions])))

    found = thinning.judged(versions, referred, NOW)

    stays = {one.version.sha256 for one in found if one.why}
    assert referred <= stays
    assert {versions[0].sha256, versions[-1].sha256} <= stays


@pytest.fixture
def desk(tmp_path: Path, clock: Clock, network: Network) -> Iterator[Core]:
    with Core(tmp_path / "profile", clock=clock, fetch=network, pack=Pack()) as core:
        core.save_settings(replace(core.settings(), name="Ann", post="The Hague"))
        core.sources.add(source("wire"))
        yield core


def take(desk: Core, n: int) -> None:
    """Another document that says the same of the same record."""
    desk.lists.take("un-sc", un(METALS) + f"<!-- {n} -->".encode(), "list.xml")


def test_versions_of_one_day_are_thinned_on_disk_as_in_the_record(
    desk: Core, tmp_path: Path
) -> None:
    for n in range(6):
        take(desk, n)
    (tmp_path / "profile/lists/un-sc/leftover.gz").write_bytes(b"of a crash")
    take(desk, 6)

    kept = desk.lists.kept("un-sc")

    assert [one.why for one in kept] == ["newest", "first"]
    files = {path.name for path in (tmp_path / "profile/lists/un-sc").glob("*.gz")}
    assert files == {Path(one.version.file).name for one in kept}
    assert all(desk.lists.entries(one.version) for one in kept)


def test_the_version_that_a_finding_was_made_with_stays(
    desk: Core, network: Network, clock: Clock
) -> None:
    take(desk, 0)
    clock.forward(minutes=1)
    take(desk, 1)
    network.publish("https://wire.example/feed", "Invented Metals LLC was named")
    desk.poll(["wire"])
    for n in range(2, 6):
        clock.forward(minutes=1)
        take(desk, n)

    assert [one.why for one in desk.lists.kept("un-sc")] == ["newest", "referred", "first"]


def test_the_version_that_a_confirmed_hit_was_found_in_stays(desk: Core, clock: Clock) -> None:
    take(desk, 0)
    clock.forward(minutes=1)
    take(desk, 1)
    asked = Subject("", "Invented Metals", kind="entity")
    (answer,) = screened.screen(desk.lists, [asked], "")
    screened.decide(desk.lists, answer.ids, "confirmed")
    for n in range(2, 6):
        clock.forward(minutes=1)
        take(desk, n)

    assert [one.why for one in desk.lists.kept("un-sc")] == ["newest", "referred", "first"]
