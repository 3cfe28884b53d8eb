"""The width and height classes: the window's size divided by the chosen scale decides what a page may show."""

from __future__ import annotations

from dataclasses import dataclass

WIDE_FROM = 1100
SIDE_PANELS_FROM = 1000
LOW_BELOW = 560


@dataclass(frozen=True)
class Room:
    """narrow: rail of icons, small margins, buttons without words · no_sides: Mötesläge's panels become buttons ·
    low: the stepper becomes a chip.
    """

    narrow: bool = False
    no_sides: bool = False
    low: bool = False

    @classmethod
    def of(cls, width: int, height: int, scale: float) -> Room:
        """Width and height of the window in device-independent pixels."""
        return cls(width / scale < WIDE_FROM, width / scale < SIDE_PANELS_FROM, height / scale < LOW_BELOW)

    def margin(self) -> tuple[float, float, float, float]:
        """The page's margins in units: left, top, right, bottom."""
        return (16, 12, 16, 10) if self.narrow else (24, 16, 24, 14)
