"""In which language a text is, by its script and its commonest words; "" when it is not plain.

For documents that do not say: letters, papers, scans. A wrong answer costs more than none, so half
of the counted words must be of one language, and at least five.
"""

from __future__ import annotations

import re

_LOOKED = 4_000
_FEWEST = 5
_SCRIPTS = (
    ("ja", re.compile("[\u3040-\u30ff]")),
    ("ko", re.compile("[\uac00-\ud7af]")),
    ("zh", re.compile("[\u4e00-\u9fff]")),
    ("ar", re.compile("[\u0600-\u06ff]")),
    ("ru", re.compile("[\u0400-\u04ff]")),
    ("el", re.compile("[\u0370-\u03ff]")),
    ("he", re.compile("[\u0590-\u05ff]")),
    ("th", re.compile("[\u0e00-\u0e7f]")),
    ("hi", re.compile("[\u0900-\u097f]")),
)
_WORDS = {
    "en": "the of and to in that is for on with by are was be which has this from will",
    "nl": "de het een van en dat niet op zijn voor met als wordt aan bij naar uit ook worden",
    "de": "der die und das ist nicht von mit den auf für im dem ein eine auch wird sich des",
    "fr": "le la les des est et une dans que pour par sur au aux du pas avec sont cette",
    "es": "el los las y una por con para del se es como más su al fue esta sus que",
    "pt": "os as uma do da dos das não com para por em são foi mais ao sua pela pelo que",
    "it": "il di che gli della per con una sono del nel alla dei delle non è le anche",
    "id": "yang dan di untuk dengan dari pada dalam ini akan tidak telah oleh ke sebagai",
}
_SETS = {name: frozenset(words.split()) for name, words in _WORDS.items()}


def of(text: str) -> str:
    """A two-letter code, or ""."""
    text = text[:_LOOKED]
    letters = sum(char.isalpha() for char in text)
    for name, script in _SCRIPTS:
        share = len(script.findall(text)) / letters if letters else 0
        if share > (0.1 if name == "ja" else 0.4):
            return name
    words = re.findall(r"[^\W\d_]+", text.casefold())
    counts = {name: sum(word in known for word in words) for name, known in _SETS.items()}
    best = max(counts, key=lambda name: counts[name])
    clear = counts[best] >= _FEWEST and 2 * counts[best] > sum(counts.values()) - counts[best]
    second = sorted(counts.values())[-2]
    return best if clear and counts[best] > 1.3 * second else ""
