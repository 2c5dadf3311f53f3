"""The sentences of a briefing, in the two languages it is written in."""

from __future__ import annotations

SAID: dict[str, dict[str, str]] = {
    "en": {
        "title": "Briefing", "ministry": "for {0}", "span": "{0} to {1} (UTC), made {2} by {3}",
        "nobody": "this desk",
        "warning": "From public sources. No classified material belongs here.",
        "changed": "What changed", "changed_lead": "{0} stories, {1} of them high or critical.",
        "nothing_changed": "No story of the watchlist in this time.",
        "picture": "The picture by good and country",
        "picture_lead": "Alerts in this time and in one as long before it.",
        "good": "Good", "country": "Country", "now": "Now", "before": "Before",
        "nothing_counted": "Nothing to count.",
        "decided": "What the desk decided", "when": "When (UTC)", "who": "Who", "what": "What",
        "about": "About", "nothing_decided": "Nothing was decided in this time.",
        "open": "In hand", "nothing_open": "Nothing is in hand.", "in_hand": "in hand: {0}",
        "waking": "Snoozed, back within 14 days", "nothing_waking": "Nothing comes back.",
        "until": "until {0}",
        "ahead": "Dates ahead, 60 days", "day": "Day", "measure": "Measure", "act": "Act",
        "nothing_ahead": "No date is known.",
        "effective": "takes effect", "suspended_until": "suspension ends", "expiry": "ends",
        "deadline": "comments by",
        "silent": "Sources that were silent",
        "silent_lead": "{0} of {1} sources answered in this time. No news from a silent source"
        " means «cannot tell», not «all quiet».",
        "source": "Source", "state": "State", "since": "Last good answer", "never": "never",
        "all_answered": "All sources answered as they should.",
        "level": "level {0}", "status": "measure: {0}", "score": "score {0}",
        "publishers": "{0} publishers", "owner": "owner: {0}", "first_seen": "first seen {0}",
        "official": "official", "sources": "Sources", "published": "published {0}",
        "take": "taken in hand", "assign": "assigned to {0}", "close": "closed, {0}",
        "relevant": "relevant", "irrelevant": "not relevant", "reopen": "opened again",
        "snooze": "snoozed until {0}", "wake": "woken", "tag": "tag {0}", "merge": "merged",
        "unmerge": "taken apart", "estimate": "Scores are this desk's own estimate, 0 to 100.",
    },
    "nl": {
        "title": "Briefing", "ministry": "voor {0}",
        "span": "{0} tot en met {1} (UTC), gemaakt {2} door {3}",
        "nobody": "deze desk",
        "warning": "Uit openbare bronnen. Gerubriceerd materiaal hoort hier niet.",
        "changed": "Wat er veranderde",
        "changed_lead": "{0} verhalen, waarvan {1} hoog of kritiek.",
        "nothing_changed": "Geen verhaal van de volglijst in deze tijd.",
        "picture": "Het beeld naar goed en land",
        "picture_lead": "Waarschuwingen in deze tijd en in een even lange tijd ervoor.",
        "good": "Goed", "country": "Land", "now": "Nu", "before": "Ervoor",
        "nothing_counted": "Niets te tellen.",
        "decided": "Wat de desk besliste", "when": "Wanneer (UTC)", "who": "Wie", "what": "Wat",
        "about": "Over", "nothing_decided": "In deze tijd is niets beslist.",
        "open": "In behandeling", "nothing_open": "Niets is in behandeling.",
        "in_hand": "in behandeling: {0}",
        "waking": "Uitgesteld, binnen 14 dagen terug", "nothing_waking": "Niets komt terug.",
        "until": "tot {0}",
        "ahead": "Data vooruit, 60 dagen", "day": "Dag", "measure": "Maatregel", "act": "Besluit",
        "nothing_ahead": "Er is geen datum bekend.",
        "effective": "gaat in", "suspended_until": "opschorting eindigt", "expiry": "eindigt",
        "deadline": "reageren tot en met",
        "silent": "Bronnen die zwegen",
        "silent_lead": "{0} van {1} bronnen antwoordden in deze tijd. Geen nieuws van een bron die"
        " zwijgt betekent «niet te zeggen», niet «alles rustig».",
        "source": "Bron", "state": "Toestand", "since": "Laatste goede antwoord", "never": "nooit",
        "all_answered": "Alle bronnen antwoordden zoals het hoort.",
        "level": "niveau {0}", "status": "maatregel: {0}", "score": "score {0}",
        "publishers": "{0} uitgevers", "owner": "eigenaar: {0}", "first_seen": "eerst gezien {0}",
        "official": "officieel", "sources": "Bronnen", "published": "gepubliceerd {0}",
        "take": "in behandeling genomen", "assign": "toegewezen aan {0}", "close": "gesloten, {0}",
        "relevant": "relevant", "irrelevant": "niet relevant", "reopen": "heropend",
        "snooze": "uitgesteld tot {0}", "wake": "teruggehaald", "tag": "label {0}",
        "merge": "samengevoegd", "unmerge": "uit elkaar gehaald",
        "estimate": "Scores zijn een eigen schatting van deze desk, 0 tot 100.",
    },
}  # fmt: skip
LEVELS = {
    "en": {},
    "nl": {
        "info": "ter info", "low": "laag", "medium": "midden", "high": "hoog",
        "critical": "kritiek", "rumour": "gerucht", "considered": "overwogen",
        "proposed": "voorgesteld", "adopted": "aangenomen", "in_force": "van kracht",
        "suspended": "opgeschort", "lifted": "ingetrokken", "expired": "verlopen",
        "stale": "stilgevallen", "blocked": "geblokkeerd", "moved": "verhuisd",
        "gone": "verdwenen", "not_a_feed": "geen feed", "format_changed": "vorm veranderd",
        "timeout": "te traag", "too_big": "te groot", "redirect": "doorgestuurd",
        "private_address": "privéadres", "not_allowed": "niet toegestaan",
        "rate_limited": "afgeremd", "http_error": "serverfout",
        "damaged": "beschadigd", "parser_died": "niet te lezen",
        "dns": "naam niet gevonden", "tls": "niet vertrouwd",
        "offline": "offline",
    },
}  # fmt: skip


def code(language: str, word: str) -> str:
    """A code of the core for people."""
    found: dict[str, str] = LEVELS.get(language, {})
    return found.get(word, word.replace("_", " "))
