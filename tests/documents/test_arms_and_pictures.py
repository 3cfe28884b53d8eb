"""Coats of arms and pictures: drawn as they are, made fit for the archive, or refused with a sentence."""

import io
from pathlib import Path

import pytest
from PIL import Image as Pictures

from bra_desktop.documents.pdf.arms import read_arms
from bra_desktop.documents.pdf.images import prepared
from bra_desktop.domain.errors import UserError
from tests.documents.samples import ARMS


def svg(inside: str, box: str = 'viewBox="0 0 10 20"') -> str:
    return f'<svg xmlns="http://www.w3.org/2000/svg" {box}>{inside}</svg>'


def test_almbys_arms_are_read_with_their_proportions() -> None:
    arms = read_arms(ARMS)
    assert list(arms.box) == [0, 0, 100, 120]
    assert arms.width_for(12) == 10
    assert len(arms.shapes) > 5


def test_relative_and_short_path_commands_become_absolute_ones() -> None:
    arms = read_arms(svg('<path d="m1 2 3 4h2v-1l1,1c1 1 2 2 3 0s2-1 3 0z" fill="#fff"/>'))
    assert list(arms.shapes[0].segments) == [
        ("M", (1, 2)),
        ("L", (4, 6)),
        ("L", (6, 6)),
        ("L", (6, 5)),
        ("L", (7, 6)),
        ("C", (8, 7, 9, 8, 10, 6)),
        ("C", (11, 4, 12, 5, 13, 6)),
        ("Z", ()),
    ]
    assert arms.shapes[0].fill == (1, 1, 1)


def test_groups_hand_down_colour_and_place() -> None:
    arms = read_arms(svg('<g fill="#102030" transform="translate(2 3) scale(2)"><rect width="1" height="1"/></g>'))
    assert list(arms.shapes[0].matrix) == [2, 0, 0, 2, 2, 3]
    assert arms.shapes[0].fill == (16 / 255, 32 / 255, 48 / 255)


@pytest.mark.parametrize(
    "drawing",
    [
        "",
        "no svg at all",
        svg(""),
        svg("<text>Almby</text>"),
        svg('<path d="M0 0A5 5 0 0 1 5 5" fill="#000"/>'),
        svg('<path d="M0 0L1 1" fill="url(#g)"/>'),
        svg('<rect width="1" height="1"/>', 'viewBox="0 0 0 20"'),
        svg('<rect width="1" height="1" transform="rotate(45)"/>'),
    ],
)
def test_arms_that_would_come_out_wrong_are_refused(drawing: str) -> None:
    with pytest.raises(UserError, match="Vapnet"):
        read_arms(drawing)


@pytest.mark.parametrize("mode", ["1", "L", "P", "RGB", "RGBA", "LA", "CMYK"])
def test_every_kind_of_picture_becomes_plain_rgb_or_grey(mode: str, tmp_path: Path) -> None:
    out = io.BytesIO()
    Pictures.new(mode, (3000, 100)).save(out, "TIFF" if mode == "CMYK" else "PNG")
    reader, across, tall = prepared(out.getvalue(), "Karta", 0, 360, 300)
    width, height = reader.getSize()
    assert len(reader.getRGBData()) in (width * height, width * height * 3)  # type: ignore[no-untyped-call]
    assert (across, round(tall, 6)) == (360, 12)
    assert width == 360 * 220 // 72


def test_what_is_no_picture_is_refused_by_its_name() -> None:
    with pytest.raises(UserError, match="Karta över centrum"):
        prepared(b"\x89PNG\r\n", "Karta över centrum", 0, 360, 300)
