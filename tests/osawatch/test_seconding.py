"""Where there is a hub, what hides high alerts is in force only when two persons want it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from osawatch.core import Core
from osawatch.errors import BadInput, UnknownId
from osawatch.model import Settings
from osawatch.narrowing import Item
from osawatch.unseen import Silence
from osawatch.watchfile import read, write
from rules.model import Text
from rules.rule import Exemption, When
from rules.seconding import mark, mark_of, same
from tests.fakes import Clock
from tests.osawatch.commands import Commands

TITLE = "China bans exports of gallium wedding rings"
TEXT = Text(TITLE, language="en", published=datetime(2026, 3, 16, tzinfo=UTC))
ITEM = Item(TITLE, language="en", marks=((6, 18), (22, 29)))
TODAY = date(2026, 3, 16)
OWN = """\
schema: 1
id: our-bans  # the post's
title: Our bans
level: high
match:
  good: {watchlist: goods}
  act: {watchlist: measures, items: [export-ban]}
condition: good and act
tests:
  - {name: a, item: {title: China bans exports of gallium}, expect: match}
"""


@pytest.fixture
def core(tmp_path: Path):  # type: ignore[no-untyped-def]
    with Core(tmp_path / "p", clock=Clock(datetime(2026, 3, 16, 12, tzinfo=UTC))) as made:
        works(made, "A. Person")
        yield made


def works(core: Core, name: str) -> None:
    core.save_settings(replace(core.settings(), name=name))


def shared(core: Core) -> None:
    (core.profile.folder / "hub.json").write_text("{}", encoding="utf-8")
    core.rulebook.refresh()


def narrowed(core: Core, rule: str) -> str:
    """The name of the exception that «too wide» proposed and a person saved."""
    core.workshop.save(core.workshop.narrowed(rule, ITEM, TODAY).text)
    (found,) = [one for one in core.unseen.month().lines if one.rule == rule]
    return found.exception


def fires(core: Core, rule: str) -> bool:
    return rule in [hit.id for hit in core.rulebook.match(TEXT).rules]


def line(core: Core, rule: str) -> Silence:
    (found,) = [one for one in core.unseen.month().lines if one.rule == rule]
    return found


@pytest.mark.parametrize("rule", ["export-ban", "our-bans"])
def test_with_a_hub_the_alerts_go_on_until_a_second_person_confirmed(
    core: Core, rule: str
) -> None:  # fmt: skip
    core.workshop.save(OWN)
    shared(core)
    name = narrowed(core, rule)
    assert fires(core, rule)
    assert line(core, rule).waits
    with pytest.raises(BadInput, match="another person"):
        core.workshop.confirm(rule, name)

    works(core, "B. Person")
    assert core.workshop.confirm(rule, name)
    assert not fires(core, rule)
    assert not line(core, rule).waits
    (rule_,) = [one for one in core.rulebook.pack.rules if one.id == rule]
    (one,) = rule_.exceptions
    assert (one.by, one.made, one.second, one.confirmed) == (
        "A. Person", TODAY, "B. Person", TODAY,
    )  # fmt: skip
    with pytest.raises(UnknownId):
        core.workshop.confirm(rule, name)
    if rule == "our-bans":
        assert "# the post's" in core.workshop.text(rule).text


def test_without_a_hub_one_person_is_enough(core: Core) -> None:
    narrowed(core, "export-ban")
    assert not fires(core, "export-ban")
    assert not line(core, "export-ban").waits


def test_what_hides_less_than_high_alerts_needs_nobody_else(core: Core) -> None:
    core.workshop.save(OWN.replace("level: high", "level: medium"))
    shared(core)
    narrowed(core, "our-bans")
    assert not fires(core, "our-bans")


def test_a_lower_level_at_this_desk_does_not_spare_the_second_person(core: Core) -> None:
    shared(core)
    narrowed(core, "export-ban")
    local = core.rulebook.own.local
    stored = read(local)
    write(local, {"export-ban": {**stored["export-ban"], "level": "medium"}})
    core.rulebook.refresh()
    assert fires(core, "export-ban")
    assert line(core, "export-ban").waits


def test_who_moves_the_last_day_is_the_author_anew(core: Core) -> None:
    shared(core)
    name = narrowed(core, "export-ban")
    works(core, "B. Person")
    core.workshop.confirm("export-ban", name)
    text = core.workshop.change_text("export-ban").text
    core.workshop.save(text.replace("2026-06-14", "2026-12-31"))

    assert fires(core, "export-ban")
    with pytest.raises(BadInput, match="another person"):
        core.workshop.confirm("export-ban", name)
    works(core, "A. Person")
    assert core.workshop.confirm("export-ban", name)
    assert not fires(core, "export-ban")


def test_one_from_before_the_hub_is_asked_for_twice(core: Core) -> None:
    name = narrowed(core, "export-ban")
    assert "by" not in read(core.rulebook.own.local)["export-ban"]["exceptions"][0]
    shared(core)
    assert fires(core, "export-ban")
    assert not core.workshop.confirm("export-ban", name)
    assert fires(core, "export-ban")
    works(core, "B. Person")
    assert core.workshop.confirm("export-ban", name)
    assert not fires(core, "export-ban")


def test_nobody_without_a_name_confirms(core: Core) -> None:
    shared(core)
    name = narrowed(core, "export-ban")
    core.save_settings(Settings())
    with pytest.raises(BadInput, match="name is needed"):
        core.workshop.confirm("export-ban", name)


def test_the_command_line_confirms(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    class Real(Commands):
        def open(self, folder: Path | None = None) -> Core:
            return Core(folder or self.profile, clock=self.clock, fetch=self.network)

    desk = Real(tmp_path / "profile", capsys, Clock(datetime(2026, 3, 16, tzinfo=UTC)))
    with desk.open() as core:
        shared(core)
        exception = {
            "name": "rings", "when": {"title|contains": "rings"}, "reason": "r", "by": "A. Person",
            "until": "2026-05-01",
        }  # fmt: skip
        write(core.rulebook.own.local, {"export-ban": {"exceptions": [exception]}})
        works(core, "B. Person")
    asked = ("--profile", desk.profile, "--jsonl")
    assert [one["waits"] for one in desk.run("rules", "unseen", *asked).lines] == [True]
    said = desk.run("rules", "confirm", "export-ban", "rings", *asked)
    assert said.lines[0]["in_force"] is True
    assert [one["waits"] for one in desk.run("rules", "unseen", *asked).lines] == [False]


@pytest.mark.parametrize("rule", ["export-ban", "our-bans"])
def test_nobody_becomes_a_second_person_by_typing_another_name(core: Core, rule: str) -> None:
    core.workshop.save(OWN)
    shared(core)
    name = narrowed(core, rule)
    own = rule == "our-bans"
    text = (core.workshop.text if own else core.workshop.change_text)(rule).text
    assert text.count("A. Person") == 1
    core.workshop.save(text.replace("A. Person", "Somebody"))

    with pytest.raises(BadInput, match="another person"):
        core.workshop.confirm(rule, name)
    assert fires(core, rule)


@pytest.mark.parametrize("rule", ["export-ban", "our-bans"])
def test_a_typed_second_person_and_mark_count_for_nothing(core: Core, rule: str) -> None:
    core.workshop.save(OWN)
    shared(core)
    narrowed(core, rule)
    (found,) = [one for one in core.rulebook.pack.rules if one.id == rule]
    seal = mark(found.exceptions[0])
    own = rule == "our-bans"
    text = (core.workshop.text if own else core.workshop.change_text)(rule).text
    by = next(one for one in text.splitlines() if "by: A. Person" in one)
    for said in (
        text.replace("by: A. Person", f"by: A. Person, second: B, seal: {seal}"),
        text.replace(by, f"{by}\n    second: B\n    seal: {seal}"),
    ):
        try:
            core.workshop.save(said)
        except BadInput:  # one of the two is no YAML here
            continue
        assert fires(core, rule)
        assert line(core, rule).waits


def test_what_was_confirmed_stays_so_when_something_else_is_saved(core: Core) -> None:
    core.workshop.save(OWN)
    shared(core)
    name = narrowed(core, "our-bans")
    works(core, "B. Person")
    assert core.workshop.confirm("our-bans", name)
    text = core.workshop.text("our-bans").text
    works(core, "C. Person")
    core.workshop.save(text.replace("Our bans", "The bans"))
    assert not fires(core, "our-bans")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Jos\u00e9", "Jose\u0301"), ("A. Person", "A.\u00a0Person"),
        ("A. Person", "A. Per\u00adson"),
        ("A. Person", "\u200bA. PERSON \u2060"), ("Strasse", "Straße"),
    ],
)  # fmt: skip
def test_a_name_written_otherwise_is_of_the_same_person(one: str, other: str) -> None:
    assert same(one, other)
    assert not same(one, "B. Person")


def test_two_tests_and_one_that_reads_like_them_have_not_the_same_mark() -> None:
    def marked(*values: str) -> str:
        return mark(Exemption("x", (When("title", "contains", values),), "r"))

    assert marked("zinnias|gallium") != marked("zinnias", "gallium")
    entry = {"name": "x", "when": {"title|contains": ["zinnias", "gallium"]}}
    assert mark_of(entry) == marked("zinnias", "gallium")
