"""What can be chosen about the look, and what it is called."""

from dataclasses import dataclass

from bra_desktop.ui.memory import Memory

THEME_KEY = "look.theme"
SCALE_KEY = "look.scale"
THEMES = (
    ("system", "Som datorn"),
    ("light", "Ljust"),
    ("dark", "Mörkt"),
    ("high-contrast", "Hög kontrast"),
)
SCALES = ((0.85, "Liten"), (1.0, "Vanlig"), (1.25, "Stor"), (1.6, "Störst"))


@dataclass(frozen=True)
class Look:
    """The chosen theme (a name of THEMES) and scale (a figure of SCALES)."""

    theme: str
    scale: float


def remembered(memory: Memory) -> Look:
    """The look as it was chosen last; what can't be read any more counts as not chosen."""
    theme, scale = memory.recall(THEME_KEY), memory.recall(SCALE_KEY)
    themes, scales = [name for name, _ in THEMES], {str(figure): figure for figure, _ in SCALES}
    return Look(theme if theme in themes else "system", scales.get(scale, 1.0))


class LookPresenter:
    """Takes the choices and remembers them at once; there is nothing to save by hand."""

    def __init__(self, memory: Memory) -> None:
        self._memory = memory
        self.look = remembered(memory)

    def choose_theme(self, name: str) -> Look:
        self.look = Look(name, self.look.scale)
        self._memory.remember(THEME_KEY, name)
        return self.look

    def choose_scale(self, scale: float) -> Look:
        self.look = Look(self.look.theme, scale)
        self._memory.remember(SCALE_KEY, str(scale))
        return self.look
