"""What was typed for a phrase in the forms of an item, and stands as it was typed."""

from bra_desktop.domain.closing import gaps
from bra_desktop.domain.content import MotionContent, ReservationContent, StatementContent
from bra_desktop.domain.guards import missing_for
from bra_desktop.domain.kinds import MeetingState
from bra_desktop.domain.text import plain_document
from tests.domain.almby import council, with_item


def test_what_remains_in_the_forms_of_an_item_is_told_as_in_its_text_and_stops_the_adjustment() -> None:
    content = with_item(
        council(),
        42,
        proposition=plain_document("Ordföranden ställer {förslag} mot avslag.", "g"),
        motions=(MotionContent("m", ("eva",), "/avslag"),),
        reservations=(ReservationContent("r", ("eva",), "till förmån för {yrkande}"),),
        statements=(StatementContent("s", "eva", "Vägen är öppen 08/16. /not"),),
    )
    told = {gap.place: gap.text.replace("\u00a0", " ") for gap in gaps(content, ("avslag", "not"))}
    assert set(told) == {
        "item/i42/proposition/",
        "item/i42/motions/m",
        "item/i42/reservations/r",
        "item/i42/statements/s",
    }
    assert "luckan ”{förslag}” i beslutsgången är inte ifylld." in told["item/i42/proposition/"]
    assert "luckan ”{yrkande}” i reservationen är inte ifylld." in told["item/i42/reservations/r"]
    assert told["item/i42/motions/m"].startswith("§ 42: sökningen ”/avslag” efter en fras står kvar.")
    assert told["item/i42/statements/s"].startswith("§ 42: sökningen ”/not” efter en fras står kvar.")
    stopping = {gap.place for gap in missing_for(content, MeetingState.ADJUSTMENT)}
    assert {"item/i42/proposition/", "item/i42/reservations/r"} <= stopping
