"""GDELT 2.0 files of a quarter of an hour: events (61 columns), mentions (16), GKG (27).

Tab-separated, no header, no quoting. All rows of one article become one item: its address is the
id. The files hold no headline but, in newer ones, a page title among the extras; else the words of
the address stand in. Countries are in FIPS 10-4 and are told in ISO 3166. GKG places: the enhanced
list has one field more (ADM2) than the first one; read alike, every place would lie at latitude 0.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape
from urllib.parse import unquote, urlsplit

from .draft import Draft, Frame, settle_all
from .facts import told
from .fips import iso

EVENTS, MENTIONS, GKG = "gdelt-events-2.0", "gdelt-mentions-2.0", "gdelt-gkg-2.1"
_WIDTHS = {61: EVENTS, 16: MENTIONS, 27: GKG}
_STAMP = re.compile(r"\d{14}")
_KEY = {EVENTS: re.compile(r"\d+"), MENTIONS: re.compile(r"\d+"), GKG: re.compile(r"\d{14}-T?\d+")}
_PAGE_TITLE = re.compile(r"<PAGE_TITLE>(.*?)</PAGE_TITLE>", re.DOTALL)
_SOURCE_LANGUAGE = re.compile(r"srclc:([a-z]{3})")
_THREE = {
    "ara": "ar", "deu": "de", "fra": "fr", "ind": "id", "ita": "it", "jpn": "ja", "kor": "ko",
    "nld": "nl", "por": "pt", "rus": "ru", "spa": "es", "tur": "tr", "ukr": "uk", "zho": "zh",
}  # fmt: skip
# The roots of CAMEO event codes (CAMEO codebook, chapter 2).
_ROOTS = {
    "01": "public statement", "02": "appeal", "03": "intent to cooperate", "04": "consultation",
    "05": "diplomatic cooperation", "06": "material cooperation", "07": "aid", "08": "yielding",
    "09": "investigation", "10": "demand", "11": "disapproval", "12": "rejection", "13": "threat",
    "14": "protest", "15": "force posture", "16": "reduced relations", "17": "coercion",
    "18": "assault", "19": "fight", "20": "mass violence",
}  # fmt: skip
_TRADE = {
    "163": "embargo, boycott or sanctions imposed",
    "1312": "embargo, boycott or sanctions threatened",
    "085": "embargo, boycott or sanctions eased",
}


@dataclass(slots=True)
class _Article:
    """What the rows of one article say together."""

    seen: str = ""
    title: str = ""
    source: str = ""
    language: str = ""
    events: list[str] = field(default_factory=list)
    themes: list[str] = field(default_factory=list)
    countries: list[str] = field(default_factory=list)
    places: list[str] = field(default_factory=list)
    names: list[str] = field(default_factory=list)


def fits(text: str) -> bool:
    """Whether the first lines have the columns of one of the files."""
    return bool(_kind(text))


def read(text: str, frame: Frame) -> None:
    """Read the articles of a file into the frame."""
    kind = _kind(text)
    frame.format, frame.title = kind, "GDELT"
    reader = {EVENTS: _event, MENTIONS: _mention, GKG: _gkg}[kind]
    articles: dict[str, _Article] = {}
    wrong = 0
    for line in text.split("\n"):
        row = line.rstrip("\r").split("\t")
        if _WIDTHS.get(len(row)) == kind:
            reader(row, articles)
        elif line.strip():
            wrong += 1
    if wrong:
        frame.notes.note(f"{wrong} lines have another number of columns and are left out")
        frame.partial, frame.reason = True, "damaged"
    settle_all(_drafts(articles), frame)


def _kind(text: str) -> str:
    row = text[: text.find("\n") if "\n" in text else len(text)].rstrip("\r").split("\t")
    kind = _WIDTHS.get(len(row), "")
    return kind if kind and _KEY[kind].fullmatch(row[0].strip()) else ""


def _event(row: list[str], articles: dict[str, _Article]) -> None:
    url, code = row[60].strip(), row[26].strip()
    article = articles.setdefault(url, _Article())
    article.seen = article.seen or row[59].strip()
    named = _TRADE.get(code) or _ROOTS.get(code[:2], "event")
    actors = " and ".join(actor.title() for actor in (row[6], row[16]) if actor.strip())
    article.events.append(f"{named} ({actors})" if actors else named)
    article.places += [name for name in (row[36], row[44], row[52]) if name]
    article.countries += [iso(code) for code in (row[37], row[45], row[53]) if code]


def _mention(row: list[str], articles: dict[str, _Article]) -> None:
    article = articles.setdefault(row[5].strip(), _Article())
    article.seen = article.seen or row[2].strip()
    article.source = row[4].strip()
    spoken = _SOURCE_LANGUAGE.search(row[14])
    article.language = _THREE.get(spoken[1], "") if spoken else ""


def _gkg(row: list[str], articles: dict[str, _Article]) -> None:
    article = articles.setdefault(row[4].strip(), _Article())
    article.seen = row[1].strip()
    article.source = row[3].strip()
    title = _PAGE_TITLE.search(row[26])
    article.title = unescape(title[1]).strip() if title else ""
    spoken = _SOURCE_LANGUAGE.search(row[25])
    article.language = _THREE.get(spoken[1], "") if spoken else ""
    article.themes += [theme for theme in row[7].split(";") if theme]
    places = [place.split("#") for place in (row[10] or row[9]).split(";")]
    article.places += [place[1] for place in places if len(place) > 2]
    article.countries += [iso(_country(place)) for place in places if len(place) > 3]
    article.names += [name for name in row[13].split(";") if name]


def _country(place: list[str]) -> str:
    """The country of a place: its first administrative division begins with it.

    The field of the country itself is wrong in some batches (1#Jordan#QA#JO#31#36#JO).
    """
    division = place[3][:2]
    return division if division.isalpha() and len(division) == 2 else place[2]


def _drafts(articles: dict[str, _Article]) -> Iterator[Draft]:
    for url, article in articles.items():
        address = url if url.startswith(("http://", "https://")) else ""
        yield Draft(
            title=article.title or _worded(address) or article.source or url[:200],
            title_plain=True,
            summary=told(
                ("Events", article.events),
                ("Themes", [theme.replace("_", " ").title() for theme in _own(article.themes)]),
                ("Places", article.places),
                ("Organisations", article.names),
            ),
            summary_plain=True,
            link=address,
            guid=url,
            published=f"{article.seen}Z" if _STAMP.fullmatch(article.seen) else "",
            language=article.language,
            publisher=article.source,
            categories=[one for one in dict.fromkeys([*article.countries, *article.themes]) if one][
                :50
            ],
        )


def _own(themes: list[str]) -> Iterator[str]:
    """Themes that say what it is about; TAX ones only list occupations, peoples and animals."""
    return (theme for theme in themes if not theme.startswith("TAX_"))


def _worded(url: str) -> str:
    """The words of an address: its longest part that is made of words."""
    try:
        parts = unquote(urlsplit(url).path).split("/")
    except ValueError:
        return ""
    worded = [re.sub(r"\.\w{2,5}\Z", "", part) for part in parts]
    longest = max((re.findall(r"[^\W\d_]{2,}", part) for part in worded), key=len, default=[])
    return " ".join(longest).capitalize() if len(longest) > 2 else ""
