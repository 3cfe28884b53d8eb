"""Enter in the palette does what the typed words found, however fast it comes after them."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from bra_desktop.services.office import Office
from bra_desktop.ui.main_window import MainWindow
from bra_desktop.ui.palette.palette import Palette
from bra_desktop.ui.palette.presenter import Command
from tests.ui.almby_office import PLANNED, almby
from tests.ui.keyboard import press, type_text


class DeskOf:
    """A desk at which this office sits."""

    def __init__(self, office: Office) -> None:
        self.office = office


@pytest.fixture
def office() -> Iterator[Office]:
    with almby(PLANNED) as made:
        yield made


def test_enter_that_comes_before_the_answer_waits_for_it(
    qtbot: QtBot, open_window: Callable[..., MainWindow], office: Office
) -> None:
    done: list[str] = []
    commands = [
        Command(words, "", "plus", lambda words=words: done.append(words))  # type: ignore[misc]
        for words in ("Planera möte", "Skapa säkerhetskopia nu")
    ]
    palette = Palette(open_window(), DeskOf(office), lambda: commands)  # type: ignore[arg-type]
    palette.open()
    qtbot.waitUntil(lambda: len(palette.offers()) == len(commands))
    type_text(palette.line, "säkerhetskopia")
    press(palette.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: done != [])
    assert done == ["Skapa säkerhetskopia nu"]
    assert palette.isHidden()
