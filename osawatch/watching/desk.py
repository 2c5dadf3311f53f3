"""The watchlist of a profile, worked on: own entries and overrides, files, and the way back.

    rows -> open -> texts of its form -> check (live) -> save -> own.yaml -> rulebook.refresh
Shipped files are never touched: a changed shipped entry is an own one that stands in its place.
Every change can be undone as long as nobody else has changed the same files since.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from osawatch import watchfile as files
from osawatch.errors import BadInput, UnknownId
from osawatch.model import Changes
from osawatch.own import Own, shipped
from osawatch.watching import fields, plans, tables
from osawatch.watching.checking import check
from osawatch.watching.model import (
    KINDS,
    WORDS,
    Checked,
    Entry,
    Opened,
    Plan,
    Problem,
    Row,
    TryOut,
)
from osawatch.watching.rows import row_of
from osawatch.watching.steps import Steps

if TYPE_CHECKING:
    from osawatch.rulebook import Rulebook
    from osawatch.store.database import Store

Progress = Callable[[int, int], None]
Elsewhere = Callable[
    [str, dict[str, Any], Progress | None, threading.Event | None], Any
]  # name of a method, its arguments


class Watching:
    """What is wrong is `BadInput`.

    `elsewhere` runs in another process what computes or parses large files: in one go, they would
    keep a window waiting.
    """

    def __init__(
        self,
        store: Store,
        rulebook: Rulebook,
        language: Callable[[], str],
        clock: Callable[[], datetime],
        announce: Callable[[Changes], Changes],
    ) -> None:
        self._store, self._rulebook, self._language = store, rulebook, language
        self._clock, self._announce = clock, announce
        self._steps = Steps(rulebook.own)
        self.elsewhere: Elsewhere | None = None

    @property
    def _own(self) -> Own:
        return self._rulebook.own

    # -- reading

    def rows(self) -> list[Row]:
        """All entries, also shipped ones that are taken out; by kind and name."""
        watchlist, every = self._rulebook.pack.watchlist, shipped().watchlist
        off, found = self._own.entries_off(), []
        for kind in KINDS:
            mine = {str(one.get(fields.KEYS[kind])): one for one in self._mine(kind)}
            known, born = getattr(watchlist, kind), getattr(every, kind)
            for key, entry in {**{k: born[k] for k in off[kind] if k in born}, **known}.items():
                state = _state(key, mine, born, off[kind])
                named = self._name(kind, key, entry, mine.get(key))
                lands = self._rulebook.suppliers((key,)) if kind == "goods" else ()
                shares = [(land, share) for _good, land, share in lands]
                row = row_of(kind, key, entry, state, named, shares)
                if kind == "countries":
                    held = (group for group, members in watchlist.groups.items() if key in members)
                    row = replace(row, more=", ".join(held))
                found.append(row)
        return sorted(found, key=lambda row: (KINDS.index(row.kind), row.name.casefold(), row.id))

    def open(self, kind: str, key: str) -> Opened:
        """An entry with the texts of its form."""
        if self.elsewhere is not None:
            return cast("Opened", self._there("open", kind=kind, key=key))
        entry, mine = self._entry(kind, key), self._mine_of(kind, key)
        born = key in getattr(shipped().watchlist, kind)
        off = {key} & self._own.entries_off()[kind]
        state = _state(key, {key: mine} if mine is not None else {}, {key} if born else (), off)
        return Opened(kind, key, state, entry, fields.shown(kind, entry))

    def new(self, kind: str, texts: Mapping[str, str]) -> Opened:
        """A form for an entry that is not there yet, with some of its texts filled in."""
        blank = fields.shown(kind, {})
        return Opened(kind, "", "own", {}, {**blank, **texts})

    def ids(self, kind: str) -> list[str]:
        """The ids of a kind, for completion."""
        return sorted(getattr(self._rulebook.pack.watchlist, kind))

    def faults(self) -> list[str]:
        """What cannot be read in the post's own files, a line each."""
        return [*self._own.faults(), *self._rulebook.faults()]

    # -- writing

    def check(self, opened: Opened, texts: Mapping[str, str]) -> Checked:
        """A form as an entry, and all that is wrong with it."""
        entry, problems = fields.read(opened.kind, texts, opened.base)
        broken = {one.field for one in problems}
        found = check(opened.kind, entry, self._rulebook.pack.watchlist)
        problems += [one for one in found if one.field not in broken]
        key = str(entry.get(fields.KEYS[opened.kind], ""))
        born = key in getattr(shipped().watchlist, opened.kind)
        if key and key != opened.id and self._mine_of(opened.kind, key) is not None:
            field = fields.KEYS[opened.kind]
            told = f"«{key}» stands on the list already: change that entry instead"
            problems.append(Problem(field, 1, "error", told))
        return Checked(entry, tuple(problems), replaces=born)

    def save(self, opened: Opened, texts: Mapping[str, str]) -> str:
        """Keep a sound form as an own entry; its id. It holds from then on."""
        checked = self.check(opened, texts)
        wrong = next((one for one in checked.problems if one.level == "error"), None)
        if wrong:
            raise BadInput(wrong.message, field=wrong.field, line=wrong.line)
        key = str(checked.entry[fields.KEYS[opened.kind]])
        renamed = [opened.id] if opened.id and opened.id != key else []
        with self._steps.step():
            self._own.change({opened.kind: [checked.entry]}, {opened.kind: renamed})
            if key in self._own.entries_off()[opened.kind]:
                self._own.switch_entry(opened.kind, key, on=True)
        self._changed()
        return key

    def remove(self, kind: str, key: str) -> None:
        """An own entry goes; a shipped one is taken out (not a group: rules name them)."""
        with self._steps.step():
            if not self._own.drop(kind, key):
                if kind == "groups":
                    raise BadInput("is named by shipped rules: change it instead", field=key)
                if key not in getattr(self._rulebook.pack.watchlist, kind):
                    raise UnknownId("watch entry", key)
                self._own.switch_entry(kind, key, on=False)
        self._changed()

    def put_back(self, kind: str, key: str) -> None:
        """A shipped entry that was taken out is watched again."""
        with self._steps.step():
            self._own.switch_entry(kind, key, on=True)
        self._changed()

    def undo(self) -> bool:
        """Take the last change back; whether there was one."""
        done = self._steps.undo()
        if done:
            self._changed()
        return done

    @property
    def can_undo(self) -> bool:
        """Whether there is something to take back."""
        return bool(self._steps)

    # -- files

    def plan(self, path: Path, *, whole: bool = False) -> Plan:
        """What taking this file in would do. `whole`: it is the list, what it lacks is dropped."""
        if self.elsewhere is not None:
            return cast("Plan", self._there("plan", path=path, whole=whole))
        mine = {kind: {str(one.get(fields.KEYS[kind])): one for one in self._mine(kind)}
                for kind in KINDS}  # fmt: skip
        read = tables.read(path, lambda kind, key: mine[kind].get(key) or self._born(kind, key))
        watched = self._rulebook.pack.watchlist
        return plans.made(read, mine, self._born, watched, path, whole=whole)

    def apply(self, plan: Plan) -> None:
        """Carry a plan out: one step, which can be undone."""
        drops: dict[str, list[str]] = {}
        for one in plan.dropped:
            drops.setdefault(one.kind, []).append(one.id)
        with self._steps.step():
            self._own.change(plan.entries, drops)
        self._changed()

    def give(self, path: Path, *, everything: bool = False) -> int:
        """Write own entries, or all that are watched, as CSV, XLSX or YAML; how many."""
        if self.elsewhere is not None:
            return cast("int", self._there("give", path=path, everything=everything))
        found = {kind: self._mine(kind) for kind in KINDS}
        if everything:
            watched = self._rulebook.pack.watchlist
            found = {
                kind: [self._entry(kind, key) for key in sorted(getattr(watched, kind))]
                for kind in KINDS
            }
        return tables.write(path, found)

    # -- trying

    def try_out(
        self,
        opened: Opened,
        texts: Mapping[str, str],
        progress: Progress | None = None,
        cancel: threading.Event | None = None,
    ) -> TryOut:
        """What the entry as edited would have added in the last 30 days, and taken away."""
        if self.elsewhere is not None:
            asked = {"opened": opened, "texts": dict(texts)}
            return cast("TryOut", self.elsewhere("try_out", asked, progress, cancel))
        from osawatch.watching import trying

        checked = self.check(opened, texts)
        wrong = next((one for one in checked.problems if one.level == "error"), None)
        if wrong:
            raise BadInput(wrong.message, field=wrong.field, line=wrong.line)
        return trying.run(
            self._store, self._rulebook, opened.kind, opened.id, checked.entry, self._clock(),
            progress or (lambda _done, _all: None), cancel or threading.Event(),
        )  # fmt: skip

    # -- inside

    def _there(self, name: str, **asked: Any) -> Any:
        assert self.elsewhere is not None  # noqa: S101 # the caller looked
        return self.elsewhere(name, asked, None, None)

    def _changed(self) -> None:
        self._rulebook.refresh()
        self._announce(Changes(settings=True))

    def _mine(self, kind: str) -> list[Entry]:
        """Own entries of the files that can be read; the others are among the faults."""
        found: dict[str, Entry] = {}
        for path in self._own.watchlists:
            try:
                stored = files.read(path)
            except BadInput:
                continue
            for one in files.listed(stored, kind):
                found.setdefault(str(one.get(fields.KEYS[kind], "")), one)
        return [one for key, one in found.items() if key]

    def _mine_of(self, kind: str, key: str) -> Entry | None:
        return next((one for one in self._mine(kind) if one.get(fields.KEYS[kind]) == key), None)

    def _entry(self, kind: str, key: str) -> Entry:
        found = self._mine_of(kind, key) or self._born(kind, key)
        if not found:
            raise UnknownId("watch entry", key)
        return found

    def _born(self, kind: str, key: str) -> Entry:
        """A shipped entry as it stands in its file; {} when there is none."""
        every = shipped().watchlist
        known = getattr(every, kind)
        if key not in known:
            return {}
        place = every.places.get(f"groups.{key}") or getattr(known[key], "place", None)
        listed = files.listed(_file(place.file), kind) if place and place.file else []
        blank: Entry = {fields.KEYS[kind]: key}
        return next((one for one in listed if one.get(fields.KEYS[kind]) == key), blank)

    def _name(self, kind: str, key: str, entry: Any, mine: Entry | None) -> str:
        word = next(word for word, of in WORDS.items() if of == kind)
        if kind == "groups":
            return str((mine or self._born(kind, key)).get("title") or key)
        if kind == "companies":
            return next((terms[0].text for terms in entry.names.values() if terms), key)
        names = getattr(entry, "names", {}) or {}
        language = self._language()
        told = names.get(language) or names.get("en") or next(iter(names.values()), "")
        return str(told or self._rulebook.name(word, key, language))


_read: dict[str, Entry] = {}  # shipped files, which never change while the program runs


def _file(name: str) -> Entry:
    if name not in _read:
        _read[name] = files.read(Path(name))
    return _read[name]


def _state(key: str, mine: Mapping[str, Any], born: Any, off: Any) -> Any:
    if key in mine:
        return "override" if key in born else "own"
    return "off" if key in off else "shipped"
