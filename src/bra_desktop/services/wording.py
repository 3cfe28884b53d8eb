"""Words that come in by any door: the characters that cannot be kept are refused in one sentence."""

from __future__ import annotations

from dataclasses import fields, is_dataclass

from bra_desktop.domain.characters import forbidden_character
from bra_desktop.domain.errors import UnkeepableText
from bra_desktop.domain.text import TextDocument, block_runs


def check_words(what: str, where: str, *values: object) -> None:
    """Raises UnkeepableText for the first character that cannot be kept, however deep in the values its text stands.

    ``what`` begins the sentence ("Beslutet").
    """
    for value in values:
        if isinstance(value, str):
            found = forbidden_character(value)
            if found is not None:
                raise UnkeepableText(
                    f"{what} innehåller ett tecken som inte kan sparas ({found[1]}, plats {found[0]}). Ta bort det.",
                    where=where,
                )
        elif isinstance(value, TextDocument):
            check_text(value)
        elif isinstance(value, tuple | list):
            check_words(what, where, *value)
        elif is_dataclass(value) and not isinstance(value, type):
            check_words(what, where, *(getattr(value, field.name) for field in fields(value)))


def check_text(text: TextDocument) -> None:
    """Raises UnkeepableText for the first character that cannot be kept, with the block that holds it."""
    for number, block in enumerate(text.blocks, 1):
        for run in block_runs(block):
            found = forbidden_character(run.text) or forbidden_character(run.ground)
            if found is not None:
                raise UnkeepableText(
                    f"Texten i stycke {number} innehåller ett tecken som inte kan sparas "
                    f"({found[1]}, plats {found[0]}). Ta bort det.",
                    where=f"stycke {number}",
                )
