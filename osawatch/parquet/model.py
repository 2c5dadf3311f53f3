"""What an archive is made of."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

FORMAT = "osawatch-archive/1"
INDEX = "index.json"
OFFICIAL = "official"  # its source speaks for an authority; older archives lack it
COLUMNS = (
    "id", "at", "dated", "title", "summary", "language", "kind", "source", "publisher",
    "published", "url", OFFICIAL,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Partition:
    """The items of one month: file name, how many, SHA-256 and bytes of the file (0 = not told)."""

    file: str
    items: int
    first: datetime
    last: datetime
    sha256: str
    size: int = 0


@dataclass(frozen=True, slots=True)
class Index:
    """An archive: its partitions by month, and the UTC days on which somebody looked.

    `days` is None when nobody kept that: then no day counts as a gap.
    """

    partitions: tuple[Partition, ...]
    days: frozenset[str] | None

    @property
    def items(self) -> int:
        """How many items there are in all."""
        return sum(one.items for one in self.partitions)
