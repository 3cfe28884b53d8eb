"""Everything that a real council protocol of 2018 holds can be said by a meeting file, and nothing is lost on the way.

The structure is that of Köpings BRÅ 2018-05-24; every word and name is invented.
"""

from pathlib import Path

from bra_desktop.domain.attendance import was_present
from bra_desktop.domain.content import MeetingContent
from bra_desktop.domain.kinds import Capacity, Duty, Medium
from bra_desktop.domain.text import ListItem, Quotation, Table, TextDocument, plain_text, runs_text
from bra_desktop.exchange import meeting_file

FILE = Path(__file__).with_name("seed_structure.json")


def content() -> MeetingContent:
    return meeting_file.read(FILE)


def tables(document: TextDocument) -> list[Table]:
    return [block for block in document.blocks if isinstance(block, Table)]


def cells(table: Table) -> list[list[str]]:
    return [[runs_text(cell.runs) for cell in row.cells] for row in table.rows]


def test_read_write_read_is_equal_and_keeps_every_byte() -> None:
    data = FILE.read_bytes()
    first = meeting_file.read(data)
    assert meeting_file.write(first) == data
    assert meeting_file.read(meeting_file.write(first)) == first


def test_fifteen_members_one_guest_and_six_absent_are_told_apart() -> None:
    people = content().participants
    present = [p for p in people if was_present(p)]
    assert sum(p.capacity is Capacity.MEMBER for p in present) == 15
    assert sum(p.capacity is Capacity.GUEST for p in present) == 1
    assert sum(not was_present(p) for p in people) == 6


def test_people_without_title_or_organisation_stay_without() -> None:
    people = content().people
    assert sum(not person.title for person in people) >= 5
    assert any(not person.organisation and person.title == "BRÅ-samordnare" for person in people)


def test_twelve_items_with_numbers_and_seven_decisions() -> None:
    items = content().items
    assert [item.paragraph for item in items] == list(range(1, 13))
    assert [len(item.decisions) for item in items] == [0, 0, 0, 1, 1, 1, 1, 1, 1, 0, 1, 0]


def test_lists_quotations_and_goals_stand_in_the_item_about_the_county() -> None:
    text = content().items[3].text
    assert sum(isinstance(block, ListItem) for block in text.blocks) == 8
    assert sum(isinstance(block, Quotation) for block in text.blocks) == 1
    assert sum(line.startswith("Mål ") for line in plain_text(text).split("\n")) == 5
    assert [len(row) for row in cells(tables(text)[0])] == [3, 3]


def test_the_cost_table_keeps_its_amounts_to_the_right() -> None:
    (table,) = tables(content().items[4].text)
    assert table.alignments == ("left", "right")
    assert [row[1].replace("\N{NO-BREAK SPACE}", " ") for row in cells(table)] == ["kr", "214 000", "11 000", "19 500"]


def test_coming_meetings_stand_in_two_columns() -> None:
    (table,) = tables(content().items[9].text)
    assert cells(table)[0] == ["Arbetsutskottet", "Rådet"]
    assert len(table.rows) == 3


def test_the_plan_has_twelve_rows_some_of_them_jointly_responsible() -> None:
    (table,) = tables(content().items[10].text)
    assert len(table.rows) == 13
    assert sum(" + " in row[1] for row in cells(table)) == 4
    (annexed,) = tables(content().annex("bil1").text)
    assert cells(annexed)[0] == ["Aktivitet", "Ansvarig", "Status"]
    assert len(annexed.rows) == 13
    assert sum("gemensamt" in row[1] for row in cells(annexed)) == 2
    assert {row[2] for row in cells(annexed)[1:]} == {""}
    assert all(row.cells[1].runs[0].italic for row in annexed.rows[1:])


def test_secretary_chair_and_one_adjuster_sign_in_ink() -> None:
    meeting = content()
    assert meeting.medium is Medium.INK
    assert [officer.duty for officer in meeting.officers] == [Duty.PRESIDE, Duty.MINUTES, Duty.ADJUST]
    assert len({officer.person for officer in meeting.officers}) == 3


def test_promise_and_agreement_are_annexes_with_the_signatures_of_two_parties() -> None:
    meeting = content()
    promise, agreement, plan = meeting.annexes
    assert [len(annex.signatures) for annex in (promise, agreement, plan)] == [2, 2, 0]
    assert promise.signed_at_place == "Almby"
    assert {signature.organisation for signature in agreement.signatures} == {"Almby kommun", "Polismyndigheten"}
    assert [block.ordered for block in agreement.text.blocks if isinstance(block, ListItem)] == [True] * 4
    assert [block.ordered for block in promise.text.blocks if isinstance(block, ListItem)] == [False] * 6
    assert set(meeting.items[10].annexes) == {annex.key for annex in meeting.annexes}
