"""The sentences of the page of rules."""

from __future__ import annotations

from ui.i18n import mark, say

CONTEXT = "rules"
TEXTS = {
    "title": mark("rules", "Rules"),
    "search": mark("rules", "Rule, good or tag"),
    "new": mark("rules", "New rule"),
    "save": mark("rules", "Save"),
    "backtest": mark("rules", "Backtest"),
    "stop": mark("rules", "Stop"),
    "on": mark("rules", "Switch on"),
    "off": mark("rules", "Switch off"),
    "alerts": mark("rules", "{0} alerts in 30 days"),
    "is_off": mark("rules", "off"),
    "tests": mark("rules", "Tests"),
    "no_tests": mark("rules", "No tests yet: a rule needs one that fires and one that does not."),
    "tests_later": mark("rules", "They run once the errors are gone."),
    "counts": mark("rules", "{0} pass, {1} fail"),
    "passed": mark("rules", "passed, {0} ms"),
    "failed": mark("rules", "failed"),
    "trying": mark("rules", "Trying…"),
    "findings": mark("rules", "Findings"),
    "no_findings": mark("rules", "Nothing to find fault with"),
    "place": mark("rules", "line {0}, column {1}, {2}"),
    "back_title": mark("rules", "Backtest"),
    "back_none": mark("rules", "What would it have raised? Press Backtest."),
    "back_running": mark("rules", "{0} of {1} items"),
    "back_span": mark("rules", "last {0} weeks, {1} items"),
    "back_figures": mark(
        "rules", "{0} alerts, {1} a week; merged {2}, excepted {3}, inhibited {4}"
    ),
    "back_noisy": mark("rules", "More than {0} alerts a week is noise: make it narrower."),
    "back_hits": mark("rules", "{0} items met it"),
    "shipped": mark("rules", "A shipped rule: saving keeps your version in its place."),
    "drop": mark("rules", "Take my rule away"),
    "put_back": mark("rules", "Put it back"),
    "dropped": mark("rules", "Taken away: {0}. A shipped rule of this name is in use again."),
    "own": mark("rules", "A rule of this post"),
    "explain": mark("rules", "Explain a text"),
    "explain_hint": mark("rules", "Paste a title here; what stands below it follows"),
    "explain_fires": mark("rules", "The rule speaks of it."),
    "explain_aside": mark("rules", "The rule speaks of it, but not in the inbox: {0}"),
    "explain_silent": mark("rules", "The rule is silent: {0}"),
    "unseen": mark("rules", "Not seen"),
    "u_items": mark("rules", "Hid"),
    "u_rule": mark("rules", "Rule"),
    "u_exception": mark("rules", "Exception"),
    "u_until": mark("rules", "Until"),
    "u_origin": mark("rules", "Where"),
    "u_reason": mark("rules", "Why"),
    "u_sum": mark("rules", "{0} exceptions hid {1} items. Nothing else tells of them."),
    "u_none": mark("rules", "No rule has an exception, and none hid anything in this month."),
    "u_never": mark("rules", "no last day"),
    "u_over": mark("rules", "{0}, over"),
    "u_shipped": mark("rules", "shipped"),
    "u_own": mark("rules", "own rule"),
    "u_local": mark("rules", "changed here"),
    "u_source": mark("rules", "for one source"),
    "u_gone": mark("rules", "no longer there"),
    "u_before": mark("rules", "The month before"),
    "u_after": mark("rules", "The month after"),
    "u_waits": mark("rules", "{0}, waits for a second person"),
    "u_confirm": mark("rules", "Confirm"),
    "u_confirmed": mark("rules", "In force: {0}"),
    "u_authored": mark("rules", "You are the author of {0} now; another person must confirm it."),
    "u_open": mark("rules", "Change its exceptions"),
    "u_save": mark("rules", "Save as CSV…"),
    "u_saved": mark("rules", "Written to {0}"),
    "u_close": mark("rules", "Close"),
    "change": mark("rules", "What this post changes in a shipped rule. The rule itself stays."),
    "change_kept": mark("rules", "This post's changes of a shipped rule: kept, and in force."),
    "proposed": mark(
        "rules",
        "Proposed: an exception with a last day, and a test of the item. Change what it says, then"
        " save.",
    ),
    "excepted": mark("rules", "Exception «{0}» would have hidden {1} items"),
    "saved": mark("rules", "Rule {0} saved: it holds from now on."),
    "unsaved": mark("rules", "There are changes that are not saved. Leave them?"),
    "line_of": mark("rules", "Line {0}"),
    "editor": mark("rules", "Text of the rule"),
    "new_id": mark("rules", "my-rule"),
}
STATUSES = {
    "experimental": mark("rules", "Experimental"),
    "test": mark("rules", "Test"),
    "stable": mark("rules", "Stable"),
    "deprecated": mark("rules", "Deprecated"),
}


def text(key: str, *values: object) -> str:
    """A sentence of this page."""
    said = say(CONTEXT, TEXTS[key])
    return said.format(*values) if values else said


def status(code: str) -> str:
    """The status of a rule in a word."""
    return say(CONTEXT, STATUSES[code]) if code in STATUSES else code
