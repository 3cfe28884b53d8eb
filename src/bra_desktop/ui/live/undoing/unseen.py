"""What is hidden while others see the screen is neither undone nor done again until it is shown."""

from __future__ import annotations

from bra_desktop.domain.confidentiality import NOT_ON_SCREEN
from bra_desktop.ui.live.scene import Scene
from bra_desktop.ui.live.undoing.timeline import Act
from bra_desktop.ui.pages import Messages


def refuses_unseen(scene: Scene | None, act: Act, messages: Messages) -> bool:
    """Whether the act belongs to an item that is hidden now; says so."""
    unseen = scene is not None and not scene.unseen.isdisjoint((act.place, *act.touched))
    return unseen and _refuse(messages)


def refuses_here(scene: Scene | None, messages: Messages) -> bool:
    """Whether the text that has the keyboard is of an item that is hidden now; says so."""
    return scene is not None and scene.withheld and _refuse(messages)


def _refuse(messages: Messages) -> bool:
    messages.refuse(f"{NOT_ON_SCREEN} F4 visar det igen.")
    return True
