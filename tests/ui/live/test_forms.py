"""What the forms of Mötesläge take in: presence by § and clock, appointments, actions, votes, adjusters."""

from collections.abc import Callable
from datetime import time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QSpinBox,
    QWidget,
)
from pytestqt.qtbot import QtBot

from bra_desktop.domain.content import MotionContent, ParticipantContent, RecusalContent, StayContent
from bra_desktop.domain.errors import UserError
from bra_desktop.domain.kinds import (
    ActionStatus,
    Ballot,
    Capacity,
    DecisionKind,
    Duty,
    ItemType,
    Mode,
    Role,
    VoteMethod,
)
from bra_desktop.domain.officers import adjusting, presiding
from bra_desktop.domain.register import Person
from bra_desktop.domain.votes import totals
from bra_desktop.services import reading, register
from bra_desktop.services.live import attendance, decisions, minutes, serving
from bra_desktop.services.office import Office
from bra_desktop.services.preparing import planning
from bra_desktop.ui.live.forms.roll_list import RollList
from bra_desktop.ui.live.forms.rows_edit import RowsEdit
from bra_desktop.ui.live.page import LivePage
from bra_desktop.ui.main_window import MainWindow
from bra_desktop.ui.operations import Operations
from bra_desktop.ui.theme.theme import Theme
from tests.ui.keyboard import click, press, type_text
from tests.ui.live.conftest import REF, Wall, content, enter, new_decision, settle

OpenWindow = Callable[..., MainWindow]
KEY, CONTROL, SHIFT = Qt.Key, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def fill(editor: QWidget, value: str) -> None:
    """As a person would end up with."""
    if isinstance(editor, QComboBox):
        at = max(editor.findData(value), editor.findText(value))
        assert at >= 0, value
        editor.setCurrentIndex(at)
    elif isinstance(editor, QLineEdit):
        editor.setText(value)
    elif isinstance(editor, QPlainTextEdit):
        editor.setPlainText(value)
    elif isinstance(editor, QSpinBox):
        editor.setValue(int(value))
    elif isinstance(editor, QCheckBox):
        editor.setChecked(bool(value))


def fill_row(page: LivePage, name: str, at: int, *values: str) -> None:
    rows = page.form.editor(name)
    assert isinstance(rows, RowsEdit)
    while len(rows.lines()) <= at:
        rows.add.click()
    for editor, value in zip(rows.editors(at), values, strict=True):
        fill(editor, value)


def seen(page: LivePage, name: str) -> QWidget:
    """The button of that name that can be seen; those of the form before it may not be gone yet."""
    return next(b for b in page.form.findChildren(QPushButton) if b.objectName() == name and b.isVisible())


def send(qtbot: QtBot, page: LivePage, operations: Operations) -> None:
    page.form.submit()
    settle(qtbot, page, operations)
    assert not page.form.is_open(), page.form.errors()


def who(office: Office, at: int) -> ParticipantContent:
    return content(office).participants[at]


def test_somebody_leaves_returns_and_leaves_by_clock_and_by_item(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office, wall: Wall
) -> None:
    wall.later(60)
    page = enter(qtbot, open_window, running)
    items = [i.key for i in content(running).items]
    page.acts.open_form(page.forms.presence(who(running, 3).person))
    fill_row(page, "stays", 0, "", "", "10.20", "", "på plats")
    fill_row(page, "stays", 1, "10.40", items[3], "", items[4], "på distans")
    send(qtbot, page, operations)
    assert who(running, 3).stays == (
        StayContent(None, time(10, 20)),
        StayContent(time(10, 40), None, items[3], items[4], Mode.REMOTE),
    )
    page.acts.open_form(page.forms.presence(who(running, 3).person))
    fill_row(page, "stays", 0, "10.05", "", "10.25", items[1], "på distans")
    send(qtbot, page, operations)
    first, second = who(running, 3).stays
    assert first == StayContent(time(10, 5), time(10, 25), "", items[1], Mode.REMOTE)
    assert second.to_item == items[4]


def test_a_row_of_presence_is_taken_away_and_nobody_was_there(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office
) -> None:
    page = enter(qtbot, open_window, running)
    page.acts.open_form(page.forms.presence(who(running, 3).person))
    rows = page.form.editor("stays")
    assert isinstance(rows, RowsEdit)
    click(seen(page, "live.form_stays_1_remove"))
    assert rows.lines() == ()
    fill(page.form.editor("notified"), "ja")
    send(qtbot, page, operations)
    assert (who(running, 3).stays, who(running, 3).absence_notified) == ((), True)


def test_a_stay_that_is_refused_says_so_in_its_own_box_in_sight_with_the_keyboard_in_it(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office, wall: Wall
) -> None:
    wall.later(60)
    page = enter(qtbot, open_window, running)
    page.acts.open_form(page.forms.presence(who(running, 3).person))
    fill_row(page, "stays", 0, "", "", "10.20", "", "på plats")
    fill_row(page, "stays", 1, "10.30", "", "10.40", "", "på plats")
    fill_row(page, "stays", 2, "10.35", "", "", "", "på plats")
    rows = page.form.editor("stays")
    assert isinstance(rows, RowsEdit)
    for column, words, said in (
        (0, "10.35", "kom tillbaka kl. 10.35 men gick först kl. 10.40"),
        (2, "i går", "”i går” är inget klockslag"),
    ):
        fill(rows.editors(2)[column], words)
        rows.editors(0)[0].setFocus()
        page.form.submit()
        assert said in rows.error().replace("\u00a0", " ")
        assert page.form.errors() == [rows.error()]
        assert page.window().focusWidget() is rows.editors(2)[column]
        told = next(one for one in page.form.findChildren(QLabel) if one.text() == rows.error())
        box = rows.editors(2)[0].parentWidget()
        assert box is not None
        assert box.isAncestorOf(told)
        qtbot.waitUntil(lambda told=told: told.visibleRegion().boundingRect().size() == told.size())  # type: ignore[misc]
    fill(rows.editors(2)[2], "")
    assert page.form.errors() == []
    fill(rows.editors(2)[0], "10.50")
    send(qtbot, page, operations)
    assert len(who(running, 3).stays) == 3


def test_a_refusal_that_belongs_to_no_field_is_brought_into_sight(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office
) -> None:
    page = enter(qtbot, open_window, running)
    items = [item.key for item in content(running).items]
    person = who(running, 0).person
    page.acts.open_form(page.forms.officers())
    rows = page.form.editor("officers")
    assert isinstance(rows, RowsEdit)
    there = len(content(running).officers)
    for at in range(3):
        fill_row(page, "officers", there + at, Duty.PRESIDE.value, person, items[3], items[1], "")
    page.form.submit()
    qtbot.waitUntil(lambda: bool(page.form.errors()))
    told = next(one for one in page.form.findChildren(QLabel) if one.text() in page.form.errors())
    assert "slutar före den punkt där det börjar" in told.text()
    qtbot.waitUntil(lambda: told.visibleRegion().boundingRect().size() == told.size())


def test_nobody_went_before_the_item_from_which_she_is_there_is_taken_up(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office
) -> None:
    page = enter(qtbot, open_window, running)
    items = [i.key for i in content(running).items]
    page.acts.open_form(page.forms.presence(who(running, 3).person))
    fill_row(page, "stays", 0, "", items[4], "10.20", "", "på plats")
    page.form.submit()
    assert page.form.is_open()
    assert "har inte tagits upp än" in page.form.errors()[0]


def test_times_that_go_backwards_are_refused_and_the_words_go_when_they_are_mended(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office, wall: Wall
) -> None:
    wall.later(60)
    page = enter(qtbot, open_window, running)
    page.acts.open_form(page.forms.presence(who(running, 3).person))
    fill_row(page, "stays", 0, "", "", "10.40", "", "på plats")
    fill_row(page, "stays", 1, "10.20", "", "", "", "på plats")
    page.form.submit()
    assert page.form.is_open()
    assert "kom tillbaka kl. 10.20 men gick först kl. 10.40" in page.form.errors()[0].replace("\u00a0", " ")
    rows = page.form.editor("stays")
    assert isinstance(rows, RowsEdit)
    fill(rows.editors(1)[0], "10.50")
    assert page.form.errors() == []
    send(qtbot, page, operations)
    assert [s.from_time for s in who(running, 3).stays] == [None, time(10, 50)]


def test_a_guest_is_added_with_a_note_and_becomes_co_opted_with_another(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office, wall: Wall
) -> None:
    page = enter(qtbot, open_window, running)
    person = content(running).participants[-1]
    name = content(running).person(person.person).name
    row = page.presenter.scene.participant_ids()[person.person]  # type: ignore[union-attr]
    page.presenter.act(lambda office: planning.remove_participant(office, row))
    settle(qtbot, page, operations)
    page.acts.step()
    settle(qtbot, page, operations)
    wall.later(20)
    QTest.keyClick(page.item.minutes.editor, KEY.Key_D, CONTROL | SHIFT)
    for field, value in (("person", name), ("capacity", "gäst"), ("note", "om ljus"), ("mode", "på distans")):
        fill(page.form.editor(field), value)
    send(qtbot, page, operations)
    added = who(running, -1)
    assert (added.capacity, added.note) == (Capacity.GUEST, "om ljus")
    assert [(s.from_time, s.mode) for s in added.stays] == [(time(10, 20), Mode.REMOTE)]
    page.acts.open_form(page.forms.presence(person.person))
    fill(page.form.editor("capacity"), "adjungerad")
    fill(page.form.editor("note"), "om bibliotek")
    send(qtbot, page, operations)
    changed = who(running, -1)
    assert (changed.capacity, changed.role, changed.note) == (Capacity.CO_OPTED, Role.CO_OPTED, "om bibliotek")
    assert changed.stays == added.stays


def test_another_presides_from_an_item_to_another_and_an_adjuster_is_replaced_with_a_reason(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office
) -> None:
    page = enter(qtbot, open_window, running)
    for _item in range(4):
        page.acts.step()
        settle(qtbot, page, operations)
    items, people = [i.key for i in content(running).items], [p.person for p in content(running).participants]
    QTest.keyClick(page.item.minutes.editor, KEY.Key_L, CONTROL | SHIFT)
    there = len(content(running).officers)
    fill_row(page, "officers", there, "leder mötet", people[1], items[2], items[3], "ordföranden är jävig")
    fill_row(page, "officers", there + 1, "justerar", people[3], "", "", "")
    send(qtbot, page, operations)
    assert [presiding(content(running), key) for key in items[1:5]] == [people[0], people[1], people[1], people[0]]
    assert content(running).officers[there].reason == "ordföranden är jävig"
    page.acts.open_form(page.forms.officers())
    fill_row(page, "officers", there + 1, "justerar", people[4], "", "", "ersätter den som är sjuk")
    send(qtbot, page, operations)
    assert adjusting(content(running), items[0]) == (people[4],)
    assert content(running).officers[-1].reason == "ersätter den som är sjuk"
    page.acts.open_form(page.forms.officers())
    click(seen(page, f"live.form_officers_{there + 1}_remove"))
    send(qtbot, page, operations)
    assert presiding(content(running), items[2]) == people[0]


def test_an_appointment_without_a_person_says_so(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office
) -> None:
    page = enter(qtbot, open_window, running)
    page.acts.open_form(page.forms.officers())
    rows = page.form.editor("officers")
    assert isinstance(rows, RowsEdit)
    rows.add.click()
    page.form.submit()
    assert page.form.errors() == ["Välj vem som har uppdraget, eller ta bort raden."]


def test_an_action_holds_all_that_the_protocol_says_of_it(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office
) -> None:
    first = content(running).items[0].key
    decided = decisions.add_decision(running, first, "uppdra åt förvaltningarna att återkomma.", DecisionKind.ASSIGN)
    page = enter(qtbot, open_window, running)
    page.acts.new_action()
    names = [o.name for o in content(running).organisations[:3]]
    wanted = {
        "text": "Ta fram ett förslag.", "responsible": ", ".join(names), "lead": names[1], "due": "4/3",
        "goal": "Färre skador", "area": "Trygga platser: stationen, centrum och Lindängen", "note": "Knyts till E40.",
        "decision": decided, "status": ActionStatus.WAITING.value,
    }  # fmt: skip
    for name, value in wanted.items():
        fill(page.form.editor(name), value)
    send(qtbot, page, operations)
    keys = {o.name: o.key for o in content(running).organisations}
    (action,) = content(running).items[0].actions
    assert (action.lead, action.decision, action.goal) == (keys[names[1]], decided, "Färre skador")
    assert (action.focus_area, action.note) == (wanted["area"], "Knyts till E40.")
    assert (action.status, len(action.responsible)) == (ActionStatus.WAITING, 3)
    page.acts.open_form(page.forms.known_action(action.key))
    assert page.form.values()["decision"] == decided
    for name, value in (("lead", names[2]), ("decision", ""), ("goal", "")):
        fill(page.form.editor(name), value)
    send(qtbot, page, operations)
    (action,) = content(running).items[0].actions
    assert (action.lead, action.decision, action.goal) == (keys[names[2]], "", "")


def test_who_holds_the_work_together_is_one_of_those_responsible(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office
) -> None:
    page = enter(qtbot, open_window, running)
    page.acts.new_action()
    names = [o.name for o in content(running).organisations[:3]]
    for name, value in (("text", "Gör det."), ("responsible", ", ".join(names[:2])), ("lead", names[2])):
        fill(page.form.editor(name), value)
    page.form.submit()
    assert page.form.errors() == ["Den som håller ihop arbetet ska vara en av de ansvariga. Ändra en av raderna."]


def test_a_vote_is_entered_by_totals(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office
) -> None:
    page = enter(qtbot, open_window, running)
    page.acts.add("vote")
    by_hand = VoteMethod.SHOW_OF_HANDS.value
    wanted = {"yes_means": "bifall", "no_means": "avslag", "method": by_hand, "yes": "5", "no": "5", "abstain": "1"}
    for name, value in wanted.items():
        fill(page.form.editor(name), value)
    assert not page.form.editor("roll").isVisible()
    fill(page.form.editor("casting"), "yes")
    send(qtbot, page, operations)
    (vote,) = content(running).items[0].votes
    assert (totals(vote).words, vote.casting) == ("5 ja, 5 nej, 1 avstår", Ballot.YES)
    page.acts.open_form(page.forms.part("votes", vote.key))
    fill(page.form.editor("yes"), "6")
    send(qtbot, page, operations)
    (vote,) = content(running).items[0].votes
    assert (totals(vote).words, vote.casting) == ("6 ja, 5 nej, 1 avstår", None)


def test_choosing_adjusters_writes_the_decision_and_changes_it_with_them(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office
) -> None:
    page = enter(qtbot, open_window, running)
    page.acts.step()
    settle(qtbot, page, operations)
    for names, said in (
        ("Per Alm, Siv", "utse Per Alm och Siv Östling att justera protokollet"),
        ("Per Alm, Jonas Ek", "utse Per Alm och Jonas Ek att justera protokollet"),
    ):
        QTest.keyClick(page.item.minutes.editor, KEY.Key_U, CONTROL | SHIFT)
        fill(page.form.editor("persons"), names)
        send(qtbot, page, operations)
        (decision,) = content(running).items[1].decisions
        assert decision.text.replace("\u00a0", " ") == f"{said} den 15 december 2026 kl. 15.00."
        assert decision.kind is DecisionKind.APPOINT
    meeting = content(running)
    assert [meeting.person(o.person).name for o in meeting.officers if o.duty is Duty.ADJUST] == ["Per Alm", "Jonas Ek"]


def test_adjusters_are_chosen_without_a_decision_when_the_secretary_writes_it_herself(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office
) -> None:
    page = enter(qtbot, open_window, running)
    page.acts.step()
    settle(qtbot, page, operations)
    page.acts.add("adjusters")
    fill(page.form.editor("persons"), "Per Alm")
    fill(page.form.editor("decide"), "")
    send(qtbot, page, operations)
    assert content(running).items[1].decisions == ()


def test_what_is_said_of_an_item_is_corrected_while_the_meeting_runs(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office
) -> None:
    page = enter(qtbot, open_window, running)
    page.acts.open_form(page.forms.known_item())
    for name, value in (("title", "Öppnande"), ("dnr", "KS 2026/1"), ("type", "information"), ("minutes", "7")):
        fill(page.form.editor(name), value)
    send(qtbot, page, operations)
    item = content(running).items[0]
    assert (item.title, item.registry_number, item.type, item.planned_minutes) == (
        "Öppnande", "KS 2026/1", ItemType.INFORMATION, 7,
    )  # fmt: skip


def test_the_proposal_says_from_whom_it_comes_and_what_it_does(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office
) -> None:
    item = next(i for i in content(running).items if i.proposals)
    page = enter(qtbot, open_window, running)
    minutes.take_up(running, item.key)
    page.presenter.reload()
    page.presenter.show_item(item.key)
    settle(qtbot, page, operations)
    words = [label.text() for label in page.item.decisions.findChildren(QWidget) if hasattr(label, "text")]
    assert any(w.startswith("Förslag från arbetsutskottet (ställa sig bakom): att ställa") for w in words)


def test_the_word_att_is_never_doubled_while_a_decision_is_written(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office
) -> None:
    page = enter(qtbot, open_window, running)
    line = new_decision(page)
    type_text(line.edit, "att notera att läget är lugnt.")
    assert line.edit.toPlainText() == "notera att läget är lugnt."
    settle(qtbot, page, operations)
    press(line.edit, KEY.Key_Home, CONTROL)
    type_text(line.edit, "Att ")
    assert line.edit.toPlainText() == "notera att läget är lugnt."
    settle(qtbot, page, operations)
    assert [d.text for d in content(running).items[0].decisions] == ["notera att läget är lugnt."]


def test_a_sign_that_cannot_be_printed_is_told_with_its_place_until_it_is_gone(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office
) -> None:
    page = enter(qtbot, open_window, running)
    editor = page.item.minutes.editor
    type_text(editor, "Läget är lugnt → bra ≥ 3")
    settle(qtbot, page, operations)
    assert page.item.remark_words() == "", "signs that are printed as similar ones need no remark"
    press(editor, KEY.Key_Return)
    type_text(editor, "Fint \U0001f642")
    settle(qtbot, page, operations)
    assert page.item.remark_words() == (
        "Tecknet finns inte i protokollets typsnitt och skrivs ut som en ruta: \U0001f642 i stycke 2. Byt ut det."
    )
    assert page.item._remark.isVisible()
    first = content(running).items[0].key
    page.presenter.act(lambda office: decisions.add_decision(office, first, "notera 漢字."))
    settle(qtbot, page, operations)
    assert "漢字 i att-sats 1" in page.item.remark_words()
    for _sign in range(2):
        press(editor, KEY.Key_Backspace)
    settle(qtbot, page, operations)
    assert "\U0001f642" not in page.item.remark_words()


def test_what_a_form_said_was_wrong_goes_when_it_is_written_anew(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office
) -> None:
    page = enter(qtbot, open_window, running)
    page.acts.add("motion")
    fill(page.form.editor("persons"), "Ingen Alls")
    page.form.submit()
    assert page.form.errors() != []
    fill(page.form.editor("persons"), "Per Alm")
    assert page.form.errors() == []
    send(qtbot, page, operations)


def test_hard_spaces_are_kept_in_decisions_and_forms(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office
) -> None:
    page = enter(qtbot, open_window, running)
    line = new_decision(page)
    type_text(line.edit, "bevilja 85\u00a0000 kronor enligt §\u00a030.")
    settle(qtbot, page, operations)
    page.acts.add("motion")
    fill(page.form.editor("persons"), "Per Alm")
    fill(page.form.editor("text"), "högst 85\u00a0000 kronor.")
    send(qtbot, page, operations)
    item = content(running).items[0]
    assert item.decisions[0].text == "bevilja 85\u00a0000 kronor enligt §\u00a030."
    assert item.motions[0].text == "högst 85\u00a0000 kronor."


def test_an_organisation_with_a_comma_in_its_name_is_one_recipient(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office
) -> None:
    page = enter(qtbot, open_window, running)
    police = next(o for o in content(running).organisations if "," in o.name)
    page.acts.add("dispatch")
    fill(page.form.editor("to"), f"{police.name}, Länsstyrelsens kansli")
    send(qtbot, page, operations)
    assert [(d.organisation, d.name) for d in content(running).items[0].dispatch] == [
        (police.key, ""), ("", "Länsstyrelsens kansli"),
    ]  # fmt: skip


def test_a_substitute_votes_in_the_place_of_the_one_she_serves_for(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office
) -> None:
    meeting = content(running)
    away, stands_in = meeting.participants[2], next(p for p in meeting.participants if p.capacity.value == "substitute")
    rows = reading.meeting_view(running, REF).participants
    attendance.mark_absent(running, rows[away.person])
    attendance.mark_present(running, rows[stands_in.person])
    serving.serve_for(running, rows[stands_in.person], away.seat)
    page = enter(qtbot, open_window, running)
    page.acts.add("vote")
    for name, words in (("yes_means", "bifall"), ("no_means", "avslag")):
        fill(page.form.editor(name), words)
    press(page.form.editor("roll"), KEY.Key_Odiaeresis)
    send(qtbot, page, operations)
    assert content(running).items[0].votes[0].ballots[2].person == stands_in.person


@pytest.mark.parametrize("marks", [CONTROL, Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.MetaModifier])
def test_a_letter_with_a_command_key_votes_for_nobody_and_goes_nowhere(
    qtbot: QtBot, open_window: OpenWindow, running: Office, marks: Qt.KeyboardModifier
) -> None:
    page = enter(qtbot, open_window, running)
    page.acts.add("vote")
    roll = page.form.editor("roll")
    assert isinstance(roll, RollList)
    roll.setFocus()
    before, at = roll.lines(), roll.currentRow()
    for key in (KEY.Key_J, KEY.Key_N, KEY.Key_A, KEY.Key_F, KEY.Key_Odiaeresis, KEY.Key_Space):
        press(roll, key, marks)
    assert (roll.lines(), roll.currentRow()) == (before, at)
    press(roll, KEY.Key_A, SHIFT)
    assert roll.lines()[at].choice is Ballot.ABSTAIN


@pytest.mark.parametrize("field", ["persons", "supported"])
def test_a_motion_by_somebody_who_is_away_says_that_she_is_away(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office, field: str
) -> None:
    listed = [who.person for who in content(running).participants]
    away, other = content(running).participants[3].person, listed[0]
    attendance.mark_absent(running, reading.meeting_view(running, REF).participants[away])
    outside = register.add(running, Person(id=running.new_id(), name="Beata Sundell", organisation_id=None))
    page = enter(qtbot, open_window, running)
    form = page.forms.addition("motion")
    assert form is not None
    name = content(running).person(away).name
    there = content(running).person(other).name
    for typed, words in (
        (name, f"{name} är inte närvarande. Välj någon som är det, eller markera {name} i Närvaro (F8) först."),
        (outside.name, f"{outside.name} är inte närvarande. Välj någon som är det, eller lägg till {outside.name} i"),
        ("Nemo Nemosson", "finns inte i listan"),
    ):
        with pytest.raises(UserError) as refused:
            form.submit({"persons": there, "kind": "approve", "text": "bifall", "supported": "", field: typed})
        assert words in refused.value.text.replace("\u00a0", " ")
        assert refused.value.where == field


@pytest.mark.parametrize("field", ["persons", "supported"])
def test_a_motion_by_somebody_who_is_disqualified_says_so_and_what_to_do(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office, field: str
) -> None:
    out, other = (content(running).participants[n].person for n in (3, 0))
    decisions.put_recusal(running, content(running).items[0].key, RecusalContent("out", out))
    page = enter(qtbot, open_window, running)
    form = page.forms.addition("motion")
    assert form is not None
    name, there = (content(running).person(key).name for key in (out, other))
    with pytest.raises(UserError) as refused:
        form.submit({"persons": there, "kind": "approve", "text": "bifall", "supported": "", field: name})
    assert f"{name} har anmält jäv i §" in refused.value.text
    assert refused.value.text.endswith("och deltar inte där. Ta bort jävet om det var fel, eller välj någon annan.")
    assert refused.value.where == field


@pytest.mark.parametrize("name", ["recusal", "statement"])
def test_a_second_name_where_only_one_belongs_is_said_and_not_dropped(
    qtbot: QtBot, open_window: OpenWindow, running: Office, name: str
) -> None:
    page = enter(qtbot, open_window, running)
    form = page.forms.addition(name)
    assert form is not None
    two = ", ".join(content(running).person(who.person).name for who in content(running).participants[:2])
    with pytest.raises(UserError, match="bara ett namn") as refused:
        form.submit({"person": two, "text": "Bra", "left": "", "returned": "", "reason": ""})
    assert refused.value.where == "person"


def test_a_recusal_of_somebody_who_has_moved_a_motion_is_refused_at_her_name(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office
) -> None:
    first, person = content(running).items[0].key, content(running).participants[2].person
    decisions.put_motion(running, first, MotionContent("m", (person,), "avslag"))
    page = enter(qtbot, open_window, running)
    page.acts.open_form(page.forms.addition("recusal"))
    fill(page.form.editor("person"), content(running).person(person).name)
    page.form.submit()
    settle(qtbot, page, operations)
    (said,) = page.form.errors()
    assert "har yrkat i" in said
    assert content(running).items[0].recusals == ()


@pytest.mark.parametrize(("size", "scale"), [((1366, 768), 1.0), ((1920, 1080), 1.0), ((1366, 768), 1.6)])
def test_the_roll_of_a_vote_grows_with_the_room_and_gives_way_before_the_form_scrolls(
    qtbot: QtBot, theme: Theme, open_window: OpenWindow, running: Office, size: tuple[int, int], scale: float
) -> None:
    theme.choose(scale=scale)
    page = enter(qtbot, open_window, running)
    page.window().resize(*size)
    page.acts.add("vote")
    roll = page.form.editor("roll")
    assert isinstance(roll, RollList)
    qtbot.waitUntil(roll.isVisible)
    qtbot.wait(50)
    row = roll.sizeHintForRow(0)
    assert roll.viewport().height() % row == 0, "no half line, and no blank strip"
    assert roll.viewport().height() >= 4 * row
    area = next(one for one in page.form.findChildren(QScrollArea) if one.isAncestorOf(roll))
    assert area.verticalScrollBar().maximum() == 0, "the form"
    if size[1] == 1080:
        assert roll.verticalScrollBar().maximum() == 0, "the list"


@pytest.mark.parametrize("missing", [0, -2])
def test_who_has_not_voted_is_in_sight_when_that_is_said(
    qtbot: QtBot, theme: Theme, open_window: OpenWindow, running: Office, missing: int
) -> None:
    theme.choose(scale=1.6)
    page = enter(qtbot, open_window, running)
    page.window().resize(1280, 720)
    page.acts.add("vote")
    for name, words in (("yes_means", "bifall"), ("no_means", "avslag")):
        fill(page.form.editor(name), words)
    roll = page.form.editor("roll")
    assert isinstance(roll, RollList)
    qtbot.waitUntil(roll.isVisible)
    voting = [at for at, line in enumerate(roll.lines()) if line.votes]
    for at in voting:
        roll.setCurrentRow(at)
        if at != voting[missing]:
            press(roll, KEY.Key_J)
    page.form.submit()
    assert page.form.errors()
    qtbot.wait(50)
    assert roll.currentRow() == voting[missing]
    row, area = roll.visualItemRect(roll.currentItem()), page.form.findChildren(QScrollArea)
    assert roll.viewport().rect().contains(row)
    seen_in = next(one for one in area if one.isAncestorOf(roll)).viewport()
    assert seen_in.rect().contains(row.translated(roll.viewport().mapTo(seen_in, row.topLeft()) - row.topLeft()))


def test_a_refused_reservation_is_told_at_who_makes_it(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office
) -> None:
    meeting = content(running)
    away = next(p.person for p in meeting.participants if not p.stays)
    page = enter(qtbot, open_window, running)
    page.acts.add("reservation")
    who = page.form.findChild(QLineEdit, "live.form_persons")
    assert who is not None
    who.setText(meeting.person(away).name)
    page.form.submit()
    settle(qtbot, page, operations)
    qtbot.waitUntil(lambda: bool(page.form.errors()))
    assert "deltog inte i beslutet" in page.form.errors()[0]
    assert who.hasFocus()
