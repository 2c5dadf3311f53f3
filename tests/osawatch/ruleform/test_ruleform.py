"""A rule as a form and back: the same form, and every byte that was not touched."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from osawatch.errors import BadInput
from osawatch.ruleform import condition, scalars
from osawatch.ruleform.model import KINDS, TIMES, Exempt, Form, Part, Sample, Words
from osawatch.ruleform.reading import read
from osawatch.ruleform.sheet import Sheet
from osawatch.ruleform.writing import write
from osawatch.workshop import NEW, document

SLOW = (HealthCheck.too_slow, HealthCheck.data_too_large)  # a busy machine, a whole rule
PACK = Path(__file__).parents[3] / "rules/packs/osa/rules"
ODD = """# a remark before all
schema: 1   # and one beside

id: 'odd-rule'
title: >
  Folded over
  two lines
status: "test"
level: low      # chosen with care
description: |
  One line,
  and another: with a colon

falsepositives:
- first     # of two
# between them
- "second, with a comma"
match:
  # what it is about
  good:
    watchlist: goods
    items:
      - gallium   # 镓 is its name in Chinese
      - germanium
    # a last remark on goods
  odd: {any: {en: [tin, {text: Turkey, case: exact}, # the bird is not meant
      "lead"], "no": [tinn]}, min: 2}
  bare: {any: [a1, b2, ]}
  empty: {watchlist: countries, items: [], role: }
condition: good and (odd or bare) and not empty
exceptions:
  - until: 2027-01-31    # the first key of its item
    # and a remark within
    name: by-publisher
    when:
      publisher: [Wire A, Wire B]
      title|contains: two tests
    reason: ''
  - {name: flow, when: {title|contains: ASML}, reason: r}
alert: {type: frequency, window: 3d, threshold: 2, group_by: [good]}
unknown: {kept: [1, 2], as: is}
tests:
  - name: timed
    items: [{at: 0h, title: a}]
    expect: {alerts: 0}
  - {name: one, item: {title: Gallium and tin, language: en, kind: news}, expect: match}
"""


@cache
def shipped() -> tuple[str, ...]:
    """Each document of the pack's rule files, as the editor opens it."""
    found = []
    for path in sorted(PACK.glob("*.yaml")):
        text = path.read_text(encoding="utf-8")
        lines = text.split("\n")
        starts = [n + 1 for n, one in enumerate(lines) if one.startswith("schema:")]
        found += [document(text, line) for line in starts]
    assert len(found) > 50
    return tuple(found)


def texts() -> tuple[str, ...]:
    return (*shipped(), NEW.format(id="my-rule"), ODD, ODD.replace("\n", "\r\n"))


def form_of(text: str) -> Form:
    found = read(text).form
    assert found is not None
    return found


# -- strangers' forms

said = st.text(
    st.characters(exclude_categories=["Cs"], exclude_characters="\r"), max_size=24
) | st.sampled_from(
    ["NO", "0712", "22:30", "a: b", "# no remark", "[x]", "- dash", "'", '"', "{a: b}", "~", "…",
     "two\nlines", "one\ntwo\n", " blank ", "no", "1.50", "2026-12-31", "*x", "&y", "!z", "|", "%",
     "镓、锗", "\ufeff", "\u2028", "\x85", "\U0001f6a2", "..."]
)  # fmt: skip
some = said.filter(bool)
many = st.lists(some, max_size=4).map(tuple)
name = st.from_regex(r"[a-z_][a-z0-9_]{0,8}", fullmatch=True).filter(
    lambda one: one not in ("and", "or", "not", "of", "them", "all", "any", "match")
)
words = st.lists(
    st.builds(Words, st.sampled_from(["en", "nl", "no", "zh-Hant", "xx"]), many.filter(bool)),
    max_size=3, unique_by=lambda one: one.language,
).map(tuple)  # fmt: skip
exempts = st.builds(
    Exempt, some, st.sampled_from(["title", "url"]), st.sampled_from(["contains", "re"]), many,
    said, said,
)  # fmt: skip
samples = st.builds(Sample, some, said, st.sampled_from(["", "en", "no"]), st.booleans())


@st.composite
def parts(draw: st.DrawFn, named: str | None = None, kind: str | None = None) -> Part:
    kind = kind or draw(st.sampled_from(KINDS))
    plain = Part(named or draw(name), kind, title_only=draw(st.booleans()))
    plain = replace(plain, use=draw(st.sampled_from(["must", "one", "never", ""])),
                    group=draw(st.booleans()), near=draw(st.booleans()))  # fmt: skip
    if kind == "words":
        return replace(plain, words=draw(words))
    if kind == "list":
        return replace(plain, chosen=draw(many)[:1])
    return replace(
        plain, chosen=draw(many), role=draw(st.sampled_from(["", "imposing"])),
        status=draw(many), not_status=draw(many),
    )  # fmt: skip


@st.composite
def changed(draw: st.DrawFn, form: Form) -> Form:
    """The form after somebody was at work on it: any field another, rows gone, changed and new."""
    fields = st.fixed_dictionaries(
        {}, optional=dict.fromkeys(("title", "level", "status", "owner", "description"), said)
    )
    form = replace(form, **draw(fields))
    if draw(st.booleans()):
        form = replace(form, falsepositives=draw(many))
    kept = [draw(st.sampled_from([one, None])) if draw(st.booleans()) else one
            for one in form.parts]  # fmt: skip
    rows = [draw(parts(one.name, one.kind)) if draw(st.booleans()) else one
            for one in kept if one]  # fmt: skip
    taken = {one.name for one in form.parts}
    rows += [one for one in draw(st.lists(parts(), max_size=2, unique_by=lambda p: p.name))
             if one.name not in taken]  # fmt: skip
    if form.condition:
        rows = [replace(one, use="") for one in rows]
    if form.near_other:
        rows = [replace(one, near=False) for one in rows]
    within = draw(st.sampled_from(["", "title"])) if any(one.near for one in rows) else ""
    times = {key: draw(some) for key in draw(st.sets(st.sampled_from(TIMES), max_size=3))}
    kept_times = {key: one for key, one in form.times.items() if draw(st.booleans())}
    return replace(
        form, parts=tuple(rows), within=within, times=kept_times | times,
        exceptions=draw(_rows(form.exceptions, exempts)),
        samples=draw(_rows(form.samples, samples)),
    )  # fmt: skip


@st.composite
def _rows(draw: st.DrawFn, rows: tuple[Any, ...], fresh: st.SearchStrategy[Any]) -> tuple[Any, ...]:
    kept = [one for one in rows if draw(st.booleans())]
    other = [replace(draw(fresh), at=one.at) if draw(st.booleans()) else one for one in kept]
    return (*other, *draw(st.lists(fresh, max_size=2)))


@settings(max_examples=200, deadline=None, suppress_health_check=SLOW)
@given(st.data())
def test_a_form_put_into_a_text_is_read_back_as_it_is_and_all_else_stays(
    data: st.DataObject,
) -> None:
    text = data.draw(st.sampled_from(texts()))
    form = data.draw(changed(form_of(text)))

    try:
        written = write(text, form)
    except BadInput:  # the exception with two conditions, which the next test is about
        assert "title|contains: two tests" in text
        return

    assert ordered(form_of(written)) == ordered(form)
    assert others(written) == others(text)
    assert write(written, form_of(written)) == written


def test_a_second_condition_of_an_exception_is_never_overwritten() -> None:
    text = next(one for one in texts() if "title|contains: two tests" in one)
    form = form_of(text)
    row = replace(form.exceptions[0], where="title", how="contains")

    with pytest.raises(BadInput, match="asked by this exception already"):
        write(text, replace(form, exceptions=(row, *form.exceptions[1:])))


def ordered(form: Form) -> Form:
    """Languages stand in the order of the file, new ones behind them."""
    by_language = [
        replace(one, words=tuple(sorted(one.words, key=lambda each: each.language)))
        for one in form.parts
    ]
    return replace(form, parts=tuple(by_language))


def others(text: str) -> dict[str, Any]:
    """What no field of the form holds, by what YAML says of it."""
    data = yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506 # texts only
    hidden = (
        "title", "level", "status", "owner", "description", "falsepositives", "match", "condition",
        "exceptions", "alert", "tests",
    )  # fmt: skip
    found = {key: one for key, one in data.items() if key not in hidden}
    if isinstance(data.get("near"), dict):
        found.pop("near")
    found["timed"] = [one for one in data.get("tests") or () if "items" in one]
    return found


def test_opening_a_rule_and_keeping_it_leaves_every_byte() -> None:
    for text in texts():
        assert write(text, form_of(text)) == text


def test_a_change_of_one_field_leaves_every_byte_before_and_behind_it() -> None:
    for text in texts():
        found = read(text)
        assert found.form
        for key in ("title", "level", "status"):
            new = write(text, replace(found.form, **{key: "another: #1"}))
            begin, end = edges(text, found.spans[key])
            assert new.startswith(text[:begin])
            assert new.endswith(text[end:])
            assert new[begin : len(new) - len(text[end:])].startswith(f"{key}:")


def edges(text: str, span: Any) -> tuple[int, int]:
    lines = text.split("\n")
    upto = lambda line: sum(len(one) + 1 for one in lines[: line - 1])  # noqa: E731
    return upto(span.line) + span.column - 1, upto(span.end_line) + span.end_column - 2


def remarks(text: str) -> list[str]:
    return [line[line.index("#") :] for line in text.split("\n") if "#" in line]


def test_remarks_quotes_and_order_outlive_a_change_of_every_field() -> None:
    form = form_of(ODD)
    good, odd, *rest = form.parts
    new = write(ODD, replace(
        form, title="Other", level="high", owner="economic section",
        falsepositives=("first", "second, with a comma", "third"),
        parts=(
            replace(good, chosen=("gallium", "tungsten"), role="supplier"),
            replace(odd, words=(Words("en", ("tin", *odd.words[0].terms[1:2], "lead", "zinc")),
                                *odd.words[1:], Words("nl", ("tin",)))),
            *rest,
        ),
        times={**form.times, "min_publishers": "3"},
        exceptions=(replace(form.exceptions[0], until=""), form.exceptions[1]),
    ))  # fmt: skip

    gone = "# the first key of its item"
    assert [one for one in remarks(ODD) if one not in remarks(new)] in ([], [gone])
    assert '{text: Turkey, case: exact}, # the bird is not meant\n      "lead", zinc]' in new
    assert "      - gallium   # 镓 is its name in Chinese\n      - tungsten\n" in new
    assert "unknown: {kept: [1, 2], as: is}\n" in new
    assert form_of(new).exceptions[0].until == ""
    assert new.index("owner:") < new.index("falsepositives:")


def test_what_the_form_cannot_show_is_named() -> None:
    found = {(one.of, one.keys) for one in read(ODD).rest}

    assert ("", ("unknown",)) in found
    assert ("odd", ("min",)) in found
    assert ("", ("near",)) in {(one.of, one.keys) for one in read(f"{ODD}near: []\n").rest}
    assert ("by-publisher", ("title|contains",)) in found
    assert ("", ("tests",)) in found
    assert ("one", ("kind",)) in found


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("title: [", "syntax"),
        ("title: a\n---\ntitle: b\n", "several"),
        ("title: a\ntitle: b\n", "key"),
        ("export-ban: {level: high}\n", "no-rule"),
        ("- a\n", "syntax"),
        ("", "syntax"),
    ],
)
def test_a_text_that_is_no_single_rule_says_why(text: str, why: str) -> None:
    found = read(text)

    assert found.form is None
    assert found.why == why


@pytest.mark.parametrize(
    ("said", "uses"),
    [
        ("a and (b or c) and not d", {"a": "must", "b": "one", "c": "one", "d": "never"}),
        ("a AND NOT b", {"a": "must", "b": "never"}),
        ("(b)", {"b": "one"}),
        ("a and not (b or c)", {"a": "must", "b": "never", "c": "never"}),
        ("", {}),
        ("a or b", None),
        ("1 of them", None),
        ("a and (b or (c and d))", None),
        ("(a or b) and (c or d)", None),
        ("a and e", None),
        ("a and a", None),
    ],
)
def test_a_condition_is_what_it_asks_of_each_part_or_stays_a_text(said: str, uses: object) -> None:
    assert condition.uses(said, "abcd") == uses


@settings(max_examples=300, deadline=None, suppress_health_check=SLOW)
@given(said)
def test_any_text_is_written_so_that_yaml_gives_it_back(text: str) -> None:
    for flow in (True, False):
        for style in ("", "'", '"'):
            one = scalars.scalar(text, flow=flow, style=style)
            whole = f"k: [{one}]" if flow else f"k: {one}"
            got = yaml.load(whole, Loader=yaml.BaseLoader)["k"]  # noqa: S506 # texts only
            assert got == ([text] if flow else text)


def test_a_new_key_in_a_list_that_is_empty_or_has_no_value_stands_where_it_should() -> None:
    sheet = Sheet("a:\nb: []\nc: {}\n")
    sheet.put(("a",), "x")
    sheet.append(("b",), {"name": "n"})
    sheet.put(("c", "d", "e"), ["f"])
    assert sheet.text == "a: x\nb: [{name: n}]\nc: {d: {e: [f]}}\n"
