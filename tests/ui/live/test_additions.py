"""Everything can be added to an item, with room or without."""

import pytest
from pytestqt.qtbot import QtBot

from bra_desktop.ui.live.item.additions import ADDITIONS, Additions
from bra_desktop.ui.theme.theme import Theme
from bra_desktop.ui.widgets.buttons import Button


@pytest.mark.parametrize("width", [300, 620, 1200])
@pytest.mark.parametrize("election", [False, True])
@pytest.mark.parametrize("notes", [False, True])
def test_each_addition_has_a_pill_in_the_one_row_or_stands_in_the_menu(
    qtbot: QtBot, theme: Theme, width: int, election: bool, notes: bool
) -> None:
    additions, asked = Additions(theme), list[str]()
    qtbot.addWidget(additions)
    additions.asked.connect(asked.append)
    additions.show_offers(election=election, notes=notes, locked=False)
    additions.resize(width, additions.sizeHint().height())
    additions.show()
    pills = [pill for pill in additions.findChildren(Button) if not pill.isHidden()]
    assert len({pill.y() for pill in pills}) == 1
    assert max(pill.geometry().right() for pill in pills) < width
    for pill in pills:
        if pill.objectName() != "live.add_more":
            pill.click()
    menu = additions.menu()
    for action in menu.actions():
        action.trigger()
    assert sorted(asked) == sorted(additions.offered())
    more = additions.findChild(Button, "live.add_more")
    assert more is not None
    assert more.isHidden() == (not menu.actions())


def test_what_is_asked_for_most_keeps_its_pill_the_longest(qtbot: QtBot, theme: Theme) -> None:
    additions = Additions(theme)
    qtbot.addWidget(additions)
    additions.show_offers(election=False, notes=False, locked=False)
    additions.resize(400, additions.sizeHint().height())
    additions.show()
    shown = [one.objectName() for one in additions.findChildren(Button) if not one.isHidden()]
    assert shown == ["live.add_motion", "live.add_vote", "live.add_recusal", "live.add_more"]


def test_every_key_is_told_in_the_menu(qtbot: QtBot, theme: Theme) -> None:
    additions = Additions(theme)
    qtbot.addWidget(additions)
    additions.resize(300, additions.sizeHint().height())
    additions.show_offers(election=False, notes=False, locked=False)
    keys = [action.text().partition("\t")[2] for action in additions.menu().actions()]
    assert keys
    assert all(key.startswith("Ctrl+Skift+") and len(key) == len("Ctrl+Skift+G") for key in keys)
    assert len(ADDITIONS) == len({tip[-1] for *_, tip in ADDITIONS})
