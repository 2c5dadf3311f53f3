"""One window a profile: a second start brings the first one to the front and ends.

    start -> does a first one answer on the profile's own socket? -> yes: it comes forward, we end;
                                                                   a file we were given is its now
                                                                  -> no: its socket is stale, ours
The socket stands in a folder of this person alone, so nobody else can answer in its stead; where
there is no such folder, or it takes no socket, a second window opens, as it did before.
"""

from __future__ import annotations

import hashlib
import logging
import os
import sys
from pathlib import Path

from PySide6.QtCore import QLockFile, QObject, QStandardPaths, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

PATIENCE_MS = 2_000  # a first one that does not answer by then hangs: its place is taken
LONGEST = 100  # bytes of a socket's path that every system takes
ASK, ANSWER = b"raise\n", b"ok\n"  # after ASK may come a path, and END
END = b"\0"
LONGEST_ASKED = 8_192  # bytes; no path is longer
log = logging.getLogger(__name__)


class Single(QObject):
    """`asked` when another start wants the window that is open already, with its file or ""."""

    asked = Signal(str)

    def __init__(self, profile: Path, parent: QObject) -> None:
        super().__init__(parent)
        self.name = address(profile)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_connection)

    def first(self, file: str = "") -> bool:
        """Whether this is the only window of the profile; if not, the other one was called.

        `file`: what this start was to open, by its whole path; then the other one opens it.
        """
        if not self.name:
            return True
        guard = QLockFile(f"{self.name}.lock" if os.sep in self.name else _temporary(self.name))
        guard.tryLock(2 * PATIENCE_MS)  # two starts at once: one after the other
        try:
            if called(self.name, file):
                return False
            self._listen()
            return True
        finally:
            guard.unlock()

    def close(self) -> None:
        """Gives the place free."""
        self._server.close()

    def _listen(self) -> None:
        QLocalServer.removeServer(self.name)  # nobody answers there: it is of one that crashed
        if not self._server.listen(self.name):
            log.warning("no single window: %s", self._server.errorString())

    def _on_connection(self) -> None:
        while (socket := self._server.nextPendingConnection()) is not None:
            socket.readyRead.connect(lambda socket=socket: self._on_read(socket))
            socket.disconnected.connect(socket.deleteLater)
            if socket.bytesAvailable():
                self._on_read(socket)

    def _on_read(self, socket: QLocalSocket) -> None:
        words = bytes(socket.peek(LONGEST_ASKED).data())
        if not words.startswith(ASK) or len(words) == LONGEST_ASKED:
            socket.abort()
        elif words == ASK or words.endswith(END):  # else the rest is on its way
            socket.readAll()
            socket.write(ANSWER)
            socket.flush()
            self.asked.emit(os.fsdecode(words[len(ASK) :].removesuffix(END)))


def called(name: str, file: str = "") -> bool:
    """Whether a window answered there, and was asked to come to the front and open a file."""
    socket = QLocalSocket()
    socket.connectToServer(name)
    if not socket.waitForConnected(PATIENCE_MS):
        return False
    socket.write(ASK + os.fsencode(file) + END if file else ASK)
    socket.flush()
    heard = bytes(socket.readAll().data()) if socket.waitForReadyRead(PATIENCE_MS) else b""
    socket.disconnectFromServer()
    return heard.startswith(ANSWER)


def address(profile: Path) -> str:
    """The name of a profile's socket; "" = there is no safe place for one."""
    key = hashlib.blake2b(str(profile.resolve()).encode(), digest_size=10).hexdigest()
    if sys.platform == "win32":
        return f"osawatch-{key}"
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.RuntimeLocation)
    path = f"{folder}/osawatch-{key}"
    return path if folder and _mine(Path(folder)) and len(os.fsencode(path)) <= LONGEST else ""


def _mine(folder: Path) -> bool:
    try:
        known = folder.stat()
    except OSError:
        return False
    return known.st_uid == os.getuid() and known.st_mode & 0o077 == 0


def _temporary(name: str) -> str:
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.TempLocation)
    return f"{folder}/{name}.lock"
