"""The register, actions with their answers and sheets, deadlines, the suggested agenda, search, backup and check."""

from dataclasses import replace
from datetime import date, time
from io import BytesIO
from pathlib import Path
from uuid import uuid4

import pytest
from openpyxl import load_workbook

from bra_desktop.domain.errors import RuleBroken, UserError
from bra_desktop.domain.item_sections import ItemSection
from bra_desktop.domain.kinds import ActionStatus, DecisionKind, DocumentProfile, ItemType
from bra_desktop.domain.register import Forum, Membership, Organisation, Person
from bra_desktop.domain.text import plain_document
from bra_desktop.services import actions, keeping, reading, register, searching, setting_up, undoing
from bra_desktop.services.actions import NewAction
from bra_desktop.services.adjusted import verifying
from bra_desktop.services.deadlines import days_of
from bra_desktop.services.live import decisions, minutes
from bra_desktop.services.opening_data import open_data
from bra_desktop.services.papers import follow_up
from bra_desktop.services.preparing import agendas, planning
from bra_desktop.storage.database import Database
from bra_desktop.storage.failures import Gone, NotOurDatabase, Stale
from tests.builders import CHAIR, DAY, SECRETARY, VICE, Clock, Council, refused, whole

SENT = date(2026, 4, 1)


def action_row(made: Council, action_id: str) -> reading.ActionRow:
    return next(a for a in reading.actions(made.office) if a.id == action_id)


def test_three_fields_make_a_municipality_with_the_usual_forums() -> None:
    from bra_desktop.services.office import Office

    with Database.in_memory() as database:
        office = Office(database, SECRETARY, "test", Clock(), lambda: str(uuid4()))
        before = whole(database)
        for name, person in ((" ", SECRETARY), ("Almby kommun", " ")):
            with pytest.raises(UserError, match="Skriv"):
                setting_up.create_municipality(office, name, person, "sekreterare")
        assert whole(database) == before
        setting_up.create_municipality(office, "Almby kommun", SECRETARY, "sekreterare")
        assert [f.short_name for f in reading.forums(office)]
        for forum in reading.forums(office):
            agenda = agendas.suggested_agenda(office, forum.id, DAY)
            assert agenda
            plan = planning.MeetingPlan(forum.id, DAY, time(10), place="Rådhuset", items=agenda)
            assert planning.plan_meeting(office, plan)
        with pytest.raises(RuleBroken, match="Här finns redan en kommun"):
            setting_up.create_municipality(office, "Almby kommun", SECRETARY, "sekreterare")
        assert keeping.check(office) == ()


def test_the_register_refuses_what_it_must_and_nothing_has_changed(bra: Council) -> None:
    office = bra.office
    home = reading.organisations(office)[0]
    person = next(p for p in reading.people(office) if p.name == CHAIR)
    register.change(office, Person, person.id, {"title": "kommunalråd"}, person.revision)
    refused(bra, lambda: register.change(office, Person, person.id, {"title": "x"}, person.revision), ".", Stale)
    refused(bra, lambda: register.change(office, Person, "ingen", {"title": "x"}, 1), ".", Gone)
    refused(bra, lambda: register.change(office, Person, person.id, {"name": " "}, 2), "Skriv ett namn", UserError)
    refused(bra, lambda: register.remove(office, Organisation, home.id), "har personer i Register")
    bra.planned()
    refused(bra, lambda: register.remove(office, Forum, bra.forum_id), "har möten och kan inte tas bort")
    membership = reading.memberships(office, bra.forum_id)[0]
    refused(
        bra,
        lambda: register.change(
            office,
            Membership,
            membership.id,
            {"valid_from": date(2026, 5, 1), "valid_to": date(2026, 4, 1)},
            membership.revision,
        ),
        "före sin början",
        UserError,
    )
    register.end_membership(office, membership.id, date(2026, 3, 31), membership.revision)
    assert len(bra.content(bra.planned(date(2026, 5, 7))).participants) == 4


def test_the_order_of_sections_follows_the_forum_until_the_protocol_is_locked(bra: Council) -> None:
    office = bra.office

    def choose(*sections: ItemSection) -> None:
        forum = next(row for row in reading.forums(office) if row.id == bra.forum_id)
        register.change(office, Forum, forum.id, {"sections": sections}, forum.revision)

    choose(ItemSection.RECUSAL, ItemSection.DECISION)
    ref, later = bra.frozen(), bra.planned(date(2026, 5, 7))
    choose(ItemSection.TEXT)
    assert bra.content(later).forum.sections == (ItemSection.TEXT,)
    assert bra.content(ref).forum.sections == (ItemSection.RECUSAL, ItemSection.DECISION)
    assert keeping.check(office) == ()


def test_a_removed_person_keeps_her_name_in_what_is_written_and_undo_brings_her_back(bra: Council) -> None:
    ref = bra.planned()
    change = register.remove(bra.office, Person, bra.people[VICE])
    assert VICE not in {p.name for p in reading.people(bra.office)}
    assert bra.content(ref).person(bra.people[VICE]).name == VICE
    assert change is not None
    undoing.undo(bra.office, change.id)
    assert VICE in {p.name for p in reading.people(bra.office)}


def test_an_action_keeps_the_wording_it_was_given_with_and_lives_on_after_freezing(bra: Council) -> None:
    school = bra.add_organisation("Skolförvaltningen")
    ref = bra.written()
    item = bra.items(ref)[2]
    given = actions.add_action(
        bra.office,
        NewAction("Byt armaturer", (school,), item_id=item.key, decision_id=item.decisions[0].key, due=DAY),
    )
    bra_close(bra, ref)
    actions.change_action(bra.office, given, {"text": "Byt alla armaturer", "status": ActionStatus.ONGOING})
    row = action_row(bra, given)
    assert (row.text, row.status) == ("Byt alla armaturer", ActionStatus.ONGOING)
    assert row.origin is not None
    assert (row.origin.meeting_ref, row.origin.paragraph) == (ref, 3)
    assert bra.content(ref).items[2].actions[0].text == "Byt armaturer"
    assert keeping.check(bra.office) == ()
    refused(bra, lambda: actions.remove_action(bra.office, given), "låst protokoll")


def bra_close(made: Council, ref: str) -> None:
    from bra_desktop.services.adjusted import adjustment
    from bra_desktop.services.live import opening

    opening.close_meeting(made.office, ref)
    adjustment.hand_to_review(made.office, ref)
    adjustment.hand_to_adjustment(made.office, ref)


def test_what_actions_refuse(bra: Council) -> None:
    school = bra.add_organisation("Skolförvaltningen")
    given = actions.add_action(bra.office, NewAction("Byt armaturer", (school,)))
    refused(bra, lambda: actions.add_action(bra.office, NewAction("  ")), "Skriv vad som ska göras", UserError)
    refused(bra, lambda: actions.change_action(bra.office, given, {"text": ""}), "Skriv vad som ska göras", UserError)
    refused(bra, lambda: actions.change_action(bra.office, given, {"note": "x"}, 7), ".", Stale)
    refused(
        bra,
        lambda: actions.answer(bra.office, given, bra.organisations["Kommunledningsförvaltningen"], ActionStatus.DONE),
        "är inte ansvarig",
    )
    with pytest.raises(ValueError, match="origin_text"):
        actions.change_action(bra.office, given, {"origin_text": "x"})


def test_a_joint_action_is_done_when_each_has_answered_so(bra: Council) -> None:
    both = (bra.add_organisation("Skolförvaltningen"), bra.add_organisation("Almbyhus AB"))
    given = actions.add_action(bra.office, NewAction("Byt armaturer", both))
    assert action_row(bra, given).lead_id == both[0]
    actions.answer(bra.office, given, both[0], ActionStatus.DONE, "Klart hos oss.")
    assert action_row(bra, given).status is ActionStatus.ONGOING
    actions.answer(bra.office, given, both[1], ActionStatus.DONE)
    assert action_row(bra, given).status is ActionStatus.DONE


def test_a_task_to_everybody_is_done_when_all_that_receive_sheets_have_answered(bra: Council) -> None:
    home = bra.organisations["Kommunledningsförvaltningen"]
    school = bra.add_organisation("Skolförvaltningen")
    bra.add_organisation("Polismyndigheten", receives_sheets=False)
    given = actions.add_action(bra.office, NewAction("Sprid planen", everybody=True))
    actions.answer(bra.office, given, home, ActionStatus.DONE)
    assert action_row(bra, given).status is ActionStatus.ONGOING
    actions.answer(bra.office, given, school, ActionStatus.DONE)
    assert action_row(bra, given).status is ActionStatus.DONE


def test_a_later_decision_closes_an_action(bra: Council) -> None:
    given = actions.add_action(bra.office, NewAction("Byt armaturer"))
    ref = bra.running()
    decision = decisions.add_decision(bra.office, bra.item(ref), "uppdraget är utfört", DecisionKind.CLOSE_ACTION)
    actions.close_by_decision(bra.office, given, decision)
    assert action_row(bra, given).status is ActionStatus.DONE


def test_sheets_have_a_row_per_organisation_that_answers(bra: Council) -> None:
    refused(bra, lambda: follow_up.workbooks(bra.office), "Inga åtgärder är öppna")
    home = bra.organisations["Kommunledningsförvaltningen"]
    school, house = bra.add_organisation("Skolförvaltningen"), bra.add_organisation("Almbyhus AB")
    bra.add_organisation("Polismyndigheten", receives_sheets=False)
    joint = actions.add_action(bra.office, NewAction("=Byt armaturer", (school, house)))
    everybody = actions.add_action(bra.office, NewAction("Sprid planen", everybody=True))
    actions.add_action(bra.office, NewAction("Färdig", (school,), status=ActionStatus.DONE))
    *own, for_all = follow_up.follow_up_books(bra.office, SENT)
    rows = {book.organisation_id: {row.action_id for row in book.rows} for book in own}
    assert rows == {school: {joint, everybody}, house: {joint, everybody}, home: {everybody}}
    assert len(for_all.rows) == 5
    assert for_all.due_back == date(2026, 4, 15)
    made = follow_up.workbooks(bra.office, sent=SENT)
    assert [book.actions for book in made] == [2 if b.organisation_id != home else 1 for b in own] + [2]
    cells = [c for row in load_workbook(BytesIO(made[-1].content))["Åtgärder"].iter_rows() for c in row]
    assert {c.data_type for c in cells if c.value == "=Byt armaturer"} == {"s"}


def test_the_days_of_a_meeting_follow_law_and_holidays() -> None:
    days = days_of(DocumentProfile.COUNCIL, date(2026, 12, 3), 7, 14)
    assert days.notice.last_day == date(2026, 11, 26)
    assert days.adjustment is not None
    assert days.adjustment.last_day == date(2026, 12, 17)
    assert days_of(DocumentProfile.NOTES, date(2026, 12, 3), 7, 14).adjustment is None


def test_tabled_items_open_actions_and_the_previous_protocol_come_back_by_themselves(bra: Council) -> None:
    ref = bra.running()
    item = bra.items(ref)[2]
    bra.hold(item)
    decisions.add_decision(bra.office, item.key, "bordlägga ärendet", DecisionKind.TABLED)
    bra_hold_rest(bra, ref)
    actions.add_action(bra.office, NewAction("Byt armaturer", item_id=item.key))
    suggested = agendas.suggested_agenda(bra.office, bra.forum_id, date(2026, 5, 7))
    types = {one.type for one in suggested}
    assert {ItemType.PREVIOUS_MINUTES, ItemType.FOLLOW_UP} <= types
    tabled = next(one for one in suggested if one.title == "Information från polisen")
    assert tabled.carried_from == item.key
    plan = planning.MeetingPlan(bra.forum_id, date(2026, 5, 7), time(10), place="R", items=suggested)
    planning.plan_meeting(bra.office, plan)
    again = agendas.suggested_agenda(bra.office, bra.forum_id, date(2026, 9, 3))
    assert "Information från polisen" not in {one.title for one in again}


def bra_hold_rest(made: Council, ref: str) -> None:
    from bra_desktop.services.live import opening

    minutes.take_up(made.office, made.item(ref, 3))
    opening.close_meeting(made.office, ref)


def test_every_word_must_stand_and_confidential_items_are_never_found(bra: Council) -> None:
    ref = bra.running()
    item = bra.item(ref, 2)
    minutes.take_up(bra.office, item)
    minutes.save_text(bra.office, item, plain_document("Skadegörelsen vid Åparken har minskat.", "x"))
    decisions.add_decision(bra.office, item, "att fortsätta vid Åparken")
    actions.add_action(bra.office, NewAction("Belys Åparken", item_id=item))
    kinds = [hit.kind for hit in searching.search(bra.office, "ÅPARKEN")]
    assert sorted(kinds) == ["action", "decision", "text"]
    assert searching.search(bra.office, "Åparken biblioteket") == ()
    assert searching.search(bra.office, "  ") == ()
    planning.change_item(bra.office, item, {"confidential": "OSL 18 kap. 1 §"})
    assert searching.search(bra.office, "Åparken") == ()


def test_an_item_that_has_been_removed_withholds_its_action_from_the_search_as_before(bra: Council) -> None:
    ref = bra.planned()
    item = bra.item(ref, 2)
    planning.change_item(bra.office, item, {"confidential": "OSL 18 kap. 1 §"})
    actions.add_action(bra.office, NewAction("Belys Åparken", item_id=item))
    planning.remove_item(bra.office, item)
    assert searching.search(bra.office, "Åparken") == ()


def test_a_backup_is_restored_and_everything_holds(bra: Council, tmp_path: Path) -> None:
    ref = bra.frozen()
    file = tmp_path / "kopia.brabackup"
    keeping.back_up(bra.office, file)
    keeping.restore(file, tmp_path / "ny")
    with open_data(tmp_path / "ny") as database:
        there = replace(bra.office, database=database)
        assert whole(database) == bra.everything()
        assert there.content(ref) == bra.content(ref)
        assert keeping.check(there) == ()
    assert verifying.verify_path(None, tmp_path / "ny").ok
    with pytest.raises(UserError, match="finns inte eller går inte att läsa"):
        keeping.restore(tmp_path / "saknas", tmp_path / "annan")


def test_a_frozen_row_changed_past_the_program_is_found(bra: Council) -> None:
    ref = bra.frozen()
    with bra.office.database.writing() as connection:
        triggers = connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall()
        for (name,) in triggers:
            connection.exec_driver_sql(f'DROP TRIGGER "{name}"')
        connection.exec_driver_sql("UPDATE agenda_item SET title = 'Ändrad' WHERE position = 2")
        connection.commit()
    found = keeping.check(bra.office)
    assert any(ref in finding.where and "Information från polisen" in finding.what for finding in found)


def test_a_folder_with_something_else_in_it_is_refused(tmp_path: Path, bra: Council) -> None:
    (tmp_path / bra.office.database.path.name).write_bytes(b"annat" * 1000)
    with pytest.raises(NotOurDatabase):
        open_data(tmp_path)


def test_what_is_shown_round_a_hit_begins_and_ends_with_whole_words(bra: Council) -> None:
    long = " ".join(["trygghetsvandringar"] * 8)
    actions.add_action(bra.office, actions.NewAction(f"{long} belysning {long}"))
    (hit,) = searching.search(bra.office, "belysning")
    shown = hit.snippet.split()
    assert (shown[0], shown[-1]) == ("…", "…")
    assert set(shown[1:-1]) == {"trygghetsvandringar", "belysning"}
