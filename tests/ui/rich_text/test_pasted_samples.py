"""What other programs put on the clipboard becomes blocks: every word is there, and none of the looks."""

import html
import itertools
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bra_desktop.domain.text import Block, Heading, Image, ListItem, Paragraph, Table, TextDocument, plain_text
from bra_desktop.exchange.clipboard.html_blocks import blocks_of_html
from bra_desktop.exchange.clipboard.plain import blocks_of_text, literal_blocks

SAMPLES = Path(__file__).parent / "clipboard"


def counting() -> Callable[[], str]:
    numbers = itertools.count(1)
    return lambda: f"new-{next(numbers)}"


def sample(name: str) -> tuple[Block, ...]:
    return blocks_of_html((SAMPLES / name).read_text(encoding="utf-8"), counting())


def outline(blocks: tuple[Block, ...]) -> list[str]:
    """A line per block: its kind and words, bold between asterisks, italic between underscores."""
    return [line for block in blocks for line in _lines(block)]


def _lines(block: Block) -> list[str]:
    if isinstance(block, Table):
        head = f"table {block.header_rows} {' '.join(block.alignments)}".strip()
        return [head, *("  " + " | ".join(_marked(cell.runs) for cell in row.cells) for row in block.rows)]
    if isinstance(block, ListItem):
        start = f" from {block.start}" if block.start is not None else ""
        return [f"{'number' if block.ordered else 'bullet'} {block.level}{start}: {_marked(block.runs)}"]
    if isinstance(block, Image):
        return ["image"]
    level = f" {block.level}" if isinstance(block, Heading) else ""
    return [f"{block.kind}{level}: {_marked(block.runs)}"]


def _marked(runs: tuple) -> str:  # type: ignore[type-arg]
    marked = (f"*{r.text}*" if r.bold else f"_{r.text}_" if r.italic else r.text for r in runs)
    return "".join(marked).replace("\u00a0", "~")


PAGE = [
    "heading 1: Läget i centrum",
    (
        "paragraph: Kommunpolisen redovisar läget: *lugnare vid stationen*, men _fler stölder_ i butik. "
        "Mer i rapporten på 10~000~kronor och 12 m²."
    ),
    "heading 2: Insatser",
    "bullet 0: Tre insatser vid stationen",
    "bullet 1: två på kvällstid",
    "bullet 1: en på dagtid",
    "bullet 0: Vandring på Västra skolan",
    "number 0: Öppnande",
    "number 0: Val av *justerare*",
    "number 1: Eva Lind",
    "number 1: Per Alm",
    "number 0: Avslutning",
    "quotation: Vi känner oss tryggare nu.",
    "table 1 left left right",
    "  Plats | Ansvarig | Kronor",
    "  Stationen | Samhällsbyggnad | 325 000",
    "  Torget | Polisen & KBAB | 0",
    "paragraph: Beslut: se § 41, ”bifall” – enligt förslag.\nNästa möte torsdag 4 mars.",
]


def test_a_page_copied_in_chromium_keeps_its_structure_and_no_hidden_words() -> None:
    assert outline(sample("chromium.html")) == PAGE


def test_a_text_copied_in_libreoffice_keeps_its_structure() -> None:
    shown = [line for line in outline(sample("libreoffice_writer.html")) if line != "paragraph: Syns inte"]
    assert shown == PAGE


def test_a_sheet_of_libreoffice_becomes_a_table_with_a_header_row_and_figures_to_the_right() -> None:
    assert outline(sample("libreoffice_calc.html")) == [
        "table 1 left left right",
        "  Plats | Ansvarig | Kronor",
        "  Stationen | Samhällsbyggnad | 325000",
        "  Torget | Polisen | 0",
    ]


def test_a_text_of_word_keeps_lists_tables_and_notes_but_not_comments_and_deleted_words() -> None:
    assert outline(sample("word.html")) == [
        "heading 1: Läget i *centrum*",
        (
            "paragraph: Kommunpolisen redovisar läget: *lugnare vid stationen*, men _fler stölder_ i butik. "
            "Siffrorna är säkra.[1]"
        ),
        "paragraph: *Viktigt för hela kommunen*",
        "bullet 0: Tre insatser vid stationen",
        "bullet 1: två på kvällstid",
        "bullet 0: Vandring på Västra skolan",
        "paragraph: Dagordningen i övrigt:",
        "number 0 from 3: Val av *justerare*",
        "number 1: Eva Lind",
        "number 0: Avslutning",
        "table 1 left left right",
        "  Plats | Ansvarig | Kronor",
        "  Stationen | Samhällsbyggnad\noch polisen | 325~000",
        "   | ingen kostnad | ",
        "paragraph: Beslut: se §~41, ”bifall” – enligt förslag.\nNästa möte torsdag 4~mars.",
        "paragraph: [1] Enligt polisens statistik.",
    ]


def test_every_word_that_chromium_gives_as_plain_text_is_in_the_blocks() -> None:
    plain = (SAMPLES / "chromium.txt").read_text(encoding="utf-8")
    found = plain_text(TextDocument(sample("chromium.html"))).replace("²", "2")
    assert sorted(re.findall(r"\w+", plain)) == sorted(re.findall(r"\w+", found))


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("<b style='font-weight:normal'><p>Från en <b>annan</b> skrivtjänst</p></b>",
         ["paragraph: Från en *annan* skrivtjänst"]),
        ("<p>ett<br><br>två<br>tre</p>", ["paragraph: ett", "paragraph: två\ntre"]),
        ("<ul><li><p>ett</p><p>mer om ett</p></li></ul>", ["bullet 0: ett\nmer om ett"]),
        ("<ol start=77><li>a<li>b</ol><p>mellan</p><ol start=79><li>c</ol>",
         ["number 0 from 77: a", "number 0: b", "paragraph: mellan", "number 0 from 79: c"]),
        ("<ul><li data-aria-level=1>ett</ul><ul><li data-aria-level=2>två</ul>", ["bullet 0: ett", "bullet 1: två"]),
        ("<table><tr><td><table><tr><td>i en<td>ram</tr></table></table>", ["table 0", "  i en | ram"]),
        ("<table role=presentation><tr><td><h2>Brev</h2><p>ord</p></table>", ["heading 2: Brev", "paragraph: ord"]),
        ("<table><tr><td><ul><li>a<li>b</ul><td>c</table>", ["table 0", "  • a\n• b | c"]),
        ("<p>ta bort\u00ad en mjuk\u200b <img alt='😀'><img alt='En bild som visar en park'></p>",
         ["paragraph: ta bort en mjuk 😀"]),
        ("<p>en <b>oavslutad <i>rad</p><p>nästa", ["paragraph: en *oavslutad **rad*", "paragraph: nästa"]),
        ("<pre>rad ett\n  rad två</pre>", ["paragraph: rad ett\nrad två"]),
        ("<h1><b>Allt är fett</b></h1>", ["heading 1: Allt är fett"]),
        ("<p class=MsoHeading7>Djup rubrik</p>", ["heading 4: Djup rubrik"]),
        ("lösa ord <span>utan stycke</span>", ["paragraph: lösa ord utan stycke"]),
        ("", []),
    ],
)  # fmt: skip
def test_the_odd_forms_of_other_programs(source: str, expected: list[str]) -> None:
    assert [line.replace("_", "") for line in outline(blocks_of_html(source, counting()))] == expected


WORD = st.from_regex(r"[a-zåäöA-ZÅÄÖ0-9]{1,8}", fullmatch=True)
INLINE = st.recursive(
    WORD.map(lambda word: f" {word} "),
    lambda inner: st.builds(
        lambda tag, parts: f"<{tag}>{''.join(parts)}</{tag}>",
        st.sampled_from(("b", "i", "span", "a href='x'", "u", "font", "s")),
        st.lists(inner, min_size=1, max_size=3),
    ),
    max_leaves=4,
)
TREES = st.recursive(
    INLINE,
    lambda inner: st.one_of(
        st.builds(
            lambda tag, parts: f"<{tag}>{''.join(parts)}</{tag.split()[0]}>",
            st.sampled_from(("p", "div", "h1", "h5", "blockquote", "li", "td", "section", "p class=MsoNormal")),
            st.lists(inner, min_size=1, max_size=3),
        ),
        st.lists(inner, min_size=1, max_size=3).map(lambda parts: "<ul><li>" + "<li>".join(parts) + "</ul>"),
        st.lists(inner, min_size=1, max_size=3).map(lambda parts: "<ol start=4><li>" + "<li>".join(parts) + "</ol>"),
        st.lists(inner, min_size=2, max_size=4).map(
            lambda parts: "<table><tr><td colspan=2>" + "<td rowspan=2>".join(parts) + "<tr><td>sist</table>"
        ),
    ),
    max_leaves=12,
)


@given(TREES)
def test_no_word_of_any_page_is_lost_or_doubled(source: str) -> None:
    expected = sorted(re.findall(r"\w+", html.unescape(re.sub(r"<[^>]*>", " ", source))))
    blocks = blocks_of_html(source, counting())
    found = re.sub(r"(?m)^\d+\. |(?<=\t)\d+\. ", "", plain_text(TextDocument(blocks)))
    assert sorted(re.findall(r"\w+", found)) == expected
    assert len({block.id for block in blocks}) == len(blocks)


@given(st.text(alphabet="<>/!-[]abp =\"'&;\x00\u2029å", max_size=60))
def test_broken_html_never_stops_a_paste(source: str) -> None:
    blocks_of_html(source, counting())


def test_plain_lines_become_paragraphs_lists_and_tables() -> None:
    text = "Läget\n\n• ett\n  • under\n- två\n1. första\n2. andra\n2. kap. gäller inte här"
    assert outline(blocks_of_text(text.rpartition("\n")[0], counting())) == [
        "paragraph: Läget", "bullet 0: ett", "bullet 1: under", "bullet 0: två", "number 0: första", "number 0: andra",
    ]  # fmt: skip
    assert outline(blocks_of_text("Se lagen:\n2. kap. gäller", counting()))[1] == "paragraph: 2. kap. gäller"
    assert outline(blocks_of_text("Plats\tKronor\nTorget\t0", counting())) == [
        "table 0", "  Plats | Kronor", "  Torget | 0",
    ]  # fmt: skip


def test_a_plain_paste_takes_the_words_as_they_stand() -> None:
    blocks = literal_blocks("- ett\r\n\r\n1. två\u2028tre", counting())
    assert outline(blocks) == ["paragraph: - ett", "paragraph: 1. två", "paragraph: tre"]
    assert all(isinstance(block, Paragraph) for block in blocks)
