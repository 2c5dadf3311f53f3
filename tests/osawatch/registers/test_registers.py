"""A register keeps what people write on the log: the last word on a field stands on every desk."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from osawatch.bundle import minisign
from osawatch.core import Core
from osawatch.errors import BadInput, UnknownId
from osawatch.model import Filter
from osawatch.registers.fold import fold
from osawatch.registers.model import SHAPES
from osawatch.stages import Event
from tests.fakes import Clock, Network, Pack

CASE = {"measure": "Ban on Lithuanian goods", "sender": "CN", "target": "Lithuania",
        "day": "2021-12-01"}  # fmt: skip
REPORT = {"title": "Licences for gallium", "day": "2026-03-01", "countries": "cn",
          "summary": "China sets a licence duty for gallium.", "comment": "We doubt"}  # fmt: skip
DATA = st.one_of(
    st.fixed_dictionaries({"values": st.dictionaries(
        st.sampled_from(["measure", "outcome", "later"]), st.one_of(st.text(max_size=3), st.none())
    )}),
    st.fixed_dictionaries({"who": st.text(max_size=3)}), st.just({}), st.just({"values": "x"}),
)  # fmt: skip


def test_an_entry_is_kept_changed_told_withdrawn_and_back(core: Core) -> None:
    entry = core.registers.add("influence", CASE)
    changed = core.registers.change("influence", entry.id[:14], {"outcome": " lifted  2023 "})
    assert changed.text("outcome") == "lifted 2023"
    assert core.registers.told("influence", entry.id, "Taskforce").told[0].who == "Taskforce"
    core.registers.withdraw("influence", entry.id)
    assert core.registers.every("influence") == []
    assert [one.id for one in core.registers.every("influence", withdrawn=True)] == [entry.id]
    assert core.registers.undo() == 1
    [back] = core.registers.every("influence")
    assert (back.text("outcome"), back.told[0].by) == ("lifted 2023", "Ann")
    core.registers.undo()
    core.registers.undo()
    assert core.registers.one("influence", entry.id).text("outcome") == ""
    core.registers.undo()
    assert core.registers.every("influence", withdrawn=True) == []
    assert core.registers.undo() == 0


@pytest.mark.parametrize(
    ("field", "value"),
    [("measure", " "), ("sender", "China"), ("sender", "CN, RU"), ("day", "yesterday"),
     ("target", ""), ("outcome", "x" * 301), ("colour", "red")],
)  # fmt: skip
def test_what_is_wrong_is_named_by_field_and_nothing_is_kept(
    core: Core, field: str, value: str
) -> None:
    with pytest.raises(BadInput) as told:
        core.registers.add("influence", CASE | {field: value})
    assert told.value.field == field
    assert core.registers.every("influence") == []


def test_the_same_case_is_not_kept_twice_and_a_withdrawn_one_comes_back(core: Core) -> None:
    first = core.registers.add("influence", CASE)
    with pytest.raises(BadInput, match="already"):
        core.registers.add("influence", CASE | {"measure": "ban on lithuanian goods"})
    core.registers.withdraw("influence", first.id)
    assert core.registers.add("influence", CASE).id == first.id


def test_acts_on_what_is_not_there_are_told(core: Core) -> None:
    acts: tuple[Callable[[], object], ...] = (
        lambda: core.registers.every("nothing"),
        lambda: core.registers.one("influence", ""),
        lambda: core.registers.told("influence", "none", "Bo"),
        lambda: core.registers.withdraw("licence", "none"),
    )
    for act in acts:
        with pytest.raises(UnknownId):
            act()


def test_a_report_is_read_by_the_rules_and_its_comment_is_not(core: Core, network: Network) -> None:
    filed = core.reports.file(REPORT)
    entry = filed.entry
    assert (filed.alerts, filed.fired, entry.text("countries")) == (1, True, "CN")
    [found] = core.alerts(Filter(goods=("gallium",)))
    detail = core.alert(found.id)
    assert detail is not None
    [item] = detail.story
    assert (item.source, item.publisher, item.kind) == ("post-report", "The Hague", "post-report")
    assert "doubt" not in item.summary
    assert network.asked == []
    more = core.reports.change(entry.id, {"facts": "Also for germanium: a licence."})
    assert (more.entry.id, more.alerts) == (entry.id, 1)
    again = core.reports.file(REPORT)  # a second report of the same joins the alert
    assert (again.alerts, again.fired) == (0, True)
    silent = core.reports.file({**REPORT, "title": "Weather", "summary": "It rains."})
    assert (silent.alerts, silent.fired) == (0, False)
    assert {good for one in core.alerts(Filter()) for good in one.goods} == {"gallium", "germanium"}
    assert core.care.doctor() == []


@given(st.lists(st.tuples(st.sampled_from(["entry_set", "entry_told", "entry_drop", "entry_new",
                                           "undo"]), DATA), max_size=10),
       st.randoms(use_true_random=False))  # fmt: skip
@settings(max_examples=150, deadline=None)
def test_desks_with_the_same_events_have_the_same_entry(
    lines: list[tuple[str, dict[str, object]]], dice: random.Random
) -> None:
    log = [
        Event(str(n), f"{n:015d}.00000", "a", n, "Ann", "", kind, "influence:1",
              {"events": [str(n - 1)]} if kind == "undo" else data)
        for n, (kind, data) in enumerate(lines)
    ]  # fmt: skip
    mixed = [*log]
    dice.shuffle(mixed)
    entry = fold(log)
    assert fold(mixed) == entry
    if entry is not None:
        known = {one.key for one in SHAPES["influence"].columns}
        assert set(entry.values) <= known
        assert all(isinstance(value, str) for value in entry.values.values())


def test_registers_and_cases_go_to_another_desk_in_a_bundle_and_can_be_taken_back(
    tmp_path: Path,
) -> None:
    clock = Clock()
    network = Network(clock)
    with (
        Core(tmp_path / "a", clock=clock, fetch=network, pack=Pack()) as one,
        Core(tmp_path / "b", clock=clock, fetch=network, pack=Pack()) as two,
    ):
        one.registers.add("influence", CASE)
        one.reports.file(REPORT)
        one.cases.open("Lithuania")
        key = minisign.new()
        one.bundles.make(key, tmp_path / "x.osw")
        two.bundles.trust(key.public, "a desk")
        two.bundles.take(two.bundles.open((tmp_path / "x.osw").read_bytes()))
        for shape in ("influence", "report"):
            assert two.registers.every(shape) == one.registers.every(shape)
        assert two.cases.every() == one.cases.every()
        assert {x.id for x in two.alerts(Filter())} == {x.id for x in one.alerts(Filter())} != set()
        two.bundles.undo()
        assert two.registers.every("influence") == []
        assert two.cases.every() == []


def test_undo_of_cases_takes_back_the_last_act_alone(core: Core) -> None:
    case = core.cases.open("Gallium")
    core.cases.next(case.id, "call")
    assert core.cases.undo() == [case.id]
    assert core.cases.case(case.id).next == ""
    core.cases.undo()
    assert core.cases.every() == []
    assert core.cases.undo() == []
    assert core.care.doctor() == []
