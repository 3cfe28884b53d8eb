"""The states of a meeting: which ways there are, what is missing for them, and how the stepper shows them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

import pytest
from hypothesis import given, settings

from bra_desktop.domain.closing import gaps, undescribed_pictures
from bra_desktop.domain.content import (
    ActionContent,
    AdjournmentContent,
    DecisionContent,
    MeetingContent,
    OfficerContent,
    ParticipantContent,
    ProposalContent,
    StayContent,
    VoteContent,
)
from bra_desktop.domain.errors import RuleBroken
from bra_desktop.domain.guards import missing_for, require, warnings_for
from bra_desktop.domain.kinds import DecisionKind, DocumentProfile, Duty, ItemType, MeetingState, Role, VoteMethod
from bra_desktop.domain.lifecycle import (
    STEPPER,
    TRANSITIONS,
    Cause,
    StepStatus,
    is_allowed,
    locked_item_words,
    locked_words,
    may_change,
    next_states,
    next_step,
    stepper,
)
from bra_desktop.domain.text import Image, TextDocument, plain_document
from tests.domain.almby import camera_vote, council, key, with_item, with_officers, with_participant, with_profile
from tests.strategies import meeting_contents

S = MeetingState
FORMAL, COUNCIL, NOTES = DocumentProfile.FORMAL, DocumentProfile.COUNCIL, DocumentProfile.NOTES


@pytest.mark.parametrize("profile", [FORMAL, COUNCIL])
def test_a_protocol_goes_from_planned_to_archived_over_adjustment(profile: DocumentProfile) -> None:
    way = [S.PLANNED]
    while step := next_step(profile, way[-1]):
        way.append(step.state)
    assert way == [
        S.PLANNED, S.CALLED, S.IN_PROGRESS, S.DRAFT, S.REVIEW, S.ADJUSTMENT, S.ADJUSTED, S.ARCHIVED,
    ]  # fmt: skip


def test_notes_go_from_draft_to_established_with_or_without_review() -> None:
    assert next_states(NOTES, S.DRAFT) == (S.ESTABLISHED, S.REVIEW)
    assert next_states(NOTES, S.REVIEW) == (S.ESTABLISHED,)
    assert next_states(NOTES, S.ESTABLISHED) == (S.ARCHIVED,)
    assert S.ADJUSTMENT not in TRANSITIONS[NOTES]
    assert S.ADJUSTED not in TRANSITIONS[NOTES]
    assert S.ESTABLISHED not in TRANSITIONS[COUNCIL]


@pytest.mark.parametrize("profile", list(DocumentProfile))
def test_only_what_is_planned_or_called_can_be_cancelled(profile: DocumentProfile) -> None:
    assert {s for s in TRANSITIONS[profile] if is_allowed(profile, s, S.CANCELLED)} == {S.PLANNED, S.CALLED}


@pytest.mark.parametrize("profile", list(DocumentProfile))
def test_every_state_can_be_reached_and_the_ends_are_ends(profile: DocumentProfile) -> None:
    reached, waiting = set[MeetingState](), [S.PLANNED]
    while waiting:
        here = waiting.pop()
        if here not in reached:
            reached.add(here)
            waiting += TRANSITIONS[profile][here]
    assert reached == set(TRANSITIONS[profile])
    assert {s for s in TRANSITIONS[profile] if not TRANSITIONS[profile][s]} == {S.ARCHIVED, S.CANCELLED}


@pytest.mark.parametrize("profile", [FORMAL, COUNCIL])
def test_no_step_leads_to_adjusted(profile: DocumentProfile) -> None:
    assert all(S.ADJUSTED not in next_states(profile, s) for s in TRANSITIONS[profile])
    assert next_states(profile, S.ADJUSTMENT, Cause.LAST_SIGNATURE) == (S.ADJUSTED,)


def test_adjusted_by_a_step_is_refused_in_words() -> None:
    with pytest.raises(RuleBroken, match="när den sista har skrivit under"):
        require(council(state=S.ADJUSTMENT), S.ADJUSTED)


def test_the_last_signature_adjusts_and_the_one_before_does_not() -> None:
    content = council(state=S.ADJUSTMENT)
    signed = ["secretary", "chair", "adjuster-1"]
    with pytest.raises(RuleBroken) as refused:
        require(content, S.ADJUSTED, cause=Cause.LAST_SIGNATURE, signed_fields=signed)
    assert refused.value.text == "Underskrift av Siv Östling saknas."
    require(content, S.ADJUSTED, cause=Cause.LAST_SIGNATURE, signed_fields=[*signed, "adjuster-2"])


def test_a_refusal_sends_the_protocol_back_to_review_and_nothing_else_does() -> None:
    content = council(state=S.ADJUSTMENT)
    require(content, S.REVIEW, cause=Cause.REFUSAL)
    with pytest.raises(RuleBroken, match="när någon avböjer med skäl"):
        require(content, S.REVIEW)


def test_a_way_that_does_not_exist_says_which_ones_do() -> None:
    with pytest.raises(RuleBroken) as refused:
        require(council(state=S.PLANNED), S.DRAFT)
    assert refused.value.text == (
        "Mötet är i läget ”planerad” och kan inte gå till ”utkast”. Därifrån går det till ”kallad” eller ”inställt”."
    )
    with pytest.raises(RuleBroken, match="Det är mötets sista läge"):
        require(council(state=S.ARCHIVED), S.DRAFT)


@given(meeting_contents())
@settings(max_examples=60)
def test_any_meeting_gets_its_answers_in_plain_sentences(content: MeetingContent) -> None:
    for to_state in MeetingState:
        for missing in (*missing_for(content, to_state), *warnings_for(content, to_state)):
            assert missing.text.endswith(".")
            assert missing.place
        refusal = ""
        try:
            require(content, to_state)
        except RuleBroken as refused:
            refusal = refused.text
        assert len(refusal) <= 240


# Notice


def test_a_notice_needs_an_agenda_a_place_and_members() -> None:
    bare = council(state=S.PLANNED, items=(), place=" ", participants=())
    assert [m.place for m in missing_for(bare, S.CALLED)] == ["agenda", "meeting/place", "participants"]
    with pytest.raises(RuleBroken) as refused:
        require(bare, S.CALLED)
    assert refused.value.text.startswith("Kallelsen kan skickas när 3\u00a0saker är på plats: Dagordningen är tom.")
    assert len(refused.value.missing) == 3
    require(council(state=S.PLANNED), S.CALLED)


def test_an_item_without_presenter_is_said_before_the_notice_but_does_not_stop() -> None:
    warned = warnings_for(council(state=S.PLANNED), S.CALLED)
    assert "Punkt 4 saknar föredragande." in [m.text for m in warned]
    told = with_item(council(), 41, presenters=("amira",))
    assert "Punkt 4 saknar föredragande." not in [m.text for m in warnings_for(told, S.CALLED)]


# Opening


def test_a_council_opens_with_somebody_who_presides_and_a_secretary() -> None:
    ready = council(state=S.CALLED)
    require(ready, S.IN_PROGRESS)
    for person, who in (("eva", "ordförande"), ("anna", "sekreterare")):
        other_chair = with_participant(ready, "per", role=Role.MEMBER)
        with pytest.raises(RuleBroken) as refused:
            require(with_participant(other_chair, person, stays=()), S.IN_PROGRESS)
        assert refused.value.text == (
            f"Mötet kan öppnas när ordförande och sekreterare är närvarande. Ange {who} under Närvaro."
        )
        assert refused.value.where == "participants"


def test_the_vice_chair_may_open_when_the_chair_is_absent() -> None:
    require(with_participant(council(state=S.CALLED), "eva", stays=()), S.IN_PROGRESS)


def test_notes_open_with_a_convener_and_somebody_who_takes_notes() -> None:
    content = with_officers(with_profile(council(state=S.CALLED), NOTES))
    content = with_participant(content, "eva", role=Role.MEMBER)
    content = with_participant(content, "per", role=Role.MEMBER)
    with pytest.raises(RuleBroken, match="sammankallande och någon som antecknar"):
        require(content, S.IN_PROGRESS)
    require(with_participant(content, "martin", role=Role.CONVENER), S.IN_PROGRESS)


def test_opening_without_a_quorum_is_warned_about_and_allowed() -> None:
    few = tuple(p if p.person in ("eva", "anna", "per") else replace(p, stays=()) for p in council().participants)
    content = council(state=S.CALLED, participants=few)
    require(content, S.IN_PROGRESS)
    (warning,) = warnings_for(content, S.IN_PROGRESS)
    assert warning.text == (
        "2 av 15 ledamöter är närvarande, så rådet är inte beslutsfört. "
        "Beslutet kan antecknas och märks då i protokollet."
    )
    assert warnings_for(council(state=S.CALLED), S.IN_PROGRESS) == ()


# Closing


def test_a_complete_meeting_closes_without_a_word() -> None:
    assert gaps(council()) == ()
    require(council(state=S.IN_PROGRESS), S.DRAFT)


def test_a_picture_that_nobody_has_described_is_a_gap() -> None:
    shown = TextDocument((Image("a", "0" * 64, "Karta"), Image("b", "1" * 64, " ")))
    found = undescribed_pictures(with_item(council(state=S.IN_PROGRESS), 42, text=shown))
    assert [(m.place, m.text.replace("\u00a0", " ")) for m in found] == [
        (
            "item/i42/text",
            "Bilden i § 42 saknar beskrivning. Skriv en mening, så kan den läsas upp för den som inte ser den.",
        )
    ]


def test_what_remains_to_be_filled_in_is_named_where_it_stands_and_stops_the_adjustment() -> None:
    decided = (DecisionContent("d", "bordlägga ärendet"), DecisionContent("e", "avslå {förslag}"))
    content = with_item(council(), 42, decisions=decided)
    content = with_item(content, 43, text=plain_document("Den {datum} i {plats} möts {datum}.", "x"))
    in_decision = "§ 42 Skadegörelse på skolor och i boendet: luckan ”{förslag}” i beslutet är inte ifylld."
    in_text = "§ 43 Rapport från EST-gruppen: luckorna ”{datum}” och ”{plats}” i texten är inte ifyllda."
    in_decision, in_text = (f"{words} Skriv det som ska stå där." for words in (in_decision, in_text))
    expected = [("item/i42/decisions/e", in_decision), ("item/i43/text", in_text)]
    for found in (
        missing_for(content, S.ADJUSTMENT), warnings_for(content, S.REVIEW), warnings_for(content, S.DRAFT),
    ):  # fmt: skip
        assert [(m.place, m.text.replace("\u00a0", " ")) for m in found] == expected
    one = replace(with_item(council(), 42, decisions=decided), state=S.REVIEW)
    with pytest.raises(RuleBroken) as refusal:
        require(one, S.ADJUSTMENT)
    assert (refusal.value.where, refusal.value.text.replace("\u00a0", " ")) == expected[0]


def test_notes_with_a_gap_are_not_established() -> None:
    decided = (DecisionContent("d", "ses {datum}"),)
    notes = with_profile(with_item(council(state=S.DRAFT), 42, decisions=decided), NOTES)
    found = [m.text for m in missing_for(notes, S.ESTABLISHED) if m.place == "item/i42/decisions/d"]
    assert len(found) == 1
    assert "luckan ”{datum}” i överenskommelsen är inte ifylld" in found[0]


def test_gaps_are_listed_at_closing_with_their_places_but_do_not_stop() -> None:
    content = with_item(council(state=S.IN_PROGRESS), 42, text=TextDocument(), decisions=())
    content = with_item(content, 43, paragraph=None, opened_at=None, closed_at=None)
    content = with_item(content, 46, votes=(replace(camera_vote(), ballots=()),))
    content = with_item(content, 41, actions=(ActionContent("a", "notis på webben"),))
    content = replace(content, adjournments=(AdjournmentContent(time(10, 55)),), officers=content.officers[:2])
    found = {m.place: m.text.replace("\u00a0", " ") for m in warnings_for(content, S.DRAFT)}
    assert found == {
        "item/i43": "Punkt 6 Rapport från EST-gruppen är inte behandlad. Ta upp eller stryk den.",
        "item/i42/text": "§ 42 Skadegörelse på skolor och i boendet saknar text och beslut.",
        "item/i46/votes": "Omröstningen i § 46 är lika. "
        "Ange hur ordföranden röstade, eller lottens utfall om det är ett val.",
        "item/i39/adjusters": "Justerare är inte utsedda.",
        "item/i41/actions": "Åtgärden ”notis på webben” i § 41 saknar ansvarig.",
        "meeting/adjournments/1": "Ajourneringen kl. 10.55 har inget slut. Skriv när mötet fortsatte.",
    }
    require(content, S.DRAFT)


def test_attendance_that_was_never_taken_is_told_at_closing() -> None:
    content = council(state=S.IN_PROGRESS)
    nobody = replace(content, participants=tuple(replace(p, stays=()) for p in content.participants))
    told = {m.place: m.text for m in warnings_for(nobody, S.DRAFT) if "Närvaron" in m.text}
    assert told == {"participants": "Närvaron är inte antecknad. Ange under Närvaro vilka som är med."}


# Review and adjustment


def test_a_draft_goes_to_review_when_its_times_hold_and_its_numbers_differ() -> None:
    require(council(state=S.DRAFT), S.REVIEW)
    twice = with_item(council(state=S.DRAFT), 43, paragraph=42)
    with pytest.raises(RuleBroken) as refused:
        require(twice, S.REVIEW)
    assert refused.value.text.replace("\u00a0", " ") == (
        "§ 42 förekommer två gånger, på ”Skadegörelse på skolor och i boendet” och ”Rapport från EST-gruppen”. "
        "Ge den ena ett eget nummer."
    )
    backwards = with_item(council(state=S.DRAFT, closed_at=None), 43, closed_at=time(9, 0))
    assert [m.place for m in missing_for(backwards, S.REVIEW)] == ["meeting/closed_at", "item/i43/times"]


def test_the_almby_protocol_is_ready_for_adjustment() -> None:
    assert missing_for(council(), S.ADJUSTMENT) == ()
    require(council(), S.ADJUSTMENT)


def test_adjustment_needs_adjusters_who_were_chosen_at_the_meeting_and_were_there() -> None:
    none = with_officers(council(), *council().officers[:2])
    assert [m.text for m in missing_for(none, S.ADJUSTMENT)] == [
        "Justerare saknas. Utse dem under punkten Val av justerare."
    ]
    absent = with_officers(council(), *council().officers, OfficerContent(Duty.ADJUST, "goran"))
    assert [m.text for m in missing_for(absent, S.ADJUSTMENT)] == [
        "Göran Palmér är justerare men var inte närvarande. Utse en annan."
    ]
    not_elected = with_item(council(), 39, type=ItemType.OTHER)
    assert [m.place for m in missing_for(not_elected, S.ADJUSTMENT)] == ["agenda"]


def test_adjustment_needs_words_at_every_item_unless_it_was_struck() -> None:
    empty = with_item(council(), 42, text=TextDocument(), decisions=())
    assert [m.place for m in missing_for(empty, S.ADJUSTMENT)] == ["item/i42/text"]
    assert missing_for(with_item(empty, 42, struck=True), S.ADJUSTMENT) == ()


def test_adjustment_needs_somebody_who_presided_and_kept_minutes_at_every_item() -> None:
    content = with_officers(council(), *council().officers[2:])
    content = with_participant(content, "eva", stays=(StayContent(to_item=key(41)),))
    content = with_participant(content, "per", role=Role.MEMBER)
    content = with_participant(content, "anna", stays=(StayContent(to_item=key(47)),))
    assert [m.text.replace("\u00a0", " ") for m in missing_for(content, S.ADJUSTMENT)] == [
        "§ 42 Skadegörelse på skolor och i boendet saknar ordförande. Ange vem som ledde mötet då.",
        "§ 48 Kvällsöppet bibliotek i Lindängen saknar sekreterare. Ange vem som förde protokollet då.",
    ]


def test_an_undecided_vote_stops_adjustment() -> None:
    tied = with_item(council(), 46, votes=(replace(camera_vote(), ballots=()),))
    assert [m.place for m in missing_for(tied, S.ADJUSTMENT)] == ["item/i46/votes"]


def proposed(number: int, content: MeetingContent, **changes: object) -> MeetingContent:
    """Something was proposed in the item, and nothing decided."""
    given = {"decisions": (), "proposals": (ProposalContent("p", "anta planen"),)}
    return with_item(content, number, **given | changes)


def test_a_proposal_that_is_not_decided_stops_adjustment_and_stands_first() -> None:
    content = proposed(46, with_item(council(), 41, text=TextDocument(), decisions=()))
    first, second = missing_for(content, S.ADJUSTMENT)
    assert first.text.replace("\u00a0", " ") == (
        "§ 46 Kamerabevakning vid Resecentrum: förslaget är inte avgjort. Gör det till beslut, skriv vad som "
        "beslutades, t.ex. att ärendet bordläggs, eller ta bort förslaget."
    )
    assert (first.place, second.place) == ("item/i46/decisions", "item/i41/text")
    with pytest.raises(RuleBroken, match="förslaget är inte avgjort"):
        require(content, S.ADJUSTMENT)


@pytest.mark.parametrize(
    "settled",
    [
        {"decisions": (DecisionContent("d", "anta planen"),)},
        {"decisions": (DecisionContent("d", "ärendet bordläggs", DecisionKind.TABLED),)},
        {"decisions": (DecisionContent("d", "återremittera ärendet", DecisionKind.REFERRED_BACK),)},
        {"proposals": ()},
        {"proposals": (ProposalContent("p", " "),)},
        {"struck": True},
    ],
)
def test_a_proposal_that_was_settled_in_any_way_stops_nothing(settled: dict[str, object]) -> None:
    assert missing_for(proposed(46, council(), **settled), S.ADJUSTMENT) == ()


def test_notes_with_an_undecided_proposal_are_not_established() -> None:
    content = proposed(46, with_profile(council(state=S.DRAFT), NOTES))
    (missing,) = missing_for(content, S.ESTABLISHED, by="eva")
    assert "Gör det till en överenskommelse" in missing.text


def test_the_list_before_closing_follows_the_agenda() -> None:
    content = council(state=S.IN_PROGRESS)
    for number in (41, 44):
        content = with_item(content, number, text=TextDocument(), decisions=())
    content = proposed(43, proposed(42, content))
    content = with_item(content, 40, actions=(ActionContent("a", "notis på webben"),))
    assert [gap.place for gap in gaps(content)] == [
        "item/i40/actions", "item/i41/text", "item/i42/decisions", "item/i43/decisions", "item/i44/text",
    ]  # fmt: skip


def test_the_line_before_review_shows_what_is_undecided_before_what_is_empty() -> None:
    content = council(state=S.DRAFT)
    for number in (40, 41, 44):
        content = with_item(content, number, text=TextDocument(), decisions=())
    warned = warnings_for(proposed(46, content), S.REVIEW)
    assert [warning.place for warning in warned][:2] == ["item/i46/decisions", "item/i40/text"]


def test_a_decision_against_the_vote_is_told_at_closing_and_before_adjustment() -> None:
    approves = (DecisionContent("d1", "godkänna planen", DecisionKind.APPROVE), DecisionContent("d2", "tacka polisen"))
    content = with_item(council(), 42, votes=(hands("bifall", "avslag", 3, 6),), decisions=approves)
    (warned,) = warnings_for(content, S.ADJUSTMENT)
    assert warned.text.replace("\u00a0", " ") == (
        "§ 42: beslutet stämmer inte med omröstningen, 3 ja mot 6 nej. "
        "Rätta beslutet eller omröstningen om något är fel."
    )
    assert warned.place == "item/i42/decisions"
    assert warned in gaps(content)
    assert missing_for(content, S.ADJUSTMENT) == ()


@pytest.mark.parametrize(
    ("yes", "no", "count", "decided"),
    [
        ("bifall till förslaget", "avslag", (6, 3), "anta planen"),
        ("bifall till förslaget", "avslag", (3, 6), "avslå förslaget att anta planen"),
        ("bifall till förslaget", "avslag", (3, 6), "inte anta planen"),
        ("bifall till förslaget", "Mona Sundells yrkande", (3, 6), "anta planen utan punkt 4"),
        ("att avgöra ärendet i dag", "återremiss", (6, 3), "godkänna rapporten"),
        ("arbetsutskottets förslag", "Mona Sundells yrkande", (8, 4), "söka tillstånd"),
        ("bifall", "avslag", (6, 3), "uppdra åt EST-gruppen att återkomma"),
    ],
)
def test_nothing_is_said_of_a_decision_that_agrees_or_cannot_be_compared(
    yes: str, no: str, count: tuple[int, int], decided: str
) -> None:
    changes = {"votes": (hands(yes, no, *count),), "decisions": (DecisionContent("d", decided),)}
    assert gaps(with_item(council(), 42, **changes)) == ()


@pytest.mark.parametrize("decided", ["anta planen", "bordlägga ärendet", "tacka för rapporten"])
def test_what_won_as_referring_back_is_expected_among_the_decisions(decided: str) -> None:
    vote = hands("att avgöra ärendet i dag", "återremiss", 3, 6)
    content = with_item(council(), 42, votes=(vote,), decisions=(DecisionContent("d", decided),))
    assert [gap.place for gap in gaps(content)] == ["item/i42/decisions"]


def hands(yes: str, no: str, ayes: int, noes: int) -> VoteContent:
    return VoteContent("v", yes, no, VoteMethod.SHOW_OF_HANDS, yes=ayes, no=noes)


def test_many_missing_things_are_still_one_readable_message() -> None:
    content = replace(council(), items=tuple(replace(i, text=TextDocument(), decisions=()) for i in council().items))
    with pytest.raises(RuleBroken) as refused:
        require(content, S.ADJUSTMENT)
    assert len(refused.value.text) <= 240
    assert refused.value.text.endswith("…")
    assert len(refused.value.missing) == 12


def test_notes_are_established_by_their_convener() -> None:
    content = with_profile(council(state=S.DRAFT), NOTES)
    require(content, S.ESTABLISHED, by="eva")
    with pytest.raises(RuleBroken, match="fastställs av sammankallande, Eva Lind"):
        require(content, S.ESTABLISHED, by="ida")
    with pytest.raises(RuleBroken, match="Sammankallande saknas"):
        require(replace(content, participants=(ParticipantContent("ida"),)), S.ESTABLISHED)


def test_notes_know_no_quorum() -> None:
    content = with_profile(council(state=S.DRAFT, participants=()), NOTES)
    assert not [m for m in warnings_for(content, S.DRAFT) if "beslutsför" in m.text]


# The stepper


def test_the_stepper_has_six_words() -> None:
    words = [word for word, _ in STEPPER[COUNCIL]]
    assert words == ["Planerad", "Kallad", "Pågår", "Granskning", "Justering", "Arkiverad"]
    assert [word for word, _ in STEPPER[NOTES]] == [*words[:4], "Fastställd", "Arkiverad"]


@pytest.mark.parametrize(
    ("state", "look"),
    [
        (S.PLANNED, "DC...."),
        (S.CALLED, "DDC..."),
        (S.IN_PROGRESS, "DDC..."),
        (S.DRAFT, "DDDC.."),
        (S.REVIEW, "DDDDC."),
        (S.ADJUSTMENT, "DDDDC."),
        (S.ADJUSTED, "DDDDDC"),
        (S.ARCHIVED, "DDDDDD"),
        (S.CANCELLED, "D....."),
    ],
)
def test_the_current_step_is_the_one_that_the_button_takes(state: MeetingState, look: str) -> None:
    signs = {StepStatus.DONE: "D", StepStatus.CURRENT: "C", StepStatus.LATER: "."}
    assert "".join(signs[step.status] for step in stepper(COUNCIL, state)) == look


def test_a_meeting_that_was_called_before_it_was_cancelled_has_that_step_taken() -> None:
    done = [step.word for step in stepper(COUNCIL, S.CANCELLED, called=True) if step.status is StepStatus.DONE]
    assert done == ["Planerad", "Kallad"]


def test_the_next_steps_button_says_what_it_does() -> None:
    labels = {s: step.label for s in TRANSITIONS[COUNCIL] if (step := next_step(COUNCIL, s))}
    assert labels == {
        S.PLANNED: "Skapa kallelsen",
        S.CALLED: "Öppna mötet",
        S.IN_PROGRESS: "Avsluta mötet",
        S.DRAFT: "Lämna till granskning",
        S.REVIEW: "Justera protokollet…",
        S.ADJUSTMENT: "Skriv under",
        S.ADJUSTED: "Arkivera",
    }
    assert next_step(COUNCIL, S.ARCHIVED) is None
    assert next_step(COUNCIL, S.CANCELLED) is None
    draft = next_step(NOTES, S.DRAFT)
    assert draft is not None
    assert draft.label == "Fastställ anteckningarna…"


def test_what_a_phrase_left_to_be_filled_in_is_said_at_closing() -> None:
    content = with_item(council(state=S.IN_PROGRESS), 41, text=plain_document("{person} frågar om {ärende}.", "p"))
    [found] = [m for m in warnings_for(content, S.DRAFT) if m.place == "item/i41/text"]
    assert found.text.replace("\u00a0", " ") == (
        "§ 41 Information från polisen: luckorna ”{person}” och ”{ärende}” i texten är inte ifyllda. "
        "Skriv det som ska stå där."
    )


@pytest.mark.parametrize("profile", DocumentProfile)
@pytest.mark.parametrize("state", MeetingState)
def test_a_meeting_says_why_it_cannot_change_exactly_when_it_cannot(
    profile: DocumentProfile, state: MeetingState
) -> None:
    assert bool(locked_words(profile, state)) is not may_change(state)


def test_archived_notes_are_not_said_to_be_an_adjusted_protocol() -> None:
    assert locked_words(NOTES, S.ARCHIVED).startswith("Anteckningarna är fastställda och kan inte ändras.")
    assert locked_words(COUNCIL, S.ARCHIVED, date(2026, 12, 17)).startswith("Protokollet är justerat 2026-12-17 och")


def test_who_is_told_that_an_item_is_adjusted_is_told_when_it_can_be_corrected() -> None:
    """A correction stands beside a whole protocol, and there is none yet."""
    told = locked_item_words("§ 45", signed=True)
    assert told.endswith("En rättelse skrivs när hela protokollet är justerat.")
