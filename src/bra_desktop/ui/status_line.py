"""The line at the foot of the window: saved, backup, late actions, and the key for help."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from bra_desktop.ui.layouts import STRETCH, box, row
from bra_desktop.ui.save_schedule import ALL_SAVED, UNSAVED
from bra_desktop.ui.theme.theme import Theme
from bra_desktop.ui.widgets.buttons import Button
from bra_desktop.ui.widgets.labels import Glyph, label, retone


class StatusLine(QFrame):
    """`late_asked` leads to the late actions, `help_asked` to help and keys."""

    late_asked = Signal()
    help_asked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setProperty("look", "statusbar")
        self._saved_sign, self._saved = Glyph(theme, "check", "done", 14), label("", "caption")
        self._extra_sign, self._extra = Glyph(theme, "file-text", "muted", 14), label("", "caption")
        self._backup = label("", "caption")
        self._late = Button(theme, "status.late", "", "status_late", tip="Visar de försenade åtgärderna")
        self._late.clicked.connect(self.late_asked)
        self._help = Button(theme, "status.help", "F1 hjälp och kortkommandon", "status", tip="Visar hjälpen", key="F1")
        self._help.clicked.connect(self.help_asked)

        def group(sign: QWidget, words: QWidget) -> QWidget:
            return box(row(theme, sign, words, space=6, margin=(0, 0, 14, 0)))

        self._groups = {
            "saved": group(self._saved_sign, self._saved),
            "extra": group(self._extra_sign, self._extra),
            "backup": group(Glyph(theme, "database", "muted", 14), self._backup),
            "late": group(Glyph(theme, "triangle-alert", "late", 14), self._late),
        }
        groups = self._groups.values()
        self.setLayout(row(theme, *groups, STRETCH, self._help, space=2, margin=(16, 1, 16, 1)))
        self.setMinimumHeight(theme.px(theme.tokens.size["statusbar"] - 2))
        self.show_saved("", False)
        self.show_extra("")
        self.show_backup("")
        self.show_late(0)

    def show_saved(self, words: str, failing: bool) -> None:
        """”Sparat 14.32.05”, or what is being done about it; why the text can't be saved stands over the page."""
        self._saved.setText(UNSAVED if words.startswith(f"{UNSAVED}. ") else words)
        retone(self._saved, "tone", "attention" if failing else "")
        self._saved_sign.show_icon("triangle-alert" if failing else "check", "attention" if failing else "done")
        self._groups["saved"].setVisible(bool(words))

    def show_all_saved(self, known: bool) -> None:
        """Nothing has been written yet, so there is no time to tell; not even that before there are any data."""
        self.show_saved(ALL_SAVED if known else "", False)

    def show_extra(self, words: str, icon: str = "file-text") -> None:
        """What the page adds: "§ 41 version 7"."""
        self._extra.setText(words)
        self._extra_sign.show_icon(icon, "muted")
        self._groups["extra"].setVisible(bool(words))

    def show_backup(self, words: str) -> None:
        """”Säkerhetskopia i dag 12.00”."""
        self._backup.setText(words)
        self._groups["backup"].setVisible(bool(words))

    def show_late(self, count: int) -> None:
        self._late.set_words("1 försenad åtgärd" if count == 1 else f"{count} försenade åtgärder")
        self._groups["late"].setVisible(count > 0)

    def words(self) -> list[str]:
        """What can be read now, from the left."""
        texts = {
            "saved": self._saved.text(),
            "extra": self._extra.text(),
            "backup": self._backup.text(),
            "late": self._late.text(),
        }
        return [text for name, text in texts.items() if not self._groups[name].isHidden()]
