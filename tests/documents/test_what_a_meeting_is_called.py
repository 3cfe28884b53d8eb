"""Mails speak of a nämnd's sammanträde, as its protocol does; a council and an EST group have a möte."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, time

import pytest

from bra_desktop.documents.letters import cancelled_letter, notice_letter, supplement_letter
from bra_desktop.documents.supplement import Before, News
from bra_desktop.domain.content import MeetingContent
from bra_desktop.domain.kinds import MeetingState
from tests.documents.samples import called, council, est

MOVED = News(before=Before(date(2026, 12, 1), time(9), None, "Stadshuset"))


def said(content: MeetingContent) -> str:
    off = replace(content, state=MeetingState.CANCELLED)
    letters = (notice_letter(content), supplement_letter(content, MOVED, 1), cancelled_letter(off))
    return "\n".join(letter.text for letter in letters).replace("\u00a0", " ")


def test_a_mail_of_a_board_speaks_of_its_sammantrade() -> None:
    words = said(called())
    assert "till kommunstyrelsens sammanträde." in words
    assert "till kommunstyrelsens sammanträde tisdag 8 december 2026." in words
    assert "kommunstyrelsens sammanträde tisdag 8 december 2026 kl. 13.00–15.00 är inställt." in words.lower()
    assert "stryker sammanträdet i kalendern" in words
    assert "möte" not in words


@pytest.mark.parametrize("make", [council, est])
def test_a_mail_of_another_forum_speaks_of_its_mote(make: Callable[[], MeetingContent]) -> None:
    words = said(replace(make(), state=MeetingState.CALLED))
    assert "stryker mötet i kalendern" in words
    assert "s sammanträde " not in words
    assert "sammanträdet" not in words
