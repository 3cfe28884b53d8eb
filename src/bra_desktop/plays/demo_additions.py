"""What was added to the demo's locked protocols: a correction, a public notice; and assignments settled later."""

from __future__ import annotations

from datetime import date, time
from pathlib import Path

from bra_desktop.domain.kinds import DecisionKind
from bra_desktop.plays.demo_register import demo_id
from bra_desktop.plays.scenes import Scene
from bra_desktop.plays.stage import Stage
from bra_desktop.services import actions, reading
from bra_desktop.services.adjusted import additions, public_notices

CORRECTED, POSTED = "BRA-2026-09-17", "KS-2025-12-09"


def play_additions(stage: Stage) -> None:
    """The correction of § 33 in September 2026, and the notice of the board's protocol in December 2025."""
    office = stage.office
    stage.comes_to(Scene.ADDITIONS)
    stage.at(date(2025, 12, 17))
    public_notices.post_public_notice(office, POSTED, date(2025, 12, 17), "Kommunledningsförvaltningen, Rådhuset")
    stage.at(date(2026, 1, 8))
    public_notices.take_down_public_notice(office, POSTED, date(2026, 1, 8), demo_id("person", "P14"))
    stage.at(date(2026, 10, 2))
    item = next(i for i in office.content(CORRECTED).items if i.paragraph == 33)
    additions.correct(
        office,
        CORRECTED,
        demo_id("person", "P11"),
        reason="Skrivfel i beloppet.",
        text="I § 33 ska beloppet vara 84 000 kronor i stället för 48 000 kronor.",
        item_id=item.key,
    )
    stage.say(f"{POSTED}: protokollet anslogs den 17 december 2025 och anslaget togs ned den 8 januari 2026.")
    stage.say(f"{CORRECTED}: § 33 är rättad den 2 oktober 2026.")


def settle_assignments(stage: Stage, ref: str) -> None:
    """The decisions of the meeting's follow-up item reach the actions they speak of: extended or closed."""
    office = stage.office
    stage.at(date(2026, 12, 3), time(12, 10))
    rows = [row for row in reading.actions(office) if row.origin is not None and row.status.is_open]
    for item in office.content(ref).items:
        for decision in item.decisions:
            for row in rows:
                paragraph = row.origin.paragraph if row.origin else None
                if paragraph is None or f"§ {paragraph}/" not in decision.text.replace("\u00a0", " "):
                    continue
                if decision.kind is DecisionKind.EXTEND_ACTION and decision.until is not None:
                    actions.change_action(office, row.id, {"due": decision.until})
                elif decision.kind is DecisionKind.CLOSE_ACTION:
                    actions.close_by_decision(office, row.id, decision.key)


def write_public_notice(stage: Stage, out: Path) -> None:
    """The notice and its certificate, with the days that they really had."""
    for certificate in (False, True):
        made = public_notices.composed_public_notice(stage.office, POSTED, certificate=certificate).as_pdf()
        (out / made.file_name).write_bytes(made.content)
        stage.say(f"Skapad fil: {made.file_name}")
