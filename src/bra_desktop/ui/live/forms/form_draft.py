"""A form that somebody has begun to fill in, as a value and as the text of a file."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from bra_desktop.domain.kinds import Ballot
from bra_desktop.ui.live.forms.form import FieldKind, Form, FormAddress, RollLine, RowLine, Value, Values

FORMAT = 1
IN_WORDS = (FieldKind.LINE, FieldKind.TEXT, FieldKind.LONG, FieldKind.NAMES, FieldKind.FILE)


@dataclass(frozen=True)
class FormPlace:
    """Where the keyboard is: the field, the cell of one that has rows, and the caret in it."""

    field: str = ""
    row: int = -1
    column: int = -1
    caret: int = 0


@dataclass(frozen=True)
class FormDraft:
    """``begun`` stood in the form when it was opened, ``typed`` stands there now. ``said`` is what was typed, in words.

    ``is_open``: nobody had left the form when this was written. ``at`` is when that was, in ISO 8601.
    ``line``: the line of the item's text that the form was begun from.
    """

    key: str
    address: FormAddress
    title: str
    begun: Values
    typed: Values
    said: tuple[str, ...] = ()
    place: FormPlace = field(default_factory=FormPlace)
    is_open: bool = True
    at: str = ""
    line: str = ""

    def changed(self) -> bool:
        """Whether something would be lost with it."""
        return dict(self.typed) != dict(self.begun)


def spoken(form: Form, values: Values) -> tuple[str, ...]:
    """What stands in the fields that are filled in with words, for somebody who has no form to put it in."""
    found = []
    for one in form.fields:
        value = values.get(one.name, "")
        if one.kind in IN_WORDS and str(value).strip():
            found.append(f"{one.words}: {value}")
        elif one.kind is FieldKind.ROWS and isinstance(value, tuple):
            lines = [line for line in value if isinstance(line, RowLine)]
            found += [f"{one.words}: {cells}" for line in lines if (cells := _written(one.columns, line))]
    return tuple(found)


def _written(columns: tuple[Any, ...], line: RowLine) -> str:
    cells = zip(columns, line.cells, strict=False)
    return ", ".join(cell for column, cell in cells if column.kind in IN_WORDS and cell.strip())


def taken_up(form: Form, fresh: Values, draft: FormDraft) -> tuple[Form, bool]:
    """The form with what was typed in the draft, and whether somebody has changed the same since.

    fresh: what stands in the form now. A field in which nothing was typed keeps that.
    """
    typed, clash = dict[str, Value](), False
    for one in form.fields:
        now, before = fresh.get(one.name), draft.begun.get(one.name)
        if one.name in draft.typed and draft.typed[one.name] != before:
            typed[one.name] = _with_votes(now, draft.typed[one.name])
            clash = clash or (before is not None and now not in (before, draft.typed[one.name]))
    return form.filled({**fresh, **typed}), clash


def _with_votes(now: Value | None, typed: Value) -> Value:
    """Votes are of those who vote now: each has the one that was given her."""
    if not isinstance(now, tuple) or not isinstance(typed, tuple):
        return typed
    roll = tuple(line for line in now if isinstance(line, RollLine))
    given = {line.person: line.choice for line in typed if isinstance(line, RollLine)}
    if not roll:
        return typed
    return tuple(
        replace(line, choice=given[line.person]) if line.votes and line.person in given else line for line in roll
    )


# ── as text ──────────────────────────────────────────────────────────────────────────────────
def draft_text(draft: FormDraft) -> str:
    """The file's text. Letters beyond ASCII are escaped, so that it holds whatever a field can hold."""
    return json.dumps(
        {
            "format": FORMAT,
            "address": vars(draft.address),
            "title": draft.title,
            "begun": _plain_values(draft.begun),
            "typed": _plain_values(draft.typed),
            "said": draft.said,
            "place": vars(draft.place),
            "open": draft.is_open,
            "at": draft.at,
            "line": draft.line,
        }
    )


def read_draft(key: str, text: str) -> FormDraft | None:
    """The draft; None for a text that is none, or a newer program's."""
    try:
        plain = json.loads(text)
        if plain["format"] > FORMAT:
            return None
        return FormDraft(
            key=key,
            address=FormAddress(**_strings(plain["address"])),
            title=str(plain["title"]),
            begun=_values(plain["begun"]),
            typed=_values(plain["typed"]),
            said=tuple(str(words) for words in plain["said"]),
            place=_place(plain["place"]),
            is_open=bool(plain["open"]),
            at=str(plain["at"]),
            line=str(plain.get("line", "")),
        )
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None


def _strings(plain: Mapping[str, Any]) -> dict[str, str]:
    return {name: str(value) for name, value in plain.items()}


def _place(plain: Mapping[str, Any]) -> FormPlace:
    return FormPlace(str(plain["field"]), int(plain["row"]), int(plain["column"]), int(plain["caret"]))


def _plain_values(values: Values) -> dict[str, Any]:
    return {name: _plain(value) for name, value in values.items()}


def _plain(value: Value) -> Any:
    if not isinstance(value, tuple):
        return value
    roll = [[o.person, o.name, o.choice, o.votes, o.casts] for o in value if isinstance(o, RollLine)]
    rows = [[o.key, list(o.cells)] for o in value if isinstance(o, RowLine)]
    return {"roll": roll} if roll else {"rows": rows}


def _values(plain: Mapping[str, Any]) -> dict[str, Value]:
    return {name: _value(value) for name, value in plain.items()}


def _value(plain: Any) -> Value:
    if isinstance(plain, bool | int | str):
        return plain
    if "roll" in plain:
        return tuple(
            RollLine(str(person), str(name), Ballot(choice) if choice is not None else None, bool(votes), bool(casts))
            for person, name, choice, votes, casts in plain["roll"]
        )
    return tuple(RowLine(str(key), tuple(str(cell) for cell in cells)) for key, cells in plain["rows"])
