"""The left side of the first start: a year to fill, and what the program is for."""

from datetime import date

from PySide6.QtWidgets import QFrame

from bra_desktop.ui.layouts import STRETCH, column, row
from bra_desktop.ui.theme.theme import Theme
from bra_desktop.ui.widgets.avatar import Arms
from bra_desktop.ui.widgets.labels import Glyph, label
from bra_desktop.ui.widgets.year_wheel import Ring, YearWheel

WIDE, WHEEL = 440, 300
PROMISES = (
    "Skriv protokollet medan mötet pågår. Varje tecken sparas direkt.",
    "Följ varje beslut till en åtgärd, ett svar och ett avslut.",
    "Se vad lagen vill ha härnäst, och vad som är försenat.",
    "Allt ligger på den här datorn. Inget skickas ut på nätet.",
)


class Welcome(QFrame):
    """Shown when there is width for it."""

    def __init__(self, theme: Theme, today: date) -> None:
        super().__init__()
        self.setProperty("look", "nav")
        self.setFixedWidth(theme.px(WIDE))
        wheel = YearWheel(theme, "first_start.wheel", today, small=True, band="surface")
        rings = [Ring(name, "dot", colour) for name, colour in (("", "forum-op"), ("", "forum-est"), ("", "forum-bra"))]
        wheel.show_year(rings, (), today)
        wheel.setMaximumHeight(theme.px(WHEEL))
        wheel.setAccessibleDescription("Året, än så länge utan möten.")
        lines = [
            row(theme, Glyph(theme, "check", "done"), (label(words, wrap=True), 1), space=12) for words in PROMISES
        ]
        self.setLayout(
            column(
                theme,
                row(theme, Arms(theme, 32), label("BRÅ Desktop", "h2"), STRETCH, space=12),
                STRETCH,
                (wheel, 20),
                STRETCH,
                label("Rådets arbete på ett ställe", "h1", wrap=True),
                2,
                *lines,
                12,
                space=12,
                margin=(40, 32, 32, 20),
            )
        )
