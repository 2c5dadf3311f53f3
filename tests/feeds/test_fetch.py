"""What is asked, what is kept, and which word an answer gets: against a real server."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from typing import Any

import httpcore
import pytest

from feeds.fetch import Fetcher, Request, Response, user_agent
from tests.hostile import DATE, FEED, Hostile, hostile_server
from tests.servers import feed_server, rss


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
    return fetcher.fetch(Request(url, local=True, deadline=10, **more))  # type: ignore[arg-type]


# -- validators


def test_a_second_poll_sends_the_validators_and_costs_no_body(fetcher: Fetcher) -> None:
    with feed_server(1) as feeds:
        first = ask(fetcher, feeds.urls[0])
        second = ask(fetcher, feeds.urls[0], etag=first.etag, last_modified=first.last_modified)

    assert (first.outcome, first.http, first.body) == ("ok", 200, rss(0, 40))
    assert (second.outcome, second.http, second.body) == ("not_modified", 304, b"")
    assert (second.etag, second.last_modified) == (first.etag, first.last_modified)
    assert second.wire_bytes < 300 < len(rss(0, 40)) < first.wire_bytes


def test_an_unchanged_feed_leaves_the_connection_open(
    server: Hostile, fetcher: Fetcher, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    real = httpcore.SyncBackend.connect_tcp

    def connect(self: httpcore.SyncBackend, host: str, *more: Any, **most: Any) -> Any:
        opened.append(host)
        return real(self, host, *more, **most)

    monkeypatch.setattr(httpcore.SyncBackend, "connect_tcp", connect)
    url = server.serve("/unchanged", 304)
    for _ in range(5):
        assert fetcher.fetch(Request(url, etag='"v1"', local=True)).outcome == "not_modified"

    assert len(opened) == 1


def test_a_feed_that_changed_is_fetched_again(fetcher: Fetcher) -> None:
    with feed_server(1) as feeds:
        first = ask(fetcher, feeds.urls[0])
        feeds.set_body(0, rss(0, 41))
        second = ask(fetcher, feeds.urls[0], etag=first.etag, last_modified=first.last_modified)

    assert second.outcome == "ok"
    assert second.etag != first.etag
    assert second.last_modified != first.last_modified


@pytest.mark.parametrize(
    "etag",
    ['"plain"', 'W/"weak"', "unquoted", '"trailing" text', '"a", "b"', '""', '"\xe9\xff"', "W/"],
)
def test_an_etag_goes_back_exactly_as_it_came(server: Hostile, fetcher: Fetcher, etag: str) -> None:
    url = server.serve("/etag", body=FEED, ETag=etag)

    first = ask(fetcher, url)
    ask(fetcher, url, etag=first.etag)

    assert first.etag == etag
    assert server.hits[-1].headers["if-none-match"] == etag


@pytest.mark.parametrize("date", [DATE, "2026-03-02 10:00", "Mon, 2 Mar 26 1:00:00 CET", "0"])
def test_a_date_goes_back_exactly_as_it_came(server: Hostile, fetcher: Fetcher, date: str) -> None:
    url = server.serve("/date", body=FEED, Last_Modified=date)

    first = ask(fetcher, url)
    ask(fetcher, url, last_modified=first.last_modified)

    assert server.hits[-1].headers["if-modified-since"] == date
    assert "if-none-match" not in server.hits[-1].headers


def test_the_validators_of_a_new_document_are_one_set(server: Hostile, fetcher: Fetcher) -> None:
    found = ask(
        fetcher, server.serve("/set", body=FEED, ETag='"new"'), etag='"old"', last_modified=DATE
    )

    assert (found.etag, found.last_modified) == ('"new"', "")


@pytest.mark.parametrize(
    ("answer", "kept"),
    [
        ({}, ('"sent"', "sent")),
        ({"ETag": '"sent"'}, ('"sent"', "sent")),
        ({"ETag": '"new"'}, ('"new"', "")),
        ({"ETag": '"new"', "Last_Modified": "new"}, ('"new"', "new")),
        ({"Last_Modified": "new"}, ('"sent"', "new")),
    ],
)
def test_an_unchanged_feed_renews_the_validators(
    server: Hostile, fetcher: Fetcher, answer: dict[str, str], kept: tuple[str, str]
) -> None:
    url = server.serve("/renewed", 304, **answer)

    found = ask(fetcher, url, etag='"sent"', last_modified="sent")

    assert found.outcome == "not_modified"
    assert (found.etag, found.last_modified) == kept


@pytest.mark.parametrize("path", ["/429", "/500", "/410", "/403", "/short", "/bomb", "/nothing"])
def test_validators_survive_whatever_goes_wrong(
    server: Hostile, fetcher: Fetcher, path: str
) -> None:
    if path[1:].isdigit():
        server.serve(path, int(path[1:]), ETag='"wrong"', Last_Modified="wrong")

    found = ask(fetcher, server.url(path), etag='"mine"', last_modified="mine")

    assert found.outcome not in ("ok", "not_modified")
    assert (found.etag, found.last_modified) == ('"mine"', "mine")


def test_unchanged_without_being_asked_is_no_news(server: Hostile, fetcher: Fetcher) -> None:
    found = ask(fetcher, server.serve("/304", 304))

    assert found.outcome == "http_error"


def test_a_validator_that_no_server_would_take_back_is_not_kept(
    server: Hostile, fetcher: Fetcher
) -> None:
    found = ask(fetcher, server.serve("/long", body=FEED, ETag='"' + "x" * 5_000 + '"'))

    assert (found.outcome, found.etag) == ("ok", "")


# -- what a status means


@pytest.mark.parametrize(
    ("status", "headers", "body", "outcome"),
    [
        (401, {}, b"", "blocked"),
        (403, {}, b"", "blocked"),
        (451, {}, b"", "blocked"),
        (202, {"x_amzn_waf_action": "challenge"}, b"", "blocked"),
        (200, {"x_amzn_waf_action": "captcha"}, b"<html>", "blocked"),
        (202, {}, b"<script>window.gokuProps = {}</script>", "blocked"),
        (405, {"Content_Type": "text/html"}, b"<title>Human? Solve the CAPTCHA</title>", "blocked"),
        (503, {"cf_mitigated": "challenge"}, b"", "blocked"),
        (503, {}, b"<script src='/cdn-cgi/challenge-platform/x.js'>", "blocked"),
        (405, {}, b"", "http_error"),
        (202, {}, b"", "http_error"),
        (204, {}, b"", "http_error"),
        (206, {}, FEED, "http_error"),
        (300, {}, b"", "http_error"),
        (404, {}, b"", "http_error"),
        (500, {}, b"", "http_error"),
        (503, {}, b"", "http_error"),
        (410, {}, b"", "gone"),
        (429, {}, b"<h1>Too Many Requests</h1>", "rate_limited"),
        (503, {"Retry_After": "60"}, b"", "rate_limited"),
        (200, {}, b"", "damaged"),
        (203, {}, FEED, "ok"),
    ],
)
def test_each_status_has_its_word(
    server: Hostile,
    fetcher: Fetcher,
    status: int,
    headers: dict[str, str],
    body: bytes,
    outcome: str,
) -> None:
    found = ask(fetcher, server.serve("/status", status, body, **headers))

    assert (found.outcome, found.http) == (outcome, status)
    assert found.detail or outcome == "ok"


@pytest.mark.parametrize("page", [gzip.compress(b"x" * 999)[:20], b"x" * 200_000, b"\xff\xfe" * 9])
def test_a_page_that_cannot_be_read_does_not_hide_the_status(
    server: Hostile, fetcher: Fetcher, page: bytes
) -> None:
    found = ask(fetcher, server.serve("/page", 500, page))

    assert (found.outcome, found.http, found.body) == ("http_error", 500, b"")


def test_retry_after_is_read_as_seconds_and_as_a_date(server: Hostile, fetcher: Fetcher) -> None:
    seconds = ask(fetcher, server.serve("/429", 429, Retry_After="120"))
    date = ask(fetcher, server.serve("/503", 503, Retry_After=DATE))

    assert seconds.retry_after == 120
    assert date.outcome == "rate_limited"
    assert date.retry_after is not None
    assert date.retry_after > 86_400


def test_max_age_is_handed_on(server: Hostile, fetcher: Fetcher) -> None:
    url = server.serve("/aged", body=FEED, Cache_Control="public, max-age=600", Age="100")

    assert ask(fetcher, url).max_age == 500


def test_nobody_listening_is_told_apart_from_a_bad_answer(fetcher: Fetcher) -> None:
    with hostile_server() as gone:
        url = gone.url("/ok")

    found = ask(fetcher, url)

    assert (found.outcome, found.http) == ("http_error", 0)
    assert "refused" in found.detail


# -- how the program shows itself


def test_the_program_names_itself_and_whom_to_write_to(server: Hostile) -> None:
    fetcher = Fetcher(contact="desk@ministry.example\r\nX-Evil: 1")

    ask(fetcher, server.url("/ok"))
    fetcher.close()

    agent = server.hits[-1].headers["user-agent"]
    assert agent.startswith("OSAwatch/")
    assert "desk@ministry.example X-Evil: 1" in agent
    assert "x-evil" not in server.hits[-1].headers


def test_a_source_may_have_a_user_agent_of_its_own(server: Hostile, fetcher: Fetcher) -> None:
    ask(fetcher, server.url("/ok"), user_agent="Mozilla/5.0 (X11) reader")

    assert server.hits[-1].headers["user-agent"] == "Mozilla/5.0 (X11) reader"


def test_only_gzip_is_asked_for_and_no_cookie_is_kept(server: Hostile, fetcher: Fetcher) -> None:
    url = server.serve("/cookie", body=FEED, Set_Cookie="id=1; Path=/")

    ask(fetcher, url)
    ask(fetcher, url)

    assert server.hits[-1].headers["accept-encoding"] == "gzip"
    assert not {"cookie", "referer", "authorization", "from"} & set(server.hits[-1].headers)


def test_the_environment_does_not_choose_a_proxy(
    server: Hostile, fetcher: Fetcher, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:1")
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:1")

    assert ask(fetcher, server.url("/ok")).outcome == "ok"


def test_user_agent_without_a_contact_is_plain() -> None:
    assert user_agent("  ") == user_agent()
    assert ";" not in user_agent()


# -- gzip


@pytest.mark.parametrize("encoding", ["gzip", "x-gzip", "GZIP", "identity", ""])
def test_the_bytes_decide_whether_a_body_is_unpacked(
    server: Hostile, fetcher: Fetcher, encoding: str
) -> None:
    packed = ask(
        fetcher, server.serve("/packed", body=gzip.compress(FEED), Content_Encoding=encoding)
    )
    plain = ask(fetcher, server.serve("/plain", body=FEED, Content_Encoding=encoding))

    assert (packed.outcome, packed.body) == ("ok", FEED)
    assert (plain.outcome, plain.body) == ("ok", FEED)


# -- offline


def test_offline_makes_no_client_at_all(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(httpcore, "ConnectionPool", None)
    fetcher = Fetcher(network="offline", resolver=None)  # type: ignore[arg-type]

    found = fetcher.fetch(Request("https://paper.example/feed", etag='"kept"'))
    fetcher.close()

    assert (found.outcome, found.http, found.etag) == ("offline", 0, '"kept"')
    assert fetcher._pools.count == 0


# -- a list of hosts


def test_a_host_that_is_on_no_list_is_not_asked() -> None:
    asked: list[str] = []

    def resolver(host: str, *_more: object, **_most: object) -> list[Any]:
        asked.append(host)
        raise OSError

    fetcher = Fetcher(resolver=resolver, allowed=[("*.europa.eu", "www.wto.org"), ("*.eu",)])
    outcomes = [
        fetcher.fetch(Request(f"https://{host}/feed")).outcome
        for host in ("wire.example", "www.wto.org", "eur-lex.europa.eu")
    ]
    fetcher.close()
    assert outcomes == ["not_allowed", "not_allowed", "dns"]
    assert asked == ["eur-lex.europa.eu"]


def test_a_redirect_does_not_lead_off_the_list(monkeypatch: pytest.MonkeyPatch) -> None:
    with hostile_server() as server:
        url = server.serve("/away", 302, Location="https://elsewhere.example/")
        port = url.split(":")[2].partition("/")[0]

        def here(_host: str, where: int, **_more: object) -> list[Any]:
            return [(2, 1, 6, "", ("127.0.0.1", where))]

        monkeypatch.setattr("feeds.pools.public", lambda _ip: True)
        fetcher = Fetcher(resolver=here, allowed=[("listed.example",)], spacing=0)
        answer = fetcher.fetch(Request(f"http://listed.example:{port}/away"))
        fetcher.close()
    assert (answer.outcome, "elsewhere.example" in answer.detail) == ("not_allowed", True)
