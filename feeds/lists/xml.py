"""Streaming over list XML: one record element at a time, by local name, nothing kept behind."""

from __future__ import annotations

from collections.abc import Iterator
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


def local(element: etree._Element) -> str:
    """The element's name without its namespace; "" for comments and instructions."""
    tag: object = element.tag  # a function for comments, whatever the stubs say
    return etree.QName(element).localname if isinstance(tag, str) else ""


def children(element: etree._Element, *path: str) -> Iterator[etree._Element]:
    """All elements at the path of local names below this one."""
    if not path:
        yield element
        return
    for child in element:
        if local(child) == path[0]:
            yield from children(child, *path[1:])


def text(element: etree._Element, *path: str) -> str:
    """The tidy text of the first element at the path, "" when there is none."""
    return next((tidy(found.text) for found in children(element, *path)), "")


def texts(element: etree._Element, *path: str) -> tuple[str, ...]:
    """The tidy texts of all elements at the path that have one."""
    return tuple(value for found in children(element, *path) if (value := tidy(found.text)))


def flat(element: etree._Element) -> dict[str, tuple[str, ...]]:
    """Every leaf text and attribute below, as path -> values in document order."""
    found: dict[str, list[str]] = {}
    _collect(element, "", found)
    return {path: tuple(values) for path, values in found.items()}


def _collect(element: etree._Element, path: str, found: dict[str, list[str]]) -> None:
    for key, value in element.attrib.items():
        if value := tidy(str(value)):
            found.setdefault(f"{path}@{etree.QName(key).localname}", []).append(value)
    if value := tidy(element.text):
        found.setdefault(path, []).append(value)
    for child in element:
        if name := local(child):
            _collect(child, f"{path}/{name}" if path else name, found)
