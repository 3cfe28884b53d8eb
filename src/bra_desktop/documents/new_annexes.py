"""New annexes of a supplement by the items that they belong to; those of the meeting as a whole stand last."""

from __future__ import annotations

from collections.abc import Container, Iterable
from dataclasses import dataclass

from bra_desktop.documents import naming
from bra_desktop.documents.annexes import numbered_annexes, told_annex
from bra_desktop.documents.blocks import Block, RailSection
from bra_desktop.documents.text_blocks import Paragraph, TextBlock, words
from bra_desktop.domain.content import AnnexContent, ItemContent, MeetingContent
from bra_desktop.domain.swedish import NBSP, capital_first, listing


@dataclass(frozen=True)
class Group:
    """Annexes of the same item, or of the meeting as a whole, and whose they are: Punkt 4, Stöd till nattvandring."""

    whose: str
    annexes: tuple[AnnexContent, ...]


def new_annexes(content: MeetingContent, shown: MeetingContent, only: Container[str]) -> list[Group]:
    """The annexes with a key in ``only``, in the order of the agenda.

    ``shown`` is the meeting as the reader may see it. Which item an annex belongs to is read from ``content``: an
    item that is withheld has none left in it, and its annexes aren't the whole meeting's for that.
    """
    places = {annex.key: _places(content, annex) for annex in shown.annexes if annex.key in only}
    found = sorted(set(places.values()), key=lambda place: (not place, place))
    return [
        Group(_whose(shown, place), tuple(annex for annex in shown.annexes if places.get(annex.key) == place))
        for place in found
    ]


def annexes_section(groups: Iterable[Group], label: str) -> list[Block]:
    """The groups beside one label: whose they are, with number and title of each below."""
    said: list[TextBlock] = []
    for group in groups:
        said += [Paragraph(words(f"{group.whose}:")), numbered_annexes(group.annexes)]
    return [RailSection(label, tuple(said), level=2, dense=True)] if said else []


def annexes_lines(groups: Iterable[Group]) -> list[str]:
    """The same in lines of a mail: Punkt 4, Stöd till nattvandring: Tjänsteskrivelse A (1 sida)."""
    return [f"{group.whose}: {told_annex(annex)}" for group in groups for annex in group.annexes]


def _places(content: MeetingContent, annex: AnnexContent) -> tuple[int, ...]:
    return tuple(n for n, item in enumerate(content.items) if annex.key in item.annexes)


def _whose(content: MeetingContent, places: tuple[int, ...]) -> str:
    if not places:
        return f"{capital_first(naming.the_meeting(content.forum))} som helhet"
    return capital_first(listing(_item(content.items[n]) for n in places))


def _item(item: ItemContent) -> str:
    return f"punkt{NBSP}{item.agenda_number}, {item.title}" if item.agenda_number else item.title
