"""A document as bytes and back: what passes between the process that reads and the one that asked.

JSON, because whoever took over the reading process could answer anything: nothing here can become
more than text, numbers and dates. An answer of another shape is `Unfit`.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any, cast, get_args

from feeds.model import Document, FileOutcome, Item, Precision, Problem


class Unfit(Exception):  # noqa: N818 # it is named for what the answer was
    """These bytes are no document."""


def packed(document: Document) -> bytes:
    """The document as bytes."""
    return json.dumps(
        [
            document.format,
            [_item(one) for one in document.items],
            document.outcome,
            document.reason,
            document.title,
            document.language,
            [(one.message, one.line, one.field) for one in document.problems],
            document.next_url,
            document.ttl_minutes,
            sorted(document.rest),
            document.unordered,
            document.resume,
        ]
    ).encode()


def unpacked(body: bytes) -> Document:
    """The document in these bytes; `Unfit` when they hold anything else."""
    try:
        row = json.loads(body)
        (format_, items, outcome, reason, title, language, problems, next_url, ttl, rest,
         unordered, resume) = row  # fmt: skip
        return Document(
            _text(format_),
            tuple(_read_item(one) for one in items),
            cast("FileOutcome", _one_of(outcome, get_args(FileOutcome))),
            _text(reason),
            _text(title),
            _text(language),
            tuple(Problem(_text(a), _number(b), _text(c)) for a, b, c in problems),
            _text(next_url),
            _number(ttl),
            frozenset(_number(hour) for hour in rest),
            _flag(unordered),
            _text(resume),
        )
    except (ValueError, TypeError, RecursionError) as error:
        raise Unfit(str(error)[:200]) from error


def _item(one: Item) -> tuple[object, ...]:
    return (
        one.source_format, one.guid, one.url, one.title, one.summary, _stamp(one.published),
        _stamp(one.updated), one.precision, one.language, one.publisher, one.authors,
        one.categories,
    )  # fmt: skip


def _read_item(row: Sequence[Any]) -> Item:
    (form, guid, url, title, summary, published, updated, precision, language, publisher,
     authors, categories) = row  # fmt: skip
    _texts(form, guid, url, title, summary, language, publisher, *authors, *categories)
    return Item(
        form, guid, url, title, summary, _moment(published), _moment(updated),
        cast("Precision", _one_of(precision, get_args(Precision))), language, publisher,
        tuple(authors), tuple(categories),
    )  # fmt: skip


def _stamp(moment: datetime | None) -> str:
    return moment.isoformat() if moment else ""


def _moment(stamp: object) -> datetime | None:
    """Aware UTC, as all times of items are; another offset is another shape."""
    if stamp == "":
        return None
    found = datetime.fromisoformat(_text(stamp))
    if found.tzinfo is None or found.utcoffset():
        raise ValueError("a time that is not UTC")
    return found.replace(tzinfo=UTC)


def _texts(*values: object) -> None:
    for value in values:
        if type(value) is not str:
            raise TypeError("no text where text belongs")


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError("no text where text belongs")
    return value


def _number(value: object) -> int:
    if type(value) is not int:
        raise TypeError("no number where a number belongs")
    return value


def _flag(value: object) -> bool:
    if not isinstance(value, bool):
        raise TypeError("no yes or no where one belongs")
    return value


def _one_of(value: object, words: Sequence[str]) -> str:
    if value not in words:
        raise ValueError("a word that is not known")
    return str(value)
