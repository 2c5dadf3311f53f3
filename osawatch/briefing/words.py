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
        "picture_lead": "Alerts of this desk, counted from its own log: from {0} to {1} (UTC), and"
        " in a time as long before it. An alert counts once for each good it names. The stories"
        " above and below name their sources.",
        "by_good": "Alerts by good", "by_country": "Alerts by country",
        "by_both": "Alerts by good and country", "by_week": "New alerts, week by week",
        "by_day": "New alerts, day by day", "from_day": "From", "new_alerts": "New alerts",
        "observed": "Days looked at", "of_days": "{0} of {1}", "unseen": "not known",
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
        "leads": "Lead time of cases", "lead_case": "Case", "lead_first": "First seen",
        "lead_act": "Official act", "lead_force": "In force", "not_known": "not known",
        "median": "{0}: median {1} days after it was first seen (n = {2} of {3} closed cases).",
        "no_median": "{0}: no median yet (n = {1} of {2} closed cases).",
        "nothing_led": "No case was touched in this time.",
        "silent": "Sources that were silent",
        "silent_lead": "{0} of {1} sources answered in this time. No news from a silent source"
        " means «cannot tell», not «all quiet».",
        "source": "Source", "state": "State", "since": "Last good answer", "never": "never",
        "all_answered": "All sources answered as they should.",
        "not_asked": "not asked in this time",
        "none_asked": "No source was asked in this time: what stands here was taken in otherwise,"
        " or earlier.",
        "level": "level {0}", "status": "measure: {0}", "score": "score {0}",
        "publishers": "publishers: {0}", "owner": "owner: {0}", "first_seen": "first seen {0}",
        "official": "official", "sources": "Sources", "published": "published {0}",
        "take": "taken in hand", "assign": "assigned to {0}", "close": "closed, {0}",
        "relevant": "relevant", "irrelevant": "not relevant", "reopen": "opened again",
        "snooze": "snoozed until {0}", "wake": "woken", "tag": "tag {0}", "merge": "merged",
        "unmerge": "taken apart",
        "decided_lead": "From this desk's log. The last column is the source of what it is about.",
        "cases": "Open cases", "nothing_cases": "No case is open.", "case_state": "case: {0}",
        "no_owner": "owner: none yet", "holder": "held by {0}", "next": "next: {0}",
        "told_to": "told: {0}", "alerts_in": "alerts: {0}",
        "step": "to do: {0} ({1}, by {2})", "nobody_yet": "nobody yet", "no_day": "no day set",
        "case_source": "Case opened by {0}, last changed {1}", "desk_log": "log of this desk",
        "case_log": "case, log of this desk", "case_status": "case: {0}",
        "case_test": "weighed, {0}: {1}", "case_told": "told to {0}",
        "case_handover": "offered to {0}", "case_confirm": "taken over",
        "listed": "shipped list ({0}), as known on {1}",
        "wrong": "report called wrong", "rate": "score set: {0}", "unrate": "computed score again",
        "score_by": "score {0}, set by {1} (computed then: {2})",
        "estimate": "Scores are this desk's own estimate, 0 to 100.",
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
        "picture_lead": "Waarschuwingen van deze desk, geteld uit het eigen logboek: van {0} tot"
        " {1} (UTC), en in een even lange tijd ervoor. Een waarschuwing telt één keer voor elk"
        " goed dat zij noemt. De verhalen hierboven en hieronder noemen hun bronnen.",
        "by_good": "Waarschuwingen naar goed", "by_country": "Waarschuwingen naar land",
        "by_both": "Waarschuwingen naar goed en land",
        "by_week": "Nieuwe waarschuwingen, per week", "by_day": "Nieuwe waarschuwingen, per dag",
        "from_day": "Vanaf", "new_alerts": "Nieuwe waarschuwingen", "observed": "Dagen bekeken",
        "of_days": "{0} van {1}", "unseen": "niet bekend",
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
        "leads": "Voorsprong per dossier", "lead_case": "Dossier", "lead_first": "Eerst gezien",
        "lead_act": "Officieel besluit", "lead_force": "Van kracht", "not_known": "niet bekend",
        "median": "{0}: mediaan {1} dagen na de eerste waarneming"
        " (n = {2} van {3} gesloten dossiers).",
        "no_median": "{0}: nog geen mediaan (n = {1} van {2} gesloten dossiers).",
        "nothing_led": "In deze tijd is geen dossier aangeraakt.",
        "silent": "Bronnen die zwegen",
        "silent_lead": "{0} van {1} bronnen antwoordden in deze tijd. Geen nieuws van een bron die"
        " zwijgt betekent «niet te zeggen», niet «alles rustig».",
        "source": "Bron", "state": "Toestand", "since": "Laatste goede antwoord", "never": "nooit",
        "all_answered": "Alle bronnen antwoordden zoals het hoort.",
        "not_asked": "in deze tijd niet opgehaald",
        "none_asked": "In deze tijd is geen bron opgehaald: wat hier staat is op een andere manier"
        " of eerder binnengekomen.",
        "level": "niveau {0}", "status": "maatregel: {0}", "score": "score {0}",
        "publishers": "uitgevers: {0}", "owner": "eigenaar: {0}", "first_seen": "eerst gezien {0}",
        "official": "officieel", "sources": "Bronnen", "published": "gepubliceerd {0}",
        "take": "in behandeling genomen", "assign": "toegewezen aan {0}", "close": "gesloten, {0}",
        "relevant": "relevant", "irrelevant": "niet relevant", "reopen": "heropend",
        "snooze": "uitgesteld tot {0}", "wake": "teruggehaald", "tag": "label {0}",
        "merge": "samengevoegd", "unmerge": "uit elkaar gehaald",
        "decided_lead": "Uit het logboek van deze desk. De laatste kolom is de bron van waar het"
        " over gaat.",
        "cases": "Open dossiers", "nothing_cases": "Er is geen dossier open.",
        "case_state": "dossier: {0}",
        "no_owner": "eigenaar: nog geen", "holder": "bij {0}", "next": "volgende stap: {0}",
        "told_to": "verteld aan: {0}", "alerts_in": "waarschuwingen: {0}",
        "step": "te doen: {0} ({1}, uiterlijk {2})", "nobody_yet": "nog niemand",
        "no_day": "geen dag gesteld",
        "case_source": "Dossier geopend door {0}, laatst gewijzigd {1}",
        "desk_log": "logboek van deze desk", "case_log": "dossier, logboek van deze desk",
        "case_status": "dossier: {0}",
        "case_test": "afgewogen, {0}: {1}", "case_told": "verteld aan {0}",
        "case_handover": "aangeboden aan {0}", "case_confirm": "overgenomen",
        "listed": "meegeleverde lijst ({0}), stand {1}",
        "wrong": "bericht klopte niet",
        "rate": "score gezet: {0}", "unrate": "weer de berekende score",
        "score_by": "score {0}, gezet door {1} (toen berekend: {2})",
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
CASES = {
    "en": {
        "proportional": "proportionate", "least-distorting": "least market-distorting",
        "risks-vs-certainty-vs-cost": "risk against certainty and cost",
        "eu-first": "Europe first", "case-by-case": "case by case",
    },
    "nl": {
        "open": "open", "waiting": "wacht", "closed": "gesloten", "yes": "ja", "no": "nee",
        "unclear": "onduidelijk", "proportional": "proportioneel",
        "least-distorting": "minst marktverstorend", "case-by-case": "per geval",
        "risks-vs-certainty-vs-cost": "risico tegen zekerheid en kosten",
        "eu-first": "Europa eerst",
    },
}  # fmt: skip


def case_word(language: str, word: str) -> str:
    """A code of a case for people."""
    found: dict[str, str] = CASES.get(language, {})
    return found.get(word, word.replace("-", " "))


def code(language: str, word: str) -> str:
    """A code of the core for people."""
    found: dict[str, str] = LEVELS.get(language, {})
    return found.get(word, word.replace("_", " "))
