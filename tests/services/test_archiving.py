"""Archiving: a meeting is marked only when every file that is kept of it holds."""

from collections.abc import Callable
from datetime import date, timedelta
from hashlib import sha256
from pathlib import Path

import pytest

from bra_desktop.domain.errors import RuleBroken
from bra_desktop.domain.kinds import DocumentProfile, Medium, MeetingState
from bra_desktop.domain.protocol import TrustedAuthority
from bra_desktop.services import reading, steps
from bra_desktop.services.adjusted import adjustment, archiving, paper, signing
from bra_desktop.services.office import Office
from bra_desktop.services.papers import annexes, documents
from tests.builders import CHAIR, DAY, PIN, SECRETARY, VICE, Council, council, refused

LAST_DAY = date(2026, 3, 12)


def signed(made: Council, day: date = DAY, annex: Path | None = None) -> str:
    """A protocol that all three have signed with certificates."""
    files = made.certificates()
    ref = made.closed(day)
    if annex is not None:
        annexes.add_annex(made.office, ref, annex, title="Lägesbild")
    adjustment.hand_to_review(made.office, ref)
    adjustment.hand_to_adjustment(made.office, ref)
    made.clock.set(LAST_DAY)
    for name in (VICE, CHAIR, SECRETARY):
        signing.sign(made.office, ref, name, files[name], PIN)
    return ref


def damage(office: Office, digest: str) -> None:
    """Change one byte of a kept file, as a worn disk would."""
    path = office.database.attachments.path(digest)
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)


def lose(office: Office, digest: str) -> None:
    office.database.attachments.path(digest).unlink()


def digest_of(pdf: bytes) -> str:
    return sha256(pdf).hexdigest()


def test_a_whole_signed_protocol_is_archived(bra: Council) -> None:
    ref = signed(bra)
    archiving.archive(bra.office, ref)
    assert bra.content(ref).state is MeetingState.ARCHIVED


@pytest.mark.parametrize("harm", [damage, lose])
def test_a_meeting_whose_signed_protocol_is_damaged_or_gone_is_not_archived(
    bra: Council, harm: Callable[[Office, str], None]
) -> None:
    ref = signed(bra)
    harm(bra.office, digest_of(documents.make(bra.office, ref, "protocol").content))
    for way in (
        lambda: archiving.archive(bra.office, ref),
        lambda: steps.step(bra.office, ref, MeetingState.ARCHIVED),
        lambda: archiving.archive_several(bra.office, (ref,)),
    ):
        refused(bra, way, "kan inte arkiveras: Det underskrivna protokollet saknas eller är skadat.")
    assert bra.content(ref).state is MeetingState.ADJUSTED


def test_the_version_that_was_locked_must_hold_beside_the_signed_one(bra: Council) -> None:
    ref = signed(bra)
    damage(bra.office, first_pdf(bra))
    refused(bra, lambda: archiving.archive(bra.office, ref), "Det låsta protokollet saknas eller är skadat.")


def first_pdf(made: Council) -> str:
    with made.office.database.reading() as connection:
        return str(connection.exec_driver_sql("SELECT pdf_digest FROM freeze ORDER BY frozen_at").scalar())


def test_a_signature_that_no_longer_holds_stops_the_archiving(bra: Council) -> None:
    """The bytes are those that were kept, but the authority behind the signatures is not trusted any more."""
    ref = signed(bra)
    with bra.office.work("Lita inte på utfärdare") as work:
        for authority in work.all(TrustedAuthority):
            work.delete(authority)
        work.commit()
    refused(bra, lambda: archiving.archive(bra.office, ref), "Underskrifterna i protokollet")


def test_a_certificate_that_has_run_out_since_the_signing_stops_nothing(bra: Council) -> None:
    ref = signed(bra)
    bra.clock.set(LAST_DAY + timedelta(days=365 * 12))
    archiving.archive(bra.office, ref)
    assert bra.content(ref).state is MeetingState.ARCHIVED


@pytest.mark.parametrize("harm", [damage, lose])
def test_an_annex_that_is_damaged_or_gone_is_named(
    bra: Council, tmp_path: Path, harm: Callable[[Office, str], None]
) -> None:
    path = tmp_path / "lägesbild.txt"
    path.write_text("Läget är lugnt.", encoding="utf-8")
    ref = signed(bra, annex=path)
    harm(bra.office, bra.content(ref).annexes[0].digest)
    refused(bra, lambda: archiving.archive(bra.office, ref), "Handlingen ”Lägesbild” saknas eller är skadad.")


def test_a_kept_notice_that_is_gone_is_named(bra: Council) -> None:
    ref = signed(bra)
    notices = [d for d in reading.meeting_view(bra.office, ref).documents if d.kind == "notice"]
    lose(bra.office, notices[0].digest)
    refused(bra, lambda: archiving.archive(bra.office, ref), f"Filen ”{notices[0].file_name}” saknas eller är skadad.")


def test_the_whole_ones_of_several_are_archived_and_the_damaged_one_is_told(bra: Council) -> None:
    ref, other = signed(bra), signed(bra, DAY + timedelta(days=1))
    damage(bra.office, digest_of(documents.make(bra.office, other, "protocol").content))
    done = archiving.archive_several(bra.office, (ref, other))
    assert done.refs == (ref,)
    assert [(r, "saknas eller är skadat" in why) for r, why in done.refused] == [(other, True)]
    assert bra.content(other).state is MeetingState.ADJUSTED


def test_a_protocol_signed_on_paper_needs_its_locked_file() -> None:
    with council(medium=Medium.INK) as made:
        ref = made.frozen()
        made.clock.set(LAST_DAY)
        for signer in reading.meeting_view(made.office, ref).signers:
            paper.record_ink_signature(made.office, ref, signer.person_id, LAST_DAY, signer.role)
        pdf = documents.make(made.office, ref, "protocol").content
        path = made.office.database.attachments.path(digest_of(pdf))
        whole = path.read_bytes()
        damage(made.office, digest_of(pdf))
        refused(made, lambda: archiving.archive(made.office, ref), "Det låsta protokollet saknas eller är skadat.")
        path.write_bytes(whole)
        archiving.archive(made.office, ref)
        assert made.content(ref).state is MeetingState.ARCHIVED


def test_notes_need_their_established_file() -> None:
    with council(DocumentProfile.NOTES) as made:
        ref = made.frozen()
        lose(made.office, first_pdf(made))
        refused(made, lambda: archiving.archive(made.office, ref), "De fastställda anteckningarna saknas eller är")


def test_a_protocol_in_adjustment_is_not_archived(bra: Council) -> None:
    ref = bra.frozen()
    with pytest.raises(RuleBroken, match="kan inte gå till ”arkiverat”"):
        archiving.archive(bra.office, ref)
