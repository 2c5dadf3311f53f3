"""HTML to PDF by Qt, which shapes every script. The document names nothing to be fetched.

On each page stand the document's own marking (`<meta name="marking">`), its title and a number.
"""

from __future__ import annotations

import re
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

MARGIN_MM, BAND_MM = 18, 9
DPI = 150
MARKING = re.compile(r'<meta name="marking" content="([^"]*)"')
STYLED = re.compile(r"<style>.*?</style>", re.DOTALL)
TITLE = re.compile(r"<title>([^<]*)</title>")
ROOMY = '<table cellpadding="5" width="100%">'  # the padding of a sheet is not known to Qt
SHEET = """
a { color: #27309a; } p { margin: 4px 0; }
h2 { margin-top: 44px; margin-bottom: 8px; } h3 { margin-top: 22px; margin-bottom: 4px; }
ul, ol { margin-top: 4px; margin-bottom: 12px; -qt-list-indent: 1; } li { margin: 2px 0; }
table { border-collapse: collapse; } caption, .marking { font-weight: bold; text-align: left; }
th, td { text-align: left; border-bottom: 1px solid #9aa0ab; }
"""  # dots of the page, which is all that Qt takes
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
    document = QTextDocument()
    document.setDefaultFont(_letters())
    document.documentLayout().setPaintDevice(writer)
    document.setIndentWidth(24)
    document.setHtml(STYLED.sub(f"<style>{SHEET}</style>", told).replace("<table>", ROOMY))
    size = writer.pageLayout().paintRectPixels(DPI).size().toSizeF()
    document.setDocumentMargin(0)
    document.setPageSize(QSizeF(size.width(), size.height() - 2 * _band()))
    for _ in range(AGAIN):
        if not _moved(document):
            break
    return document


def _moved(document: QTextDocument) -> bool:
    """The first heading that stands alone at the foot of a page goes to the next one."""
    layout, high = document.documentLayout(), document.pageSize().height()
    block = document.begin()
    while block.isValid():
        following = block.next()
        heading = block.blockFormat().headingLevel()
        if heading and following.isValid():
            here, there = layout.blockBoundingRect(block), layout.blockBoundingRect(following)
            if int(here.top() // high) < int(there.top() // high):
                form = QTextBlockFormat()
                form.setPageBreakPolicy(QTextFormat.PageBreakFlag.PageBreak_AlwaysBefore)
                QTextCursor(block).mergeBlockFormat(form)
                return True
        block = following
    return False


def _paint(writer: QPdfWriter, document: QTextDocument, marking: str, title: str) -> None:
    """Page after page, with a band above and below."""
    size, pages = document.pageSize(), document.pageCount()
    painter = QPainter(writer)
    small = _letters()
    small.setPointSizeF(8)
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


def _letters() -> QFont:
    letters = QFont()
    letters.setFeature(QFont.Tag("liga"), 0)  # «fi» is copied and searched as two letters
    return letters


def _band() -> float:
    return BAND_MM * DPI / 25.4


def _found(what: re.Pattern[str], told: str) -> str:
    at = what.search(told)
    return unescape(at[1]) if at else ""
