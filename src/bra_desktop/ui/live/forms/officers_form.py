"""The form of who presides, keeps the minutes and adjusts, from § to §."""

from __future__ import annotations

from collections.abc import Sequence

from bra_desktop.domain.errors import UserError
from bra_desktop.domain.kinds import Duty
from bra_desktop.services.live import attendance
from bra_desktop.services.live.roll import OfficerRow, roll
from bra_desktop.services.office import Office
from bra_desktop.ui.live.forms.form import FieldKind, Form, FormField, RowLine, Task, Values, rows_of
from bra_desktop.ui.live.forms.item_forms import people_of
from bra_desktop.ui.live.scene import Scene, item_choices

DUTIES = (
    ("leder mötet", Duty.PRESIDE.value),
    ("för protokoll", Duty.MINUTES.value),
    ("justerar", Duty.ADJUST.value),
)


def officers_form(scene: Scene) -> Form:
    """One row for each appointment. Another name in a row replaces the one who stood there, and a new row is from the §
    that goes on: that is when somebody else takes over.
    """
    content = scene.content
    rows = zip(scene.view.officers, content.officers, strict=True)
    lines = tuple(RowLine(key, (o.duty.value, o.person, o.from_item, o.to_item, o.reason)) for key, o in rows)
    items = item_choices(scene)
    people = people_of(scene)
    listed = {key for _, key in people}
    people += tuple((content.person(o.person).name, o.person) for o in content.officers if o.person not in listed)
    duties = DUTIES[:2] if scene.notes else DUTIES
    columns = (
        FormField("duty", "Uppdrag", FieldKind.CHOICE, Duty.PRESIDE.value, duties),
        FormField("person", "Vem", FieldKind.CHOICE, "", (("välj någon", ""), *people)),
        FormField("from", "Från och med", FieldKind.CHOICE, scene.ongoing, (("mötets början", ""), *items)),
        FormField("to", "Till och med", FieldKind.CHOICE, "", (("mötets slut", ""), *items)),
        FormField("reason", "Skäl (frivilligt)", example="t.ex. inträder i stället för Per Alm"),
    )
    field = FormField(
        "officers", "Uppdrag på mötet", FieldKind.ROWS, lines, columns=columns, add_words="Lägg till uppdrag",
        remove_words="Ta bort", help_words="Den som har kortast sträcka går före. Ordförandens egen plats behöver "
        "ingen rad.", adds_first=True,
    )  # fmt: skip

    def submit(values: Values) -> Task:
        wanted = rows_of(values, "officers")
        for line in wanted:
            if not line.cells[1]:
                raise UserError("Välj vem som har uppdraget, eller ta bort raden.", "officers")
        return lambda office: _keep(office, content.ref, wanted)

    return Form("officers", "Ordförande, sekreterare och justerare", (field,), "Ändra uppdragen", submit)


def _keep(office: Office, ref: str, wanted: Sequence[RowLine]) -> object:
    """What is gone goes first, so that nobody stands in the way of her own new interval."""
    known = {officer.id: officer for officer in roll(office, ref).officers}
    kept = {line.key for line in wanted if line.key in known and known[line.key].duty.value == line.cells[0]}
    done: object = None
    for key in known:
        if key not in kept:
            done = attendance.release(office, key)
    for line in wanted:
        duty, person, start, end, reason = line.cells
        if line.key not in kept:
            done = attendance.appoint(office, ref, Duty(duty), person, start or None, end or None, reason)
        elif changed := _changed(known[line.key], line):
            done = attendance.change_officer(office, line.key, changed)
    return done


def _changed(officer: OfficerRow, line: RowLine) -> dict[str, object]:
    _duty, person, start, end, reason = line.cells
    before = (officer.person_id, officer.from_item, officer.to_item, officer.reason)
    if before == (person, start, end, reason):
        return {}
    return {"person_id": person, "from_item_id": start or None, "to_item_id": end or None, "reason": reason}
