"""How a source that has no format of its own is read: selectors for a page, columns for a table.

A recipe is data and is kept with its source. In the catalogue it stands under `html:`, `columns:`
or `ask:`; everywhere else it is one string of JSON, `{"html": {...}}`, `{"columns": {...}}`, ...

    html      row, link, title, date, summary: CSS; "" = worked out from the link that is there
              link_pattern, date_pattern: regular expressions; date_format: as strptime, "" = any
    columns   title, summary, url, id, published, updated, language, publisher, categories: the
              name of a column, of several ("a|b": the first that holds anything), or a text
              with names in braces: "{Measure} on {Product}"
              date_format as above; sheet: the name of a spreadsheet's page, "" = the first
    ask       header: "Name: value", post: the JSON to send; both may hold `{key}` and days, as an
              address may (feeds/asking.py). A key itself never stands in a recipe.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, fields
from typing import TypeVar, cast

from cssselect import GenericTranslator, SelectorError

_LONGEST = 500
_HEADER = re.compile(r"[A-Za-z][A-Za-z0-9-]{0,60}: [ -~]{1,200}")
_Kind = TypeVar("_Kind", "Page", "Columns", "Ask")


class RecipeError(ValueError):
    """A recipe is not sound; the message names the field."""


@dataclass(frozen=True, slots=True)
class Page:
    """Where the entries of a web page stand."""

    row: str = ""
    link: str = ""
    title: str = ""
    date: str = ""
    summary: str = ""
    link_pattern: str = ""
    date_pattern: str = ""
    date_format: str = ""


@dataclass(frozen=True, slots=True)
class Columns:
    """Which columns of a table hold what."""

    title: str = ""
    summary: str = ""
    url: str = ""
    id: str = ""
    published: str = ""
    updated: str = ""
    language: str = ""
    publisher: str = ""
    categories: str = ""
    date_format: str = ""
    sheet: str = ""


@dataclass(frozen=True, slots=True)
class Ask:
    """What is sent along with the question."""

    header: str = ""
    post: str = ""


@dataclass(frozen=True, slots=True)
class Recipe:
    """What a source says about reading it; None where it says nothing."""

    page: Page | None = None
    columns: Columns | None = None
    ask: Ask | None = None


KINDS = ("html", "columns", "ask")


def read(text: str) -> Recipe:
    """The recipe that a string of JSON means; "" is none. Raises RecipeError."""
    if not text.strip():
        return Recipe()
    try:
        found = json.loads(text)
    except ValueError as error:
        raise RecipeError(f"no JSON: {error}") from error
    if not isinstance(found, dict) or not found or found.keys() - set(KINDS):
        raise RecipeError(f"an object with {' or '.join(KINDS)} is expected")
    return Recipe(
        _filled(Page, found["html"], "html") if "html" in found else None,
        _filled(Columns, found["columns"], "columns") if "columns" in found else None,
        _filled(Ask, found["ask"], "ask") if "ask" in found else None,
    )


def write(kind: str, values: object) -> str:
    """The string of one recipe, checked. Raises RecipeError."""
    return of({kind: values})


def of(found: object) -> str:
    """The string of what stands in a file: `html` or `columns` with fields. Raises RecipeError."""
    text = json.dumps(found, ensure_ascii=False, sort_keys=True, default=str)
    read(text)
    return text


def _filled(kind: type[_Kind], found: object, name: str) -> _Kind:
    if not isinstance(found, dict):
        raise RecipeError(f"{name}: fields are expected")
    known = {field.name for field in fields(kind)}
    for key, value in found.items():
        if key not in known:
            raise RecipeError(f"{name}.{key}: no such field")
        if not isinstance(value, str) or len(value) > _LONGEST:
            raise RecipeError(f"{name}.{key}: a text of at most {_LONGEST} characters is expected")
        _sound(name, str(key), value)
    return kind(**cast("dict[str, str]", found))


def _sound(name: str, key: str, value: str) -> None:
    try:
        if key.endswith("_pattern"):
            re.compile(value)
        elif key == "header" and not _HEADER.fullmatch(value):
            raise RecipeError(f"{name}.{key}: «Name: value» is expected")
        elif name == "html" and key != "date_format" and value:
            GenericTranslator().css_to_xpath(value)
    except (re.error, OverflowError, RecursionError) as error:
        raise RecipeError(f"{name}.{key}: no regular expression: {error}") from error
    except SelectorError as error:
        raise RecipeError(f"{name}.{key}: no CSS selector: {error}") from error
