"""The file in which phrases go from one municipality to another: JSON, schema 1."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from bra_desktop.domain.errors import UserError
from bra_desktop.domain.kinds import DocumentProfile
from bra_desktop.domain.phrases import check_phrase

SCHEMA = 1
MOST_BYTES, MOST_PHRASES, LONGEST = 2_000_000, 2_000, 2_000


@dataclass(frozen=True)
class WrittenPhrase:
    """A phrase as it stands in the file. ``forums`` are names; ``origin`` is the id of a shipped phrase, or empty."""

    trigger: str
    text: str
    kind: str
    decision: bool = False
    profiles: tuple[DocumentProfile, ...] = ()
    forums: tuple[str, ...] = ()
    origin: str = ""


def write_phrases(phrases: tuple[WrittenPhrase, ...]) -> bytes:
    """The file, UTF-8."""
    content = {"schema": SCHEMA, "language": "sv", "phrases": [asdict(phrase) for phrase in phrases]}
    return (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode()


def read_phrases(content: bytes, name: str, kinds: Mapping[str, str]) -> tuple[WrittenPhrase, ...]:
    """The phrases of a file. ``name`` is the file's, for the sentences; ``kinds`` are those that there are.

    Raises UserError for a file that is none, naming the phrase that is wrong; then nothing of it counts.
    """
    if len(content) > MOST_BYTES:
        raise UserError(f"Filen {name} är för stor för att vara en fil med fraser. Välj en annan fil.", where=name)
    try:
        loaded = json.loads(content.decode("utf-8-sig"))
    except (UnicodeDecodeError, json.JSONDecodeError, RecursionError) as error:
        raise UserError(
            f"Filen {name} går inte att läsa som fraser. Välj en fil som programmet har sparat.", where=name
        ) from error
    rows = loaded.get("phrases") if isinstance(loaded, dict) and loaded.get("schema") == SCHEMA else None
    if not isinstance(rows, list) or len(rows) > MOST_PHRASES:
        raise UserError(f"Filen {name} innehåller inga fraser. Välj en fil som programmet har sparat.", where=name)
    return tuple(_phrase(row, number, name, kinds) for number, row in enumerate(rows, 1))


def _phrase(row: Any, number: int, name: str, kinds: Mapping[str, str]) -> WrittenPhrase:
    try:
        made = WrittenPhrase(
            trigger=_words(row, "trigger").removeprefix("/"),
            text=_words(row, "text"),
            kind=_words(row, "kind"),
            decision=bool(row.get("decision", False)),
            profiles=tuple(DocumentProfile(one) for one in row.get("profiles") or ()),
            forums=tuple(str(one) for one in row.get("forums") or ()),
            origin=str(row.get("origin") or ""),
        )
        check_phrase(made.trigger, made.text)
        if made.kind not in kinds or len(made.text) > LONGEST:
            raise ValueError(made.kind)
    except (UserError, ValueError, TypeError, KeyError, AttributeError) as error:
        raise UserError(
            f"Fras {number} i filen {name} är inte fullständig. Inget har ändrats. Rätta filen och läs in den igen.",
            where=f"{name}/{number}",
        ) from error
    return made


def _words(row: Mapping[str, Any], field: str) -> str:
    value = row[field]
    if not isinstance(value, str):
        raise TypeError(field)
    return " ".join(value.split())
