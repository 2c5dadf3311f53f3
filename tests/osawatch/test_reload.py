"""A saved rule is in use at once; a broken one disables itself alone, and its last good goes on."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from osawatch import rulebook
from osawatch.core import Core
from osawatch.lastgood import FOLDER
from osawatch.model import Changes
from osawatch.own import Own
from osawatch.rulebook import Rulebook
from rules import load
from rules.model import Text
from tests.rules.samples import WATCHLIST

RULE = """\
schema: 1
id: own-rule
title: Tea is watched here
level: low
status: stable
guidance: Read it.
match: {good: {any: [gallium tea]}}
condition: good
"""
OTHER = RULE.replace("own-rule", "other-rule").replace("gallium tea", "lead tea")
TEA, LEAD = Text("A shop sells gallium tea", language="en"), Text("Lead tea", language="en")


@pytest.fixture(autouse=True)
def small_pack(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A shipped pack that is read in no time; what is remembered of it goes afterwards."""
    shipped = tmp_path / "shipped"
    (shipped / "rules").mkdir(parents=True)
    (shipped / "watchlist.yaml").write_text(WATCHLIST, encoding="utf-8")
    monkeypatch.setattr("rules.load.SHIPPED", shipped)
    _forget()
    yield
    _forget()


def _forget() -> None:
    load._shipped.cache_clear()
    rulebook.shipped_matcher.cache_clear()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "rules").mkdir()
    return tmp_path


@pytest.fixture
def book(folder: Path) -> Rulebook:
    return Rulebook(own=Own(folder))


def save(folder: Path, text: str, name: str = "mine.yml") -> Path:
    path = folder / "rules" / name
    path.write_text(text, encoding="utf-8")
    return path


def fired(book: Rulebook, text: Text = TEA) -> list[tuple[str, str]]:
    return [(hit.id, hit.level) for hit in book.match(text).rules]


def test_a_rule_that_is_saved_fires_after_the_next_look(folder: Path, book: Rulebook) -> None:
    assert fired(book) == []
    assert not book.refresh()

    save(folder, RULE)
    assert book.refresh()
    assert fired(book) == [("own-rule", "low")]
    assert not book.refresh()

    save(folder, RULE.replace("level: low", "level: critical"))
    assert book.refresh()
    assert fired(book) == [("own-rule", "critical")]

    (folder / "rules" / "mine.yml").unlink()
    assert book.refresh()
    assert fired(book) == []


def test_a_broken_file_disables_itself_alone_and_its_last_good_version_goes_on(
    folder: Path, book: Rulebook
) -> None:
    path = save(folder, RULE)
    save(folder, OTHER, "other.yml")
    assert (fired(book), fired(book, LEAD)) == ([("own-rule", "low")], [("other-rule", "low")])

    save(folder, RULE.replace("condition: good", "condition: goud"))
    save(folder, OTHER.replace("low", "high"), "other.yml")
    assert book.refresh()

    assert (fired(book), fired(book, LEAD)) == ([("own-rule", "low")], [("other-rule", "high")])
    (fault,) = book.faults()
    assert fault.startswith(f"{path}:8:12: error unknown-selection")
    assert fault.endswith("(the file's last good version goes on)")

    save(folder, RULE.replace("[gallium tea]", "['gal*']"))
    assert book.refresh()
    assert fired(book) == [("own-rule", "low")]
    assert "error short-term" in book.faults()[0]

    save(folder, RULE.replace("level: low", "level: medium"))
    assert book.refresh()
    assert (fired(book), book.faults()) == ([("own-rule", "medium")], [])


@pytest.mark.parametrize("broken", ["condition: [", "id: own-rule\n", "\x07", "match: &a {b: *a}"])
def test_a_last_good_version_survives_a_restart(folder: Path, broken: str) -> None:
    save(folder, RULE)
    assert fired(Rulebook(own=Own(folder))) == [("own-rule", "low")]
    save(folder, RULE + broken)

    again = Rulebook(own=Own(folder))

    assert fired(again) == [("own-rule", "low")]
    assert again.faults()
    assert (folder / FOLDER / "rules" / "mine.yml").read_text(encoding="utf-8") == RULE


def test_a_file_that_never_was_good_loses_only_its_broken_rules(folder: Path) -> None:
    save(folder, RULE + "---\n" + OTHER.replace("level: low", "level: loud"))
    book = Rulebook(own=Own(folder))
    assert (fired(book), fired(book, LEAD)) == ([("own-rule", "low")], [])
    assert len(book.faults()) == 1


def test_what_a_person_took_away_does_not_come_back(folder: Path) -> None:
    save(folder, RULE)
    Rulebook(own=Own(folder)).warm()
    (folder / "rules" / "mine.yml").unlink()
    Rulebook(own=Own(folder)).warm()
    save(folder, RULE.replace("condition: good", "condition: goud"))
    assert fired(Rulebook(own=Own(folder))) == []


def test_a_broken_override_keeps_what_was_overridden(folder: Path) -> None:
    save(folder, RULE)
    local = folder / "rules.local.yaml"
    local.write_text("own-rule: {level: critical}\n", encoding="utf-8")
    assert fired(Rulebook(own=Own(folder))) == [("own-rule", "critical")]
    local.write_text("own-rule: {level: critical\n", encoding="utf-8")
    assert fired(Rulebook(own=Own(folder))) == [("own-rule", "critical")]


def test_goods_that_were_taken_out_stay_out_when_the_file_is_broken(folder: Path) -> None:
    local = folder / "watchlist.local.yaml"
    local.write_text("goods: {gallium: {enabled: false}}\n", encoding="utf-8")
    assert "gallium" not in Rulebook(own=Own(folder)).pack.watchlist.goods
    local.write_text("goods: {gallium: {enabled: false\n", encoding="utf-8")
    assert "gallium" not in Rulebook(own=Own(folder)).pack.watchlist.goods


def test_who_reads_meanwhile_goes_on_with_what_was(
    folder: Path, book: Rulebook, monkeypatch: pytest.MonkeyPatch
) -> None:
    """While a pack is made, nobody waits for it."""
    save(folder, RULE)
    assert fired(book) == [("own-rule", "low")]
    load, loading, go_on = Own.load, threading.Event(), threading.Event()

    def slowly(own: Own) -> object:
        loading.set()
        assert go_on.wait(30)
        return load(own)

    monkeypatch.setattr(Own, "load", slowly)
    save(folder, RULE.replace("level: low", "level: high"))
    maker = threading.Thread(target=book.refresh)
    maker.start()
    assert loading.wait(30)
    assert fired(book) == [("own-rule", "low")]
    go_on.set()
    maker.join(30)
    assert fired(book) == [("own-rule", "high")]


@pytest.fixture
def core(tmp_path: Path) -> Iterator[Core]:
    with Core(tmp_path / "profile") as found:
        yield found


def test_a_running_program_notices_a_saved_rule_and_tells_its_listeners(core: Core) -> None:
    told = threading.Event()
    core.watch(lambda changes: told.set() if changes == Changes(settings=True) else None)
    assert core.rulebook.pack
    core.rulebook.follow(lambda: core._announcer.announce(Changes(settings=True)), every=0.01)
    core.rulebook.follow(lambda: None, every=0.01)  # a second one changes nothing

    (core.profile.folder / "rules").mkdir()
    save(core.profile.folder, RULE)

    assert told.wait(60)
    assert "own-rule" in {row.id for row in core.rules()}
    core.close()
    assert not [one for one in threading.enumerate() if one.name == "rules" and one.join(10)]


def test_the_doctor_names_a_broken_rule(core: Core) -> None:
    (core.profile.folder / "rules").mkdir()
    path = save(core.profile.folder, RULE.replace("condition: good", "condition: goud"))
    assert any(f"{path}:8:12: error" in one for one in core.care.doctor())
