"""What a profile adds to the shipped pack: rules and watch entries of its own, and what is off.

    <profile>/rules/*.yml          rules of the post; they stand before shipped ones
    <profile>/watchlist/*.yaml     goods, companies, … of the post; `own.yaml` is written from here
    <profile>/rules.local.yaml     RULE-ID: {enabled: false}
    <profile>/watchlist.local.yaml KIND: {ID: {enabled: false}}
The shipped files are never touched, so they can be replaced by an update.
"""

from __future__ import annotations

import logging
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from osawatch import lastgood, paths, sealed
from osawatch.errors import BadInput
from osawatch.watchfile import KEYS, file_of, listed, stored_as, without
from osawatch.watchfile import Entry as Entry
from osawatch.watchfile import read as read
from osawatch.watchfile import write as write

if TYPE_CHECKING:
    from rules.load import Pack
    from rules.rule import Exemption, Rule

Stamp = tuple[tuple[str, int, int], ...]
KINDS = ("goods", "companies", "measures", "countries", "groups")
SUFFIXES = (".yml", ".yaml")
NO = ("false", "no", "off")
log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Own:
    """The files of one profile."""

    folder: Path

    @property
    def rules(self) -> list[Path]:
        """The post's rule files."""
        return _files(self.folder / "rules")

    @property
    def watchlists(self) -> list[Path]:
        """The post's watchlists; the one written here is first, and what it says holds."""
        return sorted(_files(self.folder / "watchlist"), key=lambda path: path != self.written)

    @property
    def written(self) -> Path:
        """The watchlist that `add` writes."""
        return self.folder / "watchlist" / "own.yaml"

    @property
    def local(self) -> Path:
        """What the post changes in shipped rules."""
        return self.folder / "rules.local.yaml"

    @property
    def files(self) -> list[Path]:
        """All files that a pack is made of, beside the shipped ones."""
        local = [self.local] if self.local.exists() else []
        return [*self.rules, *self.watchlists, *local]

    @property
    def plain(self) -> bool:
        """Whether the shipped pack is used as it is."""
        off = any(self.entries_off().values())
        return not (self.rules or self.watchlists or self.local.exists() or off)

    def given(self, files: Sequence[Path]) -> list[Path]:
        """Those that may leave this desk: they lie in the profile, and no link leads out of it.

        A link in a folder of rules that somebody gave would send out whatever it leads to.
        """
        stay = [one for one in files if not paths.lies_in(one, self.folder)]
        for one in stay:
            log.warning("a link that leads out of the profile is not given out: %s", one.name)
        return [one for one in files if one not in stay]

    def load(self) -> Pack:
        """The shipped pack as the post wants it: with its own entries, without what it took out."""
        if self.plain:
            lastgood.forget(self.folder, ())
            return shipped()
        return _less(lastgood.settled(self.folder, self.files, self._load), self.entries_off())

    @property
    def shared(self) -> bool:
        """Whether this desk shares triage through a hub: two persons must want some exceptions."""
        return self.hub.is_file()

    @property
    def hub(self) -> Path:
        """Where the address of a hub stands."""
        return self.folder / "hub.json"

    def ours(self, rule: Rule, one: Exemption) -> bool:
        """Whether an exception stands in a file of the post."""
        local = Path(one.place.file).name == self.local.name
        return local or self.folder in Path(rule.file).parents

    def drafted(self, draft: Path, without: Mapping[str, frozenset[str]]) -> Pack:
        """The pack as it would be with a watchlist before all others, and without some entries."""
        drop = {
            kind: off | without.get(kind, frozenset()) for kind, off in self.entries_off().items()
        }
        pack = lastgood.settled(self.folder, self.files, lambda swaps: self._load(swaps, draft))
        return _less(pack, drop)

    def _load(self, swaps: Mapping[Path, Path], *first: Path) -> Pack:
        from rules.load import beside

        mine = [swaps.get(file, file) for file in self.rules]
        watched = [*first, *(swaps.get(file, file) for file in self.watchlists)]
        # the post's own rules and entries first: a shipped one of the same id gives way
        pack = beside(mine, watched, swaps.get(self.local, self.local), shipped())
        pack = _yielding(pack, mine)
        if not self.shared:
            return pack
        from rules.seconding import needing, spared, withheld

        needed = needing(pack.rules, shipped().rules)
        rules = withheld(pack.rules, self.ours, needed)
        return replace(pack, rules=rules, excluded=spared(pack.excluded, needed))

    def stamp(self) -> Stamp:
        """What changes when one of the files does: its time and size, or that it is there."""
        found = []
        for file in (*self.files, self.folder / "watchlist.local.yaml", self.hub):
            with suppress(OSError):
                known = file.stat()
                found.append((str(file), known.st_mtime_ns, known.st_size))
        return tuple(found)

    def entries_off(self) -> dict[str, frozenset[str]]:
        """The shipped watch entries that are taken out, by kind."""
        stored = _tolerant(self.folder, "watchlist.local.yaml")
        return {kind: _off(stored.get(kind)) for kind in KINDS}

    def faults(self) -> list[str]:
        """What cannot be read and is left aside, one line each."""
        found = []
        for name in ("rules.local.yaml", "watchlist.local.yaml"):
            try:
                read(self.folder / name)
            except BadInput as error:
                found.append(str(error))
        return found

    def switch_rule(self, rule: str, *, on: bool) -> None:
        """Switch a rule on or off; what else is said of it stays."""
        write(self.local, _switched(read(self.local), rule, on=on))

    def switch_entry(self, kind: str, key: str, *, on: bool) -> None:
        """Take a shipped entry out, or put it back."""
        path = self.folder / "watchlist.local.yaml"
        stored = read(path)
        write(path, {**stored, kind: _switched(stored.get(kind) or {}, key, on=on)})

    def entries(self, kind: str) -> list[Entry]:
        """The post's own entries of a kind."""
        return [one for path in self.watchlists for one in listed(read(path), kind)]

    def put(self, kind: str, entry: Entry) -> None:
        """Add an entry, or replace the post's own one of this id."""
        self.change({kind: [entry]}, {})

    def drop(self, kind: str, name: str) -> bool:
        """Take one of the post's own entries out of its file; whether there was one."""
        return self.change({}, {kind: [name]}) > 0

    def change(
        self, puts: Mapping[str, Sequence[Entry]], drops: Mapping[str, Sequence[str]]
    ) -> int:
        """Put and drop several entries; how many own ones were replaced or dropped.

        Each file is written once, the one that gains entries first: a crash in between leaves
        an entry twice, never not at all.
        """
        gone = {
            kind: {*drops.get(kind, ()), *(str(one[KEYS[kind]]) for one in puts.get(kind, ()))}
            for kind in {*puts, *drops}
        }
        files = sorted({*self.watchlists, *([self.written] if any(puts.values()) else [])})
        files.sort(key=lambda path: path != self.written)
        changed = 0
        for path in files:
            stored = read(path)
            kept, count = without(stored, gone)
            for kind, entries in puts.items() if path == self.written else ():
                kept = stored_as(kept, kind, [*listed(kept, kind), *entries])
            changed += count
            if kept != stored:
                write(path, {"schema": "1", **kept})
        return changed

    def take(self, file: Path) -> Path:
        """A copy of a sound watchlist beside the post's own; where it stands now."""
        target = self.folder / "watchlist" / file.with_suffix(".yaml").name
        if target == self.written:
            target = target.with_name("imported-own.yaml")
        write(target, read(file))
        return target

    def give(self, file: Path) -> int:
        """All of the post's own entries in one file; how many they are."""
        found = {kind: entries for kind in KINDS if (entries := self.entries(kind))}
        try:
            sealed.write_text(file, file_of(found))
        except OSError as error:
            raise BadInput(f"cannot be written: {error.strerror}", file=str(file)) from error
        return sum(map(len, found.values()))


def _yielding(pack: Pack, mine: list[Path]) -> Pack:
    """That something of the post's own stands in a shipped one's place is no mistake."""
    files = {str(path) for path in mine}
    told = tuple(one for one in pack.findings if one.code != "duplicate-id" or one.file in files)
    return replace(pack, findings=told)


def shipped() -> Pack:
    """The shipped pack: it never changes while the program runs, and takes a second to read."""
    from rules.load import SHIPPED

    return _shipped(SHIPPED)


@lru_cache(maxsize=1)
def _shipped(_folder: Path) -> Pack:
    from rules.load import load

    return load()


def _files(folder: Path) -> list[Path]:
    found = folder.iterdir() if folder.is_dir() else ()
    return sorted(one for one in found if one.suffix in SUFFIXES and one.is_file())


def _tolerant(folder: Path, name: str) -> Entry:
    """A file of ours, or its last good version, or nothing; `faults` names it."""
    path = folder / name
    for one in (path, lastgood.copy_of(folder, path)):
        with suppress(BadInput):
            found = read(one)
            if one == path and found:
                lastgood.keep(folder, path)
            return found
    return {}


def _off(stored: object) -> frozenset[str]:
    if not isinstance(stored, dict):
        return frozenset()
    said = {key: one.get("enabled") for key, one in stored.items() if isinstance(one, dict)}
    return frozenset(key for key, value in said.items() if str(value).lower() in NO)


def _switched(stored: Entry, key: str, *, on: bool) -> Entry:
    known = stored.get(key)
    one = {**(known if isinstance(known, dict) else {}), "enabled": "true" if on else "false"}
    if on and len(one) == 1:
        return {name: value for name, value in stored.items() if name != key}
    return {**stored, key: one}


def _less(pack: Pack, off: Mapping[str, frozenset[str]]) -> Pack:
    """The pack without these entries of its watchlist."""
    if not any(off.values()):
        return pack
    kept = {kind: _without(getattr(pack.watchlist, kind), off[kind]) for kind in KINDS}
    return replace(pack, watchlist=replace(pack.watchlist, **kept))


def _without(entries: Mapping[str, Any], off: frozenset[str]) -> dict[str, Any]:
    return {key: one for key, one in entries.items() if key not in off}
