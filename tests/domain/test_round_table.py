"""A round of information: who said nothing under her heading is left out of the paper, and named at closing."""

from bra_desktop.domain.closing import gaps
from bra_desktop.domain.content import MeetingContent
from bra_desktop.domain.kinds import DocumentProfile, MeetingState
from bra_desktop.domain.round_table import round_blocks, silent_organisations, without_silent
from bra_desktop.domain.text import Block, Heading, Paragraph, Run, TextDocument, plain_text
from tests.domain.almby import council, with_item, with_profile

NAMES = [organisation.name for organisation in council().organisations][:3]
FIRST, SECOND, THIRD = NAMES


def heading(words: str, level: int = 1) -> Heading:
    return Heading(f"h{words}{level}", level, (Run(words),))


def said(words: str) -> Paragraph:
    return Paragraph(f"p{words}", (Run(words),) if words else ())


def printed(*blocks: Block) -> list[str]:
    return plain_text(without_silent(council(), TextDocument(blocks))).split("\n")


def held(*blocks: Block, profile: DocumentProfile = DocumentProfile.COUNCIL) -> MeetingContent:
    return with_profile(with_item(council(state=MeetingState.IN_PROGRESS), 41, text=TextDocument(blocks)), profile)


def told(content: MeetingContent) -> list[tuple[str, str]]:
    return [(one.place, one.text.replace("\u00a0", " ")) for one in silent_organisations(content)]


def test_headings_of_those_who_said_nothing_are_not_printed() -> None:
    blocks = (
        said("Ordet går runt."),
        heading(FIRST),
        said(""),
        heading(SECOND),
        said("Lugnt."),
        heading(THIRD),
        said(" "),
    )
    assert printed(*blocks) == ["Ordet går runt.", SECOND, "Lugnt."]


def test_a_round_where_nobody_said_anything_prints_no_heading() -> None:
    ids = iter("abcdefghij")
    text = TextDocument(round_blocks(NAMES, TextDocument(), lambda: next(ids)))
    assert without_silent(council(), text) == TextDocument()


def test_headings_that_somebody_wrote_herself_are_printed_as_they_are() -> None:
    for blocks in (
        (heading("Läget"), said(""), heading("Framåt"), said("Vi ses.")),
        (heading("Läget"),),
        (heading(FIRST), heading("Statistik", 2), said("Färre brott.")),
        (heading(FIRST), heading("Statistik"), said("Färre brott.")),
        (said(FIRST), said("")),
        (heading(FIRST, 2), said("")),
    ):
        text = TextDocument(blocks)
        assert without_silent(council(), text) == text


def test_closing_says_once_which_organisations_said_nothing() -> None:
    content = held(heading(FIRST), said(""), heading(SECOND), said(""), heading(THIRD), said("Lugnt."))
    expected = (
        f"§ 41: inget står under {FIRST} och {SECOND}. Rubrikerna utelämnas ur protokollet. "
        "Skriv under dem om något sades."
    )
    assert told(content) == [("item/i41/text", expected)]
    assert sum("inget står under" in one.text for one in gaps(content)) == 1
    assert told(held(heading(FIRST), said("Allt lugnt."))) == []


def test_in_notes_the_heading_is_left_out_of_the_notes() -> None:
    ((_place, text),) = told(held(heading(FIRST), said(""), profile=DocumentProfile.NOTES))
    assert f"inget står under {FIRST}. Rubriken utelämnas ur anteckningarna. Skriv under den om något sades." in text
