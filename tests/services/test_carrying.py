"""What a meeting hands on to the next: tabled items by themselves, items not dealt with when they are carried over."""

from datetime import date, time
from pathlib import Path

import pytest

from bra_desktop.domain.carry_over import origin_words
from bra_desktop.domain.content import DispatchContent, ItemContent, ProposalContent
from bra_desktop.domain.errors import RuleBroken
from bra_desktop.domain.kinds import DecisionKind, ItemType
from bra_desktop.domain.text import plain_document, plain_text
from bra_desktop.services import reading, undoing
from bra_desktop.services.live import decisions, minutes, opening
from bra_desktop.services.papers import annexes
from bra_desktop.services.preparing import agendas, carrying, notice, planning
from tests.builders import CHAIR, DAY, Council

NEXT, LATER = date(2026, 5, 7), date(2026, 9, 3)
LIBRARY = "Kvällsöppet bibliotek"


def on_agenda(bra: Council, ref: str, title: str) -> list[ItemContent]:
    return [item for item in bra.items(ref) if item.title == title]


def plain(item: ItemContent) -> str:
    return plain_text(item.basis).replace("\u00a0", " ")


def with_library(bra: Council) -> tuple[str, str]:
    """A running meeting with a matter of its own, and the matter's key."""
    ref = bra.running()
    key = planning.add_item(bra.office, ref, planning.PlannedItem(LIBRARY, ItemType.DECISION), bra.item(ref, 3))
    minutes.take_up(bra.office, bra.item(ref, 0))
    return ref, key


def table(bra: Council, key: str, until: date | None = None, kind: DecisionKind = DecisionKind.TABLED) -> None:
    minutes.take_up(bra.office, key)
    decisions.add_decision(bra.office, key, "att bordlägga ärendet", kind, until)


def close(bra: Council, ref: str) -> None:
    bra.clock.set(DAY, time(12))
    opening.close_meeting(bra.office, ref)


@pytest.mark.parametrize(
    ("kind", "words"), [(DecisionKind.TABLED, "Bordlagt"), (DecisionKind.REFERRED_BACK, "Återremitterat")]
)
def test_what_was_tabled_or_referred_back_stands_on_the_next_agenda_when_the_meeting_is_closed(
    bra: Council, kind: DecisionKind, words: str
) -> None:
    planned = bra.planned(NEXT)
    bra.planned(LATER)
    ref, key = with_library(bra)
    table(bra, key, kind=kind)
    assert not on_agenda(bra, planned, LIBRARY)
    close(bra, ref)
    (item,) = on_agenda(bra, planned, LIBRARY)
    assert plain(item) == f"{words} 5 mars 2026, § 2"
    assert [i.title for i in bra.items(planned)].index(LIBRARY) == 3  # before the closing


def test_what_was_tabled_to_a_day_waits_for_the_meeting_on_that_day(bra: Council) -> None:
    soon, then = bra.planned(NEXT), bra.planned(LATER)
    ref, key = with_library(bra)
    table(bra, key, LATER)
    close(bra, ref)
    assert not on_agenda(bra, soon, LIBRARY)
    assert len(on_agenda(bra, then, LIBRARY)) == 1


def test_what_is_tabled_when_the_meeting_is_closed_already_comes_to_the_next_agenda_at_once(bra: Council) -> None:
    planned = bra.planned(NEXT)
    ref, key = with_library(bra)
    minutes.take_up(bra.office, key)
    close(bra, ref)
    assert not on_agenda(bra, planned, LIBRARY)
    decision = decisions.add_decision(bra.office, key, "att bordlägga")
    assert not on_agenda(bra, planned, LIBRARY)
    decisions.change_decision(bra.office, decision, "att bordlägga ärendet", DecisionKind.TABLED)
    (item,) = on_agenda(bra, planned, LIBRARY)
    assert plain(item) == "Bordlagt 5 mars 2026, § 2"
    decisions.change_decision(bra.office, decision, "att bordlägga ärendet.", DecisionKind.TABLED)
    assert len(on_agenda(bra, planned, LIBRARY)) == 1


def test_what_was_put_off_anew_after_the_closing_follows_to_the_meeting_on_that_day(bra: Council) -> None:
    soon, then = bra.planned(NEXT), bra.planned(LATER)
    ref, key = with_library(bra)
    table(bra, key)
    close(bra, ref)
    (there,) = on_agenda(bra, soon, LIBRARY)
    planning.change_item(bra.office, there.key, {"planned_minutes": 25})
    (decision,) = next(item for item in bra.items(ref) if item.key == key).decisions
    decisions.change_decision(bra.office, decision.key, decision.text, DecisionKind.TABLED, LATER)
    assert not on_agenda(bra, soon, LIBRARY)
    (moved,) = on_agenda(bra, then, LIBRARY)
    assert (moved.key, moved.planned_minutes) == (there.key, 25)
    assert [item.agenda_number for item in bra.items(soon)] == [str(n + 1) for n in range(len(bra.items(soon)))]


def tabled_late(bra: Council, title: str = LIBRARY) -> tuple[str, str, str]:
    """A planned meeting, and the matter and the decision that put it there when the other meeting was closed."""
    planned = bra.planned(NEXT)
    ref, key = with_library(bra)
    planning.change_item(bra.office, key, {"title": title})
    minutes.take_up(bra.office, key)
    close(bra, ref)
    decision = decisions.add_decision(bra.office, key, "att bordlägga ärendet", DecisionKind.TABLED)
    (there,) = [item for item in bra.items(planned) if item.title == title]
    assert plain(there).startswith("Bordlagt 5 mars 2026")
    return planned, there.key, decision


@pytest.mark.parametrize("by", ["kind", "removal"])
def test_what_is_tabled_no_longer_leaves_the_agenda_where_nobody_has_touched_it(bra: Council, by: str) -> None:
    planned, _there, decision = tabled_late(bra)
    if by == "kind":
        decisions.change_decision(bra.office, decision, "att avslå", DecisionKind.REJECT)
    else:
        decisions.remove_decision(bra.office, decision)
    assert not on_agenda(bra, planned, LIBRARY)
    assert [item.agenda_number for item in bra.items(planned)] == ["1", "2", "3", "4"]


def test_what_is_tabled_no_longer_stays_where_something_has_been_prepared_or_sent(bra: Council) -> None:
    planned, there, decision = tabled_late(bra)
    planning.change_item(bra.office, there, {"presenters": (bra.people[CHAIR],)})
    decisions.remove_decision(bra.office, decision)
    assert len(on_agenda(bra, planned, LIBRARY)) == 1


def test_what_is_tabled_no_longer_stays_on_an_agenda_that_was_sent(bra: Council) -> None:
    planned, _there, decision = tabled_late(bra)
    notice.send_notice(bra.office, planned)
    decisions.remove_decision(bra.office, decision)
    assert len(on_agenda(bra, planned, LIBRARY)) == 1


def test_an_item_of_every_agenda_only_loses_the_words_of_where_it_came_from(bra: Council) -> None:
    standing = "Information från polisen"
    planned = bra.planned(NEXT)
    own = next(item for item in bra.items(planned) if item.title == standing)
    bra.office.content(planned)
    ref = bra.running()
    key = next(item.key for item in bra.items(ref) if item.title == standing)
    minutes.take_up(bra.office, key)
    close(bra, ref)
    decision = decisions.add_decision(bra.office, key, "att bordlägga ärendet", DecisionKind.TABLED)
    (there,) = on_agenda(bra, planned, standing)
    assert plain(there).startswith("Bordlagt")
    decisions.remove_decision(bra.office, decision)
    (there,) = on_agenda(bra, planned, standing)
    assert (there.key, plain(there)) == (own.key, plain(own))
    again = decisions.add_decision(bra.office, key, "att bordlägga ärendet", DecisionKind.TABLED)
    assert again
    (there,) = on_agenda(bra, planned, standing)
    assert plain(there).startswith("Bordlagt")


def test_undoing_what_was_tabled_afterwards_takes_it_from_the_agenda_again(bra: Council) -> None:
    planned = bra.planned(NEXT)
    ref, key = with_library(bra)
    minutes.take_up(bra.office, key)
    close(bra, ref)
    decision = decisions.add_decision(bra.office, key, "att avslå")
    change = decisions.change_decision(bra.office, decision, "att bordlägga ärendet", DecisionKind.TABLED)
    assert change is not None
    undoing.undo(bra.office, change.id)
    assert not on_agenda(bra, planned, LIBRARY)


def test_what_was_tabled_before_anything_was_planned_comes_once_to_the_meeting_that_is_planned_then(
    bra: Council,
) -> None:
    ref, key = with_library(bra)
    table(bra, key)
    close(bra, ref)
    suggested = agendas.suggested_agenda(bra.office, bra.forum_id, NEXT)
    (item,) = [item for item in suggested if item.title == LIBRARY]
    assert item.carried_from == key
    plan = planning.MeetingPlan(bra.forum_id, NEXT, time(10), time(12), items=suggested)
    planning.plan_meeting(bra.office, plan)
    assert not [i for i in agendas.suggested_agenda(bra.office, bra.forum_id, LATER) if i.title == LIBRARY]


def test_what_was_not_dealt_with_is_carried_over_once_with_where_it_comes_from(bra: Council) -> None:
    planned = bra.planned(NEXT)
    ref, key = with_library(bra)
    told = carrying.unreached(bra.office, ref)
    assert (key, LIBRARY) in told.left
    assert told.next_day == NEXT
    carrying.carry_over(bra.office, ref)
    (item,) = on_agenda(bra, planned, LIBRARY)
    assert plain(item) == "Hanns inte med 5 mars 2026, punkt 4"
    after = carrying.unreached(bra.office, ref)
    assert after.left == ()
    assert (key, NEXT) in [(one.item, one.day) for one in after.carried]
    assert carrying.carry_over(bra.office, ref) is None
    close(bra, ref)
    assert len(on_agenda(bra, planned, LIBRARY)) == 1


def test_what_stands_on_every_agenda_is_not_put_there_twice(bra: Council) -> None:
    planned = bra.planned(NEXT)
    minutes.save_text(bra.office, bra.item(planned, 2), plain_document("Statistik.", "b"), field="basis")
    ref, _key = with_library(bra)
    carrying.carry_over(bra.office, ref)
    (item,) = on_agenda(bra, planned, "Information från polisen")
    assert plain(item) == "Hanns inte med 5 mars 2026, punkt 3\nStatistik."
    assert origin_words(item.basis).startswith("Hanns inte med")


def test_carrying_over_is_undone_as_one_change(bra: Council) -> None:
    planned = bra.planned(NEXT)
    before = bra.items(planned)
    ref, _key = with_library(bra)
    change = carrying.carry_over(bra.office, ref)
    assert change is not None
    assert bra.items(planned) != before
    undoing.undo(bra.office, change.id)
    assert bra.items(planned) == before


def test_opening_closing_and_election_are_no_matters_to_carry_over(bra: Council) -> None:
    ref, key = with_library(bra)
    assert [title for _key, title in carrying.unreached(bra.office, ref).left] == ["Information från polisen", LIBRARY]
    minutes.strike(bra.office, key)
    assert [title for _key, title in carrying.unreached(bra.office, ref).left] == ["Information från polisen"]


def test_without_a_planned_meeting_it_is_said_when_the_items_come(bra: Council) -> None:
    ref, _key = with_library(bra)
    assert carrying.unreached(bra.office, ref).next_day is None
    with pytest.raises(RuleBroken, match="Inget senare möte är planerat"):
        carrying.carry_over(bra.office, ref)
    close(bra, ref)
    titles = [item.title for item in agendas.suggested_agenda(bra.office, bra.forum_id, NEXT)]
    assert titles.count(LIBRARY) == 1
    assert titles.count("Information från polisen") == 1


def test_a_meeting_whose_notice_has_gone_out_takes_what_is_carried_over(bra: Council) -> None:
    planned = bra.planned(NEXT)
    notice.send_notice(bra.office, planned)
    ref, _key = with_library(bra)
    carrying.carry_over(bra.office, ref)
    assert on_agenda(bra, planned, LIBRARY)


def test_an_item_that_was_marked_as_confidential_comes_back_marked(bra: Council) -> None:
    planned = bra.planned(NEXT)
    ref, key = with_library(bra)
    planning.change_item(bra.office, key, {"confidential": "21 kap. 3 § OSL"})
    table(bra, key)
    close(bra, ref)
    (item,) = on_agenda(bra, planned, LIBRARY)
    assert item.confidential == "21 kap. 3 § OSL"


CARED = "Polisens underlag om kvällarna."
PROPOSAL = ProposalContent("p1", "att öppna biblioteket på kvällar", by="arbetsutskottet")
SECRET = "21 kap. 3 § OSL"


def prepare(bra: Council, key: str, tmp_path: Path) -> None:
    """Prepare the library matter in full, with a marked annex among its papers."""
    values = {
        "planned_minutes": 15, "presenters": (bra.people[CHAIR],), "registry_number": "KS 2026/14",
        "confidential": SECRET,
    }  # fmt: skip
    planning.change_item(bra.office, key, values)
    minutes.save_text(bra.office, key, plain_document(CARED, "b"), field="basis")
    decisions.set_proposals(bra.office, key, (PROPOSAL,))
    decisions.set_dispatch(bra.office, key, (DispatchContent(name="Region Örebro län"),))
    file = tmp_path / "lagesbild.txt"
    file.write_text("Lägesbild", encoding="utf-8")
    ref = next(m.ref for m in reading.meetings(bra.office) if any(i.key == key for i in bra.items(m.ref)))
    annex = annexes.add_annex(bra.office, ref, file, title="Lägesbild", item_id=key)
    annexes.change_annex(bra.office, annex, {"registry_number": "KS 2026/15", "confidential": SECRET})


def papers(bra: Council, ref: str, item: ItemContent) -> list[tuple[str, str, str, str]]:
    rows = {annex.key: annex for annex in bra.content(ref).annexes}
    own = [rows[key] for key in item.annexes]
    return [
        (a.title, a.registry_number, a.confidential, annexes.read_file(bra.office, a.digest, "").content.decode())
        for a in own
    ]


LIBRARYS_PAPERS = [("Lägesbild", "KS 2026/15", SECRET, "Lägesbild")]


@pytest.mark.parametrize("by", ["planning", "carrying", "fetching"])
def test_what_was_not_reached_comes_with_all_that_was_prepared_for_it(bra: Council, tmp_path: Path, by: str) -> None:
    ref, key = with_library(bra)
    prepare(bra, key, tmp_path)
    close(bra, ref)
    if by == "planning":
        items = agendas.suggested_agenda(bra.office, bra.forum_id, NEXT)
        planned = planning.plan_meeting(
            bra.office, planning.MeetingPlan(bra.forum_id, NEXT, time(10), time(12), items=items)
        )
    else:
        planned = bra.planned(NEXT)
    if by == "carrying":
        carrying.carry_over(bra.office, ref)
    elif by == "fetching":
        items = agendas.suggested_agenda(bra.office, bra.forum_id, NEXT)
        planning.add_item(bra.office, planned, next(i for i in items if i.title == LIBRARY))
    (item,) = on_agenda(bra, planned, LIBRARY)
    assert plain(item) == f"Hanns inte med 5 mars 2026, punkt 4\n{CARED}"
    assert item.proposals == (PROPOSAL,)
    assert (item.planned_minutes, item.registry_number, item.confidential) == (15, "KS 2026/14", SECRET)
    assert item.presenters == (bra.people[CHAIR],)
    assert [to.name for to in item.dispatch] == ["Region Örebro län"]
    assert papers(bra, planned, item) == LIBRARYS_PAPERS
    (before,) = on_agenda(bra, ref, LIBRARY)
    assert papers(bra, ref, before) == LIBRARYS_PAPERS
    assert not set(before.annexes) & set(item.annexes)


def test_carrying_over_with_papers_is_undone_as_one_change(bra: Council, tmp_path: Path) -> None:
    planned = bra.planned(NEXT)
    before = bra.content(planned)
    ref, key = with_library(bra)
    prepare(bra, key, tmp_path)
    change = carrying.carry_over(bra.office, ref)
    assert change is not None
    assert bra.content(planned).annexes
    undoing.undo(bra.office, change.id)
    after = bra.content(planned)
    assert (after.items, after.annexes) == (before.items, before.annexes)


@pytest.mark.parametrize(("kind", "proposals"), [(DecisionKind.TABLED, (PROPOSAL,)), (DecisionKind.REFERRED_BACK, ())])
def test_what_was_put_off_comes_with_its_papers_and_if_it_was_tabled_its_proposals(
    bra: Council, tmp_path: Path, kind: DecisionKind, proposals: tuple[ProposalContent, ...]
) -> None:
    planned = bra.planned(NEXT)
    ref, key = with_library(bra)
    prepare(bra, key, tmp_path)
    table(bra, key, kind=kind)
    close(bra, ref)
    (item,) = on_agenda(bra, planned, LIBRARY)
    assert plain(item).endswith(f"5 mars 2026, § 2\n{CARED}")
    assert (item.proposals, item.planned_minutes) == (proposals, 15)
    assert papers(bra, planned, item) == LIBRARYS_PAPERS


def test_a_part_that_was_decided_is_proposed_no_more(bra: Council, tmp_path: Path) -> None:
    planned = bra.planned(NEXT)
    ref, key = with_library(bra)
    prepare(bra, key, tmp_path)
    table(bra, key)
    decisions.add_decision(bra.office, key, "att öppna biblioteket på kvällar")
    close(bra, ref)
    (item,) = on_agenda(bra, planned, LIBRARY)
    assert item.proposals == ()


def test_papers_that_came_with_a_tabled_item_follow_it_and_leave_with_it(bra: Council, tmp_path: Path) -> None:
    soon, then = bra.planned(NEXT), bra.planned(LATER)
    ref, key = with_library(bra)
    prepare(bra, key, tmp_path)
    table(bra, key)
    close(bra, ref)
    (decision,) = next(item for item in bra.items(ref) if item.key == key).decisions
    decisions.change_decision(bra.office, decision.key, decision.text, DecisionKind.TABLED, LATER)
    assert not on_agenda(bra, soon, LIBRARY)
    assert not bra.content(soon).annexes
    (moved,) = on_agenda(bra, then, LIBRARY)
    assert papers(bra, then, moved) == LIBRARYS_PAPERS
    decisions.change_decision(bra.office, decision.key, "att avslå", DecisionKind.REJECT)
    assert not on_agenda(bra, then, LIBRARY)
    assert not bra.content(then).annexes


def plan_next(bra: Council, day: date = NEXT) -> str:
    """The next meeting as the window plans it, with what comes to it by itself."""
    items = agendas.suggested_agenda(bra.office, bra.forum_id, day)
    plan = planning.MeetingPlan(bra.forum_id, day, time(10), time(12), items=items)
    return planning.plan_meeting(bra.office, plan)


def test_what_a_running_meeting_has_not_come_to_waits_for_its_closing_when_the_next_one_is_planned_meanwhile(
    bra: Council,
) -> None:
    ref, key = with_library(bra)
    planned = plan_next(bra)
    assert not on_agenda(bra, planned, LIBRARY)
    assert not [item for item in bra.items(planned) if origin_words(item.basis)]
    told = carrying.unreached(bra.office, ref)
    assert (key, LIBRARY) in told.left
    assert (told.next_day, told.carried) == (NEXT, ())
    minutes.take_up(bra.office, key)
    decisions.add_decision(bra.office, key, "att avslå", DecisionKind.REJECT)
    close(bra, ref)
    carrying.carry_over(bra.office, ref)
    assert not on_agenda(bra, planned, LIBRARY)
    assert plain(on_agenda(bra, planned, "Information från polisen")[0]) == "Hanns inte med 5 mars 2026, punkt 3"


def carried_while_running(bra: Council) -> tuple[str, str, str]:
    """A running meeting that has handed on a matter which it comes to later on, the matter's key, and the next one."""
    planned = bra.planned(NEXT)
    ref, key = with_library(bra)
    decisions.set_dispatch(bra.office, key, (DispatchContent(name="Region Örebro län"),))
    carrying.carry_over(bra.office, ref)
    assert plain(on_agenda(bra, planned, LIBRARY)[0]).startswith("Hanns inte med")
    return ref, key, planned


def test_what_was_handed_on_and_then_decided_leaves_the_next_agenda_when_the_meeting_is_closed(bra: Council) -> None:
    ref, key, planned = carried_while_running(bra)
    minutes.take_up(bra.office, key)
    decisions.add_decision(bra.office, key, "att avslå", DecisionKind.REJECT)
    close(bra, ref)
    assert not on_agenda(bra, planned, LIBRARY)
    assert key not in [one.item for one in carrying.unreached(bra.office, ref).carried]
    assert [item.agenda_number for item in bra.items(planned)] == ["1", "2", "3", "4"]


def test_what_was_handed_on_and_then_struck_leaves_the_next_agenda_when_the_meeting_is_closed(bra: Council) -> None:
    ref, key, planned = carried_while_running(bra)
    minutes.strike(bra.office, key)
    close(bra, ref)
    assert not on_agenda(bra, planned, LIBRARY)


def test_what_was_handed_on_and_then_decided_stays_where_something_has_been_prepared(bra: Council) -> None:
    ref, key, planned = carried_while_running(bra)
    planning.change_item(bra.office, on_agenda(bra, planned, LIBRARY)[0].key, {"presenters": (bra.people[CHAIR],)})
    table(bra, key)
    close(bra, ref)
    (there,) = on_agenda(bra, planned, LIBRARY)
    assert (plain(there), there.presenters) == ("Bordlagt 5 mars 2026, § 2", (bra.people[CHAIR],))


def test_what_was_handed_on_and_then_tabled_to_a_day_stands_as_tabled_on_that_day(bra: Council) -> None:
    ref, key, planned = carried_while_running(bra)
    later = bra.planned(LATER)
    table(bra, key, LATER)
    close(bra, ref)
    assert not on_agenda(bra, planned, LIBRARY)
    assert [plain(item) for item in on_agenda(bra, later, LIBRARY)] == ["Bordlagt 5 mars 2026, § 2"]


def test_what_is_on_every_agenda_loses_only_the_words_of_where_it_came_from_when_there_was_time_for_it(
    bra: Council,
) -> None:
    ref, _key, planned = carried_while_running(bra)
    standing = next(item.key for item in bra.items(ref) if item.title == "Information från polisen")
    minutes.take_up(bra.office, standing)
    close(bra, ref)
    (there,) = on_agenda(bra, planned, "Information från polisen")
    assert plain(there) == ""


def test_what_is_taken_up_after_the_closing_leaves_the_next_agenda(bra: Council) -> None:
    ref, key, planned = carried_while_running(bra)
    close(bra, ref)
    assert on_agenda(bra, planned, LIBRARY)
    minutes.take_up(bra.office, key)
    assert not on_agenda(bra, planned, LIBRARY)


def test_what_is_tabled_to_a_day_in_its_words_waits_for_the_meeting_on_that_day(bra: Council) -> None:
    soon, then = bra.planned(NEXT), bra.planned(LATER)
    ref, key = with_library(bra)
    minutes.take_up(bra.office, key)
    words = "att bordlägga ärendet till sammanträdet den 3\u00a0september 2026."
    decision = decisions.add_decision(bra.office, key, words, DecisionKind.TABLED)
    close(bra, ref)
    assert not on_agenda(bra, soon, LIBRARY)
    assert len(on_agenda(bra, then, LIBRARY)) == 1
    decisions.change_decision(bra.office, decision, "att bordlägga ärendet till sammanträdet den 7 maj 2026.")
    assert len(on_agenda(bra, soon, LIBRARY)) == 1
    assert not on_agenda(bra, then, LIBRARY)


def test_what_is_tabled_to_a_day_in_its_words_is_not_on_a_meeting_planned_before_that_day(bra: Council) -> None:
    ref, key = with_library(bra)
    minutes.take_up(bra.office, key)
    decisions.add_decision(bra.office, key, "att bordlägga ärendet till den 3 september 2026", DecisionKind.TABLED)
    close(bra, ref)
    assert not on_agenda(bra, plan_next(bra), LIBRARY)
    assert len(on_agenda(bra, plan_next(bra, LATER), LIBRARY)) == 1


def test_a_day_that_was_set_goes_before_the_one_in_the_words(bra: Council) -> None:
    soon, then = bra.planned(NEXT), bra.planned(LATER)
    ref, key = with_library(bra)
    minutes.take_up(bra.office, key)
    words = "att bordlägga ärendet, som väcktes den 7 maj 2025"
    decisions.add_decision(bra.office, key, words, DecisionKind.TABLED, LATER)
    decisions.add_decision(bra.office, key, "att planen gäller till den 7 maj 2030", DecisionKind.ADOPT)
    close(bra, ref)
    assert (len(on_agenda(bra, soon, LIBRARY)), len(on_agenda(bra, then, LIBRARY))) == (0, 1)
