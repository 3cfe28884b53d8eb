"""What Mötesläge shows, in words: one frozen value for the whole screen, made anew after each change."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, time
from enum import StrEnum

from bra_desktop.domain import attendance
from bra_desktop.domain.attendance import participant
from bra_desktop.domain.content import DecisionContent, ItemContent, MeetingContent, ProposalContent
from bra_desktop.domain.kinds import DocumentProfile, ItemType, MeetingState
from bra_desktop.domain.numbering import in_sentence, is_taken_up, label
from bra_desktop.domain.quorum import quorum_now
from bra_desktop.domain.spans import ongoing
from bra_desktop.domain.swedish import capital_first, plural
from bra_desktop.domain.swedish_dates import at_clock, clock, date_in_text
from bra_desktop.services.reading import MeetingView, OrganisationRow, PersonRow


class Progress(StrEnum):
    """Where an item of the agenda is: tick, triangle or ring."""

    DONE = "done"
    NOW = "now"
    LATER = "later"
    STRUCK = "struck"


class Step(StrEnum):
    """What the one filled button does now."""

    OPEN = "open"
    NEXT = "next"
    CLOSE = "close"
    LEAVE = "leave"


DAY = 24 * 60
STEP_WORDS = {
    Step.OPEN: "Öppna mötet",
    Step.NEXT: "Nästa ärende",
    Step.CLOSE: "Avsluta mötet",
    Step.LEAVE: "Till mötets sida",
}


@dataclass(frozen=True)
class Strip:
    """The line at the top: clock, meeting, the item's time, attendance."""

    clock: str
    title: str
    item: str
    present: str
    quorum: str
    quorate: bool


@dataclass(frozen=True)
class AgendaRow:
    """One row of the agenda at the left."""

    key: str
    title: str
    below: str
    progress: Progress
    shown: bool


@dataclass(frozen=True)
class Scene:
    """A meeting and the item that is shown. ``next_meeting`` is the day that "nästa möte" means."""

    view: MeetingView
    shown: str
    people: tuple[PersonRow, ...] = ()
    organisations: tuple[OrganisationRow, ...] = ()
    next_meeting: date | None = None
    focus_areas: tuple[str, ...] = ()

    @property
    def content(self) -> MeetingContent:
        return self.view.content

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
    def step(self) -> Step:
        if self.content.state in (MeetingState.PLANNED, MeetingState.CALLED):
            return Step.OPEN
        if not self.running:
            return Step.LEAVE
        return Step.NEXT if self.neighbour(1) else Step.CLOSE

    @property
    def locked(self) -> str:
        """Why the shown item can't be changed, in words; empty when it can."""
        if self.content.state.is_frozen or self.content.state is MeetingState.CANCELLED:
            return _LOCKED.get(self.content.state, _LOCKED[MeetingState.ADJUSTED])
        if self.shown in self.view.frozen_items:
            what = f"{label(self.content.forum, self.item)} {self.item.title}"
            return (
                f"{what} är omedelbart justerad och kan inte ändras. Skriv en rättelse; den visas bredvid originalet."
            )
        return ""

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
        return replace(self, shown=key)

    def item_words(self) -> str:
        """The shown item inside a sentence: § 41, punkt 5."""
        return in_sentence(self.content.forum, self.item)

    def participant_ids(self) -> Mapping[str, str]:
        return self.view.participants


_LOCKED = {
    MeetingState.ADJUSTMENT: "Protokollet är lämnat till justering och är låst. "
    "Avböj justeringen med skäl om något ska ändras.",
    MeetingState.ESTABLISHED: "Anteckningarna är fastställda och kan inte ändras. "
    "Skriv en rättelse; den visas bredvid originalet.",
    MeetingState.CANCELLED: "Mötet är inställt och kan inte ändras. Planera ett nytt möte.",
    MeetingState.ADJUSTED: "Protokollet är justerat och kan inte ändras. "
    "Skriv en rättelse; den visas bredvid originalet.",
}


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


def minutes_between(start: time, end: time) -> int:
    """Whole minutes. An end after midnight counts on; one that a clock was set back to counts as none."""
    gone = (end.hour - start.hour) * 60 + end.minute - start.minute
    return gone if gone >= 0 else max(0, gone + DAY if gone < -DAY // 2 else 0)


def strip(scene: Scene, now: time) -> Strip:
    """The words of the line at the top at a clock time."""
    content = scene.content
    name = content.forum.short_name or content.forum.name
    present, words, enough = _attendance(scene)
    return Strip(clock(now), f"{name} {date_in_text(content.date)}", _item_time(scene, now), present, words, enough)


def _attendance(scene: Scene) -> tuple[str, str, bool]:
    content, count = scene.content, quorum_now(scene.content)
    if count.required is None:
        here = sum(attendance.is_here(content, p) for p in content.participants)
        return plural(here, "närvarande", "närvarande"), "", True
    word = "beslutsfört" if count.reached else "inte beslutsfört"
    return f"{count.words} närvarande", f"{word}, minst {count.required}", count.reached


def _item_time(scene: Scene, now: time) -> str:
    content = scene.content
    if content.state in (MeetingState.PLANNED, MeetingState.CALLED):
        return f"Mötet är inte öppnat, börjar {at_clock(content.starts)}"
    if content.closed_at is not None:
        return f"Mötet avslutades {at_clock(content.closed_at)}"
    if scene.adjourned_at is not None:
        return f"Ajournerat sedan {at_clock(scene.adjourned_at)}"
    if not scene.ongoing:
        return "Inget ärende är upptaget"
    item = content.item(scene.ongoing)
    gone = minutes_between(item.opened_at, now) if item.opened_at else 0
    planned = f", planerat {item.planned_minutes}" if item.planned_minutes else ""
    return f"{capital_first(in_sentence(content.forum, item))} har pågått {gone} min{planned}"


def agenda(scene: Scene, now: time) -> tuple[AgendaRow, ...]:
    """The rows at the left."""
    return tuple(_agenda_row(scene, item, now) for item in scene.content.items)


def _agenda_row(scene: Scene, item: ItemContent, now: time) -> AgendaRow:
    ongoing = item.key == scene.ongoing
    progress = Progress.NOW if ongoing else Progress.DONE if is_taken_up(item) else Progress.LATER
    progress = Progress.STRUCK if item.struck else progress
    return AgendaRow(item.key, item.title, _below(scene, item, ongoing, now), progress, item.key == scene.shown)


def _below(scene: Scene, item: ItemContent, ongoing: bool, now: time) -> str:
    parts = [in_sentence(scene.content.forum, item)]
    planned = item.planned_minutes
    if item.struck:
        parts.append("utgår")
    elif ongoing and item.opened_at is not None:
        gone = minutes_between(item.opened_at, now)
        parts.append(f"{gone} av {planned} min" if planned else f"{gone} min")
    elif item.opened_at is not None and item.closed_at is not None:
        parts.append(f"{minutes_between(item.opened_at, item.closed_at)} min")
    elif planned:
        parts.append(f"{planned} min")
    if item.added_at_meeting:
        parts.append("tillagd")
    return " · ".join(parts)


def done_words(scene: Scene) -> str:
    """3 av 9 klara."""
    items = [i for i in scene.content.items if not i.struck]
    done = sum(is_taken_up(i) and i.key != scene.ongoing for i in items)
    return f"{done} av {len(items)} klara"


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


def is_here(scene: Scene, person: str) -> bool:
    """Whether the person is in the room now."""
    who = participant(scene.content, person)
    return who is not None and attendance.is_here(scene.content, who)
