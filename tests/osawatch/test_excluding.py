"""A source is silent on what a person excludes of it, until a day; nothing of it is lost."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from osawatch.core import Core
from osawatch.errors import BadInput, UnknownId
from osawatch.model import Excluded, Filter, Settings
from osawatch.model.wishes import View
from osawatch.seen import SeenFilter
from osawatch.watchfile import read
from rules.model import Text
from tests.fakes import Clock, Network, source
from tests.osawatch.commands import Commands, Said

SPORT = "Sport: China bans exports of gallium"
OTHER = "Spain bans exports of tungsten"
REASON = "excluded for this source: sport"
UNTIL = date(2026, 6, 1)
WANTED = Excluded("daily", ("sport",), until=UNTIL)


@pytest.fixture
def clock() -> Clock:
    return Clock(datetime(2026, 3, 16, 12, tzinfo=UTC))


@pytest.fixture
def network(clock: Clock) -> Network:
    return Network(clock)


@pytest.fixture
def core(tmp_path: Path, clock: Clock, network: Network) -> Iterator[Core]:
    with Core(tmp_path / "p", clock=clock, fetch=network) as made:
        made.save_settings(replace(Settings(), name="A. Person"))
        made.sources.add(source("daily"))
        made.sources.add(source("weekly"))
        yield made


def polled(core: Core, network: Network, name: str, *titles: str) -> None:
    (row,) = [one for one in core.sources.rows() if one.id == name]
    for title in titles:
        network.publish(row.url, title)
    core.poll([name])


def titles(core: Core, view: View) -> set[str]:
    return {card.title for card in core.cards(core.card_ids(Filter(view=view)))}


def test_what_is_excluded_is_stored_and_stands_among_the_suppressed(
    core: Core, network: Network
) -> None:
    core.sources.exclude(WANTED)
    polled(core, network, "daily", SPORT, OTHER)

    assert titles(core, "inbox") == {OTHER}
    assert titles(core, "suppressed") == {SPORT}
    (card,) = core.card_ids(Filter(view="suppressed"))
    found = core.card(card)
    assert found
    assert all(one.because.endswith(REASON) for one in found.alerts)
    (item,) = [
        one
        for one in core.archive.page(core.archive.ids(SeenFilter(source="daily")))
        if one.title == SPORT
    ]
    assert any(said.endswith(REASON) for said in item.silences)


def test_another_source_that_tells_the_same_is_heard(core: Core, network: Network) -> None:
    core.sources.exclude(WANTED)
    polled(core, network, "daily", SPORT)
    polled(core, network, "weekly", SPORT)

    assert titles(core, "inbox") == {SPORT}


def test_what_is_taken_back_is_heard_again(core: Core, network: Network) -> None:
    kept = core.sources.exclude(WANTED)
    core.sources.hear("daily", kept.name)
    polled(core, network, "daily", SPORT)

    assert titles(core, "inbox") == {SPORT}
    assert core.sources.excluded() == []
    with pytest.raises(UnknownId):
        core.sources.hear("daily", kept.name)


def test_it_is_kept_who_said_so_and_until_when(core: Core) -> None:
    core.sources.exclude(replace(WANTED, reason="no  trade"))
    core.sources.exclude(replace(WANTED, source="weekly", until=date(2026, 5, 1)))

    first, second = core.sources.excluded()
    assert (first.source, first.until) == ("weekly", date(2026, 5, 1))
    assert (second.by, second.made, second.reason) == ("A. Person", date(2026, 3, 16), "no trade")
    assert core.sources.excluded("daily") == [second]


def test_the_same_words_again_only_move_the_last_day(core: Core) -> None:
    core.sources.exclude(WANTED)
    core.sources.exclude(replace(WANTED, until=date(2026, 7, 1)))

    (only,) = core.sources.excluded()
    assert only.until == date(2026, 7, 1)


def test_what_else_the_desk_changed_in_rules_stays(core: Core) -> None:
    core.rulebook.switch(["export-licensing"], on=False)
    kept = core.sources.exclude(WANTED)
    core.rulebook.switch(["price-spike"], on=False)
    core.sources.hear("daily", kept.name)

    assert read(core.rulebook.own.local) == {
        "export-licensing": {"enabled": "false"}, "price-spike": {"enabled": "false"},
    }  # fmt: skip


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        (replace(WANTED, words=()), "words"),
        (replace(WANTED, words=(" ",)), "words"),
        (replace(WANTED, words=("a",)), "words"),
        (replace(WANTED, words=("体",)), "words"),
        (replace(WANTED, words=("s*rt",)), "words"),
        (replace(WANTED, sections=("x" * 81,)), "sections"),
        (replace(WANTED, words=tuple(f"word{n}" for n in range(51))), "words"),
        (replace(WANTED, until=date(2026, 3, 15)), "until"),
        (replace(WANTED, until=date(2027, 3, 18)), "until"),
    ],
)
def test_what_would_hide_too_much_or_for_ever_is_refused(
    core: Core, wrong: Excluded, field: str
) -> None:
    with pytest.raises(BadInput) as told:
        core.sources.exclude(wrong)
    assert told.value.field == field
    assert not core.rulebook.own.local.exists()


def test_a_source_or_a_good_that_is_not_known_is_refused(core: Core) -> None:
    with pytest.raises(UnknownId):
        core.sources.exclude(replace(WANTED, source="monthly"))
    with pytest.raises(UnknownId):
        core.sources.exclude(replace(WANTED, goods=("galium",)))


@pytest.mark.parametrize("change", ["", "export-ban: {level: medium}\n"])
def test_with_a_hub_one_person_hides_nothing_that_is_high(core: Core, change: str) -> None:
    core.sources.exclude(WANTED)
    local = core.rulebook.own.local
    local.write_text(local.read_text() + change, encoding="utf-8")
    core.rulebook.refresh()
    said = Text(SPORT, language="en", source="daily", published=core.now())
    assert not core.rulebook.match(said).rules
    (core.profile.folder / "hub.json").write_text("{}", encoding="utf-8")
    core.rulebook.refresh()
    assert "export-ban" in [one.id for one in core.rulebook.match(said).rules]


def test_a_file_with_an_error_is_mended_before_it_is_changed(core: Core) -> None:
    kept = core.sources.exclude(WANTED)
    local = core.rulebook.own.local
    local.write_text(local.read_text() + "no-such-key: 3\n", encoding="utf-8")
    broken = local.read_text()
    with pytest.raises(BadInput, match="mend it first"):
        core.sources.hear("daily", kept.name)
    with pytest.raises(BadInput, match="mend it first"):
        core.sources.exclude(replace(WANTED, words=("cup",)))
    assert local.read_text() == broken


def test_what_comes_in_after_the_last_day_is_heard_however_old_it_is(
    core: Core, network: Network, clock: Clock
) -> None:
    core.sources.exclude(WANTED)
    clock.now = datetime(2026, 6, 2, 12, tzinfo=UTC)
    (row,) = [one for one in core.sources.rows() if one.id == "daily"]
    network.publish(row.url, SPORT, date_published="2026-05-31T12:00:00Z")
    core.poll(["daily"])
    assert titles(core, "inbox") == {SPORT}


def test_the_month_counts_an_item_once_and_names_who_excluded_it(
    core: Core, network: Network
) -> None:
    core.sources.exclude(WANTED)
    polled(core, network, "daily", SPORT, "Sport: Spain bans exports of tungsten")

    (line,) = [one for one in core.unseen.month().lines if one.origin == "source"]
    assert (line.rule, line.title, line.exception) == ("", "daily", "daily, sport")
    assert (line.items, line.until, line.reason) == (2, UNTIL, "A. Person")
    assert core.unseen.month().hidden == 2


def test_one_that_was_taken_back_still_tells_what_it_hid(core: Core, network: Network) -> None:
    kept = core.sources.exclude(WANTED)
    polled(core, network, "daily", SPORT)
    core.sources.hear("daily", kept.name)

    found = [one for one in core.unseen.month().lines if one.exception == kept.name]
    assert {(one.origin, one.items) for one in found} == {("gone", 1)}


def test_a_set_up_carries_it_and_says_so_by_name(core: Core, tmp_path: Path, clock: Clock) -> None:
    core.sources.exclude(WANTED)
    body = core.setup.give()
    with Core(tmp_path / "other", clock=clock) as other:
        steps = other.setup.plan(body, "desk.json")
        assert ("sources", "excluded: daily, sport", "add", "2026-06-01") in [
            (one.part, one.name, one.what, one.after) for one in steps
        ]
        other.setup.take(body, "desk.json")
        (only,) = other.sources.excluded()
        assert (only.source, only.words, only.by) == ("daily", ("sport",), "A. Person")
        assert "excluded: daily, sport" not in {
            one.name for one in other.setup.plan(body, "desk.json")
        }


def test_the_command_line_excludes_lists_and_hears_again(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], clock: Clock
) -> None:
    class Real(Commands):
        def open(self, folder: Path | None = None) -> Core:
            return Core(folder or self.profile, clock=self.clock, fetch=self.network)

    desk = Real(tmp_path / "profile", capsys, clock)

    def run(*words: str) -> Said:
        return desk.run("sources", *words, "--profile", desk.profile)

    with desk.open() as made:
        made.sources.add(source("daily"))
    said = run("exclude", "daily", "--words", "sport", "the cup", "--until", "2026-06-01", "--json")
    assert (said.json["said"], said.json["until"]) == ("sport, the cup", "2026-06-01")
    (only,) = run("exclude", "--list", "--jsonl").lines
    assert (only["source"], only["made"], only["over"]) == ("daily", "2026-03-16", False)
    assert run("exclude", "daily", "--remove", "sport, the cup").code == 0
    assert run("exclude", "daily", "--list", "--json").json == []
    assert run("exclude", "daily", "--remove", "sport").code != 0
    assert run("exclude", "daily").code != 0
    assert run("exclude", "--words", "sport").code != 0
    assert run("exclude", "daily", "--goods", "gallium", "--until", "30d").code == 0
    assert "2026-04-15" in run("exclude", "daily", "--list").out
