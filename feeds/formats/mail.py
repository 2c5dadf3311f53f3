"""Letters and newsletters as files (.eml, RFC 5322), with what is attached and can be read.

The plain part counts when there is one that says anything, else the HTML. A letter within a letter
is an entry of its own. Message-ID is the id.
"""

from __future__ import annotations

import email
import re
from collections.abc import Iterator
from email.errors import MessageError
from email.message import EmailMessage
from email.policy import default
from email.utils import parseaddr
from itertools import islice

from feeds import encoding, links
from feeds.text import clean, plain

from . import paper, pdf, zipped
from .draft import Frame

FORMAT = "mail"
DEEPEST = 3
PARTS = 100
LARGEST = 16 << 20
# What the standard library raises on broken headers, and on letters nested a thousand deep.
_FAULTS = (
    MessageError, ValueError, LookupError, AttributeError, TypeError, RecursionError,
)  # fmt: skip
_HEAD = re.compile(
    rb"(?:[A-Za-z][A-Za-z0-9-]{1,60}:[^\r\n]{0,4000}\r?\n(?:[ \t][^\r\n]{0,4000}\r?\n){0,400}){2,}"
)
_OURS = re.compile(
    rb"^(?:from|subject|received|message-id|mime-version|return-path|delivered-to):",
    re.IGNORECASE | re.MULTILINE,
)


def fits(body: bytes) -> bool:
    """Whether the bytes begin with the headers of a letter."""
    head = _HEAD.match(body[:65_536].lstrip())
    return bool(head) and len(set(_OURS.findall(head.group().lower()))) >= 2 if head else False


def read(body: bytes, frame: Frame) -> None:
    """Read a letter and its attachments into the frame."""
    frame.format = FORMAT
    unread: list[str] = []
    try:
        letter = email.message_from_bytes(body.lstrip(), policy=default)
        found = _paper(letter, 0, unread)
    except _FAULTS as error:
        paper.unreadable(frame, f"The letter cannot be read: {clean(str(error), 100)}")
        return
    if not (found.title or found.text.strip() or found.papers):
        paper.unreadable(frame, "The letter is empty")
        return
    for name in unread:
        frame.notes.note("An attachment is not read", clean(name, 80))
    paper.settle(found, frame)


def _paper(letter: EmailMessage, depth: int, unread: list[str]) -> paper.Paper:
    text = _text(letter)
    sender = _header(letter, "From")
    archived = _header(letter, "Archived-At").strip("<> ")
    return paper.Paper(
        title=_header(letter, "Subject") or "(no subject)",
        text=text,
        date=_header(letter, "Date"),
        language=_header(letter, "Content-Language")[:2].lower(),
        authors=tuple(name for name in (clean(parseaddr(sender)[0] or sender, 200),) if name),
        guid=_header(letter, "Message-ID").strip("<> "),
        link=links.absolute(archived),
        papers=tuple(_attached(letter, depth, unread)) if depth < DEEPEST else (),
    )


def _header(letter: EmailMessage, name: str) -> str:
    try:
        return clean(str(letter.get(name) or ""), 1_000)
    except OverflowError:  # a date whose hour or zone has no end: the letter is read without it
        return ""


def _text(letter: EmailMessage) -> str:
    """The text of the letter itself: plain, else HTML without its markup."""
    for kind in ("plain", "html"):
        body = letter.get_body(preferencelist=(kind,))
        content = _decoded(body) if isinstance(body, EmailMessage) else ""
        if content.strip():
            return content if kind == "plain" else of_html(content)
    return ""


def _decoded(part: EmailMessage) -> str:
    """A part as text: what it claims to be encoded in is a claim, as with feeds."""
    raw = part.get_payload(decode=True)
    charset = part.get_content_charset("")
    return encoding.decode(raw, f"charset={charset}").text if isinstance(raw, bytes) else ""


def of_html(markup: str) -> str:
    """All of a newsletter's words; a letter's markup is longer than a feed's."""
    size = 48_000
    pieces = (markup[at : at + size] for at in range(0, min(len(markup), 2 << 20), size))
    return " ".join(plain(piece, size) for piece in pieces)


def _attached(letter: EmailMessage, depth: int, unread: list[str]) -> Iterator[paper.Paper]:
    for part in islice(_parts(letter), PARTS):
        if part.get_content_type() == "message/rfc822":
            inner = part.get_payload()
            one = inner[0] if isinstance(inner, list) and inner else None
            if isinstance(one, EmailMessage):
                yield _paper(one, depth + 1, unread)
            continue
        name = part.get_filename()
        found = _file(part, unread) if name else None
        if found is not None:
            yield found
        elif name and part.get_content_maintype() not in ("image", "text"):
            unread.append(name)


def _parts(letter: EmailMessage) -> Iterator[EmailMessage]:
    """The parts of a letter, not those of a letter within it."""
    waiting = list(reversed(list(letter.iter_parts()))) if letter.is_multipart() else []
    while waiting:
        part = waiting.pop()
        if not isinstance(part, EmailMessage):
            continue
        yield part
        if part.get_content_maintype() == "multipart":
            waiting.extend(reversed(list(part.iter_parts())))


def _file(part: EmailMessage, unread: list[str]) -> paper.Paper | None:
    body = part.get_payload(decode=True)
    name = part.get_filename() or ""
    return attached(body, name, unread) if isinstance(body, bytes) else None


def attached(body: bytes, name: str, unread: list[str]) -> paper.Paper | None:
    """An attached file as a paper, None when it cannot be read; what is left out of it is told."""
    found: paper.Paper | None = None
    if len(body) > LARGEST:
        return None
    if body.startswith(b"%PDF-"):
        try:
            found, pages = pdf.of(body)
        except Exception:  # noqa: BLE001 # a stranger's file: pypdf raises what it likes
            return None
        if pages:
            unread.append(f"{name} beyond page {pages}")
    elif zipped.kind(body) == zipped.DOCX:
        found = zipped.of(body)
    return found if found is not None and found.text.strip() else None
