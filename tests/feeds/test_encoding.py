"""Bytes become the right text, whatever they claim to be."""

import codecs

import pytest

from feeds.encoding import decode

RUSSIAN = (
    "<rss><language>ru</language><title>Запрет на вывоз никеля и меди введён сегодня</title></rss>"
)
JAPANESE = "<rss><title>レアアースの輸出規制が強化されました。経済産業省</title></rss>"
CHINESE = "<rss><title>商务部关于对镓、锗相关物项实施出口管制的公告，自即日起施行</title></rss>"
FRENCH = "<rss><title>Contrôle à l’export : l’été dernier, la décision a été prise</title></rss>"


@pytest.mark.parametrize(
    ("text", "encoding", "declared"),
    [
        (RUSSIAN, "cp1251", "windows-1251"),
        (RUSSIAN, "cp1251", "utf-8"),
        (RUSSIAN, "cp1251", ""),
        (RUSSIAN, "koi8_r", "KOI8-R"),
        (RUSSIAN, "koi8_r", ""),
        (RUSSIAN, "utf-8", "windows-1251"),
        (JAPANESE, "shift_jis", "Shift_JIS"),
        (JAPANESE, "euc_jp", "EUC-JP"),
        (JAPANESE, "iso2022_jp", "ISO-2022-JP"),
        (JAPANESE, "utf-8", "Shift_JIS"),
        (CHINESE, "gb18030", "gb2312"),
        (CHINESE, "gb18030", "utf-8"),
        (CHINESE, "utf-8", "gb2312"),
        (FRENCH, "cp1252", "iso-8859-1"),
        (FRENCH, "cp1252", ""),
        (FRENCH, "utf-8", "utf-16"),
        (FRENCH, "utf-8", "no-such-encoding"),
    ],
)
def test_text_is_read_as_it_was_meant(text: str, encoding: str, declared: str) -> None:
    claim = f'<?xml version="1.0" encoding="{declared}"?>' if declared else ""

    assert decode((claim + text).encode(encoding)).text == claim + text


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be", "utf-8"])
def test_a_byte_order_mark_decides(encoding: str) -> None:
    assert decode(("\ufeff" + RUSSIAN).encode(encoding)).text == RUSSIAN


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_is_known_without_a_mark(encoding: str) -> None:
    assert decode(RUSSIAN.encode(encoding)).text == RUSSIAN


def test_the_server_says_what_the_document_does_not() -> None:
    assert decode(RUSSIAN.encode("koi8_r"), "text/xml; charset=KOI8-R").text == RUSSIAN


def test_a_claim_that_fits_the_bytes_is_believed_and_a_false_one_is_told() -> None:
    true = decode(RUSSIAN.encode("cp1251"), "text/xml; charset=windows-1251")
    false = decode(RUSSIAN.encode("cp1251"), "text/xml; charset=utf-8")

    assert true.problems == ()
    assert "not what is declared (utf-8): read as cp1251" in false.problems[0].message


@pytest.mark.parametrize("text", [RUSSIAN, FRENCH, CHINESE])
@pytest.mark.parametrize("wrong", ["latin-1", "cp1252"])
def test_text_encoded_twice_is_decoded_twice(text: str, wrong: str) -> None:
    once = text.encode()
    read = once.decode(wrong, "surrogateescape")
    twice = "".join(chr(ord(char) - 0xDC00) if char > "\udc00" else char for char in read)

    found = decode(twice.encode())

    assert found.text == text
    assert "twice" in found.problems[0].message


def test_a_few_bad_bytes_do_not_make_it_another_encoding() -> None:
    body = RUSSIAN.encode().replace("меди".encode(), "меди".encode() + b"\xe9")

    found = decode(body)

    assert found.text.replace("\ufffd", "") == RUSSIAN
    assert "1 places" in found.problems[0].message


def test_a_codec_that_is_no_text_encoding_is_no_claim() -> None:
    body = b'<?xml version="1.0" encoding="zlib"?><rss>\xe9t\xe9</rss>'

    assert "été" in decode(body).text


def test_bytes_and_marks_alone_are_text_too() -> None:
    assert decode(b"").text == ""
    assert decode(codecs.BOM_UTF16_LE + b"a").text == "\ufffd"
