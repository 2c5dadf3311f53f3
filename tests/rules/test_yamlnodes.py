"""YAML read as texts with places: nothing is guessed, nothing wins silently."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from rules import yamlnodes
from rules.yamlnodes import Findings, Mapping, Scalar, Sequence


def tree(text: str) -> tuple[list[yamlnodes.Node], list[str]]:
    findings = Findings()
    return yamlnodes.parse(text, "a.yaml", findings), [str(one) for one in findings.found]


def test_norway_stays_norway_and_codes_keep_their_zero() -> None:
    (root,), wrong = tree("country: NO\nno: 0712\nat: 22:30\n")
    assert isinstance(root, Mapping)
    texts = {key: one.text for key, one in root.entries.items() if isinstance(one, Scalar)}
    assert texts == {
        "country": "NO",
        "no": "0712",
        "at": "22:30",
    }
    assert wrong == []


def test_every_text_knows_its_line_and_column() -> None:
    (root,), _ = tree("a:\n  - x\n  -  yy\n")
    assert isinstance(root, Mapping)
    items = root.entries["a"]
    assert isinstance(items, Sequence)
    assert [(item.place.line, item.place.column) for item in items.items] == [(2, 5), (3, 6)]


def test_a_key_given_twice_is_refused_where_it_stands() -> None:
    _, wrong = tree("id: a\nid: b\n")
    assert wrong == ["a.yaml:2:1: error duplicate-key «id» stands here twice: keep one"]


def test_anchors_and_aliases_are_refused() -> None:
    nodes, wrong = tree("a: &big [x]\nb: *big\n")
    assert nodes == []
    assert wrong[0].startswith("a.yaml:1:4: error alias")


def test_a_star_that_means_a_prefix_is_no_alias() -> None:
    (root,), wrong = tree("a: ['export*', R&D, export*]\n")
    assert isinstance(root, Mapping)
    assert wrong == []


def test_a_syntax_error_says_where_and_keeps_the_documents_before_it() -> None:
    nodes, wrong = tree("a: 1\n---\nb: [1\nc: 2\n")
    assert len(nodes) == 1
    assert wrong[0].startswith("a.yaml:3:4:")  # where the bracket was opened


def test_a_file_of_unreasonable_size_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "big.yaml"
    path.write_bytes(b"#" * (yamlnodes.LARGEST + 1))
    findings = Findings()
    assert yamlnodes.read(path, findings) == []
    assert findings.found[0].code == "too-big"


def test_a_file_in_another_encoding_says_so(tmp_path: Path) -> None:
    path = tmp_path / "latin.yaml"
    path.write_bytes(b"a: 1\nb: caf\xe9\n")
    findings = Findings()
    assert yamlnodes.read(path, findings) == []
    assert str(findings.found[0]).endswith(":2:7: error encoding is not UTF-8: save it as UTF-8")


def test_a_missing_file_is_a_finding_not_a_crash(tmp_path: Path) -> None:
    findings = Findings()
    assert yamlnodes.read(tmp_path / "none.yaml", findings) == []
    assert findings.found[0].code == "unreadable"


@given(st.text(max_size=200))
def test_whatever_a_stranger_writes_ends_in_nodes_or_findings(text: str) -> None:
    nodes, wrong = tree(text)
    assert isinstance(nodes, list)
    assert isinstance(wrong, list)


def test_deep_nesting_is_refused_not_fatal() -> None:
    nodes, wrong = tree("[" * 5000)
    assert nodes == [] or wrong
