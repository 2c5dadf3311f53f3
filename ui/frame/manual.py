"""F1: the page of the manual that fits what is on the screen.

place -> page and anchor -> the system's browser
                         -> where a policy closes links: a window of our own, which opens nothing
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QLocale, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QImage, QPalette, QTextDocument
from PySide6.QtWidgets import QDialog, QTextBrowser, QVBoxLayout, QWidget

from osawatch import manual
from osawatch.core import Core
from ui.fitting import fit
from ui.frame.words import text
from ui.tasks import Tasks
from ui.widgets import label

HEADINGS = {
    "start": "your-first-day",
    "inbox": "triage-in-five-minutes",
    "mine": "triage-in-five-minutes",
    "snoozed": "triage-in-five-minutes",
    "trial": "triage-in-five-minutes",
    "suppressed": "triage-in-five-minutes",
    "closed": "triage-in-five-minutes",
    "morning": "the-morning",
    "notices": "what-interrupts-you",
    "items": "why-was-it-silent",
    "trends": "read-the-trends",
    "country": "look-something-up",
    "cases": "follow-a-matter",
    "registers": "follow-a-matter",
    "records": "follow-a-matter",
    "situation": "follow-a-matter",
    "watchlist": "watch-a-new-good",
    "dependency": "who-supplies-it",
    "chains": "what-is-made-with-it",
    "deadlines": "the-morning",
    "sources": "keep-the-sources-alive",
    "rules": "write-a-rule",
    "briefing": "brief-the-ministry",
    "exchange": "exchange-by-stick",
}
SIZE = (900, 700)
MARGIN = 16
NAMED = r"pictures/(?:nl/)?[\w-]+\.png"


def pages() -> tuple[Path, dict[str, str]]:
    """The folder of the manual, and the text of its pages by file name. Reads files."""
    folder = manual.folder()
    found = (one for one in folder.glob("*.html") if not one.name.startswith("go-"))
    return folder, {one.name: one.read_text("utf-8") for one in found}


def pictures(folder: Path, page: str) -> dict[str, QImage]:
    """The pictures a page shows, by name, as wide as the window. Reads and shrinks: in a thread."""
    return {name: picture(folder, name) for name in set(re.findall(rf'src="({NAMED})"', page))}


def picture(folder: Path, name: str) -> QImage:
    """One picture of the manual, as wide as the window; empty when there is none."""
    found = QImage(str(folder / name))
    return found if found.isNull() else found.scaledToWidth(min(found.width(), SIZE[0] - 100))


def language() -> str:
    """The language the window speaks now ("en", "nl")."""
    return "nl" if QLocale().language() == QLocale.Language.Dutch else "en"


def address(folder: Path, place: str) -> QUrl:
    """The page of a place in the window's language, as a browser is told it."""
    known = HEADINGS.get(place, "")
    leads = manual.jump(known, language()) if known else manual.guide(language())
    return QUrl.fromLocalFile(str(folder / leads))


def open_outside(url: QUrl) -> bool:
    """Hand the page to the system's browser; whether it took it."""
    return QDesktopServices.openUrl(url)


class Reader(QTextBrowser):
    """Shows pages of the manual and its pictures, and nothing else: no file, no address."""

    left = Signal(str)  # an address that is not opened

    def __init__(
        self, folder: Path, found: dict[str, str], shown: dict[str, QImage] | None = None
    ) -> None:
        super().__init__()
        self._folder, self._pages, self.page = folder, found, ""
        self._shown = shown or {}  # pictures that were read beforehand
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.setAccessibleName(text("manual"))
        self.anchorClicked.connect(self.follow)

    def turn(self, page: str, anchor: str) -> None:
        """Show a page from a heading on."""
        if page != self.page:
            body = self._pages[page].partition("<main")[2].partition(">")[2]
            self.page = page
            self.document().setDefaultStyleSheet(self._style())
            self.document().setDocumentMargin(MARGIN)
            self.setHtml(body.partition("</main>")[0])
        self.scrollToAnchor(anchor)

    def _style(self) -> str:
        """Tables with lines, and long lines of code broken: Qt reads no style of a page."""
        line, ground = (
            self.palette().color(role).name()
            for role in (QPalette.ColorRole.Mid, QPalette.ColorRole.AlternateBase)
        )
        return (
            "table { border-collapse: collapse; margin: 6px 0 12px 0; }"
            f"th, td {{ border: 1px solid {line}; padding: 3px 7px; text-align: left; }}"
            f"pre {{ white-space: pre-wrap; background: {ground}; margin: 6px 0; }}"
            "li { margin-bottom: 3px; }"
        )

    def follow(self, url: QUrl) -> None:
        """Go to another page of the manual; anything else only says where it would have led."""
        page = url.path() or self.page
        if url.scheme() or url.host() or page not in self._pages:
            self.left.emit(url.toString())
        else:
            self.turn(page, url.fragment())

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """Pictures of the manual by name. An empty answer would let Qt open the file itself."""
        url = QUrl(name)
        name = url.path()
        ours = url.isRelative() and not url.host() and re.fullmatch(NAMED, name)
        wanted = int(kind) == QTextDocument.ResourceType.ImageResource.value
        if ours and wanted and name not in self._shown:
            self._shown[name] = picture(self._folder, name)
        shown = self._shown.get(name) if ours and wanted else None
        if shown is None or shown.isNull():
            blank = QImage(1, 1, QImage.Format.Format_ARGB32)
            blank.fill(0)
            return blank
        return shown

    def doSetSource(self, url: QUrl | str, kind: object = None) -> None:
        """Never: pages are set by `turn` alone."""


class ManualWindow(QDialog):
    """The manual in the program. `file`: the policy that closes links. Escape closes it."""

    def __init__(
        self,
        folder: Path,
        found: dict[str, str],
        file: str,
        parent: QWidget,
        shown: dict[str, QImage] | None = None,
    ) -> None:
        super().__init__(parent)
        fit(self)
        self.setWindowTitle(text("manual"))
        self.resize(*SIZE)
        self.reader = Reader(folder, found, shown)
        self.told = label(text("manual_closed", file) if file else "", wrap=True)
        self.told.setVisible(bool(file))
        self.reader.left.connect(lambda where: self.told.setText(where))
        self.reader.left.connect(lambda _: self.told.show())
        column = QVBoxLayout(self)
        column.addWidget(self.told)
        column.addWidget(self.reader, 1)


class Helper:
    """Opens the manual for the window `parent`; `said` gets what went wrong."""

    def __init__(
        self, core: Core, tasks: Tasks, parent: QWidget, said: Callable[[str], object]
    ) -> None:
        self._core, self._tasks, self._parent, self._said = core, tasks, parent, said
        self.window: ManualWindow | None = None

    def show(self, place: str) -> None:
        """The page of a place: the manual is found, or made, in a task."""
        self._tasks.run(
            self._parent,
            pages,
            lambda found: self._open(*found, place),
            lambda error: self._said(text("failed", error)),
        )

    def _open(self, folder: Path, found: dict[str, str], place: str) -> None:
        file = self._core.policies.closed("open_links")
        if not file and open_outside(address(folder, place)):
            return
        page = found.get(manual.guide(language()), "")
        self._tasks.run(
            self._parent,
            lambda: pictures(folder, page),
            lambda shown: self._open_here(folder, found, file, place, shown),
            lambda error: self._said(text("failed", error)),
        )

    def _open_here(
        self,
        folder: Path,
        found: dict[str, str],
        file: str,
        place: str,
        shown: dict[str, QImage],
    ) -> None:
        self.window = ManualWindow(folder, found, file, self._parent, shown)
        self.window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.window.reader.turn(manual.guide(language()), HEADINGS.get(place, ""))
        self.window.open()
