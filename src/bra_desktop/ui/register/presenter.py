"""What Register shows and does. Knows no Qt."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Protocol

from bra_desktop.domain.entity import Entity
from bra_desktop.domain.errors import UserError
from bra_desktop.domain.headings import PaperHeading
from bra_desktop.domain.swedish_dates import date_in_text
from bra_desktop.services import phrases, reading, register, undoing
from bra_desktop.services.office import Office
from bra_desktop.services.papers import copies, decision_registers, look
from bra_desktop.services.papers.copies import Form
from bra_desktop.services.papers.documents import MadeDocument
from bra_desktop.services.phrases import PhraseBank
from bra_desktop.services.reading import (
    CertificateRow,
    ForumRow,
    MembershipRow,
    MunicipalityRow,
    OrganisationRow,
    PersonRow,
    SeatRow,
)
from bra_desktop.ui.handing_out import write_out
from bra_desktop.ui.running import Runner

CHANGED = ("register",)
Refused = Callable[[UserError], None]
Kept = Callable[[str], None]
"""Told the id of what was kept, so that the list can show it."""


@dataclass(frozen=True)
class Registered:
    """The whole register from one moment. ``templates`` are the agenda templates: name and id."""

    municipality: MunicipalityRow | None
    arms: bytes
    organisations: tuple[OrganisationRow, ...]
    people: tuple[PersonRow, ...]
    forums: tuple[ForumRow, ...]
    seats: Mapping[str, tuple[SeatRow, ...]]
    memberships: tuple[MembershipRow, ...]
    certificates: tuple[CertificateRow, ...]
    templates: tuple[tuple[str, str], ...]
    today: date
    phrases: PhraseBank

    def counts(self) -> tuple[int, int, int, int]:
        """Organisations, people, forums and phrases, as the tabs stand."""
        return len(self.organisations), len(self.people), len(self.forums), len(self.phrases.phrases)

    def memberships_of(self, forum_id: str) -> tuple[MembershipRow, ...]:
        return tuple(m for m in self.memberships if m.forum_id == forum_id)

    def in_force(self, membership: MembershipRow) -> bool:
        """Whether the membership holds today or later."""
        return membership.valid_to is None or membership.valid_to >= self.today

    def forum_words(self, forum_id: str) -> str:
        return next((f.short_name or f.name for f in self.forums if f.id == forum_id), "")


class Screen(Protocol):
    """What the page shows for the presenter."""

    def show_registered(self, registered: Registered) -> None: ...
    def told(self, words: str, change_set: str) -> None: ...


class RegisterPresenter:
    """Asks the services and hands values to the screen."""

    def __init__(self, runner: Runner, office: Office, screen: Screen) -> None:
        self._runner, self._office, self._screen = runner, office, screen

    def load(self) -> None:
        office = self._office
        self._runner.reread(lambda: registered(office), self._screen.show_registered)

    def save(
        self,
        kind: type[Entity],
        row: Any,
        values: Mapping[str, Any],
        words: str,
        kept: Kept,
        refused: Refused,
        *,
        keep_both: bool = False,
    ) -> None:
        """Adds an object, or gives the one of the row new values. words: what is told when it has been kept.

        keep_both: somebody else may have the same name.
        """
        office = self._office

        def act() -> tuple[str, str]:
            if row is None:
                return register.add(office, kind(id=office.new_id(), **values), keep_both=keep_both).id, ""
            changed = register.change(office, kind, row.id, values, row.revision, keep_both=keep_both)
            return row.id, changed.id if changed else ""

        def done(result: tuple[str, str]) -> None:
            kept(result[0])
            self._screen.told(words, result[1])

        self._runner.write(act, done, CHANGED, refused)

    def remove(self, kind: type[Entity], row: Any, words: str, kept: Kept, refused: Refused) -> None:
        office = self._office

        def act() -> str:
            removed = register.remove(office, kind, row.id)
            return removed.id if removed else ""

        def done(change_set: str) -> None:
            kept("")
            self._screen.told(words, change_set)

        self._runner.write(act, done, CHANGED, refused)

    def end(self, row: MembershipRow | SeatRow, last_day: date, kept: Kept, refused: Refused) -> None:
        """Ends a membership or a seat; its history is kept."""
        office, is_seat = self._office, isinstance(row, SeatRow)

        def act() -> str:
            end = register.end_seat if is_seat else register.end_membership
            ended = end(office, row.id, last_day, row.revision)
            return ended.id if ended else ""

        def done(change_set: str) -> None:
            kept("")
            what = "Platsen" if is_seat else "Uppdraget"
            self._screen.told(f"{what} slutar {date_in_text(last_day)} och finns kvar i historiken.", change_set)

        self._runner.write(act, done, CHANGED, refused)

    def undo(self, change_set: str) -> None:
        office, runner = self._office, self._runner
        runner.write(
            lambda: undoing.undo(office, change_set, shared=runner.shared),
            lambda _set: self._screen.told("Ändringen är ångrad.", ""),
            CHANGED,
        )

    def set_arms(self, path: Path, refused: Refused) -> None:
        office = self._office

        def act() -> str:
            kept = look.set_arms(office, path)
            return kept.id if kept else ""

        self._runner.write(act, lambda one: self._screen.told("Vapnet är bytt.", one), CHANGED, refused)

    def show_sample(
        self, name: str, contact_line: str, accent: str, show: Callable[[bytes], None], refused: Refused
    ) -> None:
        """Makes a page that looks as the papers would with these values, saved or not."""
        office = self._office

        def act() -> bytes | UserError:
            try:
                return look.sample_page(office, name, contact_line, accent)
            except UserError as error:
                return error

        self._runner.read(act, lambda made: refused(made) if isinstance(made, UserError) else show(made))

    def show_paper(
        self,
        forum_id: str,
        heading: PaperHeading | None,
        values: Mapping[str, Any],
        show: Callable[[bytes], None],
        refused: Refused,
    ) -> None:
        """Makes the paper on which the heading stands, as it would be with these values of the forum, saved or not."""
        office = self._office

        def act() -> bytes | UserError:
            try:
                return look.sample_paper(office, forum_id, heading, values)
            except UserError as error:
                return error

        self._runner.read(act, lambda made: refused(made) if isinstance(made, UserError) else show(made))

    def ask_for_years(self, forum_id: str, answer: Callable[[tuple[int, ...]], None]) -> None:
        """The years of which the forum has a register of decisions."""
        office = self._office
        self._runner.read(lambda: decision_registers.register_years(office, forum_id), answer)

    def make_register(self, forum_id: str, year: int, made: Callable[[MadeDocument], None]) -> None:
        office = self._office
        self._runner.read(lambda: decision_registers.make_register(office, forum_id, year), made)

    def copy_register(self, forum_id: str, year: int, form: Form, made: Callable[[MadeDocument], None]) -> None:
        """A copy of the register, which holds nothing that is confidential."""
        office = self._office
        self._runner.read(lambda: copies.copy_register(office, forum_id, year, form), lambda copied: made(copied.made))

    def save_document(self, made: MadeDocument, path: Path) -> None:
        self._runner.read(lambda: write_out(path, made.content), lambda _none: self.tell(f"{path.name} är sparad."))

    def tell(self, words: str) -> None:
        self._screen.told(words, "")

    def register_certificate(self, person: PersonRow, path: Path, pin: str, kept: Kept, refused: Refused) -> None:
        """Registers the certificate that is in the file."""
        office = self._office

        def act() -> date:
            from bra_desktop.services.adjusted import certificates

            return certificates.register_certificate(office, person.id, _content(path), pin)

        def done(last: date) -> None:
            kept(person.id)
            self._screen.told(f"Certifikatet för {person.name} är registrerat. Det gäller till {last.isoformat()}.", "")

        self._runner.write(act, done, CHANGED, refused)

    def issue_certificate(
        self, person: PersonRow, authority: Path, password: str, pin: str, place: Path, kept: Kept, refused: Refused
    ) -> None:
        """Issues a certificate from the municipality's own authority and puts the file where it was asked for."""
        office = self._office

        def act() -> None:
            from bra_desktop.services.adjusted import certificates

            certificates.issue_certificates(
                office, authority, password, [person.id], pin, files=lambda issued, _root: {place: issued[0].pkcs12}
            )

        def done(_nothing: None) -> None:
            kept(person.id)
            said = f"Certifikatet för {person.name} är utfärdat och registrerat: {place.name}."
            self._screen.told(f"{said} Lämna filen och pinkoden var för sig.", "")

        self._runner.write(act, done, CHANGED, refused)


def registered(office: Office) -> Registered:
    """The whole register as it is now."""
    from bra_desktop.system.content import agenda_templates

    today, forums = office.today(), reading.forums(office)
    return Registered(
        municipality=reading.municipality(office),
        arms=reading.arms(office),
        organisations=reading.organisations(office),
        people=reading.people(office),
        forums=forums,
        seats={forum.id: reading.seats(office, forum.id, today) for forum in forums},
        memberships=reading.memberships(office),
        certificates=reading.certificates(office),
        templates=tuple((template.name, template.id) for template in agenda_templates().templates),
        today=today,
        phrases=phrases.bank(office),
    )


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise UserError(f"Filen {path.name} går inte att öppna. Välj den igen.", where="file") from error
