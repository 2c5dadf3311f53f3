"""Dates read from texts, with what happens then."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.dates import found
from rules.model import Dated, Text

PUBLISHED = datetime(2026, 11, 26, 9, 0, tzinfo=UTC)
DECEMBER, YEAR_END, MARCH = date(2026, 12, 1), date(2026, 12, 31), date(2027, 3, 31)
JANUARY = date(2027, 1, 15)


def told(words: str, language: str = "", published: datetime | None = PUBLISHED) -> list[Dated]:
    return list(found(Text("", words, language, published=published)))


def short(words: str, language: str = "") -> list[tuple[str, date]]:
    return [(one.kind, one.date) for one in told(words, language)]


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "A licence is needed from 1 December"),
        ("en", "The rule takes effect on Dec. 1, 2026"),
        ("en", "effective as of Tuesday, 1 December 2026"),
        ("en", "The duty applies from 2026-12-01."),
        ("en", "will enter into force on the 1st of December"),
        ("nl", "De vergunningplicht geldt vanaf 1 december."),
        ("nl", "Het besluit treedt op 1 december 2026 in werking."),
        ("nl", "met ingang van dinsdag 1 december"),
        ("de", "Ab dem 1. Dezember gilt eine Genehmigungspflicht"),
        ("de", "Die Verordnung tritt am 1. Dezember 2026 in Kraft."),
        ("de", "gültig ab 1.12.2026"),
        ("fr", "à partir du 1er décembre"),
        ("fr", "Le décret entrera en vigueur le 1er décembre 2026"),
        ("fr", "A COMPTER DU 1ER DECEMBRE 2026"),
        ("es", "a partir del 1 de diciembre de 2026"),
        ("es", "La medida entrará en vigor el 1 de diciembre"),
        ("pt", "a partir de 1º de dezembro"),
        ("pt", "A norma entra em vigor em 1 de dezembro de 2026"),
        ("ru", "Запрет действует с 1 декабря"),
        ("ru", "Постановление вступает в силу с 01.12.2026"),
        ("uk", "Заборона діє з 1 грудня 2026 року"),
        ("uk", "Закон набирає чинності 1 грудня"),
        ("pl", "Zakaz obowiązuje od 1 grudnia"),
        ("pl", "wchodzi w życie z dniem 1 grudnia 2026 r."),
        ("zh", "自2026年12月1日起对锑相关物项实施出口管制"),
        ("zh", "新规定将于12月1日正式实施"),
        ("zh", "公告自二〇二六年十二月一日起施行"),
        ("ja", "輸出許可制は12月1日から始まる"),
        ("ja", "改正省令は令和8年12月1日に施行される"),
        ("ko", "수출 허가제가 12월 1일부터 시행된다"),
        ("ko", "2026년 12월 1일 시행"),
        ("ar", "اعتبارًا من 1 ديسمبر"),
        ("ar", "الاعتبارا من 1 ديسمبر"),
        ("ar", "يدخل حيز التنفيذ في ١ ديسمبر ٢٠٢٦"),
        ("ar", "ابتداء من 1 كانون الأول/ديسمبر 2026"),
        ("tr", "Yasak 1 Aralık'tan itibaren geçerli"),
        ("tr", "1 Aralık 2026 tarihinde yürürlüğe girecek"),
        ("id", "larangan berlaku mulai 1 Desember 2026"),
        ("id", "terhitung sejak tanggal 1 Desember"),
    ],
)
def test_the_day_on_which_a_measure_begins_is_read(language: str, words: str) -> None:
    for known in (language, ""):
        assert short(words, known) == [("effective", DECEMBER)]


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "The quota is suspended until 31 March 2027"),
        ("en", "The exemption expires on March 31"),
        ("nl", "geldig tot en met 31 maart"),
        ("de", "befristet bis zum 31. März 2027"),
        ("fr", "suspendu jusqu'au 31 mars 2027"),
        ("es", "La suspensión vence el 31 de marzo"),
        ("pt", "suspensa até 31 de março de 2027"),
        ("ru", "Квота продлена до 31 марта 2027 года"),
        ("uk", "мораторій діє до 31 березня"),
        ("pl", "zakaz przedłużono do 31 marca 2027 r."),
        ("zh", "暂停实施至2027年3月31日"),
        ("ja", "停止は2027年3月31日まで続く"),
        ("ko", "유예 조치는 2027년 3월 31일까지"),
        ("ar", "حتى 31 مارس 2027"),
        ("tr", "31 Mart 2027'ye kadar askıya alındı"),
        ("id", "ditangguhkan hingga 31 Maret 2027"),
    ],
)
def test_the_day_on_which_it_ends_is_read(language: str, words: str) -> None:
    assert short(words, language) == [("until", MARCH)]


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "Comments must be received on or before January 15, 2027."),
        ("en", "The consultation is open until 15 January"),
        ("nl", "Reageren op het voorstel kan tot 15 januari 2027"),
        ("de", "Stellungnahmen nimmt das Amt bis zum 15. Januar an"),
        ("fr", "Les observations sont reçues jusqu'au 15 janvier 2027"),
        ("es", "Se reciben comentarios hasta el 15 de enero"),
        ("pt", "Contribuições são aceitas até 15 de janeiro"),
        ("ru", "Замечания принимаются до 15 января"),
        ("uk", "Зауваження приймають до 15 січня 2027 року"),
        ("pl", "Uwagi można zgłaszać do 15 stycznia"),
        ("zh", "公开征求意见，请于2027年1月15日前反馈"),
        ("ja", "意見の募集は1月15日まで"),
        ("ko", "의견은 1월 15일까지 제출"),
        ("ar", "تقبل الملاحظات حتى 15 يناير 2027"),
        ("tr", "Görüşler 15 Ocak'a kadar bildirilebilir"),
        ("id", "Masukan diterima hingga 15 Januari 2027"),
    ],
)
def test_the_last_day_for_comments_is_a_deadline(language: str, words: str) -> None:
    assert short(words, language) == [("deadline", JANUARY)]


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "from 1 to 31 December"),
        ("en", "from 1 December to 31 December 2026"),
        ("nl", "van 1 t/m 31 december"),
        ("de", "vom 1. bis 31. Dezember 2026"),
        ("fr", "du 1er au 31 décembre"),
        ("es", "del 1 al 31 de diciembre"),
        ("ru", "с 1 по 31 декабря"),
        ("zh", "自12月1日起至31日"),
        ("zh", "2026年12月1日至2026年12月31日"),
        ("ja", "12月1日から31日まで"),
        ("ko", "12월 1일부터 12월 31일까지"),
    ],
)
def test_a_range_has_a_beginning_and_an_end(language: str, words: str) -> None:
    assert short(words, language) == [("effective", DECEMBER), ("until", YEAR_END)]


def test_a_year_that_one_end_of_a_range_names_holds_for_the_other() -> None:
    assert short("from 15 December 2026 to 31 March", "en") == [
        ("effective", date(2026, 12, 15)), ("until", MARCH),
    ]  # fmt: skip
    assert short("from 1 December to 31 March 2028", "en") == [
        ("effective", date(2027, 12, 1)), ("until", date(2028, 3, 31)),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("words", "language", "day"),
    [
        ("from March 2027", "en", date(2027, 3, 1)),
        ("vanaf januari", "nl", date(2027, 1, 1)),
        ("à partir de mars", "fr", date(2027, 3, 1)),
        ("明年3月起", "zh", date(2027, 3, 1)),
        ("Aralık'tan itibaren", "tr", DECEMBER),
        ("с декабря", "ru", DECEMBER),
    ],
)
def test_a_month_alone_stays_a_month(words: str, language: str, day: date) -> None:
    (one,) = told(words, language)

    assert (one.kind, one.date, one.precision) == ("effective", day, "month")


def test_a_missing_year_is_the_one_nearest_to_the_day_of_publication() -> None:
    def year(published: datetime) -> int:
        return told("from 1 January", "en", published)[0].date.year

    assert year(datetime(2026, 11, 26, tzinfo=UTC)) == 2027
    assert year(datetime(2026, 2, 1, tzinfo=UTC)) == 2026
    assert year(datetime(2026, 6, 1, tzinfo=UTC)) == 2026


def test_without_a_day_of_publication_a_date_without_a_year_is_left_out() -> None:
    assert told("from 1 January", "en", None) == []
    assert told("from 1 January 2027", "en", None)[0].date == date(2027, 1, 1)


def test_no_time_zone_shifts_a_date() -> None:
    for hours in (-12, 0, 14):
        zone = timezone(timedelta(hours=hours))
        published = datetime(2026, 11, 26, 23, 59, tzinfo=zone)
        assert told("from 1 December", "en", published)[0].date == DECEMBER


@pytest.mark.parametrize(
    "words",
    [
        "from 2804.10.20 and since 7440-36-0, until 8112.92.00",
        "from 06-12345678 until +31 6 12 12 2026",
        "from 12.12.2026.44, as of 2026-12-01-1, until 10-12-2026-5",
        "from 4/5/2026",  # April or May
        "from 31 November 2026",
        "from 30 February",
        "from 1 December 1789",
        "they march from may to june 2020 tonnes",
        "Beijing said on December 1 that talks go on",
        "a letter from 3 May 2026",
        "Announcement No. 70 of 2025",
        "the period of review (POR) from May 1, 2025 through April 30, 2026",
        "the period of review is 1 May 2025 through 30 April 2026",
        "for the period from 1 May 2025 to 30 April 2026",
        "十二月",
        "3个月起",
    ],
)
def test_what_is_no_date_or_has_no_sign_is_left_out(words: str) -> None:
    assert told(words, "en") + told(words, "zh") == []


def test_day_and_month_are_not_taken_for_each_other() -> None:
    assert short("vanaf 4-5-2027", "nl") == [("effective", date(2027, 5, 4))]
    assert short("a partir del 4/5/2027", "es") == [("effective", date(2027, 5, 4))]
    assert short("from 12/25/2026 until 25/12/2027", "en") == [
        ("effective", date(2026, 12, 25)), ("until", date(2027, 12, 25)),
    ]  # fmt: skip


def test_portuguese_do_is_no_polish_until() -> None:
    assert short("o decreto do 1 de dezembro de 2026", "pt") == []
    assert short("zakaz do 1 grudnia 2026", "pl") == [("until", DECEMBER)]


def test_the_place_is_the_words_of_the_date() -> None:
    words = "Из страны вывоз запрещён с 1 декабря 2026 года."

    (one,) = told(words, "ru")

    assert one.field == "summary"
    assert words[one.start : one.end] == "1 декабря 2026"


PIECES = st.sampled_from(
    [
        "from", "until", "1", "31", "12", "2026", "December", "Dec.", "1er", "décembre", "до", "с",
        "1 декабря", "自", "年", "月", "日起", "12月1日", "至", "十二月一日", "から", "まで",
        "부터", "12월 1일", "من", "ديسمبر", "١٢", "Aralık", "'tan itibaren", "tot", "bis",
        ".", "-", "/",
        "2026-12-01", "1.12.", "1/2/2026", " ", "\n", "İ", "ß", "²", "令和元年", "t/m", "comments",
    ]
)  # fmt: skip
TEXTS = st.one_of(
    st.text(max_size=60), st.lists(PIECES, max_size=14).map(" ".join),
    st.lists(PIECES, max_size=14).map("".join),
)  # fmt: skip
LANGUAGES = st.sampled_from(["", "en", "nl", "de", "fr", "zh", "ja", "ko", "ar", "tr", "xx"])


@given(TEXTS, TEXTS, LANGUAGES, st.one_of(st.none(), st.datetimes(timezones=st.just(UTC))))
def test_any_text_is_read_and_all_places_lie_in_it(
    title: str, summary: str, language: str, published: datetime | None
) -> None:
    text = Text(title, summary, language, published=published)
    last = ("", 0)
    for one in found(text):
        words = getattr(text, one.field)
        assert 0 <= one.start < one.end <= len(words)
        assert any(letter.isalnum() for letter in words[one.start : one.end])
        assert one.precision == "day" or one.date.day == 1
        assert last[0] != one.field or last[1] <= one.start
        last = (one.field, one.end)
