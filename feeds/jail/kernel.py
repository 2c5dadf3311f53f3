"""Linux' own walls, by its system calls: which files, and that no socket, program or signal.

Landlock (Linux 5.13 and newer) names the folders that may be read; nothing may be written but in
one folder, where the task needs one.
A seccomp filter (x86-64 and ARM64) refuses the calls of `DENIED` with «not permitted».
Sources: landlock(7), seccomp(2), the kernel's tables of system calls.
"""

from __future__ import annotations

import ctypes
import os
import platform
import struct
from collections.abc import Iterable, Iterator
from pathlib import Path

READ_FILE, READ_DIR = 1 << 2, 1 << 3
# write a file, read it and its folder, remove both, make both, cut a file short
KEEP = 1 << 1 | READ_FILE | READ_DIR | 1 << 4 | 1 << 5 | 1 << 7 | 1 << 8 | 1 << 14
# what a Landlock version knows of: rights on files, on the network (TCP), scopes
KNOWN = ((1, 0x1FFF, 0, 0), (2, 0x3FFF, 0, 0), (3, 0x7FFF, 0, 0), (4, 0x7FFF, 3, 0),
         (5, 0xFFFF, 3, 0), (6, 0xFFFF, 3, 3))  # fmt: skip
NO_NEW_PRIVILEGES, SECCOMP, FILTER = 38, 22, 2
CREATE_RULESET, ADD_RULE, RESTRICT_SELF = 444, 445, 446
ALLOW, REFUSE = 0x7FFF0000, 0x00050000 | 1  # EPERM
MACHINES = {"x86_64": 0xC000003E, "aarch64": 0xC00000B7}
DENIED = {
    # socket connect accept sendto sendmsg bind listen socketpair fork vfork execve kill ptrace
    # process_vm_readv process_vm_writev execveat pidfd_send_signal io_uring_setup pidfd_open
    "x86_64": (41, 42, 43, 44, 46, 49, 50, 53, 57, 58, 59, 62, 101, 310, 311, 322, 424, 425, 434),
    "aarch64": (198, 203, 202, 206, 211, 200, 201, 199, 221, 129, 117, 270, 271, 281, 424, 425,
                434),
}  # fmt: skip


def only_reading(folders: Iterable[Path], room: str = "") -> bool:
    """No file but what stands in these folders, and that for reading; False = cannot be had.

    In `room` files may be made and changed.
    """
    libc = ctypes.CDLL(None, use_errno=True)
    version = libc.syscall(CREATE_RULESET, None, 0, 1)
    if version < 1:
        return False
    _, files, network, scopes = KNOWN[min(version, len(KNOWN)) - 1]
    asked = struct.pack("QQQ", files, network, scopes)[
        : 8 if version < 4 else 16 + 8 * (version > 5)
    ]
    rules = libc.syscall(CREATE_RULESET, asked, len(asked), 0)
    if rules < 0:
        return False
    try:
        for folder in folders:
            _may(libc, rules, folder, READ_FILE | READ_DIR)
        if room:
            _may(libc, rules, Path(room), KEEP & files)
        _no_new_privileges(libc)
        return bool(libc.syscall(RESTRICT_SELF, rules, 0) == 0)
    finally:
        os.close(rules)


def _may(libc: ctypes.CDLL, rules: int, path: Path, rights: int) -> None:
    try:
        opened = os.open(path, os.O_PATH | os.O_CLOEXEC)  # type: ignore[attr-defined,unused-ignore]
    except OSError:
        return  # not on this machine: nothing to allow
    try:
        rights = rights if path.is_dir() else READ_FILE
        libc.syscall(ADD_RULE, rules, 1, struct.pack("=Qi", rights, opened), 0)
    finally:
        os.close(opened)


def no_calls_out() -> bool:
    """No socket, no other program, no signal to one; False = not on this kind of machine."""
    machine = platform.machine()
    if machine not in MACHINES:
        return False
    program = b"".join(_filter(MACHINES[machine], DENIED[machine]))
    held = ctypes.create_string_buffer(program, len(program))
    head = struct.pack("HxxxxxxP", len(program) // 8, ctypes.addressof(held))
    libc = ctypes.CDLL(None, use_errno=True)
    _no_new_privileges(libc)
    return bool(libc.prctl(SECCOMP, FILTER, head, 0, 0) == 0)


def _filter(machine: int, denied: tuple[int, ...]) -> Iterator[bytes]:
    """A program for the kernel: calls of another machine and those denied are refused."""
    last = len(denied) + 1  # the place of «refuse», counted from the first comparison of a number
    yield _step(0x20, 0, 0, 4)  # load the machine
    yield _step(0x15, 1, 0, machine)
    yield _step(0x06, 0, 0, REFUSE)
    yield _step(0x20, 0, 0, 0)  # load the number of the call
    yield _step(0x35, last, 0, 0x40000000)  # the 32-bit calls of x86-64
    for place, number in enumerate(denied):
        yield _step(0x15, last - 1 - place, 0, number)
    yield _step(0x06, 0, 0, ALLOW)
    yield _step(0x06, 0, 0, REFUSE)


def _step(code: int, yes: int, no: int, value: int) -> bytes:
    return struct.pack("=HBBI", code, yes, no, value)


def _no_new_privileges(libc: ctypes.CDLL) -> None:
    libc.prctl(NO_NEW_PRIVILEGES, 1, 0, 0, 0)
