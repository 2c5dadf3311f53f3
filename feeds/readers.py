"""Who reads what: a table of (name, test, reader) for each kind of body, tried from the top.

A test looks at the shape and never trusts a name; a reader fills the frame and never raises.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

from .formats import (
    atom,
    cellar,
    cn_search,
    federal_register,
    gdelt,
    gdelt_bulk,
    gta,
    jsonfeed,
    mail,
    outlook,
    pdf,
    reliefweb,
    rss,
    sanctions_map,
    sru,
    table,
    tweede_kamer,
    wto,
    zipped,
)
from .formats.draft import Frame
from .jsontext import Value, record
from .xmltree import Element

Found = TypeVar("Found")


@dataclass(frozen=True, slots=True)
class Reader(Generic[Found]):
    """A format: what a person calls it, whether it fits, and how it is read."""

    name: str
    fits: Callable[[Found], bool]
    read: Callable[[Found, Frame], None]


def _local(root: Element) -> str:
    return str(root.tag).rpartition("}")[2].casefold()


JSON: tuple[Reader[Value], ...] = (
    Reader("gdelt", gdelt.fits, gdelt.read),
    Reader("gta", gta.fits, gta.read),
    Reader("wto-eping", wto.fits_eping, wto.read_eping),
    Reader("wto-qr", wto.fits_qr, wto.read_qr),
    Reader("cellar", cellar.fits, cellar.read),
    Reader("tk-odata", tweede_kamer.fits_odata, tweede_kamer.read_odata),
    Reader("cn-search", cn_search.fits, cn_search.read),
    Reader("eu-sanctions-map", sanctions_map.fits, sanctions_map.read),
    Reader("reliefweb", reliefweb.fits, reliefweb.read),
    Reader(
        "jsonfeed",
        lambda value: jsonfeed.fits(record(value)),
        lambda value, frame: jsonfeed.read(record(value), frame),
    ),
    Reader(
        "federal-register",
        lambda value: federal_register.fits(record(value)),
        lambda value, frame: federal_register.read(record(value), frame),
    ),
)
XML: tuple[Reader[Element], ...] = (
    Reader("sru", lambda root: _local(root) in sru.ROOTS, sru.read),
    Reader(
        "tk-syncfeed",
        lambda root: _local(root) == "feed" and tweede_kamer.fits_sync(root),
        tweede_kamer.read_sync,
    ),
    Reader("atom", lambda root: _local(root) == "feed", atom.read),
    Reader("rss", lambda _root: True, rss.read),
)
TEXT: tuple[Reader[str], ...] = (
    Reader("gdelt-bulk", gdelt_bulk.fits, gdelt_bulk.read),
    Reader("jsonl", table.fits_lines, table.read_lines),
    Reader("csv", table.fits, table.read),
)
FILES: dict[str, Callable[[bytes, Frame], None]] = {
    "mail": mail.read,
    "msg": outlook.read,
    "pdf": pdf.read,
    "docx": zipped.read,
    "sheet": table.read_sheet,
}


def first(readers: Iterable[Reader[Found]], found: Found) -> Reader[Found] | None:
    """The reader of the first format that fits."""
    return next((reader for reader in readers if reader.fits(found)), None)
