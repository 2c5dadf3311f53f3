"""Is this body a file that a person has, not an answer of a service? By its first bytes."""

from __future__ import annotations

from dataclasses import dataclass

from .formats import mail, zipped

SHEETS = b"\xd0\xcf\x11\xe0"


@dataclass(frozen=True, slots=True)
class Held:
    """A file: its `kind` ("" of none), or the `body` that an archive holds instead of it."""

    kind: str = ""
    body: bytes | None = None
    refused: str = ""


def look(body: bytes) -> Held:
    """What kind of file this is; a ZIP with one file in it is that file."""
    if body.startswith(b"%PDF-"):
        return Held("pdf")
    if body.startswith(SHEETS):
        return _office(body)
    if body.startswith(b"PK\x03\x04"):
        return _zipped(body)
    return Held("mail") if mail.fits(body) else Held()


def _office(body: bytes) -> Held:
    """A compound file: a message, which may have a workbook attached, or a workbook."""
    if b"_\0_\0s\0u\0b\0s\0t\0g\0" in body:
        return Held("msg")
    if b"W\0o\0r\0k\0b\0o\0o\0k\0" in body or b"B\0o\0o\0k\0" in body:
        return Held("sheet")
    return Held(refused="An old Office file: save it as .docx or .xlsx, which can be read")


def _zipped(body: bytes) -> Held:
    kind = zipped.kind(body)
    if kind != "text":
        return Held(kind, refused="" if kind else "A ZIP archive of files that are not read")
    inside = zipped.only(body)
    if inside is None:
        return Held(refused="A ZIP archive that is damaged, locked or too large")
    return Held(body=inside)
