"""What one meeting's page says at its top: title, way, next step and what is missing. Knows no Qt."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from bra_desktop.domain.content import MeetingContent
from bra_desktop.domain.errors import Missing
from bra_desktop.domain.headings import notice_in_text
from bra_desktop.domain.kinds import DocumentProfile, MeetingState
from bra_desktop.domain.lifecycle import NextStep, StepStatus, stepper
from bra_desktop.domain.meeting_clock import may_end, minutes_between
from bra_desktop.domain.swedish import capital_first, listing
from bra_desktop.domain.swedish_dates import (
    WEEKDAYS,
    clock_range,
    date_in_text,
    day_and_month,
    day_and_short_month,
    minutes_in_text,
    weekday_and_month,
)
from bra_desktop.services.reading import MeetingView
from bra_desktop.ui.meeting.known_days import KnownDays

S = MeetingState
StepState = Literal["done", "now", "next"]
STATUS: dict[StepStatus, StepState] = {StepStatus.DONE: "done", StepStatus.CURRENT: "now", StepStatus.LATER: "next"}
LEADS = {
    S.CALLED: "Innan kallelsen skapas",
    S.IN_PROGRESS: "Innan mötet öppnas",
    S.DRAFT: "Innan mötet avslutas",
    S.REVIEW: "Innan utkastet lämnas",
    S.ADJUSTMENT: "Innan protokollet justeras",
    S.ESTABLISHED: "Innan anteckningarna fastställs",
}
LOCKED = {
    S.ADJUSTMENT: "Protokollet är låst och väntar på underskrifter.",
    S.ADJUSTED: "Protokollet är justerat och kan inte ändras. Fel rättas med en rättelse.",
    S.ESTABLISHED: "Anteckningarna är fastställda och kan inte ändras. Fel rättas med en rättelse.",
    S.ARCHIVED: "Mötet är arkiverat och kan inte ändras. Fel rättas med en rättelse.",
    S.CANCELLED: "Mötet är inställt. Planera ett nytt möte i stället.",
}
PARTED = "\n\n"
"""Between the parts of what a question says."""
WITH_THE_REST = "Vid låset skrivs den under tillsammans med resten, och inte längre för sig."
ICONS = {
    S.CALLED: "send",
    S.IN_PROGRESS: "play",
    S.DRAFT: "check",
    S.REVIEW: "eye",
    S.ADJUSTMENT: "pen-line",
    S.ADJUSTED: "pen-line",
    S.ESTABLISHED: "shield-check",
    S.ARCHIVED: "archive",
}


def without_certificates(names: Sequence[str]) -> str:
    """Who cannot sign yet for want of a certificate, as a sentence; empty when nobody is named."""
    if not names:
        return ""
    return f"{listing(names)} saknar registrerat certifikat och kan skriva under först när det finns i Register."


def signed_with_the_rest(waiting: Sequence[Missing]) -> str:
    """The items that nobody, or not everybody, has signed apart, and what the lock makes of that; empty for none."""
    said = " ".join(one.text for one in waiting)
    return f"{said} {WITH_THE_REST}" if said else ""


@dataclass(frozen=True)
class StepLine:
    """One step of the meeting's way: its word, its date or last day, and done, now or next."""

    word: str
    line: str
    status: StepState


@dataclass(frozen=True)
class Remark:
    """Something missing or worth minding, the word of the link that leads there, and the place."""

    text: str
    link: str
    place: str


@dataclass(frozen=True)
class Shown:
    """The top of the page. ``stops`` tells whether one of the remarks stops the next step."""

    ref: str
    title: str
    forum: str
    beside: str
    state: MeetingState
    steps: tuple[StepLine, ...]
    step: NextStep | None
    icon: str
    lead: str
    remarks: tuple[Remark, ...]
    stops: bool
    aside: str
    locked: str
    notice_word: str = "kallelsen"
    """What the forum calls its notice, within a sentence."""
    beside_in_short: str = ""
    """As ``beside``, where there is little room."""


def shown(view: MeetingView, today: date, known: KnownDays = KnownDays()) -> Shown:
    """The top of the page for a meeting on a day, with what its history knows of its days."""
    content, step, held = view.content, view.step, known.held
    word = notice_in_text(content.forum)
    lead = LEADS.get(step.state, "").replace("kallelsen", word) if step else ""
    return Shown(
        ref=content.ref,
        title=title_of(content),
        forum=content.forum.name,
        beside=", ".join(filter(None, (when(content, held), content.place))),
        state=content.state,
        steps=steps_of(view, today, known),
        step=step,
        icon=ICONS.get(step.state, "") if step else "",
        lead=lead,
        remarks=_remarks(view, today, held) if lead else (),
        stops=bool(view.missing),
        aside=_time(content),
        locked=LOCKED.get(content.state, ""),
        notice_word=word,
        beside_in_short=", ".join(filter(None, (when(content, held, short=True), content.place))),
    )


def called_words(notice: str) -> str:
    """What is told when the notice has been made; ``notice`` is what it is called within a sentence."""
    return f"{capital_first(notice or 'kallelsen')} är skapad och mötet är kallat. Skicka den till de kallade."


def title_of(content: MeetingContent) -> str:
    """BRÅ 3 december 2026."""
    return f"{content.forum.short_name or content.forum.name} {date_in_text(content.date)}"


def when(content: MeetingContent, held: date | None = None, *, short: bool = False) -> str:
    """As in torsdag kl. 10.00–12.00; the real times once they are known, and the real day when it is another.

    short: of another day the day alone, as in hölls 22 nov.
    """
    starts, ends = content.opened_at or content.starts, content.closed_at or content.ends
    if content.closed_at is None and ends is not None and not may_end(starts, ends):  # it began after its planned end
        ends = None
    if held is not None and held != content.date:
        verb = "pågår" if content.state is S.IN_PROGRESS else "hölls"
        if short:
            return f"{verb} {day_and_short_month(held)}"
        return f"{verb} {weekday_and_month(held)} {clock_range(starts, ends)}"
    return f"{WEEKDAYS[content.date.weekday()]} {clock_range(starts, ends)}"


def steps_of(view: MeetingView, today: date, known: KnownDays = KnownDays()) -> tuple[StepLine, ...]:
    """The six steps with what is known of their days; a meeting goes on on the day on which it was opened.

    That may be another than its own; as long as nothing is known of it the meeting goes on on the day that it is.
    """
    content, days, held = view.content, view.days, known.held
    adjusted, last = content.adjustment.adjusted_on, days.adjustment.last_day if days.adjustment else None
    sent, called = content.notice.sent_on or known.reached.get(S.CALLED), days.notice.last_day
    lines = {
        S.CALLED: day_and_month(sent) if sent else f"senast {day_and_month(called)}",
        S.IN_PROGRESS: day_and_month(held or (today if content.state is S.IN_PROGRESS else content.date)),
        S.ADJUSTMENT: day_and_month(adjusted) if adjusted else f"senast {day_and_month(last)}" if last else "",
    }
    if content.state is S.CANCELLED:
        lines = {S.CALLED: day_and_month(sent) if sent else "", S.IN_PROGRESS: "inställt"}
    found = stepper(content.forum.profile, content.state, called=sent is not None)
    done = {one.state for one in found if one.status is StepStatus.DONE}
    lines = {state: day_and_month(day) for state, day in known.reached.items() if state in done} | lines
    return tuple(StepLine(one.word, lines.get(one.state, ""), STATUS[one.status]) for one in found)


def document_word(content: MeetingContent) -> str:
    """What the minutes of the meeting are called."""
    return "Anteckningar" if content.forum.profile is DocumentProfile.NOTES else "Protokoll"


def agenda_word(content: MeetingContent) -> str:
    """What the agenda is called in the forum."""
    default = "Föredragningslista" if content.forum.profile is DocumentProfile.FORMAL else "Dagordning"
    return content.forum.agenda_word or default


def item_word(content: MeetingContent) -> str:
    """An item before the meeting: ärende for a nämnd, else punkt."""
    return "ärende" if content.forum.profile is DocumentProfile.FORMAL else "punkt"


def _remarks(view: MeetingView, today: date, held: date | None) -> tuple[Remark, ...]:
    found = [Remark(m.text.rstrip("."), _link(m), m.place) for m in dict.fromkeys((*view.missing, *view.warnings))]
    if view.content.state is S.PLANNED and view.days.notice.last_day < today <= view.content.date:
        last = day_and_month(view.days.notice.last_day)
        found.append(Remark(f"Sista dagen för {notice_in_text(view.content.forum)} var {last}", "", ""))
    content = view.content
    if held is not None and held != content.date:
        words = f"Mötet öppnades {day_and_month(held)} men har kvar dagen {day_and_month(content.date)}"
        found.append(Remark(words, "Ändra dagen", "meeting/day"))
    return tuple(found)


def _link(missing: Missing) -> str:
    if missing.place.startswith("item/"):
        return "Välj" if "föredragande" in missing.text else "Visa"
    return {"meeting/place": "Skriv", "agenda": "Lägg till"}.get(missing.place, "Visa")


def _time(content: MeetingContent) -> str:
    planned = sum(item.planned_minutes or 0 for item in content.items if not item.struck)
    if not planned or content.state not in (S.PLANNED, S.CALLED):
        return ""
    words = f"Totalt {minutes_in_text(planned)}"
    if content.ends is None:
        return words
    room = minutes_between(content.starts, content.starts, content.ends)
    return f"{words} av {minutes_in_text(room)}"
