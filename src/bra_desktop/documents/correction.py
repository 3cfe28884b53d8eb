"""Corrections (rättelser) of a locked protocol, printed beside what the original says."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from bra_desktop.documents import naming
from bra_desktop.documents.assets import Assets
from bra_desktop.documents.blocks import Block, Clause, DecisionBlock, Document, EndOfItems, field_row
from bra_desktop.documents.corrected import NAME, Corrected, made_words
from bra_desktop.documents.item_sections import ItemMaker
from bra_desktop.documents.list_frame import framed
from bra_desktop.documents.protocol_front import paragraphs_words
from bra_desktop.documents.text_blocks import Heading, Paragraph, words
from bra_desktop.domain.confidentiality import page_words
from bra_desktop.domain.content import MeetingContent, NoticeContent
from bra_desktop.domain.kinds import DocumentProfile
from bra_desktop.domain.spans import course
from bra_desktop.domain.swedish_dates import date_in_text


def correction(
    content: MeetingContent,
    made: Sequence[Corrected],
    *,
    arms: str = "",
    pictures: Mapping[str, bytes] | None = None,
) -> Document:
    """The corrections below the items that they correct, those of the whole protocol first.

    An item stands as the protocol has it, in its order. The document's day is the latest correction's. Like the
    protocol itself it is whole, and says so when something in it is marked as confidential.
    Raises ValueError without corrections.
    """
    shown, assets = naming.with_plain_numbers(content), Assets(arms, pictures=pictures or {})
    latest = max(one.made_on for one in made)
    keys = {one.item for one in made}
    warning = page_words(
        replace(content, items=tuple(i for i in content.items if i.key in keys), annexes=(), notice=NoticeContent()),
        public=False,
    )
    return framed(shown, NAME, _blocks(shown, made, assets), arms=arms, made_on=latest, warn=warning)


def _blocks(content: MeetingContent, made: Sequence[Corrected], assets: Assets) -> Iterable[Block]:
    notes = content.forum.profile is DocumentProfile.NOTES
    paper = "anteckningarna" if notes else "protokollet"
    adjusted = content.adjustment.adjusted_on
    locked = f"{'fastställda' if notes else 'justerat'} {date_in_text(adjusted)}" if adjusted else ""
    yield field_row("Gäller", ", ".join(part for part in (paper, paragraphs_words(content), locked) if part))
    yield Paragraph(words(_unchanged(notes=notes, items=any(one.item for one in made))))
    whole = [one for one in made if not one.item]
    if whole:
        yield Heading("Hela mötet")
        yield from _stated(whole)
    maker = ItemMaker(content, assets)
    for key in course(content).order:
        own = [one for one in made if one.item == key]
        if own:
            yield from maker.blocks(content.item(key))
            yield from _stated(own)
    yield EndOfItems()


def _unchanged(*, notes: bool, items: bool) -> str:
    said = "Anteckningarna är låsta" if notes else "Protokollet är låst"
    where = "i dem" if notes else "i protokollet"
    beside = f" Det som rättas står här som det står {where}, med rättelsen efter." if items else ""
    return f"{said} och har inte ändrats.{beside}"


def _stated(made: Sequence[Corrected]) -> Iterable[Block]:
    """Each with the bar of a decision, so that it is seen beside what it corrects."""
    for one in made:
        yield DecisionBlock(NAME, made_words(one), (Clause(words(one.text)),), "none")
