"""Tables: Swedish order, filters, columns that are remembered, copying, and a row that stays chosen."""

from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from bra_desktop.ui.theme.theme import Theme
from bra_desktop.ui.widgets.filter_table import FilterTable
from bra_desktop.ui.widgets.rows_model import Cell, Column, RowsModel
from tests.ui.brief import Brief
from tests.ui.keyboard import part, press


@dataclass(frozen=True)
class Person:
    """A frozen row as queries give them."""

    id: int
    name: str
    organisation: str
    meetings: int


PEOPLE = (
    Person(1, "Åsa Öberg", "Polisen", 10),
    Person(2, "Zara Ek", "Teknik och service", 9),
    Person(3, "Bo & Co <b>", "Polisen", 100),
    Person(4, "André Ål", "", 0),
)
COLUMNS = (
    Column[Person]("name", "Namn", lambda p: Cell(p.name, p.organisation)),
    Column[Person]("organisation", "Organisation", lambda p: Cell(p.organisation), 200, drop=1),
    Column[Person]("meetings", "Möten", lambda p: Cell(f"{p.meetings}"), 80, True, lambda p: p.meetings, drop=2),
)


@pytest.fixture
def model() -> RowsModel[Person]:
    model = RowsModel(COLUMNS, lambda person: person.id)
    model.show_rows(PEOPLE)
    return model


@pytest.fixture
def memory() -> Brief:
    return Brief()


@pytest.fixture
def table(qtbot: QtBot, theme: Theme, memory: Brief) -> FilterTable[Person]:
    table = FilterTable(theme, "register", "Personer", COLUMNS, lambda person: person.id, memory)
    table.resize(900, 500)
    table.show_rows(PEOPLE)
    qtbot.addWidget(table)
    table.show()
    qtbot.waitExposed(table)
    return table


def names(model: RowsModel[Person]) -> list[str]:
    return [person.name for person in model.shown()]


def test_the_model_keeps_what_qt_demands_of_one(model: RowsModel[Person], qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]
    model.sort(0)
    model.keep(lambda person: person.meetings > 5)
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]


def test_names_stand_in_swedish_order(model: RowsModel[Person]) -> None:
    model.sort(0)
    assert names(model) == ["André Ål", "Bo & Co <b>", "Zara Ek", "Åsa Öberg"]


def test_figures_are_ordered_as_numbers_and_back_again(model: RowsModel[Person]) -> None:
    model.sort(2, Qt.SortOrder.DescendingOrder)
    assert [person.meetings for person in model.shown()] == [100, 10, 9, 0]
    model.sort(-1)
    assert names(model) == [person.name for person in PEOPLE]


def test_what_is_empty_stands_last(model: RowsModel[Person]) -> None:
    model.sort(1)
    assert names(model)[-1] == "André Ål"


def test_the_chosen_row_stays_chosen_when_the_rows_are_ordered_and_come_anew(table: FilterTable[Person]) -> None:
    table.table.choose(2)
    table.table.sortByColumn(0, Qt.SortOrder.AscendingOrder)
    assert table.table.chosen() == PEOPLE[1]
    table.show_rows(reversed(PEOPLE))
    assert table.table.chosen() == PEOPLE[1]


def test_words_in_the_filter_are_looked_for_in_every_column(table: FilterTable[Person]) -> None:
    table.search.setText("polisen ÅSA")
    assert names(table.model) == ["Åsa Öberg"]
    press(table.search, Qt.Key.Key_Escape)
    assert table.model.rowCount() == len(PEOPLE)


def test_a_pill_counts_and_narrows(table: FilterTable[Person]) -> None:
    pill = table.add_pill("police", "Polisen", lambda person: person.organisation == "Polisen")
    table.show_rows(PEOPLE)
    assert pill.text() == "Polisen  2"
    pill.setChecked(True)
    assert {person.id for person in table.model.shown()} == {1, 3}


def test_filters_that_leave_nothing_say_so_and_lead_back(qtbot: QtBot, table: FilterTable[Person]) -> None:
    pill = table.add_pill("police", "Polisen", lambda person: person.organisation == "Polisen")
    table.show_rows(PEOPLE)
    back = part(table, QPushButton, "register.show_all")
    assert not back.isVisible()
    pill.setChecked(True)
    table.search.setText("finns inte")
    assert back.isVisible()
    with qtbot.waitSignal(table.cleared):
        back.click()
    assert (table.model.rowCount(), back.isVisible(), pill.isChecked()) == (len(PEOPLE), False, False)
    table.show_rows(())
    assert not back.isVisible()


def test_a_hidden_column_is_remembered(qtbot: QtBot, theme: Theme, table: FilterTable[Person], memory: Brief) -> None:
    table.show_column("organisation", shown=False)
    again = FilterTable(theme, "register", "Personer", COLUMNS, lambda person: person.id, memory)
    qtbot.addWidget(again)
    assert again.table.isColumnHidden(1)
    again.show_column("organisation", shown=True)
    assert memory.recall("columns.register") == ""


def test_columns_that_may_go_give_way_when_the_window_is_narrow(table: FilterTable[Person]) -> None:
    table.resize(430, 500)
    assert [table.table.isColumnHidden(at) for at in range(3)] == [False, False, True]
    table.resize(300, 500)
    assert [table.table.isColumnHidden(at) for at in range(3)] == [False, True, True]


def test_copying_gives_a_sheet_and_a_document_the_same_table(table: FilterTable[Person]) -> None:
    table.table.choose(3)
    press(table.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    data = QGuiApplication.clipboard().mimeData()
    assert data.text().splitlines() == ["Namn\tOrganisation\tMöten", "Bo & Co <b>, Polisen\tPolisen\t100"]
    assert "Bo &amp; Co &lt;b&gt;" in data.html()


def test_enter_opens_the_row(qtbot: QtBot, table: FilterTable[Person]) -> None:
    table.table.choose(2)
    with qtbot.waitSignal(table.table.row_opened) as opened:
        press(table.table, Qt.Key.Key_Return)
    assert opened.args == [PEOPLE[1]]


def test_a_column_grows_only_where_the_one_that_takes_what_is_left_has_enough(
    qtbot: QtBot, theme: Theme, memory: Brief
) -> None:
    columns = (
        Column[Person]("name", "Namn", lambda person: Cell(person.name)),
        Column[Person]("organisation", "Organisation", lambda person: Cell(person.organisation), 150, most=230),
    )
    again = FilterTable(theme, "register", "Personer", columns, lambda person: person.id, memory)
    qtbot.addWidget(again)
    again.resize(900, 300)
    again.show()
    qtbot.waitUntil(lambda: again.table.columnWidth(1) == theme.px(230))
    again.resize(500, 300)
    qtbot.waitUntil(lambda: again.table.columnWidth(1) == theme.px(150))


def test_on_a_wide_screen_what_stands_right_of_the_words_comes_nearer_and_never_swells(
    qtbot: QtBot, theme: Theme, memory: Brief
) -> None:
    columns = (
        Column[Person]("number", "Nr", lambda person: Cell(str(person.id)), 60),
        Column[Person]("name", "Namn", lambda person: Cell(person.name)),
        Column[Person]("organisation", "Organisation", lambda person: Cell(person.organisation), 150),
        Column[Person]("meetings", "Möten", lambda person: Cell(f"{person.meetings}"), 80, True),
    )
    wide = FilterTable(theme, "register", "Personer", columns, lambda person: person.id, memory)
    qtbot.addWidget(wide)
    wide.resize(1000, 300)
    wide.show()
    qtbot.waitUntil(lambda: wide.table.columnWidth(2) == theme.px(150))
    wide.resize(1100, 300)
    qtbot.waitUntil(lambda: theme.px(150) < wide.table.columnWidth(2) < theme.px(300))
    assert wide.table.columnWidth(1) >= theme.px(720)
    wide.resize(1900, 300)
    qtbot.waitUntil(lambda: wide.table.columnWidth(2) == theme.px(300))
    assert (wide.table.columnWidth(0), wide.table.columnWidth(3)) == (theme.px(60), theme.px(80))
    assert sum(wide.table.columnWidth(at) for at in range(4)) == wide.table.viewport().width()
