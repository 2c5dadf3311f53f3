"""Whether a file lies on a medium that can be taken away: a stick, a card, a disc."""

from __future__ import annotations

import os
import sys
from pathlib import Path

_MOUNTED = ("/media/", "/run/media/", "/mnt/")
_DRIVE_REMOVABLE, _DRIVE_CDROM = 2, 5  # of GetDriveTypeW


def removable(path: Path) -> bool:
    """By what the system says of the device, and by where it is mounted; in doubt, yes."""
    if str(path.absolute()).startswith(_MOUNTED):
        return True
    there = path.resolve()
    while not there.exists() and there != there.parent:
        there = there.parent
    if sys.platform == "win32":  # not tried on a machine with Windows
        import ctypes

        kind = ctypes.windll.kernel32.GetDriveTypeW(there.anchor)
        return kind in (_DRIVE_REMOVABLE, _DRIVE_CDROM)
    if f"{there}/".startswith(_MOUNTED):
        return True
    return _says_so(there.stat().st_dev)


def _says_so(device: int) -> bool:
    """What Linux says of a device, or of the disc that it is a part of."""
    block = Path(f"/sys/dev/block/{os.major(device)}:{os.minor(device)}")
    for place in (block / "removable", block / ".." / "removable"):
        try:
            return place.resolve().read_text(encoding="ascii").strip() == "1"
        except OSError:
            continue
    return False
