"""Where a profile keeps its files; all of them readable by their owner alone."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

import platformdirs

from osawatch.errors import ProfileError


@dataclass(frozen=True, slots=True)
class Profile:
    """The files of one profile folder."""

    folder: Path

    @property
    def database(self) -> Path:
        """The store."""
        return self.folder / "osawatch.db"

    @property
    def settings(self) -> Path:
        """The settings, readable before the store is open."""
        return self.folder / "settings.json"

    @property
    def window(self) -> Path:
        """Where the window stood and how large it was; nothing else."""
        return self.folder / "window.bin"

    @property
    def log(self) -> Path:
        """The newest log file."""
        return self.folder / "logs" / "osawatch.log"

    @property
    def lock(self) -> Path:
        """Held by whoever polls."""
        return self.folder / "poll.lock"


def profile_folder(chosen: Path | None = None) -> Path:
    """The folder asked for, else OSAWATCH_PROFILE, else the system's place for user data."""
    if chosen is not None:
        return chosen
    named = os.environ.get("OSAWATCH_PROFILE", "")
    return Path(named) if named else platformdirs.user_data_path("osawatch", appauthor=False)


def prepare(folder: Path) -> Profile:
    """Make the folder when it is missing, closed to others, with all that is made in it later."""
    os.umask(0o077)
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise ProfileError(folder, f"cannot be made: {error.strerror}") from error
    if not os.access(folder, os.R_OK | os.W_OK | os.X_OK):
        raise ProfileError(folder, "cannot be read and written")
    return Profile(folder.resolve())
