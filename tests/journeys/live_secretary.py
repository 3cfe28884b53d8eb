"""The secretary at Mötesläge, who keeps the minutes of a meeting by keys alone."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget

from bra_desktop.domain.content import ActionContent, DecisionContent, ItemContent, MeetingContent, VoteContent
from bra_desktop.domain.kinds import Ballot, Mode
from bra_desktop.domain.text import plain_text
from bra_desktop.ui.live.forms.rows_edit import RowsEdit
from bra_desktop.ui.live.page import LivePage
from tests.journeys.keyboard import ALT, CONTROL, KEY, SHIFT, Keyboard
from tests.journeys.secretary import Secretary

SWEDEN = ZoneInfo("Europe/Stockholm")
VOTES = {
    Ballot.YES: KEY.Key_J, Ballot.NO: KEY.Key_N, Ballot.ABSTAIN: KEY.Key_A, Ballot.ABSENT: KEY.Key_F,
}  # fmt: skip


def at(day: date, clock: time) -> datetime:
    return datetime.combine(day, clock, SWEDEN).astimezone(UTC)


class LiveSecretary:
    """What she does in Mötesläge. ``content`` is what she hears: the meeting as it is to be written."""

    def __init__(self, anna: Secretary, page: LivePage, content: MeetingContent) -> None:
        self.anna, self.page, self.content = anna, page, content
        self.keys: Keyboard = anna.keys

    def hears_it_at(self, clock: time) -> None:
        self.anna.wall.now = at(self.content.date, clock)

    @contextmanager
    def once_it_was(self, clock: time | None) -> Iterator[None]:
        """What is written with a clock time can't be before it; the rest of the item was heard meanwhile."""
        meanwhile = self.anna.wall.now
        if clock is not None:
            self.hears_it_at(clock)
        yield
        self.anna.wall.now = meanwhile

    def shown(self) -> ItemContent:
        """The item on the screen."""
        scene = self.page.presenter.scene
        assert scene is not None
        return scene.item

    def settles(self) -> None:
        self.anna.settles(self.page)

    # ── attendance ───────────────────────────────────────────────────────────────────────────
    def goes_to_person(self, number: int) -> None:
        """In the list of those who are called, in its order."""
        self.anna.presses(KEY.Key_F8)
        self.anna.sees(lambda: self.keys.is_on(self.page.attendance.list))
        self.keys.goes_to_row(self.page.attendance.list, number)

    def marks_person(self, number: int, clock: time) -> None:
        """She comes or goes."""
        self.hears_it_at(clock)
        self.goes_to_person(number)
        self.anna.presses(KEY.Key_Space)
        self.settles()

    def opens_person(self, number: int) -> None:
        self.goes_to_person(number)
        self.anna.presses(KEY.Key_Return)
        self.anna.sees(self.page.form.is_open)

    def enters_stay(self, number: int) -> None:
        """She was there for some items, whatever the clock was."""
        (stay,) = self.content.participants[number].stays
        self.opens_person(number)
        rows = self.page.form.editor("stays")
        assert isinstance(rows, RowsEdit)
        if not rows.lines():
            self.keys.tabs_to(rows.add)
            self.anna.presses(KEY.Key_Return)
        _came, start, _left, end, mode = rows.editors(0)
        for combo, key in ((start, stay.from_item), (end, stay.to_item)):
            if key:
                self.keys.fills(combo, self.content.item(key).title)
        self.keys.fills(mode, "på distans" if stay.mode is Mode.REMOTE else "på plats")
        self.sends()

    def lets_serve(self, number: int) -> None:
        seat = self.content.seat(self.content.participants[number].serves_for)
        holder = self.content.person(seat.holders[0]).name
        self.opens_person(number)
        self.keys.fills(self.page.form.editor("serves"), f"{holder[:1]}. {holder.partition(' ')[2]}")
        self.sends()

    # ── what led to the decision ─────────────────────────────────────────────────────────────
    def led_to_decision(self, item: ItemContent) -> None:
        for r in item.recusals:
            with self.once_it_was(r.returned_at):
                self.fills(
                    KEY.Key_J, person=self.people(r.person), reason=r.reason,
                    left=f"{r.left_at:%H.%M}", returned=f"{r.returned_at:%H.%M}",
                )  # fmt: skip
        for m in item.motions:
            self.fills(
                KEY.Key_Y, persons=self.people(*m.persons), kind=m.kind.value, text=m.text,
                supported=self.people(*m.supported_by),
            )  # fmt: skip
        if item.proposition:
            self.fills(KEY.Key_G, text=plain_text(item.proposition))
        for vote in item.votes:
            self.votes(vote)

    def votes(self, vote: VoteContent) -> None:
        """By name, one key each: the next one comes by itself."""
        form = self.page.form
        self.anna.presses(KEY.Key_O, CONTROL | SHIFT)
        self.anna.sees(form.is_open)
        self.keys.fills(form.editor("yes_means"), vote.yes_means)
        self.keys.fills(form.editor("no_means"), vote.no_means)
        roll = form.editor("roll")
        assert isinstance(roll, QListWidget)
        given = {self.content.person(b.person).name: b.choice for b in vote.ballots}
        self.keys.tabs_to(roll)
        for row in range(roll.count()):
            line = roll.item(row)
            if line.flags() & Qt.ItemFlag.ItemIsEnabled:
                assert roll.currentRow() == row
                self.anna.presses(VOTES[given[line.text().partition(" – ")[0]]])
        self.sends()

    # ── decisions ────────────────────────────────────────────────────────────────────────────
    def decides(self, decision: DecisionContent) -> None:
        """Typed in place; what the words don't say is chosen with Alt+Enter."""
        self.begins_decision()
        self.anna.types(f"att {decision.text}")
        self.settles()
        self.says_kind(decision)

    def begins_decision(self) -> None:
        self.anna.presses(KEY.Key_F7)
        self.anna.presses(KEY.Key_Return, CONTROL)
        self.anna.sees(lambda: self.page.item.decisions.focused_line() is not None)

    def says_kind(self, decision: DecisionContent) -> None:
        """Of the line that has the keyboard."""
        self.anna.sees(lambda: self.page.item.decisions.focused_line() is not None)
        self.anna.presses(KEY.Key_Return, ALT)
        self.anna.sees(self.page.form.is_open)
        self.keys.fills(self.page.form.editor("kind"), decision.kind.value)
        self.keys.fills(self.page.form.editor("until"), decision.until.isoformat() if decision.until else "")
        self.sends()

    def moves_up(self, steps: int) -> None:
        """The att-sats written last."""
        self.goes_to_last_decision()
        self.anna.presses(KEY.Key_Up, ALT, steps)
        self.settles()

    def goes_to_last_decision(self) -> None:
        lines = self.page.item.decisions.lines
        self.anna.presses(KEY.Key_F9)
        self.anna.presses(KEY.Key_Down, times=len(lines) * 3)
        self.anna.sees(lambda: self.page.item.decisions.focused_line() is lines[-1])

    # ── what followed ────────────────────────────────────────────────────────────────────────
    def followed(self, item: ItemContent) -> None:
        for r in item.reservations:
            announced = f"{r.announced_at:%H.%M}" if r.announced_at else ""
            with self.once_it_was(r.announced_at):
                self.fills(KEY.Key_R, persons=self.people(*r.persons), text=r.text, announced=announced)
        for s in item.statements:
            self.fills(KEY.Key_P, person=self.people(s.person), text=s.text)

    def sends_to(self, item: ItemContent) -> None:
        if item.dispatch:
            called = [self.organisation(d.organisation) if d.organisation else d.name for d in item.dispatch]
            self.fills(KEY.Key_S, to=", ".join(called))

    def gives(self, item: ItemContent, action: ActionContent) -> None:
        self.anna.presses(KEY.Key_F7)
        self.anna.presses(KEY.Key_Aring, CONTROL)
        self.fills_action(item, action)

    def fills_action(self, item: ItemContent, action: ActionContent) -> None:
        """In the form that is open."""
        decided = next((f"att {d.text}" for d in item.decisions if d.key == action.decision), "")
        responsible = ", ".join(self.organisation(key) for key in action.responsible)
        self.fills_form(
            text=action.text, responsible="alla" if action.everybody else responsible,
            lead=self.organisation(action.lead) if action.lead else "",
            due=action.due.isoformat() if action.due else "", contact=self.people(action.contact),
            decision=decided[:50], goal=action.goal, area=action.focus_area, note=action.note,
            status=action.status.value,
        )  # fmt: skip

    # ── forms ────────────────────────────────────────────────────────────────────────────────
    def fills(self, key: Qt.Key, **words: str) -> None:
        """Opens a form from the text by Ctrl+Shift and a letter, fills its fields in, and sends it."""
        self.anna.presses(KEY.Key_F7)
        self.anna.presses(key, CONTROL | SHIFT)
        self.fills_form(**words)

    def fills_form(self, **words: str) -> None:
        self.anna.sees(self.page.form.is_open)
        for name, value in words.items():
            self.keys.fills(self.page.form.editor(name), value)
        self.sends()

    def sends(self) -> None:
        self.anna.presses(KEY.Key_Return, CONTROL)
        self.settles()
        assert not self.page.form.is_open(), self.page.form.errors()

    def chooses_in_more(self, words: str) -> None:
        """What has no key of its own."""
        self.anna.presses(KEY.Key_F10)
        self.keys.chooses_in_menu(words)
        self.settles()

    # ── names ────────────────────────────────────────────────────────────────────────────────
    def people(self, *keys: str) -> str:
        return ", ".join(self.content.person(key).name for key in keys if key)

    def organisation(self, key: str) -> str:
        return self.content.organisation(key).name
