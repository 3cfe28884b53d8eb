from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, time
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from bra_desktop.services import reading
from bra_desktop.services.meeting_file.meeting_files import Imported
from bra_desktop.services.office import Office
from bra_desktop.services.preparing.planning import MeetingPlan
from bra_desktop.ui.main_window import MainWindow
from bra_desktop.ui.meeting.pages import meeting_pages
from bra_desktop.ui.meetings.page import MeetingsPage
from bra_desktop.ui.meetings.pages import meetings_pages
from bra_desktop.ui.meetings.presenter import Listed, MeetingsPresenter, PlanForm, Suggested
from bra_desktop.ui.widgets.time_field import read_time
from tests.ui.almby_office import MEETINGS, PLANNED, almby
from tests.ui.at_once import AtOnce
from tests.ui.keyboard import part, press, type_text
from tests.ui.unnamed import unnamed

HELD = "2026-09-17-bra"
TOO_EARLY = "Mötet slutar innan det börjar. Ändra en av tiderna."
OpenWindow = Callable[..., MainWindow]


@dataclass
class Screen:
    """What the presenter has shown."""

    listed: Listed = field(default_factory=Listed)
    form: PlanForm = field(default_factory=PlanForm)
    suggested: Suggested = field(default_factory=Suggested)
    opened: list[str] = field(default_factory=list)
    read: list[Imported] = field(default_factory=list)
    told: list[str] = field(default_factory=list)

    def show_list(self, listed: Listed) -> None:
        self.listed = listed

    def show_form(self, form: PlanForm) -> None:
        self.form = form

    def show_suggested(self, suggested: Suggested) -> None:
        self.suggested = suggested

    def planned(self, ref: str) -> None:
        self.opened.append(ref)

    def tell(self, words: str) -> None:
        self.told.append(words)

    def read_in(self, imported: Imported) -> None:
        self.read.append(imported)


@pytest.fixture
def office() -> Iterator[Office]:
    with almby(PLANNED, HELD) as office:
        yield office


def test_coming_meetings_stand_first_with_their_next_step(office: Office) -> None:
    screen = Screen()
    MeetingsPresenter(AtOnce(), office, screen).load()
    first, second = screen.listed.lines
    assert (first.ref, first.coming, first.step, first.day_words) == (
        "BRA-2026-12-03", True, "Skapa kallelsen", "om 12\xa0dagar",
    )  # fmt: skip
    assert (second.held, second.paragraphs, second.state.value) == (True, "§§\xa025–37", "draft")
    assert screen.listed.forums == (("BRÅ", 2),)


def test_a_planned_meeting_gets_the_agenda_that_its_day_leads_to(office: Office) -> None:
    screen = Screen()
    presenter = MeetingsPresenter(AtOnce(), office, screen)
    presenter.open_form()
    forum = screen.form.forums[0]
    presenter.suggest(forum.id, date(2027, 3, 4))
    assert screen.suggested.items
    plan = MeetingPlan(forum.id, date(2027, 3, 4), time(10), items=screen.suggested.items)
    presenter.plan(plan, lambda error: pytest.fail(error.text))
    assert screen.opened == ["BRA-2027-03-04"]
    made = reading.meeting_view(office, "BRA-2027-03-04").content
    assert [item.title for item in made.items] == [item.title for item in screen.suggested.items]


def test_a_meeting_that_ends_before_it_begins_is_refused_at_the_form(office: Office) -> None:
    screen, refused = Screen(), []
    presenter = MeetingsPresenter(AtOnce(), office, screen)
    presenter.open_form()
    plan = MeetingPlan(screen.form.forums[0].id, date(2027, 3, 4), time(10), time(9))
    presenter.plan(plan, lambda error: refused.append(error.text))
    assert refused == [TOO_EARLY]
    assert screen.opened == []


def test_the_same_meeting_file_twice_changes_nothing_the_second_time(office: Office) -> None:
    screen = Screen()
    presenter = MeetingsPresenter(AtOnce(), office, screen)
    for _ in range(2):
        presenter.read_file(MEETINGS / "2026-11-16-au.json")
    assert [one.changed for one in screen.read] == [True, False]


def test_a_file_that_is_no_meeting_is_refused_in_words(office: Office, tmp_path: Path) -> None:
    file, road = tmp_path / "möte.json", AtOnce()
    file.write_text("{", encoding="utf-8")
    MeetingsPresenter(road, office, Screen()).read_file(file)
    assert road.refusals
    assert "möte.json" in road.refusals[0]


def test_a_place_in_a_file_is_no_place_to_lead_to(office: Office, tmp_path: Path) -> None:
    file, road = tmp_path / "möte.json", AtOnce()
    file.write_text('{"ref": "BRA-1", "date": "2026-02-30"}', encoding="utf-8")
    MeetingsPresenter(road, office, Screen()).read_file(file)
    assert road.places == [""]


@pytest.mark.parametrize(
    ("typed", "meant"), [("10", time(10)), ("9.30", time(9, 30)), ("13:15", time(13, 15)), ("kl. 0830", time(8, 30))]
)
def test_a_clock_time_is_understood_as_people_write_it(typed: str, meant: time) -> None:
    assert read_time(typed) == meant


@pytest.mark.parametrize("typed", ["25", "10.75", "tio", "10.3.2"])
def test_what_is_no_clock_time_is_said_to_be_none(typed: str) -> None:
    with pytest.raises(ValueError, match=r"Skriv"):
        read_time(typed)


def page_of(window: MainWindow) -> MeetingsPage:
    page = window.page("meetings")
    assert isinstance(page, MeetingsPage)
    return page


def test_a_meeting_is_planned_by_the_keyboard_and_opens(qtbot: QtBot, open_window: OpenWindow, office: Office) -> None:
    window = open_window(*meetings_pages(lambda: office), *meeting_pages(lambda: office))
    window.go("meetings")
    page = page_of(window)
    qtbot.waitUntil(lambda: page._table.model.rowCount() == 2)
    page._presenter.open_form()
    qtbot.waitUntil(lambda: page._form.isVisible() and page._form._forum.count() > 0)
    day = window.findChild(QLineEdit, "meetings.day")
    starts = window.findChild(QLineEdit, "meetings.starts")
    assert isinstance(day, QLineEdit)
    assert isinstance(starts, QLineEdit)
    day.setText("20270304")
    day.editingFinished.emit()
    starts.setText("13")
    starts.editingFinished.emit()
    qtbot.waitUntil(lambda: bool(page._form._suggested.items))
    button = window.findChild(QPushButton, "meetings.plan")
    assert isinstance(button, QPushButton)
    button.click()
    qtbot.waitUntil(lambda: window.shown() == "meeting")
    made = reading.meeting_view(office, "BRA-2027-03-04").content
    assert (made.date, made.starts) == (date(2027, 3, 4), time(13))


def test_pills_show_only_what_they_say(qtbot: QtBot, open_window: OpenWindow, office: Office) -> None:
    window = open_window(*meetings_pages(lambda: office))
    window.go("meetings")
    page = page_of(window)
    qtbot.waitUntil(lambda: page._table.model.rowCount() == 2)
    held = window.findChild(QPushButton, "meetings.held")
    assert isinstance(held, QPushButton)
    held.click()
    assert [line.state.value for line in page._table.model.shown()] == ["draft"]


def test_every_control_of_the_list_and_the_form_has_a_name(
    qtbot: QtBot, open_window: OpenWindow, office: Office
) -> None:
    window = open_window(*meetings_pages(lambda: office))
    window.go("meetings")
    qtbot.waitUntil(lambda: page_of(window)._table.model.rowCount() == 2)
    assert unnamed(page_of(window)) == []


def test_an_empty_list_says_what_belongs_there(qtbot: QtBot, open_window: OpenWindow) -> None:
    with almby() as empty:
        window = open_window(*meetings_pages(lambda: empty))
        window.go("meetings")
        first = window.findChild(QPushButton, "meetings.first")
        assert isinstance(first, QPushButton)
        qtbot.waitUntil(first.isVisible)


@pytest.fixture
def form(qtbot: QtBot, open_window: OpenWindow, office: Office) -> MainWindow:
    """The window with the form open and the keyboard in it."""
    window = open_window(*meetings_pages(lambda: office), *meeting_pages(lambda: office))
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.go("meetings")
    page = page_of(window)
    page._presenter.open_form()
    qtbot.waitUntil(lambda: page._form.isVisible() and page._form._forum.count() > 0)
    return window


def test_ctrl_enter_plans_with_the_date_that_was_just_corrected(qtbot: QtBot, form: MainWindow) -> None:
    day = part(form, QLineEdit, "meetings.day")
    part(form, QLineEdit, "meetings.starts").setText("13")
    day.setFocus()
    type_text(day, "2027-03-044")
    send = part(form, QPushButton, "meetings.plan")
    send.click()
    assert page_of(form)._form._day.error()
    assert day.hasFocus()
    press(day, Qt.Key.Key_Backspace)
    assert not page_of(form)._form._day.error()
    QTest.keyClick(day, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: form.shown() == "meeting")


@pytest.mark.parametrize(("begins", "finishes"), [("10", "9"), ("13.00", "02.00")])
def test_a_form_that_is_refused_leads_to_the_field_that_is_wrong(
    qtbot: QtBot, form: MainWindow, begins: str, finishes: str
) -> None:
    day, ends = part(form, QLineEdit, "meetings.day"), part(form, QLineEdit, "meetings.ends")
    starts, send = part(form, QLineEdit, "meetings.starts"), part(form, QPushButton, "meetings.plan")
    assert starts.placeholderText() != ends.placeholderText()
    day.setText("2027-03-04")
    starts.setText(begins)
    ends.setText(finishes)
    send.click()
    qtbot.waitUntil(lambda: page_of(form)._form._ends.error() != "")
    assert page_of(form)._form._ends.error() == TOO_EARLY
    assert ends.hasFocus()
    assert send.isEnabled()


def test_a_year_that_the_calendar_does_not_hold_is_refused_at_the_field(qtbot: QtBot, form: MainWindow) -> None:
    day, starts = part(form, QLineEdit, "meetings.day"), part(form, QLineEdit, "meetings.starts")
    starts.setText("10")
    day.setText("2999-03-04")
    part(form, QPushButton, "meetings.plan").click()
    assert page_of(form)._form._day.error() == "År 2999 är för långt bort. Skriv ett år mellan 1900 och 2199."
    assert day.hasFocus()
    assert form.shown() == "meetings"


def test_a_half_filled_plan_stays_when_it_is_asked_for_again_and_is_had_back_after_leaving(
    qtbot: QtBot, form: MainWindow
) -> None:
    title = part(form, QLineEdit, "meetings.title")
    type_text(title, "Extra möte om stationen")
    type_text(part(form, QLineEdit, "meetings.day"), "2027-03-")
    form.go("meetings", "plan")
    part(form, QPushButton, "meetings.cancel").click()
    qtbot.waitUntil(lambda: not title.isVisible())
    next(b for b in form.findChildren(QPushButton) if b.text() == "Ångra" and b.isVisible()).click()
    qtbot.waitUntil(title.isVisible)
    qtbot.waitUntil(lambda: title.text() == "Extra möte om stationen")
    assert part(form, QLineEdit, "meetings.day").text() == "2027-03-"


def test_the_window_says_that_a_plan_is_not_saved_before_it_closes(qtbot: QtBot, form: MainWindow) -> None:
    type_text(part(form, QLineEdit, "meetings.title"), "Extra möte")
    form.close()
    assert form.isVisible()
    assert "Formuläret är ifyllt men inte sparat." in " ".join(form.messages.words())


def test_a_day_is_understood_as_it_is_said(qtbot: QtBot, form: MainWindow, office: Office) -> None:
    day = part(form, QLineEdit, "meetings.day")
    type_text(day, "4/3")
    day.editingFinished.emit()
    assert day.text() == "2027-03-04"


def test_esc_leaves_the_form_and_what_was_typed_is_had_back(qtbot: QtBot, form: MainWindow) -> None:
    title = part(form, QLineEdit, "meetings.title")
    title.setFocus()
    type_text(title, "Extra möte")
    QTest.keyClick(title, Qt.Key.Key_Escape)
    assert not title.isVisible()
    next(b for b in form.findChildren(QPushButton) if b.text() == "Ångra" and b.isVisible()).click()
    qtbot.waitUntil(title.isVisible)
    qtbot.waitUntil(lambda: title.text() == "Extra möte")


def test_the_key_of_the_list_leaves_the_form_but_coming_from_another_page_finds_it_again(
    qtbot: QtBot, form: MainWindow
) -> None:
    title = part(form, QLineEdit, "meetings.title")
    type_text(title, "Extra möte")
    form.go("meeting", "BRA-2026-12-03")
    form.go("meetings")
    assert title.isVisible()
    QTest.keyClick(title, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    assert not title.isVisible()
    assert any(b.text() == "Ångra" and b.isVisible() for b in form.findChildren(QPushButton))
