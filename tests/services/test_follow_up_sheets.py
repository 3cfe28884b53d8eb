"""What the follow-up sheets say of an action's origin, and who gets one."""

from datetime import date

from bra_desktop.domain.actions import numbered_in_plan
from bra_desktop.domain.kinds import DocumentProfile, Numbering
from bra_desktop.exchange.follow_up_workbook_content import FollowUpRow
from bra_desktop.services import actions, reading
from bra_desktop.services.actions import NewAction
from bra_desktop.services.papers import follow_up
from tests.builders import CHAIR, Council, council

SENT = date(2026, 4, 1)


def the_row(made: Council) -> FollowUpRow:
    (row,) = follow_up.follow_up_books(made.office, SENT)[-1].rows
    return row


def given_at_the_third_item(made: Council) -> FollowUpRow:
    ref, school = made.written(), made.add_organisation("Skolförvaltningen")
    item = made.items(ref)[2]
    actions.add_action(made.office, NewAction("Ring", (school,), item_id=item.key, decision_id=item.decisions[0].key))
    return the_row(made)


def test_an_action_of_a_protocol_comes_from_its_forums_paragraph_with_the_clause(bra: Council) -> None:
    row = given_at_the_third_item(bra)
    assert row.origin == "BRÅ §\N{NO-BREAK SPACE}3, 2026-03-05"
    assert row.decision == "att notera informationen"


def test_an_action_of_notes_comes_from_punkt_and_what_was_agreed() -> None:
    for numbering in (Numbering.PER_MEETING, Numbering.NONE):
        with council(DocumentProfile.NOTES, numbering) as notes:
            row = given_at_the_third_item(notes)
        assert row.origin == "BRÅ punkt\N{NO-BREAK SPACE}3\n2026-03-05"
        assert row.decision == "Överenskommet: notera informationen"


def test_an_organisation_that_is_not_marked_gets_no_sheet_but_stands_in_the_one_for_all(bra: Council) -> None:
    school, sport = bra.add_organisation("Skolförvaltningen"), bra.add_organisation("Idrotten", receives_sheets=False)
    actions.add_action(bra.office, NewAction("Öppna hallen", (school, sport)))
    *own, for_all = follow_up.follow_up_books(bra.office, SENT)
    assert [book.organisation for book in own] == ["Skolförvaltningen"]
    assert {row.organisation for row in for_all.rows} == {"Skolförvaltningen", "Idrotten"}


def test_a_task_for_everybody_names_the_organisations_it_is_shared_with(bra: Council) -> None:
    bra.add_organisation("Skolförvaltningen")
    bra.add_organisation("Polisen")
    actions.add_action(bra.office, NewAction("Se över larmen", (), everybody=True))
    for book in follow_up.follow_up_books(bra.office, SENT):
        for row in book.rows:
            assert "Alla" not in row.together_with
            assert len(row.together_with.split(", ")) == 2
            assert row.organisation not in row.together_with


def test_the_contact_is_the_organisations_own_people_in_the_rows_or_who_sits_for_it(bra: Council) -> None:
    school, police = bra.add_organisation("Skolförvaltningen"), bra.add_organisation("Polisen")
    own, other = bra.add_person("Mona Sundell", school), bra.add_person("Rune Ask", police)
    home = next(o.id for o in reading.organisations(bra.office) if o.name == "Kommunledningsförvaltningen")
    actions.add_action(bra.office, NewAction("Ring", (school, home), contact_id=own))
    actions.add_action(bra.office, NewAction("Skriv", (school, police), contact_id=other))
    contacts = {b.organisation: b.contact for b in follow_up.follow_up_books(bra.office, SENT) if b.organisation}
    assert contacts["Skolförvaltningen"] == "Mona Sundell"
    assert contacts["Polisen"] == "Rune Ask"
    assert contacts["Kommunledningsförvaltningen"] == CHAIR


def test_a_number_of_the_plan_stands_in_its_own_column(bra: Council) -> None:
    school = bra.add_organisation("Skolförvaltningen")
    actions.add_action(bra.office, NewAction("3.12 Trafikvakter vid skolorna", (school,)))
    row = the_row(bra)
    assert (row.number, row.action) == ("3.12", "Trafikvakter vid skolorna")


def test_a_text_that_begins_with_another_number_keeps_it() -> None:
    for text in ("2026 års plan", "1.5", "1.5 2 ggr", "10 lampor", "2.1.3 Lampor"):
        assert numbered_in_plan(text) == ("", text)
    assert numbered_in_plan("1.1 Samtal") == ("1.1", "Samtal")
