"""Notes beside the minutes: kept while the meeting is worked on, in no paper, and gone without a trace afterwards."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from bra_desktop.domain.errors import UnkeepableText
from bra_desktop.domain.kinds import DocumentProfile, Medium, MeetingState, Numbering
from bra_desktop.services import keeping, reading, searching, undoing
from bra_desktop.services.adjusted import adjustment, paper, signing
from bra_desktop.services.live import private_notes
from bra_desktop.services.meeting_file import meeting_files
from bra_desktop.services.papers import documents
from bra_desktop.storage.failures import Disposed
from tests.builders import CHAIR, PIN, SECRETARY, VICE, Council, council, pdf_text, refused

NOTE = "Fråga Berit om kvastskaften"
LAST_DAY = date(2026, 3, 20)


def _bytes(made: Council) -> bytes:
    """Everything that lies in the data folder."""
    folder = made.office.database.folder
    return b"".join(file.read_bytes() for file in sorted(Path(folder).rglob("*")) if file.is_file())


def _write(made: Council, ref: str, place: int = 2) -> str:
    """A note as it is typed: in several saves."""
    item = made.item(ref, place)
    for end in (7, 13, len(NOTE)):
        private_notes.save_note(made.office, item, NOTE[:end])
    return item


def _sign(made: Council, ref: str) -> None:
    files = made.certificates()
    for name in (CHAIR, SECRETARY, VICE):
        signing.sign(made.office, ref, name, files[name], PIN)


def _on_paper(made: Council, ref: str) -> None:
    for name in (CHAIR, SECRETARY, VICE):
        paper.record_ink_signature(made.office, ref, made.people[name], LAST_DAY)


def test_a_note_is_kept_word_for_word_and_taken_away_when_it_is_emptied(bra: Council) -> None:
    ref = bra.running()
    item = bra.item(ref)
    words = "Ring Ek  i morgon\n\n  - fråga om kameran\n"
    private_notes.save_note(bra.office, item, words)
    assert private_notes.notes_of(bra.office, ref) == {item: words}
    private_notes.save_note(bra.office, item, " \n")
    assert private_notes.notes_of(bra.office, ref) == {}
    private_notes.save_note(bra.office, item, "Igen")
    assert private_notes.notes_of(bra.office, ref) == {item: "Igen"}
    with pytest.raises(UnkeepableText):
        private_notes.save_note(bra.office, item, "Tecknet \x00 kan inte sparas")


def test_a_note_is_in_no_document_file_search_or_history(bra: Council) -> None:
    ref = bra.frozen()
    _write(bra, ref)
    assert NOTE not in repr(bra.content(ref))
    assert NOTE not in pdf_text(documents.make(bra.office, ref, "protocol").content)
    assert NOTE not in str(meeting_files.export_meeting(bra.office, ref))
    assert not searching.search(bra.office, "kvastskaften")
    assert not [each for each in undoing.meeting_history(bra.office, ref) if "anteckning" in each.label]
    assert bra.items(ref) == reading.meeting_view(bra.office, ref).content.items


@pytest.mark.parametrize(
    ("medium", "profile", "finish", "state"),
    [
        (Medium.ELECTRONIC, DocumentProfile.COUNCIL, _sign, MeetingState.ADJUSTED),
        (Medium.INK, DocumentProfile.COUNCIL, _on_paper, MeetingState.ADJUSTED),
    ],
)
def test_at_adjustment_the_notes_are_gone_from_the_file_history_included(
    medium: Medium, profile: DocumentProfile, finish: Callable[[Council, str], None], state: MeetingState
) -> None:
    with council(medium=medium, profile=profile) as made:
        other = made.running(date(2026, 4, 9))
        kept = made.item(other)
        private_notes.save_note(made.office, kept, "Nästa mötes lapp")
        ref = made.frozen()
        item = _write(made, ref)
        change = undoing.latest(made.office, 1)[0].id
        assert NOTE.encode() in _bytes(made)
        finish(made, ref)
        assert made.content(ref).state is state
        assert private_notes.notes_of(made.office, ref) == {}
        assert b"kvastskaften" not in _bytes(made)
        with pytest.raises(Disposed):
            undoing.undo(made.office, change)
        refused(made, lambda: private_notes.save_note(made.office, item, "Ny"), "stödanteckningarna till mötet är")
        assert private_notes.notes_of(made.office, other) == {kept: "Nästa mötes lapp"}
        assert keeping.check(made.office) == ()


def test_refusing_to_sign_leaves_the_notes(bra: Council) -> None:
    ref = bra.frozen()
    item = _write(bra, ref)
    adjustment.refuse(bra.office, ref, bra.people[CHAIR], "Fel datum")
    assert private_notes.notes_of(bra.office, ref) == {item: NOTE}


def test_notes_of_a_meeting_without_adjustment_go_when_they_are_established() -> None:
    with council(profile=DocumentProfile.NOTES, numbering=Numbering.NONE) as made:
        ref = made.closed()
        _write(made, ref)
        adjustment.establish(made.office, ref, made.people[CHAIR])
        assert made.content(ref).state is MeetingState.ESTABLISHED
        assert b"kvastskaften" not in _bytes(made)
