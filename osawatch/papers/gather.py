"""What a template is filled with, read from the core: every field of FIELDS, none made up.

The text of an item stands in `quotes` alone, and only where its source's licence is open; of all
others a paper holds title and link.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime, timedelta

from osawatch.agenda import timeline
from osawatch.agenda.dates import Coming, ahead
from osawatch.agenda.options import goods_of, serving
from osawatch.briefing.compose import entry
from osawatch.briefing.gather import gather
from osawatch.briefing.model import Asked, Facts, Source
from osawatch.briefing.words import code
from osawatch.cases.model import TESTS, Case, Step
from osawatch.chain.instruments import mitigating
from osawatch.core import Core
from osawatch.errors import UnknownId
from osawatch.gist import gist
from osawatch.model import CardDetail
from osawatch.papers.model import About, Value
from osawatch.papers.words import SAID
from osawatch.situation.desk import next_number
from osawatch.situation.model import CERTAINTIES, Situation

DAYS = 365
MOST_SOURCES, MOST_QUOTES, MOST_TOOLS, MOST_NODES, QUOTED = 20, 6, 8, 8, 600
OPEN = "open"
RANK = ("info", "low", "medium", "high", "critical")


Name = Callable[[str, str], str]  # (axis, id) -> the name for people


def values(core: Core, about: About, language: str, facts: Facts | None = None) -> dict[str, Value]:
    """All fields that this subject has. `facts`: of a span, when they are gathered already."""
    if about.kind == "case":
        return _case(core, core.cases.case(about.id), language)
    if about.kind == "alert":
        return _alert(core, about.id, language)
    if about.kind == "situation":
        return _situation(core, core.situations.one(about.id), language)
    return _span(core, facts or gather(core, about.asked or week(core, language)), language)


def parts(core: Core, about: About, facts: Facts | None) -> tuple[int, tuple[Case, ...]]:
    """How many stories such a paper tells of, and the cases that it takes up."""
    if about.kind == "case":
        case = core.cases.case(about.id)
        return len(_cards(core, case.alerts)), (case,)
    if facts is not None:
        standing = {one.id: one for one in core.cases.every() if _of(one, facts.asked)}
        return facts.stories, tuple((standing | {one.id: one for one in facts.taken}).values())
    if about.kind == "situation":
        return len(timeline.cards(core, core.situations.one(about.id))), ()
    return 1, ()


def _case(core: Core, case: Case, language: str) -> dict[str, Value]:
    said = SAID[language]
    cards = _cards(core, case.alerts)
    found = _common(core, cards, language) | _why(cards)
    late = [one for one in case.steps if not one.done]
    tests = [(one, case.tests.get(one)) for one in TESTS]
    return found | {
        "title": case.title, "status": said[case.status], "holder": case.holder,
        "opened": _day(case.opened), "outcome": case.outcome, "next": case.next,
        "ministries": case.owners, "steps": tuple(_step(one, said) for one in late),
        "answers": tuple(
            said["answer"].format(one.text, one.answer) for one in case.steps if one.answer
        ),
        "told": tuple(
            said["told"].format(one.who, _moment(one.at), one.by or said["nobody"])
            for one in case.told
        ),
        "tests": tuple(
            said["test"].format(
                said[key], " ".join((said[one.answer], one.note)) if one else said["not_weighed"]
            ) for key, one in tests
        ),
        "options": _options(core, case, language),
        "case_dates": tuple(f"{one.day}: {one.text}" for one in case.dates),
    }  # fmt: skip


def _options(core: Core, case: Case, language: str) -> tuple[str, ...]:
    """Each option that was chosen, why, and the instruments of the pack that serve it."""
    said, goods = SAID[language], goods_of(core, case)
    made = []
    for option, told in case.options.items():
        tools = serving(core, goods, option)[:MOST_TOOLS]
        named = ", ".join(one.names.get(language) or one.id for one in tools)
        parts = [said[option], told.note, said["by_means"].format(named) if named else ""]
        made.append("; ".join(part for part in parts if part))
    return tuple(made)


def _situation(core: Core, one: Situation, language: str) -> dict[str, Value]:
    """The timeline sorted by how sure it is, each with its time and who said so."""
    cards = [card for name in timeline.cards(core, one) if (card := core.card(name))]
    rows = timeline.rows(core, one)
    sure = {
        certainty: tuple(_told(row) for row in rows if row.certainty == certainty)
        for certainty in CERTAINTIES
    }
    return _common(core, cards, language) | {
        "title": one.title, "until": f"{_moment(one.ended or one.until)} UTC",
        "number": str(next_number(one, core.settings().post)),
        "confirmed": sure["confirmed"], "unconfirmed": sure["unconfirmed"],
        "rumours": sure["rumour"],
        "silent": tuple(
            f"{row.title}: {code(language, row.outcome) or SAID[language]['never']}"
            for row in timeline.silent(core, one)
        ),
    }  # fmt: skip


def _told(row: timeline.Row) -> str:
    said = f"{_moment(row.at)} UTC: {row.text} ({row.who or '?'})"
    return f"{said} {row.url}".strip()


def _alert(core: Core, name: str, language: str) -> dict[str, Value]:
    detail, said = core.alert(name), SAID[language]
    if detail is None:
        raise UnknownId("alert", name)
    card = core.card(detail.alert.card)
    found = _common(core, [card] if card else [], language)
    return found | {
        "title": detail.alert.title, "status": said.get(detail.alert.status, detail.alert.status),
        "holder": detail.alert.assignee, "because": detail.because, "guidance": detail.guidance,
    }  # fmt: skip


def _of(case: Case, asked: Asked) -> bool:
    return not asked.ministry or asked.ministry in case.owners


def _span(core: Core, facts: Facts, language: str) -> dict[str, Value]:
    asked, said = facts.asked, SAID[language]
    name = _naming(core, language)
    found = _common(core, facts.cards, language)
    open_ = [one for one in core.cases.every() if _of(one, asked)]
    return found | {
        "title": f"{asked.since:%Y-%m-%d} – {asked.until:%Y-%m-%d}",
        "since": f"{asked.since:%Y-%m-%d}", "until": f"{asked.until:%Y-%m-%d}",
        "ministry": asked.ministry or said["all"], "stories": str(len(facts.cards)),
        "decided": tuple(
            f"{_moment(one.entry.at)}: {one.entry.actor or said['nobody']}: {one.title}"
            for one in facts.decided
        ),
        "in_hand": tuple(_line(one, name, language) for one in facts.open),
        "silent": tuple(
            f"{one.title}: {code(language, one.outcome) or said['never']}" for one in facts.silent
        ),
        "cases": tuple(
            " · ".join(part for part in (one.title, said[one.status], one.holder, one.next) if part)
            for one in open_
        ),
    }  # fmt: skip


def _common(core: Core, cards: Sequence[CardDetail], language: str) -> dict[str, Value]:
    settings, said, now = core.settings(), SAID[language], core.now()
    name = _naming(core, language)
    goods, lands, measures = (_keys(cards, axis) for axis in ("goods", "countries", "measures"))
    entries = [entry(one, name, language) for one in cards]
    levels = sorted((one.card.level for one in cards), key=RANK.index)
    seen = [one.card.first_seen for one in cards]
    last = [one.card.last_seen for one in cards]
    tools = core.chain.fitting(goods, measures, lands) if measures else ()
    nodes = core.chain.downstream(good for good in goods if core.chain.known(good))
    author = " · ".join(part for part in (settings.name, settings.post) if part)
    return {
        "today": _day(now), "now": f"{_moment(now)} UTC", "author": author or said["nobody"],
        "desk": settings.name or said["nobody"], "post": settings.post or said["nobody"],
        "goods": tuple(name("good", one) for one in goods),
        "countries": tuple(name("country", one) for one in lands),
        "measures": tuple(name("measure", one) for one in measures),
        "level": code(language, levels[-1]) if levels else "",
        "score": f"{max(one.card.score for one in cards):.0f}" if cards else "",
        "summary": gist(cards[0].card, name, language, now.date()) if cards else "",
        "facts": tuple(f"{one.title}: {'; '.join(one.facts)}" for one in entries),
        "sources": tuple(_source(one, said) for one in _each(entries))[:MOST_SOURCES],
        "quotes": _quotes(core, cards, said), "dates": _dates(core, cards, name, said),
        "ministries": core.rulebook.ministries(goods),
        "instruments": tuple(one.names.get(language) or one.id for one in tools[:MOST_TOOLS]),
        "mitigation": tuple(
            one.names.get(language) or one.id for one in mitigating(tools)[:MOST_TOOLS]
        ),
        "downstream": tuple(core.chain.name(one.node, language) for one in nodes[:MOST_NODES]),
        "suppliers": _suppliers(cards, name, said),
        "first_seen": _moment(min(seen)) if seen else "",
        "last_seen": _moment(max(last)) if last else "",
        "publishers": str(sum(one.card.publishers for one in cards)) if cards else "",
    }  # fmt: skip


def _why(cards: Sequence[CardDetail]) -> dict[str, Value]:
    found = [alert for card in cards for alert in card.alerts]
    return {
        "because": tuple(dict.fromkeys(one.because for one in found if one.because)),
        "guidance": tuple(dict.fromkeys(one.guidance for one in found if one.guidance)),
    }


def _cards(core: Core, alerts: Iterable[str]) -> list[CardDetail]:
    """The stories of these alerts, each once; an alert that is gone is left out."""
    found: dict[str, CardDetail] = {}
    for name in alerts:
        card = core.card(name)
        if card is not None:
            found.setdefault(card.card.id, card)
    return list(found.values())


def _quotes(core: Core, cards: Sequence[CardDetail], said: dict[str, str]) -> Value:
    open_ = {one.id for one in core.sources.rows() if one.licence == OPEN}
    items = [one for card in cards for one in card.story if one.source in open_ and one.summary]
    found = [
        said["quote"].format(_cut(one.summary), one.publisher or one.source_title, one.url)
        for one in items[:MOST_QUOTES]
    ]
    return tuple(found) or said["no_quotes"]


def _dates(core: Core, cards: Sequence[CardDetail], name: Name, said: dict[str, str]) -> Value:
    mine = {one.id: one for card in cards for alert in card.alerts for one in alert.measures}
    rows: list[Coming] = ahead(mine.values(), core.now().date(), DAYS)
    return tuple(
        f"{row.day:%Y-%m-%d}: {name('country', row.measure.country)}, "
        f"{name('measure', row.measure.measure)}, {said[row.what]}"
        for row in rows
    )


def _suppliers(cards: Sequence[CardDetail], name: Name, said: dict[str, str]) -> Value:
    rows = dict.fromkeys(row for card in cards for row in card.suppliers)
    return tuple(
        said["supplier"].format(name("good", good), name("country", land)) if share is None else
        said["share"].format(name("good", good), name("country", land), f"{100 * share:.0f}")
        for good, land, share in rows
    )  # fmt: skip


def _source(one: Source, said: dict[str, str]) -> str:
    told = [one.publisher, said["official"] if one.official else ""]
    told += [said["published"].format(one.published) if one.published else ""]
    told += [said["first_seen"].format(one.first_seen)]
    return f"{one.title} ({', '.join(part for part in told if part)}) {one.url}".strip()


def _each(entries: Iterable[object]) -> list[Source]:
    found = [source for one in entries for source in getattr(one, "sources", ())]
    return list({(one.url or one.title): one for one in found}.values())


def _line(card: CardDetail, name: Name, language: str) -> str:
    one = entry(card, name, language)
    return f"{one.title}: {'; '.join(one.facts)}"


def _step(one: Step, said: dict[str, str]) -> str:
    due = said["by"].format(one.due) if one.due else said["day"]
    return " · ".join(part for part in (one.text, one.who, due) if part)


def _keys(cards: Iterable[CardDetail], axis: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(key for one in cards for key in getattr(one.card, axis)))


def _naming(core: Core, language: str) -> Name:
    return lambda axis, key: core.names(axis, key, language)


def week(core: Core, language: str) -> Asked:
    """The last seven days."""
    now = core.now().astimezone(UTC)
    return Asked(now - timedelta(days=7), now, "", language)


def _cut(words: str) -> str:
    said = " ".join(words.split())
    return said if len(said) <= QUOTED else said[:QUOTED].rsplit(" ", 1)[0] + " …"


def _day(at: datetime) -> str:
    return f"{at.astimezone(UTC):%Y-%m-%d}"


def _moment(at: datetime) -> str:
    return f"{at.astimezone(UTC):%Y-%m-%d %H:%M}"
