"""The forms of people: when somebody came and went, as what she takes part, and who is added to the list."""

from __future__ import annotations

from dataclasses import replace
from datetime import time

from bra_desktop.domain.attendance import is_here, participant, seat_of, served_now
from bra_desktop.domain.content import MeetingContent, ParticipantContent, StayContent
from bra_desktop.domain.errors import UserError
from bra_desktop.domain.kinds import Capacity, Duty, Mode, Role
from bra_desktop.domain.serving import is_idle, never_served, service_words
from bra_desktop.domain.stay_checks import check_stays
from bra_desktop.domain.swedish_dates import clock
from bra_desktop.services.live import attendance, coming_and_going, serving
from bra_desktop.services.office import Office
from bra_desktop.services.preparing import planning
from bra_desktop.ui.live.forms.form import (
    FieldKind,
    Form,
    FormField,
    RowLine,
    Task,
    UnknownName,
    Values,
    clock_of,
    in_cell,
    keys_of,
    rows_of,
    text_of,
)
from bra_desktop.ui.live.forms.item_forms import Known
from bra_desktop.ui.live.forms.newcomers import NEW, NEW_PERSON, Newcomers, as_new
from bra_desktop.ui.live.scene import Scene, is_roll_call, item_choices
from bra_desktop.ui.live.sides.attendance_rows import seat_choices

MODES = (("på plats", Mode.ON_SITE.value), ("på distans", Mode.REMOTE.value))
CAPACITIES = (
    ("ledamot", Capacity.MEMBER.value),
    ("ersättare", Capacity.SUBSTITUTE.value),
    ("adjungerad", Capacity.CO_OPTED.value),
    ("tjänsteperson", Capacity.OFFICIAL.value),
    ("gäst", Capacity.GUEST.value),
)
CAME, LEFT = 0, 2
"""Where the clock times stand in a stay."""
NO_SEATS = (
    "Forumet har inga platser i Register, så det finns ingen plats att tjänstgöra på. "
    "Lägg upp ledamöternas platser under Forum."
)
_ROLES = {Capacity.SUBSTITUTE: Role.SUBSTITUTE, Capacity.CO_OPTED: Role.CO_OPTED}
_PLAIN = (Role.MEMBER, Role.SUBSTITUTE, Role.CO_OPTED)


def presence_form(scene: Scene, person: str) -> Form:
    """Every stretch of presence, how she takes part, whom she serves for, and whether she presides or adjusts."""
    content = scene.content
    who = participant(content, person)
    if who is None:
        raise KeyError(person)
    fields = [
        _stays_field(scene, who),
        FormField("notified", "Anmält förhinder", FieldKind.CHECK, who.absence_notified),
        FormField("capacity", "Deltar som", FieldKind.CHOICE, who.capacity.value, CAPACITIES),
        FormField(
            "serves", "Tjänstgör för", FieldKind.CHOICE, _seat_now(scene, who),
            (("tjänstgör inte", ""), *seat_choices(content)), _served_words(scene, who),
            only_if=("capacity", Capacity.SUBSTITUTE.value),
        ),
        FormField(
            "since", "Tjänstgöringen gäller från", FieldKind.CHOICE, scene.ongoing, _since(scene),
            only_if=("capacity", Capacity.SUBSTITUTE.value),
        ),
        FormField("note", "Anteckning (frivilligt)", value=who.note, example="t.ex. inbjuden till ett ärende"),
        FormField("duty", f"Uppdrag från {scene.item_words()}", FieldKind.CHOICE, "", _duties(scene, person)),
    ]  # fmt: skip

    def submit(values: Values) -> Task:
        return _presence_task(scene, person, values, _stays(content, who, values))

    form = Form("presence", content.person(person).name, tuple(fields), "Ändra närvaron", submit)
    if content.seats or who.capacity is not Capacity.SUBSTITUTE:
        return form
    return replace(form, lead_words="Platser i Register", lead_to=("register", "forums"))


def _seat_now(scene: Scene, who: ParticipantContent) -> str:
    return seat_of(scene.content, who, scene.ongoing) if who.capacity is Capacity.SUBSTITUTE else ""


def _since(scene: Scene) -> Known:
    """From when a service that is entered now holds: what was treated before is not touched unless she says so."""
    taken = {i.key for i in scene.content.items if i.opened_at is not None}
    return (("hela mötet", ""), *(choice for choice in item_choices(scene) if choice[1] in taken))


def _served_words(scene: Scene, who: ParticipantContent) -> str:
    """What is entered so far, where it is more than one seat or not the whole meeting, and why it rests."""
    if not scene.content.seats:
        return NO_SEATS
    names = {key: words for words, key in seat_choices(scene.content)}
    entered = ", ".join(
        " ".join(filter(None, (f"För {names.get(one.seat, '')}", service_words(scene.content, who, one))))
        for one in who.services
        if not is_idle(scene.content, who, one)
    )
    return ". ".join(filter(None, (entered, _rests_words(scene, who))))


def _rests_words(scene: Scene, who: ParticipantContent) -> str:
    """Who takes the seat that a substitute is put in, while both are there; empty when she serves, or nobody does."""
    content, seat = scene.content, _seat_now(scene, who)
    if not seat or not scene.running or scene.counts_nobody or not is_here(content, who):
        return ""
    serves = next((one.person for one in served_now(content) if one.seat == seat), who.person)
    return "" if serves == who.person else f"Tjänstgöringen vilar medan {content.person(serves).name} är här"


def _stays_field(scene: Scene, who: ParticipantContent) -> FormField:
    items = item_choices(scene)
    columns = (
        FormField("came", "Kom kl.", example="tomt: från början", past=True),
        FormField("from", "Från och med", FieldKind.CHOICE, "", (("–", ""), *items)),
        FormField("left", "Gick kl.", example="tomt: är kvar", past=True),
        FormField("to", "Till och med", FieldKind.CHOICE, "", (("–", ""), *items)),
        FormField("mode", "Sätt", FieldKind.CHOICE, Mode.ON_SITE.value, MODES),
    )
    lines = tuple(
        RowLine("", (_words(s.from_time), s.from_item, _words(s.to_time), s.to_item, s.mode.value)) for s in who.stays
    )
    return FormField(
        "stays", "Närvarande", FieldKind.ROWS, lines, columns=columns, add_words="Lägg till närvaro",
        remove_words="Ta bort", help_words="En ruta för varje gång någon kom. Ingen ruta: frånvarande.",
    )  # fmt: skip


def _stays(content: MeetingContent, who: ParticipantContent, values: Values) -> tuple[StayContent, ...]:
    """As they stand in the form. An end that was left as it was goes on being before the decision."""
    found: list[StayContent] = []
    name = content.person(who.person).name
    before_decisions = {(stay.to_time, stay.to_item) for stay in who.stays if stay.partly}
    for row, line in enumerate(rows_of(values, "stays")):
        came, start, left, end, mode = line.cells
        times = clock_of(came, in_cell("stays", row, CAME)), clock_of(left, in_cell("stays", row, LEFT))
        found.append(StayContent(*times, start, end, Mode(mode), (times[1], end) in before_decisions))
    for row, stay in enumerate(found):
        if stay.to_time is None and not stay.to_item and stay is not found[-1]:
            raise UserError("Skriv när personen gick innan hen kom tillbaka.", in_cell("stays", row, LEFT))
        check_stays(content, name, tuple(found[: row + 1]), in_cell("stays", row))
    return tuple(found)


def _duties(scene: Scene, person: str) -> Known:
    adjusts = any(o.person == person and o.duty is Duty.ADJUST for o in scene.content.officers)
    duties = [
        ("oförändrat", ""),
        ("leder mötet härifrån", Duty.PRESIDE.value),
        ("för protokoll härifrån", Duty.MINUTES.value),
    ]
    if not scene.notes:
        duties.append(("ska inte justera", "release") if adjusts else ("utses att justera", Duty.ADJUST.value))
    return tuple(duties)


def _presence_task(scene: Scene, person: str, values: Values, stays: tuple[StayContent, ...]) -> Task:
    row, who = scene.participant_ids()[person], participant(scene.content, person)
    capacity, note = Capacity(text_of(values, "capacity")), text_of(values, "note")
    serves = text_of(values, "serves") if capacity is Capacity.SUBSTITUTE else ""
    notified, duty, since = bool(values.get("notified")), text_of(values, "duty"), text_of(values, "since")
    idle = who is not None and not serves and never_served(scene.content, who)

    def task(office: Office) -> object:
        done: object = None
        if who is None:
            return done
        if capacity is not who.capacity:
            done = attendance.change_row(office, row, {"capacity": capacity, **_role(who, capacity)})
        if not stays and notified != who.absence_notified:
            done = attendance.mark_absent(office, row, notified=notified) or done
        if stays != who.stays:
            done = attendance.set_stays(office, row, stays) or done
        if capacity is Capacity.SUBSTITUTE and (idle or (serves, since) != (_seat_now(scene, who), scene.ongoing)):
            done = serving.serve_for(office, row, serves or None, since) or done
        if note != who.note:
            done = attendance.set_note(office, row, note) or done
        if duty:
            _appoint(office, scene, person, duty)
        return done

    return task


def _role(who: ParticipantContent, capacity: Capacity) -> dict[str, Role]:
    """A role that only says the capacity follows it; who chairs or keeps the minutes goes on doing so."""
    return {"role": _ROLES.get(capacity, Role.MEMBER)} if who.role in _PLAIN else {}


def _appoint(office: Office, scene: Scene, person: str, duty: str) -> None:
    content = scene.content
    if duty == "release":
        for officer, row in zip(content.officers, scene.view.officers, strict=True):
            if officer.person == person and officer.duty is Duty.ADJUST:
                attendance.release(office, row)
        return
    whole = duty == Duty.ADJUST.value or (scene.shown and content.order(scene.shown) == 0)
    attendance.appoint(office, content.ref, Duty(duty), person, None if whole else scene.shown)


def guest_form(scene: Scene) -> Form:
    """Somebody who was not on the list: as what, why, and whether she is there already."""
    newcomers, on_list = Newcomers(), {p.person for p in scene.content.participants}
    known: Known = tuple((scene.called[p.id], p.id) for p in scene.people if p.id not in on_list)
    fields = (
        FormField("person", "Namn", FieldKind.NAMES, "", known, "Ur Register, eller ett nytt namn."),
        NEW_PERSON,
        FormField("capacity", "Som", FieldKind.CHOICE, Capacity.GUEST.value, tuple(reversed(CAPACITIES))),
        FormField("note", "Anteckning (frivilligt)", example="t.ex. inbjuden till ett ärende"),
        FormField("here", "Är här nu", FieldKind.CHECK, scene.content.closed_at is None),
        FormField("mode", "Sätt", FieldKind.CHOICE, Mode.ON_SITE.value, MODES),
    )

    def submit(values: Values) -> Task:
        person, new = _guest(values, known)
        capacity, mode = Capacity(text_of(values, "capacity")), Mode(text_of(values, "mode"))
        note, here = text_of(values, "note"), bool(values.get("here"))

        def task(office: Office) -> object:
            found = newcomers.person(office, new) if new else person
            row = planning.add_participant(office, scene.content.ref, found, capacity, note)
            if capacity in _ROLES:
                attendance.change_row(office, row, {"role": _ROLES[capacity]})
            if here and is_roll_call(scene):
                attendance.mark_present(office, row, mode)
            elif here:
                coming_and_going.arrive(office, row, None, scene.ongoing, mode)
            return row

        return task

    return Form("guest", "Lägg till person", fields, "Lägg till person", submit, adds_to_register=True)


def _guest(values: Values, known: Known) -> tuple[str, str]:
    """The person's key, or the name of somebody new."""
    words = " ".join(text_of(values, "person").split())
    if not words:
        raise UserError("Skriv ett namn.", "person")
    if values.get(NEW) and words.casefold() not in {name.casefold() for name, _key in known} and "," not in words:
        return "", words
    try:
        return keys_of(words, known, "person")[0], ""
    except UnknownName as unknown:
        return "", as_new(words, unknown, NEW_PERSON, bool(values.get(NEW)))


def _words(at: time | None) -> str:
    return clock(at) if at else ""
