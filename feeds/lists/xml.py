"""Streaming over list XML: one record element at a time, by local name, nothing kept behind."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from io import BytesIO

from lxml import etree

from feeds.lists.words import tidy


def records(body: bytes, *names: str) -> Iterator[etree._Element]:
    """Each element with one of these local names; it is emptied once the caller goes on.

    Raises `etree.XMLSyntaxError` where the document breaks; the records before it were given.
    """
    wanted = [f"{{*}}{name}" for name in names]
    walk = etree.iterparse(
        BytesIO(body),
        events=("end",),
        tag=wanted,
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
    )
    for _, element in walk:
        yield element
        element.clear()
        while element.getprevious() is not None:
            del element.getparent()[0]


_LOCAL: dict[object, str] = {}


def local(element: etree._Element) -> str:
    """The element's name without its namespace; "" for comments and instructions."""
    tag: object = element.tag  # a function for comments, whatever the stubs say
    name = _LOCAL.get(tag)
    if name is None:
        name = tag.rpartition("}")[2] if isinstance(tag, str) else ""
        if len(_LOCAL) < MOST_TAGS:
            _LOCAL[tag] = name
    return name


MOST_TAGS = 4096  # a hostile document may have a tag for every element


@cache
def _any(name: str) -> str:
    return f"{{*}}{name}"


def children(element: etree._Element, *path: str) -> Iterator[etree._Element]:
    """All elements at the path of local names below this one."""
    if not path:
        yield element
    elif len(path) == 1:
        yield from element.iterchildren(_any(path[0]))
    else:
        for child in element.iterchildren(_any(path[0])):
            yield from children(child, *path[1:])


def text(element: etree._Element, *path: str) -> str:
    """The tidy text of the first element at the path, "" when there is none."""
    if len(path) == 1:
        for found in element.iterchildren(_any(path[0])):
            return tidy(found.text)
        return ""
    return next((tidy(found.text) for found in children(element, *path)), "")


def texts(element: etree._Element, *path: str) -> tuple[str, ...]:
    """The tidy texts of all elements at the path that have one."""
    return tuple(value for found in children(element, *path) if (value := tidy(found.text)))


Parts = dict[str, list[etree._Element]]  # noqa: SLF001  lxml has no other name for it


def parts_of(element: etree._Element) -> Parts:
    """The elements below this one by their local names, in one pass."""
    found: Parts = {}
    for child in element:
        name = _LOCAL.get(child.tag) or local(child)
        if name in found:
            found[name].append(child)
        else:
            found[name] = [child]
    return found


def first(parts: Parts, name: str) -> str:
    """The tidy text of the first of these parts, "" when there is none."""
    there = parts.get(name)
    if not there:
        return ""
    said = there[0].text
    return " ".join(said.split()) if said else ""  # `tidy`, without a call: 15 a record


def values(element: etree._Element) -> dict[str, str]:
    """The tidy texts of the elements below this one by local name, the first of each: one pass."""
    found: dict[str, str] = {}
    for child in element:
        said = child.text
        if said:
            name = _LOCAL.get(child.tag) or local(child)
            if name not in found:
                found[name] = " ".join(said.split())
    return found


def flat(element: etree._Element, **more: tuple[str, ...]) -> Leaves:
    """Every leaf text and attribute below, as path -> values in document order; read when asked."""
    raw = etree.tostring(element, encoding="UTF-8", xml_declaration=False, with_tail=False)
    return Leaves(raw, more)


def also(
    fields: Mapping[str, tuple[str, ...]], more: Mapping[str, tuple[str, ...]]
) -> Mapping[str, tuple[str, ...]]:
    """The leaves with others that stand elsewhere in the document."""
    if isinstance(fields, Leaves):
        return Leaves(fields.raw, {**fields.more, **more})
    return {**fields, **more}


Opener = Callable[[bytes], Mapping[str, tuple[str, ...]]]


class Leaves(Mapping[str, tuple[str, ...]]):
    """The leaves of a record, kept as the bytes they came in until somebody compares them.

    Taking a record apart costs three times as much as all the rest, and most are never compared:
    two records of equal `raw` bytes are the same. `opener` takes them apart: here, or, for bytes
    that came from a reader apart, there.
    """

    __slots__ = ("_found", "_opener", "more", "raw")

    def __init__(
        self,
        raw: bytes,
        more: Mapping[str, tuple[str, ...]] | None = None,
        opener: Opener | None = None,
    ) -> None:
        self.raw = raw
        self.more = dict(more or {})
        self._opener = opener
        self._found: dict[str, tuple[str, ...]] | None = None

    def __getitem__(self, path: str) -> tuple[str, ...]:
        return self._leaves()[path]

    def __iter__(self) -> Iterator[str]:
        return iter(self._leaves())

    def __len__(self) -> int:
        return len(self._leaves())

    def same(self, other: object) -> bool:
        """Whether both came in the same bytes; False says nothing."""
        return isinstance(other, Leaves) and (self.raw, self.more) == (other.raw, other.more)

    @property
    def shut(self) -> bool:
        """Whether nobody took it apart yet."""
        return self._found is None

    def fill(self, found: Mapping[str, tuple[str, ...]]) -> None:
        """What its bytes hold, taken apart by another."""
        self._found = {**found, **self.more}

    def _leaves(self) -> dict[str, tuple[str, ...]]:
        if self._found is None:
            self.fill((self._opener or taken_apart)(self.raw))
        return self._found or {}


def taken_apart(raw: bytes) -> dict[str, tuple[str, ...]]:
    """Every leaf text and attribute of a record, as path -> values in document order."""
    found: dict[str, list[str]] = {}
    _collect(etree.fromstring(raw, _PARSER), "", found)
    return {path: tuple(values) for path, values in found.items()}


_PARSER = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)


def _collect(element: etree._Element, path: str, found: dict[str, list[str]]) -> None:
    for key, value in element.attrib.items():
        if value := tidy(str(value)):
            found.setdefault(f"{path}@{str(key).rpartition('}')[2]}", []).append(value)
    if value := tidy(element.text):
        found.setdefault(path, []).append(value)
    for child in element:
        if name := local(child):
            _collect(child, f"{path}/{name}" if path else name, found)
