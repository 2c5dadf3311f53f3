"""The state of each measure of a text, by the words beside it: in force, lifted, denied, asked.

Each word of a state belongs to the nearest measure of its sentence. What wins among several, what
a «not» or a question turns it into, and what a title says of the text below it is decided here.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Mapping, Sequence

from rules import clauses, inbound, leftopen, negators, plans, questions, votes
from rules.beside import distance, same, swallowed, wider
from rules.event import Event
from rules.hits import Hit
from rules.lexicon import Kind
from rules.model import MeasureStatus
from rules.relief import RELIEF, comes, longest, makes_room, no_more, stands_beside
from rules.scan import Scan

# Languages whose headlines end in a noun that does a verb's work: «수출 금지», «輸出を禁止».
_CLOSING = frozenset(["ja", "ko", "zh", "tr"])
PAST = ("recall", "fiction")  # the shared lists of words of old times, stories and sport
_YEAR = re.compile(
    r" (?:in|en|nel|im|w|v|в|у|em|år|tahun|عام|سنه)"  # not «of»: «the Trade Expansion Act of 1962»
    r" (?P<year>1[89]\d\d) |(?P<han>1[89]\d\d) ?[年년]"
)
_MAYBE = re.compile(r"1[89]\d\d")
_OPEN = frozenset(["considered", "proposed", "rumour"])
_STANDING = frozenset(["adopted", "in_force", "proposed"])
_GOES_ON = frozenset(
    ["restart", "armed-conflict", "trade-agreement", "eu-stockpile", "mine-accident-closure"]
)
_TELLING = frozenset(["adopted", "announced"])  # what a verb of another measure may tell as well
# Words of a state by their key in the pack, the strongest first, and the state they tell.
# «Announces controls that take effect in May» announces; «tariffs imposed in May take effect» not.
_WEIGHT: Mapping[str, MeasureStatus] = {
    "again": "adopted", "expired": "expired", "lifted": "lifted", "suspended": "suspended",
    "rumour": "rumour", "proposed": "proposed", "considered": "considered", "extended": "in_force",
    "announced": "adopted", "effective": "in_force", "adopted": "adopted", "in_force": "in_force",
}  # fmt: skip
# «رفع» lifts a ban and raises a duty.
_RAISED = frozenset(["import-tariff", "export-tax", "export-quota", "anti-dumping"])
_RAISING = ("رفع", "ترفع", "يرفع", "سترفع", "سيرفع", "برفع", "لرفع", "ورفع")
_GIVEN_UP = "abandoned"  # of a plan: nothing comes of it; of a measure: it is lifted
_FREED = "licence-granted"
# «Wer … ausführen will, muss»: what an exporter wants leaves no measure open
_WHO_WANTS = re.compile(
    r" (?:who(?:ever)? wants?|wie (?:[^ ]+ ){0,4}wil|wer (?:[^ ]+ ){0,4}will|"
    r"(?:celui )?qui veut|quien(?:es)? quieran?|"
    r"quem quiser|quem quer|chi vuole|кто (?:[^ ]+ ){0,2}хочет|хто (?:[^ ]+ ){0,2}хоче|"
    r"kdo (?:[^ ]+ ){0,2}chce|"
    r"kto (?:[^ ]+ ){0,2}chce|den som vill|som vill|yang ingin|من يريد)$"
)
_NOUNS = (
    "ban ", "bans ", "embargo", "veto ", "vetos ", "prohibicion", "proibicao", "prohibition",
    "interdiction", "verbod ", "verbot", "moratori", "zakaz", "запрет", "заборон", "حظر", "yasag",
    "curbs ", "restric", "quota", "tax ", "levy ", "duty ", "tarif", "larangan", "impuesto",
    "imposto", "taxe ", "divieto ", "divieti ", "dazi ", "dazio ", "tassa ", "stop ",
)  # fmt: skip
_AGAIN = "again"  # «a month after lifting it, brings back its ban»
_EXEMPT = "exempted"
_SPARES = (
    "exempt", "spare", "vrijgest", "vrijstel", "befreit", "ausgenommen", "nimmt aus", "exoner",
    "epargn", "exim", "exenci", "exent", "isen", "esent", "esoner", "освобо", "звільн", "zwaln",
    "zwoln", "osvobo", "vyjm", "undant", "muaf", "istisna", "استثن", "تستثن", "يستثن", "تعفي",
    "يعفي", "اعف", "豁免", "除外", "제외", "면제", "kecuali", "dikecuali",
)  # fmt: skip
_FIRM = frozenset(["extended", "adopted", "in_force", "effective"])
_LONGER = "extended"  # denied, it runs out
Places = list[leftopen.Place]


def settle(
    scan: Scan, hits: Sequence[Hit], events: Sequence[Event], decided: Container[str]
) -> None:
    """Give each event the signs of its sentence that stand nearest to it, and its state."""
    _hand_out(scan, hits, events)
    past = past_sentences(scan)
    for event in events:
        _judge(scan, event, decided)
        event.denied = event.denied or past.get(event.sentence, "")
    _inherit(scan, events)
    _announced(scan, hits, events)
    for event in events:
        if event.measure not in decided and (
            event.status in _STANDING or event.measure in _GOES_ON
        ):
            event.status = None  # nobody adopts a flood, and what starts again is not lifted


def _hand_out(scan: Scan, hits: Sequence[Hit], events: Sequence[Event]) -> None:
    by_sentence: dict[int, list[Event]] = {}
    for event in events:
        by_sentence.setdefault(event.sentence, []).append(event)
    for hit in hits:
        here = by_sentence.get(scan.sentence(hit.start), [])
        if hit.use.key in _TELLING:
            for event in here:
                event.tells |= same(hit, event.parts)
        folded = scan.page.folded
        near = makes_room(folded, hit, _nearest_events(folded, hit, here))
        if hit.use.kind is Kind.DENIAL:  # who denies a cut-off denies the ban of the same word
            near = [event for event in here if any(_shares(event, one) for one in near)]
        for event in near:
            event.signs = (*event.signs, hit)


def _shares(event: Event, other: Event) -> bool:
    return event is other or any(same(part, other.parts) for part in event.parts)


def verdict(events: Iterable[Event]) -> MeasureStatus | None:
    """The state of a measure over all its mentions: the first that is told counts."""
    return next((event.status for event in events if event.status is not None), None)


def past_sentences(scan: Scan) -> dict[int, str]:
    """Sentences that tell of old times, and the words that say so."""
    found = {
        scan.sentence(hit.start): scan.page.original(hit.start, hit.end)
        for key in PAST
        for hit in scan.named(f"list:{key}")
    }
    for year in _YEAR.finditer(scan.page.folded) if _MAYBE.search(scan.page.folded) else ():
        told = "year" if year["year"] else "han"
        found.setdefault(scan.sentence(year.start(told)), year[told])
    return found


def _nearest_events(folded: str, hit: Hit, events: Sequence[Event]) -> list[Event]:
    """The events a sign belongs to; a sign within the words of a measure belongs to none.

    Exceptions: a denial denies also what it is a word of («will not ban»), and a verb that
    tells one measure tells that the other of its sentence is taken («hits back with tariffs»).
    """
    own = [
        event for event in events if swallowed(folded, hit, event.parts) or same(hit, event.parts)
    ]
    if own and hit.use.kind is Kind.DENIAL:
        return own if any(same(hit, event.parts) for event in own) else []
    if own and hit.use.key in _OPEN:  # «threatens retaliation»: it is not there yet
        parts = [part for event in own for part in event.parts]
        return [event for event in events if any(same(part, parts) for part in event.parts)]
    if own and hit.use.key not in _TELLING:
        return [event for event in own if wider(folded, hit, event.parts)]
    events = [event for event in events if event not in own]
    distances = [(distance(hit, event.parts), event) for event in events]
    least = min((distance for distance, _ in distances), default=0)
    return [event for distance, event in distances if distance <= least + 2]


def _closes(scan: Scan, event: Event) -> bool:
    """Whether a measure is the last word of its sentence, where that word is the verb."""
    if not _CLOSING.intersection(part.use.language for part in event.parts):
        return False
    return not scan.page.folded[event.end : scan.sentence_span(event.sentence)[1]].strip()


def _judge(scan: Scan, event: Event, decided: Container[str]) -> None:
    possible = _not_ruled_out(scan, event)
    left_open = _open_to(scan, event, (event.start, event.end), possible)
    keys = _keys(scan, event, possible, left_open)
    relief = bool(keys & RELIEF) and _AGAIN not in keys
    denial = _denial(scan, event, possible)
    relief = relief and (event.measure in decided or not _says_no(event))
    if denial is None and (lost := _voted_down(scan, event)):
        denial, relief = lost, relief and stands_beside(event, lost)
    if denial is None and (dropped := _dropped(scan, event, keys)):
        denial, relief = dropped, False
    if denial is not None and no_more(scan, event, denial):
        event.status = "lifted"
    elif denial is not None:
        _deny(scan, event, denial, relief=relief, longer=_LONGER in keys)
    elif _GIVEN_UP in keys:
        event.status = "lifted"
    elif relief and (_may_end(scan, event, possible) or _only_talked_about(event)):
        event.status = "in_force"  # the measure stands
    else:
        event.status = _told(scan, event, keys)
        _open(scan, event, decided, left_open)


def _open(scan: Scan, event: Event, decided: Container[str], left_open: Places) -> None:
    if left_open:
        event.status = _less(event.status)
    elif event.measure in decided and _asked(scan, event):
        event.status = "in_force" if event.status in RELIEF else _less(event.status)


def _spares(folded: str, start: int) -> bool:
    return folded.startswith(_SPARES, start + folded.startswith("و", start))


def _says_no(event: Event) -> bool:
    """Whether a word denies («strajku nie będzie»), not only a small one."""
    return any(sign.use.kind is Kind.DENIAL for sign in event.signs)


def _keys(scan: Scan, event: Event, possible: Places, left_open: Places) -> set[str]:
    """The states told; that other things are not ruled out leaves nothing open here."""
    others = [place for place in possible if place not in left_open]
    keys = {
        _EXEMPT if _spares(scan.page.folded, sign.start) else sign.use.key
        for sign in longest(event.signs)
        if _speaks_of(scan, event, sign)
        and not (sign.use.key in _OPEN and leftopen.undone((sign.start, sign.end), others))
        and not _of_turn(scan, sign, possible)
    }
    if _EXEMPT in keys:  # «taxes imports, Mexico is exempt»; by itself to exempt is relief
        keys.discard(_EXEMPT)
        keys |= set() if keys & _FIRM else {"lifted"}
    if inbound.reopened(scan, event):
        keys.add("lifted")
    return keys - RELIEF if comes(event) else keys


def _told(scan: Scan, event: Event, keys: Container[str]) -> MeasureStatus | None:
    """The strongest of the states; a verb in the present, «bans … exports», says it is done."""
    state = next((state for key, state in _WEIGHT.items() if key in keys), None)
    if state is None and (len(event.parts) > 1 or event.tells or _closes(scan, event)):
        return "adopted"
    return state


def _not_ruled_out(scan: Scan, event: Event) -> Places:
    """The words that do not rule out the measure: «does not rule out a ban»."""
    languages = dict.fromkeys(part.use.language for part in event.parts)
    return leftopen.spans(scan.page, scan.sentence_span(event.sentence), languages)


def _open_to(scan: Scan, event: Event, place: leftopen.Place, possible: Places) -> Places:
    """Those of the words that do not rule out something that speak of a place."""
    if not possible:
        return []
    language = event.parts[0].use.language
    goods = {hit.start for hit in scan.whole_of(Kind.GOOD | Kind.WEAK)}
    return [one for one in possible if not leftopen.aside(scan.page, place, one, language, goods)]


def _may_end(scan: Scan, event: Event, possible: Places) -> bool:
    """Whether all words of relief tell what is only not ruled out: «nor rules out lifting it»."""
    told = [sign for sign in event.signs if sign.use.key in RELIEF]
    ends = [(one.start, one.end) for one in told if not _of_turn(scan, one, possible)]
    return bool(possible) and all(_open_to(scan, event, one, possible) for one in ends)


def _of_turn(scan: Scan, sign: Hit, possible: Places) -> bool:
    place = sign.start, sign.end
    return sign.use.key in RELIEF and leftopen.own_word(scan.page.folded, place, possible)


def _denial(scan: Scan, event: Event, possible: Places) -> leftopen.Place | None:
    """Words or a small word that deny, and are not denied themselves."""
    for sign in event.signs:
        if sign.use.kind is Kind.DENIAL and not _either(scan, sign):
            place = sign.start, sign.end
            if not leftopen.undone(place, possible):
                return place
    found = _negated(scan, event)
    return None if found and leftopen.undone(found, possible) else found


def _voted_down(scan: Scan, event: Event) -> tuple[int, int] | None:
    """The verb of a house that rejects the measure, and not another country's."""
    languages = dict.fromkeys(part.use.language for part in event.parts)
    verb = votes.lost(scan.page.folded, scan.sentence_span(event.sentence), languages)
    if verb is None or any(part.start < verb[1] and verb[0] < part.end for part in event.parts):
        return None
    between = (
        hit for hit in scan.whole_of(Kind.COUNTRY) if verb[1] <= hit.start and hit.end < event.start
    )
    return None if any(between) else verb


def _dropped(scan: Scan, event: Event, keys: set[str]) -> tuple[int, int] | None:
    """The words that give up a plan: nothing comes of it. To give up a measure lifts it."""
    if event.measure == _FREED:  # to turn back and let exports go again is no plan dropped
        return None
    if _GIVEN_UP not in keys:
        return plans.dropped(scan, event, _OPEN) if keys & RELIEF else None
    if keys & _OPEN or (len(event.parts) > 1 and not _named(scan, event)):
        given_up = next(sign for sign in event.signs if sign.use.key == _GIVEN_UP)
        return given_up.start, given_up.end
    return None


def _either(scan: Scan, sign: Hit) -> bool:
    """«会不会», «是不是» ask; they deny nothing."""
    folded = scan.page.folded
    return folded[sign.start] == "不" and folded[sign.start - 1] in "会會是能要"


def _speaks_of(scan: Scan, event: Event, sign: Hit) -> bool:
    """What somebody wants behind a comma does not open what a verb told: «bans exports, may …»."""
    if sign.use.kind is not Kind.STATUS:
        return False
    if sign.use.key == "lifted" and event.measure in _RAISED:
        first = scan.page.folded[sign.start : sign.end].split()[0]
        if first.startswith(_RAISING):
            return False
    if sign.use.key in _OPEN and _WHO_WANTS.search(scan.page.folded[: sign.end]):
        return False
    told = len(event.parts) > 1 and sign.use.key in _OPEN
    return not (
        told and sign.start >= event.end and clauses.parted(scan.page, event.end, sign.start)
    )


def _named(scan: Scan, event: Event) -> bool:
    """Whether a noun tells the measure («the ban on exports»), not a verb («to ban exports»)."""
    return any(scan.page.folded.startswith(_NOUNS, part.start) for part in event.parts)


def _only_talked_about(event: Event) -> bool:
    """«considers lifting the ban», «금지 해제 검토»; but «postpones the planned ban» is done."""
    signs = [sign for sign in event.signs if sign.use.kind is Kind.STATUS]
    done = [sign for sign in signs if sign.use.key in RELIEF]
    first = min(part.start for part in event.parts)
    last = max(part.end for part in event.parts)
    return any(
        sign.use.key in _OPEN and not any(_between(sign, one, first, last) for one in done)
        for sign in signs
    )


def _between(sign: Hit, one: Hit, first: int, last: int) -> bool:
    return one.end <= sign.start < first or last <= sign.start < one.start


def _deny(scan: Scan, event: Event, denial: tuple[int, int], *, relief: bool, longer: bool) -> None:
    """What is denied is not there; a denied end lets it stand, a denied going on ends it."""
    if relief:
        event.status = "in_force"
    elif longer:
        event.status = "expired"
    else:
        event.denied = scan.page.original(*denial)


def _less(status: MeasureStatus | None) -> MeasureStatus:
    """A question leaves open what it asks."""
    return status if status in ("rumour", "proposed") else "considered"


def _negated(scan: Scan, event: Event) -> tuple[int, int] | None:
    """The small word that denies the measure or a word of its state."""
    own = [(part.start, part.end) for part in event.parts]
    told = [sign for sign in longest(event.signs) if sign.use.kind is Kind.STATUS]
    signs = [(sign.start, sign.end) for sign in told]
    languages = dict.fromkeys(part.use.language for part in event.parts)
    folded, sentence = scan.page.folded, scan.sentence_span(event.sentence)
    found = negators.denies(folded, sentence, languages, [*own, *signs], own)
    if found is None or not clauses.parted(
        scan.page, max(end for _, end in (*own, *signs)), found[0]
    ):
        return found
    return None  # «verbietet den Export, Berlin reagiert nicht»


def _asked(scan: Scan, event: Event) -> bool:
    page = scan.page
    text, folded, shift = (
        (page.text.title, page.title, 0)
        if event.start < page.cut
        else (page.text.summary, page.summary, page.cut)
    )
    if any(part.use.language in ("ja", "ko") for part in event.parts):
        first, last = scan.sentence_span(event.sentence)
        if questions.ends_open(page.folded[first:last]):
            return True
    if not any(mark in text for mark in "?？؟"):
        return False
    start, end = folded.span(event.start - shift, event.end - shift)
    return questions.leaves_open(text, start, end)


def _announced(scan: Scan, hits: Iterable[Hit], events: Sequence[Event]) -> None:
    """«公告» in a title without a measure announces what stands below; relief says so itself."""
    if any(event.start < scan.page.cut for event in events):
        return
    states = {
        hit.use.key for hit in hits if hit.use.kind is Kind.STATUS and hit.start < scan.page.cut
    }
    state = next((one for key, one in _WEIGHT.items() if key in states - RELIEF), None)
    for event in events:
        event.status = event.status or state


def _inherit(scan: Scan, events: Sequence[Event]) -> None:
    """Relief or denial told in the title holds for the measure in the text below it."""
    for event in events:
        if event.start < scan.page.cut and (event.denied or event.status in RELIEF):
            for other in events:
                below = other.measure == event.measure and other.start >= scan.page.cut
                if below and other.status in (None, "adopted", "in_force"):
                    other.status, other.denied = event.status, event.denied
