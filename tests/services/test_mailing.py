"""Mails about a meeting say what is known, to those it concerns, and nothing that is marked as confidential."""

import email
from datetime import date, time
from email.message import EmailMessage
from email.policy import default
from pathlib import Path
from typing import Any

import pytest
import vobject

from bra_desktop.domain.errors import RuleBroken
from bra_desktop.domain.kinds import DecisionKind
from bra_desktop.domain.register import Person
from bra_desktop.domain.text import plain_document
from bra_desktop.services import actions, reading, register
from bra_desktop.services.live import decisions, minutes, opening
from bra_desktop.services.papers import annex_files, annexes, documents, mailing
from bra_desktop.services.papers.mailing import Mail
from bra_desktop.services.preparing import notice, planning
from bra_desktop.services.preparing.planning import PlannedItem
from tests.builders import CHAIR, DAY, GUEST, MEMBER, SECRETARY, Council, pdf_text, refused

SECRET = "Ärendet om Granvägen"
GROUND = "26 kap. 1 § offentlighets- och sekretesslagen"


@pytest.fixture
def addressed(bra: Council) -> Council:
    """The council with addresses in the register for everybody but one member."""
    for person in reading.people(bra.office):
        if person.name != MEMBER:
            values = {"email": f"{person.name.split()[0].lower()}@almby.example"}
            register.change(bra.office, Person, person.id, values, person.revision)
    return bra


def opened(mail: Mail) -> EmailMessage:
    message = email.message_from_bytes(mail.draft.content, policy=default)
    assert isinstance(message, EmailMessage)
    return message


def said(mail: Mail) -> str:
    body = opened(mail).get_body()
    assert body is not None
    return str(body.get_content()).replace("\r\n", "\n").replace("\u00a0", " ")


def files(mail: Mail) -> dict[str, bytes]:
    found = {str(part.get_filename()): part.get_payload(decode=True) for part in opened(mail).iter_attachments()}
    return {name: content for name, content in found.items() if isinstance(content, bytes)}


def calendars(mail: Mail) -> list[EmailMessage]:
    return [part for part in opened(mail).iter_attachments() if part.get_content_type() == "text/calendar"]


def entry(content: bytes) -> Any:
    return vobject.readOne(content.decode("utf-8")).vevent


def test_the_notice_goes_to_the_called_with_the_paper_and_the_calendar_entry(addressed: Council) -> None:
    ref = addressed.called()
    mail = mailing.make_mail(addressed.office, ref, "notice_mail")
    message = opened(mail)
    assert message["Subject"].replace("\u00a0", " ") == "Kallelse: BRÅ torsdag 5 mars 2026 kl. 10.00"
    names = [one.display_name for one in message["To"].addresses]
    assert CHAIR in names
    assert MEMBER not in names
    assert SECRETARY not in names, "who sends it needs no copy"
    assert mail.without_address == (MEMBER,)
    assert mail.draft.file_name == "Kallelse BRÅ 2026-03-05.eml"
    text = said(mail)
    assert "Tid: torsdag 5 mars 2026 kl. 10.00–12.00\nPlats: Rådhuset" in text
    assert "1.  Mötets öppnande\n2.  Val av justerare" in text
    assert text.endswith(f"Vänliga hälsningar\n{SECRETARY}\nSekreterare\nanna@almby.example\n")
    papers = files(mail)
    assert set(papers) == {"Kallelse BRÅ 2026-03-05.pdf", "Möte BRÅ 2026-03-05.ics"}
    assert "Kallelse" in pdf_text(papers["Kallelse BRÅ 2026-03-05.pdf"])


def test_nothing_that_is_marked_leaves_with_the_notice(addressed: Council) -> None:
    ref = addressed.planned()
    item = planning.add_item(addressed.office, ref, PlannedItem(SECRET))
    planning.change_item(addressed.office, item, {"confidential": GROUND})
    annexes.add_annex(addressed.office, ref, text="Om Granvägen 3", title="Bilaga om Granvägen", item_id=item)
    notice.send_notice(addressed.office, ref)
    mail = mailing.make_mail(addressed.office, ref, "notice_mail")
    everything = said(mail) + "".join(
        pdf_text(content) if name.endswith(".pdf") else content.decode() for name, content in files(mail).items()
    )
    assert "Granvägen" not in everything
    assert "Sekretessmarkerat ärende" in said(mail)
    assert "Uppgifter som är sekretessmarkerade finns inte med i det här brevet." in said(mail)


def test_a_meeting_that_moves_keeps_its_place_in_the_calendar_and_one_that_is_off_leaves_it(addressed: Council) -> None:
    ref = addressed.called()
    first = entry(mailing.make_calendar_file(addressed.office, ref).content)
    planning.change_meeting(addressed.office, ref, {"day": date(2026, 3, 6), "starts": time(9)})
    mail = mailing.send_supplement_mail(addressed.office, ref)
    assert "Ny tid: Fredag 6 mars 2026 kl. 09.00–12.00, tidigare torsdag 5 mars 2026 kl. 10.00–12.00" in said(mail)
    (calendar,) = (content for name, content in files(mail).items() if name.endswith(".ics"))
    moved = entry(calendar)
    planning.cancel(addressed.office, ref)
    cancelled = mailing.make_mail(addressed.office, ref, "cancelled_mail")
    (gone,) = (entry(content) for name, content in files(cancelled).items() if name.endswith(".ics"))
    told = [(part.get_param("method"), part.get_content()) for part in calendars(mail)]
    assert [method for method, _words in told] == ["PUBLISH"]
    assert "Rådhuset" in told[0][1]
    assert [part.get_param("method") for part in calendars(cancelled)] == ["CANCEL"]
    assert first.uid.value == moved.uid.value == gone.uid.value
    assert int(first.sequence.value) < int(moved.sequence.value) < int(gone.sequence.value)
    assert moved.dtstart.value.isoformat() == "2026-03-06T09:00:00+01:00"
    assert gone.status.value == "CANCELLED"


def test_a_supplement_in_a_mail_is_kept_so_that_the_next_tells_what_is_new_after_it(addressed: Council) -> None:
    ref = addressed.called()
    planning.add_item(addressed.office, ref, PlannedItem("Belysning på gångstråk"))
    mail = mailing.send_supplement_mail(addressed.office, ref)
    assert "Nya punkter\n5.  Belysning på gångstråk" in said(mail)
    assert set(files(mail)) == {"Komplettering 1 BRÅ 2026-03-05.pdf"}
    refused(addressed, lambda: mailing.send_supplement_mail(addressed.office, ref), "Inget är nytt")


def test_what_was_decided_is_told_as_soon_as_the_meeting_is_closed(addressed: Council) -> None:
    ref = addressed.running()
    assert mailing.mail_kinds(addressed.content(ref)) == ()
    for item in addressed.items(ref):
        addressed.hold(item)
    shown = addressed.item(ref, 2)
    decisions.add_decision(addressed.office, shown, "uppdra åt polisen att redovisa läget", DecisionKind.ASSIGN)
    police = addressed.add_organisation("Polisen")
    contact = addressed.people[GUEST]
    actions.add_action(
        addressed.office,
        actions.NewAction("Redovisa läget", (police,), contact_id=contact, due=date(2026, 6, 1), item_id=shown),
    )
    addressed.clock.set(DAY, time(12))
    opening.close_meeting(addressed.office, ref)
    mail = mailing.make_mail(addressed.office, ref, "decided_mail")
    text = said(mail)
    assert "det här beslutade " in text
    assert "Protokollet är inte justerat än, och lydelsen kan ändras." in text
    assert "att notera informationen, samt\natt uppdra åt polisen att redovisa läget." in text
    assert "Åtgärd: Redovisa läget. Ansvarig: Polisen, Mattias Rönn. Senast den 1 juni 2026." in text
    assert GUEST in [one.display_name for one in opened(mail)["To"].addresses]
    assert mail.draft.file_name == "Det här beslutades BRÅ 2026-03-05.eml"
    assert opened(mail)["Subject"].replace("\u00a0", " ") == "Det här beslutades: BRÅ torsdag 5 mars 2026", "as held"


def test_decisions_in_a_marked_item_are_not_told(addressed: Council) -> None:
    ref = addressed.closed()
    planning.change_item(addressed.office, addressed.item(ref, 2), {"confidential": GROUND})
    text = said(mailing.make_mail(addressed.office, ref, "decided_mail"))
    assert "Information från polisen" not in text
    assert "sekretessmarkerade finns inte med" in text


def test_the_contact_of_an_action_in_a_marked_item_is_no_addressee(addressed: Council) -> None:
    ref = addressed.running()
    shown, contact = addressed.item(ref, 2), addressed.people[GUEST]
    addressed.hold(addressed.items(ref)[2])
    police = addressed.add_organisation("Polisen")
    action = actions.NewAction("Redovisa läget", (police,), contact_id=contact, item_id=shown)
    actions.add_action(addressed.office, action)
    planning.change_item(addressed.office, shown, {"confidential": GROUND})
    addressed.clock.set(DAY, time(12))
    opening.close_meeting(addressed.office, ref)
    mail = mailing.make_mail(addressed.office, ref, "decided_mail")
    assert GUEST not in str(opened(mail)["To"])
    assert GUEST not in mail.without_address


@pytest.mark.parametrize("kind", mailing.MAIL_WORDS)
def test_a_mail_that_there_is_nothing_to_say_in_is_refused_in_words(addressed: Council, kind: str) -> None:
    ref = addressed.planned()
    assert kind not in mailing.mail_kinds(addressed.content(ref))
    with pytest.raises(RuleBroken, match=r"Mötet|Kallelsen"):
        mailing.make_mail(addressed.office, ref, kind)


def test_the_same_meeting_gives_the_same_mail(addressed: Council) -> None:
    ref = addressed.called()
    made = [mailing.make_mail(addressed.office, ref, "notice_mail") for _ in range(2)]
    assert made[0] == made[1]


def added(made: Council, ref: str, path: Path, size: int = 4, title: str = "") -> str:
    path.write_bytes(b"x" * size)
    return annexes.add_annex(made.office, ref, path, title=title)


def test_the_annexes_of_the_notice_go_with_it_but_none_that_is_marked(addressed: Council, tmp_path: Path) -> None:
    ref = addressed.planned()
    added(addressed, ref, tmp_path / "lage.txt", title="Lägesbild")
    marked = added(addressed, ref, tmp_path / "orosanmälan.txt")
    annexes.change_annex(addressed.office, marked, {"confidential": GROUND})
    notice.send_notice(addressed.office, ref)
    added(addressed, ref, tmp_path / "senare.txt")
    mail = mailing.make_mail(addressed.office, ref, "notice_mail")
    names = {"Kallelse BRÅ 2026-03-05.pdf", "Möte BRÅ 2026-03-05.ics", "Bilaga 1 lage.txt"}
    assert set(files(mail)) == names
    assert "Handlingarna följer med som egna filer." in said(mail)


def test_a_supplement_brings_the_new_annexes_also_when_it_is_sent_again(addressed: Council, tmp_path: Path) -> None:
    ref = addressed.planned()
    added(addressed, ref, tmp_path / "gammal.txt")
    notice.send_notice(addressed.office, ref)
    added(addressed, ref, tmp_path / "sen.txt", title="Sen handling")
    marked = added(addressed, ref, tmp_path / "hemlig.txt")
    annexes.change_annex(addressed.office, marked, {"confidential": GROUND})
    first = mailing.send_supplement_mail(addressed.office, ref)
    kept = next(one for one in reading.meeting_view(addressed.office, ref).documents if one.kind == "supplement")
    for mail in (first, mailing.mail_sent_supplement(addressed.office, ref, f"kept/{kept.id}")):
        assert files(mail)["Bilaga 2 sen.txt"] == b"xxxx"
        assert not {name for name in files(mail) if "gammal" in name or "hemlig" in name}
        assert "Handlingarna följer med som egna filer." in said(mail)


def test_what_is_too_large_for_a_mail_is_told_to_both(addressed: Council, tmp_path: Path) -> None:
    ref = addressed.planned()
    added(addressed, ref, tmp_path / "film.mp4", annex_files.MOST_ALONG + 1, title="Film från torget")
    notice.send_notice(addressed.office, ref)
    mail = mailing.make_mail(addressed.office, ref, "notice_mail")
    assert not any("film" in name for name in files(mail))
    assert "Den här handlingen är för stor för ett brev: Film från torget. Svara på brevet" in said(mail)
    assert mail.remark.startswith("Film från torget ryms inte i brevet (tillsammans högst 10 MB handlingar)")


def test_an_item_that_was_struck_is_called_as_struck_and_takes_no_time(addressed: Council) -> None:
    ref = addressed.planned()
    for item in addressed.items(ref):
        planning.change_item(addressed.office, item.key, {"planned_minutes": 30})
    struck = addressed.item(ref, 1)
    planning.change_item(addressed.office, struck, {"basis": plain_document("Underlag om vandringen", struck)})
    minutes.strike(addressed.office, struck)
    notice.send_notice(addressed.office, ref)
    mail = mailing.make_mail(addressed.office, ref, "notice_mail")
    assert "2.  Val av justerare (utgår)\n10.30  3.  Information från polisen" in said(mail)
    papers = [documents.make(addressed.office, ref, "agenda").content, files(mail)["Kallelse BRÅ 2026-03-05.pdf"]]
    for paper in map(pdf_text, papers):
        assert "Val av justerare Ärendet utgår" in paper
        assert "Underlag om vandringen" not in paper


def test_the_annex_of_an_item_that_was_struck_before_the_notice_goes_in_no_mail(
    addressed: Council, tmp_path: Path
) -> None:
    ref = addressed.planned()
    for name, item in (("rapport.txt", 2), ("budget.txt", 1)):
        (tmp_path / name).write_text("Underlag", encoding="utf-8")
        annexes.add_annex(addressed.office, ref, tmp_path / name, item_id=addressed.item(ref, item))
    minutes.strike(addressed.office, addressed.item(ref, 1))
    notice.send_notice(addressed.office, ref)
    names = files(mailing.make_mail(addressed.office, ref, "notice_mail"))
    assert "Bilaga 1 rapport.txt" in names
    assert not any("budget" in name for name in names)
