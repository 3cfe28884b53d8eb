"""What makes the file PDF/A-2a (ISO 19005-2) and PDF/UA-1 (ISO 14289-1): metadata, colour profile, identifiers.

With files in it, it is PDF/A-3a (ISO 19005-3) instead.

The only time in the file is the document's own date, so the same content gives the same bytes.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Literal
from xml.sax.saxutils import escape

import pikepdf
from pikepdf import Array, Dictionary, Name, String
from PIL import ImageCms

from bra_desktop.documents.blocks import Document
from bra_desktop.documents.pdf.tag_tree import TagTree

PRODUCER = "BRÅ Desktop"

_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<dc:format>application/pdf</dc:format>
<xmp:CreateDate>{day}T00:00:00Z</xmp:CreateDate><xmp:ModifyDate>{day}T00:00:00Z</xmp:ModifyDate>
<pdf:Producer>{producer}</pdf:Producer>
<pdfaid:part>{part}</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>
<pdfuaid:part>1</pdfuaid:part>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource"><pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType><pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>PDF/UA part</pdfaProperty:description></rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>
</rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>"""


@dataclass(frozen=True)
class EmbeddedFile:
    """A file that goes inside the PDF: ``kind`` is its media type, ``description`` says in words what it is.

    ``relation`` is what it is to the document (ISO 19005-3, 6.8): its source, or something that goes with it.
    """

    name: str
    content: bytes
    kind: str
    description: str
    relation: Literal["Source", "Supplement"] = "Source"


def finished(drawn: bytes, tree: TagTree, document: Document, files: Sequence[EmbeddedFile] = ()) -> bytes:
    """The drawn file with tag tree, metadata, page labels and colour profile, and the files embedded."""
    title, author, language, day = document.full_title, document.sender.name, document.language, document.date
    with pikepdf.open(io.BytesIO(tree.appended_to(drawn))) as pdf:
        tree.bind(pdf)
        root = pdf.Root
        root.Lang = String(language)
        root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
        root.OutputIntents = Array([_output_intent(pdf)])
        root.Metadata = pdf.make_indirect(_metadata(pdf, title, author, language, day, 3 if files else 2))
        if document.first_page is not None:
            root.PageLabels = _page_labels(document.first_page)
        if files:
            _embed(pdf, files, day)
        _information(pdf, title, author, day)
        out = io.BytesIO()
        pdf.save(
            out,
            force_version="1.7",
            deterministic_id=True,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
        )
    return out.getvalue()


def _page_labels(first: int) -> Dictionary:
    """What the pages are called in a reader: decimal numbers from the first one's (ISO 32000-1, 12.4.2)."""
    return Dictionary(Nums=Array([0, Dictionary(S=Name.D, St=first)]))


def count_pages(made: bytes) -> int:
    """How many pages a file that was made here has."""
    with pikepdf.open(io.BytesIO(made)) as file:
        return len(file.pages)


def _embed(pdf: pikepdf.Pdf, files: Sequence[EmbeddedFile], day: date) -> None:
    """Files with what they are to the document."""
    names, associated = Array(), Array()
    for file in sorted(files, key=lambda one: one.name.encode("utf-16-be")):
        stream = pdf.make_stream(file.content)
        stream.Type = Name.EmbeddedFile
        stream.Subtype = Name(f"/{file.kind}")
        stream.Params = Dictionary(ModDate=String(f"D:{day:%Y%m%d}000000Z"), Size=len(file.content))
        specification = pdf.make_indirect(
            Dictionary(
                Type=Name.Filespec,
                F=String(file.name),
                UF=String(file.name),
                Desc=String(file.description),
                AFRelationship=Name(f"/{file.relation}"),
                EF=Dictionary(F=stream, UF=stream),
            )
        )
        names.extend([String(file.name), specification])
        associated.append(specification)
    pdf.Root.AF = associated
    if Name.Names not in pdf.Root:
        pdf.Root.Names = Dictionary()
    pdf.Root.Names.EmbeddedFiles = Dictionary(Names=names)


def _metadata(pdf: pikepdf.Pdf, title: str, author: str, language: str, day: date, part: int) -> pikepdf.Stream:
    values = {"title": title, "author": author, "language": language, "day": day.isoformat(), "producer": PRODUCER}
    xmp = _XMP.format(**{key: escape(value) for key, value in values.items()}, part=part)
    return pikepdf.Stream(pdf, xmp.encode("utf-8"), Type=Name.Metadata, Subtype=Name.XML)


def _information(pdf: pikepdf.Pdf, title: str, author: str, day: date) -> None:
    """The information dictionary, which must say the same as the metadata."""
    if Name.Info in pdf.trailer:
        del pdf.trailer[Name.Info]
    stamp = f"D:{day:%Y%m%d}000000Z"
    pdf.docinfo[Name.Title] = title
    pdf.docinfo[Name.Author] = author
    pdf.docinfo[Name.Producer] = PRODUCER
    pdf.docinfo[Name.CreationDate] = stamp
    pdf.docinfo[Name.ModDate] = stamp


def _output_intent(pdf: pikepdf.Pdf) -> Dictionary:
    return Dictionary(
        Type=Name.OutputIntent,
        S=Name.GTS_PDFA1,
        OutputConditionIdentifier=String("sRGB"),
        Info=String("sRGB IEC61966-2.1"),
        DestOutputProfile=pdf.make_stream(_srgb(), N=3),
    )


@cache
def _srgb() -> bytes:
    """The sRGB profile with a fixed date (ICC.1, header bytes 24–35)."""
    profile = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    profile[24:36] = bytes.fromhex("07ea00010001000000000000")
    return bytes(profile)
