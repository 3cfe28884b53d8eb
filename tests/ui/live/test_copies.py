"""A copy of what is not saved can be put elsewhere as soon as the disk won't take it."""

from collections.abc import Callable
from pathlib import Path

from pytestqt.qtbot import QtBot

from bra_desktop.services.office import Office
from bra_desktop.storage.failures import DiskFull
from bra_desktop.ui.live.page import LivePage
from bra_desktop.ui.main_window import MainWindow
from bra_desktop.ui.operations import Operations
from tests.ui.keyboard import type_text
from tests.ui.live.conftest import content, enter, settle

OpenWindow = Callable[..., MainWindow]


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

    page.presenter.act(stopped)
    qtbot.waitUntil(page.savers.failing)
    page.presenter.act(stopped)
    qtbot.waitUntil(lambda: not page.presenter.busy())
    assert [words for words in told(page) if "Disken är full" in words] == told(page)
    assert len(told(page)) == 1
    full.on = False
    settle(qtbot, page, operations)
    assert told(page) == []
    page.presenter.act(stopped)
    qtbot.waitUntil(lambda: len(told(page)) == 1)
