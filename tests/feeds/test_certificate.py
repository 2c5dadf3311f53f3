"""A client certificate is shown to the hosts that may see it, and to no other."""

from __future__ import annotations

import socket
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from feeds.fetch import Fetcher, Request, Response
from feeds.pools import Certificate
from tests.hostile import FEED

HOST = "api.example"


@pytest.fixture(scope="module")
def pem(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One self-signed certificate: authority, server and client in one."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, HOST)])
    now = datetime.now(UTC)
    names = [x509.DNSName(HOST), x509.DNSName("other.example")]
    made = (
        x509.CertificateBuilder()
        .subject_name(name).issuer_name(name).public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1)).not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName(names), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )  # fmt: skip
    path = tmp_path_factory.mktemp("keys") / "both.pem"
    plain = serialization.NoEncryption()
    form = serialization.PrivateFormat.PKCS8
    body = key.private_bytes(serialization.Encoding.PEM, form, plain)
    path.write_bytes(made.public_bytes(serialization.Encoding.PEM) + body)
    return path


@contextmanager
def serving(pem: Path, seen: list[bool]) -> Iterator[int]:
    """Asks for a certificate and lets everybody in; notes whether one was shown."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(pem)
    context.load_verify_locations(pem)
    context.verify_mode = ssl.CERT_OPTIONAL
    with socket.create_server(("127.0.0.1", 0)) as listening:
        listening.settimeout(0.2)
        over = threading.Event()

        def serve() -> None:
            while not over.is_set():
                try:
                    plain, _ = listening.accept()
                    with context.wrap_socket(plain, server_side=True) as one:
                        one.recv(65536)
                        seen.append(bool(one.getpeercert()))
                        head = f"HTTP/1.1 200 OK\r\nContent-Length: {len(FEED)}\r\n\r\n"
                        one.sendall(head.encode() + FEED)
                except OSError:
                    continue

        thread = threading.Thread(target=serve, daemon=True)
        thread.start()
        yield listening.getsockname()[1]
        over.set()
        thread.join(2)


def here(_host: str, port: int, **_more: object) -> list[Any]:
    return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", port))]


def ask(pem: Path, host: str, certificate: Certificate, seen: list[bool]) -> Response:
    with serving(pem, seen) as port:
        fetcher = Fetcher(resolver=here, certificate=certificate, spacing=0)
        try:
            return fetcher.fetch(Request(f"https://{host}:{port}/", deadline=10))
        finally:
            fetcher.close()


@pytest.fixture(autouse=True)
def trusting(pem: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """This machine stands for the world, and trusts the authority of this test."""
    monkeypatch.setattr("feeds.pools.public", lambda _ip: True)
    monkeypatch.setenv("SSL_CERT_FILE", str(pem))


def test_a_host_that_may_see_it_is_shown_the_certificate(pem: Path) -> None:
    seen: list[bool] = []
    answer = ask(pem, HOST, Certificate(str(pem), (HOST,)), seen)
    assert (answer.outcome, seen) == ("ok", [True])


def test_another_host_that_asks_for_it_is_shown_none(pem: Path) -> None:
    seen: list[bool] = []
    answer = ask(pem, "other.example", Certificate(str(pem), (HOST,)), seen)
    assert (answer.outcome, seen) == ("ok", [False])


def test_a_certificate_that_cannot_be_read_is_told_and_nothing_is_asked(pem: Path) -> None:
    seen: list[bool] = []
    answer = ask(pem, HOST, Certificate("/nowhere/mine.pem", (HOST,)), seen)
    assert (answer.outcome, seen) == ("tls", [])
    assert "/nowhere/mine.pem" in answer.detail
