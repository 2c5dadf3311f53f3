"""Every list document among the samples: the records that its manifest counts against those found.

The manifest counts records of most lists, rows of some (several rows are one record there); files
without a count must give at least one record. What is no list of ours says so.
"""

from __future__ import annotations

import gzip
import json
from typing import Any

import pytest

from feeds.lists.read import ListDocument, read
from tests.shared import SHARED, needs_shared

LISTS = SHARED / "samples/sanctions"
pytestmark = needs_shared

# Not lists: lists joined by hand of others, indexes, ground truths, text of a PDF.
NO_LISTS = (
    "cn_countersanctions", "eu_oj/", "jp_meti/", "us_csl/dod_1260H", "_index.json", "us_tel.json",
    "delta_ground_truth.json", "changes_history", "targets.nested.json", "entities.delta.json",
)  # fmt: skip
COMPANIONS = ("add.csv", "alt.csv", "comments.csv")
# The manifest counts rows there, or is one off; counted in the files themselves.
RECORDS = {
    "au_dfat/Australian_Sanctions_Consolidated_List_2026-08.xlsx": 3846,
    "au_dfat/regulation8_consolidated.xls": 2666,
    "ofac_cons/cons_prim.csv": 442,
    "ofac_sdn_csv/sdn.csv": 7379,
    "uk_ofsi/ConList.xlsx": 3430,
    "uk_ofsi/photoangell_sanctionsconlist.csv": 2106,
    "uk_ofsi/sample_hmt.csv": 2114,
    "uk_sanctions_list/UK-Sanctions-List_trimmed.csv": 2,
}
# A cut that still says how long the whole was: what is there is given, and refused as a list.
CUT = {"ofac_sdn_xml/deriv_sdn.xml": 8}
DELTA = "ofac_delta/2026-01-15_delta_SYNTHETIC.xml"


def manifest() -> list[Any]:
    if not (LISTS / "MANIFEST.json").is_file():
        return []
    return [
        pytest.param(one, id=one["file"])
        for one in json.loads((LISTS / "MANIFEST.json").read_text("utf-8"))
        if not any(part in one["file"] for part in NO_LISTS)
    ]


def found(name: str) -> ListDocument | None:
    body = (LISTS / name).read_bytes()
    return read(gzip.decompress(body) if name.endswith(".gz") else body, name)


@pytest.mark.parametrize("one", manifest())
def test_a_list_gives_as_many_records_as_its_manifest_counts(one: dict[str, Any]) -> None:
    name = one["file"]
    if not (LISTS / name).is_file():
        pytest.skip("named in the manifest, but not among the samples")

    document = found(name)

    if name.startswith("failure_cases"):
        assert document is None or document.outcome == "refused"
        return
    assert document is not None
    if name.endswith(COMPANIONS):
        assert (document.outcome, document.reason) == ("refused", "companion")
        return
    if name == DELTA:
        assert (document.outcome, document.reason, len(document.entries)) == (
            "refused",
            "companion",
            3,
        )
        return
    if name in CUT:
        assert (document.reason, len(document.entries)) == ("damaged", CUT[name])
        return
    expected = RECORDS.get(name, one.get("records"))
    assert document.outcome == "parsed"
    assert document.entries
    assert len(document.entries) == (expected or len(document.entries))
