"""What a § that is locked apart says by its own paper is said of it everywhere, whatever is changed around it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import date, time
from pathlib import Path
from typing import Any

import pytest

from bra_desktop.documents.blocks import Document, Foot, SignatureBlock
from bra_desktop.documents.protocol import protocol
from bra_desktop.domain.content import DispatchContent, RecusalContent, StatementContent
from bra_desktop.domain.errors import UserError
from bra_desktop.domain.kinds import ActionStatus, DocumentProfile, Duty, Medium, Numbering, Role
from bra_desktop.domain.register import Forum, Municipality, Organisation, Person
from bra_desktop.domain.swedish import NBSP
from bra_desktop.domain.text import plain_document
from bra_desktop.services import actions, reading, register
from bra_desktop.services.adjusted import adjustment, paper
from bra_desktop.services.live import attendance, decisions, opening
from bra_desktop.services.papers import annexes, item_papers
from bra_desktop.services.preparing import planning
from bra_desktop.services.undoing import latest, undo
from tests.builders import CHAIR, DAY, GUEST, MEMBER, SECRETARY, VICE, Council, council, refused
from tests.documents.blocks_as_text import blocks_as_text
from tests.services.test_frozen_means_frozen import REFUSED

MAY_BE_ADDED_TO = ("Plats och tid", "Justerare", "Ajournering")


class Locked:
    """A running meeting whose third item was locked with an action, an annex and a recipient, and signed."""

    def __init__(self, made: Council, file: Path) -> None:
        self.made, self.ref = made, made.running()
        for item in made.items(self.ref)[:3]:
            made.hold(item)
        attendance.appoint(made.office, self.ref, Duty.ADJUST, made.people[VICE])
        self.item = made.item(self.ref, 2)
        planning.change_meeting(made.office, self.ref, {"title": "Budgetmöte", "registry_number": "KS 1"})
        self.annex = annexes.add_annex(made.office, self.ref, text="Bilagans ord.", title="Rapport", item_id=self.item)
        annexes.add_annex(made.office, self.ref, file, title="En annan handling")
        self.school = made.add_organisation("Skolan")
        given = actions.NewAction("Ring alla", (self.school,), item_id=self.item, contact_id=made.people[MEMBER])
        self.action = actions.add_action(made.office, given)
        decisions.set_dispatch(made.office, self.item, (DispatchContent(organisation=self.school),))
        decisions.put_recusal(made.office, self.item, RecusalContent("r", made.people[MEMBER], "släkt"))
        decisions.put_statement(made.office, self.item, StatementContent("s", made.people[VICE], "ord"))
        made.clock.set(DAY, time(11))
        adjustment.adjust_item_now(made.office, self.item)
        for one in adjustment.item_signers(made.office, self.item):
            paper.record_ink_signature(made.office, self.ref, one.person_id, DAY, one.role, item_id=self.item)

    def printed(self) -> str:
        """The §'s own paper made of the meeting as it is now."""
        return self._said(protocol(self.made.content(self.ref), only=self.item))

    def printed_but_told_since(self) -> str:
        """The same without the rows that what happens in the rest of the meeting may add to."""
        paper = protocol(self.made.content(self.ref), only=self.item)
        own = (b for b in paper.blocks if not isinstance(b, SignatureBlock))
        kept = tuple(b for b in own if getattr(b, "label", "") not in MAY_BE_ADDED_TO)
        return self._said(replace(paper, blocks=kept, foot=Foot()))

    def _said(self, paper: Document) -> str:
        return blocks_as_text(paper).replace(NBSP, " ")

    def change(self, kind: type[Any], key: str, values: dict[str, Any]) -> None:
        with self.made.office.work("läs") as work:
            revision = work.get(kind, key).revision
        register.change(self.made.office, kind, key, values, revision)


@pytest.fixture
def locked(tmp_path: Path) -> Iterator[Locked]:
    file = tmp_path / "bilaga.txt"
    file.write_text("hej", encoding="utf-8")
    with council(medium=Medium.INK) as made:
        yield Locked(made, file)


STAYS = "i § 3, som är låst, och kan inte ändras. Inget har ändrats."


@pytest.mark.parametrize(
    "values",
    [
        {"text": "Ring ingen"},
        {"due": date(2027, 1, 1)},
        {"responsible": ()},
        {"contact_id": None},
    ],
    ids=str,
)
def test_the_words_of_its_action_stand(locked: Locked, values: dict[str, Any]) -> None:
    refused(
        locked.made, lambda: actions.change_action(locked.made.office, locked.action, values), f"Åtgärden står {STAYS}"
    )


def test_what_follows_its_action_up_is_noted_as_before(locked: Locked) -> None:
    office, said = locked.made.office, locked.printed()
    values = {
        "status": ActionStatus.WAITING,
        "note": "väntar på svar",
        "goal": "Färre inbrott",
        "focus_area": "Inbrott",
    }
    actions.change_action(office, locked.action, values)
    undo(office, latest(office, 1)[0].id)
    actions.answer(office, locked.action, locked.school, ActionStatus.ONGOING, "på väg", date(2026, 9, 1))
    assert locked.printed() == said


def test_its_action_may_be_worded_anew_when_the_whole_protocol_is_adjusted_and_not_before(locked: Locked) -> None:
    made, ref = locked.made, locked.ref
    made.hold(made.items(ref)[3])
    made.clock.set(DAY, time(12))
    opening.close_meeting(made.office, ref)
    adjustment.hand_to_review(made.office, ref)
    adjustment.hand_to_adjustment(made.office, ref)
    refused(made, lambda: actions.change_action(made.office, locked.action, {"text": "Ring ingen"}), "Åtgärden står")
    for one in reading.meeting_view(made.office, ref).signers:
        paper.record_ink_signature(made.office, ref, one.person_id, DAY, one.role)
    said = locked.printed()
    actions.change_action(made.office, locked.action, {"text": "Ring ingen"})
    assert locked.printed() == said


@pytest.mark.parametrize(
    "values",
    [
        {"title": "Ny titel"},
        {"number": 9},
        {"origin": "Polisen"},
        {"registry_number": "KS 9"},
        {"confidential": "18 kap. 1 § OSL"},
        {"text": plain_document("Andra ord.", "x")},
        {"later": True},
    ],
    ids=lambda values: next(iter(values)),
)
def test_what_its_annex_is_called_and_says_stands(locked: Locked, values: dict[str, Any]) -> None:
    refused(
        locked.made, lambda: annexes.change_annex(locked.made.office, locked.annex, values), f"Handlingen står {STAYS}"
    )


def test_the_file_of_its_annex_stands(locked: Locked) -> None:
    made = locked.made
    refused(made, lambda: annexes.replace_file(made.office, locked.annex, Path(__file__)), f"Handlingen står {STAYS}")


def test_an_annex_of_another_item_is_changed_as_before(locked: Locked) -> None:
    (other,) = [one.key for one in locked.made.content(locked.ref).annexes if one.key != locked.annex]
    annexes.change_annex(locked.made.office, other, {"title": "Ett annat namn"})
    annexes.replace_file(locked.made.office, other, Path(__file__))


def _person(name: str, values: dict[str, Any]) -> Callable[[Locked], None]:
    return lambda at: at.change(Person, at.made.people[name], values)


def _municipality(at: Locked) -> str:
    kept = reading.municipality(at.made.office)
    assert kept is not None
    return kept.id


REGISTER: dict[str, Callable[[Locked], None]] = {
    "the chair's name": _person(CHAIR, {"name": "Eva Lind Berg"}),
    "the adjuster's name": _person(VICE, {"name": "Per Alm Berg"}),
    "a member's title and party": _person(MEMBER, {"title": "Chef", "party": "X", "organisation_id": None}),
    "the secretary's name": _person(SECRETARY, {"name": "Anna Berg"}),
    "an organisation's name": lambda at: at.change(Organisation, at.school, {"name": "Lärosätet", "short_name": "LS"}),
    "the forum's name": lambda at: at.change(Forum, at.made.forum_id, {"name": "Nya rådet", "definite": "nya rådet"}),
    "the forum's words": lambda at: at.change(Forum, at.made.forum_id, {"adjusters_word": "Granskare"}),
    "the forum's numbering": lambda at: at.change(
        Forum, at.made.forum_id, {"numbering": Numbering.PER_MEETING, "number_prefix": "N"}
    ),
    "the forum's quorum": lambda at: at.change(Forum, at.made.forum_id, {"quorum": 9}),
    "the forum's profile": lambda at: at.change(Forum, at.made.forum_id, {"profile": DocumentProfile.NOTES}),
    "the municipality": lambda at: at.change(
        Municipality, _municipality(at), {"name": "Bortby kommun", "contact_line": "zzz"}
    ),
}
MEETING: dict[str, Callable[[Locked], object]] = {
    "all of its action": lambda at: actions.change_action(at.made.office, at.action, {"text": "Ring ingen"}),
    "its action given to all": lambda at: actions.change_action(at.made.office, at.action, {"everybody": True}),
    "its action done": lambda at: actions.change_action(at.made.office, at.action, {"status": ActionStatus.DONE}),
    "its action taken away": lambda at: actions.remove_action(at.made.office, at.action),
    "its annex taken away": lambda at: annexes.remove_annex(at.made.office, at.annex),
    "its annex moved": lambda at: annexes.put_at_item(at.made.office, at.annex, at.made.item(at.ref)),
    "a member's office": lambda at: attendance.change_row(
        at.made.office, at.made.row(at.ref, VICE), {"role": Role.MEMBER}
    ),
    "its mark": lambda at: planning.change_item(at.made.office, at.item, {"confidential": "18 kap. 1 § OSL"}),
    "the meeting's title": lambda at: planning.change_meeting(at.made.office, at.ref, {"title": "Extra möte"}),
    "the meeting's number": lambda at: planning.change_meeting(at.made.office, at.ref, {"registry_number": "KS 9"}),
    "the place of adjustment": lambda at: planning.change_meeting(at.made.office, at.ref, {"adjustment_place": "X"}),
}
NO_ROLE = "attendance.change_row"
"""It names a role that isn't one, which is told of only when it is saved; "a member's office" does the same."""
CHANGES: dict[str, Callable[[Locked], object]] = {
    **REGISTER,
    **MEETING,
    **{name: (lambda at, act=act: act(at.made, at.ref)) for name, act in REFUSED.items() if name != NO_ROLE},  # type: ignore[misc]
}


@pytest.mark.parametrize(
    "values",
    [{"profile": DocumentProfile.NOTES}, {"numbering": Numbering.PER_MEETING}, {"quorum": 9}],
    ids=lambda values: next(iter(values)),
)
def test_what_the_forums_items_follow_is_not_changed_underneath_it(locked: Locked, values: dict[str, Any]) -> None:
    words = "Mötet den 5 mars 2026 har en paragraf som är låst för omedelbar justering."
    refused(locked.made, lambda: locked.change(Forum, locked.made.forum_id, values), words)


def test_the_meeting_keeps_the_names_that_were_locked_and_takes_todays_address_and_who_has_come_since(
    locked: Locked,
) -> None:
    made = locked.made
    locked.change(Person, made.people[CHAIR], {"name": "Eva Lind Berg", "email": "eva.berg@almby.example"})
    guest = made.people[GUEST]
    planning.add_participant(made.office, locked.ref, guest)
    locked.change(Person, guest, {"name": "Mattias Berg"})
    content = made.content(locked.ref)
    assert (content.person(made.people[CHAIR]).name, content.person(made.people[CHAIR]).email) == (
        CHAIR,
        "eva.berg@almby.example",
    )
    assert content.person(guest).name == "Mattias Berg"
    assert made.content(made.planned(date(2026, 5, 5))).person(made.people[CHAIR]).name == "Eva Lind Berg"


TOLD_SINCE = {"opening.adjourn", "opening.close_meeting", "opening.set_adjournments", "attendance.appoint"}
"""A break, an end and one more who adjusts the rest: the § says nothing of them, and is contradicted by none."""


@pytest.mark.parametrize("name", sorted(CHANGES))
def test_whatever_is_changed_it_says_what_its_own_paper_says(locked: Locked, name: str) -> None:
    printed = locked.printed_but_told_since if name in TOLD_SINCE else locked.printed
    said, signed = printed(), item_papers.item_paper(locked.made.office, locked.item).content
    with suppress(UserError, ValueError, KeyError, IndexError):
        CHANGES[name](locked)
    assert printed() == said
    assert item_papers.item_paper(locked.made.office, locked.item).content == signed


def test_on_its_paper_who_led_it_is_called_chair_and_nobody_else(bra: Council) -> None:
    ref = bra.running()
    for item in bra.items(ref)[:3]:
        bra.hold(item)
    led, other = bra.item(ref, 2), bra.item(ref, 1)
    attendance.appoint(bra.office, ref, Duty.PRESIDE, bra.people[VICE], from_item=led, to_item=led)
    content = bra.content(ref)
    said = blocks_as_text(protocol(content, only=led)).replace(NBSP, " ")
    assert "ordf." not in said.replace("vice ordf.", "")
    assert f"Ordförande:\n  {VICE}" in said
    assert CHAIR in said
    assert f"{CHAIR}, ordf." in blocks_as_text(protocol(content, only=other)).replace(NBSP, " ")
    assert f"{CHAIR}, ordf." in blocks_as_text(protocol(content)).replace(NBSP, " ").replace(" | ", ", ")


def test_what_its_paper_says_is_not_undone_underneath_it_either(bra: Council) -> None:
    ref = bra.written()
    item, office = bra.item(ref, 2), bra.office
    annex = annexes.add_annex(office, ref, text="Ord.", title="Rapport", item_id=item)
    action = actions.add_action(office, actions.NewAction("Ring alla", item_id=item))
    other = actions.add_action(office, actions.NewAction("Ring en", item_id=bra.item(ref, 1)))
    actions.change_action(office, action, {"text": "Ring två"})
    annexes.change_annex(office, annex, {"title": "Rapporten"})
    with office.work("läs") as work:
        revision = work.get(Forum, bra.forum_id).revision
    register.change(office, Forum, bra.forum_id, {"profile": DocumentProfile.FORMAL}, revision)
    actions.change_action(office, other, {"text": "Ring ingen"})
    elsewhere, *made = [one.id for one in latest(office, 4)]
    bra.clock.set(DAY, time(11))
    adjustment.adjust_item_now(office, item)
    for change in made:
        refused(bra, lambda change=change: undo(office, change), "Den står i paragrafens eget protokoll.")  # type: ignore[misc]
    undo(office, elsewhere)
