"""What is said when a key asks for something that a locked item doesn't take."""

from __future__ import annotations

from bra_desktop.ui.live.presenter import LivePresenter
from bra_desktop.ui.pages import Messages


def stopped_by_lock(presenter: LivePresenter, messages: Messages) -> bool:
    """Whether the shown item can't be changed; then it has been said why."""
    scene = presenter.scene
    if scene is None or not scene.locked:
        return False
    messages.refuse(scene.locked)
    return True
