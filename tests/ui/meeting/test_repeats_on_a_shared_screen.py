"""F4 on a meeting's page: what only repeats marked words, now or before it was changed, is seen nowhere."""

from bra_desktop.domain.text import Paragraph, Run, TextDocument
from bra_desktop.services import actions
from bra_desktop.services.actions import NewAction
from bra_desktop.services.live import minutes
from bra_desktop.services.preparing import planning
from bra_desktop.ui.meeting.tab_stack import HISTORY
from tests.ui.meeting.conftest import REF, Shown
from tests.ui.meeting.test_a_shared_screen import share
from tests.ui.readable import readable

MARKED = TextDocument(
    (Paragraph("p", (Run("hon heter Kalle Tjuvlund på Granvägen", confidential=True, ground="26 kap. 1 § OSL"),)),)
)


def test_neither_the_history_nor_the_heading_repeats_marked_words(shown: Shown) -> None:
    office, items = shown.office, shown.view().content.items
    minutes.save_text(office, items[5].key, MARKED)
    key = actions.add_action(office, NewAction("Ring Kalle Tjuvlund", item_id=items[4].key))
    actions.change_action(office, key, {"text": "Ring honom"})
    gone = actions.add_action(office, NewAction("Besök Tjuvlund", item_id=items[4].key))
    actions.remove_action(office, gone)
    planning.change_meeting(office, REF, {"title": "Möte om Tjuvlund", "place": "Granvägen 5"})
    shown.reload()
    shown.page.tabs.setCurrentIndex(HISTORY)
    assert "Tjuvlund" in readable(shown.page)
    share(shown)
    for tab in (HISTORY, 0):
        shown.page.tabs.setCurrentIndex(tab)
        assert "Tjuvlund" not in readable(shown.page), tab
        assert "Granvägen" not in readable(shown.page), tab
