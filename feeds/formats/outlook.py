"""Outlook's messages (.msg, [MS-OXMSG]): subject, text, sender, time, and papers attached.

A property is a stream named by its number and type: __substg1.0_0037001F is the subject (0037) in
UTF-16 (001F; 001E is 8-bit, 0102 binary); times stand in the stream of fixed properties. Of the
text the plain form counts, else the HTML; the form that is RTF alone is not read.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

from feeds import encoding
from feeds.text import clean

from . import mail, paper
from .compound import BrokenError, Compound, Entry, storages, streams
from .draft import Frame

FORMAT = "outlook-msg"
ATTACHMENTS = 50
_LONGEST = 16 << 20
_NAME = "__substg1.0_{:04X}{:04X}"
_UNICODE, _BYTES, _BINARY, _TIME = 0x001F, 0x001E, 0x0102, 0x0040
_EPOCH = datetime(1601, 1, 1, tzinfo=UTC)
_SUBJECT, _PLAIN, _HTML, _ID = 0x0037, 0x1000, 0x1013, 0x1035
_SENDER, _SENDER_ADDRESS = 0x0C1A, 0x5D01
_SUBMITTED, _DELIVERED = 0x0039, 0x0E06
_FILE, _SHORT_FILE, _DATA = 0x3707, 0x3704, 0x3701


def read(body: bytes, frame: Frame) -> None:
    """Read a message and its attachments into the frame."""
    frame.format = FORMAT
    try:
        file = Compound(body)
        found, unread = _paper(file)
    except (BrokenError, struct.error, IndexError) as error:
        paper.unreadable(frame, f"The message cannot be read: {clean(str(error), 100)}")
        return
    if not (found.text.strip() or found.papers):
        paper.unreadable(frame, "The message has no text that is plain or HTML: save it as .eml")
        return
    for name in unread:
        frame.notes.note("An attachment is not read", clean(name, 80))
    paper.settle(found, frame)


def _paper(file: Compound) -> tuple[paper.Paper, list[str]]:
    there = streams(file.inside())
    unread: list[str] = []
    sender = _text(file, there, _SENDER) or _text(file, there, _SENDER_ADDRESS)
    html = _text(file, there, _HTML)
    made = paper.Paper(
        title=clean(_text(file, there, _SUBJECT), 300) or "(no subject)",
        text=_text(file, there, _PLAIN) or mail.of_html(html),
        date=_time(file, there),
        authors=(clean(sender, 200),) if sender else (),
        guid=clean(_text(file, there, _ID), 300).strip("<> "),
        papers=tuple(_attached(file, unread)),
    )
    return made, unread


def _text(file: Compound, there: dict[str, Entry], number: int) -> str:
    for kind in (_UNICODE, _BYTES, _BINARY):
        entry = there.get(_NAME.format(number, kind))
        if entry is None:
            continue
        raw = file.read(entry, _LONGEST)
        if kind == _UNICODE:
            return raw.decode("utf-16-le", "replace").rstrip("\0")
        return encoding.decode(raw).text.rstrip("\0")
    return ""


def _time(file: Compound, there: dict[str, Entry]) -> str:
    """When it was sent, else when it came."""
    entry = there.get("__properties_version1.0")
    raw = file.read(entry, 1 << 20) if entry else b""
    times = {}
    for at in range(32, len(raw) - 15, 16):
        kind, number, _, value = struct.unpack_from("<HHIQ", raw, at)
        if kind == _TIME and value < 1 << 58:  # before the year 2514
            times[number] = value
    value = times.get(_SUBMITTED) or times.get(_DELIVERED)
    return (_EPOCH + timedelta(microseconds=value // 10)).isoformat() if value else ""


def _attached(file: Compound, unread: list[str]) -> Iterator[paper.Paper]:
    attachments = [one for one in storages(file.inside()) if one.name.startswith("__attach")]
    for storage in attachments[:ATTACHMENTS]:
        there = streams(file.inside(storage))
        name = _text(file, there, _FILE) or _text(file, there, _SHORT_FILE) or storage.name
        entry = there.get(_NAME.format(_DATA, _BINARY))
        found = mail.attached(file.read(entry, _LONGEST), name, unread) if entry else None
        if found is not None:
            yield found
        else:
            unread.append(name)
    unread.extend(f"{len(attachments) - ATTACHMENTS} more" for _ in attachments[ATTACHMENTS:][:1])
