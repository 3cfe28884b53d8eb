"""Signs that the papers cannot show are named while they can still be changed, each with where it stands."""

from __future__ import annotations

from dataclasses import replace

from bra_desktop.documents.pdf.fonts import typeface
from bra_desktop.domain import closing
from bra_desktop.domain import text as t
from bra_desktop.domain.content import DecisionContent
from bra_desktop.domain.errors import Missing
from bra_desktop.domain.guards import warnings_for
from bra_desktop.domain.kinds import MeetingState
from bra_desktop.domain.printable import has_glyph, name_words, unprintable
from tests.documents.samples import council

EVERY = [chr(code) for code in range(0x20, 0x11000) if not 0xD800 <= code < 0xE000]


def test_what_is_said_to_have_a_glyph_is_what_the_shipped_typeface_has() -> None:
    face = typeface()
    wrong = [sign for sign in EVERY if has_glyph(sign) is not face.draws([sign]) and sign != "\uffff"]
    assert wrong == []
    assert not has_glyph("\U0001f600")


def test_a_name_that_cannot_be_printed_is_told_before_the_notice_is_made_and_when_the_meeting_closes() -> None:
    content = council()
    key = content.participants[3].person
    people = tuple(replace(p, name="王芳 Wang") if p.key == key else p for p in content.people)
    content = replace(content, people=people)
    told = Missing(
        "Namnet 王芳 Wang skrivs ut med rutor i stället för 王芳. Skriv det med latinska bokstäver.", "participants"
    )
    assert told in warnings_for(content, MeetingState.CALLED)
    assert told in closing.gaps(content)
    assert not any("rutor" in one.text for one in warnings_for(council(), MeetingState.CALLED))


def test_letters_that_cannot_be_printed_are_told_as_the_words_they_make() -> None:
    assert name_words("محمد علي") == "Namnet محمد علي skrivs ut med rutor. Skriv det med latinska bokstäver."
    assert name_words("Ali (علي) 王小明 😀👍").startswith(
        "Namnet Ali (علي) 王小明 😀👍 skrivs ut med rutor i stället för علي 王小明 😀 👍."
    )


def test_the_closing_list_names_each_text_with_signs_that_cannot_be_printed() -> None:
    content = council()
    item = replace(
        content.items[2],
        title="Grillkväll 😀",
        text=t.plain_document("Vi säger 👍 och 中 → åäö."),
        decisions=(DecisionContent("d", "fira 🎉"),),
    )
    content = replace(content, items=(*content.items[:2], item, *content.items[3:]))
    assert [(gap.text.replace("\u00a0", " "), gap.place) for gap in unprintable(content)] == [
        ("Rubriken på § 40 har ett tecken som inte kan skrivas ut: 😀. Byt ut det.", "item/s40"),
        ("Texten i § 40 har tecken som inte kan skrivas ut: 👍 中. Byt ut dem.", "item/s40/text"),
        ("Beslutet i § 40 har ett tecken som inte kan skrivas ut: 🎉. Byt ut det.", "item/s40/decisions/d"),
    ]
    assert set(unprintable(content)) <= set(closing.gaps(content))
