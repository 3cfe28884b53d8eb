"""Whether a form that was left holds nothing any more that another one, just sent, has not said."""

from __future__ import annotations

from bra_desktop.ui.live.forms.form import FieldKind, Form, FormAddress, FormField, RowLine, Value, Values, listed_in
from bra_desktop.ui.live.forms.form_draft import FormDraft
from bra_desktop.ui.live.forms.forms_of import (
    ACTION,
    ADDITION,
    DECISION,
    KNOWN_ITEM,
    OFFICERS,
    PART,
    PRESENCE,
    TIMES,
)

OF_WHAT_IS_THERE = (PART, DECISION, KNOWN_ITEM, OFFICERS, PRESENCE, TIMES)
ONE_OF_EACH = tuple(f"{ADDITION}/{what}" for what in ("adjusters", "proposition", "dispatch"))
"""An item has one of these, so adding it changes what is there."""
OF_THE_MEETING = (OFFICERS, PRESENCE)
WRITTEN = (FieldKind.LINE, FieldKind.TEXT, FieldKind.LONG, FieldKind.FILE)


def is_of_what_is_there(address: FormAddress) -> bool:
    """Whether the form changes something, so that others may have changed it, too."""
    kind = address.name.partition("/")[0]
    return kind in OF_WHAT_IS_THERE or address.name in ONE_OF_EACH or (kind == ACTION and bool(address.key))


def is_outdone(draft: FormDraft, form: Form, sent: Values) -> bool:
    """Whether nothing is lost with the draft, now that the form has been sent with those values.

    Of what there is one of, what was sent later holds, and only words that were not sent are lost. What adds something
    is outdone by the same alone.
    """
    now, before = form.address, draft.address
    if now is None or not is_same(before, now):
        return False
    replaces = is_of_what_is_there(now)
    fields = {field.name: field for field in form.fields}
    return all(
        name in fields and name in sent and _is_said(fields[name], value, sent[name], replaces=replaces)
        for name, value in draft.typed.items()
        if value != draft.begun.get(name)
    )


def is_same(before: FormAddress, now: FormAddress) -> bool:
    """Whether both are about the same: the same thing there, or something new of the same kind."""
    keyed = is_of_what_is_there(now) and now.name not in ONE_OF_EACH and _kind(now) not in ONE_OF_EACH
    here = before.item == now.item or now.name in OF_THE_MEETING
    return (
        before.meeting == now.meeting and here and _kind(before) == _kind(now) and (not keyed or before.key == now.key)
    )


def _kind(address: FormAddress) -> str:
    """What the form is called, whether it adds the one there is of something or changes it."""
    group, _, what = address.name.partition("/")
    added = f"{ADDITION}/{what}"
    return added if group == PART and added in ONE_OF_EACH else address.name


def _is_said(field: FormField, left: Value, sent: Value, *, replaces: bool) -> bool:
    if left == sent:
        return True
    if field.kind is FieldKind.ROWS:
        return replaces and all(words in _words(field, sent) for words in _words(field, left))
    if field.kind is FieldKind.NAMES:
        known = {name.casefold() for name, _key in field.known}
        return replaces and all(name.casefold() in known for name in listed_in(str(left), field.known))
    if field.kind in WRITTEN:
        return " ".join(str(left).split()).casefold() in " ".join(str(sent).split()).casefold()
    return replaces


def _words(field: FormField, value: Value) -> list[str]:
    """What has been written in the rows, but for what is chosen there."""
    lines = [line for line in value if isinstance(line, RowLine)] if isinstance(value, tuple) else []
    return [
        cell.strip().casefold()
        for line in lines
        for column, cell in zip(field.columns, line.cells, strict=False)
        if column.kind in WRITTEN and cell.strip()
    ]
