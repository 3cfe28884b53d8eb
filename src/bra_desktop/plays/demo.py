"""The demo: an invented municipality with two years behind it, a BRÅ meeting and an EST meeting, and all papers."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, time
from pathlib import Path

from bra_desktop.domain.content import ItemContent, MeetingContent, NoticeContent
from bra_desktop.domain.errors import RuleBroken
from bra_desktop.domain.kinds import MeetingState, Reply
from bra_desktop.domain.pointers import rekey
from bra_desktop.domain.swedish import listing, plural, sections
from bra_desktop.domain.swedish_dates import at_clock
from bra_desktop.exchange import meeting_file
from bra_desktop.plays.demo_additions import play_additions, settle_assignments, write_public_notice
from bra_desktop.plays.demo_annexes import attach_papers
from bra_desktop.plays.demo_history import PLAYED, play_history
from bra_desktop.plays.demo_meeting import Performance
from bra_desktop.plays.demo_register import demo_id, play_plan, play_register
from bra_desktop.plays.scenes import TOTAL, Scene, Told
from bra_desktop.plays.stage import Stage
from bra_desktop.services import keeping, reading
from bra_desktop.services.adjusted import adjustment, certificates, signing, verifying
from bra_desktop.services.meeting_file import meeting_files
from bra_desktop.services.papers import decision_registers, documents, follow_up, papers
from bra_desktop.services.preparing import planning
from bra_desktop.system.resources import resource_path

SECRETARY = "Anna Svedin"
PIN = "1234"
BRA, EST = PLAYED
SIGNING_DAY, SIGNING_TIME = date(2026, 12, 15), time(15, 0)


def play(
    data: Path,
    out: Path,
    say: Callable[[str], None] = print,
    told: Told = lambda _words, _done, _total: None,
) -> int:
    """Play the demo into an empty data folder and write every document to ``out``; answers the exit code.

    ``say`` gets a line for what has been done, ``told`` what is being made, with how much of the whole is done.

    Raises RuleBroken when the data folder holds a municipality already, and what ``told`` raises.
    """
    stage = Stage(data, SECRETARY, say, told)
    try:
        if reading.municipality(stage.office) is not None:
            raise RuleBroken("Mappen har redan data för en kommun. Välj en tom mapp för exempelkommunen.", str(data))
        play_register(stage)
        play_history(stage)
        play_plan(stage)
        play_additions(stage)
        _play_est(stage, out)
        _play_bra(stage, out)
        _write_papers(stage, out)
        write_public_notice(stage, out)
        stage.comes_to(Scene.CHECK)
        findings = keeping.check(stage.office)
        told(Scene.CHECK.words, TOTAL, TOTAL)
        stage.say("Kontroll av allt: inga fel." if not findings else f"Kontroll av allt: {findings[0].what}")
    finally:
        stage.close()
    return 1 if findings else 0


def _script(name: str) -> MeetingContent:
    """A meeting file of the demo with its keys turned into the data's ids."""
    content = meeting_file.read(resource_path(f"demo/meetings/{name}.json"))

    def change(kind: str, key: str) -> str:
        return demo_id(kind, key) if kind in ("person", "organisation", "seat") else key

    return rekey(content, change)


def _play_est(stage: Stage, out: Path) -> None:
    stage.comes_to(Scene.EST)
    script = _script("2026-11-05-est")
    stage.at(date(2026, 10, 20))
    meeting_files.import_content(stage.office, _planned(script))
    performance = Performance(stage, script)
    performance.call()
    stage.say(f"{EST}: kallelsen är skapad.")
    _write(stage, out, documents.make(stage.office, EST, "attendance"))
    performance.open()
    performance.perform(Scene.EST)
    performance.end()
    stage.say(f"{EST}: {plural(len(script.items), 'punkt är behandlad', 'punkter är behandlade')}, mötet är avslutat.")
    stage.at(date(2026, 11, 6))
    adjustment.establish(stage.office, EST)
    stage.say(f"{EST}: anteckningarna är fastställda.")


def _planned(script: MeetingContent) -> MeetingContent:
    """What is known of a meeting before it is held: the agenda and who is called."""
    return replace(
        script,
        state=MeetingState.PLANNED,
        opened_at=None,
        closed_at=None,
        notice=NoticeContent(),
        adjournments=(),
        participants=tuple(
            replace(p, stays=(), serves_for="", absence_notified=False, reply=Reply.NONE) for p in script.participants
        ),
        items=tuple(
            ItemContent(
                key=i.key,
                title=i.title,
                agenda_number=i.agenda_number,
                type=i.type,
                registry_number=i.registry_number,
                presenters=i.presenters,
                planned_minutes=i.planned_minutes,
                basis=i.basis,
                annexes=i.annexes,
            )
            for i in script.items
        ),
    )


def _play_bra(stage: Stage, out: Path) -> None:
    stage.comes_to(Scene.PLANNED)
    script, office = _script("2026-12-03-bra"), stage.office
    stage.at(date(2026, 11, 16))
    meeting_files.import_content(office, _script("2026-12-03-bra-planned"))
    attach_papers(stage, BRA)
    stage.say(f"{BRA}: mötet är planerat med {plural(len(script.items), 'punkt', 'punkter')}.")
    pkcs12_files = _issue(stage, out)
    performance = Performance(stage, script)
    stage.comes_to(Scene.CALL)
    performance.call()
    stage.say(f"{BRA}: kallelsen är skapad och svaren är antecknade.")
    _write(stage, out, documents.make(office, BRA, "attendance"))
    performance.open()
    performance.perform(Scene.BRA)
    content = office.content(BRA)
    clauses = sum(len(item.decisions) for item in content.items)
    stage.say(
        f"{BRA}: {sections(content.paragraphs)} är behandlade, "
        f"{plural(clauses, 'att-sats är antecknad', 'att-satser är antecknade')}."
    )
    _adjust_at_once(stage, script, performance, pkcs12_files)
    performance.end()
    stage.say(f"{BRA}: mötet är avslutat {at_clock(script.closed_at or script.starts)}.")
    settle_assignments(stage, BRA)
    stage.comes_to(Scene.LOCK)
    stage.at(date(2026, 12, 7))
    told = script.adjustment
    planning.change_meeting(office, BRA, {"adjustment_place": told.place, "adjustment_planned_at": told.planned_at})
    adjustment.hand_to_review(office, BRA)
    stage.say(f"{BRA}: utkastet är lämnat till granskning.")
    stage.at(SIGNING_DAY, SIGNING_TIME)
    adjustment.hand_to_adjustment(office, BRA)
    stage.say(f"{BRA}: protokollet är låst och lämnat till justering.")
    _sign(stage, out, pkcs12_files)


def _sign(stage: Stage, out: Path, pkcs12_files: dict[str, bytes]) -> None:
    """Everybody who signs the protocol, and the signed file."""
    office = stage.office
    signers = reading.meeting_view(office, BRA).signers
    for number, signer in enumerate(signers):
        stage.comes_to(Scene.SIGN, number, len(signers), signer.name)
        result = signing.sign(office, BRA, signer.name, pkcs12_files[signer.name], PIN, signer.role)
        stage.say(f"{BRA}: {signer.name} har skrivit under.")
        if result.adjusted:
            (out / result.file_name).write_bytes(result.pdf)
            verdict = verifying.verify_path(office, out / result.file_name)
            stage.say(f"{BRA}: protokollet är justerat. Kontroll av underskrifterna: {verdict.why}")
            stage.say(f"Skapad fil: {result.file_name}")


def _adjust_at_once(
    stage: Stage, script: MeetingContent, performance: Performance, pkcs12_files: dict[str, bytes]
) -> None:
    """The items adjusted immediately: signed before the meeting ends, each in a document of its own."""
    for item in script.items:
        if item.immediate_adjustment:
            key = performance.items[item.key]
            stage.comes_to(Scene.AT_ONCE)
            adjustment.adjust_item_now(stage.office, key)
            signers = adjustment.item_signers(stage.office, key)
            for number, signer in enumerate(signers, start=1):
                stage.comes_to(Scene.AT_ONCE, number, len(signers) + 1, f"{signer.name} skriver under")
                signing.sign(stage.office, BRA, signer.name, pkcs12_files[signer.name], PIN, signer.role, item_id=key)
            paragraph = stage.office.content(BRA).item(key).paragraph
            stage.say(
                f"{BRA}: § {paragraph} är omedelbart justerad och underskriven av {listing(s.name for s in signers)}."
            )


def _issue(stage: Stage, out: Path) -> dict[str, bytes]:
    """Certificates for those who sign, and the pin beside them: this is a demo."""
    stage.comes_to(Scene.CERTIFICATES)
    folder = out / "certifikat"
    folder.mkdir(mode=0o700, exist_ok=True)
    people = (SECRETARY, "Eva Lind", "Per Alm", "Siv Östling")

    def files(made: Sequence[certificates.IssuedCertificate], root: bytes) -> dict[Path, bytes]:
        keys = {folder / f"{one.person}.p12": one.pkcs12 for one in made}
        return {**keys, folder / "utfardare.pem": root, folder / "pinkod.txt": f"{PIN}\n".encode("ascii")}

    issued = certificates.issue_from_kept_authority(stage.office, people, PIN, files=files)
    made = plural(len(issued), "certifikatfil är utfärdad", "certifikatfiler är utfärdade")
    stage.say(f"Certifikat: {made} av kommunens egen utfärdare.")
    return {one.person: one.pkcs12 for one in issued}


def _write_papers(stage: Stage, out: Path) -> None:
    """Every document of the two played meetings, the formal protocol with its notice, and the follow-up sheets."""
    office = stage.office
    refs = (BRA, EST, "KS-2025-12-09")
    for number, ref in enumerate(refs):
        stage.comes_to(Scene.PAPERS, number, len(refs))
        content = office.content(ref)
        for kind in documents.document_kinds(content):
            if ref == BRA and kind == "protocol":
                continue  # written when the last one signed it
            _write(stage, out, papers.make_paper(office, ref, kind))
        (out / f"{ref}.json").write_bytes(meeting_files.export_meeting(office, ref))
        stage.say(f"Skapad fil: {ref}.json")
    _write(stage, out, decision_registers.register_of_meeting(office, BRA))
    stage.comes_to(Scene.SHEETS)
    for book in follow_up.workbooks(office, sent=date(2026, 12, 16)):
        (out / book.file_name).write_bytes(book.content)
        stage.say(f"Skapad fil: {book.file_name} ({plural(book.actions, 'åtgärd', 'åtgärder')})")


def _write(stage: Stage, out: Path, made: documents.MadeDocument) -> None:
    (out / made.file_name).write_bytes(made.content)
    stage.say(f"Skapad fil: {made.file_name}")
