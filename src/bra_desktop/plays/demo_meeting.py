"""Playing a meeting from its notice to its end, step by step through the services, by a written script."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta

from bra_desktop.domain.content import ItemContent, MeetingContent, ParticipantContent, StayContent
from bra_desktop.domain.kinds import Capacity, Duty, ItemType, Reply
from bra_desktop.plays.scenes import Scene
from bra_desktop.plays.stage import Stage
from bra_desktop.services import actions
from bra_desktop.services.live import attendance, coming_and_going, decisions, minutes, opening, serving
from bra_desktop.services.live.roll import roll
from bra_desktop.services.preparing import notice, planning


class Performance:
    """One meeting that is planned in the data and played by a script with the same items in the same order.

    The script's keys of people, organisations and seats are ids of the data already.
    """

    def __init__(self, stage: Stage, script: MeetingContent) -> None:
        self.stage, self.script, self.ref = stage, script, script.ref
        living = stage.office.content(self.ref)
        self.items = {told.key: own.key for told, own in zip(script.items, living.items, strict=True)}
        self._decisions: dict[str, str] = {}

    def call(self) -> None:
        """Send the notice and keep the replies."""
        told = self.script.notice
        self.stage.at(told.sent_on or self.script.date - timedelta(days=8))
        notice.prepare_notice(self.stage.office, self.ref, told.text, told.reply_by, told.reply_to)
        notice.send_notice(self.stage.office, self.ref)
        self._invite()
        for who in self.script.participants:
            if who.reply is not Reply.NONE:
                attendance.reply(self.stage.office, self._participant(who), who.reply)

    def open(self) -> None:
        """Call the roll and open the meeting."""
        office = self.stage.office
        opened = self.script.opened_at or self.script.starts
        self.stage.at(self.script.date, _before(opened, 5))
        for who in self.script.participants:
            here = next((s for s in who.stays if s.from_time is None and not s.from_item), None)
            if here is not None:
                attendance.mark_present(office, self._participant(who), here.mode)
            elif not who.stays:
                attendance.mark_absent(office, self._participant(who), notified=who.absence_notified)
            if who.capacity is Capacity.SUBSTITUTE and who.serves_for:
                serving.serve_for(office, self._participant(who), who.serves_for)
        self.stage.at(self.script.date, opened)
        opening.open_meeting(office, self.ref, opened)

    def perform(self, scene: Scene) -> None:
        """Every item in turn."""
        clock = self.script.opened_at or self.script.starts
        for number, item in enumerate(self.script.items):
            self.stage.comes_to(scene, number, len(self.script.items), item.title)
            clock = item.opened_at or clock
            self.stage.at(self.script.date, clock)
            self._item(item, clock)
            self._breaks(item)

    def end(self) -> None:
        """Close the meeting."""
        closed = self.script.closed_at or self.script.ends or self.script.starts
        self.stage.at(self.script.date, closed)
        opening.close_meeting(self.stage.office, self.ref, closed)
        for item in self.script.items:
            if item.closed_at is not None and not item.immediate_adjustment:
                minutes.set_clock(self.stage.office, self.items[item.key], item.opened_at, item.closed_at)

        self._say_stays_by_item()

    def _say_stays_by_item(self) -> None:
        """Guests who came for an item are written by it, without the clock times that the roll put down."""
        for who in self.script.participants:
            if any((s.from_item and s.from_time is None) or (s.to_item and s.to_time is None) for s in who.stays):
                stays = tuple(
                    replace(s, from_item=self.items.get(s.from_item, ""), to_item=self.items.get(s.to_item, ""))
                    for s in who.stays
                )
                attendance.set_stays(self.stage.office, self._participant(who), stays)

    def _item(self, told: ItemContent, clock: time) -> None:
        office, item = self.stage.office, self.items[told.key]
        minutes.take_up(office, item, clock)
        self._come_and_go(told, coming=True)
        for recusal in told.recusals:
            decisions.put_recusal(office, item, replace(recusal, returned_at=None))
        if told.text:
            minutes.save_text(office, item, told.text)
        if told.type is ItemType.ELECTION:
            self._choose_adjusters()
        for motion in told.motions:
            decisions.put_motion(office, item, motion)
        if told.proposition:
            minutes.save_text(office, item, told.proposition, field="proposition")
        for vote in told.votes:
            decisions.put_vote(office, item, vote)
        self.stage.at(self.script.date, self._end_of(told, clock))
        for recusal in told.recusals:
            decisions.put_recusal(office, item, recusal)
        self._decide(told, item)
        for statement in told.statements:
            decisions.put_statement(office, item, statement)
        if told.dispatch:
            decisions.set_dispatch(office, item, told.dispatch)
        self._give_actions(told, item)
        for reservation in told.reservations:
            decisions.put_reservation(office, item, reservation)
        self._come_and_go(told, coming=False)

    def _end_of(self, told: ItemContent, began: time) -> time:
        """When the item ends and is decided: as the next one is taken up."""
        later = self.script.items[self.script.items.index(told) + 1 :]
        following = next((item.opened_at for item in later if item.opened_at is not None), None)
        return told.closed_at or following or self.script.closed_at or began

    def _decide(self, told: ItemContent, item: str) -> None:
        for decision in told.decisions:
            self._decisions[decision.key] = decisions.add_decision(
                self.stage.office, item, decision.text, decision.kind, decision.until
            )

    def _give_actions(self, told: ItemContent, item: str) -> None:
        for action in told.actions:
            actions.add_action(
                self.stage.office,
                actions.NewAction(
                    text=action.text,
                    responsible=action.responsible,
                    lead_id=action.lead or None,
                    contact_id=action.contact or None,
                    due=action.due,
                    status=action.status,
                    goal=action.goal,
                    focus_area=action.focus_area,
                    everybody=action.everybody,
                    note=action.note,
                    item_id=item,
                    decision_id=self._decisions.get(action.decision),
                ),
            )

    def _choose_adjusters(self) -> None:
        for officer in self.script.officers:
            if officer.duty is Duty.ADJUST:
                attendance.appoint(self.stage.office, self.ref, Duty.ADJUST, officer.person, reason=officer.reason)

    def _come_and_go(self, told: ItemContent, *, coming: bool) -> None:
        for who in self.script.participants:
            for stay in who.stays:
                if coming and stay.from_item == told.key:
                    coming_and_going.arrive(
                        self.stage.office, self._participant(who), stay.from_time, self.items[told.key], stay.mode
                    )
                if not coming and stay.to_item == told.key:
                    self._leave(who, stay, told)

    def _leave(self, who: ParticipantContent, stay: StayContent, told: ItemContent) -> None:
        at = stay.to_time
        if at is None:
            following = [
                i for i in self.script.items if i.opened_at and told.opened_at and i.opened_at > told.opened_at
            ]
            at = following[0].opened_at if following else self.script.closed_at
        coming_and_going.leave(self.stage.office, self._participant(who), at, self.items[told.key])

    def _breaks(self, told: ItemContent) -> None:
        for pause in self.script.adjournments:
            if pause.after_item == told.key:
                opening.adjourn(self.stage.office, self.ref, pause.from_time)
                opening.resume(self.stage.office, self.ref, pause.to_time)

    def _invite(self) -> None:
        known = {p.person for p in self.stage.office.content(self.ref).participants}
        for who in self.script.participants:
            if who.person not in known:
                planning.add_participant(self.stage.office, self.ref, who.person, who.capacity, who.note)

    def _participant(self, who: ParticipantContent) -> str:
        return roll(self.stage.office, self.ref).participants[who.person]


def _before(clock: time, earlier: int) -> time:
    return (datetime.combine(date(2000, 1, 1), clock) - timedelta(minutes=earlier)).time()
