"""An extract of the protocol (protokollsutdrag): one item for a recipient, with a place to certify it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from bra_desktop.documents import naming
from bra_desktop.documents.assets import Assets, sender
from bra_desktop.documents.blocks import Document, EndOfItems, Fact, FactsBox, SignatureField
from bra_desktop.documents.item_sections import ItemMaker
from bra_desktop.documents.public_notice import certifier, sign_label
from bra_desktop.domain.confidentiality import page_words, public_version
from bra_desktop.domain.content import MeetingContent
from bra_desktop.domain.kinds import SignerRole
from bra_desktop.domain.numbering import label
from bra_desktop.domain.signers import signers
from bra_desktop.domain.swedish import listing
from bra_desktop.domain.swedish_dates import date_in_text, long_date

NAME = "Protokollsutdrag"


def extract(
    content: MeetingContent,
    item_key: str,
    *,
    made_on: date,
    certified_by: str = "",
    arms: str = "",
    pictures: Mapping[str, bytes] | None = None,
    public: bool = True,
) -> Document:
    """One item as it stands in the protocol; without confidential content unless ``public`` is False.

    ``made_on`` is the extract's own date. Raises KeyError for an unknown item.
    """
    content = naming.with_plain_numbers(content)
    shown, assets = public_version(content) if public else content, Assets(arms, pictures=pictures or {})
    item, organ = shown.item(item_key), shown.forum.name
    name = label(shown.forum, item)
    certificate = FactsBox(
        "Utdragsbestyrkande",
        f"Utdragets riktighet bestyrks. {_adjusted_words(content)}".strip(),
        (Fact("Datum", date_in_text(made_on)), *certifier("Bestyrks av", certified_by)),
        SignatureField("certifier", certified_by or "den som bestyrker", "Bestyrker utdraget"),
        sign_label(certified_by),
    )
    return Document(
        title=NAME,
        subtitle=f"{organ}, {long_date(shown.date)}",
        full_title=f"{NAME} {name}, {organ} {shown.date.isoformat()}",
        running_title=f"{NAME} {name}, {shown.date.isoformat()}",
        sender=sender(shown, assets),
        date=made_on,
        blocks=(
            *ItemMaker(shown, assets).blocks(item),
            EndOfItems(),
            certificate,
        ),
        registry_number=item.registry_number or shown.registry_number,
        warning=_warning(content, item_key, public=public),
    )


def _warning(content: MeetingContent, item_key: str, *, public: bool) -> str:
    alone = replace(content, items=(content.item(item_key),), annexes=())
    return page_words(alone, public=public)


def _adjusted_words(content: MeetingContent) -> str:
    """When and by whom the protocol was adjusted; nothing before the last signature."""
    if content.adjustment.adjusted_on is None:
        return ""
    people = [content.person(one.person).name for one in signers(content) if one.role is not SignerRole.SECRETARY]
    names = listing(dict.fromkeys(people))
    return f"Protokollet i sin helhet justerades den {date_in_text(content.adjustment.adjusted_on)} av {names}."
