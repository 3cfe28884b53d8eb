"""What can be done from anywhere, as the palette offers it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Protocol

from bra_desktop.ui.palette.other_words import IN_THE_MEETING, OTHER_WORDS
from bra_desktop.ui.palette.presenter import Command
from bra_desktop.ui.palette.ways import ways_of
from bra_desktop.ui.planning_key import PLAN_KEY

if TYPE_CHECKING:
    from bra_desktop.ui.desk import Running
    from bra_desktop.ui.main_window import MainWindow
    from bra_desktop.ui.pages import Page, PageSpec


ALREADY = ("F4", "Ctrl+Skift+H")
"""Keys of what is offered in words of its own."""


PAGE_WORDS = {
    "overview": "hem start startsida årshjul början",
    "meetings": "sammanträden protokoll kallelser protokollsutdrag lista arkivera starta mötet",
    "live": "anteckna skriva protokoll mötet",
    "actions": "uppdrag uppföljning att göra ansvariga försenat",
    "register": "personer organisationer forum fraser kommunen",
    "settings": "utseende storlek tema färg inställning alternativ",
}
"""What the pages are called besides."""


class Leader(Protocol):
    """Who leads the window, as the commands use it."""

    @property
    def window(self) -> MainWindow: ...

    def go(self, name: str, target: object = None, /) -> None: ...
    def ask_backup(self) -> None: ...
    def choose_look(self, appearance: str, size: int, /) -> None: ...
    def open_help(self) -> None: ...


def commands_of(host: Leader, running: Running | None = None) -> tuple[Command, ...]:
    """Those whose page this window has: the shown page's next step, the meeting that is ``running``, what is done, then
    where one can go.
    """
    shown = host.window.page(host.window.shown())
    acts = [
        ("meetings", Command("Planera möte", "Öppnar formuläret med forumets dagordning", "calendar-days",
                             partial(host.go, "meetings", "plan"), _key_of_planning(shown), "nytt möte skapa boka")),
        ("actions", Command("Skapa ark till förvaltningar", "Ett uppföljningsark för varje ansvarig", "table",
                            partial(host.go, "actions", "sheets"), "", "excel uppföljningsark")),
        ("actions", Command("Visa försenade åtgärder", "De som skulle ha varit klara", "triangle-alert",
                            partial(host.go, "actions", "late"), "", "sena")),
        ("register", Command("Visa fraserna", "I texten ger / och några bokstäver en fras", "file-text",
                             partial(host.go, "register", "phrases"), "", "fraser frasbank standardfras sätt in")),
        ("", Command("Skärmen delas: dölj sekretess", "Allt som är sekretessmarkerat, på alla sidor, eller visa igen",
                     "eye", host.window.sharing.toggle, "F4", "dela skärm projektor teams zoom hemligt visa")),
        ("", Command("Skapa säkerhetskopia nu", "Allt i en fil, som prövas innan den räknas", "database",
                     host.ask_backup, "", "backup kopia spara")),
        ("", Command("Visa hjälp och kortkommandon", "Tangenterna på sidan som visas", "info",
                     host.open_help, "F1", "tangent")),
    ]  # fmt: skip
    chosen = [command for page, command in acts if not page or host.window.has(page)]
    here = (
        *_next_step(shown),
        *_going_on(host, running),
        *chosen,
        *_versions(shown),
        *_marking(host, shown),
        *_signing(host, shown),
    )
    listed = (*here, *_offered(shown), *_going(host), *ways_of(host))
    first: dict[str, Command] = {}
    for command in listed:  # what the shown page itself offers goes before the same thing elsewhere
        first.setdefault(command.words, command)
    return tuple(first.values())


def _key_of_planning(shown: Page | None) -> str:
    """Elsewhere the same key means what the page itself makes new, or nothing."""
    return PLAN_KEY if shown is not None and shown.plans_by_key else ""


def _next_step(shown: Page | None) -> tuple[Command, ...]:
    """What the filled button of the page does, while it stands there."""
    step = getattr(shown, "next_step", None)
    found = step() if step is not None else None
    if found is None:
        return ()
    words, tip, icon, act = found
    name = words.rstrip("…")
    return (Command(name, tip, icon, act, "", f"nästa steg {OTHER_WORDS.get(name, '')}"),)


def _going_on(host: Leader, running: Running | None) -> tuple[Command, ...]:
    if running is None:
        return ()
    go_on = partial(host.go, "live", running.ref)
    finds = "till mötesläget mötesläge skriva tillbaka starta öppna"
    if host.window.shown() != "live":
        finds = f"{finds} {IN_THE_MEETING}"
    return (Command("Fortsätt mötet", f"{running.words} pågår", "play", go_on, "", finds),)


def _versions(shown: Page | None) -> tuple[Command, ...]:
    """On a page that has a meeting."""
    show = getattr(shown, "show_versions", None)
    if show is None:
        return ()
    about, finds = "Vad som skiljer mot nu, och tillbaka till en av dem", "historik ångra jämför tidigare text"
    return (Command("Visa ärendets versioner", about, "clock", show, "Ctrl+Skift+H", finds),)


def _marking(host: Leader, shown: Page | None) -> tuple[Command, ...]:
    """In a meeting that goes on: what is marked is hidden at once from those who see the screen."""
    lead = getattr(shown, "go_to", None)
    if lead is None or host.window.shown() != "live":
        return ()
    about = "Lagrummet i ärendets uppgifter; ärendet visas inte på projektor eller delad skärm"
    finds = "sekretess sekretessmarkering hemligt lagrum osl dölj"
    return (Command("Sekretessmarkera ärendet", about, "lock", partial(lead, "secret"), "", finds),)


def _signing(host: Leader, shown: Page | None) -> tuple[Command, ...]:
    """In a meeting that goes on: to its own signatures."""
    scene = getattr(getattr(shown, "presenter", None), "scene", None)
    if scene is None or host.window.shown() != "live" or scene.notes:
        return ()
    about, words = "Vem som ska skriva under mötets protokoll, och hur", "Underskrifter"
    to = partial(host.go, "adjustment", scene.content.ref)
    return (Command(words, about, "pen-line", to, "", OTHER_WORDS[words]),)


def _offered(shown: Page | None) -> tuple[Command, ...]:
    """What the shown page itself has in its menus."""
    offered = getattr(shown, "offered", None)
    found = offered() if offered is not None else ()
    return tuple(
        Command(one.words, one.about, "chevron-right", one.act, one.key, OTHER_WORDS.get(one.words, ""))
        for one in found
        if one.key not in ALREADY
    )


def _going(host: Leader) -> tuple[Command, ...]:
    return tuple(
        Command(f"Gå till {spec.title}", "", spec.icon, partial(host.go, spec.name), f"Ctrl+{number}", _called(spec))
        for number, spec in enumerate(host.window.places(), start=1)
    )


def _called(spec: PageSpec) -> str:
    return f"visa öppna sida {PAGE_WORDS.get(spec.name, '')}"
