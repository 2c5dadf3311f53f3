"""The real lists beside the checkout: what each must give, and what must be refused."""

from __future__ import annotations

import json
from collections import Counter

import pytest

from feeds.lists import ofac_csv, un
from feeds.lists.read import read
from osawatch.lists.diff import ListDiff, diff
from tests.shared import SHARED, needs_shared

LISTS = SHARED / "samples/sanctions"
MATERIAL = ("renamed", "measure_changed", "detail")

# file -> list, records; the counts are the manifest's where it counts records, not rows
RECORDS = {
    "au_dfat/Australian_Sanctions_Consolidated_List_2026-08.xlsx": ("au-dfat", 3846),
    "bis/dpl.txt": ("us-csl", 581),
    "ca_sema/sema-lmes.xml": ("ca-sema", 2606),
    "ch_seco/consolidated-list_trimmed_2026-08-27.xml": ("ch-seco", 3),
    "eu_fsf/xmlFullSanctionsList_1_1_2022-03-18_1044entities.xml": ("eu-fsf", 1044),
    "ofac_cons/consolidated.xml": ("ofac-cons", 462),
    "ofac_cons/rmilosic_consolidated_2023-03-08.xml": ("ofac-cons", 445),
    "ofac_sdn_advanced/sdn_advanced_trimmed_2024-02-23.xml": ("ofac-sdn", 37),
    "ofac_sdn_csv/bench_sdn.csv": ("ofac-sdn", 8976),
    "uk_ofsi/ConList.xlsx": ("uk-ofsi", 3430),
    "uk_ofsi/sample_hmt.csv": ("uk-ofsi", 2114),
    "uk_sanctions_list/UK-Sanctions-List_trimmed_2026-09-02.xml": ("uk-sl", 3),
    "un_sc/zr101_un_2026-08-01.xml": ("un-sc", 1011),
    "us_csl/csl_2023-11_subset.csv": ("us-csl", 4227),
}
REFUSED = {
    "eu_fsf_2018_csv_mangled_by_excel.csv": "format_changed",
    "eu_fsf_2022-03-18_truncated_download.xml": "damaged",
    "git_lfs_pointer_saved_as_uk_consolidated.xml": "not_a_list",
    "ofac_s3_NoSuchKey_saved_as_sdn.xml": "not_a_list",
    "un_2024-10-16_browser_saved_unescaped_ampersand.xml": "damaged",
}

pytestmark = needs_shared


@pytest.mark.parametrize("name", RECORDS)
def test_a_real_list_gives_all_its_records_each_with_a_name_and_a_key(name: str) -> None:
    document = read((LISTS / name).read_bytes(), name)

    assert document is not None
    assert (document.list, len(document.entries), document.outcome) == (*RECORDS[name], "parsed")
    assert all(entry.id and entry.name for entry in document.entries)


@pytest.mark.parametrize("name", REFUSED)
def test_a_file_that_is_not_the_list_is_refused_with_its_reason(name: str) -> None:
    document = read((LISTS / "failure_cases" / name).read_bytes(), name)

    assert document is not None
    assert (document.outcome, document.reason) == ("refused", REFUSED[name])


def test_all_names_of_the_eu_sample_are_read() -> None:
    name = "eu_fsf/xmlFullSanctionsList_1_1_2022-03-18_1044entities.xml"

    document = read((LISTS / name).read_bytes(), name)

    assert document is not None
    assert sum(len(entry.names) for entry in document.entries) == 4855


def test_what_ofac_cut_from_the_remarks_is_joined_again() -> None:
    folder = LISTS / "ofac_sdn_csv/trimmed"
    other = ofac_csv.beside(comments=(folder / "sdn_comments.csv").read_bytes())

    entries = {e.id: e for e in ofac_csv.read((folder / "sdn.csv").read_bytes(), with_=other)}

    assert "a.k.a. 'khaleesi'" in entries["28264"].remarks
    assert any(
        name.text == "khaleesi" and name.quality == "weak" for name in entries["28264"].names
    )


def delta(pair: dict[str, str]) -> ListDiff:
    old, new = ((LISTS / pair[side]).read_bytes() for side in ("old", "new"))
    return diff(un.read(old), un.read(new))


@pytest.mark.parametrize("interval", range(6))
def test_each_interval_of_the_un_list_has_exactly_the_known_changes(interval: int) -> None:
    truth = json.loads((LISTS / "un_sc/un_delta_ground_truth.json").read_text("utf-8"))[interval]

    found = delta(truth)

    assert {entry.id for entry in found.added} == {x["dataid"] for x in truth["added"]}
    assert {entry.id for entry in found.removed} == {x["dataid"] for x in truth["removed"]}
    classes = {c.id: "material" if c.kind in MATERIAL else c.kind for c in found.changed}
    assert classes == {x["dataid"]: x["cls"] for x in truth["changed"]}


def test_a_changed_format_is_said_once_and_hides_nothing() -> None:
    found = delta({"old": "un_sc/UN_consolidated.xml", "new": "un_sc/zr101_un_2026-08-01.xml"})

    counts = Counter(change.kind for change in found.changed)
    assert found.format_changed
    assert (len(found.added), len(found.removed)) == (16, 8)
    assert counts == {"schema_noise": 839, "free_text": 124, "detail": 32}
