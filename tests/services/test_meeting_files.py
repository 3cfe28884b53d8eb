"""Meeting files into the data and out again."""

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, time
from io import BytesIO
from pathlib import Path
from uuid import uuid4

import pikepdf
import pytest

from bra_desktop.domain.content import (
    BallotContent,
    MeetingContent,
    OrganisationContent,
    PersonContent,
    ReservationContent,
)
from bra_desktop.domain.errors import RuleBroken, UserError
from bra_desktop.domain.kinds import Ballot, DocumentProfile, MeetingState, Numbering
from bra_desktop.domain.register import Municipality, Person
from bra_desktop.domain.text import TextDocument, plain_document, plain_text
from bra_desktop.exchange import meeting_file
from bra_desktop.services import actions, keeping, reading, register, searching
from bra_desktop.services.adjusted import adjustment, archiving, signing
from bra_desktop.services.live import minutes, opening
from bra_desktop.services.meeting_file import meeting_files
from bra_desktop.services.office import Office
from bra_desktop.services.papers import documents, look
from bra_desktop.services.papers.annexes import add_annex
from bra_desktop.services.preparing import planning
from bra_desktop.storage.database import Database
from bra_desktop.system.resources import resource_path
from tests.builders import CHAIR, DAY, SECRETARY, VICE, Council, council, refused


@pytest.fixture
def empty(bra: Council) -> Iterator[Council]:
    """Another municipality's folder of the same name: a file of the first one can be read into it."""
    with council(numbering=Numbering.NONE) as other:
        yield other


@pytest.fixture
def nothing() -> Iterator[Office]:
    """An empty folder."""
    with Database.in_memory() as database:
        yield Office(database, CHAIR, "dator", lambda: datetime(2026, 12, 4, 9, 0, tzinfo=UTC), lambda: str(uuid4()))


def file_of(made: Council, ref: str, folder: Path) -> Path:
    path = folder / f"{ref}.json"
    path.write_bytes(meeting_files.export_meeting(made.office, ref))
    return path


def changed(path: Path, **values: object) -> MeetingContent:
    content = replace(meeting_file.read(path), **values)  # type: ignore[arg-type]
    path.write_bytes(meeting_file.write(content))
    return content


def said(content: MeetingContent) -> object:
    """What a meeting says, with names for ids."""
    names = {p.key: p.name for p in content.people}
    return (
        content.ref,
        content.date,
        content.opened_at,
        content.closed_at,
        content.place,
        [(names[p.person], p.capacity, p.stays) for p in content.participants],
        [(o.duty, names[o.person]) for o in content.officers],
        [(i.title, i.paragraph, i.text.blocks, [(d.text, d.kind) for d in i.decisions]) for i in content.items],
    )


def test_a_meeting_goes_out_and_comes_into_another_folder_the_same(
    bra: Council, empty: Council, tmp_path: Path
) -> None:
    ref = bra.closed()
    path = file_of(bra, ref, tmp_path)
    done = meeting_files.import_meeting(empty.office, path)
    assert (done.ref, done.changed) == (ref, True)
    assert said(empty.content(ref)) == said(bra.content(ref))
    assert len(reading.people(empty.office)) == len(reading.people(bra.office))


def test_an_exported_file_read_into_an_empty_folder_comes_out_the_same(
    bra: Council, nothing: Office, tmp_path: Path
) -> None:
    ref = bra.closed()
    path = file_of(bra, ref, tmp_path)
    meeting_files.import_meeting(nothing, path)
    assert meeting_files.export_meeting(nothing, ref) == path.read_bytes()


def test_what_must_differ_in_a_file_that_went_by_another_folder_is_the_state_and_the_arms(
    nothing: Office, tmp_path: Path
) -> None:
    demo = resource_path("demo/meetings/2025-11-27-bra.json")
    meeting_files.import_meeting(nothing, demo)
    once = meeting_file.read(demo)
    assert meeting_files.export_meeting(nothing, once.ref) != demo.read_bytes()  # written by hand: its keys become ids
    out = replace(nothing.content(once.ref), state=MeetingState.ADJUSTED)
    frozen = replace(out, municipality=replace(out.municipality, arms="a" * 64))
    path = tmp_path / "låst.json"
    path.write_bytes(meeting_file.write(frozen))
    with Database.in_memory() as database:
        other = replace(nothing, database=database)
        meeting_files.import_meeting(other, path)
        # Only signatures adjust a protocol, and the picture of the arms is not in the file.
        assert other.content(once.ref) == replace(out, state=MeetingState.DRAFT)


def test_a_copy_of_a_file_under_another_reference_is_a_meeting_of_its_own(bra: Council, tmp_path: Path) -> None:
    ref = bra.closed()
    path = file_of(bra, ref, tmp_path)
    before = bra.content(ref)
    changed(path, ref="KOPIA-2026", date=DAY.replace(year=2027))  # another series, where its §§ are free
    meeting_files.import_meeting(bra.office, path)
    assert bra.content(ref) == before
    assert bra.content("KOPIA-2026").key != before.key
    assert {i.key for i in bra.content("KOPIA-2026").items}.isdisjoint(i.key for i in before.items)
    assert keeping.check(bra.office) == ()


def test_a_meeting_read_from_a_file_without_key_takes_a_later_version_with_one(nothing: Office, tmp_path: Path) -> None:
    demo = meeting_file.read(resource_path("demo/meetings/2025-03-06-bra.json"))
    path = tmp_path / "möte.json"
    path.write_bytes(meeting_file.write(replace(demo, key="")))
    meeting_files.import_meeting(nothing, path)
    first = nothing.content(demo.ref).key
    path.write_bytes(meeting_file.write(replace(demo, key="en egen nyckel", place="Almbysalen")))
    meeting_files.import_meeting(nothing, path)
    assert (nothing.content(demo.ref).key, nothing.content(demo.ref).place) == (first, "Almbysalen")


def test_a_seat_that_was_vacant_gets_the_holder_of_a_later_file(nothing: Office, tmp_path: Path) -> None:
    demo = meeting_file.read(resource_path("demo/meetings/2025-03-06-bra.json"))
    path = tmp_path / "möte.json"
    path.write_bytes(meeting_file.write(demo))
    meeting_files.import_meeting(nothing, path)
    at_first = nothing.content(demo.ref)
    vacant = next(n for n, seat in enumerate(at_first.seats) if not seat.holders)
    guest = at_first.people[0].key
    seats = tuple(replace(s, holders=(guest,)) if n == vacant else s for n, s in enumerate(at_first.seats))
    items = tuple(replace(item, paragraph=None) for item in at_first.items)
    later = replace(at_first, key="", ref="BRA-2025-05-08", date=date(2025, 5, 8), seats=seats, items=items)
    path.write_bytes(meeting_file.write(later))
    meeting_files.import_meeting(nothing, path)
    assert nothing.content("BRA-2025-05-08").seats[vacant].holders == (guest,)
    assert nothing.content(demo.ref).seats[vacant].holders == ()


def test_a_frozen_meeting_comes_in_as_a_draft_because_only_signatures_adjust(
    bra: Council, empty: Council, tmp_path: Path
) -> None:
    ref = bra.frozen()
    done = meeting_files.import_meeting(empty.office, file_of(bra, ref, tmp_path))
    assert empty.content(ref).state is MeetingState.DRAFT
    assert "inläst som utkast" in done.remark


def test_the_same_file_twice_changes_nothing_even_after_work_here(bra: Council, empty: Council, tmp_path: Path) -> None:
    path = file_of(bra, bra.written(), tmp_path)
    meeting_files.import_meeting(empty.office, path)
    before = empty.everything()
    assert not meeting_files.import_meeting(empty.office, path).changed
    assert empty.everything() == before
    planning.change_meeting(empty.office, "BRA-2026-03-05", {"place": "Biblioteket"})
    before = empty.everything()
    assert not meeting_files.import_meeting(empty.office, path).changed
    assert empty.everything() == before


def test_a_new_version_of_the_file_is_read_again_and_again_until_somebody_works_here(
    bra: Council, empty: Council, tmp_path: Path
) -> None:
    ref = bra.planned()
    path = file_of(bra, ref, tmp_path)
    meeting_files.import_meeting(empty.office, path)
    for place in ("Sal A", "Sal B", "Sal C"):
        changed(path, place=place)
        assert meeting_files.import_meeting(empty.office, path).changed
        assert empty.content(ref).place == place
    minutes.remember_place(empty.office, ref, empty.item(ref))
    changed(path, place="Sal D")
    assert meeting_files.import_meeting(empty.office, path).changed
    planning.remove_item(empty.office, empty.item(ref, 2))
    changed(path, place="Sal E")
    refused(empty, lambda: meeting_files.import_meeting(empty.office, path), "finns redan och har ändrats här")


def test_items_that_a_new_version_no_longer_has_are_taken_away(bra: Council, empty: Council, tmp_path: Path) -> None:
    ref = bra.planned()
    path = file_of(bra, ref, tmp_path)
    meeting_files.import_meeting(empty.office, path)
    changed(path, items=meeting_file.read(path).items[:2])
    meeting_files.import_meeting(empty.office, path)
    assert len(empty.items(ref)) == 2
    assert keeping.check(empty.office) == ()


def test_a_meeting_made_here_is_not_overwritten(bra: Council, tmp_path: Path) -> None:
    ref = bra.planned()
    path = file_of(bra, ref, tmp_path)
    changed(path, place="Almbysalen")
    refused(bra, lambda: meeting_files.import_meeting(bra.office, path), "finns redan och har ändrats här")


def test_a_locked_meeting_is_not_overwritten(bra: Council, tmp_path: Path) -> None:
    ref = bra.frozen()
    path = file_of(bra, ref, tmp_path)
    changed(path, place="Almbysalen")
    refused(bra, lambda: meeting_files.import_meeting(bra.office, path), "är låst")


@pytest.mark.parametrize("stage", ["planned", "written", "frozen"])
def test_a_meetings_own_export_changes_nothing_where_it_was_written(bra: Council, stage: str, tmp_path: Path) -> None:
    ref = getattr(bra, stage)()
    path = file_of(bra, ref, tmp_path)
    before = bra.everything()
    assert meeting_files.import_meeting(bra.office, path) == meeting_files.Imported(ref, changed=False)
    assert bra.everything() == before


@pytest.mark.parametrize("stage", ["locked", "signed", "archived"])
def test_the_file_inside_a_locked_protocol_is_known_as_the_meeting_that_is_here(
    bra: Council, stage: str, tmp_path: Path
) -> None:
    known, files = reading.municipality(bra.office), bra.certificates()
    assert known is not None
    register.change(bra.office, Municipality, known.id, {"embed_meeting_file": True}, known.revision)
    secretary = next(one for one in reading.people(bra.office) if one.name == SECRETARY)
    register.change(bra.office, Person, secretary.id, {"email": "anna@almby.example"}, secretary.revision)
    ref = bra.closed()
    new = actions.NewAction("Kontrollera belysningen", goal="Eget mål", note="Ring", item_id=bra.item(ref, 2))
    actions.add_action(bra.office, new)
    adjustment.hand_to_review(bra.office, ref)
    adjustment.hand_to_adjustment(bra.office, ref)
    for person in (VICE, CHAIR, SECRETARY) if stage != "locked" else ():
        signing.sign(bra.office, ref, person, files[person], "1234")
    if stage == "archived":
        archiving.archive(bra.office, ref)
    with pikepdf.open(BytesIO(documents.make(bra.office, ref, "protocol").content)) as pdf:
        path = tmp_path / "inuti.json"
        path.write_bytes(pdf.attachments[f"{ref}.json"].get_file().read_bytes())
    before = bra.everything()
    assert meeting_files.import_meeting(bra.office, path) == meeting_files.Imported(ref, changed=False)
    assert bra.everything() == before
    changed(path, place="Almbysalen")
    refused(bra, lambda: meeting_files.import_meeting(bra.office, path), "Inget har ändrats")


def test_notes_with_an_item_adjusted_immediately_are_refused_since_notes_are_not_adjusted(tmp_path: Path) -> None:
    with council(DocumentProfile.NOTES, Numbering.NONE) as est:
        ref = est.written()
        path = file_of(est, ref, tmp_path)
        items = meeting_file.read(path).items
        own = (replace(items[0], immediate_adjustment=True), *items[1:])
        changed(path, ref="EST-2026-06-04", key="", date=DAY.replace(month=6), items=own)
        refused(est, lambda: meeting_files.import_meeting(est.office, path), "Minnesanteckningar justeras inte")


def test_paragraphs_that_another_meeting_of_the_series_has_are_refused(bra: Council, tmp_path: Path) -> None:
    ref = bra.frozen()
    path = file_of(bra, ref, tmp_path)
    items = meeting_file.read(path).items
    changed(path, ref="BRA-2026-06-04", key="", date=DAY.replace(month=6))
    refused(bra, lambda: meeting_files.import_meeting(bra.office, path), f"§§ 1–4 finns redan i {ref}")
    changed(path, items=(items[0], *(replace(i, paragraph=n) for n, i in enumerate(items[1:], 20))))
    refused(bra, lambda: meeting_files.import_meeting(bra.office, path), f"§ 1 finns redan i {ref}")
    changed(path, items=tuple(replace(i, paragraph=n) for n, i in enumerate(items, 20)))
    assert meeting_files.import_meeting(bra.office, path).changed


def test_paragraphs_of_another_year_or_numbered_per_meeting_are_no_clash(bra: Council, tmp_path: Path) -> None:
    path = file_of(bra, bra.closed(), tmp_path)
    changed(path, ref="BRA-2025-06-04", key="", date=DAY.replace(year=2025))
    assert meeting_files.import_meeting(bra.office, path).changed
    with council(numbering=Numbering.PER_MEETING) as other:
        path = file_of(other, other.closed(), tmp_path)
        changed(path, ref="BRA-2026-06-04", key="", date=DAY.replace(month=6))
        assert meeting_files.import_meeting(other.office, path).changed


def test_notes_that_come_in_as_a_draft_are_said_to_be_established_not_signed(tmp_path: Path) -> None:
    with council(DocumentProfile.NOTES, Numbering.NONE) as est, council(DocumentProfile.NOTES, Numbering.NONE) as other:
        remark = meeting_files.import_meeting(other.office, file_of(est, est.frozen(), tmp_path)).remark
    assert remark == "Mötet är inläst som utkast. Anteckningarna gäller när de har fastställts här."


def test_arms_that_the_file_only_names_are_said_to_be_missing_until_they_are_here(
    bra: Council, nothing: Office, tmp_path: Path
) -> None:
    look.set_arms(bra.office, resource_path("demo/arms-almby.svg"))
    path = file_of(bra, bra.planned(), tmp_path)
    words = "Kommunens vapen följer inte med i filen. Lägg in det under Register."
    assert meeting_files.import_meeting(nothing, path).remark == words
    look.set_arms(nothing, resource_path("demo/arms-almby.svg"))
    changed(path, place="Almbysalen")
    assert meeting_files.import_meeting(nothing, path).remark == ""


def test_a_person_is_found_by_name_and_an_unknown_one_is_added(bra: Council, tmp_path: Path) -> None:
    ref = bra.planned()
    path = file_of(bra, ref, tmp_path)
    content = meeting_file.read(path)
    people = tuple(replace(p, name="Nora Ny") if p.name == CHAIR else p for p in content.people)
    content = changed(path, ref="BRA-2026-03-06", key="", people=people)
    before = {p.name for p in reading.people(bra.office)}
    meeting_files.import_content(bra.office, replace(content, state=MeetingState.PLANNED))
    assert {p.name for p in reading.people(bra.office)} == before | {"Nora Ny"}
    assert [p.name for p in reading.people(bra.office)].count(CHAIR) == 1


def test_of_several_of_one_name_the_organisation_in_the_file_tells_who_is_meant(bra: Council, tmp_path: Path) -> None:
    path = file_of(bra, bra.running(), tmp_path)
    content = meeting_file.read(path)
    police = bra.add_organisation("Polisen")
    twins = [Person(id=str(uuid4()), name="Lars Hed", organisation_id=home) for home in (police, None)]
    for one in twins:
        register.add(bra.office, one, keep_both=True)
    told = PersonContent("x", "Lars Hed", organisation=police)
    organisations = (*content.organisations, OrganisationContent(police, "Polisen"))
    file = replace(content, ref="BRA-2026-03-07", key="", organisations=organisations, people=(*content.people, told))
    path.write_bytes(meeting_file.write(file))
    meeting_files.import_meeting(bra.office, path)
    assert [p.name for p in reading.people(bra.office)].count("Lars Hed") == 2
    other = Person(id=str(uuid4()), name="Lars Hed", organisation_id=police)
    register.add(bra.office, other, keep_both=True)
    again = replace(file, ref="BRA-2026-03-08")
    path.write_bytes(meeting_file.write(again))
    refused(bra, lambda: meeting_files.import_meeting(bra.office, path), "Flera i Register heter Lars Hed", UserError)


def test_two_people_of_one_name_in_a_file_are_two_people_however_often_they_are_named(bra: Council) -> None:
    ref = bra.planned()
    content = bra.content(ref)
    twins = (PersonContent("a", "Lars Hed"), PersonContent("b", "Lars Hed"))
    file = replace(content, ref="BRA-2026-03-07", key="", people=(*content.people, *twins))
    for number in (7, 8):
        meeting_files.import_content(bra.office, replace(file, ref=f"BRA-2026-03-0{number}"))
        assert [p.name for p in reading.people(bra.office)].count("Lars Hed") == 2


def test_an_unknown_forum_is_made_and_the_known_one_is_used(bra: Council, tmp_path: Path) -> None:
    ref = bra.planned()
    path = file_of(bra, ref, tmp_path)
    forum = meeting_file.read(path).forum
    changed(path, ref="EST-2026-03-05", key="", forum=replace(forum, name="EST-grupp", short_name="EST"))
    meeting_files.import_meeting(bra.office, path)
    changed(path, ref="BRA-2026-03-08", key="", forum=forum)
    meeting_files.import_meeting(bra.office, path)
    assert sorted(f.short_name for f in reading.forums(bra.office)) == ["BRÅ", "EST"]


def test_another_municipalitys_file_is_refused(bra: Council, tmp_path: Path) -> None:
    path = file_of(bra, bra.planned(), tmp_path)
    told = meeting_file.read(path).municipality
    changed(path, ref="BRA-2026-03-09", municipality=replace(told, name="Annan kommun"))
    refused(bra, lambda: meeting_files.import_meeting(bra.office, path), "Filen gäller Annan kommun")


def test_the_series_goes_on_after_the_numbers_of_a_file(bra: Council, tmp_path: Path) -> None:
    ref = bra.closed()
    path = file_of(bra, ref, tmp_path)
    with council() as other:
        meeting_files.import_meeting(other.office, path)
        next_ref = other.running(DAY.replace(month=5))
        minutes.take_up(other.office, other.item(next_ref))
        assert other.items(next_ref)[0].paragraph == 5


def test_a_running_meeting_from_a_file_goes_on_here(bra: Council, tmp_path: Path) -> None:
    path = file_of(bra, bra.written(), tmp_path)
    with council() as other:
        ref = meeting_files.import_meeting(other.office, path).ref
        other.clock.set(DAY, time(12))
        minutes.save_text(other.office, other.item(ref), plain_document("Fortsättning.", "x"))
        opening.close_meeting(other.office, ref)
        assert other.content(ref).state is MeetingState.DRAFT


def test_a_file_that_is_no_meeting_is_refused_and_nothing_changed(bra: Council, tmp_path: Path) -> None:
    path = tmp_path / "fel.json"
    path.write_text("{", encoding="utf-8")
    refused(bra, lambda: meeting_files.import_meeting(bra.office, path), "fel.json", UserError)


def test_annexes_go_with_the_meeting(bra: Council, empty: Council, tmp_path: Path) -> None:
    ref = bra.planned()
    add_annex(bra.office, ref, text="Parterna är överens.", title="Överenskommelse", item_id=bra.item(ref))
    meeting_files.import_meeting(empty.office, file_of(bra, ref, tmp_path))
    (annex,) = empty.content(ref).annexes
    assert annex.title == "Överenskommelse"
    assert empty.items(ref)[0].annexes == (annex.key,)
    assert [hit.ref for hit in searching.search(empty.office, "information polisen")] == [ref]


# What the rules refuse


def camera_item(content: MeetingContent, **values: object) -> MeetingContent:
    """The demo's meeting with its § 46, where there was a vote, changed."""
    items = tuple(replace(i, **values) if i.paragraph == 46 else i for i in content.items)  # type: ignore[arg-type]
    return replace(content, items=items)


def demo_meeting(folder: Path) -> tuple[Path, MeetingContent]:
    path = folder / "bra.json"
    path.write_bytes(resource_path("demo/meetings/2026-12-03-bra.json").read_bytes())
    return path, meeting_file.read(path)


def refused_file(office: Office, path: Path, content: MeetingContent) -> RuleBroken:
    path.write_bytes(meeting_file.write(content))
    with pytest.raises(RuleBroken) as found:
        meeting_files.import_meeting(office, path)
    assert reading.meetings(office) == ()
    assert found.value.text.endswith("Inget har ändrats.")
    return found.value


@pytest.mark.parametrize("absent", ["P03", "P30", "P44"], ids=["away", "left before it", "a guest"])
def test_a_reservation_of_somebody_who_was_absent_is_refused_with_name_and_paragraph(
    nothing: Office, tmp_path: Path, absent: str
) -> None:
    path, content = demo_meeting(tmp_path)
    spoilt = camera_item(content, reservations=(ReservationContent("r", ("P04", absent), announced_at=time(11, 34)),))
    error = refused_file(nothing, path, spoilt)
    words = f"{content.person(absent).name} deltog inte i beslutet i § 46"
    assert error.text.replace("\u00a0", " ").startswith(words)
    assert error.where == "items[8].reservations[0]"


def test_a_vote_of_somebody_who_was_absent_is_refused_with_name_and_paragraph(nothing: Office, tmp_path: Path) -> None:
    path, content = demo_meeting(tmp_path)
    vote = next(item for item in content.items if item.paragraph == 46).votes[0]
    cast = tuple(ballot for ballot in vote.ballots if ballot.person != "P03")
    one_more = replace(vote, ballots=(*cast, BallotContent("P03", Ballot.YES)), yes=0, no=0, abstain=0)
    error = refused_file(nothing, path, camera_item(content, votes=(one_more,)))
    words = f"{content.person('P03').name} deltar inte i beslutet i § 46 och kan därför inte rösta."
    assert error.text.replace("\u00a0", " ").startswith(words)
    assert error.where == "items[8].votes[0]"


def test_a_reservation_without_a_clock_is_taken_as_made_in_time(nothing: Office, tmp_path: Path) -> None:
    path, content = demo_meeting(tmp_path)
    path.write_bytes(meeting_file.write(camera_item(content, reservations=(ReservationContent("r", ("P04",)),))))
    assert meeting_files.import_meeting(nothing, path).changed


def test_a_line_break_of_windows_is_a_line_break(nothing: Office, tmp_path: Path) -> None:
    path, content = demo_meeting(tmp_path)
    plain = json.loads(path.read_bytes())
    plain["items"][1]["text"] = "Ett\r\noch två.\r\n\r\nTre."
    path.write_text(json.dumps(plain), encoding="utf-8")
    meeting_files.import_meeting(nothing, path)
    assert not meeting_files.import_meeting(nothing, path).changed
    kept = nothing.content(content.ref).items[1].text
    assert [plain_text(TextDocument((block,))) for block in kept.blocks] == ["Ett\noch två.", "Tre."]


def test_a_reference_in_small_letters_is_found_however_it_is_written(
    bra: Council, empty: Council, tmp_path: Path
) -> None:
    path = file_of(bra, bra.closed(), tmp_path)
    changed(path, key="", ref="Bra-2026-03-05k")
    meeting_files.import_meeting(empty.office, path)
    for written in ("Bra-2026-03-05k", "BRA-2026-03-05K", " bra-2026-03-05k "):
        assert reading.meeting_view(empty.office, written).content.ref == "Bra-2026-03-05k"
    assert not meeting_files.import_meeting(empty.office, path).changed


def test_two_references_cannot_differ_in_capitals_only(bra: Council, empty: Council, tmp_path: Path) -> None:
    path = file_of(bra, bra.closed(), tmp_path)
    meeting_files.import_meeting(empty.office, path)
    changed(path, key="", ref="bra-2026-03-05")
    refused(
        empty,
        lambda: meeting_files.import_meeting(empty.office, path),
        "BRA-2026-03-05 finns redan, och bra-2026-03-05 skiljer sig bara i stora och små bokstäver",
    )


def test_a_planned_meeting_gets_no_reference_that_stands_here_in_small_letters(
    bra: Council, empty: Council, tmp_path: Path
) -> None:
    path = file_of(bra, bra.closed(), tmp_path)
    changed(path, key="", ref="bra-2026-03-05")
    meeting_files.import_meeting(empty.office, path)
    assert empty.planned() == "BRA-2026-03-05-2"
