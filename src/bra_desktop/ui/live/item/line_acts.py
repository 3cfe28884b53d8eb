"""What is done to att-satser as wholes: proposed ones are decided, others moved or removed with all their words."""

from __future__ import annotations

from collections.abc import Callable

from bra_desktop.ui.live.item.decision_line import DecisionLine
from bra_desktop.ui.live.presenter import LivePresenter
from bra_desktop.ui.live.saving.savers import Savers

NOTHING_PROPOSED = "Inget beslut är förberett här. Skriv det med Ctrl+Enter."
NOTHING_AGREED = "Ingen överenskommelse är förberedd här. Skriv den med Ctrl+Enter."


class LineActs:
    """Asks the presenter. Words that are on their way to the disk come first.

    tell_lock: whether nothing may be decided any more; then it has been said. tell: says what there is to know.
    """

    def __init__(
        self, presenter: LivePresenter, savers: Savers, tell_lock: Callable[[], bool], tell: Callable[[str], None]
    ) -> None:
        self._presenter, self._savers, self._tell_lock, self._tell = presenter, savers, tell_lock, tell

    def decide(self) -> None:
        """What was proposed in the shown item becomes decided."""
        scene = self._presenter.scene
        if scene is None or self._tell_lock():
            return
        if scene.withheld or scene.item.proposals:
            self._presenter.decide_proposals()
        else:
            self._tell(NOTHING_AGREED if scene.notes else NOTHING_PROPOSED)

    def remove(self, line: DecisionLine) -> None:
        """Takes it away, so that it comes back with all its words."""
        keeper, write = line.keeper, line.keeper.write(line.edit.words())
        if not self._savers.clean(line.key):
            self._presenter.write_unseen(lambda _office: write())
        self._presenter.act_with_undo(lambda _office: keeper.remove(), "Att-satsen är borttagen.")

    def move(self, line: DecisionLine) -> None:
        """To where it stands among the item's, also when it was typed this moment."""
        move = line.keeper.move()
        self._savers.flush(line.key)
        self._presenter.act(lambda _office: move())
