"""Corrections (rättelser) of a locked protocol, printed beside what the original says."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from bra_desktop.documents import naming
from bra_desktop.documents.apart import adjusted_words
from bra_desktop.documents.assets import Assets
from bra_desktop.documents.blocks import (
    Block,
    Clause,
    DecisionBlock,
    Document,
    EndOfItems,
    Foot,
    RailSection,
    field_row,
)
from bra_desktop.documents.corrected import NAME, Corrected, day_words, made_words, named_apart, told_words
from bra_desktop.documents.item_sections import ItemMaker
from bra_desktop.documents.list_frame import framed
from bra_desktop.documents.protocol import PUBLIC
from bra_desktop.documents.protocol_front import paragraphs_words
from bra_desktop.documents.text_blocks import Heading, Paragraph, words
from bra_desktop.domain.confidentiality import public_version
from bra_desktop.domain.content import MeetingContent
from bra_desktop.domain.corrected_marks import CorrectedMarks, whole_name
from bra_desktop.domain.kinds import DocumentProfile
from bra_desktop.domain.signers import AdjustedApart
from bra_desktop.domain.spans import course
from bra_desktop.domain.swedish import lower_first
from bra_desktop.domain.swedish_dates import date_in_text

PUBLIC_NAME = f"{NAME}, {lower_first(PUBLIC)}"


def correction(
    content: MeetingContent,
    made: Sequence[Corrected],
    *,
    arms: str = "",
    pictures: Mapping[str, bytes] | None = None,
    public: bool = False,
    apart: Sequence[AdjustedApart] = (),
) -> Document:
    """The corrections below the items that they correct, those of the whole protocol first.

    An item stands as the protocol has it, in its order. The document's day is the latest correction's. Like the
    protocol itself it is whole, and says so when something in it is marked as confidential. A ``public`` one says of
    a correction that may tell what is marked only when it was made, and on what ground the rest is removed; the rule is
    ``domain.corrected_marks``. Of the
    ``apart``, the items that were signed apart, those that are corrected are told with the day of their own.
    Raises ValueError without corrections.
    """
    shown = naming.with_plain_numbers(public_version(content) if public else content)
    marks, told = CorrectedMarks(content), [(one.item, told_words(one)) for one in made]
    removed = {one: marks.removed(*words) for one, words in zip(made, told, strict=True)} if public else {}
    latest, assets = max(one.made_on for one in made), Assets(arms, pictures=pictures or {})
    own_days = [one for one in apart if any(c.item in ("", one.item) for c in made)]
    blocks = _blocks(shown, made, assets, removed, own_days)
    name = PUBLIC_NAME if public else NAME
    document = framed(shown, name, blocks, arms=arms, made_on=latest, warn=marks.warning(told, public=public))
    return replace(document, foot=Foot(line=PUBLIC)) if public else document


def _blocks(
    content: MeetingContent,
    made: Sequence[Corrected],
    assets: Assets,
    removed: Mapping[Corrected, str],
    apart: Sequence[AdjustedApart],
) -> Iterable[Block]:
    notes = content.forum.profile is DocumentProfile.NOTES
    paper = "anteckningarna" if notes else "protokollet"
    adjusted = content.adjustment.adjusted_on
    locked = f"{'fastställda' if notes else 'justerat'} {date_in_text(adjusted)}" if adjusted else ""
    about = ", ".join(part for part in (paper, paragraphs_words(content), locked) if part)
    yield field_row("Gäller", about, *adjusted_words(content, apart))
    yield Paragraph(words(_unchanged(notes=notes, items=any(one.item for one in made))))
    whole = [one for one in made if not one.item]
    if whole:
        yield Heading(whole_name(content.forum))
        yield from _stated(whole, removed)
    maker = ItemMaker(content, assets)
    for key in course(content).order:
        own = [one for one in made if one.item == key]
        if own:
            yield from maker.blocks(content.item(key))
            yield from _stated(own, removed)
    yield EndOfItems()


def _unchanged(*, notes: bool, items: bool) -> str:
    said = "Anteckningarna är låsta" if notes else "Protokollet är låst"
    where = "i dem" if notes else "i protokollet"
    beside = f" Det som rättas står här som det står {where}, med rättelsen efter." if items else ""
    return f"{said} och har inte ändrats.{beside}"


def _stated(made: Sequence[Corrected], removed: Mapping[Corrected, str]) -> Iterable[Block]:
    """Each with the bar of a decision, so that it is seen beside what it corrects; of some what is removed of them."""
    for name, one in named_apart(made):
        if gone := removed.get(one):
            yield RailSection(name, (Paragraph((*words(f"{day_words(one)} "), *words(gone, italic=True))),))
        else:
            yield DecisionBlock(name, "", (Clause(words(one.text)),), "none")
            yield Paragraph(words(made_words(one)))
