"""Decisions, attendance and the flow of a meeting by the keyboard."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from bra_desktop.domain.errors import UserError
from bra_desktop.domain.kinds import ActionStatus, Ballot, DecisionKind, Duty, MeetingState
from bra_desktop.domain.text import TextDocument, plain_text
from bra_desktop.services import reading
from bra_desktop.services.live import attendance, decisions, minutes
from bra_desktop.services.office import Office
from bra_desktop.ui.live.page import LivePage
from bra_desktop.ui.live.scene import Step
from bra_desktop.ui.main_window import MainWindow
from bra_desktop.ui.operations import Operations
from tests.ui.keyboard import press, type_text
from tests.ui.live.conftest import Wall, content, enter, new_decision, settle
from tests.ui.unnamed import unnamed

OpenWindow = Callable[..., MainWindow]
ALT, CONTROL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier


def _write_decision(qtbot: QtBot, page: LivePage, words: str) -> QWidget:
    line = new_decision(page)
    type_text(line.edit, words)
    return line.edit


def _choices(page: LivePage) -> dict[str, QAction]:
    """What the menu Mer offers, by its words."""
    return {action.text().partition("\t")[0]: action for action in page.more_menu().actions()}


def _choose(page: LivePage, words: str) -> None:
    _choices(page)[words].trigger()


def _texts(office: Office, place: int = 0) -> list[str]:
    return [d.text for d in content(office).items[place].decisions]


def test_decisions_are_written_moved_and_removed_by_keys(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office
) -> None:
    page = enter(qtbot, open_window, running)
    page.acts.focus_text()
    _write_decision(qtbot, page, "att notera informationen till protokollet.")
    second = _write_decision(qtbot, page, "uppdra åt EST-gruppen att återkomma.")
    settle(qtbot, page, operations)
    assert _texts(running) == ["notera informationen till protokollet.", "uppdra åt EST-gruppen att återkomma."]
    kinds = [d.kind for d in content(running).items[0].decisions]
    assert kinds == [DecisionKind.NOTE, DecisionKind.ASSIGN]
    press(second, Qt.Key.Key_Up, ALT)
    settle(qtbot, page, operations)
    assert _texts(running) == ["uppdra åt EST-gruppen att återkomma.", "notera informationen till protokollet."]
    focused = page.item.decisions.focused_line()
    assert focused is not None
    press(focused.edit, Qt.Key.Key_Delete, ALT)
    settle(qtbot, page, operations)
    assert _texts(running) == ["notera informationen till protokollet."]
    window = page.window()
    assert isinstance(window, MainWindow)
    assert "Att-satsen är borttagen." in window.messages.words()
    window.messages.undo.link_chosen.emit()
    settle(qtbot, page, operations)
    assert len(_texts(running)) == 2
    assert len(page.item.decisions.lines) == 2


def test_an_item_taken_up_by_mistake_goes_back_by_one_key_and_keeps_what_was_typed(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office, wall: Wall
) -> None:
    page = enter(qtbot, open_window, running)
    window = page.window()
    assert isinstance(window, MainWindow)
    page.acts.focus_text()
    QTest.keyClick(page.item, Qt.Key.Key_Down, CONTROL)
    wall.later(2)
    type_text(page.item.minutes.editor, "För tidigt")
    settle(qtbot, page, operations)
    number = content(running).items[1].paragraph
    assert number is not None
    QTest.keyClick(page.item, Qt.Key.Key_Up, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    settle(qtbot, page, operations)
    first, second = content(running).items[:2]
    assert (first.closed_at, second.opened_at, second.paragraph) == (None, None, None)
    assert plain_text(second.text) == "För tidigt"
    assert page.texts.shown == first.key
    assert f"§\u00a0{number} är tillbaka på dagordningen som punkt\u00a02." in window.messages.words()
    QTest.keyClick(page.item, Qt.Key.Key_Down, CONTROL)
    settle(qtbot, page, operations)
    assert content(running).items[1].paragraph == number
    assert plain_text(page.item.minutes.editor.text()) == "För tidigt"


def test_the_menu_gives_back_an_item_and_says_why_when_something_is_decided_there(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office
) -> None:
    page = enter(qtbot, open_window, running)
    window = page.window()
    assert isinstance(window, MainWindow)
    page.acts.focus_text()
    _write_decision(qtbot, page, "notera informationen.")
    settle(qtbot, page, operations)
    before = content(running)
    _choose(page, "Lägg tillbaka ärendet på dagordningen")
    settle(qtbot, page, operations)
    assert content(running) == before
    assert any("kan inte tas tillbaka, eftersom något är beslutat där." in said for said in window.messages.words())
    page.presenter.show_item(before.items[1].key)
    settle(qtbot, page, operations)
    assert "Lägg tillbaka ärendet på dagordningen" not in _choices(page)


def test_changing_a_decision_in_place_keeps_its_identity(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office
) -> None:
    page = enter(qtbot, open_window, running)
    edit = _write_decision(qtbot, page, "notera")
    settle(qtbot, page, operations)
    before = content(running).items[0].decisions[0].key
    type_text(edit, " informationen.")
    settle(qtbot, page, operations)
    after = content(running).items[0].decisions
    assert [(d.key, d.text) for d in after] == [(before, "notera informationen.")]


def test_an_empty_decision_leaves_no_trace(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office
) -> None:
    page = enter(qtbot, open_window, running)
    QTest.keyClick(page.item, Qt.Key.Key_Return, CONTROL)
    page.acts.focus_text()
    settle(qtbot, page, operations)
    assert _texts(running) == []
    assert page.item.decisions.lines == []


def test_one_key_turns_the_proposals_into_decisions(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office
) -> None:
    page = enter(qtbot, open_window, running)
    place = next(n for n, i in enumerate(content(running).items) if len(i.proposals) > 1)
    page.presenter.take_up(content(running).items[place].key)
    settle(qtbot, page, operations)
    QTest.keyClick(page.item, Qt.Key.Key_G, CONTROL)
    settle(qtbot, page, operations)
    assert _texts(running, place) == [p.text for p in content(running).items[place].proposals]
    assert len(page.item.decisions.lines) == len(_texts(running, place))


def test_the_roll_is_called_with_arrows_and_space(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, called: Office
) -> None:
    page = enter(qtbot, open_window, called)
    QTest.keyClick(page.item, Qt.Key.Key_F8)
    roll = page.attendance.list
    QTest.keyClick(roll, Qt.Key.Key_Space)
    QTest.keyClick(roll, Qt.Key.Key_Down)
    QTest.keyClick(roll, Qt.Key.Key_Down)
    QTest.keyClick(roll, Qt.Key.Key_Space)
    settle(qtbot, page, operations)
    there = [bool(p.stays) for p in content(called).participants[:4]]
    assert there == [True, False, True, False]
    assert "2 av 15 närvarande" in page.strip.words()


@pytest.mark.parametrize("decided", [False, True])
def test_who_goes_later_gets_the_clock_and_the_item_and_whether_it_was_decided(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office, wall: Wall, decided: bool
) -> None:
    page = enter(qtbot, open_window, running)
    page.acts.step()
    settle(qtbot, page, operations)
    item = content(running).items[1].key
    if decided:
        decisions.add_decision(running, item, "notera informationen")
        page.presenter.reload()
        settle(qtbot, page, operations)
    wall.later(12)
    person = content(running).participants[3].person
    page.presenter.toggle(person)
    settle(qtbot, page, operations)
    stay = content(running).participants[3].stays[-1]
    assert (f"{stay.to_time:%H.%M}", stay.to_item, stay.partly) == ("10.12", item, not decided)
    assert page.attendance.rows()[3].remark == "gick 10.12"


def test_a_click_in_the_roll_leaves_the_keyboard_where_the_secretary_writes(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office
) -> None:
    page = enter(qtbot, open_window, running)
    page.acts.focus_text()
    roll = page.attendance.list
    row = roll.visualItemRect(roll.item(3))
    QTest.mouseClick(
        roll.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, row.topLeft() + QPoint(12, 12)
    )
    writer = QApplication.focusWidget()
    assert writer is page.item.minutes.editor
    QTest.keyClicks(writer, "Till justerare valjs Bo Ek.")
    settle(qtbot, page, operations)
    assert plain_text(content(running).items[0].text) == "Till justerare valjs Bo Ek."
    stays = content(running).participants[3].stays
    assert not any(stay.to_time is None and not stay.to_item for stay in stays)


def test_two_quick_marks_are_one_there_and_one_back(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office
) -> None:
    page = enter(qtbot, open_window, running)
    before = content(running).participants[3].stays
    page.presenter.toggle(content(running).participants[3].person)
    page.presenter.toggle(content(running).participants[3].person)
    settle(qtbot, page, operations)
    assert content(running).participants[3].stays == before
    window = page.window()
    assert isinstance(window, MainWindow)
    assert window.messages.words() == []


def test_a_meeting_without_its_chair_says_what_is_missing(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, called: Office
) -> None:
    page = enter(qtbot, open_window, called)
    assert page.presenter.step() is Step.OPEN
    page.acts.step()
    settle(qtbot, page, operations)
    window = page.window()
    assert isinstance(window, MainWindow)
    assert any("ordförande" in words for words in window.messages.words())
    assert content(called).state is MeetingState.CALLED


def test_an_action_is_given_with_keys_and_a_day_in_words(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office
) -> None:
    page = enter(qtbot, open_window, running)
    type_text(page.item.minutes.editor, "Fotpatrull vid stationen")
    page.item.minutes.editor.selectAll()
    page.acts.new_action()
    text, who, due = (page.form.editor(name) for name in ("text", "responsible", "due"))
    assert isinstance(text, QPlainTextEdit)
    assert text.toPlainText() == "Fotpatrull vid stationen"
    assert isinstance(who, QLineEdit)
    assert isinstance(due, QLineEdit)
    who.setText("Polisen, Almbybostäder")
    due.setText("sen någon gång")
    press(due, Qt.Key.Key_Return)
    assert page.form.is_open()
    due.setText("31/1")
    press(due, Qt.Key.Key_Return)
    settle(qtbot, page, operations)
    action = content(running).items[0].actions[0]
    assert (action.due and action.due.isoformat(), len(action.responsible)) == ("2027-01-31", 2)
    assert action.status is ActionStatus.NOT_STARTED
    assert [line.due for line in page.action_panel.lines()] == ["31 jan"]


def test_a_vote_by_name_is_taken_with_one_key_each(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office
) -> None:
    page = enter(qtbot, open_window, running)
    page.acts.open_form(page.forms.addition("vote"))
    for name, words in (("yes_means", "bifall"), ("no_means", "avslag")):
        edit = page.form.editor(name)
        assert isinstance(edit, QLineEdit)
        edit.setText(words)
    roll = page.form.editor("roll")
    for key in (Qt.Key.Key_J, Qt.Key.Key_N, Qt.Key.Key_A, Qt.Key.Key_Odiaeresis):
        press(roll, key)
    page.form.submit()
    settle(qtbot, page, operations)
    choices = [b.choice for b in content(running).items[0].votes[0].ballots[:3]]
    assert choices == [Ballot.YES, Ballot.NO, Ballot.ABSTAIN]
    assert any(words.startswith("Omröstning: ") for words in page.item.decisions.part_words())


def test_an_adjuster_is_chosen_where_the_person_stands(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office
) -> None:
    page = enter(qtbot, open_window, running)
    person = content(running).participants[1].person
    page.acts.open_form(page.forms.presence(person))
    duty = page.form.editor("duty")
    assert isinstance(duty, QComboBox)
    duty.setCurrentIndex(duty.findData(Duty.ADJUST.value))
    page.form.submit()
    settle(qtbot, page, operations)
    assert [o.person for o in content(running).officers if o.duty is Duty.ADJUST] == [person]


def test_adjusters_are_chosen_in_the_item_of_their_election(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office
) -> None:
    page = enter(qtbot, open_window, running)
    page.acts.step()
    settle(qtbot, page, operations)
    QTest.keyClick(page.item, Qt.Key.Key_U, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    names = page.form.editor("persons")
    assert isinstance(names, QLineEdit)
    names.setText("Per Alm, Siv")
    press(names, Qt.Key.Key_Return)
    settle(qtbot, page, operations)
    meeting = content(running)
    chosen = [meeting.person(o.person).name for o in meeting.officers if o.duty is Duty.ADJUST]
    assert chosen == ["Per Alm", "Siv Östling"]


def test_a_locked_item_says_why_it_cannot_be_changed(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office
) -> None:
    first = content(running).items[0].key
    minutes.save_text(running, first, TextDocument.from_json_value("Klart.", "t"))
    decisions.add_decision(running, first, "notera det.")
    page = enter(qtbot, open_window, running)
    attendance.appoint(running, content(running).ref, Duty.ADJUST, content(running).participants[1].person)
    page.presenter.set_immediate(True)
    settle(qtbot, page, operations)
    asked: list[str] = []

    def refuse(title: str) -> bool:
        asked.append(title)
        return False

    page.acts.ask_lock = refuse
    page.item.adjust_asked.emit()
    settle(qtbot, page, operations)
    label = f"§\u00a0{content(running).items[0].paragraph}"
    assert asked == [f"Justera {label} omedelbart?"]
    assert first not in reading.meeting_view(running, content(running).ref).frozen_items
    page.acts.ask_lock = lambda _title: True
    page.item.adjust_asked.emit()
    qtbot.waitUntil(lambda: bool(page.item.note_words()))
    assert page.item.note_words() == (
        f"{label} Sammanträdets öppnande är låst och ska justeras omedelbart. "
        "Den kan inte ändras, och är justerad när alla skrivit under."
    )
    window, why = page.window(), page.item.note_words()
    assert isinstance(window, MainWindow)
    line = page.item.decisions.lines[0].edit
    control, shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
    for key, modifiers in (
        (Qt.Key.Key_Return, control), (Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier),
        (Qt.Key.Key_J, control | shift), (Qt.Key.Key_I, control | shift),
    ):  # fmt: skip
        window.messages.written()
        assert why not in window.messages.words()
        line.setFocus()
        QTest.keyClick(line, key, modifiers)
        assert why in window.messages.words(), key
        assert not page.form.is_open()
    assert page.item.minutes.editor.isReadOnly()
    type_text(page.item.minutes.editor, "mer")
    settle(qtbot, page, operations)
    assert first in reading.meeting_view(running, content(running).ref).frozen_items
    refused: list[UserError] = []
    page.presenter.act(lambda office: decisions.add_decision(office, first, "mer."), refused=refused.append)
    settle(qtbot, page, operations)
    assert "är låst och ska justeras omedelbart" in refused[0].text


def test_closing_shows_what_is_missing_and_leads_there(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office
) -> None:
    page = enter(qtbot, open_window, running)
    page.acts.step()
    settle(qtbot, page, operations)
    page.acts.ask_close()
    settle(qtbot, page, operations)
    words = [gap.text for gap in page.closing.gaps()]
    assert "Justerare är inte utsedda." in words
    later = next(gap for gap in page.closing.gaps() if "inte behandlad" in gap.text)
    page.closing.place_chosen.emit(later.place)
    settle(qtbot, page, operations)
    assert page.presenter.scene is not None
    assert later.place == f"item/{page.presenter.scene.shown}"
    page.closing.confirmed.emit()
    settle(qtbot, page, operations)
    assert content(running).state is MeetingState.DRAFT
    assert page.presenter.step() is Step.LEAVE


def test_a_break_begins_and_ends_with_the_same_button(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office, wall: Wall
) -> None:
    page = enter(qtbot, open_window, running)
    wall.later(30)
    page.presenter.adjourn_or_resume()
    settle(qtbot, page, operations)
    assert "Ajournerat sedan kl.\u00a010.30" in page.strip.words()
    wall.later(10)
    page.presenter.adjourn_or_resume()
    settle(qtbot, page, operations)
    pause = content(running).adjournments[0]
    assert pause.to_time is not None
    assert f"{pause.from_time:%H.%M}–{pause.to_time:%H.%M}" == "10.30–10.40"


def test_every_control_has_a_name_and_words(qtbot: QtBot, open_window: OpenWindow, running: Office) -> None:
    page = enter(qtbot, open_window, running)
    page.acts.open_form(page.forms.addition("vote"))
    assert unnamed(page) == []


def test_the_page_fits_the_smallest_windows(qtbot: QtBot, open_window: OpenWindow, running: Office) -> None:
    page = enter(qtbot, open_window, running)
    window = page.window()
    assert isinstance(window, MainWindow)
    assert window.minimumSizeHint().width() <= 1280
    assert window.minimumSizeHint().height() <= 720
    window.theme.choose(scale=1.6)
    qtbot.waitUntil(lambda: window.page("live") is not page)
    window.resize(1366, 768)
    qtbot.waitUntil(lambda: window.page("live").presenter.scene is not None)  # type: ignore[union-attr]
    assert window.minimumSizeHint().width() <= 1366
    assert window.minimumSizeHint().height() <= 768


def test_two_decisions_are_seen_whole_beside_a_remark_and_never_lie_over_what_is_below(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office
) -> None:
    first = content(running).items[0].key
    minutes.save_text(running, first, TextDocument.from_json_value("Fint \U0001f642", "t"))
    for words in ("notera informationen.", "uppdra åt EST-gruppen att återkomma."):
        decisions.add_decision(running, first, words)
    page = enter(qtbot, open_window, running)
    settle(qtbot, page, operations)
    box = page.item.decisions
    qtbot.waitUntil(lambda: page.item.remark_words() != "")
    qtbot.waitUntil(lambda: all(not line.edit.visibleRegion().isEmpty() for line in box.lines))
    whole = [line.edit.visibleRegion().boundingRect().height() == line.edit.height() for line in box.lines]
    assert whole == [True, True]
    qtbot.waitUntil(lambda: box.geometry().bottom() < page.item._foot.geometry().top())
    window = page.window()
    assert isinstance(window, MainWindow)
    window.theme.choose(scale=1.6)
    qtbot.waitUntil(lambda: window.page("live") is not page)
    fresh = window.page("live")
    assert isinstance(fresh, LivePage)
    qtbot.waitUntil(lambda: fresh.item.remark_words() != "")
    window.resize(1366, 768)
    item = fresh.item
    qtbot.waitUntil(lambda: item.decisions.geometry().bottom() < item._foot.geometry().top())
    assert item.minutes.geometry().bottom() < item.decisions.geometry().top()
