"""The head of an item: its §, its title, whether it is confidential, its clock, and what is known about it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from bra_desktop.domain.numbering import label as item_label
from bra_desktop.domain.swedish import plural
from bra_desktop.ui.layouts import STRETCH, column, row
from bra_desktop.ui.live.course import ItemClock
from bra_desktop.ui.live.scene import Scene, head_words
from bra_desktop.ui.theme.theme import Theme
from bra_desktop.ui.widgets.buttons import Button
from bra_desktop.ui.widgets.elided import ElidedLabel, FoldedLabel
from bra_desktop.ui.widgets.labels import Glyph, label, retone

TAKE_UP, TAKE_UP_SHORT = "Ta upp ärendet", "Ta upp"


class ItemHead(QWidget):
    """The title is read first: where there is no room for all, the others give way to it, and it breaks in two lines
    before it is cut.

    ``instead`` is a button that stands at the end. `take_up_asked`: the item is to get its § now.
    """

    take_up_asked = Signal()

    def __init__(self, theme: Theme, instead: QWidget) -> None:
        super().__init__()
        self._theme, self._instead = theme, instead
        self._section, self._title = label("", "h1", "primary"), FoldedLabel(theme, "h1", "h2", theme.px(80))
        self._title.setObjectName("live.item_title")
        self._secret = Glyph(theme, "lock", "attention", 18)
        self._secret.setObjectName("live.item_secret")
        self._secret.hide()
        self._about, self._below = ElidedLabel("caption", theme.px(110)), ElidedLabel("caption", theme.px(110))
        self._clip, self._annexes = Glyph(theme, "paperclip"), label("", "caption")
        self._below.setObjectName("live.item_about")
        tip = "Ärendet får sin paragraf nu. Ctrl+Pil ned"
        self._take_up = Button(theme, "live.take_up", TAKE_UP, "link", "play", tip=tip)
        self._take_up.clicked.connect(lambda: self.take_up_asked.emit())
        self._titles: tuple[str, ...] | None = None
        self._shared = 0, False
        self._time = label("", "caption")
        self._time.setObjectName("live.item_clock")
        about = row(theme, self._time, 6, self._about, self._clip, self._annexes, space=6)
        first = row(
            theme, self._section, self._title, self._secret, STRETCH, self._take_up, about, instead, space=8
        )  # fmt: skip
        self.setLayout(column(theme, first, self._below, space=0))

    def show_scene(self, scene: Scene) -> None:
        item, content = scene.item, scene.content
        known = item.paragraph is not None
        self._section.setText(item_label(content.forum, item) if known or item.agenda_number else "")
        about, secret = head_words(scene), scene.secret_words(scene.shown)
        self._title.setText(item.title)
        self._title.setToolTip("\n".join(filter(None, (item.title, about, secret))))
        self._about.setText(about)
        self._below.setText(about)
        self._secret.setVisible(bool(secret))
        self._secret.setToolTip(secret)
        self._secret.setAccessibleName(secret)
        self._show_annexes(tuple(content.annex(key).title for key in item.annexes))
        self._take_up.setVisible(scene.waits and not scene.locked)

    def show_time(self, clock: ItemClock) -> None:
        """The item's clock against its plan; what is the same as a minute ago is left alone."""
        if clock.words != self._time.text():
            self._time.setText(clock.words)
            self.share(*self._shared)
            self._time.setAccessibleName(f"Ärendets tid: {clock.words}")
        retone(self._time, "tone", "attention" if clock.over else "")

    def time_words(self) -> str:
        return self._time.text()

    def focus_take_up(self) -> bool:
        """To the button that takes the item up; tells whether there is one."""
        if self._take_up.isHidden():
            return False
        self._take_up.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return True

    def share(self, width: int, narrow: bool) -> None:
        """Shares that width, in pixels. ``narrow``: there is no height for a line more, so it stands in the tip.

        The item's time, which stands in the agenda too, gives way before anything of the title is cut.
        """
        self._shared = width, narrow
        gap, most = self._theme.px(8), 1 if narrow else 2
        others = (self._section, self._secret, self._clip, self._annexes, self._instead)
        taken = sum(part.sizeHint().width() + gap for part in others if not part.isHidden())
        time = self._time.sizeHint().width() + gap if self._time.text() else 0
        room = width - taken - self._button_with(TAKE_UP_SHORT) - gap
        self._time.setVisible(time > 0 and self._title.can_be_read(room - time, most=most))
        taken += 0 if self._time.isHidden() else time
        button = self._button_with(TAKE_UP)
        title, about = self._title.whole_width(), self._about.sizeHint().width() + self._theme.px(14)
        beside = taken + button + title + about <= width
        self._about.setVisible(bool(self._about.text()) and beside)
        self._below.setVisible(bool(self._below.text()) and not beside and not narrow)
        words = TAKE_UP if taken + button + title <= width else TAKE_UP_SHORT
        if words != self._take_up.text():
            self._take_up.set_words(words)
            self._take_up.setAccessibleName(TAKE_UP)
        self._title.fold_into(width - taken - self._button_with(words) - gap, most=most)

    def _button_with(self, words: str) -> int:
        """The room that the button takes with those words, and beside it; nothing while it is not there."""
        if self._take_up.isHidden():
            return 0
        metrics, hint = self._take_up.fontMetrics(), self._take_up.sizeHint().width()
        other = metrics.horizontalAdvance(words) - metrics.horizontalAdvance(self._take_up.text())
        return hint + other + self._theme.px(8)

    def _show_annexes(self, titles: tuple[str, ...]) -> None:
        if titles == self._titles:
            return
        self._titles, listed = titles, "\n".join(titles)
        self._clip.setVisible(bool(titles))
        self._annexes.setVisible(bool(titles))
        self._annexes.setText(str(len(titles)))
        self._annexes.setToolTip(listed)
        self._annexes.setAccessibleName(f"{plural(len(titles), 'bilaga', 'bilagor')}: {listed}")
