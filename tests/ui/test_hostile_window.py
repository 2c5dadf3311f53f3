"""The worst servers and documents of the world, through the window: a word for each, nothing else.

polled and handed in while the window is open -> every place is walked, every item is opened ->
nothing was asked for, no file was opened, memory and time stayed bounded
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from feeds.fetch import Fetcher
from feeds.model import SourceSpec
from osawatch.core import Core
from osawatch.model import FileResult, PollReport
from tests.fakes import Pack
from tests.feeds.formats.test_outlook import Writer, message
from tests.feeds.formats.test_tables_and_files import docx, pdf, workbook, zipped
from tests.hostile import ATTACKS, Hostile, bomb, hostile_server
from tests.hostile_poll import Hasty
from tests.servers import rss
from tests.shared import SHARED
from tests.ui.test_strangers_dialogs import guessing
from tests.ui.test_strangers_text import Traps, traps  # noqa: F401 # a fixture
from ui.bridge import Bridge
from ui.frame import look
from ui.main_window import MainWindow
from ui.places import PLACES
from ui.tasks import Tasks
from ui.theme import LIGHT

GROWTH = 200 << 20  # bytes: a bomb unpacked is as much, a copy of one too many is more
HEAD = b'<?xml version="1.0"?>'
CHANNEL = b'<rss version="2.0"><channel><title>T</title>'
TAIL = b"</channel></rss>"
FRESH = datetime.now(UTC) - timedelta(hours=6)
PATIENCE_MS, MOST, SECONDS = 60_000, 40, 300
pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="memory is read from /proc")


@dataclass
class Stand:
    """An open window, what it was given, and the server that lies in wait."""

    window: MainWindow
    core: Core
    tasks: Tasks
    hostile: Hostile
    qtbot: QtBot

    def done(self, call: Callable[[], object]) -> object:
        """What a task of the window came to."""
        told: list[object] = []
        self.tasks.run(self.window, call, told.append)
        self.qtbot.waitUntil(lambda: bool(told), timeout=PATIENCE_MS)
        return told[0]

    def walk_places(self) -> None:
        """Every place."""
        for place in PLACES:
            self.window.go(place.key)
            self._see(place.key)

    def open_items(self) -> None:
        """Each of the first items, in the list and in the preview."""
        self.window.go("items")
        page = self.window.pages.items
        self.qtbot.waitUntil(page.ready, timeout=PATIENCE_MS)
        assert page.model.rowCount() > 10
        for row in range(min(page.model.rowCount(), MOST)):
            page.list.setCurrentIndex(page.model.index(row))
            self._see(f"item {row}")

    def _see(self, what: str) -> None:
        self.qtbot.waitUntil(lambda: self.tasks.pending() == 0, timeout=PATIENCE_MS)
        self.window.grab()
        assert guessing() == [], what


@pytest.fixture
def stand(
    qtbot: QtBot,
    qapp: QApplication,
    tmp_path: Path,
    traps: Traps,  # noqa: F811
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Stand]:
    monkeypatch.setattr("tests.hostile_poll.DEADLINE", 10.0)  # drips are not among the attacks
    with hostile_server() as hostile:
        fetcher = Hasty(Fetcher(workers=8))
        with Core(tmp_path / "profile", fetch=fetcher, pack=Pack()) as core:
            core.save_settings(replace(core.settings(), name="Ann", post="Post", ready=True))
            owner = QWidget()
            qtbot.addWidget(owner)
            tasks, bridge = Tasks(owner), Bridge(core, owner)
            look.dress(qapp, LIGHT)
            shown = MainWindow(core, tasks, bridge, LIGHT, offline=True)
            qtbot.addWidget(shown, before_close_func=MainWindow.leave)
            shown.resize(1300, 850)
            shown.show()
            shown.begin()
            qtbot.waitUntil(shown.inbox.ready, timeout=PATIENCE_MS)
            yield Stand(shown, core, tasks, hostile, qtbot)
            shown.polling.stop()
            bridge.close()
            tasks.close()
        fetcher.close()


def test_the_worst_of_the_world_gets_a_word_each_and_showing_it_reaches_for_nothing(
    stand: Stand,
    traps: Traps,  # noqa: F811
    tmp_path: Path,
) -> None:
    given = handed_in(tmp_path / "given", traps.markup())
    served(stand, traps.markup())
    stand.walk_places()  # all code is loaded then, whose size is no growth
    before, began = peak(), time.monotonic()

    report: Any = stand.done(stand.core.poll)
    results: Any = stand.done(lambda: stand.core.ingest(given)[0])
    asked = len(stand.hostile.hits)
    stand.walk_places()
    stand.open_items()

    assert ended(report) == {"good", "bait"}
    told_of_documents(given, results)
    rows = stand.window.pages.sources.model.rows()
    assert {row.id for row in rows if row.outcome == "ok"} >= {"good", "bait"}
    assert {row.id for row in rows if row.outcome not in ("ok", "")} >= names()
    assert len(stand.hostile.hits) == asked
    assert traps.asked == []
    assert not traps.opened()
    assert peak() - before < GROWTH
    assert time.monotonic() - began < SECONDS


def names() -> set[str]:
    """The sources that attack."""
    return {path.strip("/") for path in ATTACKS}


def served(stand: Stand, bad: str) -> None:
    """Each attack as a source, one sound feed, and one whose every word reaches for something."""
    for name in names():
        stand.core.sources.add(spec(name, stand.hostile.url(f"/{name}")))
    stand.core.sources.add(spec("good", stand.hostile.serve("/good", body=rss(1, 3, FRESH))))
    stand.core.sources.add(spec("bait", stand.hostile.serve("/bait", body=bait(bad))))


def ended(report: PollReport) -> set[str]:
    """The sources that ended well; the others have a word that names why."""
    assert {one.id for one in report.sources} == names() | {"good", "bait"}
    assert all(one.outcome == "ok" or one.detail for one in report.sources)
    return {one.id for one in report.sources if one.outcome == "ok"}


def handed_in(folder: Path, bad: str) -> list[Path]:
    """The documents as files."""
    folder.mkdir()
    for name, body in (documents(bad) | derived()).items():
        (folder / name).write_bytes(body)
    return sorted(folder.iterdir())


def told_of_documents(given: Sequence[Path], results: Sequence[FileResult]) -> None:
    found = {Path(one.file).name: one.outcome for one in results}
    assert found.keys() == {one.name for one in given}
    assert all(one.reason or one.outcome == "parsed" for one in results)
    assert {name for name, outcome in found.items() if outcome == "parsed"} >= TAKEN
    assert {name for name, outcome in found.items() if outcome == "refused"} >= REFUSED


TAKEN = {"letter.eml", "note.docx", "paper.pdf", "sheet.xlsx", "message.msg", "bait.xml"}
REFUSED = {"bomb.zip", "bomb.gz", "cut.pdf", "xxe.xml", "laughs.xml", "many.zip"}


def documents(bad: str) -> dict[str, bytes]:
    """Files with traps in every word, and files that are a trap."""
    letter = EmailMessage()
    letter["From"], letter["To"] = "Desk <desk@harbour.example>", "you@post.example"
    letter["Subject"] = f"Gallium {bad[:200]}".replace("\n", " ")
    letter["Date"] = "Fri, 20 Nov 2026 10:00:00 +0100"
    letter.set_content(f"<html><body><p>Gallium export ban</p>{bad}</body></html>", subtype="html")
    item = b"<item><title>%s</title><guid>1</guid></item>"
    thief = b'<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    plain = bad.replace("<", "&lt;").replace("&&", "&").replace("'", "&apos;")
    safe = plain.replace("&amp;lt;", "&lt;")
    rows = [["title", "url", "date"], [f"Tin {safe}", "https://a.example/1", "2026-11-03"]]
    laughs = b"".join(b'<!ENTITY l%d "%s">' % (n, b"&l%d;" % (n - 1) * 10) for n in range(1, 10))
    return {
        "letter.eml": letter.as_bytes(),
        "note.docx": docx("Note", safe),
        "paper.pdf": pdf("Gallium export ban file:///etc/passwd"),
        "sheet.xlsx": workbook(rows),
        "message.msg": Writer(
            message(**{"__substg1.0_10130102": f"<html>{bad}</html>".encode()})
        ).bytes(),
        "bait.xml": bait(bad),
        "cut.pdf": pdf("Gallium")[:200],
        "bomb.gz": bomb(),
        "bomb.zip": zipped({"a.csv": b"0" * (49 << 20)}),
        "many.zip": zipped({f"{n}.txt": "x" for n in range(11_000)}),
        "xxe.xml": HEAD + thief + CHANNEL + item % b"&x;" + TAIL,
        "laughs.xml": HEAD + b'<!DOCTYPE rss [<!ENTITY l0 "ha">' + laughs + b"]>" + CHANNEL
        + item % b"&l9;" + TAIL,
        "nested.xml": HEAD + CHANNEL + b"<item>" + b"<a>" * 100_000,
    }  # fmt: skip


def derived() -> dict[str, bytes]:
    """Real documents that were spoilt, where they stand beside the checkout."""
    folder = SHARED / "samples" / "trade" / "feeds-derived"
    files = sorted(folder.glob("*.*ml")) if folder.is_dir() else []
    return {f"derived-{one.name}": one.read_bytes() for one in files}


def bait(bad: str) -> bytes:
    """A sound feed whose every word reaches for something."""
    words = f"<![CDATA[Gallium export ban {bad}]]>".encode()
    return (
        HEAD + CHANNEL + b"<item><title>" + words + b"</title><guid>9</guid><description>" + words
        + b"</description><category>" + words + b"</category><author>" + words
        + b'</author><enclosure url="http://127.0.0.1/x.png" type="image/png"/></item>' + TAIL
    )  # fmt: skip


def spec(name: str, url: str) -> SourceSpec:
    return SourceSpec(name, name, url, publisher=name, language="en", grade="B", local=True)


def peak() -> int:
    """The most memory of this process in bytes."""
    status = Path("/proc/self/status").read_text()
    return int(status.partition("VmHWM:")[2].split()[0]) << 10
