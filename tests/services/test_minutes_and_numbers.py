"""Taking up items, their §§ in the forum's series, text with autosave, and undo."""

from collections.abc import Callable
from datetime import date, time

import pytest

from bra_desktop.domain.closing import gaps
from bra_desktop.domain.content import VoteContent
from bra_desktop.domain.errors import RuleBroken, UserError
from bra_desktop.domain.kinds import ItemType, MeetingState, Numbering
from bra_desktop.domain.text import Paragraph, Run, TextDocument, plain_document, plain_text
from bra_desktop.services import actions, reading, undoing
from bra_desktop.services.live import decisions, minutes, opening
from bra_desktop.services.office import Office
from bra_desktop.services.preparing import planning
from bra_desktop.storage.failures import MovedOn, Stale
from bra_desktop.storage.ledger import ChangeSet
from tests.builders import CHAIR, DAY, SECRETARY, Council, council, refused


def numbers(made: Council, ref: str) -> list[int | None]:
    return [item.paragraph for item in made.items(ref)]


def take_up_all(made: Council, ref: str) -> None:
    for item in made.items(ref):
        minutes.take_up(made.office, item.key)


def text(words: str) -> TextDocument:
    return plain_document(words, "x")


def done(change: ChangeSet | None) -> ChangeSet:
    assert change is not None
    return change


def test_items_get_their_paragraphs_in_the_order_they_are_taken_up(bra: Council) -> None:
    ref = bra.running()
    for place in (0, 2, 1):
        minutes.take_up(bra.office, bra.item(ref, place))
    assert numbers(bra, ref) == [1, 3, 2, None]


def test_the_series_goes_on_through_the_year_and_begins_again_in_the_next(bra: Council) -> None:
    for day, expected in ((DAY, [1, 2, 3, 4]), (date(2026, 5, 7), [5, 6, 7, 8]), (date(2027, 3, 4), [1, 2, 3, 4])):
        ref = bra.running(day)
        take_up_all(bra, ref)
        assert numbers(bra, ref) == expected


def test_a_series_taken_over_in_mid_year_begins_where_it_stood_and_at_one_the_year_after() -> None:
    with council(series_start=77, series_start_year=2026) as made:
        ref = made.running()
        take_up_all(made, ref)
        assert numbers(made, ref) == [77, 78, 79, 80]
        ref = made.running(date(2027, 3, 4))
        take_up_all(made, ref)
        assert numbers(made, ref) == [1, 2, 3, 4]


def test_a_series_per_meeting_begins_at_one_each_time_and_none_gives_no_numbers() -> None:
    with council(numbering=Numbering.PER_MEETING) as made:
        for day in (DAY, date(2026, 5, 7)):
            ref = made.running(day)
            take_up_all(made, ref)
            assert numbers(made, ref) == [1, 2, 3, 4]
    with council(numbering=Numbering.NONE) as made:
        ref = made.running()
        take_up_all(made, ref)
        assert numbers(made, ref) == [None] * 4


def test_going_back_to_an_item_changes_neither_number_nor_time(bra: Council) -> None:
    ref = bra.running()
    minutes.take_up(bra.office, bra.item(ref), time(10, 1))
    minutes.take_up(bra.office, bra.item(ref, 1), time(10, 5))
    minutes.take_up(bra.office, bra.item(ref), time(10, 9))
    first, second = bra.items(ref)[:2]
    assert (first.opened_at, first.closed_at, first.paragraph) == (time(10, 1), time(10, 5), 1)
    assert (second.opened_at, second.closed_at, second.paragraph) == (time(10, 5), None, 2)


def test_a_struck_item_keeps_its_number_and_a_struck_one_never_taken_up_gets_none(bra: Council) -> None:
    ref = bra.running()
    minutes.take_up(bra.office, bra.item(ref))
    minutes.strike(bra.office, bra.item(ref))
    minutes.strike(bra.office, bra.item(ref, 1))
    minutes.take_up(bra.office, bra.item(ref, 1))
    minutes.take_up(bra.office, bra.item(ref, 2))
    assert numbers(bra, ref) == [1, None, 2, None]
    assert [i.struck for i in bra.items(ref)] == [True, True, False, False]


def test_a_number_is_given_back_only_when_it_is_the_last(bra: Council) -> None:
    ref = bra.running()
    for place in (0, 1):
        minutes.take_up(bra.office, bra.item(ref, place))
    before = bra.everything()
    with pytest.raises(RuleBroken):
        minutes.give_back_number(bra.office, bra.item(ref))
    assert bra.everything() == before
    minutes.give_back_number(bra.office, bra.item(ref, 1))
    minutes.take_up(bra.office, bra.item(ref, 3))
    assert numbers(bra, ref) == [1, None, None, 2]


def test_an_item_taken_up_by_mistake_goes_back_and_the_one_before_goes_on(bra: Council) -> None:
    ref = bra.running()
    minutes.take_up(bra.office, bra.item(ref), time(10, 1))
    minutes.take_up(bra.office, bra.item(ref, 1), time(10, 5))
    minutes.save_text(bra.office, bra.item(ref, 1), plain_document("Redan skrivet"))
    minutes.give_back_number(bra.office, bra.item(ref, 1))
    first, second = bra.items(ref)[:2]
    assert (first.opened_at, first.closed_at, first.paragraph) == (time(10, 1), None, 1)
    assert (second.opened_at, second.closed_at, second.paragraph) == (None, None, None)
    assert plain_text(second.text) == "Redan skrivet"
    assert reading.meeting_view(bra.office, ref).current_item == first.key


def test_of_items_ended_in_the_same_minute_only_the_last_goes_on(bra: Council) -> None:
    ref = bra.running()
    for place in range(4):
        minutes.take_up(bra.office, bra.item(ref, place), time(10, 5))
    minutes.give_back_number(bra.office, bra.item(ref, 3))
    assert [item.closed_at for item in bra.items(ref)[:3]] == [time(10, 5), time(10, 5), None]
    assert reading.meeting_view(bra.office, ref).current_item == bra.items(ref)[2].key


def test_an_item_that_ended_before_stays_ended_when_a_later_one_goes_back(bra: Council) -> None:
    ref = bra.running()
    bra.clock.set(DAY, time(10, 30))
    minutes.take_up(bra.office, bra.item(ref), time(10, 1))
    minutes.set_clock(bra.office, bra.item(ref), closed_at=time(10, 4))
    minutes.take_up(bra.office, bra.item(ref, 1), time(10, 5))
    minutes.give_back_number(bra.office, bra.item(ref, 1))
    assert bra.items(ref)[0].closed_at == time(10, 4)


@pytest.mark.parametrize(
    "decide",
    [
        lambda office, key: decisions.add_decision(office, key, "notera informationen."),
        lambda office, key: decisions.put_vote(office, key, VoteContent("v", "ja", "nej")),
        lambda office, key: actions.add_action(office, actions.NewAction("Boka lokal", item_id=key)),
    ],
    ids=["decision", "vote", "action"],
)
def test_an_item_in_which_something_was_decided_does_not_go_back(
    bra: Council, decide: Callable[[Office, str], object]
) -> None:
    ref = bra.running()
    minutes.take_up(bra.office, bra.item(ref))
    decide(bra.office, bra.item(ref))
    said = "§ 1 kan inte tas tillbaka, eftersom något är beslutat där."
    refused(bra, lambda: minutes.give_back_number(bra.office, bra.item(ref)), said)


def test_undoing_a_take_up_gives_the_number_back_but_not_after_the_next_one(bra: Council) -> None:
    ref = bra.running()
    first = done(minutes.take_up(bra.office, bra.item(ref)))
    undoing.undo(bra.office, first.id)
    assert numbers(bra, ref) == [None] * 4
    first = done(minutes.take_up(bra.office, bra.item(ref, 1)))
    minutes.take_up(bra.office, bra.item(ref, 2))
    before = bra.everything()
    with pytest.raises(MovedOn):
        undoing.undo(bra.office, first.id)
    assert bra.everything() == before
    assert numbers(bra, ref) == [None, 1, 2, None]


def test_items_are_taken_up_only_once_the_meeting_has_been_opened(bra: Council) -> None:
    ref = bra.called()
    before = bra.everything()
    with pytest.raises(RuleBroken, match=r"Mötet har inte öppnats\. Öppna mötet"):
        minutes.take_up(bra.office, bra.item(ref))
    assert bra.everything() == before


def test_typed_text_is_saved_and_a_stale_one_is_refused(bra: Council) -> None:
    ref = bra.running()
    item = bra.item(ref)
    revision = reading.meeting_view(bra.office, ref).revisions[item]
    new = minutes.save_text(bra.office, item, text("Ett."), revision)
    assert new == revision + 1
    before = bra.everything()
    with pytest.raises(Stale):
        minutes.save_text(bra.office, item, text("Två."), revision)
    assert bra.everything() == before
    assert plain_text(bra.content(ref).item(item).text) == "Ett."


def test_typing_over_somebody_elses_text_keeps_what_was_typed_and_answers_the_other(bra: Council) -> None:
    ref = bra.running()
    item = bra.item(ref)
    revision = reading.meeting_view(bra.office, ref).revisions[item]
    minutes.save_text(bra.office, item, text("Den andras."))
    typed = minutes.save_typed(bra.office, item, text("Min."), TextDocument(), revision)
    assert typed.replaced == text("Den andras.")
    minutes.strike(bra.office, item)
    decisions.add_decision(bra.office, item, "att notera")
    again = minutes.save_typed(bra.office, item, text("Min, längre."), text("Min."), typed.revision)
    assert again.replaced is None
    assert plain_text(bra.content(ref).item(item).text) == "Min, längre."


@pytest.mark.parametrize("words", ["noll\0", "styr\x07", "halv \ud800"])
def test_a_character_that_cannot_be_kept_is_refused_by_every_door(bra: Council, words: str) -> None:
    from bra_desktop.services import actions, setting_up
    from bra_desktop.services.adjusted import additions
    from bra_desktop.services.live import attendance
    from bra_desktop.services.preparing import notice

    ref = bra.running()
    item, row = bra.item(ref), bra.row(ref, CHAIR)
    office = bra.office
    doors: list[Callable[[], object]] = [
        lambda: minutes.save_text(office, item, text(words)),
        lambda: minutes.save_text(office, item, TextDocument((Paragraph("p", (Run("Eva", ground=words),)),))),
        lambda: decisions.add_decision(office, item, words),
        lambda: planning.change_item(office, item, {"confidential": words}),
        lambda: planning.add_item(office, ref, planning.PlannedItem(words)),
        lambda: planning.change_item(office, item, {"title": words}),
        lambda: planning.change_meeting(office, ref, {"place": words}),
        lambda: planning.add_participant(office, ref, bra.people[CHAIR], note=words),
        lambda: attendance.set_note(office, row, words),
        lambda: notice.prepare_notice(office, ref, text(words)),
        lambda: actions.add_action(office, actions.NewAction(words)),
        lambda: additions.correct(office, ref, bra.people[CHAIR], words, "Text"),
        lambda: setting_up.create_municipality(office, words, "Namn", "titel"),
        lambda: bra.add_organisation(words),
    ]
    before = bra.everything()
    for door in doors:
        with pytest.raises(UserError, match="inte kan sparas"):
            door()
    assert bra.everything() == before


def test_an_unknown_field_has_no_door(bra: Council) -> None:
    ref = bra.running()
    with pytest.raises(ValueError, match="state"):
        planning.change_meeting(bra.office, ref, {"state": MeetingState.ADJUSTED})
    with pytest.raises(ValueError, match="paragraph"):
        planning.change_item(bra.office, bra.item(ref), {"paragraph": 99})
    with pytest.raises(ValueError, match="title"):
        minutes.save_text(bra.office, bra.item(ref), text("x"), field="title")


def test_a_running_meeting_takes_new_items_marked_as_added_then(bra: Council) -> None:
    ref = bra.running()
    planning.add_item(bra.office, ref, planning.PlannedItem("Extra ärende", ItemType.OTHER), before=bra.item(ref, 3))
    items = bra.items(ref)
    assert [i.title for i in items][3:] == ["Extra ärende", "Mötets avslutning"]
    assert [i.agenda_number for i in items] == ["1", "2", "3", "4", "5"]
    assert [i.added_at_meeting for i in items] == [False, False, False, True, False]


def test_an_item_with_a_paragraph_is_struck_not_removed(bra: Council) -> None:
    ref = bra.running()
    minutes.take_up(bra.office, bra.item(ref))
    before = bra.everything()
    with pytest.raises(RuleBroken, match="behåller sitt nummer"):
        planning.remove_item(bra.office, bra.item(ref))
    assert bra.everything() == before
    planning.remove_item(bra.office, bra.item(ref, 1))
    assert [i.agenda_number for i in bra.items(ref)] == ["1", "2", "3"]


def test_the_item_before_ends_when_the_corrected_one_begins(bra: Council) -> None:
    ref = bra.running()
    bra.clock.set(DAY, time(10, 30))
    minutes.take_up(bra.office, bra.item(ref), time(10, 1))
    minutes.take_up(bra.office, bra.item(ref, 1), time(10, 20))
    minutes.set_clock(bra.office, bra.item(ref, 1), time(10, 15))
    assert [(i.opened_at, i.closed_at) for i in bra.items(ref)[:2]] == [
        (time(10, 1), time(10, 15)), (time(10, 15), None),
    ]  # fmt: skip
    minutes.set_clock(bra.office, bra.item(ref), closed_at=time(10, 10))
    minutes.set_clock(bra.office, bra.item(ref, 1), time(10, 12))
    assert bra.items(ref)[0].closed_at == time(10, 10)
    minutes.set_clock(bra.office, bra.item(ref), closed_at=time(10, 12))
    minutes.set_clock(bra.office, bra.item(ref, 1), time(9, 50))
    assert bra.items(ref)[0].closed_at == time(10, 12)


def test_the_clock_of_an_item_is_corrected_but_never_backwards(bra: Council) -> None:
    ref = bra.running()
    bra.clock.set(DAY, time(10, 30))
    minutes.take_up(bra.office, bra.item(ref), time(10, 1))
    minutes.set_clock(bra.office, bra.item(ref), time(10, 2), time(10, 9))
    assert bra.items(ref)[0].closed_at == time(10, 9)
    before = bra.everything()
    with pytest.raises(UserError, match="Ärendet slutar innan det börjar"):
        minutes.set_clock(bra.office, bra.item(ref), closed_at=time(9))
    assert bra.everything() == before


def test_a_meeting_that_runs_has_no_end_to_correct(bra: Council) -> None:
    ref = bra.running()
    refused(bra, lambda: opening.set_clock(bra.office, ref, time(10), time(10, 30)), "Mötet är inte avslutat.")
    opening.set_clock(bra.office, ref, time(8, 55))
    opening.close_meeting(bra.office, ref)
    opening.set_clock(bra.office, ref, closed_at=time(23, 30))
    assert (bra.content(ref).opened_at, bra.content(ref).closed_at) == (time(8, 55), time(23, 30))


UNDOABLE: dict[str, Callable[[Council, str], object]] = {
    "text": lambda c, r: minutes.save_text(c.office, c.item(r), text("Ny text.")),
    "strike": lambda c, r: minutes.strike(c.office, c.item(r)),
    "decision": lambda c, r: decisions.add_decision(c.office, c.item(r), "att notera"),
    "title": lambda c, r: planning.change_item(c.office, c.item(r), {"title": "Ny rubrik"}),
    "move": lambda c, r: planning.move_item(c.office, c.item(r), 3),
    "remove": lambda c, r: planning.remove_item(c.office, c.item(r)),
    "add": lambda c, r: planning.add_item(c.office, r, planning.PlannedItem("Ny")),
    "place": lambda c, r: planning.change_meeting(c.office, r, {"place": "Biblioteket"}),
    "guest": lambda c, r: planning.add_participant(c.office, r, c.people["Mattias Rönn"]),
    "cancel-like close": lambda c, r: opening.close_meeting(c.office, r),
    "break": lambda c, r: opening.adjourn(c.office, r, time(10, 30)),
}


@pytest.mark.parametrize("name", UNDOABLE)
def test_every_kind_of_change_is_undone_and_done_again(bra: Council, name: str) -> None:
    ref = bra.running()
    before = bra.content(ref)
    UNDOABLE[name](bra, ref)
    after = bra.content(ref)
    assert after != before
    change = undoing.latest(bra.office, 1)[0]
    undone = undoing.undo(bra.office, change.id)
    assert bra.content(ref) == before
    undoing.undo(bra.office, undone.id)
    assert bra.content(ref) == after
    assert undoing.meeting_history(bra.office, ref)[0].actor == SECRETARY


def test_what_was_one_act_is_undone_whole_or_not_at_all(bra: Council) -> None:
    ref = bra.running()
    item = bra.item(ref)
    minutes.strike(bra.office, item)
    planning.change_item(bra.office, bra.item(ref, 1), {"title": "Ny rubrik"})
    both = tuple(change.id for change in undoing.latest(bra.office, 2))
    minutes.restore(bra.office, item)
    refused(bra, lambda: undoing.undo_all(bra.office, both), "har ändrats igen sedan dess")
    undoing.undo(bra.office, undoing.latest(bra.office, 1)[0].id)
    undoing.undo_all(bra.office, both)
    assert [one.title for one in bra.items(ref)[:2]] == ["Mötets öppnande", "Val av justerare"]
    assert not bra.items(ref)[0].struck


def test_an_item_with_a_decision_cannot_be_struck_out_of_the_protocol(bra: Council) -> None:
    ref = bra.running()
    item = bra.item(ref, 2)
    minutes.take_up(bra.office, item)
    decision = decisions.add_decision(bra.office, item, "att notera informationen")
    with pytest.raises(RuleBroken, match=r"§.1 kan inte utgå, eftersom något är beslutat där. Ta bort beslutet först"):
        minutes.strike(bra.office, item)
    assert not bra.items(ref)[2].struck
    decisions.remove_decision(bra.office, decision)
    minutes.strike(bra.office, item)
    assert bra.items(ref)[2].struck


def test_the_closing_list_tells_of_a_struck_item_in_which_something_was_written(bra: Council) -> None:
    ref = bra.running()
    item = bra.item(ref, 2)
    minutes.take_up(bra.office, item)
    minutes.strike(bra.office, item)
    assert not [gap for gap in gaps(bra.content(ref)) if "utgår" in gap.text]
    minutes.save_text(bra.office, item, plain_document("Polisen berättar.", "b"))
    (told,) = [gap for gap in gaps(bra.content(ref)) if "utgår" in gap.text]
    assert told.place == f"item/{item}/text"
    assert "kommer inte med i protokollet" in told.text
