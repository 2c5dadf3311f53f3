"""From one address to the next: which redirects are followed, and what they propose. Pure.

Why a plain http: address is allowed at all: some official sources have no other, and what they
publish is public anyway. Only the source itself may say so; a redirect never leads from https to
http, also not by way of a third address. An address that moved for good (301, 308) is followed
for this poll and proposed as `moved_to`; a person takes it or not.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Self

import httpx

from .errors import BadAddress, BadRedirect

MOST = 5
REDIRECTS = (301, 302, 303, 307, 308)
_PERMANENT = (301, 308)
_PORTS = {"http": 80, "https": 443}


@dataclass(frozen=True, slots=True)
class Hop:
    """Where a fetch stands. `home` is the port that the source itself names."""

    url: httpx.URL
    home: int
    count: int = 0
    permanent: bool = True
    moved_to: str = ""

    @classmethod
    def first(cls, url: str) -> Self:
        """The address of the source: http or https; a port of its own only above 1023."""
        found = _parsed(url)
        port = _port(found)
        if port not in _PORTS.values() and port < 1024:
            raise BadAddress(f"port {port}")
        return cls(found, port)

    def redirected(self, status: int, location: str) -> Self:
        """The next hop, if it may be followed."""
        if self.count >= MOST:
            raise BadRedirect(f"more than {MOST} redirects")
        if not location:
            raise BadRedirect(f"{status} without Location")
        url = _parsed(self._joined(location))
        if self.url.scheme == "https" and url.scheme == "http":
            raise BadRedirect(f"leaves https for {url}")
        if _port(url) not in (*_PORTS.values(), self.home):
            raise BadRedirect(f"port {_port(url)}")
        permanent = self.permanent and status in _PERMANENT
        moved_to = str(url) if permanent else self.moved_to
        return type(self)(url, self.home, self.count + 1, permanent, moved_to)

    @property
    def host(self) -> str:
        """The host as it is asked for."""
        return self.url.raw_host.decode("ascii").rstrip(".")

    def _joined(self, location: str) -> str:
        try:
            return str(self.url.join(location))
        except (httpx.InvalidURL, ValueError) as error:
            raise BadRedirect(f"redirect to something that is no address: {error}") from error


@lru_cache(maxsize=4_096)  # a poll asks for the same few hundred again and again
def host_of(url: str) -> str:
    """The host of an address, "" when it has none."""
    try:
        return httpx.URL(url).raw_host.decode("ascii").rstrip(".")
    except (httpx.InvalidURL, ValueError):
        return ""


@lru_cache(maxsize=4_096)
def _parsed(text: str) -> httpx.URL:
    try:
        url = httpx.URL(text)
    except (httpx.InvalidURL, ValueError) as error:
        raise BadAddress(f"no address: {error}") from error
    if url.scheme not in _PORTS:
        raise BadAddress(f"scheme {url.scheme[:20]!r}")
    if not url.host:
        raise BadAddress("no host")
    if url.userinfo:
        raise BadAddress("a name or password in the address")
    return url.copy_with(fragment=None)


def _port(url: httpx.URL) -> int:
    return url.port or _PORTS[url.scheme]
