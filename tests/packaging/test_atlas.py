"""The shapes that ship: every correction of a border came out; neighbours share one line."""

from __future__ import annotations

import importlib.util
import json
from itertools import chain
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parents[2]
TOOLS = ROOT / "packaging" / "atlas"
RULES = yaml.safe_load((TOOLS / "borders.yaml").read_text("utf-8"))["corrections"]
WORLD = json.loads((ROOT / "ui" / "assets" / "world.json").read_text("utf-8"))


def tool() -> ModuleType:
    spec = importlib.util.spec_from_file_location("atlas_rings", TOOLS / "rings.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


RINGS = tool()


def points(steps: list[int]) -> list[tuple[int, int]]:
    x, y = steps[0], steps[1]
    out = [(x, y)]
    for dx, dy in zip(steps[2::2], steps[3::2], strict=True):
        x, y = x + dx, y + dy
        out.append((x, y))
    return out


CHAINS = [points(steps) for steps in WORLD["chains"]]


def land_at(longitude: float, latitude: float) -> list[str]:
    at = RINGS.projected((longitude, latitude))
    return [
        code
        for code, rings in WORLD["lands"].items()
        if sum(RINGS.inside(at, joined(ring)) for ring in rings) % 2
    ]


def joined(ring: list[int]) -> list[tuple[int, int]]:
    parts = (CHAINS[n] if n >= 0 else CHAINS[~n][::-1] for n in ring)
    return list(chain.from_iterable(part[:-1] for part in parts))


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: str(rule["name"]))
def test_a_corrected_border_has_its_places_where_they_belong(rule: dict[str, Any]) -> None:
    found = [(*place[:2], *land_at(*place[:2])) for place in rule["places"]]

    assert found == [tuple(place) for place in rule["places"]]
    assert rule["why"]


def test_every_correction_that_is_asked_for_is_there() -> None:
    names = {rule["name"] for rule in RULES}

    assert set(WORLD["corrections"]) == names
    assert names >= {
        "crimea", "northern-cyprus", "somaliland", "kosovo", "western-sahara", "taiwan", "golan",
        "palestine", "kashmir", "hong-kong-and-macao", "abyei",
    }  # fmt: skip


def test_what_is_not_agreed_is_drawn_dashed_and_said() -> None:
    wanted = {rule["name"]: rule["note"] for rule in RULES if "note" in rule}
    found = {(name, code) for code, names in WORLD["notes"].items() for name in names}

    assert found == {(name, code) for name, codes in wanted.items() for code in codes}
    dashed = set(WORLD["dashed"])
    for pair in (("XK", "RS"), ("EH", "MA"), ("IL", "PS"), ("IL", "SY"), ("IN", "PK")):
        ours, theirs = (
            {n if n >= 0 else ~n for ring in WORLD["lands"][code] for n in ring} for code in pair
        )
        assert ours & theirs & dashed, pair


def test_neighbours_share_one_border_and_no_land_is_lost() -> None:
    of: dict[int, set[str]] = {}
    for code, rings in WORLD["lands"].items():
        for n in chain.from_iterable(rings):
            of.setdefault(n if n >= 0 else ~n, set()).add(code)

    assert any(codes == {"NL", "BE"} for codes in of.values())
    assert set(of) == set(range(len(CHAINS)))
    assert {"SG", "MT", "BH", "HK", "VA", "NL", "FJ"} <= WORLD["lands"].keys()
    assert WORLD["points"].keys() == WORLD["lands"].keys() - {""}


def test_the_source_and_its_licence_are_named() -> None:
    assert "world-atlas 2.0.2" in WORLD["source"]
    licence = (ROOT / "ui" / "assets" / "world-atlas-LICENSE.txt").read_text("utf-8")
    assert "Michael Bostock" in licence


def test_a_ring_over_the_date_line_stays_whole() -> None:
    ring = RINGS._unbroken([(178.0, 66.0), (-178.0, 67.0), (-175.0, 66.0), (179.0, 65.0)])

    assert [x for x, _ in ring] == [178.0, 182.0, 185.0, 179.0]


def test_two_squares_side_by_side_become_one() -> None:
    left = [(0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0)]
    right = [(1.0, 0.0), (2.0, 0.0), (2.0, 1.0), (1.0, 1.0)]

    (one,) = RINGS.dissolved([left, right])

    assert RINGS.area(one) == 2.0
    assert RINGS.dissolved([left]) != []


def test_the_smallest_corner_goes_first_and_ends_stay() -> None:
    bent = ((0.0, 0.0), (1.0, 0.01), (2.0, 0.0), (3.0, 3.0), (4.0, 0.0))

    assert RINGS.fewer(bent, 0.5) == ((0.0, 0.0), (2.0, 0.0), (3.0, 3.0), (4.0, 0.0))
    assert RINGS.fewer(bent, 99.0) == ((0.0, 0.0), (4.0, 0.0))
