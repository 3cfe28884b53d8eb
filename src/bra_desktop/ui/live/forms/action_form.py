"""The form of an action: what, by whom and with whom, by when, out of which decision, towards which goal."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from bra_desktop.domain.action_words import ActionWords
from bra_desktop.domain.actions import resolve_words
from bra_desktop.domain.content import ActionContent, OrganisationContent
from bra_desktop.domain.due_phrases import parse_due
from bra_desktop.domain.errors import RuleBroken, UserError
from bra_desktop.domain.kinds import ACTION_STATUS_WORDS, ActionStatus
from bra_desktop.domain.swedish import listing, shortened
from bra_desktop.domain.swedish_dates import long_date
from bra_desktop.services import actions
from bra_desktop.services.office import Office
from bra_desktop.ui.live.forms.form import (
    FieldKind,
    Form,
    FormField,
    Task,
    UnknownName,
    Values,
    keys_of,
    listed_in,
    names_of,
    text_of,
)
from bra_desktop.ui.live.forms.item_forms import Known, people_of
from bra_desktop.ui.live.forms.newcomers import NEW, NEW_ORGANISATION, Newcomers, as_new
from bra_desktop.ui.live.scene import Scene

EVERYBODY = "alla"
LONGEST = 60
BEFORE_DAY = ("till ", "senast ", "före ", "på ")


def action_form(scene: Scene, text: str = "", old: ActionContent | None = None) -> Form:
    """What is to be done, by whom (several), by when in words, and what it follows from and leads to."""
    people: Known = tuple((scene.called[p.id], p.id) for p in scene.people) or people_of(scene)
    newcomers = Newcomers()
    fields = (*_who_and_when(scene, text, old, people), *_why(scene, old))

    def submit(values: Values) -> Task:
        given, new = _given(scene, values, people)

        def task(office: Office) -> object:
            added = [newcomers.organisation(office, name) for name in new]
            who = tuple(dict.fromkeys((*given["responsible"], *added)))  # type: ignore[misc]
            whole = {**given, "responsible": who, "lead_id": given["lead_id"] or (who[0] if len(who) > 1 else None)}
            if old is not None:
                return actions.change_action(office, old.key, whole)
            return actions.add_action(office, actions.NewAction(**whole, item_id=scene.shown))  # type: ignore[arg-type]

        return task

    def remove(office: Office) -> object:
        return actions.remove_action(office, old.key) if old else None

    title = f"Åtgärd i {scene.item_words()}"
    form = Form("action", title, fields, "Lägg till åtgärd", submit, adds_to_register=True)
    if old is None:
        return replace(form, focus="responsible" if text else "")
    return replace(
        form,
        submit_words="Ändra åtgärden",
        remove_words="Ta bort",
        remove=remove,
        removed_words="Åtgärden är borttagen.",
    )


def worded_form(scene: Scene, action: ActionWords) -> Form:
    """The form of a new action, filled with what a typed line says; it begins in the first field that the line left."""
    form = action_form(scene, action.text)
    people: Known = tuple((scene.called[p.id], p.id) for p in scene.people) or people_of(scene)
    said = {
        "responsible": names_of(action.organisations, (*organisation_names(scene), (EVERYBODY, EVERYBODY))),
        "due": action.due,
        "contact": names_of(action.people[:1], people),
        "note": _others_words(scene, action),
    }
    fields = tuple(field.filled(said[field.name]) if said.get(field.name) else field for field in form.fields)
    return replace(
        form, fields=fields, focus=next((name for name, words in said.items() if not words and name != "note"), "text")
    )


def answered_for(scene: Scene, action: ActionWords) -> ActionWords:
    """A line that names people alone: the organisations that they belong to are responsible, and they are asked."""
    homes = {person.id: person.organisation_id for person in scene.people}
    found = dict.fromkeys(home for key in action.people if (home := homes.get(key)))
    return action if action.organisations else replace(action, organisations=tuple(found))


def without_unplanned_day(scene: Scene, action: ActionWords) -> ActionWords:
    """A line that says the next meeting where none is planned: the words stay in what is to be done, with no day."""
    try:
        due_day(scene, action.due)
    except UserError as wrong:
        if isinstance(wrong.__cause__, RuleBroken):
            due = action.due if action.due.casefold().startswith(BEFORE_DAY) else f"till {action.due}"
            return replace(action, text=f"{action.text} {due}", due="")
    return action


def new_action(scene: Scene, action: ActionWords) -> actions.NewAction:
    """What a typed line says of an action of the shown item. Raises UserError for a day that is none.

    Of several people the first is the contact; the others are told in the note.
    """
    keys = tuple(key for key in action.organisations if key != EVERYBODY)
    return actions.NewAction(
        action.text,
        keys,
        lead_id=keys[0] if len(keys) > 1 else None,
        contact_id=action.people[0] if action.people else None,
        due=due_day(scene, action.due),
        everybody=EVERYBODY in action.organisations,
        note=_others_words(scene, action),
        item_id=scene.shown,
    )


def _others_words(scene: Scene, action: ActionWords) -> str:
    others = [scene.called[key] for key in action.people[1:]]
    return f"Tillsammans med {listing(others)}." if others else ""


def _who_and_when(scene: Scene, text: str, old: ActionContent | None, people: Known) -> tuple[FormField, ...]:
    names = organisation_names(scene)
    responsible = EVERYBODY if old and old.everybody else names_of(old.responsible, names) if old else ""
    day = old.due.isoformat() if old and old.due else ""
    return (
        FormField(
            "text", "Åtgärd", FieldKind.TEXT, old.text if old else text, example="t.ex. Byt armaturer i gångtunneln"
        ),
        FormField(
            "responsible", "Ansvarig", FieldKind.NAMES, responsible, (*names, (EVERYBODY, EVERYBODY)),
            "Flera skiljs åt med komma.",
        ),
        NEW_ORGANISATION,
        FormField(
            "lead", "Håller ihop arbetet (frivilligt)", FieldKind.NAMES, names_of((old.lead,), names) if old else "",
            names, "En av de ansvariga när de är flera. Tomt: den första.",
        ),
        FormField(
            "due", "Klart senast (frivilligt)", value=day,
            example="31/1, nästa möte eller om två veckor", explain=lambda words: _explained(scene, words),
        ),
        FormField(
            "contact", "Kontakt (frivilligt)", FieldKind.NAMES, names_of((old.contact,), people) if old else "", people
        ),
    )  # fmt: skip


def _why(scene: Scene, old: ActionContent | None) -> tuple[FormField, ...]:
    decided = tuple((shortened(f"att {d.text}", LONGEST), d.key) for d in scene.item.decisions)
    states = tuple((words, status.value) for status, words in ACTION_STATUS_WORDS.items())
    areas: Known = tuple((area, area) for area in scene.focus_areas)
    return (
        FormField(
            "decision", "Följer av", FieldKind.CHOICE, old.decision if old else "", (("inget beslut", ""), *decided)
        ),
        FormField("goal", "Mål (frivilligt)", value=old.goal if old else "", example="t.ex. färre anmälda skador"),
        FormField("area", "Fokusområde (frivilligt)", value=old.focus_area if old else "", known=areas),
        FormField("note", "Anteckning (frivilligt)", FieldKind.TEXT, old.note if old else ""),
        FormField("status", "Läge", FieldKind.CHOICE, (old.status if old else ActionStatus.NOT_STARTED).value, states),
    )


def _given(scene: Scene, values: Values, people: Known) -> tuple[dict[str, object], list[str]]:
    """What the action is to be, and the names of those responsible whom the register lacks."""
    words = text_of(values, "text")
    if not words:
        raise UserError("Skriv vad som ska göras, t.ex. Byt armaturer i gångtunneln.", "text")
    keys, new, everybody = _responsible(scene, text_of(values, "responsible"), may_be_new=bool(values.get(NEW)))
    lead = keys_of(text_of(values, "lead"), organisation_names(scene), "lead")
    if lead and lead[0] not in keys:
        raise UserError("Den som håller ihop arbetet ska vara en av de ansvariga. Ändra en av raderna.", "lead")
    contact = keys_of(text_of(values, "contact"), people, "contact")
    given: dict[str, object] = {
        "text": words,
        "responsible": keys,
        "everybody": everybody,
        "lead_id": lead[0] if lead else keys[0] if len(keys) > 1 else None,
        "due": due_day(scene, text_of(values, "due")),
        "contact_id": contact[0] if contact else None,
        "decision_id": text_of(values, "decision") or None,
        "goal": text_of(values, "goal"),
        "focus_area": text_of(values, "area"),
        "note": text_of(values, "note"),
        "status": ActionStatus(text_of(values, "status")),
    }
    return given, new


def _responsible(scene: Scene, words: str, *, may_be_new: bool) -> tuple[tuple[str, ...], list[str], bool]:
    """Those that are known, the names of those that are new, and whether it is everybody."""
    known = [OrganisationContent(o.id, o.name, o.short_name, o.kind) for o in scene.organisations]
    found, new = list[str](), list[str]()
    everybody = False
    for part in listed_in(words, organisation_names(scene)):
        if part.casefold() == EVERYBODY:
            everybody = True
            continue
        try:
            found += resolve_words(part, known) or keys_of(part, organisation_names(scene), "responsible")
        except UnknownName as unknown:
            new.append(as_new(part, unknown, NEW_ORGANISATION, may_be_new))
    return tuple(dict.fromkeys(found)), new, everybody


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


def organisation_names(scene: Scene) -> Known:
    """Every name of every organisation, the short ones first, with its id."""
    short: Known = tuple((o.short_name, o.id) for o in scene.organisations if o.short_name)
    return short + tuple((o.name, o.id) for o in scene.organisations)
