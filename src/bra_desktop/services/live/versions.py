"""The versions of an item's text and of its att-satser: who wrote what when, and taking one back until the lock."""

from __future__ import annotations

import json
from datetime import date, time

from bra_desktop.domain.errors import RuleBroken
from bra_desktop.domain.kinds import DecisionKind
from bra_desktop.domain.meeting import AgendaItem, Decision
from bra_desktop.domain.text import Paragraph, Run, TextDocument
from bra_desktop.services.changing import item_to_change
from bra_desktop.services.live.decisions import ADDING, CHANGING
from bra_desktop.services.live.minutes import TYPING
from bra_desktop.services.office import Office
from bra_desktop.storage.ledger import ChangeSet
from bra_desktop.storage.queries.decision_texts import KeptDecision
from bra_desktop.storage.queries.decision_texts import decision_versions as kept_versions
from bra_desktop.storage.queries.item_texts import TextVersion, count_text_versions, text_versions
from bra_desktop.storage.work import Work

__all__ = [
    "TAKING_BACK", "TextVersion", "count_versions", "decision_versions", "item_versions", "take_back",
    "take_back_decisions",
]  # fmt: skip

TAKING_BACK = "Ta tillbaka version"


def item_versions(office: Office, item_id: str) -> tuple[TextVersion, ...]:
    """The versions of an item's text, newest first."""
    with office.database.reading() as connection:
        return tuple(reversed(text_versions(connection, item_id, TYPING)))


def count_versions(office: Office, item_id: str) -> int:
    """How many versions :func:`item_versions` answers."""
    with office.database.reading() as connection:
        return count_text_versions(connection, item_id, TYPING)


def take_back(office: Office, item_id: str, key: str) -> ChangeSet | None:
    """Let the text be what it was in a version; a change of its own, which can be undone. None when it is that already.

    Raises RuleBroken when the item is locked, or when the version has been disposed of.
    """
    with office.work(TAKING_BACK) as work:
        item = item_to_change(work, item_id)
        kept = text_versions(work.session.connection(), item_id, TYPING)
        found = next((each for each in kept if each.version.key == key), None)
        if found is None:
            raise _gone(item)
        item.text = found.text
        return work.commit()


def decision_versions(office: Office, item_id: str, *, notes: bool) -> tuple[TextVersion, ...]:
    """The versions of an item's att-satser, newest first, each a paragraph of its own. notes: without the word att."""
    with office.database.reading() as connection:
        kept = kept_versions(connection, item_id, (ADDING, CHANGING), TYPING)
    att = "" if notes else "att "
    return tuple(
        TextVersion(
            each.version, TextDocument(tuple(Paragraph(d.id, (Run(f"{att}{d.text}"),)) for d in each.decisions))
        )
        for each in reversed(kept)
    )


def take_back_decisions(office: Office, item_id: str, key: str) -> ChangeSet | None:
    """Let the item's att-satser be those of a version: their words, kinds and order; as :func:`take_back`."""
    with office.work(TAKING_BACK) as work:
        item = item_to_change(work, item_id)
        kept = kept_versions(work.session.connection(), item_id, (ADDING, CHANGING), TYPING)
        found = next((each for each in kept if each.version.key == key), None)
        if found is None:
            raise _gone(item)
        wanted = {one.id for one in found.decisions}
        for decision in work.all(Decision, item_id=item.id):
            if decision.id not in wanted:
                work.delete(decision)
        for one in found.decisions:
            _restore(work, item, one)
        return work.commit()


def _restore(work: Work, item: AgendaItem, kept: KeptDecision) -> None:
    kind, until = DecisionKind(kept.kind), date.fromisoformat(kept.until) if kept.until else None
    decision = work.find(Decision, kept.id)
    if decision is not None:
        decision.deleted_at = None
        decision.text, decision.kind, decision.position, decision.until = kept.text, kind, kept.position, until
        return
    # Its coming was undone, and its row went with that.
    back = Decision(
        id=kept.id, meeting_id=item.meeting_id, item_id=item.id, position=kept.position, text=kept.text, kind=kind,
        until=until, decided_at=time.fromisoformat(kept.decided_at) if kept.decided_at else None,
        decided_without=tuple(json.loads(kept.decided_without or "[]")),
    )  # fmt: skip
    work.add(back)


def _gone(item: AgendaItem) -> RuleBroken:
    return RuleBroken("Versionen finns inte längre. Visa versionerna på nytt.", where=item.title)
