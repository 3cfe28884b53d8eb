"""Why a coat of arms cannot be drawn, and what to do: a sentence that names what stands in the way."""

from __future__ import annotations

from bra_desktop.domain.errors import UserError

WHERE = "vapen"
_OR_PNG = "eller välj vapnet som PNG."
_OF_TAG = {
    "text": "text (<text>). Gör om texten till kurvor i ritprogrammet och spara igen",
    "image": "en bild (<image>) bland formerna. Spara det utan bilden",
    "pattern": "ett mönster (<pattern>). Fyll formerna med färg i stället",
    "filter": "ett filter (<filter>). Ta bort effekten i ritprogrammet och spara igen",
    "mask": "en mask (<mask>). Gör om den till former i ritprogrammet och spara igen",
    "marker": "pilspetsar (<marker>). Gör om dem till former i ritprogrammet och spara igen",
    "foreignObject": "något annat än svg (<foreignObject>). Ta bort det i ritprogrammet och spara igen",
}


class CannotDraw(UserError):
    """The arms have something that cannot be drawn on paper."""

    def __init__(self, sentence: str) -> None:
        super().__init__(f"Vapnet {sentence}, {_OR_PNG}", WHERE)


def element(tag: str) -> CannotDraw:
    """An element that has no place on paper."""
    return CannotDraw(f"innehåller {_OF_TAG.get(tag, f'<{tag}>, som inte kan ritas. Ta bort det och spara igen')}")


def selector(text: str) -> CannotDraw:
    """A rule of the style sheet that is more than a name, a class or an id."""
    return CannotDraw(
        f"har en stilregel som inte kan följas (”{_short(text)}” i <style>). "
        "Spara det med färgerna i formerna (presentationsattribut)"
    )


def colour(text: str) -> CannotDraw:
    """A colour that means nothing."""
    return CannotDraw(f"har en färg som inte går att tolka (”{_short(text)}”). Välj en vanlig färg i ritprogrammet")


def see_through(name: str, value: str) -> CannotDraw:
    """A colour that is half transparent: papers that are archived have none."""
    return CannotDraw(
        f"har genomskinliga färger ({name} {_short(value)}), som arkivformatet inte tar emot väl. Välj täckande färger"
    )


def setting(name: str, value: str) -> CannotDraw:
    """A property or attribute that would change how it looks."""
    return CannotDraw(f"använder {name} (”{_short(value)}”), som inte kan ritas. Ta bort det i ritprogrammet")


def _short(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= 40 else f"{words[:39]}…"
