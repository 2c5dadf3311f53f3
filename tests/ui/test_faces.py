"""Scripts that no font writes are found, mended by the faces that came along, and else said."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QFontDatabase
from pytestqt.qtbot import QtBot

from ui import faces

LAID = Path(__file__).parents[2] / "packaging/fonts.sh"
HAN = Path("/usr/share/fonts/truetype/droid")
ASKED = """
import json, sys
from pathlib import Path
from PySide6.QtGui import QGuiApplication, QRawFont
from ui import faces
from ui.theme import font
app = QGuiApplication(["x"])
before = [one.name for one in faces.lacking()]
words = faces.told(faces.lacking({"zh-Hant", "ko", "nl"}))
faces.carry(Path(sys.argv[1]))
after = [one.name for one in faces.lacking()]
latin = QRawFont.fromFont(font(13, 700))
print(json.dumps([before, words, after, [latin.familyName(), latin.weight() > 600]]))
"""


def on_a_machine_without_fonts(folder: Path, carried: Path) -> list[object]:
    """What a program says whose fontconfig knows no font at all."""
    conf = folder / "fonts.conf"
    (folder / "none").mkdir()
    conf.write_text(
        f'<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>'
        f"<dir>{folder}/none</dir><cachedir>{folder}/cache</cachedir></fontconfig>"
    )
    env = os.environ | {"FONTCONFIG_FILE": str(conf), "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(  # noqa: S603
        [sys.executable, "-c", ASKED, str(carried)],
        env=env, capture_output=True, text=True, check=True, cwd=Path(__file__).parents[2],
    )  # fmt: skip
    found: list[object] = json.loads(done.stdout)
    return found


@pytest.mark.skipif(not HAN.is_dir(), reason="needs a font of Debian with Chinese letters")
def test_what_still_lacks_is_said_with_its_package(tmp_path: Path) -> None:
    before, words, after, _latin = on_a_machine_without_fonts(tmp_path, HAN)

    assert isinstance(before, list)
    assert isinstance(after, list)
    assert {"Chinese", "Japanese", "Korean", "Thai", "Arabic"} <= set(before)
    assert not {"Chinese", "Japanese"} & set(after)
    assert {"Korean", "Thai"} <= set(after)
    assert "writes Chinese, Korean:" in str(words)
    assert "fonts-droid-fallback, fonts-nanum" in str(words)


@pytest.mark.skipif(not HAN.is_dir(), reason="needs the fonts of Debian that packages carry")
def test_what_packages_carry_writes_all_scripts_and_plain_latin(tmp_path: Path) -> None:
    subprocess.run(["bash", str(LAID), str(tmp_path / "carried")], check=True)  # noqa: S603, S607

    _before, _words, after, latin = on_a_machine_without_fonts(tmp_path, tmp_path / "carried")

    assert after == []
    assert latin == ["Noto Sans", True]  # not the thin letters of a Korean face, which has no bold


def test_only_scripts_of_the_languages_that_are_read_are_said(qtbot: QtBot) -> None:
    known = set(QFontDatabase.writingSystems())
    lacks = [one for one in faces.SCRIPTS if one.system not in known]

    assert faces.lacking() == lacks
    assert faces.lacking({"nl", "en", ""}) == []


def test_nothing_is_said_where_nothing_lacks(qtbot: QtBot) -> None:
    assert faces.told([]) == ""
    assert faces.briefly([]) == ""


def test_the_short_line_names_each_script_once(qtbot: QtBot) -> None:
    chinese = [one for one in faces.SCRIPTS if "zh" in one.languages]

    assert len(chinese) == 2
    assert faces.briefly(chinese) == "No font here writes Chinese: titles are boxes. See Sources."


def test_the_languages_of_the_catalogue_have_their_script() -> None:
    """A language written in other letters than Latin must be known to `SCRIPTS`."""
    written = {language for one in faces.SCRIPTS for language in one.languages}

    assert {"ar", "ja", "ko", "ru", "uk", "zh", "el", "he", "hi", "th"} <= written
    assert all(one.package.startswith("fonts-") for one in faces.SCRIPTS)
