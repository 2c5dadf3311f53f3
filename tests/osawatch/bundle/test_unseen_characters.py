"""What nobody sees is taken out of a bundle's texts; a clean text comes byte by byte as it was."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feeds.text import clean
from osawatch.bundle import minisign, reading, unseen
from osawatch.bundle.packing import lines
from osawatch.core import Core
from osawatch.model import Filter
from tests.fakes import Clock, Network, Pack, source

NOW = datetime(2026, 3, 2, 8, tzinfo=UTC)
TURNED = "China sets a licence duty for gal\u202elium\u200b"
PLAIN = "China sets a licence duty for gallium"


def row(**changed: str) -> dict[str, object]:
    return {
        "source": "wire", "format": "rss", "guid": "1", "url": "https://wire.example/1",
        "title": PLAIN, "summary": "Two\nlines, a tab\t and \u062e\u200c\u0648\u062f.",
        "publisher": "Wire", "language": "en", "first_seen": "2026-03-01T08:00:00+00:00",
    } | changed  # fmt: skip


def items(*rows: dict[str, object]) -> bytes:
    return lines(rows)


def test_a_sign_that_turns_writing_round_is_taken_out_before_anything_is_made_of_it() -> None:
    body = items(row(title=TURNED, summary=TURNED, publisher="W\u2066ire"))
    [batch] = reading.batches(body, NOW)
    [item] = batch.items
    assert (item.title, item.summary, item.publisher) == (PLAIN, PLAIN, "Wire")
    assert item == reading.batches(items(row(summary=PLAIN)), NOW)[0].items[0], "so the same id"
    assert reading.hidden(body) == 1


def test_a_text_without_them_stays_as_it_is() -> None:
    body = items(row())
    [batch] = reading.batches(body, NOW)
    assert batch.items[0].summary == row()["summary"]
    assert reading.hidden(body) == 0


@given(st.text(max_size=200))
def test_no_text_of_a_stranger_keeps_what_feeds_lose_and_a_clean_one_is_equal(text: str) -> None:
    found = unseen.without(text)
    assert unseen.without(found) == found
    assert not any(not one.isspace() and not clean(one) for one in found)
    assert unseen.without(clean(text)) == clean(text)


def test_the_name_of_a_source_hides_nothing() -> None:
    body = json.dumps({"id": "wire", "title": "W\u202eire", "url": "https://wire.example/feed"})
    [spec] = reading.specs(body.encode())
    assert spec.title == "Wire"


@pytest.fixture
def core(tmp_path: Path) -> Iterator[Core]:
    with Core(tmp_path / "hq", clock=Clock(), fetch=Network(), pack=Pack()) as made:
        yield made


def test_looking_into_such_a_bundle_says_so(core: Core, tmp_path: Path) -> None:
    network = Network(Clock())
    network.publish("https://wire.example/feed", PLAIN)
    secret = minisign.new()
    with Core(tmp_path / "post", clock=network.clock, fetch=network, pack=Pack()) as post:
        post.sources.add(source("wire"))
        post.poll()
        post.bundles.make(secret, tmp_path / "one.osw")
    core.bundles.trust(secret.public, "Astana")
    opened = core.bundles.open((tmp_path / "one.osw").read_bytes())
    assert core.bundles.take(opened, dry=True).warnings == ()
    [sent] = [json.loads(one) for one in opened.content["items.jsonl"].splitlines()]
    robbed = opened.content | {"items.jsonl": items(sent | {"title": TURNED})}

    told = core.bundles.take(replace(opened, content=robbed), dry=True)

    assert told.warnings == ("hides characters in 1 items, which are taken out",)
    core.bundles.take(replace(opened, content=robbed))
    [alert] = core.alerts(Filter(view="all"))
    assert alert.title == PLAIN
