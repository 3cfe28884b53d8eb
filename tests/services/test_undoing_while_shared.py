"""Undoing while others see the screen: nothing that concerns what is hidden from them, in any part of the program."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from bra_desktop.domain.errors import RuleBroken
from bra_desktop.domain.text import Paragraph, Run, TextDocument, plain_document
from bra_desktop.services import actions, undoing
from bra_desktop.services.actions import NewAction
from bra_desktop.services.live import minutes
from bra_desktop.services.office import Office
from bra_desktop.services.papers import annexes
from bra_desktop.services.preparing import planning
from bra_desktop.storage.database import Database
from tests.endurance.running_meeting import REF, make_running_meeting, office_on

GROUND = "21 kap. 3 § OSL"
HIDDEN = "sekretessmarkerat och visas inte medan skärmen delas"


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    make_running_meeting(tmp_path / "data")
    with Database.open(tmp_path / "data") as database:
        yield office_on(database)


def last(office: Office) -> str:
    return undoing.latest(office, 1)[0].id


def refuses_last(office: Office) -> None:
    before = last(office)
    with pytest.raises(RuleBroken, match=HIDDEN):
        undoing.undo(office, before, shared=True)
    assert last(office) == before
    undoing.undo(office, before)


def test_the_mark_of_an_item_of_an_annex_and_of_a_passage_stays(office: Office) -> None:
    first, second = (item.key for item in office.content(REF).items[:2])
    planning.change_item(office, first, {"confidential": GROUND})
    refuses_last(office)
    assert office.content(REF).item(first).confidential == ""
    annex = annexes.add_annex(office, REF, title="Karta", text="Röd ring")
    annexes.change_annex(office, annex, {"confidential": GROUND})
    refuses_last(office)
    minutes.save_text(office, second, plain_document("Larmet"))
    minutes.save_text(office, second, TextDocument((Paragraph("p", (Run("Larmet", confidential=True),)),)))
    refuses_last(office)


def test_an_action_of_a_hidden_item_stays_as_it_is(office: Office) -> None:
    first = office.content(REF).items[0].key
    planning.change_item(office, first, {"confidential": GROUND})
    actions.add_action(office, NewAction("Byt larm", item_id=first))
    refuses_last(office)


def test_a_mark_comes_back_by_undoing_and_what_is_seen_by_all_is_undone(office: Office) -> None:
    first, second = (item.key for item in office.content(REF).items[:2])
    planning.change_item(office, first, {"confidential": GROUND})
    planning.change_item(office, first, {"confidential": ""})
    taken_away = undoing.undo(office, last(office), shared=True)
    assert office.content(REF).item(first).confidential == GROUND
    with pytest.raises(RuleBroken, match=HIDDEN):
        undoing.undo(office, taken_away.id, shared=True)
    planning.change_item(office, second, {"planned_minutes": 7})
    undoing.undo(office, last(office), shared=True)
    assert office.content(REF).item(second).planned_minutes != 7
