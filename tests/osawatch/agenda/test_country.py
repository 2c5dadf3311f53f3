"""One country's page: what is known of it, and what was looked at where nothing is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from osawatch.acts import NewDetail
from osawatch.agenda import country
from osawatch.core import Core
from osawatch.model import Filter


@pytest.fixture(scope="module")
def core(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Core]:
    with Core(tmp_path_factory.mktemp("land") / "profile") as made:
        made.init_profile(sample=True)
        yield made


def test_the_page_tells_what_a_country_does_supplies_and_what_is_open(core: Core) -> None:
    found = country.read(core, "CN")

    assert {one.measure.country for one in found.imposed} == {"CN"}
    assert all(one.country == "CN" for one in found.shares)
    assert {one.good for one in found.shares} >= {"gallium", "germanium"}
    assert found.cards
    about = {one.id for one in core.alerts(Filter(view="all", countries=("CN",)))}
    assert all(about & set(one.alerts) for one in found.cards)
    assert [one.day for one in found.coming] == sorted(one.day for one in found.coming)
    assert all(one.country == "CN" for one in found.sources)
    assert found.coverage.on > 0


def test_an_open_case_stands_there_until_it_is_closed(core: Core) -> None:
    alert = country.read(core, "CN").cards[0].alerts[0]
    made = core.cases.open("Gallium and us", [alert])
    assert made.id in {one.id for one in country.read(core, "CN").cases}
    assert not country.read(core, "NZ").cases

    core.cases.status(made.id, "closed")
    assert made.id not in {one.id for one in country.read(core, "CN").cases}


def test_a_measure_hits_a_country_that_somebody_noted_as_its_destination(core: Core) -> None:
    measure = next(one for one in core.records.measures() if one.country == "CN")
    core.records.add(measure.id, NewDetail("destination", "a note of the post", "NZ"))

    hit = next(one for one in country.read(core, "NZ").hitting
               if one.standing.measure.id == measure.id)  # fmt: skip
    assert hit.why == "destination"


def test_companies_of_the_watchlist_stand_with_their_country(core: Core) -> None:
    firms = {one.id: one for one in country.read(core, "NL").firms}
    assert "asml" in firms
    assert firms["asml"].goods == ("lithography-systems",)


def test_the_post_s_country_is_the_one_that_settings_name_first(core: Core) -> None:
    assert country.default(core) == ""
    core.save_settings(replace(core.settings(), countries=("CL", "PE")))
    assert country.default(core) == "CL"
