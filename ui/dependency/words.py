"""What the dependency page says."""

from __future__ import annotations

from ui.i18n import mark, say

CONTEXT = "dependency"
TEXTS = {
    "title": mark("dependency", "Dependency"),
    "search": mark("dependency", "Code, good or supplier"),
    "all": mark("dependency", "All kept"),
    "dependent": mark("dependency", "Dependent"),
    "steady": mark("dependency", "2 of 3 years"),
    "which": mark("dependency", "Which products"),
    "import": mark("dependency", "Read trade files…"),
    "stop": mark("dependency", "Stop"),
    "export": mark("dependency", "Table (CSV)"),
    "reading": mark("dependency", "Reading, {0} %"),
    "saved": mark("dependency", "Saved as {0}"),
    "failed": mark("dependency", "Not done: {0}"),
    "stopped": mark("dependency", "Stopped; what was kept before stays"),
    "done": mark("dependency", "{0} products computed, {1} kept"),
    "from": mark("dependency", "From {0}, computed {1}; value and quantity apart"),
    "none": mark("dependency", "No trade figures yet"),
    "none_more": mark(
        "dependency",
        "Read files of Eurostat Comext, UN Comtrade or CEPII BACI, or a table of your own. They"
        " stay where they are; only the result is kept.",
    ),
    "year": mark("dependency", "Year"),
    "hs6": mark("dependency", "Code"),
    "name": mark("dependency", "Good of the watchlist"),
    "reporter": mark("dependency", "For"),
    "basis": mark("dependency", "By"),
    "value": mark("dependency", "value"),
    "quantity": mark("dependency", "quantity"),
    "cdi1": mark("dependency", "Concentration"),
    "cdi2": mark("dependency", "From outside"),
    "cdi3": mark("dependency", "Against exports"),
    "cdi1_told": mark("dependency", "CDI1, sum of squared shares of suppliers; over 0.4 counts"),
    "cdi2_told": mark("dependency", "CDI2, share of imports from outside the EU; over 0.5 counts"),
    "cdi3_told": mark("dependency", "CDI3, imports from outside by exports; over 1 counts"),
    "met": mark("dependency", "Dependent"),
    "suppliers": mark("dependency", "Largest suppliers"),
    "yes": mark("dependency", "yes"),
    "near": mark("dependency", "{0} (EEA, CH or UK)"),
}


def text(key: str, *values: object) -> str:
    """A text in the language of the window."""
    return say(CONTEXT, TEXTS[key]).format(*values)
