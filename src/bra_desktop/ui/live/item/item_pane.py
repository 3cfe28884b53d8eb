"""The middle of Mötesläge: the item's head, its text, its decisions, and what can be added to it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QCheckBox, QWidget

from bra_desktop.domain.decisions import decision_warnings, preamble
from bra_desktop.domain.kinds import ItemType
from bra_desktop.domain.numbering import is_taken_up
from bra_desktop.services.office import Office
from bra_desktop.ui.layouts import box, column, row
from bra_desktop.ui.live.course import ItemClock
from bra_desktop.ui.live.duties import nobody_words
from bra_desktop.ui.live.item.additions import Additions
from bra_desktop.ui.live.item.decision_box import DecisionBox
from bra_desktop.ui.live.item.item_head import ItemHead
from bra_desktop.ui.live.item.minutes_card import LINE, MinutesCard
from bra_desktop.ui.live.saving.savers import Savers
from bra_desktop.ui.live.scene import Scene
from bra_desktop.ui.live.wording import action_lines, chips
from bra_desktop.ui.naming import named
from bra_desktop.ui.theme.theme import Theme
from bra_desktop.ui.widgets.buttons import Button
from bra_desktop.ui.widgets.note_bar import NoteBar

LEAST_DECISIONS, FEWEST_LINES = 84, 2
IMMEDIATE_TIP = "Paragrafen skrivs under redan på mötet så att beslutet kan användas genast. Texten ska finnas färdig."
NOT_TAKEN_UP = "Ärendet är inte upptaget än. Ctrl+Pil ned tar upp det."


class ItemPane(QWidget):
    """`addition_asked` names what is to be added; the boxes have signals of their own."""

    addition_asked = Signal(str)
    immediate_chosen = Signal(bool)
    adjust_asked = Signal()
    signing_asked = Signal()
    take_up_asked = Signal()

    def __init__(self, theme: Theme, office: Office, savers: Savers) -> None:
        super().__init__()
        self._theme = theme
        self._note = NoteBar(theme, "live.note", "attention", closable=False)
        self._note.hide()
        self._remark = NoteBar(theme, "live.remark", "attention", closable=False)
        self._remark.hide()
        self.minutes = MinutesCard(theme, office.new_id)
        self.minutes.shared_anew.connect(self._share_room)
        self.decisions = DecisionBox(theme, office, savers)
        self._narrow = False
        self._noted = ("", "")
        self._offers: tuple[bool, bool, bool] | None = None
        self._foot = self._additions()
        self._instead = self.additions.instead
        self._head = ItemHead(theme, self._instead)
        self._head.take_up_asked.connect(self.take_up_asked)
        parts = (self._head, self._note, self._remark, (self.minutes, 1), self.decisions, self._foot)
        self.setLayout(column(theme, *parts, space=8, margin=(0, 0, 0, 0)))

    def show_scene(self, scene: Scene) -> None:
        """Everything but the text itself."""
        item, content = scene.item, scene.content
        self._head.show_scene(scene)
        self._show_note(scene)
        self.minutes.set_locked(bool(scene.locked))
        self.minutes.show_actions(action_lines(content, item))
        self.decisions.show_item(
            scene.shown, preamble(content), notes=scene.notes, locked=scene.locked, withheld=scene.withheld
        )
        self.decisions.show_decisions(scene.decisions)
        self.decisions.show_proposals(scene.proposals)
        self.decisions.show_parts(chips(content, item))
        self._show_additions(scene)

    def show_time(self, clock: ItemClock) -> None:
        self._head.show_time(clock)

    def focus_take_up(self) -> bool:
        """To the button that takes the item up; tells whether there is one."""
        return self._head.focus_take_up()

    def time_words(self) -> str:
        return self._head.time_words()

    def set_narrow(self, narrow: bool) -> None:
        """Without room the head keeps its title alone; the rest stands in its tip."""
        self._narrow = narrow
        self._share_room()

    def show_remark(self, words: str) -> None:
        """What the secretary should look at in the item; nothing when all is well."""
        if words != self.remark_words():
            self._remark.show_note(words)
            self._remark.setVisible(bool(words))
            self._share_room()

    def remark_words(self) -> str:
        return "" if self._remark.isHidden() else self._remark.words()

    def note_words(self) -> str:
        return "" if self._note.isHidden() else self._note.words()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_room()

    def event(self, event: QEvent) -> bool:
        """A part that wants more or less than before is heard when all that changed with it has been laid out."""
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._share_room()
        return done

    def _share_room(self) -> None:
        """The decisions take what they need, but not the room that the text keeps at least.

        Where even that is too little the text keeps fewer lines, and what can be added gives way to one button.
        """
        self._head.share(self.width(), self._narrow)
        layout, theme = self.layout(), self._theme
        gap = layout.spacing() if layout is not None else 0
        others = [part for part in (self._head, self._note, self._remark) if not part.isHidden()]
        spare = self.height() - sum(_needed(part, self.width()) + gap for part in others) - gap
        least = min(theme.px(LEAST_DECISIONS), self.decisions.needed())
        foot, around, line = _needed(self._foot, self.width()) + gap, self.minutes.around_text(), theme.px(LINE)
        self._foot.setVisible(spare - foot - least - around >= line * FEWEST_LINES or not self._narrow)
        self._instead.setVisible(self._foot.isHidden() and self._offers is not None and self._offers[2])
        spare -= 0 if self._foot.isHidden() else foot
        self.minutes.share_height(spare - least)
        self.decisions.fit(max(least, min(spare - self.minutes.minimumSizeHint().height(), round(self.height() * 0.4))))

    def _show_note(self, scene: Scene) -> None:
        """All that holds, the most serious first: one thing must not hide another."""
        settled = scene.locked or (scene.item.struck and "Ärendet utgår. Paragrafen behåller sitt nummer.") or ""
        decides = is_taken_up(scene.item) and not scene.item.struck and not scene.withheld
        warnings = decision_warnings(scene.content, scene.shown) if decides else ()
        waits = NOT_TAKEN_UP if scene.waits and not settled else ""
        words = " ".join(filter(None, (settled, waits, *(warning.text for warning in warnings), nobody_words(scene))))
        icon = "lock" if scene.locked else ""
        if (words, icon) != self._noted:
            self._noted = words, icon
            self._note.show_note(words, icon=icon)
            self._note.setVisible(bool(words))
            self._share_room()

    def _additions(self) -> QWidget:
        theme = self._theme
        self.additions = Additions(theme)
        self.additions.asked.connect(self.addition_asked)
        self._immediate = named(
            QCheckBox("Omedelbar justering"), "live.immediate", "Omedelbar justering", IMMEDIATE_TIP
        )
        self._immediate.setToolTip(IMMEDIATE_TIP)
        self._immediate.clicked.connect(self.immediate_chosen)
        self._adjust = Button(
            theme,
            "live.adjust_now",
            "Justera paragrafen nu",
            "link",
            "stamp",
            tip="Låser paragrafens text för underskrift",
        )
        self._adjust.clicked.connect(lambda: self.adjust_asked.emit())
        self._sign = Button(
            theme, "live.sign_item", "Till underskrifterna", "plain", "pen-line",
            tip="Paragrafen är låst. Här skriver ordförande, sekreterare och justerare under den.",
        )  # fmt: skip
        self._sign.clicked.connect(lambda: self.signing_asked.emit())
        self._sign.hide()
        layout = row(theme, (self.additions, 1), space=8)
        for one in (self._adjust, self._sign, self._immediate):
            layout.addWidget(one, 0, Qt.AlignmentFlag.AlignVCenter)
        return box(layout)

    def _show_additions(self, scene: Scene) -> None:
        offers = (scene.item.type is ItemType.ELECTION, scene.notes, not scene.locked)
        if offers != self._offers:
            self._offers = offers
            election, notes, may = offers
            self.additions.show_offers(election=election, notes=notes, locked=not may)
        adjusted = scene.shown in scene.view.frozen_items
        self._sign.setVisible(adjusted)
        self._immediate.setVisible(not scene.notes and not adjusted)
        self._immediate.setEnabled(not scene.locked)
        self._immediate.setChecked(scene.item.immediate_adjustment)
        ready = scene.item.immediate_adjustment and not scene.locked and is_taken_up(scene.item)
        self._adjust.setVisible(ready and not scene.notes)


def _needed(part: QWidget, width: int) -> int:
    """The height that it wants at that width; the one it has means nothing before it has been laid out."""
    layout = part.layout()
    wraps = layout is not None and layout.hasHeightForWidth()
    high = layout.totalHeightForWidth(width) if layout is not None and wraps else part.sizeHint().height()
    return max(high, part.minimumHeight())
