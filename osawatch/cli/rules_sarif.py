"""Findings as SARIF 2.1.0, the form that code hosts and editors read (OASIS standard)."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

from osawatch import __version__

if TYPE_CHECKING:
    from rules.model import Finding

SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)


def log(found: Sequence[Finding]) -> dict[str, object]:
    """One run with all findings; columns count code points, as YAML's reader does."""
    from rules.lints import LINTS

    codes = sorted({one.code for one in found})
    rules = [
        {"id": code, "shortDescription": {"text": LINTS.get(code, code)}} for code in codes
    ]  # the level stands with each result: one code may be a warning here and an error there
    driver = {"name": "OSAwatch", "semanticVersion": __version__, "rules": rules}
    results = [_result(one, codes.index(one.code)) for one in found]
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": results,
    }
    return {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}


def _result(one: Finding, number: int) -> dict[str, object]:
    region = {"startLine": max(1, one.line), "startColumn": max(1, one.column)}
    place = {"artifactLocation": {"uri": _uri(one.file)}, "region": region}
    return {
        "ruleId": one.code,
        "ruleIndex": number,
        "level": one.level,
        "message": {"text": one.message},
        "locations": [{"physicalLocation": place}],
    }


def _uri(file: str) -> str:
    path = Path(file)
    return path.as_uri() if path.is_absolute() else quote(path.as_posix())
