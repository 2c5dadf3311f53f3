"""Permits that are given no more: «suspends the issuing of export permits», «暂停发放许可证».

To suspend a duty to ask for a permit is relief; to suspend the giving of permits lets nothing out.
It is told as a control, whatever words of relief stand beside it.
"""

from __future__ import annotations

import re

from rules.event import Event
from rules.lexicon import Kind
from rules.scan import Scan

GRANTED, CONTROL = "licence-granted", "export-licensing"
_GIVING = (
    r"issuing|issuance|granting|processing|approving|verlening|afgifte|verstrekking|uitgifte|"
    r"erteilung|vergabe|ausstellung|delivrance|octroi|attribution|concesion|otorgamiento|emision|"
    r"expedicion|rilascio|rilasci|concessao|emissao|outorga|expedicao|выдач\w+|видач\w+|wydawani\w+|przyznawani\w+|"
    r"vydavani|udelovani|utfardande\w*|beviljande\w*|penerbitan|pemberian|اصدار|منح|verilmesi\w*|"
    r"verme\w*|duzenlenmesi\w*|发放|發放|核发|核發|签发|簽發|审批|審批|発給|付与|交付|발급"
)
_PERMIT = (
    r"licen[cs]\w*|permits?|permis\w*|autori[sz]\w+|permess\w+|vergunning\w*|lizenz\w*|genehmigung\w*|"
    r"лиценз\w+|разреш\w+|ліценз\w+|дозв\w+|licencj\w+|zezwole\w+|pozwole\w+|povolen\w+|tillstand\w*|"
    r"izin\w*|izn\w+|lisans\w*|ruhsat\w*|ترخيص|التراخيص|تراخيص|رخص|تصاريح|许可|許可|ライセンス|허가"
)
_STOP = (
    r"stop\w*|halt\w*|ceas\w*|freez\w*|suspend\w*|staakt|stopt|stellt|setzt|schort|cess\w*|arret\w*|"
    r"sospend\w+|smett\w+ di|cessa\w*|ferma\w*|bloc\w+|dej\w+ de|deix\w+ de|прекра\w+|"
    r"переста\w+|приостан\w+|припин\w+|призупин\w+|przesta\w+|"
    r"wstrzym\w+|zawies\w+|presta\w+|pozastav\w+|slutar|slutat|hentikan|menghentikan|"
    r"durdur\w*|kesti|停止|暂停|暫停|停发|停發|取りやめ|見合わせ|중단|보류|توقف|اوقفت|يوقف|تعلق|علقت"
)
_GIVE = (
    rf"{_GIVING}|issue|hand(?:ing)? out|verlenen|afgeven|verstrekken|erteilen|delivrer|accorder|"
    r"octroyer|emitir|conceder|expedir|otorgar|выдавать|видавати|wydawac|vydavat|utfarda|bevilja|rilasciare|concedere"
)
# Every gap has an end: a stranger may write a word, or a text without spaces, of any length.
_WORD = r"[^ \n]{1,40}"
_NEAR = rf"[^ \n]{{0,30}}?(?: {_WORD}){{0,3}}? ?"
_TOGETHER = re.compile(
    rf"(?:{_GIVE}){_NEAR}(?:{_PERMIT})|(?:{_PERMIT})[^ \n]{{0,3}} ?(?:{_GIVING})"
)
_STOPPED = re.compile(
    rf" ?(?:{_STOP}) ?(?:{_WORD} ){{0,3}}?[^ \n]{{0,8}}?(?:{_GIVE}){_NEAR}(?:{_PERMIT})|"
    rf"(?:{_PERMIT})[^ \n]{{0,3}} ?(?:{_GIVING})[^ \n]{{0,2}} ?(?:{_STOP})"
)
# «erteilt keine Lizenzen mehr»; «keine Lizenz mehr nötig» is relief
_OF = rf"\w{{0,40}}?(?:{_PERMIT})"  # «Ausfuhrlizenzen»
_NO_MORE = re.compile(
    rf" (?:kein\w*|geen) (?:{_WORD} ){{0,2}}{_OF} (?:{_WORD} ){{0,2}}?(?:mehr|meer) |"
    rf" plus (?:aucune?|de) (?:{_PERMIT}) | no (?:more|further) (?:{_WORD} ){{0,2}}{_OF} "
)
_GIVES = re.compile(
    r" (?:erteil|vergib|vergeb|verle+n|verstrek|geeft|delivr|accord|issu|grant|hand)"
)
_NEEDED = re.compile(r" (?:notig|erforderlich|nodig|vereist|necessaire|requis|need|requir|braucht)")


def settle(scan: Scan, events: list[Event]) -> list[Event]:
    """The events, an end of giving permits told as a control, and once a sentence."""
    ended = [event for event in events if _ends(scan, event)]
    for event in ended:
        event.measure, event.status, event.denied = CONTROL, "adopted", ""
    told = {event.sentence: event for event in ended}
    return [
        event
        for event in events
        if event.measure != CONTROL or told.get(event.sentence, event) is event
    ]


def _ends(scan: Scan, event: Event) -> bool:
    """Whether a text ends the giving: by a word of relief, a verb that stops, «no more permits»."""
    if event.measure not in (GRANTED, CONTROL):
        return False
    folded, (first, last) = scan.page.folded, scan.sentence_span(event.sentence)
    if _NO_MORE.search(folded, max(0, first - 1), last + 1):
        told = _GIVES.search(folded, first, last) and not _NEEDED.search(folded, first, last)
        return bool(told) and _comes_from(event)
    if event.denied or event.status in ("considered", "proposed", "rumour", "in_force"):
        return False
    found = (_TOGETHER if event.status == "suspended" else _STOPPED).search(folded, first, last)
    return found is not None


def _comes_from(event: Event) -> bool:
    """A denial that is no dementi: «erteilt keine Lizenzen mehr» denies by its own «keine»."""
    return not any(sign.use.kind is Kind.DENIAL for sign in event.signs)
