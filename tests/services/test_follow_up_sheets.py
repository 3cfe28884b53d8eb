"""What the follow-up sheets say of an action's origin, and who gets one."""

from datetime import date
from io import BytesIO
from zipfile import ZipFile

from bra_desktop.domain.actions import numbered_in_plan
from bra_desktop.domain.kinds import DocumentProfile, Numbering
from bra_desktop.domain.text import Paragraph, Run, TextDocument
from bra_desktop.exchange.follow_up_workbook_content import FollowUpRow
from bra_desktop.services import actions, reading, searching
from bra_desktop.services.actions import NewAction
from bra_desktop.services.papers import follow_up
from bra_desktop.services.preparing import planning
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


def marked_at_the_third_item(
    made: Council, changes: dict[str, object], text: str
) -> tuple[str, follow_up.MadeWorkbook]:
    """An action there with that text, and the workbook for all."""
    ref, school = made.written(), made.add_organisation("Skolförvaltningen")
    item = made.items(ref)[2]
    new = NewAction(
        text, (school,), item_id=item.key, decision_id=item.decisions[0].key, goal="Ro på Ekvägen", due=date(2026, 5, 1)
    )
    actions.add_action(made.office, new)
    planning.change_item(made.office, item.key, changes)
    return item.key, follow_up.workbooks(made.office)[-1]


def test_an_action_of_a_marked_item_says_only_where_it_is_from_who_answers_and_by_when(bra: Council) -> None:
    _item, book = marked_at_the_third_item(bra, {"confidential": "18 kap. 1 § OSL"}, "Ring Kalle på Ekvägen")
    row = follow_up.follow_up_books(bra.office, SENT)[-1].rows[0]
    assert row.action == "Sekretessmarkerat ärende, §\N{NO-BREAK SPACE}3"
    assert (row.organisation, row.due) == ("Skolförvaltningen", date(2026, 5, 1))
    with ZipFile(BytesIO(book.content)) as parts:
        everything = "".join(parts.read(name).decode("utf-8", "replace") for name in parts.namelist())
    assert not any(word in everything for word in ("Kalle", "Ekvägen", "notera informationen"))
    assert book.withheld == 1
    assert follow_up.withheld_words([book]) == (
        "Sekretessmarkerade uppgifter om 1\N{NO-BREAK SPACE}åtgärd står inte i arken. Lämna över dem på annat sätt."
    )
    (kept,) = reading.actions(bra.office)
    assert kept.text == "Ring Kalle på Ekvägen"


def test_an_action_that_repeats_marked_words_loses_them_in_the_sheet(bra: Council) -> None:
    text = TextDocument((Paragraph("p", (Run("Om "), Run("Kalle Tjuvlund", ground="26 kap. 1 § OSL"))),))
    _item, book = marked_at_the_third_item(bra, {"basis": text}, "Ring Kalle Tjuvlund i dag")
    row = follow_up.follow_up_books(bra.office, SENT)[-1].rows[0]
    assert row.action == "Ring [uppgift borttagen, 26 kap. 1 § OSL] i dag"
    assert row.goal == "Ro på Ekvägen"
    assert book.withheld == 1


def test_sheets_without_anything_marked_say_nothing_of_it(bra: Council) -> None:
    _item, book = marked_at_the_third_item(bra, {"title": "Annat"}, "Ring")
    assert follow_up.withheld_words([book]) == ""


def test_words_that_are_marked_and_repeated_in_an_action_are_found_by_nobody_on_a_shared_screen(bra: Council) -> None:
    text = TextDocument((Paragraph("p", (Run("Kalle Tjuvlund", ground="26 kap. 1 § OSL"),)),))
    ref = bra.written()
    marked, other = bra.items(ref)[1:3]
    planning.change_item(bra.office, marked.key, {"basis": text})
    actions.add_action(
        bra.office, NewAction("Ring Kalle Tjuvlund", (bra.add_organisation("Skolan"),), item_id=other.key)
    )
    (action,) = reading.actions(bra.office)
    assert searching.search(bra.office, "tjuvlund")
    assert not searching.search(bra.office, "tjuvlund", shared=True)
    assert action.id in reading.withheld_actions(bra.office)
