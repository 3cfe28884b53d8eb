"""The forms of an item and of the meeting's clock times."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, time
from typing import Any

from bra_desktop.domain.carry_over import item_kind_word
from bra_desktop.domain.content import AdjournmentContent, ItemContent
from bra_desktop.domain.errors import UserError
from bra_desktop.domain.kinds import ITEM_TYPE_WORDS, DocumentProfile, ItemType, item_type_word
from bra_desktop.domain.lifecycle import NOT_ENDED
from bra_desktop.domain.swedish import quoted
from bra_desktop.domain.swedish_dates import clock
from bra_desktop.services.live import minutes, opening
from bra_desktop.services.office import Office
from bra_desktop.services.preparing import planning
from bra_desktop.ui.live.forms.form import (
    FieldKind,
    Form,
    FormField,
    Task,
    Values,
    clock_of,
    keys_of,
    names_of,
    text_of,
)
from bra_desktop.ui.live.forms.item_forms import Known, people_of
from bra_desktop.ui.live.scene import Scene, item_choices

SECRET = "secret"
"""The field that says on which ground an item is confidential."""
TAKES_AWAY = "Töm båda klockslagen för att ta bort ajourneringen."


def item_form(scene: Scene) -> Form:
    """A new item, added while the meeting runs."""
    later = [i for i in scene.content.items if i.paragraph is None and i.opened_at is None and not i.struck]
    places = (*((f"före {quoted(i.title)}", i.key) for i in later), ("sist", ""))
    place = FormField("place", "Plats", FieldKind.CHOICE, later[-1].key if later else "", places)

    def submit(values: Values) -> Task:
        said = _said(scene, values)
        new = planning.PlannedItem(
            said["title"], said["type"], said["planned_minutes"], said["registry_number"], said["presenters"],
            confidential=said["confidential"],
        )  # fmt: skip
        before = text_of(values, "place") or None
        return lambda office: planning.add_item(office, scene.content.ref, new, before)

    return Form("item", "Nytt ärende", (*_item_fields(scene, None), place), "Lägg till ärende", submit)


def known_item_form(scene: Scene) -> Form:
    """What is said about the shown item in its head."""

    def submit(values: Values) -> Task:
        said = _said(scene, values)
        return lambda office: planning.change_item(office, scene.shown, said)

    title = f"Uppgifter om {scene.item_words()}"
    return Form("item", title, _item_fields(scene, scene.item), "Ändra uppgifterna", submit)


def _item_fields(scene: Scene, old: ItemContent | None) -> tuple[FormField, ...]:
    people = _presenters(scene)
    notes = scene.content.forum.profile is DocumentProfile.NOTES
    words = {one: item_type_word(one, notes=notes) for one in ITEM_TYPE_WORDS}
    if old is not None:
        words[old.type] = item_kind_word(old, notes=notes)
    types = tuple((word, one.value) for one, word in words.items())
    planned = str(old.planned_minutes or "") if old else ""
    return (
        FormField("title", "Rubrik", value=old.title if old else "", example="t.ex. Kvällsöppet bibliotek"),
        FormField("minutes", "Minuter (frivilligt)", value=planned),
        FormField(
            "presenters", "Föredragande (frivilligt)", FieldKind.NAMES, names_of(old.presenters, people) if old else "",
            people,
        ),
        FormField("dnr", "Dnr (frivilligt)", value=old.registry_number if old else "", example="t.ex. KS 2026/118"),
        FormField("type", "Slag", FieldKind.CHOICE, (old.type if old else ItemType.OTHER).value, types),
        FormField(
            SECRET, "Sekretessmarkering (frivilligt)", value=old.confidential if old else "",
            example="t.ex. 21 kap. 3 § OSL",
            help_words="Vilket lagrum? Ärendet visas då inte på projektorn eller på en delad skärm (F4).",
        ),
    )  # fmt: skip


def _said(scene: Scene, values: Values) -> dict[str, Any]:
    title = text_of(values, "title")
    if not title:
        raise UserError("Skriv en rubrik för punkten, t.ex. Information från polisen.", "title")
    return {
        "title": title,
        "planned_minutes": _number(text_of(values, "minutes"), "minutes"),
        "presenters": keys_of(text_of(values, "presenters"), _presenters(scene), "presenters"),
        "registry_number": text_of(values, "dnr"),
        "type": ItemType(text_of(values, "type")),
        "confidential": text_of(values, SECRET),
    }


def _presenters(scene: Scene) -> Known:
    """Those on the list first; anybody in the register may present an item."""
    on_list = people_of(scene)
    keys = {key for _, key in on_list}
    return on_list + tuple((scene.called[p.id], p.id) for p in scene.people if p.id not in keys)


def times_form(scene: Scene) -> Form:
    """The clock times of the meeting and of the shown item, the day, and the breaks, which alone can be taken away.

    A meeting that has not been closed has no end to correct: closing it sets the time.
    """
    content, item = scene.content, scene.item
    own = _own_clocks(scene)
    day = FormField("day", "Mötets dag", value=content.date.isoformat(), example="t.ex. 2026-12-03")
    fields = (*own, day, *_breaks(scene))

    def submit(values: Values) -> Task:
        clocks = [field.name for field in fields if field.kind is FieldKind.LINE and field.name != "day"]
        held = _day_of(text_of(values, "day"))
        at = {name: clock_of(text_of(values, name), name) for name in clocks}
        for field in own:
            if field.value and at[field.name] is None:
                raise UserError("Ett klockslag kan rättas men inte tas bort. Skriv t.ex. 10.20.", field.name)
        breaks = tuple(
            AdjournmentContent(at[f"from{n}"] or pause.from_time, at[f"to{n}"], text_of(values, f"after{n}"))
            for n, pause in enumerate(content.adjournments, 1)
            if at[f"from{n}"] or at[f"to{n}"]
        )

        def task(office: Office) -> object:
            done: object = None
            if held != content.date:
                done = planning.change_meeting(office, content.ref, {"day": held})
            if (at["opened"], at.get("closed", content.closed_at)) != (content.opened_at, content.closed_at):
                done = opening.set_clock(office, content.ref, at["opened"], at.get("closed")) or done
            if (at["began"], at["ended"]) != (item.opened_at, item.closed_at):
                done = minutes.set_clock(office, item.key, at["began"], at["ended"]) or done
            if breaks != content.adjournments:
                done = opening.set_adjournments(office, content.ref, breaks) or done
            return done

        return task

    return Form("times", "Rätta klockslag", fields, "Ändra klockslagen", submit)


def _own_clocks(scene: Scene) -> tuple[FormField, ...]:
    """The clock times of the meeting and of the shown item."""
    content, item, what = scene.content, scene.item, scene.item_words()
    ended = FormField("closed", "Mötet avslutades", value=_clock_words(content.closed_at))
    return (
        FormField("opened", "Mötet öppnades", value=_clock_words(content.opened_at)),
        *(() if content.state in NOT_ENDED else (ended,)),
        FormField("began", f"{what} började", value=_clock_words(item.opened_at)),
        FormField("ended", f"{what} slutade", value=_clock_words(item.closed_at)),
    )


def _breaks(scene: Scene) -> Iterator[FormField]:
    after = (("–", ""), *item_choices(scene))
    for n, pause in enumerate(scene.content.adjournments, 1):
        began, ended = _clock_words(pause.from_time), _clock_words(pause.to_time)
        yield FormField(f"from{n}", f"Ajournering {n} började", value=began, help_words=TAKES_AWAY)
        yield FormField(f"to{n}", f"Ajournering {n} slutade", value=ended)
        yield FormField(f"after{n}", f"Ajournering {n} efter", FieldKind.CHOICE, pause.after_item, after)


def _day_of(words: str) -> date:
    try:
        return date.fromisoformat(words)
    except ValueError:
        raise UserError(f"{quoted(words)} är ingen dag. Skriv mötets dag, t.ex. 2026-12-03.", "day") from None


def _clock_words(at: time | None) -> str:
    return clock(at) if at else ""


def _number(words: str, where: str) -> int | None:
    if not words:
        return None
    if not words.isdecimal():
        raise UserError(f"{quoted(words)} är inget antal minuter. Skriv t.ex. 10.", where)
    return int(words)
