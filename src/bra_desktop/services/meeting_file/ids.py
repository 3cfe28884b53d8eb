"""A meeting file's own keys turned into ids of the data, the same each time and, where they can be, in every folder."""

from __future__ import annotations

import uuid
from collections import Counter
from dataclasses import replace
from typing import Any

from bra_desktop.domain.content import MeetingContent, OrganisationContent, PersonContent
from bra_desktop.domain.errors import UserError
from bra_desktop.domain.meeting import Action, AgendaItem, Annex, Decision, Meeting
from bra_desktop.domain.pointers import rekey
from bra_desktop.domain.register import Forum, Organisation, Person, Seat
from bra_desktop.services.meeting_file.seats import FileSeats
from bra_desktop.services.office import Office
from bra_desktop.storage.work import Work

_NAMESPACE = uuid.UUID("6f0f5a52-6a6b-4d0b-9d53-2c0d2b6f2a11")
_PARTS: dict[str, type[Any]] = {"item": AgendaItem, "decision": Decision, "action": Action, "annex": Annex}
_REGISTER: dict[str, type[Any]] = {"person": Person, "organisation": Organisation, "seat": Seat}


class FileIds:
    """Gives what stands in a file its ids.

    People, organisations and seats are found in the register. For what is new, a key that is a UUID (the program wrote
    the file) is kept as the id unless something else has it here, so that a meeting has the same keys in every folder;
    any other key gives an id that follows from it and the meeting's reference.
    """

    def __init__(
        self, office: Office, work: Work, content: MeetingContent, forum: Forum, found: Meeting | None
    ) -> None:
        self._office, self._work, self._ref = office, work, content.ref
        self._meeting = found.id if found else self._new_meeting(content)
        self._known = {("meeting", content.key or content.ref): self._meeting}
        organisations = {o.id: o for o in work.all(Organisation)}
        for told in content.organisations:
            organisation = self._organisation(told, organisations)
            self._known["organisation", told.key] = organisation.id
            work.add(organisation)
        self._namesakes_in_file = Counter(person.name.casefold() for person in content.people)
        free = {p.id: p for p in work.all(Person)}
        for one in content.people:
            person = self._person(one, free)
            free.pop(person.id, None)  # two of one name in a file are two people
            self._known["person", one.key] = person.id
            work.add(person)
        work.flush()
        FileSeats(office, work, forum, content, self.change, self._known, self._new_in_register).place()

    def given(self, content: MeetingContent) -> MeetingContent:
        """The content with ids where keys stood."""
        return rekey(replace(content, key=content.key or content.ref), self.change)

    def numbered(self, kind: str, n: int) -> str:
        """The id of the n-th participant or officer, which have no keys."""
        return self._derived(kind, str(n))

    def change(self, kind: str, key: str) -> str:
        """The id of what has that key in the file."""
        if (kind, key) in self._known:
            return self._known[kind, key]
        if kind not in _PARTS:
            return key  # inside an item, where it need only differ within the meeting, or another meeting's
        return key if _is_id(key) and self._is_free(_PARTS[kind], key) else self._derived(kind, key)

    def _new_meeting(self, content: MeetingContent) -> str:
        free = _is_id(content.key) and self._work.find(Meeting, content.key) is None
        return content.key if free else self._derived("meeting", content.key or content.ref)

    def _is_free(self, kind: type[Any], key: str) -> bool:
        """Whether nothing has the id, or a part of this very meeting."""
        there = self._work.find(kind, key)
        return there is None or there.meeting_id == self._meeting

    def _new_in_register(self, kind: str, key: str) -> str:
        """An id for a person, organisation or seat that the register lacks."""
        for candidate in (key, self._derived(kind, key)):
            if _is_id(candidate) and self._work.find(_REGISTER[kind], candidate) is None:
                return candidate
        return self._office.new_id()

    def _derived(self, kind: str, key: str) -> str:
        return str(uuid.uuid5(_NAMESPACE, f"{self._ref}/{kind}/{key}"))

    def _organisation(self, told: OrganisationContent, known: dict[str, Organisation]) -> Organisation:
        """The register's organisation of that id or name; else a new one, put among the known."""
        same_id = known.get(told.key)
        if same_id is not None and same_id.name == told.name:
            return same_id
        for found in known.values():
            if found.name.casefold() == told.name.casefold():
                return found
        new = Organisation(
            id=self._new_in_register("organisation", told.key),
            name=told.name,
            short_name=told.short_name,
            kind=told.kind,
            code=told.key[:8],
        )
        known[new.id] = new
        return new

    def _person(self, told: PersonContent, known: dict[str, Person]) -> Person:
        """The register's person of that id or name; else a new one.

        Among several of that name the organisation and the title tell. Raises UserError when they don't and the file
        names fewer.
        """
        same_id = known.get(told.key)
        if same_id is not None and same_id.name == told.name:
            return same_id
        organisation = self.change("organisation", told.organisation) if told.organisation else None
        same = [p for p in known.values() if p.name.casefold() == told.name.casefold()]
        at_home = [p for p in same if p.organisation_id == organisation]
        if len(same) > self._namesakes_in_file[told.name.casefold()]:
            same = [p for p in at_home if p.title == told.title] if len(at_home) > 1 else at_home
            if len(same) != 1:
                raise UserError(
                    f"Flera i Register heter {told.name}. Ange organisation och titel i filen som i Register.",
                    where="people",
                )
        if same:
            return next((p for p in same if p in at_home), same[0])
        return Person(
            id=self._new_in_register("person", told.key),
            name=told.name,
            title=told.title,
            organisation_id=organisation,
            party=told.party,
            email=told.email,
        )


def _is_id(key: str) -> bool:
    """Whether the key is a UUID as the program writes it."""
    try:
        return str(uuid.UUID(key)) == key
    except ValueError:
        return False
