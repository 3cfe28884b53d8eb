"""The smallest file that is PDF/A-2a and PDF/UA-1, made without the product, so that the validator can be tried out."""

import io

import pikepdf
from pikepdf import Array, Dictionary, Name, String
from PIL import ImageCms
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from bra_desktop.system.resources import resource_path

# PDF/A has no word for PDF/UA's own property, so it must be described where it is used (ISO 19005-2, 6.6.2.3).
XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"
 xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">Prov</rdf:li></rdf:Alt></dc:title>
<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance><pdfuaid:part>1</pdfuaid:part>
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource"><pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType><pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289</pdfaProperty:description></rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>"""


def small_pdf(*, tagged: bool = True, embedded: bool = True, language: str = "sv-SE") -> bytes:
    """Return a page with one paragraph; each argument can take away one thing that the standards demand."""
    font = "SmallPdfNoto" if embedded else "Helvetica"
    if embedded:
        pdfmetrics.registerFont(TTFont(font, str(resource_path("fonts/NotoSans-Regular.ttf"))))
    page = io.BytesIO()
    canvas = Canvas(page, initialFontName=font, invariant=1)  # type: ignore[arg-type] # the stubs say float
    canvas._code.append("/P <</MCID 0>> BDC")  # type: ignore[attr-defined]
    canvas.setFont(font, 11)
    canvas.drawString(72, 720, "Rådet beslutar att åtgärden ska följas upp.")
    canvas._code.append("EMC")  # type: ignore[attr-defined]
    canvas.save()
    return _finish(page, tagged, language)


def _finish(page: io.BytesIO, tagged: bool, language: str) -> bytes:
    with pikepdf.open(page) as pdf:
        if tagged:
            _tag(pdf)
        pdf.Root.Lang = String(language)
        pdf.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
        profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
        colours = pdf.make_stream(profile, N=3)
        pdf.Root.OutputIntents = Array(
            [
                Dictionary(
                    Type=Name.OutputIntent,
                    S=Name.GTS_PDFA1,
                    OutputConditionIdentifier=String("sRGB"),
                    DestOutputProfile=colours,
                )
            ]
        )
        pdf.Root.Metadata = pdf.make_stream(XMP.encode(), Type=Name.Metadata, Subtype=Name.XML)
        pdf.trailer.Info = pdf.make_indirect(Dictionary(Title=String("Prov")))
        out = io.BytesIO()
        pdf.save(out, deterministic_id=True)
    return out.getvalue()


def _tag(pdf: pikepdf.Pdf) -> None:
    page = pdf.pages[0]
    tree = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
    document = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Document, P=tree))
    paragraph = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.P, P=document, Pg=page.obj, K=0))
    document.K = Array([paragraph])
    tree.K = Array([document])
    tree.ParentTree = pdf.make_indirect(Dictionary(Nums=Array([0, Array([paragraph])])))
    page.obj.StructParents = 0
    page.obj.Tabs = Name.S
    pdf.Root.StructTreeRoot = tree
    pdf.Root.MarkInfo = Dictionary(Marked=True)
