"""The lists that are made beside the protocol: what they say, on their blocks."""

from dataclasses import replace

from bra_desktop.documents import attendance_list
from bra_desktop.documents.blocks import Document
from bra_desktop.documents.text_blocks import Cell, Table
from bra_desktop.domain.content import MeetingContent
from bra_desktop.domain.kinds import Capacity, Reply
from tests.documents.golden import assert_as_stored
from tests.documents.samples import called, est


def table(document: Document) -> Table:
    (found,) = (block for block in document.blocks if isinstance(block, Table))
    return found


def said(cell: Cell) -> str:
    return "".join(run.text for run in cell.runs)


def rows(document: Document) -> list[tuple[str, ...]]:
    return [tuple(said(cell) for cell in row.cells) for row in table(document).rows]


def sharing() -> MeetingContent:
    """The nämnd as it is called, where two share a seat, one can't come and a substitute is called in her place."""
    content = called()
    people = {
        "rolf": {"together_with": "olle"},
        "olle": {"capacity": Capacity.MEMBER, "serves_for": ""},
        "ingrid": {"reply": Reply.SUBSTITUTE_CALLED, "absence_notified": True},
        "martin": {"capacity": Capacity.SUBSTITUTE, "reply": Reply.SUBSTITUTE_CALLED, "absence_notified": True},
    }
    changed = tuple(replace(p, **people.get(p.person, {})) for p in content.participants)  # type: ignore[arg-type]
    return replace(content, participants=changed)


def test_those_who_are_called_sign_on_a_row_of_their_own() -> None:
    assert_as_stored(attendance_list.attendance_list(called()), "attendance-list")


def test_two_who_share_a_seat_sign_apart_and_who_is_not_expected_keeps_the_row() -> None:
    document = attendance_list.attendance_list(sharing())
    notes = {said(row.cells[0]): row.cells[0].note for row in table(document).rows if row.cells[0].note}
    assert notes == {
        "Rolf Hedberg (SA)": "växlar med Olle Wikström",
        "Olle Wikström (AL)": "växlar med Rolf Hedberg",
        "Ingrid Ståhl (LR)": "anmält förhinder",
        "Anna Svedin": "sekreterare",
    }


def test_every_row_but_a_vacant_one_has_room_to_sign_and_guests_write_their_names_too() -> None:
    listed = rows(attendance_list.attendance_list(called()))
    guests = listed[listed.index(("Gäster",)) + 1 :]
    assert guests == [("", "", "")] * attendance_list.GUESTS
    assert {row[2] for row in listed if len(row) == 3 and row[0] != "Vakant"} == {""}
    assert ("Vakant", "kommunstyrelsen", "–") in listed


def test_notes_have_those_who_take_part_and_no_empty_groups() -> None:
    groups = [row[0] for row in rows(attendance_list.attendance_list(est())) if len(row) == 1]
    assert groups == ["Deltagare", "Gäster"]
