"""The form of the election item: who adjusts the protocol, and the decision that says so."""

from __future__ import annotations

from collections.abc import Sequence

from bra_desktop.domain.attendance import present
from bra_desktop.domain.content import DecisionContent, MeetingContent
from bra_desktop.domain.errors import UserError
from bra_desktop.domain.kinds import DecisionKind, Duty, ItemType
from bra_desktop.domain.swedish import listing
from bra_desktop.domain.swedish_dates import at_clock, date_in_text
from bra_desktop.services.live import attendance, decisions
from bra_desktop.services.office import Office
from bra_desktop.ui.live.forms.form import (
    FieldKind,
    Form,
    FormField,
    Task,
    Values,
    keys_of,
    names_of,
    text_of,
)
from bra_desktop.ui.live.forms.item_forms import Known, people_of
from bra_desktop.ui.live.forms.those_there import keys_of_those_there
from bra_desktop.ui.live.scene import Scene


def adjuster_form(scene: Scene) -> Form:
    """Those who are there can be chosen; who is taken out of the line is no longer to adjust."""
    content = scene.content
    rows = {
        o.person: row for o, row in zip(content.officers, scene.view.officers, strict=True) if o.duty is Duty.ADJUST
    }
    known = people_of(scene, (*present(content, scene.shown), *rows))
    word = content.forum.adjusters_word or "Justerare"
    before = _decided(scene, tuple(rows))
    election = scene.item.type is ItemType.ELECTION
    fields = (
        FormField(
            "persons", word, FieldKind.NAMES, names_of(tuple(rows), known), known, "Flera skiljs åt med komma.",
            explain=lambda words: _explained(content, words, known) if election else "",
        ),
        FormField("decide", "Skriv beslutet i paragrafen", FieldKind.CHECK, before is not None or not scene.decisions),
    )  # fmt: skip

    def submit(values: Values) -> Task:
        chosen = keys_of_those_there(scene, text_of(values, "persons"), known, "persons")
        writes = election and bool(values.get("decide")) and bool(chosen)

        def task(office: Office) -> object:
            for person in rows.keys() - set(chosen):
                attendance.release(office, rows[person])
            for person in chosen:
                if person not in rows:
                    attendance.appoint(office, content.ref, Duty.ADJUST, person)
            if writes:
                _write(office, scene.shown, before, decision_words(content, chosen))
            return None

        return task

    return Form("adjusters", "Val av justerare", fields if election else fields[:1], "Utse justerare", submit)


def decision_words(content: MeetingContent, adjusters: Sequence[str]) -> str:
    """The att-sats: who adjusts, and when if that is known."""
    names = listing(content.person(key).name for key in adjusters)
    planned = content.adjustment.planned_at
    day = f" den {date_in_text(planned.date())} {at_clock(planned.time())}" if planned else ""
    return f"utse {names} att justera protokollet{day}."


def _decided(scene: Scene, adjusters: Sequence[str]) -> DecisionContent | None:
    """The decision that was written for those who adjust now, untouched since."""
    words = decision_words(scene.content, adjusters) if adjusters else ""
    return next((d for d in scene.decisions if d.text == words), None)


def _explained(content: MeetingContent, words: str, known: Known) -> str:
    try:
        chosen = keys_of(words, known, "persons")
    except UserError:
        return ""
    return f"att {decision_words(content, chosen)}" if chosen else ""


def _write(office: Office, item: str, before: DecisionContent | None, words: str) -> None:
    if before is None:
        decisions.add_decision(office, item, words, DecisionKind.APPOINT)
    elif before.text != words:
        decisions.change_decision(office, before.key, words)
