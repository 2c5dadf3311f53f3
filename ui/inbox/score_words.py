"""What each part of a score is, in plain words: for tool tips, What's This and the list of them."""

from __future__ import annotations

from ui.i18n import mark, say

TEXTS = {
    "score": mark(
        "score",
        "The score says how much an alert deserves to be looked at now, from 0 to 100. It is this"
        " desk's own estimate, not a measurement: severity, dependency and confidence multiplied,"
        " raised a little by what is new, and lowered as it grows old.",
    ),
    "scale": mark(
        "score",
        "Five bands of twenty points: info, low, medium, high, critical. The mark shows where"
        " this score lies. A rumour without an official source never goes above medium.",
    ),
    "severity": mark(
        "score",
        "How grave the measure is (a ban weighs 1, a licence 0.75, a statement 0.25), times how"
        " far it has come (in force 1, proposed 0.7, rumour 0.35), times whom it hits"
        " (everyone 1, the EU exempt 0.1).",
    ),
    "dependency": mark(
        "score",
        "How much hangs on this supplier: its share of what is bought, how much is imported at"
        " all, how little can be recycled or replaced, and how few others sell it. Where the"
        " share is not known, all possible scores are shown as a range.",
    ),
    "confidence": mark(
        "score",
        "How likely it is that at least one of the independent reports is right, by the grades"
        " (A to F) of their sources. Copies, and papers that cite each other, count once. An"
        " official document counts 0.98. In a row of the inbox: firm from 0.90, fair from 0.60.",
    ),
    "novelty": mark(
        "score",
        "Up to 10 % more for the first alert of this good, country and measure in 180 days (5 %"
        " for a new stage), and up to 15 % more when the press writes unusually much about it.",
    ),
    "age": mark(
        "score",
        "What is left of the score after days without news: half after 7 days for a rumour, 14"
        " for a plan, 30 for a proposal, 60 for an adopted measure. A measure in force does not"
        " fade until it is lifted.",
    ),
    "impact": mark(
        "score",
        "What the measure can do whether or not it is news: the same formula without novelty and"
        " age. It stays high while an old measure is still in force. In a row of the inbox: severe"
        " from 60, serious from 40.",
    ),
    "vector": mark(
        "score",
        "The line of letters beside the title holds all that went into the score, so that anyone"
        " can recompute and dispute it.",
    ),
    "impact_of": mark("score", "Impact {0}, whether or not it is news"),
    "band_of": mark("score", "{0} to {1}: the share of this supplier is not known"),
    "capped": mark("score", "Held at medium: a rumour, and no official source"),
    "by": mark("score", "{0} set {1} by hand on {2}: {3}"),
    "computed": mark("score", "Computed score now: {0}; level of the rule: {1}"),
    "ruled": mark(
        "score",
        "The level, {0}, is what the rule gives such news; the score lies in {1}, and ranks it.",
    ),
    "kept": mark(
        "score",
        "Lower than computed, but an official notice: it keeps its place in the inbox, and level"
        " filters and notices go by the level of its rule.",
    ),
    "by_hand": mark("score", "by hand"),
    "row": mark("score", "Score {0}. Impact: {1}, confidence: {2}."),
    "row_unrated": mark("score", "The score is {0}"),
    "spoken_impact": mark("score", "impact: {0}"),
    "spoken_confidence": mark("score", "confidence: {0}"),
    "short_by": mark("score", "score set by {0}"),
    "somebody": mark("score", "Somebody"),
    "explain": mark("score", "What do these mean?"),
    "hide": mark("score", "Hide the explanation"),
}
PARTS = ("score", "severity", "dependency", "confidence", "novelty", "age", "impact", "vector")
NAMES = {
    "score": mark("score", "Score"),
    "severity": mark("score", "Severity"),
    "dependency": mark("score", "Dependency"),
    "confidence": mark("score", "Confidence"),
    "novelty": mark("score", "Novelty"),
    "age": mark("score", "Age"),
    "impact": mark("score", "Impact"),
    "vector": mark("score", "Vector"),
}
IMPACTS = {
    "severe": mark("score", "Severe"),
    "serious": mark("score", "Serious"),
    "limited": mark("score", "Limited"),
}
CONFIDENCES = {
    "firm": mark("score", "Firm"),
    "fair": mark("score", "Fair"),
    "weak": mark("score", "Weak"),
}


def text(key: str, *values: object) -> str:
    """A sentence about scores, with its values put in."""
    said = say("score", TEXTS[key])
    return said.format(*values) if values else said


def impact(code: str) -> str:
    """How much a measure can do, in a word; "" = not rated."""
    return say("score", IMPACTS[code]) if code else ""


def confidence(code: str) -> str:
    """How likely it is that a report is right, in a word; "" = not rated."""
    return say("score", CONFIDENCES[code]) if code else ""


def weight(score: float, impact_: str, confidence_: str) -> str:
    """The number of a row, and the words that stand in its place."""
    number = min(99, int(score))
    if not impact_ or not confidence_:
        return text("row_unrated", number)
    return text("row", number, impact(impact_).lower(), confidence(confidence_).lower())


def name(part: str) -> str:
    """What a part is called."""
    return say("score", NAMES[part])
