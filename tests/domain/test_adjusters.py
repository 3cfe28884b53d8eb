"""Who adjusts what somebody led: never the one who led it."""

from bra_desktop.domain.content import OfficerContent, RecusalContent
from bra_desktop.domain.guards import missing_for
from bra_desktop.domain.kinds import Duty, MeetingState
from tests.domain.almby import council, key, with_item, with_officers

LED = "Per Alm ledde §\u00a047 och skriver under som ordförande. Utse någon annan till justerare för §\u00a047."


def test_an_item_that_its_only_adjuster_led_stops_the_lock_until_another_adjusts_it() -> None:
    content = with_item(council(), 47, recusals=(RecusalContent("r", "eva"),))
    assert missing_for(content, MeetingState.ADJUSTMENT) == ()
    alone = with_officers(content, *(one for one in content.officers if one.person != "siv"))
    found = missing_for(alone, MeetingState.ADJUSTMENT)
    assert [(one.text, one.place) for one in found] == [(LED, f"item/{key(47)}/adjusters")]
    mended = with_officers(alone, *alone.officers, OfficerContent(Duty.ADJUST, "siv", key(47), key(47)))
    assert missing_for(mended, MeetingState.ADJUSTMENT) == ()
