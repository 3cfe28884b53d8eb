"""Word reads no file whose properties stand in another order than ISO/IEC 29500-1 gives them; LibreOffice reads all."""

import io
import zipfile
from collections.abc import Iterator
from xml.etree import ElementTree

from hypothesis import given, settings

from bra_desktop.documents import notes, protocol
from bra_desktop.documents.copies import Copy, copied
from bra_desktop.documents.word.file import word_file
from bra_desktop.domain.content import MeetingContent
from bra_desktop.domain.kinds import DocumentProfile
from tests.documents.test_word_copies import every_kind
from tests.strategies import meeting_contents

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
ORDERS = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore widowControl numPr pBdr shd tabs spacing ind jc outlineLvl",
    "rPr": "rStyle rFonts b i color sz szCs lang",
    "pBdr": "top left bottom right between",
    "tblPr": "tblStyle tblW tblInd tblBorders tblLayout tblCellMar tblLook tblCaption tblDescription",
    "tcPr": "tcW gridSpan tcBorders shd tcMar vAlign",
    "tblCellMar": "top left bottom right",
    "tblBorders": "top left bottom right insideH",
    "tcBorders": "top left bottom right",
    "lvl": "start numFmt lvlText lvlJc pPr rPr",
    "style": "name basedOn next uiPriority semiHidden unhideWhenUsed qFormat pPr rPr tblPr tblStylePr",
    "tbl": "tblPr tblGrid tr",
    "tr": "trPr tc",
    "tc": "tcPr p",
    "numbering": "abstractNum num",
}


def parts_of(copy: Copy) -> Iterator[tuple[str, ElementTree.Element]]:
    with zipfile.ZipFile(io.BytesIO(word_file(copy))) as packed:
        for name in packed.namelist():
            if name.startswith("word/") and name.endswith(".xml") and "theme" not in name:
                yield name, ElementTree.fromstring(packed.read(name))


def assert_in_order(copy: Copy) -> None:
    for name, root in parts_of(copy):
        for element in root.iter():
            kind = element.tag.removeprefix(W)
            if kind in ORDERS:
                order = ORDERS[kind].split()
                found = [child.tag.removeprefix(W) for child in element]
                assert found == sorted(found, key=order.index), (name, kind, found)
        for cell in root.iter(f"{W}tc"):
            assert cell[-1].tag == f"{W}p", (name, "a cell ends with a paragraph")


def test_properties_stand_in_the_standards_order() -> None:
    for copy in every_kind().values():
        assert_in_order(copy)


def test_a_style_that_is_used_is_there_and_so_is_every_list() -> None:
    for name, copy in every_kind().items():
        roots = dict(parts_of(copy))
        styles = {style.get(f"{W}styleId") for style in roots["word/styles.xml"].iter(f"{W}style")}
        lists = {num.get(f"{W}numId") for num in roots["word/numbering.xml"].findall(f"{W}num")}
        for root in roots.values():
            used = {e.get(f"{W}val") for tag in ("pStyle", "rStyle", "tblStyle") for e in root.iter(f"{W}{tag}")}
            assert used <= styles, name
            assert {e.get(f"{W}val") for e in root.iter(f"{W}numId")} <= lists, name


@settings(max_examples=30, deadline=None)
@given(meeting_contents())
def test_so_they_do_in_any_meeting(content: MeetingContent) -> None:
    is_notes = content.forum.profile is DocumentProfile.NOTES
    document = notes.notes(content) if is_notes else protocol.protocol(content)
    assert_in_order(copied(document, "notes" if is_notes else "protocol", content))
