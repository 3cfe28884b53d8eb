"""What is done to an att-sats as a whole: it is moved or removed, with the words that were typed in it last."""

from __future__ import annotations

from bra_desktop.ui.live.item.decision_line import DecisionLine
from bra_desktop.ui.live.presenter import LivePresenter
from bra_desktop.ui.live.saving.savers import Savers


class LineActs:
    """Asks the presenter. Words that are on their way to the disk come first."""

    def __init__(self, presenter: LivePresenter, savers: Savers) -> None:
        self._presenter, self._savers = presenter, savers

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
