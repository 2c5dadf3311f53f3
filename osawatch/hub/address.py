"""The address of a hub, in libpq's form: whom it asks, whether it may be used, how it is shown."""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from ipaddress import ip_address

import psycopg
from psycopg import conninfo

from feeds.allowed import refused
from osawatch.errors import BadInput
from osawatch.hub.model import HubRefused

NEAR = ("", "localhost", "127.0.0.1", "::1")
SECURE = ("verify-full",)
MODES = ("disable", "allow", "prefer", "require", "verify-ca", *SECURE)
LAST_PORT = 65535
QUOTED = re.compile(r"\nLINE \d+:")


def checked(address: str) -> str:
    """An address that may be used: libpq's own form, over TLS unless it stays on this machine."""
    if not address.strip():  # libpq would take all of it from outside
        raise BadInput("is empty", field="address")
    known = _read(address)
    if known.get("service") or os.environ.get("PGSERVICE"):  # a file that names another host
        raise BadInput("names a service (or PGSERVICE does); write host=... instead",
                       field="address")  # fmt: skip
    if far(address) and known.get("sslmode") not in SECURE:
        raise BadInput(
            "leaves this machine without a checked certificate; add sslmode=verify-full"
            " sslrootcert=FILE",
            field="address",
        )
    return address


def possible(address: str) -> str:
    """An address that a server may answer at.

    libpq looks at these values only when it connects: one that can never be right would be told
    as a hub that is down, for ever.
    """
    known = _read(address)
    hosts, numbers, ports = (_parts(known, key) for key in ("host", "hostaddr", "port"))
    if not all(map(_is_port, ports)):  # not repeated: of a URL it may be a piece of the password
        raise BadInput("is no number from 1 to 65535", field="port")
    if not all(map(_is_host, hosts)):
        raise BadInput("is no name of a host; a port stands apart, as port=5432", field="host")
    if not all(map(_is_number, numbers)):
        raise BadInput("is no number of a host, as 192.0.2.1", field="hostaddr")
    if hosts and numbers and len(hosts) != len(numbers):
        raise BadInput("must be one for each host", field="hostaddr")
    if len(ports) > 1 and len(ports) != len(numbers or hosts or [""]):
        raise BadInput("must be one for all hosts, or one for each", field="port")
    if known.get("sslmode", "") not in ("", *MODES):
        raise BadInput(f"is none of {', '.join(MODES)}", field="sslmode")
    return address


def far(address: str) -> tuple[str, ...]:
    """The hosts beyond this machine that it asks; libpq takes one it does not name from outside."""
    known = _read(address)
    named = [
        str(known.get(key) or os.environ.get(variable, ""))
        for key, variable in (("host", "PGHOST"), ("hostaddr", "PGHOSTADDR"))
    ]
    hosts = [host.strip() for one in named for host in one.split(",")]
    return tuple(host for host in hosts if host not in NEAR and host[0] not in "/@")


def allowed(address: str, lists: Sequence[Sequence[str]]) -> None:
    """Raises `HubRefused` where a list of hosts lacks one; what stays here is on no list."""
    for host in far(address):
        if refused(host, lists):
            raise HubRefused(
                f"{host} is not on the list of hosts that may be asked"
                " (Settings, or the policy: hosts); the hub was not asked"
            )


def plain(address: str) -> str:
    """The address as it may be shown: no password."""
    known = conninfo.conninfo_to_dict(address)
    shown = {key: known[key] for key in ("host", "port", "dbname", "user") if known.get(key)}
    return conninfo.make_conninfo("", **shown)


def line(error: Exception) -> str:
    """What the server or libpq said, without libpq's advice and the SQL it was asked."""
    words = " ".join(QUOTED.split(str(error))[0].split()).removeprefix("connection failed: ")
    return words.partition(" Is the server running")[0][:300] or type(error).__name__


def _parts(known: dict[str, object], key: str) -> list[str]:
    value = str(known.get(key) or "")
    return value.split(",") if value else []


def _is_port(word: str) -> bool:
    found = re.fullmatch(r"\s*\+?0*([0-9]{1,5})\s*", word)
    return not word or (found is not None and 1 <= int(found[1]) <= LAST_PORT)


def _is_host(word: str) -> bool:
    if not word or word[0] in "/@":  # a socket of this machine
        return True
    try:
        word.encode("idna")  # as whoever looks it up does
    except UnicodeError:
        return False
    return not re.search(r"[\s/\\:]", word) or _is_number(word)


def _is_number(word: str) -> bool:
    try:
        return not word or bool(ip_address(word))
    except ValueError:
        return False


def _read(address: str) -> dict[str, object]:
    try:
        return dict(conninfo.conninfo_to_dict(address))
    except (psycopg.ProgrammingError, UnicodeError) as error:
        raise BadInput(f"is no PostgreSQL address ({line(error)})", field="address") from error
