"""What Mötesläge shows of the meeting whichever item is shown: the strip, the agenda, and how many are there."""

from __future__ import annotations

from datetime import date, time

from bra_desktop.domain.content import MeetingContent
from bra_desktop.ui.live.course import agenda, done_words, strip
from bra_desktop.ui.live.parts import LiveParts
from bra_desktop.ui.live.scene import Scene
from bra_desktop.ui.live.signs import sign_words


class WholeMeeting:
    """Made anew when the meeting has been read anew, and once a minute; another item costs nothing."""

    def __init__(self, parts: LiveParts) -> None:
        self._parts = parts
        self._content: MeetingContent | None = None
        self._moment: tuple[date | None, int, int] | None = None

    def forget(self) -> None:
        """Another meeting, or the same one entered anew."""
        self._content = self._moment = None

    def show(self, scene: Scene, now: time) -> None:
        moment = (scene.today, now.hour, now.minute)
        if self._content is scene.content and self._moment == moment:
            return
        self._content, self._moment = scene.content, moment
        words = strip(scene, now)
        self._parts.strip.show_strip(words)
        self._parts.attendance.show_count(words.present.removesuffix(" närvarande") if words.counts else "")
        self._parts.agenda.show_rows(agenda(scene, now), done_words(scene))

    def show_signs(self, scene: Scene) -> None:
        """Says of the shown item which signs in it no document can show."""
        parts = self._parts
        parts.item.show_remark(sign_words(scene.content, scene.item, parts.texts.written(scene), parts.glyphs.has))
