"""Goods that are kept out: «halts coal shipments from Australia» closes a market, no export.

Two doubts that words alone do not settle, so the countries and goods of the sentence do: a stop of
shipments is an import ban when somebody else than the doer sends them; and who is turned back «at
the border» may be a person, so a good must be named.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from rules import rolewords
from rules.event import Event
from rules.hits import Hit
from rules.lexicon import Kind
from rules.scan import Scan

BOYCOTT = "import-ban-boycott"
_BARE = re.compile(
    r"(?:embargo|эмбарго|ембарго|boycott?|boicot\w*|boicott\w*|bojkot\w*|boykot\w*|boikot|бойкот\w*)"
    r"(?: (?:of|de|du|von|gegen|van|tegen|a|ao|al|di|del|op|auf|sur|su))? "
)
OUT = "export-ban"
# «mag het land weer uit»: its own words say that goods leave again
_OUT_AGAIN = re.compile(
    r"\b(?:weer|wieder|again|de nouveau|a nouveau|de nuevo|volver|voltar|di nuovo)\b"
)
STOPS = frozenset(["export-ban", "supply-cutoff"])
_SHIPPED = re.compile(
    r"shipment|deliver|suppl|cargo|leveri|aanvoer|toevoer|lieferung|livrais|cargais|approvision|"
    r"spedizion|fornitur|consegn|carich|envio|cargament|suminist|entrega|fornecim|remess|carregament|постав|отгруз|постач|dostaw|"
    r"dodav|zasilk|leveran|sevkiyat|tedari|pengirim|pasokan|شحن|امداد|توريد"
)
_BORDER = re.compile(
    r"\b(?:border|customs|grens|douane|grenze|zoll |frontier|douane|frontier[ae]|confin[ei]|"
    r"dogan|frontera|aduana|fronteira|"
    r"alfandeg|границ|таможн|кордон|митниц|granic|grenzen|borders|hranic|grans|sinir|gumru|perbatasan|pabean)|"
    r"入境|入关|入關|通关|通關|حدود|جمارك"
)

_REOPENED = re.compile(
    r" ?(?:reopen|rouvr|reabr|heropen|opent|opende|macht|offne|вновь откр|снова откр|откр|"
    r"знову відкр|відкр|riapr|ponownie otw|znow otw|"
    r"恢复|恢復|重新进口|重新進口|解禁|容認|再開|輸入再開|輸入解禁|수입 재개|수입 허용|"
    r"解除进口|解除進口|"
    r"重新开放|重新開放|重开|重開|تعيد فتح|اعادت فتح|يعيد فتح|اعاد فتح)"
)


def reopened(scan: Scan, event: Event) -> bool:
    """«Warsaw reopens its border to Ukrainian rapeseed»: its own words say that the ban is over."""
    folded = scan.page.folded
    if event.measure == OUT:
        return any(_OUT_AGAIN.search(folded[part.start : part.end]) for part in event.parts)
    return event.measure == BOYCOTT and any(
        _REOPENED.match(folded, part.start) for part in event.parts
    )


def turned(scan: Scan, events: list[Event]) -> list[Event]:
    """The events, with stops of what others ship told as import bans."""
    stopped = [event for event in events if event.measure in STOPS and _ships(scan, event)]
    bans = [event for event in events if event.measure == BOYCOTT and _border(scan, event)]
    if not stopped and not bans:
        return events
    lands = scan.whole_of(Kind.COUNTRY) if stopped else []
    for event in stopped:
        if _from_others(scan, event, lands):
            event.measure = BOYCOTT
    goods = {scan.sentence(hit.start) for hit in scan.whole_of(Kind.GOOD | Kind.WEAK)}
    dropped = [event for event in bans if event.sentence not in goods]
    return _once([event for event in events if not any(event is one for one in dropped)])


def _once(events: Sequence[Event]) -> list[Event]:
    """One import ban a sentence is enough, where two stops became one."""
    seen: set[int] = set()
    kept = []
    for event in events:
        if event.measure == BOYCOTT:
            if event.sentence in seen:
                continue
            seen.add(event.sentence)
        kept.append(event)
    return kept


def _words(scan: Scan, event: Event) -> str:
    folded = scan.page.folded
    return " ".join(folded[part.start : part.end + 8] for part in event.parts)


def _ships(scan: Scan, event: Event) -> bool:
    return len(event.parts) > 1 and _SHIPPED.search(_words(scan, event)) is not None


def _border(scan: Scan, event: Event) -> bool:
    if len(event.parts) == 1:  # «embargo on good humour» needs a good as well
        return _BARE.match(scan.page.folded, event.start, event.end + 4) is not None
    return _BORDER.search(_words(scan, event)) is not None


def _from_others(scan: Scan, event: Event, lands: Sequence[Hit]) -> bool:
    """Whether a country in front of the verb stops what exactly one other country sends."""
    here = [hit for hit in lands if scan.sentence(hit.start) == event.sentence]
    if len({hit.use.key for hit in here}) != 2:  # the doer and the sender
        return False
    doer = min(here, key=lambda hit: hit.start)
    senders = [hit for hit in here if hit.use.key != doer.use.key]
    return doer.start < event.start and not _sent(scan, doer) and any(
        _sent(scan, hit) for hit in senders
    )  # fmt: skip


def _sent(scan: Scan, hit: Hit) -> bool:
    """«from Australia», «uit Australië», «Avustralya'dan»."""
    folded, language = scan.page.folded, hit.use.language
    said = scan.page.text.language[:2] or language
    tokens = folded[max(0, hit.start - 24) : hit.start].split()
    if any(token in rolewords.SENT.get(said, ()) for token in tokens[-2:]):
        return True
    return said == "tr" and re.match(r" ?[dt][ae]n ", folded[hit.end :]) is not None
