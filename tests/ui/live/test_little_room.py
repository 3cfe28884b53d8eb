"""Where there is little room the parts of the item share it: nothing is squeezed, and the text keeps its lines."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from bra_desktop.domain.kinds import Capacity
from bra_desktop.domain.text import plain_document
from bra_desktop.services import actions, reading
from bra_desktop.services.actions import NewAction
from bra_desktop.services.live import attendance as roll
from bra_desktop.services.live import decisions, minutes, opening
from bra_desktop.services.office import Office
from bra_desktop.services.preparing import planning
from bra_desktop.ui.live.item.additions import Additions
from bra_desktop.ui.live.page import LivePage
from bra_desktop.ui.live.pages import live_pages
from bra_desktop.ui.main_window import MainWindow
from bra_desktop.ui.messages.message_bar import SETTLED
from bra_desktop.ui.operations import Operations
from bra_desktop.ui.theme.theme import Theme
from bra_desktop.ui.widgets.buttons import Button
from bra_desktop.ui.widgets.elided import ElidedLabel, FoldedLabel
from tests.ui.clipping import clipped
from tests.ui.keyboard import part, press
from tests.ui.live.conftest import REF, content, settle

OpenWindow = Callable[..., MainWindow]
CONTROL, KEY = Qt.KeyboardModifier.ControlModifier, Qt.Key
TEXT = "Läget i centrum är lugnare än i våras, men oron vid stationen har ökat under oktober och november. " * 9
SMALL = [((1366, 768), 1.6), ((1366, 740), 1.6), ((1280, 720), 1.6)]


@pytest.fixture
def few(called: Office) -> Office:
    """Two members alone open the meeting, without the secretary's sign for one letter and with two decisions."""
    view = reading.meeting_view(called, REF)
    members = [p.person for p in view.content.participants if p.capacity is Capacity.MEMBER][:2]
    officials = [p.person for p in view.content.participants if p.capacity is Capacity.OFFICIAL]
    for person in (*members, *officials):
        roll.mark_present(called, view.participants[person])
    opening.open_meeting(called, REF)
    first = view.content.items[0].key
    minutes.take_up(called, first)
    minutes.save_text(called, first, plain_document(TEXT, "x"))
    for words in ("notera informationen till protokollet.", "uppdra åt gruppen att komma tillbaka i mars 2027. " * 3):
        decisions.add_decision(called, first, words)
    return called


def small(
    qtbot: QtBot, theme: Theme, open_window: OpenWindow, operations: Operations, office: Office,
    size: tuple[int, int], scale: float,
) -> LivePage:  # fmt: skip
    theme.choose(scale=scale)
    window = open_window(*live_pages(lambda: office), size=size)
    window.activateWindow()
    window.go("live", REF)
    page = window.page("live")
    assert isinstance(page, LivePage)
    qtbot.waitUntil(lambda: page.presenter.scene is not None)
    settle(qtbot, page, operations)
    qtbot.wait(50)
    return page


def place(widget: QWidget) -> QRect:
    return QRect(widget.mapTo(widget.window(), QPoint(0, 0)), widget.size())


def squeezed(page: LivePage) -> list[str]:
    """What is lower than it needs to be, or lies outside what holds it."""
    panel, found = page.finding.panel, clipped(page.finding.panel)
    for control in panel.findChildren(QWidget):
        if control.isVisible() and isinstance(control, QLineEdit | QCheckBox | Button):
            if control.height() < control.minimumSizeHint().height():
                found.append(f"{control.objectName()}: {control.height()} < {control.minimumSizeHint().height()}")
            if not place(panel).contains(place(control)):
                found.append(f"{control.objectName()} outside")
    parts = [w for w in page.item.children() if isinstance(w, QWidget) and w.isVisible()]
    for one in parts:
        if not place(page.item).contains(place(one)):
            found.append(f"{one.objectName() or type(one).__name__} outside the item")
        found += [f"{one} over {other}" for other in parts if other is not one and place(one).intersects(place(other))]
    editor = page.item.minutes.editor
    if not place(page.item.minutes).contains(place(editor)):
        found.append("the text reaches below its card")
    return found


def additions(page: LivePage) -> Additions:
    found = page.item.findChild(Additions)
    assert found is not None
    return found


def can_be_added(page: LivePage) -> set[str]:
    """What the shown pills and the menu of the shown button add."""
    row, asked = additions(page), set[str]()
    row.asked.disconnect()
    row.asked.connect(asked.add)
    shown = [pill for pill in row.findChildren(Button) if pill.isVisible()]
    for pill in shown:
        if pill.objectName() != "live.add_more":
            pill.click()
    if row.instead.isVisible() or any(pill.objectName() == "live.add_more" for pill in shown):
        for action in row.menu().actions():
            action.trigger()
    return asked


def lines(page: LivePage) -> float:
    editor = page.item.minutes.editor
    return editor.viewport().height() / editor.fontMetrics().lineSpacing()


@pytest.mark.parametrize(("size", "scale"), SMALL)
@pytest.mark.parametrize("told", ["", "Ärendet är struket och behåller sin paragraf."])
def test_the_find_strip_is_whole_beside_a_warning_and_a_message(
    qtbot: QtBot, theme: Theme, open_window: OpenWindow, operations: Operations, few: Office, size: tuple[int, int],
    scale: float, told: str,
) -> None:  # fmt: skip
    page = small(qtbot, theme, open_window, operations, few, size, scale)
    assert "inte beslutsfört" in page.item.note_words()
    if told:
        page.context.messages.offer_undo(told, lambda: None)
        qtbot.wait(SETTLED + 50)
    editor = page.item.minutes.editor
    for key in (KEY.Key_F, KEY.Key_H):
        press(editor, key, CONTROL)
        qtbot.wait(50)
        assert page.finding.panel.isVisible()
        assert squeezed(page) == []
        assert can_be_added(page) == set(additions(page).offered())
        assert lines(page) >= (1 if told else 2)
    assert page.finding.panel.by.isVisible()
    page.finding.panel.close_panel()
    qtbot.wait(50)
    assert squeezed(page) == []


@pytest.mark.parametrize(("size", "scale"), SMALL)
def test_the_caret_is_seen_where_a_warning_takes_room(
    qtbot: QtBot, theme: Theme, open_window: OpenWindow, operations: Operations, few: Office, size: tuple[int, int],
    scale: float,
) -> None:  # fmt: skip
    page = small(qtbot, theme, open_window, operations, few, size, scale)
    editor = page.item.minutes.editor
    press(editor, KEY.Key_End, CONTROL)
    assert squeezed(page) == []
    assert editor.viewport().rect().contains(editor.cursorRect())
    page.context.messages.refuse("Det går inte.")
    qtbot.wait(SETTLED + 50)
    assert squeezed(page) == []
    assert editor.viewport().rect().contains(editor.cursorRect())


def test_all_that_is_wrong_at_an_item_is_said_at_once(
    qtbot: QtBot, theme: Theme, open_window: OpenWindow, operations: Operations, few: Office
) -> None:
    page = small(qtbot, theme, open_window, operations, few, (1366, 768), 1.0)
    view = reading.meeting_view(few, REF)
    for who in view.content.participants:
        if who.capacity is Capacity.OFFICIAL:
            page.presenter.toggle(who.person)
    settle(qtbot, page, operations)
    assert "inte beslutsfört" in page.item.note_words()
    assert "för protokollet" in page.item.note_words()
    for one in content(few).items[0].decisions:
        decisions.remove_decision(few, one.key)
    page.presenter.reload()
    page.presenter.strike_or_remove(content(few).items[0].key)
    settle(qtbot, page, operations)
    assert "utgår" in page.item.note_words()
    assert "för protokollet" in page.item.note_words()


def test_the_decisions_take_the_room_that_the_text_does_not_need(
    qtbot: QtBot, theme: Theme, open_window: OpenWindow, operations: Operations, few: Office
) -> None:
    page = small(qtbot, theme, open_window, operations, few, (1366, 768), 1.25)
    decisions_box = page.item.decisions
    assert decisions_box.height() >= min(decisions_box.needed(), round(page.item.height() * 0.3))
    assert lines(page) >= 5


@pytest.mark.parametrize("scale", [1.0, 1.25, 1.6])
def test_the_link_that_adds_a_decision_is_seen_whole_or_not_at_all(
    qtbot: QtBot, theme: Theme, open_window: OpenWindow, operations: Operations, few: Office, scale: float
) -> None:
    page = small(qtbot, theme, open_window, operations, few, (1366, 768), scale)
    box = page.item.decisions
    for most in range(70, 330, 10):
        box.fit(most)
        QApplication.sendPostedEvents()
        assert_link_is_whole_or_away(page)


@pytest.mark.parametrize("size", [(1366, 768), (1280, 720)])
def test_the_link_is_not_cut_below_one_decision_while_the_find_strip_is_open(
    qtbot: QtBot, theme: Theme, open_window: OpenWindow, operations: Operations, running: Office, size: tuple[int, int]
) -> None:
    decisions.add_decision(running, content(running).items[0].key, "notera informationen till protokollet")
    page = small(qtbot, theme, open_window, operations, running, size, 1.6)
    for replacing in (False, True):
        page.finding.open(replacing=replacing)
        qtbot.wait(50)
        assert_link_is_whole_or_away(page)


def assert_link_is_whole_or_away(page: LivePage) -> None:
    box = page.item.decisions
    view, link = box._area.viewport(), box.new
    top = link.mapTo(view, QPoint(0, 0)).y()
    assert top + link.height() <= view.height() or top >= view.height() - 1, (top, link.height(), view.height())


def test_the_title_stands_whole_where_what_is_told_beside_it_has_no_room(
    qtbot: QtBot, theme: Theme, open_window: OpenWindow, operations: Operations, few: Office
) -> None:
    first = content(few).items[0]
    presenter = content(few).participants[0].person
    planning.change_item(few, first.key, {"title": "Information från polisen", "presenters": (presenter,)})
    page = small(qtbot, theme, open_window, operations, few, (1366, 768), 1.25)
    title = part(page.item, ElidedLabel, "live.item_title")
    assert title.width() >= title.sizeHint().width()
    assert "föredragande" in title.toolTip()


def test_a_narrow_window_names_the_meeting_in_few_words(
    qtbot: QtBot, theme: Theme, open_window: OpenWindow, operations: Operations, few: Office
) -> None:
    page = small(qtbot, theme, open_window, operations, few, (1280, 720), 1.6)
    assert "BRÅ 3 dec" in [words.replace("\u00a0", " ") for words in page.strip.words()]


def test_the_planned_time_which_the_agenda_has_too_gives_way_before_the_title_is_cut(
    qtbot: QtBot, theme: Theme, open_window: OpenWindow, operations: Operations, few: Office
) -> None:
    title = "Sammanträdets öppnande"
    second = content(few).items[1].key
    planning.change_item(few, second, {"title": title, "planned_minutes": 5})
    page = small(qtbot, theme, open_window, operations, few, (1280, 720), 1.25)
    page.acts.choose(second)
    settle(qtbot, page, operations)
    shown = part(page.item, FoldedLabel, "live.item_title")
    assert " ".join(shown.lines()) == title


LONG = "Kamerabevakning vid Resecentrum och i gångtunneln mot sjukhuset"


@pytest.mark.parametrize("size", [(1280, 720), (1366, 768)])
def test_a_long_title_breaks_in_two_lines_and_the_button_beside_it_is_shortened_first(
    qtbot: QtBot, theme: Theme, open_window: OpenWindow, operations: Operations, few: Office, size: tuple[int, int]
) -> None:
    third = content(few).items[2]
    presenter = content(few).participants[0].person
    said = {"title": LONG, "presenters": (presenter,), "registry_number": "KS 2026/118", "planned_minutes": 15}
    planning.change_item(few, third.key, said)
    page = small(qtbot, theme, open_window, operations, few, size, 1.0)
    page.acts.choose(third.key)
    settle(qtbot, page, operations)
    title = part(page.item, FoldedLabel, "live.item_title")
    take_up = part(page.item, QPushButton, "live.take_up")
    qtbot.waitUntil(lambda: " ".join(title.lines()) == LONG)
    assert title.height() >= title.fontMetrics().lineSpacing() * len(title.lines())
    assert (take_up.text(), take_up.accessibleName()) == ("Ta upp", "Ta upp ärendet")
    about = part(page.item, QLabel, "live.item_about")
    assert about.isVisible()
    assert "KS 2026/118" in about.text()


def test_the_rows_at_the_foot_of_the_roll_and_of_the_agenda_are_whole(
    qtbot: QtBot, theme: Theme, open_window: OpenWindow, operations: Operations, few: Office
) -> None:
    page = small(qtbot, theme, open_window, operations, few, (1280, 720), 1.0)
    for height in range(700, 720, 3):
        page.window().resize(1280, height)
        page.acts.toggle_notes()
        qtbot.wait(20)
        for rows in (page.attendance.list, page.agenda.list):
            needed = rows.sizeHintForRow(0) * rows.count()
            assert rows.viewport().height() >= needed or rows.viewport().height() % rows.sizeHintForRow(0) == 0


def test_an_action_in_the_toolbar_can_be_read_where_all_is_large(
    qtbot: QtBot, theme: Theme, open_window: OpenWindow, operations: Operations, few: Office
) -> None:
    first = content(few).items[0].key
    planning.change_item(few, first, {"basis": plain_document("Polisen föreslår kameror.", "b")})
    actions.add_action(few, NewAction("Hyra in belysning till gångtunneln", item_id=first))
    page = small(qtbot, theme, open_window, operations, few, (1280, 720), 1.6)
    chip = part(page.item, QPushButton, "live.chip_0")
    basis = part(page.item, QPushButton, "live.basis_button")
    qtbot.waitUntil(lambda: chip.width() >= chip.fontMetrics().horizontalAdvance("Hyra in be"))
    assert basis.width() >= basis.sizeHint().width()
    assert basis.accessibleName() == "Underlag"
