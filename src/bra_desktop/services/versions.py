"""The versions of an item's text: who wrote what when, and taking one back until the protocol is locked."""

from __future__ import annotations

from bra_desktop.domain.errors import RuleBroken
from bra_desktop.services.changing import item_to_change
from bra_desktop.services.minutes import TYPING
from bra_desktop.services.office import Office
from bra_desktop.storage.ledger import ChangeSet
from bra_desktop.storage.queries.item_texts import TextVersion, text_versions

__all__ = ["TAKING_BACK", "TextVersion", "item_versions", "take_back"]

TAKING_BACK = "Ta tillbaka version"


def item_versions(office: Office, item_id: str) -> tuple[TextVersion, ...]:
    """The versions of an item's text, newest first."""
    with office.database.reading() as connection:
        return tuple(reversed(text_versions(connection, item_id, TYPING)))


def take_back(office: Office, item_id: str, key: str) -> ChangeSet | None:
    """Let the text be what it was in a version; a change of its own, which can be undone. None when it is that already.

    Raises RuleBroken when the item is locked, or when the version has been disposed of.
    """
    with office.work(TAKING_BACK) as work:
        item = item_to_change(work, item_id)
        kept = text_versions(work.session.connection(), item_id, TYPING)
        found = next((each for each in kept if each.version.key == key), None)
        if found is None:
            raise RuleBroken("Versionen finns inte längre. Visa versionerna på nytt.", where=item.title)
        item.text = found.text
        return work.commit()
