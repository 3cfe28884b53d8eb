"""What must hold in the life of a meeting, twelve matters, each by the rules that carry it.

What only a database, a document or a signature can show (triggers, PDF, PAdES) is tested there; here is the part that
is true before anything is stored.
"""

from __future__ import annotations

import json
from dataclasses import FrozenInstanceError, replace
from datetime import date, time
from itertools import count

import pytest

from bra_desktop.domain.attendance import deciding, present, served
from bra_desktop.domain.calendar import Calendar
from bra_desktop.domain.canonical import canonical_json, digest, from_plain
from bra_desktop.domain.carry_over import OpenAction, suggested_items
from bra_desktop.domain.confidentiality import personal_numbers, public_version
from bra_desktop.domain.content import (
    ActionContent,
    DecisionContent,
    MeetingContent,
    OfficerContent,
    ReservationContent,
    StayContent,
)
from bra_desktop.domain.content_builder import MeetingParts, RegisterView, content_of, parts_of
from bra_desktop.domain.deadlines import has_public_notice, public_notice_days
from bra_desktop.domain.decisions import check_reservation, check_reservations, decision_warnings
from bra_desktop.domain.errors import RuleBroken
from bra_desktop.domain.guards import missing_for, require, warnings_for
from bra_desktop.domain.kinds import DecisionKind, DocumentProfile, Duty, ItemType, Medium, MeetingState
from bra_desktop.domain.lifecycle import TRANSITIONS, Cause, next_states
from bra_desktop.domain.numbering import Series, labels
from bra_desktop.domain.officers import presiding
from bra_desktop.domain.quorum import not_quorate_items, quorum_at
from bra_desktop.domain.register import Forum, Municipality, Organisation, Person
from bra_desktop.domain.signers import immediate_signers, signers
from bra_desktop.domain.votes import outcome
from tests.domain.almby import (
    camera_vote,
    council,
    key,
    taken_up,
    with_item,
    with_officers,
    with_participant,
    with_profile,
)
from tests.domain.test_deadlines import BOOK

S = MeetingState
FORMAL, COUNCIL, NOTES = DocumentProfile.FORMAL, DocumentProfile.COUNCIL, DocumentProfile.NOTES


def living() -> tuple[MeetingParts, RegisterView]:
    """The Almby meeting as living objects, with the register it points at."""
    content = council(key="m1", seats=())
    content = replace(content, participants=tuple(replace(p, seat="", serves_for="") for p in content.participants))
    numbers = count()
    parts = parts_of(content, "f1", lambda kind, n: f"{kind}-{n}-{next(numbers)}")
    register = RegisterView(
        Municipality(id="k", name="Almby kommun", genitive="Almby kommuns"),
        Forum(id="f1", name="Brottsförebyggande rådet", definite="brottsförebyggande rådet"),
        {p.key: Person(id=p.key, name=p.name, organisation_id=p.organisation or None) for p in content.people},
        {o.key: Organisation(id=o.key, name=o.name, kind=o.kind) for o in content.organisations},
    )
    return parts, register


def test_1_frozen_means_frozen() -> None:
    """From adjustment (C: established) on, content cannot be changed by any door; single items lock by themselves."""
    assert {s for s in MeetingState if s.is_frozen} == {S.ADJUSTMENT, S.ADJUSTED, S.ESTABLISHED, S.ARCHIVED}
    for profile in DocumentProfile:
        for state in filter(lambda s: s.is_frozen, TRANSITIONS[profile]):
            assert all(to.is_frozen for to in next_states(profile, state))
    content = council()
    with pytest.raises(FrozenInstanceError):
        content.items[0].title = "Annat"  # type: ignore[misc]
    assert [s.words for s in immediate_signers(content, key(45))] == ["§\u00a045"] * 4


def test_2_history_is_kept_as_it_was() -> None:
    """Renaming a person, an organisation or the forum later changes no older meeting."""
    parts, register = living()
    frozen = canonical_json(content_of(parts, register))
    register.people["eva"].name = "Eva Ny"
    register.people["eva"].title = "kommunalråd"
    register.organisations["SBF"].name = "Miljöförvaltningen"
    register.forum.name = "Trygghetsrådet"
    kept = from_plain(MeetingContent, json.loads(frozen))
    assert kept.person("eva").name == "Eva Lind"
    assert kept.organisation("SBF").name == "Samhällsbyggnadsförvaltningen"
    assert kept.forum.name == "Brottsförebyggande rådet"
    assert content_of(parts, register).person("eva").name == "Eva Ny"
    assert [s.person for s in signers(kept)] == ["anna", "eva", "per", "siv"]


def test_3_who_presides_keeps_the_minutes_and_adjusts_is_per_interval() -> None:
    """The signature fields name each one's §§; adjusters are chosen as an item and present; who presides signs."""
    content = with_officers(
        council(),
        OfficerContent(Duty.PRESIDE, "eva", to_item=key(44)),
        OfficerContent(Duty.PRESIDE, "per", from_item=key(45)),
        OfficerContent(Duty.MINUTES, "anna"),
        OfficerContent(Duty.ADJUST, "siv"),
        OfficerContent(Duty.ADJUST, "ida", reason="ersätter Lars Hedman, som har fått förhinder"),
    )
    assert [(s.field, s.words.replace("\u00a0", " ")) for s in signers(content)] == [
        ("secretary", "§§ 38–49"),
        ("chair", "§§ 38–44"),
        ("chair-2", "§§ 45–49"),
        ("adjuster-1", "§§ 38–49"),
        ("adjuster-2", "§§ 38–49"),
    ]
    assert signers(content)[-1].reason == "ersätter Lars Hedman, som har fått förhinder"
    assert missing_for(content, S.ADJUSTMENT) == ()
    assert missing_for(with_officers(content, *content.officers[:3]), S.ADJUSTMENT)
    assert missing_for(with_participant(content, "siv", stays=()), S.ADJUSTMENT)


def test_4_a_missing_quorum_is_marked_and_warned_about_never_silently_taken() -> None:
    """A council of consultation may still note information, so nothing is stopped."""
    gone = (StayContent(to_item=key(46)),)
    keep = ("eva", "per", "siv", "anna")
    few = tuple(p if p.person in keep else replace(p, stays=gone) for p in council().participants)
    content = council(participants=few)
    assert not_quorate_items(content) == (key(47), key(48), key(49))
    assert decision_warnings(content, key(47))
    assert len([m for m in warnings_for(content, S.ADJUSTMENT) if "inte beslutsfört" in m.text]) == 3
    require(content, S.ADJUSTMENT)


def test_5_decisions_keep_wording_order_and_number_and_an_action_the_wording_of_its_origin() -> None:
    """The frozen copy says what was decided; the action's own progress is kept elsewhere."""
    decisions = (
        DecisionContent("d1", "förlänga tiden till den 29 januari 2027", DecisionKind.EXTEND_ACTION),
        DecisionContent("d2", "uppdraget i § 31/2026 är utfört", DecisionKind.CLOSE_ACTION),
    )
    action = ActionContent("a1", "belysning på gångstråket", ("SBF",), decision="d1")
    content = with_item(council(), 40, decisions=decisions, actions=(action,))
    kept = from_plain(MeetingContent, json.loads(canonical_json(content))).item(key(40))
    assert kept.paragraph == 40
    assert kept.decisions == decisions
    assert (kept.actions[0].text, kept.actions[0].decision) == ("belysning på gångstråket", "d1")


def test_6_open_actions_tabled_items_and_the_previous_protocol_come_by_themselves() -> None:
    """The forum's next agenda starts with what is still open."""
    tabled = DecisionContent("d", "bordlägga ärendet", DecisionKind.TABLED, date(2027, 3, 4))
    content = with_item(council(state=S.ADJUSTED), 48, decisions=(tabled,))
    found = suggested_items(date(2027, 3, 4), [content], [OpenAction("a1", "belysning")])
    assert [s.type for s in found] == [ItemType.PREVIOUS_MINUTES, ItemType.FOLLOW_UP, ItemType.TABLED]


def test_7_agenda_number_and_paragraph_are_two_things_and_a_paragraph_is_never_released() -> None:
    """Agenda 1-10 becomes §§ 77-86 in a series taken over in mid-year; what was given is never taken back."""
    items = tuple(
        replace(i, agenda_number=str(n), paragraph=None, opened_at=None, closed_at=None)
        for n, i in enumerate(council().items[:10], 1)
    )
    content, series = taken_up(council(items=items), [item.key for item in items], Series(77))
    assert labels(content, [i.key for i in content.items]) == "§§\u00a077–86"
    assert [i.agenda_number for i in content.items] == [str(n) for n in range(1, 11)]
    assert content.item(key(40)).paragraph == 79
    assert series.give()[0] == 87
    with pytest.raises(RuleBroken, match="Ärendet utgår"):
        series.take_back(79, seen_outside=False)


def test_8_deadlines_are_computed_by_the_rules() -> None:
    """Adjusted 2017-09-11, posted 2017-09-12, taken down 2017-10-04; no posting and no appeal for a council."""
    weekends_only = Calendar(frozenset[date]())
    days = public_notice_days(BOOK, date(2017, 9, 12), weekends_only)
    assert days.take_down_earliest == date(2017, 10, 4)
    assert has_public_notice(FORMAL)
    assert not has_public_notice(COUNCIL)


def test_9_attendance_is_per_item_and_counts_seats() -> None:
    """People come and leave, substitutes serve for a seat, the co-opted deliberate, the disqualified leave the room."""
    content = council()
    assert [quorum_at(content, key(n)).served for n in (38, 41, 45, 46, 47)] == [13, 14, 13, 14, 13]
    assert "petra" not in present(content, key(45))
    assert {s.person for s in served(content, key(46)) if s.substitute} == {"yasmin"}
    assert "martin" in set(present(content, key(46))) - set(deciding(content, key(46)))
    corrected = with_participant(content, "hanna", stays=(StayContent(to_time=time(11, 50), to_item=key(48)),))
    assert "hanna" in deciding(corrected, key(47))
    assert "hanna" not in deciding(content, key(47))


def test_10_a_reservation_is_by_who_took_part_before_the_end_and_the_one_who_presides_has_the_casting_vote() -> None:
    """Kommunallagen 4:27 and 5:56; two in Almby announced theirs before 12.04."""
    check_reservations(council(), key(46), ReservationContent("r", ("mona", "yasmin"), announced_at=time(12, 0)))
    with pytest.raises(RuleBroken, match="avslutades"):
        check_reservation(council(), key(46), "mona", time(12, 5))
    with pytest.raises(RuleBroken, match="deltog inte"):
        check_reservation(council(), key(46), "goran", time(12, 0))
    vote = camera_vote()
    tied = replace(vote, ballots=tuple(b for b in vote.ballots if b.person in ("eva", "mona")))
    chair = presiding(council(), key(46))
    assert outcome(council(), key(46), tied) is next(b.choice for b in tied.ballots if b.person == chair)


def test_11_the_medium_is_one_for_the_whole_protocol_and_frozen_with_it() -> None:
    """Chosen before freezing; another medium is another content, so the frozen digest tells."""
    electronic, ink = council(), council(medium=Medium.INK)
    assert from_plain(MeetingContent, json.loads(canonical_json(ink))).medium is Medium.INK
    assert digest(canonical_json(electronic)) != digest(canonical_json(ink))


def test_12_the_public_version_has_the_text_removed_and_personal_numbers_are_seen() -> None:
    """Marked text is not in the public content at all."""
    content = with_item(council(), 43, confidential="18 kap. 8 §", title="Hotet mot Lindgatan")
    assert "Lindgatan" not in canonical_json(public_version(content))
    assert list(personal_numbers("Anmält av 19121212-1212 i går.")) == ["19121212-1212"]


@pytest.mark.parametrize("profile", [FORMAL, COUNCIL])
def test_a_protocol_is_adjusted_by_its_last_signature_and_by_no_other_way(profile: DocumentProfile) -> None:
    """The state adjusted is set only by the last accepted signature."""
    content = with_profile(council(state=S.ADJUSTMENT), profile)
    fields = [s.field for s in signers(content)]
    for some in (fields[:n] for n in range(len(fields))):
        with pytest.raises(RuleBroken):
            require(content, S.ADJUSTED, cause=Cause.LAST_SIGNATURE, signed_fields=some)
    require(content, S.ADJUSTED, cause=Cause.LAST_SIGNATURE, signed_fields=fields)
    with pytest.raises(RuleBroken):
        require(content, S.ADJUSTED, signed_fields=fields)
