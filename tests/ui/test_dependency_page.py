"""The dependency page: files are computed in a task, kept, sorted, searched and written."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt
from pytestqt.qtbot import QtBot

from osawatch.core import Core
from osawatch.dependency import kept
from osawatch.errors import BadInput
from ui import theme
from ui.bridge import Bridge
from ui.dependency.model import COLUMNS
from ui.dependency.page import DependencyPage
from ui.tasks import Tasks

# China 156, Norway 579, USA 842; Netherlands 528, Germany 276. 811292 is gallium's heading.
ROWS = (
    "t,i,j,k,v,q", "2023,156,528,811292,60,6", "2023,579,276,811292,20,2",
    "2023,276,528,811292,5,1", "2023,842,528,010121,9,1", "2023,156,528,010121,9,1",
    "2023,276,528,010121,900,900",
)  # fmt: skip


@pytest.fixture
def page(tmp_path: Path, qtbot: QtBot) -> Iterator[DependencyPage]:
    owner = QObject()
    core = Core(tmp_path / "p")
    tasks, bridge = Tasks(owner), Bridge(core, owner)
    made = DependencyPage(core, tasks, bridge, theme.LIGHT)
    qtbot.addWidget(made)
    made.refresh()
    qtbot.waitUntil(made.ready, timeout=20_000)
    yield made
    bridge.close()
    tasks.close()
    core.close()


@pytest.fixture
def trade(tmp_path: Path) -> Path:
    path = tmp_path / "trade.csv"
    path.write_text("\n".join(ROWS) + "\n")
    return path


def take(page: DependencyPage, files: list[Path], qtbot: QtBot) -> str:
    with qtbot.waitSignal(page.said, timeout=20_000) as told:
        page.take(files)
    qtbot.waitUntil(page.ready, timeout=20_000)
    return str(told.args[0])


def test_a_file_is_computed_kept_and_shown_with_its_source(
    page: DependencyPage, trade: Path, qtbot: QtBot
) -> None:
    assert page.chosen.rowCount() == 0
    assert "products computed" in take(page, [trade], qtbot)
    assert page.chosen.rowCount() > 0
    assert "trade.csv" in page.state.toolTip()
    codes = {page.chosen.index(row, 1).data() for row in range(page.chosen.rowCount())}
    assert codes == {"811292"}  # the other is neither dependent nor watched
    first = page.chosen.index(0, COLUMNS.index("cdi1"))
    last = page.chosen.index(page.chosen.rowCount() - 1, COLUMNS.index("cdi1"))
    role = Qt.ItemDataRole.UserRole
    assert first.data(role) >= last.data(role)
    names = {page.chosen.index(row, 2).data() for row in range(page.chosen.rowCount())}
    assert all(names)


def test_words_and_kinds_narrow_the_table(page: DependencyPage, trade: Path, qtbot: QtBot) -> None:
    take(page, [trade], qtbot)
    page.search.setText("norway")
    assert page.chosen.rowCount() > 0
    page.search.setText("norway 999")
    assert page.chosen.rowCount() == 0
    page.search.setText("")
    page.segments.pick("steady")
    assert page.chosen.rowCount() == 0


def test_a_bad_file_is_told_and_what_was_kept_stays(
    page: DependencyPage, trade: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    take(page, [trade], qtbot)
    before = page.chosen.rowCount()
    bad = tmp_path / "bad.csv"
    bad.write_text(ROWS[0] + "\n2023,156,528,811292,many,6\n")
    told = take(page, [bad], qtbot)
    assert "bad.csv:2" in told
    assert page.chosen.rowCount() == before
    assert kept.load(page._core.profile.folder) is not None


def test_the_rows_that_are_shown_are_written_without_formulas(
    page: DependencyPage, trade: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    take(page, [trade], qtbot)
    with qtbot.waitSignal(page.said, timeout=20_000):
        page.save(tmp_path / "out.csv")
    lines = (tmp_path / "out.csv").read_text("utf-8-sig").splitlines()
    assert lines[0].startswith("year,hs6")
    assert len(lines) == page.chosen.rowCount() + 1
    found = kept.load(page._core.profile.folder)
    assert found is not None
    written = kept.as_csv(found.rows[:1], {found.rows[0].hs6: "=cmd()"}).decode("utf-8-sig")
    assert "'=cmd()" in written


def test_a_kept_file_that_is_damaged_is_told_and_not_taken_for_none(
    page: DependencyPage, qtbot: QtBot
) -> None:
    folder = page._core.profile.folder
    assert kept.load(folder) is None
    (folder / kept.FILE).write_text('{"rows": [1]}')
    with pytest.raises(BadInput, match="damaged"):
        kept.load(folder)
    with qtbot.waitSignal(page.said, timeout=20_000) as told:
        page.refresh()
    assert "damaged" in told.args[0]
