"""Follow-up books for the tests: Almby's activities, invented."""

from dataclasses import replace
from datetime import date

from bra_desktop.domain.kinds import ActionStatus
from bra_desktop.exchange.follow_up_workbook_content import FollowUpAnswer, FollowUpBook, FollowUpRow

LIGHTS = FollowUpRow(
    "0f3a-21",
    "SBF",
    "Samhällsbyggnad",
    "Ny belysning på gångstråket station–Smedjegatan",
    FollowUpAnswer(ActionStatus.WAITING, "Armaturerna är försenade hos leverantören.", None, "Carina Thulin"),
    meeting_ref="BRA-2025-11-27",
    meeting_date=date(2025, 11, 27),
    paragraph=41,
    number="2.1",
    decision="att uppdra åt samhällsbyggnadsförvaltningen att byta belysningen.",
    goal="34 armaturer, minst 10 lux vid mätning",
    focus_area="Fokusområde 2",
    organisations=("Samhällsbyggnad", "Almby Energi"),
    holds_together="Samhällsbyggnad",
    due=date(2026, 10, 31),
)
TREES = replace(
    LIGHTS,
    action_id="0f3a-22",
    action="Röj och glesa växtlighet på 12 utpekade ställen",
    answer=FollowUpAnswer(ActionStatus.DONE, "Alla tolv klara.", date(2026, 5, 4)),
    number="2.2",
    organisations=("Samhällsbyggnad",),
    due=date(2026, 4, 30),
)
PARKING = replace(
    LIGHTS,
    action_id="0f3a-36",
    action="Parkering och lämning vid Norrviks skola görs om",
    answer=FollowUpAnswer(),
    number="3.6",
    goal="",
    decision="",
    organisations=("Samhällsbyggnad", "Barn och utbildning"),
    holds_together="Barn och utbildning",
    due=None,
)


def book(*rows: FollowUpRow, organisation: str = "Samhällsbyggnadsförvaltningen") -> FollowUpBook:
    """A book for one organisation, or for all with an empty name."""
    return FollowUpBook(
        book_id="bok-1",
        municipality="Almby kommun",
        forum="Brottsförebyggande rådet",
        organisation=organisation,
        sent=date(2026, 11, 9),
        due_back=date(2026, 11, 27),
        counted_per=date(2026, 11, 20),
        return_to="Anna Svedin, sekreterare i rådet",
        return_address="anna.svedin@almby.example",
        rows=rows,
        organisation_id="SBF" if organisation else "",
        meeting_date=date(2026, 12, 3),
        contact="Carina Thulin, gatu- och parkchef",
        return_phone="0980-319 200",
    )
