"""Who the other side is: certificates are checked, and a failure is a word of its own."""

from __future__ import annotations

import shutil
import ssl
from collections.abc import Iterator
from pathlib import Path

import pytest

from feeds.fetch import Fetcher, Request, Response
from tests.hostile import FEED, Hostile, hostile_server, self_signed

pytestmark = pytest.mark.skipif(not shutil.which("openssl"), reason="openssl makes the certificate")


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return self_signed(tmp_path_factory.mktemp("tls"))


@pytest.fixture(scope="module")
def server(certificate: Path) -> Iterator[Hostile]:
    with hostile_server(certificate) as hostile:
        yield hostile


def ask(url: str, trusted: Path | None = None, **more: object) -> Response:
    context = ssl.create_default_context(cafile=trusted) if trusted else None
    fetcher = Fetcher(ssl_context=context)
    try:
        values = {"local": True, "deadline": 10.0, **more}
        return fetcher.fetch(Request(url, **values))  # type: ignore[arg-type]
    finally:
        fetcher.close()


def test_a_certificate_that_is_trusted_is_taken(server: Hostile, certificate: Path) -> None:
    found = ask(server.url("/ok", "localhost"), certificate)

    assert (found.outcome, found.body) == ("ok", FEED)


def test_the_systems_own_store_refuses_a_stranger(server: Hostile) -> None:
    found = ask(server.url("/ok", "localhost"))

    assert found.outcome == "tls"
    assert "self" in found.detail


def test_a_certificate_of_another_name_is_refused(server: Hostile, certificate: Path) -> None:
    found = ask(server.url("/ok", "127.0.0.1"), certificate)

    assert found.outcome == "tls"
    assert "127.0.0.1" in found.detail


def test_a_server_without_tls_is_told_as_such() -> None:
    with hostile_server() as plain:
        found = ask(plain.url("/ok").replace("http:", "https:"))

    assert found.outcome == "tls"


def test_the_deadline_holds_under_tls_too(server: Hostile, certificate: Path) -> None:
    for path in ("/drip", "/drip-head", "/silent"):
        assert ask(server.url(path, "localhost"), certificate, deadline=0.6).outcome == "timeout"


def test_the_caps_hold_under_tls_too(server: Hostile, certificate: Path) -> None:
    for path in ("/endless", "/bomb", "/big"):
        assert ask(server.url(path, "localhost"), certificate).outcome == "too_big"


def test_no_redirect_leads_from_https_to_http(server: Hostile, certificate: Path) -> None:
    with hostile_server() as plain:
        server.serve("/down", 301, Location=plain.url("/ok"))
        found = ask(server.url("/down", "localhost"), certificate)

        assert plain.hits == []
    assert found.outcome == "redirect"
    assert found.moved_to == ""
