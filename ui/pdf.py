"""HTML to PDF by Qt, which shapes every script. The document names nothing to be fetched."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QEventLoop, QIODevice, QMarginsF
from PySide6.QtGui import QFont, QPageLayout, QPageSize, QPdfWriter, QTextDocument

MARGIN_MM = 18
DPI = 150


def pdf(html: bytes, title: str = "OSAwatch") -> bytes:
    """Pages of A4. A QGuiApplication must be there; any thread may ask."""
    loop = QEventLoop()  # laying out starts timers, and a thread of a pool has nobody to hear them
    store = QByteArray()
    buffer = QBuffer(store)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
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
    document = QTextDocument()
    letters = QFont()
    letters.setFeature(QFont.Tag("liga"), 0)  # «fi» is copied and searched as two letters
    document.setDefaultFont(letters)
    document.documentLayout().setPaintDevice(writer)
    document.setDefaultStyleSheet("td, th { padding: 3px 6px; } a { color: #27309a; }")
    roomy = '<table cellpadding="4" width="100%">'  # the padding of a sheet is not known to Qt
    document.setHtml(html.decode().replace("<table>", roomy))
    document.setPageSize(writer.pageLayout().paintRectPixels(DPI).size().toSizeF())
    document.print_(writer)
    del writer  # the file is whole when its writer is gone
    buffer.close()
    loop.processEvents()
    return bytes(store.data())
