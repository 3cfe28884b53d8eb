"""Where an action comes from, as the meeting that gave it writes: decided with a §, or agreed in notes."""

from collections.abc import Iterator
from datetime import date

import pytest

from bra_desktop.services import reading
from bra_desktop.services.office import Office
from bra_desktop.ui.actions.chain_of import stations
from bra_desktop.ui.actions.lines import ActionLine, lines_of
from tests.ui.almby_office import HELD, almby

TODAY = date(2026, 12, 20)


@pytest.fixture(scope="module")
def office() -> Iterator[Office]:
    with almby("2026-11-05-est", HELD) as made:
        yield made


def line_from(office: Office, forum: str) -> ActionLine:
    lines = lines_of(reading.actions(office), TODAY)
    return next(
        one for one in lines if one.row.origin and one.row.origin.forum_short == forum and one.row.origin.decision
    )


def plain(words: str) -> str:
    return words.replace("\u00a0", " ")


def test_what_notes_agreed_has_a_point_and_no_att(office: Office) -> None:
    line = line_from(office, "EST")
    first, *_, last = stations(line, {}, None, TODAY)
    assert "§" not in line.origin
    assert plain(line.origin).startswith("EST 5 november")
    assert plain(first.title).startswith("Överenskommet i EST 5 november, punkt ")
    assert first.icon == "handshake"
    assert "att " not in first.line[:10]
    assert first.line[0].isupper()
    assert last.title == "Avslutande överenskommelse"


def test_what_a_council_decided_has_its_paragraph_and_its_att(office: Office) -> None:
    line = line_from(office, "BRÅ")
    first, *_, last = stations(line, {}, None, TODAY)
    assert plain(line.origin).startswith("BRÅ § ")
    assert plain(first.title).startswith("Beslut § ")
    assert first.line.startswith("BRÅ: att ")
    assert last.title == "Avslutande beslut"
