"""A date, typed in figures or chosen in a calendar with Swedish names and week numbers."""

import calendar
import re
from datetime import date

from PySide6.QtCore import QDate, QLocale, QPoint, Qt, Signal
from PySide6.QtWidgets import QCalendarWidget, QLineEdit, QMenu, QWidget, QWidgetAction

from bra_desktop.domain.swedish_dates import MONTHS
from bra_desktop.ui.naming import named
from bra_desktop.ui.theme.theme import Theme
from bra_desktop.ui.widgets.buttons import Button
from bra_desktop.ui.widgets.fields import Field, reads

FIGURES = re.compile(r"(\d{4})-?(\d{2})-?(\d{2})")


def read_date(text: str) -> date | None:
    """A date written as 2026-12-03 or 20261203; None for an empty text. ValueError carries a sentence to show."""
    text = text.strip()
    if not text:
        return None
    match = FIGURES.fullmatch(text)
    if match is None:
        raise ValueError("Skriv datumet som 2026-12-03.")
    year, month, day = (int(part) for part in match.groups())
    if not 1 <= month <= 12:
        raise ValueError(f"Månad {month} finns inte. Skriv datumet som 2026-12-03.")
    if not 1900 <= year <= 2999:
        raise ValueError(f"Årtalet {year} går inte att använda. Skriv datumet som 2026-12-03.")
    last = calendar.monthrange(year, month)[1]
    if not 1 <= day <= last:
        name = MONTHS[month - 1].capitalize()
        raise ValueError(f"{name} har {last} dagar. Skriv till exempel {year}-{month:02}-{last}.")
    return date(year, month, day)


class DateField(Field):
    """`changed` tells the new date (or None) once it is a date; what is wrong stands below the field."""

    changed = Signal(object)

    def __init__(self, theme: Theme, part: str, words: str, help_words: str = "") -> None:
        self._edit = QLineEdit()
        self._edit.setPlaceholderText("t.ex. 2026-12-03")
        self._open = Button(theme, f"{part}_calendar", f"Välj {words.lower()} i kalender", "plain", "calendar-days")
        self._open.set_compact(True)
        super().__init__(theme, part, words, self._edit, help_words, self._open)
        self._value: date | None = None
        self._edit.editingFinished.connect(self.read)
        self._edit.textEdited.connect(self._mended)
        self._open.clicked.connect(self._show_calendar)

    def value(self) -> date | None:
        """The last date that was right."""
        return self._value

    def set_value(self, value: date | None) -> None:
        self._value = value
        self._edit.setText(value.isoformat() if value else "")
        self.set_error("")

    def read(self) -> bool:
        """Takes what is typed; False when it is no date, which is said below the field."""
        try:
            value = read_date(self._edit.text())
        except ValueError as wrong:
            self.set_error(str(wrong))
            return False
        changed = value != self._value
        self.set_value(value)
        if changed:
            self.changed.emit(value)
        return True

    def _mended(self, text: str) -> None:
        """What was said to be wrong is no longer said once it reads as a date."""
        if self.error() and reads(read_date, text):
            self.set_error("")

    def _show_calendar(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        sheet = swedish_calendar(self._value)
        named(sheet, f"{self._edit.objectName()}_sheet", "Kalender")

        def take(day: QDate) -> None:
            menu.close()
            self._edit.setText(day.toString("yyyy-MM-dd"))
            self.read()

        sheet.clicked.connect(take)
        sheet.activated.connect(take)
        action = QWidgetAction(menu)
        action.setDefaultWidget(sheet)
        menu.addAction(action)
        menu.popup(self._open.mapToGlobal(QPoint(0, self._open.height())))
        sheet.setFocus()


def swedish_calendar(value: date | None, parent: QWidget | None = None) -> QCalendarWidget:
    """Monday first, ISO week numbers, Swedish names."""
    sheet = QCalendarWidget(parent)
    sheet.setLocale(QLocale(QLocale.Language.Swedish, QLocale.Country.Sweden))
    sheet.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
    sheet.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.ISOWeekNumbers)
    if value is not None:
        sheet.setSelectedDate(QDate(value.year, value.month, value.day))
    return sheet
