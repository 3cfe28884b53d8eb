"""Copies of the papers for Word and as plain text, for those who need to paste them elsewhere.

A copy says what the paper says, of a locked one with the signatures that it has, and tells that it is a copy. It is
not kept with the meeting, and what is confidential is in it where it is in the paper itself: ``confidential`` is what
to ask about first.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from bra_desktop.domain.confidentiality import COMPLETE_WARNING
from bra_desktop.services.office import Office
from bra_desktop.services.papers import decision_registers
from bra_desktop.services.papers.documents import Composed, MadeDocument
from bra_desktop.services.papers.papers import composed_paper


class Form(StrEnum):
    """What a copy is made as; the value is the ending of the file's name."""

    WORD = "docx"
    TEXT = "txt"


@dataclass(frozen=True)
class Copied:
    """A copy, and whether it holds what is marked as confidential."""

    made: MadeDocument
    confidential: bool

    @property
    def text(self) -> str:
        """The words of a copy in plain text."""
        return self.made.content.decode("utf-8")


def copy(office: Office, ref: str, kind: str, form: Form) -> Copied:
    """A copy of a document that the meeting has: one of documents.KIND_WORDS but extracts.

    Raises NoSuchMeeting, RuleBroken for a document that the meeting does not have, UserError for a picture that
    cannot be read.
    """
    return copied(composed_paper(office, ref, kind), form)


def copy_register(office: Office, forum_id: str, year: int, form: Form) -> Copied:
    """A copy of the register of a forum's decisions. Raises RuleBroken where nothing was decided."""
    return copied(decision_registers.composed_register(office, forum_id, year), form)


def copied(composed: Composed, form: Form) -> Copied:
    """What was composed, as a copy. Raises UserError for a picture that cannot be read."""
    from bra_desktop.documents import copies

    copy = copies.copied(composed.document, composed.kind, composed.content, composed.signatures)
    if form is Form.WORD:
        from bra_desktop.documents.word.file import word_file as file  # heavy: only when such a file is made
    else:
        from bra_desktop.documents.plain.text import text_file as file
    made = MadeDocument(composed.kind, f"{composed.name}.{form}", file(copy))
    return Copied(made, COMPLETE_WARNING in composed.document.warning)
