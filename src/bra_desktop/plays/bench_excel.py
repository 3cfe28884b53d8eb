"""The follow-up workbook with ten thousand rows, beside bare openpyxl."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from bra_desktop.domain.kinds import ActionStatus
from bra_desktop.plays.bench_measure import Measure, in_turns

if TYPE_CHECKING:
    from bra_desktop.exchange.follow_up_workbook_content import FollowUpBook

ROWS = 10_000
LIMIT = 1.3
DAY = date(2026, 12, 16)


def workbook(rounds: int, rows: int = ROWS) -> Measure:
    """Ours and the floor, with the same words in the same cells."""
    from bra_desktop.exchange.follow_up_workbook import write_follow_up
    from bra_desktop.plays.floors.excel_floor import write_workbook

    book = _book(rows)
    plain = [
        (
            row.action_id, row.number, row.origin, row.action, row.goal, row.decision, row.together_with, row.due,
            "Pågår", None, "", row.answer.comment, row.organisation_id,
        )
        for row in book.rows
    ]  # fmt: skip
    ours, floor = in_turns(lambda: write_follow_up(book), lambda: write_workbook(plain, DAY), min(rounds, 3))
    return Measure(f"Excel med {rows} rader", ours, "ms", floor, LIMIT)


def _book(rows: int) -> FollowUpBook:
    from bra_desktop.exchange.follow_up_workbook_content import FollowUpAnswer, FollowUpBook, FollowUpRow

    answer = FollowUpAnswer(ActionStatus.ONGOING, "Arbetet följer tidplanen.")
    return FollowUpBook(
        book_id="7d4f0c35-15a9-4c0a-8d58-6c8f0b1f2a31",
        municipality="Almby kommun",
        forum="Brottsförebyggande rådet",
        organisation="Samhällsbyggnad",
        organisation_id="o1",
        sent=DAY,
        due_back=DAY + timedelta(days=21),
        counted_per=DAY,
        return_to="Anna Svedin",
        return_address="bra@almby.example",
        rows=tuple(
            FollowUpRow(
                action_id=f"a{number}",
                organisation_id="o1",
                organisation="Samhällsbyggnad",
                action=f"Se över belysningen på sträcka {number} och byt det som är trasigt.",
                answer=answer,
                meeting_ref="BRA-2026-12-03",
                meeting_date=date(2026, 12, 3),
                paragraph=41,
                decision="att ge samhällsbyggnad i uppdrag att se över belysningen.",
                goal="Fler känner sig trygga på väg hem.",
                organisations=("Samhällsbyggnad", "Polisen"),
                due=DAY + timedelta(days=number % 300),
            )
            for number in range(rows)
        ),
    )
