"""A meeting's page while others see the screen: what is confidential is taken from what the page is given. No Qt."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from bra_desktop.domain.confidentiality import screen_version, withheld
from bra_desktop.domain.content import MeetingContent
from bra_desktop.domain.corrected_marks import CorrectedMarks
from bra_desktop.domain.echoes import Echoes, echoes_of
from bra_desktop.services.meeting_views import CorrectionRow, MeetingView
from bra_desktop.services.undoing import Happened
from bra_desktop.ui.live.closing.closing_lines import told_gaps

NOT_SHOWN = (
    "Dokumentet har sekretessmarkerade uppgifter. Det visas och sparas inte medan skärmen delas. F4 visar det igen."
)
NOT_TOLD = "visas inte medan skärmen delas"
UNTOLD = ("title", "text")
"""Columns that tell what a row is about, and so what may be confidential."""


def screened(view: MeetingView) -> MeetingView:
    """The meeting as others may see it, with the sentences about it."""
    content = view.content
    hidden, marks = withheld(content), CorrectedMarks(content)
    return replace(
        view,
        content=screen_version(content),
        missing=told_gaps(content, view.missing, shared=True),
        warnings=told_gaps(content, view.warnings, shared=True),
        corrections=tuple(_told(one, marks) for one in view.corrections if one.item_id not in hidden),
    )


def _told(one: CorrectionRow, marks: CorrectedMarks) -> CorrectionRow:
    """A correction as its public version tells it."""
    removed = marks.removed(one.item_id or "", f"{one.text}\n{one.reason}")
    return replace(one, text=removed, reason=NOT_TOLD) if removed else one


def screened_head(view: MeetingView, whole: MeetingContent) -> MeetingView:
    """The meeting as its heading tells it: what it is called and where it is repeat no marked words. Not to be changed
    from, so that nothing but what somebody wrote is saved.
    """
    echoes, content = echoes_of(whole), view.content
    said = replace(content, title=echoes.without(content.title), place=echoes.without(content.place))
    return replace(view, content=said)


def screened_history(rows: Iterable[Happened], content: MeetingContent) -> tuple[Happened, ...]:
    """The history without the words of what is withheld now, or was marked when it was changed or removed, and without
    what repeats words that are marked now.
    """
    echoes, hidden = echoes_of(content), withheld(content)
    rows = tuple(_without(row, echoes) for row in rows) if echoes.marked else tuple(rows)
    secret = {row.row_id for row in rows if _marked(row) or row.row_id in hidden}
    return tuple(_untold(row) if row.row_id in secret or _item(row) in secret | hidden else row for row in rows)


def _marked(row: Happened) -> bool:
    return any((image or {}).get("confidential") for image in (row.before, row.after))


def _item(row: Happened) -> str:
    return str({**(row.after or {}), **(row.before or {})}.get("item_id") or "")


def _without(row: Happened, echoes: Echoes) -> Happened:
    def told(image: Mapping[str, Any] | None) -> Mapping[str, Any] | None:
        said = {name: echoes.without(v) for name in UNTOLD if isinstance(v := (image or {}).get(name), str)}
        return None if image is None else {**image, **said}

    return replace(row, before=told(row.before), after=told(row.after))


def _untold(row: Happened) -> Happened:
    def bare(image: Mapping[str, Any] | None) -> Mapping[str, Any] | None:
        return None if image is None else {name: value for name, value in image.items() if name not in UNTOLD}

    return replace(row, before=bare(row.before), after=bare(row.after))
