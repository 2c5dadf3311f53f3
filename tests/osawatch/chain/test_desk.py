"""The chain of a profile: the shipped pack, searched, scanned, and with links of its own."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from osawatch.briefing import chain_estimate, write_html
from osawatch.briefing.blocks import lay
from osawatch.briefing.chain_sheet import MOST_ROWS, ordered, sheet
from osawatch.briefing.chain_words import RISKS, SAID
from osawatch.chain import instruments, search
from osawatch.cli.main import main
from osawatch.core import Core
from osawatch.dependency import kept
from osawatch.dependency.model import Dependency, Supplier
from osawatch.errors import BadInput, UnknownId

NOW = datetime(2026, 11, 26, 12, tzinfo=UTC)


@pytest.fixture(scope="module")
def core(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Core]:
    with Core(tmp_path_factory.mktemp("chain") / "p") as made:
        yield made


@pytest.mark.parametrize(
    ("typed", "node"),
    [
        ("wind turbine", "wind-turbines"),
        ("wi", "wind-turbines"),
        ("ga", "gallium"),
        ("галлий", "gallium"),
        ("鎵", "gallium"),
        ("7440-55-3", "gallium"),
        ("8112 92 89", "gallium"),
        ("811292", "gallium"),
        ("zeldzame aardmetalen", "rare-earths"),
        ("Food supply", "food-supply"),
        ("voedselvoorziening", "food-supply"),
    ],
)
def test_names_codes_and_cas_numbers_lead_to_the_chain(core: Core, typed: str, node: str) -> None:
    assert core.chain.ask(typed).found[0].node == node


def test_a_sentence_gives_a_country_the_goods_and_what_was_not_understood(core: Core) -> None:
    told = core.chain.ask("China stops gallium and germanium")

    assert (told.country, told.found[0].node) == ("CN", "gallium")
    assert [one.node for one in told.also] == ["germanium"]
    assert told.unused == ("stops", "and")


def test_a_country_alone_gives_what_it_holds_most_of(core: Core) -> None:
    told = core.chain.ask("China")

    assert told.country == "CN"
    assert "dysprosium" in {one.node for one in told.found}
    assert core.chain.ask("xyzzy").found == ()


def test_a_material_is_asked_about_upwards_and_a_product_downwards(core: Core) -> None:
    assert core.chain.way("gallium") == "up"
    assert core.chain.way("wind-turbines") == "down"
    assert core.chain.way("food-supply") == "down"


def test_what_is_in_a_wind_turbine_and_who_supplies_it(core: Core) -> None:
    found = core.chain.scan("wind-turbines")

    rows = {row.reach.node: row for row in found.inside}
    assert {"permanent-magnets", "neodymium", "copper", "boron"} <= set(rows)
    neodymium = rows["neodymium"]
    assert neodymium.reach.nodes == ("permanent-magnets", "neodymium")
    assert neodymium.marks is not None
    assert neodymium.marks.best is not None
    assert neodymium.marks.best.first[0] == "CN"
    assert neodymium.marks.best.period
    assert {one.good for one in found.advice}
    assert {one.key for one in found.sources} >= {neodymium.marks.best.source}
    assert {"crma", "raw-materials-partnerships"} <= {one.id for one in found.instruments}


def test_what_lies_downstream_is_told_once_and_without_the_goods_themselves(core: Core) -> None:
    found = core.chain.downstream(("gallium", "compound-semiconductor-wafers"))

    nodes = [one.node for one in found]
    assert len(nodes) == len(set(nodes))
    assert "compound-semiconductor-wafers" not in nodes
    assert nodes[0] in {"telecom-5g-equipment", "defence-systems"}  # .8, not .64 by gallium


def test_instruments_fit_sector_and_measure_both(core: Core) -> None:
    fit = {one.id for one in core.chain.fitting(["gallium"], ["export-ban"])}

    assert "crma" in fit
    assert "gas-storage" not in fit  # another sector
    assert "fdi-screening-eu" not in fit  # another measure
    assert core.chain.fitting([], ["export-ban"]) == ()


def test_the_matrix_holds_every_instrument_in_each_of_its_blocks(core: Core) -> None:
    box = core.chain.toolbox
    cells = instruments.matrix(box.instruments, box.blocks)

    assert set(box.blocks) == {"foundation", "mitigation", "agency"}
    assert len(cells) == 9
    placed = sum(len(those) for those in cells.values())
    assert placed == sum(len(one.blocks) for one in box.instruments)
    assert "ipcei" in {one.id for one in cells["mitigation", "offensive"]}


def test_a_cut_out_of_bounds_or_of_the_unknown_is_refused(core: Core) -> None:
    with pytest.raises(BadInput):
        core.chain.whatif("CN", ["gallium"], 1.5)
    with pytest.raises(UnknownId):
        core.chain.whatif("QQ", ["gallium"])
    with pytest.raises(UnknownId):
        core.chain.whatif("CN", ["moonstone"])
    with pytest.raises(UnknownId):
        core.chain.whatif("CN", [])


# -- links of the desk's own


def test_an_own_link_is_followed_marked_and_taken_back(tmp_path: Path) -> None:
    with Core(tmp_path / "p") as core:
        core.chain.link("gallium", "electrolysers", "minor", "a visit to a maker")

        walk = core.chain.walk("electrolysers", "down")
        gallium = next(one for one in walk.reached if one.node == "gallium")
        assert gallium.own
        assert not next(one for one in walk.reached if one.node == "iridium").own
        (only,) = core.chain.own_links()
        assert (only.weight, only.note) == ("minor", "a visit to a maker")
        assert core.care.doctor() == []

        core.chain.link("gallium", "electrolysers", "essential")
        (only,) = core.chain.own_links()
        assert only.weight == "essential"
        core.chain.unlink("gallium", "electrolysers")
        assert core.chain.own_links() == ()
        with pytest.raises(UnknownId):
            core.chain.unlink("gallium", "electrolysers")
        with pytest.raises(UnknownId):
            core.chain.link("gallium", "moonstone", "minor")
        with pytest.raises(BadInput):
            core.chain.link("gallium", "gallium", "minor")
        with pytest.raises(BadInput):
            core.chain.link("gallium", "steel", "huge")


def test_a_wrong_link_is_left_out_alone_and_told_with_its_line(tmp_path: Path) -> None:
    folder = tmp_path / "p" / "watchlist"
    folder.mkdir(parents=True)
    (folder / "chain.yaml").write_text(
        "schema: 1\nlinks:\n"
        "  - {input: gallium, output: electrolysers, weight: minor}\n"
        "  - {input: galium, output: steel, weight: minor}\n"
        "  - {input: gallium, output: steel, weight: huge}\n",
        encoding="utf-8",
    )
    with Core(tmp_path / "p") as core:
        assert [one.output for one in core.chain.own_links()] == ["electrolysers"]
        first, second = core.chain.faults()
        assert "chain.yaml:4:" in first
        assert "did you mean «gallium»" in first
        assert "chain.yaml:5:" in second
        assert set(core.chain.faults()) <= set(core.care.doctor())


def test_own_trade_figures_speak_where_nobody_else_counts(tmp_path: Path) -> None:
    with Core(tmp_path / "p") as core:
        goods = core.rulebook.pack.watchlist.goods
        bare = next(
            good for good in goods.values()
            if good.codes and all(one.share is None for one in good.suppliers)
        )  # fmt: skip
        before = core.chain.marks(bare.id)
        assert before
        assert before.risk == "unknown"
        shares = (Supplier("CN", 0.8, near=False), Supplier("NO", 0.1, near=True))
        rows = [
            Dependency(
                year, bare.codes[0].hs6, "EU27_2020", "value", 90, 10, 5, 5, 0.65, 0.9, 18, 18,
                True, None, 1.0, 2, shares if year == 2024 else (),
            )
            for year in (2023, 2024)
        ]  # fmt: skip
        rows += [replace(rows[1], reporter="NL", suppliers=(Supplier("CN", 0.3, near=False),))]
        kept.save(core.profile.folder, kept.Kept(("baci.csv",), "2026-11-26", tuple(rows)))

        after = core.chain.marks(bare.id)
        assert after
        assert after.best
        assert (after.best.first, after.best.period) == (("CN", 0.8), "2024")
        assert (after.risk, after.reliability) == ("high", "own")
        assert core.chain.whatif("CN", [bare.id], 0.5).losses[0].low == pytest.approx(0.4)
        (home,) = core.chain.whatif("CN", [bare.id], 0.5).home[bare.id]
        assert (home.shares, home.code) == ((("CN", 0.3),), bare.codes[0].hs6)  # beside the EU's
        gallium = core.chain.marks("gallium")
        assert gallium
        assert gallium.best
        assert gallium.best.source != "own-trade"  # where the pack has a figure, it stays

        (core.profile.folder / kept.FILE).write_text("{", encoding="utf-8")
        again = core.chain.marks(bare.id)
        assert again
        assert again.best is None  # damaged figures are no figures


# -- the page to print


@pytest.mark.parametrize("language", ["en", "nl"])
@pytest.mark.parametrize("node", ["wind-turbines", "gallium", "defence-systems", "steel"])
def test_the_page_says_who_supplies_what_and_how_much_it_leaves_out(
    core: Core, node: str, language: str
) -> None:
    found = core.chain.scan(node, language)
    document = sheet(found, lambda kind, key: core.names(kind, key, language), NOW, language)
    html = write_html.write(lay(document)).decode()

    assert f'lang="{language}"' in html
    assert found.name.replace("'", "&#x27;") in html
    assert html.count("<table>") <= 4
    shown = ordered(found.inside)
    if len(shown) > MOST_ROWS:
        assert SAID[language]["more"].format(len(shown) - MOST_ROWS, found.walk.weaker) in html
    assert RISKS["unknown"][language] in html or all(
        row.marks and row.marks.risk != "unknown" for row in shown[:MOST_ROWS]
    )


@pytest.mark.parametrize("said", [SAID, chain_estimate.SAID])
def test_both_languages_say_the_same_things(said: dict[str, dict[str, str]]) -> None:
    assert said["en"].keys() == said["nl"].keys()
    for key, words in said["en"].items():
        assert words.count("{") == said["nl"][key].count("{"), key


def test_a_printed_what_if_says_that_it_is_an_estimate_and_what_it_assumes(core: Core) -> None:
    found = core.chain.whatif("CN", ["gallium"], 1.0)
    document = chain_estimate.estimate(found, lambda _, key: key, NOW, "en")

    assert document.marking == "OWN ESTIMATE"
    html = write_html.write(lay(document)).decode()
    assert "69 %" in html
    assert "45 %" in html  # 1 - .69 * .8
    assert "No stocks" in html
    assert "gallium → compound-semiconductor-wafers" in html


# -- the command line


def run(capsys: pytest.CaptureFixture[str], profile: Path, *words: str) -> tuple[int, str, str]:
    code = main(["--profile", str(profile), *words])
    said = capsys.readouterr()
    assert "Traceback" not in said.out + said.err
    return code, said.out, said.err


def test_the_commands_answer_in_json(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    p = tmp_path / "p"
    code, out, _ = run(capsys, p, "chain", "show", "gallium", "--json")
    told = json.loads(out)
    assert (code, told["id"], told["way"]) == (0, "gallium", "up")
    wafer = next(one for one in told["reached"] if one["id"] == "compound-semiconductor-wafers")
    assert wafer["strength"] == 0.8
    assert wafer["path"][-1]["to"] == "compound-semiconductor-wafers"

    _, out, _ = run(capsys, p, "chain", "scan", "wind", "turbine", "--json")
    assert json.loads(out)["inside"][0]["marks"]["best"]["hhi"] > 0

    words = ("--country", "cn", "--good", "gallium", "--cut", "0.5", "--json")
    _, out, _ = run(capsys, p, "chain", "whatif", *words)
    told = json.loads(out)
    assert told["estimate"] is True
    assert told["losses"][0]["low"] == pytest.approx(0.345)  # .69 * .5
    wafer = next(one for one in told["hits"] if one["id"] == "compound-semiconductor-wafers")
    assert wafer["left_low"] == pytest.approx(1 - 0.345 * 0.8)


def test_an_estimate_says_that_it_is_one_and_what_it_assumes(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, out, _ = run(
        capsys, tmp_path / "p", "chain", "whatif", "--country", "CN", "--good", "gallium"
    )
    assert code == 0
    assert out.startswith("OWN ESTIMATE")
    assert out.count("assumed:") == 5


def test_what_nobody_knows_is_bad_usage(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, _, err = run(capsys, tmp_path / "p", "chain", "show", "moonstone")
    assert code == 2
    assert "moonstone" in err


def test_the_page_is_written_to_a_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "scan.html"
    code, _, _ = run(capsys, tmp_path / "p", "chain", "scan", "gallium", "-o", str(file))
    assert code == 0
    assert b"<h1 " in file.read_bytes()
    words = ("--country", "CN", "--good", "gallium", "-o", str(file), "--lang", "nl")
    code, _, _ = run(capsys, tmp_path / "p", "chain", "whatif", *words)
    assert code == 0
    assert "EIGEN SCHATTING" in file.read_text(encoding="utf-8")


@given(st.text(max_size=40))
def test_no_words_upset_the_search(typed: str) -> None:
    found = search.asked(typed, lambda _: [], {}, "en")
    assert found.found == ()
    assert found.unused == tuple(typed.split())
