"""What can be done from anywhere, as the palette offers it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Protocol

from bra_desktop.ui.palette.presenter import Command

if TYPE_CHECKING:
    from bra_desktop.ui.desk import Running
    from bra_desktop.ui.main_window import MainWindow


class Leader(Protocol):
    """Who leads the window, as the commands use it."""

    @property
    def window(self) -> MainWindow: ...

    def go(self, name: str, target: object = None, /) -> None: ...
    def ask_backup(self) -> None: ...
    def open_help(self) -> None: ...


def commands_of(host: Leader, running: Running | None = None) -> tuple[Command, ...]:
    """Those whose page this window has: the meeting that is ``running``, what is done, then where one can go."""
    acts = [
        ("meetings", Command("Planera möte", "Öppnar formuläret med forumets dagordning", "calendar-days",
                             partial(host.go, "meetings", "plan"), "Ctrl+N", "nytt möte skapa boka")),
        ("actions", Command("Skapa ark till förvaltningar", "Ett uppföljningsark för varje ansvarig", "table",
                            partial(host.go, "actions", "sheets"), "", "excel uppföljningsark")),
        ("actions", Command("Visa försenade åtgärder", "De som skulle ha varit klara", "triangle-alert",
                            partial(host.go, "actions", "late"), "", "sena")),
        ("meeting", Command("Visa ärendets versioner", "Vad som skiljer mot nu, och tillbaka till en av dem", "clock",
                            partial(_show_versions, host), "Ctrl+Skift+H", "historik ångra jämför tidigare text")),
        ("", Command("Skärmen delas: dölj sekretess", "Allt som är sekretessmarkerat, på alla sidor, eller visa igen",
                     "eye", host.window.share_screen, "F4", "dela skärm projektor teams zoom hemligt visa")),
        ("", Command("Skapa säkerhetskopia nu", "Allt i en fil, som prövas innan den räknas", "database",
                     host.ask_backup, "", "backup kopia spara")),
        ("", Command("Visa hjälp och kortkommandon", "Tangenterna på sidan som visas", "info",
                     host.open_help, "F1", "tangent")),
    ]  # fmt: skip
    chosen = [command for page, command in acts if not page or host.window.has(page)]
    return (*_going_on(host, running), *chosen, *_going(host))


def _going_on(host: Leader, running: Running | None) -> tuple[Command, ...]:
    if running is None:
        return ()
    go_on = partial(host.go, "live", running.ref)
    return (Command("Fortsätt mötet", f"{running.words} pågår", "play", go_on, "", "mötesläge skriva tillbaka"),)


def _show_versions(host: Leader) -> None:
    """On a page that has a meeting; elsewhere it is said where to find them."""
    show = getattr(host.window.page(host.window.shown()), "show_versions", None)
    if show is not None:
        show()
    else:
        host.window.messages.finished(
            "Öppna ett möte för att se hur texten i dess ärenden har varit.", "Till Möten", partial(host.go, "meetings")
        )


def _going(host: Leader) -> tuple[Command, ...]:
    return tuple(
        Command(
            f"Gå till {spec.title}", "", spec.icon, partial(host.go, spec.name), f"Ctrl+{number}", "visa öppna sida"
        )
        for number, spec in enumerate(host.window.places(), start=1)
    )
