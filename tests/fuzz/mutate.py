"""Changes that break readers: bits, cuts, copies, borders, pieces of other documents.

What is packed is changed inside as often as outside: a change of a packed byte is refused by its
checksum, and nothing behind it is reached. So with JSON: another value in it is still JSON.
"""

from __future__ import annotations

import io
import json
import random
import warnings
import zipfile

ODD = (
    b"\x00", b"\xff\xfe", b"\xef\xbb\xbf", b"<!DOCTYPE a [<!ENTITY b 'c'>]>", b"&b;", b"]]>", b"<",
    b">", b"{", b"}", b"[" * 200, b"\"", b"\\u0000", b"\\ud800", b"99999999999999999999", b"-1",
    b"1e999", b"NaN", b"<a " * 100, b"\r\n", b"&amp;" * 50, b"%00", b"\x1b[2J",
    "\u202e".encode(), b"PK\x03\x04", b"\x1f\x8b", b"- &a *a\n", b"!!python/object:x\n",
)  # fmt: skip

VALUES: tuple[object, ...] = (
    None, True, 0, -1, 10**30, 1e308, "", "x" * 5000, [], {}, [[]], [{}], {"a": []}, ["a", 1],
    "\x00", "\ud800", "http://[", "../a", "<b>&lt;", "=1+1", "9999-99-99", "\u202e", "٣", "²",
    "a\nb",
)  # fmt: skip
ZIP, INSIDE = b"PK\x03\x04", 0.5


def mutated(seed: bytes, others: tuple[bytes, ...], rng: random.Random) -> bytes:
    """The seed after one to six changes; of a zip, every other time one of its members."""
    if seed.startswith(ZIP) and rng.random() < INSIDE:
        return repacked(seed, rng)
    if seed[:1] in (b"{", b"[") and rng.random() < INSIDE / 2:
        return reshaped(seed, rng)
    return changed(seed, others, rng)


def repacked(seed: bytes, rng: random.Random) -> bytes:
    """A sound zip, one member of which was changed, and now and then renamed."""
    try:
        with zipfile.ZipFile(io.BytesIO(seed)) as old:
            members = [(one, old.read(one)) for one in old.namelist()]
    except zipfile.BadZipFile:  # the beginning of a large one
        return changed(seed, (seed,), rng)
    at = rng.randrange(len(members))
    name, body = members[at]
    members[at] = name, changed(body, tuple(body for _, body in members), rng)
    if rng.randrange(10) == 0:
        members[at] = rng.choice([f"../{name}", name.upper(), members[0][0]]), members[at][1]
    out = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(out, "w") as new:
        warnings.simplefilter("ignore")  # a name that stands twice
        for one, content in members:
            new.writestr(one, content)
    return out.getvalue()


def reshaped(seed: bytes, rng: random.Random) -> bytes:
    """JSON, or lines of it, with another value or another key in one place."""
    lines = seed.splitlines()
    at = rng.randrange(len(lines))
    try:
        one = json.loads(lines[at])
    except (ValueError, RecursionError):
        return changed(seed, (seed,), rng)
    holders = [one] if isinstance(one, dict | list) else []
    for holder in holders:  # grows while it is walked
        inner = holder.values() if isinstance(holder, dict) else holder
        holders += [value for value in inner if isinstance(value, dict | list)]
    holder = rng.choice([part for part in holders if part] or [{"a": 1}])
    key = rng.choice([*holder] if isinstance(holder, dict) else range(len(holder)))
    if isinstance(holder, dict) and rng.randrange(4) == 0:
        holder[rng.choice(["", "id", "\x00", *holder])] = holder.pop(key)
    else:
        holder[key] = rng.choice(VALUES)
    lines[at] = json.dumps(one).encode()
    return b"\n".join(lines)


def changed(seed: bytes, others: tuple[bytes, ...], rng: random.Random) -> bytes:
    """The bytes after one to six changes."""
    body = bytearray(seed)
    for _ in range(rng.randint(1, 6)):
        at = rng.randrange(len(body) + 1)
        kind = rng.randrange(7)
        if kind == 0 and body:
            body[at % len(body)] ^= 1 << rng.randrange(8)
        elif kind == 1:
            del body[at : at + rng.choice([1, 4, 40, 4000])]
        elif kind == 2:
            body[at:at] = rng.choice(ODD)
        elif kind == 3:
            body[at:at] = body[at : at + rng.choice([8, 80, 800])] * rng.choice([1, 2, 30])
        elif kind == 4:
            body[at : at + 8] = rng.randbytes(8)
        elif kind == 5:
            other = rng.choice(others)
            start = rng.randrange(len(other) + 1)
            body[at:at] = other[start : start + rng.choice([10, 100, 1000])]
        else:
            del body[at:]
    return bytes(body[:200_000])
