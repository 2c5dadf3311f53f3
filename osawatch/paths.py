"""Where a profile keeps its files; all of them readable by their owner alone."""

from __future__ import annotations

import logging
import os
from dataclasses import dataclass
from pathlib import Path

import platformdirs

from osawatch.errors import ProfileError

log = logging.getLogger(__name__)


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


def lies_in(path: Path, folder: Path) -> bool:
    """Whether a file is in a folder, wherever links lead."""
    return real(path).is_relative_to(real(folder))


def real(path: Path) -> Path:
    """Where a path leads. `Path.resolve` ends a program on a link that leads to itself."""
    return Path(os.path.realpath(path))


def below(folder: Path) -> list[Path]:
    """The files in a folder somebody gave, by their names: none that is hidden.

    Nor one that a link leads out of it: such a folder could bring a post's own files among the
    news, and from there to other desks.
    """
    found = []
    for path in sorted(folder.rglob("*")):
        if any(part.startswith(".") for part in path.relative_to(folder).parts):
            continue
        if path.is_symlink() and not lies_in(path, folder):
            log.warning("a link that leads out of its folder is not read: %s", path.name)
        elif path.is_file():
            found.append(path)
    return found


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
