"""Outlook's messages, in a compound file that is written here; olefile reads it alike."""

import struct
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feeds.formats.compound import MAGIC, Compound, storages, streams
from feeds.model import Document
from feeds.parse import parse
from tests.shared import SHARED, needs_shared

NOW = datetime(2026, 11, 25, tzinfo=UTC)
WORDS = "The ministry has decided that the export of tin ore is banned from the first of May."
FREE, END, FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
Tree = dict[str, "bytes | Tree"]


class Writer:
    """A compound file of 512-byte sectors: big streams, a stream of small ones, a directory."""

    def __init__(self, tree: Tree) -> None:
        self.sectors: list[bytes] = []
        self.fat: list[int] = []
        self.mini = b""
        self.mini_fat: list[int] = []
        self.entries: list[list[object]] = [["Root Entry", 5, FREE, 0, 0]]
        self.entries[0][2] = self.add(tree)
        self.entries[0][3], self.entries[0][4] = self.store(self.mini), len(self.mini)

    def add(self, tree: Tree) -> int:
        """Entries of a storage, each the right neighbour of the one before; the first's number."""
        first = before = FREE
        for name, value in tree.items():
            number = len(self.entries)
            entry: list[object] = [name, 1 if isinstance(value, dict) else 2, FREE, END, 0, FREE]
            self.entries.append(entry)
            if isinstance(value, dict):
                entry[2] = self.add(value)
            else:
                entry[3], entry[4] = self.stream(value), len(value)
            if before == FREE:
                first = number
            else:
                self.entries[before][5:] = [number]
            before = number
        return first

    def stream(self, data: bytes) -> int:
        if len(data) >= 4096:
            return self.store(data)
        start = len(self.mini_fat)
        count = max(1, -(-len(data) // 64))
        self.mini += data.ljust(count * 64, b"\0")
        self.mini_fat += [*range(start + 1, start + count), END]
        return start

    def store(self, data: bytes) -> int:
        start = len(self.sectors)
        count = max(1, -(-len(data) // 512))
        self.sectors += [data[at * 512 :][:512].ljust(512, b"\0") for at in range(count)]
        self.fat += [*range(start + 1, start + count), END]
        return start

    def bytes(self) -> bytes:
        mini = self.store(b"".join(struct.pack("<I", one) for one in self.mini_fat))
        minis = -(-len(self.mini_fat) * 4 // 512) or 1
        directory = self.store(b"".join(self.entry(*one) for one in self.entries))  # type: ignore[arg-type]
        tables = 1
        while (len(self.fat) + tables) * 4 > tables * 512:
            tables += 1
        places = range(len(self.fat), len(self.fat) + tables)
        numbers = [*self.fat, *[FAT] * tables]
        numbers += [FREE] * (tables * 128 - len(numbers))
        head = MAGIC + bytes(16) + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
        head += struct.pack("<9I", 0, tables, directory, 0, 4096, mini, minis, END, 0)
        head += struct.pack("<109I", *places, *[FREE] * (109 - tables))
        return head + b"".join(self.sectors) + struct.pack(f"<{len(numbers)}I", *numbers)

    def entry(
        self, name: str, kind: int, child: int, start: int, size: int, right: int = FREE
    ) -> bytes:
        raw = name.encode("utf-16-le") + b"\0\0"
        links = struct.pack("<HBBIII", len(raw), kind, 1, FREE, right, child)
        return raw.ljust(64, b"\0") + links + bytes(36) + struct.pack("<IQ", start, size)


def prop(number: int, text: str) -> Tree:
    return {f"__substg1.0_{number:04X}001F": text.encode("utf-16-le")}


def message(**more: "bytes | Tree") -> Tree:
    sent = int((datetime(2026, 11, 20, 9, tzinfo=UTC) - datetime(1601, 1, 1, tzinfo=UTC))
               .total_seconds()) * 10_000_000  # fmt: skip
    fixed = bytes(32) + struct.pack("<HHIQ", 0x40, 0x39, 6, sent)
    return {
        "__properties_version1.0": fixed,
        **prop(0x0037, "Tin: what changes in May"),
        **prop(0x0C1A, "Harbour Desk"),
        **prop(0x1035, "<1@harbour.example>"),
        **prop(0x1000, WORDS),
        **more,
    }


def read(tree: Tree) -> Document:
    return parse(Writer(tree).bytes(), now=NOW)


def test_a_message_is_an_item_with_its_id_time_sender_and_language() -> None:
    document = read(message())

    item = document.items[0]
    assert (document.format, document.outcome) == ("outlook-msg", "parsed")
    assert (item.title, item.guid) == ("Tin: what changes in May", "1@harbour.example")
    assert item.published == datetime(2026, 11, 20, 9, tzinfo=UTC)
    assert (item.authors, item.language, item.summary) == (("Harbour Desk",), "en", WORDS)


def test_a_message_of_html_alone_gives_its_words() -> None:
    tree = message()
    del tree["__substg1.0_1000001F"]
    tree["__substg1.0_10130102"] = f"<html><p>{WORDS}</p></html>".encode()

    assert read(tree).items[0].summary == WORDS


def test_a_long_text_lies_in_sectors_of_its_own_and_comes_in_parts() -> None:
    text = " ".join(f"word{number}" for number in range(9_000))

    items = read(message(**prop(0x1000, text))).items

    assert " ".join(item.summary for item in items).split() == text.split()


def test_attachments_are_read_or_told() -> None:
    from tests.feeds.formats.test_tables_and_files import docx

    tree = message()
    tree["__attach_version1.0_#00000000"] = {
        **prop(0x3707, "annex.docx"), "__substg1.0_37010102": docx("Annex"),
    }  # fmt: skip
    tree["__attach_version1.0_#00000001"] = {
        **prop(0x3707, "form.bin"), "__substg1.0_37010102": b"\0\1",
    }  # fmt: skip

    document = read(tree)

    assert [item.title for item in document.items] == ["Tin: what changes in May", "Annex"]
    assert "An attachment is not read: «form.bin»" in document.problems[0].message


def test_a_message_with_a_workbook_attached_is_a_message() -> None:
    tree = message()
    tree["__attach_version1.0_#00000000"] = {"Workbook": b"x", **prop(0x3707, "old.xls")}

    assert read(tree).format == "outlook-msg"


def test_a_message_of_rich_text_alone_is_refused_by_that_name() -> None:
    tree = message()
    del tree["__substg1.0_1000001F"]

    document = read(tree)

    assert (document.outcome, document.reason) == ("refused", "damaged")
    assert "save it as .eml" in document.problems[0].message


def test_a_compound_file_is_a_tree_of_names() -> None:
    file = Compound(Writer({"a": b"x" * 5_000, "b": b"yy", "c": {"d": b"z" * 64}}).bytes())

    top = streams(file.inside())
    inner = storages(file.inside())

    assert {name: file.read(entry, 1 << 20) for name, entry in top.items()} == {
        "a": b"x" * 5_000,
        "b": b"yy",
    }
    assert file.read(top["a"], 10) == b"x" * 10
    assert file.read(streams(file.inside(inner[0]))["d"], 100) == b"z" * 64


@given(st.data())
def test_no_damage_to_a_message_breaks_the_parser(data: st.DataObject) -> None:
    body = bytearray(Writer(message(c={"d": b"z" * 5_000})).bytes())
    for _ in range(data.draw(st.integers(1, 5))):
        at = data.draw(st.integers(8, len(body) - 4))
        body[at : at + 4] = struct.pack("<I", data.draw(st.sampled_from([0, 1, 5, END, FREE, 99])))

    document = parse(bytes(body), now=NOW)

    assert document.items or document.reason


@pytest.mark.parametrize("length", [8, 76, 511, 512, 1024, 2048])
def test_a_message_that_breaks_off_is_refused_or_read_as_far_as_it_goes(length: int) -> None:
    document = parse(Writer(message()).bytes()[:length], now=NOW)

    assert document.items or document.outcome == "refused"


@needs_shared
def test_a_real_compound_file_gives_its_streams_whole() -> None:
    body = (SHARED / "samples/sanctions/au_dfat/regulation8_consolidated.xls").read_bytes()
    file = Compound(body)

    book = streams(file.inside())["Workbook"]
    raw = file.read(book, len(body))

    assert len(raw) == book.size > 100_000
    assert raw[:2] == b"\x09\x08"  # the beginning of a workbook, and of each of its sheets
    assert b"\x0a\0\0\0" in raw[-600:]  # and the end of the last one
