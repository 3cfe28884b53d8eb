"""The pane for who presides, keeps the minutes and adjusts: several in a row, each from one item to another."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from bra_desktop.domain.content import MeetingContent, OfficerContent
from bra_desktop.domain.kinds import DocumentProfile, Duty
from bra_desktop.domain.numbering import in_sentence, is_taken_up
from bra_desktop.domain.spans import course
from bra_desktop.domain.swedish import shortened
from bra_desktop.services.reading import PersonRow
from bra_desktop.ui.layouts import STRETCH, box, column, row, scroll, take_out
from bra_desktop.ui.meeting.edits import PeopleEdits
from bra_desktop.ui.meeting.people.officer_row import Items, OfficerRow
from bra_desktop.ui.meeting.presenter import Loaded
from bra_desktop.ui.theme.theme import Theme
from bra_desktop.ui.widgets.buttons import Button
from bra_desktop.ui.widgets.labels import label

WORDS = {
    Duty.PRESIDE: ("Leder mötet", "Ordförande", "Lägg till ordförande"),
    Duty.MINUTES: ("För protokollet", "Sekreterare", "Lägg till sekreterare"),
    Duty.ADJUST: ("Justerar", "Justerare", "Lägg till justerare"),
}
CONVENER = ("Leder mötet", "Sammankallande", "Lägg till sammankallande")
HELP = "Byter någon under mötet: lägg till den andra och välj från vilken punkt."
LONGEST = 34


class OfficersPane(QFrame):
    """Saves each row as soon as it says who. A refusal stands in its row."""

    closed = Signal()

    def __init__(self, theme: Theme, edits: PeopleEdits) -> None:
        super().__init__()
        self._theme, self._edits, self._made = theme, edits, 0
        self._loaded: Loaded | None = None
        self._items: Items = ()
        self.rows: list[OfficerRow] = []
        self._columns: dict[Duty, QVBoxLayout] = {}
        self._adds: dict[Duty, Button] = {}
        self._heads = {duty: label(WORDS[duty][0], "strong") for duty in Duty}
        self.setProperty("look", "card")
        self.setMinimumWidth(theme.px(300))
        close = Button(theme, "officers.close", "Stäng rutan", "quiet", "x", key="Esc")
        close.set_compact(True)
        close.clicked.connect(self.closed)
        self._help = label(HELP, "caption", wrap=True)
        sections = [self._section(duty) for duty in Duty]
        body = column(theme, self._help, *sections, STRETCH, space=14, margin=(4, 2, 14, 6))
        head = row(theme, label("Uppdrag på mötet", "h3"), STRETCH, close, margin=(4, 0, 0, 0))
        self.setLayout(column(theme, head, (scroll(box(body)), 1), space=6, margin=(12, 10, 6, 6)))

    def _section(self, duty: Duty) -> QVBoxLayout:
        theme = self._theme
        self._columns[duty] = column(theme, space=6)
        add = self._adds[duty] = Button(theme, f"officers.add_{duty.value}", WORDS[duty][2], "add", "plus")
        add.clicked.connect(lambda: self._add(duty))
        return column(theme, self._heads[duty], self._columns[duty], row(theme, add, STRETCH), space=6)

    def show_meeting(self, loaded: Loaded) -> None:
        """The appointments as they are kept; one that has been begun here stays."""
        if self._loaded is not None and self._loaded.shown.ref != loaded.shown.ref:
            for line in tuple(self.rows):
                self._take_away(line)
        self._loaded = loaded
        content, may = loaded.view.content, not loaded.shown.locked
        self._items = item_choices(content)
        notes = content.forum.profile is DocumentProfile.NOTES
        self._help.setVisible(may)
        for duty, add in self._adds.items():
            # Notes are never adjusted; what a file has said about it all the same is shown.
            named = any(o.duty is duty for o in content.officers)
            shown = duty is not Duty.ADJUST or not notes or named
            self._heads[duty].setVisible(shown)
            add.setVisible(may and shown)
            add.set_words((CONVENER if notes and duty is Duty.PRESIDE else WORDS[duty])[2])
        kept = dict(zip(loaded.view.officers, content.officers, strict=True))
        for line in tuple(self.rows):
            if line.officer_id and line.officer_id not in kept:
                self._take_away(line)
        there = {line.officer_id: line for line in self.rows}
        for key, told in kept.items():
            line = there.get(key) or self._put(told.duty, key)
            line.show_officer(told, self._people(told.duty), self._items, may=may)

    def _people(self, duty: Duty) -> tuple[PersonRow, ...]:
        """Those on the list; the minutes may be kept by somebody who isn't."""
        if self._loaded is None:
            return ()
        listed = {p.person for p in self._loaded.view.content.participants}
        return tuple(p for p in self._loaded.people if p.id in listed or duty is Duty.MINUTES)

    def _put(self, duty: Duty, officer_id: str = "") -> OfficerRow:
        self._made += 1
        line = OfficerRow(self._theme, self._made, duty, WORDS[duty][1])
        line.officer_id = officer_id
        self.rows.append(line)
        self._columns[duty].addWidget(line)
        line.edited.connect(lambda: self._keep(line))
        line.dropped.connect(lambda: self._drop(line))
        return line

    def _add(self, duty: Duty) -> None:
        """A row to fill in. Who comes after another begins where that one ends, or at the item that goes on."""
        if self._loaded is None:
            return
        line = self._put(duty)
        before = [o for o in self._loaded.view.content.officers if o.duty is duty]
        first = "" if duty is Duty.ADJUST or not before else self._next(before[-1])
        line.show_officer(OfficerContent(duty, "", first), self._people(duty), self._items, may=True)
        line.person.setFocus()

    def _next(self, last: OfficerContent) -> str:
        content = self._loaded.view.content if self._loaded else None
        keys = [key for _words, key in self._items]
        if last.to_item in keys:
            return (*keys, "")[keys.index(last.to_item) + 1]
        taken = [key for key in keys if content is not None and is_taken_up(content.item(key))]
        return taken[-1] if taken else (*keys, "", "")[1]

    def _keep(self, line: OfficerRow) -> None:
        if line.officer_id:
            self._edits.change_officer(line.officer_id, line.told(), line.refuse)
        elif self._loaded is not None:

            def kept(officer_id: str) -> None:
                line.officer_id = officer_id

            self._edits.appoint_for(self._loaded.shown.ref, line.told(), kept, line.refuse)

    def _drop(self, line: OfficerRow) -> None:
        self._take_away(line)
        if line.officer_id:
            name = line.person.currentText().partition(",")[0]
            self._edits.release(line.officer_id, f"{name} har inte längre uppdraget.")

    def _take_away(self, line: OfficerRow) -> None:
        self.rows.remove(line)
        take_out(self._columns[line.duty], line)


def item_choices(content: MeetingContent) -> Items:
    """Each item by number and title, in the order in which they are taken up."""
    return tuple((_item_words(content, key), key) for key in course(content).order)


def _item_words(content: MeetingContent, key: str) -> str:
    item = content.item(key)
    number = in_sentence(content.forum, item)
    words = number if number == item.title else f"{number} {item.title}"
    return shortened(words, LONGEST)
