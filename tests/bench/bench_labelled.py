"""Precision and recall by language on texts of our own.

    python -m tests.bench.bench_labelled [FILE] [--wrong]

`--wrong` prints each text with what is wrong about it.
"""

from __future__ import annotations

import sys
from pathlib import Path

from rules.load import load
from rules.matcher import Matcher
from tests.labelled import FILE, KINDS, Item, Tally, by_language, items, overall


def main() -> None:
    """Print one line a language, and one for all."""
    asked = [argument for argument in sys.argv[1:] if argument.endswith(".txt")]
    found = items(Path(asked[0]) if asked else FILE)
    matcher = Matcher(load())
    sums = by_language(matcher, found)
    traps = sum(item.trap for item in found)
    print(f"{len(found)} items, {traps} of them traps; precision / recall")
    print(f"{'':8}" + "".join(f"{kind:>14}" for kind in KINDS))
    for language, tallies in sums.items():
        print(f"{language:8}" + _line(tallies))
    print(f"{'all':8}" + _line(overall(sums)))
    if "--wrong" in sys.argv:
        for item in found:
            _show(matcher, item)


def _line(tallies: dict[str, Tally]) -> str:
    return "".join(f"{one.precision:>9.2f}{one.recall:>5.2f}" for one in tallies.values())


def _show(matcher: Matcher, item: Item) -> None:
    faults = [
        f"{kind}{sign}{', '.join(names)}"
        for kind, tally in item.tallies(matcher).items()
        for sign, names in (("+", list(tally.wrong)), ("-", list(tally.missed)))
        if names
    ]
    if faults:
        print(f"{item.language} | {item.text}\n    {'; '.join(faults)}")


if __name__ == "__main__":
    main()
