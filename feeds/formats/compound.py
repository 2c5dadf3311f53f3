"""Compound files of Microsoft's old Office ([MS-CFB]): storages and streams, read within limits.

header -> FAT (sector -> next sector) -> directory (a tree of names) -> the bytes of a stream
Small streams lie in one large one, in sectors of their own size. Every chain is followed at most
once around: a loop or a sector that is not there ends it.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass

MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ENTRIES = 20_000
_NONE = 0xFFFFFFFA  # from here on: no sector, or one with another use
_STORAGE, _STREAM, _ROOT = 1, 2, 5


class BrokenError(ValueError):
    """The bytes are no compound file, or one that is damaged."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A name in the directory; `left`, `right` and `child` are numbers of other entries."""

    name: str
    kind: int
    left: int
    right: int
    child: int
    start: int
    size: int


class Compound:
    """A compound file, as a tree of names."""

    def __init__(self, body: bytes) -> None:
        if len(body) < 512 or not body.startswith(MAGIC):
            raise BrokenError("no compound file")
        self._body = body
        shift, small = struct.unpack_from("<HH", body, 30)
        if shift not in (9, 12) or small != 6:
            raise BrokenError("sectors of an unknown size")
        self._sector = 1 << shift
        directory, _, self._cutoff, mini = struct.unpack_from("<4I", body, 48)
        self._fat = self._table(self._fat_sectors())
        self._mini_fat = self._table(self._chain(mini, self._fat))
        self.entries = self._directory(b"".join(map(self._at, self._chain(directory, self._fat))))
        root = self.entries[0]
        self._mini = b"".join(map(self._at, self._chain(root.start, self._fat)))

    def inside(self, storage: Entry | None = None) -> Iterator[Entry]:
        """The entries of a storage, of the root when none is named."""
        waiting, seen = [(storage or self.entries[0]).child], set[int]()
        while waiting:
            number = waiting.pop()
            if number in seen or number >= len(self.entries):
                continue
            seen.add(number)
            entry = self.entries[number]
            waiting += [entry.left, entry.right]
            yield entry

    def read(self, entry: Entry, most: int) -> bytes:
        """The bytes of a stream, as many as it says and not more than `most`."""
        size = min(entry.size, most, len(self._body))
        if entry.size < self._cutoff:
            small = self._chain(entry.start, self._mini_fat)
            parts = (self._mini[at * 64 : at * 64 + 64] for at in small)
        else:
            parts = (self._at(at) for at in self._chain(entry.start, self._fat))
        found = bytearray()
        for part in parts:
            found += part
            if len(found) >= size:
                break
        return bytes(found[:size])

    def _at(self, sector: int) -> bytes:
        return self._body[(sector + 1) * self._sector : (sector + 2) * self._sector]

    def _fat_sectors(self) -> Iterator[int]:
        """The sectors of the FAT: 109 in the header, more in sectors that name the next."""
        yield from (one for one in struct.unpack_from("<109I", self._body, 76) if one < _NONE)
        following = struct.unpack_from("<I", self._body, 68)[0]
        for _ in range(len(self._body) // self._sector):
            block = self._at(following) if following < _NONE else b""
            if len(block) < self._sector:
                return
            *numbers, following = struct.unpack(f"<{self._sector // 4}I", block)
            yield from (one for one in numbers if one < _NONE)

    def _table(self, sectors: Iterator[int]) -> tuple[int, ...]:
        numbers = b"".join(self._at(sector) for sector in sectors)
        return struct.unpack(f"<{len(numbers) // 4}I", numbers[: len(numbers) // 4 * 4])

    def _chain(self, start: int, table: tuple[int, ...]) -> Iterator[int]:
        for _ in range(len(table)):
            if start >= len(table):
                return
            yield start
            start = table[start]

    def _directory(self, raw: bytes) -> tuple[Entry, ...]:
        found = [_entry(raw, at) for at in range(0, min(len(raw), ENTRIES * 128) - 127, 128)]
        if not found or found[0].kind != _ROOT:
            raise BrokenError("no directory")
        return tuple(found)


def _entry(raw: bytes, at: int) -> Entry:
    length = min(struct.unpack_from("<H", raw, at + 64)[0], 64)
    name = raw[at : at + max(length - 2, 0)].decode("utf-16-le", "replace")
    left, right, child = struct.unpack_from("<3I", raw, at + 68)
    start, size = struct.unpack_from("<IQ", raw, at + 116)
    return Entry(name, raw[at + 66], left, right, child, start, size & 0xFFFFFFFF)


def streams(entries: Iterator[Entry]) -> dict[str, Entry]:
    """Streams by name."""
    return {entry.name: entry for entry in entries if entry.kind == _STREAM}


def storages(entries: Iterator[Entry]) -> list[Entry]:
    """Storages, by name."""
    return sorted((one for one in entries if one.kind == _STORAGE), key=lambda one: one.name)
