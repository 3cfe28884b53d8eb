"""Opens Versioner over a page, reads an item's versions, and hands on the one that is to be taken back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

from bra_desktop.domain.confidentiality import has_marked
from bra_desktop.services.live.versions import (
    TextVersion,
    decision_versions,
    item_versions,
    take_back,
    take_back_decisions,
)
from bra_desktop.services.office import Office
from bra_desktop.ui.live.scene import Scene, item_choices
from bra_desktop.ui.running import Runner
from bra_desktop.ui.versions.version_lines import version_lines
from bra_desktop.ui.versions.versions_panel import VersionsPanel

TAKEN_BACK, DECISIONS_TAKEN_BACK = "Texten är som i versionen.", "Besluten är som i versionen."
DECISIONS = "/decisions"
"""What the key of a choice ends with that stands for an item's att-satser and not for its text."""


@dataclass(frozen=True)
class TakingBack:
    """A version that is to be taken back: of which item, what does it, and what is said when it is done."""

    item: str
    act: Callable[[Office], Any]
    words: str


class VersionsDesk:
    """take_back: what the page does when a version is to be taken back."""

    def __init__(
        self, panel: VersionsPanel, office: Office, runner: Runner, take_back: Callable[[TakingBack], None]
    ) -> None:
        self._office, self._runner, self._do = office, runner, take_back
        self._scene: Scene | None = None
        self.panel = panel
        self.panel.item_chosen.connect(self._read)
        self.panel.wanted.connect(self._take_back)

    def open(self, scene: Scene, *, decisions: bool = False) -> None:
        """The shown item's versions, and those of the others; on a shared screen none that may not be seen.

        decisions: those of what was decided are wanted. Where nobody has written a text they are shown too, if there
        are any.
        """
        self._scene = scene
        hidden = scene.unseen
        choices = [one for one in version_choices(scene) if one[1].removesuffix(DECISIONS) not in hidden]
        self.panel.show_versions((), "")
        self.panel.open(choices, scene.shown)
        decided = f"{scene.shown}{DECISIONS}"
        also = decided if self.panel.item() == scene.shown and decided in [key for _words, key in choices] else ""
        if decisions and also:
            self.panel.choose(decided)
        self._read(self.panel.item(), "" if decisions else also)

    def follow(self, scene: Scene) -> None:
        """The meeting has been read anew: the versions are, too, while they are shown."""
        if self.panel.isVisible():
            self._scene = scene
            self._read(self.panel.item())

    def _read(self, item: str, otherwise: str = "") -> None:
        """otherwise: what is read in its place where it has no versions."""

        def shown(found: tuple[TextVersion, ...]) -> None:
            if otherwise and not found and self.panel.item() == item:
                self._runner.read(lambda: self._versions(otherwise), partial(self._show_instead, item, otherwise))
            else:
                self._show(item, found)

        def ask(_saved: None) -> None:
            self._runner.read(lambda: self._versions(item), shown)

        if item:
            self._runner.write(lambda: None, ask)  # what was typed is on the disk by then

    def _versions(self, choice: str) -> tuple[TextVersion, ...]:
        item, decided = _parts(choice)
        notes = self._scene is not None and self._scene.notes
        return decision_versions(self._office, item, notes=notes) if decided else item_versions(self._office, item)

    def _take_back(self, choice: str, key: str) -> None:
        item, decided = _parts(choice)
        if decided:
            act = partial(take_back_decisions, item_id=item, key=key)
            self._do(TakingBack(item, act, DECISIONS_TAKEN_BACK))
        else:
            self._do(TakingBack(item, partial(take_back, item_id=item, key=key), TAKEN_BACK))

    def _show_instead(self, item: str, otherwise: str, found: tuple[TextVersion, ...]) -> None:
        if found and self.panel.item() == item:
            self.panel.choose(otherwise)
            item = otherwise
        self._show(item, found)

    def _show(self, item: str, found: tuple[TextVersion, ...]) -> None:
        scene = self._scene
        if scene is not None and item == self.panel.item() and self.panel.isVisible():
            there = scene.at_item(_parts(item)[0])
            lines = version_lines(found, self._office.today(), there.item_words())
            if scene.shared:  # what is marked no longer was so then
                lines = tuple(line for line in lines if not has_marked(line.text))
            self.panel.show_versions(lines, there.locked)


def version_choices(scene: Scene) -> tuple[tuple[str, str], ...]:
    """Every item with its key, and after it its att-satser where there are any, or where they may have been."""
    what = "det överenskomna" if scene.notes else "besluten"
    found = []
    for (words, key), item in zip(item_choices(scene), scene.content.items, strict=True):
        found.append((words, key))
        if item.decisions or key == scene.shown:
            found.append((f"{words}: {what}", f"{key}{DECISIONS}"))
    return tuple(found)


def _parts(choice: str) -> tuple[str, bool]:
    return choice.removesuffix(DECISIONS), choice.endswith(DECISIONS)
