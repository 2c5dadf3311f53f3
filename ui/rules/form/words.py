"""The sentences of a rule's form."""

from __future__ import annotations

from ui import words
from ui.i18n import mark, say

CONTEXT = "ruleform"
TEXTS = {
    "form": mark("ruleform", "Form"),
    "yaml": mark("ruleform", "YAML"),
    "view": mark("ruleform", "How the rule is shown"),
    "id": mark("ruleform", "Id, its name in files and records"),
    "id_taken": mark("ruleform", "There is a rule of this id: saving takes its place."),
    "title": mark("ruleform", "Title"),
    "level": mark("ruleform", "Level"),
    "status": mark("ruleform", "Status"),
    "owner": mark("ruleform", "Owner"),
    "parts": mark("ruleform", "What an item must speak of"),
    "when": mark("ruleform", "When it speaks"),
    "exceptions": mark("ruleform", "Exceptions"),
    "samples": mark("ruleform", "Titles it is tried on"),
    "notes": mark("ruleform", "Notes"),
    "description": mark("ruleform", "What it is for"),
    "guidance": mark("ruleform", "What the officer does next"),
    "falsepositives": mark("ruleform", "Known false alarms, one a line"),
    "goods": mark("ruleform", "Goods"),
    "countries": mark("ruleform", "Countries"),
    "measures": mark("ruleform", "Measures"),
    "companies": mark("ruleform", "Companies"),
    "sanctions": mark("ruleform", "Names on sanctions lists"),
    "words": mark("ruleform", "Own words"),
    "list": mark("ruleform", "A shared list of words"),
    "add_part": mark("ruleform", "Add"),
    "must": mark("ruleform", "must be there"),
    "one": mark("ruleform", "one of these must be there"),
    "never": mark("ruleform", "must not be there"),
    "unused": mark("ruleform", "is told, not asked for"),
    "use": mark("ruleform", "{0}: whether it must be there"),
    "near": mark("ruleform", "close to the others"),
    "group": mark("ruleform", "an alert for each"),
    "title_only": mark("ruleform", "in the title only"),
    "role": mark("ruleform", "Role"),
    "any_role": mark("ruleform", "in any role"),
    "imposing": mark("ruleform", "that imposes it"),
    "supplier": mark("ruleform", "that supplies it"),
    "affected": mark("ruleform", "that it hits"),
    "transit": mark("ruleform", "that it passes through"),
    "m_status": mark("ruleform", "only while it is"),
    "m_not_status": mark("ruleform", "not while it is"),
    "choose": mark("ruleform", "Type a name, then Return"),
    "nothing_fits": mark("ruleform", "Nothing here is called so."),
    "all_of": mark("ruleform", "None is named, so all of them count."),
    "more_keys": mark("ruleform", "The YAML narrows this further: {0}"),
    "take_out": mark("ruleform", "Take out {0}"),
    "remove": mark("ruleform", "Remove"),
    "remove_it": mark("ruleform", "Remove {0}"),
    "language": mark("ruleform", "Language"),
    "any_language": mark("ruleform", "any language"),
    "terms": mark("ruleform", "Words, one a line; * stands for any ending"),
    "add_language": mark("ruleform", "Add a language"),
    "within": mark("ruleform", "How close"),
    "sentence": mark("ruleform", "in one sentence"),
    "paragraph": mark("ruleform", "in one paragraph"),
    "in_title": mark("ruleform", "in the title"),
    "n_words": mark("ruleform", "within {0}"),
    "type": mark("ruleform", "It speaks when"),
    "t_any": mark("ruleform", "an item fits"),
    "t_frequency": mark("ruleform", "many items come in a short time"),
    "t_spike": mark("ruleform", "more items come than usual"),
    "t_silence": mark("ruleform", "nothing has come for long"),
    "t_new_value": mark("ruleform", "something is named that was not before"),
    "t_distinct": mark("ruleform", "many different ones are named"),
    "t_change": mark("ruleform", "something is not as before"),
    "t_deadline": mark("ruleform", "a day that an item names comes near"),
    "window": mark("ruleform", "Within (72h, 3d, 2w)"),
    "threshold": mark("ruleform", "From how many"),
    "baseline": mark("ruleform", "Compared with the time before (28d)"),
    "ratio": mark("ruleform", "How many times the usual"),
    "min_current": mark("ruleform", "At least items now"),
    "min_baseline": mark("ruleform", "At least items before"),
    "count": mark("ruleform", "Counted are (items, publishers)"),
    "field": mark("ruleform", "Looked at (a part, publisher, source, kind)"),
    "for": mark("ruleform", "It must last"),
    "keep_open": mark("ruleform", "Stays open for"),
    "merge_window": mark("ruleform", "Items within this time are one alert"),
    "min_publishers": mark("ruleform", "Publishers that must tell it"),
    "name": mark("ruleform", "Name"),
    "where": mark("ruleform", "Where"),
    "how": mark("ruleform", "How"),
    "values": mark("ruleform", "Text, more than one with | between"),
    "reason": mark("ruleform", "Why"),
    "until": mark("ruleform", "Last day (2027-01-31)"),
    "add_exceptions": mark("ruleform", "Add an exception"),
    "new_exception": mark("ruleform", "exception {0}"),
    "no_end": mark("ruleform", "It has no last day: it hides for ever."),
    "in_title_field": mark("ruleform", "title"),
    "in_summary": mark("ruleform", "summary"),
    "in_url": mark("ruleform", "address"),
    "in_source": mark("ruleform", "source"),
    "in_publisher": mark("ruleform", "publisher"),
    "in_kind": mark("ruleform", "kind of source"),
    "in_language": mark("ruleform", "language"),
    "contains": mark("ruleform", "contains"),
    "startswith": mark("ruleform", "begins with"),
    "endswith": mark("ruleform", "ends with"),
    "equals": mark("ruleform", "is"),
    "re": mark("ruleform", "fits the pattern"),
    "add_samples": mark("ruleform", "Add a title"),
    "fires": mark("ruleform", "must speak"),
    "silent": mark("ruleform", "must be silent"),
    "expect": mark("ruleform", "What the rule must do"),
    "sample_title": mark("ruleform", "A title as a source would write it"),
    "new_fires": mark("ruleform", "speaks {0}"),
    "new_silent": mark("ruleform", "silent {0}"),
    "rest": mark("ruleform", "Also in the file"),
    "rest_none": mark("ruleform", "The form shows all that the file says."),
    "rest_kept": mark(
        "ruleform", "This rule also uses what no field shows. It stays as it is: see the YAML."
    ),
    "rest_root": mark("ruleform", "the rule: {0}"),
    "rest_of": mark("ruleform", "{0}: {1}"),
    "r_condition": mark("ruleform", "a condition of its own ({0})"),
    "r_near": mark("ruleform", "closeness asked in more ways"),
    "r_tests": mark("ruleform", "tests over time"),
    "why_syntax": mark("ruleform", "The YAML has an error, so no form can be shown: {0}"),
    "why_several": mark("ruleform", "More than one rule stands in the text: write one a text."),
    "why_key": mark(
        "ruleform", "A key stands twice in the YAML: keep one, then the form shows it."
    ),
    "why_no-rule": mark(
        "ruleform", "This is what the post changes in a shipped rule. It is written in YAML."
    ),
    "to_yaml": mark("ruleform", "Open the YAML"),
    "elsewhere": mark("ruleform", "Elsewhere in the file: {0} (line {1})"),
    "new_rule": mark("ruleform", "New rule"),
    "save_rule": mark("ruleform", "Save the rule"),
    "turn": mark("ruleform", "Form or YAML"),
}
KEYS = (("Ctrl+N", "new_rule"), ("Ctrl+S", "save_rule"), ("Ctrl+E", "turn"))
WHERE = {
    "title": "in_title_field", "summary": "in_summary", "url": "in_url", "source": "in_source",
    "publisher": "in_publisher", "kind": "in_kind", "language": "in_language",
}  # fmt: skip
HOWS = ("contains", "startswith", "endswith", "equals", "re")
USES = {"must": "must", "one": "one", "never": "never", "": "unused"}
ROLES = ("", "imposing", "supplier", "affected", "transit")
WITHIN = {"sentence": "sentence", "paragraph": "paragraph", "title": "in_title"}


def text(key: str, *values: object) -> str:
    """A sentence of the form."""
    said = say(CONTEXT, TEXTS[key])
    return said.format(*values) if values else said


def level(code: str) -> str:
    """A level in a word."""
    return words.word(words.LEVELS, code)


def kind(code: str) -> str:
    """When a rule of an alert type speaks; the code itself where nobody has put it in words."""
    return text(f"t_{code}") if f"t_{code}" in TEXTS else code


def stage(code: str) -> str:
    """How a measure stands, in words."""
    return words.word(words.STAGES, code)


def near(code: str) -> str:
    """How close parts must stand."""
    return text(WITHIN[code]) if code in WITHIN else text("n_words", code)


def rest(of: str, keys: tuple[str, ...], condition: str) -> str:
    """What no field shows, of the rule or of a part of it."""
    known = {"condition": text("r_condition", condition), "near": text("r_near"),
             "tests": text("r_tests")}  # fmt: skip
    if of:
        return text("rest_of", of, ", ".join(keys))
    return text("rest_root", ", ".join(known.get(key, key) for key in keys))
