"""How the municipality's papers look: arms of vectors or pixels, a colour, and the meeting file inside the PDF."""

import io
import json
from datetime import timedelta
from pathlib import Path

import pikepdf
import pytest
from PIL import Image

from bra_desktop.domain.canonical import canonical_json
from bra_desktop.domain.errors import UserError
from bra_desktop.domain.headings import PaperHeading, of_profile, own_words
from bra_desktop.domain.kinds import ActionStatus, DocumentProfile
from bra_desktop.domain.register import Forum, Municipality, Person
from bra_desktop.domain.swedish import NBSP
from bra_desktop.exchange import meeting_file
from bra_desktop.services import actions, reading, register
from bra_desktop.services.adjusted import adjustment, signing
from bra_desktop.services.live import minutes, opening
from bra_desktop.services.meeting_file import meeting_files
from bra_desktop.services.papers import annexes, documents, locked, look
from bra_desktop.services.papers.extracts import extract_of
from bra_desktop.services.preparing import carrying
from tests.builders import CHAIR, DAY, SECRETARY, VICE, Council, council, pdf_text
from tests.validators.plugin import AssertPdf

RED = b"0.541176 0.121569 0.121569"


def change(bra: Council, **values: object) -> None:
    known = reading.municipality(bra.office)
    assert known is not None
    register.change(bra.office, Municipality, known.id, values, known.revision)


def shield(folder: Path) -> Path:
    """Arms of pixels that can be seen through at the corners."""
    picture = Image.new("RGBA", (100, 120), (0, 0, 0, 0))
    picture.paste((20, 74, 125, 255), (10, 10, 90, 110))
    picture.save(folder / "vapen.png")
    return folder / "vapen.png"


def drawing(pdf: bytes) -> bytes:
    """The first page's strokes."""
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        return pikepdf.Page(opened.pages[0]).Contents.read_bytes()


def test_arms_of_pixels_stand_on_the_paper_as_a_figure(
    bra: Council, tmp_path: Path, assert_accessible_archive_pdf: AssertPdf
) -> None:
    look.set_arms(bra.office, shield(tmp_path))
    made = documents.make(bra.office, bra.planned(), "notice").content
    with pikepdf.open(io.BytesIO(made)) as pdf:
        assert len(pikepdf.Page(pdf.pages[0]).get_images()) == 1
    assert_accessible_archive_pdf(made)


@pytest.mark.parametrize(
    ("size", "why"),
    [
        ((1, 1), "ny.png är 1 × 1 bildpunkter, för få för att tryckas. Välj en bild som är minst 50 bildpunkter bred"),
        ((100, 99), "ny.png är 100 × 99 bildpunkter"),
        ((49, 200), "ny.png är 49 × 200 bildpunkter"),
        ((12_000, 12_000), "ny.png har mer än 80 miljoner bildpunkter. Minska bilden"),
        ((20_000, 20_000), "ny.png har mer än 80 miljoner bildpunkter. Minska bilden"),
    ],
)
def test_arms_with_too_few_or_too_many_dots_are_refused_and_the_old_ones_stay(
    bra: Council, tmp_path: Path, size: tuple[int, int], why: str
) -> None:
    look.set_arms(bra.office, shield(tmp_path))
    before = reading.arms(bra.office)
    Image.new("1", size).save(tmp_path / "ny.png")
    with pytest.raises(UserError) as refusal:
        look.set_arms(bra.office, tmp_path / "ny.png")
    assert refusal.value.text.startswith(why)
    assert reading.arms(bra.office) == before


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("vapen.svg", b"<html><body><h1>Vapen</h1></body></html>"),
        ("vapen.png", b"\x89PNG\r\n\x1a\nhalf a picture"),
        ("vapen.svg", b"\xff\xfe\x00"),
        ("vapen.svg", b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><image href="https://x.example/a"/></svg>'),
    ],
)  # fmt: skip
def test_what_is_no_coat_of_arms_is_refused_and_the_old_one_stays(
    bra: Council, tmp_path: Path, name: str, content: bytes
) -> None:
    look.set_arms(bra.office, shield(tmp_path))
    before = reading.arms(bra.office)
    path = tmp_path / f"ny-{name}"
    path.write_bytes(content)
    with pytest.raises(UserError, match=r"Vapnet går inte att läsa|är ingen bild"):
        look.set_arms(bra.office, path)
    assert reading.arms(bra.office) == before


def test_a_file_far_too_large_for_arms_is_refused_unread(bra: Council, tmp_path: Path) -> None:
    path = tmp_path / "stor.svg"
    with path.open("wb") as file:
        file.truncate(300_000_000)
    with pytest.raises(UserError, match="för stor för ett vapen"):
        look.set_arms(bra.office, path)


def test_the_colour_marks_the_decisions_of_papers_made_after_it(bra: Council) -> None:
    first = bra.closed()
    assert RED not in drawing(documents.make(bra.office, first, "protocol").content)
    change(bra, accent="#8a1f1f")
    made = documents.make(bra.office, first, "protocol").content
    with pikepdf.open(io.BytesIO(made)) as pdf:
        assert any(b".541176 .121569 .121569" in page.Contents.read_bytes() for page in pdf.pages)


def test_a_locked_protocol_keeps_the_colour_that_it_was_locked_with(bra: Council) -> None:
    ref = bra.frozen()
    before = documents.make(bra.office, ref, "protocol").content
    change(bra, accent="8A1F1F")
    assert documents.make(bra.office, ref, "protocol").content == before
    assert bra.content(ref).municipality.accent == ""


def test_the_sample_shows_what_is_typed_before_it_is_kept(
    bra: Council, assert_accessible_archive_pdf: AssertPdf
) -> None:
    page = look.sample_page(bra.office, "Ekby kommun", "Torget 1 · 0123-45 67 89 · ekby.example", "8A1F1F")
    assert "Ekby kommun" in pdf_text(page)
    assert "0123-45 67 89" in pdf_text(page)
    known = reading.municipality(bra.office)
    assert known is not None
    assert known.name != "Ekby kommun"
    assert_accessible_archive_pdf(page)
    with pytest.raises(UserError, match="för ljus"):
        look.sample_page(bra.office, "Ekby kommun", "", "FFFF99")


def test_with_the_meeting_file_inside_the_protocol_is_archive_part_three_and_signs_as_before(
    bra: Council, assert_accessible_archive_pdf: AssertPdf
) -> None:
    files = bra.certificates()
    change(bra, embed_meeting_file=True)
    ref = bra.frozen()
    locked = documents.make(bra.office, ref, "protocol").content
    assert_accessible_archive_pdf(locked, ("3a", "ua1"))
    with pikepdf.open(io.BytesIO(locked)) as pdf:
        (name,) = pdf.attachments
        inside = pdf.attachments[name].get_file().read_bytes()
    assert name == f"{ref}.json"
    assert json.loads(inside)["ref"] == json.loads(canonical_json(bra.content(ref)))["ref"]
    for person in (VICE, CHAIR, SECRETARY):
        signed = signing.sign(bra.office, ref, person, files[person], "1234").pdf
    assert signing.verify_file(bra.office, signed).ok
    assert_accessible_archive_pdf(signed, ("3a", "ua1"))
    flipped = bytearray(signed)
    flipped[len(locked) // 3] ^= 1
    assert not signing.verify_file(bra.office, bytes(flipped)).ok


def test_what_the_protocol_does_not_tell_is_not_in_the_file_inside_which_can_still_be_read_in(
    bra: Council, tmp_path: Path
) -> None:
    change(bra, embed_meeting_file=True)
    secretary = next(one for one in reading.people(bra.office) if one.name == SECRETARY)
    register.change(bra.office, Person, secretary.id, {"email": "anna@almby.example"}, secretary.revision)
    ref = bra.closed()
    item = bra.item(ref, 2)
    for status, note in ((ActionStatus.ONGOING, "Ring Per hemma"), (ActionStatus.WAITING, "väntar på polisen")):
        new = actions.NewAction("Kontrollera belysningen", status=status, goal="Eget mål", note=note, item_id=item)
        actions.add_action(bra.office, new)
    adjustment.hand_to_review(bra.office, ref)
    adjustment.hand_to_adjustment(bra.office, ref)
    with pikepdf.open(io.BytesIO(documents.make(bra.office, ref, "protocol").content)) as pdf:
        inside = pdf.attachments[f"{ref}.json"].get_file().read_bytes()
    words = inside.decode("utf-8")
    assert "Kontrollera belysningen" in words
    assert "väntar på polisen" in words, "the protocol tells it as well"
    for kept_back in ("anna@almby.example", "Ring Per hemma", "Eget mål"):
        assert kept_back not in words
        assert kept_back in meeting_files.export_meeting(bra.office, ref).decode("utf-8")
    (tmp_path / "mote.json").write_bytes(inside)
    with council() as other:
        assert meeting_files.import_meeting(other.office, tmp_path / "mote.json").ref == ref


def test_the_annexes_lie_inside_too_by_number_but_none_that_is_confidential_or_too_large(
    bra: Council, tmp_path: Path, assert_accessible_archive_pdf: AssertPdf, monkeypatch: pytest.MonkeyPatch
) -> None:
    change(bra, embed_meeting_file=True)
    ref = bra.closed()
    files = {"lägesbild.pdf": b"%PDF-1.4 ett", "hemlig.docx": b"PK tva", "stor.csv": b"a;b\n" * 50, "slut.txt": b"sist"}
    for name, content in files.items():
        (tmp_path / name).write_bytes(content)
    item = bra.content(ref).items[2].key
    with_pages = tmp_path / "lägesbild.pdf"
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.save(with_pages, deterministic_id=True)
    monkeypatch.setattr(locked, "MOST_INSIDE", with_pages.stat().st_size + 100)
    kept = [annexes.add_annex(bra.office, ref, tmp_path / name, item_id=item) for name in files]
    annexes.change_annex(bra.office, kept[1], {"confidential": "18 kap. 1 §"})
    adjustment.hand_to_review(bra.office, ref)
    adjustment.hand_to_adjustment(bra.office, ref)
    made = documents.make(bra.office, ref, "protocol").content
    assert_accessible_archive_pdf(made, ("3a", "ua1"))
    with pikepdf.open(io.BytesIO(made)) as pdf:
        inside = {name: pdf.attachments[name] for name in pdf.attachments}
        assert sorted(inside) == [f"{ref}.json", "Bilaga 1 lägesbild.pdf", "Bilaga 4 slut.txt"]
        assert inside["Bilaga 4 slut.txt"].get_file().read_bytes() == b"sist"
        assert {str(one.obj.AFRelationship) for one in inside.values()} == {"/Source", "/Supplement"}
        assert inside["Bilaga 1 lägesbild.pdf"].get_file().mime_type == "application/pdf"
    said = pdf_text(made).replace("\n", "")
    for annex in bra.content(ref).annexes:
        assert annex.digest in said.replace(" ", "")
    assert documents.make(bra.office, ref, "protocol").content == made


def test_other_papers_have_no_meeting_file_inside(bra: Council) -> None:
    change(bra, embed_meeting_file=True)
    ref = bra.closed()
    for kind in ("notice", "public", "protocol"):
        with pikepdf.open(io.BytesIO(documents.make(bra.office, ref, kind).content)) as pdf:
            assert not pdf.attachments


def test_what_goes_out_of_a_locked_protocol_has_nothing_inside_and_nothing_of_a_confidential_annex(
    bra: Council, tmp_path: Path
) -> None:
    change(bra, embed_meeting_file=True)
    ref = bra.closed()
    (tmp_path / "hemlig.txt").write_bytes(b"hemligt innehall")
    annex = annexes.add_annex(bra.office, ref, tmp_path / "hemlig.txt", item_id=bra.item(ref, 2))
    annexes.change_annex(bra.office, annex, {"confidential": "18 kap. 1 §"})
    adjustment.hand_to_review(bra.office, ref)
    adjustment.hand_to_adjustment(bra.office, ref)
    (told,) = bra.content(ref).annexes
    made = [documents.make(bra.office, ref, kind).content for kind in ("public", "decisions")]
    made.append(extract_of(bra.office, ref, [3]).as_pdf().content)
    for paper in made:
        with pikepdf.open(io.BytesIO(paper)) as pdf:
            assert not pdf.attachments
        said = pdf_text(paper).replace("\n", "").replace(" ", "")
        assert told.digest not in said
        assert "hemlig.txt" not in said
        assert b"hemligt innehall" not in paper


@pytest.mark.parametrize("profile", list(DocumentProfile))
def test_every_heading_stands_on_the_paper_that_is_shown_while_it_is_worded(profile: DocumentProfile) -> None:
    with council(profile) as made:
        for n, heading in enumerate(of_profile(profile)):
            words = f"Ordet {n} här"
            shown = look.sample_paper(made.office, made.forum_id, heading, {"headings": own_words([(heading, words)])})
            assert words in pdf_text(shown), heading


def test_the_agendas_and_the_adjusters_words_are_shown_on_a_paper_too(bra: Council) -> None:
    values = {"agenda_word": "Ärendelista", "adjusters_word": "Utses att justera"}
    assert "Utses att justera" in pdf_text(look.sample_paper(bra.office, bra.forum_id, None, values))
    assert "Ärendelista" in pdf_text(look.sample_paper(bra.office, bra.forum_id, PaperHeading.NOTICE, values))


def test_an_empty_word_for_the_agenda_or_the_adjusters_is_the_usual_one(bra: Council) -> None:
    empty = {"agenda_word": " ", "adjusters_word": ""}
    assert "Dagordning" in pdf_text(look.sample_paper(bra.office, bra.forum_id, PaperHeading.NOTICE, empty))
    assert "Justerare" in pdf_text(look.sample_paper(bra.office, bra.forum_id, None, empty))
    with bra.office.work("") as work:
        revision = work.get(Forum, bra.forum_id).revision
    register.change(bra.office, Forum, bra.forum_id, {"agenda_word": "Ärendelista"}, revision)
    register.change(bra.office, Forum, bra.forum_id, empty, revision + 1)
    with bra.office.work("") as work:
        kept = work.get(Forum, bra.forum_id)
        assert (kept.agenda_word, kept.adjusters_word) == ("Dagordning", "Justerare")


def test_a_heading_that_is_too_long_is_refused(bra: Council) -> None:
    with bra.office.work("") as work:
        revision = work.get(Forum, bra.forum_id).revision
    headings = own_words([(PaperHeading.DECISION, "ab " * 17)])
    with pytest.raises(UserError, match="Rubriken har 50 tecken och får ha högst 48") as refusal:
        register.change(bra.office, Forum, bra.forum_id, {"headings": headings}, revision)
    assert refusal.value.where == "decision"
    headings = own_words([(PaperHeading.DECISION, "Samhällsbyggnadsnämndens beslut")])
    with pytest.raises(UserError, match="Ordet Samhällsbyggnadsnämndens får inte plats bredvid texten"):
        register.change(bra.office, Forum, bra.forum_id, {"headings": headings}, revision)


def test_the_forums_own_headings_follow_its_meetings_into_the_file_and_back(bra: Council, tmp_path: Path) -> None:
    with bra.office.work("") as work:
        revision = work.get(Forum, bra.forum_id).revision
    own = own_words([(PaperHeading.DECISION, "Rådets beslut"), (PaperHeading.OTHERS, "Övriga deltagande")])
    register.change(bra.office, Forum, bra.forum_id, {"headings": own}, revision)
    ref = bra.closed()
    assert "Rådets beslut" in pdf_text(documents.make(bra.office, ref, "protocol").content)
    (tmp_path / "möte.json").write_bytes(meeting_files.export_meeting(bra.office, ref))
    assert meeting_file.read(tmp_path / "möte.json").forum.headings == own


def test_words_of_a_file_that_the_register_says_otherwise_are_told_and_not_taken(bra: Council, tmp_path: Path) -> None:
    with bra.office.work("") as work:
        revision = work.get(Forum, bra.forum_id).revision
    own = own_words([(PaperHeading.DECISION, "Rådets beslut")])
    register.change(bra.office, Forum, bra.forum_id, {"headings": own}, revision)
    file = tmp_path / "möte.json"
    file.write_bytes(meeting_files.export_meeting(bra.office, bra.planned()))
    with council() as other:
        done = meeting_files.import_meeting(other.office, file)
        assert "är forumets egna och inte filens: ”Beslut”, i filen ”Rådets beslut”." in done.remark
        assert other.content(done.ref).forum.headings == ()
    with council(headings=own) as same:
        assert "filens" not in meeting_files.import_meeting(same.office, file).remark


def test_a_file_whose_items_are_called_otherwise_than_here_is_told(bra: Council, tmp_path: Path) -> None:
    with bra.office.work("") as work:
        revision = work.get(Forum, bra.forum_id).revision
    register.change(bra.office, Forum, bra.forum_id, {"number_prefix": "FHR"}, revision)
    file = tmp_path / "möte.json"
    file.write_bytes(meeting_files.export_meeting(bra.office, bra.planned()))
    with council() as other:
        done = meeting_files.import_meeting(other.office, file)
    assert "Paragraferna heter som i forumet, ”§ 1”, och inte som i filen, ”FHR 1”." in done.remark.replace(NBSP, " ")


def test_arms_that_are_cut_out_are_shown_by_what_draws_them_on_paper(bra: Council, tmp_path: Path) -> None:
    cut = tmp_path / "vapen.svg"
    cut.write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100"><defs><clipPath id="c">'
        '<circle cx="50" cy="50" r="40"/></clipPath></defs>'
        '<g clip-path="url(#c)"><rect width="100" height="100" fill="#cc0000"/></g></svg>',
        encoding="utf-8",
    )
    look.set_arms(bra.office, cut)
    assert reading.arms(bra.office).startswith(b"%PDF")
    plain = tmp_path / "hel.svg"
    plain.write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><rect width="9" height="9" fill="#cc0000"/></svg>',
        encoding="utf-8",
    )
    look.set_arms(bra.office, plain)
    assert reading.arms(bra.office) == plain.read_bytes()


def test_the_annex_of_an_item_that_was_never_taken_up_lies_in_no_protocol_and_goes_on_with_the_item(
    bra: Council, tmp_path: Path
) -> None:
    change(bra, embed_meeting_file=True)
    ref = bra.running()
    for place in range(2):
        minutes.take_up(bra.office, bra.item(ref, place))
    for place, name in enumerate(("justerare.txt", "polisen.txt"), 1):
        (tmp_path / name).write_bytes(name.encode())
        annexes.add_annex(bra.office, ref, tmp_path / name, item_id=bra.item(ref, place))
    later = bra.planned(DAY + timedelta(days=30))
    opening.close_meeting(bra.office, ref)
    made = locked.render_to_lock(bra.office, bra.content(ref), "protocol")
    with pikepdf.open(io.BytesIO(made)) as pdf:
        assert sorted(pdf.attachments) == [f"{ref}.json", "Bilaga 1 justerare.txt"]
        inside = pdf.attachments[f"{ref}.json"].get_file().read_bytes().decode("utf-8")
    assert "polisen" not in pdf_text(made)
    assert "polisen.txt" not in inside
    carrying.carry_over(bra.office, ref)
    assert [annex.file_name for annex in bra.content(later).annexes] == ["polisen.txt"]
