"""Small shapes as bytes and back: texts, tables of texts, several bytes one behind the other.

What comes back is checked as in `carry`: anything of another shape is `Unfit`.
"""

from __future__ import annotations

import json
import struct
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from feeds.jail.carry import Unfit

Table = dict[str, tuple[str, ...]]
_SIZE = struct.Struct("<I")


def joined(parts: Iterable[bytes]) -> bytes:
    """Several bytes as one, each with its length before it."""
    return b"".join(piece for one in parts for piece in (_SIZE.pack(len(one)), one))


def split(body: bytes) -> Iterator[bytes]:
    """The same taken apart again; `Unfit` when the lengths do not add up."""
    at = 0
    while at < len(body):
        if len(body) - at < _SIZE.size:
            raise Unfit("a length is cut off")
        size, at = _SIZE.unpack_from(body, at)[0], at + _SIZE.size
        if size > len(body) - at:
            raise Unfit("a part is cut off")
        yield body[at : at + size]
        at += size


def dumped(value: object) -> bytes:
    """A value as JSON; a letter that is none (half a pair) comes back as it was."""
    return json.dumps(value, separators=(",", ":")).encode("ascii")


def loaded(body: bytes) -> Any:
    """The value; `Unfit` when these bytes are no JSON."""
    try:
        return json.loads(body)
    except (ValueError, RecursionError) as error:
        raise Unfit(str(error)[:200]) from error


def rows(found: Sequence[Sequence[str]]) -> bytes:
    """Rows of a sheet."""
    return dumped(found)


def read_rows(body: bytes) -> list[list[str]]:
    """The same; `Unfit`."""
    found = loaded(body)
    if type(found) is not list:
        raise Unfit("no rows where rows belong")
    for row in found:
        texts(row)
    return found


def tables(found: Sequence[Mapping[str, Sequence[str]]]) -> bytes:
    """What several records hold, path by path."""
    return dumped([list(one.items()) for one in found])


def read_tables(body: bytes) -> list[Table]:
    """The same; `Unfit`."""
    found = loaded(body)
    if type(found) is not list:
        raise Unfit("no records where records belong")
    return [table(one) for one in found]


def table(pairs: Any) -> Table:
    """Values by path from a list of pairs; `Unfit`."""
    if type(pairs) is not list:
        raise Unfit("no pairs where pairs belong")
    made: Table = {}
    for pair in pairs:
        if type(pair) is not list or len(pair) != 2 or type(pair[0]) is not str:
            raise Unfit("no path and values where they belong")
        made[pair[0]] = texts(pair[1])
    return made


def texts(values: Any) -> tuple[str, ...]:
    """Texts; `Unfit` when one of them is anything else."""
    if type(values) is not list:
        raise Unfit("no texts where texts belong")
    for one in values:
        if type(one) is not str:
            raise Unfit("no text where text belongs")
    return tuple(values)


def broken(why: str, line: int = 0, field: str = "") -> bytes:
    """Why reading broke off, "" = it did not, and where."""
    return dumped([why, line, field])


def read_broken(body: bytes) -> tuple[str, int, str]:
    """The same; `Unfit`."""
    found = loaded(body)
    if type(found) is not list or [type(one) for one in found] != [str, int, str]:
        raise Unfit("no reason where one belongs")
    return found[0], found[1], found[2]
