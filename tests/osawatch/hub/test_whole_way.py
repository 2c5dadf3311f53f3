"""One item on its way: from a source by a worker, the hub, a post and a stick to a cellar."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from osawatch.bundle import minisign
from osawatch.core import Core
from osawatch.errors import Busy, Holder
from osawatch.hub import polling
from osawatch.model import Action, Filter, PollReport
from osawatch.store.hub import FILE
from tests.fakes import Clock, Network, Pack
from tests.osawatch.hub.conftest import Post

Posts = Callable[..., Post]
WIRE = "https://wire.example/feed"


def joined(post: Post) -> Core:
    """As `hub init` leaves it; the password of a test may stand in a plain profile."""
    (post.core.profile.folder / FILE).write_text(json.dumps({"address": post.address}))
    return post.core


def titles(core: Core) -> list[str]:
    return [one.title for one in core.alerts(Filter())]


def test_an_item_comes_from_a_worker_by_the_hub_and_by_stick_to_a_desk_without_a_network_once(
    posts: Posts, network: Network, clock: Clock, tmp_path: Path
) -> None:
    network.publish(WIRE, "China sets a licence duty for gallium")
    worker, post = joined(posts("worker", "worker")), joined(posts("rome"))
    report, down = polling.poll(worker, (), lambda _: None, threading.Event())
    assert (down, [one.new for one in report.sources]) == ("", [1])
    assert post.hub.sync().items_got == 1
    assert post.hub.sync().items_got == 0
    (alert,) = post.alerts(Filter())
    post.triage(Action("note", (alert.id,), {"text": "asked the embassy"}))

    secret = minisign.new()
    file = tmp_path / "rome.osw"
    post.bundles.make(secret, file, channel="rome/all")
    with Core(tmp_path / "cellar", clock=clock, pack=Pack(), offline=True) as cellar:
        cellar.save_settings(replace(cellar.settings(), name="Bo", post="Cellar"))
        cellar.bundles.trust(secret.public, "Rome")
        opened = cellar.bundles.open(file.read_bytes())
        cellar.bundles.take(opened)
        assert titles(cellar) == titles(post) == titles(worker)
        assert [one.id for one in cellar.alerts(Filter())] == [alert.id]
        assert "asked the embassy" in str(cellar.history(alert.id))
        with cellar._store.reading() as connection:
            assert connection.execute("SELECT count(*) FROM items").fetchone() == (1,)


def test_a_worker_goes_on_after_a_round_that_broke_off_and_ends_when_called_off(
    posts: Posts, network: Network, monkeypatch: pytest.MonkeyPatch
) -> None:
    network.publish(WIRE, "China sets a licence duty for gallium")
    worker = joined(posts("worker", "worker"))
    told: list[tuple[int, str]] = []
    cancel = threading.Event()

    def held(*_words: object, **_more: object) -> PollReport:
        monkeypatch.undo()
        raise Busy(worker.profile.folder, Holder(7, "host"))

    def note(report: PollReport, down: str) -> None:
        told.append((len(report.sources), down))
        if len(told) == 3:
            cancel.set()

    monkeypatch.setattr(worker.news.__class__, "poll", held)
    polling.follow(worker, (), 0.01, note, lambda _: None, cancel)
    assert "is being polled by" in told[0][1]
    assert [down for _, down in told[1:]] == ["", ""]


def test_a_worker_whose_network_is_switched_off_waits_and_says_why(
    posts: Posts, network: Network
) -> None:
    worker = joined(posts("worker", "worker"))
    worker.save_settings(replace(worker.settings(), network="offline"))
    told: list[str] = []
    cancel = threading.Event()

    def note(_report: PollReport, down: str) -> None:
        told.append(down)
        if len(told) == 2:
            cancel.set()

    polling.follow(worker, (), 0.01, note, lambda _: None, cancel)
    assert told == ["the network is switched off"] * 2
    assert network.asked == []
