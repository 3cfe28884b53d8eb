"""Which spaces a line never ends at: between a number and what it counts, and inside a date, a § or a clock time.

The space stays an ordinary space in the file, so that the text can be searched and copied as it was written.
"""

from __future__ import annotations

import re
from functools import lru_cache

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


# A space beside a figure, before AB or samt, or after dnr: the only ones worth a closer look.
_SPACE = re.compile(r"(?<=\d) | (?=\(?\d|AB|samt$)|(?<=[dD][nN][rR]) ")
_MEASURED = rf"(?:{_either((*_MONTHS, *_UNITS))}|{_SHORT_MONTHS})(?!\w)|kap\.|§|\d{{3}}(?!\d)"
_FIGURE = re.compile(rf"\d (?:{_MEASURED}|av \d)")
_WORD = re.compile(
    rf"[^ ]*?(?:(?<!\w)(?i:{_either(_BEFORE_NUMBER)}) (?=\(?\d)"
    rf"|§ (?=\d)"
    rf"|(?<!\w)(?i:den) (?=\d\d? (?:{_either(_MONTHS)})(?!\w))"
    rf"|(?<!\w)(?i:dnr) (?=\w)"
    rf"|(?<!\w)[A-ZÅÄÖ]{{2,5}} (?=\d+/\d)"
    rf"|\w (?=AB(?!\w)(?! [A-ZÅÄÖ]))"
    rf"|(?<=\d )av (?=\d)"
    rf"|, (?=samt$))"
)


@lru_cache(8192)
def parts(text: str) -> tuple[str, ...]:
    """The text of one line split at the spaces where it may be broken; joined with spaces it is the same text."""
    glued = [match.start() for match in _SPACE.finditer(text) if _is_glued(text, match.start())]
    if not glued:
        return tuple(text.split(" "))
    result: list[str] = []
    start = 0
    for at in (*glued, len(text)):
        first, *others = text[start:at].split(" ")
        if result and start:
            result[-1] += f" {first}"
        else:
            result.append(first)
        result += others
        start = at + 1
    return tuple(result)


def _is_glued(text: str, space: int) -> bool:
    """Whether the last figure of the word before the space, or the word itself, stays with what comes after."""
    if space and _FIGURE.match(text, space - 1):
        return True
    return _WORD.match(text, text.rfind(" ", 0, space) + 1) is not None
