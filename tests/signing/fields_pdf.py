"""A small tagged PDF with four signature fields, made without the product's documents."""

import io

import pikepdf
from pikepdf import Array, Dictionary, Name, String
from pypdf import PdfReader

from tests.validators.small_pdf import small_pdf

FIELDS = (
    ("sekreterare", "Underskrift: Anna Svedin, sekreterare"),
    ("ordforande", "Underskrift: Eva Lind, ordförande"),
    ("justerare-1", "Underskrift: Lars Hedman, justerare"),
    ("justerare-2", "Underskrift: Ida Wallgren, justerare"),
)
WIDTH, HEIGHT = 165, 44


def signature_fields(pdf: bytes) -> dict[str, bool]:
    """The names of the file's signature fields in their order, and whether each is signed, by a second reader."""
    fields = PdfReader(io.BytesIO(pdf)).get_fields() or {}
    return {name: "/V" in field for name, field in fields.items() if field.get("/FT") == "/Sig"}


def pdf_with_fields() -> bytes:
    """One page of text above a row of two by two empty signature fields, PDF/A-2a and PDF/UA-1."""
    with pikepdf.open(io.BytesIO(small_pdf())) as pdf:
        page = pdf.pages[0].obj
        tree = pdf.Root.StructTreeRoot
        document = tree.K[0]
        numbers = list(tree.ParentTree.Nums)
        widgets = []
        for index, (name, label) in enumerate(FIELDS):
            left, bottom = 72 + 200 * (index % 2), 600 - 80 * (index // 2)
            appearance = pdf.make_stream(
                b"",
                Type=Name.XObject,
                Subtype=Name.Form,
                BBox=Array([0, 0, WIDTH, HEIGHT]),
                Resources=Dictionary(),
            )
            widget = pdf.make_indirect(
                Dictionary(
                    Type=Name.Annot,
                    Subtype=Name.Widget,
                    FT=Name.Sig,
                    T=String(name),
                    TU=String(label),
                    Rect=Array([left, bottom, left + WIDTH, bottom + HEIGHT]),
                    P=page,
                    F=4,
                    StructParent=index + 1,
                    AP=Dictionary(N=appearance),
                )
            )
            # the kid is the reference itself, not an array: pyHanko's comparison of revisions asks for that
            reference = Dictionary(Type=Name.OBJR, Obj=widget, Pg=page)
            element = pdf.make_indirect(
                Dictionary(Type=Name.StructElem, S=Name.Form, P=document, Pg=page, K=reference, Alt=String(label))
            )
            document.K.append(element)
            numbers.append(index + 1)  # type: ignore[arg-type] # the stubs know no numbers
            numbers.append(element)
            widgets.append(widget)
        page.Annots = Array(widgets)
        tree.ParentTree = pdf.make_indirect(Dictionary(Nums=Array(numbers)))
        tree.ParentTreeNextKey = len(FIELDS) + 1
        pdf.Root.AcroForm = pdf.make_indirect(Dictionary(Fields=Array(widgets), SigFlags=0))
        out = io.BytesIO()
        pdf.save(out, deterministic_id=True)
    return out.getvalue()
