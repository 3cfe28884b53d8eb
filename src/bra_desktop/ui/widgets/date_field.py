"""A date, typed in figures or words or chosen in a calendar with Swedish names and week numbers."""

import calendar
import re
from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QDate, QLocale, QPoint, Qt
from PySide6.QtWidgets import QCalendarWidget, QMenu, QWidget, QWidgetAction

from bra_desktop.domain.calendar import FIRST_YEAR, LAST_YEAR
from bra_desktop.domain.due_phrases import NoSuchDay, parse_due
from bra_desktop.domain.errors import UserError
from bra_desktop.domain.swedish_dates import MONTHS
from bra_desktop.system.clock import local, utc_now
from bra_desktop.ui.naming import named
from bra_desktop.ui.theme.theme import Theme
from bra_desktop.ui.widgets.buttons import Button
from bra_desktop.ui.widgets.moment_field import MomentField

FIGURES = re.compile(r"(\d{4})-?(\d{2})-?(\d{2})")
BEGUN = re.compile(r"\d{3}")
"""A year that has been begun, and is not a day of a month."""


def read_date(text: str, today: Callable[[], date] | None = None) -> date | None:
    """A date written as 2026-12-03, 20261203, 3/12 or 3 december; None for an empty text.

    A day without a year is the next one from ``today``, or from the day on the wall. ValueError carries a sentence.
    """
    text = text.strip()
    if not text:
        return None
    match = FIGURES.fullmatch(text)
    if match is None and not BEGUN.match(text):
        try:
            return _near(parse_due(text, (today or today_here)()))
        except NoSuchDay as missing:
            raise ValueError(missing.text) from missing
        except UserError:
            pass
    if match is None:
        raise ValueError("Skriv datumet som 2026-12-03 eller 3/12.")
    year, month, day = (int(part) for part in match.groups())
    if not 1 <= month <= 12:
        raise ValueError(f"Månad {month} finns inte. Skriv datumet som 2026-12-03.")
    _refuse_far_year(year)
    last = calendar.monthrange(year, month)[1]
    if not 1 <= day <= last:
        name = MONTHS[month - 1].capitalize()
        raise ValueError(f"{name} har {last} dagar. Skriv till exempel {year}-{month:02}-{last}.")
    return date(year, month, day)


def _near(day: date) -> date:
    _refuse_far_year(day.year)
    return day


def _refuse_far_year(year: int) -> None:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise ValueError(f"År {year} är för långt bort. Skriv ett år mellan {FIRST_YEAR} och {LAST_YEAR}.")


def today_here() -> date:
    """The day on the wall, from which a day without a year is counted."""
    return local(utc_now()).date()


class DateField(MomentField[date]):
    """A day in figures, with a button that opens the calendar. `today`: whence a day without a year is counted."""

    def __init__(self, theme: Theme, part: str, words: str, help_words: str = "") -> None:
        self._open = Button(theme, f"{part}_calendar", f"Välj {words.lower()} i kalender", "plain", "calendar-days")
        self._open.set_compact(True)
        self.today: Callable[[], date] | None = None
        example = "t.ex. 2026-12-03 eller 3/12"
        super().__init__(theme, part, words, self._meant, date.isoformat, example, help_words, self._open)
        self._open.clicked.connect(self._show_calendar)

    def _meant(self, text: str) -> date | None:
        return read_date(text, self.today)

    def _show_calendar(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        sheet = swedish_calendar(self._value)
        named(sheet, f"{self.edit.objectName()}_sheet", "Kalender")

        def take(day: QDate) -> None:
            menu.close()
            self.edit.setText(day.toString("yyyy-MM-dd"))
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
    sheet.setDateRange(QDate(FIRST_YEAR, 1, 1), QDate(LAST_YEAR, 12, 31))
    if value is not None:
        sheet.setSelectedDate(QDate(value.year, value.month, value.day))
    return sheet
