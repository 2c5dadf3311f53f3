"""The few words of papers that are not in a template, in the two languages."""

from __future__ import annotations

SAID: dict[str, dict[str, str]] = {
    "en": {
        "never": "no answer yet",
        "none": "none known to this desk", "all": "all", "official": "official",
        "published": "published {0}",
        "first_seen": "first seen {0}", "nobody": "this desk", "by": "by {0}", "day": "no day set",
        "done": "done {0}", "told": "{0}, {1}, by {2}", "test": "{0}: {1}", "yes": "yes",
        "no": "no", "unclear": "unclear", "not_weighed": "not weighed yet", "open": "open",
        "waiting": "waiting", "closed": "closed", "new": "new", "seen": "seen",
        "in_hand": "in hand", "snoozed": "snoozed", "expired": "expired",
        "proportional": "Proportionate", "least-distorting": "Distorts the market least",
        "case-by-case": "Weighed for this case by itself",
        "risks-vs-certainty-vs-cost": "Risks against certainty gained and cost",
        "eu-first": "Together with the EU where possible",
        "quote": "«{0}» ({1}, {2})",
        "no_quotes": "no source here lets its text be passed on: titles and links stand above",
        "answer": "{0}: {1}", "share": "{0}: {1} {2} %", "supplier": "{0}: {1}",
        "effective": "takes effect", "suspended_until": "suspension ends", "expiry": "ends",
        "deadline": "comments by",
    },
    "nl": {
        "never": "nog geen antwoord",
        "none": "geen bekend bij deze desk", "all": "alle", "official": "officieel",
        "published": "gepubliceerd {0}", "first_seen": "eerst gezien {0}", "nobody": "deze desk",
        "by": "uiterlijk {0}", "day": "geen dag bepaald", "done": "gedaan {0}",
        "told": "{0}, {1}, door {2}", "test": "{0}: {1}", "yes": "ja", "no": "nee",
        "unclear": "onduidelijk", "not_weighed": "nog niet gewogen", "open": "open",
        "waiting": "wacht", "closed": "gesloten", "new": "nieuw", "seen": "gezien",
        "in_hand": "in behandeling", "snoozed": "uitgesteld", "expired": "verlopen",
        "proportional": "Proportioneel", "least-distorting": "Verstoort de markt het minst",
        "case-by-case": "Gewogen voor dit geval op zich",
        "risks-vs-certainty-vs-cost": "Risico's tegen gewonnen zekerheid en kosten",
        "eu-first": "Waar mogelijk samen met de EU",
        "quote": "«{0}» ({1}, {2})",
        "no_quotes": "geen bron hier laat zijn tekst doorgeven: titels en links staan hierboven",
        "answer": "{0}: {1}", "share": "{0}: {1} {2} %", "supplier": "{0}: {1}",
        "effective": "gaat in", "suspended_until": "opschorting eindigt", "expiry": "eindigt",
        "deadline": "reageren uiterlijk",
    },
}  # fmt: skip
