"""HTML to PDF by Qt, which shapes every script. The document names nothing to be fetched.

On each page stand the document's own marking (`<meta name="marking">`), its title and a number.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from html import unescape

from PySide6.QtCore import QBuffer, QByteArray, QEventLoop, QIODevice, QMarginsF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QFont,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
    QTextBlockFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
)

MARGIN_MM, BAND_MM = 15, 7
DPI = 150
TEXT, SMALL, BAND = 8.0, 7.4, 7.5  # points
MARKING = re.compile(r'<meta name="marking" content="([^"]*)"')
STYLED = re.compile(r"<style>.*?</style>", re.DOTALL)
TITLE = re.compile(r"<title>([^<]*)</title>")
ROOMY = (
    '<table cellpadding="0" cellspacing="0" width="100%">'  # a sheet's padding is not known to Qt
)
SHEET = """
a { color: #27309a; } p { margin: 2px 0; }
h2 { margin-top: 20px; margin-bottom: 4px; } h3 { margin-top: 14px; margin-bottom: 2px; }
ul, ol { margin-top: 4px; margin-bottom: 12px; -qt-list-indent: 1; } li { margin: 2px 0; }
table { border-collapse: collapse; } caption, .marking { font-weight: bold; text-align: left; }
th, td { text-align: left; border-bottom: 1px solid #c9cdd4; padding: 2px 10px 2px 0; }
"""  # dots of the page, which is all that Qt takes
DENSE = """
h2 { margin-top: 8px; margin-bottom: 2px; } p { margin: 0; }
th, td { text-align: left; border-bottom: 1px solid #c9cdd4; padding: 0 8px 0 0; }
"""  # for what is made to fit one page
TIGHT = '<body class="dense">'
ROOM = 2.5  # heights of a heading, for what stands below it
AGAIN = 20  # headings that are moved to the next page, at most as often as this


def pdf(html: bytes, title: str = "OSAwatch") -> bytes:
    """Pages of A4. A QGuiApplication must be there; any thread may ask."""
    loop = QEventLoop()  # laying out starts timers, and a thread of a pool has nobody to hear them
    store = QByteArray()
    buffer = QBuffer(store)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    told = html.decode()
    writer = _writer(buffer, _found(TITLE, told) or title)
    document = _document(writer, told)
    _paint(writer, document, _found(MARKING, told), _found(TITLE, told))
    del writer  # the file is whole when its writer is gone
    buffer.close()
    loop.processEvents()
    return bytes(store.data())


def _writer(buffer: QBuffer, title: str) -> QPdfWriter:
    writer = QPdfWriter(buffer)
    writer.setPdfVersion(QPdfWriter.PdfVersion.PdfVersion_A1b)
    writer.setTitle(title)
    writer.setCreator("OSAwatch")
    writer.setResolution(DPI)
    writer.setPageLayout(
        QPageLayout(
            QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait,
            QMarginsF(MARGIN_MM, MARGIN_MM, MARGIN_MM, MARGIN_MM),
            QPageLayout.Unit.Millimeter,
        )
    )  # fmt: skip
    return writer


def _document(writer: QPdfWriter, told: str) -> QTextDocument:
    """The pages, laid out anew for each heading that goes to the next one.

    A layout that is changed loses what stands before a table.
    """
    breaks: set[int] = set()
    made = _laid_out(writer, told, breaks)
    for _ in range(AGAIN):
        place = _alone(made)
        if place is None or place in breaks:
            break
        breaks.add(place)
        made = _laid_out(writer, told, breaks)
    return made


def _laid_out(writer: QPdfWriter, told: str, breaks: Collection[int]) -> QTextDocument:
    """The document with a new page before the blocks with these numbers."""
    document = QTextDocument()
    document.setDefaultFont(_letters(SMALL if TIGHT in told else TEXT))
    document.documentLayout().setPaintDevice(writer)
    document.setIndentWidth(24)
    sheet = f"<style>{SHEET}{DENSE if TIGHT in told else ''}</style>"
    document.setHtml(STYLED.sub(sheet, told).replace("<table>", ROOMY))
    form = QTextBlockFormat()
    form.setPageBreakPolicy(QTextFormat.PageBreakFlag.PageBreak_AlwaysBefore)
    for place in breaks:
        QTextCursor(document.findBlockByNumber(place)).mergeBlockFormat(form)
    size = writer.pageLayout().paintRectPixels(DPI).size().toSizeF()
    document.setDocumentMargin(0)
    document.setPageSize(QSizeF(size.width(), size.height() - 2 * _band()))
    return document


def _alone(document: QTextDocument) -> int | None:
    """The first heading with little room below it on its page; None = there is none."""
    layout, high = document.documentLayout(), document.pageSize().height()
    block = document.begin()
    while block.isValid():
        if block.blockFormat().headingLevel() and block.next().isValid():
            here = layout.blockBoundingRect(block)
            page = int(here.top() // high)
            alone = (page + 1) * high - here.bottom() < ROOM * here.height()
            if alone and here.top() - page * high > here.height():  # not on top of one already
                return block.blockNumber()
        block = block.next()
    return None


def _paint(writer: QPdfWriter, document: QTextDocument, marking: str, title: str) -> None:
    """Page after page, with a band above and below."""
    size, pages = document.pageSize(), document.pageCount()
    painter = QPainter(writer)
    small = _letters(BAND)
    for page in range(pages):
        if page:
            writer.newPage()
        painter.save()
        painter.translate(0, _band() - page * size.height())
        document.drawContents(painter, QRectF(0, page * size.height(), size.width(), size.height()))
        painter.restore()
        top = QRectF(0, 0, size.width(), _band())
        foot = QRectF(0, _band() + size.height(), size.width(), _band())
        painter.setFont(small)
        painter.drawText(top, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, marking)
        below = Qt.AlignmentFlag.AlignBottom
        painter.drawText(foot, Qt.AlignmentFlag.AlignLeft | below, title)
        painter.drawText(foot, Qt.AlignmentFlag.AlignRight | below, f"{page + 1} / {pages}")
    painter.end()


def _letters(size: float = TEXT) -> QFont:
    letters = QFont()
    letters.setPointSizeF(size)
    letters.setFeature(QFont.Tag("liga"), 0)  # «fi» is copied and searched as two letters
    return letters


def _band() -> float:
    return BAND_MM * DPI / 25.4


def _found(what: re.Pattern[str], told: str) -> str:
    at = what.search(told)
    return unescape(at[1]) if at else ""
