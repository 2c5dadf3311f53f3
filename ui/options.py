"""The options of `osawatch`, the window. Their help is in the language of the command line.

argv -> the languages asked for -> a parser, with help for each option -> what was asked
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QSize

from osawatch import __version__
from osawatch.cli.helped import Helped
from osawatch.cli.tongue import LANGUAGES, speak, wanted
from ui import shoot, text_size

THEMES = ("light", "dark", "contrast")


def read(argv: Sequence[str] | None) -> argparse.Namespace:
    """What was asked for; `given` is the file as it stood there, `file` by its whole path."""
    words = list(sys.argv[1:] if argv is None else argv)
    speak(wanted(words))
    asked = parser().parse_args(words)
    asked.given, asked.file = asked.file, str(Path(asked.file).absolute()) if asked.file else ""
    # the passphrases that a plain profile shall be encrypted with, an encrypted one made plain with
    asked.seal = asked.plain = ""
    asked.unsample = False
    return asked


def parser() -> argparse.ArgumentParser:
    """All options."""
    made = Helped("osawatch", description=_ABOUT, epilog=_EPILOG)
    made.add_argument(
        "file", nargs="?", default="", metavar="FILE",
        help="a bundle (.osw) to look into: the window opens on the page Exchange and asks",
    )  # fmt: skip
    made.add_argument("--version", action="version", version=f"osawatch {__version__}")
    made.add_argument(
        "--profile", type=Path, metavar="DIR", help="the data folder (or OSAWATCH_PROFILE)"
    )
    made.add_argument(
        "--passphrase-file", type=Path, metavar="FILE",
        help="opens an encrypted profile with the first line of this file",
    )  # fmt: skip
    made.add_argument(
        "--ask", action="store_true", help="ask who it is, whatever else opens the profile"
    )
    made.add_argument("--offline", action="store_true", help="fetch nothing, whatever is set")
    made.add_argument("--hidden", action="store_true", help="begin in the tray, where there is one")
    _of_looks(made)
    _of_pictures(made)
    return made


def _of_looks(made: argparse.ArgumentParser) -> None:
    made.add_argument(
        "--lang", choices=LANGUAGES, help="the language of the window; the settings keep it"
    )
    made.add_argument("--theme", choices=THEMES, help="the colours, until the window closes")
    made.add_argument(
        "--text-size", type=int, choices=text_size.SIZES, metavar="PERCENT",
        help="the size of all text: 100 to 200 percent, in the steps of the settings",
    )  # fmt: skip


def _of_pictures(made: argparse.ArgumentParser) -> None:
    made.add_argument(
        "--screenshot", type=Path, metavar="DIR",
        help="draw all pages and dialogs into PNG files there, and end",
    )  # fmt: skip
    made.add_argument(
        "--size", type=_size, default=shoot.SIZE, metavar="WxH",
        help="of --screenshot: width and height of the window in pixels",
    )  # fmt: skip
    made.add_argument(
        "--only", nargs="*", metavar="NAME",
        help="of --screenshot: only pictures whose names begin so",
    )  # fmt: skip
    made.add_argument(
        "--trace-startup", action="store_true",
        help="say when the window stands and when its rows do, in milliseconds",
    )  # fmt: skip


_ABOUT = "The window of OSAwatch. All that it does, osawatch-cli does without a screen."
_EPILOG = (
    "Exit codes: 0 closed; 2 bad usage, or a profile that does not open; "
    "3 the profile stayed locked."
)


def _size(said: str) -> QSize:
    width, _, height = said.partition("x")
    if not (width.isdecimal() and height.isdecimal()):
        raise argparse.ArgumentTypeError(f"{said!r} is not of the form 1440x900")
    return QSize(int(width), int(height))
