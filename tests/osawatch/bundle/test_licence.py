"""In a bundle the text of a source goes as far as its licence allows, and no rule falls silent."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from osawatch.bundle import minisign
from osawatch.bundle.model import BundleRefused
from osawatch.bundle.reading import batches
from osawatch.core import Core
from osawatch.model import Filter
from tests.fakes import Clock, Network, Pack, source

PRESS = "A long story. It says that China puts a ban on germanium too. Nobody may copy it."
ACT = "The state gives this to all."


@pytest.fixture
def pair(tmp_path: Path) -> Iterator[tuple[Core, Core, Network]]:
    clock = Clock()
    network = Network(clock)
    with (
        Core(tmp_path / "a", clock=clock, fetch=network, pack=Pack()) as one,
        Core(tmp_path / "b", clock=clock, fetch=network, pack=Pack()) as two,
    ):
        for core, name in ((one, "Ann"), (two, "Bo")):
            core.save_settings(replace(core.settings(), name=name))
        one.sources.add(source("wire"))
        one.sources.add(source("act", licence="open"))
        yield one, two, network


def moved(one: Core, two: Core, target: Path, *, full: bool = False) -> bytes:
    key = minisign.new()
    one.bundles.make(key, target, full=full)
    two.bundles.trust(key.public, "a desk")
    opened = two.bundles.open(target.read_bytes())
    two.bundles.take(opened)
    return opened.content["items.jsonl"]


def texts(core: Core) -> dict[str, str]:
    found = [core.alert(one.id) for one in core.alerts(Filter(view="all"))]
    return {item.source: item.summary for one in found if one for item in one.story}


def test_press_text_stays_with_its_desk_and_an_open_text_goes_along(
    pair: tuple[Core, Core, Network], tmp_path: Path
) -> None:
    one, two, network = pair
    network.publish(
        "https://wire.example/feed", "China sets a licence duty for gallium", summary=PRESS
    )
    network.publish("https://act.example/feed", "Congo puts a ban on cobalt", summary=ACT)
    one.poll()
    body = moved(one, two, tmp_path / "x.osw")
    assert b"Nobody may copy it" not in body
    assert ACT.encode() in body
    assert PRESS in texts(one)["wire"]
    assert "copy" not in texts(two)["wire"]
    assert texts(two)["act"] == ACT


def test_an_alert_that_only_the_withheld_text_gave_is_raised_at_the_other_desk_too(
    tmp_path: Path,
) -> None:
    """What the sender's rules found goes along in the place of the text, and no word of it."""
    clock = Clock()
    network = Network(clock)
    with (
        Core(tmp_path / "a", clock=clock, fetch=network) as one,
        Core(tmp_path / "b", clock=clock, fetch=network) as two,
    ):
        one.sources.add(source("wire"))
        told = "It was said today that China bans exports of germanium. Nobody may copy this line."
        network.publish("https://wire.example/feed", "News of the day", summary=told)
        one.poll()
        mine = {(found.goods, found.rule) for found in one.alerts(Filter(view="all"))}
        body = moved(one, two, tmp_path / "x.osw")
        theirs = {(found.goods, found.rule) for found in two.alerts(Filter(view="all"))}
    assert mine == theirs != set()
    assert b"bans exports" not in body


def test_a_text_that_a_desk_has_itself_is_not_lost_to_one_without(
    pair: tuple[Core, Core, Network], tmp_path: Path
) -> None:
    one, two, network = pair
    network.publish(
        "https://wire.example/feed", "China sets a licence duty for gallium", summary=PRESS
    )
    one.poll()
    two.sources.add(source("wire"))
    two.poll()
    moved(one, two, tmp_path / "x.osw")
    assert texts(two)["wire"] == PRESS


@pytest.mark.parametrize(
    "judged",
    ["x", {"found": 1}, {"hits": 1}, {"hits": [{}]}, {"hits": ["x"]}, {"hits": [{}] * 61},
     {"hits": [{"id": "a", "title": "", "level": "mad", "status": "stable", "tier": "A",
                "because": "", "groups": []}]}],
)  # fmt: skip
def test_a_verdict_of_a_stranger_that_is_none_refuses_the_bundle(judged: object) -> None:
    row = {"source": "wire", "title": "T", "first_seen": "2026-03-02T12:00:00+00:00",
           "format": "rss", "withheld": True, "judged": judged}  # fmt: skip
    with pytest.raises(BundleRefused, match=r"items.jsonl, line 1"):
        batches(json.dumps(row).encode(), Clock()())
