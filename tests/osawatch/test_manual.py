"""The manual has every page and picture, and no link of docs leads nowhere."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

from osawatch import manual

ROOT = Path(__file__).parents[2]
FILES = sorted([*(ROOT / "docs").rglob("*.md"), *ROOT.glob("*.md")])


class Found(HTMLParser):
    """What a page has and where it leads."""

    def __init__(self) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.leads: list[str] = []
        self.pictures: list[dict[str, str | None]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        held = dict(attrs)
        self.ids += [held["id"]] if held.get("id") else []
        for name in ("href", "src", "srcset"):
            self.leads += [held[name]] if held.get(name) else []
        self.pictures += [held] if tag == "img" else []


def found(words: str) -> Found:
    parser = Found()
    parser.feed(words)
    return parser


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("manual")
    manual.build(ROOT / "docs", out)
    return out


def test_every_link_of_the_manual_leads_somewhere_in_it(made: Path) -> None:
    pages = {one.name: found(one.read_text("utf-8")) for one in made.glob("*.html")}
    assert "guide.html" in pages
    for name, page in pages.items():
        assert len(page.ids) == len(set(page.ids)), name
        for lead in page.leads:
            to = urlsplit(lead)
            if to.scheme in ("http", "https"):
                continue
            target = unquote(to.path) or name
            assert (made / target).exists(), f"{name} leads to {lead}"
            if to.fragment:
                assert unquote(to.fragment) in pages[target].ids, f"{name} leads to {lead}"


def test_pictures_have_words_for_who_does_not_see_them(made: Path) -> None:
    for page in made.glob("*.html"):
        assert all(one.get("alt") for one in found(page.read_text("utf-8")).pictures), page.name


def test_the_manual_asks_nothing_of_a_network(made: Path) -> None:
    for page in made.glob("*.html"):
        words = page.read_text("utf-8")
        assert not re.search(r'(?:src|srcset)="(?:https?:)?//', words), page.name


def test_the_same_docs_give_the_same_bytes(made: Path, tmp_path: Path) -> None:
    manual.build(ROOT / "docs", tmp_path)
    for one in made.glob("*.html"):
        assert one.read_bytes() == (tmp_path / one.name).read_bytes()


def test_html_in_docs_is_shown_and_not_taken_over(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("# A\n\n<script>x</script>\n\n## A\n", "utf-8")
    page = manual.read(path)
    assert "<script" not in page.body
    assert [one.anchor for one in page.headings] == ["a", "a-1"]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_links_and_pictures_of_a_file_exist(path: Path) -> None:
    for lead in re.findall(r"\]\(([^)\s]+)\)", path.read_text("utf-8")):
        to = urlsplit(lead)
        if not to.scheme:
            target = path.parent / unquote(to.path) if to.path else path
            assert target.exists(), f"{path.name} leads to {lead}"
            if to.fragment and target.suffix == ".md":
                assert to.fragment in {one.anchor for one in manual.read(target).headings}
