"""Opens Versioner over a page, reads an item's versions, and hands on the one that is to be taken back."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from bra_desktop.domain.confidentiality import is_withheld
from bra_desktop.services.office import Office
from bra_desktop.services.versions import TextVersion, item_versions
from bra_desktop.ui.live.scene import Scene, item_choices
from bra_desktop.ui.live.version_lines import version_lines
from bra_desktop.ui.live.versions_panel import VersionsPanel
from bra_desktop.ui.running import Runner

TAKEN_BACK = "Texten är som i versionen."


class VersionsDesk:
    """take_back: what the page does with an item and the key of one of its versions."""

    def __init__(
        self, panel: VersionsPanel, office: Office, runner: Runner, take_back: Callable[[str, str], None]
    ) -> None:
        self._office, self._runner = office, runner
        self._scene: Scene | None = None
        self.panel = panel
        self.panel.item_chosen.connect(self._read)
        self.panel.wanted.connect(take_back)

    def open(self, scene: Scene) -> None:
        """The shown item's versions, and those of the others; on a shared screen none that may not be seen."""
        self._scene = scene
        hidden = {i.key for i in scene.view.content.items if scene.shared and is_withheld(i)}
        choices = [(words, key) for words, key in item_choices(scene) if key not in hidden]
        self.panel.show_versions((), "")
        self.panel.open(choices, scene.shown)
        self._read(self.panel.item())

    def follow(self, scene: Scene) -> None:
        """The meeting has been read anew: the versions are, too, while they are shown."""
        if self.panel.isVisible():
            self._scene = scene
            self._read(self.panel.item())

    def _read(self, item: str) -> None:
        office = self._office

        def ask(_saved: None) -> None:
            self._runner.read(lambda: item_versions(office, item), partial(self._show, item))

        if item:
            self._runner.write(lambda: None, ask)  # what was typed is on the disk by then

    def _show(self, item: str, found: tuple[TextVersion, ...]) -> None:
        scene = self._scene
        if scene is not None and item == self.panel.item() and self.panel.isVisible():
            there = scene.at_item(item)
            self.panel.show_versions(version_lines(found, self._office.today(), there.item_words()), there.locked)
