"""What was sent stays as it was sent: it is seen, mailed and copied again as it was, whatever has happened since."""

import email
from datetime import date, time
from email import policy

import pytest

from bra_desktop.domain.errors import RuleBroken, UserError
from bra_desktop.domain.extracts import Choice
from bra_desktop.domain.meeting import Meeting
from bra_desktop.domain.register import Organisation
from bra_desktop.domain.text import Paragraph, Run, TextDocument, plain_document
from bra_desktop.services import reading, register, undoing
from bra_desktop.services.live import attendance, minutes, opening
from bra_desktop.services.papers import annexes, copies, documents, extracts, mailing, mailing_extracts, papers, sent
from bra_desktop.services.papers.copies import Form
from bra_desktop.services.papers.sent import KeptPaper, SentDocument
from bra_desktop.services.preparing import notice, planning, supplements
from bra_desktop.services.preparing.planning import PlannedItem
from tests.builders import Council, pdf_text
from tests.services.test_mailing import addressed, files, said

__all__ = ["addressed"]

NEW = "Belysning på gångstråk"
SECRET = "Ärendet om Granvägen"
GROUND = "26 kap. 1 § offentlighets- och sekretesslagen"
NOTICE_FILE, SUPPLEMENT_FILE = "Kallelse BRÅ 2026-03-05.pdf", "Komplettering 1 BRÅ 2026-03-05.pdf"


def kept(c: Council, ref: str) -> tuple[KeptPaper, ...]:
    return sent.kept_papers(reading.meeting_view(c.office, ref).documents)


def shown(c: Council, ref: str, key: str = "notice") -> SentDocument:
    made = papers.make_paper(c.office, ref, key)
    assert isinstance(made, SentDocument)
    return made


def supplemented(c: Council) -> str:
    """A meeting with a notice of 2 February and a supplement of 10 February."""
    ref = c.called()
    planning.add_item(c.office, ref, PlannedItem(NEW))
    c.clock.set(date(2026, 2, 10))
    supplements.send_supplement(c.office, ref)
    return ref


def test_the_notice_is_shown_as_it_was_sent_and_that_the_agenda_is_another_now(bra: Council) -> None:
    ref = bra.planned()
    before = notice.send_notice(bra.office, ref).content
    assert (shown(bra, ref).content, shown(bra, ref).changed) == (before, False)
    planning.add_item(bra.office, ref, PlannedItem(NEW))
    after = shown(bra, ref)
    assert (after.content, after.changed, after.sent_on) == (before, True, date(2026, 2, 2))
    assert NEW in pdf_text(papers.make_paper(bra.office, ref, "agenda").content)


@pytest.mark.parametrize("change", [{"place": "Biblioteket"}, {"day": date(2026, 3, 6)}, {"starts": time(9)}])
def test_a_meeting_that_has_moved_is_another_than_was_told(bra: Council, change: dict[str, object]) -> None:
    ref = bra.called()
    planning.change_meeting(bra.office, ref, change)
    assert shown(bra, ref).changed


def test_the_notice_of_a_meeting_that_is_off_or_locked_is_the_one_that_was_sent(bra: Council) -> None:
    off = bra.planned(date(2026, 4, 9))
    first = notice.send_notice(bra.office, off).content
    planning.cancel(bra.office, off)
    assert shown(bra, off).content == first
    assert not shown(bra, off).changed
    ref = bra.frozen()
    assert "Information från polisen" in pdf_text(shown(bra, ref).content)


def test_what_was_sent_is_listed_with_the_day_and_read_again_byte_for_byte(bra: Council) -> None:
    ref = bra.called()
    planning.add_item(bra.office, ref, PlannedItem(NEW))
    bra.clock.set(date(2026, 2, 10))
    made = supplements.send_supplement(bra.office, ref)
    planning.add_item(bra.office, ref, PlannedItem("Kameror vid stationen"))
    first, second = kept(bra, ref)
    assert [p.words.replace("\u00a0", " ") for p in (first, second)] == [
        "Kallelse, 2 februari",
        "Komplettering 1, 10 februari",
    ]
    assert first.key == "notice"
    assert shown(bra, ref, second.key).content == made.content
    assert shown(bra, ref, second.key).file_name == SUPPLEMENT_FILE


def test_a_notice_that_was_undone_is_not_shown_as_sent(bra: Council) -> None:
    ref = bra.called()
    undoing.undo(bra.office, undoing.latest(bra.office)[0].id)
    assert kept(bra, ref) == ()
    assert not isinstance(papers.make_paper(bra.office, ref, "notice"), SentDocument)


def test_an_unknown_paper_is_refused_in_words(bra: Council) -> None:
    with pytest.raises(UserError, match="finns inte bland det som är sparat"):
        papers.make_paper(bra.office, bra.called(), f"{sent.KEPT}finns-inte")


def test_extracts_that_were_handed_out_are_read_again(bra: Council) -> None:
    ref = bra.closed()
    composed, one = extracts.composed_extract(bra.office, ref, Choice((bra.item(ref, 2),)))
    made = composed.as_pdf()
    extracts.keep_extract(bra.office, composed, made, ("Kommunstyrelsen",))
    (paper,) = [p for p in kept(bra, ref) if p.kind == "extract"]
    assert one.items
    assert paper.words == made.file_name.removesuffix(".pdf")
    assert shown(bra, ref, paper.key).content == made.content
    text = copies.copy(bra.office, ref, paper.key, Form.TEXT)
    assert "Avskrift som inte är bestyrkt." in text.text
    assert text.made.file_name == made.file_name.replace(".pdf", ".txt")
    assert copies.copy(bra.office, ref, paper.key, Form.WORD).made.content[:2] == b"PK"


def test_an_extract_that_was_kept_as_a_pdf_alone_is_not_copied(bra: Council) -> None:
    ref = bra.closed()
    composed, _one = extracts.composed_extract(bra.office, ref, Choice((bra.item(ref, 2),)))
    with bra.office.work("Skapa protokollsutdrag") as work:  # as it was done before
        documents.keep(bra.office, work, work.get(Meeting, composed.content.key), composed.as_pdf())
        work.commit()
    (paper,) = [p for p in kept(bra, ref) if p.kind == "extract"]
    with pytest.raises(RuleBroken, match="finns som pdf"):
        copies.copy(bra.office, ref, paper.key, Form.TEXT)


def test_an_extract_that_was_handed_out_is_mailed_again_to_those_who_got_it(bra: Council) -> None:
    company = bra.add_organisation("Almbyhem AB")
    row = next(one for one in reading.organisations(bra.office) if one.id == company)
    register.change(bra.office, Organisation, company, {"email": "post@almbyhem.example"}, row.revision)
    ref = bra.closed()
    composed, _one = extracts.composed_extract(bra.office, ref, Choice((bra.item(ref, 2),)))
    made = composed.as_pdf()
    extracts.keep_extract(bra.office, composed, made, ("Almbyhem AB", "Någon Annan"))
    (paper,) = [p for p in kept(bra, ref) if p.kind == "extract"]
    mail = mailing_extracts.mail_kept(bra.office, ref, paper.key)
    assert files(mail) == {made.file_name: made.content}
    assert mail.without_address == ("Någon Annan",)
    words = said(mail)
    assert "post@almbyhem.example" in str(email.message_from_bytes(mail.draft.content, policy=policy.default)["to"])
    assert "som det lämnades ut den" in words
    assert len([p for p in kept(bra, ref) if p.kind == "extract"]) == 1, "it is the same one that goes again"
    planning.change_item(bra.office, bra.item(ref, 2), {"confidential": GROUND})
    with pytest.raises(RuleBroken, match="kan ha sekretessmarkerats"):
        mailing_extracts.mail_kept(bra.office, ref, paper.key)


# ── mails ────────────────────────────────────────────────────────────────────────────────────
def test_the_mail_carries_the_notice_that_was_sent_and_says_so(addressed: Council) -> None:
    ref = addressed.planned()
    before = notice.send_notice(addressed.office, ref).content
    mail = mailing.make_mail(addressed.office, ref, "notice_mail")
    assert mail.remark == ""
    assert "densamma" not in said(mail)
    planning.add_item(addressed.office, ref, PlannedItem(NEW))
    planning.change_meeting(addressed.office, ref, {"place": "Biblioteket"})
    mail = mailing.make_mail(addressed.office, ref, "notice_mail")
    assert files(mail)[NOTICE_FILE] == before
    text = said(mail)
    assert NEW not in text
    assert "Kallelsen är densamma som skickades den 2 februari 2026." in text
    assert "Plats: Rådhuset" in text
    assert "Ny plats: Biblioteket, tidigare Rådhuset" in text
    assert mail.remark.replace("\u00a0", " ") == "Kallelsen följer med som den skickades 2 februari."


def test_what_went_out_without_the_confidential_is_kept_and_goes_again(addressed: Council) -> None:
    ref = addressed.planned()
    item = planning.add_item(addressed.office, ref, PlannedItem(SECRET))
    planning.change_item(addressed.office, item, {"confidential": GROUND})
    notice.send_notice(addressed.office, ref)
    whole, public = kept(addressed, ref)
    assert (whole.marked, public.public) == (True, True)
    assert public.words.replace("\u00a0", " ") == "Kallelse, offentlig version, 2 februari"
    planning.remove_item(addressed.office, item)
    carried = files(mailing.make_mail(addressed.office, ref, "notice_mail"))[NOTICE_FILE]
    assert carried == shown(addressed, ref, public.key).content
    assert SECRET not in pdf_text(carried)
    assert SECRET in pdf_text(shown(addressed, ref).content)


def test_what_has_been_marked_since_it_was_sent_leaves_in_no_mail(addressed: Council) -> None:
    ref = addressed.planned()
    item = planning.add_item(addressed.office, ref, PlannedItem(SECRET))
    notice.send_notice(addressed.office, ref)
    planning.change_item(addressed.office, item, {"confidential": GROUND})
    mail = mailing.make_mail(addressed.office, ref, "notice_mail")
    assert SECRET not in said(mail)
    assert SECRET not in pdf_text(files(mail)[NOTICE_FILE])
    assert SECRET in pdf_text(shown(addressed, ref).content), "what was sent stays as it was sent"


def test_an_item_in_which_a_passage_has_been_marked_since_leaves_in_no_mail(addressed: Council) -> None:
    ref = addressed.planned()
    item = planning.add_item(addressed.office, ref, PlannedItem(SECRET))
    minutes.save_text(addressed.office, item, plain_document("Om Granvägen 3.", item), field="basis")
    notice.send_notice(addressed.office, ref)
    marked = TextDocument((Paragraph("p", (Run("Om "), Run("Granvägen 3", confidential=True))),))
    minutes.save_text(addressed.office, item, marked, field="basis")
    mail = mailing.make_mail(addressed.office, ref, "notice_mail")
    assert "Granvägen" not in said(mail) + pdf_text(files(mail)[NOTICE_FILE])


def test_a_supplement_is_mailed_again_as_it_was(addressed: Council) -> None:
    ref = addressed.called()
    planning.add_item(addressed.office, ref, PlannedItem(NEW))
    addressed.clock.set(date(2026, 2, 10))
    first = mailing.send_supplement_mail(addressed.office, ref)
    planning.add_item(addressed.office, ref, PlannedItem("Kameror vid stationen"))
    annexes.add_annex(addressed.office, ref, text="Text", title="Karta över stråket")
    paper = kept(addressed, ref)[-1]
    again = mailing.mail_sent_supplement(addressed.office, ref, paper.key)
    assert files(again)[SUPPLEMENT_FILE] == files(first)[SUPPLEMENT_FILE] == shown(addressed, ref, paper.key).content
    assert f"Nya punkter\n5.  {NEW}" in said(again)
    assert "Kameror" not in said(again)
    assert "Karta" not in said(again)
    assert "Kompletteringen är densamma som skickades den 10 februari 2026." in said(again)


def test_of_a_supplement_only_what_is_new_can_be_confidential(addressed: Council) -> None:
    ref = addressed.planned()
    marked = planning.add_item(addressed.office, ref, PlannedItem(SECRET))
    planning.change_item(addressed.office, marked, {"confidential": GROUND})
    notice.send_notice(addressed.office, ref)
    planning.add_item(addressed.office, ref, PlannedItem(NEW))
    supplements.send_supplement(addressed.office, ref)
    (ordinary,) = [paper for paper in kept(addressed, ref) if paper.kind == "supplement"]
    assert "sekretess" not in pdf_text(shown(addressed, ref, ordinary.key).content)
    other = planning.add_item(addressed.office, ref, PlannedItem("Ärendet om Lövstigen"))
    planning.change_item(addressed.office, other, {"confidential": GROUND})
    supplements.send_supplement(addressed.office, ref)
    whole, public = [paper for paper in kept(addressed, ref) if paper.kind == "supplement"][-2:]
    assert (whole.number, public.number, public.public) == (2, 2, True)
    assert "Prövas före utlämnande" in pdf_text(shown(addressed, ref, whole.key).content)
    told = pdf_text(shown(addressed, ref, public.key).content)
    assert "Uppgifter är borttagna med stöd av" in told
    assert "Lövstigen" not in told


def test_a_new_annex_of_a_marked_item_leaves_in_no_mail_of_its_supplement(addressed: Council) -> None:
    ref = addressed.planned()
    marked = planning.add_item(addressed.office, ref, PlannedItem(SECRET))
    planning.change_item(addressed.office, marked, {"confidential": GROUND})
    notice.send_notice(addressed.office, ref)
    annexes.add_annex(addressed.office, ref, text="Om Granvägen 3", title="Karta över Granvägen", item_id=marked)
    supplements.send_supplement(addressed.office, ref)
    whole = next(paper for paper in kept(addressed, ref) if paper.kind == "supplement")
    assert whole.marked
    mail = mailing.mail_sent_supplement(addressed.office, ref, whole.key)
    (carried,) = files(mail).values()
    assert "Granvägen" not in said(mail) + pdf_text(carried)


def test_a_supplement_of_a_meeting_that_has_been_held_is_mailed_no_more(bra: Council) -> None:
    ref = supplemented(bra)
    paper = kept(bra, ref)[-1]
    planning.cancel(bra.office, ref)
    with pytest.raises(RuleBroken):
        mailing.mail_sent_supplement(bra.office, ref, paper.key)


# ── copies, numbers ──────────────────────────────────────────────────────────────────────────
def test_a_copy_of_what_was_sent_says_what_was_sent(bra: Council) -> None:
    ref = supplemented(bra)
    planning.add_item(bra.office, ref, PlannedItem("Kameror vid stationen"))
    first, second = kept(bra, ref)
    of_notice = copies.copy(bra.office, ref, first.key, Form.TEXT).text
    of_supplement = copies.copy(bra.office, ref, second.key, Form.TEXT)
    assert "Information från polisen" in of_notice
    assert NEW not in of_notice
    assert NEW in of_supplement.text
    assert "Kameror" not in of_supplement.text
    assert "10 februari 2026" in of_supplement.text.replace("\u00a0", " ")
    assert of_supplement.made.file_name == SUPPLEMENT_FILE.replace(".pdf", ".txt")


def test_a_supplement_was_sent_before_any_number_was_given_and_holds_none_back(bra: Council) -> None:
    ref = bra.called()
    planning.add_item(bra.office, ref, PlannedItem(NEW))
    supplements.send_supplement(bra.office, ref)
    planning.change_meeting(bra.office, ref, {"day": date(2026, 2, 2)})
    for row in bra.rows(ref).values():
        attendance.mark_present(bra.office, row)
    opening.open_meeting(bra.office, ref)
    item = bra.item(ref)
    minutes.take_up(bra.office, item)
    minutes.give_back_number(bra.office, item)
    assert bra.items(ref)[0].paragraph is None
