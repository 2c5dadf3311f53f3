"""A small checker of JSON Schema (2020-12), as far as our schema goes; other words are refused."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from rules.yamlnodes import Mapping, Node, Scalar

TOLD = {"description", "default", "title", "$schema", "$id", "$defs"}
OF_OBJECTS = {"properties", "additionalProperties", "propertyNames", "required"}
TYPES = {
    "object": dict, "array": list, "string": str, "integer": int, "number": (int, float),
    "boolean": bool,
}  # fmt: skip


def value(node: Node) -> Any:
    """A document as an editor takes it, by YAML 1.2's core schema."""
    if isinstance(node, Mapping):
        return {key: value(child) for key, child in node.entries.items()}
    if not isinstance(node, Scalar):
        return [value(child) for child in node.items]
    if node.plain and re.fullmatch(r"[-+]?[0-9]+", node.text):
        return int(node.text)
    if node.plain and re.fullmatch(r"[-+]?[0-9]+\.[0-9]*", node.text):
        return float(node.text)
    if node.plain and node.text in ("true", "false"):
        return node.text == "true"
    return node.text


def mistakes(schema: dict[str, Any], found: Any) -> list[str]:
    """What an editor would underline, as `path: keyword`."""
    return list(_mistakes(schema, found, schema, ""))


def _mistakes(part: dict[str, Any], found: Any, root: dict[str, Any], path: str) -> Iterator[str]:
    for word, said in part.items():
        if word == "$ref":
            target = root["$defs"][said.removeprefix("#/$defs/")]
            yield from _mistakes(target, found, root, path)
        elif word in OF_OBJECTS:
            yield from _inside(word, part, found, root, path) if isinstance(found, dict) else ()
        elif word not in TOLD:
            yield from _of_values(word, said, found, root, path)


def _of_values(word: str, said: Any, found: Any, root: dict[str, Any], path: str) -> Iterator[str]:
    if word in ("oneOf", "anyOf"):
        fits = sum(not list(_mistakes(one, found, root, path)) for one in said)
        if fits != 1 and (word == "oneOf" or not fits):
            yield f"{path}: {word}"
    elif word == "items":
        for number, one in enumerate(found if isinstance(found, list) else ()):
            yield from _mistakes(said, one, root, f"{path}[{number}]")
    elif not _holds(word, said, found):
        yield f"{path}: {word} {said}"


def _inside(
    word: str, part: dict[str, Any], found: dict[str, Any], root: dict[str, Any], path: str
) -> Iterator[str]:
    known, said = part.get("properties", {}), part[word]
    if word == "required":
        yield from (f"{path}: required {key}" for key in said if key not in found)
    for key, inner in found.items():
        below = f"{path}.{key}"
        if word == "properties" and key in known:
            yield from _mistakes(known[key], inner, root, below)
        elif word == "propertyNames":
            yield from _mistakes(said, key, root, below)
        elif word == "additionalProperties" and key not in known:
            yield from (
                [f"{below}: unknown"] if said is False else _mistakes(said, inner, root, below)
            )


def _holds(word: str, said: Any, found: Any) -> bool:
    if word == "type":
        return isinstance(found, TYPES[said]) and (said == "boolean" or not isinstance(found, bool))
    if word in ("const", "enum"):
        return bool(found == said if word == "const" else found in said)
    if word == "pattern":
        return not isinstance(found, str) or re.search(said, found) is not None
    sizes = {"minLength": str, "minItems": list, "minProperties": dict}
    if word in sizes:
        return not isinstance(found, sizes[word]) or len(found) >= said
    if word in ("minimum", "maximum"):
        low = word == "minimum"
        return not isinstance(found, int) or (found >= said if low else found <= said)
    raise NotImplementedError(word)
