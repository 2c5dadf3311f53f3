"""From the bytes of an answer to its headers and its body. Pure, and bounded whatever comes.

What is chosen about gzip: the bytes decide, not the header. A body that begins with 1f 8b is
unpacked once, so a `.xml.gz` served as a file is read as well; a body that is plain although the
header says gzip stays plain. Members that follow each other are one body (RFC 1952), up to 64;
what follows the last member is ignored, because that member was whole by its own checksum.
Nothing is unpacked twice.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from .errors import Damaged, TooBig

MAGIC = b"\x1f\x8b"
MEMBERS = 64
PIECE = 256 << 10
DENSEST = 1_032  # no byte of deflate holds more than so many
LONGEST = 2_000  # of a validator: a longer one would come back as a request nobody accepts
_PLAIN = ("", "identity", "gzip", "x-gzip")
_MAX_AGE = re.compile(r"(?:^|,)\s*max-age\s*=\s*\"?(\d{1,10})", re.IGNORECASE)
_SHUT = re.compile(r"(?:^|,)\s*no-(?:cache|store)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Headers:
    """The headers of an answer by small name, the first of each, byte for byte as latin-1."""

    fields: dict[str, str]

    @classmethod
    def of(cls, raw: Iterable[tuple[bytes, bytes]]) -> Headers:
        """From what the connection read."""
        found: dict[str, str] = {}
        for name, value in raw:
            found.setdefault(name.decode("latin-1").lower(), value.decode("latin-1"))
        return cls(found)

    def get(self, name: str) -> str:
        """The value of a header, "" when there is none."""
        return self.fields.get(name, "")

    def validator(self, name: str) -> str:
        """A validator exactly as it came; "" when it is too long to send back."""
        value = self.get(name)
        return value if len(value) <= LONGEST else ""

    @property
    def location(self) -> str:
        """Where a redirect points to: servers write UTF-8 here, whatever the standard says."""
        value = self.get("location")
        try:
            return value.encode("latin-1").decode("utf-8")
        except UnicodeDecodeError:
            return value

    @property
    def max_age(self) -> float | None:
        """For how many more seconds the answer stays fresh; None when it does not say."""
        control = self.get("cache-control")
        found = _MAX_AGE.search(control)
        if not found or _SHUT.search(control):
            return None
        age = self.get("age").strip()
        return max(0.0, float(found[1]) - (float(age) if age.isdecimal() else 0.0))

    def retry_after(self, now: datetime) -> float | None:
        """Retry-After in seconds from `now`, whether it came as seconds or as a date."""
        value = self.get("retry-after").strip()
        if value.isascii() and value.isdecimal():
            return float(value[:10])
        try:
            at = parsedate_to_datetime(value)
        except (TypeError, ValueError, OverflowError, IndexError):
            return None
        at = at if at.tzinfo else at.replace(tzinfo=UTC)
        return max(0.0, (at - now).total_seconds())


def encoding_allowed(headers: Headers) -> None:
    """Refuse what was not asked for: br, zstd, and anything packed twice."""
    encoding = headers.get("content-encoding").strip().lower()
    if encoding not in _PLAIN:
        raise Damaged(f"content-encoding {encoding[:40]!r} was not asked for")


def announced(headers: Headers, most: int) -> None:
    """Refuse early what says itself that it is too long."""
    length = headers.get("content-length").strip()
    if length.isdecimal() and (len(length) > 15 or int(length) > most):
        raise TooBig(f"announces {length[:20]} bytes, allowed are {most}")


def unpacked(body: bytes, most: int) -> bytes:
    """The body without gzip, never longer than `most`."""
    if body.startswith(MAGIC):
        return _gunzip(body, most)
    if len(body) > most:
        raise TooBig(f"more than {most} bytes")
    return body


def _gunzip(body: bytes, most: int) -> bytes:
    out = bytearray()
    if len(body) * DENSEST > most:  # may be a bomb: its length is known before it gets any room
        _pour(body, most, lambda _: None)
    _pour(body, most, out.extend)
    return _once(bytes(out))


def _pour(body: bytes, most: int, take: Callable[[bytes], None]) -> None:
    """Unpack all members, a piece at a time, never more than `most` bytes."""
    at = length = 0
    for _ in range(MEMBERS):
        if not body.startswith(MAGIC, at):
            return
        at, length = _member(body, at, length, most, take)
    raise Damaged(f"gzip: more than {MEMBERS} members")


def _member(
    body: bytes, at: int, length: int, most: int, take: Callable[[bytes], None]
) -> tuple[int, int]:
    """Unpack the member at `at`; the result is where it ends, and how much came out so far."""
    member = zlib.decompressobj(31)
    fed = b""
    while not member.eof:
        if not fed:
            fed = body[at : at + PIECE]
            at += len(fed)
        try:
            piece = member.decompress(fed, PIECE)
        except zlib.error as error:
            raise Damaged(f"gzip: {error}") from error
        if not fed and not piece and not member.eof:
            raise Damaged("gzip: broken off")
        fed = member.unconsumed_tail
        length += len(piece)
        if length > most:
            raise TooBig(f"more than {most} bytes when unpacked")
        take(piece)
    return at - len(member.unused_data), length


def _once(body: bytes) -> bytes:
    if body.startswith(MAGIC):
        raise Damaged("gzip: packed twice")
    return body
