"""The country map: colours with printed steps, hatching, pointer and keys, table and pictures."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from PySide6.QtCore import QObject, QPoint, QPointF, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from osawatch.lands import Land, World
from tests.ui.desk_fake import TODAY, FakeCore, FakeLands
from tests.ui.trends_opened import opened
from ui.contrast import CONTRAST
from ui.theme import DARK, LIGHT, contrast, luminance
from ui.trends.page import TrendsPage
from ui.trends.world import printing
from ui.trends.world.atlas import load
from ui.trends.world.canvas import Canvas
from ui.trends.world.key import entries
from ui.trends.world.reading import Wanted, world_of
from ui.trends.world.scale import BANDS, WHATS, Scale, scale_of, value
from ui.trends.world.words import NOTES, describe, hover, limits, note


@pytest.fixture
def core() -> FakeCore:
    return FakeCore()


@pytest.fixture
def page(core: FakeCore, qtbot: QtBot, owner: QObject) -> TrendsPage:
    out = opened(core, qtbot, owner)
    out.show_view("map")
    qtbot.waitUntil(lambda: out.world.canvas is not None and out.ready(), timeout=20_000)
    return out


def canvas(page: TrendsPage) -> Canvas:
    assert page.world.canvas is not None
    return page.world.canvas


def pixel(page: TrendsPage, code: str) -> QPoint:
    return canvas(page)._drawn().point(code).toPoint()


SCATTERED = {"MH", "PF", "SH"}  # islands of a unit or two: the dot is what one clicks


def world() -> World:
    return FakeLands(FakeCore()).world()


def test_the_map_opens_with_the_highest_open_score(page: TrendsPage) -> None:
    assert page._stack.currentWidget() is page.world
    assert page.world.counted() == "score"
    assert "China (CN" not in page.world.key.accessibleName()
    assert "80–100 Critical" in page.world.key.accessibleName()
    assert page.world.rest.text() == "Not on the map: EU (country) 28."
    assert "Observed on 87 of 90 days" in page.world.watch.text()


def test_a_click_chooses_a_country_and_lists_its_stories(
    page: TrendsPage, core: FakeCore, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(page.world.land_chosen) as told:
        qtbot.mouseClick(canvas(page), Qt.MouseButton.LeftButton, pos=pixel(page, "BR"))
    qtbot.waitUntil(lambda: page.ready() and page.side.model.rowCount() == 1)

    assert told.args == ["BR"]
    assert page.country.chosen() == "BR"
    assert canvas(page).chosen() == "BR"
    assert page.shown().country == "BR"
    assert page.side.more.isVisibleTo(page.side)


def test_a_double_click_opens_the_days_of_the_country(page: TrendsPage, qtbot: QtBot) -> None:
    qtbot.mouseDClick(canvas(page), Qt.MouseButton.LeftButton, pos=pixel(page, "BR"))
    qtbot.waitUntil(page.ready)

    assert page._stack.currentWidget() is page.charts
    assert page.country.chosen() == "BR"


def test_escape_lets_the_country_go(page: TrendsPage, qtbot: QtBot) -> None:
    page._on_land("BR")
    qtbot.waitUntil(page.ready)

    qtbot.keyClick(page, Qt.Key.Key_Escape)
    qtbot.waitUntil(page.ready)

    assert page.country.chosen() == ""
    assert canvas(page).chosen() == ""


def test_the_keyboard_walks_and_chooses(page: TrendsPage, qtbot: QtBot) -> None:
    canvas(page).setFocus()
    qtbot.keyClick(canvas(page), Qt.Key.Key_Right)
    assert canvas(page)._at == "CN"  # the highest comes first
    qtbot.keyClick(canvas(page), Qt.Key.Key_Right)
    assert canvas(page)._at != "CN"
    assert f"({canvas(page)._at})" in canvas(page).accessibleDescription()

    with qtbot.waitSignal(page.world.land_chosen) as told:
        qtbot.keyClick(canvas(page), Qt.Key.Key_Return)

    assert told.args == [canvas(page)._at]


def test_every_country_can_be_reached_by_the_keys(qapp: object) -> None:
    atlas = load()
    seen, left = {"NL"}, ["NL"]
    while left:
        at = left.pop()
        for step in ((-1, 0), (1, 0), (0, -1), (0, 1)):
            found = atlas.towards(at, step)
            if found not in seen:
                seen.add(found)
                left.append(found)

    assert set(atlas.points) - seen == set()


def test_a_point_of_each_country_lies_in_it(qapp: object) -> None:
    atlas = load()

    wrong = [
        code
        for code, point in atlas.points.items()
        if atlas.at(point) != code
        and atlas.lands[code].boundingRect().width() > 8
        and code not in SCATTERED
    ]

    assert wrong == []


def test_zoom_and_drag_keep_the_world_in_sight(page: TrendsPage, qtbot: QtBot) -> None:
    shown = canvas(page)
    shown._zoom_at(4, QPointF(shown.rect().center()))
    before = shown._middle
    QTest.mousePress(shown, Qt.MouseButton.LeftButton, pos=QPoint(400, 200))
    QTest.mouseMove(shown, QPoint(430, 200))
    QTest.mouseRelease(shown, Qt.MouseButton.LeftButton, pos=QPoint(430, 200))

    assert shown._zoom == 4
    assert shown._middle.x() < before.x()
    assert shown.chosen() == ""  # a drag is no click
    shown.show_part(99, QPointF(1e6, -1e6))
    assert shown._atlas.bounds.contains(shown._middle)
    qtbot.keyClick(shown, Qt.Key.Key_0)
    assert shown._zoom == 1


def test_other_counts_need_no_new_question(page: TrendsPage, core: FakeCore) -> None:
    core.asked.clear()
    for what in WHATS:
        page.world.what.pick(what)
        assert not page.grab().isNull()

    assert core.asked == []
    assert page.sheet_model.cell(0, 0) == "CN"


def test_another_range_or_good_asks_anew(page: TrendsPage, core: FakeCore, qtbot: QtBot) -> None:
    core.asked.clear()

    page.range.pick("28")
    page.good.choose("copper")
    qtbot.waitUntil(page.ready)

    assert ("world", "", "", 28) in core.asked
    assert ("world", "copper", "", 28) in core.asked


def test_a_figure_has_its_step_and_every_step_its_limits(qapp: object) -> None:
    scores = scale_of(world(), "score")
    assert scores.least == BANDS
    assert [scores.step(one) for one in (0, 19.9, 20, 95)] == [1, 1, 2, 5]
    assert scale_of(World(TODAY, TODAY), "stories").least == (1,)
    assert limits(Scale("stories", (1, 2, 10))) == ("1", "2–9", "10 and more")


@given(st.lists(st.integers(0, 100_000), max_size=30))
def test_the_steps_of_counts_rise_and_hold_every_count(counts: list[int]) -> None:
    lands = tuple(Land(f"{n:02}", stories=count) for n, count in enumerate(counts))
    found = scale_of(World(TODAY, TODAY, lands=lands), "stories")

    assert found.least[0] == 1
    assert list(found.least) == sorted(set(found.least))
    assert all((found.step(count) > 0) == (count > 0) for count in counts)
    colours = [found.colour(step, 6) for step in range(len(found.least) + 1)]
    assert colours == sorted(set(colours))
    assert max(colours) <= 5


@pytest.mark.parametrize("theme", [LIGHT, DARK, CONTRAST])
def test_steps_are_told_apart_without_colour(theme: object) -> None:
    ramp = theme.ramp  # type: ignore[attr-defined]
    lights = [luminance(one) for one in ramp]

    assert lights in (sorted(lights), sorted(lights, reverse=True))
    assert all(contrast(a, b) > 1.15 for a, b in pairwise(ramp))


def test_no_coverage_is_hatched_and_never_a_nought(page: TrendsPage) -> None:
    picture = canvas(page).grab().toImage()
    ratio = picture.devicePixelRatio()

    def colours(code: str) -> set[str]:
        at = pixel(page, code) * ratio
        return {
            picture.pixelColor(at.x() + x, at.y() + y).name() for x in range(9) for y in range(9)
        }

    assert LIGHT.ramp[0].lower() in colours("FR")  # watched, and nothing was told
    assert LIGHT.ramp[0].lower() not in colours("BR")
    assert len(colours("BR")) > 2  # lines
    assert value(Land("BR"), "stories") is None
    assert value(Land("FR", sources=1), "stories") == 0


def test_the_hover_text_is_plain_and_says_why_there_is_nothing(qapp: object) -> None:
    said = hover(Land("XK"), "<b>Kosovo</b>", ("kosovo",))

    assert said[0] == "<b>Kosovo</b> (XK)"
    assert "no source of this country" in said[1]
    assert "S/RES/1244" in said[2]
    assert "Highest open score: 95 (Critical)" in hover(world().of("CN"), "China", ())


def test_every_note_of_the_shapes_has_its_words(qapp: object) -> None:
    told = {key for keys in load().notes.values() for key in keys}

    assert told == NOTES.keys()
    assert all(note(key) for key in told)


def test_someone_who_cannot_see_the_map_hears_its_figures(page: TrendsPage) -> None:
    said = describe(world(), "score", {"CN": "China"})

    assert "4 countries with figures" not in said
    assert "China 95, SG 55, EU 28" in said
    assert "Arrow keys" in canvas(page).accessibleDescription()


def test_the_table_stands_behind_the_map(page: TrendsPage, qtbot: QtBot) -> None:
    page.as_table.setChecked(True)

    heads = [page.sheet_model.headerData(n, Qt.Orientation.Horizontal) for n in range(9)]
    rows = {page.sheet_model.cell(n, 0): n for n in range(page.sheet_model.rowCount())}

    assert heads[:3] == ["Code", "Country", "Highest open score"]
    assert len(rows) > 230
    assert page.sheet_model.cell(rows["CN"], 2) == "95"
    assert page.sheet_model.cell(rows["FR"], 5) == "0"
    assert page.sheet_model.cell(rows["BR"], 5) == ""  # not known, which is no nought
    page.sheet.activated.emit(page.sheet_model.index(rows["FR"], 0))
    qtbot.waitUntil(page.ready)
    assert page.country.chosen() == "FR"


def test_pictures_and_table_are_written_with_source_time_and_coverage(
    page: TrendsPage, qtbot: QtBot, tmp_path: Path
) -> None:
    page.ask_save = lambda kind: str(tmp_path / f"map.{kind}")
    for kind in ("png", "svg", "csv"):
        with qtbot.waitSignal(page.said) as told:
            page.save(kind)
        assert f"map.{kind}" in told.args[0]

    image = QImage(str(tmp_path / "map.png"))
    assert image.size() == printing.SIZE * printing.SCALE
    said = " ".join(" ".join(etree.parse(tmp_path / "map.svg").getroot().itertext()).split())
    for words in ("OSAwatch, drawn", "87 of 90 days", "Natural Earth", "CN 95", "Not on the map"):
        assert words in said
    lines = (tmp_path / "map.csv").read_text("utf-8-sig").splitlines()
    assert lines[0] == "code,country,score,imposing,affected,stories,sources,covered,note"
    assert lines[1].startswith("CN,CN (country),95,7,1,87,2,yes")


def test_small_countries_are_dots_that_can_be_clicked(page: TrendsPage, qtbot: QtBot) -> None:
    assert canvas(page)._drawn().small("SG")

    with qtbot.waitSignal(page.world.land_chosen) as told:
        qtbot.mouseClick(canvas(page), Qt.MouseButton.LeftButton, pos=pixel(page, "SG"))

    assert told.args == ["SG"]


def test_the_legend_names_all_it_draws(qapp: object) -> None:
    words = [words for words, _ in entries(Scale("stories", (1, 5)), LIGHT)]

    assert words == ["0", "1–4", "5 and more", "not covered", "border not settled"]


def test_a_map_that_cannot_be_read_says_so(page: TrendsPage, core: FakeCore, qtbot: QtBot) -> None:
    core.broken = OSError("the disk is full")

    page.range.pick("365")
    qtbot.waitUntil(lambda: page._stack.currentWidget() is page._empty)

    assert page._empty.more.text() == "the disk is full"


def test_the_reading_gives_every_shape_a_name(core: FakeCore, qapp: object) -> None:
    seen = world_of(core, Wanted("gallium", "", 28), "en")  # type: ignore[arg-type]

    assert seen.names.keys() >= seen.atlas.points.keys()
    assert "EU" in seen.names
    assert seen.titles == ("gallium (good)",)


def test_both_themes_and_every_count_paint(page: TrendsPage) -> None:
    for theme in (DARK, LIGHT):
        page.set_theme(theme)
        for what in WHATS:
            page.world.what.pick(what)
            assert not page.grab().isNull()
            file = page.world.file("png")
            assert file is not None
            assert not file.draw(None).isNull()  # type: ignore[union-attr]
