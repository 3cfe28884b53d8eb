"""What waits at a place is seen in the navigation, also where it is a rail of icons."""

import pytest
from pytestqt.qtbot import QtBot

from bra_desktop.ui.theme.theme import Theme
from bra_desktop.ui.widgets.buttons import NavButton


@pytest.mark.parametrize("rail", [False, True])
def test_the_figure_is_painted_with_and_without_words(rail: bool, theme: Theme, qtbot: QtBot) -> None:
    theme.choose("light", 1.6)
    button = NavButton(theme, "nav.actions", "Åtgärder", "list-checks")
    qtbot.addWidget(button)
    button.set_compact(rail)
    button.show()
    without = button.grab().toImage()
    button.set_count(7, "late", "7 försenade")
    assert button.grab().toImage() != without
