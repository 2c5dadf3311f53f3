"""The World Trade Organization: quantitative restrictions (QR) and ePing notifications.

QR: pages of `data`, dates as DD/MM/YYYY, members with numbers of their own. A restriction is known
by document symbol and serial number: its numeric id and the case of its labels differ between the
list and the single answer.
ePing: pages of `items`; most filters of the service are accepted and ignored.
"""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from feeds import links
from feeds.jsontext import Value, array, record, text

from .draft import Draft, Frame, settle_all
from .facts import day_first, hs, told

QR = "wto-qr"
EPING = "wto-eping"
PUBLISHER = "WTO"
_SITE = "https://qr.wto.org/en#/qrs/"


def fits_qr(value: Value) -> bool:
    """Whether this is an answer of the QR service: a list, a notification or one restriction."""
    data = record(value).get("data")
    entries = data if isinstance(data, list) else [data]
    return bool(entries) and all("document_symbol" in record(entry) for entry in entries[:20])


def read_qr(value: Value, frame: Frame) -> None:
    """Read restrictions and notifications into the frame."""
    frame.format, frame.title, frame.language = QR, "WTO quantitative restrictions", "en"
    found = record(value).get("data")
    entries = found if isinstance(found, list) else [found]
    settle_all((_restriction(record(entry)) for entry in entries), frame)
    frame.unordered = True
    frame.next_url = links.absolute(text(record(record(value).get("links")).get("next")), frame.url)


def _restriction(entry: dict[str, Value]) -> Draft:
    symbol, serial = text(entry.get("document_symbol")), text(entry.get("qr_serial_number"))
    member = text(entry.get("member_name")) or text(entry.get("reporter_member_name"))
    measures = [record(measure) for measure in array(entry.get("measures"))]
    what = text(entry.get("description")) or text(entry.get("type"))
    labels = [text(measure.get("label")) for measure in measures]
    return Draft(
        title=": ".join(part for part in (member, ", ".join(filter(None, labels)), what) if part),
        title_plain=True,
        summary=told(
            ("Measures", list(_measures(measures))),
            ("Products", list(_products(measures))),
            ("In force since", day_first(text(entry.get("in_force_dt")))),
            ("Period", _period(entry)),
            ("Administration", text(entry.get("administrative_mechanisms"))),
            ("Legal basis", text(entry.get("national_legal_bases"))),
        ),
        summary_plain=True,
        link=_SITE + text(entry.get("details")).rpartition("/")[2] if entry.get("details") else "",
        guid="#".join(part for part in (symbol, serial) if part),
        published=day_first(text(entry.get("notification_date") or entry.get("in_force_dt"))),
        publisher=PUBLISHER,
        categories=[symbol, *(text(measure.get("symbol")) for measure in measures)],
    )


def _measures(measures: list[dict[str, Value]]) -> Iterator[str]:
    for measure in measures:
        symbol, label = text(measure.get("symbol")), text(measure.get("label"))
        side = "exports" if symbol.upper().endswith("-X") else "imports"
        yield f"{label or symbol} ({symbol}, on {side})" if symbol else label


def _products(measures: list[dict[str, Value]]) -> Iterator[str]:
    for measure in measures:
        for product in map(record, array(measure.get("products"))):
            code = hs(text(product.get("code")))
            yield f"HS {code} {text(product.get('description'))}" if code else ""


def _period(entry: dict[str, Value]) -> str:
    start, end = (day_first(text(entry.get(name))) for name in ("period_from_dt", "period_to_dt"))
    return f"{start} to {end}" if start or end else text(entry.get("period_covered"))


def fits_eping(value: Value) -> bool:
    """Whether this is an answer of ePing."""
    found = record(value)
    if "totalCount" not in found or not isinstance(found.get("items"), list):
        return False
    return all("documentSymbol" in record(entry) for entry in array(found["items"])[:20])


def read_eping(value: Value, frame: Frame) -> None:
    """Read notifications into the frame; the next page is worked out from how many there are."""
    found = record(value)
    frame.format, frame.title, frame.language = EPING, "ePing", "en"
    entries = array(found.get("items"))
    settle_all((_notification(record(entry)) for entry in entries), frame)
    frame.unordered = True
    frame.next_url = _next_page(frame.url, len(entries), text(found.get("totalCount")))


def _notification(entry: dict[str, Value]) -> Draft:
    member, symbol = text(entry.get("notifyingMember")), text(entry.get("documentSymbol"))
    title = text(entry.get("title")) or text(entry.get("description"))
    return Draft(
        title=f"{member}: {title}" if member else title,
        summary=told(
            ("", text(entry.get("description"))),
            ("Products", text(entry.get("productsFreeText"))),
            ("Codes", list(_codes(entry.get("hsCodes")))),
            ("Objectives", [text(record(one).get("name")) for one in array(entry["objectives"])])
            if "objectives" in entry
            else ("", ""),
            ("Comments until", text(entry.get("commentDeadlineDate"))[:10]),
        ),
        summary_plain=True,
        link=text(entry.get("linkToNotification")),
        guid=symbol or text(entry.get("id")),
        published=text(entry.get("distributionDate")),
        publisher=PUBLISHER,
        categories=[
            text(entry.get("area")),
            text(entry.get("notificationType")),
            symbol,
            *(text(record(one).get("name")) for one in array(entry.get("keywords"))),
        ],
    )


def _codes(value: Value) -> Iterator[str]:
    for one in map(record, array(value)):
        code = hs(text(one.get("code")))
        yield f"HS {code} {text(one.get('name'))}" if code else text(one.get("name"))


def _next_page(url: str, sent: int, total: str) -> str:
    """The address of the following page, "" after the last."""
    parts = urlsplit(url)
    query = parse_qsl(parts.query, keep_blank_values=True)
    number, size = (_number(dict(query).get(name, "")) for name in ("page", "pageSize"))
    if not (sent and number and size and total.isdecimal() and number * size < int(total)):
        return ""
    query = [(name, str(number + 1) if name == "page" else value) for name, value in query]
    return urlunsplit(parts._replace(query=urlencode(query)))


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 9 else 0
