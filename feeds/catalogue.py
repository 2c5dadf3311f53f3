"""The sources that ship with the program: feeds/catalogue/*.yaml, read strictly.

Every error of a file is told at once, with file and line; the sound sources are still there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

import yaml

from . import asking, links, recipe
from .model import Problem, SourceSpec

FOLDER = Path(__file__).parent / "catalogue"
LARGEST = 1 << 20
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*\Z")
_KINDS = ("news", "official-gazette", "export-restriction", "sanctions-news", "trade-data")
_ALLOWED = {
    "kind": _KINDS,
    "format": ("rss", "atom", "json-api", "html", "csv", "xml"),
    "status": ("confirmed", "documented", "conflicting", "inferred"),
    "auth": ("none", "api-key", "app-name"),
    "grade": ("A", "B", "C", "D", "E", "F"),
    "tier": ("core", "extra"),
    "licence": ("", "open"),
}
_REQUIRED = ("id", "title", "url", "publisher", "country", "kind", "format", "grade")
_TYPES = {spec.name: spec.type for spec in fields(SourceSpec) if spec.name != "recipe"}
_TAGS = {"str": "str", "int": "int", "bool": "bool"}


class CatalogueError(ValueError):
    """The shipped catalogue is not sound; `problems` says where."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        self.problems = problems
        super().__init__("; ".join(problem.message for problem in problems))


@dataclass(frozen=True, slots=True)
class _Field:
    name: str
    node: Any
    line: int


def load() -> tuple[SourceSpec, ...]:
    """All sources that ship with the program, in the order of their files."""
    specs, problems = read(sorted(FOLDER.glob("*.yaml")))
    if problems:
        raise CatalogueError(problems)
    return specs


def read(paths: list[Path]) -> tuple[tuple[SourceSpec, ...], tuple[Problem, ...]]:
    """The sources of some files, and all that is wrong in them as `file:line: what`."""
    specs: dict[str, SourceSpec] = {}
    problems: list[Problem] = []
    for path in paths:
        for line, found in _records(path, problems):
            spec = _spec(path, line, found, problems)
            if spec is None:
                continue
            if spec.id in specs:
                problems.append(_problem(path, line, "id", f"{spec.id} is used twice"))
            else:
                specs[spec.id] = spec
    return tuple(specs.values()), tuple(problems)


def _records(path: Path, problems: list[Problem]) -> Iterator[tuple[int, list[_Field]]]:
    """Each source of a file as its line and its fields."""
    try:
        text = path.read_text(encoding="utf-8")
        if len(text) > LARGEST or any(
            isinstance(token, yaml.AliasToken) for token in yaml.scan(text, _LOADER)
        ):
            problems.append(_problem(path, 1, "", "too long, or uses aliases"))
            return
        root = yaml.compose(text, _LOADER)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        problems.append(_problem(path, line, "", str(error.problem)))
        return
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        problems.append(_problem(path, 1, "", str(error)))
        return
    if not isinstance(root, yaml.SequenceNode):
        problems.append(_problem(path, 1, "", "a list of sources is expected"))
        return
    yield from _fields(path, root, problems)


def _fields(
    path: Path, root: yaml.SequenceNode, problems: list[Problem]
) -> Iterator[tuple[int, list[_Field]]]:
    for node in root.value:
        line = node.start_mark.line + 1
        if isinstance(node, yaml.MappingNode):
            pairs = [(key.value, value) for key, value in node.value]
            yield line, [_Field(str(k), value, value.start_mark.line + 1) for k, value in pairs]
        else:
            problems.append(_problem(path, line, "", "a source with fields is expected"))


def _spec(path: Path, line: int, found: list[_Field], problems: list[Problem]) -> SourceSpec | None:
    values: dict[str, Any] = {}
    before = len(problems)
    for field in found:
        if field.name in recipe.KINDS:
            wrong = _recipe(field, values)
            problems += [_problem(path, field.line, field.name, wrong)] if wrong else []
            continue
        wrong = _wrong(field, values)
        if wrong:
            problems.append(_problem(path, field.line, field.name, wrong))
        else:
            values[field.name] = _value(field)
    problems.extend(
        _problem(path, line, name, "is missing")
        for name in _REQUIRED
        if not any(field.name == name for field in found)
    )
    return SourceSpec(**values) if len(problems) == before else None


def _recipe(field: _Field, values: dict[str, Any]) -> str:
    """Fill in how the source is read; what is wrong with it, "" when nothing is."""
    if "recipe" in values:
        return "is given twice"
    if not isinstance(field.node, yaml.MappingNode):
        return "fields are expected"
    found: dict[str, str] = {}
    for key, value in field.node.value:
        if not isinstance(value, yaml.ScalarNode) or str(key.value) in found:
            return f"{key.value}: a single value is expected, once"
        found[str(key.value)] = value.value
    try:
        values["recipe"] = recipe.write(field.name, found)
    except recipe.RecipeError as error:
        return str(error).removeprefix(f"{field.name}.")
    return ""


def _wrong(field: _Field, values: dict[str, Any]) -> str:
    """What is wrong with a field, "" when nothing is."""
    kind = _TYPES.get(field.name)
    if kind is None:
        return "no such field"
    if field.name in values:
        return "is given twice"
    if not isinstance(field.node, yaml.ScalarNode):
        return "a single value is expected"
    tag = field.node.tag.rpartition(":")[2]
    if tag != _TAGS[str(kind)]:
        quote = " (put it in quotes)" if kind == "str" else ""
        return f"{field.node.value!r} is {tag}, {kind} is expected{quote}"
    return _unfit(field.name, field.node.value)


def _unfit(name: str, value: str) -> str:
    if name == "id" and not _ID.match(value):
        return f"{value!r} is no id: small letters, digits and single hyphens"
    if name == "url" and not links.absolute(asking.plain(value)):
        return f"{value!r} is no web address"
    if name == "poll_minutes" and int(value, 0) < 5:
        return "polling faster than every 5 minutes is impolite"
    allowed = _ALLOWED.get(name)
    if allowed and value not in allowed:
        return f"{value!r} is none of {', '.join(allowed)}"
    return ""


def _value(field: _Field) -> str | int | bool:
    kind = _TYPES[field.name]
    text: str = field.node.value
    if kind == "bool":
        return text.lower() in {"true", "yes", "on"}
    return int(text, 0) if kind == "int" else text


def _problem(path: Path, line: int, name: str, message: str) -> Problem:
    told = f"{name}: {message}" if name else message
    return Problem(f"{path.name}:{line}: {told}", line, name)
