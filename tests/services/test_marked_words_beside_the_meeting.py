"""Actions of no meeting and answers can repeat words that are marked in one: others see and get neither."""

from datetime import date

from bra_desktop.domain.kinds import ActionStatus
from bra_desktop.domain.text import Paragraph, Run, TextDocument
from bra_desktop.services import actions, reading, searching
from bra_desktop.services.actions import NewAction
from bra_desktop.services.live import minutes
from bra_desktop.services.papers import follow_up
from tests.builders import Council

MARKED = TextDocument(
    (Paragraph("p", (Run("hon heter Kalle Tjuvlund", confidential=True, ground="26 kap. 1 § OSL"),)),)
)


def test_an_action_of_no_meeting_that_repeats_marked_words_is_withheld(bra: Council) -> None:
    ref, school = bra.written(), bra.add_organisation("Skolan")
    minutes.save_text(bra.office, bra.items(ref)[2].key, MARKED)
    alone = actions.add_action(bra.office, NewAction("Ring Kalle Tjuvlund", (school,)))
    other = actions.add_action(bra.office, NewAction("Ring skolan", (school,)))
    assert alone in reading.withheld_actions(bra.office)
    assert other not in reading.withheld_actions(bra.office)
    assert searching.search(bra.office, "tjuvlund")
    assert not searching.search(bra.office, "tjuvlund", shared=True)
    rows = follow_up.follow_up_books(bra.office, date(2026, 3, 6))[-1].rows
    told = {row.action for row in rows}
    assert {"Ring [uppgift borttagen, 26 kap. 1 § OSL]", "Ring skolan"} <= told


def test_an_action_whose_answer_repeats_marked_words_is_withheld(bra: Council) -> None:
    ref, school = bra.written(), bra.add_organisation("Skolan")
    marked, other = bra.items(ref)[2], bra.items(ref)[1]
    minutes.save_text(bra.office, marked.key, MARKED)
    key = actions.add_action(bra.office, NewAction("Ring någon", (school,), item_id=other.key))
    assert key not in reading.withheld_actions(bra.office)
    actions.answer(bra.office, key, school, ActionStatus.ONGOING, "Talat med Tjuvlund")
    assert key in reading.withheld_actions(bra.office)
