"""A copy of a document as a file for Word; the same copy always gives the same bytes."""

from __future__ import annotations

import io
import zipfile
from datetime import datetime, time

import docx
from docx.document import Document as WordFile
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml.ns import qn

from bra_desktop.documents.blocks import Document
from bra_desktop.documents.clean_text import writable
from bra_desktop.documents.copies import Copy
from bra_desktop.documents.pdf.style import colour
from bra_desktop.documents.text_blocks import words
from bra_desktop.documents.word.builder import Builder
from bra_desktop.documents.word.furniture import letterhead, set_language, set_pages
from bra_desktop.documents.word.numbering import Numbering
from bra_desktop.documents.word.parts import Element, paragraph, text_runs
from bra_desktop.documents.word.pictures import Pictures
from bra_desktop.documents.word.styles import FONT, LANGUAGE, style_elements

_WHEN = (1980, 1, 1, 0, 0, 0)
"""The earliest moment that a zip file can tell: the file says nothing of when it was made."""
_LONGEST_PROPERTY = 255
_KEPT = (
    RELATIONSHIP_TYPE.OFFICE_DOCUMENT,
    RELATIONSHIP_TYPE.CORE_PROPERTIES,
    RELATIONSHIP_TYPE.STYLES,
    RELATIONSHIP_TYPE.SETTINGS,
    RELATIONSHIP_TYPE.THEME,
    RELATIONSHIP_TYPE.NUMBERING,
)
# Where Noto Sans is not installed, Word takes the nearest that comes with it.
_FONTS = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
    f'<w:font w:name="{FONT}"><w:altName w:val="Segoe UI"/><w:panose1 w:val="020B0502040504020204"/>'
    '<w:charset w:val="00"/><w:family w:val="swiss"/><w:pitch w:val="variable"/></w:font></w:fonts>'
)


def word_file(copy: Copy) -> bytes:
    """The copy as .docx. Raises UserError when the coat of arms or a picture cannot be read."""
    file = docx.Document()
    _furnish(file, copy.document.sender.accent)
    set_pages(file, copy)
    pictures, numbering = Pictures(file), Numbering()
    elements = [*letterhead(pictures, copy.document), *_head(copy)]
    elements += Builder(copy.document, pictures, numbering).build()
    body = file.element.body
    for element in elements:
        body.insert(len(body) - 1, element)
    _refill(file.part.numbering_part.element, numbering.elements())
    _describe(file, copy.document)
    return _packed(file)


def _head(copy: Copy) -> list[Element]:
    """Title and subtitle, what the copy is, and the warning that every page has."""
    document = copy.document
    shown = (
        ("Heading1", document.title),
        ("Subtitle", document.subtitle),
        ("Kopia", copy.said),
        ("Sekretess", document.warning),
    )
    return [paragraph(style, *text_runs(words(text))) for style, text in shown if text]


def _furnish(file: WordFile, accent: str) -> None:
    """Our own styles instead of those of the library's template, and nothing else that lies in it."""
    package = file.part.package
    for holder in (package.rels, file.part.rels):
        for name in [key for key, relation in holder.items() if relation.reltype not in _KEPT]:
            del holder[name]
    fonts = Part(PackURI("/word/fontTable.xml"), CONTENT_TYPE.WML_FONT_TABLE, _FONTS.encode("utf-8"), package)
    file.part.relate_to(fonts, RELATIONSHIP_TYPE.FONT_TABLE)
    _refill(file.styles.element, style_elements(colour(accent)) if accent else style_elements())
    set_language(file.settings.element, LANGUAGE)


def _refill(holder: Element, elements: list[Element]) -> None:
    for old in list(holder):
        holder.remove(old)
    holder.extend(elements)


def _describe(file: WordFile, document: Document) -> None:
    """Title, author and language; the only time is the document's own date."""
    said, moment = file.core_properties, datetime.combine(document.date, time())
    said.title = writable(document.full_title).replace("\n", " ")[:_LONGEST_PROPERTY]
    said.author = said.last_modified_by = writable(document.sender.name)[:_LONGEST_PROPERTY]
    said.language = document.language
    said.comments = said.keywords = said.subject = ""
    said.created = said.modified = moment
    said.revision = 1
    title = file.settings.element.find(qn("w:zoom"))
    if title is not None:
        title.attrib.clear()
        title.set(qn("w:percent"), "100")


def _packed(file: WordFile) -> bytes:
    made, packed = io.BytesIO(), io.BytesIO()
    file.save(made)
    with zipfile.ZipFile(made) as source, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as target:
        for entry in source.infolist():
            kept = zipfile.ZipInfo(entry.filename, _WHEN)
            kept.compress_type, kept.create_system, kept.external_attr = zipfile.ZIP_DEFLATED, 0, 0
            target.writestr(kept, source.read(entry))
    return packed.getvalue()
