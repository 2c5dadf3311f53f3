"""Whether the world can be reached: a way out, and a name server that knows something."""

from __future__ import annotations

import socket
import threading

import pytest

from feeds import online
from feeds.fetch import Fetcher

HOSTS = ("a.example", "b.example", "c.example")


def no_names(host: str, *_: object, **__: object) -> list[object]:
    raise socket.gaierror(socket.EAI_AGAIN, "Temporary failure in name resolution")


def only_b(host: str, *_: object, **__: object) -> list[object]:
    if host == "b.example":
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("93.184.216.34", 443))]
    return no_names(host)


@pytest.fixture
def way(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(online, "routed", lambda: True)


@pytest.mark.usefixtures("way")
def test_one_known_name_of_many_is_enough() -> None:
    assert Fetcher(resolver=only_b).fault(HOSTS) == ""
    assert "name" in Fetcher(resolver=no_names).fault(HOSTS)


@pytest.mark.usefixtures("way")
def test_without_names_to_ask_for_a_way_out_is_enough() -> None:
    assert Fetcher(resolver=no_names).fault() == ""


@pytest.mark.usefixtures("way")
def test_a_fault_in_a_resolver_means_that_it_knows_nothing() -> None:
    assert "name" in Fetcher(resolver=lambda *_, **__: 1 / 0).fault(HOSTS)


def test_a_machine_without_any_way_out_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    class Cut:
        def __init__(self, *_: object) -> None:
            raise OSError(101, "Network is unreachable")

    monkeypatch.setattr(online.socket, "socket", Cut)

    assert Fetcher(resolver=only_b).fault(HOSTS) == "no network"


def test_behind_a_proxy_nothing_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(online, "routed", lambda: False)

    assert Fetcher(resolver=no_names, proxy="http://127.0.0.1:3128").fault(HOSTS) == ""


def test_a_name_server_that_never_answers_is_left_behind() -> None:
    ended = threading.Event()

    found = online.any_known(HOSTS, lambda *_, **__: [ended.wait(30)], patience=0.05)
    ended.set()

    assert not found


def test_an_address_needs_no_name_server() -> None:
    assert online.any_known(["93.184.216.34"], no_names)
