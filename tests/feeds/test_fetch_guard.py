"""Where the program connects to: the open internet, and this machine only when a source says so."""

# ruff: noqa: S104 # addresses to be refused, not to listen on

from __future__ import annotations

import ipaddress
import socket
import threading
import time
from collections.abc import Iterator
from typing import Any

import httpcore
import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from feeds.allowance import Allowance
from feeds.errors import PrivateAddress
from feeds.fetch import Fetcher, Request
from feeds.guard import Guard, literal, loopback, public
from feeds.pools import Pools, proxy_problem
from tests.hostile import FEED, Hostile, hostile_server

OPEN = "93.184.216.34"
INSIDE = [
    "127.0.0.1", "127.9.9.9", "0.0.0.0", "10.0.0.1", "172.16.0.1", "192.168.1.1", "100.64.0.1",
    "169.254.169.254", "192.0.0.8", "192.0.2.1", "198.18.0.1", "224.0.0.1", "239.1.1.1",
    "240.0.0.1", "255.255.255.255", "192.88.99.1", "::1", "::", "::7f00:1", "::ffff:127.0.0.1",
    "::ffff:10.0.0.1", "fe80::1", "fe80::1%eth0", "fc00::1", "fd12::1", "fec0::1", "ff02::1",
    "64:ff9b::7f00:1", "64:ff9b::a9fe:a9fe", "64:ff9b:1::1", "2002:7f00:1::1", "2002:a00:1::1",
    "2001:db8::1", "2001::1", "100::1",
]  # fmt: skip


def answers(*addresses: str) -> Any:
    """A name server that gives these addresses for every name."""

    def resolver(host: str, port: int, **_: object) -> list[Any]:
        family = socket.AF_INET6 if ":" in addresses[0] else socket.AF_INET
        return [(family, socket.SOCK_STREAM, 6, "", (ip, port)) for ip in addresses]

    return resolver


@pytest.fixture(scope="module")
def server() -> Iterator[Hostile]:
    with hostile_server() as hostile:
        yield hostile


@pytest.fixture
def fetcher() -> Iterator[Fetcher]:
    made = Fetcher()
    yield made
    made.close()


# -- which addresses


@pytest.mark.parametrize("ip", [OPEN, "2606:4700::1111", "64:ff9b::5db8:d822"])
def test_addresses_of_the_open_internet_are_public(ip: str) -> None:
    assert public(ip)


@pytest.mark.parametrize("ip", INSIDE)
def test_all_other_addresses_are_not(ip: str) -> None:
    assert not public(ip)


@given(st.ip_addresses(v=4))
def test_an_address_wrapped_in_ipv6_is_judged_as_itself(ip: ipaddress.IPv4Address) -> None:
    wrapped = int(ip)

    for outer in ("::ffff:0:0", "64:ff9b::"):
        assert public(str(ipaddress.IPv6Address(outer) + wrapped)) == public(str(ip))


@given(st.ip_addresses())
def test_no_address_is_both_loopback_and_public(ip: Any) -> None:
    assert not (public(str(ip)) and loopback(str(ip)))


@given(st.text(max_size=30))
def test_any_text_is_a_literal_address_or_a_name(text: str) -> None:
    found = literal(text)

    assert not found or ipaddress.ip_address(found)


# -- connecting


@pytest.mark.parametrize(
    "host",
    ["127.0.0.1", "localhost", "[::1]", "2130706433", "0x7f.1", "127.1", "[::ffff:127.0.0.1]",
     "0.0.0.0", "[64:ff9b::7f00:1]", "10.0.0.1", "169.254.169.254", "[fe80::1]"],
)  # fmt: skip
def test_no_source_of_the_world_stands_on_this_machine_or_in_its_network(
    server: Hostile, fetcher: Fetcher, host: str
) -> None:
    before = len(server.hits)

    found = fetcher.fetch(Request(server.url("/ok", host)))

    assert found.outcome == "private_address"
    assert len(server.hits) == before


@pytest.mark.parametrize("addresses", [("127.0.0.1",), (OPEN, "127.0.0.1"), (OPEN, "10.0.0.1")])
def test_a_name_with_one_private_address_is_refused(
    server: Hostile, addresses: tuple[str, ...]
) -> None:
    fetcher = Fetcher(resolver=answers(*addresses))

    found = fetcher.fetch(Request(server.url("/ok", "paper.example")))
    fetcher.close()

    assert found.outcome == "private_address"
    assert found.detail == f"paper.example is {addresses[-1]}"


def test_a_name_that_changes_its_address_between_check_and_use_gains_nothing(
    server: Hostile, monkeypatch: pytest.MonkeyPatch
) -> None:
    given_out = iter([OPEN, "127.0.0.1", "127.0.0.1"])
    connected: list[str] = []

    def connect(_: object, host: str, *__: object) -> httpcore.NetworkStream:
        connected.append(host)
        raise httpcore.ConnectError(OSError(111, "Connection refused"))

    monkeypatch.setattr(httpcore.SyncBackend, "connect_tcp", connect)
    fetcher = Fetcher(resolver=lambda host, port, **_: answers(next(given_out))(host, port))
    fetcher.fetch(Request(server.url("/ok", "rebind.example")))
    fetcher.close()

    assert connected == [OPEN]
    assert next(given_out) == "127.0.0.1"


def test_a_broken_address_does_not_stop_the_next(monkeypatch: pytest.MonkeyPatch) -> None:
    tried: list[str] = []

    def connect(_: object, host: str, *__: object) -> httpcore.NetworkStream:
        tried.append(host)
        raise httpcore.ConnectError(OSError(101, "Network is unreachable"))

    monkeypatch.setattr(httpcore.SyncBackend, "connect_tcp", connect)
    fetcher = Fetcher(resolver=answers("2606:4700::1", "2606:4700::2", OPEN))
    found = fetcher.fetch(Request("https://paper.example/feed"))
    fetcher.close()

    assert tried == ["2606:4700::1", OPEN, "2606:4700::2"]
    assert (found.outcome, found.detail) == ("http_error", "unreachable: Network is unreachable")


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (socket.gaierror(socket.EAI_NONAME, "Name or service not known"), "not known"),
        (socket.gaierror(socket.EAI_AGAIN, "Temporary failure"), "no name server answers"),
        (UnicodeError("label too long"), "no host name"),
    ],
)
def test_a_name_that_leads_nowhere_is_told_as_such(error: Exception, said: str) -> None:
    def resolver(*_: object, **__: object) -> list[Any]:
        raise error

    fetcher = Fetcher(resolver=resolver)
    found = fetcher.fetch(Request("https://paper.example/feed"))
    fetcher.close()

    assert found.outcome == "dns"
    assert said in found.detail


def test_a_name_without_addresses_is_told_as_such() -> None:
    fetcher = Fetcher(resolver=lambda *_, **__: [])

    found = fetcher.fetch(Request("https://paper.example/feed"))
    fetcher.close()

    assert found.outcome == "dns"


def test_a_fault_in_a_resolver_is_not_hidden() -> None:
    fetcher = Fetcher(resolver=lambda *_, **__: 1 // 0)  # type: ignore[arg-type]

    with pytest.raises(ZeroDivisionError):
        fetcher.fetch(Request("https://paper.example/feed"))
    fetcher.close()


# -- local sources


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "127.1"])
def test_a_source_marked_local_may_stand_on_this_machine(
    server: Hostile, fetcher: Fetcher, host: str
) -> None:
    assert fetcher.fetch(Request(server.url("/ok", host), local=True)).body == FEED


@pytest.mark.parametrize("host", [OPEN, "10.0.0.1", "169.254.169.254", "192.168.1.1", "[fe80::1]"])
def test_a_source_marked_local_reaches_nothing_else(fetcher: Fetcher, host: str) -> None:
    found = fetcher.fetch(Request(f"http://{host}/feed", local=True))

    assert found.outcome == "private_address"


def test_a_connection_opened_for_a_local_source_serves_no_other(
    server: Hostile, fetcher: Fetcher
) -> None:
    url = server.url("/ok")

    assert fetcher.fetch(Request(url, local=True)).outcome == "ok"
    assert fetcher.fetch(Request(url)).outcome == "private_address"


# -- proxy


@pytest.fixture
def proxied(server: Hostile) -> Iterator[Fetcher]:
    made = Fetcher(proxy=server.url("").replace("//", "//user:secret@"), spacing=0)
    yield made
    made.close()


def test_a_proxy_on_this_machine_is_used_when_a_person_chose_it(
    server: Hostile, proxied: Fetcher
) -> None:
    server.serve("http://paper.example/feed", body=FEED)

    found = proxied.fetch(Request("http://paper.example/feed"))

    assert found.body == FEED
    assert server.hits[-1].headers["host"] == "paper.example"
    assert server.hits[-1].headers["proxy-authorization"].startswith("Basic ")


@pytest.mark.parametrize(
    "host", ["10.0.0.1", "2130706433", "0x7f.1", "[::1]", "localhost", "intranet", "nas.local"]
)
def test_a_proxy_is_not_asked_for_what_is_private_by_its_name(
    server: Hostile, proxied: Fetcher, host: str
) -> None:
    before = len(server.hits)

    assert proxied.fetch(Request(f"http://{host}/feed")).outcome == "private_address"
    assert len(server.hits) == before


def test_a_redirect_behind_a_proxy_cannot_lead_inside(server: Hostile, proxied: Fetcher) -> None:
    server.serve("http://paper.example/in", 302, Location="http://192.168.0.1/admin")

    found = proxied.fetch(Request("http://paper.example/in"))

    assert (found.outcome, found.detail) == ("private_address", "192.168.0.1")


def test_a_proxy_that_refuses_is_told_as_such(server: Hostile, proxied: Fetcher) -> None:
    found = proxied.fetch(Request("https://paper.example/feed"))

    assert found.outcome == "http_error"
    assert found.detail.startswith("proxy: ")


def test_a_local_source_does_not_go_by_the_proxy(server: Hostile, proxied: Fetcher) -> None:
    assert proxied.fetch(Request(server.url("/ok"), local=True)).outcome == "ok"
    assert "proxy-authorization" not in server.hits[-1].headers


@pytest.mark.parametrize("setting", ["proxy", "ftp://proxy:1", "http://", "http://[::1", "::"])
def test_a_proxy_setting_that_makes_no_sense_is_told_and_nothing_is_asked(setting: str) -> None:
    fetcher = Fetcher(proxy=setting)

    found = fetcher.fetch(Request("https://paper.example/feed"))
    fetcher.close()

    assert found.outcome == "http_error"
    assert found.detail.startswith("proxy setting: ")
    assert proxy_problem(setting)
    assert not proxy_problem("http://proxy.ministry.example:3128")


# -- what we rely on


def test_every_connection_of_the_library_comes_past_the_guard() -> None:
    """The guard is a public argument of httpcore; this pins that it is really asked."""
    allowance = Allowance(time.monotonic, threading.Event())
    allowance.start(5, 1_000)
    allowance.expect_head()
    pools = Pools(allowance, answers("10.0.0.1"), httpx.create_ssl_context(), "", 1)

    for url in ("http://paper.example/", "https://paper.example/"):
        with pytest.raises(PrivateAddress):
            pools.reach("paper.example", local=False).request("GET", url)
    pools.close()


def test_the_library_still_has_no_way_round_the_guard() -> None:
    """A new method of the backend would be a new way out: look at it, then add it here."""
    ways = {name for name in vars(httpcore.NetworkBackend) if not name.startswith("_")}

    assert ways == {"connect_tcp", "connect_unix_socket", "sleep"}
    with pytest.raises(PrivateAddress):
        Guard(
            public, Allowance(time.monotonic, threading.Event()), answers(OPEN)
        ).connect_unix_socket("/run/x")
