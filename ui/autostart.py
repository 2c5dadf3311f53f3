"""Whether the program starts with the person's session: an XDG file, or a key of Windows' Run.

The system's own tools may take it away again; what stands there counts, not what was once set.
The Windows key goes through QSettings and was never run on Windows; macOS is not served.
"""

from __future__ import annotations

import hashlib
import os
import sys
from pathlib import Path

from PySide6.QtCore import QSettings

RUN = r"HKEY_CURRENT_USER\Software\Microsoft\Windows\CurrentVersion\Run"
HIDDEN = "--hidden"


def served() -> bool:
    """Whether this system has a way that we know."""
    return sys.platform != "darwin"


def is_on(profile: Path) -> bool:
    """Whether a session starts with this profile's window."""
    if sys.platform == "win32":
        return bool(_run().value(_name(profile)))
    return file(profile).exists()


def switch(profile: Path, *, on: bool) -> None:
    """Start with the session, or no more. Raises OSError when the file cannot be written."""
    if sys.platform == "win32":
        _key(profile, on=on)
    elif on:
        path = file(profile)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(entry(command(profile)), "utf-8")
    else:
        file(profile).unlink(missing_ok=True)


def file(profile: Path) -> Path:
    """Where the XDG file of a profile stands."""
    home = os.environ.get("XDG_CONFIG_HOME", "")
    folder = Path(home) if Path(home).is_absolute() else Path.home() / ".config"
    return folder / "autostart" / f"{_name(profile)}.desktop"


def command(profile: Path) -> list[str]:
    """What starts this program with a profile, in the tray where there is one."""
    script = Path(sys.argv[0])
    if getattr(sys, "frozen", False):
        program = [sys.executable]
    elif script.name.startswith("osawatch") and script.exists():
        program = [str(script.resolve())]
    else:
        program = [sys.executable, "-m", "ui"]
    return [*program, "--profile", str(profile.resolve()), HIDDEN]


def entry(words: list[str]) -> str:
    """The file's text (Desktop Entry Specification 1.5)."""
    lines = (
        "[Desktop Entry]", "Type=Application", "Version=1.5", "Name=OSAwatch", "Terminal=false",
        f"Exec={' '.join(quoted(word) for word in words)}", "X-GNOME-Autostart-enabled=true",
    )  # fmt: skip
    return "\n".join(lines) + "\n"


def quoted(word: str) -> str:
    """An argument as `Exec` takes it: quoted, and the string escaped once more."""
    inner = "".join(f"\\{char}" if char in '"`$\\' else char for char in word)
    return f'"{inner}"'.replace("\\", "\\\\").replace("%", "%%")


def _name(profile: Path) -> str:
    key = hashlib.blake2b(str(profile.resolve()).encode(), digest_size=5).hexdigest()
    return f"osawatch-{key}"


def _key(profile: Path, *, on: bool) -> None:
    run = _run()
    if on:
        run.setValue(_name(profile), " ".join(f'"{word}"' for word in command(profile)))
    else:
        run.remove(_name(profile))
    run.sync()


def _run() -> QSettings:
    return QSettings(RUN, QSettings.Format.NativeFormat)
