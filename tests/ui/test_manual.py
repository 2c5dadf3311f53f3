"""F1 opens the manual at the page on the screen; our own reader opens nothing but the manual."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, QUrl
from PySide6.QtGui import QColor, QImage, QTextDocument
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from osawatch import manual
from osawatch.core import Core
from ui.frame import manual as helping
from ui.pages import START
from ui.places import PLACES
from ui.tasks import Tasks

DOCS = Path(__file__).parents[2] / "docs"
IMAGE = QTextDocument.ResourceType.ImageResource.value


def test_every_place_has_its_heading_in_the_guide() -> None:
    anchors = {one.anchor for one in manual.read(DOCS / "guide.md").headings}
    places = {one.key for one in PLACES if not one.leads} | {START}
    assert set(helping.HEADINGS) == places
    assert set(helping.HEADINGS.values()) <= anchors


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("manual")
    manual.build(DOCS, out)
    return out


@pytest.fixture
def shown(folder: Path, monkeypatch: pytest.MonkeyPatch) -> list[QUrl]:
    opened: list[QUrl] = []
    monkeypatch.setattr(manual, "READY", folder)
    monkeypatch.setattr(helping, "open_outside", lambda url: opened.append(url) or True)
    return opened


@pytest.mark.parametrize("place", ["trends", "inbox", "exchange"])
def test_the_browser_gets_a_local_page_of_the_place(
    qtbot: QtBot, tmp_path: Path, shown: list[QUrl], place: str
) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    with Core(tmp_path / "p") as core:
        tasks = Tasks(parent)
        helping.Helper(core, tasks, parent, pytest.fail).show(place)
        qtbot.waitUntil(lambda: bool(shown))
        tasks.close()
    file = Path(shown[0].toLocalFile())
    assert f"guide.html#{helping.HEADINGS[place]}" in file.read_text("utf-8")


def test_where_a_policy_closes_links_our_own_window_opens(
    qtbot: QtBot, tmp_path: Path, shown: list[QUrl], monkeypatch: pytest.MonkeyPatch
) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    with Core(tmp_path / "p") as core:
        monkeypatch.setattr(type(core.policies), "closed", lambda self, what: "policy.json")
        tasks = Tasks(parent)
        helper = helping.Helper(core, tasks, parent, pytest.fail)
        helper.show("trends")
        qtbot.waitUntil(lambda: helper.window is not None)
        tasks.close()
    assert helper.window
    assert shown == []
    assert "policy.json" in helper.window.told.text()
    assert "Read the trends" in helper.window.reader.toPlainText()


def test_in_a_dutch_window_f1_opens_the_dutch_guide(folder: Path, qtbot: QtBot) -> None:
    before = QLocale()
    QLocale.setDefault(QLocale("nl"))
    try:
        leads = Path(helping.address(folder, "trends").toLocalFile())
        page = helping.address(folder, "nowhere")
    finally:
        QLocale.setDefault(before)

    assert "guide.nl.html#read-the-trends" in leads.read_text("utf-8")
    assert Path(page.toLocalFile()).name == "guide.nl.html"


def test_a_picture_of_the_dutch_guide_is_shown_by_our_own_reader(
    qtbot: QtBot, folder: Path
) -> None:
    reader = helping.Reader(folder, {})
    qtbot.addWidget(reader)

    picture = reader.loadResource(IMAGE, QUrl("pictures/nl/inbox-light.png"))

    assert isinstance(picture, QImage)
    assert picture.width() > 100


def test_the_reader_shows_its_own_pictures_and_no_other_file(
    qtbot: QtBot, folder: Path, tmp_path: Path
) -> None:
    secret = tmp_path / "secret.png"
    picture = QImage(60, 60, QImage.Format.Format_RGB32)
    picture.fill(QColor("#ff00ff"))
    picture.save(str(secret))
    reader = helping.Reader(folder, {"a.html": f'<main id="text"><img src="{secret}"></main>'})
    qtbot.addWidget(reader)
    for name in (
        str(secret),
        secret.as_uri(),
        f"//host/{secret.name}",
        "pictures/../guide.html",
        "pictures/nl/../../x.png",
    ):
        answer = reader.loadResource(IMAGE, QUrl(name))
        assert isinstance(answer, QImage)
        assert answer.width() == 1
    ours = reader.loadResource(IMAGE, QUrl("pictures/inbox-light.png"))
    assert isinstance(ours, QImage)
    assert ours.width() > 100
    reader.turn("a.html", "")
    reader.resize(200, 200)
    seen = reader.grab().toImage()
    assert not any(
        seen.pixelColor(x, y) == QColor("#ff00ff") for x in range(200) for y in range(0, 200, 5)
    )


def test_the_reader_walks_in_the_manual_and_leaves_it_never(qtbot: QtBot, folder: Path) -> None:
    pages = {one.name: one.read_text("utf-8") for one in folder.glob("*.html")}
    reader = helping.Reader(folder, pages)
    qtbot.addWidget(reader)
    left: list[str] = []
    reader.left.connect(left.append)
    reader.turn("guide.html", "read-the-trends")
    for outside in ("https://example.org/", "file:///etc/passwd", "//host/guide.html"):
        reader.follow(QUrl(outside))
    assert len(left) == 3
    assert reader.page == "guide.html"
    reader.follow(QUrl("rules.html#terms"))
    assert reader.page == "rules.html"


def test_our_reader_leads_from_each_page_to_every_guide_the_house_and_the_decisions(
    qtbot: QtBot, folder: Path
) -> None:
    pages = {one.name: one.read_text("utf-8") for one in folder.glob("*.html")}
    reader = helping.Reader(folder, pages)
    qtbot.addWidget(reader)
    reader.turn("guide.nl.html", "")
    for title, page in (("Writing rules", "rules"), ("Architecture", "architecture")):
        assert title in reader.toPlainText()
        reader.follow(QUrl(f"{page}.html"))
        assert reader.page == f"{page}.html"
    reader.follow(QUrl("notes.html"))
    reader.follow(QUrl("004-store.html"))
    assert "The store" in reader.toPlainText()
