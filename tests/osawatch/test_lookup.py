"""Look-up: by name in any language, by code; what stands in the dossier and how far it looked."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest

from osawatch.core import Core


@pytest.fixture(scope="module")
def core(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Core]:
    folder = tmp_path_factory.mktemp("lookup")
    file = folder / "feed.json"
    item = {
        "id": "1",
        "title": "China bans exports of gallium to Japan",
        "url": "https://w.example/1",
    }
    file.write_text(json.dumps({"version": "https://jsonfeed.org/version/1.1", "items": [item]}))
    with Core(folder / "profile") as made:
        made.ingest([file])
        yield made


@pytest.mark.parametrize(
    ("typed", "kind", "key"),
    [
        ("gallium", "good", "gallium"),
        ("镓", "good", "gallium"),
        ("Китай", "country", "CN"),
        ("china", "country", "CN"),
        ("CN", "country", "CN"),
    ],
)
def test_a_name_in_any_language_leads_to_its_subject(
    core: Core, typed: str, kind: str, key: str
) -> None:
    found = core.lookup.subjects(typed)
    assert (found[0].kind, found[0].key) == (kind, key)


def test_the_beginning_of_a_customs_code_leads_to_its_goods(core: Core) -> None:
    codes = core.rulebook.pack.watchlist.goods["gallium"].codes
    for typed in (codes[0].hs6, codes[0].cn8, f"{codes[0].hs6[:4]}.{codes[0].hs6[4:]}"):
        assert "gallium" in {one.key for one in core.lookup.subjects(typed)}


def test_words_of_nothing_watched_find_nothing(core: Core) -> None:
    assert core.lookup.subjects("no such thing at all") == []
    assert core.lookup.subjects("   ") == []


def test_a_dossier_holds_measures_shares_owner_alerts_and_how_far_the_desk_looked(
    core: Core,
) -> None:
    found = core.lookup.dossier(core.lookup.subjects("gallium")[0])
    assert found.ministries
    assert found.shares[0].share == max(one.share or 0 for one in found.shares)
    assert any(one.measure.country == "CN" for one in found.standings)
    assert [one.goods for one in found.alerts] == [("gallium",)]
    assert found.as_of
    assert found.coverage.on == 0


def test_the_dossier_of_a_country_names_the_goods_it_supplies(core: Core) -> None:
    found = core.lookup.dossier(core.lookup.subjects("China")[0])
    assert "gallium" in {one.good for one in found.shares}
    assert {one.country for one in found.shares} == {"CN"}
    assert found.alerts
