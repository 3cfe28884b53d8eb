"""Triggers that guard what is frozen itself: the freezes, their signers, the meeting's state and the ledger.

A protocol that has been adjusted is never changed (kommunallagen 5:69); `adjusted` is set only when everybody who
signs the frozen version has signed.
"""

# ruff: noqa: S608 - conditions of triggers, put together from the declarations in this package

from __future__ import annotations

from sqlalchemy import MetaData

from bra_desktop.storage.locks import changes
from bra_desktop.storage.refusals import Event, Refusal

FINAL_STATES = ("adjusted", "established", "archived")
LOCKED_STATES = ("adjustment", *FINAL_STATES)

FREEZE_KEPT = "Den låsta versionen hör till protokollet och kan inte ändras. Skriv en rättelse bredvid den."
VOID_TOO_LATE = "Den låsta versionen är underskriven och kan inte tas tillbaka. Skriv en rättelse bredvid den."
SIGNER_KEPT = "Den som har skrivit under står kvar. Skriv en rättelse bredvid protokollet."
NOT_ALL_SIGNED = "Protokollet blir justerat när alla har skrivit under. Be dem som återstår att skriva under."
NOT_FROZEN = "Mötet kan lämnas till justering först när en version är låst. Lås versionen och försök igen."
STATE_KEPT = "Protokollet är låst och mötet kan inte gå tillbaka. Skriv en rättelse; den visas bredvid originalet."
LEDGER_KEPT = "Ändringshistoriken kan inte ändras. Inget har sparats."

_ACTIVE = "SELECT 1 FROM freeze f WHERE f.meeting_id = NEW.id AND f.item_id IS NULL AND f.voided_at IS NULL"
_UNSIGNED = "SELECT 1 FROM signer s WHERE s.freeze_id = f.id AND s.signed_at IS NULL"
_ANY_SIGNER = "SELECT 1 FROM signer s WHERE s.freeze_id = f.id"


def freezing_refusals(metadata: MetaData) -> tuple[Refusal, ...]:
    """Every trigger of this module, for tables of that metadata."""
    return (*_freeze(metadata), *_signer(metadata), *_meeting(), *_ledger())


def _listed(states: tuple[str, ...]) -> str:
    return "(" + ", ".join(f"'{state}'" for state in states) + ")"


def _columns(metadata: MetaData, table: str, besides: tuple[str, ...]) -> list[str]:
    return [column.name for column in metadata.tables[table].columns if column.name not in besides]


def _freeze(metadata: MetaData) -> list[Refusal]:
    content = changes(_columns(metadata, "freeze", ("voided_at", "void_reason")))
    voids = "(OLD.voided_at IS NULL AND NEW.voided_at IS NOT NULL AND coalesce(NEW.void_reason, '') <> '')"
    final = f"(SELECT m.state FROM meeting m WHERE m.id = OLD.meeting_id) IN {_listed(FINAL_STATES)}"
    all_signed = (
        "(EXISTS (SELECT 1 FROM signer s WHERE s.freeze_id = OLD.id) AND NOT EXISTS "
        "(SELECT 1 FROM signer s WHERE s.freeze_id = OLD.id AND s.signed_at IS NULL))"
    )
    second = (
        "EXISTS (SELECT 1 FROM freeze f WHERE f.id = NEW.id OR (f.voided_at IS NULL AND ("
        "(f.item_id IS NULL AND NEW.item_id IS NULL AND f.meeting_id = NEW.meeting_id) OR f.item_id = NEW.item_id)))"
    )
    return [
        Refusal("freeze_insert", "freeze", "INSERT", f"NEW.voided_at IS NOT NULL OR {second}", FREEZE_KEPT),
        Refusal("freeze_update", "freeze", "UPDATE", f"{content} OR NOT {voids}", FREEZE_KEPT),
        Refusal("freeze_void", "freeze", "UPDATE", f"{final} OR {all_signed}", VOID_TOO_LATE),
        Refusal("freeze_delete", "freeze", "DELETE", "1", FREEZE_KEPT),
    ]


def _signer(metadata: MetaData) -> list[Refusal]:
    given = ("signed_at", "signed_certificate", "signed_pdf_digest", "refused_at", "refuse_reason")
    content = changes(_columns(metadata, "signer", given))
    voided = "EXISTS (SELECT 1 FROM freeze f WHERE f.id = NEW.freeze_id AND f.voided_at IS NOT NULL)"
    begun = "EXISTS (SELECT 1 FROM signer s WHERE s.freeze_id = NEW.freeze_id AND s.signed_at IS NOT NULL)"
    answered = "(OLD.signed_at IS NOT NULL OR OLD.refused_at IS NOT NULL)"
    return [
        Refusal("signer_insert", "signer", "INSERT", f"{voided} OR {begun} OR {_there('signer')}", SIGNER_KEPT),
        Refusal("signer_update", "signer", "UPDATE", f"{content} OR {answered} OR {voided}", SIGNER_KEPT),
        Refusal("signer_delete", "signer", "DELETE", "1", SIGNER_KEPT),
    ]


def _meeting() -> list[Refusal]:
    moves = "NEW.state IS DISTINCT FROM OLD.state"
    signed = f"EXISTS ({_ACTIVE} AND EXISTS ({_ANY_SIGNER}) AND NOT EXISTS ({_UNSIGNED}))"
    allowed = (
        "(OLD.state = 'adjustment' AND NEW.state = 'adjusted')"
        " OR (OLD.state IN ('adjusted', 'established') AND NEW.state = 'archived')"
        f" OR (OLD.state = 'adjustment' AND NEW.state = 'review' AND NOT EXISTS ({_ACTIVE}))"
    )
    refused = {
        "adjusted": (f"NEW.state = 'adjusted' AND NOT (OLD.state = 'adjustment' AND {signed})", NOT_ALL_SIGNED),
        "locks": (f"NEW.state IN ('adjustment', 'established') AND NOT EXISTS ({_ACTIVE})", NOT_FROZEN),
        "archived": ("NEW.state = 'archived' AND OLD.state NOT IN ('adjusted', 'established')", STATE_KEPT),
        "stays": (f"OLD.state IN {_listed(LOCKED_STATES)} AND NOT ({allowed})", STATE_KEPT),
        # While a version is frozen, the state can only go where a frozen version belongs.
        "frozen_state": (f"EXISTS ({_ACTIVE}) AND NEW.state NOT IN {_listed(LOCKED_STATES)}", STATE_KEPT),
    }
    dated = "OLD.adjusted_on IS NOT NULL AND NEW.adjusted_on IS DISTINCT FROM OLD.adjusted_on"
    return [
        *(
            Refusal(f"meeting_{name}", "meeting", "UPDATE", f"{moves} AND {when}", text)
            for name, (when, text) in refused.items()
        ),
        Refusal("meeting_dated", "meeting", "UPDATE", f"{dated} AND OLD.state IN {_listed(FINAL_STATES)}", STATE_KEPT),
    ]


def _ledger() -> list[Refusal]:
    kept = [
        Refusal(f"{table}_{event.lower()}", table, event, when, LEDGER_KEPT)
        for table in ("change_set", "change_row")
        for event, when in _never(table).items()
    ]
    disposes = (
        "NEW.id IS OLD.id AND OLD.disposed_at IS NULL AND NEW.disposed_at IS NOT NULL"
        " AND NEW.salt IS NULL AND NEW.before IS NULL AND NEW.after IS NULL"
    )
    payload = {**_never("change_payload"), "UPDATE": f"NOT ({disposes})"}
    return [
        *kept,
        *(
            Refusal(f"change_payload_{event.lower()}", "change_payload", event, when, LEDGER_KEPT)
            for event, when in payload.items()
        ),
    ]


def _there(table: str) -> str:
    return f'EXISTS (SELECT 1 FROM "{table}" o WHERE o.id = NEW.id)'


def _never(table: str) -> dict[Event, str]:
    replaces = _there(table)
    if table == "change_set":
        replaces = "EXISTS (SELECT 1 FROM change_set o WHERE o.id = NEW.id OR o.sequence = NEW.sequence)"
    return {"INSERT": replaces, "UPDATE": "1", "DELETE": "1"}
