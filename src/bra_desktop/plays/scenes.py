"""The scenes of the demo in their order: what is being made, and how large a share of the time it takes."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum

Told = Callable[[str, int, int], None]
"""Words, done, total: the words say what is being made now. Whoever is told may raise, which ends the play."""


class Scene(Enum):
    """``share`` is tenths of a second on the machine where it was measured; only the proportions matter."""

    def __init__(self, words: str, share: int) -> None:
        self.words = words
        self.share = share

    REGISTER = "Lägger in organisationer, personer och forum", 31
    HISTORY = "Lägger in två års möten", 421
    PLAN = "Lägger in åtgärdsplanen", 3
    ADDITIONS = "Lägger in rättelse och anslag", 2
    EST = "Håller EST-mötet den 5 november", 18
    PLANNED = "Planerar BRÅ-mötet den 3 december", 2
    CERTIFICATES = "Utfärdar certifikat", 35
    CALL = "Kallar till BRÅ-mötet", 11
    BRA = "Håller BRÅ-mötet den 3 december", 37
    AT_ONCE = "Justerar en paragraf omedelbart", 98
    LOCK = "Låser protokollet", 3
    SIGN = "Skriver under protokollet", 100
    PAPERS = "Skapar handlingarna", 8
    SHEETS = "Skapar uppföljningsarken", 19
    CHECK = "Kontrollerar alltsammans", 28

    @property
    def before(self) -> int:
        """The shares of the scenes before this one."""
        scenes = list(Scene)
        return sum(scene.share for scene in scenes[: scenes.index(self)])


TOTAL = sum(scene.share for scene in Scene)


def tell(told: Told, scene: Scene, piece: int = 0, pieces: int = 1, about: str = "") -> None:
    """Tell that a piece of a scene begins, counted from 0; ``about`` is added to the words of the scene."""
    words = f"{scene.words}: {about}" if about else scene.words
    told(words, scene.before + scene.share * piece // pieces, TOTAL)
