"""Bytes to text, whatever they claim to be.

A declaration is a claim, the bytes are evidence. UTF-8 that decodes is believed over any
declaration, because text of another encoding hardly ever happens to be valid UTF-8.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from .model import Problem

_BOMS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16 LE, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(rb"<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([A-Za-z0-9._:-]{1,40})[\"']")
_META = re.compile(
    rb"<meta\b[^<>]{0,300}?charset\s*=\s*[\"']?([A-Za-z0-9._:-]{1,40})", re.IGNORECASE
)
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([A-Za-z0-9._:-]{1,40})", re.IGNORECASE)
_LANGUAGE = re.compile(rb"<(?:dc:)?language>\s*([A-Za-z]{2})|xml:lang\s*=\s*[\"']([A-Za-z]{2})")
_MULTIBYTE = re.compile(
    rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}"
)
_ISO_2022_JP = re.compile(rb"\x1b\$[@B]")

# The wider encoding that publishers mean by the name: what browsers read as well.
_MEANT = {
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "x-gbk": "gb18030",
    "shift_jis": "cp932",
    "shift-jis": "cp932",
    "sjis": "cp932",
    "x-sjis": "cp932",
    "windows-31j": "cp932",
    "euc-kr": "cp949",
    "ks_c_5601-1987": "cp949",
    "iso-8859-1": "cp1252",
    "latin1": "cp1252",
    "us-ascii": "cp1252",
    "ascii": "cp1252",
    "iso-8859-9": "cp1254",
    "iso-8859-11": "cp874",
    "tis-620": "cp874",
}
_BY_LANGUAGE = {
    b"ru": ("cp1251", "koi8_r"),
    b"uk": ("cp1251", "koi8_u"),
    b"bg": ("cp1251",),
    b"zh": ("gb18030", "big5"),
    b"ja": ("cp932", "euc_jp"),
    b"ko": ("cp949",),
    b"el": ("cp1253",),
    b"tr": ("cp1254",),
    b"ar": ("cp1256",),
    b"he": ("cp1255",),
}
_CYRILLIC = re.compile("\\b[\u0410-\u042f\u0401]?[\u0430-\u044f\u0451]{2,}\\b")
_LATIN = re.compile("[A-Za-z\xe0-\xff][\xc0-\xff\u2018-\u201d]|[\xc0-\xff\u2018-\u201d][A-Za-z ]")
_HAN = re.compile("[\u4e00-\u9fff\u3040-\u30ff\uac00-\ud7a3]")
# What cp1252 puts at 80-9F, back to those code points; together with Latin-1 every byte has one.
_TO_LATIN = {
    ord(char): byte
    for byte in range(0x80, 0xA0)
    if (char := bytes([byte]).decode("cp1252", "ignore"))
}
_TWICE = re.compile("[" + "".join(map(chr, _TO_LATIN)) + "\x80-\xff]{2,}")
_SAMPLE = 100_000
"""How much of a text decides in which encoding it is, or whether it was encoded twice."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text and how it was read. `exact` is true when the bytes were clean UTF-8."""

    text: str
    encoding: str
    exact: bool = False
    problems: tuple[Problem, ...] = ()


def decode(body: bytes, content_type: str = "") -> Decoded:
    """The text of `body`: byte order mark, then UTF-8 if it fits, then what is claimed."""
    mark, wide = _wide(body)
    if wide:
        text = body[mark:].decode(wide, "replace")
        return Decoded(text, wide, problems=_lost(text, wide))
    body = body.removeprefix(codecs.BOM_UTF8)
    claims = _claims(body, content_type)
    if "iso2022_jp" in claims and _ISO_2022_JP.search(body):
        return Decoded(body.decode("iso2022_jp", "replace"), "iso2022_jp")
    try:
        text = body.decode("utf-8")
    except UnicodeDecodeError:
        return _not_utf8(body, claims)
    return _undouble(text)


def _wide(body: bytes) -> tuple[int, str]:
    """The length of the byte order mark and the name of a UTF-16 or UTF-32, else 0 and ""."""
    for mark, name in _BOMS:
        if body.startswith(mark):
            return len(mark), name
    if body[:1] == b"<" and body[1:2] == b"\0":
        return 0, "utf-16-le"
    return 0, "utf-16-be" if body[:2] == b"\0<" else ""


def _claims(body: bytes, content_type: str) -> list[str]:
    """Python's names of the encodings the document and the server claim, in that order."""
    names = []
    declared = _DECLARED.search(body[:1024]) or _META.search(body[:4096])
    if declared:
        names.append(declared.group(1).decode("ascii"))
    served = _CHARSET.search(content_type[:500])
    if served:
        names.append(served.group(1))
    return [known for name in names if (known := _known(name))]


def _known(name: str) -> str:
    folded = name.casefold()
    try:
        return codecs.lookup(_MEANT.get(folded, folded)).name
    except LookupError:
        return ""


def _not_utf8(body: bytes, claims: list[str]) -> Decoded:
    """Bytes that are not UTF-8: mostly UTF-8 with scars, else a claim that fits, else a guess."""
    scarred = body.decode("utf-8", "replace")
    scars = scarred.count("\ufffd")
    if len(_MULTIBYTE.findall(body)) > 20 * scars:
        return Decoded(scarred, "utf-8", problems=_lost(scarred, "utf-8"))
    for name in claims:
        if name != "utf-8" and not name.startswith(("utf-16", "utf-32")) and _fits(body, name):
            text = body.decode(name, "replace")
            return Decoded(text, name, problems=_lost(text, name))
    if scars <= 1:
        return Decoded(scarred, "utf-8", problems=_lost(scarred, "utf-8"))
    name = _guess(body[:_SAMPLE])
    claim = claims[0] if claims else "nothing"
    told = Problem(f"The encoding is not what is declared ({claim}): read as {name}")
    text = body.decode(name, "replace")
    return Decoded(text, name, problems=(told, *_lost(text, name)))


def _fits(body: bytes, name: str) -> bool:
    try:
        text = body.decode(name, "replace")
    except (LookupError, UnicodeError, ValueError):
        return False  # a codec of bytes to bytes, or one without "replace"
    return text.count("\ufffd") <= 1 + len(text) // 500


def _guess(body: bytes) -> str:
    """The legacy encoding in which these bytes look most like language."""
    language = _LANGUAGE.search(body[:4096])
    spoken = (language.group(1) or language.group(2)).lower() if language else b""
    names = [*_BY_LANGUAGE.get(spoken, ()), "gb18030", "cp932", "euc_jp", "cp949", "cp1251"]
    names += ["koi8_r", "cp1252"]
    return max(dict.fromkeys(names), key=lambda name: _looks(body, name))


def _looks(body: bytes, name: str) -> float:
    """0 to 1: the share of the characters outside ASCII that this encoding makes plausible."""
    if not _fits(body, name):
        return 0.0
    text = body.decode(name, "replace")
    foreign = sum(1 for char in text if char > "\x7f") or 1
    if name in {"cp1251", "koi8_r", "koi8_u"}:
        return sum(map(len, _CYRILLIC.findall(text))) / foreign
    if name in {"gb18030", "cp932", "euc_jp", "cp949", "big5"}:
        # Accented Latin pairs up into rare characters; common Han and kana outnumber them.
        return 0.9 * len(_HAN.findall(text)) / foreign if foreign > 20 else 0.0
    return 0.8 * len(_LATIN.findall(text)) / foreign


def _undouble(text: str) -> Decoded:
    """Undo UTF-8 that was taken for Latin-1 or cp1252 and encoded again, if the whole text was."""
    runs = [] if text.isascii() else _TWICE.findall(text, 0, _SAMPLE)
    good = sum(1 for run in runs if _once(run) != run)
    if not good or good < 0.9 * len(runs):
        return Decoded(text, "utf-8", exact=True)
    once = _TWICE.sub(lambda match: _once(match.group()), text)
    told = Problem("The text was encoded twice as UTF-8: read once more")
    return Decoded(once, "utf-8", problems=(told,))


def _once(run: str) -> str:
    try:
        once = run.translate(_TO_LATIN).encode("latin-1").decode("utf-8")
    except UnicodeError:
        return run
    return once if min(once) >= "\xa0" else run  # nobody means control characters


def _lost(text: str, name: str) -> tuple[Problem, ...]:
    count = text.count("\ufffd")
    if not count:
        return ()
    return (Problem(f"{count} places are not valid {name} and read as \ufffd"),)
