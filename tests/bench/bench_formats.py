"""Reading speed of the formats without a feed, as a ratio to RSS in one run; peak memory beside it.

All bodies are made here, about a megabyte each. A ratio of 1.0 reads as many bytes a second as RSS.
"""

from __future__ import annotations

import io
import json
import statistics
import time
import tracemalloc
from email.message import EmailMessage

from pypdf import PdfWriter
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

from feeds.parse import parse

ROUNDS = 5
WORDS = "The ministry of samples has decided that exports of quartz sand need a licence. "
SIZE = 1 << 20


def rss() -> bytes:
    item = (
        f"<item><title>Notice %d</title><link>https://a.example/%d</link><description>{WORDS * 3}"
    )
    whole = "".join(item % (n, n) + "</description></item>" for n in range(SIZE // 300))
    return f'<rss version="2.0"><channel><title>t</title>{whole}</channel></rss>'.encode()


def page() -> bytes:
    link = "<a href='/art/%d.html' title='Notice %d'>Notice %d</a>"
    row = f"<li class=row>{link}<span>2026-11-05</span>"
    whole = "".join(row % (n, n, n) + "</li>\n" for n in range(SIZE // 100))
    return f"<!doctype html><html><body><ul>{whole}</ul></body></html>".encode()


def gkg() -> bytes:
    row = [""] * 27
    row[7] = ";".join(["SANCTIONS", "TAX_FNCACT", "WB_895_MINING_SYSTEMS"] * 20)
    row[10] = ";".join(["1#South Africa#SF#SF##-30#26#SF#12"] * 20)
    row[26] = f"<PAGE_TITLE>{WORDS}</PAGE_TITLE>"
    lines = []
    for number in range(SIZE // 2_500):
        row[0], row[1] = f"20261120230000-{number}", "20261120230000"
        row[4] = f"https://a.example/{number}"
        lines.append("\t".join(row))
    return "\n".join(lines).encode()


def table() -> bytes:
    lines = [f"2026-11-05,Notice {n},https://a.example/{n},{WORDS}" for n in range(SIZE // 120)]
    return "\n".join(["date,title,url,summary", *lines]).encode()


def gta() -> bytes:
    measure = {
        "state_act_title": WORDS,
        "implementing_jurisdictions": [{"name": "Examplia", "iso": "EXA"}],
        "affected_products": list(range(10121, 10221)),
        "date_announced": "2026-11-05",
        "intervention_description": f"<p>{WORDS * 3}</p>",
    }
    number = SIZE // 1_400
    return json.dumps([{"intervention_id": n, **measure} for n in range(number)]).encode()


def letter() -> bytes:
    made = EmailMessage()
    made["From"], made["Subject"] = "desk@harbour.example", "A long letter"
    made.set_content("\n".join([WORDS] * (SIZE // len(WORDS))))
    return made.as_bytes()


def pdf() -> bytes:
    """A hundred pages of text: few bytes, much work."""
    writer = PdfWriter()
    font = DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Font"),
            NameObject("/Subtype"): NameObject("/Type1"),
            NameObject("/BaseFont"): NameObject("/Helvetica"),
        }
    )
    for _ in range(100):
        sheet = writer.add_blank_page(600, 800)
        lines = "".join(f"({WORDS}) Tj 0 -14 Td " for _ in range(40))
        stream = DecodedStreamObject()
        stream.set_data(f"BT /F1 10 Tf 40 760 Td {lines} ET".encode())
        sheet[NameObject("/Contents")] = writer._add_object(stream)
        fonts = DictionaryObject({NameObject("/F1"): font})
        sheet[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): fonts})
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


BODIES = {
    "rss": (rss(), "rss"),
    "html page": (page(), "html"),
    "gdelt gkg": (gkg(), "auto"),
    "csv": (table(), "auto"),
    "gta": (gta(), "auto"),
    "mail": (letter(), "auto"),
    "pdf, 100 pages": (pdf(), "auto"),
}


def seconds(body: bytes, promised: str) -> float:
    found = []
    for _ in range(ROUNDS):
        began = time.perf_counter()
        document = parse(body, url="https://a.example/", format=promised)
        found.append(time.perf_counter() - began)
        if not document.items:
            raise AssertionError(document)
    return statistics.median(found)


def peak(body: bytes, promised: str) -> int:
    tracemalloc.start()
    parse(body, url="https://a.example/", format=promised)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return most


def main() -> None:
    base = 0.0
    print(f"{'format':16}{'MB':>7}{'ms':>9}{'bytes/s : rss':>15}{'peak : body':>13}")
    for name, (body, promised) in BODIES.items():
        took = seconds(body, promised)
        speed = len(body) / took
        base = base or speed
        most = peak(body, promised) / len(body)
        print(f"{name:16}{len(body) / 1e6:7.2f}{took * 1e3:9.1f}{speed / base:15.2f}{most:13.1f}")


if __name__ == "__main__":
    main()
