"""A § that was adjusted immediately: its own paper, its own day and signers, told apart from those of the rest."""

from collections.abc import Iterator
from datetime import date, time

import pytest

from bra_desktop.domain.extracts import Choice
from bra_desktop.domain.kinds import DocumentProfile, Duty, Medium, MeetingState
from bra_desktop.domain.swedish import NBSP
from bra_desktop.domain.text import plain_document
from bra_desktop.services import keeping, reading, steps
from bra_desktop.services.adjusted import additions, adjustment, archiving, paper, signing
from bra_desktop.services.live import attendance, decisions, minutes, opening
from bra_desktop.services.papers import documents, item_papers
from bra_desktop.services.papers.extracts import composed_extract
from bra_desktop.services.preparing import planning
from bra_desktop.services.undoing import latest, undo
from tests.builders import CHAIR, DAY, MEMBER, PIN, SECRETARY, VICE, Council, council, pdf_text, refused

THIRD, REST = f"§{NBSP}3", f"§§{NBSP}1–2, 4"
APART = (
    "§ 3 justerades omedelbart den 5 mars 2026 i ett eget protokoll, underskrivet av "
    "Anna Svedin (sekreterare), Eva Lind (ordförande) och Per Alm (justerare)."
)


@pytest.fixture
def ink() -> Iterator[Council]:
    with council(medium=Medium.INK) as made:
        yield made


def adjusted_at_once(made: Council, on: date = DAY) -> tuple[str, str]:
    """A meeting at noon whose § 3 everybody has signed, one adjuster among them; of the rest there are two."""
    ref = made.written()
    made.clock.set(DAY, time(11))
    item = made.item(ref, 2)
    adjustment.adjust_item_now(made.office, item)
    for name in (SECRETARY, CHAIR, VICE):
        paper.record_ink_signature(made.office, ref, made.people[name], on, item_id=item)
    made.clock.set(DAY, time(12))
    attendance.appoint(made.office, ref, Duty.ADJUST, made.people[MEMBER])
    opening.close_meeting(made.office, ref)
    return ref, item


def lock(made: Council, ref: str) -> None:
    made.clock.set(date(2026, 3, 9))
    adjustment.hand_to_review(made.office, ref)
    adjustment.hand_to_adjustment(made.office, ref)


def sign_the_rest(made: Council, ref: str, on: date = date(2026, 3, 12)) -> None:
    made.clock.set(on)
    for signer in reading.meeting_view(made.office, ref).signers:
        paper.record_ink_signature(made.office, ref, signer.person_id, on, signer.role)


def extract(made: Council, ref: str, *items: str) -> str:
    return pdf_text(composed_extract(made.office, ref, Choice(items, ()))[0].as_pdf().content)


def test_the_whole_protocol_tells_who_signed_the_item_on_which_day_and_who_signs_the_rest(ink: Council) -> None:
    ref, _item = adjusted_at_once(ink)
    lock(ink, ref)
    said = pdf_text(documents.make(ink.office, ref, "protocol").content)
    assert APART in said
    assert f"Sekreterare, {REST}".replace(NBSP, " ") in said
    assert f"Siv Östling Justerare, {REST}".replace(NBSP, " ") in said
    assert "§ 3 justerades omedelbart den 5 mars 2026, se eget protokoll" in said
    assert "Justeringens plats och tid §§ 1–2, 4 " in said
    assert "Paragrafer §§ 1–4" in said


def test_a_correction_of_the_item_tells_the_day_of_its_own_adjustment_beside_the_protocols(ink: Council) -> None:
    ref, item = adjusted_at_once(ink)
    lock(ink, ref)
    sign_the_rest(ink, ref)
    additions.correct(ink.office, ref, ink.people[SECRETARY], "Skrivfel", "Rätt belopp.", item)
    said = pdf_text(additions.composed_correction(ink.office, ref).as_pdf().content)
    assert "justerat 12 mars 2026 § 3 justerades omedelbart den 5 mars 2026" in said


def test_the_public_version_names_them_too_unless_the_item_is_withheld(ink: Council) -> None:
    ref, _item = adjusted_at_once(ink)
    lock(ink, ref)
    assert APART in pdf_text(documents.make(ink.office, ref, "public").content)


def test_an_extract_of_the_item_tells_its_own_day_and_those_who_adjusted_it(ink: Council) -> None:
    ref, item = adjusted_at_once(ink)
    alone = "§ 3 justerades omedelbart den 5 mars 2026 av Eva Lind och Per Alm."
    assert f"{alone} Protokollet i övrigt är inte justerat." in extract(ink, ref, item)
    lock(ink, ref)
    sign_the_rest(ink, ref)
    rest = "Protokollet i övrigt justerades den 12 mars 2026 av Eva Lind, Per Alm och Siv Östling."
    assert alone in extract(ink, ref, item)
    assert rest not in extract(ink, ref, item)
    assert f"{alone} {rest}" in extract(ink, ref, item, ink.item(ref, 0))
    assert alone not in extract(ink, ref, ink.item(ref, 0))


def test_the_day_that_was_told_for_ink_is_the_day_of_adjustment(ink: Council) -> None:
    ref, item = adjusted_at_once(ink, date(2026, 3, 6))
    assert "§ 3 justerades omedelbart den 6 mars 2026" in extract(ink, ref, item)
    assert keeping.check(ink.office) == ()


def test_the_paper_of_an_item_has_a_line_for_the_day_where_it_is_signed_by_hand(ink: Council) -> None:
    ref, item = adjusted_at_once(ink)
    assert "Justerad den" in pdf_text(item_papers.item_paper(ink.office, item).content)
    with council() as electronic:
        ref = electronic.written()
        electronic.clock.set(DAY, time(11))
        item = electronic.item(ref, 2)
        adjustment.adjust_item_now(electronic.office, item)
        assert "Justerad den" not in pdf_text(item_papers.item_paper(electronic.office, item).content)


def test_an_item_that_somebody_has_not_signed_is_signed_with_the_rest(bra: Council) -> None:
    files = bra.certificates()
    ref = bra.written()
    item = bra.item(ref, 2)
    adjustment.adjust_item_now(bra.office, item)
    signing.sign(bra.office, ref, CHAIR, files[CHAIR], PIN, item_id=item)
    bra.clock.set(DAY, time(12))
    opening.close_meeting(bra.office, ref)
    adjustment.hand_to_review(bra.office, ref)
    waits = [missing.text for missing in reading.meeting_view(bra.office, ref).warnings]
    assert f"{THIRD} är låst för omedelbar justering, men Anna Svedin och Per Alm har inte skrivit under den." in waits
    adjustment.hand_to_adjustment(bra.office, ref)
    said = pdf_text(documents.make(bra.office, ref, "protocol").content)
    assert "Sekreterare, §§ 1–4" in said
    assert "eget protokoll" not in said
    assert "omedelbart" not in said
    refused(
        bra,
        lambda: signing.sign(bra.office, ref, VICE, files[VICE], PIN, item_id=item),
        "skrivs paragrafen under tillsammans med resten",
    )


def test_the_paper_of_the_item_names_those_who_were_there(bra: Council) -> None:
    ref = bra.written()
    adjustment.adjust_item_now(bra.office, bra.item(ref, 2))
    said = pdf_text(item_papers.item_paper(bra.office, bra.item(ref, 2)).content)
    assert "Ledamöter Eva Lind, ordf., Per Alm och Siv Östling" in said
    assert "Övriga närvarande Yasmin Karlsson (ersättare) och Anna Svedin (sekreterare)" in said
    assert "Justerare Per Alm" in said


def test_an_item_that_was_only_marked_is_told_at_each_step_and_adjusted_with_the_rest(ink: Council) -> None:
    ref = ink.written()
    decisions.set_immediate(ink.office, ink.item(ref, 2), True)
    ink.clock.set(DAY, time(12))
    opening.close_meeting(ink.office, ref)
    told = f"{THIRD} är märkt för omedelbar justering men är inte låst och underskriven för sig."
    for state in (MeetingState.REVIEW, MeetingState.ADJUSTMENT):
        assert told in [one.text for one in reading.meeting_view(ink.office, ref).warnings]
        assert told in [one.text for one in steps.step(ink.office, ref, state)[1]]
    sign_the_rest(ink, ref)
    for kind in ("protocol", "public", "decisions"):
        assert "omedelbar" not in pdf_text(documents.make(ink.office, ref, kind).content).lower(), kind
    assert "omedelbart" not in extract(ink, ref, ink.item(ref, 2))
    assert keeping.check(ink.office) == ()


def test_a_locked_protocol_still_tells_of_the_item_that_was_locked_apart(ink: Council) -> None:
    ref, _item = adjusted_at_once(ink)
    lock(ink, ref)
    assert "Paragrafen justeras omedelbart." in pdf_text(documents.make(ink.office, ref, "protocol").content)
    assert "Omedelbar justering" in pdf_text(documents.make(ink.office, ref, "decisions").content)


WARNED = "Innehåller sekretessmarkerade uppgifter"


def test_the_paper_of_the_item_warns_of_what_is_confidential_in_it_and_not_of_what_another_item_holds(
    ink: Council,
) -> None:
    ref = ink.written()
    planning.change_item(ink.office, ink.item(ref, 1), {"confidential": "18 kap. 8 § OSL"})
    adjustment.adjust_item_now(ink.office, ink.item(ref, 2))
    planning.change_item(ink.office, ink.item(ref, 3), {"confidential": "18 kap. 8 § OSL"})
    adjustment.adjust_item_now(ink.office, ink.item(ref, 3))
    assert WARNED not in pdf_text(item_papers.item_paper(ink.office, ink.item(ref, 2)).content)
    assert WARNED in pdf_text(item_papers.item_paper(ink.office, ink.item(ref, 3)).content)


def test_an_item_of_a_meeting_that_was_opened_before_its_day_is_locked_when_the_day_has_been_set(ink: Council) -> None:
    ref = ink.written()
    planning.change_meeting(ink.office, ref, {"day": date(2026, 3, 8)})
    item = ink.item(ref, 2)
    told = "Mötet öppnades torsdag 5 mars men är planerat till söndag 8 mars. Ändra dagen."
    refused(ink, lambda: adjustment.adjust_item_now(ink.office, item), told)
    stopped = adjustment.lock_refused(ink.office, item)
    assert stopped is not None
    assert stopped.missing[0].place == "meeting/day"
    planning.change_meeting(ink.office, ref, {"day": DAY})
    adjustment.adjust_item_now(ink.office, item)
    paper.record_ink_signature(ink.office, ref, ink.people[CHAIR], DAY, item_id=item)


def test_an_item_of_a_meeting_that_is_written_down_on_a_later_day_can_be_locked(ink: Council) -> None:
    ref = ink.written()
    planning.change_meeting(ink.office, ref, {"day": date(2026, 3, 4)})
    assert adjustment.lock_refused(ink.office, ink.item(ref, 2)) is None


def test_an_item_that_its_only_adjuster_led_is_not_locked_until_another_is_chosen(ink: Council) -> None:
    ref = ink.written()
    item = ink.item(ref, 2)
    attendance.appoint(ink.office, ref, Duty.PRESIDE, ink.people[VICE], item, item)
    told = "Per Alm ledde § 3 och skriver under som ordförande. Utse någon annan till justerare för § 3."
    refused(ink, lambda: adjustment.adjust_item_now(ink.office, item), told)
    attendance.appoint(ink.office, ref, Duty.ADJUST, ink.people[MEMBER], item, item)
    adjustment.adjust_item_now(ink.office, item)
    assert [(one.name, one.field) for one in adjustment.item_signers(ink.office, item)] == [
        (SECRETARY, "secretary"),
        (VICE, "chair"),
        (MEMBER, "adjuster-1"),
    ]
    assert "Justerare Siv Östling" in pdf_text(item_papers.item_paper(ink.office, item).content)


@pytest.mark.parametrize(
    ("place", "said"),
    [("", "Justeringens plats och tid §§ 1–2, 4: –"), ("Kansliet", "Justeringens plats och tid §§ 1–2, 4: Kansliet")],
)
def test_the_others_have_their_own_place_and_time_beside_what_is_adjusted_immediately(
    bra: Council, place: str, said: str
) -> None:
    ref = bra.written()
    planning.change_meeting(bra.office, ref, {"adjustment_place": place})
    adjustment.adjust_item_now(bra.office, bra.item(ref, 2))
    assert f"{said} § 3 justeras omedelbart" in pdf_text(documents.make(bra.office, ref, "protocol").content)


def test_an_item_is_signed_in_the_way_it_was_locked_for_whatever_is_chosen_for_the_rest(bra: Council) -> None:
    files = bra.certificates()
    ref = bra.written()
    item = bra.item(ref, 2)
    adjustment.adjust_item_now(bra.office, item)
    planning.change_meeting(bra.office, ref, {"medium": Medium.INK})
    assert adjustment.item_medium(bra.office, item) is Medium.ELECTRONIC
    refused(
        bra,
        lambda: paper.record_ink_signature(bra.office, ref, bra.people[CHAIR], DAY, item_id=item),
        "de två sätten blandas inte",
    )
    signing.sign(bra.office, ref, CHAIR, files[CHAIR], PIN, item_id=item)
    assert keeping.check(bra.office) == ()


def test_how_a_locked_item_is_signed_can_be_changed_until_somebody_has_signed_it(bra: Council) -> None:
    ref = bra.written()
    item = bra.item(ref, 2)
    adjustment.adjust_item_now(bra.office, item)
    before = pdf_text(item_papers.item_paper(bra.office, item).content)
    adjustment.adjust_item_now(bra.office, item, Medium.INK)
    after = pdf_text(item_papers.item_paper(bra.office, item).content)
    assert ("Justerad den" in before, "Justerad den" in after) == (False, True)
    assert bra.content(ref).medium is Medium.ELECTRONIC
    refused(bra, lambda: minutes.save_text(bra.office, item, plain_document("Annat.", item)), "omedelbart")
    paper.record_ink_signature(bra.office, ref, bra.people[CHAIR], DAY, item_id=item)
    told = "är redan underskriven av någon, och de två sätten blandas inte."
    refused(bra, lambda: adjustment.adjust_item_now(bra.office, item, Medium.ELECTRONIC), told)
    for name in (SECRETARY, VICE):
        paper.record_ink_signature(bra.office, ref, bra.people[name], DAY, item_id=item)
    bra.clock.set(DAY, time(12))
    opening.close_meeting(bra.office, ref)
    lock(bra, ref)
    assert APART in pdf_text(documents.make(bra.office, ref, "protocol").content)
    refused(bra, lambda: adjustment.adjust_item_now(bra.office, item, Medium.ELECTRONIC), "tillsammans med resten")
    assert keeping.check(bra.office) == ()


def test_a_lock_and_the_way_to_sign_that_was_chosen_after_it_are_not_undone(bra: Council) -> None:
    ref = bra.written()
    item, told = (
        bra.item(ref, 2),
        "Att paragrafen är låst kan inte ångras. Hur den skrivs under väljs under Underskrift",
    )
    adjustment.adjust_item_now(bra.office, item)
    refused(bra, lambda: undo(bra.office, latest(bra.office, 1)[0].id), told)
    adjustment.adjust_item_now(bra.office, item, Medium.INK)
    refused(bra, lambda: undo(bra.office, latest(bra.office, 1)[0].id), told)
    bra.clock.set(DAY, time(12))
    opening.close_meeting(bra.office, ref)
    adjustment.hand_to_review(bra.office, ref)
    adjustment.hand_to_adjustment(bra.office, ref)
    whole = "Att protokollet är låst kan inte ångras. Den som ska skriva under kan avböja med skäl"
    refused(bra, lambda: undo(bra.office, latest(bra.office, 1)[0].id), whole)
    with council(profile=DocumentProfile.NOTES) as group:
        group.frozen()
        told = "Att anteckningarna är fastställda kan inte ångras. Skriv en rättelse"
        refused(group, lambda: undo(group.office, latest(group.office, 1)[0].id), told)


def test_a_meeting_is_archived_only_when_an_item_that_was_locked_apart_has_been_signed_apart_or_with_the_rest(
    ink: Council,
) -> None:
    ref = ink.written()
    item = ink.item(ref, 2)
    adjustment.adjust_item_now(ink.office, item)
    ink.clock.set(DAY, time(12))
    opening.close_meeting(ink.office, ref)
    lock(ink, ref)
    refused(ink, lambda: archiving.archive(ink.office, ref), "och kan inte gå till ”arkiver")
    sign_the_rest(ink, ref)
    signed = {one.name: one.signed_at for one in reading.meeting_view(ink.office, ref).signers}
    assert all(signed.values())
    assert "Sekreterare, §§ 1–4" in pdf_text(documents.make(ink.office, ref, "protocol").content)
    archiving.archive(ink.office, ref)
    assert ink.content(ref).state is MeetingState.ARCHIVED


def test_notes_that_nobody_signs_have_no_item_that_is_adjusted_apart() -> None:
    with council(profile=DocumentProfile.NOTES) as group:
        ref = group.written()
        item = group.item(ref, 2)
        refused(group, lambda: adjustment.adjust_item_now(group.office, item), "Anteckningar justeras inte.")
