"""A list of signers that headquarters gives out, signed by two of its keys."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

from osawatch.bundle import minisign
from osawatch.bundle.model import BundleRefused
from osawatch.errors import BadInput

FORMAT = "osawatch-trust/1"
NEEDED = 2


def read(
    body: bytes, signatures: Sequence[str], roots: Mapping[str, minisign.Public]
) -> list[tuple[minisign.Public, str]]:
    """Keys and names of the list, if two different roots have signed it."""
    held = set()
    for one in signatures:
        key = roots.get(minisign.signer(one))
        if key is not None:
            minisign.verify(key, body, one)
            held.add(key.id)
    if len(held) < NEEDED:
        raise BundleRefused(f"is signed by {len(held)} root keys of this desk; it takes {NEEDED}")
    try:
        said = json.loads(body)
        named = [(str(one["public"]), str(one["name"])) for one in said["signers"]]
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise BundleRefused("the list of signers cannot be read") from error
    if said.get("format") != FORMAT:
        raise BundleRefused("the list of signers has another form than this program knows")
    try:
        return [(minisign.public(public), name) for public, name in named]
    except BadInput as error:
        raise BundleRefused(f"the list of signers holds something that {error.message}") from error
