"""Deltas applied to OFAC's lists end where the next whole list stands, or say that they cannot."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from xml.sax.saxutils import escape, quoteattr

import pytest

from feeds.lists import ofac_changes, ofac_delta, ofac_xml
from feeds.lists.model import ListEntry, Name
from feeds.lists.ofac_changes import apply, neutral
from feeds.lists.read import read
from tests.shared import SHARED, needs_shared

METALS = ListEntry(
    "ofac-sdn", "1", "entity", (Name("Invented Metals LLC"), Name("Metinvent", "alias")), ("IRAN",)
)
SHIPS = ListEntry("ofac-sdn", "2", "entity", (Name("Unreal Ships Co"),), ("CUBA",))
LIST = (METALS, SHIPS)
KINDS = {"person": "Individual", "entity": "Entity", "vessel": "Vessel", "aircraft": "Aircraft"}


def names(values: Iterable[Name | str], action: str = "", first: str = "") -> str:
    said = f" action={quoteattr(action)}" if action else ""
    made = []
    for n, one in enumerate(values):
        text = one if isinstance(one, str) else one.text
        primary = text == first if action else n == 0
        made.append(
            f"<name{said}><isPrimary>{str(primary).lower()}</isPrimary><translations><translation>"
            f"<isPrimary>true</isPrimary><formattedFullName>{escape(text)}</formattedFullName>"
            "</translation></translations></name>"
        )
    return "".join(made)


def programmes(values: Iterable[str], action: str = "") -> str:
    said = f" action={quoteattr(action)}" if action else ""
    return "".join(f"<sanctionsProgram{said}>{escape(one)}</sanctionsProgram>" for one in values)


def whole(one: ListEntry, action: str = "add") -> str:
    lists = "SDN List" if one.list == "ofac-sdn" else "Consolidated List"
    return entity(one, f' action="{action}"', names(one.names), programmes(one.programmes), lists)


def entity(one: ListEntry, action: str, said: str, programs: str, lists: str = "") -> str:
    kind = KINDS.get(one.kind, "")
    listed = f"<sanctionsLists><sanctionsList>{lists}</sanctionsList></sanctionsLists>"
    return (
        f"<entity id={quoteattr(one.id)}{action}><generalInfo><entityType>{kind}</entityType>"
        f"</generalInfo>{listed if lists else ''}<sanctionsPrograms>{programs}</sanctionsPrograms>"
        f"<names>{said}</names></entity>"
    )


def delta(*entities: str) -> list[ofac_delta.Delta]:
    body = "".join(entities)
    return list(
        ofac_delta.read(
            '<sanctionsData xmlns="https://www.treasury.gov/ofac/DeltaFile/1.0"><publicationInfo>'
            "<datePublished>2026-01-15T00:00:00-05:00</datePublished></publicationInfo>"
            f"<entities>{body}</entities></sanctionsData>".encode()
        )
    )


def correction(one: ListEntry, said: str = "", programs: str = "") -> str:
    return entity(one, "", said, programs)


def between(old: Sequence[ListEntry], new: Sequence[ListEntry]) -> list[ofac_delta.Delta]:
    """What OFAC would have published between two of its lists."""
    before, after = {one.id: one for one in old}, {one.id: one for one in new}
    parts = [whole(one) for key, one in after.items() if key not in before]
    parts += [
        entity(one, ' action="remove"', "", "") for k, one in before.items() if k not in after
    ]
    for key in before.keys() & after.keys():
        was, now = before[key], after[key]
        gone = [n for n in was.names if ofac_changes.key(n.text) not in folded(now)]
        more = [n for n in now.names if ofac_changes.key(n.text) not in folded(was)]
        left = [p for p in was.programmes if p not in now.programmes]
        new_ones = [p for p in now.programmes if p not in was.programmes]
        first = ofac_changes.key(now.name)
        turned = first != ofac_changes.key(was.name) and first in folded(was)
        if gone or more or left or new_ones or turned:
            said = names(more, "add", now.name) + names(gone, "remove")
            programs = programmes(new_ones, "add") + programmes(left, "remove")
            said += '<name><isPrimary action="update">true</isPrimary></name>' * turned
            parts.append(correction(now, said, programs))
    return delta(*parts)


def folded(one: ListEntry) -> set[str]:
    return {ofac_changes.key(name.text) for name in one.names}


def test_records_are_added_and_removed() -> None:
    wares = ListEntry("ofac-sdn", "3", "entity", (Name("Other Wares Ltd"),), ("CUBA",))

    found = apply(LIST, delta(whole(wares), entity(SHIPS, ' action="remove"', "", "")), "ofac-sdn")

    assert [one.id for one in found.entries] == ["1", "3"]
    assert ([one.id for one in found.added], [one.id for one in found.removed]) == (["3"], ["2"])
    assert found.unclear == ()


def test_a_correction_adds_and_removes_its_parts() -> None:
    said = names(["Vymetall"], "add") + names(["Metinvent"], "remove")
    programs = programmes(["SYRIA"], "add") + programmes(["IRAN"], "remove")

    found = apply(LIST, delta(correction(METALS, said, programs)), "ofac-sdn")

    assert [name.text for name in found.entries[0].names] == ["Invented Metals LLC", "Vymetall"]
    assert found.entries[0].programmes == ("SYRIA",)
    assert [(old.id, new.id) for old, new in found.changed] == [("1", "1")]


@pytest.mark.parametrize(
    "wrong",
    [
        correction(METALS, names(["Nobody"], "remove")),
        correction(METALS, names(["Invented Metals LLC"], "remove")),
        correction(METALS, names(["Metinvent"], "update")),
        correction(METALS, "", programmes(["CUBA"], "remove")),
        correction(METALS, names(["Invented Metals LLC"])),  # the alias is missing: whole or part?
        entity(METALS, "", '<address action="add">x</address>', ""),
        whole(ListEntry("ofac-sdn", "1", "entity", (Name("Quite another name"),))),
    ],
)
def test_what_cannot_be_applied_for_certain_is_unclear_and_changes_nothing(wrong: str) -> None:
    found = apply(LIST, delta(wrong), "ofac-sdn")

    assert len(found.unclear) == 1
    assert found.entries == LIST


def test_a_delta_that_the_list_holds_already_changes_nothing() -> None:
    found = apply(LIST, delta(whole(METALS)), "ofac-sdn")

    assert (found.entries, found.added, found.unclear) == (LIST, (), ())


def test_a_record_of_the_other_list_is_left_alone() -> None:
    other = ListEntry("ofac-cons", "9", "entity", (Name("Sectoral Firm"),))
    added = delta(entity(other, ' action="add"', names(other.names), "", "Non-SDN List"))

    assert apply(LIST, added, "ofac-sdn").entries == LIST
    assert [one.id for one in apply((), added, "ofac-cons").added] == ["9"]


def test_the_numbers_of_publications_tell_of_a_gap() -> None:
    known = ofac_delta.history(b'[{"publicationID": 7}, {"publicationID": 5}]')

    assert ofac_delta.gap(5, known)
    assert not ofac_delta.gap(7, known)
    assert ofac_delta.gap(3, known)  # the one seen last is not in this history
    assert ofac_delta.gap(9, known)


@needs_shared
@pytest.mark.slow
@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("ofac_sdn_csv/sdn.csv", "ofac_sdn_csv/bench_sdn.csv"),
        ("ofac_cons/rmilosic_consolidated_2020-03-17.xml", "ofac_cons/consolidated.xml"),
    ],
)
def test_between_two_real_lists_the_deltas_lead_from_one_to_the_other(old: str, new: str) -> None:
    folder = SHARED / "samples/sanctions"
    before, after = (read((folder / one).read_bytes(), one) for one in (old, new))
    assert before is not None
    assert after is not None

    deltas = between(before.entries, after.entries)
    found = apply(before.entries, deltas, after.list)

    assert len(deltas) > 100
    wrong = {one.partition(":")[0] for one in found.unclear}
    mine = {one.id: neutral(one) for one in found.entries if one.id not in wrong}
    theirs = {one.id: neutral(one) for one in after.entries if one.id not in wrong}
    assert mine == theirs
    assert len(wrong) < 0.1 * len(after.entries)  # those ask for the whole list


@needs_shared
def test_the_synthetic_sample_is_read_with_its_lists() -> None:
    body = (SHARED / "samples/sanctions/ofac_delta/2026-01-15_delta_SYNTHETIC.xml").read_bytes()

    found = apply((), ofac_delta.read(body), "ofac-sdn")

    assert [one.id for one in found.added] == ["90003"]
    assert ofac_changes.SDN == "ofac-sdn"
    assert ofac_xml.KINDS["entity"] == "entity"
