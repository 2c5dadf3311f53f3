"""Addresses in documents: absolute, http or https, without tricks."""

from __future__ import annotations

import re
from urllib.parse import unquote, urljoin, urlsplit

from .text import clean

LONGEST = 4_000
_GOOD = re.compile(r"https?://[A-Za-z0-9._~-]+(?::\d{1,5})?(?:[/?#][!-;=?-Z\[\]_a-z~|\\^{}]*)?\Z")
_BREAKS = re.compile(r"[\t\r\n]+\s*")
# Sector, year, kind, number; then parts and corrigenda: 52010XG0729(02)R(01), 12003TN02/20.
_CELEX = re.compile(
    r"CELEX:([0-9CE]\d{4}[A-Z]{1,2}\d{2}(?:\d{2}|/\d{1,3})(?:(?:R?\(\d\d\))+|[A-Z]*\d*)?(?:-\d{8})?)"
)


def absolute(href: str, base: str = "") -> str:
    """The address that `href` means on a page at `base`; "" when it is not one to follow."""
    href = href.strip()
    if len(href) > LONGEST:
        return ""
    if "&amp;" in href:
        href = href.replace("&amp;", "&")
    if _GOOD.match(href):
        return href
    href = "%20".join(clean(_BREAKS.sub("", href), LONGEST).split(" "))
    try:
        full = urljoin(base, href) if href else ""
        parts = urlsplit(full)
        sound = parts.scheme.lower() in {"http", "https"} and bool(parts.hostname)
    except ValueError:
        return ""
    return full if sound else ""


def host(url: str) -> str:
    """The host name of an address, "" when there is none."""
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""


def of_celex(number: str) -> str:
    """The address of an act in the reader's own language: one for all of them."""
    return f"https://eur-lex.europa.eu/legal-content/AUTO/?uri=CELEX:{number}"


def celex(url: str) -> str:
    """The CELEX number in a EUR-Lex address: one act has one number in all languages."""
    if "eur-lex.europa.eu" not in url.lower() or not host(url).endswith("eur-lex.europa.eu"):
        return ""
    found = _CELEX.search(unquote(url))
    return found.group(1) if found else ""
