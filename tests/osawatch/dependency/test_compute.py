"""Core dependency indicators equal the published formulas, whatever the file looks like."""

from __future__ import annotations

import csv
import gzip
import random
import threading
import zipfile
from pathlib import Path

import pytest

from osawatch.dependency import compute, risk
from osawatch.dependency.layouts import mapped
from osawatch.dependency.model import Dependency
from osawatch.errors import BadInput
from tests.shared import SHARED, needs_shared

GOLDEN = SHARED / "domain" / "golden"
BACI = SHARED / "domain" / "data" / "baci" / "baci_hs92_rawmaterials_eu_2020_2024.csv.gz"
# China 156, Norway 579, USA 842; Netherlands 528, Germany 276
ROWS = (
    "t,i,j,k,v,q",
    "2023,156,528,010121,60,6",
    "2023,156,276,010121,20,NA",
    "2023,579,276,010121,20,2",
    "2023,276,528,010121,25,1",
    "2023,528,842,010121,30,1",
    "2023,528,276,010121,10,1",
)


def table(folder: Path, *rows: str, name: str = "trade.csv") -> Path:
    path = folder / name
    path.write_text("\n".join(rows) + "\n", encoding="utf-8")
    return path


def golden(name: str) -> list[dict[str, str]]:
    with (GOLDEN / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def one(found: list[Dependency], basis: str = "value", reporter: str = "EU27_2020") -> Dependency:
    [line] = [row for row in found if (row.basis, row.reporter) == (basis, reporter)]
    return line


def test_an_example_by_hand(tmp_path: Path) -> None:
    found = one(compute.compute([table(tmp_path, *ROWS)]))
    assert (found.year, found.hs6) == (2023, "010121")
    assert found.extra_eu_imports == 100  # 60 + 20 from China, 20 from Norway
    assert found.intra_eu_imports == 35  # 25 + 10 between members
    assert found.exports == 65  # 30 to the USA, 35 between members
    assert found.cdi1 == pytest.approx(0.8**2 + 0.2**2)
    assert found.cdi2 == pytest.approx(100 / 135)
    assert found.cdi3 == pytest.approx(100 / 65)
    assert found.cdi3_extra_exports_only == pytest.approx(100 / 30)
    assert found.dependent
    assert [(s.country, s.share, s.near) for s in found.suppliers] == [
        ("CN", 0.8, False), ("NO", 0.2, True),
    ]  # fmt: skip


def test_a_quantity_that_is_not_known_is_no_zero(tmp_path: Path) -> None:
    found = one(compute.compute([table(tmp_path, *ROWS)]), "quantity")
    assert found.extra_eu_imports == 8
    assert [(s.country, s.share) for s in found.suppliers] == [("CN", 0.75), ("NO", 0.25)]


def test_the_netherlands_alone_count_other_members_as_inside(tmp_path: Path) -> None:
    found = one(compute.compute([table(tmp_path, *ROWS)], ["NL"]), reporter="NL")
    assert (found.extra_eu_imports, found.intra_eu_imports, found.exports) == (60, 25, 40)
    assert found.cdi1 == 1


def test_without_imports_or_exports_nothing_is_infinite(tmp_path: Path) -> None:
    rows = ("t,i,j,k,v,q", "2023,528,842,010121,30,1", "2023,156,528,020110,9,1")
    by_code = {row.hs6: row for row in compute.compute([table(tmp_path, *rows)])}
    only_out = by_code["010121"]
    assert (only_out.cdi1, only_out.cdi2, only_out.dependent) == (None, None, False)
    only_in = by_code["020110"]
    assert (only_in.cdi3, only_in.dependent) == (None, True)  # no export can take its place


def test_two_of_three_years_make_the_label(tmp_path: Path) -> None:
    rows = ["t,i,j,k,v,q"]
    for year, inside in ((2021, 1), (2022, 500), (2023, 1), (2024, 1)):
        rows += [f"{year},156,528,010121,60,6", f"{year},276,528,010121,{inside},1"]
    found = {
        row.year: row for row in compute.compute([table(tmp_path, *rows)]) if row.basis == "value"
    }
    assert [found[year].dependent for year in range(2021, 2025)] == [True, False, True, True]
    assert [found[year].steady for year in range(2021, 2025)] == [None, False, True, True]


@needs_shared
def test_all_golden_values_come_out() -> None:
    found = {
        (str(row.year), row.hs6, row.reporter.replace("_2020", ""), row.basis): row
        for row in compute.compute([BACI], ["EU27", "NL"])
    }
    rows = golden("cdi_from_baci_2020_2022.csv")
    assert len(rows) == 852
    for row in rows:
        mine = found[row["year"], row["hs6"], row["reporter"], row["basis"].split("_")[0]]
        columns = (("cdi1_hhi", mine.cdi1), ("cdi2", mine.cdi2), ("cdi3", mine.cdi3))
        for column, value in columns:
            assert (value is None) == (row[column] == ""), (row, column)
            if value is not None:
                assert value == pytest.approx(float(row[column]), abs=1e-4), (row, column)
        assert mine.dependent == (row["dependent"] == "1"), row
        top = [land.split(":") for land in row["top_suppliers"].split(";") if land][:3]
        shares = {supplier.country: supplier.share for supplier in mine.suppliers}
        for land, share in top:
            assert shares.get(land, 0) == pytest.approx(float(share), abs=1e-4), row


@needs_shared
def test_the_order_of_rows_changes_nothing(tmp_path: Path) -> None:
    with gzip.open(BACI, "rt") as file:
        head, *rows = file.read().splitlines()
    random.Random(4).shuffle(rows)
    assert compute.compute([table(tmp_path, head, *rows)]) == compute.compute([BACI])


@needs_shared
def test_the_published_supply_risks_come_out_of_the_formula() -> None:
    rows = golden("crm2017_supply_risk.csv")
    assert len(rows) == 78
    errors = []
    for row in rows:
        found = risk.supply_risk(
            number(row["hhi_wgi_t_gs"]), number(row["hhi_wgi_t_eu"]),
            reliance=max(0.0, (number(row["ir_pct"]) or 0) / 100),
            recycled=(number(row["eol_rir_pct"]) or 0) / 100,
            substitution=number(row["si_sr"]) or 1.0,
            used=row["supply_used"],  # type: ignore[arg-type]
        )  # fmt: skip
        errors.append(abs(found - float(row["sr"])))
    assert sum(errors) / len(errors) <= 0.06
    assert max(errors) <= 0.26


def number(text: str) -> float | None:
    return float(text) if text.replace(".", "").replace("-", "").isdigit() else None


def test_worked_examples_of_supply_risk() -> None:
    germanium = risk.supply_risk(2.9, 1.5, reliance=0.64, recycled=0.02, substitution=1.0)
    assert germanium == pytest.approx((2.9 * 0.32 + 1.5 * 0.68) * 0.98)
    tungsten = risk.supply_risk(7.5, 1.9, reliance=0.44, recycled=0.42, substitution=1.0)
    assert tungsten == pytest.approx(1.82, abs=0.01)
    assert risk.import_reliance(10, 30, 50) == 0
    assert risk.import_reliance(60, 10, 50) == pytest.approx(0.5)
    assert risk.economic_importance([(0.5, 10.0), (0.5, 4.0)], 0.9) == pytest.approx(6.3)
    assert risk.critical(1.0, 2.8)
    assert not risk.critical(0.99, 9)
    with pytest.raises(KeyError):
        risk.concentration({"CN": 0.6, "XX": 0.4}, {"CN": 6.0}, {})


def test_comext_counts_members_and_leaves_sums_and_year_totals_out(tmp_path: Path) -> None:
    head = (
        "REPORTER,PARTNER,TRADE_TYPE,PRODUCT_NC,FLOW,STAT_PROCEDURE,SUPPL_UNIT,PERIOD,VALUE_EUR,"
        "QUANTITY_KG"
    )
    rows = [
        "DE,CN,E,28053010,1,1,NO_SU,202401,70,1000", "DE,CN,E,28053010,1,1,NO_SU,202402,10,1000",
        "NL,US,E,28053010,1,1,NO_SU,202401,20,500", "NL,DE,I,28053010,1,1,NO_SU,202401,10,5",
        "NL,GB,E,28053010,2,1,NO_SU,202401,5,5", "DE,WORLD,E,28053010,1,1,NO_SU,202401,999,9",
        "DE,QR,E,28053010,1,1,NO_SU,202401,999,9", "DE,CN,E,28053010,1,1,NO_SU,202452,80,2000",
        "DE,CN,E,28XXXXXX,1,1,NO_SU,202401,10,1",
    ]  # fmt: skip
    found = one(compute.compute([table(tmp_path, head, *rows)]))
    assert (found.year, found.hs6, found.extra_eu_imports) == (2024, "280530", 100)
    assert (found.intra_eu_imports, found.exports) == (10, 5)
    assert found.coverage == pytest.approx(110 / 120)  # ten are hidden in chapter 28
    quantity = one(compute.compute([table(tmp_path, head, *rows)]), "quantity")
    assert quantity.extra_eu_imports == pytest.approx(2.5)  # tonnes


def test_an_own_table_and_one_with_named_columns(tmp_path: Path) -> None:
    own = table(
        tmp_path, "year;reporter;partner;product;flow;value", "2023;NL;CN;010121;import;1,5"
    )
    assert one(compute.compute([own])).extra_eu_imports == 1.5
    other = table(tmp_path, "jaar,wie,van,code,bedrag", "2023,NL,CN,10121,4")
    mapping = mapped(["year=jaar", "reporter=wie", "partner=van", "product=code", "value=bedrag"])
    found = one(compute.compute([other], mapping=mapping))
    assert (found.hs6, found.extra_eu_imports) == ("010121", 4)


@pytest.mark.parametrize(
    ("rows", "line", "why"),
    [
        ((), 0, "is empty"),
        (("t,i,j,k,v,q",), 0, "no rows"),
        (("a,b,c", "1,2,3"), 1, "no known trade file"),
        (("t,i,j,k,q", "2023,156,528,010121,1"), 1, "'v' is missing"),
        (("t,i,j,k,v,q,i", "2023,156,528,010121,1,1,3"), 1, "'i' twice"),
        (("t,i,j,k,v,q", "2023;156;528;010121;1;1"), 2, "has 1 fields"),
        ((*ROWS[:3], "2023,156,528,010190,lots,1"), 4, "column 5, 'lots' is no number"),
        ((*ROWS[:3], "2023,156,528,010190,1,heavy"), 4, "column 6, 'heavy' is no number"),
        ((*ROWS[:3], "last year,156,528,010190,1,1"), 4, "is no year"),
        ((*ROWS[:3], "2023,156,528,horses,1,1"), 4, "is no customs code"),
        ((*ROWS[:3], "2023,,528,010190,1,1"), 4, "names no country"),
        ((*ROWS[:3], ROWS[1]), 4, "same flow as line 2"),
        (("t,i,j,k,v,q", "2023,0,528,010121,1,1"), 0, "sums of countries only"),
        (
            (
                "year,reporter,partner,product,value,quantity,unit",
                "2023,NL,CN,010121,1,1,kg", "2023,NL,US,010121,1,1,pieces",
            ), 0, "in 2 units",
        ),
    ],
)  # fmt: skip
def test_a_bad_trade_file_is_refused_with_its_line(
    tmp_path: Path, rows: tuple[str, ...], line: int, why: str
) -> None:
    good, bad = table(tmp_path, *ROWS, name="good.csv"), tmp_path / "bad.csv"
    bad.write_text("".join(f"{row}\n" for row in rows))
    with pytest.raises(BadInput, match=why) as caught:
        compute.compute([good, bad])
    assert caught.value.file == str(bad)
    assert caught.value.line == line


MANY = tuple(
    f"{1990 + n % 30},156,528,{10100 + n // 30:06},60,6" for n in range(6000)
)  # beyond what is read to tell the layout


@pytest.mark.parametrize(
    ("rows", "line", "told"),
    [
        ([*MANY, "2023,156,528,01\udcff121,60,6"], 6002, "is not UTF-8"),
        ([*MANY, "2023,156,528,01\udcff121,x,6"], 6002, "is not UTF-8"),
        (['2023,156,528,"' + "0" * 9_000_000 + '",60,6'], 2, "cannot be read as a table"),
    ],
)
def test_what_no_reader_of_tables_takes_is_told_with_its_line_however_late_it_stands(
    tmp_path: Path, rows: list[str], line: int, told: str
) -> None:
    path = tmp_path / "trade.csv"
    path.write_bytes("\n".join([ROWS[0], *rows, ""]).encode("utf-8", "surrogateescape"))

    with pytest.raises(BadInput, match=told) as found:
        compute.compute([path])

    assert found.value.line == line


def test_a_packed_file_that_was_spoilt_is_refused_in_words(tmp_path: Path) -> None:
    whole = gzip.compress("\n".join([ROWS[0], *MANY]).encode())
    path = tmp_path / "trade.csv.gz"
    for place in (40, len(whole) // 2):
        path.write_bytes(whole[:place] + b"\xff" * 30 + whole[place + 30 :])
        with pytest.raises(BadInput):
            compute.compute([path])


def test_a_spreadsheet_counts_by_its_values_and_a_formula_is_named(tmp_path: Path) -> None:
    cells = [("t", "i", "j", "k", "v", "q"), ("2023", "156", "528", "010121", "7", "1")]
    assert one(compute.compute([sheet(tmp_path / "a.xlsx", cells)])).extra_eu_imports == 7
    with pytest.raises(BadInput, match="cell E2 is a formula"):
        compute.compute([sheet(tmp_path / "b.xlsx", cells, formula=True)])
    (tmp_path / "c.xlsx").write_bytes(b"no sheet")
    with pytest.raises(BadInput, match="no spreadsheet"):
        compute.compute([tmp_path / "c.xlsx"])


def test_a_person_can_stop_it(tmp_path: Path) -> None:
    stop = threading.Event()
    stop.set()
    with pytest.raises(compute.Stopped):
        compute.compute([table(tmp_path, *ROWS)], cancel=stop)


def test_the_mirror_says_whether_it_sees_all_of_a_partner(tmp_path: Path) -> None:
    rows = [*ROWS, "2023,156,842,010121,70,1", "2023,276,756,010121,5,1"]
    found = {
        row.partner: row
        for row in compute.reverse([table(tmp_path, *rows)])
        if row.basis == "value"
    }
    assert (found["US"].share, found["US"].whole) == (pytest.approx(0.3), True)
    assert found["756"].whole is False if "756" in found else found["CH"].whole is False


def sheet(path: Path, rows: list[tuple[str, ...]], *, formula: bool = False) -> Path:
    """A small spreadsheet of our own, with inline texts."""
    lines = []
    for number, row in enumerate(rows, 1):
        cells = []
        for column, value in zip("ABCDEF", row, strict=True):
            place = f"{column}{number}"
            if formula and place == "E2":
                cells.append(f'<c r="{place}"><f>3+4</f><v>7</v></c>')
            else:
                cells.append(f'<c r="{place}" t="inlineStr"><is><t>{value}</t></is></c>')
        lines.append(f'<row r="{number}">{"".join(cells)}</row>')
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    packages = "http://schemas.openxmlformats.org/package/2006"
    with zipfile.ZipFile(path, "w") as box:
        box.writestr(
            "[Content_Types].xml",
            f'<Types xmlns="{packages}/content-types"><Default Extension="xml" ContentType='
            '"application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/'
            'vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>',
        )
        box.writestr(
            "_rels/.rels",
            f'<Relationships xmlns="{packages}/relationships"><Relationship Id="r1" Type="{office}'
            '/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        )
        box.writestr(
            "xl/workbook.xml",
            f'<workbook xmlns="{main}" xmlns:r="{office}"><sheets><sheet name="a" sheetId="1" '
            'r:id="r1"/></sheets></workbook>',
        )
        box.writestr(
            "xl/_rels/workbook.xml.rels",
            f'<Relationships xmlns="{packages}/relationships"><Relationship Id="r1" Type="{office}'
            '/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
        )
        box.writestr(
            "xl/worksheets/sheet1.xml",
            f'<worksheet xmlns="{main}"><sheetData>{"".join(lines)}</sheetData></worksheet>',
        )
    return path


def test_a_trade_file_that_is_not_there_is_named_once(tmp_path: Path) -> None:
    with pytest.raises(BadInput) as told:
        compute.compute([tmp_path / "none.csv"])
    assert str(told.value) == f"{tmp_path / 'none.csv'}: cannot be read: No such file or directory"
