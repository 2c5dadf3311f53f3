"""100 names against 100,000: the screening index beside rapidfuzz's cdist, and what it finds.

    python -m tests.bench.bench_screen

Names are those of the real lists when the shared samples are there (beyond them, first and last
words recombined), else invented from syllables. cdist is token_sort_ratio with one worker over
names folded beforehand: search only on both sides. Ratios are medians of fifteen rounds in one run,
the first with cold caches.
Recall is of planted variants; strangers are words of listed names put together at random.
"""

from __future__ import annotations

import random
import resource
import statistics
import time
from collections.abc import Callable, Sequence

from rapidfuzz import fuzz, process

from feeds.lists.model import Kind, ListEntry, Name
from feeds.lists.read import read
from osawatch.screening.model import Subject
from osawatch.screening.screener import Screener
from osawatch.screening.spelling import latin
from tests.shared import SHARED

NAMES = 100_000
QUERIES = 100
ROUNDS = 15
PLANTED = 500
LISTS = (
    "us_csl/consolidated_2022-05.csv",
    "eu_fsf/xmlFullSanctionsList_1_1_2022-03-18_1044entities.xml",
    "un_sc/zr101_un_2026-08-01.xml",
    "uk_ofsi/sample_hmt.csv",
    "ofac_sdn_csv/bench_sdn.csv",
)
SPELLINGS = (
    ("ei", "ey"), ("ey", "ei"), ("ii", "iy"), ("iy", "y"), ("ay", "ai"), ("kh", "h"), ("ov", "off"),
    ("ev", "eff"), ("mohammed", "muhammad"), ("muhammad", "mohamed"), ("hussein", "husayn"),
    ("sh", "sch"), ("ch", "tch"), ("q", "k"), ("w", "v"), ("ee", "i"), ("oo", "u"), ("ou", "u"),
    ("al-", "el-"), ("zh", "j"), ("ks", "x"), ("ph", "f"), ("ya", "ia"), ("yu", "iu"), ("yo", "io"),
)  # fmt: skip


def main() -> None:
    rng = random.Random(3)
    listed, strangers = names(rng, NAMES, 2 * PLANTED)
    entries = [
        ListEntry("un-sc", str(n), kind, (Name(name),)) for n, (name, kind) in enumerate(listed)
    ]
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    started = time.perf_counter()
    screener = Screener(entries)
    grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
    print(f"index of {len(entries)} names: {time.perf_counter() - started:.2f} s, {grown:.0f} MB")
    speed(rng, screener, listed)
    recall(random.Random(5), screener, listed)
    false_hits(screener, strangers)


def speed(rng: random.Random, screener: Screener, listed: Sequence[tuple[str, Kind]]) -> None:
    folded = [latin(name) for name, _ in listed]
    ratios, ours_all, theirs_all = [], [], []
    for _ in range(ROUNDS):
        some = rng.sample(range(len(listed)), QUERIES)
        asked = [rng.choice(VARIANTS)(rng, listed[n][0]) for n in some]
        subjects = [Subject(str(n), name) for n, name in enumerate(asked)]
        ours = timed(lambda subjects=subjects: screener.screen_all(subjects))
        plain = [latin(name) for name in asked]
        theirs = timed(
            lambda plain=plain: process.cdist(
                plain, folded, scorer=fuzz.token_sort_ratio, workers=1
            )
        )
        ratios.append(theirs / ours)
        ours_all.append(ours)
        theirs_all.append(theirs)
    median = statistics.median
    print(
        f"{QUERIES} names: {1000 * median(ours_all):.1f} ms, cdist {1000 * median(theirs_all):.0f}"
        f" ms: {median(ratios):.1f} x faster ({min(ratios):.1f} to {max(ratios):.1f});"
        f" {QUERIES / median(ours_all):.0f} names/s"
    )


def recall(rng: random.Random, screener: Screener, listed: Sequence[tuple[str, Kind]]) -> None:
    for what, kinds in (("persons", ("person",)), ("organisations", ("entity", ""))):
        pool = [
            n for n, (name, kind) in enumerate(listed) if kind in kinds and len(name.split()) > 1
        ]
        figures = []
        for variant in VARIANTS:
            fit = pool
            if variant is middle_dropped:
                fit = [n for n in pool if len(listed[n][0].split()) > 2]
            some = rng.sample(fit, PLANTED)
            found = sum(planted(rng, screener, n, listed[n][0], variant) for n in some)
            figures.append(f"{variant.__name__} {found / PLANTED:.3f}")
        print(f"recall, {what}: {', '.join(figures)}")


def planted(
    rng: random.Random, screener: Screener, n: int, name: str, variant: Callable[..., str]
) -> bool:
    hits = screener.screen(Subject("", variant(rng, name)))
    return any(hit.entry.id == str(n) or hit.entry.name == name for hit in hits)


def false_hits(screener: Screener, strangers: Sequence[tuple[str, Kind]]) -> None:
    counts = [len(screener.screen(Subject("", name, kind=kind))) for name, kind in strangers]
    share = sum(map(bool, counts)) / len(counts)
    each = statistics.mean(counts)
    print(f"strangers with a hit: {share:.3f} of {len(counts)}, hits each {each:.2f}")


def timed(call: Callable[[], object]) -> float:
    started = time.process_time()  # others work on this machine too
    call()
    return time.process_time() - started


Named = tuple[str, Kind]


def names(rng: random.Random, count: int, more: int) -> tuple[list[Named], list[Named]]:
    """Distinct names with the kind of their entry, and recombined ones that are not among them."""
    drawn = real() if SHARED.exists() else invented(rng, count)
    pool = list({latin(name): (name, kind) for name, kind in drawn}.values())
    print(f"{min(len(pool), count)} names as they are, the rest recombined word by word")
    words = {k: [w for name, kind in pool if kind == k for w in name.split()] for k in KINDS}
    sizes = {k: [len(name.split()) for name, kind in pool if kind == k] for k in KINDS}
    known = dict.fromkeys(pool)
    while len(known) < max(count, len(pool)) + more:
        kind = rng.choice(KINDS)
        known[" ".join(rng.choices(words[kind], k=rng.choice(sizes[kind]))), kind] = None
    found = list(known)
    listed, strangers = found[:-more], found[-more:]
    rng.shuffle(listed)
    return listed[:count], strangers


KINDS: tuple[Kind, ...] = ("person", "entity")


def real() -> list[tuple[str, Kind]]:
    found: list[tuple[str, Kind]] = []
    for file in LISTS:
        document = read((SHARED / "samples/sanctions" / file).read_bytes(), file)
        for entry in document.entries if document else ():
            found += [(one.text, entry.kind) for one in entry.names if one.script == "Latin"]
    return found


def invented(rng: random.Random, count: int) -> list[tuple[str, Kind]]:
    parts = ["ka", "ro", "min", "sha", "vel", "tor", "bek", "lun", "ari", "zho", "qu", "dra", "hem"]

    def word() -> str:
        return "".join(rng.choice(parts) for _ in range(rng.randint(2, 4))).title()

    kinds: tuple[Kind, ...] = ("person", "entity")
    return [
        (" ".join(word() for _ in range(rng.randint(2, 4))), rng.choice(kinds))
        for _ in range(count)
    ]


def exact(_: random.Random, name: str) -> str:
    return name


def order_swapped(_: random.Random, name: str) -> str:
    words = name.split()
    return " ".join([words[-1], *words[:-1]])


def middle_dropped(_: random.Random, name: str) -> str:
    words = name.split()
    return " ".join([words[0], *words[2:]]) if len(words) > 2 else name


def typo(rng: random.Random, name: str) -> str:
    """One letter left out, doubled, changed or swapped with the next, never in a short word."""
    words = name.split()
    long = [n for n, word in enumerate(words) if len(word) > 3] or [0]
    n = rng.choice(long)
    word, at = words[n], rng.randrange(max(1, len(words[n]) - 1))
    letter = rng.choice("abcdefghijklmnoprstuvz")
    words[n] = rng.choice(
        [
            word[:at] + word[at + 1 :],
            word[:at] + letter + word[at + 1 :],
            word[: at + 1] + letter + word[at + 1 :],
            word[:at] + word[at + 1 : at + 2] + word[at : at + 1] + word[at + 2 :],
        ]
    )
    return " ".join(words)


def transliteration(rng: random.Random, name: str) -> str:
    """Two other spellings of what sounds alike."""
    plain = name.lower()
    fit = [pair for pair in SPELLINGS if pair[0] in plain]
    for old, new in rng.sample(fit, min(2, len(fit))):
        plain = plain.replace(old, new)
    return plain


VARIANTS: tuple[Callable[..., str], ...] = (
    exact, order_swapped, middle_dropped, typo, transliteration,
)  # fmt: skip

if __name__ == "__main__":
    main()
