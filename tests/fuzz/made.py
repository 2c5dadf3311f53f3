"""Files that a person hands in, whole and small, written by us; and texts of a desk's own files."""

from __future__ import annotations

import json
import struct
from functools import cache

from osawatch import sealed
from osawatch.bundle import box, minisign

ROOTS = (minisign.new(), minisign.new())
SECRET, RECIPIENT = box.new_identity()
SEAL = bytes(32)
ROWS = [["title", "url", "date"], ["Zinc ban", "https://a.example/1", "2026-03-02"]]


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False).encode()


@cache
def pdfs() -> tuple[bytes, ...]:
    """One with words, one that is a letter's attachment."""
    from tests.feeds.formats.test_tables_and_files import letter, pdf

    sent = letter()
    sent.add_attachment(pdf("Annex"), maintype="application", subtype="pdf", filename="a.pdf")
    return pdf("The export of zinc is banned."), sent.as_bytes()


@cache
def words() -> tuple[bytes, ...]:
    """Word documents."""
    from tests.feeds.formats.test_tables_and_files import docx

    return docx("A note"), docx("", "Zinc. " * 40)


@cache
def messages() -> tuple[bytes, ...]:
    """Outlook's messages: words, HTML, and a message with files."""
    from tests.feeds.formats.test_outlook import Writer, message, prop

    page = {"__substg1.0_10130102": b"<html><p>Zinc is held up.</p></html>"}
    added = {**prop(0x3707, "annex.docx"), "__substg1.0_37010102": words()[0]}
    trees = (message(), message(**page), message(**{"__attach_version1.0_#00000000": added}))
    return tuple(Writer(one).bytes() for one in trees)


@cache
def sheets() -> tuple[bytes, ...]:
    """A spreadsheet in the forms of three programs."""
    from osawatch.workbook import workbook as written
    from tests.feeds.formats.test_tables_and_files import workbook

    return written(ROWS), workbook(ROWS), _ods(), _xls()


def _ods() -> bytes:
    from tests.feeds.formats.test_tables_and_files import zipped

    kind = "application/vnd.oasis.opendocument.spreadsheet"
    urn = "urn:oasis:names:tc:opendocument:xmlns"
    rows = "".join(
        "<t:table-row>"
        + "".join(
            f'<t:table-cell o:value-type="string"><x:p>{cell}</x:p></t:table-cell>' for cell in row
        )
        + "</t:table-row>"
        for row in ROWS
    )
    content = (
        f'<o:document-content xmlns:o="{urn}:office:1.0" xmlns:t="{urn}:table:1.0" '
        f'xmlns:x="{urn}:text:1.0"><o:body><o:spreadsheet><t:table t:name="Data">{rows}'
        "</t:table></o:spreadsheet></o:body></o:document-content>"
    )
    for said, space in (("o", "office"), ("t", "table"), ("x", "text")):
        for mark in ("<", "</", " "):  # its readers look for the usual prefixes
            content = content.replace(f"{mark}{said}:", f"{mark}{space}:")
        content = content.replace(f"xmlns:{said}=", f"xmlns:{space}=")
    manifest = f'<m:manifest xmlns:m="{urn}:manifest:1.0"/>'
    return zipped({"mimetype": kind, "content.xml": content, "META-INF/manifest.xml": manifest})


def _xls() -> bytes:
    """BIFF8 in a compound file: a globals part, one sheet, texts and a number."""
    from tests.feeds.formats.test_outlook import Writer

    begin = lambda kind: _record(0x0809, struct.pack("<HHHHII", 0x600, kind, 0, 0, 0, 6))  # noqa: E731
    end, name = _record(0x0A, b""), b"\x04\0Data"
    head = begin(5) + _record(0x42, struct.pack("<H", 1200))
    place = len(head) + len(_record(0x85, bytes(6) + name)) + len(end)
    cells = b"".join(
        _record(0x204, struct.pack("<HHHHB", n, at, 0, len(cell), 0) + cell.encode())
        for n, row in enumerate(ROWS)
        for at, cell in enumerate(row)
    )
    number = _record(0x203, struct.pack("<HHHd", 2, 0, 0, 6.5))
    whole = head + _record(0x85, struct.pack("<IH", place, 0) + name) + end
    return Writer(
        {"Workbook": (whole + begin(16) + cells + number + end).ljust(4096, b"\0")}
    ).bytes()


def _record(kind: int, body: bytes) -> bytes:
    return struct.pack("<HH", kind, len(body)) + body


REGISTER = (
    b"measure;sender;target;day;outcome\nBan on Lithuanian goods;CN;Lithuania;2021-12-01;\n"
    b"A duty;US;'=1+1;2025-02-01;lifted\n"
)
WATCH_TABLES = (
    b'list,id,names.en,terms.en,suppliers\ngood,green-tea,Green tea,"tea, matcha","CN; 80 %; eu"\n',
    b"list;id;terms\ngood;tea;en: green tea, sencha\ncompany;acme;\n",
    b"list\tid\tnames\nmeasure\tban\ten: Ban\n",
)
WATCH_FILES = (
    b"schema: 1\ngoods:\n- id: green-tea\n  terms: {en: [green tea]}\n"
    b"groups: {far: {title: Far, members: [US]}}\n",
    b"companies:\n- {id: acme, names: {en: [Acme]}}\nstatus: {lifted: {en: [over]}}\n",
)
POLICIES = (
    b'schema = 1\nnetwork = "scheduled"\nhours = "Mon-Fri 07:00-19:00"\n'
    b'hosts = ["a.example", "*.b.nl"]\n',
    b"lock_minutes = 10\nopen_links = false\nremovable_media = true\nencryption = true\n",
)
SETUPS = (
    _json({"format": "osawatch-setup/1", "settings": {"post": "Astana", "countries": ["NL"]},
           "searches": [{"name": "Zinc", "goods": ["zinc"], "days": 7}],
           "files": {"watchlist/own.yaml": "schema: 1\n", "rules/a.yaml": "id: a\n"},
           "sources": [{"id": "w", "title": "W", "url": "https://a.example/f"}],
           "switches": {"w": True}}),
    _json({"format": "osawatch-setup/1", "settings": {"time_zone": "Asia/Almaty",
           "hosts": ["a.example"], "quiet_from": "22:00", "keys": ["triage.relevant=K"]}}),
)  # fmt: skip
SETTINGS = (
    _json({"name": "Ann", "time_zone": "Asia/Almaty", "countries": ["NL"], "text_percent": 125}),
    _json(
        {"hosts": ["a.example"], "hours": "Mon-Fri 07:00-19:00", "lock_minutes": 5, "ready": True}
    ),
    _json({"keys": ["triage.relevant=K"], "digest_at": "07:30", "theme": "dark"}),
)
SEARCHES = (
    _json([{"name": "Zinc", "view": "inbox", "goods": ["zinc"], "days": 7}, {"name": "B"}]),
    _json([{"name": "C", "level": "high", "text": "zinc", "countries": ["CN"], "tags": ["x"]}]),
)
TRUST = (
    _json({"format": "osawatch-trust/1", "signers": [
        {"public": ROOTS[0].public.text("a"), "name": "Astana"}]}),
    _json({"format": "osawatch-trust/1", "signers": []}),
)  # fmt: skip
KEYS = (
    ROOTS[0].public.text("a public key").encode(),
    ROOTS[0].text("a secret key").encode(),
    ROOTS[0].sign(b"data", "a comment").encode(),
)
TEMPLATES = (
    b"name: Memo\nfor: case, alert\n---\n# Memo: {{title}}\n\n{{facts}}\n",
    b"name: A\nfor: briefing\n---\n- {{ facts }}\nWords\n",
)
DELTAS = (
    b'<sanctionsData xmlns="x"><publicationInfo><datePublished>2026-03-02</datePublished>'
    b'</publicationInfo><entities><entity id="1" action="add"><generalInfo>'
    b"<entityType>Individual</entityType></generalInfo><sanctionsLists>"
    b"<sanctionsList>SDN List</sanctionsList></sanctionsLists><names><name>"
    b"<isPrimary>true</isPrimary><translations><translation><isPrimary>true</isPrimary>"
    b"<formattedFullName>DOE, Jan</formattedFullName></translation></translations></name></names>"
    b"</entity></entities></sanctionsData>",
    b'<sanctionsData><entities><entity id="7"><sanctionsPrograms>'
    b'<sanctionsProgram action="remove">X</sanctionsProgram></sanctionsPrograms><features>'
    b'<feature action="add"><type>Birthdate</type>'
    b"<value>01 Jan 1960</value></feature></features></entity></entities></sanctionsData>",
)
HISTORY = (
    _json([{"publicationID": 7, "datePublished": "2026-03-02T10:00:00"}, {"publicationID": "8"}]),
)
SUBJECTS = (
    _json({"id": "1", "name": "Invented Metals", "aliases": ["IM"], "country": "CN", "birth": 1960,
           "identifiers": [{"type": "tax", "value": "12", "country": "NL"}], "imo": "9074729"})
    + b"\nPlain Name Ltd\n",
    b'{"name": "A", "aliases": "B; C", "kind": "vessel"}\n',
)  # fmt: skip
TEXTS = (
    _json({"id": 1, "title": "Export ban on zinc", "language": "en", "grade": "B", "novelty": 0.5,
           "published": "2026-03-02T10:00:00Z", "official": True}) + b"\n",
    _json({"id": "a", "summary": "Zinc", "p": 1, "url": "https://a.example/1"}) + b"\n\n",
)  # fmt: skip
COUNTS = (
    b"date,count,total\n2026-03-01,4,100\n2026-03-02,,\n2026-03-03,9,120\n",
    b"Date, Count\n2026-03-01,0\n2026-03-08,1e3\n",
)
FORMS = (
    b"schema: 1\nid: one\ntitle: A rule\nlevel: low\nmatch:\n  w: {any: {en: [zinc]}}\n"
    b"condition: w\ntests:\n- {text: Zinc, match: true}\n",
    b"id: two\nmatch: {g: {watchlist: goods, items: [zinc]}, m: {watchlist: measures}}\n"
    b"condition: g and not m\nexceptions: [{name: x, any: {en: [tea]}, until: 2026-09-01}]\n",
)
RECIPES = (
    _json({"html": {"row": "ul > li", "title": "a", "date": "time"}}),
    _json({"columns": {"title": "{Measure} on {Product}", "published": "From"}}),
)
PLAIN_LISTS = (
    b"id,kind,name,aliases,country,birth\n1,entity,Invented Metals,IM;Inv Met,CN,1960\n",
)
SEALED = (sealed.closed(SEAL, b"words of a case", "cases.json"),)


@cache
def for_one() -> tuple[bytes, ...]:
    """Bytes that only one identity opens."""
    said = {
        "kind": "desk", "channel": "c", "seq": 1, "prev": "", "author": "A",
        "created": "2026-03-02T12:00:00+00:00", "expires": "2026-04-16T12:00:00+00:00",
    }  # fmt: skip
    return (box.lock(box.seal(ROOTS[0], said, {"items.jsonl": b"{}\n"})[0], [RECIPIENT]),)
