"""Marked words that are put into a plain text stand in no paper, mail or calendar entry that leaves."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bra_desktop.documents import action_list, decision_log, decision_register, letters, notes, notice, protocol
from bra_desktop.documents.extract import Extracts
from bra_desktop.documents.supplement import News, supplement
from bra_desktop.domain.confidentiality import COMPLETE_WARNING
from bra_desktop.domain.content import (
    ActionContent,
    AnnexContent,
    DecisionContent,
    DispatchContent,
    MeetingContent,
    ReservationContent,
    VoteContent,
)
from bra_desktop.domain.kinds import DocumentProfile, MeetingState
from bra_desktop.domain.names_in_text import words_at
from bra_desktop.domain.text import Paragraph, Run, TextDocument
from tests.documents.blocks_as_text import blocks_as_text
from tests.documents.samples import formal

GROUND = "26 kap. 1 § OSL"
DAY = date(2026, 12, 17)
SECRETS = ["Kerstin Ulvhagen", "den gula kiosken", "QQ17", "bakom 14:e huset", "hon, som i går hotades av sin granne"]


def repeating(secret: str, said: str) -> MeetingContent:
    """The words are marked in the first item and stand in every plain text of the third."""
    content = formal()
    text = TextDocument((Paragraph("p", (Run("Då sades att "), Run(secret, ground=GROUND), Run(" är sett."))),))
    person = content.people[0].key
    changed = replace(
        content.items[2],
        title=said,
        group=said,
        decisions=(DecisionContent("d", said),),
        votes=(VoteContent("v", said, said),),
        reservations=(ReservationContent("r", (person,), said),),
        actions=(ActionContent("a", said, goal=said, note=said), ActionContent("b", said, decision="d")),
        dispatch=(DispatchContent(name=said),),
        annexes=("b8",),
    )
    items = (replace(content.items[0], text=text), content.items[1], changed, *content.items[3:])
    annex = AnnexContent("b8", said, 8, origin=said, file_name=f"{said}.pdf", digest="0" * 64, size=1)
    return replace(content, title=said, items=items, annexes=(*content.annexes, annex))


def every_text(content: MeetingContent) -> dict[str, str]:
    before = replace(content, state=MeetingState.CALLED)
    as_notes = replace(content, forum=replace(content.forum, profile=DocumentProfile.NOTES))
    item = content.items[2].key
    papers = {
        "protocol": protocol.protocol(content, public=True),
        "item": protocol.protocol(content, public=True, only=item),
        "notes": notes.notes(as_notes, public=True),
        "notice": notice.notice(before, public=True),
        "agenda": notice.agenda(before, public=True),
        "supplement": supplement(before, News(frozenset({item}), frozenset({"b8"})), 1, made_on=DAY, public=True),
        "extract": Extracts(content, DAY).of((item,), content.items[2].dispatch[0].name.splitlines()),
        "decisions": decision_log.decision_log(content),
        "actions": action_list.action_list(content, day=DAY),
        "register": decision_register.decision_register([decision_register.Held(content)], year=2026, day=DAY),
    }
    mails = {
        "notice mail": letters.notice_letter(before),
        "decided mail": letters.decided_letter(content),
        "extract mail": letters.extract_letter(content, [item]),
        "cancelled mail": letters.cancelled_letter(before),
    }
    texts = {
        name: "\n".join((blocks_as_text(paper), paper.full_title, paper.subtitle, paper.registry_number))
        for name, paper in papers.items()
    }
    return texts | {name: f"{mail.subject}\n{mail.text}" for name, mail in mails.items()}


@pytest.mark.parametrize("secret", SECRETS)
def test_marked_words_in_any_plain_text_stand_in_nothing_that_leaves(secret: str) -> None:
    for name, said in every_text(repeating(secret, secret)).items():
        assert row(secret) not in row(said), name


@given(st.sampled_from(SECRETS), st.text("abcåäö .,;:”()-§\n", max_size=12), st.text("abcåäö .,;:”()-§\n", max_size=12))
@settings(max_examples=15, deadline=None)
def test_however_the_words_stand_in_the_text_they_are_removed(secret: str, before: str, after: str) -> None:
    for name, said in every_text(repeating(secret, f"{before} {secret} {after}")).items():
        assert row(secret) not in row(said), name


def test_the_papers_say_what_was_removed_and_on_what_ground() -> None:
    content = repeating(SECRETS[0], f"Ring {SECRETS[0]} i dag")
    texts = every_text(content)
    for name in ("protocol", "extract", "decisions", "actions", "decided mail"):
        assert (
            "ring [uppgift borttagen, 26 kap. 1 § osl] i dag" in texts[name].replace("\N{NO-BREAK SPACE}", " ").lower()
        )
    extract = Extracts(content, DAY).of((content.items[2].key,))
    assert GROUND in extract.warning


def test_the_own_paper_of_an_item_warns_of_what_it_repeats_of_another() -> None:
    content = repeating(SECRETS[0], f"Ring {SECRETS[0]} i dag")
    assert COMPLETE_WARNING in protocol.protocol(content, only=content.items[2].key).warning
    assert COMPLETE_WARNING not in protocol.protocol(repeating(SECRETS[0], "Ring"), only=content.items[2].key).warning


def test_an_extract_tells_the_ground_of_a_withheld_annex() -> None:
    content = formal()
    annex = AnnexContent("b8", "Hemligt brev", 8, confidential="18 kap. 1 § OSL")
    item = replace(content.items[0], annexes=("b8",))
    content = replace(content, items=(item, *content.items[1:]), annexes=(annex,))
    extract = Extracts(content, DAY).of((item.key,))
    assert "18 kap. 1 § OSL" in extract.warning
    assert "Sekretessmarkerad bilaga. Uppgifter är borttagna med stöd av 18 kap. 1 § OSL." in blocks_as_text(
        extract
    ).replace("\N{NO-BREAK SPACE}", " ")


def row(text: str) -> str:
    return f" {' '.join(word for word, _start, _end in words_at(text))} "
