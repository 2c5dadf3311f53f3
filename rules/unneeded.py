"""Permits: «keine Lizenz mehr nötig» ends a control, a permit to export that is withdrawn is one.

Both are told with the words of their opposite: a «no» that denies nothing, and a permit that is
taken from a firm as a mining licence is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from rules.event import Event
from rules.scan import Scan

GRANTED, CONTROL, REVOKED = "licence-granted", "export-licensing", "permit-revocation"
_RELIEVED = frozenset([GRANTED, CONTROL, "export-registration", "customs-delay"])
PERMIT = (
    r"(?:[^ ]*(?:licen[cs]|lizenz|genehmigung|vergunning|licentie|tillstand|licencj)[^ ]*|"
    r"permits?|permess[oi]|permis[oe]?s?|autori[sz][^ ]+|toestemming|stempel|erlaubnis|bewilligung|"
    r"papers?|sign off|nulla osta|visto|visado|лиценз[^ ]*|разрешен[^ ]*|ліценз[^ ]*|дозв[^ ]+|"
    r"zezwole[^ ]*|pozwole[^ ]*|povolen[^ ]*|souhlas[^ ]*|izin[^ ]*|izn[^ ]*|lisans[^ ]*|"
    r"ruhsat[^ ]*|"
    r"perizinan|surat|persetujuan|[^ ]*(?:ترخيص|تراخيص|رخصه|رخص|تصريح|تصاريح|اذن|موافقه))"
)
_NEED = (
    r"(?:need[^ ]*|requir[^ ]*|necessary|nodig|vereist|hoe[^ ]+|notig|erforderlich|brauch[^ ]*|"
    r"benotig[^ ]*|necessair[^ ]*|requis[^ ]*|oblig[^ ]*|exig[^ ]*|faut|necesit[^ ]*|necesari[^ ]*|"
    r"requier[^ ]*|hace falta|precis[^ ]*|necessari[^ ]*|serv[^ ]*|occorr[^ ]*|richie[^ ]*|"
    r"требу[^ ]*|нуж[^ ]*|необходим[^ ]*|потріб[^ ]*|вимага[^ ]*|wymaga[^ ]*|potrzeb[^ ]*|trzeba|"
    r"koniecz[^ ]*|potreb[^ ]*|nutn[^ ]*|vyzad[^ ]*|kravs|behov[^ ]*|nodvand[^ ]*|gerek[^ ]*|"
    r"perlu|wajib|diperlukan|dibutuhkan|diwajibkan|[^ ]*(?:حاجه|يحتاج[^ ]*|تحتاج|يشترط|"
    r"تشترط|مطلوب[^ ]*|يلزم))"
)
_NO = (
    r"(?:no longer|not? (?:any ?)?more|niet (?:langer|meer)|geen|nicht (?:mehr|langer)|kein[^ ]*|"
    r"plus|pas|ya no|dejan? de|deja[^ ]+ de|nao|ja nao|deixa[^ ]* de|non|больше не|более не|не|нет|"
    r"больше не|більше не|не|вже не|juz nie|nie|uz ne[^ ]*|jiz ne[^ ]*|ne[^ ]+|inte langre|"
    r"inga|inget|"
    r"tak|tidak|tidak lagi|tak lagi|لا|لم يعد|لم تعد|دون|بلا|without|zonder|ohne|sans|sin|"
    r"sem|senza|"
    r"без|bez|utan|tanpa)"
)
_MORE = (
    r"(?:more|meer|mehr|langer|langre|plus|ya|mais|piu|больше|более|більше|вже|juz|wiecej|uz|jiz|"
    r"nadale|lagi|بعد|يعد|تعد|artik|no longer|anymore|dej[^ ]+ de|deix[^ ]+ de)"
)
_GAP = r"(?: [^ \n]+){0,5}? "
_SPACED = tuple(
    re.compile(rf" {_GAP.join(parts)} ".replace("  ", " "))
    for parts in (
        (_NO, PERMIT, _NEED), (PERMIT, _NO, _NEED), (_NO, _NEED, PERMIT),
        (PERMIT, _NEED, _NO), (_NEED, _NO, PERMIT),
    )
)  # fmt: skip
_ENDS_SO = re.compile(
    r" (?:gerekmiyor|gerekmeyecek|gerekmez|gerek kalmadi|aranmayacak|aranmiyor|istenmeyecek) |"
    r"(?:无需|無需|不再需要|毋须|毋須|免除|取消|不需).{0,10}(?:许可|許可|审批|審批|批准)|"
    r"(?:许可|許可|审批|審批|ライセンス|허가|면허|승인).{0,6}"
    r"(?:不要|不再需要|不需|免除|取消|廃止|撤廃|없이|불필요|면제|폐지)"
)
# «permit to export», «vergunning voor uitvoer», «tillståndet att sälja … till»
_ABROAD = re.compile(
    rf" {PERMIT} (?:[^ \n]+ ){{0,5}}?(?:to export|for (?:the )?exports?|exports?|(?:voor|"
    rf"tot) (?:de )?"
    r"(?:uitvoer|export)|uit te voeren|(?:zur|fur die) (?:ausfuhr|exporte?)|fur (?:ausfuhr|"
    r"exporte?)|"
    r"(?:d|pour l|a l) export[^ ]*|d exporter|(?:de|para) (?:la )?export[^ ]*|(?:di|all|"
    r"per l) (?:e)?sport[^ ]*|"
    r"(?:на|для) (?:экспорт|вывоз|експорт|вивез)[^ ]*|na (?:wywoz|eksport)[^ ]*|(?:na|"
    r"k) vyvoz[^ ]*|"
    r"att (?:salja|exportera)|for export|ekspor)"
)
_TO = re.compile(r" (?:export|general|open|individual|global)[^ \n]* licen[cs]e[^.\n]{0,60}? to ")
_MINES = re.compile(
    r"\b(?:min(?:e|es|ing|er[^ ]*|as?|ier[^ ]*)|mijn[^ ]*|berg[^ ]*|miner[^ ]*|рудник[^ ]*|"
    r"добыч[^ ]*|"
    r"видобут[^ ]*|kopaln[^ ]*|wydobyc[^ ]*|tez[^ ]*|gruv[^ ]*|maden[^ ]*|tambang[^ ]*|منجم|"
    r"مناجم)\b"
)


def settle(scan: Scan, events: Sequence[Event]) -> None:
    """Permits that nobody needs more have ended; those to export that are withdrawn control."""
    for event in events:
        first, last = scan.sentence_span(event.sentence)
        sentence = f" {scan.page.folded[first:last].strip()} "
        if event.measure == REVOKED and not event.denied and _to_export(sentence):
            event.measure = CONTROL
            if event.status in (None, "lifted", "expired"):
                event.status = "adopted"
        elif event.measure in _RELIEVED and _needed_no_more(sentence):
            if event.measure == GRANTED:
                event.measure = CONTROL
            if event.status not in ("considered", "proposed", "rumour", "suspended"):
                event.status, event.denied = "lifted", ""


def _to_export(sentence: str) -> bool:
    told = _ABROAD.search(sentence) or _TO.search(sentence)
    return told is not None and _MINES.search(sentence) is None


def _needed_no_more(sentence: str) -> bool:
    """«Not needed» alone may deny that a permit comes: a «more» must stand there."""
    if _ENDS_SO.search(sentence):
        return True
    for pattern in _SPACED:
        found = pattern.search(sentence)
        if found and re.search(rf" {_MORE} ", sentence):
            return True
    return False
