"""Desks that share a hub end in one state, whatever happens to the line and to the server."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import psycopg

from osawatch.hub.link import Link
from osawatch.hub.server import prepare
from osawatch.model import Action, Filter
from osawatch.store import events, hub
from osawatch.store.hub import Cursor
from tests.fakes import Network
from tests.osawatch.hub.conftest import Post
from tests.osawatch.hub.lines import line
from tests.postgres import Postgres

Posts = Callable[..., Post]
WIRE = "https://wire.example/feed"


def log(post: Post) -> set[tuple[str, str, str]]:
    with post.core._store.reading() as connection:
        return {
            (one.id, one.kind, one.subject)
            for one in events.everything(connection)
            if one.kind != "raised"
        }


def state(post: Post) -> set[tuple[str, str, str]]:
    return {(one.id, one.status, one.assignee) for one in post.core.alerts(Filter())}


def test_decisions_and_news_of_one_desk_are_there_at_another(
    posts: Posts, network: Network
) -> None:
    astana, bern = posts("astana"), posts("bern")
    network.publish(WIRE, "China sets a licence duty for gallium")
    astana.core.poll(["wire"])
    (alert,) = astana.core.alerts(Filter())
    astana.core.triage(Action("take", (alert.id,)))
    out = astana.sync()
    assert (out.down, out.items_sent, out.held) == ("", 1, 0)
    assert out.sent == 1
    assert bern.sync().down == ""
    assert state(bern) == state(astana) != set()
    assert log(bern) == log(astana)

    bern.core.triage(Action("close", (alert.id,), {"relevant": True, "reason": ""}))
    assert bern.sync().sent == 1
    assert astana.sync().got == 1
    assert state(bern) == state(astana)
    again = astana.sync()
    assert (again.sent, again.got, again.items_sent, again.items_got) == (0, 0, 0, 0)


def test_a_number_that_stands_for_two_events_is_told_and_never_dropped_in_silence(
    posts: Posts,
) -> None:
    rome = posts("rome")
    with Link(rome.address) as link:
        first = line("a" * 8, rome, 1)
        assert link.push([first]) == []
        assert link.push([first]) == []
        assert link.push([line("b" * 8, rome, 1)]) == [("b" * 8, "conflict")]
        assert link.push([first | {"data": {"other": 1}}]) == [("a" * 8, "conflict")]
        told = {one.event for one in link.conflicts()}
        assert told == {"b" * 8, "a" * 8}


def test_a_device_belongs_to_the_account_that_brought_it(posts: Posts) -> None:
    rome, oslo = posts("rome"), posts("oslo")
    with Link(rome.address) as link:
        assert link.push([line("r1" + rome.name, rome, 1)]) == []
    with Link(oslo.address) as link:
        stolen = line("o1" + oslo.name, rome, 2) | {"post": oslo.name}
        assert link.push([stolen]) == [("o1" + oslo.name, "device")]


def test_an_event_ahead_by_more_than_a_day_moves_no_clock(posts: Posts) -> None:
    rome = posts("rome")
    with Link(rome.address) as link:
        ahead = line("x" + rome.name, rome, 1) | {"hlc": "009999999999999.00000"}
        assert link.push([ahead, line("y" + rome.name, rome, 2)]) == [("x" + rome.name, "ahead")]
        found = {row["id"] for _, row in link.events(Cursor(), 100_000)}
    assert "y" + rome.name in found
    assert "x" + rome.name not in found


def test_what_was_refused_for_a_wrong_clock_goes_once_it_may(posts: Posts) -> None:
    rome = posts("rome")
    ahead = now(1) + timedelta(seconds=2)
    with rome.core._store.writing() as connection:
        events.append(connection, [("note", "nothing", {"text": "é"})], rome.core._person(), ahead)
    assert rome.sync().held == 1
    with rome.core._store.reading() as connection:
        assert [why for _, why, _ in hub.held(connection)] == ["ahead"]
    told = rome.sync()
    while told.held and now(1) < ahead + timedelta(seconds=20):
        time.sleep(0.3)
        told = rome.sync()
    assert (told.sent, told.held) == (1, 0)


def test_a_late_commit_with_a_low_number_is_read_after_all(posts: Posts, cluster: Postgres) -> None:
    """Three transactions that overlap: paged by number alone, the late one would be lost."""
    late, quick, hq = posts("late"), posts("quick"), posts("hq", "hq")
    with Link(hq.address) as reader, Link(late.address) as slow, Link(quick.address) as fast:
        start = last(reader)
        # the quick one takes its transaction number first, and its row number last
        fast.connection.execute("BEGIN")
        fast.connection.execute("SELECT pg_current_xact_id()")
        slow.connection.execute("BEGIN")
        push(slow, [line("s1" + late.name, late, 1)])
        push(fast, [line("f1" + quick.name, quick, 1)])
        assert reader.events(start, 10) == []
        fast.connection.execute("COMMIT")
        first = reader.events(start, 1)
        assert [row["id"] for _, row in first] == ["f1" + quick.name]
        assert reader.events(first[-1][0], 10) == []
        slow.connection.execute("COMMIT")
        rest = reader.events(first[-1][0], 10)
        assert [row["id"] for _, row in rest] == ["s1" + late.name]
        assert rest[0][0].seq < first[0][0].seq  # the very order that loses one
    prepare(cluster.address)


def test_transactions_are_read_by_their_number_and_not_by_its_text(
    posts: Posts, cluster: Postgres
) -> None:
    """Numbers that grow a digit: 999 comes before 1000."""
    rome, hq = posts("rome"), posts("hq", "hq")
    with Link(rome.address) as link, psycopg.connect(cluster.address, autocommit=True) as owner:
        assert link.push([line("before" + rome.name, rome, 1)]) == []
        one = "SELECT pg_current_xact_id()::text::bigint"
        here = owner.execute(one).fetchone()[0]  # type: ignore[index]
        for _ in range(10 ** len(str(here)) - here if here < 9000 else 0):
            owner.execute(one)
        assert link.push([line("after" + rome.name, rome, 2)]) == []
        owner.execute(one)
    with Link(hq.address) as link:
        found = link.events(Cursor(), 10)
    assert [row["dev_seq"] for _, row in found] == [1, 2]
    assert [len(at.xid) for at, _ in found] == sorted(len(at.xid) for at, _ in found)


def test_a_hub_that_is_down_is_said_and_caught_up_with_later(
    posts: Posts, cluster: Postgres, network: Network
) -> None:
    rome, oslo = posts("rome"), posts("oslo")
    network.publish(WIRE, "China sets a licence duty for gallium")
    rome.core.poll(["wire"])
    cluster.stop()
    try:
        (alert,) = rome.core.alerts(Filter())
        rome.core.triage(Action("take", (alert.id,)))
        told = rome.sync()
        assert "cannot be reached" in told.down
        assert told.sent == 0
        assert rome.core.alert(alert.id).alert.status == "in_hand"  # type: ignore[union-attr]
    finally:
        cluster.start()
    assert rome.sync().down == ""
    assert oslo.sync().down == ""
    assert state(oslo) == state(rome)


def test_a_sync_that_is_cut_in_any_batch_goes_on_where_it_was(
    posts: Posts, cluster: Postgres
) -> None:
    rome, oslo = posts("rome"), posts("oslo")
    drafts = [("note", f"alert{n % 50}", {"text": str(n)}) for n in range(5000)]
    with rome.core._store.writing() as connection:
        events.append(connection, drafts, rome.core._person(), now())
    cuts = iter([True, False, True, False, False])

    def cut(what: str, _count: int) -> None:
        if what == "events out" and next(cuts, False):
            cluster.cut()

    runs = [rome.sync(cut) for _ in range(4)]
    assert [bool(one.down) for one in runs][:2] == [True, True]
    assert sum(one.sent for one in runs) == 5000
    cluster.restart()
    told = oslo.sync()
    assert (told.down, told.got) == ("", 5000)
    assert log(oslo) == log(rome)


def test_another_identity_starts_from_zero_and_nothing_comes_twice(
    posts: Posts, cluster: Postgres
) -> None:
    rome = posts("rome")
    with rome.core._store.writing() as connection:
        events.append(connection, [("note", "one", {"text": "a"})], rome.core._person(), now())
    assert rome.sync().from_zero
    before = log(rome)
    assert not rome.sync().from_zero
    with rome.core._store.writing() as connection:
        connection.execute("UPDATE hubs SET identity = 'the one before'")
    told = rome.sync()
    assert told.from_zero
    assert (told.held, log(rome)) == (0, before)
    with psycopg.connect(cluster.address) as connection:
        row = connection.execute(
            "SELECT count(*) FROM osawatch.event WHERE desk = %s", (rome.name,)
        ).fetchone()
    assert row == (1,)


def test_a_source_that_one_desk_spoilt_stops_no_news_of_the_others(
    posts: Posts, network: Network
) -> None:
    astana, bern = posts("astana"), posts("bern")
    spoilt = {"source": "spoilt", "title": "Zinc", "first_seen": "2026-03-02T10:00:00+00:00"}
    with Link(astana.address) as link:
        link.put_items([{"id": "spoilt", "poll_minutes": "soon"}], {"a" * 64: spoilt})
    network.publish(WIRE, "China sets a licence duty for gallium")
    astana.core.poll(["wire"])
    astana.sync()

    told = bern.sync()

    assert (told.down, told.items_got) == ("", 1)
    assert any("spoilt" in one for one in told.refused)
    assert state(bern) == state(astana) != set()


def push(link: Link, lines: list[dict[str, object]]) -> None:
    """Inside a transaction that the test holds open."""
    assert link.push(lines) == []


def last(link: Link) -> Cursor:
    found, place = True, Cursor()
    while found:
        rows = link.events(place, 10_000)
        place, found = (rows[-1][0] if rows else place), bool(rows)
    return place


def now(days: int = 0) -> datetime:
    return datetime.now(UTC) + timedelta(days=days)
