"""A copy of what is not saved can be put elsewhere as soon as the disk won't take it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from bra_desktop.domain.attendance import is_here
from bra_desktop.services.office import Office
from bra_desktop.services.preparing import planning
from bra_desktop.storage.failures import DiskFull
from bra_desktop.ui.live.item.decision_line import DecisionLine
from bra_desktop.ui.live.page import LivePage
from bra_desktop.ui.live.saving.keepers import Decided
from bra_desktop.ui.main_window import MainWindow
from bra_desktop.ui.operations import Operations
from tests.ui.keyboard import type_text
from tests.ui.live.conftest import content, enter, new_decision, settle

OpenWindow = Callable[..., MainWindow]
MORE_THAN_A_PAGE = 60
"""So many changes have no room in what is left of the last pages of a file."""


def told(page: LivePage) -> list[str]:
    window = page.window()
    assert isinstance(window, MainWindow)
    return window.messages.words()


def unsaved_link(page: LivePage) -> str:
    """The words of the button beside what isn't saved."""
    window = page.window()
    assert isinstance(window, MainWindow)
    bar = window.messages._kinds.unsaved
    return bar._link.text() if bar._link.isVisible() else ""


def press_link(page: LivePage) -> None:
    window = page.window()
    assert isinstance(window, MainWindow)
    window.messages._kinds.unsaved._link.click()


class Full:
    """A disk that is full until there is room."""

    def __init__(self, page: LivePage, office: Office) -> None:
        self.on = True
        keeper, editor = page.texts.keeper(content(office).items[0].key), page.item.minutes.editor
        write = keeper.write

        def stopped(text):  # type: ignore[no-untyped-def]
            inner = write(text)

            def save():  # type: ignore[no-untyped-def]
                if self.on:
                    raise DiskFull
                return inner()

            return save

        keeper.write = stopped  # type: ignore[method-assign]
        type_text(editor, "Det som inte fick plats på disken.")


def test_a_copy_is_offered_with_the_first_failure_and_holds_what_was_typed(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office, tmp_path: Path
) -> None:
    page = enter(qtbot, open_window, running)
    settle(qtbot, page, operations)
    page.acts.focus_text()
    page.copies.choose_place = lambda _name: tmp_path / "kopia.txt"
    full = Full(page, running)
    qtbot.waitUntil(page.savers.failing)
    why = "Disken är full. Det senaste är inte sparat. Frigör plats. Texten finns kvar här, och programmet försöker "
    assert told(page) == [f"{why}hela tiden."]
    assert unsaved_link(page) == "Spara en kopia…"
    type_text(page.item.minutes.editor, " Mer")
    assert unsaved_link(page) == "Spara en kopia…"
    press_link(page)
    assert "Det som inte fick plats på disken. Mer" in (tmp_path / "kopia.txt").read_text(encoding="utf-8")
    assert "En kopia är sparad i kopia.txt." in told(page)
    type_text(page.item.minutes.editor, ".")
    qtbot.waitUntil(lambda: unsaved_link(page) == "Spara en kopia…")
    full.on = False
    settle(qtbot, page, operations)
    assert not [words for words in told(page) if "inte sparat" in words]


def test_the_copy_holds_the_unsaved_text_of_an_item_that_was_left(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office, tmp_path: Path
) -> None:
    page = enter(qtbot, open_window, running)
    settle(qtbot, page, operations)
    page.copies.choose_place = lambda _name: tmp_path / "kopia.txt"
    full = Full(page, running)
    qtbot.waitUntil(page.savers.failing)
    page.presenter.show_item(content(running).items[1].key)
    page.copies.save(page.presenter.scene)
    copied = (tmp_path / "kopia.txt").read_text(encoding="utf-8")
    titles = [item.title for item in content(running).items[:2]]
    assert "Det som inte fick plats på disken." in copied
    assert copied.index(titles[1]) < copied.index(titles[0])
    full.on = False
    settle(qtbot, page, operations)


def test_what_was_said_to_whom_would_close_the_window_goes_when_there_is_room_on_the_disk(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office
) -> None:
    page = enter(qtbot, open_window, running)
    settle(qtbot, page, operations)
    page.acts.focus_text()
    full = Full(page, running)
    qtbot.waitUntil(page.savers.failing)
    page.acts.new_action()
    assert not page.window().close()
    assert page.unsaved_words in told(page)
    full.on = False
    settle(qtbot, page, operations)
    assert page.unsaved_words not in told(page)


def test_a_full_disk_is_told_in_one_bar_also_when_the_item_is_left(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office
) -> None:
    page = enter(qtbot, open_window, running)
    settle(qtbot, page, operations)
    page.acts.focus_text()
    full = Full(page, running)

    def stopped(_office: Office) -> object:
        raise DiskFull

    page.presenter.write_unseen(stopped)
    qtbot.waitUntil(page.savers.failing)
    page.presenter.write_unseen(stopped)
    operations.wait_for_writes()
    qtbot.waitUntil(lambda: not page.presenter.busy())
    assert [words for words in told(page) if "Disken är full" in words] == told(page)
    assert len(told(page)) == 1
    full.on = False
    settle(qtbot, page, operations)
    assert told(page) == []
    page.presenter.write_unseen(stopped)
    qtbot.waitUntil(lambda: len(told(page)) == 1)


def test_somebody_who_could_not_be_marked_is_told_beside_the_text_that_is_not_saved_and_stands_as_on_the_disk(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office
) -> None:
    page = enter(qtbot, open_window, running)
    settle(qtbot, page, operations)
    page.acts.focus_text()
    full = Full(page, running)
    qtbot.waitUntil(page.savers.failing)
    with disk_that_takes_no_page_more(running):
        for _ in range(MORE_THAN_A_PAGE):
            page.presenter.toggle(page.attendance.rows()[3].person)
            qtbot.waitUntil(lambda: not page.presenter.busy())
            if not_done(page):
                break
    assert not_done(page)[0].startswith("Ändringen är inte gjord. Disken är full.")
    assert page.attendance.rows()[3].here == is_here(content(running), content(running).participants[3])
    full.on = False
    settle(qtbot, page, operations)
    assert not_done(page) == told(page)
    here = page.attendance.rows()[3].here
    page.presenter.toggle(page.attendance.rows()[3].person)
    qtbot.waitUntil(lambda: page.attendance.rows()[3].here is not here)


def not_done(page: LivePage) -> list[str]:
    return [words for words in told(page) if words.startswith("Ändringen är inte gjord.")]


@contextmanager
def disk_that_takes_no_page_more(office: Office) -> Iterator[None]:
    """As the driver tells it: the file can't grow."""
    with office.database.writing() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar()
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
    yield
    with office.database.writing() as connection:
        connection.exec_driver_sql("PRAGMA max_page_count = 1000000")


def write_on_a_full_disk(line: DecisionLine, words: str) -> Callable[[], None]:
    """An att-sats that the disk won't take until the answer is called."""
    write, full = line.keeper.write, [True]

    def stopped(text: str) -> Callable[[], Decided]:
        inner = write(text)

        def save() -> Decided:
            if full:
                raise DiskFull
            return inner()

        return save

    line.keeper.write = stopped  # type: ignore[method-assign]
    type_text(line.edit, words)
    return full.clear


def copied(page: LivePage, place: Path) -> str:
    page.copies.choose_place = lambda _name: place
    page.acts.save_copy()
    return place.read_text(encoding="utf-8")


def sentences(page: LivePage) -> list[str]:
    return [line.edit.words() for line in page.item.decisions.lines]


def test_an_att_sats_that_the_disk_would_not_take_is_in_the_copy_and_seen_when_one_is_back(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office, tmp_path: Path
) -> None:
    page = enter(qtbot, open_window, running)
    settle(qtbot, page, operations)
    first, second = content(running).items[:2]
    empty_it = write_on_a_full_disk(new_decision(page), "besluta fullt")
    qtbot.waitUntil(page.savers.failing)
    page.presenter.show_item(second.key)
    assert sentences(page) == []
    words = copied(page, tmp_path / "kopia.txt")
    assert words.index(second.title) < words.index(first.title) < words.index("att besluta fullt")
    page.presenter.show_item(first.key)
    assert sentences(page) == ["besluta fullt"]
    assert copied(page, tmp_path / "en till.txt").count("att besluta fullt") == 1
    empty_it()
    settle(qtbot, page, operations)
    assert sentences(page) == ["besluta fullt"]
    assert [d.text for d in content(running).items[0].decisions] == ["besluta fullt"]


def test_a_changed_att_sats_that_the_disk_would_not_take_is_as_changed_in_the_copy_and_when_one_is_back(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office, tmp_path: Path
) -> None:
    page = enter(qtbot, open_window, running)
    settle(qtbot, page, operations)
    first, second = content(running).items[:2]
    for words in ("bordlägga ärendet", "notera informationen"):
        type_text(new_decision(page).edit, words)
        settle(qtbot, page, operations)
    empty_it = write_on_a_full_disk(page.item.decisions.lines[0], " till mars")
    new_too = write_on_a_full_disk(new_decision(page), "tacka")
    qtbot.waitUntil(page.savers.failing)
    page.presenter.show_item(second.key)
    words = copied(page, tmp_path / "kopia.txt")
    assert "att bordlägga ärendet till mars" in words
    assert "att tacka" in words
    page.presenter.show_item(first.key)
    stood = ["bordlägga ärendet till mars", "notera informationen", "tacka"]
    assert sentences(page) == stood
    type_text(next(line.edit for line in page.item.decisions.lines if "mars" in line.edit.words()), " 2027")
    empty_it()
    new_too()
    settle(qtbot, page, operations)
    page.presenter.show_item(second.key)
    page.presenter.show_item(first.key)
    assert sentences(page) == ["bordlägga ärendet till mars 2027", *stood[1:]]
    assert [d.text for d in content(running).items[0].decisions] == sentences(page)


def test_an_att_sats_that_was_taken_away_while_the_disk_was_full_stays_away(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office, tmp_path: Path
) -> None:
    page = enter(qtbot, open_window, running)
    settle(qtbot, page, operations)
    first, second = content(running).items[:2]
    line = new_decision(page)
    empty_it = write_on_a_full_disk(line, "besluta fullt")
    qtbot.waitUntil(page.savers.failing)
    line.remove.click()
    page.presenter.show_item(second.key)
    assert "besluta fullt" not in copied(page, tmp_path / "kopia.txt")
    page.presenter.show_item(first.key)
    assert sentences(page) == []
    empty_it()
    settle(qtbot, page, operations)
    assert content(running).items[0].decisions == ()


def test_an_unsaved_att_sats_of_a_marked_item_is_away_while_the_screen_is_shared(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office
) -> None:
    first = content(running).items[0]
    planning.change_item(running, first.key, {"confidential": "21 kap. 3 § OSL"})
    page = enter(qtbot, open_window, running)
    settle(qtbot, page, operations)
    empty_it = write_on_a_full_disk(new_decision(page), "besluta fullt")
    qtbot.waitUntil(page.savers.failing)
    QTest.keyClick(page.item, Qt.Key.Key_F4)
    assert sentences(page) == []
    QTest.keyClick(page.item, Qt.Key.Key_F4)
    assert sentences(page) == ["besluta fullt"]
    empty_it()
    settle(qtbot, page, operations)
    assert [d.text for d in content(running).items[0].decisions] == ["besluta fullt"]
