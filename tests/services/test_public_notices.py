"""The notice board of a nämnd: a § that was adjusted immediately has a notice of its own, the rest the common one."""

from collections.abc import Iterator
from datetime import date

import pytest

from bra_desktop.domain.extracts import Choice
from bra_desktop.domain.kinds import DocumentProfile, Medium
from bra_desktop.services import keeping, reading
from bra_desktop.services.adjusted import adjustment, paper, public_notices
from bra_desktop.services.papers import papers
from bra_desktop.services.papers.extracts import composed_extract
from tests.builders import CHAIR, DAY, SECRETARY, VICE, Council, council, pdf_text, refused
from tests.services.test_adjusted_apart import adjusted_at_once, lock, sign_the_rest

NEXT_DAY, DOWN = date(2026, 3, 6), date(2026, 3, 30)
REST_DAY = date(2026, 3, 12)


@pytest.fixture
def board() -> Iterator[Council]:
    with council(DocumentProfile.FORMAL, medium=Medium.INK) as made:
        yield made


def posted_at_once(made: Council) -> tuple[str, str]:
    """A meeting whose § 3 was adjusted immediately and posted the next day."""
    ref, item = adjusted_at_once(made)
    made.clock.set(NEXT_DAY)
    public_notices.post_public_notice(made.office, ref, NEXT_DAY, "Kansliet", item)
    return ref, item


def said(made: Council, ref: str, kind: str) -> str:
    return pdf_text(papers.make_paper(made.office, ref, kind).content)


def test_an_item_adjusted_at_once_is_posted_on_its_own_before_the_protocol_is_adjusted(board: Council) -> None:
    ref, item = posted_at_once(board)
    made = papers.make_paper(board.office, ref, f"public_notice/{item}")
    assert made.file_name == f"Anslag BRÅ {DAY.isoformat()} § 3.pdf"
    words = pdf_text(made.content)
    assert "Paragrafer § 3 Justerat 2026-03-05 Anslaget sätts upp 2026-03-06" in words
    assert "Sista dag för överklagande 2026-03-27" in words
    assert "Paragrafen är omedelbart justerad. Justeringen tillkännages på kommunens anslagstavla" in words
    assert keeping.check(board.office) == ()


def test_its_certificate_bears_its_own_days(board: Council) -> None:
    ref, item = posted_at_once(board)
    refused(board, lambda: papers.make_paper(board.office, ref, f"certificate/{item}"), "inte nedtaget")
    board.clock.set(DOWN)
    public_notices.take_down_public_notice(board.office, ref, DOWN, board.people[SECRETARY], item)
    words = said(board, ref, f"certificate/{item}")
    assert "Paragrafer § 3 Anslaget sattes upp 2026-03-06 Anslaget togs ned 2026-03-30" in words
    assert "att justeringen av paragrafen har tillkännagetts" in words
    refused(board, lambda: papers.make_paper(board.office, ref, "certificate"), "är inte anslaget")


def test_the_common_notice_names_the_others_and_where_the_item_was_posted(board: Council) -> None:
    ref, item = posted_at_once(board)
    lock(board, ref)
    sign_the_rest(board, ref)
    public_notices.post_public_notice(board.office, ref, REST_DAY, "Kansliet")
    words = said(board, ref, "public_notice")
    assert "Paragrafer §§ 1–2, 4 Justerat 2026-03-12" in words
    assert "§ 3 justerades omedelbart den 5 mars 2026 och anslogs för sig den 6 mars 2026." in words
    board.clock.set(date(2026, 4, 7))
    public_notices.take_down_public_notice(board.office, ref, date(2026, 4, 7), board.people[SECRETARY])
    assert "Paragrafer §§ 1–2, 4 Anslaget sattes upp 2026-03-12" in said(board, ref, "certificate")
    assert "Justerat 2026-03-05" in said(board, ref, f"public_notice/{item}")
    assert keeping.check(board.office) == ()


def test_the_common_notice_names_an_item_that_never_had_one_of_its_own(board: Council) -> None:
    ref, item = adjusted_at_once(board)
    lock(board, ref)
    sign_the_rest(board, ref)
    public_notices.post_public_notice(board.office, ref, REST_DAY, "Kansliet")
    assert "Paragrafer §§ 1–4 " in said(board, ref, "public_notice")
    refused(
        board,
        lambda: public_notices.post_public_notice(board.office, ref, REST_DAY, "Kansliet", item),
        "§ 3 står i anslaget för hela protokollet",
    )


def test_an_item_is_posted_once_after_its_last_signature_and_in_its_own_meeting(board: Council) -> None:
    ref = board.written()
    item = board.item(ref, 2)

    def post(day: date = NEXT_DAY) -> object:
        return public_notices.post_public_notice(board.office, ref, day, "Kansliet", item)

    refused(board, lambda: post(DAY), "§ 3 är inte omedelbart justerad")
    adjustment.adjust_item_now(board.office, item)
    board.clock.set(NEXT_DAY)
    for name in (SECRETARY, CHAIR):
        paper.record_ink_signature(board.office, ref, board.people[name], DAY, item_id=item)
    refused(board, post, "§ 3 är inte omedelbart justerad")
    paper.record_ink_signature(board.office, ref, board.people[VICE], DAY, item_id=item)
    refused(board, lambda: post(date(2026, 3, 4)), "tidigast samma dag")
    post()
    refused(board, post, "är redan anslagen")
    views = reading.meeting_view(board.office, ref).public_notices
    assert [(key, row.posted_on) for key, row in views.items()] == [(item, NEXT_DAY)]


def test_an_extract_tells_when_the_item_itself_was_posted(board: Council) -> None:
    ref, item = posted_at_once(board)
    words = pdf_text(composed_extract(board.office, ref, Choice((item,), ()))[0].as_pdf().content)
    assert "§ 3 justerades omedelbart den 5 mars 2026 av Eva Lind och Per Alm, och anslogs den 6 mars 2026." in words


def test_nothing_is_posted_or_taken_down_on_a_day_that_has_not_been(board: Council) -> None:
    ref, item = adjusted_at_once(board)
    post, down = public_notices.post_public_notice, public_notices.take_down_public_notice
    refused(
        board, lambda: post(board.office, ref, NEXT_DAY, "", item), "Dagen har inte varit än. Anteckna anslaget när"
    )
    board.clock.set(NEXT_DAY)
    post(board.office, ref, NEXT_DAY, "", item)
    refused(
        board,
        lambda: down(board.office, ref, DOWN, board.people[SECRETARY], item),
        "Dagen har inte varit än. Anteckna anslaget när det är nedtaget.",
    )


def test_a_notice_stays_until_the_time_to_appeal_is_out_and_comes_down_once(board: Council) -> None:
    ref, item = posted_at_once(board)
    board.clock.set(DOWN)

    def down(day: date) -> object:
        return public_notices.take_down_public_notice(board.office, ref, day, board.people[SECRETARY], item)

    refused(
        board,
        lambda: down(date(2026, 3, 27)),
        "till och med 27 mars 2026, så länge beslutet kan överklagas. Det kan tas ned tidigast 28 mars 2026.",
    )
    down(date(2026, 3, 28))
    refused(board, lambda: down(DOWN), "Anslaget togs ned 28 mars 2026. Skriv en rättelse om dagen är fel.")
