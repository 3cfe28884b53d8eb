"""The form of the election item: who adjusts the protocol."""

from __future__ import annotations

from bra_desktop.domain.attendance import present
from bra_desktop.domain.kinds import Duty
from bra_desktop.services import attendance
from bra_desktop.services.office import Office
from bra_desktop.ui.live.form import FieldKind, Form, FormField, Task, Values, keys_of, names_of, text_of
from bra_desktop.ui.live.item_forms import people_of
from bra_desktop.ui.live.scene import Scene


def adjuster_form(scene: Scene) -> Form:
    """Those who are there can be chosen; who is taken out of the line is no longer to adjust."""
    content = scene.content
    rows = {
        o.person: row for o, row in zip(content.officers, scene.view.officers, strict=True) if o.duty is Duty.ADJUST
    }
    known = people_of(scene, (*present(content, scene.shown), *rows))
    word = content.forum.adjusters_word or "Justerare"
    line = FormField(
        "persons", word, FieldKind.NAMES, names_of(tuple(rows), known), known, "Flera skiljs åt med komma."
    )

    def submit(values: Values) -> Task:
        chosen = keys_of(text_of(values, "persons"), known, "persons")

        def task(office: Office) -> object:
            for person, row in rows.items():
                if person not in chosen:
                    attendance.release(office, row)
            for person in chosen:
                if person not in rows:
                    attendance.appoint(office, content.ref, Duty.ADJUST, person)
            return None

        return task

    return Form("adjusters", "Val av justerare", (line,), "Utse justerare", submit)
