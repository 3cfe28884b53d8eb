"""A meeting that was left on an earlier day is taken up again: what is asked first, and the way to a continued one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from bra_desktop.domain.kinds import DocumentProfile
from bra_desktop.domain.swedish_dates import at_clock, weekday_and_month
from bra_desktop.services.live.left_open import LeftOpen
from bra_desktop.services.preparing.carrying import Unreached
from bra_desktop.services.preparing.continuing import continued_words
from bra_desktop.ui.live.asked_panel import Way
from bra_desktop.ui.live.closing.closing_desk import ClosingDesk
from bra_desktop.ui.live.closing.closing_lines import few
from bra_desktop.ui.live.parts import LiveParts
from bra_desktop.ui.live.presenter import LivePresenter
from bra_desktop.ui.live.scene import Scene
from bra_desktop.ui.pages import PageContext

PLAN = "Planera mötet"


@dataclass(frozen=True)
class LeftWords:
    """What is asked of a meeting that was left: the title, what follows, and the words of the two ways on."""

    title: str
    words: str
    close: str
    go_on: str


def left_words(scene: Scene, left: LeftOpen) -> LeftWords:
    """For a meeting that was adjourned till another day, or that nobody closed."""
    at, day = at_clock(left.at), weekday_and_month(left.day)
    paper = "Anteckningarna" if scene.content.forum.profile is DocumentProfile.NOTES else "Protokollet"
    kind = continued_words(scene.content)
    since = f"Mötet ajournerades {day} {at}." if left.adjourned else f"Det senaste antecknades {day} {at}."
    own = f"{kind}, med egen kallelse och {'egna anteckningar' if paper == 'Anteckningarna' else 'eget protokoll'}"
    return LeftWords(
        f"Avsluta mötet {at}?",
        f"{since} {paper} gäller en dag. Avsluta mötet {at} och för över det som återstår till ett {own}. "
        "Gick datorns klocka fel kan du fortsätta ändå och rätta klockslagen sedan.",
        f"Avsluta {at}…",
        "Återuppta ändå" if left.adjourned else "Fortsätt ändå",
    )


class LeftDesk:
    """Asks before anything is written on another day than that on which the meeting was left."""

    def __init__(self, parts: LiveParts, presenter: LivePresenter, context: PageContext, closing: ClosingDesk) -> None:
        self._parts, self._presenter, self._context, self._closing = parts, presenter, context, closing
        presenter.left_asked = self._ask
        closing.left_closed = self._offer_continued

    def _ask(self, left: LeftOpen, go_on: Callable[[], None]) -> None:
        scene = self._presenter.scene
        if scene is None:
            return
        said = left_words(scene, left)
        ways = (Way(said.close, partial(self._closing.ask_at, left)), Way(said.go_on, go_on))
        self._parts.put_away()
        self._parts.asked.open(said.title, said.words, ways)

    def _offer_continued(self, ref: str, unreached: Unreached) -> None:
        """What is left goes to a meeting of its own, today if that is wanted; else to the next that is planned."""
        scene = self._presenter.scene
        if scene is None or not unreached.left:
            return
        titles, kind = [title for _key, title in unreached.left], continued_words(scene.content)
        plan = Way(PLAN, partial(self._presenter.plan_continued, ref, partial(self._context.go, "meeting")))
        words = (
            f"Det här återstår: {few(titles)}. Dagen och tiden går att ändra innan du skapar kallelsen. "
            "Avbryter du kommer det med när nästa möte planeras."
        )
        self._parts.asked.open(f"Planera ett {kind} i dag?", words, (plan,))
