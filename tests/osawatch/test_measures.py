"""The life of measures: acts found in items, and what they add up to."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from osawatch.acts import Fact, Measure, Sighting
from osawatch.core import Core
from osawatch.measures import ended, fold, standing, today
from osawatch.model import AlertDetail, Filter
from osawatch.notices import Page, acts, numbers, read
from osawatch.rulebook import Rulebook
from osawatch.store import measures, schema
from rules.model import Dated, Match, Role
from rules.watchlist import Measure as KnownMeasure
from tests.fakes import Clock, Network, Pack, json_feed, source
from tests.shared import SHARED

DAY = 86_400
START = int(datetime(2026, 3, 2, tzinfo=UTC).timestamp())
WIRE = "https://wire.example/feed"


def page(title: str, summary: str = "", *, official: bool = True, url: str = "") -> Page:
    return Page(1, "one", START, official, title, summary, url)


def seen(n: int, status: str = "adopted", **more: object) -> Sighting:
    day = more.pop("day", n)
    at = START + int(str(day)) * DAY
    values: dict[str, object] = {
        "item": n, "id": f"{n:03}", "at": at, "official": False, "act": "", "country": "CN",
        "measure": "export-ban", "goods": ("gallium",), "codes": (), "status": status,
        "day": datetime.fromtimestamp(at, UTC).date().isoformat(),
    }  # fmt: skip
    return Sighting(**(values | more))  # type: ignore[arg-type]


def one(*told: Sighting, facts: tuple[Fact, ...] = ()) -> Measure:
    [found] = fold(facts, told)
    return found


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("商务部公告2025年第70号", "CN:2025/70"),
        ("商务部 海关总署公告2023年第 23 号", "CN:2023/23"),
        ("MOFCOM Announcement No. 70 of 2025", "CN:2025/70"),
        ("under MOFCOM 72/2025", "CN:2025/72"),
        ("Regulation (EU) 2026/261", "EU:2026/261"),
        ("Verordnung (EU) Nr. 833/2014", "EU:2014/833"),
        ("CELEX 32026R0261", "EU:2026/261"),
        ("Besluit (GBVB) 2026/12", "EU:2026/12"),
        ("FR Doc. 2025-19825 Filed", "US:2025-19825"),
        ("Executive Order 14257", "US:EO 14257"),
        ("90 FR 12345", "US:90 FR 12345"),
        ("Stcrt. 2026, 12345", "NL:2026/12345"),
        ("Notification No. 26/2026-27", "IN:26/2026-27"),
    ],
)
def test_acts_are_known_by_their_numbers(text: str, act: str) -> None:
    assert [found for _, _, found in numbers(text)] == [act]


@pytest.mark.parametrize(
    "text",
    ["call 070-2025", "in 2025 some 70 cases", "code 2025.70.10", "page 70 of 2025", "第70号"],
)
def test_other_numbers_are_no_acts(text: str) -> None:
    assert numbers(text) == []


def test_an_act_says_which_acts_it_suspends() -> None:
    own, refs = acts(page("商务部公告2025年第70号", "自即日起，暂停实施第55、56和57号公告。"))

    assert own == "CN:2025/70"
    assert refs == (
        ("suspends", "CN:2025/55"), ("suspends", "CN:2025/56"), ("suspends", "CN:2025/57"),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("summary", "relation"),
    [
        ("This Regulation amends Regulation (EU) 2024/10.", "amends"),
        ("Regulation (EU) 2024/10 is repealed.", "lifts"),
        ("The period in Regulation (EU) 2024/10 is extended.", "extends"),
        ("Verordening (EU) 2024/10 wordt opgeschort.", "suspends"),
        ("It is adopted in response to Regulation (EU) 2024/10.", "retaliates"),
    ],
)
def test_the_word_in_the_sentence_says_how(summary: str, relation: str) -> None:
    assert acts(page("Regulation (EU) 2026/1", summary)) == (
        "EU:2026/1", ((relation, "EU:2024/10"),),
    )  # fmt: skip


def test_an_act_without_a_word_for_it_is_only_named_and_news_is_no_act() -> None:
    assert acts(page("Regulation (EU) 2026/1", "See Regulation (EU) 2024/10.")) == (
        "EU:2026/1", (),
    )  # fmt: skip
    assert acts(page("Ban on gallium", "Under MOFCOM 72/2025 it ends.", official=False))[0] == ""


def test_a_sighting_holds_country_kind_goods_codes_and_days() -> None:
    match = Match(
        goods=("gallium",), measures=("export-ban", "strike"), roles=(Role("CN", "imposing"),),
        measure_status={"export-ban": "adopted"},
        dates=(Dated("effective", date(2026, 4, 1), "day", "summary", 0, 1),),
    )  # fmt: skip

    [found] = read(
        page("商务部公告2026年第8号", "镓 8112929010、2850001901"), match, {"export-ban"}
    )

    assert (found.act, found.country, found.measure, found.status, found.effective) == (
        "CN:2026/8", "CN", "export-ban", "adopted", "2026-04-01",
    )  # fmt: skip
    assert found.codes == ("8112929010", "2850001901")


def test_a_notice_of_midnight_in_beijing_is_of_that_day() -> None:
    midnight = int(datetime(2025, 11, 6, 16, tzinfo=UTC).timestamp())
    match = Match(measures=("export-ban",), roles=(Role("CN", "imposing"),))
    notice = Page(1, "one", midnight, official=True, title="商务部公告2025年第70号", summary="")

    assert read(notice, match, {"export-ban"})[0].day == "2025-11-07"


def test_what_news_say_of_one_measure_is_one_record() -> None:
    found = one(seen(1, "proposed"), seen(2), seen(3, "in_force", goods=("gallium", "tin")))

    assert (found.status, found.announced, found.goods) == ("in_force", "2026-03-03", ("gallium",))
    assert [step.what for step in found.steps] == ["proposed", "adopted", "in_force"]
    assert found.items == (1, 2, 3)


def test_a_rumour_alone_is_no_measure_and_another_good_is_another_one() -> None:
    assert fold((), [seen(1, "rumour"), seen(2, "considered")]) == []
    assert len(fold((), [seen(1), seen(2, goods=("tin",))])) == 2


def test_a_measure_from_a_later_day_on_is_one_of_its_own() -> None:
    old = replace(FACT, status="in_force", until="", text="China: gallium")
    found = fold(
        (old,), [seen(9, effective="2026-06-01"), seen(10), seen(11, effective="2026-06-02")]
    )

    assert [one.effective for one in found] == ["2026-02-01", "2026-06-01"]
    assert found[1].items == (9, 10, 11)


def test_an_act_suspends_the_acts_it_names() -> None:
    found = fold(
        (),
        [
            seen(1, act="CN:2025/55", official=True),
            seen(2, act="CN:2025/56", official=True, goods=("tin",)),
            seen(9, "suspended", act="CN:2025/70", official=True, until="2027-01-10",
                 goods=(), refs=(("suspends", "CN:2025/55"), ("suspends", "CN:2025/56"))),
        ],
    )  # fmt: skip

    by_act = {one.act: one for one in found}
    assert by_act["CN:2025/55"].status == by_act["CN:2025/56"].status == "suspended"
    assert by_act["CN:2025/56"].suspended_until == "2027-01-10"
    assert by_act["CN:2025/70"].status == "adopted"
    assert by_act["CN:2025/70"].links == (
        ("suspends", "CN:2025/55"), ("suspends", "CN:2025/56"),
    )  # fmt: skip


def test_a_suspension_told_without_a_number_finds_the_measure_it_agrees_with() -> None:
    found = one(seen(1), seen(5, "suspended", until="2026-06-01"), seen(6, "suspended"))

    assert (found.status, found.suspended_until) == ("suspended", "2026-06-01")
    assert [step.what for step in found.steps] == ["adopted", "suspends"]


def test_an_extension_moves_the_end_and_news_of_the_past_does_not_end_a_suspension() -> None:
    later = seen(
        7, act="CN:2026/9", official=True, until="2026-09-01", refs=(("extends", "CN:2026/1"),)
    )
    first = seen(1, act="CN:2026/1", official=True)
    held = seen(4, "suspended", until="2026-06-01")
    by_act = {one.act: one for one in fold((), [first, held, seen(5, "adopted"), later])}

    assert by_act["CN:2026/1"].status == "suspended"
    assert by_act["CN:2026/1"].suspended_until == "2026-09-01"


FACT = Fact(
    "2026-02-01", ("gallium",), ("CN", "US"), "export-ban", "suspended",
    "China 56 and 57/2026: gallium; suspended", "list", until="2026-03-20", known_on="2026-03-01",
)  # fmt: skip


def test_the_shipped_list_is_believed_over_older_items_and_its_numbers_are_found() -> None:
    old = seen(0, act="CN:2026/57", official=True, day=-20)

    found = one(old, facts=(FACT,))

    assert (found.status, found.suspended_until, found.act) == (
        "suspended", "2026-03-20", "CN:2026/56",
    )  # fmt: skip
    assert found.items == (0,)
    assert one(seen(1, "lifted"), facts=(FACT,)).status == "lifted"


def test_a_day_ends_where_the_measure_was_issued() -> None:
    found = one(facts=(FACT,))
    still, over = datetime(2026, 3, 20, 15, 59, tzinfo=UTC), datetime(2026, 3, 20, 16, tzinfo=UTC)

    assert found.zone == "Asia/Shanghai"
    assert (today(found, still), today(found, over)) == (date(2026, 3, 20), date(2026, 3, 21))
    assert ended(found, still) is None
    assert ended(found, over) == ("suspension", date(2026, 3, 20))


def test_what_was_adopted_is_in_force_from_its_day_on() -> None:
    found = one(seen(1, effective="2026-04-01"))

    assert standing(found, datetime(2026, 3, 30, tzinfo=UTC)) == "adopted"
    assert standing(found, datetime(2026, 4, 2, tzinfo=UTC)) == "in_force"


TOLD = st.builds(
    lambda n, status, act, good, day, refs: seen(
        n, status, act=act, goods=(good,), day=day, refs=tuple(refs)
    ),
    st.integers(1, 1000),
    st.sampled_from(["", "rumour", "proposed", "adopted", "in_force", "suspended", "lifted"]),
    st.sampled_from(["", "CN:2026/1", "CN:2026/2"]),
    st.sampled_from(["gallium", "tin"]),
    st.integers(0, 30),
    st.lists(
        st.tuples(st.sampled_from(["suspends", "extends", "lifts", "retaliates"]),
                  st.sampled_from(["CN:2026/1", "CN:2026/2"])), max_size=2,
    ),
)  # fmt: skip


@given(st.lists(TOLD, max_size=12, unique_by=lambda one: one.item), st.randoms())
def test_the_order_in_which_items_were_stored_does_not_matter(
    told: list[Sighting], chance: object
) -> None:
    expected = fold((FACT,), told)
    chance.shuffle(told)  # type: ignore[attr-defined]

    assert fold((FACT,), told) == expected
    assert len({one.id for one in expected}) == len(expected)


@given(st.text(max_size=200), st.text(max_size=300))
def test_any_text_can_be_read_for_acts(title: str, summary: str) -> None:
    own, refs = acts(page(title, summary))

    assert own not in {act for _, act in refs}


def test_the_real_announcement_70_suspends_six_others() -> None:
    file = SHARED / "samples" / "trade" / "feeds-derived" / "mofcom_announcements_utf8.xml"
    if not file.exists():
        pytest.skip("the folder of real documents is not beside the checkout")
    from feeds.parse import parse

    told = [acts(page(item.title, item.summary)) for item in parse(file.read_bytes()).items]
    refs = dict(told)["CN:2025/70"]

    assert {act for _, act in refs} == {f"CN:2025/{n}" for n in (55, 56, 57, 58, 61, 62)}
    assert {relation for relation, _ in refs} == {"suspends"}


# -- at the desk


@pytest.fixture
def desk(tmp_path: Path, clock: Clock, network: Network) -> Core:
    """A core whose pack knows that bans are decided on, and one suspension that will end."""
    ban = KnownMeasure("export-ban", {"en": "Export ban"}, "export-restriction")
    watched = SimpleNamespace(goods={}, countries={}, measures={"export-ban": ban}, companies={})
    file = tmp_path / "timeline.yaml"
    file.write_text(
        "timeline:\n"
        '- {date: "2026-02-01", goods: [gallium], countries: [CN, US], measure: export-ban,'
        ' status: suspended, until: "2026-03-04", text: "Invented ban", source: list}\n',
        encoding="utf-8",
    )
    pack = Pack(watchlist=watched)
    pack.files = (file,)  # type: ignore[attr-defined]
    core = Core(tmp_path / "profile", clock=clock, fetch=network, pack=pack)
    core.sources.add(source("wire"))
    return core


def shown(core: Core, good: str) -> AlertDetail:
    [alert] = core.alerts(Filter(goods=(good,)))
    found = core.alert(alert.id)
    assert found is not None
    return found


def test_an_alert_shows_the_measure_it_tells_of(desk: Core, network: Network) -> None:
    network.publish(WIRE, "Cobalt: Kinshasa orders a ban from 1 April")

    desk.poll(["wire"])

    [measure] = shown(desk, "cobalt").measures
    assert (measure.country, measure.measure, measure.status, measure.effective) == (
        "CD", "export-ban", "adopted", "2026-04-01",
    )  # fmt: skip
    assert desk.care.doctor() == []
    desk.close()


def test_an_alert_on_no_good_shows_the_measures_that_its_items_change() -> None:
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.executescript(schema.ITEMS.replace("REFERENCES sources(id)", ""))
        connection.executescript(schema.MEASURES)
        first = seen(1, act="CN:2025/55", official=True)
        later = seen(
            9, "suspended", act="CN:2025/70", goods=(), official=True,
            refs=(("suspends", "CN:2025/55"),),
        )  # fmt: skip
        measures.replace(connection, "CN", fold((), [first, later]))

        told = measures.told_by(connection, ["CN"], [9])

    assert {one.act for one in told} == {"CN:2025/55", "CN:2025/70"}


def test_an_end_that_passes_without_another_act_raises_one_alert(
    desk: Core, network: Network, clock: Clock
) -> None:
    network.publish(WIRE, "Football results")
    desk.poll(["wire"])
    assert desk.alerts(Filter()) == []
    clock.forward(days=3)

    desk.poll(["wire"])
    desk.poll(["wire"])

    found = shown(desk, "gallium")
    assert found.alert.rule == "measure-ended"
    assert "suspension of Export ban ended on 2026-03-04" in found.alert.title
    assert "No later act" in found.because
    assert found.measures[0].source == "list"
    assert desk.care.doctor() == []
    desk.close()


def test_an_end_before_this_desk_began_to_watch_raises_nothing(
    desk: Core, network: Network, clock: Clock
) -> None:
    clock.forward(days=9)
    network.publish(WIRE, "Gallium: a licence in Beijing")

    desk.poll(["wire"])
    desk.poll(["wire"])

    assert {one.rule for one in desk.alerts(Filter())} == {"export-measure"}
    assert [one.status for one in shown(desk, "gallium").measures] == ["suspended"]
    desk.close()


def test_an_end_hours_before_this_desk_began_to_watch_on_the_same_day_raises_nothing(
    desk: Core, network: Network, clock: Clock
) -> None:
    clock.now = datetime(2026, 3, 4, 20, tzinfo=UTC)  # the next day has begun in Beijing
    network.publish(WIRE, "Football results")
    desk.poll(["wire"])
    clock.forward(days=2)

    desk.poll(["wire"])

    assert desk.alerts(Filter()) == []
    desk.close()


def test_a_post_without_a_network_hears_of_an_end_when_it_reads_files(
    desk: Core, clock: Clock, tmp_path: Path
) -> None:
    file = tmp_path / "news.json"
    file.write_bytes(json_feed([{"id": "1", "title": "Football results"}]))
    desk.ingest([file])
    clock.forward(days=3)

    desk.ingest([file])

    assert [one.rule for one in desk.alerts(Filter())] == ["measure-ended"]
    desk.close()


def test_a_later_act_keeps_the_end_quiet(desk: Core, network: Network, clock: Clock) -> None:
    network.publish(WIRE, "Gallium: ban lifted in Beijing")
    desk.poll(["wire"])
    clock.forward(days=3)

    desk.poll(["wire"])

    assert {one.rule for one in desk.alerts(Filter())} == {"export-measure"}
    desk.close()


def test_a_malformed_timeline_is_left_out_and_stops_nothing(tmp_path: Path) -> None:
    good = (
        '- {date: "2026-02-01", goods: [tin], countries: [NO], measure: export-ban,'
        ' status: in_force, text: "Invented", source: list}\n'
    )
    texts = {
        "a.yaml": f"timeline:\n{good}- 5\n- {{date: never}}\n- {{date: '2026-01-01'}}\n",
        "b.yaml": "timeline: [broken\n",
        "c.yaml": "timeline: {}\n",
        "pack.yaml": "date: 2026-02-10\n",
    }
    for name, text in texts.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    pack = Pack()
    pack.files = tuple(sorted(tmp_path.iterdir()))  # type: ignore[attr-defined]

    [fact] = Rulebook(pack).known().facts

    assert (fact.countries, fact.known_on) == (("NO",), "2026-02-10")
