"""Annexes: files and written-out texts that belong to a meeting or one of its items."""

from __future__ import annotations

import warnings
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bra_desktop.domain.errors import UserError
from bra_desktop.domain.kinds import MeetingState
from bra_desktop.domain.meeting import AgendaItem, Annex, Meeting
from bra_desktop.domain.quoting import short
from bra_desktop.domain.text import TextDocument, plain_document
from bra_desktop.services.changing import item_to_change, last_position, meeting_to_change
from bra_desktop.services.office import Office
from bra_desktop.services.preparing.following import follow_annex_mark
from bra_desktop.services.wording import check_text, check_words
from bra_desktop.storage.attachments import StoredFile
from bra_desktop.storage.ledger import ChangeSet
from bra_desktop.storage.work import Work

_OWN = (
    "title", "number", "origin", "registry_number", "confidential", "later", "text", "signed_at_place", "signatures",
    "pages",
)  # fmt: skip

_PROTECTED = (
    "{} går att öppna men är skyddad mot ändring, och ett sådant skydd håller inte i arkivet. "
    "Skriv ut den till en ny pdf och lägg till den i stället. Inget har ändrats."
)
"""PDF/A allows no encryption (ISO 19005), and a file that is protected against changes is encrypted too."""
_PICTURES = frozenset((".png", ".jpg", ".jpeg", ".gif", ".webp", ".bmp", ".tif", ".tiff"))


@dataclass(frozen=True)
class AnnexFile:
    """An annex's file as it was kept."""

    file_name: str
    content: bytes


def add_annex(
    office: Office,
    ref: str,
    path: Path | None = None,
    text: str = "",
    *,
    title: str = "",
    item_id: str | None = None,
    later: bool = False,
) -> str:
    """Add an annex, from a file or as a text, to the meeting or to one of its items; answers its id.

    ``later`` says that it is named now and handed out afterwards. Without a title the file's name is taken. Raises
    UserError for a file that is missing, too large, locked with a password or protected, and for an annex that holds
    neither file nor text nor title; RuleBroken when the meeting is locked.
    """
    words = title.strip() or (path.stem.replace("_", " ").strip() if path else "")
    document = _checked(words, text)
    pages, stored = _taken_in(office, path) if path else (None, None)
    with office.work("Lägg till handling") as work:
        meeting = meeting_to_change(work, ref)
        annexes = work.all(Annex, meeting_id=meeting.id)
        new = Annex(
            id=office.new_id(),
            meeting_id=meeting.id,
            position=last_position([a.position for a in annexes]),
            number=max((a.number or 0 for a in annexes), default=0) + 1,
            title=words,
            file_name=path.name if path else "",
            digest=work.keep(stored) if stored else "",
            size=stored.size if stored else 0,
            pages=pages,
            text=document,
            later=later,
        )
        work.add(new)
        if item_id:
            _put_at(work, new.id, item_id)
        work.commit()
    return new.id


def _checked(title: str, text: str) -> TextDocument:
    if not title:
        raise UserError("Skriv vad handlingen heter, t.ex. Lägesbild november.", where="handling")
    document = plain_document(text, "annex") if text.strip() else TextDocument()
    check_text(document)
    check_words("Handlingens namn", "handling", title)
    return document


def change_annex(office: Office, annex_id: str, values: Mapping[str, Any]) -> ChangeSet | None:
    """Change what is said about an annex: title, number, origin, registry number, ground of confidentiality, later,
    text, how many pages it has on paper, and the parties that sign it. A mark follows to where it has come along.

    Raises UserError without a title, ValueError for an attribute that has a way of its own.
    """
    if unknown := set(values) - set(_OWN):
        raise ValueError(f"{sorted(unknown)} can't be changed here")
    check_words("Handlingen", "handling", *values.values())
    with office.work("Ändra handling") as work:
        annex = _to_change(work, annex_id)
        ground = annex.confidential
        for name, value in values.items():
            setattr(annex, name, value)
        follow_annex_mark(work, annex, ground)
        if not annex.title.strip():
            raise UserError("Skriv vad handlingen heter, t.ex. Lägesbild november.", where="handling")
        if "number" in values:
            _refuse_taken_number(work, annex)
        return work.commit()


def replace_file(office: Office, annex_id: str, path: Path) -> ChangeSet | None:
    """Put another file, such as a later version, in the place of an annex's. Raises as :func:`add_annex`."""
    pages, stored = _taken_in(office, path)
    with office.work("Byt fil i handling") as work:
        annex = _to_change(work, annex_id)
        annex.digest, annex.size = work.keep(stored), stored.size
        annex.file_name, annex.pages, annex.later = path.name, pages, False
        return work.commit()


def put_at_item(office: Office, annex_id: str, item_id: str | None) -> ChangeSet | None:
    """Let an annex belong to one item, or (None) to the meeting as a whole."""
    with office.work("Flytta handling") as work:
        annex = _to_change(work, annex_id)
        for item in work.all(AgendaItem, meeting_id=annex.meeting_id):
            if annex.id in item.annexes and item.id != item_id:
                item_to_change(work, item.id).annexes = tuple(key for key in item.annexes if key != annex.id)
        if item_id:
            _put_at(work, annex.id, item_id)
        return work.commit()


def remove_annex(office: Office, annex_id: str) -> ChangeSet | None:
    """Take an annex away; undo brings it back. The rest are numbered anew until the notice has been sent."""
    with office.work("Ta bort handling") as work:
        annex = _to_change(work, annex_id)
        for item in work.all(AgendaItem, meeting_id=annex.meeting_id):
            if annex.id in item.annexes:
                item_to_change(work, item.id).annexes = tuple(key for key in item.annexes if key != annex.id)
        work.delete(annex)
        if work.get(Meeting, annex.meeting_id).state is MeetingState.PLANNED:
            rest = [a for a in work.all(Annex, meeting_id=annex.meeting_id) if a.id != annex.id]
            for number, other in enumerate(sorted(rest, key=lambda a: (a.position, a.id)), 1):
                other.number = number
        return work.commit()


def read_file(office: Office, digest: str, file_name: str) -> AnnexFile:
    """The file of an annex, checked. Raises AttachmentMissing when it is gone or damaged."""
    return AnnexFile(file_name, office.database.attachments.read(digest))


def _refuse_taken_number(work: Work, annex: Annex) -> None:
    others = (a for a in work.all(Annex, meeting_id=annex.meeting_id) if a.id != annex.id)
    other = next((a for a in others if annex.number is not None and a.number == annex.number), None)
    if other is not None:
        raise UserError(f"Nummer {annex.number} har ”{other.title}”. Skriv ett annat nummer.", where="nummer")


def _to_change(work: Work, annex_id: str) -> Annex:
    annex = work.get(Annex, annex_id)
    meeting_to_change(work, annex.meeting_id)
    return annex


def _put_at(work: Work, annex_id: str, item_id: str) -> None:
    item = item_to_change(work, item_id)
    if annex_id not in item.annexes:
        item.annexes = (*item.annexes, annex_id)


def _taken_in(office: Office, path: Path) -> tuple[int | None, StoredFile]:
    """How many pages a PDF has, and the file as kept; what is too large is told so, whatever else it is."""
    if path.is_dir():
        raise UserError(f"{short(path.name)} är en mapp. Välj en fil. Inget har ändrats.", where=path.name)
    files = office.database.attachments
    try:
        files.refuse_too_large(path)
        if path.stat().st_size == 0:
            raise UserError(
                f"{short(path.name)} är tom: det finns inget i filen. Välj en annan fil. Inget har ändrats.",
                where=path.name,
            )
        return _pages(path), files.keep_file(path)
    except (FileNotFoundError, PermissionError, IsADirectoryError) as error:
        raise UserError(
            f"Filen {path.name} finns inte eller går inte att läsa. Välj en annan fil. Inget har ändrats.",
            where=path.name,
        ) from error


def _pages(path: Path) -> int | None:
    """How many pages a PDF has; None for other files. Raises UserError for a PDF or a picture that can't be read."""
    if path.suffix.lower() in _PICTURES:
        _check_picture(path)
    if path.suffix.lower() != ".pdf":
        return None
    import pikepdf  # heavy: only when a PDF comes in

    try:
        with pikepdf.open(path) as document:
            if document.is_encrypted:
                raise UserError(_PROTECTED.format(path.name), where=path.name)
            return len(document.pages)
    except FileNotFoundError:
        return None  # told in the same words as for other files
    except pikepdf.PasswordError as error:
        raise UserError(
            f"{path.name} är låst med lösenord och kan inte bli bilaga. Spara en olåst kopia och lägg till den.",
            where=path.name,
        ) from error
    except pikepdf.PdfError as error:
        raise UserError(
            f"{path.name} går inte att läsa som pdf. Spara om den och lägg till den igen. Inget har ändrats.",
            where=path.name,
        ) from error


def _check_picture(path: Path) -> None:
    """Reads the whole picture: one that was cut off in the middle opens, and fails only then."""
    from PIL import Image  # heavy: only when a picture comes in

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)  # large is not broken
            with Image.open(path) as picture:
                picture.load()
    except FileNotFoundError:
        return  # told in the same words as for other files
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError) as error:
        raise UserError(
            f"{path.name} går inte att läsa som bild. Spara om den och lägg till den igen. Inget har ändrats.",
            where=path.name,
        ) from error
