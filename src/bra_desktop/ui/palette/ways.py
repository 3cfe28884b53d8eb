"""The commands that lead to a place on another page, or press a button there once the page has been read."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING, Protocol, cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton
from shiboken6 import isValid

from bra_desktop.system.declared import APPEARANCE, TEXT_SIZE
from bra_desktop.ui.palette.presenter import Command
from bra_desktop.ui.widgets.veil import Veil

if TYPE_CHECKING:
    from bra_desktop.ui.main_window import MainWindow
    from bra_desktop.ui.pages import Page
    from bra_desktop.ui.register.page import RegisterPage

BY_KEY = Qt.FocusReason.ShortcutFocusReason
THEME_WORDS = {
    "system": "tema färger automatiskt som datorn",
    "light": "tema färger ljus dagläge vitt vit bakgrund",
    "dark": "tema färger mörkt läge mörk nattläge svart svart bakgrund dark mode",
    "high-contrast": "tema färger kontrast tydligare läsbarhet synnedsättning tillgänglighet svårt att se",
}
SIZE_WORDS = "textstorlek bokstäver teckenstorlek typsnitt font zooma förstora förminska skala text"
FORUM_WORDS = (
    "beslutsför quorum beslutförhet numrering paragrafnumrering sidnumrering dokumentmall mall profil nämnd råd "
    "arbetsutskott kallelsetid distans vanlig plats tid avsnitt underskrift"
)
MUNICIPALITY_WORDS = (
    "kommunens namn kontaktrad adress län arkivmyndighet diarieserier färg logotyp logga grafisk profil pdf/a-3 "
    "mötesfil bilagor i pdf"
)


class Leading(Protocol):
    """Who leads the window, as these commands use it."""

    @property
    def window(self) -> MainWindow: ...

    def go(self, name: str, target: object = None, /) -> None: ...
    def choose_look(self, appearance: str, size: int, /) -> None: ...


def ways_of(host: Leading) -> Iterator[Command]:
    """To what is kept in the register and can be made on the pages that this window has, and to each choice of look."""
    if host.window.has("register"):
        yield from _register(host)
        yield from _places(host)
    if host.window.has("actions"):
        about = "Öppnar formuläret under Åtgärder"
        press = partial(_press, host, "actions", None, "actions.new")
        yield Command("Ny åtgärd", about, "plus", press, "", "nytt uppdrag uppgift lägg till skapa ansvarig")
    if host.window.has("meetings"):
        press = partial(_press, host, "meetings", None, "meetings.read_in")
        yield Command("Läs in mötesfil", "Ett möte ur en fil", "upload", press, "", "importera hämta möte json flytta")
    yield from _looks(host)


def _register(host: Leading) -> Iterator[Command]:
    """To the forms of something new there, and to its files."""
    made = (
        ("people", "Ny person", "users", "lägg till ledamot kontakt deltagare person register"),
        ("organisations", "Ny organisation", "users", "lägg till förvaltning förening myndighet organisation register"),
        ("forums", "Nytt forum", "list", "lägg till råd nämnd grupp arbetsutskott"),
        ("phrases", "Ny fras", "file-text", "lägg till egen standardtext frasbank skriva formulering textmall"),
    )
    for tab, words, icon, finds in made:
        press = partial(_press, host, "register", tab, "register.new")
        yield Command(words, "Öppnar formuläret i Register", icon, press, "", finds)
    files = (
        ("register.phrases_take_in", "Läs in fraser", "download", "Ur en fil från en annan kommun",
         "importera hämta frasbank frasfil standardtexter"),
        ("register.phrases_write", "Spara fraserna till fil", "upload", "Så att en annan kommun kan läsa in dem",
         "exportera lämna ut frasbank dela fraser"),
    )  # fmt: skip
    for button, words, icon, about, finds in files:
        yield Command(words, about, icon, partial(_press, host, "register", "phrases", button), "", finds)
    arms = partial(_press, host, "register", "municipality", "register.municipality_arms")
    yield Command("Välj kommunens vapen", "Står på dokument och ark", "upload", arms, "", "logotyp logga bild märke")


def _places(host: Leading) -> Iterator[Command]:
    """To what is kept in the register."""
    tabs = (
        ("people", "Visa personer", "users", "Ledamöter, ersättare och andra, med certifikat",
         "register ledamöter ersättare kontakter certifikat e-legitimation telefon e-post adressbok titel"),
        ("organisations", "Visa organisationer", "users", "Vilka som deltar och får uppföljningsark",
         "register förvaltningar föreningar polisen myndigheter"),
        ("forums", "Visa forum", "list", "Dokument, numrering, beslutsför, tid och plats", FORUM_WORDS),
        ("municipality", "Visa kommunens uppgifter", "settings", "Namn, kontaktrad, färg och arkiv",
         MUNICIPALITY_WORDS),
    )  # fmt: skip
    for tab, words, icon, about, finds in tabs:
        yield Command(words, about, icon, partial(host.go, "register", tab), "", finds)
    within = (
        ("Rubriker på papper", "Forumets egna ord i kallelse, protokoll och utdrag", "file-text", _to_headings,
         "rubriker rubrik ord justerare beslut närvarande i protokollet dokumentens byt namn"),
        ("Uppdrag och platser", "Vilka som kallas i forumet, och mandaten", "users", _to_seats,
         "mandat ledamöter ersättare vakans parti ordförande sekreterare kallas mandatperiod vice"),
        ("Beslutsregister", "Årets beslut i ett forum, i en fil", "file-text", _to_decisions,
         "årets beslut lista alla beslut beslutslogg år"),
    )  # fmt: skip
    for words, about, icon, then, finds in within:
        yield Command(words, about, icon, partial(_then, host, "register", "forums", then), "", finds)


def _looks(host: Leading) -> Iterator[Command]:
    for name, words in APPEARANCE.choices:
        act, finds = partial(host.choose_look, name, 0), THEME_WORDS[name]
        yield Command(f"Utseende: {words.lower()}", "Gäller genast", "settings", act, "", finds)
    for size, words in TEXT_SIZE.choices:
        act, finds = partial(host.choose_look, "", size), f"{SIZE_WORDS} {words.lower()}"
        finds += " större text" if size > TEXT_SIZE.default else " mindre text" if size < TEXT_SIZE.default else ""
        yield Command(f"Storlek: {words.lower()} ({size} %)", "Text, knappar och ikoner", "settings", act, "", finds)


# ── what is done on the page ─────────────────────────────────────────────────────────────────────
def _press(host: Leading, name: str, target: object, button: str) -> None:
    def press(page: Page) -> None:
        found = page.findChild(QAbstractButton, button)
        if found is None or not found.isVisible():
            return
        found.setFocus(BY_KEY)
        found.click()

    _then(host, name, target, press)


def _then(host: Leading, name: str, target: object, act: Callable[[Page], None]) -> None:
    """Goes there, and acts when all that the page shows has been read, unless something else lies over it by then."""
    host.go(name, target)
    page, operations = host.window.page(name), host.window.operations

    def when_read() -> None:
        operations.rested.disconnect(when_read)
        covered = any(veil.isVisible() for veil in host.window.findChildren(Veil))
        if page is not None and isValid(page) and page.isVisible() and not covered:
            act(page)

    operations.rested.connect(when_read)
    if page is not None:
        page.runner.read(lambda: None, lambda _none: None)  # rested is told after this, whatever else is being read


def _to_headings(page: Page) -> None:
    register = cast("RegisterPage", page)
    register.forums.ask_headings()


def _to_seats(page: Page) -> None:
    register = cast("RegisterPage", page)
    register.forums.ask_inside()


def _to_decisions(page: Page) -> None:
    """To the button that asks for the year; it stands on the forum."""
    register = cast("RegisterPage", page)
    register.forums.choose_one()
    register.forums.decisions.setFocus(BY_KEY)
    register.forums.form.show_below(register.forums.decisions)
