"""How large the window is drawn, per cent. It belongs to a person's eyes and screen, not to a desk.

It stands in a small file of the person's configuration: it must be known before Qt starts, and so
before an encrypted profile is open. Qt then draws all of it larger, letters and what is around
them alike, so nothing is cut.
"""

from __future__ import annotations

import os
from pathlib import Path

SIZES = (100, 125, 150, 175, 200)
SCALE = "QT_SCALE_FACTOR"


def file() -> Path:
    """Where it stands."""
    home = os.environ.get("XDG_CONFIG_HOME") or os.environ.get("APPDATA", "")
    folder = Path(home) if home and Path(home).is_absolute() else Path.home() / ".config"
    return folder / "osawatch" / "text-size"


def read() -> int:
    """What was chosen; 100 when nothing was, or nothing sensible."""
    try:
        chosen = int(file().read_text("ascii")[:8])
    except (OSError, ValueError):
        return 100
    return chosen if chosen in SIZES else 100


def write(percent: int) -> None:
    """From the next start on."""
    path = file()
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"{percent}\n", "ascii")


def apply(asked: int | None = None) -> None:
    """Before Qt starts. `asked` goes before what was chosen, the environment before both."""
    if (chosen := asked or read()) != 100 and SCALE not in os.environ:
        os.environ[SCALE] = f"{chosen / 100:g}"
