"""The building blocks: what they say in words, what the keyboard does, what they look like when room is short."""

import contextlib
from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from bra_desktop.domain.kinds import DocumentProfile, MeetingState
from bra_desktop.domain.lifecycle import stepper
from bra_desktop.ui.layouts import row
from bra_desktop.ui.meeting.shown import STATUS
from bra_desktop.ui.naming import named
from bra_desktop.ui.theme.ring import FocusRing, Ring
from bra_desktop.ui.theme.theme import Theme
from bra_desktop.ui.theme.tokens import StatusLook
from bra_desktop.ui.widgets.bars import Bar, Bars
from bra_desktop.ui.widgets.buttons import Button, FilterPill, NavButton
from bra_desktop.ui.widgets.chain import Chain
from bra_desktop.ui.widgets.chip import Chip
from bra_desktop.ui.widgets.date_field import DateField, read_date
from bra_desktop.ui.widgets.fields import text_field
from bra_desktop.ui.widgets.note_bar import NoteBar
from bra_desktop.ui.widgets.page_head import PageHead
from bra_desktop.ui.widgets.picture import Picture
from bra_desktop.ui.widgets.progress import Progress
from bra_desktop.ui.widgets.question import Question
from bra_desktop.ui.widgets.stepper import Step, Stepper
from bra_desktop.ui.widgets.tab_row import TabRow
from bra_desktop.ui.widgets.tabs import Segments, Tabs
from bra_desktop.ui.widgets.undo_bar import UndoBar
from bra_desktop.ui.widgets.year_wheel import YearWheel
from tests.ui.gallery import BARS, LINKS, RINGS, STEPS, TODAY, gallery, pictures_sheet, year_events
from tests.ui.keyboard import click, part, press, type_text
from tests.ui.unnamed import unnamed


@pytest.mark.parametrize("choice", ["light", "dark", "high-contrast"])
@pytest.mark.parametrize("scale", [0.85, 1.6])
def test_every_building_block_is_painted_and_named(qtbot: QtBot, theme: Theme, choice: str, scale: float) -> None:
    theme.choose(choice, scale)
    for sheet in (gallery(theme), pictures_sheet(theme)):
        qtbot.addWidget(sheet)
        sheet.resize(1366, 768)
        sheet.show()
        assert not sheet.grab().isNull()
        assert unnamed(sheet) == []


def test_a_control_without_a_name_is_found(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    QLineEdit(page)
    named(QLineEdit(page), "page.place", "Plats")
    assert len(unnamed(page)) == 1
    with pytest.raises(ValueError, match=r"page\.part"):
        named(QLineEdit(page), "plats")


def test_a_compact_button_keeps_its_words_for_tip_and_reader(theme: Theme) -> None:
    button = Button(theme, "page.save", "Löften & avtal", icon="handshake")
    assert button.text() == "Löften && avtal"
    button.set_compact(True)
    assert (button.text(), button.toolTip(), button.accessibleName()) == ("", "Löften & avtal", "Löften & avtal")


def test_a_shortcut_outlives_a_change_of_words(theme: Theme) -> None:
    button = Button(theme, "page.next", "Nästa ärende", tip="Går till nästa ärende och sparar.", key="Ctrl+Down")
    button.set_words("Avsluta mötet")
    assert button.shortcut().toString() == "Ctrl+Down"
    assert button.toolTip() == "Går till nästa ärende och sparar. Ctrl+Down"


def test_a_pill_tells_its_count(theme: Theme) -> None:
    pill = FilterPill(theme, "page.late", "Försenade", 4)
    pill.set_count(0)
    assert pill.text() == "Försenade  0"


def test_the_count_of_a_place_is_said_in_words(theme: Theme) -> None:
    button = NavButton(theme, "nav.actions", "Åtgärder", "list-checks")
    button.set_count(4, "late", "4 försenade")
    assert button.accessibleName() == "Åtgärder, 4 försenade"


def test_a_chip_says_its_word(theme: Theme) -> None:
    assert Chip(theme, theme.status("action", "late")).accessibleName() == "Försenad"


PICTURES: list[tuple[str, Callable[[Theme], Picture], str]] = [
    ("stepper", lambda t: Stepper(t, "page.stepper", STEPS), "Kallad, nu, senast 26 nov"),
    ("chain", lambda t: Chain(t, "page.chain", LINKS), "Svar från förvaltningen saknas: Påminnelse skickad"),
    ("bars", lambda t: Bars(t, "page.bars", "Försenade åtgärder", BARS), "Teknik och service, 2 av 7 försenade"),
]


@pytest.mark.parametrize(("make", "words"), [p[1:] for p in PICTURES], ids=[p[0] for p in PICTURES])
def test_a_picture_says_in_words_what_it_shows(theme: Theme, make: Callable[[Theme], Picture], words: str) -> None:
    assert words in make(theme).accessibleDescription()


def test_bars_are_walked_by_arrow_keys_and_opened_by_enter(qtbot: QtBot, theme: Theme) -> None:
    bars = Bars(theme, "page.bars", "Försenade åtgärder", BARS)
    qtbot.addWidget(bars)
    bars.resize(400, 200)
    bars.show()
    press(bars, Qt.Key.Key_Down)
    press(bars, Qt.Key.Key_Down)
    with qtbot.waitSignal(bars.chosen) as chosen:
        press(bars, Qt.Key.Key_Return)
    assert chosen.args == ["bostader"]
    assert bars.accessibleDescription() == "Almby Bostäder AB, 1 av 5 försenade"


def test_a_click_on_a_bar_tells_whose_it_is(qtbot: QtBot, theme: Theme) -> None:
    bars = Bars(theme, "page.bars", "Försenade åtgärder", (Bar("Polisen", 1, 4, "polisen"),))
    qtbot.addWidget(bars)
    bars.resize(400, 60)
    bars.show()
    with qtbot.waitSignal(bars.chosen) as chosen:
        click(bars, bars.spots()[0].rect.center().toPoint())
    assert chosen.args == ["polisen"]


def test_the_wheel_tells_each_event_with_its_day(theme: Theme) -> None:
    wheel = YearWheel(theme, "page.wheel", TODAY)
    wheel.resize(500, 500)
    wheel.show_year(RINGS, year_events(), TODAY)
    words = [spot.words for spot in wheel.spots()]
    assert "3 december: BRÅ (BRÅ)" in words
    assert len(words) == len(year_events())


WAY = [
    (MeetingState.PLANNED, "Steg 1 av 6: Planerad"),
    (MeetingState.CALLED, "Steg 2 av 6: Kallad"),
    (MeetingState.IN_PROGRESS, "Steg 3 av 6: Pågår"),
    (MeetingState.DRAFT, "Steg 3 av 6: Utkast"),
    (MeetingState.REVIEW, "Steg 4 av 6: Granskning"),
    (MeetingState.ADJUSTMENT, "Steg 5 av 6: Justering"),
    (MeetingState.ADJUSTED, "Steg 5 av 6: Justerat"),
    (MeetingState.ARCHIVED, "Steg 6 av 6: Arkiverat"),
    (MeetingState.CANCELLED, "Inställt"),
]


@pytest.mark.parametrize(("state", "words"), WAY, ids=[state.value for state, _words in WAY])
def test_the_chip_of_a_low_window_says_where_the_meeting_is_and_not_what_comes(
    theme: Theme, state: MeetingState, words: str
) -> None:
    way = [Step(one.word, "", STATUS[one.status]) for one in stepper(DocumentProfile.FORMAL, state, called=True)]
    assert Stepper(theme, "page.stepper", way).chip(theme.status("meeting", state.value)).word == words


def test_the_stepper_keeps_within_its_width(theme: Theme) -> None:
    stepper = Stepper(theme, "page.stepper", STEPS)
    for width in (1200, 700, 420):
        stepper.resize(width, 40)
        assert stepper.spots()[-1].rect.right() <= width + 1


def test_undo_is_offered_for_a_while(qtbot: QtBot, theme: Theme) -> None:
    bar, undone = UndoBar(theme, "page.undo"), []
    qtbot.addWidget(bar)
    bar.offer("Åtgärden är borttagen.", lambda: undone.append(True), seconds=2)
    bar.tick()
    assert not bar.isHidden()
    bar.tick()
    assert bar.isHidden()
    bar.offer("Åtgärden är borttagen.", lambda: undone.append(True))
    bar.link_chosen.emit()
    assert undone == [True]
    assert bar.isHidden()


def test_a_message_says_its_sentence_to_a_reader(qtbot: QtBot, theme: Theme) -> None:
    bar = NoteBar(theme, "page.note", "late")
    qtbot.addWidget(bar)
    bar.show_note("Mötet kan öppnas när ordförande är närvarande.", "Gå till närvaro")
    assert bar.accessibleName() == bar.words() == "Mötet kan öppnas när ordförande är närvarande."


def test_names_from_people_are_never_read_as_markup(theme: Theme) -> None:
    head = PageHead(theme, "page", "<b>BRÅ</b> & AU")
    assert head.title.textFormat() == Qt.TextFormat.PlainText


def test_buttons_stand_beside_the_tabs_or_below_them_and_keep_their_words(qtbot: QtBot, theme: Theme) -> None:
    add = Button(theme, "page.add", "Hämta öppna åtgärder", "plain", "plus")
    tabs = Tabs("page.tabs", "Delar", ("Dagordning", "Närvaro", "Handlingar"))
    line = TabRow(theme, tabs, row(theme, add))
    qtbot.addWidget(line)
    line.resize(900, line.sizeHint().height())
    line.show()
    assert add.mapTo(line, add.rect().center()).y() < tabs.geometry().bottom()
    line.resize(line.minimumSizeHint().width(), 100)
    qtbot.waitUntil(lambda: add.mapTo(line, add.rect().topLeft()).y() >= tabs.geometry().bottom())
    assert (add.text(), add.width() >= add.sizeHint().width()) == ("Hämta öppna åtgärder", True)


def test_what_is_missing_stands_beside_the_button(qtbot: QtBot, theme: Theme) -> None:
    head = PageHead(theme, "page", "BRÅ")
    qtbot.addWidget(head)
    head.set_missing("2 saker saknas")
    link = part(head, Button, "page.missing")
    with qtbot.waitSignal(head.missing_asked):
        link.click()
    assert link.text() == "2 saker saknas"


def test_a_field_that_is_wrong_says_what_to_type(qtbot: QtBot, theme: Theme) -> None:
    field, edit = text_field(theme, "page.place", "Plats", help_words="Sal och adress")
    qtbot.addWidget(field)
    field.set_error("Skriv en plats.")
    assert edit.accessibleDescription() == "Skriv en plats."
    field.set_error("")
    assert edit.accessibleDescription() == "Sal och adress"
    assert field.title().buddy() is edit


def test_a_day_that_is_no_day_is_refused_in_words(qtbot: QtBot, theme: Theme) -> None:
    field = DateField(theme, "page.day", "Mötesdag")
    qtbot.addWidget(field)
    edit = part(field, QLineEdit, "page.day")
    type_text(edit, "2026-11-31")
    edit.editingFinished.emit()
    assert edit.accessibleDescription() == "November har 30 dagar. Skriv till exempel 2026-11-30."
    edit.clear()
    type_text(edit, "20261130")
    with qtbot.waitSignal(field.changed) as changed:
        edit.editingFinished.emit()
    assert changed.args == [date(2026, 11, 30)]
    assert edit.text() == "2026-11-30"


@given(st.dates(date(1900, 1, 1), date(2199, 12, 31)))
def test_every_date_is_read_as_it_is_written(day: date) -> None:
    assert read_date(day.isoformat()) == read_date(f"{day:%Y%m%d}") == day


@pytest.mark.parametrize("text", ["1899-12-31", "2200-01-01", "2999-06-30"])
def test_a_day_that_the_calendar_does_not_hold_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"Skriv ett år mellan 1900 och 2199\."):
        read_date(text)


@given(st.text(max_size=12))
def test_no_text_makes_the_reading_of_a_date_crash(text: str) -> None:
    with contextlib.suppress(ValueError):
        assert read_date(text) is None or read_date(text)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("22/11", date(2026, 11, 22)),
        ("21/11", date(2027, 11, 21)),
        ("4/3", date(2027, 3, 4)),
        ("4.3.2028", date(2028, 3, 4)),
        ("31 januari", date(2027, 1, 31)),
        ("2026-11-22", date(2026, 11, 22)),
    ],
)
def test_a_day_without_a_year_is_the_next_one(typed: str, meant: date) -> None:
    assert read_date(typed, lambda: date(2026, 11, 22)) == meant


def test_a_day_that_its_month_does_not_have_is_said_to_be_missing() -> None:
    with pytest.raises(ValueError, match="Dagen 31/2 finns inte: februari har 28 eller 29 dagar"):
        read_date("31/2")


@pytest.mark.parametrize("text", ["32/1", "50/50", "nästa möte", "snart"])
def test_what_is_no_day_is_told_how_to_be_written(text: str) -> None:
    with pytest.raises(ValueError, match=r"Skriv datumet som 2026-12-03 eller 3/12\."):
        read_date(text)


def test_one_segment_is_chosen_at_a_time(qtbot: QtBot, theme: Theme) -> None:
    segments = Segments(theme, "page.shape", "Visa som", (("list", "Lista"), ("board", "Tavla")))
    qtbot.addWidget(segments)
    with qtbot.waitSignal(segments.changed) as changed:
        segments.choose(1)
    assert changed.args == [1]


def test_a_tab_tells_its_count(qtbot: QtBot) -> None:
    tabs = Tabs("page.tabs", "Delar", ("Dagordning", "Löften & avtal"))
    qtbot.addWidget(tabs)
    tabs.set_count(0, 9)
    assert (tabs.tabText(0), tabs.tabText(1)) == ("Dagordning  9", "Löften && avtal")


def test_long_work_asks_once_for_its_end(qtbot: QtBot, theme: Theme) -> None:
    work = Progress(theme, "page.work")
    qtbot.addWidget(work)
    work.show_progress("Läser in svar, 31 av 50 rader", 31, 50)
    cancel = part(work, Button, "page.work.cancel")
    with qtbot.waitSignal(work.cancelled):
        cancel.click()
    assert not cancel.isEnabled()
    assert [label.text() for label in work.findChildren(QLabel)] == ["Läser in svar, 31 av 50 rader"]


def test_a_theme_that_changes_repaints_the_icons(qapp: QApplication, theme: Theme) -> None:
    button = Button(theme, "page.save", "Spara", icon="check")
    before = button.icon().cacheKey()
    theme.choose(choice="dark")
    assert button.icon().cacheKey() != before


def test_a_status_look_needs_no_icon(qtbot: QtBot, theme: Theme) -> None:
    chip = Chip(theme, StatusLook("31 jan", "neutral"))
    qtbot.addWidget(chip)
    assert chip.sizeHint().width() < Chip(theme, StatusLook("31 jan", "neutral", "clock")).sizeHint().width()


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_enter_presses_the_button_that_has_the_keyboard(qtbot: QtBot, theme: Theme, key: Qt.Key) -> None:
    button, pressed = Button(theme, "page.call", "Skapa kallelsen"), []
    qtbot.addWidget(button)
    button.clicked.connect(lambda: pressed.append(key))
    press(button, key)
    assert pressed == [key]


def test_the_default_answer_of_a_question_wears_the_ring_when_it_opens(qtbot: QtBot, theme: Theme) -> None:
    question = Question(theme, "page.question", "Ta bort punkten?", "Den kommer inte tillbaka.", "Ta bort")
    qtbot.addWidget(question)
    question.show()
    qtbot.waitUntil(lambda: {ring.widget() for ring in question.findChildren(Ring)} == {question.cancel})
    assert question.cancel.hasFocus()


def test_a_question_that_the_mouse_asked_shows_what_enter_will_do_too(
    qapp: QApplication, qtbot: QtBot, theme: Theme
) -> None:
    question = Question(theme, "page.question", "Avsluta mötet?", "Det går inte att ångra.", "Avsluta")
    qtbot.addWidget(question)
    FocusRing.on(qapp, theme).eventFilter(question, QEvent(QEvent.Type.MouseButtonPress))
    question.show()
    qtbot.waitUntil(lambda: {ring.widget() for ring in question.findChildren(Ring)} == {question.cancel})


def test_a_date_is_no_longer_said_to_be_wrong_once_it_is_right(qtbot: QtBot, theme: Theme) -> None:
    field = DateField(theme, "page.day", "Mötesdag")
    qtbot.addWidget(field)
    field.show()
    edit = part(field, QLineEdit, "page.day")
    type_text(edit, "2027-02-3")
    assert not field.read()
    assert field.error() == "Skriv datumet som 2026-12-03 eller 3/12."
    edit.setCursorPosition(8)
    type_text(edit, "0")
    assert field.error() == ""
    assert field.read()
    assert field.value() == date(2027, 2, 3)
