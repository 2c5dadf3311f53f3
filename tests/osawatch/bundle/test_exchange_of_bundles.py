"""Posts that exchange files: in whatever order they come, all end with the same desk."""

from __future__ import annotations

import random
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from osawatch.bundle import box, minisign
from osawatch.bundle.model import BundleRefused
from osawatch.core import Core
from osawatch.lists.desk import Lists
from osawatch.model import Action, Alert, Filter
from osawatch.store import events
from tests.fakes import Clock, Network, Pack, source

TITLES = (
    "China sets a licence duty for gallium", "Congo puts a ban on cobalt exports",
    "Chile puts a ban on copper exports", "China puts a ban on germanium exports",
)  # fmt: skip
STEPS: tuple[tuple[str, dict[str, object]], ...] = (
    ("seen", {}), ("take", {}), ("assign", {"who": "Bo"}), ("close", {"relevant": True}),
    ("reopen", {}), ("note", {"text": "hm"}), ("tag", {"tag": "a", "on": True}),
)  # fmt: skip


@dataclass
class Desk:
    """A core with a key of its own."""

    core: Core
    secret: minisign.Secret
    folder: Path
    made: int = 0

    def make(self, **more: object) -> Path:
        self.made += 1
        target = self.folder / f"{self.made}.osw"
        self.core.bundles.make(self.secret, target, **more)  # type: ignore[arg-type]
        return target

    def take(self, file: Path) -> None:
        self.core.bundles.take(self.core.bundles.open(file.read_bytes()))

    def state(self) -> list[Alert]:
        found = self.core.alerts(Filter(view="all"))
        return sorted((replace(one, score=0) for one in found), key=lambda one: one.id)

    def log(self) -> list[object]:
        return [*events.everything(self.core._store._connection())]


@pytest.fixture
def desks(tmp_path: Path) -> Iterator[list[Desk]]:
    """Two posts with a source each, and headquarters without any; each knows the others' keys."""
    clock = Clock()
    with ExitStack() as stack:
        made = []
        for name in ("Astana", "Lima", "HQ"):
            network, folder = Network(clock), tmp_path / name
            core = Core(folder / "p", clock=clock, fetch=network, pack=Pack())
            stack.enter_context(core)
            core.save_settings(replace(core.settings(), name=name, post=name))
            if name != "HQ":
                core.sources.add(source(f"wire-{name.lower()}"))
            made.append(Desk(core, minisign.new(), folder))
        for one in made:
            for other in made:
                one.core.bundles.trust(other.secret.public, "a desk")
        yield made


def publish(desk: Desk, title: str) -> None:
    network = desk.core._house.fetch
    assert isinstance(network, Network)
    name = desk.core.settings().post.lower()
    network.publish(f"https://wire-{name}.example/feed", title)
    desk.core.poll()


@pytest.mark.parametrize("seed", range(5))
def test_posts_that_exchange_in_any_order_end_with_equal_states(
    desks: list[Desk], seed: int
) -> None:
    rng = random.Random(seed)
    sent: dict[str, list[Path]] = {one.secret.id: [] for one in desks}
    for _ in range(14):
        work(rng.choice(desks[:2]) if rng.random() < 0.8 else desks[2], rng)
        if rng.random() < 0.3:
            desk = rng.choice(desks)
            sent[desk.secret.id].append(desk.make())
    for desk in desks:
        sent[desk.secret.id].append(desk.make(full=True))
    for desk in desks:
        for file in shuffled(rng, [row for key, row in sent.items() if key != desk.secret.id]):
            desk.take(file)
    for desk in desks[1:]:
        assert desk.state() == desks[0].state()
        assert desk.state()
    for desk in desks:
        assert desk.core.care.doctor() == []


def work(desk: Desk, rng: random.Random) -> None:
    """Time goes on; a feed may bring something, a person may decide something."""
    clock = desk.core._clock
    assert isinstance(clock, Clock)
    clock.forward(minutes=rng.choice([1, 7, 90]))
    if desk.core.settings().post != "HQ" and rng.random() < 0.5:
        publish(desk, rng.choice(TITLES))
    known = desk.core.alerts(Filter(view="all"))
    if known:
        kind, data = rng.choice(STEPS)
        desk.core.triage(Action(kind, (rng.choice(known).id,), data))


def shuffled(rng: random.Random, rows: list[list[Path]]) -> Iterator[Path]:
    """Each row in its order, the rows in any: what is late in its row would be a replay."""
    queues = [[*row] for row in rows]
    while any(queues):
        yield rng.choice([one for one in queues if one]).pop(0)


def test_a_bundle_that_was_taken_is_not_taken_again(desks: list[Desk]) -> None:
    ann, bo, _ = desks
    publish(ann, TITLES[0])
    first, second = ann.make(), ann.make()
    bo.take(first)
    for _ in range(2):
        with pytest.raises(BundleRefused, match="taken already"):
            bo.take(first)
    bo.take(second)
    assert bo.state() == ann.state()


def test_a_bundle_whose_taking_was_interrupted_before_its_lists_is_taken_to_its_end(
    desks: list[Desk], monkeypatch: pytest.MonkeyPatch
) -> None:
    ann, bo, _ = desks
    record = "<DATAID>1</DATAID><FIRST_NAME>Invented Metals</FIRST_NAME>"
    body = f"<CONSOLIDATED_LIST><ENTITIES><ENTITY>{record}</ENTITY></ENTITIES></CONSOLIDATED_LIST>"
    ann.core.lists.take("un-sc", body.encode(), "list.xml")
    publish(ann, TITLES[0])
    file = ann.make()
    with monkeypatch.context() as killed:
        killed.setattr(Lists, "take", lambda *_: (_ for _ in ()).throw(KeyboardInterrupt))
        with pytest.raises(KeyboardInterrupt):
            bo.take(file)
    assert bo.core.lists.ages() == {}

    bo.take(file)

    assert set(bo.core.lists.ages()) == {"un-sc"}
    assert bo.state() == ann.state()
    with pytest.raises(BundleRefused, match="taken already"):
        bo.take(file)


def test_the_second_bundle_of_a_row_holds_what_is_new(desks: list[Desk]) -> None:
    ann, bo, _ = desks
    publish(ann, TITLES[0])
    bo.take(ann.make())
    publish(ann, TITLES[1])
    found = bo.core.bundles.open(ann.make().read_bytes())
    assert found.content["items.jsonl"].count(b"\n") == 1
    assert b"cobalt" in found.content["items.jsonl"]
    told = bo.core.bundles.take(found)
    assert (told.items, told.warnings) == (1, ())


def test_a_gap_and_an_old_bundle_are_told_and_one_of_the_future_is_refused(
    desks: list[Desk],
) -> None:
    ann, bo, hq = desks
    clock = ann.core._clock
    assert isinstance(clock, Clock)
    publish(ann, TITLES[0])
    ann.make()
    late = ann.make()
    opened = bo.core.bundles.open(late.read_bytes())
    told = bo.core.bundles.take(opened, dry=True)
    assert told.warnings == ("1 before it on post/Astana did not come",)
    clock.forward(days=50)
    assert any("is old" in one for one in bo.core.bundles.take(opened, dry=True).warnings)
    ahead = ann.make()
    clock.forward(days=-40)
    with pytest.raises(BundleRefused, match="in the future"):
        hq.take(ahead)


def test_a_clock_set_back_does_not_make_an_old_bundle_young(desks: list[Desk]) -> None:
    ann, bo, hq = desks
    clock = ann.core._clock
    assert isinstance(clock, Clock)
    publish(ann, TITLES[0])
    old = ann.make()
    clock.forward(days=60)
    bo.take(hq.make())
    clock.forward(days=-59)
    told = bo.core.bundles.take(bo.core.bundles.open(old.read_bytes()), dry=True)
    assert any("is old" in one for one in told.warnings)


def test_a_preview_says_what_would_come_and_leaves_nothing(desks: list[Desk]) -> None:
    ann, bo, _ = desks
    publish(ann, TITLES[0])
    opened = bo.core.bundles.open(ann.make().read_bytes())
    before = bo.log()
    told = bo.core.bundles.take(opened, dry=True)
    assert (told.dry, told.items, told.alerts) == (True, 1, 1)
    assert bo.state() == []
    assert bo.log() == before
    assert bo.core.bundles.take(opened).items == 1


def test_decisions_and_rules_of_a_bundle_can_be_taken_back(desks: list[Desk]) -> None:
    ann, bo, _ = desks
    publish(ann, TITLES[0])
    bo.take(ann.make())
    before = bo.state()
    rules = ann.core.profile.folder / "rules"
    rules.mkdir()
    (rules / "mine.yml").write_text(RULE)
    (rules / "broken.yml").write_text(RULE.replace("condition: word", "condition: words"))
    [alert] = ann.core.alerts(Filter())
    ann.core.triage(Action("take", (alert.id,)))
    told = bo.core.bundles.take(bo.core.bundles.open(ann.make().read_bytes()))
    name = f"rules/from-{ann.secret.id[:8]}-mine.yml"
    assert told.files == (name,)
    assert any("broken.yml" in one for one in told.left_out)
    assert (bo.core.profile.folder / name).read_text() == RULE
    assert bo.state() == ann.state()

    bo.core.bundles.undo()
    assert bo.state() == before
    assert not (bo.core.profile.folder / name).exists()


def test_rules_that_came_in_a_bundle_are_not_given_on(desks: list[Desk]) -> None:
    ann, bo, _ = desks
    rules = ann.core.profile.folder / "rules"
    rules.mkdir()
    (rules / "mine.yml").write_text(RULE)
    bo.take(ann.make())
    assert not any(
        name.startswith("rules/") for name in ann.core.bundles.open(bo.make().read_bytes()).content
    )


@pytest.mark.parametrize(
    ("name", "line", "why"),
    [
        ("events.jsonl", '{"id":"a"}', "events.jsonl, line 1"),
        ("events.jsonl", "no json", "is no JSON"),
        ("events.jsonl", "[1]", "is no record"),
        ("items.jsonl", '{"source":"x","first_seen":"2026-03-01"}', "no source 'x'"),
        ("items.jsonl", '{"source":"x","first_seen":"2036-03-01"}', "in the future"),
        ("observed.jsonl", '{"source":"x"}', "observed.jsonl, line 1"),
        ("sources.jsonl", '{"id":"../x"}', "no id of a source"),
        ("sources.jsonl", '{"id":"x","title":"X"}', "sources.jsonl, line 1"),
        ("sources.jsonl", '{"id":"x","title":"X","url":["a"]}', "url is no text"),
        ("sources.jsonl", '{"id":"x","title":"","url":"","poll_minutes":"soon"}', "line 1"),
        ("sources.jsonl", '{"id":"x","title":"","url":"","poll_minutes":1e30}', "no count"),
        (
            "items.jsonl",
            '{"source":"x","first_seen":"2026-03-01","withheld":true,'
            '"judged":{"found":{"roles":[[]]}}}',
            "items.jsonl, line 1",
        ),
    ],
)
def test_a_line_that_cannot_be_used_is_named_and_nothing_is_taken(
    desks: list[Desk], name: str, line: str, why: str
) -> None:
    ann, bo, _ = desks
    said = {
        "kind": "desk", "channel": "c", "seq": 1, "prev": "", "author": "",
        "created": "2026-03-02T12:00:00+00:00", "expires": "2026-04-16T12:00:00+00:00",
    }  # fmt: skip
    rule = {"rules/mine.yml": RULE.encode()}
    blob, _ = box.seal(ann.secret, said, {name: line.encode() + b"\n", **rule})
    with pytest.raises(BundleRefused, match=why):
        bo.core.bundles.take(bo.core.bundles.open(blob))
    assert bo.log() == []
    assert not list((bo.core.profile.folder / "rules").glob("from-*"))


def test_an_event_of_a_clock_that_runs_years_ahead_does_not_move_ours(desks: list[Desk]) -> None:
    ann, bo, _ = desks
    publish(ann, TITLES[0])
    clock = ann.core._clock
    assert isinstance(clock, Clock)
    clock.forward(days=900)
    [alert] = ann.core.alerts(Filter(view="all"))
    ann.core.triage(Action("take", (alert.id,)))
    clock.forward(days=-900)
    with pytest.raises(BundleRefused, match="in the future"):
        bo.take(ann.make())


RULE = """schema: 1
id: mine
title: Zinc is held up
level: low
guidance: Ask.
match: {word: {any: {en: [zinc shipment]}}}
condition: word
tests:
  - {name: yes, item: {title: A zinc shipment is late., language: en}, expect: match}
  - {name: no, item: {title: A parcel is late., language: en}, expect: no-match}
"""
