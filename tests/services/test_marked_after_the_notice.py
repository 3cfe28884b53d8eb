"""Words that are marked when the notice has gone out stand in nothing that is sent after it, as they were or as now."""

from bra_desktop.domain.text import Paragraph, Run, TextDocument
from bra_desktop.services.live import minutes
from bra_desktop.services.papers import mailing
from bra_desktop.services.preparing import notice, planning, supplements
from tests.builders import Council, pdf_text
from tests.services.test_mailing import addressed, files, said

__all__ = ["addressed"]

MARKED = TextDocument(
    (Paragraph("p", (Run("hon heter Kalle Tjuvlund på Granvägen", confidential=True, ground="26 kap. 1 § OSL"),)),)
)


def called(c: Council) -> tuple[str, str]:
    """A meeting whose notice says what is marked since then, and the item that does."""
    ref = c.planned()
    item = planning.add_item(c.office, ref, planning.PlannedItem("Samtal om Tjuvlund"))
    planning.change_meeting(c.office, ref, {"title": "Möte om Tjuvlund", "place": "Granvägen 5"})
    notice.send_notice(c.office, ref)
    minutes.save_text(c.office, c.item(ref, 2), MARKED, field="basis")
    return ref, item


def told(mail: mailing.Mail) -> str:
    papers = [content for name, content in files(mail).items() if name.endswith(".pdf")]
    return "\n".join((said(mail), *map(pdf_text, papers))).replace("\N{NO-BREAK SPACE}", " ")


def test_the_notice_is_sent_again_without_words_that_are_marked_since(addressed: Council) -> None:
    ref, _item = called(addressed)
    again = told(mailing.make_mail(addressed.office, ref, "notice_mail"))
    assert "här kommer" in again
    assert "Tjuvlund" not in again
    assert "Granvägen" not in again


def test_what_was_changed_since_is_told_without_the_marked_words_that_it_had(addressed: Council) -> None:
    ref, item = called(addressed)
    planning.change_item(addressed.office, item, {"title": "Samtal"})
    planning.change_meeting(addressed.office, ref, {"title": "Möte", "place": "Rådhuset"})
    first = mailing.make_mail(addressed.office, ref, "notice_mail")
    public = pdf_text(supplements.make_supplement(addressed.office, ref, public=True).content)
    for text in (told(first), public, told(mailing.send_supplement_mail(addressed.office, ref))):
        assert "Rådhuset" in text
        assert "Tjuvlund" not in text
        assert "Granvägen" not in text
