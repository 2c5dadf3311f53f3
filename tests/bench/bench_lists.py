"""Lists as they stream: XML to neutral records beside a bare lxml iterparse, and what it keeps.

    python -m tests.bench.bench_lists

Each list is a real sample whose records are repeated to 24 MB. The bare parse is iterparse over all
elements, cleared as they end, and nothing else; «by tag» stops at the records only. Ratios are
medians of five rounds of processor time in one run. Growth is the peak above what stood before the
first record was read, the bytes of the list themselves left out.
"""

from __future__ import annotations

import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path

from lxml import etree

from feeds.lists import csl, eu, ofac_xml, un
from feeds.lists.model import ListEntry
from tests.shared import SHARED

SIZE = 24 << 20
ROUNDS = 5
Read = Callable[[bytes], Iterator[ListEntry]]
LISTS: dict[str, tuple[str, Read, tuple[str, ...]]] = {
    "eu-fsf": (
        "eu_fsf/xmlFullSanctionsList_1_1_2022-03-18_1044entities.xml", eu.read,
        ("sanctionEntity",),
    ),
    "un-sc": ("un_sc/zr101_un_2026-08-01.xml", un.read, ("INDIVIDUAL", "ENTITY")),
    "ofac-cons": ("ofac_cons/consolidated.xml", ofac_xml.read, ("sdnEntry",)),
}  # fmt: skip


def main() -> None:
    if not SHARED.exists():
        print("the shared sample documents do not stand beside this checkout")
        return
    for name in LISTS:
        measure(name)
        print(f"{'':10s} {in_a_process_of_its_own(name)}")
    rows()


def measure(name: str) -> None:
    body, read, tags = repeated(name)
    ratios, by_tag = [], []
    for _ in range(ROUNDS):
        ours = timed(lambda: drain(read(body)))
        ratios.append(ours / timed(lambda: bare(body)))
        by_tag.append(ours / timed(lambda: bare(body, tags)))
    print(
        f"{name:10s} {len(body) / 1e6:.0f} MB, {drain(read(body))} records in {ours:.2f} s:"
        f" {statistics.median(ratios):.2f} x a bare iterparse"
        f" ({statistics.median(by_tag):.2f} x one that stops at records only)"
    )


def in_a_process_of_its_own(name: str, program: str = "tests.bench.bench_lists") -> str:
    with tempfile.NamedTemporaryFile() as file:
        file.write(repeated(name)[0])
        file.flush()
        words = [sys.executable, "-m", program, name, file.name]
        told = subprocess.run(words, capture_output=True, text=True, check=True)  # noqa: S603
        return told.stdout.strip()


def growth(name: str, file: str) -> None:
    """Peak memory above what stood before: nothing but the bytes of the list."""
    body, read = Path(file).read_bytes(), LISTS[name][1]
    before = peak()
    drain(read(body))
    print(f"peak growth {peak() - before:.0f} MB")


def peak(process: int | str = "self") -> float:
    """The highest resident size of a program, MB. (getrusage keeps that of its parent.)"""
    status = Path(f"/proc/{process}/status").read_text()
    return int(status.partition("VmHWM:")[2].split()[0]) / 1024


def rows() -> None:
    """The consolidated screening list: rows with much in each cell."""
    body = (SHARED / "samples/sanctions/us_csl/consolidated_2022-05.csv").read_bytes()
    taken = [timed(lambda: drain(csl.read_csv(body))) for _ in range(ROUNDS)]
    count = drain(csl.read_csv(body))
    print(f"us-csl     {len(body) / 1e6:.0f} MB, {count} rows in {statistics.median(taken):.2f} s")


def bare(body: bytes, tags: tuple[str, ...] = ()) -> None:
    wanted = [f"{{*}}{tag}" for tag in tags] or None
    for _, element in etree.iterparse(
        BytesIO(body), events=("end",), tag=wanted, resolve_entities=False, no_network=True
    ):
        element.clear()
        while tags and element.getprevious() is not None:
            del element.getparent()[0]


def repeated(name: str) -> tuple[bytes, Read, tuple[str, ...]]:
    """The sample with its records again and again, up to SIZE."""
    file, read, tags = LISTS[name]
    body = (SHARED / "samples/sanctions" / file).read_bytes()
    head = re.search(b"<(?:[\\w-]+:)?(?:" + "|".join(tags).encode() + b")\\b", body)
    last = f"</{tags[0]}>".encode()
    assert head is not None
    stop = body.rindex(last) + len(last)
    if name == "un-sc":  # the two kinds stand in sections of their own
        head = re.search(b"<INDIVIDUAL>", body)
        assert head is not None
    records = body[head.start() : stop]
    times = max(1, SIZE // len(records))
    return body[: head.start()] + records * times + body[stop:], read, tags


def drain(entries: Iterator[ListEntry]) -> int:
    return sum(1 for _ in entries)


def timed(call: Callable[[], object]) -> float:
    started = time.process_time()  # others work on this machine too
    call()
    return time.process_time() - started


if __name__ == "__main__":
    growth(*sys.argv[1:3]) if len(sys.argv) > 2 else main()
