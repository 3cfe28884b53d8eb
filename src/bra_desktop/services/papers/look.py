"""How the papers look: the municipality's coat of arms, colour and contact line, and a forum's own headings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from bra_desktop.domain.colours import accent_of
from bra_desktop.domain.content import MunicipalityContent
from bra_desktop.domain.content_builder import forum_content
from bra_desktop.domain.errors import UserError
from bra_desktop.domain.headings import PaperHeading
from bra_desktop.domain.kinds import DocumentProfile
from bra_desktop.domain.register import Forum, Municipality
from bra_desktop.services import reading
from bra_desktop.services.office import Office
from bra_desktop.services.papers.sample_meeting import sample_meeting
from bra_desktop.storage.ledger import ChangeSet
from bra_desktop.storage.queries.contents import reading_session

_PNG = b"\x89PNG"
_LARGEST = 5_000_000
_LEAST_ACROSS, _LEAST_TALL = 50, 100  # dots; 18.5 mm on paper at the lowest density that still has even edges
_SAMPLE_FORUM = "Brottsförebyggande rådet"


def set_arms(office: Office, path: Path) -> ChangeSet | None:
    """Take a coat of arms from an SVG or PNG file. Raises UserError for what is no such picture."""
    svg = _svg(path)
    stored = office.database.attachments.keep_bytes(svg.encode("utf-8"), f"{path.stem}.svg")
    with office.work("Kommunens vapen") as work:
        municipality = work.all(Municipality)[0]
        municipality.arms = work.keep(stored)
        return work.commit()


def sample_page(office: Office, name: str, contact_line: str, accent: str) -> bytes:
    """A page as it would look with that name, contact line and colour, and the arms that are chosen, as PDF.

    Raises UserError for a colour that can't be used.
    """
    from bra_desktop.documents import assets, look_sample
    from bra_desktop.documents.blocks import Sender
    from bra_desktop.documents.pdf import pdf

    known = reading.municipality(office)
    digest = known.arms if known else ""
    arms = office.database.attachments.read(digest).decode("utf-8") if digest else ""
    forums = reading.forums(office)
    organ = forums[0].name if forums else _SAMPLE_FORUM
    sender = Sender(name, organ, arms, contact=assets.contact_parts(contact_line), accent=accent_of(accent))
    return pdf.render(look_sample.look_sample(sender, office.today()))


def sample_paper(office: Office, forum_id: str, heading: PaperHeading | None, values: Mapping[str, Any]) -> bytes:
    """The paper on which that heading stands, as the forum's would be with those of its values, saved or not, as PDF.

    Without a heading it is the protocol, or the notes. Raises KeyError for an unknown forum.
    """
    from bra_desktop.documents import extract, notes, notice, protocol
    from bra_desktop.documents.pdf import pdf

    with office.database.reading() as connection, reading_session(connection) as session:
        forum = session.get(Forum, forum_id)
    if forum is None:
        raise KeyError(forum_id)
    told, known = replace(forum_content(forum), **values), reading.municipality(office)
    arms = known.arms if known else ""
    municipality = MunicipalityContent(
        known.name if known else "",
        contact_line=known.contact_line if known else "",
        accent=known.accent if known else "",
    )
    content = sample_meeting(municipality, replace(told, quorum=None), office.today().year)
    drawn = office.database.attachments.read(arms).decode("utf-8") if arms else ""
    if heading is PaperHeading.NOTICE:
        return pdf.render(notice.notice(content, arms=drawn))
    if heading in (PaperHeading.EXTRACT, PaperHeading.CERTIFICATE):
        return pdf.render(extract.Extracts(content, office.today(), arms=drawn).of(["main"]))
    make = notes.notes if told.profile is DocumentProfile.NOTES else protocol.protocol
    return pdf.render(make(content, arms=drawn))


def _svg(path: Path) -> str:
    """The arms as SVG. Raises UserError for a file that is none, can't be read, or is far too large."""
    from bra_desktop.documents.pdf.arms import check_shape

    try:
        if path.stat().st_size > _LARGEST:
            raise UserError(f"{path.name} är för stor för ett vapen. Välj en bild under 5 MB.", where=path.name)
        data = path.read_bytes()
        svg = _of_pixels(data, path.name) if data.startswith(_PNG) else data.decode("utf-8")
        if "<svg" not in svg:  # a page of the web can be drawn as little as any other text
            raise ValueError(path.name)
        check_shape(svg)
    except (FileNotFoundError, PermissionError) as error:
        text = f"Filen {path.name} finns inte eller går inte att läsa. Välj en annan fil."
        raise UserError(text, where=path.name) from error
    except (OSError, UnicodeDecodeError, ValueError, SyntaxError) as error:
        text = f"{path.name} är ingen bild. Välj kommunens vapen som SVG eller PNG."
        raise UserError(text, where=path.name) from error
    return svg


def _of_pixels(data: bytes, name: str) -> str:
    from bra_desktop.documents.pdf.arms import svg_of_picture
    from bra_desktop.documents.pictures import check_dots, flat

    check_dots(data, name)
    picture = flat(data)
    if picture.width < _LEAST_ACROSS or picture.height < _LEAST_TALL:
        raise UserError(
            f"{name} är {picture.width} × {picture.height} bildpunkter, för få för att tryckas. Välj en bild som är "
            f"minst {_LEAST_ACROSS} bildpunkter bred och {_LEAST_TALL} hög, eller vapnet som SVG.",
            where=name,
        )
    return svg_of_picture(data, picture.width, picture.height)
