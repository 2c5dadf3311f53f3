"""The walls of the process that reads: memory, time, files, network. It puts them up itself.

Each wall that stands is named; where the system has none, its name is missing and nobody believes
in it. Windows has none of these: there the process apart and its owner's patience hold alone.
"""

from __future__ import annotations

import os
import sys
import sysconfig
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import feeds

if sys.platform != "win32":
    import resource

SPARE_FILES = 32
ROOM_FILES, ROOM_LARGEST = 256, 1 << 36  # descriptors, bytes of a file, where some may be made
SYSTEM = ("/usr/share/zoneinfo", "/usr/lib", "/lib", "/lib64", "/usr/lib64", "/etc/ld.so.cache",
          "/dev/null", "/dev/urandom")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Walls:
    """Bytes more than are in use now; what may be read beside the program; where to write."""

    memory: int
    files: tuple[str, ...] = ()
    room: str = ""


def raised(around: Walls) -> tuple[str, ...]:
    """Put up all walls there are; their names.

    The kernel's walls stand around the thread that puts them up and those it starts: if there are
    others already, they are left out.
    """
    _hush()
    if sys.platform == "win32":
        return ()
    names = [*_limits(around)]
    if sys.platform == "linux" and _alone():
        from feeds.jail import kernel

        readable = [*_code(), *map(Path, around.files)]
        names += ["files"] if kernel.only_reading(readable, around.room) else []
        names += ["network"] if kernel.no_calls_out() else []
    return tuple(names)


def may_compute(seconds: int) -> None:
    """So much processor time from now on; then the system ends this process."""
    if sys.platform != "win32":
        used = resource.getrusage(resource.RUSAGE_SELF)
        limit = int(used.ru_utime + used.ru_stime) + 1 + seconds
        resource.setrlimit(resource.RLIMIT_CPU, (limit, resource.RLIM_INFINITY))


def _hush() -> None:
    """What libraries print may be a stranger's text: no terminal and no journal gets it."""
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(nowhere, stream)
    os.close(nowhere)
    sys.dont_write_bytecode = True


def _code() -> list[Path]:
    """Where the program and its libraries stand: an import may still come."""
    folders = [*map(Path, SYSTEM), *map(Path, feeds.__path__)]
    folders += [Path(sysconfig.get_path(name)) for name in ("stdlib", "platstdlib", "purelib",
                                                           "platlib")]  # fmt: skip
    packed = getattr(sys, "_MEIPASS", "")  # where a packaged program keeps its own
    return [*folders, Path(packed)] if packed else folders


def _alone() -> bool:
    """Whether this is the only thread; where nobody says so, it is believed."""
    with suppress(OSError):
        return len(list(Path("/proc/self/task").iterdir())) == 1
    return True


if sys.platform != "win32":

    def _limits(around: Walls) -> list[str]:
        found = []
        spare = ROOM_FILES if around.room else SPARE_FILES
        for name, kind, most in (
            ("memory", resource.RLIMIT_AS, _mapped() + around.memory),
            ("writing", resource.RLIMIT_FSIZE, ROOM_LARGEST if around.room else 0),
            ("descriptors", resource.RLIMIT_NOFILE, _highest() + spare),
            ("core", resource.RLIMIT_CORE, 0),
        ):
            with suppress(ValueError, OSError):
                resource.setrlimit(kind, (most, most))
                found.append(name)
        return found

    def _mapped() -> int:
        """Bytes of address space in use; where nobody says so, what a fresh one takes."""
        with suppress(OSError, ValueError, IndexError):
            pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
            return pages * os.sysconf("SC_PAGE_SIZE")
        return 1 << 30

    def _highest() -> int:
        return max((fd for fd in range(256) if _is_open(fd)), default=3)

    def _is_open(fd: int) -> bool:
        try:
            os.fstat(fd)
        except OSError:
            return False
        return True
