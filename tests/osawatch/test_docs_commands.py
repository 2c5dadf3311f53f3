"""Every command that README and docs name is one the program understands, and works as they say.

Commands run in their order on one sample desk, with what their placeholders stand for. What needs
a server, the world or a file that only a person has is only parsed (`UNDERSTOOD`).
"""

from __future__ import annotations

import json
import re
import shlex
from pathlib import Path
from typing import Any

import pytest
import yaml

from feeds.parse import parse
from osawatch.cli.main import main as command
from osawatch.cli.main import parser
from ui.cli import printed, render

ROOT = Path(__file__).parents[2]
FILES = (ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md")), ROOT / "docs/nl/guide.md")
INDENTED = re.compile(r"^    (?:\.venv/bin/)?osawatch-cli (.+)$", re.MULTILINE)
INLINE = re.compile(r"`osawatch-cli ([^`]+)`")
TAIL = re.compile(r"\s+#.*$|\s{2,}[^-\s].*$|\s*\[-.*\]$")
UNDERSTOOD = {
    "hub": "a server",
    "poll": "the world",
    "vault": "turns the profile into an encrypted one; tests/osawatch/vault has them",
    "sanctions update": "lists of the world",
    "sanctions diff": "lists of the world",
    "sanctions show": "lists of the world",
    "sanctions screen": "lists of the world",
    "sanctions confirm": "a hit on a list of the world",
    "sanctions reject": "a hit on a list of the world",
    "sanctions companies": "lists of the world",
    "screen": "a list of the world",
    "sources add": "the world",
    "parse page.html": "a page of the world; the recipe has a test of its own below",
    "ingest page.html": "a source of a person's own",
    "bundle apply": "a bundle of another desk",
    "bundle undo": "a bundle of another desk",
    "bundle trust": "the key of another desk",
    "bundle create": "the key of another desk",
    "dependency": "a trade file of the world",
    "policy check": "a policy file of an administrator",
    "detect": "counts of a person's own",
    "watchlist import": "a list of a person's own",
    "measures withdraw": "a detail with an id",
    "cases answer": "a step with an id",
    "records destroy": "a case whose term is over",
    "records erase": "a name of a person",
    "records disclose": "a file of words of a person's own",
    "papers put": "a template of a person's own",
    "cases show": "a case with an id",
    "sample remove": "empties the desk; tests/osawatch/test_sample_removed.py",
}
BARE = ("bundle", "--help", "vault --help", "policy check FILE")
PLACES = {
    "saved-feeds/": "saved", "my-rule.yml": "rule.yml", "FILE…": "rule.yml", "~/desk": "desk",
    "ADDRESS": "https://x.example/feed", "age1...": "age1x", "FILE": "out.json", "…": "a ban",
}  # fmt: skip
PAGE = """<html><body><ul class="news">
<li><span class="date">23/04/2026</span>
<a class="title" href="/notices/12">Licence needed for exports of gallium</a><p>More</p></li>
<li><span class="date">24/04/2026</span>
<a class="title" href="/notices/13">Quota for exports of antimony set</a></li>
<li><span class="date">25/04/2026</span>
<a class="title" href="/notices/14">Ban on exports of nickel ore extended</a></li>
<li><a href="/about">About us</a></li></ul></body></html>"""
ITEM = """<?xml version="1.0"?><rss version="2.0"><channel><title>T</title>
<link>https://a.example/</link><item><title>Gallium: exports need a licence</title>
<link>https://a.example/1</link><guid>1</guid>
<pubDate>Tue, 03 Mar 2026 08:00:00 GMT</pubDate></item></channel></rss>"""


def main(words: list[str]) -> int:
    return command(words, render, print_=printed)


def named() -> list[str]:
    """All commands, one each, in their order."""
    found: list[str] = []
    for path in FILES:
        words = path.read_text("utf-8")
        lines = [*INDENTED.findall(words), *INLINE.findall(words)]
        for line in lines:
            first, *more = TAIL.sub("", line).split(" · ")
            family = first.split()[0]
            found += [first, *(f"{family} {one}" for one in more)]
    return list(dict.fromkeys(found))


def filled(line: str, ids: dict[str, str]) -> list[str]:
    """The words of a command, its placeholders filled."""
    known = {**PLACES, **ids}
    return [known.get(word, word) for word in shlex.split(line)]


def only_understood(words: list[str]) -> bool:
    told = [one for one in words if not one.startswith("-")]
    return told[0] in UNDERSTOOD or " ".join(told[:2]) in UNDERSTOOD


@pytest.mark.parametrize("line", named())
def test_the_parser_understands_every_command_of_the_docs(line: str) -> None:
    if line in BARE[:3]:
        pytest.skip("a family, or its help")
    words = filled(line, {})
    _args, rest = parser(words).parse_known_args(words)
    assert rest == []


def ids_of(desk: Path, capsys: pytest.CaptureFixture[str]) -> dict[str, str]:
    def asked(*words: str) -> Any:
        capsys.readouterr()
        assert main(["--profile", str(desk), *words, "--json"]) == 0
        return json.loads(capsys.readouterr().out)

    alerts, measures = asked("alerts", "list"), asked("measures", "list")
    assert main(["--profile", str(desk), "cases", "open", "A case"]) == 0
    cases = asked("cases", "list")
    first = [one[0] if isinstance(one, list) else next(iter(one.values()))[0]
             for one in (alerts, measures, cases)]  # fmt: skip
    ids = dict(zip(("ALERT", "MEASURE", "CASE"), (str(one["id"]) for one in first), strict=True))
    every = measures if isinstance(measures, list) else next(iter(measures.values()))
    other = next(one for one in every if one["country"] != first[1]["country"])
    return {**ids, "OTHER": str(other["id"])}


@pytest.mark.slow
def test_the_commands_of_the_docs_work_on_a_sample_desk(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    qapp: object,
) -> None:
    monkeypatch.chdir(tmp_path)
    desk = tmp_path / "desk"
    monkeypatch.setenv("OSAWATCH_PROFILE", str(desk))
    assert main(["init", "--sample", "--name", "Ada", "--offline"]) == 0
    (tmp_path / "saved").mkdir()
    (tmp_path / "saved" / "feed.xml").write_text(ITEM, "utf-8")
    (tmp_path / "page.html").write_text(PAGE, "utf-8")
    shipped = ROOT / "rules/packs/osa/rules/export.yaml"
    (tmp_path / "rule.yml").write_text(shipped.read_text("utf-8"), "utf-8")
    ids = {**ids_of(desk, capsys), "ID": "export-ban"}
    failed = []
    ran = 0
    for line in named():
        words = filled(line, ids)
        if line in BARE or only_understood(words):
            continue
        capsys.readouterr()
        ran += 1
        if (code := main(words)) != 0:
            said = capsys.readouterr()
            failed.append((line, code, said.err.strip()[-200:], said.out[-200:]))
    assert not failed, "\n".join(map(str, failed))
    assert ran > 25


def test_the_recipe_of_the_docs_reads_the_page_it_tells_of() -> None:
    words = (ROOT / "docs" / "sources.md").read_text("utf-8")
    recipe = re.search(r"^    html:\n(?:      .*\n)+", words, re.MULTILINE)
    assert recipe
    found = parse(
        PAGE.encode(), url="https://x.example/", format="html",
        recipe=json.dumps(yaml.safe_load(recipe[0])),
    )  # fmt: skip
    told = [(one.title, one.url[-3:], one.published) for one in found.items]
    titles = [
        "Licence needed for exports of gallium",
        "Quota for exports of antimony set",
        "Ban on exports of nickel ore extended",
    ]
    assert [one[:2] for one in told] == list(zip(titles, ("/12", "/13", "/14"), strict=True))
    assert [(one[2].month, one[2].day) for one in told if one[2]] == [(4, 23), (4, 24), (4, 25)]
