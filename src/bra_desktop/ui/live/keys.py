"""The keys of Mötesläge, in one place: what its menu lists and what the page listens to."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu

from bra_desktop.ui.live.item_pane import ADDITIONS

if TYPE_CHECKING:
    from bra_desktop.ui.live.page import LivePage

KEYS = (
    ("Ctrl+Pil ned", "Nästa ärende"),
    ("Ctrl+Pil upp", "Föregående ärende"),
    ("Ctrl+Enter", "Ny att-sats"),
    ("Alt+Pil upp, Alt+Pil ned", "Flyttar att-satsen"),
    ("Alt+Enter", "Att-satsens slag och dag"),
    ("Alt+Delete", "Tar bort att-satsen"),
    ("Ctrl+G", "Gör förslag till beslut"),
    ("Ctrl+Å", "Ny åtgärd, av det som är markerat"),
    ("F8", "Närvaro: pilar, mellanslag, Enter rättar"),
    ("F6", "Dagordningen"),
    ("F7", "Till referatet"),
    ("F9", "Till besluten"),
    ("Ctrl+U", "Underlag"),
    ("F11", "Helskärm"),
    ("Ctrl+Skift+Y, V, R, J, P, S", "Yrkande, votering, reservation, jäv, anteckning, skickas till"),
    ("Ctrl+Skift+G, B", "Beslutsgång, bilaga"),
    ("Ctrl+Skift+U", "Utser justerare"),
    ("Tab, Skift+Tab i en lista", "En nivå in eller ut"),
    ("Ctrl+Alt+1, 2 och 0", "Rubrik, underrubrik och vanligt stycke"),
    ("Ctrl+Alt+C", "Citat"),
    ("Ctrl+Skift+T", "Ny tabell; i en tabell dess meny"),
)
SHIFTED = {
    "adjusters": "U",
    "motion": "Y",
    "proposition": "G",
    "vote": "V",
    "reservation": "R",
    "recusal": "J",
    "statement": "P",
    "annex": "B",
    "dispatch": "S",
}


def bind_keys(page: LivePage) -> None:
    """Connects the keys, and the buttons of the strip that need the window."""
    minutes = page.item.minutes
    bindings: list[tuple[str, Callable[[], object]]] = [
        ("Ctrl+Down", page.step),
        ("Ctrl+Up", lambda: page.go(-1)),
        ("Ctrl+Return", lambda: _new_decision(page)),
        ("Ctrl+Enter", lambda: _new_decision(page)),
        ("Ctrl+G", page.presenter.decide_proposals),
        ("Ctrl+Å", page.new_action),
        ("F8", page.sides.show_attendance),
        ("F6", lambda: page.agenda.list.setFocus(Qt.FocusReason.ShortcutFocusReason)),
        ("F7", page.focus_text),
        ("F9", lambda: _to_decisions(page)),
        ("Ctrl+U", minutes.basis_button.click),
        ("F11", lambda: toggle_full_screen(page)),
        ("Ctrl+Shift+7", lambda: minutes.editor.toggle_list(True)),
        ("Ctrl+Shift+8", lambda: minutes.editor.toggle_list(False)),
        ("Ctrl+Shift+T", minutes.table),
        ("Escape", lambda: _escape(page)),
    ]
    bindings += [(f"Ctrl+Shift+{SHIFTED[name]}", partial(_add, page, name)) for name, _words, _tip in ADDITIONS]
    for keys, act in bindings:
        shortcut = QShortcut(QKeySequence(keys), page)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(act)
    page.strip.full_screen.connect(lambda: toggle_full_screen(page))
    page.strip.more.connect(lambda: _more(page))
    page.strip.people_asked.connect(page.sides.show_attendance)
    page.strip.actions_asked.connect(page.sides.show_actions)


def toggle_full_screen(page: LivePage) -> None:
    """The whole screen, or back to the window."""
    window = page.window()
    window.showNormal() if window.isFullScreen() else window.showFullScreen()


def _add(page: LivePage, name: str) -> None:
    page.open_form(page.forms.addition(name))


def _new_decision(page: LivePage) -> None:
    if page.form.is_open():
        page.form.submit()
    else:
        page.item.decisions.add_line(page.item.decisions.focused_line())


def _to_decisions(page: LivePage) -> None:
    lines = page.item.decisions.lines
    if lines:
        lines[0].edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
    else:
        page.item.decisions.add_line()


def _escape(page: LivePage) -> None:
    if page.form.is_open():
        page.form.close_form()
    else:
        page.sides.close()
        page.focus_text()


def _more(page: LivePage) -> None:
    menu = QMenu(page)
    menu.setObjectName("live.more_menu")
    scene = page.presenter.scene
    menu.addAction("Rätta klockslag…", lambda: page.open_form(page.forms.times()))
    menu.addAction("Lägg till deltagare…", lambda: page.open_form(page.forms.guest()))
    menu.addAction("Lägg till ärende…", lambda: page.open_form(page.forms.item()))
    if scene is not None:
        struck = "Ta tillbaka ärendet" if scene.item.struck else "Stryk ärendet"
        menu.addAction(struck, lambda: page.presenter.strike_or_remove(scene.shown))
    menu.addAction("Spara en kopia av ärendet…", lambda: page.copies.save(page.presenter.scene))
    keys = menu.addMenu("Kortkommandon")
    for combination, words in KEYS:
        keys.addAction(f"{words}\t{combination}")
    menu.addSeparator()
    close = menu.addAction("Avsluta mötet…", page.ask_close)
    close.setEnabled(scene is not None and scene.running)
    menu.popup(page.strip.below_more())
