"""Whatever stands in a meeting, an extract has what was chosen in the protocol's order and nothing confidential."""

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from bra_desktop.documents.blocks import Document, FactsBox, ItemHeading
from bra_desktop.documents.extract import Extracts
from bra_desktop.documents.naming import with_plain_numbers
from bra_desktop.documents.pdf.pdf import render
from bra_desktop.domain.confidentiality import public_version
from bra_desktop.domain.content import MeetingContent
from bra_desktop.domain.extracts import Choice, Division, Extract, extractable, extracts, recipients, told_recipients
from bra_desktop.domain.spans import course
from tests.strategies import meeting_contents

MADE_ON = date(2026, 12, 17)
TYPED = st.lists(st.sampled_from(("Länsstyrelsen", "Polisen", "Kommunstyrelsen")), unique=True)


def chosen(content: MeetingContent, data: st.DataObject) -> tuple[str, ...]:
    keys = [item.key for item in content.items]
    return tuple(data.draw(st.lists(st.sampled_from(keys), unique=True, min_size=1))) if keys else ()


def headings(document: Document) -> list[str]:
    return [block.key for block in document.blocks if isinstance(block, ItemHeading)]


@settings(max_examples=60, deadline=None)
@given(content=meeting_contents(), data=st.data(), to=TYPED)
def test_an_extract_says_what_the_public_version_says_of_its_items(
    content: MeetingContent, data: st.DataObject, to: list[str]
) -> None:
    keys = chosen(content, data)
    if not keys:
        return
    document = Extracts(content, MADE_ON).of(keys, to)
    assert headings(document) == [key for key in course(content).order if key in keys]
    assert [type(block) for block in document.blocks].count(FactsBox) == 1
    public = public_version(with_plain_numbers(content))
    told = told_recipients(content, Extract(tuple(keys), tuple(to)))
    assert document.blocks == Extracts(public, MADE_ON).of(keys, told).blocks, "nothing else is in it"
    pdf = render(document)
    assert pdf.startswith(b"%PDF")
    assert pdf == render(Extracts(content, MADE_ON).of(keys, to))


@settings(max_examples=150, deadline=None)
@given(content=meeting_contents(), data=st.data(), typed=TYPED)
def test_every_division_gives_each_recipient_the_same_items(
    content: MeetingContent, data: st.DataObject, typed: list[str]
) -> None:
    allowed = [item.key for item in extractable(content)]
    items = tuple(key for key in chosen(content, data) if key in allowed)
    to = (*recipients(content, items), *typed) if data.draw(st.booleans()) else None
    to = tuple(dict.fromkeys(to)) if to is not None else None
    pairs = {}
    for division in Division:
        made = list(extracts(content, Choice(items, to, division)))
        assert {key for one in made for key in one.items} == set(items)
        for one in made:
            assert list(one.items) == [key for key in allowed if key in one.items]
            assert len(set(one.to)) == len(one.to)
        pairs[division] = [(key, name) for one in made for key in one.items for name in one.to]
    assert set(pairs[Division.PER_ITEM]) == set(pairs[Division.PER_RECIPIENT])
    assert set(pairs[Division.PER_ITEM]) == set(pairs[Division.PER_ITEM_AND_RECIPIENT])
    assert all(len(set(found)) == len(found) for found in pairs.values())
    assert set(pairs[Division.PER_ITEM]) <= set(pairs[Division.TOGETHER])
