"""Three parsers over the same real feeds: time in one run, and where their fields differ.

ours        feeds.parse.parse: strict lxml, mended, feedparser as the last resort
feedparser  the judge, with the options that we use as a fallback
fast        fastfeedparser, if it is installed (it is not a dependency)
"""

from __future__ import annotations

import io
import statistics
import time
from collections import Counter
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import feedparser

from feeds.formats.draft import Draft, Frame, settle_all
from feeds.model import Item
from feeds.parse import parse
from feeds.text import plain
from tests.shared import SHARED

try:
    import fastfeedparser
except ImportError:
    fastfeedparser = None

ROUNDS = 5
FIELDS = ("title", "link", "guid", "date")


def bodies() -> list[tuple[str, bytes]]:
    root = SHARED / "samples/trade"
    files = [p for name in ("feeds", "feeds-derived") for p in sorted((root / name).rglob("*"))]
    read = [(p.name, p.read_bytes()) for p in files if p.is_file() and p.name != "MANIFEST.tsv"]
    # The others have no XML to compare: JSON Feed, gzip bytes, pages, nothing.
    return [(n, b) for n, b in read if b.lstrip()[:1] not in (b"{", b"") and b[:2] != b"\x1f\x8b"]


def judge(body: bytes) -> Any:
    return feedparser.parse(io.BytesIO(body), sanitize_html=False, resolve_relative_uris=False)


def fast(body: bytes) -> Any:
    try:
        return fastfeedparser.parse(body)
    except Exception:  # noqa: BLE001 - whatever it raises, it has not parsed the body
        return None


def fast_and_settled(body: bytes) -> Any:
    """fastfeedparser with our hygiene behind it: what a swap would really cost."""
    found = fast(body)
    frame = Frame("", datetime.now(UTC))
    settle_all((_draft(entry) for entry in found.entries) if found else (), frame)
    return frame.items


def _draft(entry: Any) -> Draft:
    return Draft(
        title=str(entry.get("title") or ""),
        summary=str(entry.get("summary") or entry.get("description") or ""),
        link=str(entry.get("link") or ""),
        guid=str(entry.get("id") or ""),
        published=str(entry.get("published") or ""),
        updated=str(entry.get("updated") or ""),
    )


def main() -> None:
    documents = bodies()
    if not documents:
        print("the shared sample documents do not stand beside this checkout")
        return
    contenders: dict[str, Callable[[bytes], Any]] = {"ours": parse, "feedparser": judge}
    if fastfeedparser is not None:
        contenders |= {"fast": fast, "fast+settle": fast_and_settled}
    times = {name: _timed(call, documents) for name, call in contenders.items()}
    entries = sum(len(parse(body).items) for _, body in documents)
    size = sum(len(body) for _, body in documents)
    print(f"{len(documents)} documents, {size / 1e6:.1f} MB, {entries} entries; median of {ROUNDS}")
    for name, seconds in times.items():
        print(f"{name:<11} {seconds:7.3f} s   {seconds / times['ours']:5.1f} times ours")
    for name in [name for name in ("feedparser", "fast") if name in contenders]:
        _compare(name, contenders[name], documents)


def _timed(call: Callable[[bytes], Any], documents: list[tuple[str, bytes]]) -> float:
    spent = []
    for _ in range(ROUNDS):
        begun = time.perf_counter()
        for _, body in documents:
            call(body)
        spent.append(time.perf_counter() - begun)
    return statistics.median(spent)


def _compare(name: str, call: Callable[[bytes], Any], documents: list[tuple[str, bytes]]) -> None:
    differing: Counter[str] = Counter()
    equal = 0
    for file, body in documents:
        ours, theirs = parse(body).items, getattr(call(body), "entries", None) or []
        if len(ours) != len(theirs):
            differing["number of entries"] += 1
            print(f"  {name}: {file}: {len(theirs)} entries, ours {len(ours)}")
            continue
        for item, entry in zip(ours, theirs, strict=True):
            for field in FIELDS:
                mine, other = _mine(item, field), _theirs(entry, field)
                equal += mine == other
                if mine != other:
                    differing[field] += 1
                    print(f"  {name}: {file}: {field}: {other!r:.90}, ours {mine!r:.90}")
    print(f"{name}: {equal} fields equal, differing: {dict(differing)}")


def _mine(item: Item, field: str) -> object:
    if field == "date":
        return item.published or item.updated
    return item.url if field == "link" else getattr(item, field)


def _theirs(entry: Any, field: str) -> object:
    """The same field as this parser has it, brought to our form."""
    if field == "date":
        return _moment(entry, "published") or _moment(entry, "updated")
    text = str(entry.get("id" if field == "guid" else field) or "")
    return plain(text, 2_000) if field != "link" else text.strip()


def _moment(entry: Any, field: str) -> datetime | None:
    stamp = entry.get(f"{field}_parsed") if field in entry else None
    if isinstance(stamp, time.struct_time):
        return datetime(*stamp[:6], tzinfo=UTC)
    text = str(entry.get(field) or "")
    return datetime.fromisoformat(text).replace(microsecond=0) if text[10:11] == "T" else None


if __name__ == "__main__":
    main()
