"""Extracts of protocols: looked at one by one, saved one or many at a time, and kept with the meeting with to whom.

Many are saved all or not at all: who ends it, or meets a full disk, has nothing half-done to sort out. They never
take the name of a file that is there, since nobody is asked about each.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from bra_desktop.domain.canonical import canonical_json
from bra_desktop.domain.content import MeetingContent
from bra_desktop.domain.errors import RuleBroken, UserError
from bra_desktop.domain.extracts import Choice, Extract, extractable, extracts, keys_of, nothing_words, told_recipients
from bra_desktop.domain.meeting import Meeting
from bra_desktop.domain.protocol import KeptDocument, PublicNotice
from bra_desktop.domain.swedish import file_name as safe_name
from bra_desktop.services.meeting_views import LOCKED, MADE_OF, beside
from bra_desktop.services.office import Office
from bra_desktop.services.papers import documents
from bra_desktop.services.papers.apart import as_adjusted, posted_in
from bra_desktop.services.papers.corrections import corrections_in
from bra_desktop.services.papers.documents import Composed, MadeDocument
from bra_desktop.services.papers.sent import KeptPaper
from bra_desktop.storage.queries.contents import content_in, reading_session
from bra_desktop.system.results import half_made, results_in, results_with

if TYPE_CHECKING:
    from bra_desktop.documents.corrected import Corrected
    from bra_desktop.documents.extract import Extracts
    from bra_desktop.storage.attachments import StoredFile

KIND = "extract"
_SIGN = "\ue000"
"""Stands for § while a name is made safe for a file, since that spells it out."""
_LONGEST_ITEMS = 50
_LONGEST_RECIPIENT = 60

Progress = Callable[[int, int], None]
"""Told how many are made, and of how many (0 until the meetings have been read); may raise to end it."""


@dataclass(frozen=True)
class _Source:
    """One meeting's protocol, read once for all the extracts that are taken of it."""

    office: Office
    content: MeetingContent
    posted: PublicNotice | None
    corrections: tuple[Corrected, ...]

    @cached_property
    def _extracts(self) -> Extracts:
        from bra_desktop.documents import extract

        assets = documents.assets_of(self.office, self.content)
        posted_on = self.posted.posted_on if self.posted else None
        standing = extract.Standing(assets.apart, posted_on, self.corrections)
        today = self.office.today()
        content = as_adjusted(self.office, self.content)
        return extract.Extracts(content, today, standing, arms=assets.arms, pictures=assets.pictures)

    def composed(self, one: Extract) -> Composed:
        return Composed(KIND, _file_name(self.content, one), self._extracts.of(one.items, one.to), self.content)


def _source(office: Office, ref: str) -> _Source:
    with office.database.reading() as connection, reading_session(connection) as session:
        content = content_in(session, ref)
        posted = posted_in(session, content.key).get("")
        corrections = corrections_in(session, content.key)
    return _Source(office, content, posted, corrections)


def composed_extract(office: Office, ref: str, choice: Choice) -> tuple[Composed, Extract]:
    """The one extract that the choice becomes, or the first, confidential text removed; and what it is.

    Raises NoSuchMeeting, RuleBroken for notes and for a meeting that has nothing to extract, UserError for no item.
    """
    source = _source(office, ref)
    one = _chosen(source.content, choice)[0]
    return source.composed(one), one


def extract_of(office: Office, ref: str, numbers: Collection[int]) -> Composed:
    """An extract with those §§ (in a forum without §§, those numbers in the agenda), for their recipients.

    Raises as :func:`composed_extract`, and UserError for a number that the meeting does not have.
    """
    source = _source(office, ref)
    return source.composed(_chosen(source.content, Choice(keys_of(source.content, numbers)))[0])


def save_extract(office: Office, ref: str, choice: Choice, path: Path) -> None:
    """Save the one extract that the choice becomes, and keep it. Raises as :func:`composed_extract`; then nothing is.

    UserError too when the place cannot be written to.
    """
    composed, one = composed_extract(office, ref, choice)
    made = composed.as_pdf()
    with results_with({path: made.content}):
        keep_extract(office, composed, MadeDocument(KIND, path.name, made.content), one.to)


def keep_extract(office: Office, composed: Composed, made: MadeDocument, to: Sequence[str]) -> None:
    """Keep an extract that leaves, to whom, and what it says."""
    stored = office.database.attachments.keep_bytes(made.content, made.file_name)
    beside_it = (_kept_content(office, composed.content), _kept_words(office, composed, made.file_name))
    _keep(office, [_HandedOut(composed.content.key, made.file_name, "; ".join(to), stored, *beside_it)])


def composed_as_handed_out(office: Office, ref: str, paper: KeptPaper) -> Composed:
    """What an extract that was handed out says. Raises RuleBroken for one that is kept as a PDF alone."""
    from bra_desktop.documents import kept_blocks

    content, files = office.content(ref), office.database.attachments
    with office.database.reading() as connection, reading_session(connection) as session:
        words = session.get(KeptDocument, beside(paper.row.id, LOCKED))
    if words is None:
        raise RuleBroken("Det som är utlämnat finns som pdf. Spara den, eller skapa dokumentet på nytt.", where=ref)
    document = kept_blocks.read(files.read(words.digest), files.read)
    return Composed(KIND, paper.row.file_name.removesuffix(".pdf"), document, content)


def save_extracts(
    office: Office, choices: Mapping[str, Choice], folder: Path, progress: Progress = lambda _made, _total: None
) -> tuple[Path, ...]:
    """Save every extract that the choices, by the meeting's reference, become in a folder, and keep them.

    Of several meetings those with nothing to extract, as notes, are passed over; one alone is refused. Raises as
    :func:`save_extract`, and whatever ``progress`` raises to end it; then no file is there and nothing kept.
    """
    made: list[tuple[str, Path, str, StoredFile, StoredFile]] = []
    with results_in(folder) as write:
        waiting: list[tuple[_Source, list[Extract]]] = []
        for ref, choice in choices.items():
            progress(0, 0)
            source = _source(office, ref)
            chosen = _chosen(source.content, choice) if len(choices) == 1 else [*extracts(source.content, choice)]
            waiting.append((source, chosen))
        total = sum(len(chosen) for _source_of, chosen in waiting)
        while waiting:  # what is done with is let go of: a source holds its pictures
            source, chosen = waiting.pop(0)
            then = _kept_content(office, source.content)
            for one in chosen:
                progress(len(made), total)
                composed = source.composed(one)
                pdf = composed.as_pdf()
                words = _kept_words(office, composed, pdf.file_name)
                made.append((source.content.key, write(pdf.file_name, pdf.content), "; ".join(one.to), then, words))
        if not made:
            raise UserError(
                "Ingen av mötenas paragrafer har någon mottagare. Ta med alla paragrafer i stället.", "utdrag"
            )
        progress(total, total)
        files = office.database.attachments
        _keep(
            office,
            [_HandedOut(key, path.name, to, files.keep_file(half_made(path)), *rest) for key, path, to, *rest in made],
        )
    return tuple(path for _key, path, *_rest in made)


def _kept_content(office: Office, content: MeetingContent) -> StoredFile:
    """The meeting as it was, among the attachments: what is marked as confidential later is seen by it."""
    return office.database.attachments.keep_bytes(canonical_json(content).encode("utf-8"), f"{content.ref}.json")


def _kept_words(office: Office, composed: Composed, file_name: str) -> StoredFile:
    """What the extract says, among the attachments, to make copies of it from."""
    from bra_desktop.documents import kept_blocks

    return office.database.attachments.keep_bytes(kept_blocks.write(composed.document), f"{file_name}.json")


@dataclass(frozen=True)
class _HandedOut:
    """An extract whose file lies among the attachments, with the recipients in words, what it was made of and says."""

    meeting_id: str
    name: str
    to: str
    stored: StoredFile
    then: StoredFile
    words: StoredFile


def _keep(office: Office, handed_out: Iterable[_HandedOut]) -> None:
    """All in one unit of work."""
    with office.work("Skapa protokollsutdrag") as work:
        for one in handed_out:
            meeting = work.get(Meeting, one.meeting_id)
            kept = documents.keep_stored(office, work, meeting, (KIND, one.name, one.stored), one.to)
            for kind, file in ((MADE_OF, one.then), (LOCKED, one.words)):
                documents.keep_stored(office, work, meeting, (kind, f"{one.name}.json", file), key=beside(kept, kind))
        work.commit()


def _chosen(content: MeetingContent, choice: Choice) -> list[Extract]:
    """The extracts that a choice becomes. Raises UserError for none, RuleBroken where there is nothing to extract."""
    if not extractable(content):
        raise RuleBroken(nothing_words(content), where=content.ref)
    if not choice.items and choice.items is not None:
        raise UserError("Ingen paragraf är vald. Markera de paragrafer som ska vara med.", "utdrag")
    found = [*extracts(content, choice)]
    if not found:
        raise UserError("Ingen av mötets paragrafer har någon mottagare. Välj paragrafer.", "utdrag")
    return found


def _file_name(content: MeetingContent, one: Extract) -> str:
    """Protokollsutdrag BRÅ 2026-12-03 §§ 41 och 45 till Kommunstyrelsen, without ending; names whom the paper does."""
    from bra_desktop.documents.extract import items_words

    begins = documents.file_name(content, KIND).removesuffix(".pdf")
    items = items_words(content, one.items)
    if len(items) > _LONGEST_ITEMS:
        items = f"{items[:_LONGEST_ITEMS].rsplit(',', 1)[0]} med flera"
    said = safe_name(items.replace("§", _SIGN), limit=_LONGEST_ITEMS * 2).replace(_SIGN, "§")
    told = told_recipients(content, one)
    to = f" till {safe_name(told[0], limit=_LONGEST_RECIPIENT)}" if one.to == told and len(told) == 1 else ""
    return f"{begins} {said}{to}"
