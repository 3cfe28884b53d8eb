"""The forms of what leads to a decision and follows from it: motion, reservation, recusal, statement, sending."""

from __future__ import annotations

from datetime import time

from bra_desktop.domain.attendance import present
from bra_desktop.domain.content import (
    DispatchContent,
    MotionContent,
    RecusalContent,
    ReservationContent,
    StatementContent,
)
from bra_desktop.domain.errors import RuleBroken, UserError
from bra_desktop.domain.kinds import MotionKind
from bra_desktop.domain.swedish_dates import clock
from bra_desktop.services.live import decisions
from bra_desktop.services.office import Office
from bra_desktop.ui.live.forms.form import (
    FieldKind,
    Form,
    FormField,
    Task,
    Values,
    clock_of,
    keys_of,
    listed_in,
    names_of,
    text_of,
)
from bra_desktop.ui.live.forms.those_there import keys_of_those_there
from bra_desktop.ui.live.scene import Scene
from bra_desktop.ui.live.wording import MOTION_WORDS, motion_kind

Known = tuple[tuple[str, str], ...]


def people_of(scene: Scene, only: tuple[str, ...] | None = None) -> Known:
    """The names on the meeting's list, or those of them that are given."""
    on_list = [p.person for p in scene.content.participants]
    return tuple((scene.called[key], key) for key in on_list if only is None or key in only)


def motion_form(scene: Scene, new_key: str, old: MotionContent | None = None) -> Form:
    """Who moves what, and who supports it."""
    known = people_of(scene, present(scene.content, scene.shown) or None)
    kinds = tuple((words, kind.value) for kind, words in MOTION_WORDS.items())
    fields = (
        FormField("persons", "Vem yrkar", FieldKind.NAMES, names_of(old.persons, known) if old else "", known),
        FormField("kind", "Slag", FieldKind.CHOICE, (old.kind if old else MotionKind.APPROVE).value, kinds),
        FormField("text", "Yrkande", FieldKind.TEXT, old.text if old else "", example="t.ex. bifall till förslaget"),
        FormField(
            "supported",
            "Instämmer (frivilligt)",
            FieldKind.NAMES,
            names_of(old.supported_by, known) if old else "",
            known,
        ),
    )

    def submit(values: Values) -> Task:
        persons = _named(keys_of_those_there(scene, text_of(values, "persons"), known, "persons"), "persons")
        kind = motion_kind(text_of(values, "text"), MotionKind(text_of(values, "kind")))
        text = text_of(values, "text") or MOTION_WORDS[kind]
        supported = keys_of_those_there(scene, text_of(values, "supported"), known, "supported")
        motion = MotionContent(old.key if old else new_key, persons, text, kind, supported)
        return lambda office: decisions.put_motion(office, scene.shown, motion)

    return part_form(scene, "motion", "Yrkande", fields, "Lägg till yrkande", submit, "motions", old.key if old else "")


def recusal_form(scene: Scene, new_key: str, now: time, old: RecusalContent | None = None) -> Form:
    """Who is disqualified, why, and when she left and came back."""
    known = people_of(scene)
    began = scene.item.opened_at or now
    fields = (
        FormField("person", "Vem är jävig", FieldKind.NAMES, names_of((old.person,), known) if old else "", known),
        FormField("reason", "Skäl (frivilligt)", value=old.reason if old else "", example="t.ex. kassör i föreningen"),
        FormField("left", "Lämnade rummet", value=_clock(old.left_at if old else began), past=True),
        FormField("returned", "Kom tillbaka (frivilligt)", value=_clock(old.returned_at if old else None), past=True),
    )

    def submit(values: Values) -> Task:
        person = _one(values, known)
        left, returned = clock_of(text_of(values, "left"), "left"), clock_of(text_of(values, "returned"), "returned")
        recusal = RecusalContent(old.key if old else new_key, person, text_of(values, "reason"), left, returned)
        return lambda office: decisions.put_recusal(office, scene.shown, recusal)

    return part_form(scene, "recusal", "Jäv", fields, "Anmäl jäv", submit, "recusals", old.key if old else "")


def reservation_form(scene: Scene, new_key: str, now: time, old: ReservationContent | None = None) -> Form:
    """Who reserves herself against the decision, and when it was announced."""
    known = people_of(scene)
    closed = scene.content.closed_at
    fields = (
        FormField("persons", "Vem reserverar sig", FieldKind.NAMES, names_of(old.persons, known) if old else "", known),
        FormField(
            "text", "Reservation (frivilligt)", FieldKind.TEXT, old.text if old else "",
            example="t.ex. till förmån för eget yrkande",
        ),
        FormField(
            "announced", "Anmäld", value=_clock(old.announced_at if old else None if closed else now), past=True
        ),
    )  # fmt: skip

    def submit(values: Values) -> Task:
        persons = _somebody(values, "persons", known)
        at = clock_of(text_of(values, "announced"), "announced")
        reservation = ReservationContent(old.key if old else new_key, persons, text_of(values, "text"), at)
        return lambda office: _reserve(office, scene, reservation)

    title, words = "Reservation", "Anteckna reservation"
    return part_form(scene, "reservation", title, fields, words, submit, "reservations", old.key if old else "")


def _reserve(office: Office, scene: Scene, reservation: ReservationContent) -> object:
    """A refusal is told at the field that it is about: who reserves herself, or when it was announced."""
    try:
        return decisions.put_reservation(office, scene.shown, reservation)
    except RuleBroken as refused:
        about_person = any(scene.content.person(key).name in refused.text for key in reservation.persons)
        raise RuleBroken(refused.text, "persons" if about_person else "announced", refused.missing) from refused


def statement_form(scene: Scene, new_key: str, old: StatementContent | None = None) -> Form:
    """Words put on record."""
    known = people_of(scene)
    fields = (
        FormField("person", "Vem", FieldKind.NAMES, names_of((old.person,), known) if old else "", known),
        FormField("text", "Anteckning", FieldKind.TEXT, old.text if old else ""),
        FormField("special", "Särskilt yttrande", FieldKind.CHECK, old.special if old else False),
    )

    def submit(values: Values) -> Task:
        person, text = _one(values, known), text_of(values, "text")
        if not text:
            raise UserError("Skriv det som ska antecknas till protokollet.", "text")
        statement = StatementContent(old.key if old else new_key, person, text, bool(values.get("special")))
        return lambda office: decisions.put_statement(office, scene.shown, statement)

    title = "Protokollsanteckning"
    return part_form(
        scene, "statement", title, fields, "Lägg till anteckning", submit, "statements", old.key if old else ""
    )


def dispatch_form(scene: Scene) -> Form:
    """To whom the decision is sent: organisations that are known, and names in words."""
    known: Known = tuple((o.short_name or o.name, o.id) for o in scene.organisations)
    known += tuple((o.name, o.id) for o in scene.organisations if o.short_name)
    names = {key: words for words, key in reversed(known)}
    there = ", ".join(names.get(d.organisation, "") or d.name for d in scene.item.dispatch)
    fields = (
        FormField(
            "to", "Beslutet skickas till", FieldKind.NAMES, there, known, "Flera skiljs åt med komma.", "t.ex. Polisen"
        ),
    )  # fmt: skip

    def submit(values: Values) -> Task:
        recipients = []
        for part in listed_in(text_of(values, "to"), known):
            key = next((k for words, k in known if words.casefold() == part.casefold()), "")
            recipients.append(DispatchContent(key) if key else DispatchContent(name=part))
        return lambda office: decisions.set_dispatch(office, scene.shown, tuple(recipients))

    return Form("dispatch", "Beslutet skickas till", fields, "Ange mottagare", submit)


def part_form(
    scene: Scene, name: str, title: str, fields: tuple[FormField, ...], words: str, submit: object, part: str, key: str
) -> Form:
    """The form of a part of the item: one that adds it, or with its key one that changes it or takes it away."""

    def remove(office: Office) -> object:
        return decisions.remove_part(office, scene.shown, part, key)

    where = f"{title} i {scene.item_words()}"
    if not key:
        return Form(name, where, fields, words, submit)  # type: ignore[arg-type]
    return Form(
        name, where, fields, "Ändra", submit, "Ta bort", remove, f"{title} är borttagen."  # type: ignore[arg-type]
    )  # fmt: skip


def _one(values: Values, known: Known) -> str:
    """The one person who is named; a second name is never dropped without a word."""
    first, *others = _somebody(values, "person", known)
    if others:
        raise UserError("Skriv bara ett namn här och lägg till nästa för sig.", "person")
    return first


def _somebody(values: Values, field: str, known: Known) -> tuple[str, ...]:
    return _named(keys_of(text_of(values, field), known, field), field)


def _named(found: tuple[str, ...], field: str) -> tuple[str, ...]:
    if not found:
        raise UserError("Skriv ett namn ur listan.", field)
    return found


def _clock(at: time | None) -> str:
    return clock(at) if at is not None else ""
