"""The widgets of Mötesläge, made once for the page that shows them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from bra_desktop.services.office import Office
from bra_desktop.ui.live.agenda_list import AgendaList
from bra_desktop.ui.live.asked_panel import AskedPanel
from bra_desktop.ui.live.closing.closing_panel import ClosingPanel
from bra_desktop.ui.live.forms.form_panel import FormPanel
from bra_desktop.ui.live.glyphs import Glyphs
from bra_desktop.ui.live.item.item_pane import ItemPane
from bra_desktop.ui.live.item.marked_words import MarkedWords
from bra_desktop.ui.live.item.text_desk import TextDesk
from bra_desktop.ui.live.live_spelling import LiveSpelling
from bra_desktop.ui.live.saving.copies import Copies
from bra_desktop.ui.live.saving.savers import Savers
from bra_desktop.ui.live.sides.action_panel import ActionPanel
from bra_desktop.ui.live.sides.attendance_panel import AttendancePanel
from bra_desktop.ui.live.sides.note_panel import NotePanel
from bra_desktop.ui.live.sides.side_panels import SidePanels
from bra_desktop.ui.live.strip import LiveStrip
from bra_desktop.ui.pages import PageContext
from bra_desktop.ui.rich_text.pictures import PictureDesk
from bra_desktop.ui.room import Room
from bra_desktop.ui.theme.ring import NO_RING
from bra_desktop.ui.versions.versions_panel import VersionsPanel

BY_KEY = Qt.FocusReason.ShortcutFocusReason


class LiveParts:
    """Strip, agenda, item, attendance and actions, the panels over them, and what saves the words typed in them.

    may_unveil: whether the room may see again what something done in that item has hidden.
    """

    def __init__(self, page: QWidget, context: PageContext, office: Office) -> None:
        theme, self._page = context.theme, page
        page.setProperty(NO_RING, True)  # where the keyboard waits when it is let go of
        self.may_unveil: Callable[[str], bool] = lambda _item: True
        self.savers = Savers.of(context.operations, office.local_now)
        self.glyphs = Glyphs(theme)
        self.strip = LiveStrip(theme)
        self.agenda = AgendaList(theme)
        self.item = ItemPane(theme, office, self.savers)
        self.texts = TextDesk(office, self.item.minutes, self.savers, context.memory)
        self.attendance = AttendancePanel(theme)
        self.actions = ActionPanel(theme, self.attendance.add)
        self.notes = NotePanel(theme, office, self.savers)
        self.sides = SidePanels(theme, page, (self.attendance, self.actions, self.notes), context.memory)
        self.form = FormPanel(theme, page)
        self.closing = ClosingPanel(theme, page)
        self.asked = AskedPanel(theme, page)
        self.versions = VersionsPanel(theme, page)
        PictureDesk(self.item.minutes.editor, context.operations.for_page(page), office)
        self.marking = MarkedWords(self.item.minutes, self.texts, self.savers, context.messages)
        self.spelling = LiveSpelling(context, self.item.minutes, self.item.decisions, self.notes)
        self.copies = Copies(page, self.item.minutes, self.item.decisions, self.form, self.savers, context.messages)

    def set_room(self, room: Room) -> None:
        self.strip.set_room(room)
        self.sides.set_floating(room.no_sides)
        self.agenda.set_narrow(room.no_sides)
        self.item.set_narrow(room.narrow)
        self.item.minutes.set_narrow(room.no_sides)

    def place(self) -> None:
        """What floats, and the agenda, follow the size of the page."""
        self.agenda.fit(self._page.width())
        self.sides.place()
        self.form.place()
        self.closing.place()
        self.asked.place()
        self.versions.place()

    def put_away(self) -> None:
        """One panel at a time lies over the page."""
        self.form.put_away()
        self.clear_for_form()

    def clear_for_form(self) -> None:
        """What lies over the page, but for a form: it is emptied by the one that comes in its place."""
        for covering in (self.closing, self.asked, self.versions):
            covering.hide()
        self.sides.close()

    def panel_is_open(self) -> bool:
        """Whether something with a keyboard of its own lies over the page."""
        return self.form.is_open() or self.list_is_open() or self.versions.isVisible()

    def list_is_open(self) -> bool:
        """Whether the list of what is missing, or a question, lies over the page."""
        return self.closing.isVisible() or self.asked.isVisible()

    def keyboard_stays(self, *, same_item: bool) -> bool:
        """Whether the keyboard is where it stays when a text is shown. same_item: of the item as before."""
        hand: QWidget | None = self._page.window().focusWidget()
        here = same_item and hand is not None and self._page.isAncestorOf(hand)
        return here or self.panel_is_open() or self.agenda.list.hasFocus()

    # ── where the keyboard goes ──────────────────────────────────────────────────────────────
    def let_go_of_keyboard(self) -> None:
        """What is typed goes nowhere; the keys of the page still mean what they mean."""
        self._page.setFocus(BY_KEY)

    def has_let_go(self) -> bool:
        return self._page.hasFocus()

    def to_agenda(self) -> None:
        self.agenda.list.setFocus(BY_KEY)

    def to_decisions(self) -> None:
        lines = self.item.decisions.lines
        if lines:
            lines[0].edit.setFocus(BY_KEY)
        else:
            self.item.decisions.add_line()

    def to_decision(self, key: str) -> None:
        """To the att-sats with that id, else to the first."""
        line = next((line for line in self.item.decisions.lines if line.saved_id == key), None)
        line.edit.setFocus(BY_KEY) if line is not None else self.to_decisions()

    def to_proposals(self) -> None:
        """To the button that decides what was proposed, where nothing is decided yet; else to the decisions."""
        decisions = self.item.decisions
        if decisions.decide.isVisible() and not decisions.lines:
            decisions.decide.setFocus(BY_KEY)
        else:
            self.to_decisions()
