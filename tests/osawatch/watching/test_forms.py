"""What people write in a field is read as it is meant, and comes back as they wrote it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from osawatch.watching import fields, forms
from osawatch.watching.forms import Form, Wrong

FORMS: tuple[Form, ...] = (
    "line", "langs", "terms", "codes", "suppliers", "list", "pairs", "land", "lands", "tier",
    "yes", "share",
)  # fmt: skip
plain = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Zl", "Zp"]), max_size=30
).filter(lambda said: "\x85" not in said and "\ufeff" not in said)
terms = st.one_of(
    plain.filter(str.strip),
    st.builds(
        lambda text, case: {"text": text, "case": case},
        plain.filter(str.strip), st.sampled_from(["exact", "any"]),
    ),
)  # fmt: skip


@pytest.mark.parametrize(
    ("form", "said", "value"),
    [
        ("terms", "en: tea, cha\nzh-Hant: 茶", {"en": ["tea", "cha"], "zh-Hant": ["茶"]}),
        ("terms", "ASML, 阿斯麦", {"xx": ["ASML", "阿斯麦"]}),
        ("terms", 'en: "salt, rock", NO', {"en": ["salt, rock", "NO"]}),
        ("terms", "en: {text: ZTE, case: exact}", {"en": [{"text": "ZTE", "case": "exact"}]}),
        ("terms", "en: tea\nen: tea, matcha", {"en": ["tea", "matcha"]}),
        ("codes", "8112.92.89, 811292", [{"cn8": "81129289", "hs6": "811292"}, {"hs6": "811292"}]),
        ("lands", "nl, be NO", ["NL", "BE", "NO"]),
        ("share", "71 %", "0.71"),
        ("yes", "Yes", "true"),
        (
            "suppliers", "CN; 71,5 %; eu-imports; post; 2025; ; code=261210",
            [{"country": "CN", "share": "0.715", "scope": "eu-imports", "source": "post",
              "period": "2025", "code": "261210"}],
        ),
    ],
)  # fmt: skip
def test_a_text_means_what_it_looks_like(form: Form, said: str, value: object) -> None:
    assert forms.read(form, said) == value


@pytest.mark.parametrize(
    ("form", "said", "line"),
    [
        ("langs", "en: tea\nenglish: tea", 2),
        ("langs", "en: tea\nen: green tea", 2),
        ("terms", "en: tea\nnll: thee", 2),
        ("terms", "en: [tea", 1),
        ("codes", "81129289\n81x", 2),
        ("suppliers", "CN; 71 %\nChina; 3 %", 2),
        ("suppliers", "CN; 171 %", 1),
        ("suppliers", "CN; nan", 1),
        ("lands", "NL\nBelgium", 2),
        ("tier", "D", 1),
        ("yes", "maybe", 1),
        ("share", "1e400", 1),
    ],
)
def test_what_cannot_be_read_is_told_with_its_line(form: Form, said: str, line: int) -> None:
    with pytest.raises(Wrong) as caught:
        forms.read(form, said)
    assert caught.value.line == line


@given(st.sampled_from(FORMS), st.text(max_size=80))
def test_whatever_is_typed_is_read_or_refused_and_what_is_read_comes_back(
    form: Form, said: str
) -> None:
    try:
        value = forms.read(form, said)
    except Wrong:
        return
    assert forms.read(form, forms.shown(form, value)) == value


@given(st.dictionaries(st.sampled_from(["en", "nl", "zh-Hant"]), st.lists(terms, min_size=1)))
def test_words_come_back_whatever_they_hold(value: dict[str, list[object]]) -> None:
    once = {
        language: [one for n, one in enumerate(group) if one not in group[:n]]
        for language, group in value.items()
    }
    assert forms.read("terms", forms.shown("terms", value)) == once


@given(
    st.lists(
        st.fixed_dictionaries(
            {"country": st.sampled_from(["CN", "NO"])},
            optional={
                "share": st.sampled_from(["0.5", "0.564", "1", "0"]),
                "scope": plain, "source": plain, "note": plain,
            },
        ),
        max_size=3,
    )
)  # fmt: skip
def test_suppliers_come_back_whatever_their_notes_hold(value: list[dict[str, str]]) -> None:
    again = forms.read("suppliers", forms.shown("suppliers", value))
    assert [{k: v for k, v in one.items() if v.strip()} for one in value] == [
        {k: v for k, v in one.items() if v.strip()} for one in again
    ] or [_stripped(one) for one in value] == [_stripped(one) for one in again]


def _stripped(one: dict[str, str]) -> dict[str, str]:
    return {key: value.strip() for key, value in one.items() if value.strip()}


def test_what_no_field_speaks_of_stays_and_an_emptied_field_goes() -> None:
    base = {"id": "tea", "crma": {"critical": "true"}, "sector": "food", "ministry": {"lead": "EZ"}}

    texts = fields.shown("goods", base) | {"sector": "", "ministry.also": "DEF, BZ"}
    entry, problems = fields.read("goods", texts, base)

    assert not problems
    assert entry == {
        "id": "tea", "crma": {"critical": "true"}, "ministry": {"lead": "EZ", "also": ["DEF", "BZ"]}
    }  # fmt: skip


def test_an_entry_without_its_id_is_told_so() -> None:
    _entry, (problem,) = fields.read("groups", {"id": " ", "title": "x", "members": "NL"}, {})

    assert (problem.field, problem.level) == ("id", "error")
