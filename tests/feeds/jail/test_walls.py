"""What the process that reads cannot do: each tried by a process that put up the walls."""

from __future__ import annotations

import os
import platform
import subprocess
import sys
from pathlib import Path

import pytest

from feeds.jail import kernel

ROOT = Path(__file__).parents[3]
START = """
import os, sys
from feeds.jail import tasks, walls
keep = os.dup(1)
tasks.ready()
names = walls.raised(walls.Walls(256 << 20, room=os.environ.get("ROOM", "")))
def tell(text):
    os.write(keep, str(text).encode())
def refused(call, *args):
    try:
        call(*args)
    except (OSError, MemoryError) as error:
        return type(error).__name__
    return "allowed"
"""
pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the walls are Linux'")


def tried(code: str, *args: str) -> str:
    done = subprocess.run(  # noqa: S603 # our own code
        [sys.executable, "-c", START + code, *args],
        capture_output=True, text=True, check=True, env=os.environ | {"PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    return done.stdout


NAMES = tried("tell(' '.join(names))").split() if sys.platform == "linux" else []
landlock = pytest.mark.skipif("files" not in NAMES, reason="this kernel has no Landlock")
seccomp = pytest.mark.skipif("network" not in NAMES, reason="no filter for this machine")


def test_memory_writing_descriptors_and_core_files_are_always_limited() -> None:
    assert {"memory", "writing", "descriptors", "core"} <= {*NAMES}
    assert ("network" in NAMES) == (platform.machine() in kernel.MACHINES)


@landlock
def test_a_file_of_the_user_cannot_be_read(tmp_path: Path) -> None:
    secret = tmp_path / "osawatch.db"
    secret.write_text("notes")
    assert tried("tell(refused(open, sys.argv[1]))", str(secret)) == "PermissionError"


@landlock
def test_a_folder_of_the_user_cannot_be_listed_and_nothing_made_in_it(tmp_path: Path) -> None:
    assert tried("tell(refused(os.listdir, sys.argv[1]))", str(tmp_path)) == "PermissionError"
    assert tried("tell(refused(os.mkdir, sys.argv[1] + '/a'))", str(tmp_path)) == "PermissionError"
    assert tried("tell(refused(os.open, '/proc/self/environ', 0))") == "PermissionError"


def test_nothing_can_be_written_to_a_file(tmp_path: Path) -> None:
    code = "tell(refused(lambda: os.write(os.open(sys.argv[1], os.O_CREAT | os.O_RDWR), b'x')))"
    assert tried(code, str(tmp_path / "a")) in ("PermissionError", "OSError")


@seccomp
def test_no_socket_can_be_made_and_no_program_started() -> None:
    assert tried("import socket; tell(refused(socket.socket))") == "PermissionError"
    assert tried("tell(refused(os.execv, '/bin/true', ['true']))") == "PermissionError"
    assert tried("tell(refused(os.kill, os.getppid(), 0))") == "PermissionError"


def test_memory_beyond_the_limit_is_not_to_be_had() -> None:
    assert tried("tell(refused(bytearray, 300 << 20))") == "MemoryError"


def test_an_import_that_comes_late_still_finds_its_file() -> None:
    assert tried("import colorsys, sqlite3; tell('here')") == "here"


def test_what_libraries_print_reaches_nobody() -> None:
    assert tried("print('a title of a stranger', flush=True); tell('end')") == "end"
