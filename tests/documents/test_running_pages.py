"""Pages that are numbered on over the year: in the header, in the list of items, and as the reader's page labels."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace

import pikepdf
import pytest

from bra_desktop.documents import notes, protocol
from bra_desktop.documents.pdf.pdf import render
from bra_desktop.domain.content import MeetingContent
from tests.documents.samples import PICTURE, council, est, formal, picture
from tests.documents.tagged_pdf import TaggedPdf


def running(content: MeetingContent, first: int) -> MeetingContent:
    return replace(content, forum=replace(content.forum, running_pages=True), first_page=first)


def made(content: MeetingContent) -> bytes:
    return render(protocol.protocol(content, pictures={PICTURE: picture()}))


def labels(pdf: bytes) -> list[str]:
    with pikepdf.open(io.BytesIO(pdf)) as file:
        return [str(page.label) for page in file.pages]


@pytest.mark.parametrize("content", [council(), formal()], ids=["council", "formal"])
def test_every_page_tells_its_number_of_the_year_and_its_place_in_the_protocol(content: MeetingContent) -> None:
    pdf = made(running(content, 37))
    shown, total = TaggedPdf(pdf), len(labels(pdf))
    for n in range(total):
        header = " ".join(shown.page_lines(n, artifacts=True))
        assert f"Sida {37 + n} ({n + 1} av {total})" in header


def test_the_readers_page_labels_agree() -> None:
    pdf = made(running(formal(), 37))
    assert labels(pdf) == [str(37 + n) for n in range(len(labels(pdf)))]


def test_the_list_of_items_tells_the_pages_of_the_year() -> None:
    alone, on = TaggedPdf(made(formal())).spoken(), TaggedPdf(made(running(formal(), 37))).spoken()
    moved = [(a, b) for a, b in zip(alone, on, strict=True) if a != b]
    assert moved
    assert all(b.rsplit(" ", 1)[-1] == str(int(a.rsplit(" ", 1)[-1]) + 36) for a, b in moved)


def test_without_the_setting_nothing_is_numbered_on() -> None:
    pdf = made(replace(formal(), first_page=37))
    with pikepdf.open(io.BytesIO(pdf)) as file:
        assert "/PageLabels" not in file.Root


def test_notes_are_numbered_on_too_and_an_item_adjusted_apart_is_not() -> None:
    assert notes.notes(running(est(), 12)).first_page == 12
    assert protocol.protocol(running(council(), 12), only="s46").first_page is None


def test_a_public_version_has_page_numbers_of_its_own_since_other_text_stands_on_them() -> None:
    assert notes.notes(running(est(), 12), public=True).first_page is None
    public = protocol.protocol(running(formal(), 37), pictures={PICTURE: picture()}, public=True)
    pdf = render(public)
    shown, total = TaggedPdf(pdf), len(labels(pdf))
    assert labels(pdf) == [str(n + 1) for n in range(total)]
    assert f"Sida 2 ({total})" in " ".join(shown.page_lines(1, artifacts=True))


def test_the_first_protocol_of_the_year_begins_at_one(
    assert_accessible_archive_pdf: Callable[[bytes], None],
) -> None:
    pdf = made(running(council(), 1))
    assert labels(pdf)[0] == "1"
    assert_accessible_archive_pdf(pdf)
