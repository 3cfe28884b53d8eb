"""Coats of arms and pictures: drawn as they are, made fit for the archive, or refused with a sentence."""

import io
from datetime import date
from pathlib import Path

import pytest
from PIL import Image as Pictures

from bra_desktop.documents.arms_picture import arms_png
from bra_desktop.documents.blocks import Document, PageBreak, Sender
from bra_desktop.documents.pdf.arms import check_shape, read_arms, svg_of_picture
from bra_desktop.documents.pdf.images import prepared
from bra_desktop.documents.pdf.pdf import render
from bra_desktop.documents.svg.geometry import bounds, moved
from bra_desktop.documents.svg.gradients import Gradient
from bra_desktop.documents.text_blocks import Paragraph, words
from bra_desktop.domain.errors import UserError
from tests.documents.samples import ARMS
from tests.validators.plugin import AssertPdf


def svg(inside: str, box: str = 'viewBox="0 0 10 20"') -> str:
    return f'<svg xmlns="http://www.w3.org/2000/svg" {box}>{inside}</svg>'


def test_almbys_arms_are_read_with_their_proportions() -> None:
    arms = read_arms(ARMS)
    assert list(arms.box) == [0, 0, 100, 120]
    assert arms.width_for(12) == 10
    assert len(arms.shapes) > 5


def test_arms_that_would_be_a_line_on_paper_are_refused_where_they_are_chosen() -> None:
    square = '<rect width="10" height="10" fill="#000"/>'
    check_shape(svg(square, 'viewBox="0 0 600 120"'))
    with pytest.raises(UserError, match="bredare än 8 gånger sin höjd och skulle bli ett streck på papperet"):
        check_shape(svg(square, 'viewBox="0 0 1000 20"'))
    with pytest.raises(UserError, match="högre än 8 gånger sin bredd"):
        check_shape(svg(square, 'viewBox="0 0 20 1000"'))


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
        svg('<path d="M0 0L1 1" fill="url(#g)"/>'),
        svg('<rect width="1" height="1"/>', 'viewBox="0 0 0 20"'),
        svg('<rect width="1" height="1" transform="wobble(45)"/>'),
        svg('<path d="M0 0A5 5 0 2 1 5 5" fill="#000"/>'),
        svg('<path d="M0 0H1e999V5Z" fill="#000"/>'),
        svg('<rect width="1e40" height="1"/>'),
        svg('<rect width="1" height="1" transform="scale(1e300)"/>'),
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


def test_a_picture_of_many_dots_that_was_kept_once_is_drawn_no_finer_than_paper_shows() -> None:
    out = io.BytesIO()
    Pictures.new("1", (12_000, 12_000)).save(out, "PNG")
    reader, across, tall = prepared(out.getvalue(), "Karta", 0, 360, 300)
    assert (across, tall) == (300, 300)
    assert reader.getSize() == (300 * 220 // 72, 300 * 220 // 72)


def test_arms_of_many_dots_do_not_make_every_paper_large() -> None:
    out = io.BytesIO()
    Pictures.effect_noise((1500, 1800), 90).save(out, "PNG")
    sender = Sender("Almby kommun", "BRÅ", svg_of_picture(out.getvalue(), 1500, 1800))
    blocks = (Paragraph(words("En sida.")), PageBreak(), Paragraph(words("En till.")))
    assert len(render(Document("Protokoll", "", "Protokoll", "", sender, date(2026, 12, 3), blocks))) < 1_500_000


def filled(drawing: str) -> list[object]:
    return [shape.fill for shape in read_arms(drawing).shapes]


RED: tuple[float, float, float] = (1, 0, 0)
BLUE: tuple[float, float, float] = (0, 0, 128 / 255)


@pytest.mark.parametrize(
    "sheet",
    [
        ".a{fill:red}",
        "rect { fill : #f00 ; font-family: Arial }",
        "#one{fill:rgb(255, 0, 0)!important}",
        "/* färg */ rect.a{fill:rgb(100%,0%,0%)} @font-face{font-family:x}",
        "path,rect{fill:navy}.a.b{fill:red}",
        "*{fill:#ff0000}",
    ],
)
def test_the_rules_of_a_style_sheet_colour_the_shapes(sheet: str) -> None:
    shape = '<rect id="one" class="a b" width="1" height="1" fill="navy"/>'
    assert filled(svg(f'<defs><style type="text/css"><![CDATA[{sheet}]]></style></defs>{shape}')) == [RED]


def test_a_shapes_own_style_wins_over_rules_and_ids_over_classes() -> None:
    sheet = "<style>.a{fill:lime}#b{fill:red}.c{fill:navy}</style>"
    shapes = (
        '<rect class="a c" id="b" width="1" height="1"/><rect class="a" style="fill:navy" width="1" height="1"/>'
        '<g class="c"><rect width="1" height="1"/></g>'
    )
    assert filled(svg(sheet + shapes)) == [RED, BLUE, BLUE]


def test_names_nothing_and_what_is_inherited() -> None:
    shapes = (
        '<g color="red"><rect fill="currentColor" width="1" height="1"/></g>'
        '<rect fill="DarkSlateBlue" width="1" height="1"/><rect fill="transparent" width="1" height="1"/>'
        '<g fill="navy"><rect fill="inherit" width="1" height="1"/></g><rect width="1" height="1"/>'
    )
    assert filled(svg(shapes)) == [RED, (72 / 255, 61 / 255, 139 / 255), None, BLUE, (0, 0, 0)]


def test_what_other_programs_put_into_the_file_is_left_alone() -> None:
    inkscape = (
        '<svg xmlns="http://www.w3.org/2000/svg" xmlns:s="http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd" '
        'xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 10 20">'
        '<s:namedview id="base"/><defs><path id="leaf" d="M0 0h1v1z" fill="red"/></defs>'
        '<rect style="fill:navy;fill-opacity:1;stroke:none;display:inline;-inkscape-font-specification:x" '
        'width="1px" height="1px"/><use xlink:href="#leaf" x="3" y="4"/>'
        '<g style="display:none"><text>dold</text></g></svg>'
    )
    arms = read_arms(inkscape)
    assert [shape.fill for shape in arms.shapes] == [BLUE, RED]
    assert list(arms.shapes[1].matrix) == [1, 0, 0, 1, 3, 4]


def test_an_arc_goes_through_where_it_should() -> None:
    quarter, half = (read_arms(svg(f'<path d="{data}" fill="red"/>')).shapes[0] for data in
                     ("M5 0A5 5 0 0 1 0 5", "M-5 0a5 5 0 1 15 5z"))  # fmt: skip
    kinds = [kind for kind, _ in quarter.segments]
    assert kinds == ["M", "C"]
    assert quarter.segments[1][1] == pytest.approx((5, 2.7614, 2.7614, 5, 0, 5), abs=1e-3)
    x, y, width, height = bounds(half.segments)
    assert (x, y, x + width, y + height) == pytest.approx((-5, -5, 5, 5), abs=0.02)


def test_turned_shapes_stand_where_they_were_turned() -> None:
    shape = read_arms(svg('<rect width="2" height="1" transform="rotate(90 1 1)" fill="red"/>')).shapes[0]
    assert bounds(moved(shape.segments, shape.matrix)) == pytest.approx((1, 0, 1, 2))


GRADIENT = (
    '<defs><linearGradient id="base"><stop offset="0" stop-color="red"/><stop offset="100%" style="stop-color:navy"/>'
    '</linearGradient><linearGradient id="g" href="#base" {how}/></defs>'
    '<rect x="2" width="4" height="10" fill="url(#g)"/>'
)


def test_a_gradient_fills_the_box_of_its_shape_or_stands_where_it_says() -> None:
    (shape,) = read_arms(svg(GRADIENT.format(how=""))).shapes
    assert isinstance(shape.fill, Gradient)
    assert list(shape.fill.points) == [0, 0, 1, 0]
    assert list(shape.fill.matrix) == [4, 0, 0, 10, 2, 0]
    assert shape.fill.stops == ((0.0, RED), (1.0, BLUE))
    placed = 'gradientUnits="userSpaceOnUse" x1="1" y1="2" x2="3" y2="4" gradientTransform="translate(1 1)"'
    (shape,) = read_arms(svg(GRADIENT.format(how=placed))).shapes
    assert isinstance(shape.fill, Gradient)
    assert [*shape.fill.points, *shape.fill.matrix] == [1, 2, 3, 4, 1, 0, 0, 1, 1, 1]


@pytest.mark.parametrize(
    ("drawing", "sentence"),
    [
        ("<text>Almby</text>", "Vapnet innehåller text (<text>). Gör om texten till kurvor i ritprogrammet"),
        (
            '<rect width="1" height="1"/><image width="1" height="1" href="data:image/png;base64,AA"/>',
            "en bild (<image>) bland formerna",
        ),
        ('<rect width="1" height="1" fill="url(#p)"/><defs><pattern id="p"/></defs>', "ett mönster (<pattern>)"),
        ('<rect width="1" height="1" filter="url(#f)"/>', "ett filter (<filter>)"),
        ('<g mask="url(#m)"><rect width="1" height="1"/></g>', "en mask (<mask>)"),
        (
            '<style>g > rect{fill:red}</style><rect width="1" height="1"/>',
            "en stilregel som inte kan följas (”g > rect”",
        ),
        ('<style>@import "a.css";</style><rect width="1" height="1"/>', "”@import”"),
        ('<rect width="1" height="1" fill="var(--red)"/>', "en färg som inte går att tolka (”var(--red)”)"),
        ('<rect width="1" height="1" opacity=".5"/>', "genomskinliga färger (opacity .5)"),
        ('<rect width="1" height="1" stroke-dasharray="2 1"/>', "använder stroke-dasharray (”2 1”)"),
        ('<wind width="1"/>', "innehåller <wind>, som inte kan ritas"),
        (GRADIENT.format(how='spreadMethod="reflect"'), "använder spreadMethod (”reflect”)"),
    ],
)
def test_what_cannot_be_drawn_is_named_with_what_to_do(drawing: str, sentence: str) -> None:
    with pytest.raises(UserError) as refusal:
        read_arms(svg(drawing))
    assert sentence in refusal.value.text
    assert refusal.value.text.endswith("eller välj vapnet som PNG.")


SHADED = (
    '<defs><radialGradient id="r" cx="5" cy="3" r="5" fx="5" gradientUnits="userSpaceOnUse">'
    '<stop offset="0" stop-color="gold"/><stop offset="1" stop-color="red"/>'
    '</radialGradient><clipPath id="c"><circle cx="5" cy="8" r="4"/></clipPath></defs>'
    '<rect width="10" height="6" clip-path="url(#c)" fill="url(#r)"/>'
)


def test_shaded_arms_are_the_same_bytes_each_time_and_fit_for_the_archive(
    assert_accessible_archive_pdf: AssertPdf,
) -> None:
    drawing = svg(GRADIENT.format(how="") + SHADED)
    sender = Sender("Almby kommun", "Brottsförebyggande rådet", drawing)
    blocks = (PageBreak(), Paragraph(words("Nästa sida.")))
    paper = Document("Protokoll", "", "Protokoll", "Protokoll", sender, date(2026, 12, 3), blocks)
    made = render(paper)
    assert made == render(paper)
    assert_accessible_archive_pdf(made)


def test_shaded_arms_have_their_colours_as_a_picture_too() -> None:
    drawn = Pictures.open(io.BytesIO(arms_png(svg(GRADIENT.format(how="")), 100))).convert("RGBA")
    left, right = drawn.getpixel((11, 10)), drawn.getpixel((28, 10))
    assert isinstance(left, tuple)
    assert isinstance(right, tuple)
    assert left[0] > 200 > 60 > right[0]
    assert drawn.getpixel((45, 10)) == (0, 0, 0, 0)
    clipped = Pictures.open(io.BytesIO(arms_png(svg(SHADED), 100))).convert("RGBA")
    assert clipped.getpixel((2, 2)) == (0, 0, 0, 0)
    assert clipped.getpixel((25, 25))[3] == 255  # type: ignore[index]


def test_a_round_gradient_ends_in_its_last_colour_at_its_edge() -> None:
    whole = SHADED.replace('height="6"', 'height="20"')
    drawn = Pictures.open(io.BytesIO(arms_png(svg(whole), 200))).convert("RGBA")
    middle, edge = drawn.getpixel((50, 42)), drawn.getpixel((50, 110))
    assert isinstance(middle, tuple)
    assert isinstance(edge, tuple)
    assert middle[1] > 150
    assert edge[:3] == (255, 0, 0)
