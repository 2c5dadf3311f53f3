"""A rule that was too wide: an exception with a last day and a test are put in their place."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from osawatch.backtest import Asked
from osawatch.core import Core
from osawatch.errors import BadInput
from osawatch.narrowing import Item, beside, proposal, put_in
from osawatch.watchfile import read
from osawatch.workshop import document
from rules.load import SHIPPED, load
from rules.model import Text

TODAY = date(2026, 11, 26)
OWN = """\
schema: 1
id: gallium-talk
# who asked for it: the post
title: Anything about gallium
status: stable
level: low
guidance: Read it.
match:
  good: {watchlist: goods, items: [gallium]}
condition: good
tests:
  - name: gallium fires
    item: {title: Gallium again, language: en}
    expect: match   # always
  - name: copper does not
    item: {title: Copper again, language: en}
    expect: no-match
"""
ITEM = Item("Gallium wedding rings in fashion", "", "en", "news", "wire", "Wire", ((0, 7),))


@pytest.mark.parametrize(
    ("title", "marks", "words"),
    [
        ("Gallium wedding rings in fashion", ((0, 7),), "wedding rings in fashion"),
        ("Gallium: the wedding of the year, again", ((0, 7),), "the wedding of the year"),
        ("Gallium", ((0, 7),), "Gallium"),
        ("Price of gallium doubles in a month", ((0, 24),), "Price of gallium doubles in a month"),
        ("Gallium: a very «rare» thing to wear", ((0, 7),), "Gallium: a very «rare» thing to wear"),
        ("中国禁止出口镓", ((6, 7),), "中国禁止出口镓"),
        ("", (), ""),
    ],
)
def test_the_words_beside_the_evidence_are_proposed(
    title: str, marks: tuple[tuple[int, int], ...], words: str
) -> None:
    assert beside(title, marks) == words


@example("0000000000\r0\r\x080", [])
@given(st.text(max_size=60), st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60))))
def test_what_is_proposed_hides_the_item_it_is_for(
    title: str, marks: list[tuple[int, int]]
) -> None:
    told = proposal(Item(title, marks=tuple((min(one), max(one)) for one in marks)), TODAY)

    words = str(told.exception["when"]["title|contains"])
    assert words in " ".join(title.split())
    assert ":" not in told.exception["name"]
    assert date.fromisoformat(told.exception["until"]) == TODAY + timedelta(days=90)


def documents() -> list[str]:
    return [document(Path(rule.file).read_text("utf-8"), rule.line) for rule in load().rules]


def test_every_shipped_rule_takes_an_exception_and_a_test_and_is_else_what_it_was() -> None:
    assert len(documents()) > 10
    for text in documents():
        told = proposal(ITEM, TODAY)
        with_one = put_in(text, "exceptions", told.exception, before="tests")
        whole = put_in(with_one, "tests", told.test)

        before, after = (yaml.load(one, yaml.BaseLoader) for one in (text, whole))  # noqa: S506
        expected = before | {
            "exceptions": [*before.get("exceptions", []), told.exception],
            "tests": [*before.get("tests", []), told.test],
        }
        assert after == expected
        remarks = [line.strip() for line in text.splitlines() if line.strip().startswith("#")]
        assert all(one in whole for one in remarks)


@pytest.mark.parametrize(
    "text",
    ["a: 1\n", "a: 1\nlist:\n", "a: 1\nlist: []\n", "a: 1\nlist: [{x: '1'}, ]\nb: 2\n",
     "list:\n- x: '1'\n\n# of b\nb: 2\n", "list:\n    - x: '1'\n    - x: '2' # end", ""],
)  # fmt: skip
def test_an_item_is_put_into_any_form_of_list(text: str) -> None:
    before = yaml.load(text, yaml.BaseLoader) or {}  # noqa: S506
    after = yaml.load(put_in(text, "list", {"x": "9"}), yaml.BaseLoader)  # noqa: S506

    assert after == before | {"list": [*(before.get("list") or []), {"x": "9"}]}


def test_a_rule_of_the_posts_own_is_changed_itself_and_keeps_its_remarks(tmp_path: Path) -> None:
    with Core(tmp_path / "p") as core:
        core.workshop.save(OWN)
        found = core.workshop.narrowed("gallium-talk", ITEM, TODAY)
        tried = core.workshop.try_out(found.text)

        assert (found.own, found.change) == (True, False)
        assert "# who asked for it: the post" in found.text
        assert "# always" in found.text
        assert tried.sound
        assert [one.passed for one in tried.tests] == [True, True, True]
        core.workshop.save(found.text)
        match = core.rulebook.match(Text("Gallium is rare in fashion", language="en"))
        assert [hit.id for hit in match.rules if hit.id == "gallium-talk"] == ["gallium-talk"]
        dated = Text(ITEM.title, language="en", published=datetime(2026, 11, 26, tzinfo=UTC))
        assert "gallium-talk" not in {hit.id for hit in core.rulebook.match(dated).rules}
        late = Text(ITEM.title, language="en", published=datetime(2027, 3, 26, tzinfo=UTC))
        assert "gallium-talk" in {hit.id for hit in core.rulebook.match(late).rules}


def test_a_shipped_rule_is_changed_by_the_post_beside_what_it_changed_before(
    tmp_path: Path,
) -> None:
    with Core(tmp_path / "p") as core:
        core.rulebook.switch(["export-licensing"], on=False)
        core.rulebook.refresh()
        item = Item("China requires export licence for gallium in toys", "", "en", marks=((0, 5),))
        found = core.workshop.narrowed("export-ban", item, TODAY)
        tried = core.workshop.try_out(found.text)

        assert found.change
        assert (tried.id, tried.change) == ("export-ban", True)
        assert not [one for one in tried.problems if one.level == "error"]
        assert len(tried.tests) > 2
        assert [one.line > 0 for one in tried.tests].count(True) == 1
        (ours,) = [one for one in tried.tests if one.line > 0]
        assert not ours.passed  # a licence is no ban: the rule is silent without the exception
        assert "condition" in ours.message


BAN = Item("China bans exports of gallium wedding rings", "", "en", "news", "wire", "Wire",
           ((6, 18), (22, 29)))  # fmt: skip


def test_a_change_is_kept_with_its_test_and_the_shipped_file_stays(tmp_path: Path) -> None:
    files = {file: file.read_bytes() for file in (SHIPPED / "rules").iterdir()}
    with Core(tmp_path / "p") as core:
        core.rulebook.switch(["strike"], on=False)
        found = core.workshop.narrowed("export-ban", BAN, TODAY)
        assert core.workshop.try_out(found.text).sound
        assert core.workshop.save(found.text) == "export-ban"

        stored = read(core.rulebook.own.local)
        assert set(stored) == {"strike", "export-ban"}
        assert stored["export-ban"]["exceptions"][0]["until"] == "2027-02-24"
        rule = next(one for one in core.rulebook.pack.rules if one.id == "export-ban")
        assert rule.tests[-1].because == "exception"
        assert not core.rulebook.faults()
        again = core.workshop.change_text("export-ban").text
        assert core.workshop.try_out(again).sound
        emptied = core.workshop.save("export-ban: {}\n")
        assert (emptied, set(read(core.rulebook.own.local))) == ("export-ban", {"strike"})
    assert files == {file: file.read_bytes() for file in (SHIPPED / "rules").iterdir()}


def test_an_exception_of_a_post_must_end(tmp_path: Path) -> None:
    with Core(tmp_path / "p") as core:
        text = core.workshop.narrowed("export-ban", BAN, TODAY).text
        endless = "\n".join(line for line in text.splitlines() if "until" not in line)
        tried = core.workshop.try_out(endless)

        (wrong,) = [one for one in tried.problems if one.level == "error"]
        assert wrong.code == "no-end"
        assert endless.splitlines()[wrong.line - 1].lstrip().startswith("- name")
        with pytest.raises(BadInput, match="last day"):
            core.workshop.save(endless)


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ("export-ban:\n  exceptions: [{name: x}]\n", "exception"),
        ("export-ban:\n  level: huge\n", "choice"),
        ("export-ban:\n  levle: high\n", "unknown-key"),
        ("export-ban: [1]\n", "type"),
    ],
)
def test_a_change_with_a_mistake_tells_it_at_its_line(
    tmp_path: Path, change: str, code: str
) -> None:
    with Core(tmp_path / "p") as core:
        tried = core.workshop.try_out(change)
    assert code in [one.code for one in tried.problems if one.level == "error"]
    assert all(1 <= one.line <= 2 for one in tried.problems if one.level == "error")
    assert not tried.sound


def test_a_backtest_of_a_change_counts_what_it_would_have_hidden(tmp_path: Path) -> None:
    with Core(tmp_path / "p") as core:
        core.init_profile(sample=True)
        since = core.now() - timedelta(days=90)
        text = core.workshop.change_text("export-ban").text
        everything = {
            "name": "all",
            "when": {"title|re": "."},
            "reason": "x",
            "until": "2099-01-01",
        }
        body = yaml.safe_dump({"export-ban": {"exceptions": [everything]}})
        core.workshop.try_out(text + body)
        draft, local = core.workshop.drafts(change=True)
        (with_it,) = core.backtests.run(Asked((draft,), since, local=local)).rules
        core.workshop.try_out("export-ban: {}\n")
        (without,) = core.backtests.run(Asked((draft,), since, local=local)).rules

    assert without.alerts > 0
    assert (with_it.alerts, with_it.exceptions) == (0, {"all": without.hits})
