"""The pane for the meeting itself: day, forum, time, place, breaks, the notice's words, and where it is adjusted."""

from collections.abc import Callable
from datetime import datetime
from typing import Any
from uuid import uuid4

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLayout

from bra_desktop.domain.errors import UserError
from bra_desktop.domain.kinds import MeetingState
from bra_desktop.domain.text import TextDocument
from bra_desktop.ui.layouts import STRETCH, box, column, frame, row, scroll
from bra_desktop.ui.meeting.agenda.text_tools import text_tools
from bra_desktop.ui.meeting.breaks import Breaks
from bra_desktop.ui.meeting.people.officers_pane import item_choices
from bra_desktop.ui.meeting.presenter import Loaded
from bra_desktop.ui.rich_text.edit import RichTextEdit
from bra_desktop.ui.theme.theme import Theme
from bra_desktop.ui.widgets.buttons import Button
from bra_desktop.ui.widgets.date_field import DateField
from bra_desktop.ui.widgets.fields import choice_field, text_field
from bra_desktop.ui.widgets.labels import label
from bra_desktop.ui.widgets.time_field import TimeField

Change = Callable[[dict[str, Any], Callable[[], None], Callable[[UserError], None]], None]


class DetailsPane(QFrame):
    """Keeps everything at once when Spara ändringar is chosen, so that start and end are judged together."""

    closed = Signal()

    def __init__(self, theme: Theme, change: Change) -> None:
        super().__init__()
        self._theme, self._change = theme, change
        self._kept: dict[str, Any] = {}
        self.setProperty("look", "card")
        self.setMinimumWidth(theme.px(300))
        fields = self._make_fields(theme)
        self._wrong = label("", "caption", "late", wrap=True)
        close = Button(theme, "details.close", "Stäng rutan", "quiet", "x", key="Esc")
        close.set_compact(True)
        save = Button(theme, "details.save", "Spara ändringar", "plain", "check", key="Ctrl+S")
        close.clicked.connect(self.closed)
        save.clicked.connect(self.save)
        head = row(theme, label("Tid och plats", "h3"), STRETCH, close, margin=(4, 0, 0, 0))
        foot = row(theme, save, (self._wrong, 1), margin=(4, 4, 8, 4))
        self.setLayout(column(theme, head, (scroll(box(fields)), 1), foot, space=6, margin=(12, 10, 6, 8)))

    def _make_fields(self, theme: Theme) -> QLayout:
        self._forum_field, self._forum = choice_field(theme, "details.forum", "Forum", [])
        self._day = DateField(theme, "details.day", "Datum")
        self._starts = TimeField(theme, "details.starts", "Börjar")
        self._ends = TimeField(theme, "details.ends", "Slutar")
        place, self._place = text_field(theme, "details.place", "Plats", "t.ex. Rådhuset, sal Almen")
        title, self._title = text_field(theme, "details.title", "Rubrik (frivilligt)", "t.ex. Extra möte")
        dnr, self._dnr = text_field(theme, "details.dnr", "Dnr (frivilligt)", "t.ex. KS 2026/118")
        self.breaks = Breaks(theme)
        self._reply_by = DateField(theme, "details.reply_by", "Svar senast (frivilligt)")
        reply_to, self._reply_to = text_field(theme, "details.reply_to", "Svar till (frivilligt)", "t.ex. e-postadress")
        self._words = RichTextEdit(theme, "details.words", "Text i kallelsen (frivilligt)", lambda: str(uuid4()))
        self._words.setMinimumHeight(theme.px(96))
        words = column(
            theme, label("Text i kallelsen (frivilligt)", "strong"),
            frame(column(theme, text_tools(theme, "details", self._words), self._words, space=0, margin=1)), space=3,
        )  # fmt: skip
        adjusted, self._adjusted_at = text_field(theme, "details.adjusted_place", "Plats för justering (frivilligt)")
        self._adjusted_day = DateField(theme, "details.adjusted_day", "Dag (frivilligt)")
        self._adjusted_time = TimeField(theme, "details.adjusted_time", "Kl. (frivilligt)")
        return column(
            theme, self._forum_field, self._day, row(theme, (self._starts, 1), (self._ends, 1), space=12), place,
            title, dnr, label("Kallelsen", "h3"), row(theme, (self._reply_by, 1), (reply_to, 1), space=12), words,
            label("Ajourneringar", "h3"), self.breaks, label("Justeringen", "h3"), adjusted,
            row(theme, (self._adjusted_day, 3), (self._adjusted_time, 2), space=12), STRETCH,
            space=10, margin=(4, 6, 14, 6),
        )  # fmt: skip

    def show_meeting(self, loaded: Loaded) -> None:
        content = loaded.view.content
        planned = content.adjustment.planned_at
        self._show_forum(loaded)
        self._day.set_value(content.date)
        self._starts.set_value(content.starts)
        self._ends.set_value(content.ends)
        for edit, words in (
            (self._place, content.place), (self._title, content.title), (self._dnr, content.registry_number),
            (self._reply_to, content.notice.reply_to), (self._adjusted_at, content.adjustment.place),
        ):  # fmt: skip
            edit.setText(words)
        self._reply_by.set_value(content.notice.reply_by)
        self._words.show_text(content.notice.text)
        self.breaks.show_breaks(content.adjournments, item_choices(content))
        self._adjusted_day.today = lambda: content.date
        self._adjusted_day.set_value(planned.date() if planned else None)
        self._adjusted_time.set_value(planned.time() if planned else None)
        self._wrong.setText("")
        self._kept = self._values()

    def focus_place(self) -> None:
        self._place.setFocus()

    def _show_forum(self, loaded: Loaded) -> None:
        """Another forum may be chosen until the notice has gone to the members of this one."""
        self._forum.clear()
        for forum in loaded.forums:
            self._forum.addItem(forum.name, forum.id)
        self._forum.setCurrentIndex(self._forum.findData(loaded.forum_id))
        before = loaded.shown.state is MeetingState.PLANNED
        self._forum.setEnabled(before)
        self._forum.setToolTip("" if before else "Forumet ändras inte efter kallelsen.")

    def _values(self) -> dict[str, Any]:
        text = self._words.text()
        day, at = self._adjusted_day.value(), self._adjusted_time.value()
        return {
            "forum_id": self._forum.currentData(),
            "day": self._day.value(),
            "starts": self._starts.value(),
            "ends": self._ends.value(),
            "place": self._place.text().strip(),
            "title": self._title.text().strip(),
            "registry_number": self._dnr.text().strip(),
            "reply_by": self._reply_by.value(),
            "reply_to": self._reply_to.text().strip(),
            "adjustment_place": self._adjusted_at.text().strip(),
            "adjustment_planned_at": datetime.combine(day, at) if day and at else None,
            "notice_text": text if text else TextDocument(),
            "adjournments": self.breaks.breaks(),
        }

    def save(self) -> None:
        """Keeps everything; what is wrong is said at its field."""
        typed = (self._day, self._starts, self._ends, self._reply_by, self._adjusted_day, self._adjusted_time)
        wrong = [one for one in typed if not one.read()]
        if not self.breaks.read() or wrong:
            return
        values = self._values()
        if values["day"] is None:
            self._day.set_error("Skriv mötets dag, t.ex. 2026-12-03.")
        elif values["starts"] is None:
            self._starts.set_error("Skriv när mötet börjar, t.ex. 10.00.")
        elif changed := {name: value for name, value in values.items() if self._kept.get(name) != value}:
            self._wrong.setText("")
            self._change(changed, self.closed.emit, self._refused)
        else:
            self.closed.emit()

    def _refused(self, error: UserError) -> None:
        """Said at the field that it names, else beside the button."""
        field = {"datum": self._day, "forum": self._forum_field}.get(error.where)
        if field is not None:
            field.set_error(error.text)
            field.editor.setFocus()
        else:
            self._wrong.setText(error.text)
