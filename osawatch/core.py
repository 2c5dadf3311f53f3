"""The door of the core: what the window and the command line can ask for, and nothing else.

Each method is one use case. All are synchronous and thread safe; a write announces what it
touched to all listeners on the thread that wrote. What reading a list does not need is imported
where it is used: a window opens before that. It is longer than other files since it is a list
of what there is: what a room does stands in that room.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

from osawatch import desk, paths, sealed, signing
from osawatch import settings as settings_file
from osawatch.archive import Archive
from osawatch.changes import Announcer, Listener
from osawatch.errors import BadInput, ProfileError, UnknownId
from osawatch.house import House
from osawatch.model import (
    Action,
    Alert,
    AlertDetail,
    Card,
    CardDetail,
    Changes,
    Chosen,
    Facets,
    FileResult,
    Filter,
    HistoryEntry,
    Person,
    PollReport,
    RuleRow,
    Settings,
)
from osawatch.naming.book import Namebook
from osawatch.newsroom import Newsroom, Progress
from osawatch.own import Own
from osawatch.policy import files as policy_files
from osawatch.rulebook import Rulebook
from osawatch.searches import Searches
from osawatch.store import alerts, cards, identity, sources, visits
from osawatch.store.database import CACHE_KIB, Store
from osawatch.workshop import Workshop

if TYPE_CHECKING:
    from osawatch.attaching import Attaching
    from osawatch.backtests import Backtests
    from osawatch.bundle.exchange import Exchange
    from osawatch.care import Care
    from osawatch.cases.matters import Matters
    from osawatch.chain.desk import Chains
    from osawatch.dependency.desk import Trade
    from osawatch.figures import Figures
    from osawatch.filing.daily import Daily
    from osawatch.filing.desk import Filing
    from osawatch.grading import Grading
    from osawatch.hands import Hands
    from osawatch.hub.desk import Hub
    from osawatch.lists.desk import Lists
    from osawatch.lists.named import ListedNames
    from osawatch.lookup import Lookup
    from osawatch.notify.desk import Notify
    from osawatch.outbound import Outbound
    from osawatch.poll import Fetching
    from osawatch.records import Records
    from osawatch.registers.desk import Registers
    from osawatch.reports import Reports
    from osawatch.setup.desk import SetupDesk
    from osawatch.situation.desk import Situations
    from osawatch.sourcebook import Sourcebook
    from osawatch.unseen import Unseen
    from osawatch.watching.desk import Watching

OFFLINE = "--offline"  # stands where a policy's file stands
log = logging.getLogger(__name__)


def now_utc() -> datetime:
    """The wall clock, aware."""
    return datetime.now(UTC)


class Core:
    """One profile. Close it, or use it in a `with`.

    `clock`, `fetch` and `pack` are for tests and for posts with a rule pack of their own.
    `offline`: nobody is asked while this core is open, whatever is set.
    """

    CACHE_KIB = CACHE_KIB

    def __init__(
        self,
        profile: Path,
        *,
        clock: Callable[[], datetime] = now_utc,
        fetch: Fetching | None = None,
        pack: Any = None,  # rules.load.Pack
        offline: bool = False,
    ) -> None:
        self.profile = paths.prepare(profile)
        sealed.require(self.profile.folder)
        self._clock = clock
        self.rulebook = self._rules = Rulebook(pack, Own(self.profile.folder))
        self.workshop = Workshop(self._rules, lambda: self._person().name, clock)
        self._announcer, self._actor, self._hub_down = Announcer(), "", False
        self.policies = policy_files.load().closing_network(OFFLINE if offline else "")
        if (file := self.policies.demands_encryption()) and not self.encrypted:
            raise ProfileError(
                self.profile.folder, f"is not encrypted, as {file} demands: `vault encrypt` does it"
            )
        self._settings, self._faults = settings_file.read(self.profile.settings)
        self._store = Store(self.profile.database, self.CACHE_KIB)
        self.archive = Archive(
            self._store, self._rules, self._person, clock, self._announcer.announce,
            lambda: self._settings.language,
        )  # fmt: skip
        self._house = House(
            self.profile, self._store, self._rules, Namebook(self.profile, self._store),
            self.settings, self._person, self.policies, clock, fetch, self._announcer.announce,
        )  # fmt: skip
        self.news = Newsroom(self._house)

    @property
    def lists(self) -> Lists:
        """The sanctions lists of this profile: their parsers are not needed to open a window."""
        from osawatch.lists.desk import Lists

        return Lists(self._house)

    @property
    def listed(self) -> ListedNames:
        """Names of the sanctions lists that items hold."""
        from osawatch.lists.named import ListedNames

        return ListedNames(self._house)

    @property
    def records(self) -> Records:
        """Measures with what people know of them: quotas, exemptions, routes, reactions."""
        from osawatch.records import Records

        return Records(self._store, self._person, self._clock, self._announcer.announce)

    @property
    def bundles(self) -> Exchange:
        """Signed exchange files."""
        from osawatch.bundle.exchange import Exchange

        return Exchange(
            self.profile.folder, self._store, self.news, self.lists, self._person, self._clock,
            self._announcer.announce,
        )  # fmt: skip

    @property
    def hub(self) -> Hub:
        """Triage shared through a server."""
        from osawatch.hub.desk import Hub

        return Hub(
            self.profile.folder, self._store, self.bundles, self._clock,
            self._announcer.announce, self.outbound.shut, self.outbound.hosts,
        )  # fmt: skip

    @property
    def outbound(self) -> Outbound:
        """What leaves this machine, and when."""
        from osawatch.outbound import Outbound

        return Outbound(self._store, self._rules, self.settings, self.policies, self._clock)

    @property
    def hands(self) -> Hands:
        """Functions, posts and people that a story can be given to."""
        from osawatch.hands import Hands

        return Hands(self._store, self.settings)

    @property
    def cases(self) -> Matters:
        """Cases: alerts of one matter, with owners, steps and who was told."""
        from osawatch.cases.matters import Matters

        return Matters(
            self._store, self._rules.ministries, self._person, self._clock,
            self._announcer.announce,
        )  # fmt: skip

    @property
    def filing(self) -> Filing:
        """Closed cases as records: written out, destroyed, opened, a person's data erased."""
        from osawatch.filing.desk import Filing

        return Filing(
            self.profile.folder, self._store, self.cases, self._person, self._clock,
            self._announcer.announce, self.policies.refuse_media,
        )  # fmt: skip

    @property
    def daily(self) -> Daily:
        """Old news that goes by the clock, where this desk chose so."""
        from osawatch.filing.daily import Daily

        return Daily(self._store, self.filing.thinning, self.settings, self._clock)

    @property
    def sources(self) -> Sourcebook:
        """The sources: their health, and which of them are asked."""
        from osawatch.sourcebook import Sourcebook

        return Sourcebook(self._house, self.outbound)

    @property
    def figures(self) -> Figures:
        """Numbers of the news: stories a day, what stands out, by country, by pair."""
        from osawatch.figures import Figures

        return Figures(self._store, self._clock)

    @property
    def backtests(self) -> Backtests:
        """Rule files tried on what is stored here, and on archives of it."""
        from osawatch.backtests import Backtests

        return Backtests(self._house)

    @property
    def care(self) -> Care:
        """The health of the profile: counts, what is wrong, a copy, what is derived anew."""
        from osawatch.care import Care

        return Care(self._house, self.lists, self.chain, self.searches, self._faults)

    @property
    def situations(self) -> Situations:
        """Situations: sources asked faster for a time, a timeline, numbered reports."""
        from osawatch.situation.desk import Situations

        return Situations(self._store, self._person, self._clock, self._announcer.announce)

    @property
    def registers(self) -> Registers:
        """Post reports, influence cases and licences."""
        from osawatch.registers.desk import Registers

        return Registers(
            self._store, lambda: self._rules.pack, self._person, self._clock,
            self._announcer.announce,
        )  # fmt: skip

    @property
    def reports(self) -> Reports:
        """Post reports that rules read as news."""
        from osawatch.reports import Reports

        return Reports(
            self._house, self.registers, self._person, self._clock, self._announcer.announce
        )

    @cached_property
    def lookup(self) -> Lookup:
        """What is known of a good, a code, a company or a country."""
        from osawatch.lookup import Lookup

        return Lookup(self._store, self._rules, self._clock)

    @cached_property
    def chain(self) -> Chains:
        """What goes into what, who supplies it, and what fails with it."""
        from osawatch.chain.desk import Chains

        return Chains(self._rules, self.profile.folder, self.lookup.subjects)

    @property
    def trade(self) -> Trade:
        """What trade files said of dependence."""
        from osawatch.dependency.desk import Trade

        return Trade(self.profile.folder, self._rules.codes, self._clock)

    @property
    def attaching(self) -> Attaching:
        """Files put to alerts."""
        from osawatch.attaching import Attaching

        return Attaching(
            self._store, self._person, self._clock, self.triage, self.policies.refuse_media
        )

    @property
    def grading(self) -> Grading:
        """How far the desk trusts its sources."""
        from osawatch.grading import Grading

        return Grading(
            self._store, lambda: self._rules.rater, self._person, self._clock,
            self._announcer.announce,
        )  # fmt: skip

    @property
    def searches(self) -> Searches:
        """What this desk looks for again and again."""
        return Searches(self.profile.folder, self._announcer.announce)

    @property
    def setup(self) -> SetupDesk:
        """Sources, watchlist, rules, settings and searches in one file."""
        from osawatch.setup.desk import SetupDesk

        return SetupDesk(
            self.profile.folder, self._store, self._rules, self.searches,
            lambda: self._settings, self.save_settings, lambda: self._person().name,
            self.policies.locked, self._clock, self._announcer.announce,
        )  # fmt: skip

    @cached_property
    def notify(self) -> Notify:
        """Which alerts interrupt a person; one a core, since it knows what stood at the start."""
        from osawatch.notify.desk import Notify

        return Notify(
            self._store, lambda: self._rules.pack, self.settings, self._clock
        )  # fmt: skip

    @cached_property
    def watching(self) -> Watching:
        """The watchlist, worked on; one a core, since it knows the way back."""
        from osawatch.watching.desk import Watching

        return Watching(
            self._store, self._rules, lambda: self._settings.language, self._clock,
            self._announcer.announce,
        )  # fmt: skip

    @property
    def unseen(self) -> Unseen:
        """What exceptions of rules hid, by month."""
        from osawatch.unseen import Unseen

        return Unseen(self._store, self._rules, self._clock, lambda: self._settings.language)

    def now(self) -> datetime:
        """The time by this core's clock."""
        return self._clock()

    # -- the profile

    @property
    def encrypted(self) -> bool:
        """Whether the profile is encrypted."""
        return sealed.encrypted(self.profile.folder)

    def settings(self) -> Settings:
        """The settings as they hold: what a policy decides stands over a person's choice."""
        return self.policies.over(self._settings)

    def save_settings(self, settings: Settings) -> Changes:
        """Check, keep and announce the settings; `BadInput` names the field that is wrong."""
        kept = {name: getattr(self._settings, name) for name in self.policies.locked()}
        mine = replace(settings, **kept)
        settings_file.write(self.profile.settings, mine)
        self._settings, self._faults = mine, ()
        return self._announcer.announce(Changes(settings=True))

    def speak(self, language: str) -> None:
        """Names and sentences in this language from now on, whatever the settings file says."""
        self._settings = replace(self._settings, language=language)

    def act_as(self, name: str) -> None:
        """Who works here now: a user of an encrypted profile is who opened it."""
        self._actor = name

    def reread_settings(self) -> None:
        """Take the settings as another process may have written them."""
        self._settings, self._faults = settings_file.read(self.profile.settings)

    def warm(self) -> None:
        """Load pack and matcher now, and follow the post's own files from now on."""
        self._rules.warm()
        self._follow()

    def init_profile(self, *, sample: bool = False) -> Changes:
        """Fill a new profile with the shipped sources; on an old one, add those that are new."""
        from feeds.catalogue import load

        specs = load()
        with self._store.writing() as connection:
            sources.add(connection, specs, origin="catalogue", on=None)
        changes = Changes(sources=frozenset(spec.id for spec in specs))
        if sample:
            from osawatch.intake import index
            from osawatch.sample import load as load_sample

            changes |= load_sample(self.news, self._clock())
            index(self._store)
        return self._announcer.announce(changes)

    def watch(self, listener: Listener) -> Callable[[], None]:
        """Tell this listener of every write; the result un-watches."""
        return self._announcer.watch(listener)

    def close(self) -> None:
        """Close all connections."""
        self._rules.close()
        self._store.close()

    # -- reading

    def card_ids(self, wanted: Filter, *, newest: int = 0) -> list[str]:
        """The ids of the cards a filter lets through, in its order.

        `newest`: of a search, look at so many of the newest items only; 0 = at all.
        """
        with self._store.reading() as connection:
            return cards.ids(connection, wanted, self._called(), newest)

    def cards(self, ids: Sequence[str]) -> list[Card]:
        """A page of cards; those that are gone are left out."""
        with self._store.reading() as connection:
            return desk.page(connection, ids, self._clock())

    def card(self, card: str) -> CardDetail | None:
        """The preview of a card, or None. The id of one of its alerts or items leads to it."""
        with self._store.reading() as connection:
            found = desk.card(connection, card, self._rules.rater, self._said(), self._clock())
        return found and self._owned(found)

    def chosen(self, ids: Sequence[str]) -> Chosen:
        """What an action on these cards would touch."""
        with self._store.reading() as connection:
            return cards.chosen(connection, ids)

    def counts(self) -> dict[str, int]:
        """Cards by view, and `unread`: those of the inbox that nobody has seen."""
        with self._store.reading() as connection:
            return cards.counts(connection, self._called())

    def start_filter(self) -> Filter:
        """What the inbox starts with: the post's countries, if the settings say so."""
        mine = self._settings.countries if self._settings.filter_to_post else ()
        return Filter(countries=mine)

    def alerts(self, wanted: Filter) -> list[Alert]:
        """The alerts a filter lets through, in its order."""
        with self._store.reading() as connection:
            return desk.listed(connection, wanted, self._called())

    def alert(self, alert: str) -> AlertDetail | None:
        """An alert with all that explains it; a former id leads to it as well."""
        with self._store.reading() as connection:
            found = identity.resolve(connection, alert)
            if found is None:
                return None
            rater, said = self._rules.rater, self._said()
            return desk.detail(connection, found, rater, said, self._clock())

    def history(self, alert: str) -> tuple[HistoryEntry, ...]:
        """What happened to an alert, oldest first."""
        with self._store.reading() as connection:
            found = identity.resolve(connection, alert)
            if found is None:
                raise UnknownId("alert", alert)
            return desk.log_of(connection, found)

    def facets(self) -> Facets:
        """What lists can be filtered by, with names in the language of the settings."""
        with self._store.reading() as connection:
            return desk.facets(connection, self.names)

    def names(self, kind: str, key: str, language: str = "") -> str:
        """The name of a good, country or measure; "" = the language of the settings."""
        return self._rules.name(kind, key, language or self._settings.language)

    def _said(self) -> dict[str, tuple[str, str]]:
        return self._rules.said(self._settings.language)

    def rules(self) -> list[RuleRow]:
        """All rules in use, with the alerts they raised in 30 days."""
        since = self._clock() - timedelta(days=30)
        with self._store.reading() as connection:
            raised = alerts.raised_by_rule(connection, since)
        return self._rules.rows(raised, self._settings.language)

    # -- triage

    def triage(self, action: Action) -> Changes:
        """Carry out one action on all its alerts in one transaction, or nothing of it."""
        from osawatch import triage

        changes = triage.act(self._store, self._rules.rater, self._person(), action, self._clock())
        return self._announcer.announce(changes)

    def merge(self, names: Sequence[str], into: str) -> Changes:
        """Put alerts under another one; `undo` takes it back."""
        return self.triage(Action("merge", tuple(names), {"into": into}))

    def undo(self) -> Changes:
        """Take back this person's last action that still stands, with all its events."""
        from osawatch import triage

        changes = triage.undo(self._store, self._rules.rater, self._person(), self._clock())
        return self._announcer.announce(changes)

    # -- getting news

    def poll(
        self,
        wanted: Sequence[str] = (),
        *,
        due: bool = False,
        progress: Progress | None = None,
        cancel: threading.Event | None = None,
        save_raw: Path | None = None,
    ) -> PollReport:
        """Ask these sources, or all that are on; `due`: only those whose time has come, and lists.

        `save_raw` keeps all answers there. Raises `Busy` when another program polls this profile.
        """
        if due:
            self.situations.settle()
        report = self.news.poll(
            wanted, due=due, progress=progress, cancel=cancel, save_raw=save_raw
        )
        if due and not report.cancelled:
            self.lists.follow(cancel, progress)
            self._share(cancel)
        return report

    def ingest(
        self,
        files: Sequence[Path],
        *,
        source: str = "",
        progress: Progress | None = None,
        cancel: threading.Event | None = None,
    ) -> tuple[list[FileResult], Changes]:
        """Read files as if a source had served them; each says what became of it."""
        for file in files:
            self.policies.refuse_media(file)
        return self.news.read(files, source=source, progress=progress, cancel=cancel)

    # -- visits

    def last_visit(self) -> datetime | None:
        """Until when this person has seen everything, None = never said."""
        with self._store.reading() as connection:
            return visits.last(connection, self._visitor())

    def visited(self, until: datetime) -> None:
        """This person has seen everything up to this time."""
        with self._store.writing() as connection:
            visits.note(connection, self._visitor(), until)

    # -- inside

    def _follow(self) -> None:
        """Take changed rules while the program runs; listeners draw names and rules anew."""
        self._rules.follow(lambda: self._announcer.announce(Changes(settings=True)))

    def _share(self, cancel: threading.Event | None) -> None:
        """A sync by the clock. A hub that is down is logged once, until it is up again."""
        if not (self.profile.folder / "hub.json").exists():
            return
        down = self.outbound.shut() or self._synced(cancel)
        if down and not self._hub_down:
            log.warning("hub: %s; work goes on here, and is caught up later", down)
        self._hub_down = bool(down)

    def _synced(self, cancel: threading.Event | None) -> str:
        try:
            return self.hub.sync(cancel=cancel).down
        except BadInput as error:  # its address is damaged: the poll has done its work
            return str(error)

    def _person(self) -> Person:
        return signing.signed(self.settings(), self._actor)

    def person(self) -> Person:
        """Who stands beside what is decided here."""
        return self._person()

    def _called(self) -> tuple[str, ...]:
        return signing.called(self.settings(), self._actor)

    def _visitor(self) -> str:
        """Who looks: stays on this machine, whatever is signed."""
        return self._actor or self._settings.name

    def _owned(self, found: CardDetail) -> CardDetail:
        goods = found.card.goods
        return replace(
            found,
            ministries=self._rules.ministries(goods),
            suppliers=self._rules.suppliers(goods),
            listed=self._rules.listed(goods),
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()
