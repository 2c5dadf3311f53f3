"""Why a source could not be fetched. Used inside this room; outside it, each is an outcome word.

    FetchError                 outcome, detail
      Cancelled                offline: nobody asked, so nothing is known of the source
      NameFailed               dns
      PrivateAddress           private_address
      NotAllowed               not_allowed: the host is not on the list of those that may be asked
      Unreachable              http_error: no connection, or it broke before an answer
      TlsFailed                tls
      Expired                  timeout
      TooBig                   too_big
      BadRedirect              redirect
      BadAddress               redirect: an address that is not to be asked at all
      RateLimited              rate_limited: the host asked for a pause that is not over
      Damaged                  damaged: broken off, not HTTP, or an encoding nobody asked for

`detail` is short and for a person: a code or a fact (`unknown authority`, `br not asked for`).
"""

# ruff: noqa: N818 # each is named for what happened, as the outcome words are

from __future__ import annotations

from typing import ClassVar

from .model import PollOutcome

DETAIL = 300


class FetchError(Exception):
    """A fetch that did not end in a document."""

    outcome: ClassVar[PollOutcome] = "http_error"

    def __init__(self, detail: str) -> None:
        self.detail = "".join(ch if ch.isprintable() else " " for ch in detail[:DETAIL])
        super().__init__(self.detail)


class Cancelled(FetchError):
    """The program stopped asking."""

    outcome = "offline"


class NameFailed(FetchError):
    """The host name has no address, or nobody could be asked for it."""

    outcome = "dns"


class PrivateAddress(FetchError):
    """The host stands where a feed of the world cannot stand."""

    outcome = "private_address"


class NotAllowed(FetchError):
    """Somebody keeps a list of hosts, and this one is not on it."""

    outcome = "not_allowed"


class Unreachable(FetchError):
    """No connection, or one that broke before there was an answer."""


class TlsFailed(FetchError):
    """The other side could not prove who it is."""

    outcome = "tls"


class Expired(FetchError):
    """The time for the whole transfer is over, or a step of it took too long."""

    outcome = "timeout"


class TooBig(FetchError):
    """More bytes than allowed, on the wire or unpacked."""

    outcome = "too_big"


class BadRedirect(FetchError):
    """A redirect that is not followed."""

    outcome = "redirect"


class BadAddress(BadRedirect):
    """An address that is not to be asked: scheme, port or password in it."""


class RateLimited(FetchError):
    """The host asked for a pause, `seconds` of it are left."""

    outcome = "rate_limited"

    def __init__(self, detail: str, seconds: float) -> None:
        super().__init__(detail)
        self.seconds = seconds


class Damaged(FetchError):
    """An answer that cannot be read to its end."""

    outcome = "damaged"
