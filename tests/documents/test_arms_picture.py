"""The coat of arms as a picture."""

import io

import pytest
from PIL import Image

from bra_desktop.documents.arms_picture import arms_png
from bra_desktop.domain.errors import UserError
from tests.documents.samples import ARMS

RING = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20">'
    '<path fill="#ff0000" fill-rule="{rule}" d="M0 0H40V20H0Z M10 5H30V15H10Z"/></svg>'
)


def picture(svg: str, height: int) -> Image.Image:
    return Image.open(io.BytesIO(arms_png(svg, height))).convert("RGBA")


def test_it_keeps_its_proportions_and_stands_on_nothing() -> None:
    drawn = picture(ARMS, 240)
    assert drawn.height == 240
    assert 0.7 < drawn.width / drawn.height < 1
    assert drawn.getpixel((0, 239)) == (0, 0, 0, 0), "outside the foot of the shield"
    assert len(drawn.getcolors(maxcolors=100_000) or ()) > 2


@pytest.mark.parametrize(("rule", "inside"), [("evenodd", 0), ("nonzero", 255)])
def test_a_hole_is_a_hole_where_the_source_says_so(rule: str, inside: int) -> None:
    drawn = picture(RING.format(rule=rule), 40)
    assert drawn.getpixel((40, 20))[3] == inside  # type: ignore[index]
    assert drawn.getpixel((4, 4)) == (255, 0, 0, 255)


def test_what_is_no_picture_is_refused() -> None:
    with pytest.raises(UserError, match="Vapnet"):
        arms_png("<svg", 40)
