"""The lists of a meeting as they come out of the data: how its actions stand today, and what is refused."""

from datetime import date, time

import pytest

from bra_desktop.domain.errors import RuleBroken
from bra_desktop.domain.kinds import ActionStatus, DocumentProfile
from bra_desktop.services import actions, adjustment, documents, opening
from bra_desktop.services.actions import NewAction
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
