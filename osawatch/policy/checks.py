"""What is wrong with a value of a policy or a setting, "" when nothing is."""

from __future__ import annotations

import re

from osawatch.policy import hours

SIGNS = ("name", "role", "post")  # the later ones say less of a person
MODES = ("online", "scheduled", "offline")
_HOST = re.compile(r"(\*\.)?[a-z0-9-]+(\.[a-z0-9-]+)*", re.ASCII | re.IGNORECASE)


def network(value: object) -> str:
    """One of the modes."""
    return "" if value in MODES else f"is {value!r}, not one of {', '.join(MODES)}"


def signs(value: object) -> str:
    """What decisions are signed with."""
    return "" if value in SIGNS else f"is {value!r}, not one of {', '.join(SIGNS)}"


def hours_of(value: object) -> str:
    """As hours.read takes them."""
    if not isinstance(value, str):
        return "is not a text"
    try:
        hours.read(value)
    except hours.HoursError as error:
        return str(error)
    return ""


def hosts(value: object) -> str:
    """A list of hosts and domains."""
    if not isinstance(value, list | tuple) or not value:
        return "is not a list of hosts"
    wrong = [one for one in value if not (isinstance(one, str) and _HOST.fullmatch(one))]
    return f"{wrong[0]!r} is no host, and not like *.example.org" if wrong else ""


def text(value: object) -> str:
    """Words."""
    return "" if isinstance(value, str) and value else "is not a text"


def switch(value: object) -> str:
    """Yes or no."""
    return "" if isinstance(value, bool) else "is not true or false"


def minutes(value: object) -> str:
    """Up to a day's work."""
    good = isinstance(value, int) and not isinstance(value, bool) and 1 <= value <= 480
    return "" if good else "is not a number of minutes from 1 to 480"
