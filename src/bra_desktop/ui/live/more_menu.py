"""The menu Mer of the strip: what is seldom needed, with the keys that do it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QMenu, QWidget

from bra_desktop.domain.swedish import quoted
from bra_desktop.ui.live.acts import LiveActs
from bra_desktop.ui.live.keys import KEYS
from bra_desktop.ui.live.live_versions import LiveVersions
from bra_desktop.ui.live.showing import Showing
from bra_desktop.ui.live.undoing.giving_back import may_go_back
from bra_desktop.ui.widgets.menu_letters import MenuLetters


def more_menu(page: QWidget, acts: LiveActs, showing: Showing, versions: LiveVersions) -> QMenu:
    """Made anew each time, since its words follow the item that is shown."""
    menu, forms, scene = QMenu(page), acts.forms, acts.presenter.scene
    menu.setObjectName("live.more_menu")
    menu.addAction("Ordförande, sekreterare och justerare…\tCtrl+Skift+L", lambda: acts.open_form(forms.officers()))
    menu.addAction("Lägg till person…\tCtrl+Skift+D", lambda: acts.open_form(forms.guest()))
    menu.addAction("Rätta klockslag…", lambda: acts.open_form(forms.times()))
    menu.addAction("Lägg till ärende…", lambda: acts.open_form(forms.item()))
    if scene is not None:
        menu.addAction("Ärendets uppgifter…", lambda: acts.open_form(forms.known_item()))
        struck = "Ta tillbaka ärendet" if scene.item.struck else "Stryk ärendet"
        if may_go_back(scene):
            menu.addAction("Lägg tillbaka ärendet på dagordningen\tCtrl+Skift+Pil upp", acts.give_back)
        menu.addAction(struck, lambda: acts.presenter.strike_or_remove(scene.shown))
        if not scene.notes:
            at_once = menu.addAction("Omedelbar justering")
            at_once.setCheckable(True)
            at_once.setChecked(scene.item.immediate_adjustment)
            at_once.setEnabled(not scene.locked)
            at_once.triggered.connect(acts.presenter.set_immediate)
    for draft in acts.left_forms.left():
        menu.addAction(
            f"Öppna {quoted(acts.left_forms.told_title(draft))}, som inte är sparat",
            partial(acts.left_forms.have_back, draft),
        )
    menu.addAction("Stödanteckningar\tF2", acts.toggle_notes)
    menu.addAction("Ärendets versioner\tCtrl+Skift+H", versions.show)
    menu.addAction("Laget runt\tCtrl+Skift+I", acts.go_round)
    menu.addAction("Spara en kopia av ärendet…", acts.save_copy)
    _add_showing(menu, showing)
    menu.addAction("Helskärm\tF11", acts.full_screen)
    keys = menu.addMenu("Kortkommandon")
    keys.setObjectName("live.keys_menu")
    for combination, words in KEYS:
        keys.addAction(f"{words}\t{combination}")
    menu.addSeparator()
    close = menu.addAction("Avsluta mötet…\tCtrl+Skift+A", acts.ask_close)
    close.setEnabled(scene is not None and scene.running)
    MenuLetters(menu)
    return menu


def _add_showing(menu: QMenu, showing: Showing) -> None:
    """What concerns the room: the projector, and what a shared screen may show."""
    room = menu.addMenu("Projektor och delad skärm")
    room.setObjectName("live.showing_menu")
    choices: tuple[tuple[str, bool, Callable[[], object]], ...] = (
        ("Visa projektorn\tF5", showing.projector.is_open(), showing.toggle_projector),
        ("Håll kvar ärendet på projektorn\tSkift+F5", showing.holds_here(), showing.hold_here),
        ("Visa omröstningar på projektorn", showing.projector.shows_votes(), showing.toggle_votes),
        ("Mörk projektor", showing.projector.is_dark(), showing.toggle_dark),
        ("Skärmen delas, dölj sekretess\tF4", showing.shared, showing.toggle_shared),
    )
    for words, on, act in choices:
        choice = room.addAction(words, act)
        choice.setCheckable(True)
        choice.setChecked(on)
    other = room.addAction("Flytta projektorn till nästa skärm", showing.projector.to_next_screen)
    other.setEnabled(showing.projector.is_open() and not showing.projector.is_alone())
