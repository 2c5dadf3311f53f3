"""A server that does what the worst servers of the world do, and one with a certificate."""

from __future__ import annotations

import gzip
import ssl
import subprocess
import threading
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from tests.servers import Handler, Hit, running

FEED = b'<?xml version="1.0"?><rss version="2.0"><channel><title>T</title></channel></rss>'
DATE = "Sun, 22 Nov 2037 10:00:00 GMT"
MEGABYTE = b"\0" * (1 << 20)


@cache
def bomb(megabytes: int = 200) -> bytes:
    """Zeros, packed a thousandfold."""
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    parts = [packer.compress(MEGABYTE) for _ in range(megabytes)]
    return b"".join([*parts, packer.flush()])


@dataclass
class Hostile:
    """Where the server stands, what it was asked, and answers that a test adds."""

    port: int = 0
    hits: list[Hit] = field(default_factory=list)
    answers: dict[str, Callable[[HostileHandler], None]] = field(default_factory=dict)
    closing: threading.Event = field(default_factory=threading.Event)
    scheme: str = "http"

    def url(self, path: str, host: str = "127.0.0.1") -> str:
        """An address on this server."""
        return f"{self.scheme}://{host}:{self.port}{path}"

    def serve(self, path: str, status: int = 200, body: bytes = b"", **headers: str) -> str:
        """Answer a path like this from now on; the result is its address."""
        self.answers[path] = lambda handler: handler.answer(status, body, **headers)
        return self.url(path)

    def raw(self, path: str, *pieces: bytes, pause: float = 0.0) -> str:
        """Send these very bytes, with a pause between them, and hang up."""
        self.answers[path] = lambda handler: handler.pour(pieces, pause)
        return self.url(path)


class HostileHandler(Handler):
    """Answers from the table of its server."""

    hostile: Hostile

    def do_GET(self) -> None:
        self.hostile.hits.append(Hit(self.path, 0, self.seen()))
        found = self.hostile.answers.get(self.path)
        if found is None:
            return self.answer(404)
        return found(self)

    def pour(self, pieces: tuple[bytes, ...], pause: float) -> None:
        self.close_connection = True
        for piece in pieces:
            self.wfile.write(piece)
            if pause and self.hostile.closing.wait(pause):
                return


@contextmanager
def hostile_server(certificate: Path | None = None) -> Iterator[Hostile]:
    """The server, with its attacks in place: see `arm`. With a certificate it speaks TLS."""
    hostile = Hostile(scheme="https" if certificate else "http")
    handler = type("Armed", (HostileHandler,), {"hostile": hostile})
    with running(handler) as server:
        if certificate:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(certificate)
            server.socket = context.wrap_socket(
                server.socket, server_side=True, do_handshake_on_connect=False
            )
        hostile.port = server.server_address[1]
        arm(hostile)
        try:
            yield hostile
        finally:
            hostile.closing.set()


def arm(hostile: Hostile) -> None:
    """Put the known attacks in place."""
    _arm_bodies(hostile)
    _arm_wire(hostile)
    _arm_redirects(hostile)


def _arm_bodies(hostile: Hostile) -> None:
    hostile.serve("/ok", body=FEED, ETag='"v1"', Last_Modified=DATE)
    hostile.serve("/bomb", body=bomb(), Content_Encoding="gzip")
    hostile.serve("/bomb-hidden", body=bomb())
    hostile.serve("/bomb-double", body=gzip.compress(bomb()), Content_Encoding="gzip, gzip")
    hostile.serve("/bomb-inside", body=gzip.compress(bomb()), Content_Encoding="gzip")
    hostile.serve("/bomb-members", body=bomb(12) * 20, Content_Encoding="gzip")
    hostile.serve("/brotli", body=b"\xce\xff\xff\x43" * 100, Content_Encoding="br")
    hostile.serve("/zstd", body=b"\x28\xb5\x2f\xfd" * 100, Content_Encoding="zstd")
    hostile.serve("/big", body=b"x" * (6 << 20))


def _arm_wire(hostile: Hostile) -> None:
    head = b"HTTP/1.1 200 OK\r\n"
    hostile.raw("/endless", head + b"\r\n", *[b"x" * (1 << 16)] * 2_000)
    hostile.raw("/announced", head + b"Content-Length: 99999999999999999999\r\n\r\n")
    hostile.raw("/drip", head + b"\r\n", *[b"x"] * 600, pause=0.1)
    hostile.raw("/drip-head", head, *[b"X-A: b\r\n"] * 600, pause=0.1)
    hostile.raw("/flood-head", head, *[b"X-%d: b\r\n" % n for n in range(60_000)])
    hostile.raw("/flood-early", *[b"HTTP/1.1 103 Early\r\nLink: </a>\r\n\r\n" * 1_000] * 600)
    hostile.raw("/short", head + b"Content-Length: 5000\r\n\r\n" + FEED)
    chunk = b"%x\r\n%s\r\n" % (len(FEED), FEED)
    hostile.raw("/short-chunk", head + b"Transfer-Encoding: chunked\r\n\r\n" + chunk)
    hostile.raw("/nothing")
    hostile.raw("/not-http", b"220 mail.example ESMTP\r\n")
    hostile.raw("/silent", b"", pause=30.0)


def _arm_redirects(hostile: Hostile) -> None:
    hostile.serve("/loop", 302, Location="/loop")
    hostile.serve("/to-file", 302, Location="file:///etc/passwd")
    hostile.serve("/to-metadata", 302, Location="http://169.254.169.254/latest/meta-data/")
    hostile.serve("/to-password", 302, Location="http://user:pw@127.0.0.1/")
    hostile.serve("/to-port", 302, Location="http://127.0.0.1:25/")
    hostile.serve("/to-nowhere", 302)
    hostile.serve("/to-nonsense", 301, Location="http://[::1")
    hostile.serve("/moved", 301, Location="/ok")


ATTACKS = (
    "/bomb", "/bomb-hidden", "/bomb-double", "/bomb-inside", "/bomb-members", "/brotli", "/zstd",
    "/big", "/endless", "/announced", "/flood-head", "/flood-early", "/short", "/short-chunk",
    "/nothing", "/not-http", "/loop", "/to-file", "/to-metadata", "/to-password", "/to-port",
    "/to-nowhere", "/to-nonsense",
)  # fmt: skip


def self_signed(folder: Path, name: str = "localhost") -> Path:
    """A certificate with its key in one file, made now by the openssl of this machine."""
    key, certificate = folder / "key.pem", folder / "certificate.pem"
    subprocess.run(  # noqa: S603
        ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256",  # noqa: S607
         "-nodes", "-keyout", key, "-out", certificate, "-days", "2", "-subj", f"/CN={name}",
         "-addext", f"subjectAltName=DNS:{name}"],
        check=True, capture_output=True,
    )  # fmt: skip
    both = folder / "both.pem"
    both.write_bytes(certificate.read_bytes() + key.read_bytes())
    return both


def expired(folder: Path) -> Path:
    """A certificate for localhost that ran out years ago, with its key in one file."""
    key, asked, made, settings = (folder / f"old-{one}" for one in ("key", "asked", "made", "ca"))
    settings.write_text(_AUTHORITY.format(folder=folder))
    (folder / "index").touch()
    for command in (
        ["req", "-new", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes",
         "-keyout", key, "-out", asked, "-subj", "/CN=localhost"],
        ["ca", "-batch", "-selfsign", "-notext", "-config", settings, "-keyfile", key,
         "-in", asked, "-out", made, "-startdate", "20200101000000Z",
         "-enddate", "20200201000000Z"],
    ):  # fmt: skip
        subprocess.run(["openssl", *command], check=True, capture_output=True)  # noqa: S603, S607
    both = folder / "old.pem"
    both.write_bytes(made.read_bytes() + key.read_bytes())
    return both


_AUTHORITY = """[ca]
default_ca = here
[here]
database = {folder}/index
new_certs_dir = {folder}
rand_serial = yes
default_md = sha256
policy = any
x509_extensions = names
[any]
commonName = supplied
[names]
subjectAltName = DNS:localhost
"""
