"""Pictures for the command line, by the code that draws the window: no display is needed."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from osawatch.cli import tongue
from osawatch.cli.args import Picture
from osawatch.lands import World
from ui import i18n
from ui.theme import LIGHT
from ui.trends import render
from ui.trends.series import Names
from ui.trends.world import printing
from ui.trends.world.reading import seen_of


def draw(picture: Picture, path: Path, names: Names) -> None:
    """Write a PNG or SVG in the language of the command; OSError says why it could not."""
    ours = QApplication.instance() is None
    app = render.screen()
    if ours:
        i18n.speak(app, tongue.spoken())
    found = _drawn(picture, names)
    if isinstance(found, QImage):
        render.save(found, str(path))
    else:
        path.write_bytes(found)


def _drawn(picture: Picture, names: Names) -> QImage | bytes:
    if isinstance(picture.of, World):
        seen = seen_of(picture.of, names)
        if picture.form == "svg":
            return printing.svg(seen, picture.counted, LIGHT)
        return printing.image(seen, picture.counted, LIGHT)
    if picture.form == "svg":
        return render.trend_svg(picture.of, LIGHT, names)
    return render.trend_image(picture.of, LIGHT, names)
