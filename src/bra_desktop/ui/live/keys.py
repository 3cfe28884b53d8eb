"""The keys of Mötesläge, in one place: what its menu and the help list, and what the page listens to."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from bra_desktop.ui.live.acts import LiveActs
from bra_desktop.ui.live.find.find_desk import FindDesk
from bra_desktop.ui.live.live_versions import LiveVersions
from bra_desktop.ui.live.parts import LiveParts
from bra_desktop.ui.live.showing import Showing

KEYS = (
    ("Ctrl+Pil ned", "Öppnar mötet, tar upp ärendet som visas, sedan nästa"),
    ("Ctrl+Pil upp", "Föregående ärende"),
    ("Ctrl+Skift+Pil upp", "Lägger tillbaka ärendet på dagordningen"),
    ("F12", "Ajournerar mötet, eller återupptar det"),
    ("Ctrl+Skift+A", "Avslutar mötet, visar vad som saknas"),
    ("Ctrl+Skift+M", "Till mötets sida"),
    ("Ctrl+Enter", "Ny att-sats"),
    ("Alt+Pil upp, Alt+Pil ned", "Flyttar att-satsen"),
    ("Alt+Enter", "Att-satsens slag och dag"),
    ("Alt+Delete", "Tar bort att-satsen"),
    ("Ctrl+G", "Gör förslag till beslut"),
    ("Ctrl+Å", "Ny åtgärd, av det som är markerat"),
    ("/fras", "Standardfras: pilar väljer, Enter sätter in, Tab går mellan luckorna"),
    ("@namn", "Person eller organisation"),
    ("!åtgärd först på en rad", "Åtgärd: @ anger ansvarig, dagen står sist"),
    ("F8", "Närvaro: pilar, mellanslag, Enter rättar"),
    ("F6", "Dagordningen"),
    ("F2", "Stödanteckningar: öppnar eller stänger"),
    ("F7", "Till texten"),
    ("F9", "Till besluten"),
    ("Ctrl+U", "Underlag"),
    ("Ctrl+Skift+I", "Laget runt: en rubrik per organisation"),
    ("F5", "Projektorn: öppnar eller stänger"),
    ("Skift+F5", "Håller kvar ärendet på projektorn"),
    ("F10", "Menyn Mer: klockslag, ärendets uppgifter, omedelbar justering"),
    ("F11", "Helskärm"),
    ("Ctrl+Skift+H", "Ärendets versioner: vad som skiljer, och tillbaka till en av dem"),
    ("Ctrl+Skift+Y, O, R", "Yrkande, omröstning, reservation"),
    ("Ctrl+Skift+J, P, S", "Jäv, protokollsanteckning, skickas till"),
    ("Ctrl+Skift+G, B", "Beslutsgång, bilaga"),
    ("Ctrl+Skift+U", "Utser justerare"),
    ("Ctrl+Skift+L", "Vem som leder, för protokoll och justerar, per §"),
    ("Ctrl+Skift+D", "Lägger till en person"),
    ("Tab, Skift+Tab i en lista", "En nivå in eller ut"),
    ("Alt+1, 2 och 0", "Rubrik, underrubrik och vanligt stycke"),
    ("Ctrl+Skift+C", "Citat"),
    ("Ctrl+Skift+T", "Ny tabell; i en tabell dess meny"),
    ("Ctrl+Skift+V", "Klistrar in orden utan format"),
    ("Ctrl+F, Ctrl+H", "Söker, ersätter i hela mötet"),
    ("Ctrl+Z, Ctrl+Y", "Ångrar och gör om: i texten orden, annars det senast gjorda"),
    ("F3, Skift+F3", "Nästa och föregående träff"),
    ("Skift+F7", "Markerar felstavade ord, eller slutar med det"),
)
IN_NOTES = {
    "Ctrl+Enter": "Ny överenskommelse",
    "Alt+Pil upp, Alt+Pil ned": "Flyttar överenskommelsen",
    "Alt+Enter": "Överenskommelsens slag och dag",
    "Alt+Delete": "Tar bort överenskommelsen",
    "Ctrl+G": "Gör förslag till överenskommelse",
    "F9": "Till det överenskomna",
}
"""What a key does where a meeting has notes, in which nothing is decided: those who meet agree."""
SHIFTED = {
    "adjusters": "U",
    "motion": "Y",
    "proposition": "G",
    "vote": "O",
    "reservation": "R",
    "recusal": "J",
    "statement": "P",
    "annex": "B",
    "dispatch": "S",
}
IN_PAGE = ("Escape", "Ctrl+Return", "Ctrl+Enter")
"""Keys that mean something else in what lies over the window, as the palette does."""

MAY_BE_HELD = ("F3", "Shift+F3")
"""Held down, every other key does what it does once: a § that has been given is not taken back by letting go."""


def keys_of(*, notes: bool) -> tuple[tuple[str, str], ...]:
    """The keys with what they do in a meeting with notes, or with a protocol."""
    return tuple((key, IN_NOTES.get(key, does)) for key, does in KEYS) if notes else KEYS


def bind_keys(
    page: QWidget, parts: LiveParts, acts: LiveActs, find: FindDesk, showing: Showing, versions: LiveVersions
) -> None:
    """The page listens to the keys as long as it is shown, wherever in the window the keyboard is."""
    for keys, act in (*_bindings(parts, acts), *_finding(find), *_showing(showing), ("Ctrl+Shift+H", versions.show)):
        shortcut = QShortcut(QKeySequence(keys), page)
        inside = keys in IN_PAGE
        context = Qt.ShortcutContext.WidgetWithChildrenShortcut if inside else Qt.ShortcutContext.WindowShortcut
        shortcut.setContext(context)
        shortcut.setAutoRepeat(keys in MAY_BE_HELD)
        shortcut.activated.connect(partial(_do, find, keys, act))


def _bindings(parts: LiveParts, acts: LiveActs) -> list[tuple[str, Callable[[], object]]]:
    minutes, forms = parts.item.minutes, acts.forms
    bindings: list[tuple[str, Callable[[], object]]] = [
        ("Ctrl+Down", acts.on),
        ("Ctrl+Up", lambda: acts.go(-1)),
        ("Ctrl+Shift+Up", acts.give_back),
        ("Ctrl+Shift+A", acts.ask_close),
        ("Ctrl+Shift+M", acts.back),
        ("Ctrl+Return", acts.new_decision),
        ("Ctrl+Enter", acts.new_decision),
        ("Ctrl+G", acts.lines.decide),
        ("Ctrl+Å", acts.new_action),
        ("Ctrl+Shift+L", lambda: acts.open_form(forms.officers())),
        ("Ctrl+Shift+D", lambda: acts.open_form(forms.guest())),
        ("F8", partial(_lead, parts, parts.sides.show_attendance)),
        ("F6", partial(_lead, parts, parts.to_agenda)),
        ("F7", partial(_lead, parts, acts.focus_text)),
        ("F9", partial(_lead, parts, parts.to_decisions)),
        ("Shift+F7", parts.spelling.toggle),
        ("Ctrl+U", minutes.basis_button.click),
        ("F10", parts.strip.more.emit),
        ("F11", acts.full_screen),
        ("F12", acts.presenter.adjourn_or_resume),
        ("F2", partial(_lead, parts, acts.toggle_notes)),
        ("Ctrl+Shift+I", acts.go_round),
        ("Ctrl+Shift+7", lambda: minutes.editor.toggle_list(True)),
        ("Ctrl+Shift+8", lambda: minutes.editor.toggle_list(False)),
        ("Ctrl+Shift+T", minutes.table),
        ("Escape", acts.escape),
    ]
    return bindings + [(f"Ctrl+Shift+{letter}", partial(acts.add, name)) for name, letter in SHIFTED.items()]


def _lead(parts: LiveParts, lead: Callable[[], object]) -> None:
    """Elsewhere on the page: what lies over it goes first, or keys would act on what nobody sees."""
    if parts.panel_is_open():
        parts.put_away()
    lead()


def _do(find: FindDesk, keys: str, act: Callable[[], object]) -> None:
    if not find.takes(keys):
        act()


def _finding(find: FindDesk) -> tuple[tuple[str, Callable[[], object]], ...]:
    return (
        ("Ctrl+F", find.open),
        ("Ctrl+H", lambda: find.open(replacing=True)),
        ("F3", lambda: find.step(1)),
        ("Shift+F3", lambda: find.step(-1)),
    )


def _showing(showing: Showing) -> tuple[tuple[str, Callable[[], object]], ...]:
    return (
        ("F5", showing.toggle_projector),
        ("Shift+F5", showing.hold_here),
    )
