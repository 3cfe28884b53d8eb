"""What was written before a meeting: background and proposed decisions, item by item."""

from __future__ import annotations

from collections.abc import Container, Sequence

from bra_desktop.documents.assets import Assets
from bra_desktop.documents.blocks import Block, EndOfItems, FieldRow
from bra_desktop.documents.item_sections import ItemMaker
from bra_desktop.documents.item_wording import clauses
from bra_desktop.documents.text_blocks import Heading, ListBlock, ListItem, Paragraph, Run, TextBlock, words
from bra_desktop.documents.written import written
from bra_desktop.domain.content import ItemContent, MeetingContent
from bra_desktop.domain.headings import PaperHeading, heading_words
from bra_desktop.domain.kinds import DocumentProfile
from bra_desktop.domain.swedish import DASH, NBSP

_SHORT_TITLE, _SHORT_TEXT = 70, 700
"""Characters of what is said beside a title in the rail, at most."""


def proposals(content: MeetingContent, assets: Assets, only: Container[str] | None = None) -> list[Block]:
    """What was written beforehand, of every item or of the items ``only``.

    Where it is a few words on each, it stands in rows with the title in the rail; else item by item as in a protocol.
    """
    chosen = (item for item in content.items if only is None or item.key in only)
    items = [item for item in chosen if (item.basis or item.proposals) and not item.struck]
    if not items:
        return []
    decides = content.forum.profile is not DocumentProfile.NOTES
    heading = Heading("Underlag och förslag till beslut" if decides else "Underlag")
    said = [(item, written(item.basis, assets.pictures)) for item in items]
    if all(_is_short(item, basis) for item, basis in said):
        return [heading, *(_row(content, item, basis) for item, basis in said)]
    maker, result = ItemMaker(content, assets), list[Block]()
    for item in items:
        result += maker.prepared(item)
    return [heading, *result, EndOfItems()]


def _is_short(item: ItemContent, basis: Sequence[TextBlock]) -> bool:
    plain = [block for block in basis if isinstance(block, Paragraph)]
    long = sum(len(run.text) for block in plain for run in block.runs) + sum(len(one.text) for one in item.proposals)
    return len(plain) == len(basis) and len(item.title) <= _SHORT_TITLE and long <= _SHORT_TEXT


def _row(content: MeetingContent, item: ItemContent, basis: Sequence[TextBlock]) -> FieldRow:
    number = item.agenda_number
    result = list(basis)
    for by in dict.fromkeys(proposal.by for proposal in item.proposals):
        label = heading_words(content.forum, PaperHeading.PROPOSAL)
        result.append(Paragraph(words(f"{label} ({by})" if by else label), "strong"))
        texts = clauses([proposal.text for proposal in item.proposals if proposal.by == by])
        rows = (ListItem((Run("att", bold=True), Run(" "), *text.runs), DASH) for text in texts)
        result.append(ListBlock(tuple(rows), tight=True))
    label = " ".join(part for part in (number, item.title) if part)
    return FieldRow(label, tuple(result), f"Punkt{NBSP}{number} forts." if number else "")
