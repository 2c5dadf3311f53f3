"""A person's name can be taken out of all that a desk wrote, and the log stays whole."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from osawatch.cli.main import main
from osawatch.core import Core
from osawatch.errors import BadInput
from osawatch.filing.disclose import Wanted, grounds_of
from osawatch.filing.redact import Redaction, texts
from osawatch.model import Action, Filter
from osawatch.store import erasing, events
from tests.fakes import Network

FEED = "https://wire.example/feed"
NAME = "Jan Jansen"
VALUES = st.recursive(
    st.one_of(st.text(), st.sampled_from(["jan jansen", "Jan  Jansen said", "Janjansen", "ok"])),
    lambda inner: st.one_of(st.lists(inner), st.dictionaries(st.text(), inner)),
)


@pytest.fixture
def alert(core: Core, network: Network) -> str:
    network.publish(FEED, "Jan Jansen of an invented works on gallium export licences in China")
    core.poll()
    [found] = core.alerts(Filter(goods=("gallium",)))
    core.triage(Action("note", (found.id,), {"text": "JAN JANSEN called; Jansens is another"}))
    core.triage(Action("assign", (found.id,), {"who": NAME}))
    return found.id


def test_a_name_goes_from_notes_and_lists_and_no_line_moves(core: Core, alert: str) -> None:
    with core._store.reading() as connection:
        before = [(e.id, e.hlc, e.dev_seq) for e in events.everything(connection)]
    gone = core.filing.privacy.erase(NAME, "asked for it")
    with core._store.reading() as connection:
        after = events.everything(connection)
    assert [(e.id, e.hlc, e.dev_seq) for e in after[:-1]] == before
    assert (gone.kind, gone.events, gone.basis) == ("erasure", 2, "AVG")
    [note] = [one.data["text"] for one in core.history(alert) if one.kind == "note"]
    assert note == "[erased] called; Jansens is another"
    [shown] = core.alerts(Filter())
    assert shown.assignee == "[erased]"
    assert core.care.doctor() == []


def test_who_holds_the_line_as_it_was_can_prove_that_it_is_this_one(core: Core, alert: str) -> None:
    with core._store.reading() as connection:
        before = {e.id: erasing.digest(e) for e in events.everything(connection)}
    core.filing.privacy.erase(NAME, "asked for it")
    with core._store.reading() as connection:
        kept = connection.execute("SELECT event, before FROM erasures").fetchall()
    assert len(kept) == 2
    assert all(before[event] == digest for event, digest in kept)


def test_texts_of_publishers_stay_and_are_counted(core: Core, alert: str) -> None:
    core.save_settings(replace(core.settings(), name="Ann", contact="Jan Jansen, room 4"))
    core.filing.privacy.erase(NAME, "asked for it")
    left = core.filing.privacy.standing(NAME)
    assert (left.events, left.items, left.elsewhere) == (0, 1, ("settings.json",))


def test_the_author_of_lines_is_erased_only_when_that_is_said(core: Core, alert: str) -> None:
    core.save_settings(replace(core.settings(), name=NAME))
    core.triage(Action("note", (alert,), {"text": "mine"}))
    core.save_settings(replace(core.settings(), name="Ann"))
    with pytest.raises(BadInput, match="author"):
        core.filing.privacy.erase(NAME, "asked for it")
    core.filing.privacy.erase(NAME, "asked for it", authors=True)
    assert NAME not in {one.actor for one in core.history(alert)}


def test_a_reason_that_holds_the_name_is_refused(core: Core, alert: str) -> None:
    with pytest.raises(BadInput, match="it stays"):
        core.filing.privacy.erase(NAME, "jan jansen asked")
    with pytest.raises(BadInput, match="stands in nothing"):
        core.filing.privacy.erase("Nobody Here", "asked for it")


def test_a_request_is_answered_with_names_unreadable_and_each_ground_listed(
    core: Core, alert: str, tmp_path: Path
) -> None:
    case = core.cases.open("Gallium, for Jan Jansen", [alert])
    core.cases.told(case.id, "Jan Jansen, an invented works")
    core.cases.next(case.id, "ask Project Lantern")
    wanted = Wanted(
        ("gallium",), core.now().replace(year=2000), core.now(), "nl",
        {"Project Lantern": "5.1.1c"},
    )  # fmt: skip
    made = core.filing.disclose(wanted, tmp_path / "out")
    assert (made.documents, made.redacted) == (1, 1)
    whole = "".join(file.read_text("utf-8") for file in (tmp_path / "out").iterdir())
    for words in ("Jan Jansen", "JAN JANSEN", "Lantern"):
        assert words not in whole
    assert "[5.1.2e]" in whole
    assert "5.1.1c, 5.1.2e" in (tmp_path / "out/inventory.csv").read_text("utf-8")
    assert json.loads((tmp_path / "out/001-case.json").read_text("utf-8"))["form"]


def test_a_request_finds_alerts_on_which_the_desk_wrote_and_no_others(
    core: Core, alert: str, network: Network, tmp_path: Path
) -> None:
    network.publish(FEED, "China bans exports of antimony")
    core.poll()
    wanted = Wanted((), core.now().replace(year=2000), core.now(), "en", {})
    assert core.filing.disclose(wanted, tmp_path / "all").documents == 1
    none = Wanted(("tantalum",), core.now().replace(year=2000), core.now(), "en", {})
    assert core.filing.disclose(none, tmp_path / "none").documents == 0


def test_a_line_of_words_without_a_ground_is_named() -> None:
    assert grounds_of("# a comment\n\nProject X ; 5.1.1c\n", "f") == {"Project X": "5.1.1c"}
    with pytest.raises(BadInput, match="f:2"):
        grounds_of("a;b\nProject X\n", "f")


@given(VALUES)
def test_after_redaction_the_name_stands_nowhere_and_the_shape_is_the_same(value: object) -> None:
    redaction = Redaction({NAME: "erased"})
    safe = redaction.all(value)
    assert not redaction.holds(safe)
    assert len(list(texts(safe))) == len(list(texts(value)))


def test_only_whole_words_are_taken() -> None:
    redaction = Redaction({"Li": "x", "Li Wei": "y"})
    assert redaction.text("LI  WEI and Li, Lithium") == "[y] and [x], Lithium"


def test_a_request_says_who_may_read_it_in_every_document_and_obeys_the_highest_marking(
    core: Core, alert: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    core.save_settings(replace(core.settings(), highest_marking="INTERN GEBRUIK"))

    where = core.profile.folder

    def run(marking: str, folder: str) -> int:
        given = ["--since", "2000-01-01", "--marking", marking, "-o", str(tmp_path / folder)]
        return main(["records", "disclose", *given], core=lambda _=None: Core(where))

    assert run("INTERN GEBRUIK", "out") == 0
    made = list((tmp_path / "out").iterdir())
    assert len(made) == 4
    for file in made:
        assert "INTERN GEBRUIK" in file.read_text("utf-8"), file.name
    assert run("TLP:RED", "above") == 2
    assert "INTERN GEBRUIK" in capsys.readouterr().err
    assert not (tmp_path / "above").exists()
