"""Whose turn it is, and that nobody waits when nobody wants the answer any more."""

from __future__ import annotations

import math
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feeds.allowance import Allowance
from feeds.errors import Cancelled, Expired
from feeds.fetch import Fetcher, Request
from feeds.throttle import LONGEST_PAUSE, Throttle, Turns
from tests.hostile import FEED, Hostile, hostile_server


@pytest.fixture(scope="module")
def server() -> Iterator[Hostile]:
    with hostile_server() as hostile:
        yield hostile


def test_one_host_is_asked_once_at_a_time() -> None:
    turns = Turns(workers=8)

    assert turns.take("a.example", 0.0) == 0
    assert turns.take("a.example", 0.0) == math.inf
    assert turns.take("b.example", 0.0) == 0


def test_a_host_rests_a_second_after_a_visit() -> None:
    turns = Turns(workers=8)
    turns.take("a.example", 0.0)
    turns.give_back("a.example", 10.0)

    assert turns.take("a.example", 10.25) == 0.75
    assert turns.take("a.example", 11.0) == 0


@pytest.mark.parametrize(
    ("host", "gap"),
    [("api.gdeltproject.org", 5.0), ("gdeltproject.org", 5.0), ("notgdeltproject.org", 1.0)],
)
def test_a_host_that_asks_for_more_rest_gets_it_with_all_names_under_it(
    host: str, gap: float
) -> None:
    assert Turns(workers=8).gap(host) == gap


def test_a_redirect_within_a_visit_does_not_wait_again() -> None:
    turns = Turns(workers=8)
    turns.take("a.example", 0.0)
    turns.give_back("a.example", 0.0)

    assert turns.take("a.example", 0.0, at_once=True) == 0


def test_no_more_than_so_many_run_at_once() -> None:
    turns = Turns(workers=2)
    turns.take("a.example", 0.0)
    turns.take("", 0.0)

    assert turns.take("c.example", 0.0) == math.inf
    turns.give_back("", 0.0)
    assert turns.take("c.example", 0.0) == 0


def test_this_machine_has_no_limit_of_its_own() -> None:
    turns = Turns(workers=8)

    assert [turns.take("", 0.0) for _ in range(8)] == [0.0] * 8


def test_a_pause_that_a_host_asked_for_ends_after_a_day_at_the_latest() -> None:
    turns = Turns(workers=8)
    turns.pause("a.example", 1e9, 0.0)

    assert turns.paused("a.example", 60.0) == LONGEST_PAUSE - 60
    assert turns.paused("a.example", LONGEST_PAUSE) == 0
    assert turns.paused("b.example", 0.0) == 0


@given(st.lists(st.sampled_from(["", "a", "b", "c"]), max_size=60))
def test_whatever_is_asked_no_host_is_visited_twice_at_once(hosts: list[str]) -> None:
    turns = Turns(workers=3)
    inside: list[str] = []
    for now, host in enumerate(hosts):
        if turns.take(host, float(now)) == 0:
            inside.append(host)
        elif inside:
            turns.give_back(inside.pop(0), float(now))

        named = [one for one in inside if one]
        assert len(inside) == turns.running <= 3
        assert len(named) == len(set(named))


def test_closing_ends_all_waiting_at_once() -> None:
    throttle = Throttle(Turns(workers=1, spacing=1e6), lambda: 0.0, threading.Event())
    throttle.enter("a.example")
    with ThreadPoolExecutor(3) as pool:
        waiting = [pool.submit(throttle.enter, host) for host in ("a.example", "b.example", "")]
        throttle.close()

        for one in waiting:
            with pytest.raises(Cancelled):
                one.result(timeout=30)
    assert not throttle.over
    throttle.leave("a.example")
    assert throttle.over


def test_two_sources_of_one_host_come_one_after_the_other(server: Hostile) -> None:
    inside: list[int] = []
    most: list[int] = []

    def slow(handler: object) -> None:
        inside.append(1)
        most.append(len(inside))
        threading.Event().wait(0.02)
        inside.pop()
        handler.answer(200, FEED)  # type: ignore[attr-defined]

    for number in range(6):
        server.answers[f"http://paper.example/{number}"] = slow
    fetcher = Fetcher(proxy=server.url(""), spacing=0.01)
    asked = [Request(f"http://paper.example/{number}") for number in range(6)]
    with ThreadPoolExecutor(6) as pool:
        found = list(pool.map(fetcher.fetch, asked))
    fetcher.close()

    assert {one.outcome for one in found} == {"ok"}
    assert set(most) == {1}


def test_a_host_that_asks_for_a_pause_is_not_asked_for_another_source(server: Hostile) -> None:
    server.serve("http://busy.example/1", 429, Retry_After="3600")
    server.serve("http://busy.example/2", body=FEED)
    fetcher = Fetcher(proxy=server.url(""), spacing=0)

    first = fetcher.fetch(Request("http://busy.example/1"))
    before = len(server.hits)
    second = fetcher.fetch(Request("http://busy.example/2", etag='"kept"'))
    other = fetcher.fetch(Request("http://other.example/2"))
    fetcher.close()

    assert (first.outcome, first.retry_after) == ("rate_limited", 3600)
    assert (second.outcome, second.http, second.etag) == ("rate_limited", 0, '"kept"')
    assert second.retry_after is not None
    assert 0 < second.retry_after <= 3600
    assert other.http == 404
    assert len(server.hits) == before + 1


def test_waiting_for_a_turn_does_not_count_against_the_deadline() -> None:
    now = [0.0]
    allowance = Allowance(lambda: now[0], threading.Event())
    allowance.start(30.0, 1_000)

    with allowance.paused():
        now[0] += 300.0
    now[0] += 10.0

    assert (allowance.left(), allowance.waited) == (20.0, 300.0)
    now[0] += 20.0
    with pytest.raises(Expired):
        allowance.left()
