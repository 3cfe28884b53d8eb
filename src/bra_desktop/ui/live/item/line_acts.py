"""What is done to att-satser as wholes: proposed ones are decided, others moved or removed with all their words."""

from __future__ import annotations

from collections.abc import Callable

from bra_desktop.ui.live.item.decision_line import DecisionLine
from bra_desktop.ui.live.presenter import LivePresenter
from bra_desktop.ui.live.saving.savers import Savers


class LineActs:
    """Asks the presenter. Words that are on their way to the disk come first.

    tell_lock: whether nothing may be decided any more; then it has been said.
    """

    def __init__(self, presenter: LivePresenter, savers: Savers, tell_lock: Callable[[], bool]) -> None:
        self._presenter, self._savers, self._tell_lock = presenter, savers, tell_lock

    def decide(self) -> None:
        """What was proposed in the shown item becomes decided."""
        if not self._tell_lock():
            self._presenter.decide_proposals()

    def remove(self, line: DecisionLine) -> None:
        """Takes it away, so that it comes back with all its words."""
        keeper, write = line.keeper, line.keeper.write(line.edit.words())
        if not self._savers.clean(line.key):
            self._presenter.write_unseen(lambda _office: write())
        self._presenter.act_with_undo(lambda _office: keeper.remove(), "Att-satsen är borttagen.")

    def move(self, line: DecisionLine, place: int) -> None:
        """To a place (from 0) among the item's, also when it was typed this moment."""
        keeper = line.keeper
        self._savers.flush(line.key)
        self._presenter.act(lambda _office: keeper.move(place))
