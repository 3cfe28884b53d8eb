"""The way back for an item that was taken up by mistake: whether there is one, what goes on instead, what is said."""

from __future__ import annotations

from bra_desktop.domain.numbering import is_taken_up
from bra_desktop.domain.swedish import NBSP, capital_first
from bra_desktop.ui.live.scene import Scene


def may_go_back(scene: Scene) -> bool:
    """Whether the way is offered; what stands in it, such as a decision, is said when it is taken."""
    return scene.running and is_taken_up(scene.item) and not scene.item.struck and not scene.locked


def goes_on(scene: Scene) -> str:
    """The key of the item that the shown one ended by being taken up; empty for none."""
    began = scene.item.opened_at
    ended = [i for i in scene.content.items if i.key != scene.shown and began is not None and i.closed_at == began]
    return ended[-1].key if ended else ""


def back_words(scene: Scene) -> str:
    """§ 42 är tillbaka på dagordningen som punkt 5."""
    item, said = scene.item, f"{capital_first(scene.item_words())} är tillbaka på dagordningen"
    numbered = item.paragraph is not None and item.agenda_number
    return f"{said} som punkt{NBSP}{item.agenda_number}." if numbered else f"{said}."
