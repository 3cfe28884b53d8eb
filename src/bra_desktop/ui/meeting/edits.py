"""What the tabs change: items of the agenda, people and annexes. Each removal can be undone. Knows no Qt."""

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import Any

from bra_desktop.domain.content import OfficerContent
from bra_desktop.domain.errors import RuleBroken, UserError
from bra_desktop.domain.kinds import Capacity, Duty, Reply
from bra_desktop.domain.register import Person
from bra_desktop.domain.swedish import listing, plural
from bra_desktop.domain.text import TextDocument
from bra_desktop.services import reading, register
from bra_desktop.services.live import attendance, decisions, minutes, serving
from bra_desktop.services.office import Office
from bra_desktop.services.papers import annexes
from bra_desktop.services.preparing import agendas, following, planning
from bra_desktop.services.preparing.planning import PlannedItem
from bra_desktop.services.undoing import undo
from bra_desktop.ui.handing_out import write_out
from bra_desktop.ui.running import Runner

CHANGED = ("meetings",)
Offer = Callable[[str, Callable[[], None]], None]
Refused = Callable[[UserError], None]
Road = tuple[Runner, Office, Offer]
"""What every kind of edits is made with."""


class _Edits:
    """The road, and the way back from a change."""

    def __init__(self, runner: Runner, office: Office, offer_undo: Offer) -> None:
        self.runner, self.office, self._offer = runner, office, offer_undo

    def change(self, act: Callable[[], Any], done: Callable[[Any], None] | None = None) -> None:
        self.runner.write(act, done, CHANGED)

    def undoable(self, act: Callable[[], Any], words: str) -> None:
        """A change that offers its undoing in the bar."""

        def done(saved: Any) -> None:
            if saved is not None:
                back = partial(self.change, lambda: undo(self.office, saved.id, shared=self.runner.shared))
                self._offer(words, back)

        self.change(act, done)


class AgendaEdits(_Edits):
    """The agenda: adding, moving, removing, and what comes back from earlier meetings."""

    def add(self, ref: str, item: PlannedItem, before: str | None, done: Callable[[str], None]) -> None:
        self.change(lambda: planning.add_item(self.office, ref, item, before), done)

    def add_all(self, ref: str, items: tuple[PlannedItem, ...], before: str | None) -> None:
        def act() -> None:
            for item in items:
                planning.add_item(self.office, ref, item, before)

        self.change(act)

    def move(self, ref: str, item_id: str, steps: int) -> None:
        """Counted from the disk: keys in a row come faster than the screen follows."""

        def task() -> object:
            order = [item.key for item in self.office.content(ref).items]
            place = order.index(item_id) + steps if item_id in order else -1
            return planning.move_item(self.office, item_id, place) if 0 <= place < len(order) else None

        self.change(task)

    def remove(self, item_id: str, word: str) -> None:
        self.undoable(lambda: planning.remove_item(self.office, item_id), f"{word} är borttagen ur dagordningen.")

    def set_number(self, item_id: str, number: str, refused: Refused) -> None:
        """A number of the item's own; the whole numbers after it follow. A refusal is told at the field."""
        self.runner.write(
            lambda: planning.change_item(self.office, item_id, {"agenda_number": number}), None, CHANGED, refused
        )

    def suggestions(self, ref: str, done: Callable[[tuple[PlannedItem, ...]], None]) -> None:
        """What the forum's template and earlier meetings would add, less what is on the agenda already."""
        office = self.office

        def ask() -> tuple[PlannedItem, ...]:
            content = office.content(ref)
            forum = next(m.forum_id for m in reading.meetings(office) if m.ref == content.ref)
            have = {item.title.casefold() for item in content.items}
            found = agendas.suggested_agenda(office, forum, content.date)
            return tuple(item for item in found if item.title.casefold() not in have)

        self.runner.read(ask, done)

    def save_item(
        self, item_id: str, values: Mapping[str, Any], basis: TextDocument | None, ground: str
    ) -> Callable[[], str]:
        """The call that saves what is typed in the item's pane, run by its autosave; answers what is to be known of the
        item's mark elsewhere. ground: why it was marked.
        """
        office = self.office

        prepared = {name: value for name, value in values.items() if name != "proposals"}

        def act() -> str:
            if prepared:
                planning.change_item(office, item_id, prepared)
            if "proposals" in values:
                decisions.set_proposals(office, item_id, values["proposals"])
            if basis is not None:
                minutes.save_text(office, item_id, basis, field="basis")
            return following.told_of_mark(office, item_id, ground) if "confidential" in prepared else ""

        return act


class PeopleEdits(_Edits):
    """The people: replies, guests, what a row says, and who presides, keeps the minutes and adjusts."""

    def reply(self, participant_ids: tuple[str, ...], answer: Reply) -> None:
        def act() -> None:
            for participant_id in participant_ids:
                attendance.reply(self.office, participant_id, answer)

        self.change(act)

    def next_reply(self, ref: str, participant_ids: tuple[str, ...]) -> None:
        """Counted from the disk: keys in a row come faster than the screen follows."""

        def act() -> None:
            view, order = reading.meeting_view(self.office, ref), list(Reply)
            has = {view.participants[who.person]: who.reply for who in view.content.participants}
            answer = order[(order.index(has.get(participant_ids[0], Reply.NONE)) + 1) % len(order)]
            for participant_id in participant_ids:
                attendance.reply(self.office, participant_id, answer)

        self.change(act)

    def add(
        self, ref: str, person_id: str, capacity: Capacity, note: str, done: Callable[[], None], refused: Refused
    ) -> None:
        self.runner.write(
            lambda: planning.add_participant(self.office, ref, person_id, capacity, note),
            lambda _saved: done(),
            CHANGED,
            refused,
        )

    def add_unknown(
        self,
        ref: str,
        person: Person,
        capacity: Capacity,
        note: str,
        done: Callable[[], None],
        refused: Refused,
        *,
        keep_both: bool,
    ) -> None:
        """Somebody who isn't in the register yet is put there first. keep_both: somebody else may have the name."""

        def act() -> None:
            register.add(self.office, person, keep_both=keep_both)
            planning.add_participant(self.office, ref, person.id, capacity, note)

        self.runner.write(act, lambda _none: done(), (*CHANGED, "register"), refused)

    def remove(self, participant_id: str, name: str) -> None:
        self.undoable(
            lambda: planning.remove_participant(self.office, participant_id), f"{name} är borttagen ur listan."
        )

    def change_row(self, participant_id: str, values: Mapping[str, Any], refused: Refused) -> None:
        self._write(lambda: attendance.change_row(self.office, participant_id, values), refused)

    def serve_for(self, participant_id: str, seat_id: str | None, refused: Refused) -> None:
        self._write(lambda: serving.serve_for(self.office, participant_id, seat_id), refused)

    def share_row(self, participant_id: str, person_id: str | None, refused: Refused) -> None:
        self._write(lambda: attendance.share_row(self.office, participant_id, person_id), refused)

    def set_note(self, participant_id: str, note: str, refused: Refused) -> None:
        self._write(lambda: attendance.set_note(self.office, participant_id, note), refused)

    def appoint(self, ref: str, duty: Duty, person_id: str) -> None:
        """For the whole meeting."""
        self.change(lambda: attendance.appoint(self.office, ref, duty, person_id))

    def appoint_for(self, ref: str, told: OfficerContent, done: Callable[[str], None], refused: Refused) -> None:
        """For an interval of items; `done` tells the officer's id."""
        self.runner.write(
            lambda: attendance.appoint(
                self.office, ref, told.duty, told.person, told.from_item or None, told.to_item or None, told.reason
            ),
            done,
            CHANGED,
            refused,
        )

    def change_officer(self, officer_id: str, told: OfficerContent, refused: Refused) -> None:
        values = {
            "person_id": told.person,
            "from_item_id": told.from_item or None,
            "to_item_id": told.to_item or None,
            "reason": told.reason,
        }
        self._write(lambda: attendance.change_officer(self.office, officer_id, values), refused)

    def release(self, officer_id: str, words: str) -> None:
        self.undoable(lambda: attendance.release(self.office, officer_id), words)

    def _write(self, act: Callable[[], Any], refused: Refused) -> None:
        self.runner.write(act, None, CHANGED, refused)


class AnnexEdits(_Edits):
    """The annexes: files and texts."""

    def add_files(
        self, ref: str, paths: tuple[Path, ...], item_id: str | None, added: Callable[[str, str], None]
    ) -> None:
        """A file that can't be an annex is refused, the others added: `added` gets the key of the first, and words."""

        def act() -> tuple[list[str], list[UserError]]:
            keys, refused = list[str](), list[UserError]()
            for path in paths:
                try:
                    keys.append(annexes.add_annex(self.office, ref, path, item_id=item_id))
                except RuleBroken:
                    raise
                except UserError as error:
                    refused.append(error)
            return keys, refused

        def done(became: tuple[list[str], list[UserError]]) -> None:
            keys, refused = became
            if keys:
                added(keys[0], f"{plural(len(keys), 'handling är tillagd', 'handlingar är tillagda')}.")
            if refused:
                self.change(lambda: _refuse(refused))

        self.change(act, done)

    def add_later(self, ref: str, item_id: str, done: Callable[[str], None]) -> None:
        """An annex that stands in the notice now and gets its file afterwards; `done` tells its key."""
        self.change(lambda: annexes.add_annex(self.office, ref, title="Ny handling", item_id=item_id, later=True), done)

    def add_text(self, ref: str, title: str, text: str, done: Callable[[str], None]) -> None:
        self.change(lambda: annexes.add_annex(self.office, ref, text=text, title=title), done)

    def save(self, key: str, values: Mapping[str, Any], refused: Refused | None = None) -> None:
        """Keeps what is said about an annex."""
        self.runner.write(lambda: annexes.change_annex(self.office, key, dict(values)), None, CHANGED, refused)

    def put_at(self, key: str, item_id: str | None) -> None:
        self.change(lambda: annexes.put_at_item(self.office, key, item_id))

    def replace_file(self, key: str, path: Path) -> None:
        self.change(lambda: annexes.replace_file(self.office, key, path))

    def remove(self, key: str, title: str) -> None:
        self.undoable(lambda: annexes.remove_annex(self.office, key), f"Handlingen {title} är borttagen.")

    def save_file(self, digest: str, file_name: str, path: Path, told: Callable[[str], None]) -> None:
        def act() -> None:
            write_out(path, annexes.read_file(self.office, digest, file_name).content)

        self.runner.read(act, lambda _none: told(f"{path.name} är sparad."))


def _refuse(errors: list[UserError]) -> None:
    """Says of one file what is wrong with it, of several also which they are."""
    first = errors[0]
    others = [error.where for error in errors[1:]]
    rest = f" Inte heller {listing(others, 'eller')} gick att lägga till." if others else ""
    raise UserError(f"{first.text}{rest}", where=first.where)
