"""Pictures of the icon in the sizes that desktops want: icons.py SVG FOLDER."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtGui import QGuiApplication, QIcon

SIZES = (48, 128, 256)


def main() -> None:
    """Draw each size into FOLDER/SIZExSIZE/apps."""
    svg, folder = sys.argv[1:3]
    app = QGuiApplication([])
    icon = QIcon(svg)
    for size in SIZES:
        target = Path(folder) / f"{size}x{size}" / "apps" / "osawatch.png"
        if not icon.pixmap(QSize(size, size), 1.0).save(str(target)):
            sys.exit(f"{target} cannot be written")
    app.quit()


if __name__ == "__main__":
    main()
