"""What has come to a later agenda follows where it comes from: marks of confidentiality, days, and which agenda."""

from dataclasses import replace
from datetime import date, time
from pathlib import Path

import pytest

from bra_desktop.domain.content import ItemContent
from bra_desktop.domain.kinds import DecisionKind, ItemType
from bra_desktop.domain.text import Paragraph, Run, TextDocument, plain_document, plain_text
from bra_desktop.services import undoing
from bra_desktop.services.live import decisions, minutes, opening
from bra_desktop.services.papers import annexes
from bra_desktop.services.preparing import agendas, continuing, following, notice, planning
from tests.builders import DAY, Council

NEXT, LATER = date(2026, 5, 7), date(2026, 9, 3)
CORRECTED = date(2026, 3, 6)
LIBRARY = "Kvällsöppet bibliotek"
GROUND, OTHER_GROUND = "18 kap. 1 § OSL", "21 kap. 3 § OSL"


def on_agenda(bra: Council, ref: str, title: str = LIBRARY) -> ItemContent:
    (item,) = [item for item in bra.items(ref) if item.title == title]
    return item


def plain(item: ItemContent) -> str:
    return plain_text(item.basis).replace("\u00a0", " ")


def running_with_library(bra: Council) -> tuple[str, str]:
    ref = bra.running()
    key = planning.add_item(bra.office, ref, planning.PlannedItem(LIBRARY, ItemType.DECISION), bra.item(ref, 3))
    minutes.take_up(bra.office, bra.item(ref, 0))
    return ref, key


def table(bra: Council, key: str) -> None:
    minutes.take_up(bra.office, key)
    decisions.add_decision(bra.office, key, "att bordlägga ärendet", DecisionKind.TABLED)


def close(bra: Council, ref: str) -> None:
    bra.clock.set(DAY, time(12))
    opening.close_meeting(bra.office, ref)


def plan(bra: Council, day: date) -> str:
    items = agendas.suggested_agenda(bra.office, bra.forum_id, day)
    made = planning.MeetingPlan(bra.forum_id, day, time(10), time(12), "Rådhuset", items=items)
    return planning.plan_meeting(bra.office, made)


def came_back(bra: Council, basis: TextDocument | None = None) -> tuple[str, str, str]:
    """The next meeting, the one that was closed, and the key there of what it tabled."""
    planned = bra.planned(NEXT)
    ref, key = running_with_library(bra)
    if basis is not None:
        minutes.save_text(bra.office, key, basis, field="basis")
    table(bra, key)
    close(bra, ref)
    return planned, ref, key


# ── marks ────────────────────────────────────────────────────────────────────────────────────
def test_what_is_marked_when_it_has_come_back_already_is_marked_there_too(bra: Council) -> None:
    planned, _ref, key = came_back(bra)
    change = planning.change_item(bra.office, key, {"confidential": GROUND})
    assert on_agenda(bra, planned).confidential == GROUND
    assert following.told_of_mark(bra.office, key, "") == ""
    planning.change_item(bra.office, key, {"confidential": OTHER_GROUND})
    assert on_agenda(bra, planned).confidential == OTHER_GROUND
    assert change is not None


def test_undoing_a_mark_takes_it_from_both_agendas(bra: Council) -> None:
    planned, ref, key = came_back(bra)
    change = planning.change_item(bra.office, key, {"confidential": GROUND})
    assert change is not None
    undoing.undo(bra.office, change.id)
    assert (on_agenda(bra, planned).confidential, on_agenda(bra, ref).confidential) == ("", "")


def test_a_mark_comes_to_an_agenda_that_has_been_sent_and_it_is_said_that_it_has(bra: Council) -> None:
    planned, _ref, key = came_back(bra)
    notice.send_notice(bra.office, planned)
    planning.change_item(bra.office, key, {"confidential": GROUND})
    assert on_agenda(bra, planned).confidential == GROUND
    assert following.told_of_mark(bra.office, key, "").replace("\u00a0", " ") == (
        "Ärendet är sekretessmarkerat också på dagordningen den 7 maj 2026, men kallelsen dit har redan gått ut."
    )


def test_what_is_marked_no_longer_stays_marked_where_it_has_come_and_it_is_said(bra: Council) -> None:
    planned, _ref, key = came_back(bra)
    planning.change_item(bra.office, key, {"confidential": GROUND})
    planning.change_item(bra.office, key, {"confidential": ""})
    assert on_agenda(bra, planned).confidential == GROUND
    assert following.told_of_mark(bra.office, key, GROUND).replace("\u00a0", " ") == (
        "Ärendet är fortfarande sekretessmarkerat på dagordningen den 7 maj 2026."
    )


def test_a_ground_that_the_later_item_has_of_its_own_stays(bra: Council) -> None:
    planned, _ref, key = came_back(bra)
    planning.change_item(bra.office, on_agenda(bra, planned).key, {"confidential": OTHER_GROUND})
    planning.change_item(bra.office, key, {"confidential": GROUND})
    assert on_agenda(bra, planned).confidential == OTHER_GROUND


def test_words_of_the_basis_that_are_marked_afterwards_are_so_where_they_have_come(bra: Council) -> None:
    basis = plain_document("Polisens underlag om Kalle.", "b")
    planned, _ref, key = came_back(bra, basis)
    runs = (Run("Polisens underlag om "), Run("Kalle", confidential=True, ground=GROUND), Run("."))
    marked = TextDocument((Paragraph(basis.blocks[0].id, runs),))
    minutes.save_text(bra.office, key, marked, field="basis")
    there = on_agenda(bra, planned).basis
    assert replace(there.blocks[-1], id=basis.blocks[0].id) == marked.blocks[0]
    minutes.save_text(bra.office, key, basis, field="basis")
    assert on_agenda(bra, planned).basis == there


def test_an_annex_that_is_marked_afterwards_is_so_where_it_has_come_along(bra: Council, tmp_path: Path) -> None:
    planned = bra.planned(NEXT)
    ref, key = running_with_library(bra)
    file = tmp_path / "lagesbild.txt"
    file.write_text("Lägesbild", encoding="utf-8")
    annex = annexes.add_annex(bra.office, ref, file, title="Lägesbild", item_id=key)
    table(bra, key)
    close(bra, ref)
    annexes.change_annex(bra.office, annex, {"confidential": GROUND})
    assert [a.confidential for a in bra.content(planned).annexes] == [GROUND]
    annexes.change_annex(bra.office, annex, {"confidential": ""})
    assert [a.confidential for a in bra.content(planned).annexes] == [GROUND]


# ── days ─────────────────────────────────────────────────────────────────────────────────────
@pytest.mark.parametrize("sent", [False, True])
def test_a_later_agenda_names_the_day_that_a_running_meeting_is_corrected_to(bra: Council, sent: bool) -> None:
    ref, key = running_with_library(bra)
    table(bra, key)
    planned = plan(bra, NEXT)
    assert plain(on_agenda(bra, planned)) == "Bordlagt 5 mars 2026, § 2"
    if sent:
        notice.send_notice(bra.office, planned)
    bra.clock.set(CORRECTED)
    planning.change_meeting(bra.office, ref, {"day": CORRECTED})
    assert plain(on_agenda(bra, planned)) == "Bordlagt 6 mars 2026, § 2"
    previous = [i.title.replace("\u00a0", " ") for i in bra.items(planned) if i.type is ItemType.PREVIOUS_MINUTES]
    assert previous == ["Föregående protokoll, 6 mars 2026"]


def test_a_continued_meeting_is_called_by_the_day_that_the_first_one_is_corrected_to(bra: Council) -> None:
    ref, _key = running_with_library(bra)
    close(bra, ref)
    again = continuing.plan_continued(bra.office, ref, NEXT, time(10))
    planning.change_meeting(bra.office, ref, {"day": CORRECTED})
    assert bra.content(again).title.endswith(" från 6 mars 2026")
    assert plain(on_agenda(bra, again)).startswith("Hanns inte med 6 mars 2026")


# ── which agenda ─────────────────────────────────────────────────────────────────────────────
def test_what_is_tabled_without_a_day_waits_for_the_next_meeting_though_a_later_one_is_planned_meanwhile(
    bra: Council,
) -> None:
    soon = bra.planned(NEXT)
    ref, key = running_with_library(bra)
    table(bra, key)
    later = plan(bra, LATER)
    assert LIBRARY not in [item.title for item in bra.items(later)]
    close(bra, ref)
    assert plain(on_agenda(bra, soon)) == "Bordlagt 5 mars 2026, § 2"
    assert LIBRARY not in [item.title for item in bra.items(later)]


def test_the_previous_protocol_of_a_later_meeting_is_that_of_the_one_planned_before_it(bra: Council) -> None:
    bra.running()
    plan(bra, NEXT)
    later = plan(bra, LATER)
    previous = [i.title.replace("\u00a0", " ") for i in bra.items(later) if i.type is ItemType.PREVIOUS_MINUTES]
    assert previous == ["Föregående protokoll, 7 maj 2026"]


def test_what_was_taken_off_the_next_agenda_is_suggested_for_the_one_after_it(bra: Council) -> None:
    soon, _ref, _key = came_back(bra)
    planning.remove_item(bra.office, on_agenda(bra, soon).key)
    assert LIBRARY in [item.title for item in agendas.suggested_agenda(bra.office, bra.forum_id, LATER)]
