"""Whether a small word opens a date: «shipments from June» names no origin, «from Chile» does."""

from __future__ import annotations

import re

_MONTHS = "january|february|march|april|may|june|july|august|september|october|november|december"
_SHORT = "jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec"  # only beside a number
_DATE = re.compile(
    r" (?:(?:the|early|mid|late|start|end|beginning|middle|first|last|of) ){0,4}"
    rf"(?:{_MONTHS}|(?:{_SHORT}) \d{{1,4}}(?:st|nd|rd|th)?"
    rf"|\d{{1,2}}(?:st|nd|rd|th)? (?:of )?(?:{_SHORT}|{_MONTHS})"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:19|20)\d\d|q[1-4]|today|tomorrow|now"
    r"|midnight|(?:this|next) (?:week|month|quarter|year|spring|summer|autumn|winter)) "
)
_OPENS = " from"


def dated(folded: str, start: int, end: int) -> bool:
    """Whether a term at a folded place ends in a word that belongs to a date behind it."""
    return folded.endswith(_OPENS, start, end) and _DATE.match(folded, end) is not None
