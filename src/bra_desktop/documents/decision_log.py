"""The decisions of one meeting as a list (beslutslogg): §, wording, kind and vote."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from bra_desktop.documents import naming
from bra_desktop.documents.blocks import Block, Document, field_row
from bra_desktop.documents.corrected import Corrected, corrected_field, item_words
from bra_desktop.documents.item_wording import clauses
from bra_desktop.documents.list_frame import confidential_words, framed, items_in_order
from bra_desktop.documents.protocol import DRAFT
from bra_desktop.documents.protocol_front import paragraphs_words
from bra_desktop.documents.text_blocks import Cell, Column, Row, Run, Runs, Table, words
from bra_desktop.domain.content import DecisionContent, ItemContent, MeetingContent
from bra_desktop.domain.decisions import until
from bra_desktop.domain.echoes import without_echoes
from bra_desktop.domain.kinds import DECISION_KIND_WORDS, DecisionKind, DocumentProfile
from bra_desktop.domain.swedish import DASH, NBSP, capital_first, plural
from bra_desktop.domain.swedish_dates import date_in_text
from bra_desktop.domain.votes import totals, without_disqualified

NAME = "Beslutslogg"


def decision_log(content: MeetingContent, *, arms: str = "", corrections: Sequence[Corrected] = ()) -> Document:
    """The log's blocks, a row for each decision; a draft while the protocol isn't locked. Says what is corrected.

    What open items repeat of marked words is left out; the marked items stand in it, as every page says.
    """
    content = without_echoes(content)
    decided = [item for item in items_in_order(content) if item.decisions]
    draft = "" if content.state.is_frozen else DRAFT
    warning = " ".join(part for part in (draft, confidential_words(content, decided)) if part)
    return framed(content, NAME, _blocks(content, decided, corrections), arms=arms, warn=warning)


def _blocks(content: MeetingContent, decided: list[ItemContent], made: Sequence[Corrected]) -> Iterable[Block]:
    numbered = any(naming.has_number(content.forum, item) for item in decided)
    count = sum(len(item.decisions) for item in decided)
    held = f"{plural(count, 'beslut', 'beslut')} i {plural(len(decided), 'ärende', 'ärenden')}"
    adjusted = _adjusted_words(content)
    yield field_row("Paragrafer" if numbered else "Punkter", f"{paragraphs_words(content)}{adjusted}. {held}.")
    yield from corrected_field(content, made)
    columns = (
        Column("Paragraf" if numbered else "Punkt", width=16), Column("Ärende och beslut"), Column("Slag", width=34)
    )  # fmt: skip
    rows = tuple(row for item in decided for row in _rows(content, item, made))
    yield Table(columns, rows, summary="Mötets beslut", wide=True, row_heads=True, dense=True)


def _adjusted_words(content: MeetingContent) -> str:
    day = content.adjustment.adjusted_on
    if day is not None:
        return f", protokollet justerat {date_in_text(day)}"
    return ", protokollet inte justerat" if content.state.is_frozen else ""


def _rows(content: MeetingContent, item: ItemContent, made: Sequence[Corrected]) -> Iterable[Row]:
    """The title and the votes stand with the first decision, who made a reservation and a correction with the last."""
    last = len(item.decisions) - 1
    for n, decision in enumerate(item.decisions):
        title = (Run(f"{item.title}\n", bold=True),) if n == 0 else ()
        beside = [*(_votes(content, item) if n == 0 else ()), *(_after(content, item, made) if n == last else ())]
        yield Row(
            (
                Cell(words(naming.item_number(content.forum, item) or DASH)),
                Cell((*title, *wording(decision)), note="\n".join(beside)),
                Cell(words(_kind(decision))),
            )
        )


def wording(decision: DecisionContent) -> Runs:
    """The clause with its word: att notera informationen."""
    (clause,) = clauses([decision.text])
    return (Run("att "), *clause.runs)


def _kind(decision: DecisionContent) -> str:
    day = until(decision)
    return f"{capital_first(DECISION_KIND_WORDS[decision.kind])}{f' till {date_in_text(day)}' if day else ''}"


def _votes(content: MeetingContent, item: ItemContent) -> Iterable[str]:
    for n, vote in enumerate(item.votes, 1):
        name = f"Omröstning{NBSP}{n}" if len(item.votes) > 1 else "Omröstning"
        yield f"{name}: {totals(without_disqualified(content, item.key, vote)).words}"


def _after(content: MeetingContent, item: ItemContent, made: Sequence[Corrected]) -> Iterable[str]:
    for reservation in item.reservations:
        yield f"Reservation: {naming.reserved(content, reservation.persons)}"
    said = any(decision.kind is DecisionKind.IMMEDIATE for decision in item.decisions)
    if item.immediate_adjustment and not said and content.forum.profile is not DocumentProfile.NOTES:
        yield "Omedelbar justering"
    yield from item_words(made, item.key)
