"""What comes back on a later agenda and repeats words that were marked at the meeting before tells them to nobody."""

from datetime import date, time

from bra_desktop.domain.confidentiality import public_version
from bra_desktop.domain.content import ItemContent
from bra_desktop.domain.kinds import DecisionKind, ItemType
from bra_desktop.domain.text import Paragraph, Run, TextDocument
from bra_desktop.services.live import decisions, minutes, opening
from bra_desktop.services.preparing import agendas, planning
from tests.builders import DAY, Council

TITLE, GROUND = "Öppettider för Tjuvlund", "26 kap. 1 § OSL"
MARKED = TextDocument((Paragraph("p", (Run("hon heter Kalle Tjuvlund", confidential=True, ground=GROUND),)),))


def tabled(bra: Council, title: str, *, marked_before: bool) -> tuple[str, str, ItemContent]:
    """The meeting, the item of it that is marked in a passage, and what came back on the next agenda."""
    ref = bra.written()
    secret = bra.items(ref)[2].key
    if marked_before:
        minutes.save_text(bra.office, secret, MARKED)
    key = planning.add_item(bra.office, ref, planning.PlannedItem(title, ItemType.DECISION), bra.item(ref, 3))
    minutes.take_up(bra.office, key)
    decisions.add_decision(bra.office, key, "att bordlägga ärendet", DecisionKind.TABLED)
    bra.clock.set(DAY, time(12))
    opening.close_meeting(bra.office, ref)
    day = date(2026, 5, 7)
    items = agendas.suggested_agenda(bra.office, bra.forum_id, day)
    made = planning.MeetingPlan(bra.forum_id, day, time(10), time(12), "Rådhuset", items=items)
    later = planning.plan_meeting(bra.office, made)
    return later, secret, there(bra, later, title)


def there(bra: Council, ref: str, title: str) -> ItemContent:
    (item,) = [one for one in bra.items(ref) if one.title == title]
    return item


def test_an_item_that_comes_back_and_repeats_marked_words_is_marked_there(bra: Council) -> None:
    later, _secret, item = tabled(bra, TITLE, marked_before=True)
    assert item.confidential == f"{GROUND}, upprepar ord som är märkta den 5\N{NO-BREAK SPACE}mars 2026"
    assert all("Tjuvlund" not in one.title for one in public_version(bra.content(later)).items)


def test_words_that_are_marked_later_are_so_where_they_have_gone(bra: Council) -> None:
    later, secret, item = tabled(bra, TITLE, marked_before=False)
    assert not item.confidential
    minutes.save_text(bra.office, secret, MARKED)
    assert there(bra, later, TITLE).confidential


def test_an_item_that_repeats_nothing_comes_back_as_it_was(bra: Council) -> None:
    assert not tabled(bra, "Öppettider för fritidsgården", marked_before=True)[2].confidential
