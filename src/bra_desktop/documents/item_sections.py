"""One agenda item as blocks: its sections in the order that the forum chose."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

from bra_desktop.documents import naming
from bra_desktop.documents.assets import Assets
from bra_desktop.documents.blocks import Block, Clause, DecisionBlock, EndOfItems, ItemHeading, RailSection
from bra_desktop.documents.item_remarks import remarks, stand_in_words
from bra_desktop.documents.item_wording import (
    clauses,
    ended,
    motion_words,
    recusal_words,
    reservation_words,
    statement_words,
    vote_blocks,
)
from bra_desktop.documents.text_blocks import Heading, ListBlock, ListItem, Paragraph, TextBlock, words
from bra_desktop.documents.written import paragraphs, written
from bra_desktop.domain.closing import is_undecided
from bra_desktop.domain.confidentiality import WITHHELD_ANNEX
from bra_desktop.domain.content import ItemContent, MeetingContent
from bra_desktop.domain.headings import PaperHeading, heading_words
from bra_desktop.domain.item_sections import ItemSection, section_order
from bra_desktop.domain.kinds import DocumentProfile
from bra_desktop.domain.movements import Movement, before_decision, event_words, item_events
from bra_desktop.domain.numbering import STRUCK_TEXT, label
from bra_desktop.domain.round_table import without_silent
from bra_desktop.domain.swedish import DASH, NBSP, capital_first, genitive, plural
from bra_desktop.domain.swedish_dates import clock_range, date_in_text


@dataclass(frozen=True)
class ItemMaker:
    """Makes the blocks of the items of one meeting. ``below`` is what else stands below an item, by its key."""

    content: MeetingContent
    assets: Assets
    below: Mapping[str, Sequence[Block]] = field(default_factory=dict)

    def blocks(self, item: ItemContent) -> list[Block]:
        """Heading and sections; a dash, as in any empty field, where nothing was written."""
        result: list[Block] = [self._heading(item)]
        if item.struck:
            return [*result, Paragraph(words(f"{STRUCK_TEXT}.")), *self.below.get(item.key, ())]
        said = remarks(self.content, item, self._stand_ins.get(item.key, ""))
        result += paragraphs(said, lambda text: words(text, italic=True))
        sections, heading = self._sections(), len(result)
        forum = self.content.forum
        for name in section_order(forum.profile, forum.sections):
            is_text = name is ItemSection.TEXT
            result += self._text(item, first=len(result) == heading) if is_text else sections[name](item)
        if len(result) == heading:
            result.append(Paragraph(words(DASH)))
        return [*result, *self._breaks(item), *self.below.get(item.key, ())]

    def grouped(self, items: Iterable[ItemContent]) -> Iterator[Block]:
        """The blocks of the items; those that follow each other in the same part of the agenda stand below its name,
        and those that follow it without a part of their own below a name, too.
        """
        group = ""
        for item in items:
            heading = naming.group_heading(self.content, item, group)
            yield from (EndOfItems(), Heading(heading)) if heading else ()
            group = item.group
            yield from self.blocks(item)

    def prepared(self, item: ItemContent) -> list[Block]:
        """What was written before the meeting, under the number of the agenda: background and proposed decisions."""
        number = item.agenda_number
        continued = f"Punkt{NBSP}{number} forts." if number else ""
        heading = ItemHeading(number, item.title, item.registry_number, continued, item.key)
        return [heading, *written(item.basis, self.assets.pictures), *self._proposal(item)]

    def _heading(self, item: ItemContent) -> ItemHeading:
        forum = self.content.forum
        number, continued = naming.item_number(forum, item), f"{label(forum, item)} forts."
        return ItemHeading(number, item.title, item.registry_number, continued, item.key)

    @cached_property
    def _stand_ins(self) -> dict[str, str]:
        return stand_in_words(self.content)

    def _sections(self) -> dict[ItemSection, Callable[[ItemContent], list[Block]]]:
        return {
            ItemSection.ARRIVALS: self._arrivals,
            ItemSection.RECUSAL: self._recusal,
            ItemSection.BASIS: self._basis,
            ItemSection.PROPOSAL: self._proposal,
            ItemSection.MOTIONS: self._motions,
            ItemSection.PROPOSITION: self._proposition,
            ItemSection.VOTE: self._votes,
            ItemSection.DECISION: self._decision,
            ItemSection.RESERVATION: self._reservation,
            ItemSection.STATEMENT: self._statement,
            ItemSection.ACTIONS: self._actions,
            ItemSection.ANNEXES: self._annexes,
            ItemSection.DISPATCH: self._dispatch,
            ItemSection.DEPARTURES: self._departures,
        }

    def _said(self, heading: PaperHeading) -> str:
        return heading_words(self.content.forum, heading)

    def _section(self, name: str, texts: list[str]) -> list[Block]:
        return [RailSection(name, paragraphs(texts))] if any(texts) else []

    def _arrivals(self, item: ItemContent) -> list[Block]:
        return self._events(item, before=True)

    def _departures(self, item: ItemContent) -> list[Block]:
        return self._events(item, before=False)

    def _events(self, item: ItemContent, *, before: bool) -> list[Block]:
        """Those who come and go before the item is decided, or after it; a recusal is told in its own section."""
        happened = [
            event
            for event in item_events(self.content, item.key)
            if event.deciding
            and event.movement is not Movement.RECUSED
            and before_decision(self.content, event) is before
        ]
        return self._section("Närvaro", [event_words(self.content, event) for event in happened])

    def _recusal(self, item: ItemContent) -> list[Block]:
        return self._section("Jäv", [recusal_words(self.content, out) for out in item.recusals])

    def _basis(self, item: ItemContent) -> list[Block]:
        content = written(item.basis, self.assets.pictures)
        return [RailSection(self._said(PaperHeading.BASIS), content)] if content else []

    def _text(self, item: ItemContent, *, first: bool) -> list[Block]:
        """The minutes: beside a label in a formal protocol or after other sections, else directly below the heading."""
        printed = without_silent(self.content, item.text)
        content: tuple[TextBlock, ...] = written(printed, self.assets.pictures)
        if not content:
            return []
        rest = item.decisions or item.motions or item.votes
        if (self.content.forum.profile is DocumentProfile.FORMAL and rest) or not first:
            return [RailSection(self._said(PaperHeading.TEXT), content)]
        return list(content)

    def _proposal(self, item: ItemContent) -> list[Block]:
        result: list[Block] = []
        for by in dict.fromkeys(proposal.by for proposal in item.proposals):
            texts = [proposal.text for proposal in item.proposals if proposal.by == by]
            organ = f"{genitive(capital_first(by))} förslag" if by else ""
            result.append(DecisionBlock(self._said(PaperHeading.PROPOSAL), organ, clauses(texts)))
        return result

    def _motions(self, item: ItemContent) -> list[Block]:
        return self._section("Yrkanden", [motion_words(self.content, motion) for motion in item.motions])

    def _proposition(self, item: ItemContent) -> list[Block]:
        content = written(item.proposition, self.assets.pictures)
        return [RailSection("Beslutsgång", content)] if content else []

    def _votes(self, item: ItemContent) -> list[Block]:
        several = len(item.votes) > 1
        return [
            RailSection(f"Omröstning{NBSP}{n}" if several else "Omröstning", vote_blocks(self.content, item, vote))
            for n, vote in enumerate(item.votes, 1)
        ]

    def _decision(self, item: ItemContent) -> list[Block]:
        texts = [decision.text for decision in item.decisions]
        if not texts:
            undecided = ["Förslaget är inte avgjort."] if is_undecided(item) else []
            return self._section(self._said(PaperHeading.DECISION), undecided)
        forum = self.content.forum
        if forum.profile is DocumentProfile.NOTES:
            plain = tuple(Clause(words(capital_first(ended(text, ".")))) for text in texts)
            return [DecisionBlock(self._said(PaperHeading.DECISION), "", plain, "none")]
        organ = f"{capital_first(forum.definite or forum.name)} beslutar"
        numbering: Literal["att", "number"] = "number" if forum.numbered_decisions else "att"
        return [DecisionBlock(self._said(PaperHeading.DECISION), organ, clauses(texts), numbering)]

    def _reservation(self, item: ItemContent) -> list[Block]:
        return self._section(
            "Reservation", [reservation_words(self.content, reservation) for reservation in item.reservations]
        )

    def _statement(self, item: ItemContent) -> list[Block]:
        result: list[Block] = []
        for statement in item.statements:
            name = "Särskilt yttrande" if statement.special else "Protokollsanteckning"
            result += self._section(name, [statement_words(self.content, statement)])
        return result

    def _actions(self, item: ItemContent) -> list[Block]:
        """Actions that no decision of the item gave; the others stand in the decision's own words."""
        items = []
        for action in item.actions:
            if not action.decision:
                due = f"senast {date_in_text(action.due)}" if action.due else ""
                who = ", ".join(part for part in (naming.responsible(self.content, action), due) if part)
                text = ended(action.text, ".")
                items.append(ListItem(words(f"{text} Ansvarig: {who}." if who else text)))
        return [RailSection(self._said(PaperHeading.ACTIONS), (ListBlock(tuple(items)),))] if items else []

    def _annexes(self, item: ItemContent) -> list[Block]:
        annexes = [self.content.annex(key) for key in item.annexes]
        named = [(f"Bilaga{NBSP}{a.number} {a.title}" if a.number is not None else a.title, a) for a in annexes]
        names = [
            f"{name}. {a.confidential}" if a.title == WITHHELD_ANNEX and a.confidential else name for name, a in named
        ]
        return self._section(plural(len(names), "Bilaga", "Bilagor").partition(NBSP)[2], names)

    def _dispatch(self, item: ItemContent) -> list[Block]:
        recipients = [
            naming.organisation(self.content, d.organisation) if d.organisation else d.name for d in item.dispatch
        ]
        label = self._said(PaperHeading.DISPATCH)
        if len(recipients) < 2:
            return self._section(label, [capital_first(name) for name in recipients])
        listed = ListBlock(tuple(ListItem(words(capital_first(name)), "–") for name in recipients), tight=True)
        return [RailSection(label, (listed,))]

    def _breaks(self, item: ItemContent) -> list[Block]:
        breaks = [a for a in self.content.adjournments if a.after_item == item.key]
        return self._section(
            "Ajournering", [ended(capital_first(clock_range(a.from_time, a.to_time)), ".") for a in breaks]
        )
