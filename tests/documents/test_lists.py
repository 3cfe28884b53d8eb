"""The lists that are made beside the protocol: what they say, on their blocks."""

from dataclasses import replace
from datetime import date, time

from bra_desktop.documents import (
    action_list,
    attendance_list,
    correction,
    decision_log,
    decision_register,
    naming,
    notice,
    protocol,
    supplement,
)
from bra_desktop.documents.action_list import Progress
from bra_desktop.documents.blocks import DecisionBlock, Document, FieldRow, ItemHeading, RailSection, TimedAgenda
from bra_desktop.documents.corrected import Corrected
from bra_desktop.documents.decision_register import Held
from bra_desktop.documents.pdf.pdf import render
from bra_desktop.documents.supplement import Before, News
from bra_desktop.documents.text_blocks import Cell, Heading, Paragraph, Table
from bra_desktop.domain.content import DecisionContent, MeetingContent
from bra_desktop.domain.kinds import ActionStatus, Capacity, MeetingState, Reply
from bra_desktop.domain.signers import AdjustedApart
from tests.documents.blocks_as_text import blocks_as_text
from tests.documents.golden import assert_as_stored
from tests.documents.samples import called, council, est, formal
from tests.documents.tagged_pdf import TaggedPdf


def table(document: Document) -> Table:
    (found,) = (block for block in document.blocks if isinstance(block, Table))
    return found


def said(cell: Cell) -> str:
    return "".join(run.text for run in cell.runs)


def rows(document: Document) -> list[tuple[str, ...]]:
    return [tuple(said(cell) for cell in row.cells) for row in table(document).rows]


def sharing() -> MeetingContent:
    """The nämnd as it is called, where two share a seat, one can't come and a substitute is called in her place."""
    content = called()
    people = {
        "rolf": {"together_with": "olle"},
        "olle": {"capacity": Capacity.MEMBER, "serves_for": ""},
        "ingrid": {"reply": Reply.SUBSTITUTE_CALLED, "absence_notified": True},
        "martin": {"capacity": Capacity.SUBSTITUTE, "reply": Reply.SUBSTITUTE_CALLED, "absence_notified": True},
    }
    changed = tuple(replace(p, **people.get(p.person, {})) for p in content.participants)  # type: ignore[arg-type]
    return replace(content, participants=changed)


def test_those_who_are_called_sign_on_a_row_of_their_own() -> None:
    assert_as_stored(attendance_list.attendance_list(called()), "attendance-list")


def test_the_column_of_organisations_holds_no_titles() -> None:
    content = called()
    long = tuple(
        replace(one, name="Polismyndigheten, lokalpolisområde Södra Mellanbygd", short_name="Polisen")
        if one.key == "ks"
        else one
        for one in content.organisations
    )
    people = tuple(replace(p, organisation="") if p.key == "olle" else p for p in content.people)
    made = attendance_list.attendance_list(replace(content, organisations=long, people=people))
    beside = {row[0]: row[1] for row in rows(made) if len(row) > 1}
    assert beside["Eva Lind (AL), ordf."] == "Polisen"
    titles = {person.title for person in content.people if person.title}
    assert not titles & set(beside.values())


def test_two_who_share_a_seat_sign_apart_and_who_is_not_expected_keeps_the_row() -> None:
    document = attendance_list.attendance_list(sharing())
    notes = {said(row.cells[0]): row.cells[0].note for row in table(document).rows if row.cells[0].note}
    assert notes == {
        "Rolf Hedberg (SA)": "växlar med Olle Wikström",
        "Olle Wikström (AL)": "växlar med Rolf Hedberg",
        "Ingrid Ståhl (LR)": "anmält förhinder",
        "Anna Svedin": "sekreterare",
    }


def test_every_row_but_a_vacant_one_has_room_to_sign_and_guests_write_their_names_too() -> None:
    listed = rows(attendance_list.attendance_list(called()))
    guests = listed[listed.index(("Gäster",)) + 1 :]
    assert guests == [("", "", "")] * attendance_list.GUESTS
    assert {row[2] for row in listed if len(row) == 3 and not row[0].startswith("Vakant")} == {""}
    assert ("Vakant (FA)", "kommunstyrelsen", "–") in listed


def test_the_list_to_sign_never_ends_with_a_page_of_empty_rows_and_always_has_room_for_guests() -> None:
    content, dropped = called(), 0
    extra = next(p for p in content.participants if p.capacity is Capacity.GUEST or p.person == "martin")
    person = content.person(extra.person)
    for count in range(30):
        people = tuple(replace(person, key=f"g{n}", name=f"Gäst{n:02} Ek") for n in range(count))
        came = tuple(replace(extra, person=one.key) for one in people)
        listed = replace(content, people=(*content.people, *people), participants=(*content.participants, *came))
        made = TaggedPdf(render(attendance_list.attendance_list(listed)))
        pages = [made.page_lines(n, artifacts=True) for n in range(len(made.numbers))]
        names = [one.name for one in (*content.people, *people)]
        assert any(name in " ".join(pages[-1]) for name in names)
        assert "Gäster" in pages[-1]
        assert "Gäster forts." not in pages[-1]
        dropped += len(pages) > 1
    assert dropped


def test_notes_have_those_who_take_part_and_no_empty_groups() -> None:
    groups = [row[0] for row in rows(attendance_list.attendance_list(est())) if len(row) == 1]
    assert groups == ["Deltagare", "Gäster"]


def test_the_log_has_each_decision_with_its_kind_and_the_votes_of_its_item() -> None:
    assert_as_stored(decision_log.decision_log(council()), "decision-log")
    assert len(rows(decision_log.decision_log(council()))) == sum(len(item.decisions) for item in council().items)


def test_a_log_is_a_draft_until_the_protocol_is_locked_and_says_when_it_was_adjusted() -> None:
    draft = decision_log.decision_log(replace(council(), state=MeetingState.DRAFT))
    assert draft.warning == "Utkast. Protokollet är inte justerat."
    adjustment = replace(council().adjustment, adjusted_on=date(2026, 12, 15))
    adjusted = decision_log.decision_log(replace(council(), state=MeetingState.ADJUSTED, adjustment=adjustment))
    assert not adjusted.warning
    assert "protokollet justerat 15\u00a0december 2026." in blocks_as_text(adjusted)


def test_a_log_with_a_marked_item_warns_and_one_whose_marked_item_decided_nothing_does_not() -> None:
    assert "Prövas före utlämnande" in decision_log.decision_log(formal()).warning
    marked = tuple(replace(item, decisions=()) if item.confidential else item for item in formal().items)
    assert not decision_log.decision_log(replace(formal(), items=marked)).warning


def test_the_actions_stand_as_they_are_on_the_day_with_the_words_of_the_meeting() -> None:
    keys = [action.key for item in council().items for action in item.actions]
    progress = {
        keys[0]: Progress(ActionStatus.DONE, None),
        keys[1]: Progress(ActionStatus.ONGOING, date(2027, 3, 4)),
        keys[2]: Progress(ActionStatus.ONGOING, date(2027, 6, 1)),
        keys[3]: Progress(ActionStatus.CANCELLED, date(2027, 9, 16)),
    }
    document = action_list.action_list(council(), day=date(2027, 3, 5), progress=progress)
    assert_as_stored(document, "action-list")
    assert document.date == date(2027, 3, 5)
    assert [row.cells[4].status for row in table(document).rows] == [
        "done", "late", "ongoing", "cancelled", "not_started"
    ]  # fmt: skip
    assert table(document).rows[2].cells[3].note == "var 2027-03-04"


def test_the_actions_of_notes_stand_under_their_points() -> None:
    document = action_list.action_list(est(), day=date(2027, 1, 15))
    assert rows(document)[0][:2] == ("1", "Boka vandring i Hamnparken")
    assert table(document).columns[0].title == "Punkt"


def adjusted() -> MeetingContent:
    return replace(council(), adjustment=replace(council().adjustment, adjusted_on=date(2026, 12, 15)))


def numbers(content: MeetingContent) -> list[str]:
    return [naming.item_number(content.forum, item) for item in content.items]


def test_a_years_register_has_each_item_that_was_decided_with_its_page() -> None:
    pages = decision_register.pages_by_number(render(protocol.protocol(adjusted())), numbers(adjusted()))
    earlier = replace(formal(), forum=council().forum, date=date(2026, 9, 8))
    document = decision_register.decision_register(
        [Held(earlier), Held(adjusted(), pages)], year=2026, day=date(2026, 12, 31)
    )
    assert_as_stored(document, "decision-register")
    assert document.date == date(2026, 12, 31)


def test_the_pages_are_those_where_the_protocol_has_its_headings() -> None:
    pages = decision_register.pages_by_number(render(protocol.protocol(council())), numbers(council()))
    assert list(pages) == numbers(council())
    assert pages["§\u00a038"] == 1
    assert sorted(pages.values()) == list(pages.values())


def test_a_register_leaves_out_what_is_confidential() -> None:
    said_in_all = blocks_as_text(
        decision_register.decision_register([Held(formal())], year=2026, day=date(2026, 12, 31))
    )
    assert "Hemlig" not in said_in_all
    assert "Sekretessmarkerat ärende" in said_in_all
    assert "Uppgifter är borttagna med stöd av 26 kap. 1 §" in said_in_all


def test_a_long_decision_is_broken_off_between_words_and_nothing_hangs_in_the_air() -> None:
    kept = (
        "uppdra åt förvaltningen att ta fram ett förslag till insatser " + "i centrum, vid stationen, " * 3 + "i parken"
    )
    assert decision_register.short(f"att {kept} och att den återkommer med det före sommaren") == f"{kept} …"
    assert decision_register.short("att godkänna rapporten. Den biläggs.") == "godkänna rapporten"
    assert decision_register.short("x" * 200) == f"{'x' * 160} …"


def test_every_decision_of_an_item_stands_in_the_register() -> None:
    content = adjusted()
    more = tuple(DecisionContent(f"d{n}", f"göra sak {n}") for n in range(3))
    items = tuple(replace(item, decisions=more) if item.paragraph == 41 else item for item in content.items)
    document = decision_register.decision_register(
        [Held(replace(content, items=items))], year=2026, day=date(2026, 12, 31)
    )
    assert any(row[2].endswith("\natt göra sak 0\natt göra sak 1\natt göra sak 2") for row in rows(document))


def test_a_supplement_holds_what_is_new_and_no_more() -> None:
    before = Before(date(2026, 12, 7), time(10), time(12), "Rådhuset, sal Eken")
    news = News(frozenset({"i2", "i4"}), frozenset({"a2"}), before)
    assert_as_stored(supplement.supplement(called(), news, 1, made_on=date(2026, 12, 4)), "supplement")


def test_a_supplement_with_a_new_paper_alone_lists_no_items_and_no_time() -> None:
    paper = supplement.supplement(called(), News(annexes=frozenset({"a2"})), 2, made_on=date(2026, 12, 4))
    assert [block.label for block in paper.blocks if isinstance(block, FieldRow | RailSection)] == [
        "Hör till",
        "Nya bilagor",
        "Bilagornas filer och SHA-256",
    ]
    assert "Kallelsen 1 december 2026 och komplettering 1\n" in blocks_as_text(paper).replace("\u00a0", " ")
    assert not any(isinstance(block, Heading) for block in paper.blocks)
    assert not any(isinstance(block, TimedAgenda | ItemHeading) for block in paper.blocks)


def test_a_new_item_has_the_time_that_it_has_among_the_others() -> None:
    def times(document: Document) -> dict[str, str]:
        (agenda,) = (block for block in document.blocks if isinstance(block, TimedAgenda))
        return {row.title: row.time for row in agenda.rows}

    alone = times(supplement.supplement(called(), News(frozenset({"i2"})), 1, made_on=date(2026, 12, 4)))
    assert list(alone) == ["Åtgärdsplan mot brott: halvårsrapport"]
    assert alone.items() <= times(notice.notice(called())).items()


def corrected() -> tuple[Corrected, ...]:
    day = date(2026, 12, 18)
    return (
        Corrected("s46", day, "Anna Svedin", "Skrivfel i beloppet.", "Kostnaden är 48 000 kronor, inte 84 000."),
        Corrected("", day, "Eva Lind", "Fel salsnamn.", "Sammanträdet hölls i sal Eken."),
        Corrected("s46", date(2026, 12, 19), "Anna Svedin", "Datumet saknades.", "Mätningen redovisas i mars."),
    )


def test_corrections_stand_beside_what_the_protocol_says() -> None:
    assert_as_stored(correction.correction(council(), corrected()), "correction")


def test_a_corrected_item_stands_as_the_protocol_has_it_once_and_its_corrections_below_it() -> None:
    document, original = correction.correction(council(), corrected()), protocol.protocol(council())
    blocks = list(document.blocks)
    at = next(n for n, block in enumerate(blocks) if isinstance(block, ItemHeading))
    start = next(n for n, b in enumerate(original.blocks) if isinstance(b, ItemHeading) and b.key == "s46")
    length = next(n for n, b in enumerate(original.blocks[start + 1 :], 1) if isinstance(b, ItemHeading))
    assert tuple(blocks[at : at + length]) == original.blocks[start : start + length]
    below = [block for block in blocks[at + length :] if isinstance(block, DecisionBlock)]
    assert [block.clauses[0].runs[0].text for block in below] == [one.text for one in corrected() if one.item]
    assert document.date == date(2026, 12, 19)


def test_a_correction_says_first_what_is_right_and_then_why_as_the_papers_that_tell_of_it_do() -> None:
    blocks = correction.correction(council(), corrected()).blocks
    right = next(n for n, block in enumerate(blocks) if isinstance(block, DecisionBlock) and block.label == "Rättelse")
    why = blocks[right + 1]
    assert isinstance(why, Paragraph)
    assert why.runs[0].text.startswith("Rättat den 18\u00a0december 2026 av Eva Lind. Skäl: ")


def test_a_correction_of_an_item_that_was_signed_apart_tells_the_day_of_its_own_adjustment() -> None:
    signed = [AdjustedApart(key, date(2026, 12, 3), ()) for key in ("s45", "s46")]
    ours = [one for one in corrected() if one.item]
    said = blocks_as_text(correction.correction(council(), ours, apart=signed)).replace("\u00a0", " ")
    assert "§ 46 justerades omedelbart den 3 december 2026" in said
    assert "§ 45" not in said


def test_a_correction_of_a_marked_item_says_on_every_page_that_it_is_marked() -> None:
    content = council()
    marked = replace(
        content,
        items=tuple(replace(i, confidential="26 kap. 1 § OSL" if i.key == "s46" else "") for i in content.items),
    )
    whole = [one for one in corrected() if not one.item]
    assert "sekretessmarkerade" in correction.correction(marked, corrected()).warning
    assert correction.correction(marked, whole).warning == ""
