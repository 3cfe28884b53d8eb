"""A forum that calls its notice something else does so in mails, in names of files and in what is chosen."""

from datetime import date
from email import message_from_bytes, policy
from email.message import EmailMessage

import pytest

from bra_desktop.domain.headings import PaperHeading, notice_in_text, own_words
from bra_desktop.domain.register import Forum
from bra_desktop.services import reading, register
from bra_desktop.services.papers import documents, mailing, sent
from bra_desktop.services.preparing import notice, planning, supplements
from bra_desktop.services.preparing.planning import PlannedItem
from tests.builders import Council, pdf_text

NO_BREAK = "\N{NO-BREAK SPACE}"


def called(made: Council, word: str) -> str:
    """A meeting whose notice has been made, in a forum that calls it ``word``."""
    forum = next(one for one in reading.forums(made.office) if one.id == made.forum_id)
    headings = own_words([(PaperHeading.NOTICE, word)])
    register.change(made.office, Forum, made.forum_id, {"headings": headings}, forum.revision)
    ref = made.planned()
    notice.send_notice(made.office, ref)
    return ref


def mail(made: Council, ref: str) -> tuple[str, EmailMessage]:
    found = mailing.make_mail(made.office, ref, "notice_mail")
    message = message_from_bytes(found.draft.content, policy=policy.default)
    assert isinstance(message, EmailMessage)
    return found.draft.file_name, message


@pytest.mark.parametrize(
    ("word", "first", "last"),
    [
        ("", "här kommer kallelsen till brottsförebyggande rådets möte.", "Kallelsen följer med som pdf"),
        ("Inbjudan", "här kommer inbjudan till brottsförebyggande rådets möte.", "Inbjudan följer med som pdf"),
        (
            "Kallelse till sammanträde",
            "här kommer kallelse till sammanträde med brottsförebyggande rådet.",
            "Kallelse till sammanträde följer med som pdf",
        ),
    ],
)
def test_the_mail_says_what_the_forum_says(bra: Council, word: str, first: str, last: str) -> None:
    ref = called(bra, word)
    name, message = mail(bra, ref)
    body = message.get_body()
    assert body is not None
    text = body.get_content().replace(NO_BREAK, " ")
    assert first in text
    assert last in text
    said = word or "Kallelse"
    assert name.startswith(f"{said} BRÅ ")
    assert str(message["subject"]).startswith(f"{said}: BRÅ")
    files = [str(part.get_filename()) for part in message.iter_attachments()]
    assert files[0].startswith(f"{said} BRÅ ")


def test_names_and_choices_say_it_too(bra: Council) -> None:
    ref = called(bra, "Inbjudan")
    view = reading.meeting_view(bra.office, ref)
    assert documents.kind_word(view.content, "notice") == "Inbjudan"
    assert mailing.mail_words(view.content, "notice_mail") == "Inbjudan i e-post"
    (paper,) = sent.kept_papers(view.documents, view.content)
    assert paper.row.file_name == f"Inbjudan BRÅ {view.content.date.isoformat()}.pdf"
    assert paper.words.startswith("Inbjudan, ")


def test_a_supplement_belongs_to_what_the_forum_sent(bra: Council) -> None:
    ref = called(bra, "Inbjudan")
    planning.add_item(bra.office, ref, PlannedItem("Kameror vid stationen"))
    words = pdf_text(supplements.make_supplement(bra.office, ref).content)
    assert "Hör till Inbjudan" in words
    assert "allelse" not in words


def test_an_abbreviation_keeps_its_capitals_within_a_sentence(bra: Council) -> None:
    ref = called(bra, "BRÅ-kallelse")
    assert notice_in_text(bra.content(ref).forum) == "BRÅ-kallelse"
    assert bra.content(ref).date > date(2020, 1, 1)
