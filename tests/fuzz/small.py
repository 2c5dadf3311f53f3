"""Small documents of every kind, written by us: a change of a byte hits something that counts."""

from __future__ import annotations

import hashlib
import json


def _json(value: object) -> bytes:
    return json.dumps(value).encode()


MAIL = (
    b"From: a@b.example\r\nSubject: =?utf-8?b?QSBub3RlIG9uIHppbmM=?=\r\n"
    b"Date: Mon, 2 Mar 2026 10:00:00 +0000\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n"
    b"--x\r\nContent-Type: text/plain\r\n\r\nZinc is held up.\r\n--x--\r\n"
)
PAGE = b"<!DOCTYPE html><html lang=en><title>A page</title><p><a href=/1>Zinc notice</a></html>"
ARTICLE = (
    b"<!DOCTYPE html><html lang=nl><head><title>Zink</title>"
    b'<meta property="article:published_time" content="2026-03-02T10:00:00Z">'
    b'<script type="application/ld+json">{"@type":"NewsArticle","headline":"Zink"}</script></head>'
    b"<body><article><h1>Zink</h1><p>Er komt een vergunningplicht voor zink.</p></article></html>"
)
RSS = (
    b'<rss version="2.0"><channel><title>T</title><item><title>Zinc ban</title>'
    b"<link>https://a.example/1</link><pubDate>Mon, 02 Mar 2026 10:00:00 GMT</pubDate>"
    b"<description>&lt;p&gt;A ban&lt;/p&gt;</description></item></channel></rss>"
)
ATOM = (
    b'<feed xmlns="http://www.w3.org/2005/Atom"><title>T</title><entry><id>1</id><title>Zinc</title>'
    b'<link href="https://a.example/1"/><updated>2026-03-02T10:00:00Z</updated></entry></feed>'
)
RDF = (
    b'<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" '
    b'xmlns="http://purl.org/rss/1.0/"><item rdf:about="https://a.example/1"><title>Zinc</title>'
    b"<link>https://a.example/1</link></item></rdf:RDF>"
)
JSON_FEED = _json(
    {"version": "https://jsonfeed.org/version/1.1", "title": "T", "items": [
        {"id": "1", "url": "https://a.example/1", "title": "Zinc",
         "date_published": "2026-03-02T10:00:00Z", "content_html": "<b>Zinc</b>"}]}
)  # fmt: skip
GDELT = _json(
    {"articles": [{"url": "https://a.example/1", "title": "Zinc", "seendate": "20260302T100000Z",
                   "domain": "a.example", "language": "English", "sourcecountry": "Chile"}]}
)  # fmt: skip
REGISTER = _json(
    {"count": 1, "results": [{"title": "Rule", "type": "Rule", "document_number": "2026-1",
     "html_url": "https://a.example/1", "publication_date": "2026-03-02", "abstract": "Zinc",
     "agencies": [{"name": "Bureau"}]}]}
)  # fmt: skip
SHORT = (b"<rss><channel><item><title>Zinc</title></item></channel></rss>", b"{}", b"[]", b"<a/>",
         b"title,url,date\nZinc,https://a.example/1,2026-03-02\n")  # fmt: skip
DOCUMENTS = (MAIL, PAGE, ARTICLE, RSS, ATOM, RDF, JSON_FEED, GDELT, REGISTER, *SHORT)

UN = (
    b'<CONSOLIDATED_LIST dateGenerated="2026-01-01"><INDIVIDUALS><INDIVIDUAL><DATAID>1</DATAID>'
    b"<FIRST_NAME>A</FIRST_NAME></INDIVIDUAL></INDIVIDUALS><ENTITIES/></CONSOLIDATED_LIST>"
)
OFAC = (
    b'<sdnList xmlns="https://sanctionslistservice.ofac.treas.gov/api/PublicationPreview/exports/XML">'
    b"<publshInformation><Publish_Date>03/02/2026</Publish_Date></publshInformation><sdnEntry>"
    b"<uid>1</uid><lastName>INVENTED METALS</lastName><sdnType>Entity</sdnType><programList>"
    b"<program>X</program></programList></sdnEntry></sdnList>"
)
EU = (
    b'<export generationDate="2026-03-02T10:00:00" xmlns="http://eu.europa.ec/fpi/fsd/export">'
    b'<sanctionEntity logicalId="1" euReferenceNumber="EU.1.1"><subjectType code="enterprise"/>'
    b'<nameAlias wholeName="Invented Metals"/></sanctionEntity></export>'
)
CSV = b"id,kind,name,aliases,country,birth\n1,entity,Invented Metals,IM;Inv Met,CN,\n"
FTM = _json({"id": "a", "schema": "Company", "caption": "Invented", "datasets": ["x"],
             "properties": {"name": ["Invented Metals"], "country": ["cn"]}}) + b"\n"  # fmt: skip
LISTS = (UN, OFAC, EU, CSV, FTM, b"[]", b"<a/>")

OPML = b'<opml version="2.0"><body><outline text="A" xmlUrl="https://a.example/f"/></body></opml>'
RULES = (
    b"schema: 1\nid: one\ntitle: A rule\nmatch: {w: {any: {en: [zinc]}}}\ncondition: w\n",
    b"a: [1, {b: 'c'}]\n---\n- |\n  text\n- >-\n  more\n",
)
EVENTS = (
    b'{"id":"a","hlc":"000001700000000.00000","device":"d","dev_seq":1,"actor":"A",'
    b'"post":"P","kind":"note","subject":"s","data":{"text":"x"}}\n',
    b'{"id":"b","hlc":"000001700000000.00001","device":"d","dev_seq":2,"actor":"A",'
    b'"post":"P","kind":"status","subject":"s","data":{"to":"closed"}}\n',
)
KEYS = (
    b'{"format":"osawatch-vault/1","id":"a","state":"sealed","slots":[]}',
    _json({"format": "osawatch-vault/1", "id": "a", "state": "sealing", "slots": [
        {"id": "s", "kind": "passphrase", "name": "Ann", "body": "AAAA", "head": {
            "kdf": "argon2id", "t": 3, "m": 65536, "p": 4, "salt": "AAAA", "nonce": "AAAA"}}]}),
)  # fmt: skip
ARCHIVES = (
    _json({"format": "osawatch-archive/1", "days": ["2026-03-02"], "partitions": [
        {"file": "items-2026-03.parquet", "month": "2026-03", "rows": 1, "sha256": "00",
         "first": "2026-03-02T10:00:00+00:00", "last": "2026-03-02T10:00:00+00:00"}]}),
)  # fmt: skip
DATABASE = b"no database"
MANIFESTS = (
    _json({"format": "osawatch-backup/1", "made": "2026-01-01", "files": [
        {"path": "osawatch.db", "size": 11, "sha256": hashlib.sha256(DATABASE).hexdigest()}]}),
    _json({"format": "osawatch-backup/1", "made": "2026-01-01T10:00:00+00:00", "files": [
        {"path": path, "size": 11, "sha256": hashlib.sha256(DATABASE).hexdigest()}
        for path in ("osawatch.db", "rules/a.yaml", "../b", "/etc/c", "rules/../../d")]}),
)  # fmt: skip
