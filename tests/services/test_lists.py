"""The lists of a meeting as they come out of the data: how its actions stand today, and what is refused."""

from datetime import date, time

import pytest

from bra_desktop.domain.errors import RuleBroken
from bra_desktop.domain.kinds import ActionStatus, DocumentProfile
from bra_desktop.services import actions
from bra_desktop.services.actions import NewAction
from bra_desktop.services.adjusted import adjustment
from bra_desktop.services.live import opening
from bra_desktop.services.papers import decision_registers, documents
from tests.builders import DAY, Council, council, pdf_text


def given(c: Council, ref: str) -> str:
    """An action that the meeting gave, before it was closed."""
    return actions.add_action(c.office, NewAction("Boka en vandring", item_id=c.item(ref, 2), due=date(2026, 3, 20)))


def locked(c: Council, ref: str) -> None:
    """Close the meeting, and lock its protocol."""
    c.clock.set(DAY, time(12))
    opening.close_meeting(c.office, ref)
    adjustment.hand_to_review(c.office, ref)
    adjustment.hand_to_adjustment(c.office, ref)


def test_an_action_is_listed_as_it_stands_today_in_the_words_of_the_locked_meeting(bra: Council) -> None:
    ref = bra.written()
    action = given(bra, ref)
    locked(bra, ref)
    actions.change_action(bra.office, action, {"status": ActionStatus.ONGOING, "text": "Något annat"})
    bra.clock.set(date(2026, 3, 21))
    listed = pdf_text(documents.make(bra.office, ref, "actions").content)
    assert "Boka en vandring" in listed
    assert "Försenad" in listed
    assert "1 åtgärd: 1 öppen, varav 1 försenad" in listed
    actions.change_action(bra.office, action, {"status": ActionStatus.DONE})
    assert "1 åtgärd: 1 klar" in pdf_text(documents.make(bra.office, ref, "actions").content)


def test_a_list_with_nothing_in_it_is_refused_in_words(bra: Council) -> None:
    ref = bra.running()
    with pytest.raises(RuleBroken, match="inte antecknat något beslut"):
        documents.make(bra.office, ref, "decisions")
    with pytest.raises(RuleBroken, match="inte gett någon åtgärd"):
        documents.make(bra.office, ref, "actions")


def test_a_forum_that_writes_notes_has_no_log_of_decisions() -> None:
    with council(DocumentProfile.NOTES) as made:
        ref = made.closed()
        with pytest.raises(RuleBroken, match="fattar inga beslut"):
            documents.make(made.office, ref, "decisions")


def test_a_years_register_has_the_meetings_of_that_year_and_pages_where_a_protocol_is_locked(bra: Council) -> None:
    bra.frozen(date(2025, 12, 4))
    locked_ref = bra.frozen(DAY)
    bra.written(date(2026, 5, 21))
    bra.planned(date(2026, 9, 17))
    assert decision_registers.register_years(bra.office, bra.forum_id) == (2026, 2025)
    made = decision_registers.register_of_meeting(bra.office, locked_ref)
    assert made.file_name == "Beslutsregister BRÅ 2026.pdf"
    said = pdf_text(made.content)
    assert "5 mars och 21 maj" in said
    assert "2025" not in said
    assert "8 beslut i 8 ärenden" in said
    assert made.content == decision_registers.make_register(bra.office, bra.forum_id, 2026).content


def test_a_year_without_decisions_is_refused(bra: Council) -> None:
    bra.running()
    with pytest.raises(RuleBroken, match="inga beslut att lista från 2026"):
        decision_registers.make_register(bra.office, bra.forum_id, 2026)
