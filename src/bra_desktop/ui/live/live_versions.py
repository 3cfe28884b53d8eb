"""Versioner in Mötesläge: what was typed is on the disk before, and the text is read anew afterwards."""

from __future__ import annotations

from collections.abc import Callable

from bra_desktop.domain.errors import RuleBroken, UserError
from bra_desktop.services.live.minutes import Typed
from bra_desktop.ui.live.parts import LiveParts
from bra_desktop.ui.live.presenter import LivePresenter
from bra_desktop.ui.live.scene import Scene
from bra_desktop.ui.running import Runner
from bra_desktop.ui.versions.version_count import VersionCount
from bra_desktop.ui.versions.versions_desk import TakingBack, VersionsDesk


class LiveVersions(VersionsDesk):
    """One panel at a time lies over the page, and this is one of them.

    refuse: says why there is nothing to see. tell: says in the status line which version the shown item has come to.
    """

    def __init__(
        self,
        parts: LiveParts,
        presenter: LivePresenter,
        runner: Runner,
        refuse: Callable[[UserError], None],
        tell: Callable[[str], None],
    ) -> None:
        super().__init__(parts.versions, presenter.office, runner, self._taken)
        office = presenter.office
        self._tell, self._count = tell, VersionCount(office, runner, office.local_now, self._counted)
        self._parts, self._presenter, self._refuse = parts, presenter, refuse

    def show(self) -> None:
        """The versions of the shown item: of its att-satser where one of them has the keyboard, else of its text."""
        scene = self._presenter.scene
        if scene is None:
            return
        if scene.withheld:  # those of another item are not what was asked for
            self._refuse(RuleBroken(scene.locked))
            return
        in_decisions = self._parts.item.decisions.focused_line() is not None
        self._parts.texts.settle()
        self._parts.savers.flush()
        self._parts.put_away()
        self.open(scene, decisions=in_decisions)
        self._count.ask(scene.shown)

    def typed(self, key: str, answer: Typed) -> None:
        """What was typed in an item is saved."""
        self._count.typed(key.removeprefix("text/"), answer.revision)

    def tell_number(self, scene: Scene) -> None:
        """Of the item that is shown, in the status line."""
        self._count.follow(scene.shown, self._parts.texts.revision(scene))
        number = self._count.of(scene.shown)
        self._tell(f"{scene.item_words()} version {number}" if number else "")

    def _counted(self) -> None:
        if self._presenter.scene is not None and self._parts.item.isVisible():
            self.tell_number(self._presenter.scene)

    def _taken(self, back: TakingBack) -> None:
        """The item is shown as it becomes; Ctrl+Z in its text takes that back."""
        texts = self._parts.texts
        self._parts.item.minutes.set_locked(True)
        texts.settle()
        self._parts.savers.flush()
        self.panel.leave()
        self._presenter.turn_to(back.item)
        self._presenter.act_with_undo(back.act, back.words, lambda: texts.read_anew(fresh=True), back.item)
