"""The forms of what an item holds beside its minutes: how the motions were put to the meeting, and its annexes."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from bra_desktop.domain.content import AnnexContent
from bra_desktop.domain.errors import UserError
from bra_desktop.domain.text import plain_document, plain_text
from bra_desktop.services.live import minutes
from bra_desktop.services.office import Office
from bra_desktop.services.papers import annexes
from bra_desktop.ui.live.forms.form import FieldKind, Form, FormField, Task, Values, text_of
from bra_desktop.ui.live.scene import Scene

FILE, PAPER, TEXT = "file", "paper", "text"


def proposition_form(scene: Scene) -> Form:
    """Beslutsgång: what the chair asked, and how the vote was to be understood."""
    before = plain_text(scene.item.proposition).strip()
    field = FormField(
        "text", "Beslutsgång", FieldKind.LONG, before,
        help_words="Ctrl+Enter sparar. En tom rad börjar ett nytt stycke.",
        example="t.ex. Ordföranden frågar om förslaget kan antas och finner att så är fallet.",
    )  # fmt: skip

    def submit(values: Values) -> Task:
        words = text_of(values, "text")

        def task(office: Office) -> object:
            if words == before:
                return None
            document = plain_document(words, f"{scene.shown}-gang")
            return minutes.save_text(office, scene.shown, document, field="proposition")

        return task

    return Form("proposition", f"Beslutsgång i {scene.item_words()}", (field,), "Spara beslutsgången", submit)


def annex_form(scene: Scene) -> Form:
    """Something new as an annex of the item: a file, a paper that lies beside, or one that the meeting has already."""
    there = set(scene.item.annexes)
    others = tuple((f"{a.number or ''} {a.title}".strip(), a.key) for a in scene.content.annexes if a.key not in there)
    ways = (("en fil", FILE), ("på papper", PAPER), ("en text som skrivs här", TEXT), *others)
    fields = (
        FormField("what", "Bilagan är", FieldKind.CHOICE, FILE, ways),
        FormField("file", "Fil", FieldKind.FILE, only_if=("what", FILE)),
        FormField("title", "Rubrik", example="t.ex. Rapport september–november", only_if=("what", (FILE, PAPER, TEXT))),
        FormField("origin", "Kommer från (frivilligt)", example="t.ex. Polisen", only_if=("what", (FILE, PAPER, TEXT))),
        FormField("dnr", "Dnr (frivilligt)", example="t.ex. KS 2026/118", only_if=("what", (FILE, PAPER, TEXT))),
        FormField("pages", "Antal sidor", FieldKind.NUMBER, 1, only_if=("what", PAPER)),
        FormField("text", "Text", FieldKind.LONG, only_if=("what", TEXT)),
    )

    def submit(values: Values) -> Task:
        what, item = text_of(values, "what"), scene.shown
        if what not in (FILE, PAPER, TEXT):
            return lambda office: annexes.put_at_item(office, what, item)
        path = _file(values) if what == FILE else None
        title = text_of(values, "title")
        if not title and path is None:
            raise UserError("Skriv vad bilagan heter, t.ex. Rapport september–november.", "title")
        new = _NewAnnex(title, path, text_of(values, "text") if what == TEXT else "", _said(values, what))
        return lambda office: new.add(office, scene.content.ref, item)

    return Form("annex", f"Bilaga till {scene.item_words()}", fields, "Lägg till bilaga", submit)


def known_annex_form(scene: Scene, annex: AnnexContent) -> Form:
    """What is said about an annex, and taking it from the item."""
    fields = (
        FormField("title", "Rubrik", value=annex.title),
        FormField("origin", "Kommer från (frivilligt)", value=annex.origin),
        FormField("dnr", "Dnr (frivilligt)", value=annex.registry_number),
    )

    def submit(values: Values) -> Task:
        said = _said(values, "") | {"title": text_of(values, "title")}
        return lambda office: annexes.change_annex(office, annex.key, said)

    def take_away(office: Office) -> object:
        return annexes.put_at_item(office, annex.key, None)

    title = f"Bilaga {annex.number or ''} till {scene.item_words()}".replace("  ", " ")
    gone = "Bilagan hör inte längre till ärendet."
    return Form("annex", title, fields, "Ändra", submit, "Ta bort från ärendet", take_away, gone)


@dataclass(frozen=True)
class _NewAnnex:
    title: str
    path: Path | None
    text: str
    said: dict[str, object]

    def add(self, office: Office, ref: str, item: str) -> object:
        key = annexes.add_annex(office, ref, self.path, self.text, title=self.title, item_id=item)
        said = {name: value for name, value in self.said.items() if value}
        return annexes.change_annex(office, key, said) if said else None


def _said(values: Values, what: str) -> dict[str, object]:
    said: dict[str, object] = {"origin": text_of(values, "origin"), "registry_number": text_of(values, "dnr")}
    if what == PAPER:
        said["pages"] = int(text_of(values, "pages") or 0) or None
    return said


def _file(values: Values) -> Path:
    words = text_of(values, "file")
    if not words:
        raise UserError("Välj filen som ska bli bilaga.", "file")
    return Path(words)
