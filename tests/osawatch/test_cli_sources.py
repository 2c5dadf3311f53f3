"""A person adds a source by any address of its site; what is answered can be kept as it came."""

from __future__ import annotations

import hashlib
import json
import sys
from collections.abc import Iterator
from io import StringIO
from pathlib import Path

import pytest

from feeds.fetch import Fetcher
from tests.hostile import Hostile, hostile_server
from tests.osawatch.commands import Commands, Said

SITE = "https://paper.example"
LINK = '<link rel="alternate" type="application/rss+xml" title="{0}" href="/{0}.rss">'
ITEM = b"<item><title>A</title></item>"
RSS = b'<rss version="2.0"><channel><title>The Paper</title>' + ITEM + b"</channel></rss>"


@pytest.fixture
def commands(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Commands:
    return Commands(tmp_path / "profile", capsys)


def add(commands: Commands, *words: str) -> Said:
    return commands.run("--profile", commands.profile, "sources", "add", *words, "--json")


def listed(commands: Commands) -> dict[str, str]:
    rows = commands.run("--profile", commands.profile, "sources", "list", "--json").json
    return {row["url"]: row["title"] for row in rows}


def page(*names: str) -> bytes:
    head = "".join(LINK.format(name) for name in names)
    return f"<!doctype html><html><head><title>P</title>{head}</head></html>".encode()


def test_an_address_that_says_feed_is_believed_without_asking(commands: Commands) -> None:
    assert add(commands, f"{SITE}/feed").code == 0
    assert commands.network.asked == []


def test_a_feed_at_an_address_that_does_not_say_so_gives_its_title(commands: Commands) -> None:
    commands.network.bodies[f"{SITE}/news"] = RSS

    assert add(commands, f"{SITE}/news").code == 0
    assert listed(commands) == {f"{SITE}/news": "The Paper"}


def test_the_one_feed_of_a_page_is_added_and_said(commands: Commands) -> None:
    commands.network.bodies[f"{SITE}/"] = page("world")

    said = add(commands, f"{SITE}/", "--id", "paper", "--grade", "B")

    assert said.json == {"added": ["paper"]}
    assert f"its feed is {SITE}/world.rss" in said.err
    assert listed(commands) == {f"{SITE}/world.rss": "world"}


def test_of_several_feeds_none_is_guessed_when_nobody_can_be_asked(commands: Commands) -> None:
    commands.network.bodies[f"{SITE}/"] = page("world", "trade")

    said = add(commands, f"{SITE}/")

    assert said.code == 2
    assert f"{SITE}/world.rss" in said.err
    assert f"{SITE}/trade.rss" in said.err
    assert listed(commands) == {}


def test_at_a_terminal_a_person_picks_one(
    commands: Commands, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Terminal(StringIO):
        def isatty(self) -> bool:
            return True

    monkeypatch.setattr(sys, "stdin", Terminal("seven\n9\n2\n"))
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
    commands.network.bodies[f"{SITE}/"] = page("world", "trade")

    assert add(commands, f"{SITE}/").code == 0
    assert list(listed(commands)) == [f"{SITE}/trade.rss"]


def test_a_page_that_names_none_is_tried_at_the_usual_places(commands: Commands) -> None:
    commands.network.bodies |= {f"{SITE}/news": page(), f"{SITE}/feed": page(), f"{SITE}/rss": RSS}

    assert add(commands, f"{SITE}/news").code == 0
    assert listed(commands) == {f"{SITE}/rss": "The Paper"}
    assert len(commands.network.asked) == 3


def test_a_page_without_any_feed_is_not_taken_for_one(commands: Commands) -> None:
    commands.network.bodies[f"{SITE}/news"] = page()

    said = add(commands, f"{SITE}/news")

    assert said.code == 2
    assert "names no feed" in said.err
    assert listed(commands) == {}


def test_what_cannot_be_looked_at_is_added_as_it_stands(commands: Commands) -> None:
    said = add(commands, f"{SITE}/news")

    assert said.code == 0
    assert "could not be looked at (dns" in said.err
    assert list(listed(commands)) == [f"{SITE}/news"]


# -- poll --save-raw


@pytest.fixture
def server() -> Iterator[Hostile]:
    with hostile_server() as made:
        yield made


def test_every_answer_is_kept_as_it_came(
    commands: Commands, server: Hostile, tmp_path: Path
) -> None:
    fetcher = Fetcher()
    commands.network = fetcher  # type: ignore[assignment] # the real one
    server.serve("/a", body=RSS, ETag='"1"', Content_Type="application/rss+xml")
    server.serve("/b", 503, b"busy", Retry_After="60")
    for path in ("/a", "/b"):
        add(commands, server.url(path), "--local", "--id", path.strip("/"), "--format", "rss")
    folder = tmp_path / "new" / "raw"

    commands.run("--profile", commands.profile, "poll", "--save-raw", folder)

    fetcher.close()
    lines = [json.loads(line) for line in (folder / "requests.jsonl").read_text().splitlines()]
    good, bad = sorted(lines, key=lambda line: str(line["url"]))
    assert (folder / good["file"]).read_bytes() == RSS
    assert (folder / good["file"]).suffix == ".xml"
    assert good["sha256"] == hashlib.sha256(RSS).hexdigest()
    assert (good["status"], good["headers"]["etag"]) == (200, '"1"')
    assert (bad["status"], bad["outcome"], bad["file"]) == (503, "rate_limited", "")
    assert bad["headers"]["retry-after"] == "60"
    assert good["time"].endswith("Z")


def test_a_folder_that_cannot_be_written_is_named_before_anything_is_asked(
    commands: Commands, tmp_path: Path
) -> None:
    add(commands, f"{SITE}/feed")
    (tmp_path / "file").touch()

    said = commands.run(
        "--profile", commands.profile, "poll", "--save-raw", tmp_path / "file" / "raw"
    )

    assert said.code == 2
    assert "--save-raw" in said.err or "cannot be written" in said.err
    assert commands.network.asked == []


def test_a_recipe_of_aliases_is_refused_before_it_fills_the_memory(
    commands: Commands, tmp_path: Path
) -> None:
    rows = [f"a{n}: &a{n} [{','.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 12)]
    path = tmp_path / "recipe.yaml"
    path.write_text("\n".join(["a0: &a0 [x]", *rows, "html: {row: *a11}"]))

    said = commands.run("sources", "add", "https://a.example/list", "--recipe", str(path))

    assert said.code == 2
    assert "alias" in said.err
