"""Names of those who are there; somebody who is not is told apart from a name that nobody has."""

from __future__ import annotations

from bra_desktop.domain.errors import UserError
from bra_desktop.domain.taking_part import disqualified_words
from bra_desktop.ui.live.forms.form import UnknownName, keys_of
from bra_desktop.ui.live.scene import Scene


def keys_of_those_there(scene: Scene, words: str, there: tuple[tuple[str, str], ...], where: str) -> tuple[str, ...]:
    """The keys of those who are named, out of ``there`` (words, key).

    Raises UserError in words of its own for somebody on the list who is not there or is disqualified, and for somebody
    who is in the register and not on the list; UnknownName for a name that nobody has.
    """
    try:
        return keys_of(words, there, where)
    except UnknownName as unknown:
        listed = {p.person for p in scene.content.participants}
        name = _only(unknown, tuple((scene.called[key], key) for key in listed))
        if name:
            text = f"{name} är inte närvarande. Välj någon som är det, eller markera {name} i Närvaro (F8) först."
            if _only(unknown, tuple((scene.called[one.person], one.person) for one in scene.item.recusals)):
                text = disqualified_words(scene.content, scene.shown, name)
            raise UserError(text, where) from None
        name = _only(unknown, tuple((scene.called[p.id], p.id) for p in scene.people if p.id not in listed))
        if name:
            text = f"{name} är inte närvarande. Välj någon som är det, eller lägg till {name} i Närvaro (F8) först."
            raise UserError(text, where) from None
        raise


def _only(unknown: UnknownName, known: tuple[tuple[str, str], ...]) -> str:
    """Who of those is meant, as she is called; empty for nobody."""
    try:
        found = keys_of(unknown.name, known, "")
    except UserError:
        return ""
    return next((words for words, key in known if key in found), "")
