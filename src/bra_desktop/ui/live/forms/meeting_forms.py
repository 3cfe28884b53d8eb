"""The forms of an item."""

from __future__ import annotations

from typing import Any

from bra_desktop.domain.carry_over import item_kind_word
from bra_desktop.domain.content import ItemContent
from bra_desktop.domain.errors import UserError
from bra_desktop.domain.kinds import ITEM_TYPE_WORDS, DocumentProfile, ItemType, item_type_word
from bra_desktop.domain.swedish import quoted
from bra_desktop.services.office import Office
from bra_desktop.services.preparing import following, planning
from bra_desktop.ui.live.forms.form import (
    FieldKind,
    Form,
    FormField,
    Task,
    Told,
    Values,
    keys_of,
    names_of,
    text_of,
)
from bra_desktop.ui.live.forms.item_forms import Known, people_of
from bra_desktop.ui.live.scene import Scene

SECRET = "secret"
"""The field that says on which ground an item is confidential."""


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
        said, before = _said(scene, values), scene.item.confidential

        def task(office: Office) -> Told:
            planning.change_item(office, scene.shown, said)
            return Told(following.told_of_mark(office, scene.shown, before))

        return task

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


def _number(words: str, where: str) -> int | None:
    if not words:
        return None
    if not words.isdecimal():
        raise UserError(f"{quoted(words)} är inget antal minuter. Skriv t.ex. 10.", where)
    return int(words)
