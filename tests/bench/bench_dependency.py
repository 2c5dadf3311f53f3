"""Indicators from ten million rows shaped like BACI: seconds, memory, and a reader beside it.

    ./dev bench dependency

The file is made anew: 238 countries, 5,000 products, 3 years, every row a flow of its own. Each
round runs in a process of its own, so that its peak is its own. Beside it: Polars reads and sums
the same file once for one reporter and one basis, without any check.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

ROWS, ROUNDS = 10_000_000, 3
MAKE = """
import duckdb, sys
from importlib import resources
table = resources.files("osawatch.dependency").joinpath("countries.csv").read_text("utf-8")
codes = [line.split(",")[0] for line in table.splitlines() if line[:1].isdigit()]
con = duckdb.connect(); n = len(codes)
con.execute("CREATE TABLE c(n INTEGER, code VARCHAR)")
con.executemany("INSERT INTO c VALUES(?, ?)", list(enumerate(codes)))
con.execute(f'''COPY (SELECT 2020 + (r % 3) AS t, a.code AS i, b.code AS j,
  printf('%06d', 10000 + ((r // 3) % 5000) * 190) AS k, round(random() * 1000, 3) AS v,
  CASE WHEN random() < 0.05 THEN 'NA' ELSE round(random() * 500, 3)::VARCHAR END AS q
  FROM (SELECT range AS r FROM range({sys.argv[2]})) JOIN c a ON a.n = (r // 15000) % {n}
  JOIN c b ON b.n = ((r // 15000) % {n} + 1 + (r // 15000) // {n}) % {n})
  TO '{sys.argv[1]}' (HEADER)''')
"""
OURS = """
import resource, sys, time
from pathlib import Path
from osawatch.dependency.compute import compute
start = time.perf_counter()
found = compute([Path(sys.argv[1])], ["EU27_2020", "NL"])
both = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)  # it counts in a process apart
peak = sum(resource.getrusage(one).ru_maxrss for one in both) // 1024
print(time.perf_counter() - start, peak, len(found))
"""
POLARS = """
import resource, sys, time
import polars as pl
start = time.perf_counter()
rows = pl.scan_csv(sys.argv[1], infer_schema=False).with_columns(
    pl.col("v").cast(pl.Float64, strict=False)).group_by("t", "k", "i").agg(pl.col("v").sum())
found = rows.collect(engine="streaming")
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
print(time.perf_counter() - start, peak, len(found))
"""


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "baci.csv"
        _run(MAKE, str(file), str(ROWS))
        print(f"{ROWS:,} rows, {file.stat().st_size >> 20} MB")
        for name, code in (
            ("compute, two reporters, two bases", OURS),
            ("Polars, one sum", POLARS),
        ):
            try:
                rounds = [_run(code, str(file)).split() for _ in range(ROUNDS)]
            except subprocess.CalledProcessError:
                print(f"{name}: not installed here")
                continue
            seconds = statistics.median(float(one[0]) for one in rounds)
            peak = statistics.median(int(one[1]) for one in rounds)
            told = f"{seconds:.1f} s (30 asked), peak {peak:.0f} MB (1,500 asked)"
            print(f"{name}: {told}, {rounds[0][2]} rows")


def _run(code: str, *words: str) -> str:
    done = subprocess.run(  # noqa: S603 # this Python, code of ours
        [sys.executable, "-c", code, *words], check=True, capture_output=True, text=True
    )
    return done.stdout


if __name__ == "__main__":
    main()
