"""The tray tells counts and never titles, once a batch, and only to someone who looks elsewhere."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import nullcontext
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QColor, QIcon
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from osawatch.interruption import Notice, Told, Verdict
from osawatch.model import Changes
from osawatch.store.schema_notify import NOTICED
from tests.ui.desk_fake import NOW, FakeCore
from ui.bridge import Bridge
from ui.notices.page import NoticesPage
from ui.notices.watch import Watch
from ui.notices.words import WHYS, bubble, why
from ui.tasks import Tasks
from ui.theme import LIGHT
from ui.tray import Tray, tip
from ui.tray_sign import SIZES, Ground, Shown, ground, sign


@dataclass
class Notify:
    """Answers what it was given, and keeps what it was asked."""

    answer: Told = field(default_factory=Told)
    asked: list[tuple[set[str], bool]] = field(default_factory=list)
    rows: list[Notice] = field(default_factory=list)

    def begin(self) -> Told:
        return Told(waiting=self.answer.waiting)

    def look(self, changed: set[str], *, here: bool) -> Told:
        self.asked.append((changed, here))
        return self.answer

    def listed(self) -> list[Notice]:
        return self.rows


@dataclass
class Dates:
    """Tells of as many dates as it was given."""

    answer: Told = field(default_factory=Told)
    looks: int = 0

    def look(self, *, here: bool = False) -> Told:
        self.looks += 1
        return self.answer


class Core(FakeCore):
    notify: Notify
    records: SimpleNamespace

    def now(self) -> datetime:
        return NOW


class Icon:
    """Stands for the system's icon, which no test machine has."""

    def __init__(self) -> None:
        self.tip = ""
        self.sign = QIcon()
        self.said: list[str] = []

    def setIcon(self, sign: QIcon) -> None:
        self.sign = sign

    def setToolTip(self, tip: str) -> None:
        self.tip = tip

    def showMessage(self, _title: str, message: str, _icon: object) -> None:
        self.said.append(message)


@pytest.fixture
def core() -> Iterator[Core]:
    made = Core()
    made.notify = Notify()
    kept = sqlite3.connect(":memory:", check_same_thread=False)
    kept.executescript(NOTICED)  # without a date
    made.records = SimpleNamespace(store=SimpleNamespace(reading=lambda: nullcontext(kept)))
    yield made
    kept.close()


def test_a_notice_holds_figures_and_levels_and_no_word_of_an_item(qapp: object) -> None:
    assert bubble(Told({"high": 2, "critical": 1}, 0, 5)) == (
        "3 new stories to look at (1 Critical, 2 High)\n5 alerts in all are new in the inbox"
    )
    assert bubble(Told({"low": 1}, 0, 1)) == "1 new story to look at (1 Low)"


def test_without_a_tray_nothing_is_shown_and_nothing_breaks(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)

    out = Tray(window, available=lambda: False)

    assert out.icon is None
    assert not out.hear(Told({"high": 1}, 0, 1), "words")


def test_the_icon_shows_a_bubble_only_when_there_is_something_to_tell(qtbot: QtBot) -> None:
    window, icon = QWidget(), Icon()
    qtbot.addWidget(window)
    out = Tray(window, available=lambda: False)
    out.icon = icon  # type: ignore[assignment]  # has what is used of it

    out.hear(Told({}, 1, 2), "")
    out.hear(Told({"high": 1}, 0, 3), "1 new story")

    assert icon.said == ["1 new story"]
    assert icon.tip == "OSAwatch: 3 new"


def test_a_whole_poll_is_one_look_and_says_whether_the_window_was_in_front(
    core: Core, qtbot: QtBot
) -> None:
    owner = QObject()
    tasks = Tasks(owner)
    watch = Watch(core, tasks, Bridge(core, owner), Dates(), lambda: True, owner)
    watch.batch.setInterval(20)
    with qtbot.waitSignal(watch.told):
        watch.begin()

    with qtbot.waitSignal(watch.told):
        for i in range(50):
            watch._on_changed(Changes(alerts=frozenset({str(i)})))

    assert core.notify.asked == [({str(i) for i in range(50)}, True)]
    tasks.close()


def test_what_waits_is_looked_after_every_minute_and_no_longer(core: Core, qtbot: QtBot) -> None:
    owner = QObject()
    tasks = Tasks(owner)
    core.notify.answer = Told(waiting=2)
    watch = Watch(core, tasks, Bridge(core, owner), Dates(), lambda: False, owner)
    with qtbot.waitSignal(watch.told):
        watch.begin()
    assert watch._beat.isActive()

    core.notify.answer = Told({"high": 2})
    with qtbot.waitSignal(watch.told):
        watch.look()

    assert not watch._beat.isActive()
    tasks.close()


def notice(name: str, act: str, reason: str) -> Notice:
    verdict = Verdict(act, reason, NOW if act == "wait" else None)  # type: ignore[arg-type]
    return Notice(name, f"card-{name}", "A story", "high", NOW, NOW, verdict)


def test_the_page_lists_each_verdict_with_its_reason_and_leads_to_the_story(
    core: Core, qtbot: QtBot
) -> None:
    core.notify.rows = [
        notice("a", "notify", "now"), notice("b", "wait", "quiet"), notice("c", "never", "level")
    ]  # fmt: skip
    owner = QObject()
    tasks = Tasks(owner)
    page = NoticesPage(core, tasks, Bridge(core, owner), LIGHT)
    qtbot.addWidget(page)
    with qtbot.waitSignal(page.loaded):
        page.refresh()
    assert page.table.rowCount() == 3

    page.acts.pick("never")

    assert page.table.rowCount() == 1
    assert page.table.item(0, 2).text() == WHYS["level"]
    assert why(core.notify.rows[1]).startswith("Quiet hours, until ")
    with qtbot.waitSignal(page.card_asked) as asked:
        page.table.itemActivated.emit(page.table.item(0, 0))
    assert asked.args == ["card-c"]
    tasks.close()


EVERY = [
    Shown(new, trouble, offline)
    for new in (0, 1, 9, 10, 4_000)
    for trouble in (0, 3)
    for offline in (False, True)
]


def picture(shown: Shown, on: Ground, size: int) -> bytes:
    return bytes(sign(shown, on).pixmap(size, size).toImage().constBits())


@pytest.mark.parametrize("on", Ground)
@pytest.mark.parametrize("size", SIZES)
def test_each_state_is_another_sign_on_any_panel_and_in_any_size(
    on: Ground, size: int, qapp: object
) -> None:
    few = [Shown(), Shown(new=1), Shown(trouble=1), Shown(offline=True), Shown(1, 1, True)]

    assert len({picture(shown, on, size) for shown in few}) == len(few)


def test_more_than_nine_are_told_as_that_and_a_figure_only_where_it_can_be_read(
    qapp: object,
) -> None:
    large, least = (picture(Shown(new=one), Ground.DARK, 22) for one in (9, 10)), SIZES[0]

    assert len(set(large)) == 2
    assert picture(Shown(new=9), Ground.DARK, least) == picture(Shown(new=10), Ground.DARK, least)


@pytest.mark.parametrize("shown", EVERY)
def test_a_sign_for_a_light_or_dark_panel_has_one_colour_that_stands_out(
    shown: Shown, qapp: object
) -> None:
    for on, dark_ink in ((Ground.LIGHT, True), (Ground.DARK, False)):
        image = sign(shown, on).pixmap(64, 64).toImage()
        seen = [
            colour
            for x in range(64)
            for y in range(64)
            if (colour := QColor(image.pixelColor(x, y))).alpha() > 200
        ]
        assert seen
        assert all((colour.lightnessF() < 0.5) is dark_ink for colour in seen)


@pytest.mark.parametrize(
    ("scheme", "desktop", "on"),
    [
        (Qt.ColorScheme.Light, "KDE", Ground.LIGHT),
        (Qt.ColorScheme.Dark, "KDE", Ground.DARK),
        (Qt.ColorScheme.Light, "ubuntu:GNOME", Ground.DARK),
        (Qt.ColorScheme.Unknown, "", Ground.UNKNOWN),
        (Qt.ColorScheme.Unknown, "GNOME-Classic:GNOME", Ground.DARK),
    ],
)
def test_the_panel_is_what_the_system_says_and_dark_where_it_always_is(
    scheme: Qt.ColorScheme, desktop: str, on: Ground
) -> None:
    assert ground(scheme, desktop) is on


def test_the_sign_follows_what_waits_what_fails_and_the_network(qtbot: QtBot) -> None:
    window, icon = QWidget(), Icon()
    qtbot.addWidget(window)
    out = Tray(window, available=lambda: False)
    out.icon = icon  # type: ignore[assignment]  # has what is used of it

    out.hear(Told(new=2), "")
    out.show_trouble(3)
    out.show_network(online=False)

    assert out.shown == Shown(2, 3, offline=True)
    assert icon.tip == "OSAwatch: 2 new\nsources that need somebody: 3\nnothing is fetched"
    assert not icon.sign.isNull()
    out.hear(Told(), "")
    out.show_trouble(0)
    out.show_network(online=True)
    assert icon.tip == tip(Shown()) == "OSAwatch"


def test_of_dates_a_notice_tells_how_many_are_how_near_and_never_which(qapp: object) -> None:
    assert bubble(Told(dates={7: 1})) == "1 date is near (1 within 7 days)"
    assert bubble(Told({"low": 1}, 0, 1, {30: 2, 1: 1})) == (
        "1 new story to look at (1 Low)\n"
        "3 dates are near (1 today or tomorrow, 2 within 30 days)"
    )  # fmt: skip


def test_dates_are_looked_at_after_the_start_and_on_another_day(core: Core, qtbot: QtBot) -> None:
    owner, dates, days = QObject(), Dates(Told(waiting=1, dates={7: 1}, near=1)), [NOW]
    core.now = lambda: days[0]  # type: ignore[method-assign]
    tasks = Tasks(owner)
    watch = Watch(core, tasks, Bridge(core, owner), dates, lambda: False, owner)
    watch.batch.setInterval(20)
    with qtbot.waitSignals([watch.told, watch.told]) as heard:
        watch.begin()
    qtbot.waitUntil(lambda: dates.looks == 1 and watch._beat.isActive())
    assert heard.signal_triggered

    watch.turn()
    assert dates.looks == 1  # the same day
    days[0] = NOW + timedelta(days=1)
    with qtbot.waitSignal(watch.told) as last:
        watch.turn()

    assert last.args[0].dates == {7: 1}
    assert last.args[0].waiting == 1
    tasks.close()


def test_a_fault_with_dates_does_not_take_the_news_away(
    core: Core, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    class Broken(Dates):
        def look(self, *, here: bool = False) -> Told:
            raise sqlite3.OperationalError("database is locked")

    owner = QObject()
    core.notify.answer = Told({"high": 1}, waiting=2, new=1)
    tasks = Tasks(owner)
    watch = Watch(core, tasks, Bridge(core, owner), Broken(), lambda: False, owner)
    with qtbot.waitSignal(watch.told) as last:
        watch.look()

    assert last.args[0] == core.notify.answer
    assert "dates ahead" in caplog.text
    tasks.close()
