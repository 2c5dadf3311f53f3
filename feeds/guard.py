"""Which addresses may be connected to, and the connections themselves.

    name | resolve once | refuse if ANY address is not public | connect to the address checked

The check stands at the moment of connecting, so neither a redirect nor a name that changes its
address between check and use (DNS rebinding) comes past it.
"""

from __future__ import annotations

import ipaddress
import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterable
from itertools import zip_longest
from typing import Any

import httpcore

from .allowance import SLICE, Allowance
from .errors import NameFailed, PrivateAddress

Resolver = Callable[..., list[Any]]
Reach = Callable[[str], bool]
IP = ipaddress.IPv4Address | ipaddress.IPv6Address

TRIES = 4  # addresses of one name
CONNECT = 5.0
_GLOBAL_UNICAST = ipaddress.IPv6Network("2000::/3")
_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")
_RELAY = ipaddress.IPv4Network("192.88.99.0/24")  # 6to4 relays: withdrawn, and anybody's
_ASSIGNED = ipaddress.IPv4Network("192.0.0.0/24")


def public(ip: str) -> bool:
    """Whether an address stands in the open internet, and so do all addresses inside it."""
    found = _address(ip)
    if isinstance(found, ipaddress.IPv4Address):
        return found.is_global and not found.is_multicast and not _special(found)
    inner = _inner(found)
    if found in _NAT64 or found.ipv4_mapped:
        return inner is not None and public(str(inner))
    return found in _GLOBAL_UNICAST and found.is_global and (inner is None or public(str(inner)))


def loopback(ip: str) -> bool:
    """Whether an address is this very machine."""
    found = _address(ip)
    if isinstance(found, ipaddress.IPv6Address) and found.ipv4_mapped:
        return found.ipv4_mapped.is_loopback
    return found.is_loopback


def anywhere(ip: str) -> bool:
    """No guard: for the proxy that a person chose, which may well stand inside."""
    return bool(ip)


def literal(host: str) -> str:
    """The address that a host is written as, "" for a name. Reads 127.1 and 0x7f000001 too."""
    host = host.strip("[]")
    try:
        return str(_address(host))
    except ValueError:
        pass
    try:
        return socket.inet_ntoa(socket.inet_aton(host)) if host[:1].isdigit() else ""
    except (OSError, ValueError):
        return ""


def _address(ip: str) -> IP:
    return ipaddress.ip_address(ip.partition("%")[0])


def _special(ip: ipaddress.IPv4Address) -> bool:
    return ip.is_reserved or ip in _RELAY or ip in _ASSIGNED


def _inner(ip: ipaddress.IPv6Address) -> ipaddress.IPv4Address | None:
    """The IPv4 address that an IPv6 address carries to its far end."""
    if ip in _NAT64:
        return ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
    return ip.ipv4_mapped or ip.sixtofour or (ip.teredo[1] if ip.teredo else None)


class Guard(httpcore.NetworkBackend):
    """Connects to addresses that `reach` allows, within the allowance of the running fetch."""

    def __init__(self, reach: Reach, allowance: Allowance, resolver: Resolver) -> None:
        self._reach = reach
        self._allowance = allowance
        self._resolver = resolver
        self._backend = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        """Connect to the first address of this host that answers, if all of them are allowed."""
        addresses = self._allowed(host, self._resolved(host, port))
        failed: Exception = NameFailed(f"{host} has no address")
        for ip in addresses[:TRIES]:
            within = self._allowance.within(min(timeout or CONNECT, CONNECT))
            try:
                stream = self._backend.connect_tcp(ip, port, within, local_address, socket_options)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                failed = error
            else:
                return Metered(stream, self._allowance)
        raise failed

    def connect_unix_socket(
        self, path: str, timeout: float | None = None, socket_options: Iterable[Any] | None = None
    ) -> httpcore.NetworkStream:
        """Never."""
        raise PrivateAddress("unix socket")

    def sleep(self, seconds: float) -> None:
        """Wait, as the pool asks between tries."""
        time.sleep(min(seconds, self._allowance.left()))

    def _resolved(self, host: str, port: int) -> list[str]:
        if ip := literal(host):
            return [ip]
        found: list[list[Any] | Exception] = []
        ask = threading.Thread(
            target=_lookup, args=(self._resolver, host, port, found), daemon=True, name="resolve"
        )
        ask.start()
        while ask.is_alive():  # getaddrinfo knows no timeout: it is left behind when time is over
            ask.join(min(SLICE, self._allowance.left()))
        if isinstance(found[0], Exception):
            raise NameFailed(_why(host, found[0])) from found[0]
        return _mixed([str(info[4][0]) for info in found[0]])

    def _allowed(self, host: str, addresses: list[str]) -> list[str]:
        refused = [ip for ip in addresses if not self._reach(ip)]
        if refused:
            named = "" if refused[0] == host else f"{host} is "
            raise PrivateAddress(f"{named}{refused[0]}")
        return addresses


def _lookup(resolver: Resolver, host: str, port: int, found: list[list[Any] | Exception]) -> None:
    try:
        found.append(resolver(host, port, type=socket.SOCK_STREAM))
    except Exception as error:  # noqa: BLE001 # raised again in the thread that asked
        found.append(error)


def _why(host: str, error: Exception) -> str:
    if isinstance(error, socket.gaierror) and error.errno == socket.EAI_AGAIN:
        return f"no name server answers for {host}"
    if isinstance(error, OSError):
        return f"{host}: {error.strerror or 'no such name'}"
    if isinstance(error, UnicodeError | ValueError):
        return f"{host} is no host name"
    raise error


def _mixed(addresses: Iterable[str]) -> list[str]:
    """Each address once, the families by turns: a broken IPv6 costs one try, not all of them."""
    once = list(dict.fromkeys(addresses))
    first = [ip for ip in once if (":" in ip) == (":" in once[0])]
    other = [ip for ip in once if ip not in first]
    return [ip for pair in zip_longest(first, other) for ip in pair if ip]


class Metered(httpcore.NetworkStream):
    """A connection that keeps to the allowance: no timeout of its own outlives the fetch."""

    def __init__(self, stream: httpcore.NetworkStream, allowance: Allowance) -> None:
        self._stream = stream
        self._allowance = allowance

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """Read in short waits, so that a fetch can be called off in the middle."""
        rest = self._allowance.within(timeout)
        while True:
            wait = min(rest, SLICE)
            try:
                data = self._stream.read(max_bytes, min(wait, self._allowance.left()))
            except httpcore.ReadTimeout:
                rest -= wait
                if rest <= 0:
                    self._allowance.left()
                    raise
            else:
                self._allowance.spend(len(data))
                return data

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """Write within what is left."""
        self._stream.write(buffer, self._allowance.within(timeout))

    def close(self) -> None:
        """Hang up."""
        self._stream.close()

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> httpcore.NetworkStream:
        """The same connection, encrypted, with the same allowance."""
        within = self._allowance.within(timeout)
        return Metered(
            self._stream.start_tls(ssl_context, server_hostname, within), self._allowance
        )

    def get_extra_info(self, info: str) -> Any:
        """What the connection below knows of itself."""
        return self._stream.get_extra_info(info)
