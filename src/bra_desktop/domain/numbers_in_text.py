"""Telephone, personal and registration numbers in a text, known again in whatever way they are written."""

from __future__ import annotations

import re
from collections.abc import Iterator

LEAST = 6
"""So many figures and letters a number has at least to be looked for by itself."""
_BETWEEN = r"[\s\-–+/.()\u00ad\u200b-\u200d\u2060]{0,3}"
"""What may stand between the figures."""
_FIGURES = re.compile(r"(?<![^\W_])\+?\d[\d \N{NO-BREAK SPACE}\-–+/.()]{4,}\d(?![^\W_])")
_PLATE = re.compile(r"(?<![^\W_])[A-Za-zÅÄÖåäö]{3}[ \N{NO-BREAK SPACE}-]?\d\d[\dA-Za-z](?![^\W_])")
"""The number of a car: ABC 123, ABC 12D."""
_DAY = r"(?:(?:19|20)\d\d[-–/.]\d\d?[-–/.]\d\d?|\d\d?[/.]\d\d?[/. ]\d{2,4})"
_CLOCK = r"\d\d?[.:]?\d\d"
_TIME = re.compile(
    rf"(?:{_DAY}|(?:{_DAY}\s+)?{_CLOCK}(?:\s*[-–]\s*{_CLOCK})?|(?:19|20)\d\d\s*[-–/]\s*(?:19|20)\d\d|{_DAY}\s*[-–]\s*{_DAY})"
)
"""What is nobody's number: days, times and years."""


def numbers_in(text: str) -> Iterator[str]:
    """The numbers, without what stands between their figures; of several figures in a row also those from a 0 or + on,
    where a telephone number may begin.
    """
    for pattern in (_FIGURES, _PLATE):
        for found in pattern.finditer(text):
            said = found.group()
            for start in (0, *(space.end() for space in re.finditer(r"\s(?=[0+])", said))):
                number = re.sub(r"[\W_]", "", said[start:]).casefold()
                if len(number) >= LEAST and not _TIME.fullmatch(said[start:].strip()):
                    yield number


def number_pattern(number: str) -> re.Pattern[str]:
    """What finds a number (as :func:`numbers_in` gives it) however it is written.

    Of a personal number the century may be there or not, of a telephone number the country.
    """
    rest, before = number, ""
    if number.isdigit() and len(number) in (10, 12):
        personal = len(number) == 12 and number[:2] in ("19", "20")
        rest = number[2:] if personal else number
        before = rf"(?:(?:19|20){_BETWEEN})?" if personal or not number.startswith("0") else ""
    if country := re.match(r"(?:0046|46|0)(?=[1-9])", rest) if not before and number.isdigit() else None:
        rest = rest[country.end() :]
        before = rf"(?:\+?{_BETWEEN}(?:00)?46{_BETWEEN}(?:\(?0\)?{_BETWEEN})?|0{_BETWEEN})"
    figures = _BETWEEN.join(map(re.escape, rest))
    return re.compile(rf"(?<![^\W_]){before}{figures}(?![^\W_])", re.IGNORECASE)
