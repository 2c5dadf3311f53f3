"""Cases that live: opened without an alert, with days, a search and a watch on its silence."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from osawatch.agenda.options import serving
from osawatch.agenda.work import due, quiet, sound
from osawatch.core import Core
from osawatch.errors import BadInput, UnknownId
from osawatch.model import Filter
from osawatch.searches import named
from tests.fakes import Clock, Network
from ui.cli import main

FEED = "https://wire.example/feed"
SEARCH = named("Gallium", Filter(goods=("gallium",)))


def test_a_visit_is_opened_with_its_day_and_what_is_looked_for(core: Core) -> None:
    case = core.cases.begin(
        "Chile", kind="visit", days=[("2026-04-01", "the minister flies")], search=SEARCH, silence=9
    )
    assert (case.kind, case.silence, case.search["name"]) == ("visit", 9, "Gallium")
    assert [(one.day, one.text) for one in case.dates] == [("2026-04-01", "the minister flies")]
    assert core.cases.undo() == [case.id]
    assert core.cases.every() == []


def test_what_is_wrong_with_a_beginning_opens_nothing(core: Core) -> None:
    for wrong in (
        {"kind": "party"}, {"days": [("soon", "x")]}, {"days": [("2026-04-01", " ")]},
        {"silence": 5}, {"search": SEARCH, "silence": 731},
    ):  # fmt: skip
        with pytest.raises(BadInput):
            core.cases.begin("Chile", **wrong)  # type: ignore[arg-type]
    assert core.cases.every(closed=True) == []


def test_a_silence_is_said_when_somebody_looked_and_nothing_came(
    core: Core, network: Network, clock: Clock
) -> None:
    network.publish(FEED, "China sets a licence duty for gallium")
    core.poll()
    case = core.cases.begin("Gallium", search=SEARCH, silence=10)
    first = quiet(core, case)
    assert first is not None
    assert (first.state, first.last) == ("fresh", core.now())
    clock.forward(days=11)
    told = quiet(core, case)
    assert told is not None
    assert told.state == "blind"  # nobody looked since
    core.poll()
    told = quiet(core, case)
    assert told is not None
    assert told.state == "silent"
    assert [one.what for one in due(core, 30)] == ["silent"]
    network.publish(FEED, "China puts a ban on gallium")
    core.poll()
    again = quiet(core, case)
    assert again is not None
    assert again.state == "fresh"


def test_a_case_without_search_or_closed_watches_nothing(core: Core) -> None:
    case = core.cases.begin("Gallium", search=SEARCH, silence=10)
    assert core.cases.search(case.id, None).silence == 0
    with pytest.raises(BadInput, match="needs a search"):
        core.cases.silence(case.id, 3)
    core.cases.search(case.id, SEARCH)
    core.cases.silence(case.id, 3)
    closed = core.cases.status(case.id, "closed")
    assert quiet(core, closed) is None


def test_late_steps_stand_first_and_those_done_not_at_all(core: Core) -> None:
    case = core.cases.begin("Gallium", days=[("2026-03-05", "round of talks"), ("2026-01-01", "x")])
    core.cases.step(case.id, "call", due="2026-02-01", who="Bob")
    made = core.cases.step(case.id, "ask", due="2026-03-04")
    core.cases.step(case.id, "later", due="2027-03-04")
    core.cases.done(case.id, made.steps[1].id)
    found = due(core, 30)
    assert [(one.what, one.text, one.late) for one in found] == [
        ("step", "call", True), ("date", "round of talks", False),
    ]  # fmt: skip
    core.cases.no_date(case.id, case.dates[0].id[:8])
    assert [one.text for one in due(core, 30)] == ["call"]
    with pytest.raises(UnknownId):
        core.cases.no_date(case.id, "")


def test_the_form_is_kept_as_one_act_and_what_says_the_same_writes_nothing(core: Core) -> None:
    case = core.cases.open("Gallium")
    answers = {"eu-first": ("yes", "Council"), "proportional": ("", "")}
    weighed = core.cases.weigh_all(case.id, answers, {"reshoring": "", "nearshoring": None})
    assert list(weighed.tests) == ["eu-first"]
    assert list(weighed.options) == ["reshoring"]
    with pytest.raises(BadInput, match="changes nothing"):
        core.cases.weigh_all(case.id, answers, {"reshoring": ""})
    core.cases.weigh_all(case.id, {}, {"reshoring": None, "strategic-stocks": "six months"})
    assert core.cases.case(case.id).options["strategic-stocks"].note == "six months"
    core.cases.undo()
    assert list(core.cases.case(case.id).options) == ["reshoring"]
    kinds = [one.kind for one in core.cases.log(case.id)]
    assert kinds[:3] == ["case_open", "case_test", "case_option"]
    for wrong in ({"luck": ("yes", "")}, {"eu-first": ("perhaps", "")}):
        with pytest.raises(BadInput):
            core.cases.weigh_all(case.id, wrong, {})


def test_options_name_the_instruments_of_the_pack_that_serve_them(tmp_path: Path) -> None:
    with Core(tmp_path / "p") as core:
        names = {one: [x.id for x in serving(core, ["gallium"], one)]
                 for one in ("diversification", "strategic-stocks")}  # fmt: skip
    assert "trade-agreements" in names["diversification"]
    assert "strategic-stocks" in names["strategic-stocks"]


@pytest.mark.parametrize("stored", [{}, {"name": ""}, {"name": "x", "later": 1}, [], "x", None])
def test_a_search_of_a_stranger_that_is_none_is_passed_over(stored: object) -> None:
    assert sound(stored) is None


def test_the_command_line_follows_a_case(
    core: Core, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    profile = str(core.profile.folder)
    core.searches.keep(SEARCH)

    def cli(*words: str, code: int = 0) -> str:
        assert main(["cases", words[0], "--profile", profile, *words[1:]]) == code
        return capsys.readouterr().out

    made = json.loads(cli("open", "Chile", "--kind", "visit", "--date", "2099-01-02", "talks",
                          "--search", "Gallium", "--silence", "30", "--json"))  # fmt: skip
    cli("option", made["id"], "nearshoring", "--note", "Spain")
    cli("step", made["id"], "call", "--due", "2020-01-01")
    shown = cli("show", made["id"])
    for words in ("kind: visit", "2099-01-02  talks", "option nearshoring: Spain",
                  "search: Gallium; silence after 30 days"):  # fmt: skip
        assert words in shown
    assert [one["text"] for one in json.loads(cli("due", "--json"))] == ["call"]
    cli("due", "-o", str(tmp_path / "x.ics"))
    assert "SUMMARY:Chile" in (tmp_path / "x.ics").read_text()
    cli("search", made["id"], "Nothing", code=2)
    cli("kind", made["id"], "negotiation")
    cli("silence", made["id"], "0")
