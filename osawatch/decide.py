"""Every decision on items and alerts. Pure: data in, a value that says why out.

identify   which id any desk would give this item
fresh      new, changed or seen before
wishes     which alerts a match asks for, and which of them stay aside
settle     a wish among the alerts that stand: new, merged, or breaking through
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from typing import Literal
from urllib.parse import parse_qsl, urlencode, urlsplit

from feeds.model import Item, SourceSpec
from osawatch.stages import Group, Known, Span, Verdict, Wish
from rules.model import LEVELS, Match, RuleHit

WINDOW = timedelta(hours=72)
STAGES = ("rumour", "considered", "proposed", "adopted", "in_force")
ACTS = ("adopted", "in_force")
TRACKING = re.compile(r"^(utm_|at_|mc_|pk_|maca$|qid$|fbclid$|gclid$|igshid$|cmpid$|ns_)", re.I)
EXCEPTION = re.compile(r"(\S+): exception ([^:]+)")  # as the matcher tells it
Freshness = Literal["new", "changed", "elsewhere", "seen"]


def digest(*parts: str) -> str:
    """80 bits of a hash: short enough to type its beginning, long enough for every desk."""
    whole = "\x00".join(parts).encode("utf-8", "surrogatepass")
    return hashlib.blake2b(whole, digest_size=10).hexdigest()


def folded(text: str) -> str:
    """Words of a text for comparison: compatibility forms and case folded, signs dropped."""
    plain = text.lower() if text.isascii() else unicodedata.normalize("NFKC", text).casefold()
    return " ".join(re.findall(r"\w+", plain))


@lru_cache(maxsize=8192)
def canonical(url: str) -> str:
    """The address without scheme, tracking parameters, fragment, `www.` and last slash."""
    try:
        parts = urlsplit(url.strip())
        host, port = (parts.hostname or "").removeprefix("www."), parts.port
    except ValueError:
        return url.strip()
    place = f"{host}:{port}" if port not in (None, 80, 443) else host
    query = _kept(parts.query) if parts.query else ""
    return f"{place}{parts.path.rstrip('/')}" + (f"?{query}" if query else "")


def _kept(query: str) -> str:
    """What of a query says which document it is, in one order."""
    named = parse_qsl(query, keep_blank_values=True)
    return urlencode(sorted(pair for pair in named if not TRACKING.match(pair[0])))


def happened(item: Item, seen: datetime) -> datetime:
    """When it happened, as far as anybody knows: published, but never later than seen."""
    return min(item.published or seen, seen)


def identify(
    item: Item,
    source: str,
    seen: datetime,
    known: Callable[[str], Known | None],
    *,
    shared: frozenset[str] = frozenset(),
) -> str:
    """The id of an item: by address, else source and guid, else title, domain and UTC day.

    An address or guid that stands for several texts (a front page, a page of notices: `shared`)
    identifies none of them; then it does together with the title.
    """
    by_url, by_guid, by_both = names(item, source)
    if known(by_both) is not None:
        return by_both
    there = known(by_guid) if by_guid else None
    if there is not None and same_title(item.title, there):
        return by_guid
    if by_url and _fits(item, source, known(by_url), shared=canonical(item.url) in shared):
        return by_url
    if by_guid and there is None and item.guid not in shared:
        return by_guid
    return by_both if item.guid or by_url else _by_text(item, seen)


def shared_names(items: Iterable[Item]) -> frozenset[str]:
    """Addresses and guids that a document gives to entries that are not alike."""
    titles: dict[str, str] = {}
    shared = set()
    for item in items:
        for name in {canonical(item.url), item.guid} - {""}:
            if not alike(titles.setdefault(name, item.title), item.title):
                shared.add(name)
    return frozenset(shared)


def alike(one: str, other: str) -> bool:
    """Whether two titles are versions of one: half of their words, or letters, are the same."""
    if one == other:
        return True
    first, second = folded(one), folded(other)
    if first == second:
        return True
    unspaced = " " not in first or " " not in second
    left, right = (
        (set(first), set(second)) if unspaced else (set(first.split()), set(second.split()))
    )
    return 2 * len(left & right) >= len(left | right)


def same_title(title: str, known: Known) -> bool:
    """Whether what is known has this title, or another version of it; of one that went: this."""
    return titled(title) == known.title if known.gone else alike(title, known.title)


def titled(title: str) -> str:
    """What stays of a title when its item goes."""
    return digest("titled", folded(title))


def fresh(text_hash: str, known: Known | None) -> Freshness:
    """Whether a text was seen before, and here. Dates in a feed decide nothing.

    The first time another source carries it counts: it may be of a kind that other rules look at.
    """
    if known is None:
        return "new"
    if text_hash not in known.hashes:
        return "changed"
    return "seen" if known.carried else "elsewhere"


def rank(source: SourceSpec) -> tuple[bool, str, str]:
    """Whose word an item is, when several sources carry it: the smallest rank's."""
    return (not source.official, source.grade, source.id)


def wishes(match: Match) -> list[Wish]:
    """The alerts that a match asks for; each says why it stays aside, if it does.

    A rule that an exception silenced asks for one too: it stands among the suppressed ones.
    """
    found = [_wish(hit, group) for hit in match.rules for group in hit.groups or ((),)]
    told = [one for one in map(EXCEPTION.match, match.silences) if one]
    found += [_excepted(one[1], one[2], one.string) for one in told]
    return list(dict.fromkeys(found))


def alert_id(rule: str, group: Group, at: datetime) -> str:
    """Rule, group and the UTC day of the earliest item."""
    pairs = [f"{name}={value}" for name, value in group]
    return digest("alert", rule, *pairs, f"{at.astimezone(UTC):%Y-%m-%d}")


def settle(
    wish: Wish,
    at: datetime,
    standing: Sequence[Span],
    *,
    official: bool = False,
    stage: str = "",
    copy: bool = False,
    new_publisher: bool = False,
    window: timedelta = WINDOW,
) -> Verdict:
    """Where a wish goes. Alerts whose extents overlap within the window fold into the earliest.

    The id belongs to the UTC day of the earliest item, so in whatever order items arrive the
    same alerts stand in the end.
    """
    near = sorted(
        (span for span in standing if _reaches(span, at, window)),
        key=lambda span: (span.start, span.id),
    )
    mine = alert_id(wish.rule, wish.group, at)
    if not near:
        taken = [span for span in standing if span.id == mine]
        if not taken:
            return Verdict("new", mine, _set_aside(wish))
        near = taken
    first = near[0]
    keeps = first.start.astimezone(UTC).date() <= at.astimezone(UTC).date()
    winner = first.id if keeps else mine
    absorbed = tuple(span.id for span in near if span.id != winner)
    reason = breakthrough(wish.level, near, official=official, stage=stage)
    if not reason and new_publisher and any(span.snooze == "publisher" for span in near):
        reason = "publisher"
    if not reason and _mixed(near):
        reason = "joined"
    if reason:
        return Verdict("realert", winner, reason, absorbed)
    return Verdict("merged", winner, "copy" if copy else "window", absorbed)


def breakthrough(level: str, near: Sequence[Span], *, official: bool, stage: str) -> str:
    """Why a new item re-opens what was closed, snoozed or lowered, or "": a decision stands."""
    aside = ("closed", "snoozed", "expired")
    if all(span.status not in aside and not span.lowered for span in near):
        return ""
    if _rank(level) > max(_rank(span.level) for span in near):
        return "level"
    if official and not any(span.official for span in near):
        return "official"
    if stage in ACTS and all(
        span.stage in ("", "rumour", "considered", "proposed") for span in near
    ):
        return "stage"
    if any(span.status == "expired" for span in near):
        return "again"
    return ""


def stage_of(statuses: Mapping[str, str], measures: Iterable[str] = ()) -> str:
    """The furthest stage that a text gives to its measures, or one that ends them."""
    named = [statuses[one] for one in measures if one in statuses] or list(statuses.values())
    for ending in ("lifted", "expired", "suspended"):
        if named and all(status == ending for status in named):
            return ending
    stages = [status for status in named if status in STAGES]
    return max(stages, key=STAGES.index, default=named[0] if named else "")


def axis(value: str, match: Match) -> str:
    """What kind of concept a group's value is."""
    if value in match.goods or value in match.mentions:
        return "good"
    if value in match.countries or any(role.country == value for role in match.roles):
        return "country"
    if value in match.measures:
        return "measure"
    return "company" if value in match.entities else "term"


@lru_cache(maxsize=8192)
def names(item: Item, source: str) -> tuple[str, str, str]:
    """The ids an item could have: by address, by guid, by either with the title; "" = none."""
    address = canonical(item.url)
    named = "/" in address or "?" in address  # more than a front page
    by_url = digest("url", address) if named else ""
    by_guid = digest("guid", source, item.guid) if item.guid else ""
    place = address if named else f"{source}\x01{item.guid}"
    return by_url, by_guid, digest("both", place, folded(item.title))


def _fits(item: Item, source: str, there: Known | None, *, shared: bool) -> bool:
    """Whether the item is what stands, or may stand, under its address."""
    if there is None:
        return not shared
    if shared:
        return same_title(item.title, there)
    same_guid = bool(item.guid) and item.guid == there.guid
    return there.source != source or same_guid or same_title(item.title, there)


def _by_text(item: Item, seen: datetime) -> str:
    words = folded(item.title) or folded(item.summary[:500])
    return digest("title", words, canonical(item.url), f"{happened(item, seen):%Y-%m-%d}")


def _wish(hit: RuleHit, group: Group) -> Wish:
    trial = hit.status in ("experimental", "test")
    aside = "tier-c" if hit.tier == "C" else ""
    group = tuple(sorted(group))
    return Wish(hit.id, hit.title, hit.level, hit.tier, trial, aside, hit.because, group)


def _set_aside(wish: Wish) -> str:
    return wish.suppressed or ("trial" if wish.trial else "")


def _reaches(span: Span, at: datetime, window: timedelta) -> bool:
    if not span.start - window <= at <= span.stop + window:
        return False
    # What comes long after a person closed it is a new alert: a closed one cannot go on swallowing.
    return span.closed_at is None or at <= span.closed_at + window


def _excepted(rule: str, name: str, told: str) -> Wish:
    return Wish(
        rule, rule, level="info", tier="B", trial=False, suppressed="exception", because=told,
        group=(("exception", name),),
    )  # fmt: skip


def _mixed(near: Sequence[Span]) -> bool:
    """Whether news join what is put aside with what is open: all of it is open then.

    To leave the closed one out would keep the two apart on one desk and not on another, which had
    joined them before it was closed; to join them silently would be a silence nobody chose.
    """
    aside = {span.status in ("closed", "snoozed") for span in near}
    return len(aside) > 1


def _rank(level: str) -> int:
    return LEVELS.index(level) if level in LEVELS else 0
