"""A document that ends its reader is told of at its source; the others go on."""

from __future__ import annotations

import os
import signal
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from feeds.fetch import Request
from feeds.jail.keeper import OURS, Jail, Limits
from osawatch import ingest, poll
from osawatch.core import Core
from tests.fakes import Network

WIRE, PAPER = (f"https://{name}.example/feed" for name in ("wire", "paper"))
LICENCE = "China sets a licence duty for gallium exports from April"
DEADLY = b"<rss><channel><item>" + b"&lt;" * 15_000_000
pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the limit on memory is Linux'")


@pytest.fixture
def tight(monkeypatch: pytest.MonkeyPatch) -> Iterator[Jail]:
    """A reader that has 40 MB."""
    jail = Jail(Limits(memory=40))
    for room in (poll, ingest):
        monkeypatch.setattr(room, "parse", jail.parse)
    yield jail
    jail.close()


@pytest.mark.usefixtures("tight")
def test_a_document_that_kills_its_reader_harms_its_own_source_alone(
    core: Core, network: Network
) -> None:
    network.bodies[PAPER] = DEADLY
    network.publish(WIRE, LICENCE)

    results = {one.id: one for one in core.poll(["paper", "wire"]).sources}

    assert results["wire"].new == 1
    assert results["paper"].outcome == "parser_died"
    assert "more than 40 MB of memory" in results["paper"].detail
    [paper] = [row for row in core.sources.rows() if row.id == "paper"]
    assert paper.outcome == "parser_died"
    assert core.care.doctor() == []


@pytest.mark.usefixtures("tight")
def test_what_its_source_says_next_time_is_read(core: Core, network: Network) -> None:
    network.bodies[PAPER] = DEADLY
    core.poll(["paper"])
    del network.bodies[PAPER]
    network.publish(PAPER, LICENCE)

    [paper] = core.poll(["paper"]).sources

    assert (paper.outcome, paper.new) == ("ok", 1)


@pytest.mark.usefixtures("tight")
def test_a_file_that_kills_its_reader_is_refused_and_the_next_is_read(
    core: Core, tmp_path: Path
) -> None:
    bad, good = tmp_path / "bad.xml", tmp_path / "good.xml"
    bad.write_bytes(DEADLY)
    good.write_text(f"<rss><channel><item><title>{LICENCE}</title></item></channel></rss>")

    found, _ = core.ingest([bad, good])

    assert [(one.outcome, one.reason, one.new) for one in found] == [
        ("refused", "parser_died", 0),
        ("parsed", "", 1),
    ]


def test_a_reader_that_is_killed_in_the_middle_of_a_poll_costs_at_most_one_source(
    core: Core, network: Network
) -> None:
    network.publish(WIRE, LICENCE)
    network.publish(PAPER, LICENCE)
    assert OURS.parse(DEADLY[:20] + b"/>") is not None  # it runs
    pid = OURS.pid
    assert pid

    def stop(request: Request) -> None:
        if request.url == WIRE:
            os.kill(pid, signal.SIGSTOP)
            threading.Timer(0.5, os.kill, (pid, signal.SIGKILL)).start()

    network.before = stop
    first = {one.id: one.outcome for one in core.poll(["wire", "paper"]).sources}
    network.before = lambda _: None
    second = {one.id: one.outcome for one in core.poll(["wire", "paper"]).sources}

    assert sorted(first.values()) == ["ok", "parser_died"]
    assert set(second.values()) <= {"ok", "not_modified"}
    assert core.counts()["unread"] == 1
