"""The forms of an action, an item, a person's presence, and the meeting's clock times."""

from __future__ import annotations

from datetime import date, time

from bra_desktop.domain.actions import resolve_words
from bra_desktop.domain.attendance import participant
from bra_desktop.domain.content import ActionContent, AdjournmentContent, OrganisationContent, StayContent
from bra_desktop.domain.due_phrases import parse_due
from bra_desktop.domain.errors import RuleBroken, UserError
from bra_desktop.domain.kinds import Capacity, Duty, ItemType, Mode
from bra_desktop.domain.swedish import quoted
from bra_desktop.domain.swedish_dates import clock, long_date
from bra_desktop.services import actions, attendance, minutes, opening, planning
from bra_desktop.services.office import Office
from bra_desktop.ui.live.attendance_rows import seat_choices
from bra_desktop.ui.live.form import FieldKind, Form, FormField, Task, Values, clock_of, keys_of, names_of, text_of
from bra_desktop.ui.live.item_forms import Known, people_of
from bra_desktop.ui.live.scene import Scene

EVERYBODY = "alla"


def action_form(scene: Scene, text: str = "", old: ActionContent | None = None) -> Form:
    """What is to be done, by whom (several), by when in words, and who is the contact."""
    names = _organisation_names(scene)
    people: Known = tuple((p.name, p.id) for p in scene.people) or people_of(scene)
    responsible = names_of(old.responsible, names) if old else ""
    fields = (
        FormField(
            "text", "Åtgärd", FieldKind.TEXT, old.text if old else text, example="t.ex. Byt armaturer i gångtunneln"
        ),
        FormField(
            "responsible", "Ansvarig", FieldKind.NAMES, EVERYBODY if old and old.everybody else responsible,
            (*names, (EVERYBODY, EVERYBODY)), "Flera skiljs åt med komma. Den första håller ihop arbetet.",
        ),
        FormField(
            "due", "Klart senast (frivilligt)", value=old.due.isoformat() if old and old.due else "",
            example="31/1, nästa möte eller om två veckor", explain=lambda words: _explained(scene, words),
        ),
        FormField(
            "contact", "Kontakt (frivilligt)", FieldKind.NAMES, names_of((old.contact,), people) if old else "", people
        ),
    )  # fmt: skip

    def submit(values: Values) -> Task:
        given = _given(scene, values, people)
        if old is not None:
            changed = {k: v for k, v in given.items() if k != "lead_id"}
            return lambda office: actions.change_action(office, old.key, changed)
        new = actions.NewAction(**given, item_id=scene.shown)  # type: ignore[arg-type]
        return lambda office: actions.add_action(office, new)

    def remove(office: Office) -> object:
        return actions.remove_action(office, old.key) if old else None

    title = f"Åtgärd i {scene.item_words()}"
    if old is None:
        return Form("action", title, fields, "Lägg till åtgärd", submit, focus="responsible" if text else "")
    return Form("action", title, fields, "Ändra åtgärden", submit, "Ta bort", remove, "Åtgärden är borttagen.")


def _given(scene: Scene, values: Values, people: Known) -> dict[str, object]:
    words = text_of(values, "text")
    if not words:
        raise UserError("Skriv vad som ska göras, t.ex. Byt armaturer i gångtunneln.", "text")
    keys, everybody = _responsible(scene, text_of(values, "responsible"))
    contact = keys_of(text_of(values, "contact"), people, "contact")
    return {
        "text": words,
        "responsible": keys,
        "everybody": everybody,
        "due": due_day(scene, text_of(values, "due")),
        "contact_id": contact[0] if contact else None,
    }


def _responsible(scene: Scene, words: str) -> tuple[tuple[str, ...], bool]:
    known = [OrganisationContent(o.id, o.name, o.short_name, o.kind) for o in scene.organisations]
    found: list[str] = []
    everybody = False
    for part in filter(None, (p.strip() for p in words.split(","))):
        if part.casefold() == EVERYBODY:
            everybody = True
            continue
        keys = resolve_words(part, known) or keys_of(part, _organisation_names(scene), "responsible")
        found += keys
    return tuple(dict.fromkeys(found)), everybody


def due_day(scene: Scene, words: str, where: str = "due") -> date | None:
    """The day that the words mean, counted from the meeting's day. Raises UserError with the field."""
    if not words:
        return None
    try:
        return parse_due(words, scene.content.date, scene.next_meeting)
    except RuleBroken as refused:
        raise UserError(refused.text, where) from refused
    except UserError as wrong:
        raise UserError(wrong.text, where) from wrong


def _explained(scene: Scene, words: str) -> str:
    try:
        day = due_day(scene, words.strip())
    except UserError:
        return ""
    return long_date(day) if day else ""


def _organisation_names(scene: Scene) -> Known:
    short: Known = tuple((o.short_name, o.id) for o in scene.organisations if o.short_name)
    return short + tuple((o.name, o.id) for o in scene.organisations)


def item_form(scene: Scene) -> Form:
    """A new item, added while the meeting runs."""
    people = people_of(scene)
    later = [i for i in scene.content.items if i.paragraph is None and i.opened_at is None and not i.struck]
    places = (*((f"före {quoted(i.title)}", i.key) for i in later), ("sist", ""))
    fields = (
        FormField("title", "Rubrik", example="t.ex. Kvällsöppet bibliotek"),
        FormField("minutes", "Minuter (frivilligt)", value=""),
        FormField("presenters", "Föredragande (frivilligt)", FieldKind.NAMES, "", people),
        FormField("place", "Plats", FieldKind.CHOICE, later[-1].key if later else "", places),
    )

    def submit(values: Values) -> Task:
        title = text_of(values, "title")
        if not title:
            raise UserError("Skriv en rubrik för punkten, t.ex. Information från polisen.", "title")
        planned = _number(text_of(values, "minutes"), "minutes")
        who = keys_of(text_of(values, "presenters"), people, "presenters")
        new = planning.PlannedItem(title, ItemType.OTHER, planned, "", who)
        before = text_of(values, "place") or None
        return lambda office: planning.add_item(office, scene.content.ref, new, before)

    return Form("item", "Nytt ärende", fields, "Lägg till ärende", submit)


def presence_form(scene: Scene, person: str) -> Form:
    """When somebody came and went, how she takes part, whom she serves for, and whether she presides or adjusts."""
    content = scene.content
    who = participant(content, person)
    if who is None:
        raise KeyError(person)
    stay = who.stays[-1] if who.stays else StayContent()
    duties = _duties(scene, person)
    fields = [
        FormField("here", "Har varit med på mötet", FieldKind.CHECK, bool(who.stays)),
        FormField(
            "came", "Kom", value=clock(stay.from_time) if stay.from_time else "", help_words="Tomt: från början."
        ),
        FormField("left", "Gick", value=clock(stay.to_time) if stay.to_time else "", help_words="Tomt: är kvar."),
        FormField("remote", "På distans", FieldKind.CHECK, stay.mode is Mode.REMOTE),
        FormField("notified", "Anmält förhinder", FieldKind.CHECK, who.absence_notified),
    ]
    if who.capacity is Capacity.SUBSTITUTE:
        choices = (("tjänstgör inte", ""), *seat_choices(content))
        fields.append(FormField("serves", "Tjänstgör för", FieldKind.CHOICE, who.serves_for, choices))
    fields.append(FormField("duty", f"Uppdrag från {scene.item_words()}", FieldKind.CHOICE, "", duties))

    def submit(values: Values) -> Task:
        came, left = clock_of(text_of(values, "came"), "came"), clock_of(text_of(values, "left"), "left")
        if came and left and left < came:
            raise UserError("Klockslaget då personen gick är före det då hen kom. Ändra ett av dem.", "left")
        return _presence_task(scene, person, values, came, left)

    return Form("presence", content.person(person).name, tuple(fields), "Ändra närvaron", submit)


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


def _presence_task(scene: Scene, person: str, values: Values, came: time | None, left: time | None) -> Task:
    content, row = scene.content, scene.participant_ids()[person]
    who = participant(content, person)
    old = who.stays if who else ()
    mode = Mode.REMOTE if values.get("remote") else Mode.ON_SITE
    last = old[-1] if old else StayContent()
    from_item = last.from_item if came == last.from_time else ""
    to_item = last.to_item if left == last.to_time else ""
    stay = StayContent(came, left, from_item, to_item, mode)
    stays = (*old[:-1], stay) if values.get("here") else ()
    duty, serves = text_of(values, "duty"), values.get("serves")

    def task(office: Office) -> object:
        done: object = None
        if not stays and bool(values.get("notified")) != bool(who and who.absence_notified):
            done = attendance.mark_absent(office, row, notified=bool(values.get("notified")))
        if stays != old:
            done = attendance.set_stays(office, row, stays) or done
        if isinstance(serves, str) and who is not None and serves != who.serves_for:
            done = attendance.serve_for(office, row, serves or None) or done
        if duty:
            _appoint(office, scene, person, duty)
        return done

    return task


def _appoint(office: Office, scene: Scene, person: str, duty: str) -> None:
    content = scene.content
    if duty == "release":
        for officer, row in zip(content.officers, scene.view.officers, strict=True):
            if officer.person == person and officer.duty is Duty.ADJUST:
                attendance.release(office, row)
        return
    whole = duty == Duty.ADJUST.value or (scene.shown and content.order(scene.shown) == 0)
    attendance.appoint(office, content.ref, Duty(duty), person, None if whole else scene.shown)


def times_form(scene: Scene) -> Form:
    """The clock times of the meeting, of the shown item and of the breaks."""
    content, item = scene.content, scene.item

    def words(at: time | None) -> str:
        return clock(at) if at else ""

    what = scene.item_words()
    fields = [
        FormField("opened", "Mötet öppnades", value=words(content.opened_at)),
        FormField("closed", "Mötet avslutades", value=words(content.closed_at)),
        FormField("began", f"{what} började", value=words(item.opened_at)),
        FormField("ended", f"{what} slutade", value=words(item.closed_at)),
    ]
    for n, pause in enumerate(content.adjournments, 1):
        fields.append(FormField(f"from{n}", f"Ajournering {n} började", value=words(pause.from_time)))
        fields.append(FormField(f"to{n}", f"Ajournering {n} slutade", value=words(pause.to_time)))

    def submit(values: Values) -> Task:
        at = {field.name: clock_of(text_of(values, field.name), field.name) for field in fields}
        breaks = tuple(
            AdjournmentContent(at[f"from{n}"] or pause.from_time, at[f"to{n}"], pause.after_item)
            for n, pause in enumerate(content.adjournments, 1)
        )

        def task(office: Office) -> object:
            done: object = None
            if (at["opened"], at["closed"]) != (content.opened_at, content.closed_at):
                done = opening.set_clock(office, content.ref, at["opened"], at["closed"])
            if (at["began"], at["ended"]) != (item.opened_at, item.closed_at):
                done = minutes.set_clock(office, item.key, at["began"], at["ended"]) or done
            if breaks != content.adjournments:
                done = opening.set_adjournments(office, content.ref, breaks) or done
            return done

        return task

    return Form("times", "Rätta klockslag", tuple(fields), "Ändra klockslagen", submit)


def guest_form(scene: Scene) -> Form:
    """A guest or somebody co-opted, who was not on the list."""
    on_list = {p.person for p in scene.content.participants}
    known: Known = tuple((p.name, p.id) for p in scene.people if p.id not in on_list)
    kinds = (("gäst", "guest"), ("adjungerad", "co_opted"), ("tjänsteperson", "official"), ("ersättare", "substitute"))
    fields = (
        FormField("person", "Namn", FieldKind.NAMES, "", known, "Personer ur Register."),
        FormField("capacity", "Som", FieldKind.CHOICE, "guest", kinds),
    )

    def submit(values: Values) -> Task:
        found = keys_of(text_of(values, "person"), known, "person")
        if not found:
            raise UserError("Skriv ett namn ur Register.", "person")
        capacity = Capacity(text_of(values, "capacity"))
        return lambda office: planning.add_participant(office, scene.content.ref, found[0], capacity)

    return Form("guest", "Lägg till deltagare", fields, "Lägg till deltagare", submit)


def _number(words: str, where: str) -> int | None:
    if not words:
        return None
    if not words.isdecimal():
        raise UserError(f"{quoted(words)} är inget antal minuter. Skriv t.ex. 10.", where)
    return int(words)
