"""A folder that cannot be used: its sentence, where it is, and the ways on."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt

from bra_desktop.domain.errors import UserError
from bra_desktop.ui.desk import Desk, Seated
from bra_desktop.ui.first_start.reception import Reception
from bra_desktop.ui.layouts import STRETCH, column, frame, row
from bra_desktop.ui.pages import Page, PageContext
from bra_desktop.ui.widgets.buttons import Button
from bra_desktop.ui.widgets.file_choice import folder_to_use
from bra_desktop.ui.widgets.labels import Glyph, label

WIDEST = 560


class ClosedPage(Page):
    """`choose_folder` is the box that asks for another folder."""

    def __init__(self, context: PageContext, desk: Desk, reception: Reception) -> None:
        super().__init__(context)
        theme = context.theme
        self._desk, self._reception = desk, reception
        self.choose_folder: Callable[[], Path | None] = self._ask_folder
        self.sentence = label("", wrap=True)
        self.place = label("", "caption", wrap=True)
        self.place.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.again = Button(theme, "closed.again", "Försök igen", "primary", "rotate-ccw", "Öppnar samma mapp igen")
        self.other = Button(
            theme, "closed.other", "Välj annan mapp…", "plain", "folder-open", "Öppnar kommunens data i en annan mapp"
        )
        self.leave_program = Button(theme, "closed.close", "Stäng", "plain", "x", "Stänger programmet")
        title = label("Kommunens data kan inte öppnas", "h2", wrap=True)
        card = frame(
            column(
                theme,
                row(theme, Glyph(theme, "lock", "late", 24), (title, 1), space=12),
                self.sentence,
                self.place,
                6,
                row(theme, self.again, self.other, self.leave_program, STRETCH),
                space=10,
                margin=24,
            )
        )
        card.setMaximumWidth(theme.px(WIDEST))
        card.setMinimumWidth(theme.px(300))
        across = row(theme, STRETCH, (card, 4), STRETCH, margin=24)
        self.setLayout(column(theme, STRETCH, across, STRETCH, STRETCH))
        self.again.clicked.connect(
            lambda: self.runner.write(self._sit_down, reception.take_over, refused=self._refused)
        )
        self.other.clicked.connect(self._choose)
        self.leave_program.clicked.connect(lambda: self.window().close())

    def arrive(self, target: object = None) -> None:
        if isinstance(target, UserError):
            self._refused(target)
        self.again.setFocus(Qt.FocusReason.OtherFocusReason)

    def _refused(self, error: UserError) -> None:
        self.sentence.setText(error.text)
        self.place.setText(str(self._desk.paths.data))
        self.setAccessibleDescription(error.text)

    def _sit_down(self) -> Seated:
        """Whoever had the data has perhaps changed the settings of this computer since."""
        self._desk.settings.read_anew()
        return self._desk.sit_down()

    def _choose(self) -> None:
        folder = self.choose_folder()
        if folder is not None:
            self.runner.write(lambda: self._desk.move_to(folder), self._reception.take_over, refused=self._refused)

    def _ask_folder(self) -> Path | None:
        return folder_to_use(self, "Välj mapp för kommunens data")
