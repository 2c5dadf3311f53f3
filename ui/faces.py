"""Faces for the scripts that sources write in: a letter that no face has is drawn as a box.

what the system's faces lack -> faces that came with the program -> what still lacks -> said
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtGui import QFontDatabase

from ui.i18n import mark, say

# Filled when a package is built (packaging/fonts.sh); the set-up of a checkout installs fonts.
FOLDER = Path(__file__).parent / "assets" / "fonts"
NAMED = {
    "DroidSansFallbackFull": ("Droid Sans Fallback", "Apache-2.0"),
    "NanumGothic": ("NanumGothic", "OFL-1.1"),
    "NotoSans": ("Noto Sans", "OFL-1.1"),
}
LACKS = mark(
    "faces",
    "No font on this machine writes {0}: such titles are drawn as boxes. On Debian, install {1}.",
)

BRIEFLY = mark("faces", "No font here writes {0}: titles are boxes. See Sources.")


@dataclass(frozen=True, slots=True)
class Script:
    """A script: Qt's name of it, the languages that use it, and Debian's package of a face."""

    name: str
    system: QFontDatabase.WritingSystem
    languages: frozenset[str]
    package: str


_W = QFontDatabase.WritingSystem
_NOTO, _HAN = "fonts-noto-core", "fonts-droid-fallback"
SCRIPTS = tuple(
    Script(name, system, frozenset(languages.split()), package)
    for name, system, languages, package in (
        (mark("faces", "Arabic"), _W.Arabic, "ar fa ur ps", _NOTO),
        (mark("faces", "Bengali"), _W.Bengali, "bn as", _NOTO),
        (mark("faces", "Chinese"), _W.SimplifiedChinese, "zh", _HAN),
        (mark("faces", "Chinese"), _W.TraditionalChinese, "zh", _HAN),
        (mark("faces", "Cyrillic"), _W.Cyrillic, "ru uk bg sr be mk kk ky mn tg", _NOTO),
        (mark("faces", "Devanagari"), _W.Devanagari, "hi mr ne", _NOTO),
        (mark("faces", "Greek"), _W.Greek, "el", _NOTO),
        (mark("faces", "Hebrew"), _W.Hebrew, "he yi", _NOTO),
        (mark("faces", "Japanese"), _W.Japanese, "ja", _HAN),
        (mark("faces", "Korean"), _W.Korean, "ko", "fonts-nanum"),
        (mark("faces", "Thai"), _W.Thai, "th", _NOTO),
    )
)


def carry(folder: Path = FOLDER) -> None:
    """Adds the faces that came along, where a script lacks. An application must be there."""
    if lacking():
        for path in sorted(folder.glob("*.ttf")):
            QFontDatabase.addApplicationFont(str(path))


def lacking(languages: Collection[str] | None = None) -> list[Script]:
    """The scripts that no face writes; of these languages, as sources name them (zh, zh-Hant)."""
    known = set(QFontDatabase.writingSystems())
    bare = None if languages is None else {one.lower().partition("-")[0] for one in languages}
    return [
        one for one in SCRIPTS if one.system not in known and (bare is None or one.languages & bare)
    ]


def told(scripts: Iterable[Script]) -> str:
    """What lacks and what gives it, "" when nothing lacks."""
    lacks = tuple(scripts)
    packages = ", ".join(sorted({one.package for one in lacks}))
    return say("faces", LACKS).format(_names(lacks), packages) if lacks else ""


def briefly(scripts: Iterable[Script]) -> str:
    """The same for one short line; Sources tells the rest."""
    names = _names(scripts)
    return say("faces", BRIEFLY).format(names) if names else ""


def _names(scripts: Iterable[Script]) -> str:
    return ", ".join(dict.fromkeys(say("faces", one.name) for one in scripts))


def carried(folder: Path = FOLDER) -> list[tuple[str, str]]:
    """Name and licence of each family that came along."""
    stems = [path.stem for path in folder.glob("*.ttf")]
    return [said for start, said in NAMED.items() if any(one.startswith(start) for one in stems)]
