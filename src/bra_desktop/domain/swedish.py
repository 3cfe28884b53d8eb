"""How Swedish is written on screen and paper: numbers, plurals, lists, names and the order of the alphabet.

Numbers and § signs are held together by a non-breaking space (U+00A0), intervals by an en dash without spaces, as in
Svenska skrivregler.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence

NBSP = "\u00a0"
DASH = "–"
EMPTY = "–"
VACANT = "Vakant"

SMALL_NUMBERS = ("noll", "ett", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio")


def number(value: int | float, decimals: int | None = None) -> str:
    """A number with a non-breaking space between thousands and a decimal comma: 26 000; 3,5; −37."""
    text = f"{value:,}" if decimals is None else f"{value:,.{decimals}f}"
    return text.replace(",", NBSP).replace(".", ",").replace("-", "−")


def number_in_text(value: int) -> str:
    """A count in running text: 0-9 in letters (neuter for one), larger ones in figures."""
    return SMALL_NUMBERS[value] if 0 <= value <= 9 else number(value)


def plural(count: int, one: str, many: str, none: str = "") -> str:
    """The count with the right one of the two forms: 0 åtgärder, 1 åtgärd, 2 åtgärder.

    ``none`` is what stands instead of the figure 0 in sentences: "inga".
    """
    if count == 0 and none:
        return f"{none} {many}"
    return f"{number(count)}{NBSP}{one if count == 1 else many}"


def listing(parts: Iterable[str], word: str = "och") -> str:
    """A, B och C."""
    items = [part for part in parts if part]
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {word} {items[-1]}"


def genitive(name: str) -> str:
    """Evas; Nils, Max without addition; BRÅ:s for an abbreviation in capitals."""
    name = name.strip()
    last = name.split()[-1] if name else ""
    if last.isupper() and len(last) > 1:
        return f"{name}:s"
    if not name or name[-1].lower() in "sxz":
        return name
    return f"{name}s"


def shortened(text: str, longest: int) -> str:
    """The text, or as much of its beginning as there is room for, with an ellipsis."""
    return text if len(text) <= longest else f"{text[: longest - 1].rstrip()}…"


def capital_first(text: str) -> str:
    """The first letter as a capital, the rest untouched."""
    return text[:1].upper() + text[1:]


def lower_first(text: str) -> str:
    """The first letter in lower case, unless the word begins with an abbreviation in capitals or has a figure in it."""
    first = text.split(maxsplit=1)[0] if text.split() else ""
    kept = first[1:2].isupper() or any(sign.isdigit() for sign in first)
    return text if kept else text[:1].lower() + text[1:]


def initials(name: str, count: int = 2) -> str:
    """The first letters of the first name and of the last names: Eva Lind is EL."""
    parts = [part for part in re.split(r"[\s-]+", name) if part]
    if not parts:
        return ""
    chosen = [parts[0], *parts[-(count - 1) :]] if len(parts) > 1 and count > 1 else parts[:1]
    return "".join(part[0].upper() for part in chosen)


def initials_apart(names: Sequence[str]) -> tuple[str, ...]:
    """The initials of people who stand together, in their order, of which no two are the same.

    Those that would be get a further letter of the last name, or of both (ELi, EvLi), or else a number (EL1, EL2).
    """
    found = [initials(name) for name in names]
    for first in (1, 2, 0):
        for same in {one for one in found if one and found.count(one) > 1}:
            places = [n for n, one in enumerate(found) if one == same]
            longer = [_longer(names[n], first) if first else f"{same}{at}" for at, n in enumerate(places, 1)]
            if len({*longer}) == len(longer):
                found = [longer[places.index(n)] if n in places else one for n, one in enumerate(found)]
    return tuple(found)


def _longer(name: str, first: int) -> str:
    """So many letters of the first name with two of the last; of an only name one more."""
    parts = name.split()
    return parts[0][:first] + parts[-1][:2].capitalize() if len(parts) > 1 else name.strip()[: first + 1]


def quoted(text: str) -> str:
    """The text in Swedish quotation marks: ”så här”."""
    return f"”{text}”"


def section(number: int, year: int | None = None) -> str:
    """§ 41, or § 41/2026 where the year is not given by the context."""
    return f"§{NBSP}{number}" + (f"/{year}" if year is not None else "")


def ranges(numbers: Iterable[int]) -> str:
    """The numbers in order with runs as intervals: 38–44, 46–49. Two neighbours count as a run."""
    runs: list[list[int]] = []
    for n in sorted(set(numbers)):
        if runs and n == runs[-1][1] + 1:
            runs[-1][1] = n
        else:
            runs.append([n, n])
    return ", ".join(str(a) if a == b else f"{a}{DASH}{b}" for a, b in runs)


def sections(numbers: Sequence[int]) -> str:
    """§ 41 for one, §§ 38–49 for several, §§ 38–44, 46–49 with gaps; empty for none."""
    different = sorted(set(numbers))
    if not different:
        return ""
    return f"{'§' if len(different) == 1 else '§§'}{NBSP}{ranges(different)}"


_LETTERS = {letter: n for n, letter in enumerate("abcdefghijklmnopqrstuvwxyzåäö")}
_AS_OTHER = {"æ": "ä", "ø": "ö", "ü": "y", "ß": "ss", "ð": "d", "đ": "d", "þ": "th", "ł": "l"}
_KEPT = frozenset("åäö")
_TOKEN = re.compile(r"(\d+)")

SortKey = tuple[tuple[tuple[int, int, tuple[int, ...]], ...], str]


def sort_key(text: str) -> SortKey:
    """A key that sorts as Swedish does: a-z, å, ä, ö; é as e, ü as y; capitals as small; figures as numbers."""
    parts: list[tuple[int, int, tuple[int, ...]]] = []
    for token in _TOKEN.split(unicodedata.normalize("NFC", text).casefold().strip()):
        if token and token.isdecimal():
            parts.append((0, int(token), ()))
        elif token and (letters := tuple(_letter_ranks(token))):
            parts.append((1, 0, letters))
    return tuple(parts), text


def _letter_ranks(token: str) -> Iterable[int]:
    for letter in token:
        plain = _AS_OTHER.get(letter, letter)
        if plain not in _KEPT:
            plain = "".join(c for c in unicodedata.normalize("NFD", plain) if not unicodedata.combining(c))
        for c in plain:
            if c in _LETTERS:
                yield 2 + _LETTERS[c]
            elif c.isspace():
                yield 0
            elif c.isalpha():
                yield 100 + ord(c)
            else:
                yield 1


def name_sort_key(name: str) -> SortKey:
    """A person's key in lists: by last name, then the first names."""
    parts = name.split()
    return sort_key(" ".join([*parts[-1:], *parts[:-1]]))


_ASCII = str.maketrans({"å": "a", "ä": "a", "ö": "o", "Å": "A", "Ä": "A", "Ö": "O", "é": "e", "É": "E", "ü": "u"})
_WINDOWS_NAMES = frozenset({"con", "prn", "aux", "nul", *(f"{p}{n}" for p in ("com", "lpt") for n in range(1, 10))})


def ascii_letters(text: str) -> str:
    """The text with å and ä as a, ö as o, other accents removed, and nothing that is not ASCII."""
    plain = unicodedata.normalize("NFD", unicodedata.normalize("NFC", text).translate(_ASCII))
    return plain.encode("ascii", "ignore").decode("ascii")


def file_name(text: str, limit: int = 80) -> str:
    """The text as part of a file name that every system takes: no separators or signs Windows refuses, no end dot.

    Swedish letters stay. Never empty: "namnlös" stands for nothing.
    """
    cleaned = unicodedata.normalize("NFC", text).replace("§", "par").replace(NBSP, " ")
    cleaned = re.sub(r'[\x00-\x1f\x7f-\x9f<>:"/\\|?*\u200b-\u200f\u202a-\u202e\u2066-\u2069]+', "-", cleaned)
    cleaned = re.sub(r"\s+", " ", cleaned).strip(" .-")[:limit].strip(" .-")
    if cleaned.split(".")[0].strip().lower() in _WINDOWS_NAMES:
        cleaned = f"{cleaned}-"
    return cleaned or "namnlös"
