"""Open cases, decisions with their sources, spans by name, and markings in both scales."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from osawatch.briefing import spans
from osawatch.briefing.make import draft
from osawatch.briefing.model import Asked, Entry, Section, Table
from osawatch.briefing.words import LEVELS, SAID
from osawatch.cases.markings import DUTCH, MARKINGS, RANKS
from osawatch.core import Core
from osawatch.errors import BadInput
from osawatch.model import Filter
from tests.fakes import Clock, Network
from ui.cli import main

FEED = "https://wire.example/feed"
NOW = datetime(2026, 11, 26, 12, tzinfo=UTC)


def span(core: Core, days: int = 30, **more: str) -> Asked:
    now = core.now().astimezone(UTC)
    return Asked(*spans.days(date.fromordinal(now.date().toordinal() - days), now.date(), now),
                 **more)  # type: ignore[arg-type]  # fmt: skip


def section(core: Core, title: str, **more: str) -> Section:
    return next(one for one in draft(core, span(core, **more)).sections if one.title == title)


@pytest.fixture
def worked(core: Core, network: Network, clock: Clock) -> Core:
    network.publish(FEED, "China sets a licence duty for gallium")
    core.poll()
    [alert] = core.alerts(Filter(goods=("gallium",)))
    case = core.cases.open("Gallium for chip makers", [alert.id])
    core.cases.owner(case.id, "EZK")
    core.cases.next(case.id, "ask the post in Beijing")
    core.cases.step(case.id, "call the sector", due="2026-12-01", who="Bo")
    core.cases.weigh(case.id, "proportional", "yes", "a reason of our own")
    clock.forward(days=1)
    return core


def test_an_open_case_is_told_with_its_next_step_its_owner_and_the_source(worked: Core) -> None:
    [one] = section(worked, "Open cases").parts
    assert isinstance(one, Entry)
    assert one.title == "Gallium for chip makers"
    told = "; ".join(one.facts)
    for words in ("owner: EZK", "next: ask the post", "call the sector (Bo, by 2026-12-01)"):
        assert words in told
    published, own = one.sources
    assert published.title == "China sets a licence duty for gallium"
    assert own.publisher == "log of this desk"
    assert all(source.first_seen for source in one.sources)


def test_a_case_goes_to_the_ministry_that_owns_it_alone(worked: Core) -> None:
    assert section(worked, "Open cases", ministry="EZK").parts
    assert not section(worked, "Open cases", ministry="VWS").parts


def test_what_was_weighed_is_told_without_the_note(worked: Core) -> None:
    [table] = section(worked, "What the desk decided").parts
    assert isinstance(table, Table)
    assert ("weighed, proportionate: yes", "Gallium for chip makers") in [
        row[2:4] for row in table.rows
    ]
    assert "reason of our own" not in repr(table)
    assert all(row[4] for row in table.rows)


def test_a_closed_case_is_a_decision_and_open_no_more(worked: Core) -> None:
    [case] = worked.cases.every()
    worked.cases.status(case.id, "closed", "no action")
    assert not section(worked, "Open cases").parts
    [table] = section(worked, "What the desk decided").parts
    assert isinstance(table, Table)
    assert "case: closed: no action" in {row[2] for row in table.rows}


def test_days_that_nobody_looked_at_are_no_zeros(worked: Core) -> None:
    over_time = section(worked, "The picture by good and country").parts[-1]
    assert isinstance(over_time, Table)
    assert over_time.caption == "New alerts, week by week"
    unseen = [row for row in over_time.rows if row[2].startswith("0 of")]
    assert unseen
    assert all(row[1] == "not known" for row in unseen)


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("2026-10", "2026-10-01", "2026-10-31"),
        ("last", "2026-10-01", "2026-10-31"),
        ("this", "2026-11-01", "2026-11-26"),
        ("2024-02", "2024-02-01", "2024-02-29"),
    ],
)
def test_a_month_is_whole_or_ends_now(words: str, first: str, last: str) -> None:
    since, until = spans.month(words, NOW)
    assert (f"{since:%Y-%m-%d}", f"{until:%Y-%m-%d}") == (first, last)
    assert until <= NOW


@pytest.mark.parametrize("words", ["2026-13", "oct", "2027-01", "0000-01", ""])
def test_what_is_no_month_or_has_not_begun_is_refused(words: str) -> None:
    with pytest.raises(BadInput):
        spans.month(words, NOW)


def test_free_days_are_both_included_and_end_now_at_the_latest() -> None:
    since, until = spans.days(date(2026, 11, 1), date(2026, 11, 2), NOW)
    assert (since.isoformat(), until.date().isoformat()) == (
        "2026-11-01T00:00:00+00:00",
        "2026-11-02",
    )
    assert spans.days(date(2026, 11, 1), date(2026, 12, 2), NOW)[1] == NOW
    with pytest.raises(BadInput, match="before it begins"):
        spans.days(date(2026, 11, 2), date(2026, 11, 1), NOW)


def test_the_last_handover_is_the_confirmed_one_then_the_offered_one(
    worked: Core, clock: Clock
) -> None:
    assert spans.last_handover(worked) is None
    [case] = worked.cases.every()
    worked.cases.hand_over(case.id, "Ann")
    offered = worked.now()
    assert spans.last_handover(worked) == offered
    clock.forward(hours=2)
    worked.cases.confirm(case.id)
    confirmed = worked.now()
    clock.forward(hours=2)
    worked.cases.hand_over(case.id, "Bo")
    assert spans.last_handover(worked) == confirmed


def test_dutch_markings_obey_the_limit_too(worked: Core) -> None:
    assert set(RANKS) == set(MARKINGS)
    worked.save_settings(replace(worked.settings(), highest_marking="INTERN GEBRUIK"))
    for marking in ("ONGERUBRICEERD", "INTERN GEBRUIK", "TLP:AMBER"):
        assert draft(worked, span(worked, marking=marking)).marking == marking
    for marking in (DUTCH[-1], "TLP:RED"):
        with pytest.raises(BadInput, match="above"):
            draft(worked, span(worked, marking=marking))


def test_both_languages_say_the_same_things() -> None:
    assert SAID["en"].keys() == SAID["nl"].keys()
    for key, words in SAID["en"].items():
        assert words.count("{") == SAID["nl"][key].count("{"), key
    assert set(LEVELS) == set(SAID)


def test_the_command_knows_months_and_handovers(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("OSAWATCH_PROFILE", str(tmp_path / "p"))
    assert main(["init", "--sample", "--name", "Ann"]) == 0
    out = ["--format", "md", "-o", str(tmp_path / "b.md")]
    assert main(["briefing", "--month", "this", "--marking", "INTERN GEBRUIK", *out]) == 0
    assert "**INTERN GEBRUIK**" in (tmp_path / "b.md").read_text("utf-8")
    assert main(["briefing", "--since", "handover", *out]) == 2
    assert "no case was handed over" in capsys.readouterr().err
    assert main(["briefing", *out]) == 2
    assert main(["briefing", "--month", "soon", *out]) == 2
