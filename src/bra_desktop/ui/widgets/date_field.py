"""A date, typed in figures or words or chosen in a calendar with Swedish names and week numbers."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QDate, QLocale, QPoint, Qt
from PySide6.QtWidgets import QCalendarWidget, QMenu, QWidget, QWidgetAction

from bra_desktop.domain.calendar import FIRST_YEAR, LAST_YEAR
from bra_desktop.domain.typed_days import read_day
from bra_desktop.system.clock import local, utc_now
from bra_desktop.ui.naming import named
from bra_desktop.ui.theme.theme import Theme
from bra_desktop.ui.widgets.buttons import Button
from bra_desktop.ui.widgets.moment_field import MomentField


def read_date(text: str, today: Callable[[], date] | None = None) -> date | None:
    """As `read_day`, from the day on the wall where no other is given."""
    return read_day(text, (today or today_here)())


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
