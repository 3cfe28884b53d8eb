"""Every form of Mötesläge by the keyboard alone: Tab goes through it and stays in it, Enter and Esc end it."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from bra_desktop.domain.kinds import Duty
from bra_desktop.domain.text import plain_document
from bra_desktop.services.live import attendance, minutes
from bra_desktop.services.office import Office
from bra_desktop.ui.live.forms.form import Form
from bra_desktop.ui.live.forms.rows_edit import RowsEdit
from bra_desktop.ui.live.page import LivePage
from bra_desktop.ui.main_window import MainWindow
from bra_desktop.ui.operations import Operations
from bra_desktop.ui.theme.ring import NO_RING, FocusRing
from tests.ui.keyboard import type_text
from tests.ui.live.conftest import REF, content, enter, new_decision, settle
from tests.ui.unnamed import unnamed

OpenWindow = Callable[..., MainWindow]
KEY = Qt.Key

FORMS: dict[str, Callable[[LivePage], Form | None]] = {
    **{
        name: (lambda page, name=name: page.forms.addition(name))  # type: ignore[misc]
        for name in (
            "adjusters", "motion", "proposition", "vote", "reservation", "recusal", "statement", "annex", "dispatch",
        )
    },
    "action": lambda page: page.forms.action(),
    "item": lambda page: page.forms.item(),
    "known_item": lambda page: page.forms.known_item(),
    "officers": lambda page: page.forms.officers(),
    "guest": lambda page: page.forms.guest(),
    "times": lambda page: page.forms.times(),
    "presence": lambda page: page.forms.presence(page.presenter.scene.content.participants[3].person),  # type: ignore[union-attr]
}  # fmt: skip


def hands(page: LivePage) -> QWidget:
    found = page.window().focusWidget()
    assert found is not None
    return found


@pytest.mark.parametrize("name", FORMS)
def test_tab_reaches_every_control_of_the_form_and_never_leaves_it(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office, name: str
) -> None:
    page = enter(qtbot, open_window, running)
    page.acts.open_form(FORMS[name](page))
    assert page.form.isAncestorOf(hands(page))
    wanted = page.form.stops()
    ring = QApplication.instance().findChild(FocusRing)  # type: ignore[union-attr]
    seen, unseen_ring = [hands(page)], []
    for _tab in range(len(wanted) - 1):
        QTest.keyClick(hands(page), KEY.Key_Tab)
        seen.append(hands(page))
        if ring is not None and ring.widget() is not hands(page) and not hands(page).property(NO_RING):
            unseen_ring.append(hands(page).objectName())
    assert {w.objectName() for w in seen} == {w.objectName() for w in wanted}
    assert all(page.form.isAncestorOf(w) for w in seen)
    assert unseen_ring == []
    assert any(w.objectName() == "live.form_submit" for w in seen)
    assert unnamed(page) == []
    QTest.keyClick(hands(page), KEY.Key_Tab)
    assert hands(page) is seen[0], "round again"
    QTest.keyClick(hands(page), KEY.Key_Backtab)
    assert hands(page) is seen[-1]


@pytest.mark.parametrize("name", FORMS)
def test_esc_leaves_the_form_from_any_control_and_changes_nothing(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office, name: str
) -> None:
    page = enter(qtbot, open_window, running)
    before = content(running)
    page.acts.open_form(FORMS[name](page))
    for at in range(len(page.form.stops())):
        page.acts.open_form(FORMS[name](page))
        stop = page.form.stops()[at]
        stop.setFocus(Qt.FocusReason.TabFocusReason)
        QTest.keyClick(hands(page), KEY.Key_Escape)
        assert not page.form.is_open(), stop.objectName()
        assert page.item.minutes.editor.hasFocus()
    settle(qtbot, page, operations)
    assert content(running) == before


@pytest.mark.parametrize("size", [(1366, 768), (1000, 640)])
def test_the_form_of_somebody_in_the_roll_gives_the_keyboard_back_to_the_roll(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office, size: tuple[int, int]
) -> None:
    page = enter(qtbot, open_window, running)
    page.window().resize(*size)
    QTest.keyClick(hands(page), KEY.Key_F8)
    roll = page.attendance.list
    assert roll.hasFocus()
    QTest.keyClick(roll, KEY.Key_Return)
    qtbot.waitUntil(page.form.is_open)
    QTest.keyClick(hands(page), KEY.Key_Escape)
    assert roll.hasFocus()
    assert roll.isVisible()


def test_enter_on_cancel_cancels_and_enter_in_a_field_sends(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office
) -> None:
    page = enter(qtbot, open_window, running)
    page.acts.open_form(page.forms.item())
    title = page.form.editor("title")
    title.setText("Kvällsöppet bibliotek")  # type: ignore[attr-defined]
    cancel = page.form.findChild(QPushButton, "live.form_cancel")
    assert cancel is not None
    cancel.setFocus()
    QTest.keyClick(cancel, KEY.Key_Return)
    settle(qtbot, page, operations)
    assert not page.form.is_open()
    count = len(content(running).items)
    page.acts.open_form(page.forms.item())
    title = page.form.editor("title")
    title.setText("Kvällsöppet bibliotek")  # type: ignore[attr-defined]
    QTest.keyClick(title, KEY.Key_Return)
    settle(qtbot, page, operations)
    assert len(content(running).items) == count + 1


def test_enter_on_the_button_of_a_row_adds_one_and_sends_nothing(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office
) -> None:
    page = enter(qtbot, open_window, running)
    page.acts.open_form(page.forms.officers())
    rows = page.form.editor("officers")
    assert isinstance(rows, RowsEdit)
    before = len(rows.lines())
    rows.add.setFocus()
    QTest.keyClick(rows.add, KEY.Key_Return)
    assert page.form.is_open()
    assert len(rows.lines()) == before + 1
    assert hands(page) is rows.editors(before)[0], "the keyboard is in the new row"


@pytest.mark.parametrize(("size", "scale"), [((1280, 720), 1.0), ((1366, 768), 1.6)])
@pytest.mark.parametrize("name", ["action", "officers", "presence", "vote"])
def test_a_form_stays_within_the_smallest_window_and_follows_the_keyboard(
    qtbot: QtBot,
    open_window: OpenWindow,
    operations: Operations,
    running: Office,
    name: str,
    size: tuple[int, int],
    scale: float,
) -> None:
    page = enter(qtbot, open_window, running)
    window = page.window()
    assert isinstance(window, MainWindow)
    if scale != 1.0:
        window.theme.choose(scale=scale)
        qtbot.waitUntil(lambda: window.page("live") is not page)
        fresh = window.page("live")
        assert isinstance(fresh, LivePage)
        page = fresh
        qtbot.waitUntil(lambda: fresh.presenter.scene is not None)
    window.resize(*size)
    page.acts.open_form(FORMS[name](page))
    assert page.rect().contains(page.form.geometry())
    for _tab in page.form.stops():
        QTest.keyClick(hands(page), KEY.Key_Tab)
        place = hands(page).mapTo(page.form, hands(page).rect().center())
        assert page.form.rect().contains(place), hands(page).objectName()
        assert not hands(page).visibleRegion().isEmpty(), hands(page).objectName()


@pytest.mark.parametrize("key", [KEY.Key_Return, KEY.Key_Enter])
def test_ctrl_enter_in_an_open_list_takes_the_marked_row_and_the_form(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office, key: Qt.Key
) -> None:
    page = enter(qtbot, open_window, running)
    line = new_decision(page)
    type_text(line.edit, "tacka för informationen")
    settle(qtbot, page, operations)
    page.acts.ask_kind(line)
    kind = page.form.editor("kind")
    assert isinstance(kind, QComboBox)
    kind.setCurrentIndex(1)
    kind.setFocus()
    kind.showPopup()
    view = kind.view()
    qtbot.waitUntil(view.isVisible)
    QTest.keyClick(view, KEY.Key_Down)
    wanted = kind.itemData(2)
    QTest.keyClick(view, key, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: not page.form.isVisible())
    settle(qtbot, page, operations)
    assert [d.kind.value for d in content(running).items[0].decisions] == [wanted]
    assert len(page.item.decisions.lines) == 1, "the key made no other att-sats"


@pytest.mark.parametrize("ends", ["saved", "cancelled"])
def test_the_form_of_an_att_sats_gives_the_keyboard_back_to_it_so_that_the_next_words_go_on_there(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office, ends: str
) -> None:
    page = enter(qtbot, open_window, running)
    line = new_decision(page)
    type_text(line.edit, "tacka")
    settle(qtbot, page, operations)
    for day in (1, 2):
        QTest.keyClick(hands(page), KEY.Key_Return, Qt.KeyboardModifier.AltModifier)
        assert page.form.is_open(), day
        kind = page.form.editor("kind")
        assert isinstance(kind, QComboBox)
        kind.setCurrentIndex(day)
        if ends == "saved":
            QTest.keyClick(hands(page), KEY.Key_Return, Qt.KeyboardModifier.ControlModifier)
        else:
            QTest.keyClick(hands(page), KEY.Key_Escape)
        settle(qtbot, page, operations)
        assert not page.form.is_open()
        assert page.item.decisions.focused_line() is line
    type_text(hands(page), " polisen")
    settle(qtbot, page, operations)
    assert [d.text for d in content(running).items[0].decisions] == ["tacka polisen"]


@pytest.mark.parametrize("where", ["att-sats", "agenda", "attendance", "notes", "text"])
@pytest.mark.parametrize("name", ["motion", "reservation", "officers"])
def test_every_form_gives_the_keyboard_back_to_where_it_was_opened_from(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office, where: str, name: str
) -> None:
    page = enter(qtbot, open_window, running)
    settle(qtbot, page, operations)
    if where == "att-sats":
        type_text(new_decision(page).edit, "tacka polisen")
        settle(qtbot, page, operations)
    elif where != "text":
        keys = {"agenda": KEY.Key_F6, "attendance": KEY.Key_F8, "notes": KEY.Key_F2}
        QTest.keyClick(hands(page), keys[where])
    before = hands(page)
    page.acts.open_form(FORMS[name](page))
    page.acts.open_form(FORMS["statement"](page))  # in its place
    assert page.form.isAncestorOf(hands(page))
    QTest.keyClick(hands(page), KEY.Key_Escape)
    assert hands(page) is before


def test_a_form_that_somebody_went_on_over_gives_the_keyboard_to_the_text_of_the_new_item(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office
) -> None:
    page = enter(qtbot, open_window, running)
    type_text(new_decision(page).edit, "tacka polisen")
    settle(qtbot, page, operations)
    page.acts.open_form(page.forms.addition("motion"))
    QTest.keyClick(hands(page), KEY.Key_Down, Qt.KeyboardModifier.ControlModifier)
    settle(qtbot, page, operations)
    assert page.item.minutes.editor.hasFocus()


def test_the_form_of_duties_opens_at_the_top_with_the_keyboard_in_sight_whatever_stands_in_it(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office
) -> None:
    people = [who.person for who in content(running).participants]
    for person in people[1:4]:
        attendance.appoint(running, REF, Duty.ADJUST, person)
    page = enter(qtbot, open_window, running)
    page.window().resize(1366, 768)
    page.acts.open_form(page.forms.officers())
    rows = page.form.editor("officers")
    assert isinstance(rows, RowsEdit)
    QTest.qWait(0)
    first = rows.editors(0)[0]
    assert hands(page) is rows.add
    assert rows.add.visibleRegion().boundingRect() == rows.add.rect()
    assert rows.add.mapTo(rows, rows.add.rect().bottomLeft()).y() < first.mapTo(rows, first.rect().topLeft()).y()
    QTest.keyClick(hands(page), KEY.Key_Tab)
    assert hands(page) is first
    assert not first.visibleRegion().isEmpty()
    QTest.keyClick(hands(page), KEY.Key_Backtab)
    QTest.keyClick(hands(page), KEY.Key_Space)
    new = rows.editors(len(rows.lines()) - 1)[0]
    assert hands(page) is new
    qtbot.waitUntil(lambda: new.visibleRegion().boundingRect() == new.rect())
    for _cell in rows.editors(0):
        QTest.keyClick(hands(page), KEY.Key_Tab)
    assert hands(page).objectName().endswith("_remove")
    QTest.keyClick(hands(page), KEY.Key_Tab)
    assert hands(page) is first


def test_a_text_that_stands_in_a_form_is_gone_on_with_behind_it(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office
) -> None:
    key = content(running).items[0].key
    minutes.save_text(running, key, plain_document("Ordföranden frågar.", "p"), field="proposition")
    page = enter(qtbot, open_window, running)
    page.acts.open_form(page.forms.part("proposition", ""))
    type_text(hands(page), " Rådet svarar ja.")
    assert page.form.values()["text"] == "Ordföranden frågar. Rådet svarar ja."
