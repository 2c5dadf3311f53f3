"""What the worst servers do, and what it costs us: a word, bounded time, bounded memory."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import get_args

import pytest

from feeds.fetch import Fetcher, Request, Response
from feeds.model import PollOutcome
from tests.hostile import ATTACKS, FEED, Hostile, hostile_server


@pytest.fixture(scope="module")
def server() -> Iterator[Hostile]:
    with hostile_server() as hostile:
        yield hostile


@pytest.fixture
def fetcher() -> Iterator[Fetcher]:
    made = Fetcher()
    yield made
    made.close()


def ask(fetcher: Fetcher, url: str, **more: object) -> Response:
    values = {"local": True, "deadline": 10.0, **more}
    return fetcher.fetch(Request(url, **values))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("path", "outcome", "said"),
    [
        ("/bomb", "too_big", "unpacked"),
        ("/bomb-hidden", "too_big", "unpacked"),
        ("/bomb-members", "too_big", "unpacked"),
        ("/bomb-double", "damaged", "gzip, gzip"),
        ("/bomb-inside", "damaged", "packed twice"),
        ("/brotli", "damaged", "'br' was not asked for"),
        ("/zstd", "damaged", "'zstd' was not asked for"),
        ("/big", "too_big", "announces"),
        ("/endless", "too_big", "on the wire"),
        ("/announced", "too_big", "announces"),
        ("/flood-head", "damaged", ""),
        ("/flood-early", "too_big", "on the wire"),
        ("/short", "damaged", "complete message body"),
        ("/short-chunk", "damaged", "incomplete chunked read"),
        ("/nothing", "http_error", "without sending a response"),
        ("/not-http", "http_error", ""),
    ],
)
def test_each_attack_ends_in_a_word(
    server: Hostile, fetcher: Fetcher, path: str, outcome: str, said: str
) -> None:
    found = ask(fetcher, server.url(path))

    assert found.outcome == outcome
    assert said in found.detail
    assert found.body == b""
    assert found.wire_bytes <= (4 << 20) + (64 << 10)


@pytest.mark.parametrize("path", ["/drip", "/drip-head", "/silent"])
def test_the_deadline_holds_for_the_whole_transfer(
    server: Hostile, fetcher: Fetcher, path: str
) -> None:
    found = ask(fetcher, server.url(path), deadline=0.4)

    assert (found.outcome, found.detail) == ("timeout", "not complete within 0.4 s")


def test_the_deadline_holds_for_a_name_server_that_does_not_answer() -> None:
    answered = threading.Event()
    fetcher = Fetcher(resolver=lambda *_, **__: [answered.wait(20)])

    found = fetcher.fetch(Request("https://paper.example/", deadline=0.3))
    fetcher.close()
    answered.set()

    assert found.outcome == "timeout"


def test_a_body_may_be_as_long_as_allowed_and_not_longer(server: Hostile, fetcher: Fetcher) -> None:
    url = server.serve("/exact", body=b"x" * 5_000)

    assert ask(fetcher, url, max_body=5_000).outcome == "ok"
    assert ask(fetcher, url, max_body=4_999).outcome == "too_big"
    assert ask(fetcher, url, max_wire=4_999).outcome == "too_big"


def test_after_every_attack_the_fetcher_still_fetches(server: Hostile, fetcher: Fetcher) -> None:
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(lambda path: ask(fetcher, server.url(path)), ATTACKS * 2))

    assert {one.outcome for one in found} <= set(get_args(PollOutcome)) - {"ok", "not_modified"}
    assert ask(fetcher, server.url("/ok")).body == FEED


def test_closing_calls_off_what_is_running(server: Hostile) -> None:
    fetcher = Fetcher()
    before = len(server.hits)
    with ThreadPoolExecutor(1) as pool:
        running = pool.submit(ask, fetcher, server.url("/silent"), deadline=60.0)
        while len(server.hits) == before:
            threading.Event().wait(0.01)
        fetcher.close()

        assert running.result(timeout=30).outcome == "offline"

    assert ask(fetcher, server.url("/ok")).outcome == "offline"


def test_a_stranger_cannot_write_control_characters_into_a_detail(
    server: Hostile, fetcher: Fetcher
) -> None:
    url = server.serve(
        "/ansi", body=FEED, Content_Encoding="\x1b[31mred\x1b[0m\u0085".encode().decode("latin-1")
    )

    found = ask(fetcher, url)

    assert found.outcome == "damaged"
    assert found.detail.isprintable()
