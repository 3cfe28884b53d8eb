"""Review, adjustment, refusal, versions, immediate adjustment, and history kept as it was."""

import json
from datetime import date, time

import pytest

from bra_desktop.domain.canonical import canonical_json, digest, from_plain
from bra_desktop.domain.content import BallotContent, MeetingContent, VoteContent
from bra_desktop.domain.errors import RuleBroken, UserError
from bra_desktop.domain.kinds import Ballot, DocumentProfile, Duty, MeetingState, SignerRole
from bra_desktop.domain.meeting import AgendaItem, Participant
from bra_desktop.domain.protocol import Freeze
from bra_desktop.domain.register import Person
from bra_desktop.domain.signers import immediate_signers
from bra_desktop.domain.swedish import NBSP
from bra_desktop.domain.text import plain_document
from bra_desktop.services import keeping, reading, register, steps, undoing
from bra_desktop.services.adjusted import adjustment, archiving, signing
from bra_desktop.services.adjusted.freezing import freeze, prepare_item
from bra_desktop.services.live import attendance, decisions, minutes, opening
from bra_desktop.services.papers import documents
from bra_desktop.services.preparing import planning
from tests.builders import CHAIR, DAY, GUEST, MEMBER, PIN, SECRETARY, SUBSTITUTE, VICE, Council, council, pdf_text


def freezes(made: Council) -> list[Freeze]:
    with made.office.work("") as work:
        return sorted(work.all(Freeze), key=lambda f: (f.version, f.id))


def test_review_needs_a_closed_meeting(bra: Council) -> None:
    ref = bra.running()
    before = bra.everything()
    with pytest.raises(RuleBroken, match="Mötet är i läget ”pågår” och kan inte gå till ”granskning”"):
        adjustment.hand_to_review(bra.office, ref)
    assert bra.everything() == before


def test_adjustment_says_all_that_is_missing(bra: Council) -> None:
    ref = bra.running()
    opening.close_meeting(bra.office, ref)
    adjustment.hand_to_review(bra.office, ref)
    before = bra.everything()
    with pytest.raises(RuleBroken, match="Justerare saknas") as refusal:
        adjustment.hand_to_adjustment(bra.office, ref)
    assert refusal.value.missing
    assert bra.everything() == before


def test_a_decision_with_a_gap_is_told_at_review_and_locked_neither_with_the_protocol_nor_by_itself(
    bra: Council,
) -> None:
    ref = begun(bra)
    decisions.add_decision(bra.office, bra.item(ref, 2), "avslå {förslag}")
    told = "luckan ”{förslag}” i beslutet är inte ifylld. Skriv det som ska stå där."
    with pytest.raises(RuleBroken, match=told):
        adjustment.adjust_item_now(bra.office, bra.item(ref, 2))
    opening.close_meeting(bra.office, ref)
    _state, remarks = steps.step(bra.office, ref, MeetingState.REVIEW)
    assert any(told in remark.text for remark in remarks)
    before = bra.everything()
    with pytest.raises(RuleBroken, match=told):
        steps.step(bra.office, ref, MeetingState.ADJUSTMENT)
    assert bra.everything() == before


def locked_as_before_the_rules(made: Council, ref: str, number: int) -> None:
    """Lock an item as it stands, as a file from before today's rules may hold it."""
    item = made.item(ref, number)
    with made.office.work("Markera") as work:
        work.get(AgendaItem, item).immediate_adjustment = True
        work.commit()
    content = made.content(ref)
    prepared = prepare_item(made.office, content, item, immediate_signers(content, item))
    with made.office.work("Justera paragrafen nu") as work:
        freeze(made.office, work, ref, prepared)
        work.commit()


def test_what_is_wrong_in_a_locked_item_is_told_and_stops_nothing(bra: Council) -> None:
    ref = bra.written()
    item = bra.item(ref, 2)
    decisions.add_decision(bra.office, item, "bifalla {förslag}")
    first, second = bra.people[MEMBER], bra.people[SUBSTITUTE]
    with bra.office.work("Tjänstgör") as work:
        row = work.get(Participant, bra.row(ref, SUBSTITUTE))
        row.serves_for = bra.seats[MEMBER]
        ballots = tuple(BallotContent(person, Ballot.YES) for person in (first, second))
        work.get(AgendaItem, item).votes = (VoteContent("v", "ja", "nej", ballots=ballots),)
        work.commit()
    locked_as_before_the_rules(bra, ref, 2)
    bra.clock.set(DAY, time(12))
    opening.close_meeting(bra.office, ref)
    gap = "luckan ”{förslag}” i beslutet är inte ifylld. Paragrafen är låst, så skriv en rättelse"
    view = reading.meeting_view(bra.office, ref)
    assert any(gap in one.text for one in view.warnings)
    assert not any("Skriv det som ska stå där" in one.text for one in view.warnings)
    assert any(gap in one.text for one in steps.step(bra.office, ref, MeetingState.REVIEW)[1])
    view = reading.meeting_view(bra.office, ref)
    assert view.missing == ()
    told = [one.text.replace(NBSP, " ") for one in view.warnings]
    assert any(gap in one for one in told)
    assert any(SUBSTITUTE in one and "Paragrafen är låst" in one for one in told)
    assert any(gap in one.text for one in steps.step(bra.office, ref, MeetingState.ADJUSTMENT)[1])
    assert bra.content(ref).state is MeetingState.ADJUSTMENT


def test_the_frozen_json_is_canonical_and_its_digest_is_kept(bra: Council) -> None:
    ref = bra.frozen()
    (frozen,) = freezes(bra)
    content = from_plain(MeetingContent, json.loads(frozen.canonical_json))
    assert canonical_json(content) == frozen.canonical_json
    assert digest(frozen.canonical_json) == frozen.digest
    assert (content.ref, content.version, content.state) == (ref, 1, MeetingState.ADJUSTMENT)


def test_the_kept_pdf_is_the_protocol_that_is_handed_out(bra: Council) -> None:
    ref = bra.frozen()
    (frozen,) = freezes(bra)
    assert frozen.pdf_digest is not None
    assert documents.make(bra.office, ref, "protocol").content == bra.office.database.attachments.read(
        frozen.pdf_digest
    )


def test_a_person_renamed_after_freezing_keeps_her_old_name_in_the_old_protocol(bra: Council) -> None:
    ref = bra.frozen()
    person = next(p for p in reading.people(bra.office) if p.name == CHAIR)
    register.change(bra.office, Person, person.id, {"name": "Eva Lind-Berg"}, person.revision)
    content = bra.content(ref)
    assert content.person(bra.people[CHAIR]).name == CHAIR
    for kind in ("protocol", "agenda"):
        words = pdf_text(documents.make(bra.office, ref, kind).content)
        assert "Lind-Berg" not in words
    assert CHAIR in pdf_text(documents.make(bra.office, ref, "protocol").content)
    later = bra.planned(date(2026, 5, 7))
    assert bra.content(later).person(bra.people[CHAIR]).name == "Eva Lind-Berg"
    assert keeping.check(bra.office) == ()


def test_refusing_needs_a_reason(bra: Council) -> None:
    ref = bra.frozen()
    before = bra.everything()
    with pytest.raises(UserError, match="Skriv skälet"):
        adjustment.refuse(bra.office, ref, bra.people[VICE], "  ")
    assert bra.everything() == before


def test_only_those_who_sign_can_refuse(bra: Council) -> None:
    ref = bra.frozen()
    before = bra.everything()
    with pytest.raises(RuleBroken, match="Bara den som ska skriva under kan avböja"):
        adjustment.refuse(bra.office, ref, bra.people[GUEST], "Fel")
    assert bra.everything() == before


def test_a_refusal_voids_the_version_and_the_next_one_is_number_two(bra: Council) -> None:
    ref = bra.frozen()
    adjustment.refuse(bra.office, ref, bra.people[VICE], "Fel belopp i § 3")
    assert bra.content(ref).state is MeetingState.REVIEW
    (first,) = freezes(bra)
    assert (first.void_reason, first.voided_at is not None) == ("Fel belopp i § 3", True)
    minutes.save_text(bra.office, bra.item(ref, 2), plain_document("Rättat belopp.", "x"))
    adjustment.hand_to_adjustment(bra.office, ref)
    first, second = freezes(bra)
    assert (first.version, second.version, second.voided_at) == (1, 2, None)
    assert "Rättat belopp." not in first.canonical_json
    assert "Rättat belopp." in second.canonical_json
    assert [s.refused_at for s in reading.meeting_view(bra.office, ref).signers] == [None] * 3
    assert keeping.check(bra.office) == ()


def test_a_voided_version_can_not_be_signed(bra: Council) -> None:
    files = bra.certificates()
    ref = bra.frozen()
    adjustment.refuse(bra.office, ref, bra.people[VICE], "Fel")
    with pytest.raises(RuleBroken, match="inte lämnat till justering än"):
        signing.sign(bra.office, ref, CHAIR, files[CHAIR], PIN)


def test_notes_are_established_by_their_convener_only() -> None:
    with council(DocumentProfile.NOTES) as made:
        ref = made.closed()
        before = made.everything()
        with pytest.raises(RuleBroken, match=f"Anteckningarna fastställs av sammankallande, {CHAIR}"):
            adjustment.establish(made.office, ref, made.people[SECRETARY])
        assert made.everything() == before
        adjustment.establish(made.office, ref, made.people[CHAIR])
        assert made.content(ref).state is MeetingState.ESTABLISHED
        assert reading.meeting_view(made.office, ref).signers == ()
        archiving.archive(made.office, ref)
        assert made.content(ref).state is MeetingState.ARCHIVED


def test_a_council_protocol_is_not_established(bra: Council) -> None:
    ref = bra.closed()
    with pytest.raises(RuleBroken, match="kan inte gå till ”fastställt”"):
        adjustment.establish(bra.office, ref)


def begun(made: Council) -> str:
    """A running meeting with three items held and an adjuster chosen; the fourth is to come."""
    ref = made.running()
    for item in made.items(ref)[:3]:
        made.hold(item)
    attendance.appoint(made.office, ref, Duty.ADJUST, made.people[VICE])
    return ref


def test_who_was_to_adjust_a_locked_item_is_not_undone_underneath_it(bra: Council) -> None:
    ref = begun(bra)
    chosen = undoing.latest(bra.office, 1)[0]
    assert chosen.label == "Utse justerare"
    bra.clock.set(DAY, time(11))
    adjustment.adjust_item_now(bra.office, bra.item(ref, 2))
    before = bra.everything()
    with pytest.raises(RuleBroken, match="en paragraf har låsts för omedelbar justering sedan dess"):
        undoing.undo(bra.office, chosen.id)
    assert bra.everything() == before
    officers = bra.content(ref).officers
    attendance.appoint(bra.office, ref, Duty.ADJUST, bra.people[MEMBER])
    undoing.undo(bra.office, undoing.latest(bra.office, 1)[0].id)
    assert bra.content(ref).officers == officers


def test_one_item_is_adjusted_at_once_while_the_meeting_goes_on(bra: Council) -> None:
    files = bra.certificates()
    ref = begun(bra)
    locked, open_item = bra.item(ref, 2), bra.items(ref)[3]
    adjustment.adjust_item_now(bra.office, locked)
    before = bra.everything()
    for change in (
        lambda: minutes.save_text(bra.office, locked, plain_document("Annat.", "x")),
        lambda: decisions.add_decision(bra.office, locked, "att annat"),
        lambda: planning.move_item(bra.office, locked, 0),
    ):
        with pytest.raises(RuleBroken, match="§\N{NO-BREAK SPACE}3 Information från polisen är låst och ska"):
            change()
    assert bra.everything() == before
    bra.hold(open_item)
    assert bra.content(ref).state is MeetingState.IN_PROGRESS
    signers = adjustment.item_signers(bra.office, locked)
    assert [s.role for s in signers] == [SignerRole.SECRETARY, SignerRole.CHAIR, SignerRole.ADJUSTER]
    for signer in signers:
        result = signing.sign(bra.office, ref, signer.name, files[signer.name], PIN, signer.role, locked)
        assert not result.adjusted
    with pytest.raises(RuleBroken, match="§\N{NO-BREAK SPACE}3 Information från polisen är omedelbart justerad"):
        decisions.add_decision(bra.office, locked, "att annat")
    assert "§ 3" in pdf_text(result.pdf)
    assert "Mötets avslutning" not in pdf_text(result.pdf)
    opening.close_meeting(bra.office, ref)
    adjustment.hand_to_review(bra.office, ref)
    adjustment.hand_to_adjustment(bra.office, ref)
    assert bra.content(ref).item(locked).immediate_adjustment
    assert keeping.check(bra.office) == ()


@pytest.mark.parametrize("place", [2, 3])
def test_an_item_without_text_or_not_taken_up_is_not_adjusted_at_once(bra: Council, place: int) -> None:
    ref = bra.running()
    bra.hold(bra.items(ref)[0])
    minutes.take_up(bra.office, bra.item(ref, 2))
    before = bra.everything()
    with pytest.raises(RuleBroken, match=r"kan inte justeras än\..*Texten är inte skriven"):
        adjustment.adjust_item_now(bra.office, bra.item(ref, place))
    assert bra.everything() == before


def test_an_item_is_not_adjusted_at_once_without_an_adjuster(bra: Council) -> None:
    ref = bra.running()
    bra.hold(bra.items(ref)[0])
    before = bra.everything()
    with pytest.raises(RuleBroken, match="Justerare saknas"):
        adjustment.adjust_item_now(bra.office, bra.item(ref))
    assert bra.everything() == before


def test_an_item_is_adjusted_at_once_only_once(bra: Council) -> None:
    ref = begun(bra)
    adjustment.adjust_item_now(bra.office, bra.item(ref, 2))
    before = bra.everything()
    with pytest.raises(RuleBroken, match="är låst och ska justeras omedelbart"):
        adjustment.adjust_item_now(bra.office, bra.item(ref, 2))
    assert bra.everything() == before


def test_an_adjuster_who_was_not_there_is_refused(bra: Council) -> None:
    ref = bra.written()
    attendance.appoint(bra.office, ref, Duty.ADJUST, bra.people[MEMBER])
    attendance.mark_absent(bra.office, bra.row(ref, MEMBER))
    opening.close_meeting(bra.office, ref)
    adjustment.hand_to_review(bra.office, ref)
    with pytest.raises(RuleBroken, match=f"{MEMBER} är justerare men var inte närvarande"):
        adjustment.hand_to_adjustment(bra.office, ref)
