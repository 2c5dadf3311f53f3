"""Keys and questions that are sent: to the source's own host, and never anywhere else."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime

import pytest

from feeds import asking, catalogue, recipe
from feeds.fetch import Fetcher, Request
from feeds.messages import sent
from feeds.model import SourceSpec
from tests.servers import Handler, running

NOW = datetime(2026, 11, 25, tzinfo=UTC)
KEY = ("Authorization", "APIKey secret-of-ours")


@dataclass
class Asked:
    """Requests as the server saw them."""

    url: str = ""
    hits: list[tuple[str, str, dict[str, str], bytes]] = field(default_factory=list)


@pytest.fixture
def server() -> Iterator[Asked]:
    asked = Asked()

    class Service(Handler):
        def do_GET(self) -> None:
            self.note()

        def do_POST(self) -> None:
            self.note()

        def note(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            asked.hits.append((self.command, self.path, self.seen(), body))
            if self.path == "/moved":
                self.answer(302, Location="/there")
            else:
                self.answer(200, b"[]", Content_Type="application/json")

    with running(Service) as made:
        asked.url = f"http://127.0.0.1:{made.server_address[1]}"
        yield asked


def test_a_question_with_data_is_sent_with_its_key(server: Asked) -> None:
    fetcher = Fetcher()
    request = Request(f"{server.url}/data", local=True, header=KEY, data=b'{"limit": 5}')

    found = fetcher.fetch(request)
    fetcher.close()

    method, path, headers, body = server.hits[0]
    assert (found.outcome, found.body) == ("ok", b"[]")
    assert (method, path, body) == ("POST", "/data", b'{"limit": 5}')
    assert headers["authorization"] == "APIKey secret-of-ours"
    assert headers["content-type"] == "application/json"


def test_a_question_with_data_follows_no_redirect(server: Asked) -> None:
    fetcher = Fetcher()

    found = fetcher.fetch(Request(f"{server.url}/moved", local=True, header=KEY, data=b"{}"))
    fetcher.close()

    assert found.outcome == "redirect"
    assert [hit[1] for hit in server.hits] == ["/moved"]


def test_a_key_goes_to_its_own_host_and_only_where_nobody_listens() -> None:
    request = Request("https://api.example/data", header=KEY)

    assert sent(request, "api.example", "https") == {b"Authorization": KEY[1]}
    assert sent(request, "elsewhere.example", "https") == {}
    assert sent(request, "api.example", "http") == {}


def test_a_key_is_not_shown() -> None:
    request = Request("https://api.example/data", header=KEY)

    assert "secret" not in repr(request)
    assert "secret" not in repr(asking.Question("https://api.example", KEY))


def spec(**more: str) -> SourceSpec:
    return SourceSpec("gta-data", "t", more.pop("url", "https://api.example/data"), **more)


def test_a_key_comes_from_the_environment_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    values = {"header": "Authorization: APIKey {key}", "post": '{"since": "{since}"}'}
    made = spec(recipe=recipe.write("ask", values), url="https://api.example/?name={key}")
    monkeypatch.setenv("OSAWATCH_KEY_GTA_DATA", " a b ")

    found = asking.question(made, NOW, None)

    assert found.header == ("Authorization", "APIKey a b")
    assert found.url == "https://api.example/?name=a%20b"
    assert found.data == b'{"since": "2026-11-18"}'


@pytest.mark.parametrize("value", ["", "line\nbreak", "ключ"])
def test_a_key_that_fits_into_no_header_is_none(
    monkeypatch: pytest.MonkeyPatch, value: str
) -> None:
    monkeypatch.setenv("OSAWATCH_KEY_GTA_DATA", value)

    assert asking.key("gta-data") == ""


def test_every_shipped_source_with_a_key_says_where_the_key_goes() -> None:
    for one in catalogue.load():
        if one.auth != "none":
            ask = recipe.read(one.recipe).ask
            assert "{key}" in one.url or (ask is not None and "{key}" in ask.header)
            assert one.url.startswith("https://")


@pytest.mark.parametrize("header", ["Authorization", "A: b\nC: d", "Ключ: x", ": x"])
def test_a_header_that_is_none_is_refused(header: str) -> None:
    with pytest.raises(recipe.RecipeError, match=r"ask\.header"):
        recipe.write("ask", {"header": header})
