"""The set-up of a profile: given out, compared with a file, taken in.

    file -> read (all of it is sound, or nothing) -> steps -> a person says yes
      -> today's set-up is kept in setups/ -> settings, searches, rule files, sources
It adds and replaces; it takes nothing away. Who confirmed exceptions at the other desk says
nothing here: what needs a second person waits for one of this desk.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from osawatch import excluding, sealed, seconding
from osawatch.errors import BadInput
from osawatch.model import Changes, Settings
from osawatch.own import Own
from osawatch.rulebook import Rulebook
from osawatch.searches import Searches, plain
from osawatch.setup.model import Setup, Step, What, read, settings_of, written
from osawatch.store import sources
from osawatch.store.database import Store

if TYPE_CHECKING:
    from rules.model import Finding

KEPT, LOCAL = "setups", "rules.local.yaml"


class SetupDesk:
    """`save` keeps settings, `locked` names those that a policy decides."""

    def __init__(
        self,
        folder: Path,
        kept: Store,
        rulebook: Rulebook,
        searches: Searches,
        settings: Callable[[], Settings],
        save: Callable[[Settings], Changes],
        who: Callable[[], str],
        locked: Callable[[], Mapping[str, str]],
        clock: Callable[[], datetime],
        announce: Callable[[Changes], Changes],
    ) -> None:
        self._folder, self._store, self._rulebook, self._searches = folder, kept, rulebook, searches
        self._settings, self._save, self._locked = settings, save, locked
        self._who, self._clock, self._announce = who, clock, announce

    def now(self) -> Setup:
        """The set-up as it is."""
        with self._store.reading() as connection:
            own = tuple(sources.own(connection))
            switches = sources.switches(connection)
        return Setup(
            settings_of(self._settings()), self._searches.every(), dict(self._files()), own,
            switches,
        )  # fmt: skip

    def give(self) -> bytes:
        """The set-up as a file."""
        return written(self.now())

    def plan(self, body: bytes, file: str) -> tuple[Step, ...]:
        """What taking this file in would change; `BadInput` when it cannot be used."""
        return self._planned(body, file)[0]

    def take(self, body: bytes, file: str) -> tuple[tuple[Step, ...], Path]:
        """Take it in; what changed, and where the set-up from before was kept."""
        (steps, setup), before = self._planned(body, file), self.now()
        kept = self._folder / KEPT / f"before-{self._clock():%Y%m%dT%H%M%SZ}.json"
        sealed.write_bytes(kept, written(before))
        for place, text in setup.files.items():
            if before.files.get(place) != text:
                sealed.write_text(self._folder / place, text)
        named = {one.name: one for one in (*before.searches, *setup.searches)}
        if plain(before.searches) != plain(named.values()):
            self._searches.replace(named.values())
        touched = self._take_sources(setup, before)
        self._rulebook.refresh()
        self._save(replace(self._settings(), **setup.settings))
        self._announce(Changes(sources=frozenset(touched), settings=True))
        return steps, kept

    # -- inside

    def _planned(self, body: bytes, file: str) -> tuple[tuple[Step, ...], Setup]:
        setup = read(body, file)
        self._check_files(setup.files, file)
        own, today = self._rulebook.own, self._clock().astimezone(UTC).date()
        new = seconding.first(own, self._who(), today)
        files = seconding.arrived(setup.files, own, lambda: self._rulebook.pack.rules, new)
        setup = replace(setup, files=files)
        steps = _steps(self.now(), setup, self._locked())
        return (*steps, *self._waiting(setup.files)), setup

    def _waiting(self, files: Mapping[str, str]) -> Iterator[Step]:
        """Exceptions that would wait and do not wait by now."""
        own = self._rulebook.own
        if not own.shared or not files:
            return
        before = {(rule.id, one.name) for rule, one in seconding.waiting(self._rulebook.pack.rules)}
        with self._aside(files) as aside:
            sealed.write_text(aside / own.hub.name, "{}")
            then = Own(aside).load()
        for rule, one in seconding.waiting(then.rules):
            if (rule.id, one.name) not in before:
                yield Step("rules", f"{rule.id}: {one.name}", "waits", "", f"{one.until or ''}")

    @contextmanager
    def _aside(self, files: Mapping[str, str]) -> Iterator[Path]:
        """The desk's files as these would make them, in a folder that is gone afterwards."""
        with tempfile.TemporaryDirectory(dir=self._folder, prefix=".setup-") as aside:
            for place, text in {**dict(self._files()), **files}.items():
                path = Path(aside) / place
                path.parent.mkdir(exist_ok=True)
                sealed.write_text(path, text)
            yield Path(aside)

    def _take_sources(self, setup: Setup, before: Setup) -> set[str]:
        touched: set[str] = set()
        local = {spec.id for spec in setup.sources if spec.local}
        with self._store.writing() as connection:
            for spec in setup.sources:
                touched |= {spec.id} if sources.put(connection, spec) else set()
            for name, on in setup.switches.items():
                if name in local:  # a person switches on what asks this machine itself
                    continue
                if before.switches.get(name) != on and sources.enable(connection, name, on=on):
                    touched.add(name)
        return touched

    def _files(self) -> Iterator[tuple[str, str]]:
        own = self._rulebook.own
        local = (own.local, self._folder / "watchlist.local.yaml")
        for path in own.given([*own.rules, *own.watchlists, *local]):
            if path.exists():
                yield path.relative_to(self._folder).as_posix(), sealed.read_text(path)

    def _check_files(self, files: Mapping[str, str], file: str) -> None:
        """Rules and watchlists are loaded aside first: an error in one refuses the set-up."""
        from rules.load import SHIPPED, load

        with self._aside(files) as folder:
            aside = str(folder)
            mine = [folder / place for place in sorted(files) if place.startswith("rules/")]
            lists = [folder / one for one in sorted(files) if one.startswith("watchlist/")]
            pack = load([*mine, SHIPPED], lists) if mine or lists else None
            for place in (LOCAL, "watchlist.local.yaml"):
                _mapping(folder / place, place, file)
            found = [*(pack.findings if pack else ())]
            found += _misread(folder / LOCAL) if LOCAL in files else []
        for one in found:
            if one.level == "error" and str(one.file).startswith(aside):
                inner = str(one).replace(f"{aside}/", "")
                raise BadInput(f"cannot be used: {inner}", file=file)


def _mapping(path: Path, place: str, file: str) -> None:
    from osawatch import watchfile

    try:
        watchfile.read(path)
    except BadInput as error:
        raise BadInput(f"cannot be used: {place}: {error}", file=file) from error


def _misread(local: Path) -> list[Finding]:
    """What two readers would take for different things, as a name that stands there twice."""
    from rules.yamlnodes import Findings
    from rules.yamlnodes import read as nodes

    findings = Findings()
    nodes(local, findings)
    return findings.found


def _steps(now: Setup, then: Setup, locked: Mapping[str, str]) -> Iterator[Step]:
    yield from _settings_steps(now, then, locked)
    known = {one.name: one for one in now.searches}
    for search in then.searches:
        if known.get(search.name) != search:
            yield Step("searches", search.name, "change" if search.name in known else "add")
    for place, text in sorted(then.files.items()):
        if now.files.get(place) != text:
            before = str(len(now.files[place].splitlines())) if place in now.files else ""
            after = str(len(text.splitlines()))
            yield Step("rules", place, "change" if before else "add", before, after)
    yield from _excluded_steps(now, then)
    yield from _source_steps(now, then)


def _excluded_steps(now: Setup, then: Setup) -> Iterator[Step]:
    """What a source would be silent on is said by name: it is more than a file with more lines."""
    before = dict(excluding.told(now.files.get(LOCAL, "")))
    for name, until in excluding.told(then.files.get(LOCAL, "")):
        if before.get(name) != until:
            what: What = "change" if name in before else "add"
            yield Step("sources", f"excluded: {name}", what, before.get(name, ""), until)


def _settings_steps(now: Setup, then: Setup, locked: Mapping[str, str]) -> Iterator[Step]:
    for name, value in sorted(then.settings.items()):
        before = now.settings.get(name)
        if before != value:
            what: What = "policy" if name in locked else "change"
            yield Step("settings", name, what, _said(before), _said(value))


def _source_steps(now: Setup, then: Setup) -> Iterator[Step]:
    specs = {spec.id: spec for spec in now.sources}
    for spec in then.sources:
        old = specs.get(spec.id)
        if old != spec:
            what: What = "change" if old else "add"
            yield Step("sources", spec.id, what, old.url if old else "", spec.url)
    local = {spec.id for spec in then.sources if spec.local}
    known = {*now.switches, *(spec.id for spec in then.sources)} - local
    for name, on in sorted(then.switches.items()):
        before = now.switches.get(name, False)
        if before != on and name in known:
            yield Step("switches", name, "change", _on(on=before), _on(on=on))


def _on(*, on: bool) -> str:
    return "on" if on else "off"


def _said(value: Any) -> str:
    return ", ".join(value) if isinstance(value, tuple | list) else str(value)
