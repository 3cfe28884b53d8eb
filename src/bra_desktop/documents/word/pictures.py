"""Pictures in the file: with their description, as large as on our own pages, and without metadata."""

from __future__ import annotations

import io
from typing import IO

from docx.document import Document as WordFile
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt

from bra_desktop.documents.clean_text import writable
from bra_desktop.documents.pdf.style import COLUMN, MM
from bra_desktop.documents.pictures import prepared
from bra_desktop.documents.text_blocks import Image
from bra_desktop.documents.word.parts import Element, part

_TALLEST = 110 * MM
_PHOTO = 88
NO_DESCRIPTION = "Bild utan beskrivning"
_ANCHOR = (
    f"<wp:anchor {nsdecls('wp')} distT='0' distB='0' distL='0' distR='0' simplePos='0' relativeHeight='1'"
    " behindDoc='0' locked='0' layoutInCell='1' allowOverlap='1'><wp:simplePos x='0' y='0'/>"
    "<wp:positionH relativeFrom='margin'><wp:posOffset>0</wp:posOffset></wp:positionH>"
    "<wp:positionV relativeFrom='paragraph'><wp:posOffset>0</wp:posOffset></wp:positionV></wp:anchor>"
)


class Pictures:
    """The pictures of one file, each with a number of its own."""

    def __init__(self, file: WordFile) -> None:
        self._file, self._count = file, 0

    def in_line(self, image: Image) -> Element:
        """The picture as a run. Raises UserError when the data are no picture."""
        picture, across, tall = prepared(image.data, image.alternative, image.width, COLUMN, _TALLEST)
        out = io.BytesIO()
        if image.data[:2] == b"\xff\xd8":
            picture.save(out, "JPEG", quality=_PHOTO)
        else:
            picture.save(out, "PNG")
        out.seek(0)
        return part("r", part("drawing", self._inline(out, across, tall, image.alternative or NO_DESCRIPTION)))

    def floating(self, data: IO[bytes], tall: float, described: str) -> Element:
        """A picture at the left margin that the text stands beside."""
        extent, *others = list(self._inline(data, None, tall, described))
        anchor: Element = parse_xml(_ANCHOR)
        anchor.append(extent)
        anchor.append(parse_xml(f"<wp:wrapNone {nsdecls('wp')}/>"))
        anchor.extend(others)
        return part("r", part("drawing", anchor))

    def _inline(self, data: IO[bytes], across: float | None, tall: float, described: str) -> Element:
        self._count += 1
        made: Element = self._file.part.new_pic_inline(data, Pt(across) if across else None, Pt(tall))
        for side in "TBLR":
            made.set(f"dist{side}", "0")
        made.docPr.set("id", str(self._count))
        for named in (made.docPr, made.find(f".//{qn('pic:cNvPr')}")):
            named.set("name", f"Bild {self._count}")
        made.docPr.set("descr", writable(described))
        return made
