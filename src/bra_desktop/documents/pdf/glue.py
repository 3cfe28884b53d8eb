"""Which spaces a line never ends at: between a number and what it counts, and inside a date, a § or a clock time.

The space stays an ordinary space in the file, so that the text can be searched and copied as it was written.
"""

from __future__ import annotations

import re

_MONTHS = (
    "januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober", "november",
    "december",
)  # fmt: skip
_SHORT_MONTHS = r"(?:jan|feb|apr|aug|sept?|okt|nov|dec)\."
_UNITS = (
    "kronor", "kr", "kkr", "tkr", "mnkr", "miljoner", "miljarder", "tusen", "procent", "procentenheter", "%", "‰", "°C",
    "år", "årets", "månad", "månader", "månaders", "vecka", "veckor", "veckors", "dag", "dagar", "dagars", "dygn",
    "vardagar", "kvällar", "nätter", "timme", "timmar", "timmars", "minut", "minuter", "minuters", "sekunder",
    "gång", "gånger", "sida", "sidor", "st", "stycken", "ledamöter", "personer", "platser", "invånare",
    "mm", "cm", "dm", "m", "km", "mil", "meter", "kilometer", "m²", "kvm", "hektar", "ha", "kg", "ton", "liter",
    "kW", "kWh", "MW", "MWh", "kB", "MB", "GB", "ja", "nej", "avstår", "som",
)  # fmt: skip
_BEFORE_NUMBER = (
    "kl.", "kl", "klockan", "avsnitt", "bilaga", "bilagor", "bilagorna", "punkt", "punkter", "punkterna", "paragraf",
    "paragraferna", "kapitel", "kap.", "stycke", "artikel", "moment", "mom.", "nr", "nummer", "sida", "sid.", "s.",
    "vecka", "v.", "årskurs", "klass", "tabell", "figur", "alternativ", "steg", "version", "lag", "förordning",
)  # fmt: skip


def _either(words: tuple[str, ...]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


_MEASURED = rf"(?:{_either((*_MONTHS, *_UNITS))}|{_SHORT_MONTHS})(?!\w)|kap\.|§|\d{{3}}(?!\d)"
_GLUED = re.compile(
    rf"(?:(?<!\w)(?i:{_either(_BEFORE_NUMBER)}) (?=\(?\d)"
    rf"|§ (?=\d)"
    rf"|(?<!\w)(?i:den) (?=\d\d? (?:{_either(_MONTHS)})(?!\w))"
    rf"|\d (?=(?:{_MEASURED}))"
    rf"|(?<!\w)(?i:dnr) (?=\w)"
    rf"|(?<!\w)[A-ZÅÄÖ]{{2,5}} (?=\d+/\d)"
    rf"|\w (?=AB(?!\w)(?! [A-ZÅÄÖ]))"
    rf"|\d (?=av \d)|(?<=\d )av (?=\d)"
    rf"|, (?=samt$))"
)


def parts(text: str) -> list[str]:
    """The text of one line split at the spaces where it may be broken; joined with spaces it is the same text."""
    glued = {match.end() - 1 for match in _GLUED.finditer(text)}
    if not glued:
        return text.split(" ")
    result, start = [], 0
    for at, character in enumerate(text):
        if character == " " and at not in glued:
            result.append(text[start:at])
            start = at + 1
    return [*result, text[start:]]
