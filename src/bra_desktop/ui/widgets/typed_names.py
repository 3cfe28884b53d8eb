"""What a name that was typed means among the rows of a list, such as "Cia Dahl, politiker". Knows no Qt."""

import re
from collections.abc import Sequence

from bra_desktop.domain.swedish import listing, quoted

AFTER_NAME = re.compile(r", |: ")
"""Ends the name in a row; what follows tells more about it."""


def fitting(rows: Sequence[str], typed: str) -> tuple[int, ...]:
    """The places of the rows that are just these words, else of those with just this name. Capitals don't matter."""
    wanted = _plain(typed)
    if not wanted:
        return ()
    whole = tuple(at for at, row in enumerate(rows) if _plain(row) == wanted)
    return whole or tuple(at for at, row in enumerate(rows) if _plain(AFTER_NAME.split(row)[0]) == wanted)


def only_fitting(rows: Sequence[str], typed: str) -> int:
    """The place of the one row that is meant. ValueError carries a sentence when there is none, or when several are."""
    fits = fitting(rows, typed)
    if len(fits) == 1:
        return fits[0]
    if not fits:
        raise ValueError(f"{quoted(typed)} finns inte i Register. Välj i listan eller lägg till där först.")
    raise ValueError(which_words(rows, typed))


def which_words(rows: Sequence[str], typed: str) -> str:
    """Says which rows have the name."""
    which = list(dict.fromkeys(rows[at] for at in fitting(rows, typed)))
    if len(which) == 1:
        return f"Flera heter {which[0]}. Välj i listan."
    return f"{quoted(typed)} kan vara {listing(which, 'eller')}. Välj i listan."


def _plain(words: str) -> str:
    return " ".join(words.split()).casefold()
