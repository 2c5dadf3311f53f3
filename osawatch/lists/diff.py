"""What changed between two versions of a list, by source key: the gravest class of each record.

Pure. A hash or a whole-record comparison is useless as an alarm: a publisher that adds one
technical element touches every record. So each leaf that differs is looked at by its path.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

from feeds.lists.model import ListEntry
from feeds.lists.xml import Leaves

Class = Literal["renamed", "measure_changed", "detail", "free_text", "schema_noise"]
FORMAT_CHANGED_SHARE = 0.30


@dataclass(frozen=True, slots=True)
class Patterns:
    """How to read the leaves of one list: patterns on paths, tried from noise to measure."""

    noise: re.Pattern[str]
    free_text: re.Pattern[str]
    measure: re.Pattern[str]


# Sources: design of each list; noise are fields that say nothing about the designation.
NEVER = re.compile(r"(?!)")
LEAVES: Mapping[str, Patterns] = {
    "un-sc": Patterns(
        noise=re.compile(r"SORT_KEY|VERSIONNUM|INTERPOL_LINK|^@"),
        free_text=re.compile(r"^COMMENTS1$"),
        measure=re.compile(r"UN_LIST_TYPE"),
    ),
    "eu-fsf": Patterns(
        noise=re.compile(r"@logicalId$|@regulationLanguage$|regulationSummary"),
        free_text=re.compile(r"^remark"),
        measure=re.compile(r"regulation@programme"),
    ),
}
OTHERS = Patterns(
    noise=re.compile(r"(?i)^_id$|source_information_url|LastUpdated"),
    free_text=re.compile(r"(?i)remark|comment|otherinformation|statementofreasons"),
    measure=re.compile(r"(?i)program|measure|sanctionsimposed|license_|regime|schedule"),
)


@dataclass(frozen=True, slots=True)
class Change:
    """A record that stands in both versions and differs. `paths` are the leaves that do."""

    id: str
    name: str
    kind: Class
    paths: tuple[str, ...]
    old: ListEntry
    new: ListEntry


@dataclass(frozen=True, slots=True)
class ListDiff:
    """Two versions of a list, record by record; each stands in one class, the gravest."""

    added: tuple[ListEntry, ...] = ()
    removed: tuple[ListEntry, ...] = ()
    changed: tuple[Change, ...] = ()
    format_changed: bool = False
    duplicates: tuple[str, ...] = field(default=())

    def of(self, kind: Class) -> tuple[Change, ...]:
        """The changes of one class."""
        return tuple(change for change in self.changed if change.kind == kind)


def diff(old: Iterable[ListEntry], new: Iterable[ListEntry]) -> ListDiff:
    """Compare by source key. A key that stands twice is named in `duplicates`; the last counts."""
    before, _ = _by_key(old)
    after, twice = _by_key(new)
    pairs = ((before[key], after[key]) for key in after if key in before)
    changed = tuple(change for one, two in pairs if (change := compare(one, two)))
    noisy = sum(change.kind == "schema_noise" for change in changed)
    return ListDiff(
        added=tuple(entry for key, entry in after.items() if key not in before),
        removed=tuple(entry for key, entry in before.items() if key not in after),
        changed=changed,
        format_changed=noisy > FORMAT_CHANGED_SHARE * max(1, len(after)),
        duplicates=twice,
    )


def differing(old: Iterable[ListEntry], new: Iterable[ListEntry]) -> Iterator[ListEntry]:
    """The records that a comparison looks into: those that came, went, or differ in their bytes."""
    before, after = _by_key(old)[0], _by_key(new)[0]
    for key, entry in after.items():
        known = before.pop(key, None)
        if known is None:
            yield entry
        elif not (isinstance(known.fields, Leaves) and known.fields.same(entry.fields)):
            yield known
            yield entry
    yield from before.values()


def _by_key(entries: Iterable[ListEntry]) -> tuple[dict[str, ListEntry], tuple[str, ...]]:
    found: dict[str, ListEntry] = {}
    twice: list[str] = []
    for entry in entries:
        if entry.id in found:
            twice.append(entry.id)
        found[entry.id] = entry
    return found, tuple(twice)


def compare(old: ListEntry, new: ListEntry) -> Change | None:
    """The gravest class of difference, None when the two say the same. Order of values is noise."""
    if isinstance(old.fields, Leaves) and old.fields.same(new.fields):
        return None
    paths = tuple(
        sorted(
            path
            for path in old.fields.keys() | new.fields.keys()
            if sorted(old.fields.get(path, ())) != sorted(new.fields.get(path, ()))
        )
    )
    if not paths:
        return None
    return Change(new.id, new.name, _class(old, new, paths), paths, old, new)


def _class(old: ListEntry, new: ListEntry, paths: tuple[str, ...]) -> Class:
    leaves = LEAVES.get(new.list, OTHERS)
    said = [path for path in paths if not leaves.noise.search(path)]
    if not said:
        return "schema_noise"
    if all(leaves.free_text.search(path) for path in said):
        return "free_text"
    if old.name != new.name:
        return "renamed"
    if old.measures != new.measures or any(leaves.measure.search(path) for path in said):
        return "measure_changed"
    return "detail"
