"""Signing with certificates and with ink, never both; certificates, corrections and public notices."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, time, timedelta
from pathlib import Path

import pytest

from bra_desktop.domain.errors import UserError
from bra_desktop.domain.guards import missing_for
from bra_desktop.domain.kinds import DocumentProfile, Duty, Medium, MeetingState, SignerRole
from bra_desktop.domain.register import Forum, Person
from bra_desktop.services import keeping, reading, register
from bra_desktop.services.adjusted import additions, adjustment, certificates, paper, public_notices, signing
from bra_desktop.services.live import attendance, opening
from bra_desktop.services.meeting_file import meeting_files
from bra_desktop.services.papers import documents, papers
from bra_desktop.services.preparing import planning
from bra_desktop.signing.authority import create_authority
from bra_desktop.signing.keys import common_name
from tests.builders import CHAIR, DAY, GUEST, MEMBER, PIN, SECRETARY, VICE, Council, council, pdf_text, refused

LAST_DAY = date(2026, 3, 12)


@pytest.fixture
def ink() -> Iterator[Council]:
    """The council with protocols signed on paper."""
    with council(medium=Medium.INK) as made:
        yield made


def test_the_last_signature_makes_the_protocol_adjusted_that_day(bra: Council) -> None:
    files = bra.certificates()
    ref = bra.frozen()
    bra.clock.set(LAST_DAY)
    before = documents.make(bra.office, ref, "protocol").content
    for name, last in ((VICE, False), (CHAIR, False), (SECRETARY, True)):
        result = signing.sign(bra.office, ref, name, files[name], PIN)
        assert result.adjusted is last
        assert result.pdf.startswith(before)
        verdict = signing.verify_so_far(bra.office, ref)
        assert verdict is not None
        assert verdict.ok
    content = bra.content(ref)
    assert (content.state, content.adjustment.adjusted_on) == (MeetingState.ADJUSTED, LAST_DAY)
    assert documents.make(bra.office, ref, "protocol").content == result.pdf
    assert signing.verify_file(bra.office, result.pdf).ok
    assert not signing.verify_file(bra.office, before).ok
    assert keeping.check(bra.office) == ()
    refused(bra, lambda: signing.sign(bra.office, ref, CHAIR, files[CHAIR], PIN), "har redan skrivit under")
    refused(bra, lambda: adjustment.refuse(bra.office, ref, bra.people[CHAIR], "Ångrar mig"), "är i läget ”justerat”")


def test_a_clock_that_shows_a_day_before_the_meeting_is_remarked_on(bra: Council) -> None:
    files = bra.certificates()
    ref = bra.frozen()
    bra.clock.set(DAY - timedelta(days=1))
    said = signing.sign(bra.office, ref, CHAIR, files[CHAIR], PIN).remark
    assert said.startswith("Datorns klocka visar ")
    assert "före mötet den" in said
    bra.clock.set(LAST_DAY)
    assert signing.sign(bra.office, ref, VICE, files[VICE], PIN).remark == ""


def test_what_signing_refuses_and_nothing_has_changed(bra: Council) -> None:
    ref = bra.closed()
    files = bra.certificates()
    sign = signing.sign
    refused(bra, lambda: sign(bra.office, ref, CHAIR, files[CHAIR], PIN), "inte lämnat till justering än")
    adjustment.hand_to_review(bra.office, ref)
    adjustment.hand_to_adjustment(bra.office, ref)
    refused(bra, lambda: sign(bra.office, ref, CHAIR, files[CHAIR], "9999"), "Pinkoden stämmer inte", UserError)
    refused(bra, lambda: sign(bra.office, ref, CHAIR, b"ingen fil", PIN), ".", UserError)
    refused(bra, lambda: sign(bra.office, ref, CHAIR, files[MEMBER], PIN), f"Certifikatet tillhör {MEMBER}")
    refused(bra, lambda: sign(bra.office, ref, MEMBER, files[MEMBER], PIN), f"{MEMBER} ska inte skriva under")
    refused(
        bra, lambda: sign(bra.office, ref, CHAIR, files[CHAIR], PIN, SignerRole.ADJUSTER), f"{CHAIR} ska inte skriva"
    )
    refused(
        bra,
        lambda: paper.record_ink_signature(bra.office, ref, bra.people[CHAIR], LAST_DAY),
        "skrivs under elektroniskt, och de två sätten blandas inte",
    )
    bra.clock.set(date(2040, 1, 1))
    refused(bra, lambda: sign(bra.office, ref, CHAIR, files[CHAIR], PIN), "gällde till")


def test_the_forums_word_for_those_who_adjust_is_used_where_they_are_told_of(bra: Council) -> None:
    forum = next(row for row in reading.forums(bra.office) if row.id == bra.forum_id)
    register.change(bra.office, Forum, bra.forum_id, {"adjusters_word": "Justerande"}, forum.revision)
    unchosen = bra.planned(date(2026, 9, 3))
    told = [one.text for one in missing_for(bra.content(unchosen), MeetingState.ADJUSTMENT)]
    assert "Justerande saknas. Utse dem under punkten Val av justerare." in told
    ref, files = bra.frozen(), bra.certificates()
    refused(
        bra,
        lambda: signing.sign(bra.office, ref, MEMBER, files[MEMBER], PIN, SignerRole.ADJUSTER),
        f"som justerande. De som ska är {SECRETARY} (sekreterare), {CHAIR} (ordförande) och {VICE} (justerande).",
    )
    signed = signing.sign(bra.office, ref, VICE, files[VICE], PIN).pdf
    for verdict in (signing.verify_so_far(bra.office, ref), signing.verify_file(bra.office, signed)):
        assert verdict is not None
        assert [one.role for one in verdict.signatures if one.name == VICE] == ["justerande"]


def test_a_certificate_that_is_not_registered_is_refused(bra: Council) -> None:
    ref = bra.frozen()
    now = bra.office.clock()
    stranger = create_authority("Annan kommun", now, now.replace(year=2030))
    file = stranger.issue(CHAIR, "Annan kommun", PIN, now, now.replace(year=2030))
    refused(
        bra,
        lambda: signing.sign(bra.office, ref, CHAIR, file, PIN),
        f"Inget certifikat är registrerat för {CHAIR}",
    )


def test_a_certificate_of_the_right_name_from_another_issuer_is_refused(bra: Council) -> None:
    bra.certificates()
    ref = bra.frozen()
    now = bra.office.clock()
    stranger = create_authority("Annan kommun", now, now.replace(year=2030))
    file = stranger.issue(CHAIR, "Annan kommun", PIN, now, now.replace(year=2030))
    refused(bra, lambda: signing.sign(bra.office, ref, CHAIR, file, PIN), CHAIR)


def test_of_two_with_one_name_the_certificate_tells_who_signs(bra: Council) -> None:
    files = bra.certificates()
    member = next(p for p in reading.people(bra.office) if p.name == MEMBER)
    register.change(bra.office, Person, member.id, {"name": VICE}, member.revision, keep_both=True)
    ref = bra.written()
    attendance.appoint(bra.office, ref, Duty.ADJUST, member.id)
    bra.clock.set(DAY, time(12))
    opening.close_meeting(bra.office, ref)
    adjustment.hand_to_review(bra.office, ref)
    adjustment.hand_to_adjustment(bra.office, ref)
    signing.sign(bra.office, ref, VICE, files[VICE], PIN)
    signed = {s.person_id for s in reading.meeting_view(bra.office, ref).signers if s.signed_at}
    assert signed == {bra.people[VICE]}
    refused(bra, lambda: signing.sign(bra.office, ref, VICE, files[CHAIR], PIN), f"Flera som heter {VICE}")


def test_a_certificate_for_a_name_that_two_have_is_issued_to_the_chosen_one(bra: Council, tmp_path: Path) -> None:
    other = register.add(bra.office, Person(id="other", name=CHAIR), keep_both=True)
    authority = tmp_path / "utfardare.p12"
    issue = certificates.issue_certificates
    refused(bra, lambda: issue(bra.office, authority, PIN, (CHAIR,), PIN), f"2 personer heter {CHAIR}", UserError)
    issue(bra.office, authority, PIN, (other.id,), PIN)
    assert [row.person_id for row in reading.certificates(bra.office)] == [other.id]


def test_the_authority_is_made_once_and_trusted_once(bra: Council, tmp_path: Path) -> None:
    authority = tmp_path / "utfardare.p12"
    issue = certificates.issue_certificates
    refused(bra, lambda: issue(bra.office, authority, PIN, ("Ingen Alls",), PIN), "Ingen Alls” finns inte", UserError)
    assert not authority.exists()
    (first,) = issue(bra.office, authority, "hemligt", (CHAIR,), PIN)
    pem, kept = certificates.trusted_roots(bra.office), authority.read_bytes()
    issue(bra.office, authority, "hemligt", (VICE,), PIN)
    assert (certificates.trusted_roots(bra.office), authority.read_bytes()) == (pem, kept)
    (root,) = certificates.trusted_roots(bra.office)
    assert common_name(root).startswith("Almby kommun")
    refused(bra, lambda: issue(bra.office, authority, "fel", (CHAIR,), PIN), ".", UserError)
    ref = bra.frozen()
    signing.sign(bra.office, ref, CHAIR, first.pkcs12, PIN)


def test_certificates_whose_files_cannot_be_written_are_not_registered(bra: Council, tmp_path: Path) -> None:
    (tmp_path / "vice.p12").mkdir()
    before = bra.everything()

    def files(issued: Sequence[certificates.IssuedCertificate], root: bytes) -> Mapping[Path, bytes]:
        names = ("ordf.p12", "vice.p12")
        assert root.startswith(b"-----BEGIN CERTIFICATE-----")
        return {tmp_path / name: one.pkcs12 for name, one in zip(names, issued, strict=True)}

    with pytest.raises(UserError, match=r"^vice\.p12 kan inte sparas där"):
        certificates.issue_certificates(
            bra.office, tmp_path / "utfardare.p12", "hemligt", (CHAIR, VICE), PIN, files=files
        )
    assert bra.everything() == before
    assert [path.name for path in tmp_path.iterdir()] == ["vice.p12"]
    (tmp_path / "vice.p12").rmdir()
    certificates.issue_certificates(bra.office, tmp_path / "utfardare.p12", "hemligt", (CHAIR, VICE), PIN, files=files)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["ordf.p12", "utfardare.p12", "vice.p12"]
    assert len(certificates.certified(bra.office)) == 2


def test_ink_signatures_are_recorded_and_never_mixed_with_certificates(ink: Council) -> None:
    files = ink.certificates()
    ref = ink.frozen()
    refused(
        ink,
        lambda: signing.sign(ink.office, ref, CHAIR, files[CHAIR], PIN),
        "skrivs under på papper, och de två sätten blandas inte",
    )
    refused(
        ink,
        lambda: paper.record_ink_signature(ink.office, ref, ink.people[GUEST], LAST_DAY),
        "Personen har ingen underskrift att lämna",
    )
    refused(
        ink,
        lambda: paper.record_ink_signature(ink.office, ref, ink.people[CHAIR], DAY - timedelta(days=1)),
        "före mötet den",
    )
    for name, last in ((CHAIR, False), (SECRETARY, False), (VICE, True)):
        assert paper.record_ink_signature(ink.office, ref, ink.people[name], LAST_DAY) is last
    content = ink.content(ref)
    assert (content.state, content.adjustment.adjusted_on) == (MeetingState.ADJUSTED, LAST_DAY)
    assert "Elektroniskt underskrivet" not in pdf_text(documents.make(ink.office, ref, "protocol").content)
    assert keeping.check(ink.office) == ()


def test_the_day_of_adjustment_is_the_latest_day_on_which_somebody_signed_in_whatever_order_they_are_recorded(
    ink: Council,
) -> None:
    ref = ink.frozen()
    earlier = LAST_DAY - timedelta(days=1)
    for name, day in ((SECRETARY, earlier), (CHAIR, LAST_DAY), (VICE, earlier)):
        paper.record_ink_signature(ink.office, ref, ink.people[name], day)
    assert ink.content(ref).adjustment.adjusted_on == LAST_DAY


def test_what_was_signed_on_a_day_before_the_lock_was_not_what_is_locked(ink: Council) -> None:
    ref = ink.written()
    item = ink.item(ref, 2)
    ink.clock.set(DAY + timedelta(days=1))
    adjustment.adjust_item_now(ink.office, item)
    refused(
        ink,
        lambda: paper.record_ink_signature(ink.office, ref, ink.people[CHAIR], DAY, item_id=item),
        "Paragrafen låstes den 6 mars 2026, så det som skrevs under den 5 mars 2026 var inte den låsta texten. "
        "Skriv ut det låsta, skriv under det och ange den dagen.",
    )
    ink.clock.set(DAY + timedelta(days=1), time(12))
    opening.close_meeting(ink.office, ref)
    adjustment.hand_to_review(ink.office, ref)
    ink.clock.set(LAST_DAY)
    adjustment.hand_to_adjustment(ink.office, ref)
    refused(
        ink,
        lambda: paper.record_ink_signature(ink.office, ref, ink.people[CHAIR], LAST_DAY - timedelta(days=1)),
        "Protokollet låstes den 12 mars 2026, så det som",
    )
    assert not paper.record_ink_signature(ink.office, ref, ink.people[CHAIR], LAST_DAY)
    assert paper.signed_elsewhere_words(ink.office, ref) == ""


def test_a_meeting_read_in_from_a_file_may_have_been_signed_on_an_earlier_day(ink: Council, tmp_path: Path) -> None:
    ref = ink.closed()
    path = tmp_path / "möte.json"
    path.write_bytes(meeting_files.export_meeting(ink.office, ref))
    with council(medium=Medium.INK) as other:
        meeting_files.import_meeting(other.office, path)
        planning.change_meeting(other.office, ref, {"medium": Medium.INK})
        other.clock.set(LAST_DAY + timedelta(days=30))
        adjustment.hand_to_review(other.office, ref)
        adjustment.hand_to_adjustment(other.office, ref)
        assert paper.signed_elsewhere_words(other.office, ref) == (
            "Mötet lästes in från en fil och protokollet låstes den 11\u00a0april 2026. "
            "Ange en tidigare dag bara om det som skrevs under säger detsamma."
        )
        for signer in reading.meeting_view(other.office, ref).signers:
            paper.record_ink_signature(other.office, ref, signer.person_id, LAST_DAY, signer.role)
        assert other.content(ref).adjustment.adjusted_on == LAST_DAY


def test_an_item_adjusted_at_once_is_signed_on_paper_apart(ink: Council) -> None:
    ref = ink.written()
    item = ink.item(ref, 2)
    adjustment.adjust_item_now(ink.office, item)
    for name in (SECRETARY, CHAIR, VICE):
        assert not paper.record_ink_signature(ink.office, ref, ink.people[name], LAST_DAY, item_id=item)
    assert all(signer.signed_at for signer in adjustment.item_signers(ink.office, item))
    assert ink.content(ref).state is MeetingState.IN_PROGRESS
    assert keeping.check(ink.office) == ()


def test_the_medium_can_be_chosen_until_freezing(bra: Council) -> None:
    ref = bra.closed()
    planning.change_meeting(bra.office, ref, {"medium": Medium.INK})
    adjustment.hand_to_review(bra.office, ref)
    adjustment.hand_to_adjustment(bra.office, ref)
    assert bra.content(ref).medium is Medium.INK
    refused(bra, lambda: planning.change_meeting(bra.office, ref, {"medium": Medium.ELECTRONIC}), "är låst")


def adjusted(made: Council) -> str:
    ref = made.frozen()
    for signer in reading.meeting_view(made.office, ref).signers:
        paper.record_ink_signature(made.office, ref, signer.person_id, LAST_DAY, signer.role)
    return ref


def test_a_correction_stands_beside_the_original(ink: Council) -> None:
    draft = ink.closed(date(2026, 5, 7))
    refused(
        ink,
        lambda: additions.correct(ink.office, draft, ink.people[SECRETARY], "Skäl", "Text"),
        "Ändra texten i stället",
    )
    ref = adjusted(ink)
    frozen = ink.content(ref)
    refused(ink, lambda: papers.make_paper(ink.office, ref, "correction"), "ingen rättelse")
    refused(
        ink,
        lambda: additions.correct(ink.office, ref, ink.people[SECRETARY], " ", "Text"),
        "Skriv både vad som ska stå och skälet",
        UserError,
    )
    refused(
        ink,
        lambda: additions.correct(ink.office, ref, ink.people[SECRETARY], "Skäl", "Text", ink.item(draft)),
        "hör till ett annat möte",
        UserError,
    )
    additions.correct(ink.office, ref, ink.people[SECRETARY], "Skrivfel", "Ska vara 48 000.", ink.item(ref, 2))
    assert ink.content(ref) == frozen
    (correction,) = reading.meeting_view(ink.office, ref).corrections
    assert (correction.reason, correction.text) == ("Skrivfel", "Ska vara 48 000.")
    printed = pdf_text(papers.make_paper(ink.office, ref, "correction").content)
    assert "Ska vara 48 000." in printed
    assert "notera informationen" in printed
    assert keeping.check(ink.office) == ()


def test_a_council_has_no_public_notice(ink: Council) -> None:
    ref = adjusted(ink)
    refused(ink, lambda: public_notices.post_public_notice(ink.office, ref, LAST_DAY, "Arkivet"), "anslås inte")
    refused(ink, lambda: public_notices.composed_public_notice(ink.office, ref), "är inte anslaget")


def test_a_formal_protocol_is_posted_and_taken_down_with_a_certificate() -> None:
    with council(DocumentProfile.FORMAL, medium=Medium.INK) as made:
        ref = made.frozen()
        post, down = public_notices.post_public_notice, public_notices.take_down_public_notice
        made.clock.set(LAST_DAY)
        refused(made, lambda: post(made.office, ref, LAST_DAY, "Arkivet"), "tidigast samma dag")
        for signer in reading.meeting_view(made.office, ref).signers:
            paper.record_ink_signature(made.office, ref, signer.person_id, LAST_DAY, signer.role)
        early = LAST_DAY.replace(day=11)
        refused(made, lambda: post(made.office, ref, early, "Arkivet"), "tidigast samma dag")
        refused(made, lambda: down(made.office, ref, LAST_DAY, made.people[SECRETARY]), "är inte anslaget")
        post(made.office, ref, LAST_DAY, "Arkivet")
        refused(made, lambda: post(made.office, ref, LAST_DAY, "Arkivet"), "redan anslaget")
        refused(made, lambda: down(made.office, ref, early, made.people[SECRETARY]), "innan det sattes upp")
        words = pdf_text(public_notices.composed_public_notice(made.office, ref).as_pdf().content)
        assert "2026-04-02" in words or "2 april 2026" in words
        made.clock.set(date(2026, 4, 8))
        down(made.office, ref, date(2026, 4, 8), made.people[SECRETARY])
        certificate = public_notices.composed_public_notice(made.office, ref, certificate=True).as_pdf()
        assert SECRETARY in pdf_text(certificate.content)
        assert keeping.check(made.office) == ()


@pytest.mark.parametrize(
    ("name", "words"),
    [
        (
            "Emoji 😀👩\u200d👧 Person",
            "har tecken som inte kan stå i ett certifikat: 😀 👩 👧 Ändra",
        ),
        (f"Anna {'Lång' * 15}", "är 65 tecken, och i ett certifikat ryms 64. Korta namnet i Register."),
    ],
)
def test_no_certificate_is_issued_in_a_name_that_none_can_bear(
    bra: Council, tmp_path: Path, name: str, words: str
) -> None:
    register.add(bra.office, Person(id=bra.office.new_id(), name=name))
    refused(
        bra,
        lambda: certificates.issue_certificates(bra.office, tmp_path / "ca.p12", "x", [name], PIN),
        words,
        UserError,
    )
    assert list(tmp_path.iterdir()) == []
