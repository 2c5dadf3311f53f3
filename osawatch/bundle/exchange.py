"""The exchange of a desk: make a bundle, look into one, take one, take it back.

    make:  store, own files -> packing -> box.seal (signed) -> box.lock (age) -> file
    take:  file -> box.open_ (nothing is read before the signature holds) -> order and age of it
           -> own files -> ONE transaction: sources, items through the pipeline, log, its number
           -> lists -> what follows from news
A bundle that was refused leaves nothing behind. One that was interrupted is taken again.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from feeds.model import Document
from osawatch import intake, seconding, triage
from osawatch.bundle import box, minisign, packing, reading
from osawatch.bundle.files import Files
from osawatch.bundle.model import PARTS, Applied, BundleRefused, Made, Manifest, Opened
from osawatch.bundle.verdict import Given
from osawatch.errors import BadInput, UnknownId
from osawatch.fold import DECISIONS
from osawatch.model import Changes, Person
from osawatch.store import bundles, events, hub, sources
from osawatch.store.bundles import Last, Sent, Signer
from osawatch.store.database import Connection, Store
from osawatch.writing import write

if TYPE_CHECKING:
    from osawatch.lists.desk import Lists
    from osawatch.newsroom import Newsroom

VALID = timedelta(days=45)
AHEAD = timedelta(days=1)
KEPT = ("case_", "entry_", "situation_")  # kinds of events that persons write beside triage
NO_TIME = (0, "", 0, 0)


@dataclass(frozen=True, slots=True)
class Exchange:
    """Bundles of one profile."""

    folder: Path
    store: Store
    news: Newsroom
    lists: Lists
    person: Callable[[], Person]
    clock: Callable[[], datetime]
    announce: Callable[[Changes], Changes]

    # -- who

    def signers(self) -> list[Signer]:
        """Whose bundles are taken."""
        with self.store.reading() as connection:
            return bundles.signers(connection)

    def trust(self, public: minisign.Public, name: str, *, root: bool = False) -> Signer:
        """Take the bundles of this key from now on; a person said so."""
        one = Signer(public.id, public.text(name), name, root, self.clock())
        with self.store.writing() as connection:
            bundles.trust(connection, one)
            hub.rewind_packs(connection)  # what this signer gave the hub before is taken now
        return one

    def distrust(self, key: str) -> None:
        """Take none of its bundles any more."""
        with self.store.writing() as connection:
            if not bundles.distrust(connection, key):
                raise UnknownId("signer", key)

    def trust_list(self, body: bytes, signatures: Sequence[str]) -> list[Signer]:
        """Signers of a list that two roots have signed: one stolen key admits nobody."""
        from osawatch.bundle import trustlist

        roots = {one.key: minisign.public(one.public) for one in self.signers() if one.root}
        named = trustlist.read(body, signatures, roots)
        return [self.trust(public, name) for public, name in named]

    # -- out

    def sent(self) -> list[Sent]:
        """The newest bundle of each channel: what is new is counted from there."""
        with self.store.reading() as connection:
            return bundles.sent(connection)

    def channel(self) -> str:
        """The row of bundles that this desk makes for all others together."""
        with self.store.reading() as connection:
            return self._channel(connection)

    def _channel(self, connection: Connection) -> str:
        return f"post/{self.person().post or events.device_id(connection)}"

    def make(
        self,
        secret: minisign.Secret,
        target: Path,
        *,
        recipients: Sequence[str] = (),
        channel: str = "",
        since: datetime | None = None,
        parts: Sequence[str] = PARTS,
        full: bool = False,
    ) -> Made:
        """Write a bundle: what is new since the last one of this channel, or since a time."""
        self.news.house.policies.refuse_media(target)
        now, person = self.clock(), self.person()
        with self.store.reading() as connection:
            channel = channel or self._channel(connection)
            seq, previous, item, event = bundles.made(connection, channel)
            start = NO_TIME[2:] if full or since else (item, event)
            span = packing.Span(start[0], start[1], since)
            rules = self.news.house.rules
            packed = packing.pack(connection, rules.own, self.lists, parts, span, rules)
            ends = bundles.ends(connection)
        said = {
            "kind": "desk", "channel": channel, "seq": seq + 1, "prev": previous,
            "author": " · ".join(one for one in (person.name, person.post) if one),
            "created": now.isoformat(timespec="seconds"),
            "expires": (now + VALID).isoformat(timespec="seconds"),
        }  # fmt: skip
        blob, digest = box.seal(secret, said, packed.content)
        blob = box.lock(blob, recipients) if recipients else blob
        write(target, blob)
        with self.store.writing() as connection:
            bundles.note_made(connection, channel, seq + 1, digest, now, ends)
        return Made(str(target), channel, seq + 1, len(blob), packed.counts, len(recipients))

    # -- in

    def open(self, blob: bytes, identities: Sequence[str] = ()) -> Opened:
        """A bundle of a signer that this desk knows."""
        known = {one.key: one.public for one in self.signers()}
        return box.open_(
            blob, lambda key: minisign.public(known[key]) if key in known else None, identities
        )

    def take(self, opened: Opened, *, dry: bool = False) -> Applied:
        """Take a bundle, all of it or nothing; `dry`: say what it would bring and leave it."""
        manifest = opened.manifest
        with self.store.reading() as connection:
            begun = not dry and self._interrupted(connection, manifest)
            warnings = () if begun else self._in_order(connection, manifest)
        if begun:
            known = Applied(manifest.channel, manifest.seq, manifest.signer, dry=False)
            return self._rest(opened, replace(known, lists=_lists(opened)))
        files = Files(self.folder, manifest.signer, opened.content)
        left_out = files.faults()
        report = Applied(
            manifest.channel, manifest.seq, manifest.signer, dry, left_out=left_out,
            files=files.sound, warnings=warnings,
        )  # fmt: skip
        before = {} if dry else files.put(self._arrived)
        try:
            with self.store.writing() as connection:
                report, changes = self._brought(connection, opened, report, before)
                if dry:
                    raise _Preview  # noqa: TRY301 # the transaction ends here, and keeps nothing
        except _Preview:
            return report
        except BaseException:
            files.put_back(before)
            raise
        self.announce(replace(changes, settings=bool(files.sound)))
        return self._rest(opened, report)

    def _arrived(self, files: Mapping[str, str]) -> Mapping[str, str]:
        """Exceptions without an author: a sync takes bundles when nobody looks."""
        rules = self.news.house.rules
        nobody = seconding.first(rules.own, "", self.clock().astimezone(UTC).date())
        return seconding.arrived(files, rules.own, lambda: rules.pack.rules, nobody)

    def _interrupted(self, connection: Connection, one: Manifest) -> bool:
        """Whether this very bundle was taken, but not to its end: a kill, a power cut."""
        last = bundles.taken(connection, one.signer, one.channel)
        return last is not None and last.open and (last.seq, last.digest) == (one.seq, one.digest)

    def _rest(self, opened: Opened, report: Applied) -> Applied:
        """What comes after the transaction; each part can be done twice."""
        report = self._listed(opened, report)
        intake.index(self.store)
        self.news.settled()
        with self.store.writing() as connection:
            bundles.note_whole(connection, report.signer, report.channel, report.seq)
        return report

    def going(self) -> Applied:
        """What `undo` would take back: the decisions and the files of the newest bundle."""
        with self.store.reading() as connection:
            signer, channel, seq, brought, dead = _newest(connection)
        many, files = sum(map(len, dead.values())), tuple(sorted(brought["files"]))
        return Applied(channel, seq, signer, dry=True, events=many, files=files)

    def undo(self) -> Applied:
        """Take the newest bundle back: its decisions and its files. What the world said stays."""
        with self.store.writing() as connection:
            signer, channel, seq, brought, dead = _newest(connection)
            drafts: list[events.Draft] = [
                ("undo", subject, {"events": ids, "kind": "bundle"})
                for subject, ids in dead.items()
            ]
            made = events.append(connection, drafts, self.person(), self.clock())
            bundles.note_undone(connection, signer, channel, seq)
            changes = triage.receive(self.store, self.news.house.rules.rater, made, self.clock())
        Files(self.folder, signer, {}).put_back(brought["files"])
        self.announce(replace(changes, settings=bool(brought["files"])))
        files = tuple(sorted(brought["files"]))
        return Applied(channel, seq, signer, dry=False, events=len(made), files=files)

    def _in_order(self, connection: Connection, one: Manifest) -> tuple[str, ...]:
        """Warnings about its age and its place in the row; a replay is refused."""
        now, last = self.clock(), bundles.taken(connection, one.signer, one.channel)
        if last and one.seq <= last.seq:
            raise BundleRefused(
                f"is number {one.seq} of {one.channel}, and number {last.seq} was taken already"
            )
        if one.created > now + AHEAD:
            raise BundleRefused(f"was made in the future ({one.created:%Y-%m-%d %H:%M} UTC)")
        told = []
        if one.expires < max(now, bundles.latest(connection) or now):
            told.append(
                f"is old: it was good until {one.expires:%Y-%m-%d}; newer ones may be held back"
            )
        first = last.seq + 1 if last else 1
        if one.seq > first:
            told.append(f"{one.seq - first} before it on {one.channel} did not come")
        elif last and one.prev != last.digest:
            told.append("does not follow the one that was taken before it")
        return tuple(told)

    def _brought(
        self, connection: Connection, opened: Opened, report: Applied, before: dict[str, str | None]
    ) -> tuple[Applied, Changes]:
        now, content, manifest = self.clock(), opened.content, opened.manifest
        specs = reading.specs(content.get("sources.jsonl", b""))
        fresh = sources.add(connection, specs, origin="bundle", on=False)
        new, alerts, changes = self.news_of(connection, content, now)
        many = reading.hidden(content.get("items.jsonl", b""))
        hides = (f"hides characters in {many} items, which are taken out",) if many else ()
        known = sources.known_ids(connection)
        days = reading.observed(content.get("observed.jsonl", b""))
        bundles.observe(connection, [one for one in days if one["source"] in known])
        log, disputed = bundles.foreign(
            connection, reading.events(content.get("events.jsonl", b""), now)
        )
        changes |= triage.receive(self.store, self.news.house.rules.rater, log, now)
        brought = {"events": [one.id for one in log], "files": before}
        last = Last(manifest.seq, manifest.digest, manifest.created)
        bundles.note_taken(connection, manifest.signer, manifest.channel, last, now, brought)
        left_out = [
            *report.left_out,
            *(f"event {one.id}: its device counted {one.dev_seq} twice" for one in disputed),
        ]
        return replace(
            report, items=new, alerts=alerts, events=len(log), sources=len(fresh),
            lists=_lists(opened), left_out=tuple(left_out), warnings=(*report.warnings, *hides),
        ), changes  # fmt: skip

    def news_of(
        self, connection: Connection, content: dict[str, bytes], now: datetime
    ) -> tuple[int, int, Changes]:
        """Items come in as they came to the other desk: same time of first sight, so same ids."""
        found = reading.batches(content.get("items.jsonl", b""), now)
        standing = {
            one.spec.id: one.spec
            for one in sources.standing(connection, sorted({one.source for one in found}) or [""])
        }
        desk, changes, new, alerts = self.news.house.desk(), Changes(), 0, 0
        for one in found:
            spec = standing.get(one.source)
            if spec is None:
                raise BundleRefused(f"items.jsonl: there is no source {one.source!r}")
            fresh = reading.without(one, partial(intake.known, connection, spec.id))
            document = Document("bundle", tuple(x for x, _ in fresh), language=spec.language)
            known = {(x.url, x.title): match for x, match in fresh if match is not None}
            judging = replace(desk, matcher=Given(desk.matcher, known)) if known else desk
            taken = intake.take_in(judging, spec, [document], one.seen)
            changes |= taken.changes
            new, alerts = new + taken.new, alerts + taken.alerts
        return new, alerts, changes

    def _listed(self, opened: Opened, report: Applied) -> Applied:
        """Lists go through the same gate as fetched ones; a refused one is told."""
        refused = []
        for name in report.lists:
            try:
                told = self.lists.take(name, opened.content[f"lists/{name}"], "bundle")
            except BadInput as error:
                refused.append(str(error))
                continue
            if told.failed:
                refused.append(f"list {name}: {told.outcome} {told.detail}".strip())
        return replace(report, left_out=(*report.left_out, *refused))


def _newest(connection: Connection) -> tuple[str, str, int, dict[str, Any], dict[str, list[str]]]:
    """Signer, channel, number and content of the newest that stands; its decisions by subject."""
    newest = bundles.newest_taken(connection)
    if newest is None:
        raise BadInput("there is no bundle to take back")
    taken = set(newest[3]["events"])
    dead: dict[str, list[str]] = {}
    for one in events.everything(connection):
        if one.id in taken and (one.kind in DECISIONS or one.kind.startswith(KEPT)):
            dead.setdefault(one.subject, []).append(one.id)
    return (*newest, dead)


def _lists(opened: Opened) -> tuple[str, ...]:
    return tuple(sorted(name[6:] for name in opened.content if name.startswith("lists/")))


class _Preview(Exception):  # noqa: N818 # no error
    """Leaves a transaction without keeping it: the preview has seen what it wanted."""
