"""The sentences of the page that the raw-materials scanner prints, in two languages."""

from __future__ import annotations

SCOPES = {
    "eu-sourcing": {"en": "EU sourcing", "nl": "inkoop EU"},
    "eu27-extra-imports-value": {"en": "EU imports, value", "nl": "invoer EU, waarde"},
    "nl-imports-value": {"en": "Dutch imports, value", "nl": "invoer Nederland, waarde"},
    "eu-imports-value": {"en": "EU imports, value", "nl": "invoer EU, waarde"},
    "eu-imports-weight": {"en": "EU imports, weight", "nl": "invoer EU, gewicht"},
    "eu-imports-tonnes": {"en": "EU imports, weight", "nl": "invoer EU, gewicht"},
    "eu-imports": {"en": "EU imports", "nl": "invoer EU"},
    "eu-imports-volume": {"en": "EU imports, volume", "nl": "invoer EU, volume"},
    "eu-imports-tonnes-soymeal": {
        "en": "EU imports in soya meal, weight",
        "nl": "invoer EU in sojameel, gewicht",
    },
    "eu": {"en": "EU, as the source counts", "nl": "EU, zoals de bron telt"},
    "eu-deliveries": {"en": "EU deliveries", "nl": "leveringen aan de EU"},
    "eu-enrichment-services": {"en": "EU enrichment services", "nl": "verrijkingsdiensten EU"},
    "eu-installed": {"en": "installed in the EU", "nl": "geïnstalleerd in de EU"},
    "eu-market": {"en": "EU market", "nl": "EU-markt"},
    "eu-plasma-supply": {"en": "EU plasma supply", "nl": "plasma-aanbod EU"},
    "eu-supply-tonnes": {"en": "EU supply, weight", "nl": "aanbod EU, gewicht"},
    "world-supply": {"en": "world supply", "nl": "wereldaanbod"},
    "world-production": {"en": "world production", "nl": "wereldproductie"},
    "world-market": {"en": "world market", "nl": "wereldmarkt"},
    "world-capacity": {"en": "world capacity", "nl": "wereldcapaciteit"},
    "world-civil-market": {"en": "world civil market", "nl": "civiele wereldmarkt"},
    "world-completions-gt": {
        "en": "ships completed in the world, gross tonnage",
        "nl": "opgeleverde schepen wereldwijd, brutotonnage",
    },
    "world-crude-heparin": {"en": "world crude heparin", "nl": "ruwe heparine wereldwijd"},
    "world-exports": {"en": "world exports", "nl": "werelduitvoer"},
}
STAGES = {
    "extraction": {"en": "extraction", "nl": "winning"},
    "processing": {"en": "processing", "nl": "verwerking"},
    "intermediate": {"en": "intermediate product", "nl": "tussenproduct"},
    "final": {"en": "finished product", "nl": "eindproduct"},
    "route": {"en": "route", "nl": "route"},
    "service": {"en": "service", "nl": "dienst"},
}
RISKS = {
    "high": {"en": "concentrated", "nl": "geconcentreerd"},
    "medium": {"en": "concentrated, near", "nl": "geconcentreerd, dichtbij"},
    "low": {"en": "spread", "nl": "gespreid"},
    "unknown": {"en": "not known", "nl": "niet bekend"},
}
TRUST = {
    "high": {"en": "high", "nl": "hoog"},
    "medium": {"en": "medium", "nl": "middel"},
    "low": {"en": "low", "nl": "laag"},
    "unverified": {"en": "not verified", "nl": "niet geverifieerd"},
    "own": {"en": "trade figures of this desk", "nl": "handelscijfers van deze desk"},
    "": {"en": "not known", "nl": "onbekend"},
}
SAID: dict[str, dict[str, str]] = {
    "en": {
        "title": "Raw-materials scan: {0}", "subtitle": "Made {0} (UTC) with OSAwatch",
        "warning": "From public sources. Shares are of the years given; measures since then are"
        " not in them. Strength of a link is a proposal of the makers, measured by nobody.",
        "self": "Who supplies it", "inside": "What is in it", "advice": "What can be done",
        "tools": "Instruments", "sources": "Sources of the figures",
        "inside_lead": "Strongest bottlenecks first: strength of the path × concentration weighted"
        " with governance. Concentrated: one country outside the EU and its neighbours holds 65 %"
        " or more (ceiling of Regulation (EU) 2024/1252), or HHI above 0.4 (SWD(2021) 352).",
        "good": "Material, part", "first": "Supplier", "share": "Share", "hhi": "HHI",
        "figures": "Figures", "mark": "Mark", "path": "Strength", "what": "Advice",
        "instrument": "Instrument", "owner": "Owner", "kind": "Kind", "legal": "Act",
        "nothing_self": "An end use is made of goods; see below.",
        "nothing_inside": "No input is known to the pack: that does not mean that there is none.",
        "nothing_advice": "No figure asks for a remedy.", "nothing_tools": "None fits.",
        "nothing_sources": "No figure was found.",
        "named": "named without figure: {0}", "nobody": "nobody counts it",
        "code": "code {0}", "more": "{0} more are not shown here; {1} lie behind weak paths.",
        "critical": "critical", "strategic": "strategic", "own": "own link",
        "reliability": "{0} ({1})", "unread": "reliability {0}",
        "diversify": "Find other suppliers: {0} holds {1} %.",
        "partners": "Suppliers near, or with a partnership or agreement: {0}.",
        "stocks": "Hardly replaceable (index {0}): stocks, as a last resort.",
        "substitute": "Can partly be replaced (index {0}; 1 = not at all).",
        "recycle": "Recycling covers {0} % of the input (2017).",
        "no-figures": "Nobody counts the suppliers; named: {0}. Read trade figures on it.",
        "none": "none", "offensive": "offensive", "defensive": "defensive", "both": "both",
    },
    "nl": {
        "title": "Grondstoffenscan: {0}", "subtitle": "Gemaakt {0} (UTC) met OSAwatch",
        "warning": "Uit openbare bronnen. Aandelen gelden voor de genoemde jaren; maatregelen van"
        " daarna zitten er niet in. De sterkte van een schakel is een voorstel van de makers, door"
        " niemand gemeten.",
        "self": "Wie levert het", "inside": "Wat zit erin", "advice": "Wat kan men doen",
        "tools": "Instrumenten", "sources": "Bronnen van de cijfers",
        "inside_lead": "Sterkste knelpunten eerst: sterkte van het pad × concentratie, gewogen met"
        " bestuur. Geconcentreerd: één land buiten de EU en haar buren heeft 65 % of meer (plafond"
        " van Verordening (EU) 2024/1252), of HHI boven 0,4 (SWD(2021) 352).",
        "good": "Stof, onderdeel", "first": "Toeleverancier", "share": "Aandeel",
        "hhi": "HHI", "figures": "Cijfers", "mark": "Merk", "path": "Sterkte", "what": "Advies",
        "instrument": "Instrument", "owner": "Eigenaar", "kind": "Soort", "legal": "Besluit",
        "nothing_self": "Een eindgebruik is gemaakt van goederen; zie hieronder.",
        "nothing_inside": "Het pakket kent geen grondstof: dat wil niet zeggen dat er geen is.",
        "nothing_advice": "Geen cijfer vraagt om een maatregel.", "nothing_tools": "Geen past.",
        "nothing_sources": "Geen cijfer gevonden.",
        "named": "genoemd zonder cijfer: {0}", "nobody": "niemand telt het",
        "code": "code {0}",
        "more": "{0} meer staan hier niet; {1} liggen achter zwakke paden.",
        "critical": "kritiek", "strategic": "strategisch", "own": "eigen schakel",
        "reliability": "{0} ({1})", "unread": "betrouwbaarheid {0}",
        "diversify": "Zoek andere toeleveranciers: {0} heeft {1} %.",
        "partners": "Toeleveranciers dichtbij, of met partnerschap of akkoord: {0}.",
        "stocks": "Nauwelijks te vervangen (index {0}): voorraden, als laatste middel.",
        "substitute": "Deels te vervangen (index {0}; 1 = in het geheel niet).",
        "recycle": "Recycling dekt {0} % van de input (2017).",
        "no-figures": "Niemand telt de toeleveranciers; genoemd: {0}. Lees er handelscijfers over.",
        "none": "geen", "offensive": "offensief", "defensive": "defensief", "both": "beide",
    },
}  # fmt: skip


def word(table: dict[str, dict[str, str]], code: str, language: str) -> str:
    """A code in words; one that nobody translated is said as it is."""
    said = table.get(code, {})
    return said.get(language) or said.get("en") or code.replace("-", " ")
