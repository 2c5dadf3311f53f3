"""A compilation carries at least the highest marking of its parts, and says that it is one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from osawatch.briefing.make import draft, raised, written
from osawatch.briefing.model import Asked
from osawatch.cases.markings import ANY, MARKINGS, RANKS, floor, refuse_below, together
from osawatch.cases.model import Case, Left
from osawatch.core import Core
from osawatch.errors import BadInput
from osawatch.filing.disclose import Wanted
from osawatch.model import Filter
from osawatch.papers import make
from osawatch.papers.model import About
from tests.fakes import Network
from ui.cli import main

NOW = datetime(2026, 3, 2, tzinfo=UTC)
ALONE = "TLP:AMBER"
TOLD = "together they may be more sensitive than each alone"


def case(title: str, markings: Sequence[str]) -> Case:
    papers = tuple(Left("memo", "txt", one, "", NOW, "Ann") for one in markings)
    return replace(Case(title, title, NOW, "Ann", "Ann", NOW), papers=papers)


def asked(core: Core, marking: str = "") -> Asked:
    now = core.now().astimezone(UTC)
    return Asked(now - timedelta(days=7), now, marking=marking)


@pytest.fixture
def marked(core: Core, network: Network) -> Core:
    """Two cases; a paper of the first has left under a marking."""
    network.publish("https://wire.example/feed", "China sets a licence duty for gallium")
    core.poll()
    one = core.cases.open("Gallium", [alert.id for alert in core.alerts(Filter())])
    core.cases.open("Potash")
    core.cases.paper(one.id, "memo", "txt", ALONE, "0" * 64)
    return core


@given(st.lists(st.lists(st.sampled_from(["", *MARKINGS])), max_size=4), st.sampled_from(MARKINGS))
def test_no_part_is_marked_higher_than_what_may_be_chosen(
    parts: list[list[str]], chosen: str
) -> None:
    lowest = floor(case(str(number), one) for number, one in enumerate(parts))
    highest = max((RANKS.get(one, -1) for part in parts for one in part), default=-1)
    assert RANKS.get(lowest.marking, -1) == highest
    assert RANKS[lowest.over(chosen)] == max(RANKS[chosen], highest)
    refuse_below(lowest.over(chosen), lowest)
    assert lowest == ANY or lowest.marking in parts[int(lowest.part)]


def test_a_refusal_names_the_part_and_its_marking() -> None:
    lowest = floor([case("Potash", ["TLP:GREEN"]), case("Gallium", ["", "TLP:AMBER"])])
    with pytest.raises(BadInput, match=r"TLP:GREEN is lower.*«Gallium» is TLP:AMBER"):
        refuse_below("TLP:GREEN", lowest)
    with pytest.raises(BadInput, match=r"is needed.*«Gallium»"):
        refuse_below("", lowest)
    assert floor([], "TLP:GREEN").part == "the watchlist"


def test_parts_are_counted_in_both_languages_and_one_part_is_no_compilation() -> None:
    assert together(2, 1, "en").startswith("Put together from 2 stories and 1 case:")
    assert together(1, 3, "nl").startswith("Samengesteld uit 1 verhaal en 3 dossiers:")
    assert together(4, 0, "en").startswith("Put together from 4 stories:")
    assert together(1, 0, "en") == together(0, 1, "nl") == ""


def test_a_briefing_below_one_of_its_cases_is_refused_and_the_window_raises_it(
    marked: Core,
) -> None:
    with pytest.raises(BadInput, match="«Gallium» is TLP:AMBER"):
        draft(marked, asked(marked, "TLP:GREEN"))
    made = raised(marked, asked(marked))
    assert (made.marking, made.floor.part) == (ALONE, "Gallium")
    text = written(draft(marked, asked(marked, ALONE)), "md").decode()
    assert f"from 1 story and 2 cases: {TOLD}" in text
    marked.save_settings(replace(marked.settings(), highest_marking="TLP:GREEN"))
    with pytest.raises(BadInput, match="above"):
        raised(marked, asked(marked))


def test_the_watchlist_has_a_marking_of_its_own(core: Core) -> None:
    core.save_settings(replace(core.settings(), watchlist_marking="INTERN GEBRUIK"))
    with pytest.raises(BadInput, match="the watchlist"):
        draft(core, asked(core, "TLP:AMBER"))
    assert draft(core, asked(core, "INTERN GEBRUIK")).marking == "INTERN GEBRUIK"


def test_a_paper_of_a_case_or_a_span_is_not_written_below_it(marked: Core) -> None:
    one = next(one for one in marked.cases.every() if one.title == "Gallium")
    for about, template in (
        (About("case", one.id), "memo"), (About("briefing", asked=asked(marked)), "weekly-list"),
    ):  # fmt: skip
        with pytest.raises(BadInput, match="is needed"):
            make.draft(marked, about, template, "en")
        paper = make.raised(marked, about, template, "en")
        assert paper.marking == ALONE
        for form in ("txt", "md", "html"):
            assert TOLD in make.written(marked, paper, form).decode()
        with pytest.raises(BadInput, match="is lower"):
            make.written(marked, replace(paper, marking="TLP:CLEAR"), "txt")


def test_a_record_and_a_request_are_not_written_below_it(marked: Core, tmp_path: Path) -> None:
    one = next(one for one in marked.cases.every() if one.title == "Gallium")
    wanted = Wanted((), NOW - timedelta(days=400), NOW + timedelta(days=400), "en", {}, "TLP:GREEN")
    with pytest.raises(BadInput, match="«Gallium»"):
        marked.filing.disclose(wanted, tmp_path / "open")
    marked.filing.disclose(replace(wanted, marking="TLP:RED"), tmp_path / "open")
    assert TOLD in (tmp_path / "open" / "inventory.html").read_text("utf-8")
    marked.cases.status(one.id, "closed", "done")
    with pytest.raises(BadInput, match="«Gallium»"):
        marked.filing.export(one.id, tmp_path / "record", None, "nl", "")
    assert not (tmp_path / "record").exists()
    marked.filing.export(one.id, tmp_path / "record", None, "nl", "TLP:AMBER")
    assert "Samengesteld uit 1 verhaal en 1 dossier" in (tmp_path / "record/case.html").read_text(
        "utf-8"
    )


def test_the_command_line_refuses_with_two_and_warns_beside_a_file_of_the_watchlist(
    marked: Core, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    profile, target = marked.profile.folder, tmp_path / "b.html"
    marked.close()
    given = ["--profile", str(profile), "briefing", "--since", "2000-01-01", "-o", str(target)]
    assert main([*given, "--marking", "TLP:GREEN"]) == 2
    assert "«Gallium» is TLP:AMBER" in capsys.readouterr().err
    assert not target.exists()
    assert main([*given, "--marking", "TLP:RED"]) == 0
    out = tmp_path / "w.csv"
    assert main(["--profile", str(profile), "watchlist", "export", str(out), "--all"]) == 0
    assert TOLD in capsys.readouterr().err
    assert TOLD not in out.read_text("utf-8")
