"""The wheel over a form scrolls it, and never changes a choice that nobody is filling in."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QPointF
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QScrollArea, QSpinBox, QWidget
from pytestqt.qtbot import QtBot

from bra_desktop.services import reading
from bra_desktop.ui.layouts import box, column, scroll
from bra_desktop.ui.live.forms.form import FieldKind, FormField
from bra_desktop.ui.live.forms.form_editors import make_editor
from bra_desktop.ui.main_window import MainWindow
from bra_desktop.ui.register.page import RegisterPage
from bra_desktop.ui.register.pages import register_pages
from bra_desktop.ui.theme.theme import Theme
from bra_desktop.ui.widgets.entries import searchable
from bra_desktop.ui.widgets.fields import Field, choice_field
from tests.ui.almby_office import HELD, almby
from tests.ui.keyboard import part

DOWN = QPoint(0, -120)


def roll(widget: QWidget) -> None:
    """Turns the wheel one notch down over the middle of the widget, as the computer tells it to the window."""
    top = widget.window()
    window = top.windowHandle()
    assert window is not None
    QTest.wheelEvent(window, QPointF(widget.mapTo(top, widget.rect().center())), DOWN)
    QApplication.processEvents()


def _plain(theme: Theme) -> tuple[Field, QWidget]:
    return choice_field(theme, "test.kind", "Slag", [(words, words) for words in ("Ett", "Två", "Tre")])


def _typed(theme: Theme) -> tuple[Field, QWidget]:
    field, combo = choice_field(theme, "test.kind", "Slag", [(words, words) for words in ("Ett", "Två", "Tre")])
    searchable(combo, "test.kind_field", "Slag")
    combo.setCurrentIndex(0)
    line = combo.lineEdit()
    assert line is not None
    return field, line


def _number(theme: Theme) -> tuple[Field, QWidget]:
    spin = make_editor(theme, FormField("count", "Antal", FieldKind.NUMBER, value=3))
    return Field(theme, "live.form_count", "Antal", spin), spin


def _of_live(theme: Theme) -> tuple[Field, QWidget]:
    known = (("Ett", "1"), ("Två", "2"))
    combo = make_editor(theme, FormField("kind", "Slag", FieldKind.CHOICE, value="1", known=known))
    return Field(theme, "live.form_kind", "Slag", combo), combo


def value(widget: QWidget) -> object:
    if isinstance(widget, QSpinBox):
        return widget.value()
    combo = widget if isinstance(widget, QComboBox) else widget.parentWidget()
    assert isinstance(combo, QComboBox)
    return combo.currentText()


@pytest.mark.parametrize("made", [_plain, _typed, _number, _of_live])
def test_the_wheel_scrolls_the_form_past_a_field_and_changes_a_focused_one_only(
    made: Callable[[Theme], tuple[Field, QWidget]], theme: Theme, qtbot: QtBot
) -> None:
    field, under = made(theme)
    tall = QWidget()
    tall.setMinimumHeight(900)
    other, _combo = choice_field(theme, "test.other", "Annat", [("Ett", 1)])
    form = scroll(box(column(theme, other, field, tall)))
    qtbot.addWidget(form)
    form.resize(320, 240)
    form.show()
    qtbot.waitExposed(form)
    form.activateWindow()
    other.editor.setFocus()
    before = value(under)
    roll(under)
    assert value(under) == before
    assert not field.editor.hasFocus()
    assert form.verticalScrollBar().value() > 0
    field.editor.setFocus()
    form.verticalScrollBar().setValue(0)
    roll(under)
    assert value(under) != before


def test_the_wheel_over_a_forum_leaves_the_way_it_is_signed(
    open_window: Callable[..., MainWindow], qtbot: QtBot
) -> None:
    with almby(HELD) as office:
        window = open_window(*register_pages(lambda: office))
        forum = reading.forums(office)[0]
        window.go("register", forum.id)
        page = window.page("register")
        assert isinstance(page, RegisterPage)
        qtbot.waitUntil(lambda: page.forums.row is not None)
        combos = [one for one in page.forums.form.findChildren(QComboBox) if one.isVisible()]
        assert part(page, QComboBox, "register.forum_form.medium") in combos
        before = [one.currentIndex() for one in combos]
        area = page.forums.form.findChild(QScrollArea)
        assert area is not None
        for one in combos:
            area.ensureWidgetVisible(one)
            roll(one)
        assert [one.currentIndex() for one in combos] == before
