"""The inputs of a score as a text that can be copied, compared and disputed. Pure."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from osawatch.errors import BadInput

VERSION = "OSW:1"
GRADES = "ABCDEF"
_FILE = Path(__file__).parent / "data" / "score.yaml"


@dataclass(frozen=True, slots=True)
class Vector:
    """The inputs of the formula, rounded as they stand in the text."""

    measure: str
    severity: float
    stage: str
    reach: str
    share: tuple[float, float]
    ir: float
    eol: float
    si: float
    concentration: float
    sources: str
    official: bool
    p: float
    novelty: float
    age: float

    def __str__(self) -> str:
        low, high = self.share
        share = f"{low:g}" if low == high else f"{low:g}~{high:g}"
        return (
            f"{VERSION}/M:{self.measure}/SV:{self.severity:g}/ST:{self.stage}/RE:{self.reach}"
            f"/SH:{share}/IR:{self.ir:g}/RR:{self.eol:g}/SI:{self.si:g}/CO:{self.concentration:g}"
            f"/SRC:{self.sources}{'*' if self.official else ''}/P:{self.p:.1e}"
            f"/NV:{self.novelty:g}/AGE:{self.age:g}"
        )


@lru_cache(maxsize=1)
def numbers() -> Mapping[str, Any]:
    """The table of data/score.yaml."""
    import yaml

    table: Mapping[str, Any] = yaml.safe_load(_FILE.read_bytes())
    return table


def read(text: str) -> Vector:
    """The vector of a text; `BadInput` names the part that is wrong."""
    head, *fields = text.split("/")
    if head != VERSION:
        raise BadInput(f"starts with {head!r}, not {VERSION!r}", field="vector")
    found = dict(part.split(":", 1) for part in fields if ":" in part)
    try:
        return _from_fields(found)
    except KeyError as error:
        raise BadInput(f"{error.args[0]} is missing or not in the table", field="vector") from error
    except ValueError as error:
        raise BadInput(str(error), field="vector") from error


def _from_fields(found: Mapping[str, str]) -> Vector:
    low, _, high = found["SH"].partition("~")
    for kind, key in (("stage", "ST"), ("reach", "RE")):
        numbers()[kind][found[key]]  # KeyError when the table does not know it
    sources = found["SRC"].rstrip("*")
    if set(sources) - set(GRADES):
        raise ValueError(f"SRC: {sources!r} holds other letters than {GRADES}")
    unit = {key: _within(found, key) for key in ("SV", "IR", "RR", "SI", "CO", "P", "NV")}
    share = _within({"SH": low}, "SH"), _within({"SH": high or low}, "SH")
    return Vector(
        found["M"], unit["SV"], found["ST"], found["RE"], share, unit["IR"], unit["RR"],
        unit["SI"], unit["CO"], sources, found["SRC"].endswith("*"), unit["P"], unit["NV"],
        _within(found, "AGE", 1e6),
    )  # fmt: skip


def _within(found: Mapping[str, str], key: str, most: float = 1.0) -> float:
    try:
        value = float(found[key])
    except ValueError:
        value = math.nan
    if not 0 <= value <= most:  # NaN as well
        raise ValueError(f"{key}: {found[key]!r} is not a number from 0 to {most:g}")
    return value
