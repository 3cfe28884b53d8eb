"""A form as a value: its fields, what it is called, and what becomes of it. The panel that shows it knows no more."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import time
from enum import StrEnum

from bra_desktop.domain.errors import UserError
from bra_desktop.domain.kinds import Ballot
from bra_desktop.domain.swedish import quoted
from bra_desktop.services.office import Office

Task = Callable[[Office], object]
"""One call of the services, run on the writer thread."""


@dataclass(frozen=True)
class Told:
    """What is to be known of a change that was kept, as that it contradicts other times: said at once."""

    words: str


class FieldKind(StrEnum):
    """How a field is filled in."""

    LINE = "line"
    TEXT = "text"
    LONG = "long"
    FILE = "file"
    NAMES = "names"
    CHOICE = "choice"
    CHECK = "check"
    NUMBER = "number"
    ROLL = "roll"
    ROWS = "rows"


@dataclass(frozen=True)
class RollLine:
    """One person in a vote by name; somebody who does not take part can't be given a vote.

    ``choice`` is None until a vote is given. ``casts`` marks the one whose vote decides when they are equal.
    """

    person: str
    name: str
    choice: Ballot | None
    votes: bool
    casts: bool = False


@dataclass(frozen=True)
class RowLine:
    """One row of a field with several: the key of what it shows (empty for a new one), and the words of its cells."""

    key: str
    cells: tuple[str, ...]


Value = str | bool | int | tuple[RollLine, ...] | tuple[RowLine, ...]


@dataclass(frozen=True)
class FormField:
    """One field. NAMES takes several, separated by commas, out of ``known`` (words, key); CHOICE one of them.

    ``explain`` says below the field what has been understood of its words. ``only_if`` is (field, value or
    values): shown then. LONG is a text of several paragraphs, where Enter makes a line; FILE the path of a file. A
    LINE with ``known`` is completed by their words and may say something else. ROWS has the same ``columns`` in each
    row, which ``add_words`` and ``remove_words`` give and take away. ``past`` is a clock time of what has happened.
    ``beside``: to the right of the one before. ``adds_first``: of ROWS, whoever comes there wants a new one, so the
    button for it stands above them.
    """

    name: str
    words: str
    kind: FieldKind = FieldKind.LINE
    value: Value = ""
    known: tuple[tuple[str, str], ...] = ()
    help_words: str = ""
    example: str = ""
    explain: Callable[[str], str] | None = None
    only_if: tuple[str, str | tuple[str, ...]] | None = None
    columns: tuple[FormField, ...] = ()
    add_words: str = "Lägg till rad"
    remove_words: str = "Ta bort raden"
    past: bool = False
    beside: bool = False
    adds_first: bool = False

    def filled(self, value: Value) -> FormField:
        """The same field with another value."""
        return replace(self, value=value)


Values = Mapping[str, Value]


class UnknownName(UserError):
    """A name that fits nobody."""

    def __init__(self, name: str, where: str) -> None:
        super().__init__(f"{quoted(name)} finns inte i listan. Rätta namnet eller lägg till det i Register.", where)
        self.name = name


@dataclass(frozen=True)
class FormAddress:
    """Which form it is, so that it can be found again: the meeting's id and the item's, what the form is called among
    the forms, and the key of what it changes or is to make.
    """

    meeting: str
    item: str
    name: str
    key: str = ""


@dataclass(frozen=True)
class Form:
    """``submit`` reads the values and answers what is to be done; it raises UserError with the field as ``where``.

    ``lead_words`` stand on a button that goes to ``lead_to``, a page and what it shows, where something is mended.
    ``typed``: what it is filled with stands nowhere else, so it counts as typed in it. ``line``: the line of the item's
    text that it was begun from, which goes when the form is sent.
    """

    name: str
    title: str
    fields: tuple[FormField, ...]
    submit_words: str
    submit: Callable[[Values], Task]
    remove_words: str = ""
    remove: Task | None = None
    removed_words: str = ""
    intro: str = ""
    focus: str = ""
    adds_to_register: bool = False
    lead_words: str = ""
    lead_to: tuple[str, str] = ("", "")
    address: FormAddress | None = None
    typed: bool = False
    line: str = ""

    def filled(self, values: Values) -> Form:
        """The same form with what was typed in it."""
        return replace(self, fields=tuple(one.filled(values.get(one.name, one.value)) for one in self.fields))


def listed_in(text: str, known: Sequence[tuple[str, str]]) -> tuple[str, ...]:
    """What stands between the commas and semicolons of a line, where the commas inside a known name part nothing."""
    found: list[str] = []
    parts = [" ".join(part.split()) for part in re.split(r"[,;]", text)]
    names = {words.casefold() for words, _ in known if "," in words}
    while parts:
        most = next((n for n in range(len(parts), 1, -1) if ", ".join(parts[:n]).casefold() in names), 1)
        found.append(", ".join(parts[:most]))
        parts = parts[most:]
    return tuple(part for part in found if part)


def keys_of(text: str, known: Sequence[tuple[str, str]], where: str) -> tuple[str, ...]:
    """The keys of the names in a line, separated by commas, semicolons or "och".

    A name may be shortened as long as only one fits, and may itself hold the word "och". Raises UserError for one
    that fits nobody.
    """
    whole = {words.casefold() for words, _ in known}
    found = []
    for listed in listed_in(text, known):
        names = [listed] if listed.casefold() in whole else re.split(r"\s*\boch\b\s*", listed)
        found += _keys(listed, [name for name in names if name], known, where)
    return tuple(dict.fromkeys(found))


def _keys(listed: str, names: list[str], known: Sequence[tuple[str, str]], where: str) -> list[str]:
    """Where none of the names is known, "och" may stand inside one: the whole is what is unknown."""
    found, unknown = [], []
    for name in names:
        try:
            found.append(_key(name, known, where))
        except UnknownName as wrong:
            unknown.append(wrong)
    if unknown:
        raise unknown[0] if found else UnknownName(listed, where)
    return found


def _key(name: str, known: Sequence[tuple[str, str]], where: str) -> str:
    wanted = name.casefold()
    exact = [key for words, key in known if words.casefold() == wanted]
    near = {key for words, key in known if fits(words, name)}
    if len(set(exact)) == 1 or (len(near) == 1 and not exact):
        return exact[0] if exact else near.pop()
    if near or exact:
        raise UserError(f"{quoted(name)} kan vara flera. Skriv hela namnet.", where)
    raise UnknownName(name, where)


def fits(name: str, typed: str) -> bool:
    """Whether a name, or what is left of it from one of its words on, begins with what was typed."""
    wanted, parts = typed.casefold(), name.casefold().split()
    return name.casefold().startswith(wanted) or any(
        " ".join(parts[n:]).startswith(wanted) for n in range(1, len(parts))
    )


def names_of(keys: Sequence[str], known: Sequence[tuple[str, str]]) -> str:
    """The line that :func:`keys_of` would read back."""
    words = {key: name for name, key in reversed(known)}
    return ", ".join(words[key] for key in keys if key in words)


def clock_of(text: str, where: str) -> time | None:
    """10.20, 10:20, 1020 or 9. None for an empty field. Raises UserError for anything else."""
    words = text.strip().removeprefix("kl.").removeprefix("kl").strip()
    if not words:
        return None
    found = re.fullmatch(r"(\d{1,2})(?:[.:]?(\d{2}))?", words)
    if found is None or int(found[1]) > 23 or int(found[2] or 0) > 59:
        raise UserError(f"{quoted(text)} är inget klockslag. Skriv t.ex. 10.20.", where)
    return time(int(found[1]), int(found[2] or 0))


def in_cell(name: str, row: int, column: int = 0) -> str:
    """Where something is wrong in a field of several rows, both counted from 0."""
    return f"{name}/{row}/{column}"


def text_of(values: Values, name: str) -> str:
    """The words of a field, without room round them."""
    return str(values.get(name, "")).strip()


def rows_of(values: Values, name: str) -> tuple[RowLine, ...]:
    """The rows of a field that has several."""
    value = values.get(name, ())
    return tuple(line for line in value if isinstance(line, RowLine)) if isinstance(value, tuple) else ()
