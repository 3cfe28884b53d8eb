"""The seats that a meeting file names, found among the forum's own or made."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from bra_desktop.domain.content import MeetingContent, SeatContent
from bra_desktop.domain.register import Forum, Membership, Seat
from bra_desktop.services.office import Office
from bra_desktop.storage.work import Work


class FileSeats:
    """The forum's seats as the file names them: found by what they are for and who holds them, else made."""

    def __init__(
        self,
        office: Office,
        work: Work,
        forum: Forum,
        content: MeetingContent,
        change: Callable[[str, str], str],
        known: dict[tuple[str, str], str],
        new_id: Callable[[str, str], str],
    ) -> None:
        """``change`` gives the id of a key, ``new_id`` that of something new, both by kind."""
        self._office, self._work, self._forum, self._content = office, work, forum, content
        self._change, self._known, self._new_id = change, known, new_id

    def place(self) -> None:
        """Give every seat of the file its id, and the people who hold it their memberships."""
        day = self._content.date
        free = sorted(self._work.all(Seat, forum_id=self._forum.id), key=lambda s: s.position)
        held: dict[str, set[str]] = {}
        for one in self._work.all(Membership, forum_id=self._forum.id):
            if one.seat_id and one.holds_on(day):
                held.setdefault(one.seat_id, set()).add(one.person_id)
        told_seats = [
            (n, told, {self._change("person", h) for h in told.holders}) for n, told in enumerate(self._content.seats)
        ]
        for _, told, holders in told_seats:
            match = next((s for s in free if s.id == told.key or held.get(s.id, set()) & holders), None)
            if match is not None:
                free.remove(match)
                self._known["seat", told.key] = match.id
                if match.id not in held:  # vacant when an earlier file was read, held by somebody at this meeting
                    for holder in sorted(holders):
                        self._seated(match, holder, match.position, day)
        for position, told, holders in told_seats:
            if ("seat", told.key) not in self._known:
                self._known["seat", told.key] = self._fitting(position, told, holders, free, held).id
        self._work.flush()

    def _fitting(
        self, position: int, told: SeatContent, holders: set[str], free: list[Seat], held: dict[str, set[str]]
    ) -> Seat:
        """A seat for the same organisation and party that nobody held that day, else a new one.

        A seat that the file says is vacant may be one that somebody has held since.
        """
        organisation = self._change("organisation", told.organisation) if told.organisation else None
        wanted = (organisation, told.party, told.label)
        fits = [
            s for s in free if (s.organisation_id, s.party, s.label) == wanted and (s.id not in held or not holders)
        ]
        if not fits:
            return self._made(position, told, organisation)
        free.remove(fits[0])
        for holder in sorted(holders):
            self._seated(fits[0], holder, position, self._content.date)
        return fits[0]

    def _made(self, position: int, told: SeatContent, organisation: str | None) -> Seat:
        seat = Seat(
            id=self._new_id("seat", told.key),
            forum_id=self._forum.id,
            position=position,
            organisation_id=organisation,
            party=told.party,
            label=told.label,
        )
        self._work.add(seat)
        for holder in told.holders:
            self._seated(seat, self._change("person", holder), position, None)
        return seat

    def _seated(self, seat: Seat, person: str, position: int, since: date | None) -> None:
        self._work.add(
            Membership(
                id=self._office.new_id(),
                forum_id=self._forum.id,
                person_id=person,
                seat_id=seat.id,
                position=position,
                valid_from=since,
            )
        )
