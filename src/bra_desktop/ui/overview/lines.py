"""The lines of the cards: a meeting to come, something that waits, a duty, a deadline."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from bra_desktop.domain.swedish_dates import day_and_month
from bra_desktop.ui.layouts import STRETCH, box, column, row
from bra_desktop.ui.overview.shown import Duty, LastDay, NextMeeting, Waiting
from bra_desktop.ui.theme.theme import Theme
from bra_desktop.ui.theme.tokens import StatusLook
from bra_desktop.ui.widgets.buttons import Button, ElidedButton, Look
from bra_desktop.ui.widgets.chip import Chip
from bra_desktop.ui.widgets.labels import ElidedLabel, Glyph, label

Go = Callable[[str, object], None]
DATE_BOX = (50, 56)


def meeting_line(theme: Theme, at: int, line: NextMeeting, go: Go) -> QWidget:
    """Date, forum with its state, when and where, what is missing, and the button of its next step."""
    name = ElidedButton(theme, f"overview.meeting_{at}", line.forum, "title", tip="Visar mötet")
    name.clicked.connect(lambda: go("meeting", line.ref))
    # A long name of a forum gives way to the chip and the button.
    name.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
    chip = Chip(theme, theme.status("meeting", line.state.value))
    when = ElidedLabel(line.when, "caption")
    below: list[QWidget] = [when]
    if line.missing:
        missing = Button(theme, f"overview.missing_{at}", line.missing, "missing", tip="Visar vad som saknas")
        missing.clicked.connect(lambda: go("meeting", line.ref))
        below += [Glyph(theme, "info", "attention", 14), missing]
    look: Look = "primary" if at == 0 else "plain"
    tip = "Fortsätter där du var" if line.page == "live" else "Visar mötet, där steget tas"
    button = Button(theme, f"overview.step_{at}", line.button, look, line.icon, tip)
    button.setAccessibleName(f"{line.button}: {line.forum} {day_and_month(line.day)}")
    button.clicked.connect(lambda: go(line.page, line.ref))
    words = column(
        theme, STRETCH, row(theme, name, chip, STRETCH), row(theme, *below, STRETCH, space=6), STRETCH, space=3
    )
    return box(row(theme, _date_box(theme, line), (words, 1), button, space=12))


def _date_box(theme: Theme, line: NextMeeting) -> QFrame:
    day, month = label(str(line.day.day), "h2"), label(line.month, "caption")
    for words in (day, month):
        words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    plane = QFrame()
    plane.setProperty("look", "sunken")
    plane.setLayout(column(theme, STRETCH, day, month, STRETCH, space=0, margin=2))
    plane.setFixedSize(*(theme.px(length) for length in DATE_BOX))
    return plane


def waiting_line(theme: Theme, at: int, line: Waiting, go: Go) -> QWidget:
    """Icon, what and why, and the link to where it is done."""
    link = Button(theme, f"overview.waiting_{at}", line.link, "link", tip=f"Visar {line.title}")
    link.setAccessibleName(f"{line.link}: {line.title}")
    link.clicked.connect(lambda: go(line.page, line.target))
    words = column(theme, label(line.title, wrap=True), label(line.words, "caption", wrap=True), space=1)
    return box(row(theme, Glyph(theme, line.icon, line.tone), (words, 1), link, space=12))


def duty_line(theme: Theme, duty: Duty) -> QWidget:
    """Section, duty, what the data show, and whether there is anything to show for it."""
    section = label(duty.section, "overline")
    section.setMinimumWidth(theme.px(32))
    look = (
        theme.status("duty", duty.status)
        if duty.status != "not_due"
        else StatusLook("Planerat", "neutral", "circle-dashed")
    )
    title, words = ElidedLabel(duty.title), ElidedLabel(duty.words, "caption")
    return box(row(theme, section, title, STRETCH, words, Chip(theme, look), space=8))


def day_line(theme: Theme, at: int, line: LastDay, go: Go) -> QWidget:
    """A deadline: what and when, in words; the link leads to the meeting."""
    link = ElidedButton(theme, f"overview.day_{at}", line.words, "link", tip=f"Senast {day_and_month(line.day)}")
    link.clicked.connect(lambda: go(line.page, line.ref))
    link.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
    when = label(f"{day_and_month(line.day)}, {line.when}", "caption", "late" if line.late else "")
    sign = Glyph(theme, "triangle-alert" if line.late else "clock", "late" if line.late else "muted", 14)
    return box(row(theme, sign, link, STRETCH, when, space=8))
