"""Licences: who waits how long, read from files that name what is wrong by line and field."""

from __future__ import annotations

import contextlib
import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from osawatch.core import Core
from osawatch.errors import BadInput
from osawatch.registers import table, waiting
from osawatch.registers.model import LICENCES, Entry, waited
from osawatch.workbook import workbook
from tests.fakes import Clock
from ui.cli import main

HEAD = "firm;good;country;filed;status;decided;next;note\n"
TODAY = date(2026, 3, 2)


def entry(filed: str, status: str = "filed", decided: str = "") -> Entry:
    moment = Clock()()
    values = {"firm": "F1", "good": "gallium", "filed": filed, "status": status,
              "decided": decided}  # fmt: skip
    return Entry("licence:1", "licence", values, moment, "Ann", moment)


def test_days_are_counted_until_the_decision_else_until_today() -> None:
    assert waited(entry("2026-02-20"), TODAY) == 10
    assert waited(entry("2026-02-20", "granted", "2026-02-25"), TODAY) == 5
    assert waited(entry("2026-02-20", "granted"), TODAY) is None
    assert waited(entry("2026-03-20"), TODAY) is None


def test_the_median_of_a_week_is_that_of_those_who_waited_and_no_one_is_no_zero() -> None:
    found = [entry("2026-02-20"), entry("2026-02-10"), entry("2026-02-01", "granted", "2026-02-20"),
             entry("2026-01-01", "refused")]  # fmt: skip
    points = waiting.series(found, TODAY, weeks=8)
    assert (points[-1].day, points[-1].open, points[-1].median) == (TODAY, 2, 15.0)
    assert (points[0].open, points[0].median) == (0, None)
    assert [(one.decided, one.took) for one in points if one.decided] == [(1, 19)]
    assert waiting.unknown(found) == 1


@given(st.lists(st.tuples(st.dates(date(2025, 1, 1), date(2026, 6, 1)),
                          st.one_of(st.none(), st.integers(0, 200))), max_size=12))  # fmt: skip
def test_no_median_is_below_nought_or_longer_than_the_longest_wait(
    rows: list[tuple[date, int | None]],
) -> None:
    found = [
        entry(filed.isoformat(), "filed" if took is None else "granted",
              "" if took is None else date.fromordinal(filed.toordinal() + took).isoformat())
        for filed, took in rows
    ]  # fmt: skip
    for point in waiting.series(found, TODAY):
        assert point.median is None or 0 <= point.median <= (point.day - date(2025, 1, 1)).days
        assert (point.median is None) == (point.open == 0)


def test_a_file_comes_in_as_csv_and_as_xlsx_and_the_same_again_changes_nothing(
    core: Core, tmp_path: Path
) -> None:
    rows = [["firm", "good", "filed", "status"], ["F1", "gallium", "2026-01-05", "filed"],
            ["F2", "cobalt", "2026-01-06", "in-review"]]  # fmt: skip
    csv, xlsx = tmp_path / "a.csv", tmp_path / "a.xlsx"
    csv.write_text("\n".join(";".join(row) for row in rows))
    xlsx.write_bytes(workbook(rows))
    assert core.registers.take("licence", table.rows(csv, LICENCES, core.registers)) == (2, 0)
    assert core.registers.take("licence", table.rows(xlsx, LICENCES, core.registers)) == (0, 0)
    rows[1][3] = "granted"
    xlsx.write_bytes(workbook(rows))
    assert core.registers.take("licence", table.rows(xlsx, LICENCES, core.registers)) == (0, 1)
    out = tmp_path / "out.csv"
    out.write_bytes(table.as_csv(LICENCES, core.registers.every("licence"), TODAY))
    assert core.registers.take("licence", table.rows(out, LICENCES, core.registers)) == (0, 0)


@pytest.mark.parametrize(
    ("body", "line", "field"),
    [
        (f"{HEAD}F1;gallium;NL;2026-01-05;filed;;;\nF2;gallium;NL;soon;filed;;;", 3, "filed"),
        (f"{HEAD}F1;gallium;NL;2026-01-05;lost;;;", 2, "status"),
        (f"{HEAD};gallium;NL;2026-01-05;filed;;;", 2, "firm"),
        (f"{HEAD}F1;gallium;NL;2026-01-05;granted;2026-01-01;;", 2, "decided"),
        (f"{HEAD}F1;gallium;NL;2026-01-05;filed;2026-02-01;;", 2, "decided"),
        ("firm;good;filed\nF1;gallium;2026-01-05", 1, "status"),
        ("firm;good;filed;status;colour\n", 1, "colour"),
        ("firm;good;filed;status;firm\n", 1, "firm"),
        (f"{HEAD}F1;gallium;NL;2026-01-05;filed;;;;more", 2, ""),
    ],
)
def test_what_is_wrong_in_a_file_is_named_and_nothing_of_it_is_taken(
    core: Core, tmp_path: Path, body: str, line: int, field: str
) -> None:
    path = tmp_path / "a.csv"
    path.write_text(body)
    with pytest.raises(BadInput) as told:
        core.registers.take("licence", table.rows(path, LICENCES, core.registers))
    assert (told.value.file, told.value.line, told.value.field) == (str(path), line, field)
    assert core.registers.every("licence") == []


def test_all_faults_of_a_file_are_told_at_once(core: Core, tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text(HEAD + "F1;gallium;NL;soon;filed;;;\n" * 30)
    with pytest.raises(BadInput, match=r"line 3: filed: .*; and 10 more"):
        table.rows(path, LICENCES, core.registers)


@given(st.text(max_size=200))
def test_whatever_a_file_holds_is_read_or_refused_in_words(text: str) -> None:
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.csv"
        path.write_text(text, "utf-8", errors="surrogatepass")

        class Desk:
            @staticmethod
            def check(_shape: str, values: dict[str, str]) -> dict[str, str]:
                return values

        with contextlib.suppress(BadInput):
            assert isinstance(table.rows(path, LICENCES, Desk()), list)  # type: ignore[arg-type]


def test_a_cell_that_a_spreadsheet_would_run_leaves_as_text(core: Core) -> None:
    core.registers.add("licence", {"firm": "=cmd()", "good": "gallium", "filed": "2026-01-05",
                                   "status": "filed"})  # fmt: skip
    assert b"'=cmd()" in table.as_csv(LICENCES, core.registers.every("licence"), TODAY)


def test_a_firm_of_the_watchlist_is_refused_by_its_name(tmp_path: Path) -> None:
    with Core(tmp_path / "p") as core:
        firms = core.rulebook.pack.watchlist.companies.values()
        name = next(name for firm in firms for names in firm.names.values() for name in names)
        with pytest.raises(BadInput, match="hides it"):
            core.registers.add("licence", {"firm": str(name), "good": "gallium",
                                           "filed": "2026-01-05", "status": "filed"})  # fmt: skip
        with pytest.raises(BadInput, match="no good"):
            core.registers.add("licence", {"firm": "F1", "good": "unobtainium",
                                           "filed": "2026-01-05", "status": "filed"})  # fmt: skip


def test_the_command_line_keeps_a_register(
    core: Core, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    profile = str(core.profile.folder)

    def cli(family: str, verb: str, *words: str, code: int = 0) -> str:
        assert main([family, verb, "--profile", profile, *words]) == code
        return capsys.readouterr().out

    made = json.loads(cli("licences", "add", "--firm", "F1", "--good", "gallium", "--filed",
                          "2026-01-05", "--status", "filed", "--json"))  # fmt: skip
    assert isinstance(made["days"], int)
    cli("licences", "told", made["id"], "Customs")
    assert "told Customs" in cli("licences", "show", made["id"][:16])
    assert len(json.loads(cli("licences", "waiting", "--json"))) == waiting.WEEKS
    cli("licences", "export", str(tmp_path / "x.csv"))
    assert json.loads(cli("licences", "import", str(tmp_path / "x.csv"), "--json"))["changed"] == 0
    cli("licences", "undo")
    cli("influence", "add", "--measure", "Ban", "--sender", "CN", "--target", "NL", "--day", "no",
        code=2)  # fmt: skip
    cli("reports", "add", "--title", "Gallium licence", "--day", "2026-03-01", "--summary", "China")
    assert "Gallium licence" in cli("reports", "list")
