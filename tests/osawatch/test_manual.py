"""The manual has every page and picture, and no link of docs leads nowhere."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit
from xml.etree import ElementTree

import pytest

from osawatch import manual
from osawatch.errors import BadInput

ROOT = Path(__file__).parents[2]
PAGES = ("guide.html", "guide.nl.html")
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


def test_the_manual_has_all_guides_the_house_and_every_decision(made: Path) -> None:
    notes = [path.stem for path in (ROOT / "docs/notes").glob("*.md") if path.stem != "README"]
    named = [path.stem for path in (ROOT / "docs").glob("*.md")]
    wanted = {"guide", "reference", "rules", "admin", "sources", *named}
    contents = set(found((made / "guide.html").read_text("utf-8")).leads)

    assert {
        f"{one}.html" for one in (*wanted, "architecture", "changes", "notes", *notes)
    } <= contents
    assert set(named) <= set(manual.ORDER), "a page without a place in the contents"


def test_the_list_of_decisions_has_each_of_them_by_its_number() -> None:
    folder = ROOT / "docs/notes"
    listed = re.findall(r"\]\(([^)]+)\)", (folder / "README.md").read_text("utf-8"))
    files = sorted(path.name for path in folder.glob("*.md") if path.stem != "README")

    assert listed == files
    for name in files:
        title = (folder / name).read_text("utf-8").splitlines()[0]
        assert title.startswith(f"# {name[:3]} "), name


def test_links_between_files_of_docs_lead_between_pages_of_one_folder(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    leads = ("notes/README.md", "../ARCHITECTURE.md", "nl/guide.md", "../rules.md#a", "#a", "b.txt")
    path.write_text("# A\n\n" + " ".join(f"[x]({one})" for one in leads), "utf-8")
    assert found(manual.read(path).body).leads == [
        "notes.html", "architecture.html", "guide.nl.html", "rules.html#a", "#a", "b.txt",
    ]  # fmt: skip


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
                # A translated page has the anchors of the English one.
                english = ROOT / "docs" / target.name if target.parent.name == "nl" else target
                assert to.fragment in {one.anchor for one in manual.read(english).headings}


def test_the_dutch_guide_has_every_part_of_the_english_one(made: Path) -> None:
    english, dutch = (found((made / name).read_text("utf-8")) for name in PAGES)

    assert dutch.ids == english.ids
    assert [one["src"] for one in dutch.pictures] == [
        str(one["src"]).replace("pictures/", "pictures/nl/") for one in english.pictures
    ]
    assert [shape(one) for one in sections("docs/nl/guide.md")] == [
        shape(one) for one in sections("docs/guide.md")
    ]


def sections(name: str) -> list[str]:
    return (ROOT / name).read_text("utf-8").split("\n## ")


def shape(section: str) -> tuple[int, int, list[str], list[str]]:
    """Steps, points, keys in bold, and commands: the same in any language."""
    lines = section.splitlines()
    steps = sum(bool(re.match(r"\d\. ", one)) for one in lines)
    keys = re.findall(r"\*\*((?:Ctrl|Alt|Shift)\+[^*]+|[A-Z0-9])\*\*", section)
    keys = [one.replace("Spatiebalk", "Space") for one in keys]
    commands = [one.removesuffix(" --lang nl") for one in lines if one.startswith("    osawatch")]
    return steps, sum(one.startswith("- ") for one in lines), sorted(keys), commands


def test_a_translated_page_that_lacks_a_heading_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("# A\n\n## B\n", "utf-8")

    with pytest.raises(BadInput, match="2 headings, and its English page 3"):
        manual.read(tmp_path / "a.md", "nl", ["a", "b", "c"])


@pytest.mark.parametrize(("page", "language"), [(PAGES[0], "en"), (PAGES[1], "nl")])
def test_a_page_names_its_language_and_leads_to_the_other(
    made: Path, page: str, language: str
) -> None:
    words = (made / page).read_text("utf-8")

    assert f'<html lang="{language}">' in words
    assert set(PAGES) & set(found(words).leads) >= set(PAGES) - {page}


def test_what_the_guides_call_a_button_is_called_so_in_the_window() -> None:
    texts = ElementTree.parse(ROOT / "ui/translations/osawatch_nl.ts").getroot()  # noqa: S314 # ours
    said = [(one.findtext("source"), one.findtext("translation")) for one in texts.iter("message")]
    for name, place in (("docs/guide.md", 0), ("docs/nl/guide.md", 1)):
        known = {str(one[place]) for one in said}
        words = (ROOT / name).read_text("utf-8")
        bold = set(re.findall(r"\*\*([^*]+?)\*\*", re.sub(r"\s+", " ", words)))
        buttons = {one for one in bold if one.endswith("…") or one in BUTTONS[place]}

        assert buttons - known == set(), name
        assert set(BUTTONS[place]) <= bold, name


BUTTONS = (
    [
        *("What happened", "Why it was raised", "Score", "Mine", "Snoozed", "Trial", "Closed"),
        *("Suppressed", "Deadlines", "I have seen this", "All items", "Notices", "Backtest"),
        *("Not seen", "Try now", "Cases", "Export", "Dependency", "Take the newest back…"),
    ],
    [
        *("Wat er gebeurde", "Waarom deze waarschuwing er is", "Score", "Van mij", "Uitgesteld"),
        *("Proef", "Onderdrukt", "Gesloten", "Termijnen", "Dit heb ik gezien", "Alle berichten"),
        *("Meldingen", "Terugtest", "Niet gezien", "Nu proberen", "Dossiers", "Exporteren"),
        *("Afhankelijkheid", "De nieuwste terugnemen…"),
    ],
)
