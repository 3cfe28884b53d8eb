"""Who presides, keeps the minutes and adjusts per interval, and which fields follow from it."""

from __future__ import annotations

from dataclasses import replace
from datetime import time

from bra_desktop.domain.content import DecisionContent, MeetingContent, OfficerContent, RecusalContent, StayContent
from bra_desktop.domain.kinds import DocumentProfile, Duty, SignerRole
from bra_desktop.domain.officers import presiding
from bra_desktop.domain.signers import immediate_items, immediate_signers, signers
from tests.domain.almby import council, key, with_item, with_officers, with_participant, with_profile


def table(content: MeetingContent) -> list[tuple[str, str, str]]:
    return [(s.field, s.person, s.words.replace("\u00a0", " ")) for s in signers(content)]


def test_the_almby_protocol_has_four_fields() -> None:
    assert table(council()) == [
        ("secretary", "anna", "§§ 38–49"),
        ("chair", "eva", "§§ 38–49"),
        ("adjuster-1", "per", "§§ 38–49"),
        ("adjuster-2", "siv", "§§ 38–49"),
    ]
    assert [s.role for s in signers(council())] == [
        SignerRole.SECRETARY,
        SignerRole.CHAIR,
        SignerRole.ADJUSTER,
        SignerRole.ADJUSTER,
    ]


def test_the_chair_who_leaves_hands_over_by_paragraph() -> None:
    content = with_officers(
        council(),
        OfficerContent(Duty.PRESIDE, "eva", to_item=key(44)),
        OfficerContent(Duty.PRESIDE, "per", from_item=key(45)),
        *council().officers[1:],
    )
    assert table(content)[1:3] == [("chair", "eva", "§§ 38–44"), ("chair-2", "per", "§§ 45–49")]


def test_an_adjuster_who_leads_an_item_signs_it_as_its_chair_and_not_also_as_adjuster() -> None:
    content = with_item(council(), 47, recusals=(RecusalContent("r", "eva"),))
    assert [one for one in table(content) if one[1] == "per"] == [
        ("chair-2", "per", "§ 47"),
        ("adjuster-1", "per", "§§ 38–46, 48–49"),
    ]
    apart = immediate_signers(content, key(47))
    assert [(s.field, s.person) for s in apart] == [("secretary", "anna"), ("chair", "per"), ("adjuster-1", "siv")]


def test_two_who_led_an_item_each_sign_for_the_time_they_led_it() -> None:
    first = DecisionContent("a", "notera", decided_at=time(11, 16))
    later = replace(first, key="b", decided_at=time(11, 19))
    content = with_item(council(), 45, decisions=(first, later))
    content = with_participant(content, "eva", stays=(StayContent(to_time=time(11, 18), to_item=key(45)),))
    said = [(s.person, s.words.replace("\u00a0", " ")) for s in immediate_signers(content, key(45))]
    assert said[1:3] == [("eva", "§ 45 t.o.m. kl. 11.18"), ("per", "§ 45 fr.o.m. kl. 11.18")]
    whole = [(s.person, s.words.replace("\u00a0", " ")) for s in signers(content) if s.role is SignerRole.CHAIR]
    assert whole == [
        ("eva", "§§ 38–44 och § 45 t.o.m. kl. 11.18"),
        ("per", "§ 45 fr.o.m. kl. 11.18 och §§ 46–49"),
    ]


def test_a_disqualified_chair_is_stood_in_for_at_that_item_only() -> None:
    content = with_item(council(), 47, recusals=(RecusalContent("r", "eva"),))
    assert presiding(content, key(47)) == "per"
    assert table(content)[1:3] == [("chair", "eva", "§§ 38–46, 48–49"), ("chair-2", "per", "§ 47")]


def test_somebody_named_for_one_item_goes_before_the_chair_of_the_whole_meeting() -> None:
    content = with_officers(council(), *council().officers, OfficerContent(Duty.PRESIDE, "per", key(46), key(46)))
    assert presiding(content, key(46)) == "per"
    assert presiding(content, key(47)) == "eva"


def test_without_names_the_chair_presides_and_the_vice_chair_when_the_chair_has_left() -> None:
    content = with_officers(council())
    content = with_participant(content, "eva", stays=(StayContent(to_item=key(44)),))
    assert table(content) == [
        ("secretary", "anna", "§§ 38–49"),
        ("chair", "eva", "§§ 38–44"),
        ("chair-2", "per", "§§ 45–49"),
    ]


def test_nobody_presides_when_nobody_can() -> None:
    content = with_participant(with_participant(council(), "eva", stays=()), "per", stays=())
    assert presiding(content, key(38)) == ""
    assert "chair" not in [s.field for s in signers(content)]


def test_who_presided_always_signs_even_when_she_adjusts_nothing() -> None:
    content = with_officers(council(), *council().officers[:2])
    assert [s.field for s in signers(content)] == ["secretary", "chair"]


def test_a_replaced_adjuster_is_named_with_the_reason() -> None:
    adjusters = (
        OfficerContent(Duty.ADJUST, "per", to_item=key(43)),
        OfficerContent(Duty.ADJUST, "ida", from_item=key(44), reason="ersätter Per Alm, som har fått förhinder"),
        OfficerContent(Duty.ADJUST, "siv"),
    )
    content = with_officers(council(), *council().officers[:2], *adjusters)
    assert table(content)[2:] == [
        ("adjuster-1", "per", "§§ 38–43"),
        ("adjuster-2", "siv", "§§ 38–49"),
        ("adjuster-3", "ida", "§§ 44–49"),
    ]
    reasons = {s.field: s.reason for s in signers(content)}
    assert reasons["adjuster-3"] == "ersätter Per Alm, som har fått förhinder"
    assert reasons["adjuster-2"] == ""


def test_two_secretaries_sign_their_own_parts() -> None:
    content = with_officers(
        council(),
        OfficerContent(Duty.MINUTES, "anna", to_item=key(41)),
        OfficerContent(Duty.MINUTES, "martin", from_item=key(42)),
    )
    assert table(content)[:2] == [("secretary", "anna", "§§ 38–41"), ("secretary-2", "martin", "§§ 42–49")]


def test_a_secretary_who_is_not_listed_as_present_still_signs() -> None:
    content = council(participants=tuple(p for p in council().participants if p.person != "anna"))
    assert table(content)[0] == ("secretary", "anna", "§§ 38–49")


def test_an_immediately_adjusted_item_is_signed_apart() -> None:
    content = council()
    assert immediate_items(content) == (key(45),)
    apart = immediate_signers(content, key(45))
    assert [(s.field, s.person, s.words) for s in apart] == [
        ("secretary", "anna", "§\u00a045"),
        ("chair", "eva", "§\u00a045"),
        ("adjuster-1", "per", "§\u00a045"),
        ("adjuster-2", "siv", "§\u00a045"),
    ]


def test_notes_are_never_signed() -> None:
    assert signers(with_profile(council(), DocumentProfile.NOTES)) == ()


def test_items_that_were_not_reached_are_signed_by_nobody() -> None:
    content = with_item(council(), 49, paragraph=None, opened_at=None, closed_at=None)
    assert {s.words for s in signers(content)} == {"§§\u00a038–48"}


def test_a_forum_with_points_names_points() -> None:
    content = council()
    content = replace(content, items=tuple(replace(i, paragraph=None) for i in content.items))
    assert {s.words for s in signers(content)} == {"punkt\u00a01–12"}
