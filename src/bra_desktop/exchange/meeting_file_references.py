"""Who and what a meeting file points at: names become keys, and what points at nothing is refused."""

from __future__ import annotations

import dataclasses
from dataclasses import replace
from typing import Any

from bra_desktop.domain import content as shape
from bra_desktop.domain.content import MeetingContent, OrganisationContent, PersonContent
from bra_desktop.domain.errors import UserError
from bra_desktop.domain.pointers import key_fields, own_keys, rekey
from bra_desktop.domain.quoting import short
from bra_desktop.domain.swedish import capital_first
from bra_desktop.domain.text import Reference, Table, TextDocument
from bra_desktop.exchange.meeting_file_words import NOTHING_CHANGED, field_of, place

PERSON, ORGANISATION, ITEM, ANNEX, SEAT = "person", "organisation", "item", "annex", "seat"
_POINTED_AT = (PERSON, ORGANISATION, ITEM, ANNEX, SEAT)
_REQUIRED = {
    (shape.ParticipantContent, "person"),
    (shape.OfficerContent, "person"),
    (shape.BallotContent, "person"),
    (shape.StatementContent, "person"),
    (shape.RecusalContent, "person"),
}
_ADVICE = {
    PERSON: "som inte finns i filen eller i Register. Lägg till personen eller rätta namnet.",
    ORGANISATION: "en organisation som inte finns i filen eller i Register. Lägg till den eller rätta namnet.",
    ITEM: "en punkt som inte finns i filen. Rätta nyckeln.",
    ANNEX: "en bilaga som inte finns i filen. Rätta nyckeln.",
    SEAT: "en plats som inte finns i filen. Rätta nyckeln.",
}


def points_at(kind: type) -> dict[str, str]:
    """The fields of a dataclass that point at people, organisations, items, annexes or seats."""
    fields = key_fields(kind).items()
    return {name: target for name, target in fields if target in _POINTED_AT and name != "key"}


def resolve(
    content: MeetingContent,
    plain: Any,
    name: str,
    known_people: tuple[PersonContent, ...],
    known_organisations: tuple[OrganisationContent, ...],
) -> MeetingContent:
    """The content with keys where names stood, and with the known people and organisations that it needs.

    Raises UserError for the first reference that leads nowhere or to more than one.
    """
    book = _Book(content, plain, name, known_people, known_organisations)
    resolved = book.resolved(content, "")
    assert isinstance(resolved, MeetingContent)
    people = tuple(
        replace(person, organisation=book.key(ORGANISATION, person.organisation, "people"))
        if person.organisation
        else person
        for person in book.used_people.values()
    )
    return replace(
        resolved,
        people=resolved.people + people,
        organisations=resolved.organisations + tuple(book.used_organisations.values()),
    )


class _Book:
    """Everything that can be pointed at."""

    def __init__(
        self,
        content: MeetingContent,
        plain: Any,
        name: str,
        known_people: tuple[PersonContent, ...],
        known_organisations: tuple[OrganisationContent, ...],
    ) -> None:
        self.plain = plain
        self.name = name
        self._inner_keys: set[tuple[str, str]] = set()
        self.used_people: dict[str, PersonContent] = {}
        self.used_organisations: dict[str, OrganisationContent] = {}
        self._known_people = known_people
        self._known_organisations = known_organisations
        self._people = content.people
        self._organisations = content.organisations
        self._keys = {
            ITEM: {item.key for item in content.items},
            ANNEX: {annex.key for annex in content.annexes},
            SEAT: {seat.key for seat in content.seats},
            PERSON: {person.key for person in content.people},
            ORGANISATION: {organisation.key for organisation in content.organisations},
        }

    def resolved(self, value: Any, path: str) -> Any:
        """A copy of the value with every reference as a key."""
        if isinstance(value, TextDocument):
            self._check_text(value, path)
            return value
        if isinstance(value, tuple):
            return tuple(self.resolved(part, f"{path}[{n}]") for n, part in enumerate(value))
        if not dataclasses.is_dataclass(value) or isinstance(value, type):
            return value
        changes: dict[str, Any] = {}
        kinds = points_at(type(value))
        for field in dataclasses.fields(value):
            part = getattr(value, field.name)
            here = f"{path}.{field.name}" if path else field.name
            kind = kinds.get(field.name)
            new = self.resolved(part, here) if kind is None else self._pointed(kind, part, here)
            if kind and not part and (type(value), field.name) in _REQUIRED:
                self._refuse(kind, "", here)
            if new != part:
                changes[field.name] = new
        if isinstance(value, shape.ItemContent):
            self._check_decisions(value, path)
            return self._with_keys_of_its_own(replace(value, **changes))
        return replace(value, **changes) if changes else value

    def key(self, kind: str, word: str, path: str) -> str:
        """The key that a word stands for: a key itself, or a name. Raises UserError."""
        if word in self._keys[kind]:
            return word
        if kind == PERSON:
            return self._person(word, path)
        if kind == ORGANISATION:
            return self._organisation(word, path)
        self._refuse(kind, word, path)
        raise AssertionError

    def _pointed(self, kind: str, part: Any, path: str) -> Any:
        if isinstance(part, tuple):
            return tuple(self.key(kind, word, f"{path}[{n}]") for n, word in enumerate(part))
        return self.key(kind, part, path) if part else part

    def _person(self, word: str, path: str) -> str:
        in_file = [p for p in self._people if p.name == word]
        known = [p for p in self._known_people if word in (p.key, p.name)] if not in_file else []
        self._refuse_several(len({p.key for p in in_file + known}), word, path)
        for person in in_file:
            return person.key
        for person in known:
            if person.key not in self._keys[PERSON]:
                self.used_people[person.key] = person
            return person.key
        self._refuse(PERSON, word, path)
        raise AssertionError

    def _organisation(self, word: str, path: str) -> str:
        in_file = [o for o in self._organisations if word in (o.name, o.short_name)]
        known = [o for o in self._known_organisations if word in (o.key, o.name, o.short_name)] if not in_file else []
        self._refuse_several(len({o.key for o in in_file + known}), word, path)
        for organisation in in_file:
            return organisation.key
        for organisation in known:
            if organisation.key not in self._keys[ORGANISATION]:
                self.used_organisations[organisation.key] = organisation
            return organisation.key
        self._refuse(ORGANISATION, word, path)
        raise AssertionError

    def _with_keys_of_its_own(self, item: shape.ItemContent) -> shape.ItemContent:
        """Keys inside an item need only differ there in the file; here they differ in the whole meeting."""
        new: dict[tuple[str, str], str] = {}
        for pointer in own_keys(replace(item, key="")):
            kind, key = pointer.kind, pointer.key
            if key:
                while (kind, key) in self._inner_keys:
                    key = f"{item.key}.{key}"
                new[kind, pointer.key] = key
        self._inner_keys.update((kind, key) for (kind, _), key in new.items())
        if all(old == key for (_, old), key in new.items()):
            return item
        return rekey(item, lambda kind, key: new.get((kind, key), key))

    def _check_text(self, document: TextDocument, path: str) -> None:
        for n, block in enumerate(document.blocks):
            if isinstance(block, Table):
                runs = [run for row in block.rows for cell in row.cells for run in cell.runs]
            else:
                runs = list(getattr(block, "runs", ()))
            for run in runs:
                if run.reference is not None:
                    self._check_reference(run.reference, f"{path}.blocks[{n}]")

    def _check_reference(self, reference: Reference, path: str) -> None:
        if reference.kind in (PERSON, ORGANISATION):
            self.key(reference.kind, reference.id, path)

    def _check_decisions(self, item: shape.ItemContent, path: str) -> None:
        keys = {decision.key for decision in item.decisions}
        for n, action in enumerate(item.actions):
            if action.decision and action.decision not in keys:
                here = f"{path}.actions[{n}].decision"
                raise UserError(
                    f"{self._start(here)} pekar på beslutet ”{short(action.decision)}”, som inte finns i "
                    f"punkten. Rätta nyckeln i filen {short(self.name)}. {NOTHING_CHANGED}",
                    here,
                )

    def _refuse_several(self, count: int, word: str, path: str) -> None:
        if count > 1:
            raise UserError(
                f"{self._start(path)} nämner {short(word)}, som är namnet på {count} i filen eller i "
                f"Register. Skriv nyckeln i stället i filen {short(self.name)}. {NOTHING_CHANGED}",
                path,
            )

    def _start(self, path: str) -> str:
        """The place in the file, where a sentence begins with it."""
        return capital_first(place(path, self.plain))

    def _refuse(self, kind: str, word: str, path: str) -> None:
        if not word:
            raise UserError(
                f"I filen {short(self.name)}, {place(path, self.plain)}: {field_of(path)} är tom. Skriv vem det är. "
                f"{NOTHING_CHANGED}",
                path,
            )
        named = short(word) if kind == PERSON else f"”{short(word)}”,"
        comma = "," if kind == PERSON else ""
        raise UserError(
            f"{self._start(path)} i filen {short(self.name)} nämner {named}{comma} {_ADVICE[kind]} {NOTHING_CHANGED}",
            path,
        )
