"""How acts are numbered, what words say that one act changes another, whose clock counts.

Numbers: MOFCOM and customs write 2025年第70号 or No. 70 of 2025; the Union (EU) 2026/261, before
2015 also No 833/2014, CELEX 32026R0261; the US FR Doc. 2025-19825, E.O. 14257 and 90 FR 12345;
the Netherlands Stcrt. 2026, 12345; India Notification No. 26/2026-27.
Zones: the seat of government by zone1970.tab of the IANA time zone database.
"""

from __future__ import annotations

import re

NUMBERS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("CN", re.compile(r"(?P<year>20\d\d)\s*年\s*第?\s*(?P<n>\d{1,4})\s*号")),
    ("CN", re.compile(r"(?:Announcement|Notice|Order)\s+No\.?\s*(?P<n>\d{1,3})\s*(?:of|,|\(|\[)"
                      r"\s*(?P<year>20\d\d)", re.I)),
    ("CN", re.compile(r"MOFCOM\s+(?:Announcement\s+|Ann\.\s+)?(?:No\.?\s*)?(?P<n>\d{1,3})/"
                      r"(?P<year>20\d\d)", re.I)),
    ("EU", re.compile(r"\((?:EU|UE|ЕС|CFSP|GBVB|PESC)(?:,\s*Euratom)?\)\s*(?:No\.?|Nr\.?|n[°º])?\s*"
                      r"(?P<year>20\d\d)/(?P<n>\d{1,5})")),
    ("EU", re.compile(r"\((?:EU|UE|EC|EG|CE)\)\s*(?:No\.?|Nr\.?|n[°º])\s*(?P<n>\d{1,4})/"
                      r"(?P<year>(?:19|20)\d\d)")),
    ("EU", re.compile(r"\b3(?P<year>20\d\d)[RLD](?P<n>\d{4})\b")),
    ("US", re.compile(r"FR\s+Doc\.?\s*(?P<whole>20\d\d-\d{4,5})")),
    ("US", re.compile(r"federalregister\.gov/documents/\d{4}/\d\d/\d\d/(?P<whole>20\d\d-\d{4,5})")),
    ("US", re.compile(r"(?:Executive Order|E\.O\.)\s*(?:No\.?\s*)?(?P<eo>1\d{4})\b", re.I)),
    ("US", re.compile(r"\b(?P<volume>\d{2,3})\s+FR\s+(?P<n>\d{3,6})\b")),
    ("NL", re.compile(r"(?:Stcrt\.?|Staatscourant)\s*(?P<year>20\d\d)[,\s]+(?:nr\.?\s*)?"
                      r"(?P<n>\d{3,6})\b")),
    ("IN", re.compile(r"Notification\s+No\.?\s*(?P<whole>\d{1,3}/20\d\d-\d\d)\b", re.I)),
)  # fmt: skip
# «第55、56、57、58号公告»: numbers without a year are of the year of the act that names them.
YEARLESS = re.compile(r"第\s*(?P<list>\d{1,4}(?:\s*[、，,和及与]\s*\d{1,4})*)\s*号")
RELATIONS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("suspends", re.compile(
        r"暂停|停止执行|suspend\w*|opschort\w*|opgeschort|aussetz\w*|setzt \w* ?aus|ausgesetzt"
        r"|приостан\w*|suspens\w*|停止する|유예", re.I)),
    ("lifts", re.compile(
        r"废止|撤销|取消|失效|lift\w*|revok\w*|repeal\w*|withdraw\w*|rescind\w*|intrek\w*|ingetrokken"
        r"|trekt \w* ?in|aufgehoben|aufheb\w*|abrog\w*|derog\w*|revog\w*|отмен\w*|폐지"
        r"|廃止", re.I)),
    ("extends", re.compile(
        r"延长|延期|extend\w*|extension|prolong\w*|verleng\w*|verlänger\w*|prorrog\w*|prorog\w*"
        r"|продл\w*|연장|延長", re.I)),
    ("amends", re.compile(
        r"修改|修订|调整|amend\w*|modif\w*|wijzig\w*|gewijzigd|änder\w*|geändert|alter\w*|измен\w*"
        r"|개정|改正", re.I)),
    ("retaliates", re.compile(
        r"反制|反击|retaliat\w*|countermeasure\w*|in response to|tegenmaatregel\w*|vergelding\w*"
        r"|Gegenmaßnahme\w*|Vergeltung\w*|représaille\w*|represalia\w*|ответн\w* мер\w*|対抗措置"
        r"|보복", re.I)),
)  # fmt: skip
ZONES = {
    "AR": "America/Argentina/Buenos_Aires", "AU": "Australia/Sydney", "BR": "America/Sao_Paulo",
    "BY": "Europe/Minsk", "CA": "America/Toronto", "CD": "Africa/Kinshasa",
    "CH": "Europe/Zurich", "CL": "America/Santiago", "CN": "Asia/Shanghai", "DE": "Europe/Berlin",
    "EG": "Africa/Cairo", "ES": "Europe/Madrid", "EU": "Europe/Brussels", "FR": "Europe/Paris",
    "GA": "Africa/Libreville", "GB": "Europe/London", "GH": "Africa/Accra",
    "GN": "Africa/Conakry", "ID": "Asia/Jakarta", "IN": "Asia/Kolkata", "IR": "Asia/Tehran",
    "IT": "Europe/Rome", "JP": "Asia/Tokyo", "KR": "Asia/Seoul", "KZ": "Asia/Almaty",
    "MA": "Africa/Casablanca", "ML": "Africa/Bamako", "MM": "Asia/Yangon", "MX":
    "America/Mexico_City", "MY": "Asia/Kuala_Lumpur", "NA": "Africa/Windhoek",
    "NE": "Africa/Niamey", "NG": "Africa/Lagos", "NL": "Europe/Amsterdam", "PE": "America/Lima",
    "PH": "Asia/Manila", "PL": "Europe/Warsaw", "QA": "Asia/Qatar", "RU": "Europe/Moscow",
    "SA": "Asia/Riyadh", "SG": "Asia/Singapore", "TH": "Asia/Bangkok", "TR": "Europe/Istanbul",
    "TW": "Asia/Taipei", "UA": "Europe/Kyiv", "US": "America/New_York", "VN": "Asia/Ho_Chi_Minh",
    "ZA": "Africa/Johannesburg", "ZM": "Africa/Lusaka", "ZW": "Africa/Harare",
}  # fmt: skip
