"""CELLAR, the store of the EU's Publications Office: answers of SPARQL as JSON.

Each optional pattern of a query multiplies the rows: a work has one for every language and date.
They are grouped by work. Which variable holds what is seen by its name, as queries call them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from feeds import links
from feeds.jsontext import Value, array, record, text

from .draft import Draft, Frame, settle_all

FORMAT = "cellar-sparql"
_ENGLISH = re.compile(r"/language/ENG\Z|\Aen\Z")
Row = dict[str, str]


def fits(value: Value) -> bool:
    """Whether this is an answer of SPARQL."""
    found = record(value)
    variables = record(found.get("head")).get("vars")
    bindings = record(found.get("results")).get("bindings")
    return isinstance(variables, list) and isinstance(bindings, list)


def read(value: Value, frame: Frame) -> None:
    """Read the works into the frame."""
    frame.format, frame.title = FORMAT, "CELLAR"
    works: dict[str, list[Row]] = {}
    for binding in array(record(record(value).get("results")).get("bindings")):
        row = {
            name.casefold(): text(record(one).get("value")) for name, one in record(binding).items()
        }
        key = _first([row], "work", "celex") or next(iter(row.values()), "")
        works.setdefault(key, []).append(row)
    settle_all(_drafts(works), frame)


def _drafts(works: dict[str, list[Row]]) -> Iterator[Draft]:
    for name, rows in works.items():
        rows.sort(key=lambda row: not _ENGLISH.search(_first([row], "lang")))
        celex = _first(rows, "celex").removeprefix("celex:")
        good = bool(celex) and links.celex(links.of_celex(celex)) == celex
        yield Draft(
            title=_first(rows, "title"),
            title_plain=True,
            link=links.of_celex(celex) if good else name,
            guid=celex if good else name,
            published=_first(rows, "work_date", "date_document", "date"),
            updated=_first(rows, "modified", "lastmod"),
            language=_language(rows),
            publisher="EUR-Lex",
            categories=sorted({row[key] for row in rows for key in row if "eurovoc" in key}),
        )


def _first(rows: list[Row], *names: str) -> str:
    """The first value of a variable whose name holds one of these."""
    for name in names:
        for row in rows:
            for key, value in row.items():
                if name in key and value:
                    return value
    return ""


def _language(rows: list[Row]) -> str:
    spoken = _first(rows[:1], "lang").rpartition("/")[2].casefold()
    return {"eng": "en", "nld": "nl", "deu": "de", "fra": "fr"}.get(spoken, spoken[:2])
