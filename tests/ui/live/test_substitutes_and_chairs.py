"""A member who is back takes her seat from the substitute, a chair who is back the meeting from the next item."""

from collections.abc import Callable
from datetime import time

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from bra_desktop.domain.attendance import services
from bra_desktop.domain.closing import idle_substitutes
from bra_desktop.domain.kinds import Role
from bra_desktop.domain.officers import presiding
from bra_desktop.domain.serving import service_words
from bra_desktop.domain.swedish import NBSP
from bra_desktop.services import reading
from bra_desktop.services.live import attendance, coming_and_going, minutes, serving
from bra_desktop.services.office import Office
from bra_desktop.ui.live.page import LivePage
from bra_desktop.ui.main_window import MainWindow
from bra_desktop.ui.operations import Operations
from tests.ui.live.conftest import REF, Wall, content, enter, settle
from tests.ui.live.test_forms import fill, fill_row, send

OpenWindow = Callable[..., MainWindow]
KEY = Qt.Key


def space_at(page: LivePage, person: str) -> None:
    page.attendance.list.setFocus()
    page.attendance.choose(person)
    QTest.keyClick(page.attendance.list, KEY.Key_Space)


def remark(page: LivePage, person: str) -> str:
    return next(row.remark for row in page.attendance.rows() if row.person == person)


def messages(page: LivePage) -> list[str]:
    window = page.window()
    assert isinstance(window, MainWindow)
    return [words.replace(NBSP, " ") for words in window.messages.words()]


def test_the_chair_goes_and_comes_back_while_a_substitute_serves(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office, wall: Wall
) -> None:
    items = [item.key for item in content(running).items]
    wall.later(5)
    minutes.take_up(running, items[1])
    wall.later(3)
    meeting, rows = content(running), reading.meeting_view(running, REF).participants
    chair = next(p for p in meeting.participants if p.person == presiding(meeting, items[1]))
    other = next(p.person for p in meeting.participants if p.capacity.value == "substitute")
    page = enter(qtbot, open_window, running)
    settle(qtbot, page, operations)
    space_at(page, chair.person)
    settle(qtbot, page, operations)
    space_at(page, other)
    settle(qtbot, page, operations)
    serving.serve_for(running, rows[other], chair.seat)
    page.presenter.reload()
    settle(qtbot, page, operations)
    assert remark(page, other) == "för E. Lind"
    wall.later(3)
    minutes.take_up(running, items[2])
    wall.later(2)
    page.presenter.reload()
    settle(qtbot, page, operations)
    page.presenter.turn_to(items[2])
    vice = presiding(content(running), items[2])
    assert vice not in ("", chair.person)

    space_at(page, chair.person)
    settle(qtbot, page, operations)
    meeting = content(running)
    name, leads = meeting.person(other).name, meeting.person(vice).name
    said = next(words for words in messages(page) if "tjänstgör inte längre" in words)
    assert said.startswith(f"Eva Lind är här. {name} tjänstgör inte längre för Eva Lind. {leads} leder § ")
    assert remark(page, vice) == "leder mötet"
    assert remark(page, other).startswith("kom ")
    row = next(p for p in meeting.participants if p.person == other)
    assert row.stays[-1].to_time is None, "he stays present"
    assert "–10.13, § " in service_words(meeting, row, services(row)[0]).replace(NBSP, " ")

    wall.later(1)
    space_at(page, chair.person)
    settle(qtbot, page, operations)
    again = f"Eva Lind har gått. {name} tjänstgör för Eva Lind."
    assert any(words.startswith(again) for words in messages(page)), messages(page)
    assert remark(page, other) == "för E. Lind"
    space_at(page, chair.person)
    settle(qtbot, page, operations)

    wall.later(5)
    minutes.take_up(running, items[3])
    meeting = content(running)
    assert [presiding(meeting, key) for key in items[1:4]] == [chair.person, vice, chair.person]


def test_the_form_of_a_substitute_tells_who_serves_instead_while_both_are_there(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office, wall: Wall
) -> None:
    meeting, rows = content(running), reading.meeting_view(running, REF).participants
    items, member = [item.key for item in meeting.items], meeting.participants[3]
    other = next(p.person for p in meeting.participants if p.capacity.value == "substitute")
    wall.later(2)
    minutes.take_up(running, items[1])
    coming_and_going.leave(running, rows[member.person], None, items[1])
    coming_and_going.arrive(running, rows[other], None, items[1])
    serving.serve_for(running, rows[other], member.seat, items[1])
    page = enter(qtbot, open_window, running)
    settle(qtbot, page, operations)

    def about() -> str:
        page.acts.open_form(page.forms.presence(other))
        form = page.form.form()
        assert form is not None
        return next(field.help_words for field in form.fields if field.name == "serves")

    name = meeting.person(member.person).name
    assert "vilar" not in about()
    wall.later(2)
    coming_and_going.arrive(running, rows[member.person], None, items[1])
    page.presenter.reload()
    settle(qtbot, page, operations)
    assert about().endswith(f"Tjänstgöringen vilar medan {name} är här")
    coming_and_going.leave(running, rows[member.person], None, items[1])
    page.presenter.reload()
    settle(qtbot, page, operations)
    assert "vilar" not in about()


def test_the_return_of_a_member_can_be_undone_from_its_message(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office, wall: Wall
) -> None:
    meeting, rows = content(running), reading.meeting_view(running, REF).participants
    items = [item.key for item in meeting.items]
    minutes.take_up(running, items[1])
    member = meeting.participants[3]
    other = next(p.person for p in meeting.participants if p.capacity.value == "substitute")
    attendance.mark_absent(running, rows[member.person])
    attendance.mark_present(running, rows[other])
    serving.serve_for(running, rows[other], member.seat)
    wall.later(5)
    page = enter(qtbot, open_window, running)
    settle(qtbot, page, operations)
    assert remark(page, other).startswith("för ")
    space_at(page, member.person)
    settle(qtbot, page, operations)
    assert any("tjänstgör inte längre" in words for words in messages(page)), messages(page)
    assert not remark(page, other).startswith("för ")
    QTest.keyClick(page.attendance.list, KEY.Key_Z, Qt.KeyboardModifier.ControlModifier)
    settle(qtbot, page, operations)
    assert remark(page, other).startswith("för ")


def test_times_and_items_that_contradict_each_other_are_refused_in_the_forms(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office, wall: Wall
) -> None:
    items, person = [item.key for item in content(running).items], content(running).participants[3].person
    wall.later(24)
    minutes.take_up(running, items[1])
    page = enter(qtbot, open_window, running)
    settle(qtbot, page, operations)
    page.presenter.turn_to(items[1])
    page.acts.open_form(page.forms.presence(person))
    fill_row(page, "stays", 0, "", items[1], "10.20", "", "på plats")
    page.form.submit()
    assert page.form.is_open()
    assert "gick kl. 10.20 men § " in page.form.errors()[0].replace(NBSP, " ")
    page.form.cancel()

    page.acts.add("recusal")
    fill(page.form.editor("person"), content(running).person(person).name)
    fill(page.form.editor("left"), "10.20")
    page.form.submit()
    qtbot.waitUntil(lambda: page.form.errors() != [])
    settle(qtbot, page, operations)
    assert "lämnade rummet kl. 10.20 men § " in page.form.errors()[0].replace(NBSP, " ")
    assert content(running).item(items[1]).recusals == ()


def test_whom_a_substitute_serves_for_holds_from_the_item_that_goes_on(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office, wall: Wall
) -> None:
    items = [item.key for item in content(running).items]
    meeting, rows = content(running), reading.meeting_view(running, REF).participants
    other = next(p.person for p in meeting.participants if p.capacity.value == "substitute")
    first, second = meeting.participants[2], meeting.participants[3]
    for away in (first, second):
        attendance.mark_absent(running, rows[away.person])
    attendance.mark_present(running, rows[other])
    page = enter(qtbot, open_window, running)
    for at, seat in ((1, first.seat), (2, second.seat)):
        wall.later(5)
        minutes.take_up(running, items[at])
        page.presenter.reload()
        settle(qtbot, page, operations)
        page.acts.open_form(page.forms.presence(other))
        fill(page.form.editor("serves"), seat)
        send(qtbot, page, operations)
    told = next(p for p in content(running).participants if p.person == other)
    assert [(one.seat, one.from_item, one.to_item) for one in services(told)] == [
        (first.seat, items[1], items[1]), (second.seat, items[2], ""),
    ]  # fmt: skip
    page.acts.open_form(page.forms.presence(other))
    assert fill_value(page, "serves") == second.seat
    fill(page.form.editor("since"), "")
    send(qtbot, page, operations)
    told = next(p for p in content(running).participants if p.person == other)
    assert (told.serves_for, told.services) == (second.seat, ())


def test_the_advice_of_the_closing_list_about_an_idle_substitute_helps_as_the_form_stands(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office, wall: Wall
) -> None:
    items = [item.key for item in content(running).items]
    meeting, rows = content(running), reading.meeting_view(running, REF).participants
    other = next(p.person for p in meeting.participants if p.capacity.value == "substitute")
    attendance.mark_present(running, rows[other])
    page = enter(qtbot, open_window, running)
    for at in (1, 2):
        wall.later(5)
        minutes.take_up(running, items[at])
        if at == 1:
            serving.serve_for(running, rows[other], meeting.participants[2].seat, items[1])
    page.presenter.reload()
    settle(qtbot, page, operations)
    (line,) = idle_substitutes(content(running))
    assert "välj ”tjänstgör inte”" in line.text
    page.go_to(line.place)
    qtbot.waitUntil(page.form.isVisible)
    fill(page.form.editor("serves"), "")
    send(qtbot, page, operations)
    assert idle_substitutes(content(running)) == ()


def fill_value(page: LivePage, name: str) -> object:
    editor = page.form.editor(name)
    assert isinstance(editor, QComboBox)
    return editor.currentData()


def test_who_came_back_is_shown_with_her_role_and_when(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office
) -> None:
    meeting = content(running)
    chair = next(p for p in meeting.participants if p.role is Role.CHAIR)
    row = reading.meeting_view(running, meeting.ref).participants[chair.person]
    coming_and_going.leave(running, row, time(10, 2))
    coming_and_going.arrive(running, row, time(10, 4))
    page = enter(qtbot, open_window, running)
    assert remark(page, chair.person) == "ordförande, kom 10.04"
