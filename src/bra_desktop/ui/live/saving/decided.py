"""What follows when an att-sats has reached the disk: the scene knows it, and so does the line that shows it."""

from __future__ import annotations

from bra_desktop.ui.live.item.decision_box import DecisionBox
from bra_desktop.ui.live.presenter import LivePresenter
from bra_desktop.ui.live.saving.keepers import Decided
from bra_desktop.ui.live.undoing.undo_desk import UndoDesk


def follow_decided(key: str, told: Decided, box: DecisionBox, presenter: LivePresenter, undoing: UndoDesk) -> None:
    """key: that of the line in which it was written, which may have left the screen and been made anew since."""
    if not told.id:
        return
    if box.confirm(key, told.id):
        undoing.decided(told.item, told.id)
        presenter.saved()
        return
    presenter.decided(told)
    scene = presenter.scene
    if scene is not None and scene.shown == told.item and key not in [line.key for line in box.lines]:
        box.show_decisions(scene.item.decisions)
