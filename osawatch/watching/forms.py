"""How the value of a field is written as a text, and read again.

    line       one text                       langs      en: gallium        a line a language
    terms      en: gallium, {text: Ga, case: exact}      a line a language; none = any language
    codes      81129289                       suppliers  CN; 71 %; scope; source; period; stage
    list       a, b, c                        pairs      lei: 123           a line a name
    land       NL                             lands      NL, BE, LU
    tier       A, B or C                      yes        yes or nothing     share    0.5 or 50 %
Everything is a text, as in a watchlist file: NO stays Norway.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal, InvalidOperation
from typing import Any, Literal

import yaml

Form = Literal[
    "line", "langs", "terms", "codes", "suppliers", "list", "pairs", "land", "lands", "tier",
    "yes", "share",
]  # fmt: skip
ANY = "xx"
MISSING = "is missing"
TIERS = ("A", "B", "C")
YES = ("yes", "true")
PLACES = ("country", "share", "scope", "source", "period", "stage")
_LANGUAGE = re.compile(r"([a-z]{2}(?:-[A-Z][a-z]{3})?)\s*:\s*(.*)", re.DOTALL)
_PAIR = re.compile(r"([^\s:]+)\s*:\s*(.*)", re.DOTALL)
_LAND = re.compile(r"[A-Z]{2}")
_BREAKS = re.compile("[\r\n\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_TEXTS = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_WRITER = getattr(yaml, "CSafeDumper", yaml.SafeDumper)


class Wrong(ValueError):  # noqa: N818 # reads better where it is raised
    """A line that cannot be read, counted from 1."""

    def __init__(self, message: str, line: int = 1) -> None:
        super().__init__(message)
        self.message, self.line = message, line


def shown(form: Form, value: object) -> str:
    """A value as people write it; "" for nothing."""
    return _SHOWN[form](value) if value else ""


def read(form: Form, text: str) -> Any:
    """The value of a text; `Wrong` says which line cannot be read."""
    return _READ[form](text)


def lines(text: str) -> list[tuple[int, str]]:
    """The lines that say something, with their numbers."""
    return [
        (n, said) for n, line in enumerate(text.split("\n"), 1) if (said := line.strip(" \t\r"))
    ]


def _line(text: str) -> str:
    return " ".join(text.split())


def _list(text: str) -> list[str]:
    return list(dict.fromkeys(part for one in re.split(r"[,;\n]", text) if (part := one.strip())))


def _pairs(text: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for n, line in lines(text):
        told = _PAIR.fullmatch(line)
        if told is None:
            raise Wrong(f"«{line}» is not of the form «name: text»", n)
        if told[1] in found:
            raise Wrong(f"«{told[1]}» stands here twice", n)
        if told[2]:
            found[told[1]] = told[2]
    return found


def _langs(text: str) -> dict[str, str]:
    found = _pairs(text)
    for n, line in lines(text):
        if not _LANGUAGE.fullmatch(line):
            raise Wrong(f"«{line.partition(':')[0]}» is no language code like en or zh-Hant", n)
    return found


def _terms(text: str) -> dict[str, list[Any]]:
    found: dict[str, list[Any]] = {}
    for n, line in lines(text):
        told = _LANGUAGE.fullmatch(line)
        language, said = (told[1], told[2]) if told else (ANY, line)
        known = found.setdefault(language, [])
        for one in _words(said, n):
            if one not in known:
                known.append(one)
    return {language: terms for language, terms in found.items() if terms}


def _words(said: str, line: int) -> list[Any]:
    """Words between commas: quotes hold a comma, braces a strict term."""
    found = _flow(said, line)
    for one in found:
        if isinstance(one, dict) and "text" not in one:
            raise Wrong(f"«{next(iter(one), '')}» is no language code like en or zh-Hant", line)
        if isinstance(one, list):
            raise Wrong("a list within a list", line)
    return [one for one in found if one != ""]


def _flow(said: str, line: int) -> list[Any]:
    """A list as YAML reads it."""
    try:
        found = yaml.load(f"[{said}\n]", _TEXTS)  # noqa: S506 # builds texts only
    except yaml.YAMLError as error:
        told = getattr(error, "problem", None) or "cannot be read"
        raise Wrong(f"{told}: put «quotes» round a text with signs", line) from error
    if not isinstance(found, list):
        raise Wrong("expected words with commas between them", line)
    return found


def _codes(text: str) -> list[dict[str, str]]:
    found = []
    for n, line in lines(text):
        for said in re.split(r"[,;]", line):
            digits = re.sub(r"[\s.]", "", said)
            if not digits:
                continue
            if not (digits.isascii() and digits.isdigit() and len(digits) in (6, 8)):
                raise Wrong(f"«{said.strip()}» is no customs code of 6 or 8 digits", n)
            found.append(
                {"cn8": digits, "hs6": digits[:6]} if len(digits) == 8 else {"hs6": digits}
            )
    return [one for n, one in enumerate(found) if one not in found[:n]]


def _suppliers(text: str) -> list[dict[str, str]]:
    return [_supplier(line, n) for n, line in lines(text)]


def _supplier(line: str, n: int) -> dict[str, str]:
    if line.startswith("{"):
        (found,) = _flow(line, n) or [{}]
        if not isinstance(found, dict):
            raise Wrong("expected {country: …, share: …}", n)
        return {key: str(value) for key, value in found.items()}
    parts = [part.strip() for part in line.split(";")]
    found = {key: part for key, part in zip(PLACES, parts, strict=False) if part}
    for part in parts[len(PLACES) :]:
        key, equals, value = part.partition("=")
        if part and not (equals and key.strip() and value.strip()):
            raise Wrong(f"«{part}» is not of the form «name=text»", n)
        if part:
            found[key.strip()] = value.strip()
    land = found.get("country", "")
    if not _LAND.fullmatch(land) and not (land == "" and found.get("group")):
        raise Wrong(f"«{land}» is no country code like CN", n)
    if "share" in found:
        found["share"] = _share(found["share"], n)
    return found


def _share(text: str, n: int = 1) -> str:
    """0.71, 0,71 or 71 % as a number from 0 to 1."""
    said = text.strip().replace(",", ".")
    percent = said.endswith("%")
    try:
        value = Decimal(said.removesuffix("%").strip())
    except InvalidOperation:
        value = Decimal("NaN")
    value = value / 100 if percent else value
    if not (value.is_finite() and 0 <= value <= 1):
        raise Wrong(f"«{text.strip()}» is no share: 0 to 1, or 0 to 100 %", n)
    return f"{value.normalize():f}"


def _land(text: str) -> str:
    said = text.strip().upper()
    if said and not _LAND.fullmatch(said):
        raise Wrong(f"«{text.strip()}» is no country code like NL")
    return said


def _lands(text: str) -> list[str]:
    found = []
    for n, line in lines(text):
        for part in re.split(r"[,;\s]+", line):
            if part and not _LAND.fullmatch(part.upper()):
                raise Wrong(f"«{part}» is no country code like NL", n)
            found += [part.upper()] if part else []
    return list(dict.fromkeys(found))


def _tier(text: str) -> str:
    said = text.strip().upper()
    if said and said not in TIERS:
        raise Wrong(f"«{text.strip()}» is none of {', '.join(TIERS)}")
    return said


def _yes(text: str) -> str:
    said = text.strip().lower()
    if said not in (*YES, "no", "false", ""):
        raise Wrong(f"«{text.strip()}» is neither yes nor no")
    return "true" if said in YES else ""


def _show_pairs(value: Any) -> str:
    return "\n".join(f"{key}: {_line(str(text))}" for key, text in value.items() if text)


def _show_terms(value: Any) -> str:
    terms = value if isinstance(value, dict) else {ANY: value}
    return "\n".join(
        f"{language}: {', '.join(map(_term, group))}" for language, group in terms.items() if group
    )


def _term(one: Any) -> str:
    """As YAML writes it within [ ]."""
    said = yaml.dump(
        [one], Dumper=_WRITER, allow_unicode=True, default_flow_style=True, width=1 << 30,
        sort_keys=False,
    )  # fmt: skip
    return said.strip().removeprefix("[").removesuffix("]")


def _show_codes(value: Any) -> str:
    return "\n".join(one.get("cn8") or one.get("hs6", "") for one in value)


def _show_suppliers(value: Any) -> str:
    return "\n".join(_show_supplier(one) for one in value)


def _show_supplier(one: dict[str, str]) -> str:
    """Short where it can be; as YAML where a text holds what would part it."""
    plain = {key: str(value) for key, value in one.items()}
    said = [plain.get(key, "") for key in PLACES]
    said[1] = _percent(said[1])
    more = [f"{key}={value}" for key, value in plain.items() if key not in PLACES]
    short = "; ".join((*said, *more)) if more else "; ".join(said).rstrip("; ")
    try:
        if not _BREAKS.search(short) and _supplier(short, 1) == _numbered(plain):
            return short
    except Wrong:
        pass
    return _term(plain)


def _numbered(one: dict[str, str]) -> dict[str, str]:
    return {key: _share(value) if key == "share" else value for key, value in one.items()}


def _percent(share: str) -> str:
    try:
        value = Decimal(share) * 100
    except InvalidOperation:
        return share
    return f"{value.normalize():f} %" if value.is_finite() else share


_READ: dict[Form, Callable[[str], Any]] = {
    "line": _line, "langs": _langs, "terms": _terms, "codes": _codes, "suppliers": _suppliers,
    "list": _list, "pairs": _pairs, "land": _land, "lands": _lands, "tier": _tier, "yes": _yes,
    "share": lambda text: _share(text) if text.strip() else "",
}  # fmt: skip
_SHOWN: dict[Form, Callable[[Any], str]] = {
    "line": str, "langs": _show_pairs, "terms": _show_terms, "codes": _show_codes,
    "suppliers": _show_suppliers, "list": lambda value: ", ".join(_each(value)),
    "pairs": _show_pairs, "land": str, "lands": lambda value: ", ".join(_each(value)),
    "tier": str, "yes": lambda value: "yes" if str(value).lower() in YES else "",
    "share": str,
}  # fmt: skip


def _each(value: Any) -> list[str]:
    """A list of texts; one text stands for a list of one."""
    return [value] if isinstance(value, str) else [str(one) for one in value]
