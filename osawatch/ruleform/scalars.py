"""A text as YAML writes it: plain where every reader takes it for this text, else quoted."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence

import yaml

Value = str | Sequence["Value"] | Mapping[str, "Value"]
ROOT = 2  # the indent below a key of the document itself
_FIRST = set("-?:,[]{}#&*!|>'\"%@`=~")
_TYPED = re.compile(r"0|[1-9]\d{0,17}|\d+\.\d*[1-9]|\d{4}-\d\d-\d\d")
_resolver = yaml.SafeLoader("")


def scalar(text: str, *, flow: bool, style: str = "") -> str:
    """One text on one line; `style` is the quote it had, and has again where it can."""
    if style != '"' and style != "'" and _plain(text, flow=flow):
        return text
    if style == "'" and text and all(one.isprintable() for one in text):
        return "'" + text.replace("'", "''") + "'"
    return "".join(map(_escaped, json.dumps(text, ensure_ascii=False)))


def literal(text: str, indent: int) -> str | None:
    """Lines as a block under `|`, None where a block would not give them back."""
    body = text.removesuffix("\n")
    lines = body.split("\n")
    sound = all(line and line == line.strip() and line.isprintable() for line in lines)
    if len(lines) < 2 or not sound:
        return None
    mark = "|" if text.endswith("\n") else "|-"
    return "\n".join([mark, *(" " * indent + line for line in lines)])


def flow(value: Value) -> str:
    """A value on one line."""
    if isinstance(value, str):
        return scalar(value, flow=True)
    if isinstance(value, Mapping):
        inner = (f"{scalar(key, flow=True)}: {flow(one)}" for key, one in value.items())
        return "{" + ", ".join(inner) + "}"
    return "[" + ", ".join(map(flow, value)) + "]"


def block(value: Value, indent: int) -> str:
    """What stands behind the colon of a key: on its line, or indented on the lines below it."""
    pad = " " * indent
    if isinstance(value, str):
        return " " + (literal(value, indent) or scalar(value, flow=False))
    deep = isinstance(value, Mapping) and value and all(
        isinstance(one, Mapping) for one in value.values()
    )  # fmt: skip
    if deep and isinstance(value, Mapping) and indent == ROOT:
        inner = (f"{scalar(key, flow=False)}: {flow(one)}" for key, one in value.items())
        return "".join(f"\n{pad}{one}" for one in inner)
    if not isinstance(value, Mapping) and value and all(isinstance(v, Mapping) for v in value):
        return "".join(f"\n{pad}- {item(one, indent + 2)}" for one in value)
    return " " + flow(value)


def item(value: Value, indent: int) -> str:
    """An item of a list in lines: its keys under each other, what they hold on one line."""
    if not isinstance(value, Mapping):
        return scalar(value, flow=False) if isinstance(value, str) else flow(value)
    lines = (f"{scalar(key, flow=False)}: {_short(one)}" for key, one in value.items())
    return ("\n" + " " * indent).join(lines)


def _short(value: Value) -> str:
    return scalar(value, flow=False) if isinstance(value, str) else flow(value)


def _plain(text: str, *, flow: bool) -> bool:
    if not text or text != text.strip() or text[0] in _FIRST or not text.isprintable():
        return False
    if ": " in text or text.endswith(":") or " #" in text or text.startswith(("...", "---")):
        return False
    if flow and any(sign in text for sign in ",[]{}:?"):
        return False
    tag = _resolver.resolve(yaml.ScalarNode, text, (True, False))  # type: ignore[no-untyped-call]
    return tag == "tag:yaml.org,2002:str" or bool(_TYPED.fullmatch(text))


def _escaped(letter: str) -> str:
    if letter.isprintable():
        return letter
    code = ord(letter)
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"
