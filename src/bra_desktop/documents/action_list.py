"""The actions that one meeting gave (åtgärdslista): what, who, until when, and how it stands now."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from bra_desktop.documents import naming
from bra_desktop.documents.blocks import Block, Document, field_row
from bra_desktop.documents.list_frame import confidential_words, framed, items_in_order
from bra_desktop.documents.text_blocks import Cell, Column, Row, Table, words
from bra_desktop.domain.actions import is_late
from bra_desktop.domain.content import ActionContent, ItemContent, MeetingContent
from bra_desktop.domain.echoes import without_echoes
from bra_desktop.domain.kinds import ACTION_STATUS_WORDS, ActionStatus
from bra_desktop.domain.swedish import DASH, capital_first, plural
from bra_desktop.domain.swedish_dates import date_in_table, date_in_text

NAME = "Åtgärdslista"
_MARKS: dict[ActionStatus, Literal["done", "ongoing", "waiting", "not_started", "cancelled"]] = {
    ActionStatus.DONE: "done",
    ActionStatus.ONGOING: "ongoing",
    ActionStatus.WAITING: "waiting",
    ActionStatus.NOT_STARTED: "not_started",
    ActionStatus.CANCELLED: "cancelled",
}


@dataclass(frozen=True)
class Progress:
    """How an action stands, and until when it is to be done by now."""

    status: ActionStatus
    due: date | None


def action_list(
    content: MeetingContent, *, day: date, progress: Mapping[str, Progress] | None = None, arms: str = ""
) -> Document:
    """The list's blocks as things stand on ``day``; of an action without ``progress`` as it was given.

    The words of an action are those of the meeting, also when they have been changed since, but not marked words that
    an open item repeats. The actions of marked items stand in it, as every page says.
    """
    content, known = naming.with_plain_numbers(without_echoes(content)), progress or {}
    giving = [item for item in items_in_order(content) if item.actions]
    given = [(item, one, known.get(one.key, Progress(one.status, one.due))) for item in giving for one in item.actions]
    warning = confidential_words(content, giving)
    return framed(content, NAME, _blocks(content, given, day), arms=arms, made_on=day, warn=warning)


def _blocks(
    content: MeetingContent, given: list[tuple[ItemContent, ActionContent, Progress]], day: date
) -> Iterable[Block]:
    yield field_row("Läget den", date_in_text(day))
    yield field_row("Antal", _counted([now for _, _, now in given], day))
    numbered = any(naming.has_number(content.forum, item) for item, _, _ in given)
    yield Table(
        (
            Column("Paragraf" if numbered else "Punkt", width=17),
            Column("Åtgärd", width=58),
            Column("Ansvarig"),
            Column("Senast", width=21),
            Column("Läge", width=29),
        ),
        tuple(_row(content, item, action, now, day) for item, action, now in given),
        summary="Mötets åtgärder och hur det går med dem",
        wide=True,
        dense=True,
    )


def _counted(every: list[Progress], day: date) -> str:
    """9 åtgärder: 3 klara, 6 öppna, varav 1 försenad."""
    done = sum(one.status is ActionStatus.DONE for one in every)
    ended = sum(one.status is ActionStatus.CANCELLED for one in every)
    left, late = len(every) - done - ended, sum(is_late(one.status, one.due, day) for one in every)
    parts = [
        plural(done, "klar", "klara") if done else "",
        plural(ended, "avbruten", "avbrutna") if ended else "",
        plural(left, "öppen", "öppna") if left else "",
    ]
    of_them = f", varav {plural(late, 'försenad', 'försenade')}" if late else ""
    return f"{plural(len(every), 'åtgärd', 'åtgärder')}: {', '.join(part for part in parts if part)}{of_them}"


def _row(content: MeetingContent, item: ItemContent, action: ActionContent, now: Progress, day: date) -> Row:
    word = capital_first(ACTION_STATUS_WORDS[now.status])
    standing = Cell(words(word), status=_MARKS[now.status])
    if is_late(now.status, now.due, day):
        standing = Cell(words("Försenad"), note=word, status="late")
    moved = f"var {date_in_table(action.due)}" if action.due and action.due != now.due else ""
    return Row(
        (
            Cell(words(naming.item_number(content.forum, item) or DASH)),
            Cell(words(action.text.rstrip("."))),
            Cell(words(naming.responsible(content, action) or DASH)),
            Cell(words(date_in_table(now.due)), note=moved),
            standing,
        )
    )
