"""Tables that people download, GDELT's files, and files that a person has."""

import gzip
import io
import json
import zipfile
from datetime import UTC, datetime
from email.message import EmailMessage

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfWriter

from feeds import recipe, tongue
from feeds.formats.fips import iso
from feeds.model import Document
from feeds.parse import parse

NOW = datetime(2026, 11, 25, tzinfo=UTC)
SHEET = """Inventory of the harbour, edition 2026;;;
;;;
Country;Measure;Product;From
Examplia;Export tax;Quartz sand;03/11/2026
Otherland;Ban;Tin ore;04/11/2026
"""
MAPPING = {
    "title": "{Measure} on {Product} ({Country})",
    "published": "From",
    "date_format": "%d/%m/%Y",
    "categories": "Country",
}


def read(body: str | bytes, columns: dict[str, str] | None = None, **more: str) -> Document:
    made = recipe.write("columns", columns) if columns else ""
    raw = body.encode() if isinstance(body, str) else body
    return parse(raw, recipe=made, now=NOW, **more)  # type: ignore[arg-type]


def test_a_table_is_read_by_the_columns_that_its_source_names() -> None:
    document = read(SHEET, MAPPING)

    first, _ = document.items
    assert (document.format, document.outcome) == ("table", "parsed")
    assert first.title == "Export tax on Quartz sand (Examplia)"
    assert first.published == datetime(2026, 11, 3, tzinfo=UTC)
    assert first.categories == ("Examplia",)
    assert first.guid
    assert first.guid != document.items[1].guid


def test_a_table_without_its_columns_has_changed() -> None:
    document = read(SHEET.replace("Measure;", "Instrument;"), MAPPING)

    assert (document.outcome, document.reason) == ("refused", "format_changed")
    assert "Measure, Product, Country, From" in document.problems[-1].message


def test_columns_that_say_what_they_hold_need_no_mapping() -> None:
    body = "date,headline,link\n2026-11-03,Ban on ore,https://a.example/1\n"

    item = read(body).items[0]

    assert (item.title, item.url) == ("Ban on ore", "https://a.example/1")
    assert read(body, format="rss").outcome == "refused"
    assert read("colour,size\nred,4\n").outcome == "refused"


def test_lines_and_lists_of_objects_are_tables_too() -> None:
    rows = [{"title": "One", "date": "2026-11-03"}, {"title": "Two", "date": "2026-11-04"}]
    lines = "\n".join(json.dumps(row) for row in rows)

    of_lines, of_list = read(lines), read(json.dumps(rows))

    assert [item.title for item in of_lines.items] == ["One", "Two"]
    assert of_list.items == of_lines.items
    assert read(lines + "\n{broken").outcome == "partial"
    deep = "[" * 900 + "]" * 900
    assert read(lines.replace('"One"', f'"One", "tags": {deep}')).items[0].title == "One"
    assert read(gzip.compress(lines.encode())).items == of_lines.items


def workbook(rows: list[list[str]]) -> bytes:
    """The smallest spreadsheet there is, with texts in its cells."""
    cells = "".join(
        "<row>" + "".join(f'<c t="inlineStr"><is><t>{cell}</t></is></c>' for cell in row) + "</row>"
        for row in rows
    )
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    rel = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    kinds = "http://schemas.openxmlformats.org/package/2006"
    sheet_kind = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    return zipped(
        {
            "[Content_Types].xml": f'<Types xmlns="{kinds}/content-types">'
            f'<Override PartName="/xl/workbook.xml" ContentType="{sheet_kind}.sheet.main+xml"/>'
            f'<Override PartName="/xl/w.xml" ContentType="{sheet_kind}.worksheet+xml"/></Types>',
            "_rels/.rels": f'<Relationships xmlns="{kinds}/relationships"><Relationship Id="r"'
            f' Type="{rel}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
            "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{kinds}/relationships">'
            f'<Relationship Id="r1" Type="{rel}/worksheet" Target="w.xml"/></Relationships>',
            "xl/workbook.xml": f'<workbook xmlns="{main}" xmlns:r="{rel}"><sheets>'
            '<sheet name="Data" sheetId="1" r:id="r1"/></sheets></workbook>',
            "xl/w.xml": f'<worksheet xmlns="{main}"><sheetData>{cells}</sheetData></worksheet>',
        }
    )


def zipped(files: dict[str, str | bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return out.getvalue()


def test_a_spreadsheet_is_the_same_table() -> None:
    rows = [line.split(";") for line in SHEET.splitlines()]

    document = read(workbook(rows), MAPPING | {"sheet": "Data"})

    assert document.items == read(SHEET, MAPPING).items
    assert read(workbook(rows), MAPPING | {"sheet": "Elsewhere"}).reason == "damaged"


def event(url: str, code: str = "163", place: str = "SF") -> str:
    row = [""] * 61
    row[0], row[6], row[16], row[26] = "410412347", "EXAMPLIA", "OTHERLAND", code
    row[52], row[53], row[59], row[60] = "Durban", place, "20261120230000", url
    return "\t".join(row)


def test_events_of_one_article_are_one_item_with_countries_in_iso() -> None:
    url = "https://paper.example/2026/otherland-stops-exports-of-tin-12345.html"
    lines = "\n".join([event(url), event(url, "112", "RS"), event("https://b.example/1")])

    document = read(lines + "\n")

    item = document.items[0]
    assert (document.format, len(document.items)) == ("gdelt-events-2.0", 2)
    assert item.title == "Otherland stops exports of tin"
    assert item.url == url
    assert item.categories == ("ZA", "RU")
    assert "embargo, boycott or sanctions imposed (Examplia and Otherland)" in item.summary
    assert item.published == datetime(2026, 11, 20, 23, tzinfo=UTC)
    assert document.problems == ()


def gkg() -> str:
    row = [""] * 27
    row[0], row[1], row[2], row[3] = "20261120230000-T12", "20261120230000", "1", "paper.example"
    row[4] = "https://paper.example/x"
    row[7] = "TAX_FNCACT;SANCTIONS;WB_895_MINING_SYSTEMS"
    row[9] = "1#South Africa#SF#SF#-30#26#SF"
    row[10] = "1#South Africa#SF#SF##-30#26#SF#12"
    row[25], row[26] = "srclc:nld;eng:x", "<PAGE_TITLE>Verbod op erts &amp; zand</PAGE_TITLE>"
    return "\t".join(row)


def test_an_article_of_the_knowledge_graph_has_title_themes_and_language() -> None:
    for body in (gkg().encode(), zipped({"20261120230000.gkg.csv": gkg() + "\n"})):
        item = read(body).items[0]

        assert (item.title, item.language) == ("Verbod op erts & zand", "nl")
        assert item.summary.startswith("Themes: Sanctions; Wb 895 Mining Systems.")
        assert item.categories[0] == "ZA"


def test_a_line_with_too_few_columns_is_told() -> None:
    document = read(gkg() + "\nhalf a line")

    assert (document.outcome, document.reason) == ("partial", "damaged")


@pytest.mark.parametrize(
    ("fips", "code"),
    [("SF", "ZA"), ("RS", "RU"), ("CH", "CN"), ("GM", "DE"), ("NI", "NG"), ("NG", "NE"),
     ("CG", "CD"), ("CF", "CG"), ("AS", "AU"), ("AU", "AT"), ("US", "US"), ("NL", "NL")],
)  # fmt: skip
def test_countries_of_fips_are_told_in_iso(fips: str, code: str) -> None:
    assert iso(fips) == code


WORDS = "The ministry has decided that the export of tin ore is banned from the first of May."


def letter() -> EmailMessage:
    made = EmailMessage()
    made["From"] = "Harbour Desk <desk@harbour.example>"
    made["To"] = "you@post.example"
    made["Subject"] = "Tin: what changes in May"
    made["Date"] = "Fri, 20 Nov 2026 10:00:00 +0100"
    made["Message-ID"] = "<1@harbour.example>"
    made.set_content(WORDS)
    return made


def test_a_letter_is_an_item_with_its_own_id_date_sender_and_language() -> None:
    document = read(letter().as_bytes())

    item = document.items[0]
    assert (document.format, document.outcome) == ("mail", "parsed")
    assert (item.title, item.guid) == ("Tin: what changes in May", "1@harbour.example")
    assert item.published == datetime(2026, 11, 20, 9, tzinfo=UTC)
    assert (item.authors, item.language, item.summary) == (("Harbour Desk",), "en", WORDS)


@pytest.mark.parametrize(
    ("claimed", "real"),
    [("gb2312", "gb18030"), ("us-ascii", "utf-8"), ("x-nobody-knows", "utf-8"), ("big5", "big5")],
)
def test_a_letter_is_read_whatever_encoding_it_claims(claimed: str, real: str) -> None:
    head = f"From: a@b.example\nSubject: x\nContent-Type: text/plain; charset={claimed}\n"
    body = f"{head}Content-Transfer-Encoding: 8bit\n\n".encode() + "示例文字公告".encode(real)

    assert read(body).items[0].summary == "示例文字公告"


def test_a_newsletter_of_html_alone_gives_its_words() -> None:
    made = letter()
    made.set_content(f"<html><style>p {{}}</style><p>{WORDS}</p></html>", subtype="html")

    assert read(made.as_bytes()).items[0].summary == WORDS


def test_letters_and_papers_within_a_letter_are_items_too_and_the_rest_is_told() -> None:
    made = letter()
    made.add_attachment(letter())
    made.add_attachment(docx("Annex"), maintype="application", subtype="x", filename="annex.docx")
    made.add_attachment(b"\0\1", maintype="application", subtype="x", filename="form.bin")

    document = read(made.as_bytes())

    titles = ["Tin: what changes in May", "Tin: what changes in May", "Annex"]
    assert [item.title for item in document.items] == titles
    assert "An attachment is not read: «form.bin»" in document.problems[0].message


def docx(title: str = "", text: str = WORDS) -> bytes:
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    core = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
    body = f"<w:p><w:pPr><w:pStyle w:val='Heading1'/></w:pPr><w:r><w:t>Head</w:t></w:r></w:p>{text}"
    body = body.replace(text, f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>")
    deleted = "<w:p><w:del><w:r><w:delText>struck out</w:delText></w:r></w:del></w:p>"
    return zipped(
        {
            "word/document.xml": f'<w:document xmlns:w="{space}"><w:body>{body}{deleted}</w:body>'
            "</w:document>",
            "docProps/core.xml": f'<c:coreProperties xmlns:c="{core}"'
            ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:t="http://purl.org/dc/terms/">'
            f"<dc:title>{title}</dc:title><dc:creator>A. Quay</dc:creator>"
            "<t:modified>2026-11-20T08:00:00Z</t:modified></c:coreProperties>",
        }
    )


def test_a_word_document_gives_title_text_date_and_author() -> None:
    item = read(docx("Note on tin")).items[0]

    assert (item.source_format, item.title, item.authors) == ("docx", "Note on tin", ("A. Quay",))
    assert item.published == datetime(2026, 11, 20, 8, tzinfo=UTC)
    assert WORDS in item.summary
    assert "struck out" not in item.summary
    assert item.language == "en"
    assert read(docx()).items[0].title == "Head"


def test_a_long_document_comes_in_parts_and_nothing_of_it_is_lost() -> None:
    text = " ".join(f"word{number}" for number in range(9_000))

    items = read(docx("Long", text)).items

    assert [item.title for item in items][:2] == ["Long (1/5)", "Long (2/5)"]
    assert " ".join(item.summary for item in items).split()[1:] == text.split()
    assert len({item.guid for item in items}) == 5


def pdf(text: str) -> bytes:
    """A page with a text layer, written by hand."""
    stream = f"BT /F1 12 Tf 50 700 Td ({text}) Tj ET" if text else ""
    parts = [
        "<< /Type /Catalog /Pages 2 0 R /Lang (en-GB) >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R"
        " /Resources << /Font << /F1 5 0 R >> >> >>",
        f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        "<< /Title (Circular 9) /CreationDate (D:20261119120000Z) >>",
    ]
    out, places = "%PDF-1.4\n", []
    for number, part in enumerate(parts, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{part}\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    size = len(parts) + 1
    trailer = f"trailer\n<< /Size {size} /Root 1 0 R /Info 6 0 R >>\nstartxref\n{len(out)}\n%%EOF"
    return f"{out}xref\n0 {size}\n0000000000 65535 f \n{table}{trailer}".encode("latin-1")


def test_a_pdf_with_a_text_layer_is_read() -> None:
    item = read(pdf(WORDS)).items[0]

    assert (item.source_format, item.title, item.language) == ("pdf", "Circular 9", "en")
    assert item.summary == WORDS
    assert item.published == datetime(2026, 11, 19, tzinfo=UTC)


def test_pages_that_are_not_read_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    writer = PdfWriter()
    for _ in range(3):
        writer.append(io.BytesIO(pdf(WORDS)))
    whole = io.BytesIO()
    writer.write(whole)
    monkeypatch.setattr("feeds.formats.pdf.PAGES", 2)
    made = letter()
    made.add_attachment(whole.getvalue(), maintype="application", subtype="pdf", filename="a.pdf")

    document, sent = read(whole.getvalue()), read(made.as_bytes())

    assert (document.outcome, document.reason) == ("partial", "too_big")
    assert "first 2 pages" in document.problems[0].message
    assert "«a.pdf beyond page 2»" in sent.problems[0].message


def test_a_table_with_a_cell_that_nobody_can_hold_is_told() -> None:
    body = f"date,title,url\n2026-11-03,One,https://a.example/1\n2026-11-04,{'x' * (9 << 20)},u\n"

    document = read(body)

    assert [item.title for item in document.items] == ["One"]
    assert (document.outcome, document.reason) == ("partial", "damaged")


@pytest.mark.parametrize(
    ("body", "told"),
    [
        (pdf(""), "no text layer"),
        (pdf(WORDS)[:200], "cannot be read"),
        (zipped({"word/document.xml": "<w:broken"}), "damaged or too large"),
        (zipped({"a.txt": "x", "b.txt": "y"}), "files that are not read"),
        (zipped({"a.txt": "Just a few words"}), "Plain text"),
        (b"\xd0\xcf\x11\xe0" + "__substg1.0_0037001F".encode("utf-16-le"), "cannot be read"),
        (b"\xd0\xcf\x11\xe0" + b"\0" * 500, "old Office file"),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_with_the_reason(body: bytes, told: str) -> None:
    document = read(body)

    assert document.outcome == "refused"
    assert told in document.problems[0].message


ARTICLE = f"""<!doctype html><html lang="en-GB"><head><title>Harbour Gazette</title>
<meta property="og:title" content="Tin ore may not leave">
<meta property="article:published_time" content="2026-11-20T08:00:00+01:00">
<link rel="canonical" href="https://gazette.example/tin"></head><body><nav>Home News Sport</nav>
<article><h1>Tin ore may not leave</h1><p>{WORDS}</p><p>More is to come.</p></article>
<footer>All rights</footer></body></html>"""


def test_an_article_that_somebody_saved_is_read() -> None:
    item = read(ARTICLE).items[0]

    assert (item.source_format, item.title, item.language) == (
        "html-article",
        "Tin ore may not leave",
        "en",
    )
    assert item.summary == f"Tin ore may not leave {WORDS} More is to come."
    assert item.published == datetime(2026, 11, 20, 7, tzinfo=UTC)
    assert item.url == "https://gazette.example/tin"


def test_an_article_in_the_place_of_a_list_is_a_changed_page_unless_it_is_a_file() -> None:
    made = recipe.write("html", {"row": "ul > li"})

    polled = read(ARTICLE, format="html")
    given_ = parse(ARTICLE.encode(), recipe=made, now=NOW)

    assert (polled.outcome, polled.reason) == ("refused", "format_changed")
    assert given_.items[0].title == "Tin ore may not leave"


@pytest.mark.parametrize(
    "without", ['property="article:published_time"', 'property="og:title"', WORDS]
)
def test_a_page_without_title_date_or_text_is_no_article(without: str) -> None:
    body = ARTICLE.replace(without, "").replace("More is to come.", "").replace("may not", "")
    body = body.replace("<h1>Tin ore  leave</h1>", "")

    assert (read(body).outcome, read(body).reason) == ("refused", "not_a_feed")


@pytest.mark.parametrize("promised", ["rss", "atom", "json-api", "html", "xml"])
def test_a_file_in_the_place_of_a_feed_is_no_news(promised: str) -> None:
    for body in (pdf(WORDS), docx(), letter().as_bytes()):
        document = read(body, format=promised)

        assert (document.outcome, document.reason) == ("refused", "not_a_feed")


def test_an_archive_that_unpacks_beyond_its_limit_is_refused() -> None:
    bomb = zipped({"a.csv": b"0" * (49 << 20)})

    assert len(bomb) < 1 << 20
    assert read(bomb).outcome == "refused"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (WORDS, "en"),
        ("De minister heeft besloten dat de uitvoer van het erts niet langer is toegestaan.", "nl"),
        ("Der Minister hat die Ausfuhr von Erz mit dem Erlass nicht für zulässig erklärt.", "de"),
        ("Le ministre a décidé que les exportations de minerai sont interdites par la loi.", "fr"),
        ("商务部公布对稀土实施出口管制", "zh"),
        ("輸出管理の対象となる貨物について", "ja"),
        ("Запрет на вывоз руды", "ru"),
        ("Tin 2604 2026", ""),
        ("", ""),
    ],
)
def test_the_language_of_a_paper_is_told_only_when_it_is_plain(text: str, language: str) -> None:
    assert tongue.of(text) == language


@given(
    st.binary(max_size=300), st.sampled_from([b"%PDF-1.4\n", b"PK\x03\x04", b"From: a\nTo: b\n"])
)
def test_no_damaged_file_breaks_the_parser(body: bytes, head: bytes) -> None:
    document = read(head + body)

    assert document.items or document.reason


@given(st.data())
def test_no_damage_to_a_paper_breaks_the_parser(data: st.DataObject) -> None:
    body = data.draw(st.sampled_from([pdf(WORDS), docx("x"), letter().as_bytes()]))
    at = data.draw(st.integers(0, len(body)))
    to = data.draw(st.integers(at, min(len(body), at + 30)))

    document = read(body[:at] + data.draw(st.binary(max_size=10)) + body[to:])

    assert document.items or document.reason


@pytest.mark.parametrize("length", [1, 7, 45, 200])
@pytest.mark.parametrize("at", [40, 120])
def test_an_archive_that_lost_bytes_on_the_way_is_answered(at: int, length: int) -> None:
    rows = [line.split(";") for line in SHEET.splitlines()]
    for body in (docx("x"), workbook(rows), zipped({"a.csv": SHEET})):
        lost = body[:at] + body[at + length :]
        cut = body[:at] + b'"' * length + body[at + length :]

        assert read(lost).outcome in {"refused", "parsed"}
        assert read(cut).outcome in {"refused", "parsed"}
