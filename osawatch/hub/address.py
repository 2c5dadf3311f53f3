"""The address of a hub, in libpq's form: whom it asks, whether it may be used, how it is shown."""

from __future__ import annotations

import os
import re
from collections.abc import Sequence

import psycopg
from psycopg import conninfo

from feeds.allowed import refused
from osawatch.errors import BadInput
from osawatch.hub.model import HubRefused

NEAR = ("", "localhost", "127.0.0.1", "::1")
SECURE = ("verify-full",)
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


def _read(address: str) -> dict[str, object]:
    try:
        return dict(conninfo.conninfo_to_dict(address))
    except psycopg.ProgrammingError as error:
        raise BadInput(f"is no PostgreSQL address ({line(error)})", field="address") from error
