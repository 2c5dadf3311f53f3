"""Pictures of the icon in the sizes that desktops want: icons.py SVG FOLDER, or SVG FILE.ico."""

from __future__ import annotations

import os
import struct
import sys
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QSize
from PySide6.QtGui import QGuiApplication, QIcon

SIZES = (48, 128, 256)
OF_WINDOWS = (16, 24, 32, 48, 64, 128, 256)


def main() -> None:
    """Draw each size into FOLDER/SIZExSIZE/apps, or all sizes into one file of Windows."""
    svg, target = sys.argv[1:3]
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # nothing is shown
    app = QGuiApplication([])
    icon = QIcon(svg)
    if target.endswith(".ico"):
        Path(target).write_bytes(ico({size: png(icon, size) for size in OF_WINDOWS}))
    else:
        for size in SIZES:
            (Path(target) / f"{size}x{size}" / "apps" / "osawatch.png").write_bytes(png(icon, size))
    app.quit()


def png(icon: QIcon, size: int) -> bytes:
    """One size."""
    held = QBuffer()
    held.open(QIODevice.OpenModeFlag.WriteOnly)
    if not icon.pixmap(QSize(size, size), 1.0).save(held, "PNG"):
        sys.exit(f"the icon cannot be drawn in {size} pixels")
    return bytes(held.data().data())


def ico(pictures: dict[int, bytes]) -> bytes:
    """A file of Windows: a directory of pictures, and each as PNG (read since Windows Vista)."""
    head = struct.pack("<HHH", 0, 1, len(pictures))
    place = len(head) + 16 * len(pictures)
    for size, picture in pictures.items():
        head += struct.pack("<BBBBHHII", size % 256, size % 256, 0, 0, 1, 32, len(picture), place)
        place += len(picture)
    return head + b"".join(pictures.values())


if __name__ == "__main__":
    main()
