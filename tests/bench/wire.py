"""A line to a server that counts what goes over it and can be cut at any byte."""

from __future__ import annotations

import socket
import threading
from contextlib import suppress


class Wire:
    """A relay on a port of its own. `cut` breaks all connections in the middle."""

    def __init__(self, port: int) -> None:
        self._target, self._open, self._guard = port, set[socket.socket](), threading.Lock()
        self.up = self.down = self.cuts = 0
        self._door = socket.create_server(("127.0.0.1", 0))
        self.port = self._door.getsockname()[1]
        threading.Thread(target=self._listen, daemon=True).start()

    def cut(self) -> None:
        with self._guard:
            found, self._open = self._open, set()
        self.cuts += len(found) // 2
        for one in found:
            with suppress(OSError):
                one.shutdown(socket.SHUT_RDWR)

    def close(self) -> None:
        self._door.close()
        self.cut()

    def _listen(self) -> None:
        with suppress(OSError):
            while True:
                near, _ = self._door.accept()
                try:
                    far = socket.create_connection(("127.0.0.1", self._target))
                except OSError:
                    near.close()
                    continue
                with self._guard:
                    self._open |= {near, far}
                threading.Thread(target=self._carry, args=(near, far, True), daemon=True).start()
                threading.Thread(target=self._carry, args=(far, near, False), daemon=True).start()

    def _carry(self, source: socket.socket, target: socket.socket, up: bool) -> None:
        with suppress(OSError):
            while body := source.recv(1 << 16):
                target.sendall(body)
                with self._guard:
                    self.up += len(body) if up else 0
                    self.down += 0 if up else len(body)
        with self._guard:
            self._open -= {source, target}
        for one in (source, target):
            with suppress(OSError):
                one.shutdown(socket.SHUT_RDWR)
            one.close()
