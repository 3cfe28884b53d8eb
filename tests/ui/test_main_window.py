"""The window: it leads from page to page, fits the screen, says what was refused, and survives a change of scale."""

from collections.abc import Callable
from pathlib import Path
from tempfile import mkdtemp

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QCursor, QPaintEvent
from PySide6.QtWidgets import QApplication, QPushButton, QRadioButton, QTableView
from pytestqt.qtbot import QtBot

from bra_desktop.domain.errors import Missing, RuleBroken, UserError
from bra_desktop.system.settings import Settings
from bra_desktop.ui.main_window import MainWindow
from bra_desktop.ui.operations import Operations
from bra_desktop.ui.pages import Page, PageContext, PageSpec
from bra_desktop.ui.room import Room
from bra_desktop.ui.settings_page.pages import settings_pages
from bra_desktop.ui.settings_page.presenter import Look, LookPresenter, remembered
from bra_desktop.ui.theme.theme import Theme
from bra_desktop.ui.widgets.note_bar import NoteBar
from bra_desktop.ui.widgets.passing_bar import PassingBar
from bra_desktop.ui.widgets.refusal_bar import RefusalBar
from bra_desktop.ui.widgets.undo_bar import SECONDS as UNDO_SECONDS
from tests.ui.brief import Brief
from tests.ui.conftest import NOON, OpenWindow
from tests.ui.keyboard import click, part
from tests.ui.shell_demo import ActionsDemo
from tests.ui.unnamed import unnamed


class Diary(Page):
    """Writes down what the window tells it."""

    made = 0
    painted = False

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        type(self).made += 1
        self.told: list[object] = []

    def arrive(self, target: object = None) -> None:
        self.told.append(("arrive", target))

    def save(self) -> None:
        self.told.append("save")

    def leave(self) -> None:
        self.told.append("leave")

    def areas_changed(self, areas: frozenset[str]) -> None:
        self.told.append(areas)

    def set_room(self, room: Room) -> None:
        self.told.append(room)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        self.painted = True


OVERVIEW = PageSpec("overview", "Översikt", "layout-dashboard", Diary)
MEETINGS = PageSpec("meetings", "Möten", "calendar-days", Diary)
MEETING = PageSpec("meeting", "Möte", "calendar-days", Diary, under="meetings")
ACTIONS = PageSpec("actions", "Åtgärder", "list-checks", ActionsDemo)
SETTINGS = settings_pages(Settings(Path(mkdtemp())))[0]
ALL = (OVERVIEW, MEETINGS, MEETING, ACTIONS, SETTINGS)


def diary(window: MainWindow, name: str) -> Diary:
    page = window.page(name)
    assert isinstance(page, Diary)
    return page


def test_the_planes_stay_until_the_first_page_has_read_its_rows(
    qtbot: QtBot, theme: Theme, operations: Operations
) -> None:
    window = MainWindow(theme)
    qtbot.addWidget(window)
    window.show()
    window.furnish(ALL, operations, Brief(), lambda: NOON)
    window.go("overview")
    runner = diary(window, "overview").runner
    seen: list[bool] = []
    runner.read(lambda: None, lambda _rows: seen.append(window.updatesEnabled()))
    qtbot.waitUntil(window.updatesEnabled)
    assert seen == [False]


def test_a_page_that_reads_nothing_is_painted_though_a_wish_to_paint_came_while_the_planes_stood(
    qtbot: QtBot, theme: Theme, operations: Operations
) -> None:
    window = MainWindow(theme)
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    window.update()  # as the style sheet does when it is put on
    window.furnish(ALL, operations, Brief(), lambda: NOON)
    window.go("overview")
    QApplication.processEvents()
    assert not window.updatesEnabled()
    window.paint_now()
    assert window.updatesEnabled()
    qtbot.waitUntil(lambda: diary(window, "overview").painted)


def test_a_page_is_made_when_it_is_first_shown(open_window: OpenWindow) -> None:
    Diary.made = 0
    window = open_window(*ALL)
    assert Diary.made == 0
    window.go("overview")
    window.go("overview", "again")
    assert Diary.made == 1
    assert diary(window, "overview").told[1:] == [("arrive", None), ("arrive", "again")]


def test_the_navigation_leads_to_pages_and_shows_where_one_is(open_window: OpenWindow) -> None:
    window = open_window(*ALL)
    window.go("overview")
    button = part(window, QPushButton, "nav.meetings")
    button.click()
    assert window.shown() == "meetings"
    assert diary(window, "overview").told[-1] == "leave"
    window.go("meeting", "BRA-2026-12-03")
    assert button.isChecked()
    assert window.findChild(QPushButton, "nav.meeting") is None
    window.go_back()
    assert window.shown() == "meetings"
    window.go_back()
    assert window.shown() == "overview"
    window.go_back()
    assert window.shown() == "overview"


def test_only_the_page_that_is_shown_hears_of_changes(open_window: OpenWindow, operations: Operations) -> None:
    window = open_window(*ALL)
    window.go("overview")
    window.go("meetings")
    operations.changed.emit(frozenset({"meetings"}))
    assert frozenset({"meetings"}) in diary(window, "meetings").told
    assert frozenset({"meetings"}) not in diary(window, "overview").told


def test_a_refusal_stands_over_the_page_with_a_link_to_what_is_missing(qtbot: QtBot, open_window: OpenWindow) -> None:
    window = open_window(*ALL)
    window.go("overview")
    sentence = "Mötet kan öppnas när ordförande och sekreterare är närvarande."
    window.show_refusal(RuleBroken(sentence, missing=(Missing("Ordförande saknas.", "participants"),)))
    assert window.messages.words() == [sentence]
    with qtbot.waitSignal(window.place_asked) as asked:
        part(window, QPushButton, "messages.refused.link").click()
    assert asked.args == ["participants"]
    assert window.messages.words() == []


def test_no_message_moves_the_page_or_lies_over_the_status_line(open_window: OpenWindow) -> None:
    window = open_window(*ALL)
    window.go("actions")
    window.saved_told("Sparat 14.32.05", False)
    page, status = part(window, ActionsDemo, "actions.page"), window.status
    QApplication.processEvents()
    before = QRect(page.mapTo(window, QPoint(0, 0)), page.size())
    says: tuple[Callable[[], None], ...] = (
        lambda: window.messages.finished("Mötet är planerat."),
        lambda: window.messages.offer_undo("Punkten är borttagen.", lambda: None),
        lambda: window.messages.begin_work("Skapar säkerhetskopia", lambda: None),
        lambda: window.messages.refuse("Datumet 2026-02-30 finns inte. " * 4),
    )
    for say in says:
        say()
        QApplication.processEvents()
        bar = QRect(window.messages.mapTo(window, QPoint(0, 0)), window.messages.size())
        assert QRect(page.mapTo(window, QPoint(0, 0)), page.size()) == before
        assert window.messages.isVisible()
        assert window.rect().contains(bar)
        assert not bar.intersects(QRect(status.mapTo(window, QPoint(0, 0)), status.size()))


@pytest.mark.parametrize("taken", [(0.0, 0.4), (0.3, 0.7), (0.6, 1.0), (0.0, 1.0)])
def test_a_message_finds_a_place_where_it_covers_no_button(open_window: OpenWindow, taken: tuple[float, float]) -> None:
    window = open_window(*ALL)
    window.go("overview")
    page = window.page("overview")
    assert page is not None
    width, height = page.width(), page.height()
    start, end = taken
    button = QPushButton("Nästa", page)
    button.setGeometry(round(width * start), height - 60, round(width * (end - start)), 50)
    button.show()
    window.messages.offer_undo("Punkten är borttagen.", lambda: None)
    QApplication.processEvents()
    bar = QRect(window.messages.mapTo(window, QPoint(0, 0)), window.messages.size())
    assert not bar.intersects(QRect(button.mapTo(window, QPoint(0, 0)), button.size()))
    assert QRect(page.mapTo(window, QPoint(0, 0)), page.size()).contains(bar)


def test_what_is_finished_leaves_when_there_has_been_time_to_read_it(open_window: OpenWindow) -> None:
    window = open_window(*ALL)
    window.go("overview")
    window.messages.finished("Mötet är planerat.")
    bar = part(window, PassingBar, "messages.finished")
    for _ in range(5):
        bar.tick()
    assert window.messages.words() == ["Mötet är planerat."]
    while bar.seconds_left:
        bar.tick()
    assert window.messages.words() == []
    assert not window.messages.isVisible()


def test_a_message_that_has_moved_away_from_the_pointer_leaves_all_the_same(open_window: OpenWindow) -> None:
    window = open_window(*ALL)
    window.go("overview")
    window.messages.finished("Mötet är planerat.")
    bar = part(window, PassingBar, "messages.finished")
    bar.setAttribute(Qt.WidgetAttribute.WA_UnderMouse)  # as Qt leaves it when the bar moves and the pointer doesn't
    before = bar.seconds_left
    bar.tick()
    assert bar.seconds_left == before - 1
    QCursor.setPos(bar.mapToGlobal(bar.rect().center()))
    bar.tick()
    assert bar.seconds_left == before - 1
    QCursor.setPos(window.mapToGlobal(QPoint(5, 5)))


def test_a_message_that_comes_below_a_resting_pointer_leaves_all_the_same(open_window: OpenWindow) -> None:
    window = open_window(*ALL)
    window.go("overview")
    window.messages.finished("Per Alm leder mötet nu.", "Ändra uppdragen", lambda: None)
    bar = part(window, PassingBar, "messages.finished")
    QCursor.setPos(bar.mapToGlobal(bar.rect().center()))
    window.messages.finished("Eva Lind leder mötet nu.", "Ändra uppdragen", lambda: None)
    bar.setAttribute(Qt.WidgetAttribute.WA_UnderMouse)
    before = bar.seconds_left
    bar.tick()
    assert bar.seconds_left == before - 1
    QCursor.setPos(bar.mapToGlobal(bar.rect().center() + QPoint(9, 0)))
    bar.tick()
    assert bar.seconds_left == before - 1, "who moves the pointer in it reads it"
    QCursor.setPos(window.mapToGlobal(QPoint(5, 5)))


def test_a_refusal_stays_and_what_has_a_link_stays_as_long_as_an_undo(open_window: OpenWindow) -> None:
    window = open_window(*ALL)
    window.go("overview")
    window.messages.finished("BRÅ 3 december pågår.", "Fortsätt mötet", lambda: None)
    assert part(window, PassingBar, "messages.finished").seconds_left == UNDO_SECONDS
    window.messages.refuse("Datumet 2026-02-30 finns inte.")
    assert not isinstance(part(window, NoteBar, "messages.refused"), PassingBar)


def test_tab_comes_to_the_message_before_the_page(open_window: OpenWindow) -> None:
    window = open_window(*ALL)
    window.go("actions")
    window.messages.offer_undo("Punkten är borttagen.", lambda: None)
    chain: list[str] = []
    at = part(window, QPushButton, "nav.overview").nextInFocusChain()
    while at is not None and at.objectName() != "nav.overview":
        chain.append(at.objectName())
        at = at.nextInFocusChain()
    assert chain.index("nav.settings") < chain.index("messages.undo.link") < chain.index("actions.table")


def test_a_refusal_of_one_page_does_not_follow_to_the_next(open_window: OpenWindow) -> None:
    window = open_window(*ALL)
    window.go("overview")
    window.show_refusal(UserError("Datumet 2026-02-30 finns inte."))
    window.go("meetings")
    assert window.messages.words() == []


def test_what_is_not_saved_is_said_in_two_places_until_it_is(open_window: OpenWindow) -> None:
    window = open_window(*ALL)
    window.go("overview")
    window.saved_told("Ej sparat – försöker igen", True)
    window.go("meetings")
    assert window.messages.words() == ["Ej sparat – försöker igen. Texten finns kvar här."]
    assert window.status.words() == ["Ej sparat – försöker igen"]
    window.saved_told("Sparat 14.32.05", False)
    assert window.messages.words() == []
    assert window.status.words() == ["Sparat 14.32.05"]


def test_a_narrow_window_has_a_rail_and_tells_its_pages(open_window: OpenWindow) -> None:
    window = open_window(*ALL)
    window.go("overview")
    button = part(window, QPushButton, "nav.overview")
    assert button.text() == "Översikt"
    window.resize(1000, 768)
    assert (button.text(), button.toolTip()) == ("", "Översikt")
    assert diary(window, "overview").told[-1] == Room(narrow=True)


@pytest.mark.parametrize(("size", "scale"), [((1280, 720), 1.0), ((1366, 768), 1.6), ((1366, 768), 1.25)])
@pytest.mark.parametrize("name", ["overview", "actions", "settings"])
def test_no_page_makes_the_window_larger_than_the_screen(
    open_window: OpenWindow, theme: Theme, qapp: QApplication, size: tuple[int, int], scale: float, name: str
) -> None:
    theme.choose(scale=scale)
    window = open_window(*ALL, size=size)
    window.show_municipality("Almby kommun")
    window.show_person("Anna Sandell", "sekreterare")
    window.go(name)
    window.saved_told("Ej sparat sedan 14.32. Spara en kopia…", True)
    window.show_refusal(UserError("Mötet kan öppnas när ordförande och sekreterare är närvarande. Ange dem först."))
    qapp.processEvents()
    assert (window.width(), window.height()) == size
    wanted = window.minimumSizeHint()
    assert wanted.width() <= size[0]
    assert wanted.height() <= size[1]


@pytest.mark.parametrize("name", ["actions", "settings"])
def test_every_control_has_a_name_and_words(open_window: OpenWindow, name: str) -> None:
    window = open_window(*ALL)
    window.go(name)
    assert unnamed(window) == []


def test_another_size_is_chosen_on_the_settings_page_and_holds_at_once(
    qtbot: QtBot, open_window: OpenWindow, theme: Theme
) -> None:
    window = open_window(*ALL)
    window.show_person("Anna Sandell", "sekreterare")
    window.go("settings")
    before = window.top.height()
    click(part(window, QRadioButton, "settings.scale_125"), QPoint(8, 10))
    qtbot.waitUntil(lambda: window.top.height() > before)
    assert theme.scale == 1.25
    assert window.shown() == "settings"
    assert part(window, QRadioButton, "settings.scale_125").isChecked()


def test_the_choice_of_look_is_remembered(tmp_path: Path) -> None:
    LookPresenter(Settings(tmp_path)).choose_theme("dark")
    LookPresenter(Settings(tmp_path)).choose_size(160)
    assert remembered(Settings(tmp_path)) == Look("dark", 1.6)


def test_a_damaged_choice_counts_as_nothing_chosen(tmp_path: Path) -> None:
    (tmp_path / "settings.json").write_text('{"appearance": "rosa", "text_size": 17}', encoding="utf-8")
    assert remembered(Settings(tmp_path)) == Look("system", 1.0)


class Desk(Diary):
    """A page whose last words can't be saved."""

    def unsaved(self) -> bool:
        return True


def test_a_window_with_unsaved_words_closes_only_when_told_twice(open_window: OpenWindow) -> None:
    window = open_window(PageSpec("live", "Mötesläge", "pencil", Desk))
    window.go("live")
    assert not window.close()
    assert diary(window, "live").told[-1] == "save"
    assert window.messages.words()[0].startswith("Det senaste du skrev är inte sparat.")
    part(window, QPushButton, "messages.refused.link").click()
    assert not window.isVisible()
    assert diary(window, "live").told[-1] == "leave"


def test_closing_saves_first(open_window: OpenWindow) -> None:
    window = open_window(*ALL)
    window.go("overview")
    window.close()
    assert diary(window, "overview").told[-2:] == ["save", "leave"]


def test_who_comes_by_the_navigation_has_the_keyboard_in_the_list(qtbot: QtBot, open_window: OpenWindow) -> None:
    window = open_window(*ALL)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.go("overview")
    part(window, QPushButton, "nav.actions").click()
    assert isinstance(QApplication.focusWidget(), QTableView)
    part(window, QPushButton, "nav.settings").click()
    page, now = window.page("settings"), QApplication.focusWidget()
    assert page is not None
    assert now is not None
    assert page.isAncestorOf(now)


def test_every_write_is_told_with_its_time_and_takes_the_old_refusal_away(
    open_window: OpenWindow, operations: Operations
) -> None:
    window = open_window(*ALL)
    window.go("overview")
    window.show_refusal(UserError("Datumet 2026-02-30 finns inte."))
    operations.changed.emit(frozenset({"actions"}))
    assert window.status.words() == ["Sparat 14.32.05"]
    assert window.messages.words() == ["Datumet 2026-02-30 finns inte."], "nobody has had time to read it"
    part(window, RefusalBar, "messages.refused").has_been_read()
    assert window.messages.words() == []
    window.show_refusal(UserError("Datumet 2026-02-30 finns inte."))
    part(window, RefusalBar, "messages.refused").has_been_read()
    assert window.messages.words() == ["Datumet 2026-02-30 finns inte."], "it stays until something else is done"
    operations.changed.emit(frozenset({"actions"}))
    assert window.messages.words() == []


def test_a_write_says_nothing_as_long_as_what_is_typed_is_not_saved(
    open_window: OpenWindow, operations: Operations
) -> None:
    window = open_window(*ALL)
    window.go("overview")
    window.saved_told("Ej sparat – försöker igen", True)
    operations.changed.emit(frozenset({"actions"}))
    assert window.status.words() == ["Ej sparat – försöker igen"]


def test_a_refusal_takes_the_place_of_what_was_finished_and_gives_way_to_it_when_it_has_been_read(
    open_window: OpenWindow,
) -> None:
    window = open_window(*ALL)
    window.go("overview")
    window.messages.finished("Kallelsen är skickad.")
    window.messages.refuse("Datumet 2026-02-30 finns inte.")
    assert window.messages.words() == ["Datumet 2026-02-30 finns inte."]
    window.messages.offer_undo("Punkten är borttagen.", lambda: None)
    assert window.messages.words() == ["Datumet 2026-02-30 finns inte.", "Punkten är borttagen."]
    window.messages.finished("Kallelsen är skickad.")
    assert window.messages.words()[0] == "Datumet 2026-02-30 finns inte."
    part(window, RefusalBar, "messages.refused").has_been_read()
    assert window.messages.words() == ["Punkten är borttagen.", "Kallelsen är skickad."]
    window.messages.refuse("Tiden 25.00 finns inte.")
    part(window, RefusalBar, "messages.refused").has_been_read()
    window.messages.offer_redo("Ångrat: Ta bort punkt.", lambda: None)
    assert window.messages.words() == ["Ångrat: Ta bort punkt."]
