"""Workers that share the sources through the hub: real processes, real servers."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import psycopg
import pytest

from feeds.model import SourceSpec
from osawatch.core import Core
from osawatch.hub.server import prepare
from tests.postgres import Postgres
from tests.servers import FeedServer, feed_server

SOURCES = 150


def worker(folder: Path, cluster: Postgres, feeds: FeedServer) -> Path:
    """A profile with all sources and an account of its own."""
    made = folder / f"worker{len(list(folder.iterdir()))}"
    address = cluster.member(made.name, "Polling", "worker")
    passes = folder.parent / f"{made.name}.pass"
    passes.write_text(f"127.0.0.1:{cluster.port}:*:{made.name}:word of {made.name}\n")
    passes.chmod(0o600)
    plain = " ".join(word for word in address.split(" ") if word.split("=")[0] in KEPT)
    with Core(made) as core:
        for number, url in enumerate(feeds.urls):
            core.sources.add(
                SourceSpec(f"s{number}", f"S{number}", url, f"S{number}", poll_minutes=60,
                           local=True)
            )  # fmt: skip
        core.hub.join(f"{plain} passfile={passes}")
    return made


KEPT = ("host", "port", "dbname", "user")


def start(profile: Path, *more: str) -> subprocess.Popen[bytes]:
    code = "import sys; from ui.cli import main; sys.exit(main(sys.argv[1:]))"
    words = [sys.executable, "-c", code, "--profile", str(profile), "poll", "--hub", "--json",
             *more]  # fmt: skip
    return subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE)  # noqa: S603


def asked(feeds: FeedServer) -> Counter[str]:
    return Counter(hit.path for hit in list(feeds.hits) if hit.path != "/robots.txt")


def ended(*workers: subprocess.Popen[bytes]) -> list[bytes]:
    """What each said; all of them ended well."""
    said = [one.communicate(timeout=300) for one in workers]
    assert [one.returncode for one in workers] == [0] * len(workers), said
    return [one[0] for one in said]


def one(cluster: Postgres, words: str) -> list[tuple[object, ...]]:
    with psycopg.connect(cluster.address) as connection:
        cursor = connection.execute(words)  # type: ignore[call-overload]
        return cursor.fetchall() if cursor.description else []


@pytest.mark.slow
def test_two_workers_ask_each_source_once_also_when_one_is_killed(
    cluster: Postgres, tmp_path: Path
) -> None:
    one(cluster, "DROP SCHEMA IF EXISTS osawatch CASCADE")
    prepare(cluster.address)
    folder = tmp_path / "profiles"
    folder.mkdir()
    with feed_server(SOURCES, entries=2) as feeds:
        first, second = (worker(folder, cluster, feeds) for _ in range(2))
        victim, other = start(first), start(second)
        while sum(asked(feeds).values()) < SOURCES // 3 and victim.poll() is None:
            time.sleep(0.01)
        os.kill(victim.pid, signal.SIGKILL)
        victim.communicate()
        (said,) = ended(other)
        counts = asked(feeds)
        assert max(counts.values()) == 1  # nobody is asked twice
        assert len(json.loads(said)["sources"]) >= SOURCES // 3
        turns = dict(one(cluster, "SELECT worker::text, count(*) FROM osawatch.turn GROUP BY 1"))
        assert (len(turns), sum(turns.values())) == (2, SOURCES)  # every one had its turn
        assert SOURCES - len(counts) <= 8  # at most what the dead one had in its hands

        ended(start(first))  # it comes back: within the interval nobody is due
        assert asked(feeds) == counts
        one(cluster, "UPDATE osawatch.turn SET due = now()")  # the next interval
        ended(start(first), start(second))
        more = asked(feeds) - counts
        assert len(more) == SOURCES
        assert set(more.values()) == {1}
        assert one(cluster, "SELECT count(*) FROM osawatch.item") == [(2 * SOURCES,)]


def until(so: Callable[[], bool]) -> None:
    end = time.monotonic() + 240
    while not so():
        assert time.monotonic() < end
        time.sleep(0.1)


@pytest.mark.slow
def test_two_workers_that_go_on_ask_each_source_once_an_interval_and_end_when_told(
    cluster: Postgres, tmp_path: Path
) -> None:
    one(cluster, "DROP SCHEMA IF EXISTS osawatch CASCADE")
    prepare(cluster.address)
    folder = tmp_path / "profiles"
    folder.mkdir()
    many = 40
    with feed_server(many, entries=2) as feeds:
        workers = [start(worker(folder, cluster, feeds), "--follow", "1") for _ in range(2)]
        until(lambda: len(asked(feeds)) == many)
        until(lambda: contacts(cluster) == 2)  # both are in their rounds
        before = last_contact(cluster)
        until(lambda: last_contact(cluster) > before)  # a round later nobody was due
        assert set(asked(feeds).values()) == {1}
        one(cluster, "UPDATE osawatch.turn SET due = now()")  # the next interval
        until(lambda: sum(asked(feeds).values()) >= 2 * many)
        before = last_contact(cluster)
        until(lambda: last_contact(cluster) > before)  # both have told what they were answered
        for each in workers:
            each.send_signal(signal.SIGTERM)
        said = [[json.loads(line) for line in each.splitlines()] for each in ended(*workers)]
        assert set(asked(feeds).values()) == {2}
        assert one(cluster, "SELECT count(*) FROM osawatch.item") == [(2 * many,)]
    rounds = [row for lines in said for row in lines]
    assert sum(row["asked"] for row in rounds) == 2 * many
    assert {(row["failed"], row["down"]) for row in rounds} == {(0, "")}
    assert all(said)  # a line a round; on a starved machine one may have had no second
    assert len(rounds) > 2


def contacts(cluster: Postgres) -> int:
    return len(one(cluster, "SELECT usr FROM osawatch.contact"))


def last_contact(cluster: Postgres) -> datetime:
    """When the one that has been away longest came last."""
    found = one(cluster, "SELECT min(at) FROM osawatch.contact")[0][0]
    assert isinstance(found, datetime)
    return found
