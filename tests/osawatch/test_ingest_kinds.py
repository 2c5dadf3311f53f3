"""What a post has as files: pages, letters, tables; each through the reader of its source."""

from pathlib import Path

import pytest

from feeds.catalogue import load
from osawatch.core import Core
from osawatch.store.sources import supported
from tests.fakes import source
from tests.osawatch.commands import Commands

PAGE = """<html><ul>
<li><a href="/n/1.html">Ban on gallium exports, licence needed</a><span>2026-03-01</span></li>
<li><a href="/n/2.html">Fees of the pilot</a><span>2026-02-28</span></li>
<li><a href="/n/3.html">Opening hours</a><span>2026-02-27</span></li></ul></html>"""
LETTER = """From: Desk <desk@harbour.example>
Subject: China: licence for gallium
Date: Sun, 1 Mar 2026 10:00:00 +0000

The ministry asks a licence for gallium.
"""


def written(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_a_page_is_one_of_its_source_and_none_without_it(core: Core, tmp_path: Path) -> None:
    core.sources.add(source("ministry", format="html"))
    file = written(tmp_path, "list.html", PAGE)

    (without,), _ = core.ingest([file])
    (with_it,), _ = core.ingest([file], source="ministry")

    assert (without.outcome, without.reason) == ("refused", "not_a_feed")
    assert (with_it.outcome, with_it.items, with_it.new) == ("parsed", 3, 3)
    assert with_it.alerts == 1


def test_selectors_of_a_source_are_kept_with_it_and_used(core: Core, tmp_path: Path) -> None:
    recipe = '{"html": {"link_pattern": "/n/1"}}'
    core.sources.add(source("ministry", format="html", recipe=recipe))

    (found,), _ = core.ingest([written(tmp_path, "list.html", PAGE)], source="ministry")

    assert (found.format, found.items) == ("html", 1)


def test_a_letter_and_a_table_are_taken_in(core: Core, tmp_path: Path) -> None:
    table = "date,title,url\n2026-03-01,Licence for germanium from China,https://t.example/1\n"

    results, _ = core.ingest(
        [written(tmp_path, "a.eml", LETTER), written(tmp_path, "b.csv", table)]
    )

    assert [(one.outcome, one.format, one.new) for one in results] == [
        ("parsed", "mail", 1),
        ("parsed", "table", 1),
    ]
    assert sum(one.alerts for one in results) == 2


def test_pages_can_be_polled_and_tables_only_with_their_columns(core: Core) -> None:
    core.sources.add(source("page", format="html"))
    core.sources.add(source("bare", format="csv"))
    core.sources.add(source("mapped", format="csv", recipe='{"columns": {"title": "Measure"}}'))

    can = {row.id: row.supported for row in core.sources.rows()}

    assert (can["page"], can["bare"], can["mapped"]) == (True, False, True)


def test_a_table_of_a_persons_own_is_added_with_its_columns(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    commands = Commands(tmp_path / "profile", capsys)
    at = ("--profile", commands.profile)
    mapping = written(
        tmp_path, "m.yaml", "columns: {title: '{Measure}: {Good}', published: From}\n"
    )
    table = written(tmp_path, "t.csv", "Measure,Good,From\nBan of exports,gallium,2026-03-01\n")
    add = ("sources", "add", "https://inventory.example/t.csv", "--id", "inventory")

    added = commands.run(*add, "--format", "csv", "--recipe", mapping, *at)
    taken = commands.run("ingest", table, "--source", "inventory", "--json", *at)
    bad = written(tmp_path, "b.yaml", "columns: {heading: x}\n")
    refused = commands.run(*add[:-1], "other", "--recipe", bad, *at)

    assert added.code == 0
    assert taken.json["files"][0]["items"] == 1
    assert refused.code == 2
    assert "columns.heading: no such field" in refused.err


def test_a_source_of_a_persons_own_that_needs_a_key_waits_for_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    commands = Commands(tmp_path / "profile", capsys)
    ask = written(tmp_path, "ask.yaml", "ask: {header: 'X-Key: {key}'}\n")
    address = ("sources", "add", "https://service.example/data", "--id", "service")
    commands.run(*address, "--recipe", ask, "--profile", commands.profile)

    def supported() -> bool:
        said = commands.run("sources", "list", "--json", "--profile", commands.profile)
        return {row["id"]: bool(row["supported"]) for row in said.json}["service"]

    without = supported()
    monkeypatch.setenv("OSAWATCH_KEY_SERVICE", "ours")

    assert (without, supported()) == (False, True)


def test_every_source_that_is_on_in_a_new_profile_can_be_read() -> None:
    assert [spec.id for spec in load() if spec.start and not supported(spec)] == []
