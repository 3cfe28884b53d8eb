"""The sentences that refuse a value of a meeting file that does not fit its field."""

from __future__ import annotations

import calendar
import re
from datetime import date, datetime, timedelta
from typing import Any

from bra_desktop.domain.canonical import DecodeError
from bra_desktop.domain.quoting import short
from bra_desktop.exchange.meeting_file_words import NOTHING_CHANGED, field_of, place

_LONGEST_LIST = 110
_BY_SCHEMA = "Rätta filen efter beskrivningen i ”schema meeting”."
_KINDS = {
    "str": "en text",
    "int": "ett heltal",
    "bool": "true eller false",
    "list": "en lista",
    "object": "ett objekt inom klamrar",
    "null": "ett värde, inte null",
    "text": "en text eller en lista med textdelar",
}


def decode_sentence(error: DecodeError, root: Any, name: str, choices: tuple[str, ...] = ()) -> str:
    """The sentence for a value that does not fit its field. ``choices`` are what may stand there."""
    parent = error.path.rpartition(".")[0]
    file, problem = short(name), error.problem
    if problem == "missing":
        return f"Filen {file} saknar {field_of(error.path)} i {place(parent, root)}. {NOTHING_CHANGED} {_BY_SCHEMA}"
    if problem == "unknown":
        field = short(error.path.rpartition(".")[2])
        return (
            f"Filen {file} har ett fält som inte finns, ”{field}”, i {place(parent, root)}. "
            f"{NOTHING_CHANGED} {_BY_SCHEMA}"
        )
    if problem in ("date", "datetime", "time"):
        return _clock_sentence(error, root, file)
    where = f"{place(error.path, root)}, {field_of(error.path)}"
    if problem in ("choice", "schema"):
        value = short(str(error.value))
        listed = ", ".join(choices)
        advice = f"Skriv ett av {listed}." if 0 < len(listed) <= _LONGEST_LIST else _BY_SCHEMA
        return f"I filen {file}, {where}: ”{value}” är inget av valen. {NOTHING_CHANGED} {advice}"
    wanted = _KINDS.get(problem, "ett annat slags värde")
    return f"I filen {file}, {where}: där ska stå {wanted}. {NOTHING_CHANGED} {_BY_SCHEMA}"


def _clock_sentence(error: DecodeError, root: Any, file: str) -> str:
    spot = place(error.path, root)
    where = field_of(error.path).partition(" (")[0]
    if spot != "mötets uppgifter":
        where = f"{spot}, {where}"
    value = short(str(error.value))
    if not isinstance(error.value, str):
        what = "ett klockslag som 10:00" if error.problem == "time" else "ett datum som 2026-12-03"
        return f"I filen {file} ({where}) ska det stå {what}. {NOTHING_CHANGED} {_BY_SCHEMA}"
    if error.problem == "time":
        return (
            f"Klockslaget {value} finns inte ({where}). Skriv det som 10:00 i filen {file} och läs in igen. "
            f"{NOTHING_CHANGED}"
        )
    example = _example(value) if error.problem == "date" else f"{_example(value)}T15:00"
    if _is_a_day(value):
        return f"Datumet {value} är inte skrivet som {example} ({where}). Ändra det i filen {file}. {NOTHING_CHANGED}"
    return f"Datumet {value} finns inte ({where}). Skriv ett datum som {example} i filen {file}. {NOTHING_CHANGED}"


def _is_a_day(value: str) -> bool:
    """Whether it is a day or moment in one of the forms of ISO 8601 that a meeting file does not use."""
    try:
        datetime.fromisoformat(value)
    except ValueError:
        return False
    return True


def _example(value: str) -> str:
    """A date that may have been meant: that very day, else the last weekday of the month, when the month exists."""
    if _is_a_day(value):
        return datetime.fromisoformat(value).date().isoformat()
    found = re.match(r"(\d{4})-(\d{2})", value)
    if not found or not 1 <= int(found[2]) <= 12 or int(found[1]) < 1:
        return "2026-12-03"
    year, month = int(found[1]), int(found[2])
    day = date(year, month, calendar.monthrange(year, month)[1])
    while day.weekday() > 4:
        day -= timedelta(days=1)
    return day.isoformat()
