"""The words of a dossier on paper, in the two languages of the desk."""

from __future__ import annotations

WORDS = {
    "en": {
        "case": "Case", "opened": "opened", "closed": "closed", "outcome": "outcome",
        "holder": "held by", "owners": "owners", "alerts": "Alerts and their items",
        "log": "What was done, in order", "tests": "Decision tests", "files": "Files",
        "when": "When", "who": "Who", "what": "What", "none": "None.", "first_seen": "first seen",
        "press": "Texts of publishers are named by title and address, not copied.",
        "inventory": "Inventory", "documents": "Documents", "number": "No.", "grounds": "Kept back",
        "verdict": "Public", "yes": "yes", "partly": "partly", "title": "Title",
        "marking": "Marking", "by_clock": "by the clock: its term was over",
        "reader": "Words that this desk knows were made unreadable by the program. A person must"
        " read all of it before it leaves the desk.",
    },
    "nl": {
        "case": "Zaak", "opened": "geopend", "closed": "gesloten", "outcome": "uitkomst",
        "holder": "in handen van", "owners": "eigenaren", "alerts": "Waarschuwingen en berichten",
        "log": "Wat er gedaan is, op volgorde", "tests": "Beslistoetsen", "files": "Bestanden",
        "when": "Wanneer", "who": "Wie", "what": "Wat", "none": "Geen.",
        "first_seen": "eerst gezien",
        "press": "Teksten van uitgevers staan er met titel en adres, niet in kopie.",
        "inventory": "Inventarislijst", "documents": "Documenten", "number": "Nr.",
        "grounds": "Weggelaten op grond van", "verdict": "Openbaar", "yes": "ja",
        "partly": "deels", "title": "Titel", "marking": "Rubricering",
        "by_clock": "volgens de klok: de bewaartermijn was voorbij",
        "reader": "Woorden die deze post kent zijn door het programma onleesbaar gemaakt. Een mens"
        " moet alles lezen voordat het de post verlaat.",
    },
}  # fmt: skip


def words(language: str) -> dict[str, str]:
    """The words of a language; English for one that we do not speak."""
    return WORDS.get(language, WORDS["en"])
