"""How an action hangs together: decision, action, each answer, the next meeting, the closing decision. Knows no Qt."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from bra_desktop.domain.kinds import ACTION_STATUS_WORDS, ActionStatus
from bra_desktop.domain.swedish import capital_first, listing
from bra_desktop.services.reading import ActionRow, AnswerRow, MeetingRow
from bra_desktop.ui.actions.lines import NO_MEETING, ActionLine
from bra_desktop.ui.actions.origin import day_words, decision_words, head_words, is_agreed

State = Literal["done", "now", "late", "next"]


@dataclass(frozen=True)
class Station:
    """One step of the way. ``meeting`` is the reference of the meeting it leads to; ``item`` its item there."""

    icon: str
    title: str
    line: str
    state: State
    meeting: str = ""
    item: str = ""


def stations(line: ActionLine, names: Mapping[str, str], coming: MeetingRow | None, today: date) -> tuple[Station, ...]:
    """names: what organisations are called. coming: the next meeting of the forum that gave the action.

    Of an action that is withheld only where it comes from.
    """
    row = line.row
    if line.withheld:
        return (_origin(row, today),)
    asked = row.responsible or tuple(sorted(line.responsible, key=lambda key: names.get(key, "")))
    return (
        _origin(row, today),
        _task(row, names, today),
        *_answers(line, asked, names, today),
        *([_meeting(row, coming, today)] if row.status.is_open and row.origin else []),
        _end(line, asked),
    )


def _origin(row: ActionRow, today: date) -> Station:
    origin = row.origin
    if origin is None:
        return Station("target", NO_MEETING, row.focus_area or "Hör inte till något fokusområde.", "done")
    head, icon = head_words(origin, today.year), "handshake" if is_agreed(origin) else "gavel"
    said = decision_words(origin) or origin.item_title or origin.forum_short
    return Station(icon, head, said, "done", origin.meeting_ref, origin.item_id)


def _task(row: ActionRow, names: Mapping[str, str], today: date) -> Station:
    title = f"Åtgärd, senast {day_words(row.due, today.year)}" if row.due else "Åtgärd utan slutdatum"
    if row.everybody and not row.responsible:
        return Station("list-checks", title, "Given till alla.", "done")
    who = [names.get(key, "") for key in row.responsible]
    if len(who) < 2:
        return Station("list-checks", title, f"Ansvarig: {who[0]}." if who else "Ingen är ansvarig än.", "done")
    held = f" {names.get(row.lead_id, '')} håller ihop." if row.lead_id else ""
    return Station("list-checks", title, f"Ansvariga: {listing(who)}, gemensamt.{held}", "done")


def _answers(line: ActionLine, asked: Sequence[str], names: Mapping[str, str], today: date) -> list[Station]:
    given = {answer.organisation_id: answer for answer in line.row.answers}
    if not asked:
        return [Station("users", "Ansvarig saknas", "Välj ansvarig under Ändra.", "now")] if line.is_open else []
    found = [_answer(given[key], names.get(key, ""), today) for key in asked if key in given]
    missing = [names.get(key, "") for key in asked if key not in given]
    if not missing or not line.is_open:
        return found
    if len(missing) > 3:
        found.append(_waiting(line, f"{len(missing)} svar", listing(missing)))
    else:
        found += [_waiting(line, f"Svar från {name}", "") for name in missing]
    return found


def _answer(answer: AnswerRow, name: str, today: date) -> Station:
    on = f", {day_words(answer.answered_on, today.year)}" if answer.answered_on else ""
    said = [capital_first(ACTION_STATUS_WORDS[answer.status]) + "."]
    if answer.comment:
        said.append(answer.comment)
    if answer.new_due:
        said.append(f"Nytt datum {day_words(answer.new_due, today.year)}.")
    return Station("message-square", f"Svar från {name}{on}", " ".join(said), "done")


def _waiting(line: ActionLine, title: str, who: str) -> Station:
    if line.late:
        return Station("message-square", f"{title} saknas", who or "Inget svar har kommit in.", "late")
    return Station("message-square", f"{title} väntas", who or "Inget svar har kommit in än.", "now")


def _meeting(row: ActionRow, coming: MeetingRow | None, today: date) -> Station:
    forum = row.origin.forum_short if row.origin else ""
    if coming is None:
        return Station("calendar-clock", "Nästa möte är inte planerat", f"Tas upp när {forum} möts nästa gång.", "next")
    title = f"Nästa möte: {coming.forum_short or coming.forum} {day_words(coming.day, today.year)}"
    return Station("calendar-clock", title, "Tas upp vid uppföljningen av åtgärder.", "next", coming.ref)


def _end(line: ActionLine, asked: Sequence[str]) -> Station:
    row = line.row
    if line.status == "closed":
        return Station("circle-check", "Avslutad genom beslut", "Ett senare beslut har avslutat åtgärden.", "done")
    if row.status is ActionStatus.CANCELLED:
        return Station("ban", "Avbruten", "Åtgärden följs inte upp längre.", "done")
    if row.status is ActionStatus.DONE:
        return Station("circle-check", "Klar", "Inget beslut har avslutat den. Rådet kan göra det på ett möte.", "done")
    answered = bool(asked) and {a.organisation_id for a in row.answers} >= set(asked)
    when = "Alla svar har kommit in." if answered else "Föreslås när svaren har kommit."
    title = "Avslutande överenskommelse" if row.origin and is_agreed(row.origin) else "Avslutande beslut"
    return Station("circle-check", title, when, "next")
