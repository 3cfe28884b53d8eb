"""What can be chosen about the look. The choices themselves are declared with the program's settings."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol, TypeVar

from bra_desktop.system.declared import APPEARANCE, TEXT_SIZE
from bra_desktop.system.settings import Setting

T = TypeVar("T", bound=str | int | bool)


class Choices(Protocol):
    """The settings of this computer, as the window uses them."""

    def get(self, setting: Setting[T]) -> T:
        """The chosen value, or the default."""
        ...

    def put(self, setting: Setting[T], value: T) -> None:
        """Choose a value and save it. Raises UserError when it cannot be saved."""
        ...


@dataclass(frozen=True)
class Look:
    """The chosen theme (a value of APPEARANCE) and scale (1.0 = the usual size)."""

    theme: str = APPEARANCE.default
    scale: float = 1.0


def remembered(settings: Choices) -> Look:
    """The look as it was chosen last; what can't be read any more counts as not chosen."""
    return Look(settings.get(APPEARANCE), settings.get(TEXT_SIZE) / 100)


class LookPresenter:
    """Takes the choices and keeps them at once; there is nothing to save by hand."""

    def __init__(self, settings: Choices) -> None:
        self._settings = settings
        self.look = remembered(settings)

    def choose_theme(self, name: str) -> Look:
        """One of APPEARANCE's values."""
        self._settings.put(APPEARANCE, name)
        self.look = remembered(self._settings)
        return self.look

    def choose_size(self, percent: int) -> Look:
        """One of TEXT_SIZE's values, in percent of the usual size."""
        self._settings.put(TEXT_SIZE, percent)
        self.look = remembered(self._settings)
        return self.look
