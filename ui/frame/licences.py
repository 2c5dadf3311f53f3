"""What the program stands on, as the installed packages themselves say it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from importlib import metadata

from ui import faces

NAME = re.compile(r"[A-Za-z0-9._-]+")
LONGEST = 80
# what is shipped and no package: see docs/dependencies.md
SHIPPED = ("world-atlas (Natural Earth)", "2.0.2", "ISC; shapes in the public domain")


@dataclass(frozen=True, slots=True)
class Part:
    """A package: its version and licence; "" = its package does not say."""

    name: str
    version: str
    licence: str


def parts(root: str = "osawatch") -> list[Part]:
    """The package, all that it needs, as far as they are installed, and data of others, by name."""
    found: dict[str, Part] = {}
    _walk(root, found)
    fonts = [Part(name, "", licence) for name, licence in faces.carried()]
    whole = [*found.values(), Part(*SHIPPED), *fonts]
    return sorted(whole, key=lambda one: one.name.casefold())


def _walk(name: str, found: dict[str, Part]) -> None:
    key = re.sub(r"[-_.]+", "-", name).lower()
    if key in found:
        return
    try:
        one = metadata.distribution(key)
    except metadata.PackageNotFoundError:
        return
    found[key] = Part(one.metadata["Name"], one.version, _licence(one.metadata))
    for line in one.requires or ():
        needed = NAME.match(line)
        if needed and "extra ==" not in line:
            _walk(needed[0], found)


def _licence(said: metadata.PackageMetadata) -> str:
    """Its expression, else its classifier, else the first line of its own words."""
    stated = said.get_all("License-Expression") or []
    classes = [
        line.split("::")[-1].strip()
        for line in said.get_all("Classifier") or []
        if line.startswith("License ::")
    ]
    own = [line.partition("\n")[0] for line in said.get_all("License") or []]
    return next((line for line in (*stated, *classes, *own) if line.strip()), "")[:LONGEST]
