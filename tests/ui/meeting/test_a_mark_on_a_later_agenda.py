"""An item that is marked on the meeting's page is marked where it has come back too, and the page says what is left."""

from datetime import date, time

from PySide6.QtTest import QTest

from bra_desktop.services import reading
from bra_desktop.services.preparing import notice, planning
from tests.ui.meeting.conftest import REF, Shown


def test_it_is_said_once_that_the_notice_of_the_later_meeting_has_gone_out(shown: Shown) -> None:
    item = shown.view().content.items[2]
    forum = next(m.forum_id for m in reading.meetings(shown.office) if m.ref == REF)
    coming = planning.PlannedItem(item.title, item.type, carried_from=item.key)
    plan = planning.MeetingPlan(forum, date(2027, 2, 10), time(10), time(12), "Rådhuset", items=(coming,))
    later = planning.plan_meeting(shown.office, plan)
    notice.send_notice(shown.office, later)
    shown.page.side.open_item(item.key)
    secret = shown.page.side.item.fields.secret
    secret.setFocus()
    QTest.keyClicks(secret, "18 kap. 1 § OSL")
    shown.page.side.item.fields.title.setFocus()
    said = (
        "Ärendet är sekretessmarkerat också på dagordningen den 10 februari 2027, men kallelsen dit har redan gått ut."
    )

    def told() -> list[str]:
        return [words.replace("\u00a0", " ") for words in shown.window.messages.words()]

    shown.settle(lambda: said in told())
    shown.settle(lambda: shown.office.content(later).items[0].confidential == "18 kap. 1 § OSL")
    assert told().count(said) == 1
