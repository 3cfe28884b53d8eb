"""What Mötesläge shows, in words: one frozen value for the whole screen, made anew after each change."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, time
from enum import StrEnum
from functools import cached_property

from bra_desktop.domain.confidentiality import (
    NOT_ON_SCREEN,
    WITHHELD_ANNEX,
    is_withheld,
    screen_version,
    withheld,
)
from bra_desktop.domain.content import DecisionContent, ItemContent, MeetingContent, ProposalContent
from bra_desktop.domain.kinds import DocumentProfile, ItemType, MeetingState
from bra_desktop.domain.lifecycle import locked_item_words, locked_words
from bra_desktop.domain.numbering import in_sentence, is_taken_up, label
from bra_desktop.domain.spans import ongoing
from bra_desktop.services.live.left_open import UNKNOWN, LastDay
from bra_desktop.services.reading import MeetingView, OrganisationRow, PersonRow
from bra_desktop.ui.live.quorum_marks import QuorumMarks


class Step(StrEnum):
    """What the one filled button does now."""

    OPEN = "open"
    TAKE_UP = "take up"
    NEXT = "next"
    CLOSE = "close"
    LEAVE = "leave"


STEP_WORDS = {
    Step.OPEN: "Öppna mötet",
    Step.TAKE_UP: "Ta upp ärendet",
    Step.NEXT: "Nästa ärende",
    Step.CLOSE: "Avsluta mötet",
    Step.LEAVE: "Till mötets sida",
}


SECRET = "Sekretess: visas inte på delad skärm eller projektor"
PASSAGE_MARKED = "Ett stycke i ärendet är markerat"
REPEATS_MARKED = "Ärendet upprepar ord som är markerade"
_OF_THE_MEETING = ("called", "content", "marked")
"""What a scene keeps once it has been asked, and what doesn't depend on the item."""


@dataclass(frozen=True)
class Scene:
    """A meeting and the item that is shown. ``next_meeting`` is the day that "nästa möte" means.

    ``shared``: others see the screen, so ``content`` is without what is confidential; ``view`` has everything.
    """

    view: MeetingView
    shown: str
    people: tuple[PersonRow, ...] = ()
    organisations: tuple[OrganisationRow, ...] = ()
    next_meeting: date | None = None
    focus_areas: tuple[str, ...] = ()
    shared: bool = False
    own_notes: Mapping[str, str] = field(default_factory=dict)
    """What somebody has noted for herself, by item."""
    today: date | None = None
    """The day on which the meeting goes on; after midnight still the day on which it began."""
    marks: QuorumMarks = field(default_factory=QuorumMarks)
    held: date | None = None
    """The day on which the running meeting was opened; None before, and for one that was opened elsewhere."""
    last: LastDay = UNKNOWN
    """The day on which the running meeting last went on, and when it was left if that is not today."""
    taking: frozenset[str] = frozenset()
    """The keys of the items that are being taken up, until the meeting is read with their §§."""

    @cached_property
    def called(self) -> Mapping[str, str]:
        """People by id, in words that tell those of the same name apart: Eva Lind (Polismyndigheten)."""
        homes = {organisation.key: organisation.name for organisation in self.content.organisations}
        known = [(p.key, p.name, homes.get(p.organisation, ""), p.title) for p in self.content.people]
        listed = {p.key for p in self.content.people}
        known += [(p.id, p.name, p.organisation, p.title) for p in self.people if p.id not in listed]
        count = Counter(name.casefold() for _key, name, _home, _title in known)
        homes_of = Counter((name.casefold(), home) for _key, name, home, _title in known)
        words = {}
        for key, name, home, title in known:
            about = title if not home or (title and homes_of[name.casefold(), home] > 1) else home
            words[key] = f"{name} ({about})" if about and count[name.casefold()] > 1 else name
        return words

    @cached_property
    def content(self) -> MeetingContent:
        return screen_version(self.view.content) if self.shared else self.view.content

    @property
    def withheld(self) -> bool:
        """Whether the shown item is not to be seen now."""
        return self.shared and self.shown in self.marked

    @property
    def notes_disposed(self) -> bool:
        """Whether the notes have been disposed of, so that none can be written."""
        return self.content.state in (MeetingState.ADJUSTED, MeetingState.ESTABLISHED, MeetingState.ARCHIVED)

    @property
    def unseen(self) -> frozenset[str]:
        """The keys of the items of which nothing is shown, since others see the screen."""
        return self.marked if self.shared else frozenset()

    @cached_property
    def marked(self) -> frozenset[str]:
        """The keys of the items of which nothing is shown on a screen that others see, whether they do now or not."""
        return withheld(self.view.content).intersection(i.key for i in self.view.content.items)

    @property
    def counts_nobody(self) -> bool:
        """Whether the item that goes on is not to be seen now: who is out of the room for it is withheld with it, so
        that nothing which follows from that can be told, as the count, the quorum and who leads.
        """
        return self.ongoing in self.unseen

    def secret_words(self, key: str) -> str:
        """That an item is marked as confidential, and why; empty for one that isn't."""
        if key not in self.marked:
            return ""
        item = self.view.content.item(key)
        why = "" if self.shared else item.confidential or (PASSAGE_MARKED if is_withheld(item) else REPEATS_MARKED)
        return ". ".join(filter(None, (SECRET, why)))

    def is_withheld_annex(self, key: str) -> bool:
        return self.shared and self.content.annex(key).title == WITHHELD_ANNEX

    @property
    def item(self) -> ItemContent:
        return self.content.item(self.shown)

    @property
    def notes(self) -> bool:
        """Profile C: nothing is decided and nobody votes."""
        return self.content.forum.profile is DocumentProfile.NOTES

    @property
    def running(self) -> bool:
        return self.content.state is MeetingState.IN_PROGRESS

    @property
    def adjourned_at(self) -> time | None:
        """When the break began that is not over yet."""
        return next((b.from_time for b in self.content.adjournments if b.to_time is None), None)

    @property
    def ongoing(self) -> str:
        """The key of the item that was taken up and is not over; empty between items."""
        return ongoing(self.content)

    @property
    def waits(self) -> bool:
        """Whether the meeting goes on and the shown item has not been taken up."""
        taken = is_taken_up(self.item) or self.shown in self.taking
        return self.running and not taken and not self.item.struck

    @property
    def step(self) -> Step:
        if self.content.state in (MeetingState.PLANNED, MeetingState.CALLED):
            return Step.OPEN
        if not self.running:
            return Step.LEAVE
        if self.waits:
            return Step.TAKE_UP
        return Step.NEXT if self.neighbour(1) else Step.CLOSE

    @property
    def locked(self) -> str:
        """Why the shown item can't be changed, in words; empty when it can."""
        if words := self.meeting_locked:
            return words
        if self.shown in self.view.frozen_items:
            what = f"{label(self.content.forum, self.item)} {self.item.title}"
            return locked_item_words(what, signed=any(one.item == self.shown for one in self.view.apart))
        return ""

    @property
    def meeting_locked(self) -> str:
        """Why what is said of the whole meeting can't be changed here, in words; empty when it can."""
        if self.withheld:
            return f"{NOT_ON_SCREEN} F4 visar det igen."
        return locked_words(self.content.forum.profile, self.content.state, self.content.adjustment.adjusted_on)

    @property
    def proposals(self) -> tuple[ProposalContent, ...]:
        """The prepared decisions that are not decisions yet; none after the meeting, once something is decided."""
        if self.item.decisions and self.content.closed_at is not None:
            return ()
        decided = {_plain(d.text) for d in self.item.decisions}
        return tuple(p for p in self.item.proposals if _plain(p.text) not in decided)

    @property
    def decisions(self) -> tuple[DecisionContent, ...]:
        return self.item.decisions

    def neighbour(self, step: int) -> str:
        """The key of the item before or after the shown one, struck ones left out; empty at the end."""
        order = [i.key for i in self.content.items if not i.struck or i.key == self.shown]
        place = order.index(self.shown) + step
        return order[place] if 0 <= place < len(order) else ""

    def at_item(self, key: str) -> Scene:
        """The same meeting at another item; what is of the meeting alone is not made anew."""
        turned = replace(self, shown=key)
        turned.__dict__.update({name: self.__dict__[name] for name in _OF_THE_MEETING if name in self.__dict__})
        return turned

    def decision(self, item: str, key: str) -> DecisionContent | None:
        """An att-sats of the meeting, also where it isn't to be seen now."""
        found = (d for i in self.view.content.items if i.key == item for d in i.decisions if d.key == key)
        return next(found, None)

    def with_decision(self, item: str, told: DecisionContent) -> Scene:
        """The same with an att-sats as it has become."""
        content = self.view.content
        items = tuple(
            replace(i, decisions=tuple(told if d.key == told.key else d for d in i.decisions)) if i.key == item else i
            for i in content.items
        )
        return replace(self, view=replace(self.view, content=replace(content, items=items)))

    def item_words(self) -> str:
        """The shown item inside a sentence: § 41, punkt 5."""
        return in_sentence(self.content.forum, self.item)

    def participant_ids(self) -> Mapping[str, str]:
        return self.view.participants


def _plain(text: str) -> str:
    words = text.strip().rstrip(".").casefold()
    return words.removeprefix("att ").strip()


def first_item(view: MeetingView) -> str:
    """Where the meeting opens: the item that was shown last, else the one in progress, else the first."""
    keys = [item.key for item in view.content.items]
    if view.current_item in keys:
        return view.current_item
    scene = Scene(view, "")
    return scene.ongoing or (keys[0] if keys else "")


def head_words(scene: Scene) -> str:
    """Dnr KS 2026/118 · föredragande Johan Ek."""
    item, content = scene.item, scene.content
    names = ", ".join(content.person(key).name for key in item.presenters)
    parts = [f"dnr {item.registry_number}" if item.registry_number else "", f"föredragande {names}" if names else ""]
    return " · ".join(part for part in parts if part)


def item_choices(scene: Scene) -> tuple[tuple[str, str], ...]:
    """Every item in words with its key: § 41 Information från polisen."""
    content = scene.content
    return tuple((f"{label(content.forum, i)} {i.title}".strip(), i.key) for i in content.items)


def short_name(name: str) -> str:
    """Karin Berg as K. Berg."""
    first, _, rest = name.partition(" ")
    return f"{first[:1]}. {rest}" if rest else name


def is_roll_call(scene: Scene) -> bool:
    """Until the first item after the opening, a mark means present from the start, not a coming or going."""
    if not scene.running or not scene.ongoing:
        return not scene.running
    item = scene.content.item(scene.ongoing)
    return item.type is ItemType.OPENING or scene.content.order(item.key) == 0
