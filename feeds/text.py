"""A stranger's text made harmless and plain: no markup, no entities, no invisible tricks.

All of it runs in one pass and in time that grows with the length only, whatever the input.
The result is plain text; nobody may show it as HTML.
"""

from __future__ import annotations

import re
import unicodedata
from html import unescape

SUMMARY = 20_000
TITLE = 1_000
MARKUP = 64 * 1024
"""How much markup is read for one text: nobody writes a longer teaser, but bombs are longer."""

# Tags that stand inside a word or sentence; every other tag parts two words.
_INLINE_NAMES = (
    "a abbr acronym b bdi bdo big cite code del dfn em font i ins kbd mark nobr q s samp small span"
    " strike strong sub sup tt u var wbr"
)
_MUTE_NAMES = "script style template noscript iframe object svg math head title textarea xml"
_INLINE = frozenset(_INLINE_NAMES.split())
_MUTE = frozenset(_MUTE_NAMES.split())
_CLOSE = {name: re.compile(rf"</{name}\b[^<>]*+>?", re.IGNORECASE) for name in _MUTE}
_TAG = re.compile(
    r"""<(?:
      !--(?P<comment>)
    | !\[CDATA\[(?P<cdata>)
    | (?P<close>/?)(?P<name>[A-Za-z][A-Za-z0-9:._-]*+)
      (?:[^<>"']|"[^"<]*+"|'[^'<]*+'|["'])*+ (?P<end>>)?
    | [!?][^<>]*+>
    )""",
    re.VERBOSE,
)
# Bidi controls, zero width, soft hyphen, tags, fillers, control, private use, surrogates and
# noncharacters. ZWNJ and ZWJ stay: Persian and emoji need them. So do variation selectors.
_UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f"
    "\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\u3164\ud800-\udfff\ue000-\uf8ff\ufdd0-\ufdef"
    "\ufeff\uffa0\ufff0-\ufffb\ufffe\uffff\U000e0000-\U000e00ff\U000e01f0-\U0010ffff]"
)
_PILE = re.compile(
    "([\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff]{6})"
    "[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff]+"
)
# Windows punctuation that came through as C1 controls.
_C1 = {
    byte: char for byte in range(0x80, 0xA0) if (char := bytes([byte]).decode("cp1252", "ignore"))
}
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z]{2,8}\d{0,2});")


def plain(markup: str, limit: int = SUMMARY) -> str:
    """HTML as one line of plain text, entities decoded (also those escaped twice)."""
    if "<" not in markup and "&" not in markup:
        return clean(markup, limit)
    text = unescape(strip(markup[:MARKUP]))
    if _ENTITY.search(text) or ("<" not in markup and "<" in text):
        text = unescape(strip(text))
    return clean(text, limit)


def literal(text: str, limit: int = SUMMARY) -> str:
    """Text that is declared plain: angle brackets stay, stray entities are decoded."""
    return clean(unescape(text[:MARKUP]) if "&" in text else text, limit)


def clean(text: str, limit: int = SUMMARY) -> str:
    """One line of at most `limit` characters with nothing in it that cannot be seen."""
    text = text[: limit * 8]
    if not text.isascii():
        if _UNSEEN.search(text):
            text = _UNSEEN.sub("", text.translate(_C1))
        text = unicodedata.normalize("NFC", _PILE.sub(r"\1", text))
    elif not text.isprintable():
        text = _UNSEEN.sub("", text)
    text = " ".join(text.split())
    return text if len(text) <= limit else text[: limit - 1].rstrip() + "…"


def strip(markup: str) -> str:
    """The text between the tags. Comments and scripts go; a block's edge becomes a space."""
    parts: list[str] = []
    unclosed: set[str] = set()
    at = 0
    while found := _TAG.search(markup, at):
        parts.append(markup[at : found.start()])
        name = (found["name"] or "").casefold()
        if name not in _INLINE and found["cdata"] is None:
            parts.append(" ")
        at = _behind(markup, found)
        if name in _MUTE and not found["close"] and markup[at - 2] != "/":
            at = _after_close(markup, name, at, unclosed)
    parts.append(markup[at:])
    return "".join(parts)


def _behind(markup: str, found: re.Match[str]) -> int:
    """Where this piece of markup ends."""
    if found["comment"] is not None:
        end = markup.find("-->", found.end())
        return len(markup) if end < 0 else end + 3
    if found["name"] and not found["end"]:  # an odd quote swallowed the end of the tag
        end = markup.find(">", found.end("name"), found.end())
        return found.end() if end < 0 else end + 1
    return found.end()


def _after_close(markup: str, name: str, at: int, unclosed: set[str]) -> int:
    """Behind `</name>`; when it never closes, right here, so that no text is lost."""
    end = None if name in unclosed else _CLOSE[name].search(markup, at)
    if end is None:
        unclosed.add(name)  # searched once, or many open tags take quadratic time
        return at
    return end.end()
