"""While the meeting is adjourned no item is taken up and nobody votes: what is said instead, with the way on."""

from __future__ import annotations

from bra_desktop.domain.numbering import is_taken_up
from bra_desktop.domain.swedish_dates import at_clock
from bra_desktop.ui.live.presenter import LivePresenter
from bra_desktop.ui.live.scene import Scene
from bra_desktop.ui.pages import Messages

SINCE = "Mötet är ajournerat sedan"


def forget_break(scene: Scene, messages: Messages) -> None:
    """The meeting goes on, perhaps by the key: what was refused since it was adjourned no longer holds."""
    if scene.adjourned_at is None and any(words.startswith(SINCE) for words in messages.words()):
        messages.written()


def stopped_by_break(presenter: LivePresenter, messages: Messages, key: str) -> bool:
    """Whether the item cannot get its § now; then it has been said, or of a meeting that was left on an earlier day
    asked what to do. key: empty for none.
    """
    scene = presenter.scene
    if scene is None or not key or not scene.running or is_taken_up(scene.content.item(key)):
        return False
    if scene.adjourned_at is None:
        return False
    if presenter.was_left():
        presenter.adjourn_or_resume()
        return True
    began = at_clock(scene.adjourned_at)
    words = f"{SINCE} {began}. Återuppta det med F12, så kan ärendet tas upp."
    messages.refuse(words, "Återuppta mötet", presenter.adjourn_or_resume)
    return True


def vote_stopped_by_break(presenter: LivePresenter, messages: Messages) -> bool:
    """Whether nobody can vote now in the item that is shown; then it has been said."""
    scene = presenter.scene
    if scene is None or scene.locked or scene.shown != scene.ongoing:
        return False
    if presenter.was_left():
        presenter.unless_left(lambda: None)
        return True
    if scene.adjourned_at is None:
        return False
    began = at_clock(scene.adjourned_at)
    words = f"{SINCE} {began}. Återuppta det med F12, så kan ni rösta."
    messages.refuse(words, "Återuppta mötet", presenter.adjourn_or_resume)
    return True
