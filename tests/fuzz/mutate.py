"""Changes that break readers: bits, cuts, copies, borders, pieces of other documents."""

from __future__ import annotations

import random

ODD = (
    b"\x00", b"\xff\xfe", b"\xef\xbb\xbf", b"<!DOCTYPE a [<!ENTITY b 'c'>]>", b"&b;", b"]]>", b"<",
    b">", b"{", b"}", b"[" * 200, b"\"", b"\\u0000", b"\\ud800", b"99999999999999999999", b"-1",
    b"1e999", b"NaN", b"<a " * 100, b"\r\n", b"&amp;" * 50, b"%00", b"\x1b[2J",
    "\u202e".encode(), b"PK\x03\x04", b"\x1f\x8b", b"- &a *a\n", b"!!python/object:x\n",
)  # fmt: skip


def mutated(seed: bytes, others: tuple[bytes, ...], rng: random.Random) -> bytes:
    """The seed after one to six changes."""
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
