"""A mail draft is read back by Python's own reader of mails as what was written."""

import email
from email.message import EmailMessage
from email.policy import default

from hypothesis import given
from hypothesis import strategies as st

from bra_desktop.exchange.mail_draft import Addressee, Attached, MailDraft, write_draft

PAPER = Attached("Kallelse BRÅ 2026-12-03.pdf", b"%PDF-1.7\n\x00\xff", "application/pdf")
DRAFT = MailDraft(
    to=(Addressee("Éva Lind", "eva.lind@almby.example"), Addressee("Åkerlund, Björn", "bjorn@almby.example")),
    subject="Kallelse: brottsförebyggande rådet – torsdag 3 december 2026 kl. 10.00, ett ämne som tar mer än en rad",
    text="Hej,\n\nå ä ö Å Ä Ö é § – ”citat”\n.\nFrom är första ordet på raden\n\n" + "lång rad " * 200 + "\n",
    attached=(PAPER,),
    sender=Addressee("Anna Svedin", "anna.svedin@almby.example"),
)


def read(draft: MailDraft) -> EmailMessage:
    message = email.message_from_bytes(write_draft(draft), policy=default)
    assert isinstance(message, EmailMessage)
    return message


def said(message: EmailMessage) -> str:
    """The text; the lines of a mail end with both signs of a typewriter (RFC 5322, 2.3)."""
    body = message.get_body()
    assert body is not None
    text = body.get_content()
    assert isinstance(text, str)
    return text.replace("\r\n", "\n")


def test_addressees_subject_text_and_file_come_back() -> None:
    message = read(DRAFT)
    assert [(one.display_name, one.addr_spec) for one in message["To"].addresses] == [
        ("Éva Lind", "eva.lind@almby.example"),
        ("Åkerlund, Björn", "bjorn@almby.example"),
    ]
    assert message["Subject"] == DRAFT.subject
    assert message["Reply-To"].addresses[0].addr_spec == "anna.svedin@almby.example"
    assert said(message) == DRAFT.text
    (paper,) = message.iter_attachments()
    assert paper.get_filename() == PAPER.file_name
    assert paper.get_content_type() == "application/pdf"
    assert paper.get_content() == PAPER.content


def test_it_opens_as_a_draft_and_is_from_nobody_yet() -> None:
    message = read(DRAFT)
    assert message["X-Unsent"] == "1"
    assert message["From"] is None
    assert message["Date"] is None
    assert not message.defects


def test_the_same_draft_gives_the_same_bytes() -> None:
    assert write_draft(DRAFT) == write_draft(DRAFT)


def test_lines_are_plain_and_short_on_the_way() -> None:
    for line in write_draft(DRAFT).split(b"\r\n"):
        assert len(line) <= 998  # RFC 5322, 2.1.1
        assert line.isascii()


def test_a_line_break_in_a_name_or_subject_writes_no_header_of_its_own() -> None:
    message = read(
        MailDraft((Addressee("Eva\nBcc: x@y.example", "eva@almby.example"),), "A\r\nBcc: x@y.example", "T\n")
    )
    assert message["Bcc"] is None
    assert message["Subject"] == "A Bcc: x@y.example"


@given(st.text(st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp")), min_size=1, max_size=300))
def test_any_words_come_back_as_they_were(words: str) -> None:
    message = read(MailDraft((), "Ämne", f"a{words}b\n"))
    assert said(message) == f"a{words}b\n"
