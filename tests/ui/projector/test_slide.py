"""What the room reads on the projector, and what it never gets to see."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QSize
from pytestqt.qtbot import QtBot

from bra_desktop.domain.content import (
    AdjournmentContent,
    BallotContent,
    DecisionContent,
    ItemContent,
    MeetingContent,
    MotionContent,
    ProposalContent,
    VoteContent,
)
from bra_desktop.domain.kinds import Ballot, DocumentProfile, MeetingState, VoteMethod
from bra_desktop.domain.text import Paragraph, Run, TextDocument
from bra_desktop.ui.projector.screens import ScreenPlace, chosen_screen, mirrored, next_screen
from bra_desktop.ui.projector.slide import Slide, meeting_slide, slide_of
from bra_desktop.ui.projector.view import SlideView
from bra_desktop.ui.theme.theme import Theme
from tests.ui.almby_office import PLANNED, almby

SECRET = "Hot mot vittnet Berit Sten"


@pytest.fixture(scope="module")
def meeting() -> Iterator[MeetingContent]:
    """The council's meeting while it runs."""
    with almby(PLANNED) as office:
        content = office.content("BRA-2026-12-03")
        yield replace(content, state=MeetingState.IN_PROGRESS, opened_at=time(10, 0))


def _with(content: MeetingContent, **values: object) -> tuple[MeetingContent, str]:
    """The meeting with an item of its own, and the item's key."""
    item = replace(ItemContent("own", "Information från polisen", paragraph=41), **values)  # type: ignore[arg-type]
    return replace(content, items=(*content.items, item)), item.key


def test_the_proposal_stands_there_until_something_is_decided(meeting: MeetingContent) -> None:
    proposed = (ProposalContent("p1", "notera informationen", by="arbetsutskottet"),)
    shown = slide_of(*_with(meeting, proposals=proposed))
    assert shown.spoken().splitlines() == [
        "§\u00a041", "Information från polisen", "Förslag till beslut från arbetsutskottet",
        "Brottsförebyggande rådet beslutar", "att notera informationen.",
    ]  # fmt: skip
    decided = (DecisionContent("d1", "att notera informationen."), DecisionContent("d2", "tacka polisen"))
    shown = slide_of(*_with(meeting, proposals=proposed, decisions=decided))
    assert [group.caption for group in shown.groups] == ["Beslut"]
    assert shown.groups[0].clauses == ("notera informationen,", "tacka polisen.")


def test_what_is_being_written_is_shown_before_it_is_read_anew(meeting: MeetingContent) -> None:
    content, key = _with(meeting, decisions=(DecisionContent("d1", "notera"),))
    assert slide_of(content, key, typed={"d1": "notera informationen"}).groups[0].clauses == ("notera informationen.",)


def test_in_notes_nothing_is_decided_on_the_projector_either(meeting: MeetingContent) -> None:
    content, key = _with(meeting, decisions=(DecisionContent("d1", "Polisen återkommer"),))
    notes = replace(content, forum=replace(content.forum, profile=DocumentProfile.NOTES))
    assert "beslutar" not in slide_of(notes, key).spoken()
    assert slide_of(notes, key).spoken().endswith("Överenskommet\nPolisen återkommer.")


def test_votes_are_counted_without_names_and_only_if_wanted(meeting: MeetingContent) -> None:
    vote = VoteContent("v", "bifall", "avslag", VoteMethod.SHOW_OF_HANDS, yes=8, no=4, abstain=2)
    tie = replace(vote, key="t", yes=5, no=5, abstain=0)
    content, key = _with(meeting, votes=(vote, tie))
    first, second = slide_of(content, key).votes
    assert first.figures == (("Ja", 8), ("Nej", 4), ("Avstår", 2))
    assert first.words == "Omröstningen utfaller med 8 ja-röster mot 4 nej-röster för bifall."
    assert second.figures == (("Ja", 5), ("Nej", 5), ("Avstår", 0))
    assert second.words == "Ja: bifall. Nej: avslag."
    assert slide_of(content, key, votes=False).votes == ()


def test_of_a_vote_by_name_those_who_abstain_and_are_absent_are_counted_too(meeting: MeetingContent) -> None:
    people = [who.person for who in meeting.participants[:5]]
    choices = (Ballot.YES, Ballot.YES, Ballot.NO, Ballot.ABSTAIN, Ballot.ABSENT)
    ballots = tuple(BallotContent(person, choice) for person, choice in zip(people, choices, strict=True))
    vote = VoteContent("v", "bifall", "avslag", VoteMethod.BY_NAME, ballots)
    content, key = _with(meeting, votes=(vote,))
    slide = slide_of(content, key)
    assert slide.votes[0].figures == (("Ja", 2), ("Nej", 1), ("Avstår", 1), ("Frånvarande", 1))
    assert "Ja 2, Nej 1, Avstår 1, Frånvarande 1." in slide.spoken()
    assert not [person.name for person in content.people if person.name in slide.spoken()]


@given(st.sampled_from(["21 kap. 3 § OSL", "Sekretess"]), st.booleans())
def test_of_a_confidential_item_the_room_sees_its_number_and_nothing_else(ground: str, voted: bool) -> None:
    with almby(PLANNED) as office:
        running = replace(office.content("BRA-2026-12-03"), state=MeetingState.IN_PROGRESS)
    text = TextDocument((Paragraph("p", (Run(SECRET),)),))
    content, key = _with(
        running, title=SECRET, confidential=ground, basis=text, text=text, proposition=text,
        proposals=(ProposalContent("p1", SECRET, by=SECRET),), decisions=(DecisionContent("d1", SECRET),),
        motions=(MotionContent("m", (), SECRET),),
        votes=(VoteContent("v", SECRET, SECRET, casting=Ballot.YES),) if voted else (),
    )  # fmt: skip
    assert slide_of(content, key, typed={"d1": SECRET}) == Slide("§\u00a041", "", remark="Visas inte här")


def test_an_item_with_a_confidential_passage_is_not_projected_either(meeting: MeetingContent) -> None:
    text = TextDocument((Paragraph("p", (Run("Om "), Run("larmet", ground="18 kap. 8 § OSL"))),))
    content, key = _with(meeting, text=text, title=SECRET, decisions=(DecisionContent("d1", SECRET),))
    assert slide_of(content, key).remark == "Visas inte här"
    assert SECRET not in slide_of(content, key).spoken()


def test_minutes_are_never_projected(meeting: MeetingContent) -> None:
    text = TextDocument((Paragraph("p", (Run(SECRET),)),))
    assert SECRET not in slide_of(*_with(meeting, text=text, basis=text, proposition=text)).spoken()


def test_a_break_the_end_and_the_time_before_are_told_instead_of_an_item(meeting: MeetingContent) -> None:
    content, key = _with(meeting)
    paused = replace(content, adjournments=(AdjournmentContent(time(10, 47)),))
    assert slide_of(paused, key).remark == "Ajournerat sedan kl.\u00a010.47"
    assert slide_of(replace(content, closed_at=time(12, 0)), key).remark == "Mötet avslutades kl.\u00a012.00"
    called = replace(content, state=MeetingState.CALLED, starts=time(10, 0))
    assert slide_of(called, key).remark.endswith("kl.\u00a010.00")
    assert slide_of(content, "") == meeting_slide(content)


def test_the_window_never_covers_the_minutes_and_goes_back_to_its_screen() -> None:
    own, wall, table = (ScreenPlace(n, (1366 * p, 0, 1366, 768)) for p, n in enumerate(("own", "wall", "table")))
    assert chosen_screen((own, wall, table), "own", "table") == "table"
    assert chosen_screen((own, wall), "own", "table") == "wall"
    assert chosen_screen((own, wall), "own", "own") == "wall"
    assert chosen_screen((own,), "own", "wall") == ""
    assert next_screen((own, wall, table), "own", "wall") == "table"
    assert next_screen((own, wall, table), "own", "table") == "wall"


def test_two_screens_over_each_other_are_a_mirror() -> None:
    one = ScreenPlace("one", (0, 0, 1366, 768))
    assert mirrored((one, ScreenPlace("two", (0, 0, 1024, 768))))
    assert not mirrored((one, ScreenPlace("two", (1366, 0, 1024, 768))))
    assert not mirrored((one,))


@pytest.mark.parametrize("size", [QSize(1366, 768), QSize(1920, 1080), QSize(640, 400), QSize(600, 900)])
def test_what_has_no_room_is_counted_and_never_cut(
    qtbot: QtBot, theme: Theme, meeting: MeetingContent, size: QSize
) -> None:
    long = tuple(DecisionContent(str(n), f"uppdra åt förvaltningen att redovisa {'läget ' * 20}") for n in range(30))
    view = SlideView(theme)
    qtbot.addWidget(view)
    view.resize(size)
    view.show_slide(slide_of(*_with(meeting, decisions=long)))
    shown, factor, height = view._fitting()
    assert height <= size.height()
    assert factor == 0.5
    assert shown.left_out + len(shown.groups[0].clauses) == 30
    view.show_slide(slide_of(*_with(meeting, decisions=long[:1])))
    assert view._fitting()[0].left_out == 0
    assert not view.grab().isNull()


def test_the_slide_is_told_in_words(qtbot: QtBot, theme: Theme, meeting: MeetingContent) -> None:
    view = SlideView(theme)
    qtbot.addWidget(view)
    view.show_slide(slide_of(*_with(meeting)))
    assert view.accessibleDescription() == "§\u00a041\nInformation från polisen"


def test_an_item_that_repeats_marked_words_is_not_shown_even_while_they_are_typed(meeting: MeetingContent) -> None:
    marked = TextDocument((Paragraph("p", (Run("Kalle Tjuvlund", confidential=True),)),))
    first = replace(meeting.items[0], text=marked)
    content, key = _with(
        replace(meeting, items=(first, *meeting.items[1:])), decisions=(DecisionContent("d1", "tacka"),)
    )
    assert "tacka" in slide_of(content, key).spoken()
    shown = slide_of(content, key, typed={"d1": "höra Kalle Tjuvlund"})
    assert "Tjuvlund" not in shown.spoken()
    assert shown.remark == "Visas inte här"
