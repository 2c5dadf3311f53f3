"""The tray tells counts and never titles, once a batch, and only to someone who looks elsewhere."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from PySide6.QtGui import QIcon, QPixmap
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from osawatch.model import Changes
from tests.ui.desk_fake import FakeCore, alert
from ui.bridge import Bridge
from ui.tasks import Tasks
from ui.tray import News, Tray, news, words


@pytest.fixture
def owner(qapp: object) -> Iterator[QObject]:
    out = QObject()
    yield out
    for child in out.findChildren(Tasks):
        stop = getattr(child, "close", None) or getattr(child, "stop", None)
        if stop:
            stop()


class Icon:
    """Stands for the system's icon, which no test machine has."""

    def __init__(self) -> None:
        self.tip = ""
        self.said: list[str] = []

    def setToolTip(self, tip: str) -> None:
        self.tip = tip

    def showMessage(self, _title: str, message: str, _icon: object) -> None:
        self.said.append(message)


def tray(core: FakeCore, owner: QObject, qtbot: QtBot) -> tuple[Tray, Icon]:
    window = QWidget()
    qtbot.addWidget(window)
    icon = QIcon(QPixmap(16, 16))
    out = Tray(core, Tasks(owner), Bridge(core, owner), window, icon, available=lambda: False)
    stand_in = Icon()
    out.icon = stand_in  # type: ignore[assignment]  # has what is used of it
    return out, stand_in


def look(out: Tray, icon: Icon, qtbot: QtBot) -> None:
    icon.tip = ""
    out.look()
    qtbot.waitUntil(lambda: bool(icon.tip))


def test_only_new_alerts_of_goods_that_notify_are_news() -> None:
    alerts = [
        alert("loud"),
        alert("told"),
        alert("inbox-only", tier="B"),
        alert("trial", trial=True),
        alert("suppressed", suppressed="tier-c"),
        alert("seen", status="seen"),
    ]

    assert news(alerts, {"told"}) == News(frozenset({"loud"}), 3)


def test_a_notice_holds_figures_and_no_word_of_an_item(qapp: object) -> None:
    said = words(news([alert("a"), alert("b", tier="B")], ()))

    assert said == "1 new alert for a good that notifies\n2 in all are new in the inbox"
    assert "Secret" not in said


def test_without_a_tray_nothing_is_shown_and_nothing_breaks(owner: QObject, qtbot: QtBot) -> None:
    core, window = FakeCore(), QWidget()
    qtbot.addWidget(window)

    out = Tray(core, Tasks(owner), Bridge(core, owner), window, QIcon(), available=lambda: False)

    assert out.icon is None


def test_what_stood_there_at_the_start_is_no_news(owner: QObject, qtbot: QtBot) -> None:
    core = FakeCore(new=[alert("old")])
    out, icon = tray(core, owner, qtbot)

    look(out, icon, qtbot)
    core.new.append(alert("fresh"))
    look(out, icon, qtbot)
    look(out, icon, qtbot)

    assert icon.said == ["1 new alert for a good that notifies\n2 in all are new in the inbox"]
    assert icon.tip == "OSAwatch: 2 new"


def test_a_whole_poll_is_one_notice(owner: QObject, qtbot: QtBot) -> None:
    out, _icon = tray(FakeCore(), owner, qtbot)

    for i in range(50):
        out._on_changed(Changes(alerts=frozenset({str(i)})))

    assert out._batch.isActive()
    assert out._batch.isSingleShot()


def test_who_looks_at_the_window_is_not_told_again(owner: QObject, qtbot: QtBot) -> None:
    core = FakeCore()
    out, icon = tray(core, owner, qtbot)
    look(out, icon, qtbot)
    out._window.isActiveWindow = lambda: True  # type: ignore[method-assign]
    core.new.append(alert("fresh"))

    look(out, icon, qtbot)

    assert icon.said == []
