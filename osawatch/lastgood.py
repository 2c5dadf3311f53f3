"""The last good version of each file of the post's own: what goes on when a save breaks one.

    load -> no error in a file: its copy under <profile>/.last-good/ is renewed
         -> an error: the copy is loaded in its place, and the error is told as it stands

A file without a good copy loses only the rules and entries that have an error. Copies survive a
restart; that of a file that is gone goes too. A copy that cannot be written stops nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from osawatch import sealed

if TYPE_CHECKING:
    from rules.load import Pack
    from rules.model import Finding

FOLDER = ".last-good"  # hidden: whoever reads the whole folder passes it over
Swaps = Mapping[Path, Path]


def settled(folder: Path, files: Sequence[Path], load: Callable[[Swaps], Pack]) -> Pack:
    """The pack, with the last good version of each file that has an error now.

    `load` makes a pack with some files exchanged for others. The findings name the files as
    they stand; what the exchanged version itself says is left out.
    """
    forget(folder, files)
    pack = load({})
    bad = {one.file for one in pack.findings if one.level == "error"}
    swaps = {
        file: copy
        for file in files
        if str(file) in bad and (copy := copy_of(folder, file)).is_file()
    }
    for file in files:
        if str(file) not in bad:
            keep(folder, file)
    if not swaps:
        return pack
    second = load(swaps)
    copies = {str(copy) for copy in swaps.values()}
    told = [one for one in pack.findings if one.file in bad]
    also = [one for one in second.findings if one.file not in copies | bad]
    return replace(second, findings=(*map(_going_on(swaps), told), *also))


def copy_of(folder: Path, file: Path) -> Path:
    """Where the last good version of a file of this profile is kept."""
    return folder / FOLDER / file.relative_to(folder)


def keep(folder: Path, file: Path) -> None:
    """Make a file as it is now the good version."""
    copy = copy_of(folder, file)
    with suppress(OSError):
        body = sealed.read_bytes(file)
        if not (copy.is_file() and sealed.read_bytes(copy) == body):
            sealed.write_bytes(copy, body)


def forget(folder: Path, files: Sequence[Path]) -> None:
    """Drop the copies of rules and watchlists that are gone: they must not come back."""
    wanted = {copy_of(folder, file) for file in files}
    with suppress(OSError):
        for part in ("rules", "watchlist"):
            for copy in list((folder / FOLDER / part).glob("*.y*ml")):
                if copy not in wanted:
                    copy.unlink()


def _going_on(swaps: Swaps) -> Callable[[Finding], Finding]:
    swapped = {str(file) for file in swaps}

    def told(one: Finding) -> Finding:
        if one.level == "error" and one.file in swapped:
            return replace(one, message=f"{one.message} (the file's last good version goes on)")
        return one

    return told
