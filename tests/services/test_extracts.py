"""Extracts of a protocol: divided as they were chosen, saved all or not at all, and kept with to whom."""

import email
from datetime import date
from email.policy import default
from pathlib import Path

import pytest

from bra_desktop.domain.content import DispatchContent
from bra_desktop.domain.errors import RuleBroken, UserError
from bra_desktop.domain.extracts import Choice, Division, Extract, extractable, extracts
from bra_desktop.domain.kinds import DocumentProfile, Numbering
from bra_desktop.domain.register import Organisation
from bra_desktop.services import reading, undoing
from bra_desktop.services.live import decisions
from bra_desktop.services.papers import mailing_extracts
from bra_desktop.services.papers.extracts import composed_extract, extract_of, save_extract, save_extracts
from bra_desktop.services.papers.sent import KEPT
from bra_desktop.services.preparing import planning
from bra_desktop.ui.saving_extracts import progress_words
from tests.builders import DAY, Council, council, pdf_text

BOARD, COMPANY = "Kommunstyrelsen", "Almbyhem AB"
GROUND = "26 kap. 1 § offentlighets- och sekretesslagen"
EACH = Division.PER_ITEM_AND_RECIPIENT


def decided(made: Council, day: date = DAY) -> str:
    """A meeting that is closed; its first item goes to the board, the second to the board and a company."""
    ref = made.written(day)
    for name in (BOARD, COMPANY):
        if name not in made.organisations:
            made.add_organisation(name)
    board = DispatchContent(made.organisations[BOARD])
    decisions.set_dispatch(made.office, made.item(ref, 0), (board,))
    decisions.set_dispatch(made.office, made.item(ref, 1), (board, DispatchContent(name=COMPANY)))
    return ref


def keys(made: Council, ref: str, *numbers: int) -> tuple[str, ...]:
    return tuple(made.item(ref, number) for number in numbers)


def handed_out(made: Council, ref: str) -> list[tuple[str, str]]:
    """The extracts that are kept: file name and recipient."""
    return sorted(
        (d.file_name, d.recipient) for d in reading.meeting_view(made.office, ref).documents if d.kind == "extract"
    )


def names(paths: tuple[Path, ...]) -> list[str]:
    return [path.name for path in paths]


def test_a_choice_is_divided_by_item_by_recipient_and_by_both(bra: Council) -> None:
    ref = decided(bra)
    content, (first, second, third) = bra.content(ref), keys(bra, ref, 0, 1, 2)

    def made(division: Division, items: tuple[str, ...] | None, to: tuple[str, ...] | None = None) -> list[Extract]:
        return list(extracts(content, Choice(items, to, division)))

    both = (BOARD, COMPANY)
    assert made(Division.TOGETHER, None) == [Extract((first, second), both)]
    assert made(Division.TOGETHER, (third, first), ()) == [Extract((first, third))]
    assert made(Division.PER_ITEM, (third, second)) == [Extract((second,), both), Extract((third,))]
    assert made(Division.PER_RECIPIENT, None) == [Extract((first, second), (BOARD,)), Extract((second,), (COMPANY,))]
    assert made(EACH, None) == [
        Extract((first,), (BOARD,)), Extract((second,), (BOARD,)), Extract((second,), (COMPANY,))
    ]  # fmt: skip
    typed = made(Division.PER_RECIPIENT, (first, second), (COMPANY, "Polisen"))
    assert typed == [Extract((second,), (COMPANY,)), Extract((first, second), ("Polisen",))]
    assert made(EACH, (third,)) == [Extract((third,))]
    assert made(Division.TOGETHER, ()) == []


def test_one_extract_is_saved_and_kept_with_its_recipients(bra: Council, tmp_path: Path) -> None:
    ref = decided(bra)
    place = tmp_path / "utdrag.pdf"
    save_extract(bra.office, ref, Choice(), place)
    words = pdf_text(place.read_bytes())
    assert "Till Kommunstyrelsen Almbyhem AB" in words
    assert "§ 1 Mötets öppnande" in words
    assert "§ 3" not in words
    assert "Utkast. Protokollet är inte justerat." in words
    assert handed_out(bra, ref) == [("utdrag.pdf", "Kommunstyrelsen; Almbyhem AB")]
    assert undoing.meeting_history(bra.office, ref)[0].label == "Skapa protokollsutdrag"


def test_looking_at_an_extract_keeps_nothing(bra: Council) -> None:
    ref = decided(bra)
    before = bra.everything()
    composed, one = composed_extract(bra.office, ref, Choice(keys(bra, ref, 1)))
    assert one == Extract(keys(bra, ref, 1), (BOARD, COMPANY))
    assert composed.name == "Protokollsutdrag BRÅ 2026-03-05 § 2"
    assert extract_of(bra.office, ref, (2, 1)).name == "Protokollsutdrag BRÅ 2026-03-05 §§\u00a01–2".replace(
        "\u00a0", " "
    )
    assert bra.everything() == before


def test_every_item_and_recipient_of_many_meetings_gets_a_file_with_a_name_of_its_own(
    bra: Council, tmp_path: Path
) -> None:
    refs = [decided(bra), decided(bra, date(2026, 5, 7))]
    (tmp_path / "PROTOKOLLSUTDRAG BRÅ 2026-03-05 § 1 till Kommunstyrelsen.pdf").write_bytes(b"another")
    told: list[tuple[int, int]] = []
    choices = {ref: Choice(division=EACH) for ref in refs}
    made = save_extracts(bra.office, choices, tmp_path, lambda count, total: told.append((count, total)))
    assert names(made) == [
        "Protokollsutdrag BRÅ 2026-03-05 § 1 till Kommunstyrelsen (2).pdf",
        "Protokollsutdrag BRÅ 2026-03-05 § 2 till Kommunstyrelsen.pdf",
        "Protokollsutdrag BRÅ 2026-03-05 § 2 till Almbyhem AB.pdf",
        "Protokollsutdrag BRÅ 2026-05-07 § 5 till Kommunstyrelsen.pdf",
        "Protokollsutdrag BRÅ 2026-05-07 § 6 till Kommunstyrelsen.pdf",
        "Protokollsutdrag BRÅ 2026-05-07 § 6 till Almbyhem AB.pdf",
    ]
    assert len(list(tmp_path.iterdir())) == 7
    assert all(path.read_bytes().startswith(b"%PDF") for path in made)
    assert [recipient for _name, recipient in handed_out(bra, refs[0])] == [BOARD, COMPANY, BOARD]
    assert told == [(0, 0), (0, 0), *((count, 6) for count in range(7))]
    assert [progress_words(*one) for one in told[1:4]] == ["läser mötena", "1 av 6", "2 av 6"]
    assert undoing.meeting_history(bra.office, refs[0])[0].change_set_id == (
        undoing.meeting_history(bra.office, refs[1])[0].change_set_id
    ), "one write for all"


def test_a_name_that_no_system_takes_is_made_one(bra: Council, tmp_path: Path) -> None:
    ref = decided(bra)
    odd = ("Nämnden: A/B*?", "nämnden: a|b*?", "x" * 300, "..", "CON")
    made = save_extracts(bra.office, {ref: Choice(keys(bra, ref, 0), odd, EACH)}, tmp_path)
    assert len({name.casefold() for name in names(made)}) == len(odd)
    assert all(not set('\\/:*?"<>|').intersection(name) and len(name) < 150 for name in names(made))
    assert names(made)[:2] == [
        "Protokollsutdrag BRÅ 2026-03-05 § 1 till Nämnden- A-B.pdf",
        "Protokollsutdrag BRÅ 2026-03-05 § 1 till nämnden- a-b (2).pdf",
    ]


@pytest.mark.parametrize("at", [0, 2, 3])
def test_what_is_ended_leaves_nothing_behind(bra: Council, tmp_path: Path, at: int) -> None:
    ref = decided(bra)
    before = bra.everything()

    class Ended(Exception):
        pass

    def end(count: int, _total: int) -> None:
        if count == at:
            raise Ended

    with pytest.raises(Ended):
        save_extracts(bra.office, {ref: Choice(division=EACH)}, tmp_path, end)
    assert list(tmp_path.iterdir()) == []
    assert bra.everything() == before


def test_a_folder_that_takes_no_files_is_told_of_and_nothing_is_kept(bra: Council, tmp_path: Path) -> None:
    ref = decided(bra)
    before = bra.everything()
    (tmp_path / "fil").write_bytes(b"")
    for place in (tmp_path / "finns inte", tmp_path / "fil"):
        with pytest.raises(UserError, match="kan inte sparas där"):
            save_extracts(bra.office, {ref: Choice(division=EACH)}, place)
        with pytest.raises(UserError, match="kan inte sparas där"):
            save_extract(bra.office, ref, Choice(), place / "ett.pdf")
    assert bra.everything() == before


def test_a_wrong_choice_is_told_in_a_sentence(bra: Council, tmp_path: Path) -> None:
    ref = decided(bra)
    before = bra.everything()
    with pytest.raises(UserError, match="har ingen §\u00a099"):
        extract_of(bra.office, ref, (1, 99))
    with pytest.raises(UserError, match="Ingen paragraf är vald"):
        save_extracts(bra.office, {ref: Choice(())}, tmp_path)
    with pytest.raises(UserError, match="Ingen av mötets paragrafer har någon mottagare"):
        composed_extract(bra.office, bra.running(date(2026, 6, 4)), Choice())
    planned = bra.planned(date(2026, 9, 3))
    before = bra.everything()
    with pytest.raises(RuleBroken, match="inga paragrafer att göra utdrag av än"):
        extract_of(bra.office, planned, (1,))
    assert bra.everything() == before
    assert list(tmp_path.iterdir()) == []


def test_a_number_that_is_not_there_is_told_in_the_words_of_the_forum() -> None:
    with council(number_prefix="FHR") as made:
        ref = decided(made)
        with pytest.raises(UserError, match=f"^Mötet {ref} har inget FHR\u00a099. Välj bland mötets paragrafer.$"):
            extract_of(made.office, ref, (99,))
    with council(numbering=Numbering.NONE) as made:
        ref = decided(made)
        with pytest.raises(UserError, match=f"^Mötet {ref} har ingen punkt 99. Välj bland mötets punkter.$"):
            extract_of(made.office, ref, (99,))


def test_notes_have_no_extracts() -> None:
    with council(profile=DocumentProfile.NOTES) as made:
        ref = made.frozen()
        assert extractable(made.content(ref)) == ()
        with pytest.raises(RuleBroken, match="för minnesanteckningar"):
            composed_extract(made.office, ref, Choice(keys(made, ref, 0)))


def test_a_mail_with_an_extract_goes_to_those_who_have_an_address(bra: Council) -> None:
    ref = decided(bra)
    with bra.office.work("Ändra organisation") as work:
        work.get(Organisation, bra.organisations[BOARD]).email = "ks@almby.example"
        work.commit()
    mail = mailing_extracts.send_extract_mail(bra.office, ref, Choice())
    message = email.message_from_bytes(mail.draft.content, policy=default)
    assert str(message["To"]) == "Kommunstyrelsen <ks@almby.example>"
    assert mail.without_address == (COMPANY,)
    assert str(message["Subject"]).startswith("Protokollsutdrag §§")
    body = message.get_body(("plain",))
    assert body is not None
    assert "Protokollet är inte justerat än, och lydelsen kan ändras." in body.get_content()
    (paper,) = message.iter_attachments()
    assert "Till Kommunstyrelsen Almbyhem AB" in pdf_text(paper.get_content())
    assert [recipient for _name, recipient in handed_out(bra, ref)] == ["Kommunstyrelsen; Almbyhem AB"]


def test_to_whom_a_withheld_item_goes_is_told_neither_on_paper_nor_in_a_name_but_is_noted(
    bra: Council, tmp_path: Path
) -> None:
    ref = decided(bra)
    first, second = keys(bra, ref, 0, 1)
    planning.change_item(bra.office, second, {"confidential": GROUND})
    place = tmp_path / "båda.pdf"
    save_extract(bra.office, ref, Choice((first, second)), place)
    assert "Till Kommunstyrelsen Plats och tid" in pdf_text(place.read_bytes())
    assert COMPANY not in pdf_text(place.read_bytes())
    alone, _one = composed_extract(bra.office, ref, Choice((second,), (COMPANY,)))
    assert alone.name.endswith("§ 2")
    assert "Till " not in pdf_text(alone.as_pdf().content)
    made = save_extracts(bra.office, {ref: Choice(division=EACH)}, tmp_path)
    assert names(made) == [
        f"Protokollsutdrag BRÅ {DAY} § 1 till Kommunstyrelsen.pdf",
        f"Protokollsutdrag BRÅ {DAY} § 2.pdf",
        f"Protokollsutdrag BRÅ {DAY} § 2 (2).pdf",
    ]
    assert [to for _name, to in handed_out(bra, ref)].count(COMPANY) == 1
    assert f"{BOARD}; {COMPANY}" in [to for _name, to in handed_out(bra, ref)]


def test_a_mail_with_a_withheld_item_shows_nobody_to_whom_that_goes(bra: Council) -> None:
    ref = decided(bra)
    bra.add_organisation(COMPANY)
    for name, address in ((BOARD, "ks@almby.example"), (COMPANY, "ab@almby.example")):
        with bra.office.work("Ändra organisation") as work:
            work.get(Organisation, bra.organisations[name]).email = address
            work.commit()
    planning.change_item(bra.office, bra.item(ref, 1), {"confidential": GROUND})
    new = mailing_extracts.send_extract_mail(bra.office, ref, Choice())
    (key,) = (f"{KEPT}{d.id}" for d in reading.meeting_view(bra.office, ref).documents if d.kind == "extract")
    for mail, to, unseen in (
        (new, "Kommunstyrelsen <ks@almby.example>", "Almbyhem AB <ab@almby.example>"),
        (mailing_extracts.mail_kept(bra.office, ref, key), "None", "Kommunstyrelsen <ks@almby.example>, Almbyhem AB"),
    ):
        message = email.message_from_bytes(mail.draft.content, policy=default)
        assert str(message["To"]) == to
        assert str(message["Bcc"]).startswith(unseen)
        assert mail.remark.endswith("som hemlig kopia.")
        body = message.get_body(("plain",))
        assert body is not None
        assert COMPANY not in body.get_content() + mail.draft.file_name + str(message["Subject"])
    alone = mailing_extracts.send_extract_mail(bra.office, ref, Choice((bra.item(ref, 1),), (COMPANY,)))
    assert str(email.message_from_bytes(alone.draft.content, policy=default)["To"]).startswith(COMPANY)
    assert alone.remark == ""
