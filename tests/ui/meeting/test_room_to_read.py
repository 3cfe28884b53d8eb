"""A document that is read has the height, and a title that doesn't fit says so."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QMenu, QPushButton, QWidget

from bra_desktop.ui.meeting.page import MeetingPage
from bra_desktop.ui.meeting.people.row_acts import REPLY_HINT
from bra_desktop.ui.meeting.shown import Remark
from bra_desktop.ui.meeting.tab_stack import AGENDA, DOCUMENT, PEOPLE
from bra_desktop.ui.theme.theme import Theme
from tests.ui.keyboard import part
from tests.ui.meeting.conftest import Shown


def test_the_way_is_a_chip_while_a_document_is_read(shown: Shown) -> None:
    head = shown.page.head
    before = shown.page.parts.height()
    shown.page.tabs.setCurrentIndex(DOCUMENT)
    shown.settle(lambda: shown.page.parts.height() > before)
    assert not head._stepper.isVisible()
    shown.page.tabs.setCurrentIndex(AGENDA)
    shown.settle(lambda: shown.page.parts.height() == before)
    assert head._stepper.isVisible()


def test_a_document_can_have_the_page_to_itself_and_another_tab_brings_the_rest_back(shown: Shown) -> None:
    shown.page.tabs.setCurrentIndex(DOCUMENT)
    shown.settle(lambda: shown.page.parts.document.pages() > 0)
    QTest.keyClick(part(shown.page, QPushButton, "meeting.whole"), Qt.Key.Key_F11)
    shown.settle(lambda: not shown.page.head.isVisible())
    assert not shown.page.tabs.isVisible()
    QTest.keyClick(part(shown.page, QPushButton, "meeting.whole"), Qt.Key.Key_F11)
    shown.settle(shown.page.head.isVisible)
    part(shown.page, QPushButton, "meeting.whole").click()
    shown.page.lead_to("agenda")
    assert shown.page.head.isVisible()
    assert shown.page.tabs.isVisible()


def test_the_buttons_of_the_tabs_keep_their_words_with_large_letters(shown: Shown, theme: Theme) -> None:
    theme.choose("light", 1.6)
    shown.settle(lambda: shown.window.page("meeting") is not shown.page)
    page = shown.window.page("meeting")
    assert isinstance(page, MeetingPage)
    shown.settle(lambda: page._loaded is not None)
    for name, words in (("meeting.fetch", "Hämta öppna åtgärder"), ("meeting.add_item", "Lägg till punkt")):
        button = part(page, QPushButton, name)
        shown.settle(lambda button=button: button.width() >= button.sizeHint().width())  # type: ignore[misc]
        assert button.text() == words
        assert button.visibleRegion().boundingRect() == button.rect()
    assert page.window().minimumSizeHint().width() <= page.window().width()


def test_with_large_letters_the_buttons_of_a_document_are_icons_beside_the_tabs(shown: Shown, theme: Theme) -> None:
    shown.page.tabs.setCurrentIndex(DOCUMENT)
    theme.choose("light", 1.6)
    shown.settle(lambda: shown.window.page("meeting") is not shown.page)
    page = shown.window.page("meeting")
    assert isinstance(page, MeetingPage)
    shown.settle(lambda: page._loaded is not None)
    page.tabs.setCurrentIndex(DOCUMENT)
    save = part(page, QPushButton, "meeting.save_pdf")
    shown.settle(lambda: save.text() == "" and save.accessibleName() == "Spara som pdf…")
    assert save.toolTip() == "Sparar som pdf. Ctrl+Shift+S"
    tabs = page.tabs.mapTo(page, page.tabs.rect().topLeft()).y()
    shown.settle(lambda: tabs <= save.mapTo(page, save.rect().center()).y() <= tabs + page.tabs.height())


def test_the_way_to_the_live_minutes_gives_its_words_for_the_title_with_large_letters(
    shown: Shown, theme: Theme
) -> None:
    assert shown.page.head._live.text() == "Ändra texten"
    theme.choose("light", 1.6)
    shown.settle(lambda: shown.window.page("meeting") is not shown.page)
    page = shown.window.page("meeting")
    assert isinstance(page, MeetingPage)
    shown.settle(lambda: page._loaded is not None)
    assert page.head._live.text() == ""
    assert page.head._live.toolTip() == "Öppnar mötesläget där mötet är"


def test_nothing_of_the_title_is_lost_with_large_letters(shown: Shown, theme: Theme) -> None:
    theme.choose("light", 1.6)
    shown.settle(lambda: shown.window.page("meeting") is not shown.page)
    page = shown.window.page("meeting")
    assert isinstance(page, MeetingPage)
    shown.settle(lambda: page._loaded is not None and page.head._head.title.width() > 1)
    title = page.head._head.title
    shown.settle(lambda: title.width() >= title.sizeHint().width())
    assert title.text() == "BRÅ 3\xa0december 2026"
    trail = page.head._head._trail_words
    assert "torsdag kl.\xa010.00–12.00, Rådhuset, sal Almen" in trail.text()
    shown.settle(lambda: trail.width() >= trail.sizeHint().width())


def test_narrow_the_replies_keep_their_words_and_the_duties_a_button(shown: Shown) -> None:
    shown.page.tabs.setCurrentIndex(PEOPLE)
    shown.window.resize(860, 620)
    words = ("Kommer", "Förhinder", "Ersättare kallad", "Ändra raden", "Ta bort ur listan", "Uppdrag på mötet")
    buttons = [b for b in shown.page.parts.people.findChildren(QPushButton) if b.isVisible()]
    assert {b.text() for b in buttons} >= set(words)
    next(b for b in buttons if b.text() == words[-1]).click()
    shown.settle(shown.page.side.is_open)


def test_narrow_the_keys_of_the_replies_give_their_line_to_the_list(shown: Shown) -> None:
    shown.page.tabs.setCurrentIndex(PEOPLE)
    people = shown.page.parts.people
    shown.settle(lambda: REPLY_HINT in words_in_sight(people))
    shown.window.resize(860, 620)
    shown.settle(lambda: REPLY_HINT not in words_in_sight(people))
    assert REPLY_HINT in people.table.toolTip()
    shown.window.resize(1366, 768)
    shown.settle(lambda: REPLY_HINT in words_in_sight(people))


def words_in_sight(widget: QWidget) -> set[str]:
    return {one.text() for one in widget.findChildren(QLabel) if one.isVisible()}


def test_a_title_keeps_its_words_and_what_stands_beside_it_gives_way(shown: Shown) -> None:
    head = shown.page.head._head
    head.set_lines(beside="hölls söndag 22 november kl. 16.54–20.18, Rådhuset, sal Almen, med ingång från torget " * 3)
    shown.settle(lambda: head._beside.width() < head._beside.sizeHint().width())
    assert head.title.width() >= head.title.sizeHint().width()
    assert shown.window.minimumSizeHint().width() <= shown.window.width()


def test_the_menu_of_what_is_missing_is_no_wider_than_the_line_and_tells_a_long_one_in_its_tip(shown: Shown) -> None:
    line = shown.page.head._remarks
    loaded = shown.page._loaded
    assert loaded is not None
    texts = ("Kort & gott", "Punkt 12 Kommande sammanträden är inte behandlad. Ta upp eller stryk den " * 5)
    remarks = tuple(Remark(text, "Visa", "agenda") for text in texts)
    line.show_remarks(replace(loaded.shown, remarks=remarks))
    line.show()
    shown.settle(lambda: line.width() > shown.window.width() // 2)
    line.show_all()
    menu = next(menu for menu in line.findChildren(QMenu) if menu.isVisible())
    short, long = menu.actions()
    assert menu.sizeHint().width() <= line.width()
    assert (short.text(), short.toolTip()) == ("Kort && gott", "Kort & gott")
    assert long.text().endswith("…")
    assert long.toolTip() == texts[1]
    menu.close()


def test_the_menu_of_what_is_missing_opens_below_the_button_by_which_it_was_asked_for_with_the_keyboard(
    shown: Shown,
) -> None:
    line, asked, loaded = shown.page.head._remarks, shown.page.head._head._missing, shown.page._loaded
    assert loaded is not None
    line.show_remarks(replace(loaded.shown, remarks=(Remark("Justerare är inte utsedda", "Visa", "agenda"),)))
    line.hide()
    asked.set_words("2 saker att se till")
    asked.show()
    asked.setFocus()
    shown.settle(asked.hasFocus)
    line.show_all()
    menu = next(menu for menu in line.findChildren(QMenu) if menu.isVisible())
    assert menu.pos().y() == asked.mapToGlobal(asked.rect().bottomLeft()).y()
    menu.close()


def test_the_document_is_a_key_away_also_where_there_is_no_room_for_its_button(shown: Shown) -> None:
    shown.window.resize(1000, 480)
    shown.settle(lambda: not part(shown.page, QPushButton, "meeting.preview_now").isVisible())
    QTest.keyClick(shown.page, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    shown.settle(lambda: shown.page.tabs.currentIndex() == DOCUMENT)
