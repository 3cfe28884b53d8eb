"""What Mötesläge offers to the palette: its keys, all that its menu has, and what can be added to the item shown."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import NamedTuple

from PySide6.QtWidgets import QMenu

from bra_desktop.ui.live.acts import LiveActs
from bra_desktop.ui.live.find.find_desk import FindDesk
from bra_desktop.ui.live.parts import LiveParts
from bra_desktop.ui.live.scene import STEP_WORDS, Step
from bra_desktop.ui.rich_text.pictures import PictureDesk

MARKING = "På en grund som du väljer; orden tas bort i den offentliga versionen"


class Offered(NamedTuple):
    """Something that can be done on the page, with its key if it has one, and what it does or why it can't yet."""

    words: str
    key: str
    act: Callable[[], None]
    about: str = ""


def offered(*menus: QMenu) -> Iterator[Offered]:
    """What can be chosen in the menus and those that open from them, without the list of keys."""
    for menu in menus:
        for action in menu.actions():
            inner = action.menu()
            if isinstance(inner, QMenu):
                if inner.objectName() != "live.keys_menu":
                    yield from offered(inner)
            elif action.isEnabled() and not action.isSeparator():
                words, _tab, key = action.text().partition("\t")
                yield Offered(words.rstrip("…"), key, action.trigger)


def live_offers(acts: LiveActs, parts: LiveParts, find: FindDesk, *menus: QMenu) -> tuple[Offered, ...]:
    """What the keys do, and the rest of the menus; each thing once."""
    keyed = tuple(_keyed(acts, parts, find))
    keys = {one.key for one in keyed if one.key}
    return (*keyed, *(one for one in offered(*menus) if one.key not in keys))


def _keyed(acts: LiveActs, parts: LiveParts, find: FindDesk) -> Iterator[Offered]:
    scene, presenter = acts.presenter.scene, acts.presenter
    if scene is None:
        return
    step = presenter.step()
    if step is not None and step is not Step.LEAVE:
        key = "Ctrl+Skift+A" if step is Step.CLOSE else "Ctrl+Pil ned"
        yield Offered(STEP_WORDS[step], key, acts.step)
    yield Offered("Föregående ärende", "Ctrl+Pil upp", lambda: acts.go(-1))
    if scene.running:
        pause = "Ajournera mötet" if scene.adjourned_at is None else "Återuppta mötet"
        yield Offered(pause, "F12", presenter.adjourn_or_resume)
    if not scene.locked:
        yield Offered("Ny överenskommelse" if scene.notes else "Ny att-sats", "Ctrl+Enter", acts.new_decision)
        if lines := parts.item.decisions.lines:
            whose = "Överenskommelsens" if scene.notes else "Att-satsens"
            yield Offered(f"{whose} slag, dag och klockslag", "Alt+Enter", partial(acts.ask_kind, lines[-1]))
        yield from _of_words(parts)
        if scene.item.proposals:
            what = "överenskommelse" if scene.notes else "beslut"
            yield Offered(f"Gör förslag till {what}", "Ctrl+G", acts.lines.decide)
        yield Offered("Ny åtgärd", "Ctrl+Å", acts.new_action)
        if not scene.notes:
            yield Offered("Utse justerare", "Ctrl+Skift+U", lambda: acts.add("adjusters"))
        if not scene.notes:
            yield Offered("Justera paragrafen nu", "", acts.locking.lock)
    yield Offered("Närvaro", "F8", parts.sides.show_attendance)
    yield Offered("Dagordningen", "F6", parts.to_agenda)
    yield Offered("Underlag", "Ctrl+U", parts.item.minutes.basis_button.click)
    yield Offered("Sök i mötet", "Ctrl+F", find.open)
    yield Offered("Sök och ersätt i mötet", "Ctrl+H", lambda: find.open(replacing=True))
    spells = "Markera inte felstavade ord" if parts.spelling.checker.is_on() else "Markera felstavade ord"
    yield Offered(spells, "Skift+F7", parts.spelling.toggle)
    yield Offered("Till mötets sida", "Ctrl+Skift+M", acts.back)


def _of_words(parts: LiveParts) -> Iterator[Offered]:
    """What the menu of the text has."""
    yield Offered("Sekretessmarkera markerade ord", "", parts.marking.ask, MARKING)
    yield Offered("Språk på markerade ord", "", parts.marking.ask_language)
    if (pictures := PictureDesk.of(parts.item.minutes.editor)) is not None:
        yield Offered("Infoga bild", "", pictures.ask)
