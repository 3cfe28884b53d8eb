"""The menu Mer of the strip: what is seldom needed, with the keys that do it."""

from __future__ import annotations

from PySide6.QtWidgets import QMenu, QWidget

from bra_desktop.ui.live.acts import LiveActs
from bra_desktop.ui.live.giving_back import may_go_back
from bra_desktop.ui.live.keys import KEYS


def more_menu(page: QWidget, acts: LiveActs) -> QMenu:
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
    menu.addAction("Spara en kopia av ärendet…", acts.save_copy)
    keys = menu.addMenu("Kortkommandon")
    for combination, words in KEYS:
        keys.addAction(f"{words}\t{combination}")
    menu.addSeparator()
    close = menu.addAction("Avsluta mötet…\tCtrl+Skift+A", acts.ask_close)
    close.setEnabled(scene is not None and scene.running)
    return menu
