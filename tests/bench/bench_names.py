"""Names of the real lists in real texts: time and memory of the name book, and what it finds.

    python -m tests.bench.bench_names

Texts: 4,000 of the US gazette on other things, 3,532 on trade, all feeds of the samples.
A finding among the first is a false alarm. Prints no name: persons are among them.
"""

from __future__ import annotations

import gzip
import json
import time
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from feeds.lists.read import read
from feeds.parse import parse
from osawatch.rulebook import shipped_matcher
from osawatch.screening.nametable import dumped, loaded, table
from osawatch.screening.running import Names, settle, wants_countries
from rules.matcher import Matcher
from rules.model import Text
from tests.shared import SHARED

LISTS = (
    "us_csl/consolidated_2022-05.csv",
    "eu_fsf/xmlFullSanctionsList_1_1_2022-03-18_1044entities.xml",
    "un_sc/zr101_un_2026-08-01.xml",
    "uk_ofsi/sample_hmt.csv",
    "ofac_sdn_csv/bench_sdn.csv",
    "ofac_cons/consolidated.xml",
    "au_dfat/Australian_Sanctions_Consolidated_List_2026-08.xlsx",
    "ca_sema/sema-lmes.xml",
)
Texts = Iterable[tuple[str, str]]


def main() -> None:
    if not SHARED.exists():
        print("the shared sample documents do not stand beside this checkout")
        return
    packed = list(map(made, LISTS))
    before, started = resident(), time.process_time()
    tables = [found for body in packed if (found := loaded(body))]
    read_in, middle = time.process_time() - started, time.process_time()
    names = Names(tables)
    print(
        f"{names.count} names: tables from the cache {read_in:.2f} s, automaton"
        f" {time.process_time() - middle:.2f} s, {resident() - before:.0f} MB"
    )
    matcher = shipped_matcher()
    trade = SHARED / "samples/trade"
    told("gazette, other things", names, matcher, gazette(trade, "noise"))
    told("gazette, trade", names, matcher, gazette(trade, "trade"))
    told("feeds", names, matcher, feeds(trade))


def made(file: str) -> bytes:
    body = (SHARED / "samples/sanctions" / file).read_bytes()
    started = time.process_time()
    document = read(body, file)
    parsed = time.process_time()
    found = table(document.entries if document else ())
    spelled = time.process_time()
    packed = dumped(found)
    needs = Counter(one.need or "tells" for one in found.names)
    print(
        f"{file.partition('/')[0]:12s} {len(found.bearers):6d} records {len(found.names):6d} names:"
        f" read {parsed - started:.2f} s, table {spelled - parsed:.2f} s,"
        f" {len(gzip.compress(packed, 1)) / 1e6:.1f} MB packed; {dict(needs)}"
    )
    return packed


def told(what: str, names: Names, matcher: Matcher, texts: Texts) -> None:
    texts = list(texts)
    started = time.process_time()
    spots = [names.search(*one) for one in texts]
    took = time.process_time() - started
    hits: Counter[str] = Counter()
    silent: Counter[str] = Counter()
    items = 0
    for text, found in zip(texts, spots, strict=True):
        lands = matcher.match(Text(*text)).countries if wants_countries(found) else ()
        settled = settle(found, *text, lands)
        items += bool(settled.told)
        silent.update(one.silent for one in settled.silent)
        hits.update(
            f"{'person' if one.bearer.person else 'other'}, {one.need or 'tells'}"
            for one in settled.told
        )
    print(
        f"{what}: {len(texts)} texts, {1e6 * took / len(texts):.0f} us each, {items} with a"
        f" finding: {dict(hits)}; not told: {dict(silent)}"
    )


def gazette(folder: Path, name: str) -> Texts:
    with gzip.open(folder / f"federalregister/{name}_2020-2023.jsonl.gz", "rt") as lines:
        rows = [json.loads(line) for line in lines]
    return [(row["title"], row.get("abstract") or "") for row in rows]


def feeds(folder: Path) -> Texts:
    found: dict[tuple[str, str], None] = {}
    for path in sorted((folder / "feeds").rglob("*")):
        if path.suffix in (".xml", ".rss", ".json", ".atom"):
            document = parse(path.read_bytes(), url=f"https://x.example/{path.name}")
            found |= {(one.title, one.summary): None for one in document.items}
    return found


def resident() -> float:
    """The resident size of this program, MB."""
    status = Path("/proc/self/status").read_text()
    return int(status.partition("VmRSS:")[2].split()[0]) / 1024


if __name__ == "__main__":
    main()
