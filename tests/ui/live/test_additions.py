"""Everything can be added to an item, with room or without."""

import pytest
from pytestqt.qtbot import QtBot

from bra_desktop.ui.live.item.additions import ADDITIONS, Additions
from bra_desktop.ui.theme.theme import Theme
from bra_desktop.ui.widgets.buttons import Button


@pytest.mark.parametrize("narrow", [False, True])
@pytest.mark.parametrize("election", [False, True])
@pytest.mark.parametrize("notes", [False, True])
def test_each_addition_has_a_pill_or_stands_in_the_menu(
    qtbot: QtBot, theme: Theme, narrow: bool, election: bool, notes: bool
) -> None:
    additions, asked = Additions(theme), list[str]()
    qtbot.addWidget(additions)
    additions.asked.connect(asked.append)
    additions.set_narrow(narrow)
    additions.show_offers(election=election, notes=notes, locked=False)
    for pill in additions.findChildren(Button):
        if not pill.isHidden() and pill.objectName() != "live.add_more":
            pill.click()
    assert len(asked) <= 3 or not narrow
    menu = additions.menu()
    for action in menu.actions():
        action.trigger()
    assert sorted(asked) == sorted(additions.offered())
    more = additions.findChild(Button, "live.add_more")
    assert more is not None
    assert more.isHidden() == (not menu.actions())


def test_every_key_is_told_in_the_menu(qtbot: QtBot, theme: Theme) -> None:
    additions = Additions(theme)
    qtbot.addWidget(additions)
    additions.set_narrow(True)
    additions.show_offers(election=False, notes=False, locked=False)
    keys = [action.text().partition("\t")[2] for action in additions.menu().actions()]
    assert keys
    assert all(key.startswith("Ctrl+Skift+") and len(key) == len("Ctrl+Skift+G") for key in keys)
    assert len(ADDITIONS) == len({tip[-1] for *_, tip in ADDITIONS})
