"""Lists of sources go in and out; what is known stays as it is, what is new waits."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from osawatch.core import Core
from osawatch.errors import BadInput
from osawatch.exchange import add_address, give_opml, take_opml
from tests.fakes import Network

LIST = """<opml version="2.0"><body>
<outline text="One" xmlUrl="https://one.example/rss"/>
<outline text="Two" xmlUrl="https://two.example/atom" type="atom"/>
<outline text="No address"/>
</body></opml>"""


@pytest.fixture
def core(tmp_path: Path) -> Iterator[Core]:
    with Core(tmp_path / "profile") as opened:
        yield opened


@pytest.fixture
def opml(tmp_path: Path) -> Path:
    path = tmp_path / "list.opml"
    path.write_text(LIST, encoding="utf-8")
    return path


def test_new_sources_wait_switched_off_and_a_bad_line_is_told(core: Core, opml: Path) -> None:
    found = take_opml(core, opml)

    assert (found.read, len(found.new)) == (2, 2)
    assert "list.opml:4" in found.problems[0]
    assert [(row.title, row.enabled) for row in core.sources.rows()] == [
        ("One", False),
        ("Two", False),
    ]


def test_a_list_read_twice_changes_nothing(core: Core, opml: Path) -> None:
    first = take_opml(core, opml)
    core.sources.enable(first.new[0], True)

    again = take_opml(core, opml)

    assert again.new == ()
    assert sum(row.enabled for row in core.sources.rows()) == 1


def test_what_is_written_reads_back_elsewhere(core: Core, opml: Path, tmp_path: Path) -> None:
    take_opml(core, opml)
    out = tmp_path / "out.opml"

    assert give_opml(core, out) == 2
    with Core(tmp_path / "other") as other:
        take_opml(other, out)
        assert [row.url for row in other.sources.rows()] == [row.url for row in core.sources.rows()]


def test_an_address_is_added_once_and_switched_on(core: Core) -> None:
    one = add_address(core, "https://www.gazette.example/rss", "Gazette")
    core.sources.enable(one, False)

    assert add_address(core, "https://www.gazette.example/rss") == one
    assert [(row.title, row.enabled) for row in core.sources.rows()] == [("Gazette", True)]


def test_of_a_web_page_the_one_feed_that_it_names_is_added(tmp_path: Path) -> None:
    network = Network()
    link = '<link rel="alternate" type="application/rss+xml" href="/{}">'
    for path, names in (("one", ["news"]), ("two", ["a.rss", "b.rss"]), ("none", [])):
        head = "".join(link.format(name) for name in names)
        page = f"<!doctype html><html><head><title>P</title>{head}</head></html>"
        network.bodies[f"https://site.example/{path}"] = page.encode()
    network.bodies["https://site.example/news"] = b'<rss version="2.0"><channel/></rss>'

    with Core(tmp_path / "profile", fetch=network) as core:
        add_address(core, "https://site.example/one", "Site")
        for path, told in (("two", r"a\.rss, .*b\.rss"), ("none", "no feed")):
            with pytest.raises(BadInput, match=told):
                add_address(core, f"https://site.example/{path}")

        assert [(row.title, row.url) for row in core.sources.rows()] == [
            ("Site", "https://site.example/news")
        ]


@pytest.mark.parametrize("address", ["", "ftp://a.example/x", "gazette", "file:///etc/passwd"])
def test_what_is_no_web_address_is_refused(core: Core, address: str) -> None:
    with pytest.raises(BadInput, match="no web address"):
        add_address(core, address)


def test_a_file_that_is_no_list_is_an_error_with_its_name(core: Core, tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_text("<html><body>hello</body></html>", encoding="utf-8")

    with pytest.raises(BadInput, match=r"page\.html"):
        take_opml(core, path)
    with pytest.raises(BadInput, match="cannot be read"):
        take_opml(core, tmp_path / "absent.opml")
