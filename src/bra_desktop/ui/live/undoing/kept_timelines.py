"""What has been done in each meeting in this run of the program, also while its page is not there."""

from __future__ import annotations

from PySide6.QtCore import QObject

from bra_desktop.ui.live.undoing.timeline import Timelines
from bra_desktop.ui.operations import Operations


class KeptTimelines(QObject):
    """Belongs to the road to the database, not to the page, which somebody leaves and which is built anew at times."""

    def __init__(self, operations: Operations) -> None:
        super().__init__(operations)
        self.by_meeting: Timelines = {}

    @classmethod
    def of(cls, operations: Operations) -> KeptTimelines:
        """The ones that belong to the road."""
        found = operations.findChild(cls)
        return found if isinstance(found, cls) else cls(operations)
