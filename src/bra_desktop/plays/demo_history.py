"""Two years of earlier meetings: each read from its file and taken through its life, signed with ink or established."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, time, timedelta
from pathlib import Path

from bra_desktop.domain.content import MeetingContent
from bra_desktop.domain.kinds import Medium, MeetingState
from bra_desktop.domain.swedish import plural
from bra_desktop.domain.swedish_dates import date_in_text
from bra_desktop.exchange import meeting_file
from bra_desktop.plays.scenes import Scene
from bra_desktop.plays.stage import Stage
from bra_desktop.services import reading
from bra_desktop.services.adjusted import adjustment, archiving, paper
from bra_desktop.services.meeting_file import meeting_files
from bra_desktop.system.resources import resource_path

_AFTER = {MeetingState.ADJUSTED: 8, MeetingState.ARCHIVED: 8, MeetingState.ESTABLISHED: 1}
PLAYED = ("BRA-2026-12-03", "EST-2026-11-05")


def meeting_paths() -> list[Path]:
    """The demo's meeting files, by day."""
    return sorted(resource_path("demo/meetings").glob("*.json"))


def play_history(stage: Stage, paths: Sequence[Path] | None = None) -> None:
    """Every meeting file, or those of ``paths``, but those that are played from the beginning."""
    finished = planned = 0
    chosen = meeting_paths() if paths is None else paths
    for number, path in enumerate(chosen):
        content = meeting_file.read(path)
        about = f"{content.forum.short_name} den {date_in_text(content.date)}, {number + 1} av {len(chosen)}"
        stage.comes_to(Scene.HISTORY, number, len(chosen), about)
        if content.ref in PLAYED:
            continue
        if content.state is MeetingState.PLANNED:
            _come_in(stage, content)
            planned += 1
        else:
            finished += 1
            _live_through(stage, content)
    stage.say(
        f"Historia: {plural(finished, 'hållet eller inställt möte', 'hållna eller inställda möten')} "
        f"och {plural(planned, 'planerat', 'planerade')} är inlagda."
    )


def _come_in(stage: Stage, content: MeetingContent) -> None:
    stage.at(min(content.date - timedelta(days=21), date(2026, 11, 20)))
    meeting_files.import_content(stage.office, content)


def _live_through(stage: Stage, content: MeetingContent) -> None:
    target, office = content.state, stage.office
    stage.at(content.date, content.closed_at or time(16, 0))
    meeting_files.import_content(office, replace(content, medium=Medium.INK))
    if target not in _AFTER:
        return
    day = content.adjustment.adjusted_on or content.date + timedelta(days=_AFTER[target])
    stage.at(content.date + timedelta(days=1))
    profile_c = target is MeetingState.ESTABLISHED or content.forum.profile.value == "C"
    if profile_c:
        adjustment.establish(office, content.ref)
    else:
        adjustment.hand_to_review(office, content.ref)
        adjustment.hand_to_adjustment(office, content.ref)
        stage.at(day)
        for signer in reading.meeting_view(office, content.ref).signers:
            paper.record_ink_signature(office, content.ref, signer.person_id, day, signer.role)
    if target is MeetingState.ARCHIVED:
        stage.at(day + timedelta(days=1))
        archiving.archive(office, content.ref)
