"""The keys that help lists: those of every page, those of Mötesläge, and those that the shown page's buttons have."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton, QWidget

from bra_desktop.domain.kinds import DocumentProfile

EVERYWHERE = (
    ("Ctrl+K", "Sök och kommandon"),
    ("F1", "Den här hjälpen"),
    ("F4", "Delad skärm: döljer det som är sekretessmarkerat, och visar det igen"),
    ("Alt+Vänsterpil", "Tillbaka till sidan innan"),
    ("Tab, Skift+Tab", "Nästa och föregående fält eller knapp"),
    ("Esc", "Stänger det som ligger ovanpå"),
)
IN_TEXT = (
    ("Ctrl+Z, Ctrl+Y", "Ångra och gör om i texten"),
    ("Ctrl+B, Ctrl+I", "Fet och kursiv"),
    ("Ctrl+Skift+7, Ctrl+Skift+8", "Numrerad lista och punktlista"),
    ("Skift+F10", "Menyn för texten: stavning, språk, bild"),
    ("Alt+Skift+pil", "Ny rad eller kolumn i tabellen, åt det hållet"),
    ("Alt+Skift+Delete, Alt+Skift+Backsteg", "Tar bort raden, kolumnen i tabellen"),
)
IN_TABLES = (
    ("Pil upp, Pil ned", "Väljer rad"),
    ("Enter", "Öppnar raden"),
    ("Ctrl+C", "Kopierar raderna som tabell"),
)
SWEDISH = {
    "Return": "Enter",
    "Shift": "Skift",
    "Down": "Pil ned",
    "Up": "Pil upp",
    "Left": "Vänsterpil",
    "Del": "Delete",
}

Keys = tuple[tuple[str, str], ...]


def in_swedish(keys: str) -> str:
    """Qt's name of a key as it stands on a Swedish keyboard."""
    return "+".join(SWEDISH.get(part, part) for part in keys.split("+")) if keys != "+" else keys


def of_buttons(root: QWidget) -> Keys:
    """What the buttons below root listen to, each key once."""
    found: dict[str, str] = {}
    for button in root.findChildren(QPushButton):
        keys = button.shortcut().toString() or str(button.property("key") or "")  # its own, or heard in its page
        if keys and button.isVisible() and button.accessibleName():
            found.setdefault(in_swedish(keys), button.accessibleName())
    return tuple(found.items())


def in_live(page: QWidget | None) -> Keys:
    """The keys of Mötesläge, from where they are bound; when it is shown, in the words of its meeting."""
    from bra_desktop.ui.live.keys import keys_of
    from bra_desktop.ui.live.page import LivePage

    scene = page.presenter.scene if isinstance(page, LivePage) else None
    return keys_of(notes=scene is not None and scene.content.forum.profile is DocumentProfile.NOTES)
