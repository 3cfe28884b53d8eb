"""Names in a form that the register lacks: refused as a slip, until a tick says that they are new."""

from __future__ import annotations

from bra_desktop.domain.errors import UserError
from bra_desktop.domain.register import Organisation, Person
from bra_desktop.domain.swedish import quoted
from bra_desktop.services import register
from bra_desktop.services.office import Office
from bra_desktop.ui.live.forms.form import FieldKind, FormField, UnknownName

NEW = "new"
NEW_PERSON = FormField(NEW, "Ny person, läggs till i Register", FieldKind.CHECK, False)
NEW_ORGANISATION = FormField(NEW, "Ny organisation, läggs till i Register", FieldKind.CHECK, False)


def as_new(listed: str, unknown: UnknownName, tick: FormField, wanted: bool) -> str:
    """The name of somebody new. Raises UserError that says how to add her while the field isn't ticked."""
    if wanted and unknown.name.casefold() == listed.casefold():
        return listed
    how = "Skilj namnen åt med komma." if wanted else f"Rätta namnet, eller kryssa i {tick.words.partition(',')[0]}."
    raise UserError(f"{quoted(unknown.name)} finns inte i Register. {how}", unknown.where)


class Newcomers:
    """Puts new names in the register when a form is sent; once each, also when it is sent again after a refusal."""

    def __init__(self) -> None:
        self._made: dict[str, str] = {}

    def person(self, office: Office, name: str) -> str:
        """The id of the new person. Raises UserError for a name that can't be kept."""
        if name not in self._made:
            self._made[name] = register.add(office, Person(id=office.new_id(), name=name)).id
        return self._made[name]

    def organisation(self, office: Office, name: str) -> str:
        """The id of the new organisation. Raises UserError for a name that can't be kept."""
        if name not in self._made:
            self._made[name] = register.add(office, Organisation(id=office.new_id(), name=name)).id
        return self._made[name]
