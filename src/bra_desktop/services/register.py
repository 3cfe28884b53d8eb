"""The register: organisations, people, forums, seats and memberships."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Any, TypeVar

from bra_desktop.domain.colours import accent_of
from bra_desktop.domain.entity import Entity
from bra_desktop.domain.errors import RuleBroken, UserError
from bra_desktop.domain.headings import ABOVE_THE_TEXT, ADJUSTERS, AGENDA, LONGEST, LONGEST_WORD
from bra_desktop.domain.kinds import MeetingState, Role
from bra_desktop.domain.meeting import Meeting
from bra_desktop.domain.register import Forum, Membership, Municipality, Organisation, Person, Seat
from bra_desktop.domain.swedish_dates import date_in_text
from bra_desktop.services.office import Office
from bra_desktop.services.wording import check_words
from bra_desktop.storage.ledger import ChangeSet
from bra_desktop.storage.queries.contents import frozen_item_ids
from bra_desktop.storage.work import Work

E = TypeVar("E", bound=Entity)

_WORDS = {
    Municipality: "kommun",
    Organisation: "organisation",
    Person: "person",
    Forum: "forum",
    Seat: "plats",
    Membership: "uppdrag",
}
_NAME_FIRST = "Skriv ett namn, t.ex. {example}."
_DONE = frozenset({MeetingState.ADJUSTED, MeetingState.ESTABLISHED, MeetingState.ARCHIVED, MeetingState.CANCELLED})
NEW_SEAT = "new"
"""As a membership's seat: make one for its person, in the same step."""
_ADDRESS = re.compile(r"[^\s@,;]+@[^\s@,;]+\.[^\s@,;.]+")
"""Forgiving: something, @, and a domain with a dot in it. Only sending a letter shows whether it arrives."""
_EXAMPLES = {Organisation: "Samhällsbyggnadsförvaltningen", Person: "Eva Lind", Forum: "Brottsförebyggande rådet"}


class NameTaken(UserError):
    """Somebody else in the register has that name; both can be kept, if that is meant. ``fact``: who has it."""

    def __init__(self, fact: str) -> None:
        super().__init__(f"{fact} Välj den personen, eller lägg till den andra under Register.", where="namn")
        self.fact = fact


def add(office: Office, new: E, *, keep_both: bool = False) -> E:
    """Add an object to the register.

    Raises UserError for a missing name or text that cannot be kept, NameTaken for a person's name that somebody has
    already, unless both are to be kept.
    """
    with office.work(f"Lägg till {_WORDS[type(new)]}") as work:
        _check(new)
        if isinstance(new, Person) and not keep_both:
            _refuse_namesake(work, new)
        _make_seat(office, work, new)
        work.add(new)
        work.commit()
    return new


def change(
    office: Office, kind: type[E], object_id: str, values: Mapping[str, Any], revision: int, *, keep_both: bool = False
) -> ChangeSet | None:
    """Give an object new values. Frozen protocols keep the old ones, and so does a meeting with a § locked apart.

    Raises Gone, Stale, UserError as :func:`add`, or RuleBroken for what a forum's §§ follow while one is locked apart
    and its protocol isn't adjusted.
    """
    with office.work(f"Ändra {_WORDS[kind]}") as work:
        found = work.get(kind, object_id, revision)
        before, rules = getattr(found, "name", ""), _rules(found)
        for name, value in values.items():
            setattr(found, name, value)
        _make_seat(office, work, found)
        _check(found)
        if isinstance(found, Person) and not keep_both and _folded(found.name) != _folded(before):
            _refuse_namesake(work, found)
        _refuse_held_longer(work, found)
        if isinstance(found, Forum) and _rules(found) != rules:
            _refuse_with_locked_item(work, found)
        return work.commit()


def remove(office: Office, kind: type[E], object_id: str) -> ChangeSet | None:
    """Take an object out of the register; what has been written keeps its name, and undo brings it back."""
    with office.work(f"Ta bort {_WORDS[kind]}") as work:
        found = work.get(kind, object_id)
        _refuse_in_use(work, found, office.today())
        work.delete(found)
        return work.commit()


def end_membership(office: Office, membership_id: str, last_day: date, revision: int) -> ChangeSet | None:
    """End a membership; its history is kept. Raises Gone, Stale, or UserError for a day before its first."""
    return change(office, Membership, membership_id, {"valid_to": last_day}, revision)


def end_seat(office: Office, seat_id: str, last_day: date, revision: int) -> ChangeSet | None:
    """End a seat; meetings that were held keep it.

    Raises Gone, Stale, RuleBroken when somebody holds it longer, or UserError for a day before its first.
    """
    return change(office, Seat, seat_id, {"valid_to": last_day}, revision)


def _check(new: Entity) -> None:
    name = getattr(new, "name", None)
    if name is not None and not name.strip():
        raise UserError(_NAME_FIRST.format(example=_EXAMPLES.get(type(new), "Almby kommun")), where="namn")
    for field, value in vars(new).items():
        if not field.startswith("_"):
            check_words("Texten", field, value)
    if isinstance(new, Municipality):
        new.accent = accent_of(new.accent)
    if isinstance(new, Forum):
        _check_headings(new)
    if isinstance(new, Organisation | Person) and new.email.strip() and not _ADDRESS.fullmatch(new.email.strip()):
        raise UserError("Skriv e-postadressen som eva.lind@almby.example, eller lämna fältet tomt.", where="email")
    if isinstance(new, Membership | Seat) and new.valid_from and new.valid_to and new.valid_to < new.valid_from:
        raise UserError(
            f"{'Uppdraget' if isinstance(new, Membership) else 'Platsen'} slutar {new.valid_to.isoformat()}, "
            f"före sin början {new.valid_from.isoformat()}. Rätta en av dagarna.",
            where="period",
        )
    if isinstance(new, Membership) and new.role in (Role.MEMBER, Role.CHAIR, Role.VICE_CHAIR):
        new.substitutes_for = ()


def _check_headings(forum: Forum) -> None:
    """A heading stands on a line or two beside the text; an empty one is the usual one."""
    forum.agenda_word = forum.agenda_word.strip() or AGENDA
    forum.adjusters_word = forum.adjusters_word.strip() or ADJUSTERS
    said = [("agenda_word", forum.agenda_word), ("adjusters_word", forum.adjusters_word)]
    for name, words in [*said, *((one.heading.value, one.words) for one in forum.headings)]:
        if len(words) > LONGEST:
            raise UserError(f"Rubriken har {len(words)} tecken och får ha högst {LONGEST}. Korta den.", where=name)
        long = next((word for word in words.split() if len(word) > LONGEST_WORD), "")
        if long and name != "agenda_word" and name not in ABOVE_THE_TEXT:
            raise UserError(
                f"Ordet {long} får inte plats bredvid texten. Skriv ett ord med högst {LONGEST_WORD} tecken.",
                where=name,
            )


def _folded(name: str) -> str:
    return " ".join(name.casefold().split())


def _refuse_namesake(work: Work, new: Person) -> None:
    same = [p for p in work.all(Person) if p.id != new.id and _folded(p.name) == _folded(new.name)]
    if not same:
        return
    home = work.get(Organisation, same[0].organisation_id).name if same[0].organisation_id else ""
    about = ", ".join(filter(None, (same[0].title, home))) or "utan organisation"
    raise NameTaken(f"{same[0].name} finns redan i Register ({about}).")


def _make_seat(office: Office, work: Work, entity: Entity) -> None:
    """The seat that a membership asks for: for the person's party where she is elected, else her organisation."""
    if not isinstance(entity, Membership) or entity.seat_id != NEW_SEAT:
        return
    entity.seat_id = None  # until there is one: looking for the others writes what has been changed
    person = work.get(Person, entity.person_id)
    last = max((seat.position for seat in work.all(Seat, forum_id=entity.forum_id)), default=0)
    seat = Seat(
        id=office.new_id(),
        forum_id=entity.forum_id,
        position=last + 1,
        organisation_id=None if person.party else person.organisation_id,
        party=person.party,
        valid_from=entity.valid_from,
    )
    work.add(seat)
    work.flush()
    entity.seat_id = seat.id


def _refuse_held_longer(work: Work, found: Entity) -> None:
    if not isinstance(found, Seat) or found.valid_to is None:
        return
    for held in work.all(Membership, seat_id=found.id):
        if held.valid_to is None or held.valid_to > found.valid_to:
            name = work.get(Person, held.person_id).name
            until = f"till {held.valid_to.isoformat()}" if held.valid_to else "tills vidare"
            raise RuleBroken(
                f"{name} har platsen {until}. Avsluta det uppdraget först, så kan platsen avslutas.", where="period"
            )


def _rules(found: Entity) -> tuple[object, ...]:
    """What decides of a forum's §§ which paper they stand in, their numbers, and whether the forum was quorate."""
    return (found.profile, found.numbering, found.number_prefix, found.quorum) if isinstance(found, Forum) else ()


def _refuse_with_locked_item(work: Work, forum: Forum) -> None:
    for meeting in work.all(Meeting, forum_id=forum.id):
        if meeting.state not in _DONE and frozen_item_ids(work.session, meeting.id):
            raise RuleBroken(
                f"Mötet den {date_in_text(meeting.day)} har en paragraf som är låst för omedelbar justering. Dokument, "
                "numrering och beslutsförhet går att ändra när hela protokollet är justerat. Inget har ändrats.",
                where=meeting.ref,
            )


def _refuse_in_use(work: Work, found: Entity, today: date) -> None:
    if isinstance(found, Forum) and work.all(Meeting, forum_id=found.id):
        raise RuleBroken(
            f"{found.name} har möten och kan inte tas bort. Sätt ett slutdatum för forumet i stället.",
            where=found.name,
        )
    if isinstance(found, Organisation) and work.all(Person, organisation_id=found.id):
        raise RuleBroken(
            f"{found.name} har personer i Register. Flytta dem till en annan organisation först.", where=found.name
        )
    if isinstance(found, Seat):
        held = [m for m in work.all(Membership, seat_id=found.id) if m.valid_to is None or m.valid_to >= today]
        if held:
            raise RuleBroken("Platsen innehas av någon. Avsluta uppdraget först, så finns historiken kvar.")
