"""The connections: to the world, to this machine, by a proxy. None exists before it is needed.

They are kept apart, so that a connection opened for a source marked local can never serve another.
httpcore is used directly (it is what httpx stands on): the place where an address is checked is a
public argument there, while httpx hides it in a private attribute; and it brings no cookies, no
environment proxies and no redirects of its own.
"""

from __future__ import annotations

import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.util import find_spec

import httpcore
import httpx

from .allowance import Allowance
from .allowed import allows
from .errors import (
    BadAddress,
    Damaged,
    Expired,
    FetchError,
    PrivateAddress,
    TlsFailed,
    Unreachable,
)
from .guard import Guard, Reach, Resolver, anywhere, literal, loopback, public

KEPT_OPEN = 15.0
_INSIDE = (".local", ".localhost", ".internal", ".intranet", ".lan", ".home.arpa", ".corp")
_PROXIES = {"http": 80, "https": 443, "socks5": 1080, "socks5h": 1080}


def proxy_problem(text: str) -> str:
    """What is wrong with a proxy setting, "" when nothing is."""
    try:
        url = httpx.URL(text)
    except (httpx.InvalidURL, ValueError) as error:
        return f"no address: {error}"
    if url.scheme not in _PROXIES or not url.host:
        return "http://host:port, https://host:port or socks5://host:port is expected"
    if url.scheme.startswith("socks") and not find_spec("socksio"):
        return "socks needs the package socksio"
    return ""


@dataclass(frozen=True, slots=True)
class Certificate:
    """A client certificate with its key, one PEM file, and the hosts that may see it."""

    file: str = ""
    hosts: tuple[str, ...] = ()

    def for_host(self, host: str) -> bool:
        """Whether a host may see it."""
        return bool(self.file) and allows(host, self.hosts)


NO_CERTIFICATE = Certificate()


class Pools:
    """Makes and keeps the pools of a fetcher."""

    def __init__(
        self,
        allowance: Allowance,
        resolver: Resolver,
        ssl_context: ssl.SSLContext | None,
        proxy: str,
        workers: int,
        *,
        certificate: Certificate = NO_CERTIFICATE,
    ) -> None:
        self._allowance = allowance
        self._resolver = resolver
        self._ssl = ssl_context
        self._proxy = proxy
        self._workers = workers
        self._certificate = certificate
        self._made: dict[tuple[Reach, bool], httpcore.ConnectionPool] = {}
        self._lock = threading.Lock()

    def reach(self, host: str, *, local: bool) -> httpcore.ConnectionPool:
        """The pool that may ask this host. A source on this machine never goes by a proxy."""
        if local:
            return self._pool(loopback)
        shown = self._certificate.for_host(host)
        if not self._proxy:
            return self._pool(public, shown=shown)
        if problem := proxy_problem(self._proxy):
            raise Unreachable(f"proxy setting: {problem}")
        _outside(host)
        return self._pool(anywhere, shown=shown)

    @property
    def count(self) -> int:
        """How many pools were made so far."""
        return len(self._made)

    def close(self) -> None:
        """Hang up everywhere."""
        with self._lock:
            made, self._made = list(self._made.values()), {}
        for pool in made:
            pool.close()

    def _pool(self, reach: Reach, *, shown: bool = False) -> httpcore.ConnectionPool:
        """`shown`: our certificate is, to whoever asks for one; such connections serve no other."""
        with self._lock:
            if (reach, shown) not in self._made:
                self._made[reach, shown] = httpcore.ConnectionPool(
                    ssl_context=self._with_certificate() if shown else self._context(),
                    proxy=_proxy(self._proxy) if reach is anywhere else None,
                    max_connections=self._workers * 2,
                    max_keepalive_connections=self._workers,
                    keepalive_expiry=KEPT_OPEN,
                    network_backend=Guard(reach, self._allowance, self._resolver),
                )
            return self._made[reach, shown]

    def _context(self) -> ssl.SSLContext:
        if self._ssl is None:
            self._ssl = _trusting()
        return self._ssl

    def _with_certificate(self) -> ssl.SSLContext:
        context = _trusting()
        try:
            context.load_cert_chain(self._certificate.file, password="")  # never ask a terminal
        except (OSError, ssl.SSLError) as error:
            why = getattr(error, "reason", "") or getattr(error, "strerror", "") or str(error)
            raise TlsFailed(f"our certificate {self._certificate.file}: {why}") from error
        return context


def _trusting() -> ssl.SSLContext:
    import truststore  # the system's own store, as administrators expect

    return truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)


def _outside(host: str) -> None:
    """A proxy hides the address: what is written in the name itself is still checked."""
    ip = literal(host)
    inside = not public(ip) if ip else "." not in host or host.endswith(_INSIDE)
    if inside:
        raise PrivateAddress(host)


def _proxy(text: str) -> httpcore.Proxy:
    url = httpx.URL(text)
    auth = (url.username, url.password) if url.userinfo else None
    where = httpcore.URL(
        scheme=url.scheme.encode(),
        host=url.raw_host,
        port=url.port or _PROXIES[url.scheme],
        target=b"/",
    )
    return httpcore.Proxy(where, auth=auth)


@contextmanager
def translated(*, reading: bool = False) -> Iterator[None]:
    """Turn each error of the connection into one of ours. `reading`: the answer had begun."""
    try:
        yield
    except (httpcore.TimeoutException, TimeoutError) as error:
        raise Expired(_step(error)) from error
    except httpcore.RemoteProtocolError as error:
        silent = "without sending a response" in str(error)
        raise (Unreachable if silent else Damaged)(_said(error)) from error
    except (httpcore.LocalProtocolError, httpcore.UnsupportedProtocol) as error:
        raise BadAddress(f"cannot be asked: {_said(error)}") from error
    except httpcore.ProxyError as error:
        raise Unreachable(f"proxy: {_said(error)}") from error
    except (httpcore.NetworkError, OSError) as error:
        raise _broken(error, reading=reading) from error


def _step(error: Exception) -> str:
    name = type(error).__name__.removesuffix("Timeout").lower()
    if name == "connect":
        return "unreachable: no answer to the connection"
    return f"no answer: {name}" if name in ("read", "write", "pool") else "no answer"


def _broken(error: Exception, *, reading: bool) -> FetchError:
    inner = error.args[0] if error.args and isinstance(error.args[0], OSError) else error
    if isinstance(inner, ssl.SSLError) and not isinstance(inner, ssl.SSLEOFError):
        why = getattr(inner, "verify_message", "") or inner.reason or str(inner)
        return TlsFailed(str(why))
    why = getattr(inner, "strerror", "") or str(inner) or type(inner).__name__
    return Damaged(f"broken off: {why}") if reading else Unreachable(f"unreachable: {why}")


def _said(error: Exception) -> str:
    return str(error) or type(error).__name__
