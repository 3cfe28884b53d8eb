"""Bytes to the plain values of JSON, stricter than the standard library: nothing is dropped, rounded or guessed."""

from __future__ import annotations

import json
import re
from typing import Any

from bra_desktop.domain.characters import forbidden_character
from bra_desktop.domain.errors import UserError
from bra_desktop.domain.quoting import short
from bra_desktop.exchange.meeting_file_words import NOTHING_CHANGED, place

MAX_BYTES = 64 * 2**20
MAX_DEPTH = 32
TOO_LARGE = f"Filen {{file}} är större än {MAX_BYTES // 2**20} MB, som är det mesta en mötesfil får vara."
_MAX_FIGURES = 15

# A string is matched whole, an unfinished one to the end, so that brackets inside text are not counted.
_TOKENS = re.compile(r'"(?:[^"\\]|\\.)*+"?|[\[\]{}]', re.DOTALL)


class _Refused:
    """Stands where a value cannot be kept, so that its path can be found afterwards."""

    def __init__(self, sentence: str, advice: str) -> None:
        self.sentence = sentence
        self.advice = advice


def load(data: bytes, name: str) -> dict[str, Any]:
    """The object in the file, line breaks as ``\\n``.

    Raises UserError for everything that is not exactly one JSON object (RFC 8259) in UTF-8 that can be kept.
    """
    text = _decoded(data, name)
    _refuse_depth(text, name)
    value = _parsed(text, name)
    if not isinstance(value, (dict, _Refused)):
        raise UserError(
            f"Filen {short(name)} ska börja med en klammer och beskriva ett möte, men innehåller {_what(value)}. "
            f"{NOTHING_CHANGED} Rätta filen efter beskrivningen i ”schema meeting”."
        )
    return _kept(value, "", value, name)  # type: ignore[no-any-return]


def _decoded(data: bytes, name: str) -> str:
    if len(data) > MAX_BYTES:
        raise UserError(f"{TOO_LARGE.format(file=short(name))} {NOTHING_CHANGED}")
    if not data.strip():
        raise UserError(f"Filen {short(name)} är tom. {NOTHING_CHANGED} Skapa den på nytt där den kommer ifrån.")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise UserError(
            f"Filen {short(name)} går inte att läsa: rad {line} är inte skriven i UTF-8. {NOTHING_CHANGED} "
            "Spara om filen med teckenkodningen UTF-8."
        ) from None


def _refuse_depth(text: str, name: str) -> None:
    depth = 0
    for token in _TOKENS.finditer(text):
        mark = text[token.start()]
        if mark in "[{":
            depth += 1
            if depth > MAX_DEPTH:
                line = text.count("\n", 0, token.start()) + 1
                raise UserError(
                    f"Filen {short(name)} går inte att läsa: rad {line} har fler än {MAX_DEPTH} klamrar inuti "
                    f"varandra. {NOTHING_CHANGED} Kontrollera filen där den skapades."
                )
        elif mark in "]}":
            depth -= 1


def _parsed(text: str, name: str) -> Any:
    try:
        return json.loads(
            text, object_pairs_hook=_object, parse_constant=_constant, parse_int=_integer, parse_float=_decimal
        )
    except json.JSONDecodeError as error:
        raise UserError(
            f"Filen {short(name)} går inte att läsa: rad {error.lineno} är inte giltig JSON. {NOTHING_CHANGED} "
            "Kontrollera filen där den skapades.",
            f"rad {error.lineno}, tecken {error.colno}",
        ) from None


def _object(pairs: list[tuple[str, Any]]) -> Any:
    value = dict(pairs)
    if len(value) < len(pairs):
        names = [key for key, _ in pairs]
        twice = next(key for key in names if names.count(key) > 1)
        return _Refused(f"fältet ”{short(twice)}” står två gånger", "Ta bort det ena")
    return value


def _constant(word: str) -> _Refused:
    return _Refused(f"{word} är inget tal", "Skriv talet med siffror")


def _integer(figures: str) -> Any:
    if len(figures.lstrip("-")) > _MAX_FIGURES:
        return _Refused(f"ett tal har fler än {_MAX_FIGURES} siffror", "Rätta talet")
    return int(figures)


def _decimal(figures: str) -> _Refused:
    return _Refused(f"{short(figures)} är inget heltal", "Skriv ett heltal")


def _kept(value: Any, path: str, root: Any, name: str) -> Any:
    if isinstance(value, _Refused):
        raise UserError(
            f"I filen {short(name)}, {place(path, root)}: {value.sentence}. {value.advice} i filen och läs in igen. "
            f"{NOTHING_CHANGED}",
            path,
        )
    if isinstance(value, dict):
        return {
            _text(key, path, root, name): _kept(part, f"{path}.{key}" if path else key, root, name)
            for key, part in value.items()
        }
    if isinstance(value, list):
        return [_kept(part, f"{path}[{n}]", root, name) for n, part in enumerate(value)]
    return _text(value, path, root, name) if isinstance(value, str) else value


def _text(text: str, path: str, root: Any, name: str) -> str:
    text = text.replace("\r\n", "\n")
    if (found := forbidden_character(text)) is None:
        return text
    position, word = found
    raise UserError(
        f"Texten i {place(path, root)} innehåller ett tecken som inte kan sparas ({word}, plats {position}). "
        f"Ta bort det i filen {short(name)} och läs in igen. {NOTHING_CHANGED}",
        path,
    )


def _what(value: Any) -> str:
    if isinstance(value, list):
        return "en lista"
    return "en text" if isinstance(value, str) else "ett enda värde"
