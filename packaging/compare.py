"""Are two builds the same, byte by byte? compare.py FIRST SECOND; exit 1 when they are not.

Each file of either folder gets a line: same or DIFFERS, its SHA-256 and its size. What differs is
opened (.deb, .rpm, wheel, tar) and the members that differ are named, up to `MOST` each.
"""

from __future__ import annotations

import hashlib
import subprocess
import sys
import tarfile
import tempfile
import zipfile
from pathlib import Path

MOST = 20
Members = dict[str, str]


def compared(first: Path, second: Path) -> tuple[list[str], bool]:
    """The lines of the report, and whether all is the same. Nothing at all is not the same."""
    names = sorted({one.name for folder in (first, second) for one in folder.iterdir()})
    told: list[str] = []
    for name in names:
        one, two = first / name, second / name
        if not (one.is_file() and two.is_file()):
            told.append(f"DIFFERS {name}: only in {first if one.exists() else second}")
        elif (sum_ := _sum(one)) == _sum(two):
            told.append(f"same    {name} {sum_} {one.stat().st_size}")
        else:
            told.append(f"DIFFERS {name} {sum_} {_sum(two)}")
            told += [f"        {line}" for line in _why(one, two)]
    return told, bool(names) and not any(line.startswith("DIFFERS") for line in told)


def _sum(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _why(one: Path, two: Path) -> list[str]:
    try:
        here, there = _members(one), _members(two)
    except (OSError, subprocess.CalledProcessError) as error:
        return [f"cannot be opened here: {error}"]
    names = sorted(name for name in here | there if here.get(name) != there.get(name))
    told = [f"{name}: {here.get(name, 'absent')} / {there.get(name, 'absent')}" for name in names]
    if not told:
        return ["the members are the same: order, times or compression differ"]
    return told[:MOST] + ([f"and {len(told) - MOST} more"] if len(told) > MOST else [])


def _members(path: Path) -> Members:
    """What is in an archive: of each member the start of its SHA-256, its mode and its time."""
    if tarfile.is_tarfile(path):  # first: a tar that ends with a wheel looks like a zip as well
        return _tar(path)
    if zipfile.is_zipfile(path):
        with zipfile.ZipFile(path) as archive:
            return {
                one.filename: f"{_short(archive.read(one))} {one.external_attr:o} {one.date_time}"
                for one in archive.infolist()
            }
    if path.suffix in (".deb", ".rpm"):
        with tempfile.TemporaryDirectory() as held:
            return _unpacked(path, Path(held) / "tar")
    lines = path.read_bytes().splitlines()
    return {f"line {number}": _short(line) for number, line in enumerate(lines, 1)}


def _unpacked(path: Path, tar: Path) -> Members:
    """A package by way of its own tool: `dpkg-deb`, or `rpm2archive`."""
    deb = path.suffix == ".deb"
    found: Members = {}
    for part in ("--ctrl-tarfile", "--fsys-tarfile") if deb else ("rpm",):
        words = ["dpkg-deb", part, str(path)] if deb else ["rpm2archive", "-n", "-"]
        with tar.open("wb") as out, path.open("rb") as file:
            subprocess.run(words, stdin=file, stdout=out, check=True)  # noqa: S603
        found |= {f"{part} {name}": told for name, told in _tar(tar).items()}
    return found


def _tar(path: Path) -> Members:
    with tarfile.open(path) as archive:
        return {one.name: _told(archive, one) for one in archive}


def _told(archive: tarfile.TarFile, one: tarfile.TarInfo) -> str:
    file = archive.extractfile(one) if one.isfile() else None
    held = _short(file.read()) if file else one.linkname
    return f"{held} {one.mode:o} {one.uid}:{one.gid} {one.mtime}"


def _short(body: bytes) -> str:
    return hashlib.sha256(body).hexdigest()[:12]


def main(first: str, second: str) -> int:
    """Print the report; 0 when all is the same."""
    told, same = compared(Path(first), Path(second))
    sys.stdout.write("\n".join([*told, "all the same" if same else "NOT the same", ""]))
    return 0 if same else 1


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:3]))
