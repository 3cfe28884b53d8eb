"""The pane for the meeting itself: time, place, registry number, the notice's words, and where it is adjusted."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QPlainTextEdit

from bra_desktop.domain.errors import UserError
from bra_desktop.domain.text import plain_document, plain_text
from bra_desktop.ui.layouts import STRETCH, box, column, row, scroll
from bra_desktop.ui.meeting.presenter import Loaded
from bra_desktop.ui.theme.theme import Theme
from bra_desktop.ui.widgets.buttons import Button
from bra_desktop.ui.widgets.date_field import DateField
from bra_desktop.ui.widgets.fields import Field, text_field
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
        self._notice_words = ""
        self.setProperty("look", "card")
        self.setMinimumWidth(theme.px(300))
        self._starts = TimeField(theme, "details.starts", "Börjar")
        self._ends = TimeField(theme, "details.ends", "Slutar")
        place, self._place = text_field(theme, "details.place", "Plats", "t.ex. Rådhuset, sal Almen")
        title, self._title = text_field(theme, "details.title", "Rubrik (frivilligt)", "t.ex. Extra möte")
        dnr, self._dnr = text_field(theme, "details.dnr", "Dnr (frivilligt)", "t.ex. KS 2026/118")
        self._reply_by = DateField(theme, "details.reply_by", "Svar senast (frivilligt)")
        reply_to, self._reply_to = text_field(theme, "details.reply_to", "Svar till (frivilligt)", "t.ex. e-postadress")
        self._words = QPlainTextEdit()
        self._words.setTabChangesFocus(True)
        self._words.setFixedHeight(theme.px(84))
        words = Field(theme, "details.words", "Text i kallelsen (frivilligt)", self._words)
        adjusted, self._adjusted_at = text_field(theme, "details.adjusted_place", "Plats för justering (frivilligt)")
        self._adjusted_day = DateField(theme, "details.adjusted_day", "Dag (frivilligt)")
        self._adjusted_time = TimeField(theme, "details.adjusted_time", "Kl. (frivilligt)")
        self._wrong = label("", "caption", "late", wrap=True)
        close = Button(theme, "details.close", "Stäng rutan", "quiet", "x")
        close.set_compact(True)
        save = Button(theme, "details.save", "Spara ändringar", "plain", "check", key="Ctrl+S")
        close.clicked.connect(self.closed)
        save.clicked.connect(self._save)
        fields = column(
            theme, row(theme, (self._starts, 1), (self._ends, 1), space=12), place, title, dnr,
            label("Kallelsen", "h3"), row(theme, (self._reply_by, 1), (reply_to, 1), space=12), words,
            label("Justeringen", "h3"), adjusted,
            row(theme, (self._adjusted_day, 3), (self._adjusted_time, 2), space=12), STRETCH,
            space=10, margin=(4, 6, 14, 6),
        )  # fmt: skip
        head = row(theme, label("Tid och plats", "h3"), STRETCH, close, margin=(4, 0, 0, 0))
        foot = row(theme, save, (self._wrong, 1), margin=(4, 4, 8, 4))
        self.setLayout(column(theme, head, (scroll(box(fields)), 1), foot, space=6, margin=(12, 10, 6, 8)))

    def show_meeting(self, loaded: Loaded) -> None:
        content = loaded.view.content
        planned = content.adjustment.planned_at
        self._starts.set_value(content.starts)
        self._ends.set_value(content.ends)
        for edit, words in (
            (self._place, content.place), (self._title, content.title), (self._dnr, content.registry_number),
            (self._reply_to, content.notice.reply_to), (self._adjusted_at, content.adjustment.place),
        ):  # fmt: skip
            edit.setText(words)
        self._reply_by.set_value(content.notice.reply_by)
        self._notice_words = plain_text(content.notice.text)
        self._words.setPlainText(self._notice_words)
        self._adjusted_day.set_value(planned.date() if planned else None)
        self._adjusted_time.set_value(planned.time() if planned else None)
        self._wrong.setText("")
        self._kept = self._values()

    def focus_place(self) -> None:
        self._place.setFocus()

    def _values(self) -> dict[str, Any]:
        day, at = self._adjusted_day.value(), self._adjusted_time.value()
        values: dict[str, Any] = {
            "starts": self._starts.value(),
            "ends": self._ends.value(),
            "place": self._place.text().strip(),
            "title": self._title.text().strip(),
            "registry_number": self._dnr.text().strip(),
            "reply_by": self._reply_by.value(),
            "reply_to": self._reply_to.text().strip(),
            "adjustment_place": self._adjusted_at.text().strip(),
            "adjustment_planned_at": datetime.combine(day, at) if day and at else None,
        }
        if (words := self._words.toPlainText()) != self._notice_words:
            values["notice_text"] = plain_document(words, "notice")
        return values

    def _save(self) -> None:
        right = all([self._starts.read(), self._ends.read(), self._adjusted_time.read()])
        if not right or self._reply_by.error() or self._adjusted_day.error():
            return
        values = self._values()
        if values["starts"] is None:
            self._starts.set_error("Skriv när mötet börjar, t.ex. 10.00.")
            return
        changed = {name: value for name, value in values.items() if self._kept.get(name) != value}
        if changed:
            self._wrong.setText("")
            self._change(changed, self.closed.emit, lambda error: self._wrong.setText(error.text))
        else:
            self.closed.emit()
