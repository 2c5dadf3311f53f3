"""YAML as a tree of texts with their places. Nothing is guessed: NO stays NO, 0712 stays 0712.

The schema decides what a text means. A key given twice, an anchor, an alias, a tag or a file
of unreasonable size is refused with its line and column.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from rules.model import Finding

LARGEST = 8 << 20  # bytes: the whole shipped pack is under one megabyte
DEEPEST = 40
_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_reader: Callable[[Path], bytes] = Path.read_bytes
_NO_ALIAS = "anchors and aliases (& and *) are not allowed: quote or repeat"
_TAGS = frozenset(f"tag:yaml.org,2002:{kind}" for kind in ("str", "seq", "map"))
_HINTS = (
    ("mapping values are not allowed", "quote a text that holds a colon"),
    ("expected <document start>", "the indent does not fit the lines above"),
    ("did not find expected ',' or ']'", "close the [ ], and quote what holds a bracket"),
    ("did not find expected ',' or '}'", "close the { }, and quote what holds a brace"),
    ("cannot start any token", "quote a text that begins with a sign like @ % ` or |"),
    ("unexpected end of stream", "a quote is not closed"),
    ("expected <block end>", "the indent does not fit the lines above"),
    ("did not find expected key", "the indent does not fit the lines above"),
    ("did not find expected '-' indicator", "the indent does not fit the lines above"),
    ("could not find expected ':'", "a «:» with a space after it is missing"),
)
_OPENED = re.compile("quoted scalar|flow (sequence|mapping)|simple key")
BREAKS = re.compile("\r\n|[\n\r\x85\u2028\u2029]")  # what ends a line in YAML 1.1
# what YAML does not let stand in a file: most controls, lone surrogates
_FORBIDDEN = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_MAYBE_ALIAS = re.compile(r"(?:^|[\s,\[{:-])[&*][^\s,\]}]", re.MULTILINE)


class Place(NamedTuple):
    """Where something stands; line and column are counted from 1."""

    file: str
    line: int = 1
    column: int = 1


NOWHERE = Place("")


class Scalar(NamedTuple):
    """A text and its place. `plain` is false when it was quoted, `wrapped` if it takes lines."""

    text: str
    place: Place
    plain: bool = True
    wrapped: bool = False


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list and its place."""

    items: tuple[Node, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys in the order of the file, each with its own place."""

    entries: dict[str, Node]
    keys: dict[str, Place]
    place: Place


Node = Scalar | Sequence | Mapping


@dataclass(slots=True)
class Findings:
    """What was wrong, in the order it was found."""

    found: list[Finding] = field(default_factory=list)

    def error(self, place: Place, code: str, message: str) -> None:
        """Something that makes the part unusable."""
        self.found.append(Finding(place.file, place.line, place.column, "error", code, message))

    def warn(self, place: Place, code: str, message: str) -> None:
        """Something that works but is likely not meant."""
        self.found.append(Finding(place.file, place.line, place.column, "warning", code, message))

    def note(self, place: Place, code: str, message: str) -> None:
        """Something worth knowing."""
        self.found.append(Finding(place.file, place.line, place.column, "note", code, message))

    @property
    def failed(self) -> bool:
        """Whether an error is among them."""
        return any(one.level == "error" for one in self.found)


def read_with(reader: Callable[[Path], bytes]) -> None:
    """How bytes of files are had from now on; whoever keeps them sealed opens them here."""
    global _reader  # one way to read for the whole program
    _reader = reader


def read(path: Path, findings: Findings) -> list[Node]:
    """The documents of a file; those before a syntax error are kept."""
    place = Place(str(path))
    try:
        body = _reader(path)
    except OSError as error:
        findings.error(place, "unreadable", f"cannot be read: {error.strerror}")
        return []
    if len(body) > LARGEST:
        findings.error(place, "too-big", f"larger than {LARGEST >> 20} MB: split the file")
        return []
    try:
        return parse(body.decode("utf-8-sig"), str(path), findings)
    except UnicodeDecodeError as error:
        before = body[: error.start].removeprefix(b"\xef\xbb\xbf")
        line, column = before.count(b"\n") + 1, len(before[before.rfind(b"\n") + 1 :].decode()) + 1
        findings.error(Place(str(path), line, column), "encoding", "is not UTF-8: save it as UTF-8")
        return []


def parse(text: str, file: str, findings: Findings) -> list[Node]:
    """The documents of a text; an empty document is left out."""
    if _MAYBE_ALIAS.search(text) and not _without_aliases(text, file, findings):
        return []
    found: list[Node] = []
    try:
        for root in yaml.compose_all(text, Loader=_LOADER):
            node = _node(root, file, findings, 0)
            if node is not None and not (isinstance(node, Scalar) and not node.text):
                found.append(node)
    except yaml.YAMLError as error:
        findings.error(_mark(error, file, text), "syntax", _said(error, text))
    except RecursionError:
        findings.error(Place(file), "too-deep", "is nested too deep")
    return found


def _without_aliases(text: str, file: str, findings: Findings) -> bool:
    try:
        for event in yaml.parse(text, Loader=_LOADER):
            if getattr(event, "anchor", None):
                findings.error(_at(file, event.start_mark), "alias", _NO_ALIAS)
                return False
    except yaml.YAMLError:
        return True  # the reader proper will say what is wrong
    return True


def _at(file: str, mark: yaml.Mark | Any) -> Place:
    return Place(file, mark.line + 1, mark.column + 1) if mark else Place(file)


def _node(root: yaml.Node, file: str, findings: Findings, depth: int) -> Node | None:
    place = _at(file, root.start_mark)
    if depth > DEEPEST:
        findings.error(place, "too-deep", f"is nested deeper than {DEEPEST} levels")
        return None
    if root.tag not in _TAGS:
        findings.error(place, "tag", f"tags like {_short(root.tag)} are not allowed: leave it out")
    if isinstance(root, yaml.ScalarNode):
        wrapped = root.end_mark.line > root.start_mark.line
        return Scalar(root.value, place, not root.style, wrapped)  # libyaml's style may be ""
    if isinstance(root, yaml.SequenceNode):
        items = (_node(child, file, findings, depth + 1) for child in root.value)
        return Sequence(tuple(item for item in items if item is not None), place)
    entries: dict[str, Node] = {}
    keys: dict[str, Place] = {}
    for key, spot, child in _pairs(root, file, findings):
        if key in entries:
            findings.error(spot, "duplicate-key", f"«{key}» stands here twice: keep one")
            continue
        value = _node(child, file, findings, depth + 1)
        if value is not None:
            entries[key] = value
            keys[key] = spot
    return Mapping(entries, keys, place)


def _pairs(
    root: yaml.Node, file: str, findings: Findings
) -> Iterator[tuple[str, Place, yaml.Node]]:
    for key, child in root.value:
        spot = _at(file, key.start_mark)
        if isinstance(key, yaml.ScalarNode):
            yield key.value, spot, child
        else:
            findings.error(spot, "key", "a key must be a plain text")


def _short(tag: str) -> str:
    return tag.replace("tag:yaml.org,2002:", "!!")


def _mark(error: yaml.YAMLError, file: str, text: str) -> Place:
    """Where the fault is; of a quote or bracket that is never closed, where it was opened."""
    problem = getattr(error, "problem_mark", None)
    context = getattr(error, "context_mark", None)
    said = str(getattr(error, "context", "") or "")
    if problem and context and problem.line > context.line and _OPENED.search(said):
        return _at(file, context)
    mark = problem or context
    if mark:
        lines = BREAKS.split(text)
        past = mark.line >= len(lines)  # the end of the text, as its reader counts
        return Place(file, len(lines), len(lines[-1]) + 1) if past else _at(file, mark)
    found = _FORBIDDEN.search(text)
    if not found:
        return Place(file)
    before = BREAKS.split(text[: found.start()])
    return Place(file, len(before), len(before[-1]) + 1)


def _said(error: yaml.YAMLError, text: str) -> str:
    """What YAML's reader says of the first fault, and what an author most likely did."""
    problem = str(getattr(error, "problem", None) or getattr(error, "reason", None) or "")
    hint = next((told for sign, told in _HINTS if sign in problem), "")
    mark = getattr(error, "problem_mark", None)
    lines = text.split("\n", mark.line + 1) if mark else []
    if mark and mark.line < len(lines) and lines[mark.line][mark.column :].startswith("\t"):
        hint = "indent with spaces, not with a tab"
    return f"is not YAML: {problem or 'unexpected character'}" + (f"; {hint}" if hint else "")
