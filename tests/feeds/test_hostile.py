"""One poll of everything that goes wrong in the world: each source ends with its own word, in its
own time, the good ones lose nothing, and memory stays flat.

The attacks come from real servers on this machine; tests/hostile_poll.py polls them from a process
of its own, through the core, as the program does.
"""

from __future__ import annotations

import multiprocessing
import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from email.utils import format_datetime
from pathlib import Path

import pytest

from feeds.model import SourceSpec
from osawatch.model import PollResult
from tests import hostile_poll
from tests.fakes import NOON
from tests.hostile import Hostile, HostileHandler, expired, hostile_server, self_signed
from tests.hostile_poll import DEADLINE, Found
from tests.servers import rss

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform != "linux", reason="peak memory is read from /proc"),
    pytest.mark.skipif(not shutil.which("openssl"), reason="openssl makes the certificates"),
]

HEAD = b'<?xml version="1.0" encoding="UTF-8"?>'
CHANNEL = b'<rss version="2.0"><channel><title>T</title>'
TAIL = b"</channel></rss>"
LATER = format_datetime(NOON + timedelta(days=4000))
LAUGHS = b"".join(b'<!ENTITY l%d "%s">' % (n, b"&l%d;" % (n - 1) * 10) for n in range(1, 10))
GOOD = 5
ENTRIES = 12

# Each attack: its path, the word it ends with, and a part of what is said of it.
ATTACKS = {
    "/drip": ("timeout", "not complete within"),
    "/drip-head": ("timeout", "not complete within"),
    "/silent": ("timeout", "not complete within"),
    "/bomb": ("too_big", "unpacked"),
    "/bomb-hidden": ("too_big", "unpacked"),
    "/bomb-inside": ("damaged", "packed twice"),
    "/bomb-members": ("too_big", "unpacked"),
    "/brotli": ("damaged", "'br' was not asked for"),
    "/brotli-hidden": ("not_a_feed", ""),
    "/zstd": ("damaged", "'zstd' was not asked for"),
    "/huge": ("too_big", "on the wire"),
    "/announced": ("too_big", "announces"),
    "/flood-early": ("too_big", "on the wire"),
    "/loop": ("redirect", "more than 5"),
    "/loop-308": ("redirect", "more than 5"),
    "/to-metadata": ("private_address", "169.254.169.254"),
    "/to-inside": ("private_address", "10.1.2.3"),
    "/to-file": ("redirect", "file"),
    "/short": ("damaged", "complete message body"),
    "/short-chunk": ("damaged", "incomplete chunked read"),
    "/short-xml": ("damaged", ""),
    "/nothing": ("http_error", "without sending a response"),
    "/xxe": ("damaged", ""),
    "/laughs": ("damaged", ""),
    "/nested": ("damaged", ""),
    "/page": ("not_a_feed", ""),
    "/guard": ("blocked", "captcha"),
    "/busy": ("rate_limited", LATER[:20]),
    "/gone": ("gone", "410"),
}
WORLD = {
    "inside.example": ("private_address", "inside.example is 127.0.0.1"),
    "rebinding.example": ("private_address", "rebinding.example is 127.0.0.1"),
}
SECURE = {
    "expired": ("tls", "expired"),
    "wrong-host": ("tls", "not valid for"),
}
LATIN = "Kobalt für Köln".encode("latin-1")


@dataclass(frozen=True, slots=True)
class World:
    """What was found, and what the server saw."""

    found: Found
    hits: list[str]

    def __getitem__(self, name: str) -> PollResult:
        return next(one for one in self.found.results if one.id == name)


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    folder = tmp_path_factory.mktemp("tls")
    old, other = expired(folder), self_signed(folder, "elsewhere.example")
    trusted = folder / "trusted.pem"
    trusted.write_bytes(old.read_bytes() + other.read_bytes())
    with hostile_server() as plain, hostile_server(old) as late, hostile_server(other) as wrong:
        _arm(plain)
        good = [_spec(f"good-{n}", plain.url(f"/good-{n}")) for n in range(GOOD)]
        bad = [_spec(_name(path), plain.url(path)) for path in ATTACKS]
        bad += [_spec(host, plain.url("/turn", host), local=False) for host in WORLD]
        bad += [_spec("expired", late.url("/ok", "localhost"))]
        bad += [_spec("wrong-host", wrong.url("/ok", "localhost"))]
        bad += [_spec("mislabelled", plain.url("/mislabelled"))]
        yield World(_polled(good, bad, trusted), [hit.path for hit in plain.hits])


def _polled(good: list[SourceSpec], bad: list[SourceSpec], trusted: Path) -> Found:
    context = multiprocessing.get_context("spawn")
    here, there = context.Pipe(duplex=False)
    child = context.Process(target=hostile_poll.poll, args=(there, good, bad, trusted))
    child.start()
    there.close()
    try:
        found: Found = here.recv()
        return found
    finally:
        child.join()
        here.close()


def _spec(name: str, url: str, *, local: bool = True) -> SourceSpec:
    return SourceSpec(name, name, url, publisher=name, language="en", grade="B", local=local)


def _name(path: str) -> str:
    return path.strip("/")


def _arm(plain: Hostile) -> None:
    for n, name in enumerate(("0-warm", *range(GOOD))):
        body = rss(n, ENTRIES, NOON - timedelta(hours=ENTRIES))
        plain.serve(f"/good-{name}", body=body, Content_Type="application/rss+xml")
    plain.answers["/huge"] = _huge
    plain.serve("/brotli-hidden", body=b"\xce\xff\xff\x43" * 100)
    plain.serve("/loop-308", 308, Location="/loop-308")
    plain.serve("/to-inside", 302, Location="http://10.1.2.3/feed")
    plain.serve("/turn", 302, Location="/secret", Connection="close")
    plain.serve("/secret", body=rss(9, 3))
    plain.serve("/busy", 429, Retry_After=LATER)
    plain.serve("/gone", 410)
    plain.serve("/page", body=b"<!doctype html><title>News</title><p>All is well.</p>")
    plain.serve("/guard", body=b"<!doctype html><title>One moment</title><p>Solve the captcha")
    _arm_texts(plain)


def _arm_texts(plain: Hostile) -> None:
    item = b"<item><title>%s</title><guid>1</guid></item>"
    thief = b'<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    laughs = b'<!DOCTYPE rss [<!ENTITY l0 "ha">' + LAUGHS + b"]>"
    plain.serve("/xxe", body=HEAD + thief + CHANNEL + item % b"&x;" + TAIL)
    plain.serve("/laughs", body=HEAD + laughs + CHANNEL + item % b"&l9;" + TAIL)
    plain.serve("/nested", body=HEAD + CHANNEL + b"<item>" + b"<a>" * 200_000)
    plain.serve("/short-xml", body=rss(3, 40)[:-5_000])
    plain.serve("/mislabelled", body=HEAD + CHANNEL + item % LATIN + TAIL)


def _huge(handler: HostileHandler) -> None:
    """A feed of 60 MB that does not say how long it is."""
    entry = b"<item><title>Report</title><description>%s</description></item>" % (b"x" * 65_536)
    handler.pour((b"HTTP/1.1 200 OK\r\n\r\n" + HEAD + CHANNEL, *[entry] * 915), 0.0)


@pytest.mark.parametrize(
    ("name", "outcome", "said"),
    [(_name(one), *told) for one, told in (ATTACKS | WORLD | SECURE).items()],
)
def test_each_source_ends_with_its_own_word_in_its_own_time(
    world: World, name: str, outcome: str, said: str
) -> None:
    result = world[name]

    assert result.outcome == outcome, result.detail
    assert said in result.detail
    assert result.new == 0 or name == "short-xml"
    assert result.bytes <= (4 << 20) + (64 << 10)
    assert result.seconds < DEADLINE * 2


def test_the_good_sources_of_the_same_poll_lose_nothing(world: World) -> None:
    results = [world[f"good-{n}"] for n in range(GOOD)]

    assert {one.outcome for one in results} == {"ok"}
    assert [one.new for one in results] == [ENTRIES] * GOOD
    assert world.found.doctor == ()


def test_what_is_whole_in_a_feed_that_breaks_off_is_kept(world: World) -> None:
    assert (
        world["short-xml"].new == 28
    )  # of 40: the tail of 5 kB held eleven, and one was cut in two


def test_a_feed_that_lies_about_its_encoding_is_read(world: World) -> None:
    assert (world["mislabelled"].outcome, world["mislabelled"].new) == ("ok", 1)


def test_nothing_inside_was_ever_asked(world: World) -> None:
    assert "/secret" not in world.hits
    assert set(world.found.connected) == {"127.0.0.1", hostile_poll.OPEN}


def test_memory_stays_flat(world: World) -> None:
    assert world.found.grown < 50 << 10, f"grew by {world.found.grown >> 10} MB"
