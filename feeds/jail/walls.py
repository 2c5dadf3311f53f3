"""The walls of the process that reads: memory, time, files, network. It puts them up itself.

Each wall that stands is named; where the system has none, its name is missing and nobody believes
in it. Windows has none of these: there the process apart and its owner's patience hold alone.
"""

from __future__ import annotations

import importlib
import os
import pkgutil
import sys
import sysconfig
from contextlib import suppress
from pathlib import Path

import feeds

if sys.platform != "win32":
    import resource

SPARE_FILES = 32
NEEDED = ("feedparser", "pypdf", "python_calamine", "lxml.html")
SYSTEM = ("/usr/share/zoneinfo", "/usr/lib", "/lib", "/lib64", "/usr/lib64", "/etc/ld.so.cache",
          "/dev/null", "/dev/urandom")  # fmt: skip


def raised(memory: int) -> tuple[str, ...]:
    """Put up all walls there are; their names. `memory`: bytes more than are in use now."""
    _load()
    _hush()
    if sys.platform == "win32":
        return ()
    names = [*_limits(memory)]
    if sys.platform == "linux":
        from feeds.jail import kernel

        names += ["files"] if kernel.only_reading(_code()) else []
        names += ["network"] if kernel.no_calls_out() else []
    return tuple(names)


def may_compute(seconds: int) -> None:
    """So much processor time from now on; then the system ends this process."""
    if sys.platform != "win32":
        used = resource.getrusage(resource.RUSAGE_SELF)
        limit = int(used.ru_utime + used.ru_stime) + 1 + seconds
        resource.setrlimit(resource.RLIMIT_CPU, (limit, resource.RLIM_INFINITY))


def _load() -> None:
    """All readers, before files are out of reach."""
    for one in pkgutil.walk_packages(feeds.__path__, "feeds."):
        if one.name.startswith(("feeds.formats", "feeds.lists")):
            importlib.import_module(one.name)
    for name in NEEDED:
        importlib.import_module(name)


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


if sys.platform != "win32":

    def _limits(memory: int) -> list[str]:
        found = []
        for name, kind, most in (
            ("memory", resource.RLIMIT_AS, _mapped() + memory),
            ("writing", resource.RLIMIT_FSIZE, 0),
            ("descriptors", resource.RLIMIT_NOFILE, _highest() + SPARE_FILES),
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
