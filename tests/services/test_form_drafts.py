"""What is typed in a form and not sent: in no backup, and gone when the protocol is adjusted."""

from datetime import date
from pathlib import Path
from zipfile import ZipFile

from bra_desktop.domain.kinds import DocumentProfile, Medium, Numbering
from bra_desktop.services import keeping
from bra_desktop.services.adjusted import adjustment, paper
from bra_desktop.services.live import form_drafts
from tests.builders import CHAIR, SECRETARY, VICE, Council, council

LAST_DAY = date(2026, 3, 20)

WORDS = "Ett yttrande som inte är skickat än"


def kept(made: Council, ref: str) -> str:
    meeting = made.office.content(ref).key
    form_drafts.keep_draft(made.office, meeting, "a", WORDS)
    return meeting


def folder(made: Council) -> Path:
    return made.office.database.folder / "utkast"


def test_a_draft_is_kept_until_it_is_dropped(bra: Council) -> None:
    meeting = kept(bra, bra.running())
    assert form_drafts.drafts_of(bra.office, meeting) == {"a": WORDS}
    form_drafts.drop_draft(bra.office, meeting, "a")
    assert form_drafts.drafts_of(bra.office, meeting) == {}


def test_a_backup_leaves_drafts_out(bra: Council, tmp_path: Path) -> None:
    kept(bra, bra.running())
    made = keeping.back_up(bra.office, tmp_path / "a.brabackup")
    with ZipFile(made.path) as archive:
        assert not [name for name in archive.namelist() if "utkast" in name]
        assert all(WORDS.encode() not in archive.read(name) for name in archive.namelist())
    assert keeping.check(bra.office) == ()


def test_the_last_signature_disposes_of_the_drafts_and_of_no_other_meeting_s() -> None:
    with council(medium=Medium.INK) as made:
        other = kept(made, made.running(date(2026, 4, 9)))
        ref = made.frozen()
        meeting = kept(made, ref)
        for name in (CHAIR, SECRETARY):
            paper.record_ink_signature(made.office, ref, made.people[name], LAST_DAY)
        assert (folder(made) / meeting).exists()
        paper.record_ink_signature(made.office, ref, made.people[VICE], LAST_DAY)
        assert [place.name for place in folder(made).iterdir()] == [other]


def test_establishing_notes_disposes_of_the_drafts() -> None:
    with council(profile=DocumentProfile.NOTES, numbering=Numbering.NONE) as made:
        ref = made.closed()
        kept(made, ref)
        adjustment.establish(made.office, ref, made.people[CHAIR])
        assert list(folder(made).iterdir()) == []


def test_a_use_case_that_saves_nothing_disposes_of_no_drafts(bra: Council) -> None:
    meeting = kept(bra, bra.running())
    with bra.office.work("Justera") as work:
        form_drafts.dispose_drafts(work, meeting)
    assert form_drafts.drafts_of(bra.office, meeting) == {"a": WORDS}
    with bra.office.work("Justera") as work:
        form_drafts.dispose_drafts(work, meeting)
        work.commit()
    assert form_drafts.drafts_of(bra.office, meeting) == {}


def test_drafts_of_a_meeting_that_is_gone_are_disposed_of_at_the_next_look(bra: Council) -> None:
    meeting = kept(bra, bra.running())
    form_drafts.keep_draft(bra.office, "ett möte som inte finns", "b", WORDS)
    assert form_drafts.drafts_of(bra.office, meeting) == {"a": WORDS}
    assert [place.name for place in folder(bra).iterdir()] == [meeting]
