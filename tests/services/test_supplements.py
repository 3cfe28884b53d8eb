"""A supplement to a notice tells what is new since what was sent last, and nothing else."""

from datetime import date, time
from pathlib import Path

import pytest

from bra_desktop.domain.errors import RuleBroken
from bra_desktop.services import reading, undoing
from bra_desktop.services.papers import annexes
from bra_desktop.services.preparing import notice, planning, supplements
from bra_desktop.services.preparing.planning import PlannedItem
from tests.builders import Council, pdf_text


def told(c: Council, ref: str) -> str:
    """What the next supplement would say, in one line."""
    return " ".join(pdf_text(supplements.make_supplement(c.office, ref).content).split())


def number(c: Council, ref: str) -> int:
    return supplements.next_supplement(c.content(ref), undoing.meeting_history(c.office, ref))


def test_only_the_new_item_and_annex_are_told(bra: Council) -> None:
    ref = bra.planned()
    annexes.add_annex(bra.office, ref, text="Text", title="Tidigare handling")
    notice.send_notice(bra.office, ref)
    assert number(bra, ref) == 0
    planning.add_item(bra.office, ref, PlannedItem("Belysning på gångstråk"))
    annexes.add_annex(bra.office, ref, text="Text", title="Karta över stråket")
    assert number(bra, ref) == 1
    said = told(bra, ref)
    assert "Komplettering 1" in said
    assert "Belysning på gångstråk" in said
    assert "Karta över stråket" in said
    assert "Tidigare handling" not in said
    assert "Information från polisen" not in said
    assert "Ny tid" not in said
    assert "Ny plats" not in said


def test_what_has_moved_is_told_with_what_it_was_when_it_was_told_last(bra: Council) -> None:
    ref = bra.called()
    planning.change_meeting(bra.office, ref, {"place": "Folkets hus"})
    planning.change_meeting(bra.office, ref, {"day": date(2026, 3, 6), "starts": time(9), "place": "Biblioteket"})
    said = told(bra, ref).replace("\u00a0", " ")
    assert "Ny tid Fredag 6 mars 2026 kl. 09.00–12.00 Tidigare torsdag 5 mars 2026 kl. 10.00–12.00" in said
    assert "Ny plats Biblioteket Tidigare Rådhuset" in said
    assert "Folkets hus" not in said


def test_what_is_changed_back_or_taken_away_again_is_not_new(bra: Council) -> None:
    ref = bra.called()
    planning.change_meeting(bra.office, ref, {"place": "Folkets hus"})
    planning.change_meeting(bra.office, ref, {"place": "Rådhuset"})
    item = planning.add_item(bra.office, ref, PlannedItem("Kort tanke"))
    planning.remove_item(bra.office, item)
    assert number(bra, ref) == 0
    with pytest.raises(RuleBroken, match="Inget är nytt"):
        supplements.make_supplement(bra.office, ref)


def test_a_paper_that_was_to_come_later_is_new_when_it_has_come(bra: Council, tmp_path: Path) -> None:
    ref = bra.planned()
    key = annexes.add_annex(bra.office, ref, title="Budget", item_id=bra.item(ref, 2), later=True)
    notice.send_notice(bra.office, ref)
    assert number(bra, ref) == 0
    file = tmp_path / "budget.txt"
    file.write_text("100 kronor", encoding="utf-8")
    annexes.replace_file(bra.office, key, file)
    annexes.change_annex(bra.office, key, {"later": False})
    assert "Budget" in told(bra, ref)


def test_a_second_supplement_tells_only_what_is_new_after_the_first(bra: Council) -> None:
    ref = bra.called()
    planning.add_item(bra.office, ref, PlannedItem("Belysning på gångstråk"))
    bra.clock.set(date(2026, 2, 10))
    first = supplements.send_supplement(bra.office, ref)
    assert first.file_name == "Komplettering 1 BRÅ 2026-03-05.pdf"
    kept = reading.meeting_view(bra.office, ref).documents
    assert [(row.kind, row.file_name) for row in kept][-1] == ("supplement", first.file_name)
    assert number(bra, ref) == 0
    planning.add_item(bra.office, ref, PlannedItem("Kameror vid stationen"))
    assert number(bra, ref) == 2
    said = told(bra, ref)
    assert "Komplettering 2" in said
    assert "Kameror vid stationen" in said
    assert "Belysning" not in said


def test_a_supplement_that_was_undone_is_counted_no_more(bra: Council) -> None:
    ref = bra.called()
    planning.add_item(bra.office, ref, PlannedItem("Belysning på gångstråk"))
    supplements.send_supplement(bra.office, ref)
    undoing.undo(bra.office, undoing.latest(bra.office)[0].id)
    assert number(bra, ref) == 1
    assert "Belysning på gångstråk" in told(bra, ref)


def test_there_is_none_before_the_notice_or_once_the_meeting_is_open(bra: Council) -> None:
    planned = bra.planned()
    with pytest.raises(RuleBroken, match="som är kallat"):
        supplements.make_supplement(bra.office, planned)
    running = bra.running(date(2026, 4, 9))
    planning.add_item(bra.office, running, PlannedItem("Väckt vid mötet"))
    assert number(bra, running) == 0
    with pytest.raises(RuleBroken, match="inte har öppnats"):
        supplements.make_supplement(bra.office, running)
